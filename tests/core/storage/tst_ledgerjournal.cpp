// SPDX-License-Identifier: GPL-3.0-or-later
#include "DatabaseFixture.h"
#include "RandomValues.h"

#include "storage/LedgerBatch.h"
#include "storage/LedgerReader.h"
#include "storage/LedgerWriter.h"
#include "storage/Retention.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace understudy;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class LedgerJournalTest final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { fixture = std::make_unique<DatabaseFixture>(); }
    void cleanupTestCase() { fixture.reset(); }
    void everyWayGivesTheSameLedger_data() { DatabaseFixture::addEngines(); }
    void everyWayGivesTheSameLedger();
    void limitsAreCountedAtOnce_data() { DatabaseFixture::addEngines(); }
    void limitsAreCountedAtOnce();
    void doubtfulCommitsCountOnce_data();
    void doubtfulCommitsCountOnce();
    void entriesStaySmall();
    void damagedEntryStandsAlone_data();
    void damagedEntryStandsAlone();
    void anotherVersionsEntryIsLeftToIt_data() { DatabaseFixture::addEngines(); }
    void anotherVersionsEntryIsLeftToIt();
    void impossibleRowIsLeftOut_data() { DatabaseFixture::addEngines(); }
    void impossibleRowIsLeftOut();
    void whoeverReadsMayFold_data() { DatabaseFixture::addEngines(); }
    void whoeverReadsMayFold();
    void fastOnesWaitAndAreFoundAgain();
    void neverWaitForEver();
    void slowOnesGoBehind();
    void flushMeansTheLog();
    void bytesAreBoundedToo();
    void foldsOfOthersAreNoticed();
    void aFoldThatFailsDelaysNoRecording();
    void countingDoesNotHideAFailure();

private:
    std::unique_ptr<DatabaseFixture> fixture;
};

static const QStringList keys {u"key_a"_s, u"key_b"_s};
static const QStringList channels {u"sf-1"_s, u"ds-1"_s, u"built-in"_s};
static constexpr WallTime Now = WallTime(Milliseconds(1790000000000));

static std::vector<ExchangeRecord> randomExchanges(quint32 seed, int count)
{
    RandomValues random(seed);
    std::vector<ExchangeRecord> list;
    for (int i = 0; i < count; ++i)
        list.push_back(random.exchange(u"req_%1"_s.arg(i, 8, 10, QChar(u'0')), keys, channels));
    return list;
}

static ExchangeRecord plain(int number)
{
    ExchangeRecord exchange;
    exchange.id = u"req_%1"_s.arg(number, 8, 10, QChar(u'0'));
    exchange.time = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    exchange.keyId = u"key_a"_s;
    exchange.status = ExchangeStatus::Answered;
    exchange.usage.totalTokens = 5;
    exchange.attempts = {AttemptRecord()};
    exchange.attempts[0].channel = u"sf-1"_s;
    exchange.attempts[0].usage.totalTokens = 5;
    return exchange;
}

static LedgerBatch batchOn(const Database &database) { return LedgerBatch(*database.connect()); }

/// What a person can see of a ledger.
struct Seen {
    QList<ExchangeRecord> rows; ///< as they were stored
    UsageReport report;
    UsageTotals totals;
};

static Seen seen(const Database &database)
{
    const auto reader = *LedgerReader::open(database);
    Seen all;
    PageQuery query;
    query.order = PageQuery::Order::Stored;
    query.limit = LedgerReader::MaxPage;
    all.rows = *reader->exchanges(query);
    UsageReportQuery span;
    span.edges = {WallTime(Milliseconds(0)), WallTime(Milliseconds(4'000'000'000'000))};
    all.report = *reader->report(span);
    all.totals = *reader->totals(Now);
    return all;
}

static qint64 number(const Database &database, const QString &sql) { return (*database.connect())->single(sql)->toLongLong(); }
static qint64 rows(const Database &database) { return number(database, u"SELECT count(*) FROM exchanges"_s); }
static qint64 waiting(const Database &database) { return LedgerJournal(**database.connect()).waiting()->exchanges; }

