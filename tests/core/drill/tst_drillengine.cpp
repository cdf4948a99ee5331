// SPDX-License-Identifier: GPL-3.0-or-later
// Drills on real sockets: every fault, streamed and whole, gives what SEMANTICS promises; and nothing else notices.
#include "DrillBench.h"

#include "exports/DrillReportHtml.h"
#include "exports/DrillReportJson.h"
#include "gateway/Gateway.h"
#include "support/FakeUpstream.h"
#include "support/RawHttpClient.h"

#include <QJsonDocument>
#include <QMutex>
#include <QRandomGenerator>

#include <numeric>

using namespace understudy;
using namespace understudy::test;

Q_DECLARE_METATYPE(understudy::DrillFault)
Q_DECLARE_METATYPE(QList<understudy::DrillFault>)

namespace {

/// Any call into the gateway that serves would leave a trace here.
class CountingLedger final : public ExchangeListener {
public:
    void record(ExchangeRecord &&exchange) override
    {
        const QMutexLocker lock(&m_mutex);
        m_kinds.append(exchange.kind);
    }
    QList<ExchangeKind> kinds() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_kinds;
    }

private:
    mutable QMutex m_mutex;
    QList<ExchangeKind> m_kinds;
};

} // namespace

class TestDrillEngine : public QObject {
    Q_OBJECT

private slots:
    void everyFault_data();
    void everyFault();
    void everythingFails_data();
    void everythingFails();
    void presets_data();
    void presets();
    void emptyAnswerAsFailure();
    void healthyModelsAreReallyCalled();
    void failingModelsAreNeverCalled();
    void manyAtOnce();
    void toldInOrder();
    void otherPaths_data();
    void otherPaths();
    void cannotBegin_data();
    void cannotBegin();
    void stopsAtOnce();
    void liveGatewayIsUntouched();
};

void TestDrillEngine::everyFault_data()
{
    QTest::addColumn<DrillFault>("fault");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<QString>("outcomes");
    QTest::addColumn<bool>("complete");
    const QString rescued = u"connect_failed connect_failed answered"_s;
    const auto both = [](const char *name, DrillFault fault, const QString &outcomes) {
        QTest::addRow("%s, streamed", name) << fault << true << outcomes << true;
        QTest::addRow("%s, whole", name) << fault << false << outcomes << true;
    };
    both("healthy", DrillFault::Healthy, u"answered"_s);
    both("refused", DrillFault::Refused, rescued);
    both("name not found", DrillFault::NameNotFound, rescued);
    both("401", DrillFault::Unauthorized, u"credential_refused answered"_s);
    both("402", DrillFault::PaymentRequired, u"quota_exhausted answered"_s);
    both("429 with Retry-After", DrillFault::RateLimited, u"rate_limited answered"_s);
    both("500", DrillFault::ServerError, u"overloaded overloaded answered"_s);
    both("503", DrillFault::Unavailable, u"overloaded overloaded answered"_s);
    both("silent before the head", DrillFault::SilentBeforeHead, u"timeout timeout answered"_s);
    both("silent before the output", DrillFault::SilentBeforeOutput, u"timeout timeout answered"_s);
    both("malformed JSON", DrillFault::MalformedJson, u"broken broken answered"_s);
    both("empty answer", DrillFault::EmptyAnswer, u"answered"_s);
    both("error inside 200", DrillFault::ErrorInside200, u"overloaded overloaded answered"_s);
    both("slow", DrillFault::Slow, u"answered"_s);
    both("slow throughout", DrillFault::SlowStream, u"answered"_s);
    // After the commit there is no failover: broken, and visibly so.
    QTest::newRow("reset, streamed") << DrillFault::Reset << true << u"broken"_s << false;
    QTest::newRow("reset, whole") << DrillFault::Reset << false << u"broken broken answered"_s << true;
    QTest::newRow("stalled, streamed") << DrillFault::Stalled << true << u"broken"_s << false;
    QTest::newRow("stalled, whole") << DrillFault::Stalled << false << u"timeout timeout answered"_s << true;
    QTest::newRow("cut off, streamed") << DrillFault::CutOff << true << u"broken"_s << false;
    QTest::newRow("cut off, whole") << DrillFault::CutOff << false << u"broken broken answered"_s << true;
}

