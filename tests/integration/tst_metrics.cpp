// SPDX-License-Identifier: GPL-3.0-or-later
// /metrics: what a scrape says against what the ledger has, its form, and the dashboard that is built on it.
#include "GatewayBench.h"
#include "support/MetricsReader.h"

#include "domain/Ending.h"
#include "gateway/MetricsText.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray chatBody(const QByteArray &model, const QByteArray &more = {}) { return "{\"model\":\"" + model + "\",\"messages\":[]" + more + "}"; }

/// "understudy_requests_total" of "…requests_total" and of "…_bucket", when the metric is a histogram.
QString metricOf(const QString &name, const QHash<QString, QString> &types)
{
    for (const QLatin1StringView suffix : {"_bucket"_L1, "_sum"_L1, "_count"_L1}) {
        if (name.endsWith(suffix) && types.value(name.chopped(suffix.size())) == "histogram"_L1)
            return name.chopped(suffix.size());
    }
    return name;
}

QList<QJsonObject> objectsIn(const QJsonValue &value)
{
    QList<QJsonObject> all;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &one : array)
            all += objectsIn(one);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        all.append(object);
        for (const QJsonValue &one : object)
            all += objectsIn(one);
    }
    return all;
}

Metrics everything()
{
    Metrics metrics;
    metrics.candidates = {{u"a"_s, u"m"_s, u"suspended"_s, 3, Milliseconds{1}, false}};
    metrics.limits = {{LimitUse::Of::Channel, u"a"_s, LimitKind::TokensPerMonth, 5, 10}};
    metrics.channels = {u"a"_s};
    return metrics;
}

} // namespace

class TestMetrics : public QObject {
    Q_OBJECT

private slots:
    void scrapeEqualsLedger();
    void cacheAndLimits();
    void awkwardNames();
    void readerIsStrict_data();
    void readerIsStrict();
    void histogramBounds();
    void moreChannelsThanPlaces();
    void sumsOfShards();
    void rescues_data();
    void rescues();
    void whatAClientLeft();
    void keysAreNotNamed();
    void dashboardUsesWhatExists();
    void countingCosts();
};