// Random exchanges by random ways, against the same ones written at once.
void LedgerJournalTest::everyWayGivesTheSameLedger()
{
    OPEN_DATABASE(straight);
    const std::vector<ExchangeRecord> exchanges = randomExchanges(21, 400);
    VERIFY_OK(batchOn(straight).write(exchanges, Now));
    const Seen expected = seen(straight);
    QCOMPARE(expected.rows.size(), 400);
    QVERIFY(!expected.report.attempts.isEmpty() && !expected.report.requests.isEmpty());
    for (quint32 seed = 0; seed < 6; ++seed) {
        const auto other = Database::open(*fixture->location(Engine(engine)));
        VERIFY_OK(other);
        RandomValues random(seed);
        LedgerBatch batch = batchOn(*other);
        qint64 inJournal = 0;
        for (size_t at = 0; at < exchanges.size();) {
            const size_t count = std::min(exchanges.size() - at, size_t(1 + random.below(60)));
            const auto part = std::span(exchanges).subspan(at, count);
            // Rows at once only when none wait, as the writer does.
            if (inJournal == 0 && random.chance()) {
                VERIFY_OK(batch.write(part, Now));
            } else {
                VERIFY_OK(batch.journal(part, Now, random.chance()));
                inJournal += qint64(count);
            }
            at += count;
            QCOMPARE(waiting(*other), inJournal);
            for (int steps = random.below(4); steps > 0; --steps) {
                const auto folded = batch.fold();
                VERIFY_OK(folded);
                QCOMPARE(folded->refused, 0);
                QCOMPARE(folded->exchanges > 0, inJournal > 0);
                inJournal -= folded->exchanges;
            }
        }
        const auto folded = foldJournal(*other);
        VERIFY_OK(folded);
        QCOMPARE(*folded, inJournal);
        QCOMPARE(number(*other, u"SELECT count(*) FROM ledger_journal"_s), 0);
        const Seen now = seen(*other);
        QVERIFY(now.rows == expected.rows);
        QVERIFY(now.report == expected.report);
        QVERIFY(now.totals == expected.totals);
    }
}

void LedgerJournalTest::limitsAreCountedAtOnce()
{
    OPEN_DATABASE(straight);
    const std::vector<ExchangeRecord> exchanges = randomExchanges(22, 50);
    const auto written = batchOn(straight).write(exchanges, Now);
    VERIFY_OK(written);
    const auto other = Database::open(*fixture->location(Engine(engine)));
    VERIFY_OK(other);
    const auto journaled = batchOn(*other).journal(exchanges, Now, false);
    VERIFY_OK(journaled);
    QVERIFY(journaled->totals == written->totals);
    QCOMPARE(rows(*other), 0);
    QVERIFY(seen(*other).totals == seen(straight).totals);
    VERIFY_OK(foldJournal(*other));
    QVERIFY(seen(*other).totals == seen(straight).totals); // and not once more
}

void LedgerJournalTest::doubtfulCommitsCountOnce_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QString>("first");
    for (const Engine engine : {Engine::SQLite, Engine::PostgreSQL}) {
        for (const QString &first : {u"nothing"_s, u"journal"_s, u"journal, folded"_s, u"rows"_s, u"rows, the first refused"_s})
            QTest::addRow("%s after %s", engine == Engine::SQLite ? "sqlite" : "postgresql", qPrintable(first)) << int(engine) << first;
    }
}

// The answer to the first commit was lost, so the writer tries the same exchanges again.
void LedgerJournalTest::doubtfulCommitsCountOnce()
{
    OPEN_DATABASE(database);
    QFETCH(QString, first);
    std::vector<ExchangeRecord> exchanges {plain(1), plain(2)};
    int refused = 0;
    if (first.endsWith(u"refused"_s)) {
        VERIFY_OK((*database.connect())->run(u"CREATE UNIQUE INDEX only_one ON exchanges (asked_model) WHERE asked_model <> ''"_s));
        ExchangeRecord earlier = plain(0);
        earlier.askedModel = u"same"_s;
        earlier.usage = {};
        VERIFY_OK(batchOn(database).write(std::span(&earlier, 1), Now));
        exchanges.insert(exchanges.begin(), earlier);
        exchanges.front().id = u"req_refused"_s;
        refused = 1;
    }
    LedgerBatch batch = batchOn(database);
    if (first.startsWith(u"journal"_s))
        VERIFY_OK(batch.journal(exchanges, Now, false));
    if (first.endsWith(u"folded"_s))
        VERIFY_OK(batch.fold());
    if (first.startsWith(u"rows"_s)) {
        const auto written = batch.write(exchanges, Now);
        VERIFY_OK(written);
        QCOMPARE(written->refused, refused);
    }
    const auto again = batch.journal(exchanges, exchanges.front().time, true);
    VERIFY_OK(again);
    // The gateway has heard nothing of the first try, so it is told now.
    QCOMPARE(again->totals.keys.value(u"key_a"_s).settledTokens, 10);
    QCOMPARE(again->totals.keys.value(u"key_a"_s).tokensToday, 10);
    VERIFY_OK(foldJournal(database));
    QCOMPARE(rows(database), 2 + refused);
    QCOMPARE((*LedgerReader::open(database))->usage({})->tokens.total, 10);
    QCOMPARE((*LedgerReader::open(database))->totals(exchanges.front().time)->keys.value(u"key_a"_s).tokensToday, 10);
}

