// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at any moment under load (SEMANTICS 7): what was answered more than a second before is in the ledger, the database is whole, nothing
// counts twice. UNDERSTUDY_LONG=1: 50 times instead of 6.
#include "DiskBench.h"

#include <QElapsedTimer>
#include <QHash>
#include <QRandomGenerator>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace understudy::test;

class TestKilled : public QObject {
    Q_OBJECT

private:
    /// What SQLite says of the file, and one number that a statement gives.
    static QVariant single(const QString &file, const QString &sql)
    {
        QVariant value;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
            database.setDatabaseName(file);
            if (database.open()) {
                QSqlQuery query(database);
                if (query.exec(sql) && query.next())
                    value = query.value(0);
            }
            database.close();
        }
        QSqlDatabase::removeDatabase(u"look"_s);
        return value;
    }

private slots:
    void atAnyMoment()
    {
        const int times = qEnvironmentVariableIsSet("UNDERSTUDY_LONG") ? 50 : 6;
        constexpr int clients = 4;
        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        Installation installation;
        FakeUpstream upstream;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, labConfig(upstream.baseUrl())).code, 0);
        const QString file = installation.path() + u"/understudy.db"_s;
        QHash<QString, qint64> seen; // request id → when its answer was there, by the clock below
        QSet<QString> must;
        QElapsedTimer clock;
        clock.start();
        for (int round = 0; round < times; ++round) {
            Serving serving(installation);
            QVERIFY2(serving.port, serving.process.readAllStandardError());
            const qint64 end = clock.elapsed() + 1050 + random.bounded(700);
            std::vector<std::unique_ptr<RawHttpClient>> open;
            for (int i = 0; i < clients; ++i) {
                open.push_back(std::make_unique<RawHttpClient>());
                QVERIFY(open.back()->connectTo(serving.port));
            }
            QHash<QString, qint64> now;
            while (clock.elapsed() < end) {
                for (const auto &client : open)
                    client->send(question());
                for (const auto &client : open) {
                    const RawAnswer answer = client->receive(20000);
                    QCOMPARE(answer.status, 200);
                    now.insert(QString::fromLatin1(headerValue(answer.headers, "x-request-id").value_or(QByteArray())), clock.elapsed());
                }
            }
            for (const auto &client : open)
                client->send(question()); // it dies with work in hand
            const qint64 killed = clock.elapsed();
            serving.process.kill();
            QVERIFY(serving.process.waitForFinished());
            for (auto it = now.cbegin(); it != now.cend(); ++it) {
                if (killed - it.value() >= 1000)
                    must.insert(it.key());
            }
            seen.insert(now);
            QCOMPARE(single(file, u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        }
        QVERIFY2(must.size() > 20 * times / 6, qPrintable(u"only %1 answers were older than a second"_s.arg(must.size())));
        const Ran log = installation.run({u"log"_s, u"--json"_s, u"--limit"_s, u"1000000"_s});
        QVERIFY2(log.code == 0, log.err);
        QSet<QString> stored;
        qint64 answeredRows = 0, tokens = 0;
        for (const QJsonObject &row : log.lines()) {
            const QString id = row.value("id"_L1).toString();
            QVERIFY2(!stored.contains(id), qPrintable(id + u" is there twice"_s));
            stored.insert(id);
            answeredRows += row.value("status"_L1) == "answered"_L1;
            tokens += row.value("promptTokens"_L1).toInteger() + row.value("completionTokens"_L1).toInteger();
        }
        const QSet<QString> missing = must - stored;
        QVERIFY2(missing.isEmpty(), qPrintable(u"%1 of %2 are missing"_s.arg(missing.size()).arg(must.size())));
        const QJsonObject usage = installation.run({u"usage"_s, u"--json"_s}).object();
        QCOMPARE(usage.value("requests"_L1).toInteger(), stored.size());
        QCOMPARE(usage.value("totalTokens"_L1).toInteger(), tokens);
        QCOMPARE(tokens, answeredRows * 10);
        QVERIFY(upstream.requestCount() >= stored.size());
        qInfo("%d kills, %d answers seen, %d older than a second, %d stored", times, int(seen.size()), int(must.size()), int(stored.size()));
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
