// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/DemoKey.h"
#include "models/ChannelHealthModel.h"
#include "models/LogModel.h"
#include "models/SetupSteps.h"
#include "pages/OverviewPage.h"
#include "pages/SetupChecklist.h"
#include "preferences/Preferences.h"
#include "preferences/TestMemory.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"
#include "widgets/EmptyState.h"
#include "widgets/FigureTile.h"
#include "widgets/FittedTable.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize PageSize(804, 590);

/// The page with everything it needs.
struct Opened {
    explicit Opened(test::FakeConsole::Start start, bool show = true) : console(start), page(console, preferences, tests)
    {
        page.resize(PageSize);
        if (show)
            page.show();
    }
    template<typename Widget>
    Widget *part(const QString &name) const { return page.findChild<Widget *>(name); }
    QString figure(const QString &tile) const { return part<FigureTile>(tile)->figure(); }
    Wish wishOf(QPushButton *button)
    {
        QSignalSpy spy(&page, &Page::wished);
        QTest::mouseClick(button, Qt::LeftButton);
        return spy.isEmpty() ? Wish::make(Wish::What::Quit) : spy.first().first().value<Wish>();
    }

    QTemporaryDir folder;
    test::FakeConsole console;
    Preferences preferences{folder.filePath(u"console.ini"_s)};
    TestMemory tests{folder.filePath(u"tests.ini"_s)};
    OverviewPage page;
};

} // namespace