// An entry is taken up in one transaction, for which other writers wait.
void LedgerJournalTest::entriesStaySmall()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    std::vector<ExchangeRecord> exchanges;
    for (int i = 0; i < 1200; ++i)
        exchanges.push_back(plain(i));
    VERIFY_OK(batchOn(*database).journal(exchanges, Now, false));
    QCOMPARE(number(*database, u"SELECT count(*) FROM ledger_journal"_s), 3);
    QCOMPARE(number(*database, u"SELECT max(exchanges) FROM ledger_journal"_s), 500);
    for (ExchangeRecord &exchange : exchanges) {
        exchange.id += u"-content"_s;
        exchange.requestContent = QByteArray(100'000, 'x');
    }
    VERIFY_OK(batchOn(*database).journal(std::span(exchanges).first(40), Now, false));
    QVERIFY(number(*database, u"SELECT max(length(records)) FROM ledger_journal"_s) < 1'300'000);
    QCOMPARE(waiting(*database), 1240);
    QCOMPARE(*foldJournal(*database), 1240);
    QCOMPARE(rows(*database), 1240);
}

void LedgerJournalTest::damagedEntryStandsAlone_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QByteArray>("records");
    for (const Engine engine : {Engine::SQLite, Engine::PostgreSQL}) {
        const char *name = engine == Engine::SQLite ? "sqlite" : "postgresql";
        QTest::addRow("%s damaged", name) << int(engine) << QByteArray("\x01\xff\xff");
        QTest::addRow("%s empty", name) << int(engine) << QByteArray("");
        QTest::addRow("%s cut to nothing", name) << int(engine) << QByteArray("\x01");
    }
}

void LedgerJournalTest::damagedEntryStandsAlone()
{
    OPEN_DATABASE(database);
    QFETCH(QByteArray, records);
    LedgerBatch batch = batchOn(database);
    for (int i = 0; i < 3; ++i) {
        const ExchangeRecord exchange = plain(i);
        VERIFY_OK(batch.journal(std::span(&exchange, 1), Now, false));
    }
    VERIFY_OK((*database.connect())->run(u"UPDATE ledger_journal SET records = ? WHERE entry = 2"_s, {records}));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"1 exchange.* cannot be stored .*journal"_s));
    qsizetype refused = 0;
    for (int i = 0; i < 3; ++i) {
        const auto folded = batch.fold();
        VERIFY_OK(folded);
        QCOMPARE(folded->exchanges, 1);
        refused += folded->refused;
    }
    QCOMPARE(refused, 1);
    QCOMPARE(batch.fold()->exchanges, 0);
    QCOMPARE(rows(database), 2);
    QCOMPARE(waiting(database), 0);
    QCOMPARE(number(database, u"SELECT count(*) FROM ledger_journal"_s), 1); // whoever can mend it finds it there
    VERIFY_OK(clearLog(**database.connect(), std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now())));
    QCOMPARE(number(database, u"SELECT count(*) FROM ledger_journal"_s), 0);
}

// Two versions of the program may share a database for a while; each takes up its own.
void LedgerJournalTest::anotherVersionsEntryIsLeftToIt()
{
    OPEN_DATABASE(database);
    LedgerBatch batch = batchOn(database);
    for (int i = 0; i < 3; ++i) {
        const ExchangeRecord exchange = plain(i);
        VERIFY_OK(batch.journal(std::span(&exchange, 1), Now, false));
    }
    VERIFY_OK((*database.connect())->run(u"UPDATE ledger_journal SET records = ? WHERE entry = 1"_s, {QByteArray("\x63 of the future")}));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"entry 1 .* does not know"_s));
    QCOMPARE(batch.fold()->exchanges, 1);
    QCOMPARE(batch.fold()->exchanges, 1);
    QCOMPARE(batch.fold()->exchanges, 0);
    QCOMPARE(batch.waiting()->exchanges, 0); // not for us
    QCOMPARE(rows(database), 2);
    QCOMPARE(number(database, u"SELECT count(*) FROM ledger_journal WHERE unreadable = 0"_s), 1);
}

