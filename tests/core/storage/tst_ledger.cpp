// SPDX-License-Identifier: GPL-3.0-or-later
#include "DatabaseFixture.h"
#include "RandomValues.h"

#include "storage/ChangeWatcher.h"
#include "storage/ConfigurationStore.h"
#include "storage/LedgerReader.h"
#include "storage/LedgerWriter.h"

#include <QSqlDriver>
#include <QTimeZone>

using namespace understudy;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class LedgerTest final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { fixture = std::make_unique<DatabaseFixture>(); }
    void cleanupTestCase() { fixture.reset(); }
    void randomExchangesComeBack_data() { DatabaseFixture::addEngines(); }
    void randomExchangesComeBack();
    void totalsEqualTheSums_data() { DatabaseFixture::addEngines(); }
    void totalsEqualTheSums();
    void tutorialExampleTwo_data() { DatabaseFixture::addEngines(); }
    void tutorialExampleTwo();
    void freeTokens_data();
    void freeTokens();
    void pages_data() { DatabaseFixture::addEngines(); }
    void pages();
    void theFirstAfterASilenceIsWrittenAtOnce();
    void namesOutliveKeys_data() { DatabaseFixture::addEngines(); }
    void namesOutliveKeys();
    void twoWritersCountExactly_data() { DatabaseFixture::addEngines(); }
    void twoWritersCountExactly();
    void periodsAreUtc();
    void resetStartsTheAllowanceAnew_data() { DatabaseFixture::addEngines(); }
    void resetStartsTheAllowanceAnew();
    void replicasHearOfEachOther();
    void speed_data() { DatabaseFixture::addEngines(); }
    void speed();

private:
    std::unique_ptr<DatabaseFixture> fixture;
};

static const QStringList keys {u"key_a"_s, u"key_b"_s, u"key_c"_s};
static const QStringList channels {u"sf-1"_s, u"ds-1"_s, u"built-in"_s};

static WallTime wallNow() { return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()); }

static ExchangeRecord answered(const QString &id, qint64 total, bool builtIn = false)
{
    ExchangeRecord exchange;
    exchange.id = id;
    exchange.time = wallNow();
    exchange.keyId = u"key_a"_s;
    exchange.keyName = u"demo"_s;
    exchange.askedModel = u"auto"_s;
    exchange.status = ExchangeStatus::Answered;
    exchange.servedChannel = builtIn ? BuiltInChannelId : u"sf-1"_s;
    exchange.servedModel = u"deepseek-ai/DeepSeek-R1-Distill-Qwen-7B"_s;
    exchange.servedBuiltIn = builtIn;
    exchange.httpStatus = 200;
    exchange.usage = {total / 3, total - total / 3, total, {}, {}};
    exchange.provenance = Provenance::Reported;
    AttemptRecord attempt;
    attempt.channel = exchange.servedChannel;
    attempt.model = exchange.servedModel;
    attempt.httpStatus = 200;
    attempt.usage = exchange.usage;
    attempt.provenance = Provenance::Reported;
    attempt.reason = u"answered"_s;
    exchange.attempts = {attempt};
    return exchange;
}

static QString exchangeId(int number) { return u"req_%1"_s.arg(number, 8, 10, QChar(u'0')); }

void LedgerTest::randomExchangesComeBack()
{
    OPEN_DATABASE(database);
    RandomValues random(11);
    QList<ExchangeRecord> written;
    {
        LedgerWriter writer(database, {});
        for (int i = 0; i < 300; ++i) {
            written.append(random.exchange(exchangeId(i), keys, channels));
            writer.record(ExchangeRecord(written.last()));
        }
        QVERIFY(writer.flush(10s));
        const LedgerHealth health = writer.health();
        QVERIFY2(health.ok, qPrintable(health.error));
        QCOMPARE(health.written, 300);
        QCOMPARE(health.queued, 0);
        QCOMPARE(health.dropped, 0);
    }
    const auto reader = LedgerReader::open(database);
    VERIFY_OK(reader);
    for (const ExchangeRecord &exchange : written) {
        const auto back = (*reader)->exchange(exchange.id);
        VERIFY_OK(back);
        QVERIFY2(*back == exchange, qPrintable(exchange.id));
    }
    const auto missing = (*reader)->exchange(u"req_none"_s);
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
}