void TestMetrics::scrapeEqualsLedger()
{
    FakeUpstream flaky, steady;
    std::atomic<int> serial{0};
    flaky.setHandler([&](const Received &) {
        switch (serial++ % 4) {
        case 0: return Answer::error(500, "down");
        case 1: return Answer::error(429, "slow down");
        case 2: return Answer::json(200, R"({"choices":[],"usage":{"prompt_tokens":11,"completion_tokens":2,"total_tokens":20}})"); // billed for nothing
        default: return Answer::chat("fine");
        }
    });
    GatewayBench bench;
    bench.addChannel(u"a"_s, flaky.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.addChannel(u"b"_s, steady.baseUrl(), {GatewayBench::model(u"m2"_s)});
    bench.chain({{u"a"_s, u"m1"_s}, {u"b"_s, u"m2"_s}});
    bench.key.policy.breaker.enabled = false;
    QVERIFY(bench.start(2));
    constexpr int total = 40;
    for (int i = 0; i < total; ++i) {
        const bool stream = i % 5 == 4;
        if (stream)
            steady.enqueue(Answer::chatStream());
        bench.ask(GatewayBench::post(chatBody(stream ? "m2" : "m1", stream ? ",\"stream\":true" : "")));
    }
    bench.ask(GatewayBench::post("{\"model\":\"unknown\"}"));
    bench.ask(GatewayBench::post("{\"model\":\"m1\",\"input\":\"x\"}", "/v1/embeddings"));
    QVERIFY(bench.waitForRecords(total + 2));

    const RawAnswer answer = bench.ask(GatewayBench::get("/metrics", ""));
    QCOMPARE(answer.status, 200);
    const MetricsPage page = readMetrics(answer.body);
    QVERIFY2(page.problem.isEmpty(), qPrintable(page.problem));

    double promptAnswered = 0, completionAnswered = 0, allFailed = 0, allLeft = 0, rescued = 0, firstOutputs = 0, seconds = 0;
    QMap<QString, double> requests, attempts;
    const QList<ExchangeRecord> records = bench.ledger.records();
    for (const ExchangeRecord &record : records) {
        ++requests[QString(word(record.status)) + u' ' + QString::fromLatin1(traits(record.api).path).sliced(1)];
        firstOutputs += record.firstOutputMs ? 1 : 0;
        seconds += double(record.durationMs) / 1000;
        rescued += isRescue(endingOf(record)) ? 1 : 0;
        for (const AttemptRecord &attempt : record.attempts) {
            ++attempts[attempt.channel + u' ' + word(attempt.outcome)];
            if (attempt.outcome == Outcome::Answered) {
                promptAnswered += double(attempt.usage.promptTokens.value_or(0));
                completionAnswered += double(attempt.usage.completionTokens.value_or(0));
            } else if (attempt.outcome == Outcome::ClientGone) {
                allLeft += double(attempt.usage.total().value_or(0));
            } else {
                allFailed += double(attempt.usage.total().value_or(0));
            }
        }
    }
    QVERIFY(attempts.size() >= 5); // else the test says little
    QVERIFY(allFailed > 0 && rescued > 0);
    for (const MetricSample &sample : page.samples) {
        if (sample.name == "understudy_requests_total"_L1)
            QCOMPARE(sample.value, requests.take(sample.labels[u"status"_s] + u' ' + sample.labels[u"api"_s]));
        else if (sample.name == "understudy_attempts_total"_L1)
            QCOMPARE(sample.value, attempts.take(sample.labels[u"channel"_s] + u' ' + sample.labels[u"outcome"_s]));
    }
    QVERIFY2(requests.isEmpty() && attempts.isEmpty(), "the ledger has what the scrape does not say");
    QCOMPARE(page.sum(u"understudy_tokens_total"_s, {{u"attempt"_s, u"answered"_s}, {u"kind"_s, u"prompt"_s}}), promptAnswered);
    QCOMPARE(page.sum(u"understudy_tokens_total"_s, {{u"attempt"_s, u"answered"_s}, {u"kind"_s, u"completion"_s}}), completionAnswered);
    QCOMPARE(page.sum(u"understudy_tokens_total"_s, {{u"attempt"_s, u"failed"_s}}), allFailed);
    QCOMPARE(page.sum(u"understudy_tokens_total"_s, {{u"attempt"_s, u"client_gone"_s}}), allLeft);
    QCOMPARE(page.sum(u"understudy_rescued_total"_s), rescued);
    QCOMPARE(page.sum(u"understudy_request_duration_seconds_count"_s), double(records.size()));
    QVERIFY(qAbs(page.sum(u"understudy_request_duration_seconds_sum"_s) - seconds) < 0.01);
    QCOMPARE(page.sum(u"understudy_request_duration_seconds_count"_s, {{u"stream"_s, u"true"_s}}), double(total / 5));
    QCOMPARE(page.sum(u"understudy_first_output_seconds_count"_s), firstOutputs);
    QCOMPARE(page.sum(u"understudy_in_flight"_s), 0.0);
    QCOMPARE(page.sum(u"understudy_candidate_state"_s, {{u"channel"_s, u"a"_s}, {u"model"_s, u"m1"_s}}), 0.0);
    QVERIFY(page.has(u"understudy_candidate_state"_s));
    // By ledger's sum, not only by name: nothing that a channel of the configuration never did is left out.
    QCOMPARE(page.labelsOf(u"understudy_attempts_total"_s), (QSet<QString>{u"channel"_s, u"outcome"_s}));
}

void TestMetrics::cacheAndLimits()
{
    FakeUpstream provider;
    GatewayBench bench;
    bench.addChannel(u"a"_s, provider.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.configuration.channels.last().limits.tokensPerMonth = 100;
    bench.chain({{u"a"_s, u"m1"_s}});
    bench.key.policy.cache.enabled = true;
    bench.key.limits.tokensPerDay = 12;
    bench.key.limits.requestsPerMinute = 100;
    QVERIFY(bench.start(1));
    for (int i = 0; i < 3; ++i)
        bench.ask(GatewayBench::post(chatBody("m1")));
    QVERIFY(bench.waitForRecords(3));
    QCOMPARE(provider.requestCount(), 1);
    QCOMPARE(bench.ledger.records().last().usage.cachedTokens, std::optional<qint64>(10));
    QCOMPARE(bench.ledger.records().last().usage.total(), std::optional<qint64>(0));

    const MetricsPage page = readMetrics(bench.ask(GatewayBench::get("/metrics", "")).body);
    QVERIFY2(page.problem.isEmpty(), qPrintable(page.problem));
    QCOMPARE(page.sum(u"understudy_cache_hits_total"_s), 2.0);
    QCOMPARE(page.sum(u"understudy_cache_misses_total"_s), 1.0);
    QCOMPARE(page.sum(u"understudy_cache_saved_tokens_total"_s), 20.0);
    QCOMPARE(page.sum(u"understudy_channel_limit"_s, {{u"channel"_s, u"a"_s}, {u"limit"_s, u"tokens_per_month"_s}}), 100.0);
    QCOMPARE(page.sum(u"understudy_channel_limit_used"_s, {{u"channel"_s, u"a"_s}, {u"limit"_s, u"tokens_per_month"_s}}), 10.0);
    QCOMPARE(page.sum(u"understudy_keys_at_limit"_s, {{u"limit"_s, u"tokens_per_day"_s}, {u"level"_s, u"near"_s}}), 1.0); // 10 of 12
    QCOMPARE(page.sum(u"understudy_keys_at_limit"_s), 1.0);

    const QList<LimitUse> limits = bench.gateway->limits();
    QCOMPARE(limits, (QList<LimitUse>{{LimitUse::Of::Key, u"key_1"_s, LimitKind::RequestsPerMinute, 3, 100},
                                      {LimitUse::Of::Key, u"key_1"_s, LimitKind::TokensPerDay, 10, 12},
                                      {LimitUse::Of::Channel, u"a"_s, LimitKind::TokensPerMonth, 10, 100}}));
}

void TestMetrics::awkwardNames()
{
    Metrics metrics;
    const QString model = u"a\\b\"c\nd é {x=\"y\"}"_s;
    metrics.candidates = {{u"a"_s, model, u"probing"_s, 3, std::nullopt, false}, {u"a"_s, u"m"_s, u"available"_s, 0, std::nullopt, false}};
    metrics.ledger = {false, 7, 11, 5, 2};
    const MetricsPage page = readMetrics(prometheusText(metrics));
    QVERIFY2(page.problem.isEmpty(), qPrintable(page.problem));
    QCOMPARE(page.sum(u"understudy_candidate_state"_s, {{u"model"_s, model}}), 2.0);
    QCOMPARE(page.sum(u"understudy_ledger_queued"_s), 7.0);
    QCOMPARE(page.sum(u"understudy_ledger_journaled"_s), 11.0);
    QCOMPARE(page.sum(u"understudy_ledger_dropped_total"_s), 2.0);
    QCOMPARE(page.sum(u"understudy_ledger_ok"_s), 0.0);
}

void TestMetrics::readerIsStrict_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray head = "# HELP a_total x\n# TYPE a_total counter\n";
    const QByteArray histogram = "# HELP h x\n# TYPE h histogram\n";
    QTest::newRow("no end of line") << head + "a_total 1";
    QTest::newRow("HELP twice") << head + "a_total 1\n# HELP a_total y\n";
    QTest::newRow("TYPE twice") << head + "# TYPE a_total counter\n";
    QTest::newRow("no TYPE") << QByteArray("a_total 1\n");
    QTest::newRow("another metric's sample") << head + "b_total 1\n";
    QTest::newRow("the same series twice") << head + "a_total 1\na_total 2\n";
    QTest::newRow("no number") << head + "a_total one\n";
    QTest::newRow("label without quotation marks") << head + "a_total{x=1} 1\n";
    QTest::newRow("unescaped quotation mark") << head + "a_total{x=\"a\"b\"} 1\n";
    QTest::newRow("unknown escape") << head + "a_total{x=\"\\q\"} 1\n";
    QTest::newRow("counter without _total") << QByteArray("# HELP a x\n# TYPE a counter\na 1\n");
    QTest::newRow("falling buckets") << histogram + "h_bucket{le=\"1\"} 2\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n";
    QTest::newRow("no +Inf") << histogram + "h_bucket{le=\"1\"} 1\nh_sum 1\nh_count 1\n";
    QTest::newRow("+Inf is not the count") << histogram + "h_bucket{le=\"1\"} 1\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 2\n";
    QTest::newRow("no sum") << histogram + "h_bucket{le=\"+Inf\"} 1\nh_count 1\n";
}

void TestMetrics::readerIsStrict()
{
    QFETCH(QByteArray, text);
    QVERIFY(!readMetrics(text).problem.isEmpty());
}

void TestMetrics::histogramBounds()
{
    ShardCounters counters;
    for (const qint64 ms : {qint64(0), qint64(50), qint64(51), qint64(600000), qint64(600001)}) {
        ExchangeRecord record;
        record.durationMs = ms;
        counters.count(record);
    }
    Metrics metrics;
    metrics.stats.add(counters);
    const MetricsPage page = readMetrics(prometheusText(metrics));
    QVERIFY2(page.problem.isEmpty(), qPrintable(page.problem));
    const auto upTo = [&](const QString &le) { return page.sum(u"understudy_request_duration_seconds_bucket"_s, {{u"le"_s, le}, {u"stream"_s, u"false"_s}}); };
    QCOMPARE(upTo(u"0.05"_s), 2.0); // a bound belongs to its bucket
    QCOMPARE(upTo(u"0.1"_s), 3.0);
    QCOMPARE(upTo(u"300"_s), 3.0);
    QCOMPARE(upTo(u"600"_s), 4.0);
    QCOMPARE(upTo(u"+Inf"_s), 5.0);
    QCOMPARE(page.sum(u"understudy_request_duration_seconds_sum"_s), 1200.102);
}

void TestMetrics::moreChannelsThanPlaces()
{
    ShardCounters counters;
    const int many = int(ShardCounters::MostChannels) + 50;
    for (int i = 0; i < many; ++i) {
        ExchangeRecord record;
        record.attempts.resize(1);
        record.attempts[0].channel = u"channel-%1"_s.arg(i);
        counters.count(record);
    }
    GatewayStats stats;
    stats.add(counters);
    QCOMPARE(stats.attempts[size_t(Outcome::Answered)], quint64(many));
    QCOMPARE(stats.attemptsByChannel.size(), qsizetype(ShardCounters::MostChannels) + 1);
    QCOMPARE(stats.attemptsByChannel.value(GatewayStats::OtherChannels)[size_t(Outcome::Answered)], quint64(50));
}

void TestMetrics::sumsOfShards()
{
    ShardCounters one, two;
    ExchangeRecord record;
    record.status = ExchangeStatus::Answered;
    record.attempts.resize(2);
    record.attempts[0].channel = u"a"_s;
    record.attempts[0].outcome = Outcome::Broken;
    record.attempts[0].usage = {5, std::nullopt, 9, std::nullopt, std::nullopt};
    record.attempts[1].channel = u"b"_s;
    record.attempts[1].usage = {1, 2, 3, std::nullopt, std::nullopt};
    one.count(record);
    two.count(record);
    GatewayStats stats;
    stats.add(one);
    stats.add(two);
    QCOMPARE(stats.exchanges[size_t(ExchangeStatus::Answered)], quint64(2));
    QCOMPARE(stats.failovers, quint64(2));
    QCOMPARE(stats.failed, (SpentTokens{10, 0, 8}));
    QCOMPARE(stats.answered, (SpentTokens{2, 4, 0}));
    QCOMPARE(stats.attemptsByChannel.value(u"a"_s)[size_t(Outcome::Broken)], quint64(2));
}

/// The figure of the log and the statistics, not one of its own.
void TestMetrics::rescues_data()
{
    QTest::addColumn<QList<int>>("positions"); // of the attempts; the last one answers
    QTest::addColumn<int>("skipped");          // a SkipReason of the primary, or -1
    QTest::addColumn<bool>("rescued");
    QTest::newRow("first try") << QList<int>{0} << -1 << false;
    QTest::newRow("after a retry") << QList<int>{0, 0} << -1 << true;
    QTest::newRow("by a backup") << QList<int>{0, 1} << -1 << true;
    QTest::newRow("the primary rested") << QList<int>{1} << int(SkipReason::Suspended) << true;
    QTest::newRow("the primary's channel was at its limit") << QList<int>{1} << int(SkipReason::ChannelLimit) << true;
    QTest::newRow("the primary was paused") << QList<int>{1} << int(SkipReason::Paused) << false;
}
void TestMetrics::rescues()
{
    QFETCH(QList<int>, positions);
    QFETCH(int, skipped);
    QFETCH(bool, rescued);
    ExchangeRecord record;
    record.status = ExchangeStatus::Answered;
    for (const int position : std::as_const(positions)) {
        AttemptRecord attempt;
        attempt.position = position;
        attempt.outcome = record.attempts.size() + 1 < positions.size() ? Outcome::Broken : Outcome::Answered;
        record.attempts.append(attempt);
    }
    if (skipped >= 0)
        record.skipped = {{0, u"a"_s, u"m"_s, SkipReason(skipped)}};
    ShardCounters counters;
    counters.count(record);
    Metrics metrics;
    metrics.stats.add(counters);
    QCOMPARE(metrics.stats.failovers, quint64(rescued ? 1 : 0));
    QCOMPARE(readMetrics(prometheusText(metrics)).sum(u"understudy_rescued_total"_s), rescued ? 1.0 : 0.0);
}

void TestMetrics::whatAClientLeft()
{
    ExchangeRecord record;
    record.status = ExchangeStatus::Cancelled;
    record.attempts.resize(2);
    record.attempts[0].outcome = Outcome::Broken;
    record.attempts[0].usage.totalTokens = 5;
    record.attempts[1].outcome = Outcome::ClientGone;
    record.attempts[1].usage = {3, 4, 7, std::nullopt, std::nullopt};
    ShardCounters counters;
    counters.count(record);
    Metrics metrics;
    metrics.stats.add(counters);
    QCOMPARE(metrics.stats.left, (SpentTokens{3, 4, 0}));
    const MetricsPage page = readMetrics(prometheusText(metrics));
    QCOMPARE(page.sum(u"understudy_tokens_total"_s, {{u"attempt"_s, u"client_gone"_s}}), 7.0);
    QCOMPARE(page.sum(u"understudy_tokens_total"_s, {{u"attempt"_s, u"failed"_s}}), 5.0);
}

void TestMetrics::keysAreNotNamed()
{
    Metrics metrics = everything();
    metrics.limits.append({LimitUse::Of::Key, u"key_private"_s, LimitKind::TokensPerDay, 9, 10});
    QVERIFY(!prometheusText(metrics).contains("private"));
}

void TestMetrics::dashboardUsesWhatExists()
{
    QFile file(QStringLiteral(SOURCE_ROOT "/resources/grafana/understudy.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonParseError error;
    const QJsonObject dashboard = QJsonDocument::fromJson(file.readAll(), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    const MetricsPage page = readMetrics(prometheusText(everything()));
    QVERIFY2(page.problem.isEmpty(), qPrintable(page.problem));

    static const QRegularExpression name(u"understudy_[a-z0-9_]+"_s);
    static const QRegularExpression grouping(u"by \\(([^)]*)\\)"_s);
    static const QRegularExpression matcher(u"[{,]([a-z]+)[!=]"_s);
    QSet<QString> used;
    QSet<int> ids;
    int expressions = 0;
    const QList<QJsonObject> objects = objectsIn(dashboard);
    for (const QJsonObject &object : objects) {
        if (object.contains("gridPos"_L1)) {
            QVERIFY2(!ids.contains(object["id"_L1].toInt()), "two panels with one id");
            ids.insert(object["id"_L1].toInt());
        }
        const QString text = object["expr"_L1].toString(object["query"_L1].toString());
        if (!text.contains("understudy_"_L1))
            continue;
        ++expressions;
        QSet<QString> labels{u"instance"_s, u"le"_s};
        for (const QRegularExpressionMatch &match : name.globalMatch(text)) {
            const QString metric = metricOf(match.captured(), page.types);
            QVERIFY2(page.types.contains(metric), qPrintable(u"the dashboard uses %1, which is not exported"_s.arg(match.captured())));
            used.insert(metric);
            labels += page.labelsOf(match.captured());
        }
        QStringList asked;
        for (const QRegularExpressionMatch &match : grouping.globalMatch(text))
            asked += match.captured(1).split(u", "_s);
        for (const QRegularExpressionMatch &match : matcher.globalMatch(text))
            asked += match.captured(1);
        for (const QString &label : std::as_const(asked))
            QVERIFY2(labels.contains(label), qPrintable(u"no label %1 in: %2"_s.arg(label, text)));
    }
    QVERIFY(expressions > 15);
    for (const char *shown : {"requests_total", "attempts_total", "candidate_state", "tokens_total", "ledger_dropped_total", "channel_limit_used"})
        QVERIFY2(used.contains(u"understudy_"_s + QString::fromLatin1(shown)), shown);
}

/// Not a bar, which a busy machine would break, but the figure, and a bound that only a lock or an allocation per request would reach.
void TestMetrics::countingCosts()
{
    ShardCounters counters;
    ExchangeRecord record;
    record.durationMs = 800;
    record.firstOutputMs = 300;
    record.attempts.resize(2);
    record.attempts[0].channel = u"siliconflow-1"_s;
    record.attempts[0].outcome = Outcome::Overloaded;
    record.attempts[1].channel = u"zhipu-1"_s;
    record.attempts[1].usage = {60, 100, 160, std::nullopt, std::nullopt};
    constexpr int rounds = 200000;
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < rounds; ++i)
        counters.count(record);
    const double each = double(time.nsecsElapsed()) / rounds;
    qInfo("counting one request of two attempts: %.0f ns", each);
    QVERIFY(each < 5000);
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