void LedgerJournalTest::impossibleRowIsLeftOut()
{
    OPEN_DATABASE(database);
    VERIFY_OK((*database.connect())->run(u"CREATE UNIQUE INDEX only_one ON exchanges (asked_model) WHERE asked_model <> ''"_s));
    std::vector<ExchangeRecord> exchanges;
    for (int i = 0; i < 60; ++i) {
        exchanges.push_back(plain(i));
        exchanges.back().askedModel = i % 20 == 17 ? u"same"_s : QString();
    }
    LedgerBatch batch = batchOn(database);
    VERIFY_OK(batch.journal(exchanges, Now, false));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"2 exchange.* cannot be stored"_s));
    const auto folded = batch.fold();
    VERIFY_OK(folded);
    QCOMPARE(folded->exchanges, 60);
    QCOMPARE(folded->refused, 2);
    QCOMPARE(rows(database), 58);
    QCOMPARE((*LedgerReader::open(database))->usage({})->requests, 58);
}

void LedgerJournalTest::whoeverReadsMayFold()
{
    OPEN_DATABASE(database);
    std::vector<std::thread> readers;
    LedgerLimits limits;
    limits.fastFrom = 0; // whatever comes is fast
    constexpr int count = 3000;
    std::atomic<bool> ended = false;
    std::atomic<int> failures = 0;
    {
        LedgerWriter writer(database, {}, limits);
        for (int i = 0; i < 2; ++i) {
            readers.emplace_back([&] {
                while (!ended)
                    failures += !foldJournal(database);
            });
        }
        for (int i = 0; i < count; ++i) {
            writer.record(plain(i));
            if (i % 50 == 0)
                std::this_thread::yield();
        }
        QVERIFY(writer.flush(60s));
        ended = true;
        for (std::thread &reader : readers)
            reader.join();
        QCOMPARE(writer.health().journaled, 0);
        QCOMPARE(writer.health().written, count);
        QCOMPARE(writer.health().dropped, 0);
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE(rows(database), count);
    QCOMPARE((*LedgerReader::open(database))->usage({})->tokens.total, 5 * count);
    QCOMPARE(number(database, u"SELECT max(seq) FROM exchanges"_s), count);
    QCOMPARE(number(database, u"SELECT count(*) FROM ledger_journal"_s), 0);
}

void LedgerJournalTest::fastOnesWaitAndAreFoundAgain()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    LedgerLimits fast;
    fast.fastFrom = 0;
    UsageTotals published;
    std::atomic<int> batches = 0;
    {
        LedgerWriter writer(*database, [&](const UsageTotals &totals) { published = totals; ++batches; }, fast);
        for (int i = 0; i < 700; ++i)
            writer.record(plain(i));
        QTRY_COMPARE_WITH_TIMEOUT(writer.health().written, 700, 10000);
        QCOMPARE(writer.health().queued, 0);
        QCOMPARE(writer.health().journaled, 700);
        QCOMPARE(rows(*database), 0);
        QCOMPARE(published.keys.value(u"key_a"_s).tokensToday, 3500);
        // As after a crash: another process finds them.
        LedgerWriter next(*database, {});
        QVERIFY(next.flush(10s));
        QCOMPARE(next.health().written, 0);
        QCOMPARE(next.health().journaled, 0);
        QCOMPARE(rows(*database), 700);
        for (int i = 700; i < 900; ++i)
            writer.record(plain(i));
    } // the end makes rows of them
    QCOMPARE(rows(*database), 900);
    QCOMPARE(waiting(*database), 0);
}

void LedgerJournalTest::neverWaitForEver()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    LedgerLimits limits;
    limits.fastFrom = 0;
    limits.mostJournaled = 1000;
    LedgerWriter writer(*database, {}, limits);
    for (int i = 0; i < 2500; ++i)
        writer.record(plain(i));
    QTRY_VERIFY_WITH_TIMEOUT(writer.health().written == 2500 && writer.health().journaled < 1000, 10000);
    QVERIFY(writer.health().journaled > 0);
    QCOMPARE(rows(*database) + writer.health().journaled, 2500);
}

