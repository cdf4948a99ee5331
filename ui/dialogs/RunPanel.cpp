// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/RunPanel.h"

#include "console/Console.h"
#include "dialogs/DemoSwitch.h"
#include "theme/Icons.h"
#include "theme/QtCompat.h"
#include "theme/Theme.h"
#include "widgets/Language.h"
#include "widgets/Waterfall.h"
#include "words/RecordWords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit *reading(const char *name, QWidget *parent)
{
    auto *field = new QPlainTextEdit(parent);
    field->setObjectName(QString::fromLatin1(name));
    field->setReadOnly(true);
    field->setTabChangesFocus(true);
    field->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    field->setFrameShape(QFrame::NoFrame);
    field->setMinimumHeight(60);
    return field;
}

} // namespace

RunPanel::RunPanel(Console &console, DemoSwitch *demo, QWidget *parent)
    : QWidget(parent), m_console(console), m_demo(demo), m_promptLabel(new QLabel(this)), m_prompt(new QLineEdit(this)), m_run(new QPushButton(this)),
      m_repair(new QPushButton(this))
{
    m_prompt->setObjectName(u"viewCode.prompt"_s);
    m_promptLabel->setBuddy(m_prompt);
    m_prompt->setMaxLength(4000);
    m_run->setObjectName(u"viewCode.run"_s);
    m_run->setDefault(true);
    m_repair->setObjectName(u"viewCode.repair"_s);
    m_repair->setAutoDefault(false);
    m_repair->setVisible(m_demo != nullptr);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Gap);
    row->addWidget(m_promptLabel);
    row->addWidget(m_prompt, 1);
    row->addWidget(m_repair);
    row->addWidget(m_run);
    m_results = buildResults();
    m_results->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::Gap);
    column->addLayout(row);
    column->addWidget(m_results, 1);

    connect(m_prompt, &QLineEdit::textEdited, this, [this] { m_promptTouched = true; });
    connect(m_prompt, &QLineEdit::textChanged, this, &RunPanel::promptChanged);
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_running)
            stop();
        else
            emit runWished();
    });
    if (m_demo) {
        connect(m_repair, &QPushButton::clicked, this, [this] { m_demo->setBroken(!m_demo->isBroken()); });
        connect(m_demo, &DemoSwitch::changed, this, &RunPanel::retranslate);
    }
    followLanguage(this, [this] { retranslate(); });
}

RunPanel::~RunPanel() = default;

QWidget *RunPanel::buildResults()
{
    auto *results = new QWidget(this);
    m_verdict = new QLabel(results);
    m_verdict->setObjectName(u"viewCode.verdict"_s);
    m_verdict->setFont(Theme::strong());
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_waterfall = new Waterfall(results);
    m_waterfall->setObjectName(u"viewCode.waterfall"_s);
    m_texts = new QTabWidget(results);
    m_texts->setObjectName(u"viewCode.result"_s);
    m_texts->setDocumentMode(true);
    m_answer = reading("viewCode.answer", results);
    m_why = reading("viewCode.why", results);
    m_texts->addTab(m_answer, {});
    m_texts->addTab(m_why, {});
    m_next = new QWidget(results);
    m_terminal = new QPushButton(m_next);
    m_terminal->setObjectName(u"viewCode.terminal"_s);
    m_terminal->setIcon(icons::icon(u"terminal"_s));
    m_terminal->setAutoDefault(false);
    m_ownProvider = new QPushButton(m_next);
    m_ownProvider->setObjectName(u"viewCode.ownProvider"_s);
    m_ownProvider->setIcon(icons::icon(u"models"_s));
    m_ownProvider->setAutoDefault(false);
    m_next->hide();
    auto *next = new QHBoxLayout(m_next);
    next->setContentsMargins({});
    next->setSpacing(Theme::Gap);
    next->addWidget(m_terminal);
    next->addWidget(m_ownProvider);
    next->addStretch();
    auto *middle = new QHBoxLayout;
    middle->setSpacing(Theme::WideGap);
    middle->addWidget(m_waterfall, 61);
    middle->addWidget(m_texts, 39);
    auto *column = new QVBoxLayout(results);
    column->setContentsMargins({});
    column->setSpacing(Theme::Gap);
    column->addWidget(m_verdict);
    column->addLayout(middle, 1);
    column->addWidget(m_next);
    connect(m_terminal, &QPushButton::clicked, this, &RunPanel::terminalWished);
    connect(m_ownProvider, &QPushButton::clicked, this, &RunPanel::ownProviderWished);
    return results;
}

