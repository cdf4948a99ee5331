// SPDX-License-Identifier: GPL-3.0-or-later
// Requests of the console's own through the gateway: what is told of them, in which order.
#include "ConsoleBench.h"

using namespace understudy;
using namespace understudy::test;

namespace {

/// Writes down what a run tells.
class Story : public QObject {
public:
    explicit Story(std::unique_ptr<TrialRun> trial) : run(std::move(trial))
    {
        connect(run.get(), &TrialRun::attemptBegan, this, [this](const AttemptRecord &attempt) {
            log += u"began %1 %2"_s.arg(attempt.index).arg(attempt.model.section(u'-', -1));
        });
        connect(run.get(), &TrialRun::attemptEnded, this, [this](const AttemptRecord &attempt) {
            log += u"ended %1 %2>%3"_s.arg(attempt.index).arg(word(attempt.outcome), word(attempt.decision));
        });
        connect(run.get(), &TrialRun::text, this, [this](const QString &delta, bool reasoning) {
            const QString kind = reasoning ? u"reasoning"_s : u"text"_s;
            if (log.isEmpty() || log.last() != kind)
                log += kind;
            (reasoning ? thoughts : answer) += delta;
        });
        connect(run.get(), &TrialRun::finished, this, [this](const TrialResult &what) {
            result = what;
            log += u"finished"_s;
        });
        connect(run.get(), &TrialRun::recorded, this, [this](const ExchangeRecord &exchange) {
            record = exchange;
            log += u"recorded"_s;
        });
    }
    std::unique_ptr<TrialRun> run;
    QStringList log;
    QString answer, thoughts;
    std::optional<TrialResult> result;
    std::optional<ExchangeRecord> record;
};

} // namespace

class TestTrialRun : public QObject {
    Q_OBJECT

private slots:
    void demonstrationShowsItsFailover();
    void wholeAnswer();
    void aRecordedRequestOnceMore();
    void refusals_data();
    void refusals();
    void errorInTheStream();
    void destructionCancelsTheExchange();
};

void TestTrialRun::demonstrationShowsItsFailover()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    bench.console->setSimulatedFaults(DemoPrimaryModel, demoFaults());
    const GatewayKey key = *bench.key(DemoKeyName);
    QVERIFY(isDemoKey(key));
    Story story(bench.console->tryKey({key.id, u"auto"_s, u"Why is the sky blue?"_s, true}));
    QTRY_VERIFY_WITH_TIMEOUT(story.record, 15000);
    // The last attempt may end in the gateway a moment after its last byte has come.
    QStringList log = story.log;
    QVERIFY(log.removeOne(u"ended 2 answered>deliver"_s));
    log.removeAll(u"reasoning"_s);
    QCOMPARE(log, (QStringList{u"began 0 32B"_s, u"ended 0 overloaded>retry"_s, u"began 1 32B"_s, u"ended 1 timeout>next"_s, u"began 2 7B"_s,
                               u"text"_s, u"finished"_s, u"recorded"_s}));
    QVERIFY(!story.answer.isEmpty());
    QVERIFY(!story.thoughts.isEmpty());
    QVERIFY(story.result->complete);
    QCOMPARE(story.result->httpStatus, 200);
    QVERIFY(story.result->durationMs >= 2000);
    QCOMPARE(story.result->exchangeId, story.record->id);
    QCOMPARE(story.record->attempts.size(), 3);
}

void TestTrialRun::wholeAnswer()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    bench.upstream.setDefault(Answer::chat("a whole answer"));
    Story story(bench.console->tryKey({u"key_lab"_s, u"m1"_s, u"hi"_s, false}));
    QTRY_VERIFY(story.record);
    QCOMPARE(story.answer, u"a whole answer"_s);
    QVERIFY(story.result->complete);
    QVERIFY(!story.record->stream);
    QCOMPARE(story.record->askedModel, u"m1"_s);
}