// The oracle adds up the values in memory, by the words of SEMANTICS §7.
void LedgerTest::totalsEqualTheSums()
{
    OPEN_DATABASE(database);
    AttemptParts seen;
    for (int round = 0; round < 3; ++round) {
        RandomValues random(quint32(100 + round));
        QList<ExchangeRecord> all;
        LedgerWriter writer(database, {});
        for (int i = 0; i < 150; ++i) {
            all.append(
                random.exchange(exchangeId(round * 1000 + i), {u"key_%1_a"_s.arg(round), u"key_%1_b"_s.arg(round)}, channels));
            writer.record(ExchangeRecord(all.last()));
        }
        QVERIFY(writer.stop());
        const auto reader = LedgerReader::open(database);
        VERIFY_OK(reader);
        for (const QString &key : {u"key_%1_a"_s.arg(round), u"key_%1_b"_s.arg(round)}) {
            UsageSummary expected;
            QHash<QString, ProviderUsage> providers;
            for (const ExchangeRecord &exchange : all) {
                if (exchange.keyId != key || exchange.kind == ExchangeKind::Drill)
                    continue;
                ++expected.requests;
                if (exchange.kind == ExchangeKind::Cache && exchange.status == ExchangeStatus::Answered) {
                    ++expected.cacheHits;
                    expected.cacheSavedTokens += exchange.usage.cachedTokens.value_or(0);
                }
                if (exchange.kind == ExchangeKind::Live && exchange.status == ExchangeStatus::Answered) {
                    expected.tokens.prompt += exchange.usage.promptTokens.value_or(0);
                    expected.tokens.completion += exchange.usage.completionTokens.value_or(0);
                    expected.tokens.total += exchange.usage.total().value_or(0);
                    expected.freeTokensUsed += exchange.servedBuiltIn ? exchange.usage.total().value_or(0) : 0;
                }
                for (const AttemptRecord &attempt : exchange.attempts) {
                    ProviderUsage &provider = providers[attempt.channel];
                    const bool failed = attempt.outcome != Outcome::Answered && attempt.outcome != Outcome::ClientGone;
                    const bool unknown = attempt.provenance == Provenance::Unknown;
                    ++provider.attempts;
                    provider.failedAttempts += failed;
                    provider.unknownAttempts += unknown;
                    provider.tokens.total += attempt.usage.total().value_or(0);
                    const bool answered = attempt.outcome == Outcome::Answered, estimated = attempt.provenance == Provenance::Estimated && attempt.usage.total().value_or(0) > 0;
                    provider.estimatedAttempts += estimated;
                    for (AttemptParts *parts : {&provider.parts, &expected.parts}) {
                        AttemptSum &part = answered ? parts->answered : failed ? parts->failed : parts->left;
                        ++part.attempts;
                        part.tokens += attempt.usage.total().value_or(0);
                        part.unknown += unknown;
                        part.estimated += estimated;
                    }
                    expected.failedAttempts += failed;
                    expected.unknownAttempts += unknown;
                    expected.unknownAnswers += unknown && answered;
                    expected.estimatedAnswers += estimated && answered;
                }
            }
            const auto summary = (*reader)->usage({{}, {}, key});
            VERIFY_OK(summary);
            QCOMPARE(summary->requests, expected.requests);
            QCOMPARE(summary->tokens.prompt, expected.tokens.prompt);
            QCOMPARE(summary->tokens.completion, expected.tokens.completion);
            QCOMPARE(summary->tokens.total, expected.tokens.total);
            QCOMPARE(summary->freeTokensUsed, expected.freeTokensUsed);
            QCOMPARE(summary->failedAttempts, expected.failedAttempts);
            QCOMPARE(summary->unknownAttempts, expected.unknownAttempts);
            QCOMPARE(summary->unknownAnswers, expected.unknownAnswers);
            QCOMPARE(summary->estimatedAnswers, expected.estimatedAnswers);
            QCOMPARE(summary->parts, expected.parts);
            seen.answered += expected.parts.answered;
            seen.failed += expected.parts.failed;
            seen.left += expected.parts.left;
            QCOMPARE(summary->cacheHits, expected.cacheHits);
            QCOMPARE(summary->cacheSavedTokens, expected.cacheSavedTokens);
            QCOMPARE(summary->byKey.size(), 1);
            QCOMPARE(summary->byKey[0].unknownAnswers, expected.unknownAnswers);
            QCOMPARE(summary->byKey[0].estimatedAnswers, expected.estimatedAnswers);
            QCOMPARE(summary->byKey[0].answers, expected.parts.answered.attempts);
            QCOMPARE(summary->byProvider.size(), providers.size());
            for (const ProviderUsage &provider : summary->byProvider) {
                const ProviderUsage &wanted = providers[provider.provider];
                QCOMPARE(provider.attempts, wanted.attempts);
                QCOMPARE(provider.failedAttempts, wanted.failedAttempts);
                QCOMPARE(provider.unknownAttempts, wanted.unknownAttempts);
                QCOMPARE(provider.estimatedAttempts, wanted.estimatedAttempts);
                QCOMPARE(provider.tokens.total, wanted.tokens.total);
                QCOMPARE(provider.parts, wanted.parts);
            }
            // The counters saw the same.
            const auto totals = (*reader)->totals(wallNow());
            VERIFY_OK(totals);
            QCOMPARE(totals->keys.value(key).freeTokensUsed, expected.freeTokensUsed);
        }
    }
    for (const AttemptSum &some : {seen.answered, seen.failed, seen.left}) // else the comparisons say little
        QVERIFY(some.tokens > 0 && some.unknown > 0 && some.estimated > 0);
}

