// SPDX-License-Identifier: GPL-3.0-or-later
#include "DatabaseFixture.h"
#include "RandomValues.h"

#include "storage/LedgerBatch.h"
#include "storage/LedgerReader.h"
#include "storage/LedgerWriter.h"

#include <QSignalSpy>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace understudy;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class LedgerFailuresTest final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { fixture = std::make_unique<DatabaseFixture>(); }
    void cleanupTestCase() { fixture.reset(); }
    void lockedDatabaseDelaysNothing();
    void fullDiskKeepsRows();
    void readOnlyKeepsRows();
    void lostServerIsFoundAgain();
    void fullQueueCountsItsLosses();
    void impossibleRowIsDroppedAlone_data() { DatabaseFixture::addEngines(); }
    void impossibleRowIsDroppedAlone();
    void repeatedRowsCountOnce_data() { DatabaseFixture::addEngines(); }
    void repeatedRowsCountOnce();
    void stopEndsInTimeWhenLocked();
    void killedProcessLosesNothingOlderThanASecond_data();
    void killedProcessLosesNothingOlderThanASecond();
    void sleepsWithoutWakeUps();

private:
    std::unique_ptr<DatabaseFixture> fixture;
};

static ExchangeRecord record(int number)
{
    ExchangeRecord exchange;
    exchange.id = u"req_%1"_s.arg(number, 8, 10, QChar(u'0'));
    exchange.time = WallTime(Milliseconds(1790000000000 + number));
    exchange.keyId = u"key_a"_s;
    exchange.status = ExchangeStatus::Answered;
    exchange.usage.totalTokens = 5;
    exchange.attempts = {AttemptRecord()};
    exchange.attempts[0].channel = u"sf-1"_s;
    return exchange;
}

static qint64 rows(const Database &database)
{
    const auto connection = database.connect();
    return connection ? (*connection)->single(u"SELECT count(*) FROM exchanges"_s)->toLongLong() : -1;
}

void LedgerFailuresTest::lockedDatabaseDelaysNothing()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    LedgerWriter writer(*database, {});
    QSignalSpy changes(&writer, &LedgerWriter::healthChanged);
    {
        const auto other = database->connect();
        auto lock = Transaction::begin(**other, Transaction::Mode::Write);
        VERIFY_OK(lock);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 1000; ++i)
            writer.record(record(i));
        QVERIFY2(timer.elapsed() < 200, "record() waited for the database");
        QTRY_VERIFY_WITH_TIMEOUT(!writer.health().ok, 5000);
        const LedgerHealth health = writer.health();
        QCOMPARE(health.queued, 1000);
        QVERIFY(health.failingSince.has_value());
        QVERIFY2(health.error.contains(u"locked"_s), qPrintable(health.error));
    }
    QVERIFY(writer.flush(10s));
    QVERIFY(writer.health().ok);
    QVERIFY(!writer.health().failingSince);
    QCOMPARE(rows(*database), 1000);
    QTRY_VERIFY(changes.size() >= 2);
    QVERIFY(!changes.first()[0].value<LedgerHealth>().ok);
    QTRY_VERIFY(changes.last()[0].value<LedgerHealth>().ok);
}

void LedgerFailuresTest::fullDiskKeepsRows()
{
#ifdef Q_OS_UNIX
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    LedgerWriter writer(*database, {});
    writer.record(record(0));
    QVERIFY(writer.flush(10s));
    // A limit on the size of files acts like a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    rlimit small {200'000, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    for (int i = 1; i < 5000; ++i)
        writer.record(record(i));
    const bool noticed = QTest::qWaitFor([&] { return !writer.health().ok; }, 5000);
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(noticed);
    QVERIFY(writer.flush(20s));
    QCOMPARE(rows(*database), 5000);
    QCOMPARE(writer.health().dropped, 0);
#endif
}