void TestTrialRun::aRecordedRequestOnceMore()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    bench.upstream.setDefault(Answer::chat("once more"));
    TrialRequest request{u"key_lab"_s, u"m1"_s, {}, false};
    request.body = R"({"model":"m1","temperature":0.25,"messages":[{"role":"system","content":"short"},{"role":"user","content":"hi"}]})";
    Story story(bench.console->tryKey(request));
    QTRY_VERIFY(story.record);
    QCOMPARE(story.answer, u"once more"_s);
    QVERIFY(bench.upstream.requests().last().body.contains("0.25"));

    // The ledger's page, as the log asks for it.
    LogQuery query;
    query.filter = std::get<FilterExpression>(parseFilter(u"model:m1 status:2xx -kind:drill"_s, {}));
    std::optional<LogSlice> page;
    QObject context;
    const std::function<void()> ask = [&] {
        bench.console->logPage(query, &context, [&](const Result<LogSlice> &found) {
            if (found && !found->exchanges.isEmpty())
                page = *found;
            else // a moment later it is stored
                QTimer::singleShot(10, &context, ask);
        });
    };
    ask();
    QTRY_VERIFY(page);
    QCOMPARE(page->exchanges.size(), 1);
    QCOMPARE(page->exchanges.first().id, story.record->id);
}

void TestTrialRun::refusals_data()
{
    QTest::addColumn<QString>("keyId");
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("running");
    QTest::addColumn<int>("status");
    QTest::newRow("no such key") << u"key_none"_s << u"auto"_s << true << 0;
    QTest::newRow("stopped") << u"key_lab"_s << u"auto"_s << false << 0;
    QTest::newRow("no such model") << u"key_lab"_s << u"nobody"_s << true << 404;
    QTest::newRow("all candidates failed") << u"key_lab"_s << u"auto"_s << true << 502;
}

void TestTrialRun::refusals()
{
    QFETCH(QString, keyId);
    QFETCH(QString, model);
    QFETCH(bool, running);
    QFETCH(int, status);
    ConsoleBench bench;
    QVERIFY(bench.start());
    bench.upstream.setDefault(Answer::error(500, "oops"));
    if (!running) {
        bench.console->stopGateway();
        QVERIFY(bench.waitForPhase(Phase::Stopped));
    }
    Story story(bench.console->tryKey({keyId, model, u"hi"_s, true}));
    QVERIFY(story.log.isEmpty());
    QTRY_VERIFY(story.result);
    QVERIFY(!story.result->complete);
    if (status == 0)
        QCOMPARE(story.result->httpStatus, 0);
    else
        QVERIFY(story.result->httpStatus >= 400);
    QVERIFY(!story.result->error.isEmpty());
    QCOMPARE(story.log.count(u"finished"_s), 1);
}

void TestTrialRun::errorInTheStream()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    bench.upstream.setDefault(Answer::stream().delta("half an ").reset());
    Story story(bench.console->tryKey({u"key_lab"_s, u"auto"_s, u"hi"_s, true}));
    QTRY_VERIFY(story.record);
    QCOMPARE(story.answer, u"half an "_s);
    QCOMPARE(story.result->httpStatus, 200);
    QVERIFY(!story.result->complete);
    QVERIFY(!story.result->error.isEmpty());
    QCOMPARE(story.record->status, ExchangeStatus::Interrupted);
}

void TestTrialRun::destructionCancelsTheExchange()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    bench.upstream.setDefault(Answer::stream().delta("one").hang());
    QList<ExchangeRecord> told;
    connect(bench.console.get(), &Console::recorded, this, [&](const QList<ExchangeRecord> &exchanges) { told += exchanges; });
    Story story(bench.console->tryKey({u"key_lab"_s, u"auto"_s, u"hi"_s, true}));
    QTRY_COMPARE(story.answer, u"one"_s);
    story.run.reset();
    const QStringList before = story.log;
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 1000);
    QCOMPARE(told.first().status, ExchangeStatus::Cancelled);
    QCOMPARE(story.log, before);
    QVERIFY(bench.upstream.waitForOpenConnections(0));
}

QTEST_GUILESS_MAIN(TestTrialRun)
#include "tst_trialrun.moc"
