// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/LogDetail.h"

#include "models/AttemptTable.h"
#include "models/RecordingRounds.h"
#include "pages/ContentView.h"
#include "theme/Icons.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/Language.h"
#include "widgets/StatusMark.h"
#include "widgets/Waterfall.h"
#include "words/Quantities.h"
#include "words/RecordWords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype WholeContent = 256 * 1024; ///< a longer one was cut

enum Tab { Why, Attempts, Request, Answer };

} // namespace

LogDetail::LogDetail(QWidget *parent)
    : QFrame(parent), m_status(new StatusMark), m_verdict(new QLabel), m_facts(new QLabel), m_repeat(new QPushButton), m_curl(new QPushButton), m_curlWithKey(new QToolButton),
      m_copyId(new QPushButton), m_usage(new QPushButton), m_channel(new QPushButton), m_pin(new QPushButton), m_close(new QToolButton), m_tabs(new QTabWidget), m_raw(new QPushButton), m_waterfall(new Waterfall), m_whyTitle(new QLabel), m_why(new QLabel),
      m_scroll(new QScrollArea), m_attempts(new AttemptTable(this)), m_table(new QTableView), m_request(new ContentView(u"log.request"_s)), m_answer(new ContentView(u"log.answer"_s))
{
    setFrameShape(QFrame::StyledPanel);
    Style::setVariant(this, Style::Variant::Card);
    setFocusProxy(m_tabs);
    build();
    connect(m_copyId, &QPushButton::clicked, this, [this] {
        if (m_record)
            QGuiApplication::clipboard()->setText(m_record->id);
    });
    connect(m_usage, &QPushButton::clicked, this, [this] {
        if (m_record)
            emit wished(Wish::show(PageId::Usage, m_record->keyId));
    });
    connect(m_repeat, &QPushButton::clicked, this, &LogDetail::repeatWished);
    connect(m_curl, &QPushButton::clicked, this, &LogDetail::curlWished);
    connect(m_curlWithKey, &QToolButton::clicked, this, &LogDetail::curlWithKeyWished);
    connect(m_channel, &QPushButton::clicked, this, [this] { emit channelWished(channel()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LogDetail::sayChannel);
    connect(m_raw, &QPushButton::toggled, this, &LogDetail::sayRaw);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        sayRaw();
        sayChannel();
    });
    connect(m_pin, &QPushButton::clicked, this, &LogDetail::pinWished);
    connect(m_close, &QToolButton::clicked, this, &LogDetail::closed);
    for (ContentView *view : {m_request, m_answer})
        connect(view->button(), &QPushButton::clicked, this, [this] { emit recordingWished(m_recording != Recording::On); });
    followLanguage(this, [this] { retranslate(); });
}

void LogDetail::build()
{
    for (QPushButton *button : {m_repeat, m_curl, m_copyId, m_pin, m_usage, m_channel, m_raw})
        Style::setVariant(button, Style::Variant::Link);
    m_repeat->setObjectName(u"log.repeat"_s);
    m_curl->setObjectName(u"log.curl"_s);
    m_curlWithKey->setObjectName(u"log.curlWithKey"_s);
    m_curlWithKey->setIcon(icons::icon(u"keys"_s));
    m_curlWithKey->setAutoRaise(true);
    m_curlWithKey->setFocusPolicy(Qt::StrongFocus);
    m_channel->setObjectName(u"log.channel"_s);
    m_raw->setObjectName(u"log.raw"_s);
    m_raw->setCheckable(true);
    m_raw->hide();
    m_copyId->setObjectName(u"log.copyId"_s);
    m_pin->setObjectName(u"log.pin"_s);
    m_usage->setObjectName(u"log.usage"_s);
    m_close->setObjectName(u"log.closeDetail"_s);
    m_close->setIcon(icons::icon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_table->setObjectName(u"log.attempts"_s);
    m_table->setModel(m_attempts);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::RowHeight - 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setMinimumSectionSize(24);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_tabs->setObjectName(u"log.tabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->insertTab(Why, whyTab(), QString());
    m_tabs->insertTab(Attempts, m_table, QString());
    m_tabs->insertTab(Request, m_request, QString());
    m_tabs->insertTab(Answer, m_answer, QString());
    m_tabs->setCornerWidget(m_raw);

    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Gap);
    head->addWidget(m_status);
    head->addStretch();
    for (QWidget *button : std::initializer_list<QWidget *>{m_repeat, m_curl, m_curlWithKey, m_copyId, m_pin, m_usage, m_channel})
        head->addWidget(button);
    head->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 6, 6, 6);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_tabs, 1);
}