void LedgerFailuresTest::readOnlyKeepsRows()
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0)
        QSKIP("root may write everything; run as another user");
    const auto location = fixture->location(Engine::SQLite);
    const auto database = Database::open(*location);
    VERIFY_OK(database);
    QFile::setPermissions(location->file, QFileDevice::ReadOwner);
    LedgerWriter writer(*database, {});
    writer.record(record(0));
    const bool noticed = QTest::qWaitFor([&] { return !writer.health().ok; }, 5000);
    // SQLite gave its side files the mode that the main one had at that moment.
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::setPermissions(location->file + suffix, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QVERIFY(noticed);
    QVERIFY(writer.flush(10s));
    QCOMPARE(rows(*database), 1);
#endif
}

void LedgerFailuresTest::lostServerIsFoundAgain()
{
    DatabaseFixture own;
    const auto location = own.location(Engine::PostgreSQL);
    if (!location)
        QSKIP(qPrintable(location.error().text));
    const auto database = Database::open(*location);
    VERIFY_OK(database);
    LedgerWriter writer(*database, {});
    writer.record(record(0));
    QVERIFY(writer.flush(10s));
    own.stopPostgres();
    for (int i = 1; i < 100; ++i)
        writer.record(record(i));
    QTRY_VERIFY_WITH_TIMEOUT(!writer.health().ok, 5000);
    QVERIFY2(own.startPostgres(), qPrintable(own.problem()));
    QVERIFY(writer.flush(20s));
    QCOMPARE(rows(*database), 100);
    QVERIFY(writer.stop());
}

void LedgerFailuresTest::fullQueueCountsItsLosses()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    LedgerLimits limits;
    limits.maxQueued = 10;
    LedgerWriter writer(*database, {}, limits);
    {
        const auto other = database->connect();
        auto lock = Transaction::begin(**other, Transaction::Mode::Write);
        VERIFY_OK(lock);
        for (int i = 0; i < 25; ++i)
            writer.record(record(i));
        QCOMPARE(writer.health().dropped, 15);
        QCOMPARE(writer.health().queued, 10);
    }
    QVERIFY(writer.flush(10s));
    QCOMPARE(rows(*database), 10);
    limits.maxQueued = 1000;
    limits.maxQueuedBytes = 100'000;
    LedgerWriter second(*database, {}, limits);
    ExchangeRecord large = record(100);
    large.requestContent = QByteArray(150'000, 'x');
    second.record(std::move(large));
    QCOMPARE(second.health().dropped, 1);
}

void LedgerFailuresTest::impossibleRowIsDroppedAlone()
{
    OPEN_DATABASE(database);
    const auto connection = database.connect();
    // Any rule that one row breaks will do.
    VERIFY_OK((*connection)->run(u"CREATE UNIQUE INDEX only_one ON exchanges (asked_model) WHERE asked_model <> ''"_s));
    LedgerWriter writer(database, {});
    for (int i = 0; i < 60; ++i) {
        ExchangeRecord exchange = record(i);
        exchange.askedModel = i == 17 || i == 41 ? u"same"_s : QString();
        exchange.userAgent = u"with\0nul"_s;
        writer.record(std::move(exchange));
    }
    QVERIFY(writer.flush(20s));
    QCOMPARE(writer.health().written, 59);
    QCOMPARE(writer.health().dropped, 1);
    QVERIFY(writer.health().ok);
    QCOMPARE(rows(database), 59);
}

void LedgerFailuresTest::repeatedRowsCountOnce()
{
    OPEN_DATABASE(database);
    LedgerWriter writer(database, {});
    writer.record(record(1));
    QVERIFY(writer.flush(10s));
    writer.record(record(1)); // as after a commit whose answer was lost
    writer.record(record(2));
    QVERIFY(writer.stop());
    QCOMPARE(writer.health().dropped, 0);
    QCOMPARE(rows(database), 2);
    const auto totals = (*LedgerReader::open(database))->usage({});
    QCOMPARE(totals->tokens.total, 10);
}