void LedgerTest::tutorialExampleTwo()
{
    OPEN_DATABASE(database);
    auto store = std::move(*ConfigurationStore::open(database, Vault(newMasterKey())));
    VERIFY_OK(store->update([](const Configuration &) -> Result<Configuration> {
        Configuration configuration;
        Channel channel;
        channel.id = u"sf-1"_s;
        channel.provider = u"sf"_s;
        configuration.channels = {channel};
        return configuration;
    }));
    UsageTotals published;
    LedgerWriter writer(database, [&](const UsageTotals &totals) { published = totals; });
    ExchangeRecord exchange = answered(u"req_tutorial"_s, 603, true);
    AttemptRecord failed;
    failed.channel = u"sf-1"_s;
    failed.outcome = Outcome::ConnectFailed;
    failed.provenance = Provenance::Reported;
    failed.usage.totalTokens = 0;
    exchange.attempts.prepend(failed);
    exchange.attempts[1].index = 1;
    writer.record(std::move(exchange));
    writer.record(answered(u"req_primary"_s, 160));
    QVERIFY(writer.flush(10s));
    QCOMPARE(published.keys.value(u"key_a"_s).freeTokensUsed, 603);
    QCOMPARE(published.keys.value(u"key_a"_s).tokensToday, 763);
    QCOMPARE(published.keys.value(u"key_a"_s).tokensThisMonth, 763);
    QCOMPARE(published.keys.value(u"key_a"_s).settledFreeTokens, 603);
    QCOMPARE(published.channels.value(u"sf-1"_s).tokensThisMonth, 160);
    const auto summary = (*LedgerReader::open(database))->usage({});
    VERIFY_OK(summary);
    QCOMPARE(summary->requests, 2);
    QCOMPARE(summary->tokens.total, 763);
    QCOMPARE(summary->freeTokensUsed, 603);
    QCOMPARE(summary->failedAttempts, 1);
    QCOMPARE(summary->byProvider.size(), 2);
    QCOMPARE(summary->byProvider[0].provider, u"built-in"_s);
    QCOMPARE(summary->byProvider[1].provider, u"sf"_s);
    QCOMPARE(summary->byProvider[1].tokens.total, 160);
}

void LedgerTest::freeTokens_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("builtIn");
    QTest::addColumn<bool>("estimated");
    QTest::addColumn<int>("drawn");
    const auto row = [](const char *name, ExchangeKind kind, ExchangeStatus status, bool builtIn, bool estimated, int drawn) {
        QTest::newRow(name) << int(kind) << int(status) << builtIn << estimated << drawn;
    };
    row("answered, built-in", ExchangeKind::Live, ExchangeStatus::Answered, true, false, 100);
    row("estimate draws", ExchangeKind::Live, ExchangeStatus::Answered, true, true, 100);
    row("third party", ExchangeKind::Live, ExchangeStatus::Answered, false, false, 0);
    row("interrupted", ExchangeKind::Live, ExchangeStatus::Interrupted, true, false, 0);
    row("cancelled", ExchangeKind::Live, ExchangeStatus::Cancelled, true, false, 0);
    row("failed", ExchangeKind::Live, ExchangeStatus::Failed, true, false, 0);
    row("drill", ExchangeKind::Drill, ExchangeStatus::Answered, true, false, 0);
    row("cache hit", ExchangeKind::Cache, ExchangeStatus::Answered, true, false, 0);
}

