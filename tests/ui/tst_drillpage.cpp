// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/DrillReportJson.h"
#include "models/AttemptModel.h"
#include "models/DrillRequestsModel.h"
#include "pages/DrillPage.h"
#include "pages/DrillVerdictView.h"
#include "pages/OverviewPage.h"
#include "preferences/Preferences.h"
#include "preferences/TestMemory.h"
#include "theme/Marks.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/DrillSamples.h"
#include "ui/FakeConsole.h"
#include "widgets/DrillChain.h"
#include "widgets/ElidedLabel.h"
#include "widgets/EmptyState.h"
#include "widgets/FigureTile.h"
#include "widgets/ListStates.h"
#include "widgets/StripedBanner.h"
#include "widgets/ToneLabel.h"
#include "widgets/Waterfall.h"
#include "words/DrillWords.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

using F = DrillFault;
using P = DrillPreset;
using words::DrillPromise;

namespace {

constexpr QSize PageSize(804, 590); ///< what a window of 1024×640 leaves for it
const QString Tutorial = u"key_tutorial"_s;

void settle()
{
    for (int i = 0; i < 4; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
}

} // namespace

class TestDrillPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(u"light"_s);
        m_translations.choose(u"en"_s);
    }
    void cleanupTestCase() { m_theme.reset(); }
    void init() { m_console = std::make_unique<FakeConsole>(FakeConsole::Start::Sample); }
    void cleanup()
    {
        m_page.reset();
        m_console.reset();
    }

    void boxesFollowTheKey()
    {
        open();
        QCOMPARE(chain()->boxes().size(), 2);
        QVERIFY(chain()->boxes()[0]->accessibleName().startsWith(u"primary: DeepSeek-R1-Distill-Qwen-32B, my account ("_s));
        QVERIFY(chain()->boxes()[1]->accessibleName().contains(u"backup 1"_s));
        QCOMPARE(chain()->faults(), (QList{F::Unavailable, F::Healthy})); // primary down, to begin with
        choose(u"drill.key"_s, u"shop-assistant"_s);
        QCOMPARE(chain()->boxes().size(), 1);
        QCOMPARE(m_page->plan().keyId, u"key_shop"_s);
        // Changed elsewhere: what was chosen stays where the chain has the same length.
        m_page->focusOn(Tutorial);
        choose(u"drill.preset"_s, u"Everything down"_s);
        Configuration changed = m_console->stored;
        changed.keys[0].chain[0] = {u"deepseek-1"_s, u"deepseek-reasoner"_s};
        m_console->setConfiguration(changed);
        QVERIFY(chain()->boxes()[0]->accessibleName().contains(u"deepseek-reasoner"_s));
        QCOMPARE(chain()->faults(), (QList{F::Unavailable, F::Unavailable}));
        changed.keys.removeFirst();
        m_console->setConfiguration(changed);
        QVERIFY(m_page->plan().keyId != Tutorial);
        QVERIFY(!m_page->plan().keyId.isEmpty());
    }

    void whatNoChatReachesIsNotPlayed()
    {
        Configuration changed = m_console->stored;
        changed.channels[0].enabled = false;
        m_console->stored = changed;
        open();
        QVERIFY(!chain()->boxes()[0]->isEnabled());
        QVERIFY2(chain()->boxes()[0]->accessibleName().contains(u"Left out: its channel is paused"_s), qPrintable(chain()->boxes()[0]->accessibleName()));
        QVERIFY(chain()->boxes()[1]->isEnabled());
        QVERIFY(note().contains(u"nothing stands in"_s));
    }

    void presets_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QList<F>>("faults");
        QTest::newRow("down") << u"Primary down"_s << QList{F::Unavailable, F::Healthy};
        QTest::newRow("slow") << u"Primary slow"_s << QList{F::SilentBeforeOutput, F::Healthy};
        QTest::newRow("storm") << u"Rate limit storm"_s << QList{F::RateLimited, F::Healthy};
        QTest::newRow("everything") << u"Everything down"_s << QList{F::Unavailable, F::Unavailable};
        QTest::newRow("mid-stream") << u"Dies in mid-stream"_s << QList{F::Reset, F::Healthy};
    }
    void presets()
    {
        QFETCH(QString, preset);
        open();
        choose(u"drill.preset"_s, preset);
        QTEST(chain()->faults(), "faults");
        QCOMPARE(part<QComboBox>(u"drill.preset"_s)->currentText(), preset);
        QTEST(m_page->plan().faults, "faults");
    }

    void aBoxHasAMenu()
    {
        open();
        DrillBoxButton *box = chain()->boxes()[0];
        QTest::mouseClick(box, Qt::LeftButton);
        auto *menu = box->findChild<QMenu *>(u"drill.menu"_s);
        QVERIFY(menu && menu->isVisible());
        int faults = 0;
        for (const QAction *action : menu->actions()) {
            if (action->isSeparator())
                continue;
            ++faults;
            QCOMPARE(action->isChecked(), action->objectName() == u"drill.fault.503"_s);
            QVERIFY2(action->text().contains(u'\t') && action->toolTip().endsWith(u'.'), qPrintable(action->text()));
        }
        QCOMPARE(faults, DrillFaultCount); // all of them
        menu->findChild<QAction *>(u"drill.fault.429"_s)->trigger();
        menu->close();
        QCOMPARE(chain()->faults(), (QList{F::RateLimited, F::Healthy}));
        QCOMPARE(part<QComboBox>(u"drill.preset"_s)->currentText(), u"Rate limit storm"_s); // it is what that preset plays
        settle();
        QTest::keyClick(box, Qt::Key_Right);
        QCOMPARE(m_page->focusWidget(), chain()->boxes()[1]);
        QTest::keyClick(chain()->boxes()[1], Qt::Key_Return);
        menu = chain()->boxes()[1]->findChild<QMenu *>(u"drill.menu"_s);
        QVERIFY(menu);
        menu->findChild<QAction *>(u"drill.fault.stalled"_s)->trigger();
        menu->close();
        QCOMPARE(m_page->plan().faults, (QList{F::RateLimited, F::Stalled}));
        QCOMPARE(part<QComboBox>(u"drill.preset"_s)->currentText(), u"As the boxes say"_s);
        choose(u"drill.preset"_s, u"As the boxes say"_s); // chosen by hand it changes nothing
        QCOMPARE(m_page->plan().faults, (QList{F::RateLimited, F::Stalled}));
    }

    void everyFaultIsSaid()
    {
        QSet<QString> names;
        QList<F> grouped;
        for (const QList<F> &group : words::faultGroups())
            grouped += group;
        QCOMPARE(grouped.size(), DrillFaultCount);
        for (int i = 0; i < DrillFaultCount; ++i) {
            QVERIFY2(grouped.contains(F(i)), qPrintable(word(F(i))));
            QVERIFY2(!words::faultShort(F(i)).isEmpty() && !words::faultProof(F(i)).isEmpty(), qPrintable(word(F(i))));
            names.insert(words::faultName(F(i)));
        }
        QCOMPARE(names.size(), DrillFaultCount);
    }

    void costs_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QList<F>>("faults");
        QTest::addColumn<QString>("text");
        QTest::newRow("only simulated") << u"key_demo"_s << QList{F::Unavailable, F::Healthy} << u"No provider is called: simulated models give the answers."_s;
        QTest::newRow("nobody") << Tutorial << QList{F::Reset, F::Slow} << u"No provider is called: Understudy itself plays every place of the chain."_s;
        QTest::newRow("the backup is simulated") << Tutorial << QList{F::Unavailable, F::Healthy} << u"No provider is called: simulated models give the answers."_s;
        QTest::newRow("an account") << Tutorial << QList<F>{} << u"my account (SiliconFlow) is really called: about 7 request(s) that cost tokens."_s;
        QTest::newRow("an account behind a simulated one") << u"behind"_s << QList<F>{} << u"my account (SiliconFlow) is really called where the models before it fail: at most 7 request(s) that cost tokens."_s;
        QTest::newRow("two accounts") << u"two"_s << QList<F>{} << u"my account (SiliconFlow) is really called: about 7 request(s) that cost tokens. If it fails, deepseek-1 (DeepSeek) is called as well."_s;
    }
    void costs()
    {
        QFETCH(QString, key);
        QFETCH(QList<F>, faults);
        QFETCH(QString, text);
        GatewayKey asked = m_console->stored.keys[0];
        if (key == "behind"_L1)
            asked.chain = {{BuiltInChannelId, u"demo/DeepSeek-R1-Distill-Qwen-32B"_s}, asked.chain[0]};
        else if (key == "two"_L1)
            asked.chain = {asked.chain[0], {u"deepseek-1"_s, u"deepseek-reasoner"_s}};
        else if (key == "key_demo"_L1)
            asked = *m_console->stored.keyNamed(u"demo");
        const QList<words::DrillPlace> places = words::drillPlaces(m_console->stored, m_console->catalogue(), asked);
        QString said = words::drillCost(places, faults, 7).text;
        said.replace(u"7 requests"_s, u"7 request(s)"_s); // with and without the plurals of the translation
        text.replace(u"(SiliconFlow)"_s, u"(%1)"_s.arg(m_console->catalogue().provider(u"siliconflow")->name));
        text.replace(u"(DeepSeek)"_s, u"(%1)"_s.arg(m_console->catalogue().provider(u"deepseek")->name));
        QCOMPARE(said, text);
        QCOMPARE(words::drillCost(places, faults, 7).costs, text.contains(u"cost tokens"_s));
    }

    /// What the page shows is what the console gets.
    void thePlanIsWhatIsShown()
    {
        open();
        choose(u"drill.preset"_s, u"Dies in mid-stream"_s);
        part<QSpinBox>(u"drill.requests"_s)->setValue(20);
        part<QSpinBox>(u"drill.parallel"_s)->setValue(5);
        part<QCheckBox>(u"drill.stream"_s)->click();
        part<QComboBox>(u"drill.timeout"_s)->setCurrentIndex(1);
        const DrillPlan shown = m_page->plan();
        run();
        QCOMPARE(m_console->drillPlans, QList{shown});
        QCOMPARE(shown.keyId, Tutorial);
        QCOMPARE(shown.faults, (QList{F::Reset, F::Healthy}));
        QCOMPARE(shown.requests, 20);
        QCOMPARE(shown.parallel, 5);
        QCOMPARE(shown.stream, false);
        QVERIFY(!shown.timeout);
        for (const char *name : {"drill.key", "drill.preset", "drill.requests", "drill.parallel", "drill.stream", "drill.timeout"})
            QVERIFY2(!part<QWidget>(QLatin1StringView(name))->isEnabled(), name); // it cannot be changed under way
        QVERIFY(!chain()->boxes()[0]->isEnabled());
    }

    void theKeysOwnTimeoutsAreSaidWhereTheyHurt()
    {
        open();
        choose(u"drill.preset"_s, u"Primary slow"_s);
        QCOMPARE(note(), QString());
        QCOMPARE(m_page->plan().timeout, DrillPage::ShortTimeout);
        part<QComboBox>(u"drill.timeout"_s)->setCurrentIndex(1);
        QVERIFY2(note().contains(u"3 min"_s), qPrintable(note())); // a reasoning model is in the chain
    }

    void requestsAreFollowedLive()
    {
        open();
        part<QSpinBox>(u"drill.requests"_s)->setValue(3);
        run();
        auto *banner = part<StripedBanner>(u"drill.banner"_s);
        QVERIFY(banner->isVisible());
        QVERIFY(!part<ToneLabel>(u"drill.cost"_s)->isVisible());
        QCOMPARE(part<QPushButton>(u"drill.run"_s)->text(), u"Stop"_s);
        const DrillReport report = drillReport(*m_console, m_console->drillPlans.last());
        DrillRun &drill = *m_console->drillRun;
        auto *table = part<QTableView>(u"drill.requestsTable"_s);
        auto *waterfall = part<Waterfall>(u"drill.waterfall"_s);
        const QAbstractItemModel &rows = *table->model();
        QVERIFY(table->isVisible());

        // Two at the same time; the first is the one that is watched.
        const QList<AttemptRecord> &first = report.exchanges[0].record.attempts, &second = report.exchanges[1].record.attempts;
        emit drill.attemptBegan(1, second[0]);
        emit drill.attemptBegan(0, first[0]);
        QCOMPARE(rows.rowCount(), 2);
        QCOMPARE(rows.index(0, DrillRequestsModel::Number).data().toString(), u"2"_s);
        QCOMPARE(rows.index(0, DrillRequestsModel::Result).data().toString(), u"… running"_s);
        QCOMPARE(waterfall->model()->rowCount(), 1);
        QVERIFY(waterfall->model()->isRunning(0));
        emit drill.attemptEnded(0, first[0]);
        QVERIFY2(waterfall->model()->isRunning(0), "it belongs to another request");
        emit drill.attemptEnded(1, second[0]);
        QVERIFY(!waterfall->model()->isRunning(0));
        emit drill.attemptBegan(1, second[1]);
        QCOMPARE(waterfall->model()->rowCount(), 2);
        QCOMPARE(rows.index(0, DrillRequestsModel::Chain).data().toString(), u"✕32B …32B"_s);
        table->selectRow(1); // another one: what is known of it so far
        QCOMPARE(waterfall->model()->rowCount(), 1);
        QVERIFY(!waterfall->model()->isRunning(0));
        emit drill.attemptBegan(0, first[1]);
        QCOMPARE(waterfall->model()->rowCount(), 2);
        QVERIFY(waterfall->model()->isRunning(1));
        table->selectRow(0);
        QVERIFY(waterfall->model()->isRunning(1));

        emit drill.exchangeEnded(report.exchanges[1]);
        QCOMPARE(rows.index(0, DrillRequestsModel::Result).data().toString(), u"⇢ 200"_s);
        QCOMPARE(rows.index(0, DrillRequestsModel::Tokens).data().toString(), u"603"_s);
        QCOMPARE(waterfall->model()->rowCount(), int(second.size()));
        QVERIFY(part<ElidedLabel>(u"drill.said"_s)->fullText().startsWith(u"Your application got an answer. It needed 3 attempts"_s));
        QSignalSpy wished(m_page.get(), &Page::wished);
        emit table->activated(rows.index(1, 0)); // runs: the log does not know it yet
        emit table->activated(rows.index(0, 0));
        QCOMPARE(wished.count(), 1);
        QCOMPARE(wished.takeFirst().first().value<Wish>(), Wish::make(Wish::What::ShowExchange, report.exchanges[1].record.id));
        QTRY_VERIFY(banner->text().startsWith(u"Drill running: 1 of 3"_s));
        emit drill.finished(report);
        settle();
        QCOMPARE(rows.rowCount(), 3);
        QVERIFY(!banner->isVisible());
        QCOMPARE(part<QPushButton>(u"drill.run"_s)->text(), u"Run"_s);
        QVERIFY(!m_page->isRunning());
        QVERIFY(!m_console->drillRun);
        QVERIFY(chain()->boxes()[0]->isEnabled());
    }

    void theModelKeepsToItsContract()
    {
        DrillRequestsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        DrillPlan plan{Tutorial, faultsOf(P::PrimaryDown, 2), 4, 2};
        const DrillReport report = drillReport(*m_console, plan);
        for (const DrillExchange &exchange : report.exchanges) {
            model.begin(exchange.number, exchange.record.attempts[0]);
            model.end(exchange.number, exchange.record.attempts[0]);
        }
        model.finish(report.exchanges[0]);
        QCOMPARE(model.finished(), 1);
        model.stop();
        QCOMPARE(model.index(1, DrillRequestsModel::Result).data().toString(), u"○ Stopped"_s);
        QVERIFY(!model.isRunning(1));
        QCOMPARE(model.record(0), report.exchanges[0].record);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void verdicts_data()
    {
        QTest::addColumn<P>("preset");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("stream");
        QTest::addColumn<int>("requests");
        QTest::addColumn<Tone>("tone");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("why");
        const QString none;
        QTest::newRow("rescued") << P::PrimaryDown << Tutorial << true << 1 << Tone::Good << u"Passed: your application got a whole answer."_s << none;
        QTest::newRow("rescued, many") << P::PrimaryDown << Tutorial << true << 5 << Tone::Good << u"Passed: your application got a whole answer to each of 5 request"_s << none;
        QTest::newRow("slow") << P::PrimarySlow << Tutorial << true << 1 << Tone::Good << u"Passed"_s << none;
        QTest::newRow("storm") << P::RateLimitStorm << Tutorial << true << 2 << Tone::Good << u"Passed"_s << none;
        QTest::newRow("nothing left") << P::EverythingDown << Tutorial << true << 2 << Tone::Caution << u"As expected, your application got an error"_s << u"Every model that could be called was made to fail"_s;
        QTest::newRow("one model") << P::PrimaryDown << u"key_shop"_s << true << 1 << Tone::Caution << u"As expected, your application got an error"_s << u"nothing stands in"_s;
        QTest::newRow("mid-stream") << P::DiesMidStream << Tutorial << true << 1 << Tone::Caution << u"As expected, your application got only the beginning"_s << u"another model would begin anew"_s;
        QTest::newRow("mid-stream until it is tripped") << P::DiesMidStream << Tutorial << true << 5 << Tone::Caution << u"As expected: 2 of 5"_s << u"another model would begin anew"_s;
        QTest::newRow("in one piece it is rescued") << P::DiesMidStream << Tutorial << false << 1 << Tone::Good << u"Passed"_s << none;
    }
    void verdicts()
    {
        QFETCH(P, preset);
        QFETCH(QString, key);
        QFETCH(bool, stream);
        QFETCH(int, requests);
        QFETCH(QString, headline);
        QFETCH(QString, why);
        const auto places = std::find_if(m_console->stored.keys.begin(), m_console->stored.keys.end(), [&key](const GatewayKey &one) { return one.id == key; })->chain.size();
        const DrillReport report = drillReport(*m_console, {key, faultsOf(preset, int(places)), requests, 1, stream});
        const words::DrillVerdict verdict = words::drillVerdict(report);
        QVERIFY2(verdict.status.word.startsWith(headline), qPrintable(verdict.status.word));
        QTEST(verdict.status.tone, "tone");
        QVERIFY2(why.isEmpty() ? verdict.why.isEmpty() : verdict.why.contains(why), qPrintable(verdict.why));
        QCOMPARE(verdict.places.size(), places);
        for (const Status &place : verdict.places)
            QVERIFY2(place.tone != Tone::Bad, qPrintable(place.word));
        QVERIFY(!verdict.breakers.isEmpty());
        for (const DrillExchange &exchange : report.exchanges)
            QVERIFY(words::keptPromise(report, exchange));
    }

    /// Bug: “Tokens: 0” where the only attempt told nothing.
    void unknownTokensAreNotZero()
    {
        DrillVerdictView view;
        view.present(drillReport(*m_console, {Tutorial, faultsOf(P::DiesMidStream, 2), 1, 1, true}), {});
        QCOMPARE(view.findChild<FigureTile *>(u"drill.tokens"_s)->figure(), u"–"_s);
    }

    void brokenPromisesAreSaid()
    {
        // Backup down as well, though nobody played that.
        const DrillPlan plan{Tutorial, faultsOf(P::PrimaryDown, 2), 2, 1};
        const DrillReport report = drillReport(*m_console, plan, {{1, Outcome::ConnectFailed}});
        const words::DrillVerdict verdict = words::drillVerdict(report);
        QCOMPARE(verdict.status.tone, Tone::Bad);
        QVERIFY2(verdict.status.word.startsWith(u"Not as expected: 2 of 2"_s), qPrintable(verdict.status.word));
        QCOMPARE(verdict.places[0].tone, Tone::Good);
        QCOMPARE(verdict.places[1].tone, Tone::Bad);
        QVERIFY2(verdict.places[1].word.contains(u"Not reachable"_s), qPrintable(verdict.places[1].word));
        QVERIFY2(verdict.seen.contains(u"HTTP 503 × 2"_s), qPrintable(verdict.seen));
        // A 401 that was taken for an overload: rescued, and still not what was played.
        const DrillReport taken = drillReport(*m_console, {Tutorial, {F::Unauthorized, F::Healthy}, 1, 1}, {{0, Outcome::Overloaded}});
        QCOMPARE(words::drillVerdict(taken).status.tone, Tone::Good);
        QCOMPARE(words::drillVerdict(taken).places[0].tone, Tone::Bad);
        // A stream that died and was passed off as whole.
        DrillReport lie = drillReport(*m_console, {Tutorial, faultsOf(P::DiesMidStream, 2), 1, 1});
        lie.exchanges[0].complete = true;
        QCOMPARE(words::drillVerdict(lie).status.tone, Tone::Bad);
    }

    /// An embedding model at the top of the chain was taken for one that owed an answer.
    void placesBeforeTheStartOweNothing()
    {
        DrillReport report = drillReport(*m_console, {Tutorial, {F::Healthy, F::Unavailable}, 1, 1});
        report.exchanges[0].complete = false;
        report.exchanges[0].record.attempts = {report.exchanges[0].record.attempts[0]};
        QCOMPARE(words::promiseOf(report, report.exchanges[0]), DrillPromise::Answer);
        report.exchanges[0].record.attempts[0].position = 1;
        QCOMPARE(words::promiseOf(report, report.exchanges[0]), DrillPromise::Error);
        report.exchanges[0].record.attempts.clear(); // nothing could be called
        QCOMPARE(words::promiseOf(report, report.exchanges[0]), DrillPromise::Error);
    }

    void eitherIsRightWhereThePolicyDecides()
    {
        DrillReport report = drillReport(*m_console, {Tutorial, {F::Slow, F::Unavailable}, 1, 1});
        QCOMPARE(words::promiseOf(report, report.exchanges[0]), DrillPromise::Answer);
        report = drillReport(*m_console, {Tutorial, {F::Slow, F::Unavailable}, 1, 1}, {{0, Outcome::Timeout}});
        QCOMPARE(words::promiseOf(report, report.exchanges[0]), DrillPromise::Error);
        QCOMPARE(words::drillVerdict(report).places[0].tone, Tone::Good);
    }

    void theVerdictIsShownAndCompared()
    {
        open();
        part<QSpinBox>(u"drill.requests"_s)->setValue(5);
        choose(u"drill.preset"_s, u"Everything down"_s);
        play();
        auto *verdict = part<DrillVerdictView>(u"drill.verdict"_s);
        QVERIFY(verdict->isVisible());
        QVERIFY(verdict->headline().contains(u"As expected"_s));
        QCOMPARE(part<FigureTile>(u"drill.whole"_s)->figure(), u"0 of 5"_s);
        QVERIFY(!shown().contains(u"Compared with"_s));
        QVERIFY(shown().contains(u"siliconflow-1/DeepSeek-R1-Distill-Qwen-32B was tripped and rests for another 15 s."_s));

        choose(u"drill.preset"_s, u"Primary down"_s);
        play();
        QVERIFY(verdict->headline().contains(u"Passed"_s));
        QCOMPARE(part<FigureTile>(u"drill.whole"_s)->figure(), u"5 of 5"_s);
        QCOMPARE(part<FigureTile>(u"drill.tokens"_s)->figure(), u"3,015"_s);
        QVERIFY(shown().contains(u"Compared with the drill of 14:02:11"_s));
        QVERIFY(shown().contains(u"Whole answers: 0 of 5 → 5 of 5"_s));
        QVERIFY(shown().contains(u"cannot be compared one to one"_s));
        play(); // the same once more
        QVERIFY(shown().contains(u"Whole answers: 5 of 5, as before"_s));
        QVERIFY(!shown().contains(u"cannot be compared one to one"_s));
        m_page->focusOn(u"key_demo"_s); // another key has no drill before
        play();
        QVERIFY(!shown().contains(u"Compared with"_s));
    }

    void theSameDrillOfAnEarlierSessionIsComparedFirst()
    {
        open();
        choose(u"drill.preset"_s, u"Everything down"_s);
        play(); // of this session, but other things were played
        choose(u"drill.preset"_s, u"Primary down"_s);
        run();
        const DrillReport report = drillReport(*m_console, m_console->drillPlans.last());
        DrillReport before = report;
        before.exchanges[0].complete = false;
        emit m_console->drillRun->playedBefore(before);
        playReport(*m_console->drillRun, report);
        QVERIFY(shown().contains(u"Compared with the drill"_s));
        QVERIFY(!shown().contains(u"cannot be compared one to one"_s));
        QVERIFY(shown().contains(u"Whole answers: 0 of 1 → 1 of 1"_s));
    }

    void stopping()
    {
        open();
        part<QSpinBox>(u"drill.requests"_s)->setValue(4);
        run();
        const DrillReport report = drillReport(*m_console, m_console->drillPlans.last());
        playExchange(*m_console->drillRun, report.exchanges[0]);
        emit m_console->drillRun->attemptBegan(1, report.exchanges[1].record.attempts[0]);
        QSignalSpy said(m_page.get(), &Page::said);
        QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(!m_console->drillRun, "nothing more may be called");
        QVERIFY(!m_page->isRunning());
        QVERIFY(said.takeFirst().first().value<Message>().text.startsWith(u"Drill stopped after 1 of 4"_s));
        const QAbstractItemModel &rows = *part<QTableView>(u"drill.requestsTable"_s)->model();
        QCOMPARE(rows.index(1, DrillRequestsModel::Result).data().toString(), u"○ Stopped"_s);
        run();
        run(); // a double click
        QVERIFY(m_console->drillRun);
        const auto stops = [this] {
            if (m_console->drillRun)
                run();
            return !m_console->drillRun;
        };
        QTRY_VERIFY(stops());
        QVERIFY(!part<QTabWidget>(u"drill.tabs"_s)->isTabVisible(0));
        QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier); // and again
        QVERIFY(m_console->drillRun);
        m_page.reset();
        QVERIFY2(!m_console->drillRun, "closing the window ends it");
    }

    void failing()
    {
        open();
        run();
        QSignalSpy said(m_page.get(), &Page::said);
        emit m_console->drillRun->failed({ErrorKind::Unavailable, u"No loopback port is free. Close some programs and try again."_s, {}});
        settle();
        QVERIFY(!m_page->isRunning());
        QCOMPARE(said.takeFirst().first().value<Message>().text, u"The drill could not run: No loopback port is free. Close some programs and try again."_s);
        QVERIFY(part<EmptyState>(u"drill.hint"_s)->isVisible());
        QVERIFY(part<QPushButton>(u"drill.run"_s)->isEnabled());
    }

    void aDrillOutlivesWhatHappensAround()
    {
        open();
        run();
        m_page->focusOn(u"key_shop"_s); // from another page: the running one is not thrown away
        QCOMPARE(m_page->plan().keyId, Tutorial);
        m_console->setConfiguration(m_console->stored);
        GatewayState state = m_console->gateway;
        state.phase = GatewayState::Phase::Stopped;
        m_console->setGateway(state);
        QVERIFY(m_page->isRunning());
        QVERIFY(!part<QComboBox>(u"drill.key"_s)->isEnabled());
        m_page->hide();
        emit m_console->drillRun->finished(drillReport(*m_console, m_console->drillPlans.last()));
        m_page->show();
        QVERIFY(part<DrillVerdictView>(u"drill.verdict"_s)->headline().contains(u"Passed"_s));
    }

    void nothingToDrill_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Wish>("wish");
        QTest::newRow("no key") << u"none"_s << u"No key to drill yet"_s << Wish::make(Wish::What::CreateKey);
        QTest::newRow("locked") << u"locked"_s << u"The secrets are locked"_s << Wish::show(PageId::Settings, u"secrets"_s);
    }
    void nothingToDrill()
    {
        QFETCH(QString, state);
        QFETCH(QString, text);
        QFETCH(Wish, wish);
        m_console->gateway.vault.locked = state == "locked"_L1;
        if (state == "none"_L1)
            m_console->stored.keys.clear();
        open({});
        QVERIFY(everyText(m_page.get()).contains(text));
        QVERIFY(!part<QPushButton>(u"drill.run"_s)->isVisible());
        QSignalSpy wished(m_page.get(), &Page::wished);
        QTest::mouseClick(part<QPushButton>(u"drill.empty.primary"_s), Qt::LeftButton);
        QCOMPARE(wished.takeFirst().first().value<Wish>(), wish);
        QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_console->drillPlans.isEmpty());
        m_console->gateway.vault.locked = false;
        m_console->setConfiguration(FakeConsole(FakeConsole::Start::Sample).stored);
        QVERIFY(part<QPushButton>(u"drill.run"_s)->isVisible());
    }

    void aKeyThatCannotChat()
    {
        Configuration changed = m_console->stored;
        changed.channels[0].enabled = false;
        changed.keys[0].chain.removeLast();
        m_console->stored = changed;
        open();
        QVERIFY(!part<QPushButton>(u"drill.run"_s)->isEnabled());
        QVERIFY(note().contains(u"nothing to drill"_s));
    }

    /// Overview → Run: two clicks for somebody who has never seen the page.
    void newcomersNeedTwoClicks()
    {
        QTemporaryDir folder;
        Preferences preferences(folder.filePath(u"console.ini"_s));
        TestMemory tests(folder.filePath(u"tests.ini"_s));
        OverviewPage overview(*m_console, preferences, tests);
        overview.resize(PageSize);
        overview.show();
        settle();
        QSignalSpy wished(&overview, &Page::wished);
        QTest::mouseClick(overview.findChild<QPushButton *>(u"overview.drill"_s), Qt::LeftButton);
        const Wish wish = wished.takeFirst().first().value<Wish>();
        QCOMPARE(wish, Wish::show(PageId::Drill, Tutorial)); // the first that is enabled
        open({});
        choose(u"drill.preset"_s, u"Everything down"_s);
        m_page->focusOn(wish.id);
        QVERIFY(part<QPushButton>(u"drill.run"_s)->hasFocus());
        QTest::keyClick(part<QPushButton>(u"drill.run"_s), Qt::Key_Space);
        QCOMPARE(m_console->drillPlans.size(), 1);
        QCOMPARE(m_console->drillPlans[0].faults, (QList{F::Unavailable, F::Healthy}));
        Configuration paused = m_console->stored;
        for (GatewayKey &key : paused.keys)
            key.enabled = false;
        m_console->setConfiguration(paused);
        settle();
        QVERIFY(!overview.findChild<QPushButton *>(u"overview.drill"_s)->isVisible());
    }

    void reportsAreSaved()
    {
        open();
        play();
        QVERIFY(part<QPushButton>(u"drill.save"_s)->isVisible());
        QTemporaryDir folder;
        QSignalSpy said(m_page.get(), &Page::said);
        const auto saved = [&](const QString &name) {
            m_page->saveReport(folder.filePath(name));
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const Result<DrillReport> read = drillReportFromJson(saved(u"report.json"_s));
        QVERIFY(read.ok());
        QCOMPARE(read->keyName, u"tutorial"_s);
        QCOMPARE(said.takeFirst().first().value<Message>().level, Message::Level::Success);
        const QString english = QString::fromUtf8(saved(u"report.html"_s));
        QVERIFY(english.contains(part<DrillVerdictView>(u"drill.verdict"_s)->headline()));
        QVERIFY(english.contains(u"503, not available"_s));
        m_translations.choose(u"zh_CN"_s);
        const QString chinese = QString::fromUtf8(saved(u"report.html"_s));
        m_translations.choose(u"en"_s);
        QVERIFY(chinese.contains(u"lang=\"zh"_s));
        QVERIFY2(!QRegularExpression(u">[^<]*[a-z]{3,} [a-z]{3,}[^<]*<"_s).match(chinese.section(u"</style>"_s, 1)).hasMatch(), "an English phrase in the Chinese report");
        said.clear();
        m_page->saveReport(folder.filePath(u"no/such/folder/report.html"_s));
        QCOMPARE(said.takeFirst().first().value<Message>().level, Message::Level::Error);
    }

    void everybodyCanUseIt_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("state");
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            for (const QString &state : {u"idle"_s, u"running"_s, u"verdict"_s, u"requests"_s, u"empty"_s, u"locked"_s, u"long"_s})
                QTest::addRow("%s, %s", qPrintable(state), qPrintable(language)) << language << state;
        }
    }
    void everybodyCanUseIt()
    {
        QFETCH(QString, language);
        QFETCH(QString, state);
        if (state == "empty"_L1)
            m_console->stored.keys.clear();
        m_console->gateway.vault.locked = state == "locked"_L1;
        if (state == "long"_L1) {
            QList<Candidate> &chain = m_console->stored.keys[0].chain;
            chain = {chain[0], {u"deepseek-1"_s, u"deepseek-reasoner"_s}, {u"siliconflow-2"_s, chain[0].model}, {u"deepseek-1"_s, u"deepseek-chat"_s}, chain[1]};
        }
        open(state == "empty"_L1 ? QString() : Tutorial);
        if (state == "running"_L1) {
            part<QSpinBox>(u"drill.requests"_s)->setValue(1000);
            run();
            const DrillReport report = drillReport(*m_console, m_console->drillPlans.last());
            playExchange(*m_console->drillRun, report.exchanges[0]);
        } else if (state == "verdict"_L1 || state == "requests"_L1) {
            choose(u"drill.preset"_s, u"Dies in mid-stream"_s);
            part<QSpinBox>(u"drill.requests"_s)->setValue(5);
            play();
            play();
            part<QTabWidget>(u"drill.tabs"_s)->setCurrentIndex(state == "requests"_L1);
        }
        m_translations.choose(language); // live
        settle();
        QCOMPARE(m_page->size(), PageSize);
        QCOMPARE(accessibilityProblems(m_page.get()).join(u'\n'), QString());
        QCOMPARE(clippedTexts(m_page.get()).join(u'\n'), QString());
        const QString everything = everyText(m_page.get()).join(u'\n');
        for (const GatewayKey &key : m_console->stored.keys)
            QVERIFY(!everything.contains(QString::fromUtf8(key.secret.reveal())));
        m_translations.choose(u"en"_s);
    }