void LedgerJournalTest::slowOnesGoBehind()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    std::vector<ExchangeRecord> earlier;
    for (int i = 0; i < 5000; ++i)
        earlier.push_back(plain(i));
    VERIFY_OK(batchOn(*database).journal(earlier, Now, false));
    LedgerWriter writer(*database, {});
    for (int i = 5000; i < 5020; ++i)
        writer.record(plain(i));
    QVERIFY(writer.flush(20s));
    const auto connection = database->connect();
    QCOMPARE((*connection)->single(u"SELECT count(*) FROM exchanges WHERE id <> 'req_' || printf('%08d', seq - 1)"_s)->toInt(), 0);
    QCOMPARE(rows(*database), 5020);
}

void LedgerJournalTest::flushMeansTheLog()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    LedgerLimits limits;
    limits.fastFrom = 0;
    LedgerWriter writer(*database, {}, limits);
    for (int round = 1; round <= 3; ++round) {
        for (int i = 0; i < 100; ++i)
            writer.record(plain(round * 1000 + i));
        QVERIFY(writer.flush(10s));
        QCOMPARE(rows(*database), round * 100);
    }
}

void LedgerJournalTest::bytesAreBoundedToo()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    std::vector<ExchangeRecord> earlier {plain(0)};
    earlier.front().requestContent = QByteArray(50'000, 'x');
    VERIFY_OK(batchOn(*database).journal(earlier, Now, false));
    LedgerLimits limits;
    limits.fastFrom = 0;
    limits.mostJournaledBytes = 40'000;
    LedgerWriter writer(*database, {}, limits);
    QTRY_COMPARE_WITH_TIMEOUT(rows(*database), 1, 10000);
    QTRY_COMPARE(writer.health().journaled, 0);
}

void LedgerJournalTest::foldsOfOthersAreNoticed()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    LedgerLimits limits;
    limits.fastFrom = 0;
    LedgerWriter writer(*database, {}, limits);
    for (int i = 0; i < 50; ++i)
        writer.record(plain(i));
    QTRY_COMPARE_WITH_TIMEOUT(writer.health().journaled, 50, 10000);
    QCOMPARE(*foldJournal(*database), 50);
    QTRY_COMPARE_WITH_TIMEOUT(writer.health().journaled, 0, 10000); // it looks every few seconds
}

void LedgerJournalTest::aFoldThatFailsDelaysNoRecording()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    const ExchangeRecord first = plain(0);
    VERIFY_OK(batchOn(*database).journal(std::span(&first, 1), Now, false));
    // Rows cannot be made without this table, entries can.
    VERIFY_OK((*database->connect())->run(u"ALTER TABLE usage_latency RENAME TO away"_s));
    VERIFY_OK((*database->connect())->run(u"ALTER TABLE attempts RENAME TO gone"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be taken up by the log"_s));
    LedgerWriter writer(*database, {});
    for (int i = 1; i <= 5; ++i) {
        writer.record(plain(i));
        QTRY_COMPARE_WITH_TIMEOUT(writer.health().written, i, 2000);
        QVERIFY(writer.health().ok);
    }
    QCOMPARE(writer.health().journaled, 6);
    VERIFY_OK((*database->connect())->run(u"ALTER TABLE away RENAME TO usage_latency"_s));
    VERIFY_OK((*database->connect())->run(u"ALTER TABLE gone RENAME TO attempts"_s));
    QVERIFY(writer.flush(20s));
    QCOMPARE(rows(*database), 6);
}

// A locked database can be read: that alone is no recovery.
void LedgerJournalTest::countingDoesNotHideAFailure()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    LedgerWriter writer(*database, {});
    QVERIFY(writer.flush(10s));
    QSignalSpy changes(&writer, &LedgerWriter::healthChanged);
    {
        const auto other = database->connect();
        const auto lock = Transaction::begin(**other, Transaction::Mode::Write);
        VERIFY_OK(lock);
        writer.record(plain(1));
        QTRY_VERIFY_WITH_TIMEOUT(!writer.health().ok, 5000);
        const auto since = writer.health().failingSince;
        writer.refresh({}, {});
        QVERIFY(!QTest::qWaitFor([&] { return writer.health().ok; }, 1500));
        QVERIFY(writer.health().failingSince == since);
    }
    QVERIFY(writer.flush(10s));
    QTRY_COMPARE(changes.size(), 2); // it failed, and works again
}

QTEST_GUILESS_MAIN(LedgerJournalTest)
#include "tst_ledgerjournal.moc"