void TestDrillEngine::everyFault()
{
    QFETCH(DrillFault, fault);
    QFETCH(bool, stream);
    QFETCH(QString, outcomes);
    QFETCH(bool, complete);
    DrillBench bench;
    bench.plan.faults = {fault};
    bench.plan.stream = stream;
    if (DrillBench::isSilent(fault))
        bench.plan.timeout = DrillBench::Impatience;
    const std::optional<DrillReport> report = bench.run();
    QVERIFY(report);
    QCOMPARE(report->exchanges.size(), 1);
    const DrillExchange &exchange = report->exchanges.first();
    QCOMPARE(DrillBench::outcomes(exchange), outcomes);
    QCOMPARE(exchange.httpStatus, 200);
    QVERIFY2(exchange.complete == complete, qPrintable(exchange.error));
    QCOMPARE(exchange.error.isEmpty(), complete);
    QCOMPARE(exchange.record.kind, ExchangeKind::Drill);
    QCOMPARE(exchange.record.status, complete ? ExchangeStatus::Answered : ExchangeStatus::Interrupted);
    QCOMPARE(exchange.record.keyId, bench.key().id);
    QCOMPARE(exchange.record.servedChannel, BuiltInChannelId);
    QCOMPARE(exchange.record.servedModel, complete && outcomes.contains(u' ') ? DemoBackupModel : DemoPrimaryModel);
    for (const AttemptRecord &attempt : exchange.record.attempts)
        QCOMPARE(attempt.channel, BuiltInChannelId);
    QCOMPARE(report->chain,
             (QList<DrillBox> {{BuiltInChannelId, DemoPrimaryModel, fault},
                               {BuiltInChannelId, DemoBackupModel, DrillFault::Healthy}}));
    if (fault == DrillFault::SlowStream && stream)
        QVERIFY2(exchange.record.durationMs - *exchange.record.firstOutputMs > 100, "it comes a little at a time");
    QCOMPARE(report->health.size(), 2);
    QCOMPARE(report->health.first().channel, BuiltInChannelId);
    QCOMPARE(report->health.first().model, DemoPrimaryModel);
}

void TestDrillEngine::everythingFails_data()
{
    QTest::addColumn<QList<DrillFault>>("faults");
    QTest::addColumn<int>("status");
    using F = DrillFault;
    QTest::newRow("only rate limits: 429") << QList<F> {F::RateLimited, F::RateLimited} << 429;
    QTest::newRow("only silence: 504") << QList<F> {F::SilentBeforeHead, F::SilentBeforeOutput} << 504;
    QTest::newRow("only overload: 503") << QList<F> {F::Unavailable, F::ServerError} << 503;
    QTest::newRow("a mixture: 502") << QList<F> {F::Unavailable, F::RateLimited} << 502;
    QTest::newRow("never a provider's 401: 502") << QList<F> {F::Unauthorized, F::Unauthorized} << 502;
    QTest::newRow("nobody there: 502") << QList<F> {F::Refused, F::NameNotFound} << 502;
}

void TestDrillEngine::everythingFails()
{
    QFETCH(QList<DrillFault>, faults);
    QFETCH(int, status);
    for (const bool stream : {true, false}) {
        DrillBench bench;
        bench.plan.faults = faults;
        bench.plan.stream = stream;
        if (DrillBench::isSilent(faults.first()))
            bench.plan.timeout = DrillBench::Impatience;
        const std::optional<DrillReport> report = bench.run();
        QVERIFY(report);
        const DrillExchange &exchange = report->exchanges.first();
        QCOMPARE(exchange.httpStatus, status);
        QVERIFY(!exchange.complete);
        QVERIFY2(exchange.error.contains(BuiltInChannelId + u'/' + DemoPrimaryModel), qPrintable(exchange.error));
        QVERIFY2(!exchange.error.contains("drill."_L1), qPrintable(exchange.error));
        QCOMPARE(exchange.record.status, ExchangeStatus::Failed);
        QCOMPARE(figuresOf(*report).byStatus, (QHash<int, int> {{status, 1}}));
    }
}