class TestOverview : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(u"light"_s);
        m_translations.choose(u"en"_s);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void steps_data()
    {
        QTest::addColumn<Configuration>("configuration");
        QTest::addColumn<QList<ExchangeRecord>>("recent");
        QTest::addColumn<bool>("seen");
        QTest::addColumn<SetupSteps>("expected");
        const Configuration none;
        Configuration keyOnly;
        keyOnly.keys = {makeDemoKey()};
        test::FakeConsole sample(test::FakeConsole::Start::Sample);
        ExchangeRecord drill = sample.exchangesNewestFirst[1];
        drill.kind = ExchangeKind::Drill;
        QTest::newRow("nothing") << none << QList<ExchangeRecord>() << false << SetupSteps{};
        QTest::newRow("a key of the demo") << keyOnly << QList<ExchangeRecord>() << false << SetupSteps{false, true, false, false};
        QTest::newRow("a request") << keyOnly << QList{sample.exchangesNewestFirst[1]} << false << SetupSteps{false, true, true, false};
        QTest::newRow("a drill is no request") << keyOnly << QList{drill} << false << SetupSteps{false, true, false, false};
        QTest::newRow("a failover") << keyOnly << QList{sample.exchangesNewestFirst[0]} << false << SetupSteps{false, true, true, true};
        QTest::newRow("a failover seen before") << none << QList<ExchangeRecord>() << true << SetupSteps{false, false, false, true};
        QTest::newRow("everything") << sample.stored << sample.recent() << false << SetupSteps{true, true, true, true};
    }
    void steps()
    {
        QFETCH(Configuration, configuration);
        QFETCH(QList<ExchangeRecord>, recent);
        QFETCH(bool, seen);
        QTEST(setupSteps(configuration, recent, seen), "expected");
    }

    void nothingYetMeansOnlyTheSteps()
    {
        Opened o(test::FakeConsole::Start::Empty);
        QVERIFY(o.page.findChild<SetupChecklist *>()->isVisible());
        QVERIFY(!o.part<FigureTile>(u"overview.requests"_s)->isVisible());
        QVERIFY(!o.part<FittedTable>(u"overview.lastRequests"_s)->isVisible());
        QVERIFY(!o.part<QPushButton>(u"overview.removeDemo"_s)->isVisible());
    }

    void eachStepLeadsSomewhere()
    {
        Opened o(test::FakeConsole::Start::Empty);
        QCOMPARE(o.wishOf(o.part<QPushButton>(u"overview.channel"_s)), Wish::show(PageId::Models));
        QCOMPARE(o.wishOf(o.part<QPushButton>(u"overview.key"_s)), Wish::make(Wish::What::CreateKey));
        QCOMPARE(o.wishOf(o.part<QPushButton>(u"overview.request"_s)), Wish::make(Wish::What::SeeDemo));
        QCOMPARE(o.wishOf(o.part<QPushButton>(u"overview.failover"_s)), Wish::make(Wish::What::SeeDemo));
        Configuration withKey;
        withKey.keys = {makeDemoKey()};
        o.console.setConfiguration(withKey);
        QCOMPARE(o.wishOf(o.part<QPushButton>(u"overview.request"_s)), Wish::make(Wish::What::ViewCode, withKey.keys.first().id));
    }

    void theStepsGoWhenTheyAreDone()
    {
        Opened o(test::FakeConsole::Start::Sample);
        QVERIFY(!o.page.findChild<SetupChecklist *>()->isVisible());
        QVERIFY2(o.preferences.get(preferences::FailoverSeen), "it will be forgotten by the list of recent requests");
        o.page.recallChecklist();
        QVERIFY(o.page.findChild<SetupChecklist *>()->isVisible());
        QTest::mouseClick(o.part<QPushButton>(u"overview.hideChecklist"_s), Qt::LeftButton);
        QVERIFY(!o.page.findChild<SetupChecklist *>()->isVisible());
    }

    void theStepsCanBeHiddenAndRecalled()
    {
        Opened o(test::FakeConsole::Start::Empty);
        QTest::mouseClick(o.part<QPushButton>(u"overview.hideChecklist"_s), Qt::LeftButton);
        QVERIFY(o.preferences.get(preferences::ChecklistHidden));
        QVERIFY(!o.page.findChild<SetupChecklist *>()->isVisible());
        auto *nothing = o.part<EmptyState>(u"overview.empty"_s);
        QVERIFY(nothing->isVisible());
        QCOMPARE(o.wishOf(nothing->primary()), Wish::make(Wish::What::SeeDemo));
        QTest::mouseClick(nothing->secondary(), Qt::LeftButton);
        QVERIFY(o.page.findChild<SetupChecklist *>()->isVisible());
        QVERIFY(!o.preferences.get(preferences::ChecklistHidden));
        o.preferences.set(preferences::ChecklistHidden, true); // by the settings
        QVERIFY(!o.page.findChild<SetupChecklist *>()->isVisible());
    }

    void figuresOfToday()
    {
        Opened o(test::FakeConsole::Start::Empty);
        test::FakeConsole sample(test::FakeConsole::Start::Sample);
        QList<ExchangeRecord> today = sample.exchangesNewestFirst.mid(0, 4); // saved, answered, failed, answered
        for (ExchangeRecord &record : today)
            record.time = WallTime(Milliseconds(QDateTime::currentMSecsSinceEpoch()));
        o.console.stored = sample.stored;
        o.console.exchangesNewestFirst = today;
        o.console.usageReport = sample.usageReport;
        o.page.refresh();
        QTRY_COMPARE(o.figure(u"overview.requests"_s), u"39"_s);
        QCOMPARE(o.figure(u"overview.success"_s), u"97.4 %"_s);
        QVERIFY(o.part<FigureTile>(u"overview.success"_s)->detail().contains(u"94.9 %"_s));
        QCOMPARE(o.figure(u"overview.saved"_s), u"1"_s);
        QCOMPARE(o.figure(u"overview.tokens"_s), u"11,589"_s);
        QVERIFY2(o.part<FigureTile>(u"overview.tokens"_s)->detail().contains(u"unknown"_s), "one attempt reported nothing");
        QVERIFY(!o.part<FigureTile>(u"overview.success"_s)->toolTip().isEmpty());
    }

    void unknownIsNotZero()
    {
        Opened o(test::FakeConsole::Start::Sample, false);
        o.console.usageReport.reset();
        o.console.usageSummary = {};
        o.console.usageSummary.byProvider = {{u"deepseek"_s, 2, 2, 2, {}}};
        o.console.exchangesNewestFirst.clear();
        o.page.show();
        QTRY_COMPARE(o.figure(u"overview.tokens"_s), u"unknown"_s);
        QCOMPARE(o.figure(u"overview.success"_s), u"–"_s);
    }

    void estimatesAreMarked()
    {
        Opened o(test::FakeConsole::Start::Sample, false);
        o.console.usageReport->attempts.first().estimated = 1;
        o.page.show();
        QTRY_COMPARE(o.figure(u"overview.tokens"_s), u"≈11,589"_s);
    }

    void figuresLeadToTheirRequests()
    {
        Opened o(test::FakeConsole::Start::Sample);
        QTRY_COMPARE(o.figure(u"overview.requests"_s), u"39"_s);
        QSignalSpy spy(&o.page, &Page::wished);
        const auto leads = [&](const QString &name) {
            QTest::mouseClick(o.part<FigureTile>(name), Qt::LeftButton);
            return spy.isEmpty() ? QString() : spy.takeFirst().first().value<Wish>().text;
        };
        const QString today = u"since:%1T00:00 until:%2T00:00 "_s.arg(QDate::currentDate().toString(Qt::ISODate), QDate::currentDate().addDays(1).toString(Qt::ISODate));
        QCOMPARE(leads(u"overview.requests"_s), today + u"-kind:drill"_s);
        QCOMPARE(leads(u"overview.success"_s), today + u"status:answered,failed,interrupted -kind:drill"_s);
        QCOMPARE(leads(u"overview.saved"_s), today + u"saved:backup -kind:drill"_s);
        QCOMPARE(leads(u"overview.tokens"_s), today + u"kind:live"_s);
    }

    void aFigureWithoutRequestsLeadsNowhere()
    {
        Opened o(test::FakeConsole::Start::Sample, false);
        o.console.usageReport = UsageReport();
        o.page.show();
        QTRY_COMPARE(o.figure(u"overview.requests"_s), u"0"_s);
        QSignalSpy spy(&o.page, &Page::wished);
        for (const QString &name : {u"overview.requests"_s, u"overview.success"_s, u"overview.saved"_s, u"overview.tokens"_s})
            QTest::mouseClick(o.part<FigureTile>(name), Qt::LeftButton);
        QVERIFY(spy.isEmpty());
    }

    void whatIsNotCountedYetIsSaid()
    {
        Opened o(test::FakeConsole::Start::Sample);
        auto *behind = o.part<QLabel>(u"overview.behind"_s);
        QVERIFY(!behind->isVisible());
        GatewayState state = o.console.gateway;
        state.ledgerJournaled = 12'000;
        o.console.setGateway(state);
        QVERIFY(behind->isVisible());
        QVERIFY2(behind->text().startsWith(u"12,000 "_s), qPrintable(behind->text()));
        const auto asked = o.console.reportQueries.size();
        state.ledgerJournaled = 0;
        o.console.setGateway(state);
        QVERIFY(!behind->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(o.console.reportQueries.size() > asked, 10000); // what was counted meanwhile is shown
    }

    void aFailedQuestionIsTold()
    {
        Opened o(test::FakeConsole::Start::Sample, false);
        o.console.nextError = Error{ErrorKind::Unavailable, u"The database does not answer."_s, {}};
        o.page.show();
        QTRY_COMPARE(o.figure(u"overview.requests"_s), u"unknown"_s);
        o.page.refresh();
        QTRY_COMPARE(o.figure(u"overview.requests"_s), u"39"_s);
    }

    void theLastTenRequests()
    {
        Opened o(test::FakeConsole::Start::Sample);
        auto *table = o.part<FittedTable>(u"overview.lastRequests"_s);
        QCOMPARE(table->model()->rowCount(), 10);
        QSignalSpy spy(&o.page, &Page::wished);
        table->setCurrentIndex(table->model()->index(0, LogModel::Chain));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(spy.takeFirst().first().value<Wish>(), Wish::make(Wish::What::ShowExchange, u"req_0001"_s));
        QCOMPARE(o.wishOf(o.part<QPushButton>(u"overview.showLog"_s)), Wish::make(Wish::What::ShowLog));
    }

    void channelsAndTheirHealth()
    {
        Opened o(test::FakeConsole::Start::Sample);
        auto *table = o.part<FittedTable>(u"overview.health"_s);
        QAbstractItemModelTester tester(table->model());
        QCOMPARE(table->model()->rowCount(), 5); // four channels and the built-in models
        const auto said = [table](int row) { return table->model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); };
        QVERIFY2(said(0).contains(u"Healthy"_s), qPrintable(said(0)));
        QVERIFY2(said(1).contains(u"Paused"_s), qPrintable(said(1)));
        QSignalSpy changed(table->model(), &QAbstractItemModel::dataChanged);
        QList<CandidateHealth> worse = o.console.healths;
        worse[0].phase = u"suspended"_s;
        worse[0].suspendedFor = Milliseconds(42'000);
        o.console.setHealth(worse);
        QVERIFY(changed.count() > 0);
        QVERIFY2(said(0).contains(u"42 s"_s), qPrintable(said(0)));
        QSignalSpy spy(&o.page, &Page::wished);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(spy.takeFirst().first().value<Wish>(), Wish::make(Wish::What::ShowChannels, u"siliconflow"_s));
    }

    void theDemoCanBeRemoved()
    {
        Opened o(test::FakeConsole::Start::Sample);
        QCOMPARE(o.wishOf(o.part<QPushButton>(u"overview.removeDemo"_s)), Wish::make(Wish::What::RemoveDemo));
        QCOMPARE(o.wishOf(o.part<QPushButton>(u"overview.seeDemo"_s)), Wish::make(Wish::What::SeeDemo));
        Configuration changed = o.console.stored;
        for (GatewayKey &key : changed.keys)
            key.chain = changed.keys.first().chain;
        o.console.setConfiguration(changed);
        QVERIFY2(!o.part<QPushButton>(u"overview.removeDemo"_s)->isVisible(), "a key that is merely called demo is a person's own");
    }

    void aHiddenPageDoesNothing()
    {
        Opened o(test::FakeConsole::Start::Sample, false);
        o.page.refresh();
        ExchangeRecord one = o.console.exchangesNewestFirst.first();
        one.id = u"req_of_a_drill"_s;
        one.kind = ExchangeKind::Drill;
        o.console.record({one});
        o.console.setHealth(o.console.healths);
        o.console.setConfiguration(o.console.stored);
        QCoreApplication::processEvents();
        QVERIFY(o.console.reportQueries.isEmpty());
        QCOMPARE(o.part<FittedTable>(u"overview.lastRequests"_s)->model()->rowCount(), 0);
        o.page.show();
        QCOMPARE(o.console.reportQueries.size(), 1);
        QCOMPARE(o.part<FittedTable>(u"overview.lastRequests"_s)->model()->rowCount(), 10);
        QCOMPARE(o.console.recent().first().id, one.id);
        QVERIFY2(o.console.recent().at(1).id == o.part<FittedTable>(u"overview.lastRequests"_s)->model()->index(0, 0).data(LogModel::IdRole).toString(),
                 "a drill is no request of anybody");
    }

    void everybodyCanUseIt_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("what");
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            for (const QString &what : {u"filled"_s, u"steps"_s, u"empty"_s, u"nothing"_s})
                QTest::addRow("%s, %s", qPrintable(language), qPrintable(what)) << language << what;
        }
    }
    void everybodyCanUseIt()
    {
        QFETCH(QString, language);
        QFETCH(QString, what);
        Opened o(what == "filled"_L1 || what == "steps"_L1 ? test::FakeConsole::Start::Sample : test::FakeConsole::Start::Empty);
        if (what == "steps"_L1)
            o.page.recallChecklist();
        if (what == "nothing"_L1)
            o.preferences.set(preferences::ChecklistHidden, true);
        m_translations.choose(language); // live
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(test::accessibilityProblems(&o.page).join(u'\n'), QString());
        QCOMPARE(test::clippedTexts(&o.page).join(u'\n'), QString());
        m_translations.choose(u"en"_s);
    }

private:
    std::unique_ptr<Theme> m_theme;
    Translations m_translations;
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
