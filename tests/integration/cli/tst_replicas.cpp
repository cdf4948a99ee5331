// SPDX-License-Identifier: GPL-3.0-or-later
// Two gateways with data directories of their own on one PostgreSQL.
#include "CliProcess.h"
#include "core/storage/DatabaseFixture.h"
#include "support/FakeUpstream.h"
#include "support/RawHttpClient.h"

#include <QElapsedTimer>
#include <QTest>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray post(const QByteArray &secret)
{
    const QByteArray body = R"({"model":"auto","messages":[{"role":"user","content":"hi"}]})";
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + secret
        + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray config(const QString &baseUrl)
{
    return R"({ "format": "understudy-config", "version": 1,
        "providers": [ { "id": "lab", "name": "Lab", "baseUrl": ")" + baseUrl.toUtf8() + R"(", "models": [ { "id": "m1", "type": "chat" } ] } ],
        "channels": [ { "id": "c1", "provider": "lab", "name": "c1", "proxy": "none", "credential": "sk-invented-credential", "models": ["m1"] } ] })";
}

} // namespace

class TestReplicas : public QObject {
    Q_OBJECT

    std::unique_ptr<DatabaseFixture> m_fixture;

private slots:
    void initTestCase() { m_fixture = std::make_unique<DatabaseFixture>(); }
    void cleanupTestCase() { m_fixture.reset(); }

    /// A key made through one replica works at the other within a second, and both write one ledger.
    void shareKeysAndLedger()
    {
        const Result<DatabaseLocation> location = m_fixture->location(Engine::PostgreSQL);
        if (!location)
            QSKIP(qPrintable(location.error().text));
        const QString url = u"postgresql://%1@/%2?host=%3"_s.arg(location->user, location->name, location->host);
        Installation first;
        Installation second;
        QFile passphrase(first.file(u"passphrase"_s));
        QVERIFY(passphrase.open(QIODevice::WriteOnly));
        passphrase.write("an invented passphrase\n");
        passphrase.close();
        QVERIFY(passphrase.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        for (Installation *installation : {&first, &second})
            installation->environment.insert(u"UNDERSTUDY_PASSPHRASE_FILE"_s, passphrase.fileName());

        FakeUpstream upstream;
        const Ran imported = first.run({u"import"_s, u"-"_s, u"--database"_s, url}, config(upstream.baseUrl()));
        QVERIFY2(imported.code == 0, imported.err);
        Serving one(first, {u"--database"_s, url});
        Serving two(second, {u"--database"_s, url});
        QVERIFY2(one.port && two.port, one.process.readAllStandardError() + two.process.readAllStandardError());

        // Without --database a command means the database of the gateway beside it. Bug: it made a SQLite file of its own there,
        // wrote into that, and said that the gateway uses it.
        const Ran created = first.run({u"key"_s, u"create"_s, u"app"_s, u"--model"_s, u"c1/m1"_s});
        QVERIFY2(created.code == 0, created.err);
        QVERIFY2(created.err.contains("running gateway uses it"), created.err);
        QVERIFY(!QFile::exists(first.path() + u"/understudy.db"_s));
        // Another one that is asked for is used, but nobody claims that the gateway sees it.
        const Result<DatabaseLocation> other = m_fixture->location(Engine::PostgreSQL);
        QVERIFY(other.ok());
        const Ran elsewhere = first.run({u"key"_s, u"create"_s, u"b"_s, u"--model"_s, u"demo/DeepSeek-V3"_s, u"--database"_s, other->url()});
        QVERIFY2(elsewhere.code == 0, elsewhere.err);
        QVERIFY2(!elsewhere.err.contains("running gateway uses it") && elsewhere.err.contains("does not see it"), elsewhere.err);
        QElapsedTimer timer;
        timer.start();
        int status = 0;
        while (status != 200 && timer.elapsed() < 1000) {
            RawHttpClient client;
            QVERIFY(client.connectTo(two.port));
            client.send(post(created.out.trimmed()));
            status = client.receive().status;
        }
        QCOMPARE(status, 200);

        RawHttpClient client;
        QVERIFY(client.connectTo(one.port));
        client.send(post(created.out.trimmed()));
        QCOMPARE(client.receive().status, 200);
        QCOMPARE(one.stop(), 0);
        QCOMPARE(two.stop(), 0);
        const QJsonObject usage = second.run({u"usage"_s, u"--json"_s, u"--database"_s, url}).object();
        QCOMPARE(usage.value("requests"_L1).toInt(), 2);
        QCOMPARE(usage.value("totalTokens"_L1).toInt(), 20);
    }
};

QTEST_GUILESS_MAIN(TestReplicas)
#include "tst_replicas.moc"