void LedgerFailuresTest::stopEndsInTimeWhenLocked()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    LedgerWriter writer(*database, {});
    const auto other = database->connect();
    auto lock = Transaction::begin(**other, Transaction::Mode::Write);
    VERIFY_OK(lock);
    writer.record(record(0));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!writer.stop(500ms));
    QVERIFY(timer.elapsed() < 3000);
    QCOMPARE(writer.health().dropped, 1);
    writer.record(record(1));
    QCOMPARE(writer.health().dropped, 2);
}

void LedgerFailuresTest::killedProcessLosesNothingOlderThanASecond_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("rows") << u"--write-rows"_s;
    QTest::newRow("journal") << u"--write-journal"_s;
}

// The child writes a line for each record, with the time; it is killed in full work.
void LedgerFailuresTest::killedProcessLosesNothingOlderThanASecond()
{
    QFETCH(QString, way);
    const auto location = fixture->location(Engine::SQLite);
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {way, location->file});
    QByteArray output;
    while (output.count('\n') < 1500 && child.waitForReadyRead(10000))
        output += child.readAllStandardOutput();
    child.kill();
    child.waitForFinished();
    const qint64 killed = QDateTime::currentMSecsSinceEpoch();
    output += child.readAllStandardOutput();
    QVERIFY(output.count('\n') >= 1500);
    const auto database = Database::open(*location);
    VERIFY_OK(database);
    const auto folded = foldJournal(*database);
    VERIFY_OK(folded);
    QCOMPARE(*folded > 0, way == u"--write-journal"_s);
    const auto reader = LedgerReader::open(*database);
    VERIFY_OK(reader);
    int old = 0;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() != 2 || killed - words[1].toLongLong() < 1000)
            continue;
        ++old;
        const auto exchange = (*reader)->exchange(QString::fromLatin1(words[0]));
        QVERIFY2(exchange, words[0].constData());
        QCOMPARE(exchange->attempts.size(), 1);
    }
    QVERIFY2(old > 200, "the child was killed too early for the test to mean anything");
    // Nothing is counted twice or by halves: each has 5 tokens and one attempt.
    const qint64 all = rows(*database);
    const auto usage = (*reader)->usage({});
    VERIFY_OK(usage);
    QCOMPARE(usage->requests, all);
    QCOMPARE(usage->tokens.total, 5 * all);
    const auto totals = (*reader)->totals(WallTime(Milliseconds(1790000000000)));
    VERIFY_OK(totals);
    QCOMPARE(totals->keys.value(u"key_a"_s).tokensToday, 5 * all);
}

void LedgerFailuresTest::sleepsWithoutWakeUps()
{
#ifdef Q_OS_LINUX
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    LedgerWriter writer(*database, {});
    writer.record(record(0));
    QVERIFY(writer.flush(10s));
    const auto switches = [] {
        rusage usage {};
        ::getrusage(RUSAGE_SELF, &usage);
        return usage.ru_nvcsw;
    };
    const long before = switches();
    std::this_thread::sleep_for(400ms); // the one place where time itself is the subject
    QVERIFY2(switches() - before < 5, "somebody woke up");
#endif
}

static int writeForEver(const QString &file, bool fast)
{
    LedgerLimits limits;
    limits.fastFrom = fast ? 0 : 1e9;
    limits.mostJournaled = 150; // an entry or two; so it is killed while it takes some up, too
    const auto database = Database::open(DatabaseLocation::sqlite(file));
    if (!database)
        return 1;
    LedgerWriter writer(*database, {}, limits);
    for (int i = 0;; ++i) {
        ExchangeRecord exchange = record(i);
        const QByteArray id = exchange.id.toLatin1();
        writer.record(std::move(exchange));
        std::printf("%s %lld\n", id.constData(), qlonglong(QDateTime::currentMSecsSinceEpoch()));
        std::fflush(stdout);
        std::this_thread::sleep_for(1ms);
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    for (const char *way : {"--write-rows", "--write-journal"}) {
        if (argc == 3 && qstrcmp(argv[1], way) == 0)
            return writeForEver(QString::fromLocal8Bit(argv[2]), qstrcmp(way, "--write-journal") == 0);
    }
    LedgerFailuresTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ledgerfailures.moc"