void RunPanel::retranslate()
{
    m_promptLabel->setText(tr("Question"));
    m_prompt->setAccessibleName(tr("Question"));
    if (!m_promptTouched)
        m_prompt->setText(tr("Who are you?"));
    m_texts->setTabText(0, tr("Answer"));
    m_texts->setTabText(1, tr("Why"));
    m_texts->tabBar()->setAccessibleName(tr("What came of it"));
    m_answer->setAccessibleName(tr("Answer"));
    m_why->setAccessibleName(tr("Why"));
    m_terminal->setText(tr("Now from Your Own Terminal"));
    m_terminal->setToolTip(tr("Copies the curl command with the key; paste it into a terminal."));
    m_ownProvider->setText(tr("Use My Own Provider"));
    if (m_demo) {
        m_repair->setText(m_demo->isBroken() ? tr("Repair the Primary") : tr("Break It Again"));
        m_repair->setToolTip(m_demo->isBroken() ? tr("The primary model fails in turns: an error, then silence. Repair it and run again.")
                                                : tr("The primary model answers. Break it and run again to see a failover."));
    }
    showRunning(m_running);
    showVerdict();
}

QString RunPanel::prompt() const { return m_prompt->text(); }

void RunPanel::setRunnable(bool runnable) { m_run->setEnabled(runnable || m_running); }

void RunPanel::run(const TrialRequest &request)
{
    if (m_running)
        return;
    m_result.reset();
    m_record.reset();
    m_reasoning = false;
    m_answer->clear();
    m_why->clear();
    m_texts->setCurrentIndex(0);
    m_next->hide();
    m_trial = m_console.tryKey(request);
    m_waterfall->watch(m_trial.get());
    connect(m_trial.get(), &TrialRun::text, this, &RunPanel::addText);
    connect(m_trial.get(), &TrialRun::finished, this, &RunPanel::finish);
    connect(m_trial.get(), &TrialRun::recorded, this, &RunPanel::showRecord);
    showRunning(true);
    showVerdict();
    if (!m_results->isVisibleTo(this)) {
        m_results->show();
        emit began();
    }
}

void RunPanel::stop()
{
    if (!m_running)
        return;
    m_trial.reset(); // a client that leaves
    m_result = TrialResult{{}, 0, false, {}, 0};
    showRunning(false);
    showVerdict();
    emit finished({});
}

void RunPanel::addText(const QString &delta, bool reasoning)
{
    QTextCursor cursor(m_answer->document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat format;
    format.setForeground(reasoning ? Theme::color(Tone::Muted) : palette().color(QPalette::Text));
    if (m_reasoning && !reasoning && !m_answer->document()->isEmpty())
        cursor.insertText(u"\n\n"_s, format);
    m_reasoning = reasoning;
    cursor.insertText(delta, format);
    m_answer->verticalScrollBar()->setValue(m_answer->verticalScrollBar()->maximum());
}

void RunPanel::finish(const TrialResult &result)
{
    m_result = result;
    showRunning(false);
    showVerdict();
    emit finished(result.exchangeId);
}

void RunPanel::showRecord(const ExchangeRecord &exchange)
{
    m_record = exchange;
    showVerdict();
    m_next->setVisible(m_demo != nullptr);
    compat::announce(m_verdict, m_verdict->text());
    emit recorded(exchange);
}

void RunPanel::showVerdict()
{
    QString text;
    Tone tone = Tone::Muted;
    if (m_record) {
        const words::Verdict said = words::verdict(*m_record);
        text = (said.tone == Tone::Good ? u"✓ "_s : said.tone == Tone::Bad ? u"✕ "_s : u"○ "_s) + said.text;
        tone = said.tone;
        m_why->setPlainText(words::whySentences(*m_record).join(u'\n'));
    } else if (m_running) {
        text = tr("… The request is under way.");
    } else if (m_result && m_result->complete) {
        text = tr("✓ The answer is complete; what it took is being read from the log.");
    } else if (m_result) {
        text = m_result->error.isEmpty() ? tr("○ Stopped. The provider's call was ended too.") : tr("✕ No complete answer: %1").arg(m_result->error);
        tone = m_result->error.isEmpty() ? Tone::Muted : Tone::Bad;
    }
    m_verdict->setText(text);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::color(tone));
    m_verdict->setPalette(colours);
}

void RunPanel::showRunning(bool running)
{
    m_running = running;
    m_run->setText(running ? tr("Stop") : tr("Run"));
    m_run->setIcon(icons::icon(running ? u"stop"_s : u"play"_s, running ? std::nullopt : std::optional(Tone::AccentText)));
}

} // namespace understudy