void TestDrillEngine::presets_data()
{
    QTest::addColumn<int>("preset");
    QTest::addColumn<int>("complete");
    QTest::addColumn<int>("rescued");
    QTest::newRow("primary down") << int(DrillPreset::PrimaryDown) << 3 << 3;
    QTest::newRow("primary slow") << int(DrillPreset::PrimarySlow) << 3 << 3;
    QTest::newRow("rate limit storm") << int(DrillPreset::RateLimitStorm) << 3 << 1; // one Retry-After, and the primary rests
    QTest::newRow("everything down") << int(DrillPreset::EverythingDown) << 0 << 0;
    QTest::newRow("dies in mid-stream") << int(DrillPreset::DiesMidStream) << 0 << 0;
}

void TestDrillEngine::presets()
{
    QFETCH(int, preset);
    QFETCH(int, complete);
    QFETCH(int, rescued);
    DrillBench bench;
    bench.key().policy.breaker.failures = 100;
    bench.plan.faults = faultsOf(DrillPreset(preset), 2);
    if (DrillBench::isSilent(bench.plan.faults.first()))
        bench.plan.timeout = DrillBench::Impatience;
    bench.plan.requests = 3;
    const std::optional<DrillReport> report = bench.run();
    QVERIFY(report);
    const DrillFigures figures = figuresOf(*report);
    QCOMPARE(figures.requests, 3);
    QCOMPARE(figures.complete, complete);
    QCOMPARE(figures.rescued, rescued);
}

void TestDrillEngine::emptyAnswerAsFailure()
{
    for (const bool stream : {true, false}) {
        DrillBench bench;
        bench.key().policy.emptyAnswerIsFailure = true;
        bench.plan.faults = {DrillFault::EmptyAnswer};
        bench.plan.stream = stream;
        const std::optional<DrillReport> report = bench.run();
        QVERIFY(report);
        QCOMPARE(DrillBench::outcomes(report->exchanges.first()), u"broken broken answered"_s);
    }
}

void TestDrillEngine::healthyModelsAreReallyCalled()
{
    FakeUpstream provider;
    provider.setDefault(Answer::chatStream({"real ", "answer"}));
    DrillBench bench;
    bench.addChannel(u"lab"_s, provider.baseUrl(), u"m1"_s);
    bench.key().chain = {{BuiltInChannelId, DemoPrimaryModel}, {u"lab"_s, u"m1"_s}};
    bench.plan.faults = {DrillFault::Unavailable};
    const std::optional<DrillReport> report = bench.run();
    QVERIFY(report);
    QCOMPARE(report->exchanges.first().record.servedChannel, u"lab"_s);
    QVERIFY(report->exchanges.first().complete);
    QCOMPARE(provider.requestCount(), 1);
    QCOMPARE(headerValue(provider.requests().first().headers, "authorization"), "Bearer sk-invented-credential-of-lab");
}

void TestDrillEngine::failingModelsAreNeverCalled()
{
    FakeUpstream provider;
    for (int fault = int(DrillFault::Healthy) + 1; fault < DrillFaultCount; ++fault) {
        DrillBench bench;
        bench.addChannel(u"lab"_s, provider.baseUrl(), u"m1"_s);
        bench.key().chain = {{u"lab"_s, u"m1"_s}, {BuiltInChannelId, DemoBackupModel}};
        bench.plan.faults = {DrillFault(fault)};
        bench.plan.timeout = Milliseconds {150};
        bench.plan.stream = fault % 2 == 0;
        const std::optional<DrillReport> report = bench.run();
        QVERIFY(report);
        QCOMPARE(report->exchanges.first().record.attempts.first().channel, u"lab"_s);
        const QByteArray text = QJsonDocument(drillReportToJson(*report)).toJson() + drillReportToHtml(*report);
        QVERIFY(!text.contains("sk-"));
    }
    QCOMPARE(provider.connections(), 0);
}