private:
    void open(const QString &key = Tutorial)
    {
        m_page = std::make_unique<DrillPage>(*m_console);
        m_page->resize(PageSize);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        if (!key.isEmpty())
            m_page->focusOn(key);
        settle();
    }
    void run() { QTest::mouseClick(part<QPushButton>(u"drill.run"_s), Qt::LeftButton); }
    void play()
    {
        run();
        QVERIFY(m_console->drillRun);
        playReport(*m_console->drillRun, drillReport(*m_console, m_console->drillPlans.last()));
        settle();
    }
    /// As a person does: by its text.
    void choose(const QString &name, const QString &text)
    {
        auto *combo = part<QComboBox>(name);
        const int at = combo->findText(text);
        QVERIFY2(at >= 0, qPrintable(text));
        combo->setCurrentIndex(at);
        emit combo->activated(at);
    }
    template<typename T>
    T *part(const QString &name) const { return m_page->findChild<T *>(name); }
    DrillChain *chain() const { return part<DrillChain>(u"drill.chain"_s); }
    QString note() const { return part<ToneLabel>(u"drill.note"_s)->said(); }
    QString shown() const { return everyText(part<DrillVerdictView>(u"drill.verdict"_s)).join(u'\n'); }

    std::unique_ptr<Theme> m_theme;
    Translations m_translations;
    std::unique_ptr<FakeConsole> m_console;
    std::unique_ptr<DrillPage> m_page;
};

QTEST_MAIN(TestDrillPage)
#include "tst_drillpage.moc"
