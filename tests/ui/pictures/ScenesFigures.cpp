// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/Scenes.h"

#include "dialogs/LogExportDialog.h"
#include "dialogs/RescueReportDialog.h"
#include "models/LogModel.h"
#include "models/RecordingRounds.h"
#include "pages/LogPage.h"
#include "pages/OverviewPage.h"
#include "pages/UsagePage.h"
#include "widgets/ChartCard.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize PageSize(804, 590);

QWidget *usage(Stage &stage) { return new UsagePage(stage.console, stage.preferences); }

QWidget *overview(Stage &stage) { return new OverviewPage(stage.console, stage.preferences, stage.tests); }

const SceneAdder overviewScene{{u"overview"_s, PageSize, overview, [](QWidget *page, Stage &) { static_cast<OverviewPage *>(page)->recallChecklist(); }}};
const SceneAdder overviewDone{{u"overview-done"_s, PageSize, overview}};
const SceneAdder overviewEmpty{{u"overview-empty"_s, PageSize, overview, nullptr, FakeConsole::Start::Empty}};
const SceneAdder overviewNothing{{u"overview-nothing"_s, PageSize, [](Stage &stage) -> QWidget * {
    stage.preferences.set(preferences::ChecklistHidden, true);
    return overview(stage);
}, nullptr, FakeConsole::Start::Empty}};

const SceneAdder usageScene{{u"usage"_s, PageSize, usage}};
const SceneAdder usageBehind{{u"usage-behind"_s, PageSize, [](Stage &stage) -> QWidget * {
    stage.console.gateway.ledgerJournaled = 48'213;
    return usage(stage);
}}};
const SceneAdder usageNoPrices{{u"usage-noprices"_s, PageSize, usage, [](QWidget *page, Stage &) {
    auto *help = page->findChild<QWidget *>(u"usage.costsChart.help"_s);
    page->findChild<QScrollArea *>(u"usage.scroll"_s)->ensureWidgetVisible(help, 0, 200);
}}};
QWidget *usageUnknown(Stage &stage)
{
    for (AttemptCell &cell : stage.console.usageReport->attempts) {
        cell.tokens.total *= 1'000;
        cell.unknown += cell.outcome == Outcome::Answered;
        cell.estimated += cell.channel == "siliconflow-1"_L1;
    }
    for (RequestCell &cell : stage.console.usageReport->requests) {
        for (qint64 *tokens : {&cell.tokens.total, &cell.tokens.prompt, &cell.tokens.completion})
            *tokens *= 1'000;
    }
    stage.console.usageReport->attempts.append({15, u"key_tutorial"_s, u"siliconflow-1"_s, u"demo"_s, u"siliconflow"_s, Outcome::ClientGone, 2, 1, 1, {20, 51'000, 51'020, 0, 0}});
    return usage(stage);
}
const SceneAdder usageUnknownScene{{u"usage-unknown"_s, QSize(804, 1500), usageUnknown}};
const SceneAdder overviewBehind{{u"overview-behind"_s, PageSize, [](Stage &stage) -> QWidget * {
    stage.console.gateway.ledgerJournaled = 48'213;
    return overview(stage);
}}};
const SceneAdder rescueBehind{{u"rescue-behind"_s, QSize(), [](Stage &stage) -> QWidget * {
    stage.console.gateway.ledgerJournaled = 48'213;
    return new RescueReportDialog(stage.console);
}}};
const SceneAdder usageBelow{{u"usage-below"_s, PageSize, usage, [](QWidget *page, Stage &) {
    auto *scroll = page->findChild<QScrollArea *>(u"usage.scroll"_s);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
}}};
const SceneAdder rescueScene{{u"rescue"_s, QSize(), [](Stage &stage) -> QWidget * { return new RescueReportDialog(stage.console); }}};
const SceneAdder usageAll{{u"usage-all"_s, QSize(1000, 2950), [](Stage &stage) {
    addPrices(stage.console);
    stage.preferences.set(preferences::BudgetPerMonth, 0.2);
    stage.preferences.set(preferences::BudgetCurrency, u"CNY"_s);
    return usage(stage);
}}};
const SceneAdder usageTable{{u"usage-table"_s, QSize(1100, 900), usage, [](QWidget *page, Stage &) { page->findChild<ChartCard *>()->showTable(true); }}};
const SceneAdder usageEmpty{{u"usage-empty"_s, PageSize, usage, nullptr, FakeConsole::Start::Empty}};
const SceneAdder usageError{{u"usage-error"_s, PageSize, [](Stage &stage) -> QWidget * {
    stage.console.nextError = Error{ErrorKind::Unavailable, u"The database does not answer. Start PostgreSQL, or look into Settings for its address."_s, u"db.example.test"_s};
    return new UsagePage(stage.console, stage.preferences);
}}};