void TestDrillEngine::manyAtOnce()
{
    DrillBench bench;
    bench.plan.faults = {DrillFault::Unavailable};
    bench.plan.requests = 200;
    bench.plan.parallel = DrillPlan::MostParallel;
    bench.plan.timeout = Milliseconds {10000};
    const std::optional<DrillReport> report = bench.run();
    QVERIFY(report);
    QCOMPARE(report->exchanges.size(), 200);
    for (int number = 0; number < 200; ++number) {
        QCOMPARE(report->exchanges[number].number, number);
        QVERIFY(report->exchanges[number].complete);
        QCOMPARE(report->exchanges[number].record.clientRequestId, u"drill-%1"_s.arg(number));
    }
    const DrillFigures figures = figuresOf(*report);
    QVERIFY2(figures.attempts < 600, "the breaker of the drill has opened");
    QCOMPARE(figures.suspended.size(), 1);
    QCOMPARE(figures.suspended.first().model, DemoPrimaryModel);
}

void TestDrillEngine::toldInOrder()
{
    DrillBench bench;
    bench.plan.faults = {DrillFault::Unauthorized};
    QVERIFY(bench.run());
    QCOMPARE(bench.log,
             (QStringList {u"0 began 0 built-in"_s, u"0 ended 0 credential_refused"_s, u"0 began 1 built-in"_s,
                           u"0 ended 1 answered"_s, u"0 over"_s, u"finished"_s}));
}

void TestDrillEngine::otherPaths_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("embedding") << int(ModelType::Embedding) << QByteArray("/v1/embeddings");
    QTest::newRow("image") << int(ModelType::Image) << QByteArray("/v1/images/generations");
    QTest::newRow("speech") << int(ModelType::Speech) << QByteArray("/v1/audio/speech");
    QTest::newRow("rerank") << int(ModelType::Rerank) << QByteArray("/v1/rerank");
}

/// A key of other models is asked what they can answer.
void TestDrillEngine::otherPaths()
{
    QFETCH(int, type);
    QFETCH(QByteArray, target);
    for (const DrillFault fault : {DrillFault::Slow, DrillFault::SlowStream, DrillFault::Unavailable, DrillFault::Reset, DrillFault::CutOff}) {
        FakeUpstream provider;
        provider.setDefault(Answer::raw("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"));
        DrillBench bench;
        bench.addChannel(u"first"_s, provider.baseUrl(), u"m1"_s, ModelType(type));
        bench.addChannel(u"second"_s, provider.baseUrl(), u"m2"_s, ModelType(type));
        bench.key().policy.retries = 0;
        bench.key().chain = {{u"first"_s, u"m1"_s}, {u"second"_s, u"m2"_s}};
        bench.plan.faults = {fault, DrillFault::Healthy};
        const std::optional<DrillReport> report = bench.run();
        QVERIFY(report);
        if (fault == DrillFault::Slow || fault == DrillFault::SlowStream) {
            QCOMPARE(DrillBench::outcomes(report->exchanges.first()), u"answered"_s);
            QVERIFY(report->exchanges.first().complete);
        } else {
            QCOMPARE(report->exchanges.first().record.attempts.size(), 2);
            QVERIFY(!report->exchanges.first().complete);
            QCOMPARE(provider.requests().first().target, target);
        }
    }
}

void TestDrillEngine::cannotBegin_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("kind");
    QTest::newRow("no such key") << u"key"_s << int(ErrorKind::NotFound);
    QTest::newRow("no requests") << u"none"_s << int(ErrorKind::Invalid);
    QTest::newRow("too many requests") << u"many"_s << int(ErrorKind::Invalid);
    QTest::newRow("too many at once") << u"parallel"_s << int(ErrorKind::Invalid);
    QTest::newRow("more faults than places") << u"faults"_s << int(ErrorKind::Invalid);
    QTest::newRow("transcription") << u"sound"_s << int(ErrorKind::Invalid);
    QTest::newRow("locked, and a real model stays healthy") << u"locked"_s << int(ErrorKind::Denied);
}

