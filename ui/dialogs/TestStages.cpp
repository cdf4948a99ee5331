// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/TestStages.h"

#include "console/Console.h"
#include "theme/QtCompat.h"
#include "theme/Theme.h"
#include "widgets/Language.h"
#include "words/ChannelWords.h"
#include "words/Quantities.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

void tint(QLabel *label, Tone tone)
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, Theme::color(tone));
    label->setPalette(palette);
}

} // namespace

TestStages::TestStages(Console &console, QWidget *parent) : QWidget(parent), m_console(console)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (int stage = 0; stage < TestStageCount; ++stage) {
        Line &line = m_lines[size_t(stage)];
        line = {new QLabel(this), new QLabel(this), new QLabel(this), new QLabel(this), new QLabel(this), {}};
        line.name->setObjectName(u"channel.stage.%1"_s.arg(word(TestStage(stage))));
        line.took->setForegroundRole(QPalette::PlaceholderText);
        for (QLabel *label : {line.text, line.fix}) {
            label->setWordWrap(true);
            label->setTextFormat(Qt::PlainText);
            label->setFont(Theme::small());
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            label->hide();
        }
        line.text->setForegroundRole(QPalette::PlaceholderText);
        line.fix->setObjectName(u"channel.fix.%1"_s.arg(word(TestStage(stage))));
        line.mark->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
        line.mark->setMinimumWidth(fontMetrics().horizontalAdvance(u"‖"_s) + 4);
        grid->addWidget(line.mark, row, 0);
        grid->addWidget(line.name, row, 1);
        grid->addWidget(line.took, row, 2, Qt::AlignRight);
        grid->addWidget(line.text, row + 1, 1, 1, 2);
        grid->addWidget(line.fix, row + 2, 1, 1, 2);
        grid->setRowMinimumHeight(row + 3, 6);
        row += 4;
    }
    followLanguage(this, [this] { say(); });
}

TestStages::~TestStages() = default;

void TestStages::start(const Channel &channel, const Provider &provider, bool completion)
{
    cancel();
    m_provider = provider.name;
    m_test = m_console.testChannel(channel, provider, completion);
    connect(m_test.get(), &ConnectionTest::stageDone, this, &TestStages::done);
    connect(m_test.get(), &ConnectionTest::finished, this, &TestStages::ended);
    say();
}

void TestStages::cancel()
{
    m_test.reset();
    m_next = 0;
    m_ended = false;
    for (Line &line : m_lines)
        line.result.reset();
    say();
}

void TestStages::done(const StageResult &result)
{
    m_lines[size_t(result.stage)].result = result;
    m_next = int(result.stage) + 1;
    say();
}

void TestStages::ended(bool passed)
{
    m_test.release()->deleteLater(); // we are inside one of its signals
    m_ended = true;
    TestMemo memo;
    memo.when = QDateTime::currentDateTimeUtc();
    memo.passed = passed;
    for (const Line &line : m_lines) {
        if (!line.result)
            continue;
        memo.took += line.result->took;
        if (line.result->state == StageState::Failed) {
            memo.failedAt = line.result->stage;
            compat::announce(this, words::stageWords(*line.result, m_provider).status.sentence);
        }
    }
    say();
    showFailure();
    emit finished(memo);
}

/// In a small window the reason may stand below the edge of what scrolls around us.
void TestStages::showFailure()
{
    QScrollArea *scroll = nullptr;
    for (QWidget *widget = parentWidget(); widget && !scroll; widget = widget->parentWidget())
        scroll = qobject_cast<QScrollArea *>(widget);
    for (const Line &line : m_lines) {
        if (scroll && line.result && line.result->state == StageState::Failed) // once the layout knows the new lines
            QMetaObject::invokeMethod(line.fix, [scroll, fix = line.fix] { scroll->ensureWidgetVisible(fix, 0, 12); }, Qt::QueuedConnection);
    }
}

void TestStages::say()
{
    for (int stage = 0; stage < TestStageCount; ++stage)
        say(TestStage(stage));
    setAccessibleName(tr("Steps of the connection test"));
}

void TestStages::say(TestStage stage)
{
    Line &line = m_lines[size_t(stage)];
    line.name->setText(words::stageName(stage));
    if (!line.result) {
        const bool runs = m_test && int(stage) == m_next;
        line.mark->setText(runs ? u"◐"_s : u"○"_s);
        tint(line.mark, runs ? Tone::Accent : Tone::Muted);
        tint(line.name, m_ended || (!runs && m_test) ? Tone::Muted : runs ? Tone::Accent : Tone::Muted);
        line.took->setText(runs ? tr("running…") : QString());
        line.text->hide();
        line.fix->hide();
        line.name->setAccessibleName(runs ? tr("%1: running").arg(words::stageName(stage)) : tr("%1: not done yet").arg(words::stageName(stage)));
        return;
    }
    const words::StageWords said = words::stageWords(*line.result, m_provider);
    const bool skipped = line.result->state == StageState::Skipped;
    line.mark->setText(said.status.mark);
    tint(line.mark, said.status.tone);
    line.name->setPalette(QPalette());
    if (skipped)
        tint(line.name, Tone::Muted);
    line.name->setAccessibleName(said.status.sentence);
    line.took->setText(skipped ? tr("skipped") : words::duration(line.result->took));
    line.text->setText(said.text);
    line.text->show();
    line.fix->setText(said.fix.isEmpty() ? QString() : u"→ "_s + said.fix);
    line.fix->setVisible(!said.fix.isEmpty());
}

void TestStages::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        say();
}

} // namespace understudy