QWidget *logPage(Stage &stage)
{
    auto *rounds = new RecordingRounds(stage.console, stage.preferences);
    auto *page = new LogPage({stage.console, stage.preferences, stage.clipboard, *rounds});
    rounds->setParent(page);
    return page;
}

const SceneAdder logList{{u"log"_s, PageSize, logPage}};
const SceneAdder logDetail{{u"log-detail"_s, PageSize, [](Stage &stage) { return logPage(stage); }, [](QWidget *page, Stage &) { page->findChild<QTableView *>(u"log.table"_s)->selectRow(0); }}};
const SceneAdder logLarge{{u"log-large"_s, QSize(1200, 860), logPage, [](QWidget *page, Stage &) { page->findChild<QTableView *>(u"log.table"_s)->selectRow(2); }}};
const SceneAdder logNews{{u"log-news"_s, PageSize, logPage, [](QWidget *page, Stage &stage) {
    auto *table = page->findChild<QTableView *>(u"log.table"_s);
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
    QList<ExchangeRecord> fresh;
    for (int i = 0; i < 12; ++i) {
        ExchangeRecord record = stage.console.exchangesNewestFirst.first();
        record.id = u"req_new%1"_s.arg(i);
        fresh.append(record);
    }
    stage.console.record(fresh);
}}};
const SceneAdder logNoMatch{{u"log-nomatch"_s, PageSize, logPage, [](QWidget *page, Stage &) { page->findChild<QLineEdit *>(u"log.filter"_s)->setText(u"gemini"_s); }}};
void typed(QWidget *page, const QString &text)
{
    auto *filter = page->findChild<QLineEdit *>(u"log.filter"_s);
    filter->setFocus();
    filter->setText(text);
}

void openTab(QWidget *page, int row, int tab)
{
    page->findChild<QTableView *>(u"log.table"_s)->selectRow(row);
    page->findChild<QTabWidget *>(u"log.tabs"_s)->setCurrentIndex(tab);
}

const SceneAdder logFilter{{u"log-filter"_s, PageSize, logPage, [](QWidget *page, Stage &) { typed(page, u"key:tutorial attempts>1"_s); }}};
const SceneAdder logWrong{{u"log-wrong"_s, PageSize, logPage, [](QWidget *page, Stage &) {
    typed(page, u"key:tutorial status:broken"_s);
    QTest::qWait(500); // the reason comes when the typing has ended
}}};
const SceneAdder logAttempts{{u"log-attempts"_s, PageSize, logPage, [](QWidget *page, Stage &) { openTab(page, 0, 1); }}};
const SceneAdder logNothing{{u"log-norecord"_s, PageSize, logPage, [](QWidget *page, Stage &) { openTab(page, 0, 2); }}};
const SceneAdder logContent{{u"log-content"_s, PageSize, [](Stage &stage) {
    stage.console.exchangesNewestFirst[0].requestContent = R"({"model":"auto","stream":false,"messages":[{"role":"user","content":"Who are you?"}]})";
    return logPage(stage);
}, [](QWidget *page, Stage &) {
    openTab(page, 0, 2);
    page->findChild<QTableView *>(u"log.table"_s)->setFocus();
    QTest::keyClick(page->findChild<QTableView *>(u"log.table"_s), Qt::Key_P);
    QTest::qWait(200);
}}};
const SceneAdder logAnswer{{u"log-answer"_s, PageSize, [](Stage &stage) {
    stage.console.exchangesNewestFirst[0].requestContent = R"({"model":"auto","stream":true})";
    stage.console.exchangesNewestFirst[0].answerContent = "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"They ask who I am.\"}}]}\n\n"
                                                          "data: {\"choices\":[{\"delta\":{\"content\":\"I am a model with 7B parameters.\"}}]}\n\ndata: [DONE]\n\n";
    return logPage(stage);
}, [](QWidget *page, Stage &) {
    openTab(page, 0, 3);
    QTest::qWait(200);
}}};
const SceneAdder logFull{{u"log-full"_s, PageSize, [](Stage &stage) {
    stage.console.gateway.ledgerJournaled = 48'213;
    return logPage(stage);
}, [](QWidget *page, Stage &stage) {
    page->findChild<LogModel *>()->setMost(39);
    page->findChild<QTableView *>(u"log.table"_s)->selectRow(0);
    stage.console.record({});
}}};
const SceneAdder logExport{{u"log-export"_s, QSize(), [](Stage &stage) -> QWidget * { return new LogExportDialog(stage.console, {}, u"status:failed since:7d"_s); }}};
const SceneAdder logEmpty{{u"log-empty"_s, PageSize, logPage, nullptr, FakeConsole::Start::Empty}};

} // namespace

} // namespace understudy::test