void TestDrillEngine::cannotBegin()
{
    QFETCH(QString, change);
    QFETCH(int, kind);
    DrillBench bench;
    bench.addChannel(u"lab"_s, u"http://127.0.0.1:9/v1"_s, u"m1"_s,
                     change == u"sound"_s ? ModelType::Transcription : ModelType::Reasoning);
    bench.plan.faults = {DrillFault::Unavailable};
    if (change == u"key"_s)
        bench.plan.keyId = u"key_other"_s;
    else if (change == u"none"_s)
        bench.plan.requests = 0;
    else if (change == u"many"_s)
        bench.plan.requests = DrillPlan::MostRequests + 1;
    else if (change == u"parallel"_s)
        bench.plan.parallel = DrillPlan::MostParallel + 1;
    else if (change == u"faults"_s)
        bench.plan.faults = {DrillFault::Unavailable, DrillFault::Unavailable, DrillFault::Unavailable};
    else
        bench.key().chain = {{u"lab"_s, u"m1"_s}, {u"lab"_s, u"m1"_s}};
    QVERIFY(!bench.run(change == u"locked"_s));
    QVERIFY(bench.failure);
    QCOMPARE(int(bench.failure->kind), kind);
    QCOMPARE(bench.log, QStringList {u"failed"_s});
}

void TestDrillEngine::stopsAtOnce()
{
    DrillBench bench;
    bench.plan.faults = {DrillFault::SilentBeforeHead, DrillFault::SilentBeforeHead};
    bench.plan.requests = 20;
    bench.plan.parallel = 10;
    bench.plan.timeout = Milliseconds {60000};
    std::unique_ptr<DrillEngine> drill = bench.engine();
    QSignalSpy began(drill.get(), &DrillEngine::attemptBegan);
    QSignalSpy finished(drill.get(), &DrillEngine::finished);
    drill->start();
    QTRY_VERIFY(began.size() == 10);
    QElapsedTimer took;
    took.start();
    drill.reset();
    QVERIFY2(took.elapsed() < 5000, "nobody waits for the timeout");
    QCOMPARE(finished.size(), 0);
}

/// Random plans beside a gateway that serves the same key: it counts nothing, suspends nothing, records nothing.
void TestDrillEngine::liveGatewayIsUntouched()
{
    DrillBench bench;
    bench.stored.settings.listen = u"127.0.0.1:0"_s;
    CountingLedger ledger;
    Gateway::Options options;
    options.shards = 1;
    options.simulatedPace = Milliseconds(0);
    Gateway live(bench.catalogue, ledger, bench.clock, options);
    QVERIFY(live.start(bench.stored, false).ok());
    const QByteArray secret = bench.key().secret.reveal();
    const auto askLive = [&] {
        const QByteArray body = R"({"model":"auto","messages":[{"role":"user","content":"hi"}]})";
        RawHttpClient client;
        if (!client.connectTo(live.port()))
            return 0;
        client.send("POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + secret
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
                    + body);
        return client.receive(8000).status;
    };
    const QList<CandidateHealth> health = live.health();
    QRandomGenerator random(20261124);
    int attempts = 0;
    for (int i = 0; i < 25; ++i) {
        bench.plan.faults.clear();
        for (int place = 0; place < 2; ++place)
            bench.plan.faults.append(DrillFault(random.bounded(DrillFaultCount)));
        bench.plan.requests = random.bounded(1, 7);
        bench.plan.parallel = random.bounded(1, 4);
        bench.plan.stream = random.bounded(2) == 0;
        bench.plan.timeout = Milliseconds {100};
        const std::optional<DrillReport> report = bench.run();
        QVERIFY(report);
        QCOMPARE(report->exchanges.size(), bench.plan.requests);
        attempts += figuresOf(*report).attempts;
        QCOMPARE(askLive(), 200);
        QTRY_COMPARE(ledger.kinds().size(), i + 1);
        const GatewayStats stats = live.stats();
        QCOMPARE(stats.exchanges, (std::array<quint64, 4> {quint64(i + 1), 0, 0, 0}));
        QCOMPARE(std::accumulate(stats.attempts.begin(), stats.attempts.end(), quint64(0)), quint64(i + 1));
        QCOMPARE(stats.failovers, quint64(0));
        QVERIFY(live.health() == health);
    }
    QCOMPARE(ledger.kinds().count(ExchangeKind::Live), 25);
    QVERIFY2(attempts > 50, "the drills did something");
}

QTEST_GUILESS_MAIN(TestDrillEngine)
#include "tst_drillengine.moc"
