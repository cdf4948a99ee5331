// SPDX-License-Identifier: GPL-3.0-or-later
// Drills of the console: beside its own gateway, without one, and beside another process's.
#include "ConsoleBench.h"

using namespace understudy;
using namespace understudy::test;

namespace {

/// Writes down what a run tells.
class Story : public QObject {
public:
    explicit Story(std::unique_ptr<DrillRun> drill)
        : run(std::move(drill))
    {
        connect(run.get(), &DrillRun::attemptBegan, this,
                [this](int request, const AttemptRecord &attempt) { log += u"%1 began %2"_s.arg(request).arg(attempt.index); });
        connect(run.get(), &DrillRun::attemptEnded, this, [this](int request, const AttemptRecord &attempt) {
            log += u"%1 ended %2 %3"_s.arg(request).arg(attempt.index).arg(word(attempt.outcome));
        });
        connect(run.get(), &DrillRun::exchangeEnded, this,
                [this](const DrillExchange &exchange) { log += u"%1 over"_s.arg(exchange.number); });
        connect(run.get(), &DrillRun::playedBefore, this, [this](const DrillReport &what) { before = what; });
        connect(run.get(), &DrillRun::finished, this, [this](const DrillReport &what) {
            report = what;
            log += u"finished"_s;
        });
        connect(run.get(), &DrillRun::failed, this, [this](const Error &what) {
            error = what;
            log += u"failed"_s;
        });
    }
    bool wait()
    {
        return QTest::qWaitFor([this] { return report || error; }, 20000);
    }
    std::unique_ptr<DrillRun> run;
    QStringList log;
    std::optional<DrillReport> before;
    std::optional<DrillReport> report;
    std::optional<Error> error;
};

DrillPlan planFor(const GatewayKey &key, DrillFault primary)
{
    DrillPlan plan;
    plan.keyId = key.id;
    plan.faults = {primary};
    plan.timeout = Milliseconds {500};
    return plan;
}

const QStringList rescue {u"0 began 0"_s, u"0 ended 0 credential_refused"_s, u"0 began 1"_s, u"0 ended 1 answered"_s, u"0 over"_s,
                          u"finished"_s};

/// The one request of the drill: among the last ones, marked, and by its id in the ledger a moment later.
bool isInTheLog(ConsoleBench &bench, const Story &story)
{
    const QString id = story.report->exchanges.first().record.id;
    const auto isShown = [&] {
        const QList<ExchangeRecord> recent = bench.console->recent();
        return std::any_of(recent.begin(), recent.end(), [&](const ExchangeRecord &one) { return one.id == id && one.kind == ExchangeKind::Drill; });
    };
    const auto isStored = [&] {
        const auto found = replyOf<ExchangeRecord>([&](QObject *context, auto done) { bench.console->exchange(id, context, done); });
        return found && found->ok() && (*found)->kind == ExchangeKind::Drill;
    };
    return QTest::qWaitFor(isShown, 5000) && QTest::qWaitFor(isStored, 5000);
}

} // namespace

class TestDrillRun : public QObject {
    Q_OBJECT

private slots:
    void besideItsGateway()
    {
        ConsoleBench bench;
        QVERIFY(bench.start());
        QCOMPARE(bench.ask().status, 200);
        QTRY_COMPARE(bench.console->recent().size(), 1);
        QTRY_COMPARE(bench.console->health().size(), 1);
        const QList<CandidateHealth> health = bench.console->health();
        Story story(bench.console->drill(planFor(*bench.key(DemoKeyName), DrillFault::Unauthorized)));
        QVERIFY(story.log.isEmpty());
        QVERIFY(story.wait());
        QCOMPARE(story.log, rescue);
        QCOMPARE(story.report->keyName, DemoKeyName);
        QVERIFY(story.report->exchanges.first().complete);
        QVERIFY(isInTheLog(bench, story));
        // Nobody else has noticed.
        QCOMPARE(bench.ask().status, 200);
        QTRY_COMPARE(bench.console->recent().size(), 3);
        QCOMPARE(bench.console->health(), health);
        const auto usage = replyOf<UsageSummary>([&](QObject *context, auto done) { bench.console->usage({}, context, done); });
        QVERIFY(usage && usage->ok());
        QVERIFY((*usage)->requests <= 2);
    }

