// SPDX-License-Identifier: GPL-3.0-or-later
#include "DatabaseFixture.h"
#include "RandomValues.h"

#include "storage/LedgerReader.h"
#include "storage/LedgerWriter.h"
#include "storage/Retention.h"

using namespace understudy;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr WallTime Now{Milliseconds(1'790'000'000'000)};

ExchangeRecord exchangeAt(RandomValues &random, int number, std::chrono::hours age, bool content = false)
{
    ExchangeRecord exchange = random.exchange(u"req_%1"_s.arg(number, 8, 10, QChar(u'0')), {u"key_a"_s}, {u"sf-1"_s});
    exchange.kind = ExchangeKind::Live;
    exchange.time = Now - age;
    exchange.requestContent = content ? QByteArray("asked") : QByteArray();
    exchange.answerContent = content ? QByteArray("answered") : QByteArray();
    return exchange;
}

qint64 rows(const Connection &connection, const QString &table) { return connection.single(u"SELECT count(*) FROM "_s + table)->toLongLong(); }

} // namespace

class TestRetention final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { fixture = std::make_unique<DatabaseFixture>(); }
    void cleanupTestCase() { fixture.reset(); }

    void oldRowsGoAndSumsStay_data() { DatabaseFixture::addEngines(); }
    void oldRowsGoAndSumsStay()
    {
        OPEN_DATABASE(database);
        RandomValues random(1);
        {
            LedgerWriter writer(database, {});
            for (int i = 0; i < 1'300; ++i)
                writer.record(exchangeAt(random, i, i < 1'200 ? 24h * 40 : 24h * 3, i % 10 == 0));
            QVERIFY(writer.flush(20s));
        }
        const auto reader = LedgerReader::open(database);
        VERIFY_OK(reader);
        const auto before = (*reader)->usage({});
        VERIFY_OK(before);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const RetentionPolicy policy{30, 0, 1};
        int steps = 0, gone = 0;
        for (bool more = true; more; ++steps) {
            const auto done = forget(**connection, policy, Now);
            VERIFY_OK(done);
            QVERIFY(done->exchanges <= StepRows);
            gone += done->exchanges;
            more = done->more;
        }
        QCOMPARE(gone, 1'200);
        QVERIFY(steps >= 3);
        QCOMPARE(rows(**connection, u"exchanges"_s), 100);
        QCOMPARE(rows(**connection, u"contents"_s), 0); // three days old: older than a day
        QCOMPARE(rows(**connection, u"attempts"_s), (*connection)->single(u"SELECT count(*) FROM attempts a JOIN exchanges e ON e.seq = a.exchange_seq"_s)->toLongLong());
        const auto after = (*reader)->usage({});
        VERIFY_OK(after);
        QCOMPARE(*after, *before);
        QCOMPARE(*forget(**connection, policy, Now), Forgotten());
    }

    void theOldestGoWhenTheFileIsTooLarge()
    {
        const auto location = fixture->location(Engine::SQLite);
        VERIFY_OK(location);
        const auto database = Database::open(*location);
        VERIFY_OK(database);
        RandomValues random(2);
        {
            LedgerWriter writer(*database, {});
            for (int i = 0; i < 6'000; ++i) {
                ExchangeRecord exchange = exchangeAt(random, i, std::chrono::hours(6'000 - i));
                exchange.requestContent = QByteArray(500, 'x');
                writer.record(std::move(exchange));
            }
            QVERIFY(writer.flush(20s));
        }
        const auto connection = database->connect();
        VERIFY_OK(connection);
        const RetentionPolicy policy{0, 4, 0};
        for (int steps = 0;; ++steps) {
            QVERIFY(steps < 20);
            const auto done = forget(**connection, policy, Now);
            VERIFY_OK(done);
            if (!done->more)
                break;
        }
        const qint64 left = rows(**connection, u"exchanges"_s);
        QVERIFY2(left > 500 && left < 5'500, qPrintable(QString::number(left)));
        QCOMPARE((*connection)->single(u"SELECT max(id) FROM exchanges"_s)->toString(), u"req_00005999"_s); // the newest stays
    }

    // The gateway writes at full speed while old rows go: nothing new is lost, nothing is dropped.
    void worksWhileTheLedgerIsWritten_data() { DatabaseFixture::addEngines(); }
    void worksWhileTheLedgerIsWritten()
    {
        OPEN_DATABASE(database);
        RandomValues random(3);
        LedgerWriter writer(database, {});
        for (int i = 0; i < 3'000; ++i)
            writer.record(exchangeAt(random, i, 24h * 100));
        QVERIFY(writer.flush(20s));
        const auto connection = database.connect();
        VERIFY_OK(connection);
        for (int i = 3'000; i < 9'000; ++i) {
            writer.record(exchangeAt(random, i, 1h));
            if (i % 1'000 == 0)
                VERIFY_OK(forget(**connection, {30, 0, 0}, Now));
        }
        QVERIFY(writer.flush(20s));
        QCOMPARE(writer.health().dropped, 0);
        QVERIFY(writer.health().ok);
        QCOMPARE((*connection)->single(u"SELECT count(*) FROM exchanges WHERE time_ms > %1"_s.arg((Now - 2h).time_since_epoch().count()))->toInt(), 6'000);
        QCOMPARE(rows(**connection, u"exchanges"_s), 6'000);
    }

    void theWholeLogGoesOnRequest()
    {
        const auto location = fixture->location(Engine::SQLite);
        VERIFY_OK(location);
        const auto database = Database::open(*location);
        VERIFY_OK(database);
        RandomValues random(4);
        LedgerWriter writer(*database, {});
        for (int i = 0; i < 700; ++i)
            writer.record(exchangeAt(random, i, i < 650 ? 1h : -1h));
        QVERIFY(writer.flush(20s));
        const auto connection = database->connect();
        VERIFY_OK(connection);
        const auto first = clearLog(**connection, Now);
        VERIFY_OK(first);
        QCOMPARE(*first, (Forgotten{500, 0, true}));
        QCOMPARE(*clearLog(**connection, Now), (Forgotten{150, 0, false}));
        QCOMPARE(rows(**connection, u"exchanges"_s), 50); // what came after the question stays
    }

    void thePolicyIsStored_data() { DatabaseFixture::addEngines(); }
    void thePolicyIsStored()
    {
        OPEN_DATABASE(database);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        QCOMPARE(*readRetention(**connection), RetentionPolicy());
        const RetentionPolicy policy{7, 200, 0};
        VERIFY_OK(writeRetention(**connection, policy));
        QCOMPARE(*readRetention(**connection), policy);
        for (const RetentionPolicy &wrong : {RetentionPolicy{-1, 0, 0}, RetentionPolicy{0, -1, 0}, RetentionPolicy{0, 0, 100'000}})
            QCOMPARE(writeRetention(**connection, wrong).error().kind, ErrorKind::Invalid);
        QCOMPARE(*readRetention(**connection), policy);
    }

private:
    std::unique_ptr<DatabaseFixture> fixture;
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