void LedgerTest::freeTokens()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(bool, builtIn);
    QFETCH(bool, estimated);
    QFETCH(int, drawn);
    ExchangeRecord exchange = answered(u"req_1"_s, 100, builtIn);
    exchange.kind = ExchangeKind(kind);
    exchange.status = ExchangeStatus(status);
    exchange.provenance = estimated ? Provenance::Estimated : Provenance::Reported;
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    LedgerWriter writer(*database, {});
    writer.record(std::move(exchange));
    QVERIFY(writer.stop());
    const auto reader = LedgerReader::open(*database);
    VERIFY_OK(reader);
    QCOMPARE((*reader)->totals(wallNow())->keys.value(u"key_a"_s).freeTokensUsed, drawn);
    QCOMPARE((*reader)->usage({})->freeTokensUsed, drawn);
    VERIFY_OK((*reader)->exchange(u"req_1"_s)); // stored in any case
}

void LedgerTest::pages()
{
    OPEN_DATABASE(database);
    {
        LedgerWriter writer(database, {});
        for (int i = 0; i < 50; ++i) {
            ExchangeRecord exchange = answered(exchangeId(i), 10);
            exchange.time = WallTime(Milliseconds(1000000 + (i % 7) * 10)); // stored in another order than they arrived
            exchange.keyId = keys[i % 2];
            writer.record(std::move(exchange));
        }
        QVERIFY(writer.stop());
    }
    const auto reader = LedgerReader::open(database);
    VERIFY_OK(reader);
    for (const PageQuery::Order order : {PageQuery::Order::Time, PageQuery::Order::Stored}) {
        QList<ExchangeRecord> all;
        PageQuery query;
        query.limit = 8;
        query.order = order;
        for (;;) {
            const auto page = (*reader)->exchanges(query);
            VERIFY_OK(page);
            all += *page;
            if (page->size() < query.limit)
                break;
            query.after = page->last().id;
        }
        QCOMPARE(all.size(), 50);
        for (qsizetype i = 1; i < all.size(); ++i) {
            if (order == PageQuery::Order::Time)
                QVERIFY(std::pair(all[i - 1].time, all[i - 1].id) < std::pair(all[i].time, all[i].id));
            else
                QVERIFY(all[i - 1].id < all[i].id);
        }
        QCOMPARE(all[0].attempts.size(), 1);
    }
    PageQuery some;
    some.keyId = keys[0];
    some.since = WallTime(Milliseconds(1000030));
    const auto filtered = (*reader)->exchanges(some);
    VERIFY_OK(filtered);
    QVERIFY(!filtered->isEmpty());
    for (const ExchangeRecord &exchange : *filtered)
        QVERIFY(exchange.keyId == keys[0] && exchange.time >= *some.since);
    some.after = u"req_none"_s;
    QVERIFY(!(*reader)->exchanges(some));
    const auto newest = (*reader)->newest(3);
    QCOMPARE(newest->size(), 3);
    QCOMPARE(newest->last().id, exchangeId(49));
}

// A script that asks for a request right after its answer finds it; those that follow closely are gathered.
void LedgerTest::theFirstAfterASilenceIsWrittenAtOnce()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    LedgerLimits limits;
    limits.commitEvery = 1h;
    LedgerWriter writer(*database, {}, limits);
    writer.record(answered(exchangeId(0), 10));
    QTRY_COMPARE(writer.health().written, 1);
    for (int i = 1; i < 50; ++i)
        writer.record(answered(exchangeId(i), 10));
    QCOMPARE(writer.health().queued, 49);
    QVERIFY(writer.flush(10s));
    QCOMPARE(writer.health().written, 50);
}

void LedgerTest::namesOutliveKeys()
{
    OPEN_DATABASE(database);
    LedgerWriter writer(database, {});
    writer.record(answered(u"req_1"_s, 10));
    QVERIFY(writer.stop());
    const auto summary = (*LedgerReader::open(database))->usage({});
    QCOMPARE(summary->byKey.size(), 1);
    QCOMPARE(summary->byKey[0].keyName, u"demo"_s); // no such key in the configuration
    QCOMPARE(summary->byKey[0].requests, 1);
}