QWidget *LogDetail::whyTab()
{
    m_verdict->setWordWrap(true);
    m_verdict->setFont(Theme::strong());
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setWordWrap(true);
    m_whyTitle->setFont(Theme::strong());
    m_why->setWordWrap(true);
    for (QLabel *label : {m_verdict, m_facts, m_why}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_why->setObjectName(u"log.why"_s);
    m_scroll->setObjectName(u"log.detail"_s);
    m_waterfall->setObjectName(u"log.waterfall"_s);
    auto *content = new QWidget;
    auto *parts = new QVBoxLayout(content);
    parts->setContentsMargins(0, 6, 12, 10);
    parts->setSpacing(4);
    parts->addWidget(m_verdict);
    parts->addWidget(m_facts);
    parts->addSpacing(4);
    parts->addWidget(m_waterfall);
    parts->addSpacing(4);
    parts->addWidget(m_whyTitle);
    parts->addWidget(m_why);
    parts->addStretch();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return m_scroll;
}

void LogDetail::retranslate()
{
    m_repeat->setText(tr("Repeat"));
    m_curl->setText(tr("Copy as curl"));
    m_curl->setToolTip(tr("The request as a command for a shell; the key is read from OPENAI_API_KEY"));
    m_curlWithKey->setAccessibleName(tr("Copy as curl with the key"));
    m_curlWithKey->setToolTip(tr("Copy as curl with the key filled in. The clipboard forgets it after 30 seconds."));
    m_channel->setText(tr("Channel"));
    m_copyId->setText(tr("Copy ID"));
    m_copyId->setToolTip(tr("Copy the request ID"));
    m_usage->setText(tr("Usage"));
    m_usage->setToolTip(tr("Usage of the key"));
    m_close->setAccessibleName(tr("Close details"));
    m_close->setToolTip(tr("Close details (Esc)"));
    m_whyTitle->setText(tr("Why"));
    m_scroll->setAccessibleName(tr("Details of the request"));
    m_table->setAccessibleName(tr("Attempts"));
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setTabText(Why, tr("What happened"));
    m_tabs->setTabText(Attempts, tr("Attempts"));
    m_tabs->setTabText(Request, tr("Request"));
    m_tabs->setTabText(Answer, tr("Answer"));
    m_attempts->retranslate();
    setPinned(m_pinned);
    sayChannel();
    if (m_record)
        say();
    else
        sayRaw();
}

void LogDetail::present(const ExchangeRecord &record)
{
    if (m_record && m_record->id == record.id)
        return; // an ended exchange does not change
    m_record = record;
    m_complete = false;
    m_attempts->show(record);
    say();
    sayChannel();
    m_scroll->ensureVisible(0, 0);
}

void LogDetail::complete(const ExchangeRecord &record)
{
    if (!m_record || m_record->id != record.id)
        return;
    m_record = record;
    m_complete = true;
    sayContents();
}

void LogDetail::setRecording(Recording recording, int left)
{
    m_recording = recording;
    m_left = left;
    m_curlWithKey->setEnabled(recording != Recording::NoKey);
    if (m_record)
        sayContents();
}

void LogDetail::setPinned(bool pinned)
{
    m_pinned = pinned;
    m_pin->setText(pinned ? tr("Unpin") : tr("Pin"));
    m_pin->setToolTip(pinned ? tr("Back to its place in the list (P)") : tr("Keep on top of the list until the program ends (P)"));
}

void LogDetail::say()
{
    const ExchangeRecord &record = *m_record;
    m_status->setStatus(words::statusOf(record));
    m_verdict->setText(words::verdict(record).text);
    QStringList facts{words::absolute(words::toDateTime(record.time)), tr("key %1").arg(record.keyName), record.id};
    if (!record.userAgent.isEmpty())
        facts.append(record.userAgent);
    if (record.stream)
        facts.append(tr("streamed"));
    if (record.kind == ExchangeKind::Drill)
        facts.prepend(tr("drill"));
    m_waterfall->showExchange(record);
    m_facts->setText(facts.join(u" · "_s));
    QStringList lines;
    for (const QString &sentence : words::whySentences(record))
        lines.append(u"• "_s + sentence);
    m_why->setText(lines.join(u'\n'));
    m_scroll->setAccessibleDescription(words::rowSentence(record));
    sayContents();
}

QString LogDetail::repeatProblem() const
{
    if (!m_record || m_record->requestContent.isEmpty())
        return tr("Only a request whose content was recorded can be repeated.");
    if (m_record->api != Api::ChatCompletions)
        return tr("Only chat requests can be repeated.");
    if (m_record->requestContent.size() >= WholeContent)
        return tr("This request was too long to be recorded whole.");
    if (m_recording == Recording::NoKey)
        return tr("Its key does not exist any more.");
    return {};
}

void LogDetail::sayContents()
{
    const ExchangeRecord &record = *m_record;
    const QString problem = repeatProblem();
    m_repeat->setEnabled(problem.isEmpty());
    m_repeat->setToolTip(problem.isEmpty() ? tr("Send the same request once more (R)") : problem);
    const bool recorded = !record.requestContent.isEmpty() || !record.answerContent.isEmpty();
    const auto nothing = [&](ContentView *view) {
        if (recorded)
            view->sayNothing(tr("Nothing of it was recorded."), {});
        else if (m_recording == Recording::On)
            view->sayNothing(!m_complete ? tr("Looking for the content…")
                                 : m_left > 0 ? tr("The content of this request was not recorded. The next %n request(s) with its key are recorded.", nullptr, m_left)
                                              : tr("The content of this request was not recorded. The key records contents now."),
                             m_complete ? tr("Stop Recording") : QString());
        else if (m_recording == Recording::Off)
            view->sayNothing(tr("Content is not recorded for this key."), tr("Record the Next %n Request(s)…", nullptr, RecordingRounds::Requests));
        else
            view->sayNothing(tr("The content of this request was not recorded."), {});
    };
    if (record.requestContent.isEmpty())
        nothing(m_request);
    else
        m_request->show(record.requestContent, tr("Request"));
    if (record.answerContent.isEmpty())
        nothing(m_answer);
    else
        m_answer->show(record.answerContent, tr("Answer"));
    sayRaw();
}

/// One choice for both: who wants to see bytes wants those of the question too.
void LogDetail::sayRaw()
{
    const auto *shown = qobject_cast<ContentView *>(m_tabs->currentWidget());
    for (ContentView *view : {m_request, m_answer})
        view->setRaw(m_raw->isChecked());
    m_raw->setVisible(shown && shown->hasTwoForms());
    m_raw->setText(m_raw->isChecked() ? tr("Readable") : tr("Raw"));
    m_raw->setToolTip(m_raw->isChecked() ? tr("Laid out, and a stream as the text that it says") : tr("As it was sent: each byte, a stream as its events"));
}

QString LogDetail::channel() const
{
    if (!m_record || m_record->attempts.isEmpty())
        return {};
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    if (m_tabs->currentIndex() == Attempts && !chosen.isEmpty())
        return m_attempts->channel(chosen.first().row());
    return m_record->servedChannel.isEmpty() ? m_record->attempts.last().channel : m_record->servedChannel;
}

void LogDetail::sayChannel()
{
    const QString id = channel();
    m_channel->setEnabled(!id.isEmpty());
    m_channel->setToolTip(id.isEmpty() ? tr("No channel was called.") : tr("Open the channel “%1”. Choose an attempt for that of another one.").arg(id));
}

void LogDetail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace understudy