    void withoutAGateway()
    {
        ConsoleBench bench;
        QVERIFY(bench.waitForPhase(Phase::Stopped));
        QVERIFY(bench.change([&](Configuration &configuration) { bench.fill(configuration); }).ok());
        QTRY_VERIFY(bench.key(DemoKeyName));
        Story story(bench.console->drill(planFor(*bench.key(DemoKeyName), DrillFault::Unauthorized)));
        QVERIFY(story.wait());
        QCOMPARE(story.log, rescue);
        QVERIFY(isInTheLog(bench, story));
        QCOMPARE(bench.console->state().phase, Phase::Stopped);
    }

    void besideAnothersGateway()
    {
        ConsoleBench first;
        QVERIFY(first.start());
        ConsoleBench second(first.path());
        QVERIFY(second.waitForPhase(Phase::Running));
        QVERIFY(second.console->state().attached);
        Story story(second.console->drill(planFor(*second.key(DemoKeyName), DrillFault::Unauthorized)));
        QVERIFY(story.wait());
        QCOMPARE(story.log, rescue);
        QVERIFY(isInTheLog(second, story));
        const QList<ExchangeRecord> seen = first.console->recent();
        QVERIFY(std::all_of(seen.begin(), seen.end(), [](const ExchangeRecord &one) { return one.kind == ExchangeKind::Drill; }));
    }

    void anEarlierSessionsDrillIsToldOf()
    {
        ConsoleBench first;
        QVERIFY(first.start());
        const DrillPlan plan = planFor(*first.key(DemoKeyName), DrillFault::Unauthorized);
        Story never(first.console->drill(plan));
        QVERIFY(never.wait());
        QVERIFY(never.report);
        QVERIFY(!never.before);
        first.console.reset();

        ConsoleBench second(first.path());
        QVERIFY(second.waitForPhase(Phase::Stopped));
        Story other(second.console->drill(planFor(*second.key(DemoKeyName), DrillFault::Unavailable)));
        QVERIFY(other.wait());
        QVERIFY2(!other.before, "another plan");
        Story again(second.console->drill(plan));
        QVERIFY(again.wait());
        QCOMPARE(again.before->began, never.report->began);
        QCOMPARE(again.before->exchanges.size(), 1);
    }

    void failures()
    {
        ConsoleBench bench;
        DrillPlan plan;
        plan.keyId = u"key_that_never_was"_s;
        Story early(bench.console->drill(plan)); // maybe before the data is open
        QVERIFY(early.wait());
        QCOMPARE(early.log, QStringList {u"failed"_s});
        QVERIFY(bench.waitForPhase(Phase::Stopped));
        Story later(bench.console->drill(plan));
        QVERIFY(later.wait());
        QCOMPARE(later.error->kind, ErrorKind::NotFound);
    }

    void destructionStopsIt()
    {
        ConsoleBench bench;
        QVERIFY(bench.start());
        DrillPlan plan = planFor(*bench.key(DemoKeyName), DrillFault::SilentBeforeHead);
        plan.faults.append(DrillFault::SilentBeforeHead);
        plan.timeout = Milliseconds {60000};
        auto story = std::make_unique<Story>(bench.console->drill(plan));
        QTRY_VERIFY(!story->log.isEmpty());
        story.reset();
        QElapsedTimer took;
        took.start();
        bench.console.reset();
        QVERIFY2(took.elapsed() < 10000, "the console does not wait for the timeout");
    }
};

QTEST_GUILESS_MAIN(TestDrillRun)
#include "tst_drillrun.moc"