void LedgerTest::twoWritersCountExactly()
{
    OPEN_DATABASE(database);
    LedgerWriter one(database, {});
    LedgerWriter two(database, {});
    constexpr int each = 1500;
    std::vector<std::thread> shards;
    for (int t = 0; t < 4; ++t)
        shards.emplace_back([&, t] {
            for (int i = 0; i < each; ++i)
                (t % 2 ? one : two).record(answered(u"req_%1_%2"_s.arg(t).arg(i), 7, true));
        });
    for (std::thread &shard : shards)
        shard.join();
    QVERIFY(one.stop(30s));
    QVERIFY(two.stop(30s));
    const auto reader = LedgerReader::open(database);
    const auto totals = (*reader)->totals(wallNow());
    VERIFY_OK(totals);
    QCOMPARE(totals->keys.value(u"key_a"_s).freeTokensUsed, 4 * each * 7);
    QCOMPARE((*reader)->usage({})->requests, 4 * each);
    QCOMPARE((*reader)->usage({})->tokens.total, 4 * each * 7);
}

void LedgerTest::periodsAreUtc()
{
    const auto at = [](int year, int month, int day, int hour, int minute) {
        return WallTime(
            Milliseconds(QDateTime(QDate(year, month, day), QTime(hour, minute, 59, 999), QTimeZone::utc()).toMSecsSinceEpoch()));
    };
    QCOMPARE(dayNumber(at(2026, 11, 24, 23, 59)), 20261124);
    QCOMPARE(dayNumber(at(2026, 11, 25, 0, 0)), 20261125);
    QCOMPARE(monthNumber(at(2026, 12, 31, 23, 59)), 202612);
    QCOMPARE(monthNumber(at(2027, 1, 1, 0, 0)), 202701);
    QCOMPARE(minuteNumber(at(1970, 1, 1, 1, 2)), 62);
}

void LedgerTest::resetStartsTheAllowanceAnew()
{
    OPEN_DATABASE(database);
    QList<UsageTotals> published;
    LedgerWriter writer(database, [&](const UsageTotals &totals) { published.append(totals); });
    writer.record(answered(u"req_1"_s, 603, true));
    QVERIFY(writer.flush(10s));
    QCOMPARE(published.last().keys.value(u"key_a"_s).freeTokensUsed, 603);
    VERIFY_OK(resetFreeTokens(**database.connect(), u"key_a"_s));
    writer.refresh({u"key_a"_s}, {});
    QVERIFY(writer.stop());
    QCOMPARE(published.last().keys.value(u"key_a"_s).freeTokensUsed, 0);
    QCOMPARE(published.last().keys.value(u"key_a"_s).tokensToday, 603);
}

void LedgerTest::replicasHearOfEachOther()
{
    const auto location = fixture->location(Engine::PostgreSQL);
    if (!location)
        QSKIP(qPrintable(location.error().text));
    const auto database = Database::open(*location);
    VERIFY_OK(database);
    const auto listener = database->connect();
    QStringList payloads;
    QSqlDriver *driver = (*listener)->handle().driver();
    QVERIFY(driver->subscribeToNotification(u"understudy_usage"_s));
    connect(
        driver, &QSqlDriver::notification, this,
        [&](const QString &, QSqlDriver::NotificationSource, const QVariant &payload) { payloads.append(payload.toString()); });
    LedgerWriter writer(*database, {});
    writer.record(answered(u"req_1"_s, 603, true));
    QTRY_COMPARE_WITH_TIMEOUT(payloads.size(), 1, 1000);
    QVERIFY(payloads[0].contains(u"k:key_a"_s) && payloads[0].contains(u"c:built-in"_s));
    driver->unsubscribeFromNotification(u"understudy_usage"_s);
}

// Not a bar (the machine may be busy), but printed: the writer thread's CPU for each exchange.
void LedgerTest::speed()
{
    OPEN_DATABASE(database);
    LedgerWriter writer(database, {});
    constexpr int count = 10000;
    std::vector<ExchangeRecord> records;
    for (int i = 0; i < count; ++i)
        records.push_back(answered(exchangeId(i), 100));
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    for (ExchangeRecord &record : records)
        writer.record(std::move(record));
    QVERIFY(writer.flush(60s));
    const double us = double(std::clock() - before) * 1e6 / CLOCKS_PER_SEC / count;
    qInfo("%.1f us of our CPU for an exchange with one attempt (%.1f %% of a core at 2,000/s), %.0f exchanges/s at most", us,
          us * 2000 / 1e4, count * 1000.0 / double(timer.elapsed()));
    QCOMPARE(writer.health().written, count);
}

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
