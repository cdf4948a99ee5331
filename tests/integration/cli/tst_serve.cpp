// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway as a process: start, failover, changes by other processes, and its end.
#include "CliProcess.h"
#include "host/GatewayHost.h"
#include "host/Workspace.h"
#include "support/FakeUpstream.h"
#include "support/RawHttpClient.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray KeySecret = "sk-us_invented0000000000000000000000000000A";

QByteArray config(const QString &baseUrl)
{
    return R"({ "format": "understudy-config", "version": 1,
        "providers": [ { "id": "lab", "name": "Lab", "baseUrl": ")" + baseUrl.toUtf8() + R"(", "models": [ { "id": "m1", "type": "chat" } ] } ],
        "channels": [ { "id": "c1", "provider": "lab", "name": "c1", "proxy": "none", "credential": "sk-invented-credential", "models": ["m1"] } ],
        "keys": [ { "name": "app", "secret": ")" + KeySecret + R"(", "chain": [ { "channel": "c1", "model": "m1" } ] } ] })";
}

QByteArray post(const QByteArray &secret, bool stream)
{
    const QByteArray body = stream ? R"({"model":"auto","stream":true,"messages":[{"role":"user","content":"hi"}]})"
                                   : R"({"model":"auto","messages":[{"role":"user","content":"hi"}]})";
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + secret
        + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Holds the lock of an installation's database, as a backup or another program may.
struct Held {
    explicit Held(const Installation &installation)
        : database(Database::open(DatabaseLocation::sqlite(installation.path() + u"/understudy.db"_s))),
          connection(database->connect()), holds((*connection)->run(u"BEGIN IMMEDIATE"_s).ok())
    {
    }
    ~Held() { static_cast<void>((*connection)->run(u"ROLLBACK"_s)); }
    Result<Database> database;
    Result<std::unique_ptr<Connection>> connection;
    const bool holds;
};

QElapsedTimer started()
{
    QElapsedTimer timer;
    timer.start();
    return timer;
}

/// A provider whose stream waits at a gate, the gateway before it, and a client that has seen the first piece.
class RunningStream {
public:
    RunningStream()
    {
        upstream.enqueue(Answer::stream().delta("hel").gate().delta("lo").finish().done());
        imported = installation.run({u"import"_s, u"-"_s}, config(upstream.baseUrl()));
        serving = std::make_unique<Serving>(installation);
        started = client.connectTo(serving->port);
        client.send(post(KeySecret, true));
        started = started && client.waitFor("hel");
    }
    Installation installation;
    FakeUpstream upstream;
    Ran imported;
    std::unique_ptr<Serving> serving;
    RawHttpClient client;
    bool started = false;
};

} // namespace

class TestServe : public QObject {
    Q_OBJECT

private slots:
    void saysWhereItListens()
    {
        const Installation installation;
        Serving serving(installation);
        QVERIFY(serving.ready.value("ready"_L1).toBool());
        QVERIFY(serving.port != 0);
        QCOMPARE(serving.ready.value("pid"_L1).toInteger(), serving.process.processId());
        QVERIFY(serving.ready.value("database"_L1).toString().endsWith(u"understudy.db"_s));
        QCOMPARE(serving.stop(), 0);
    }

    void textFirstLine()
    {
        const Installation installation;
        QProcess process;
        installation.prepare(process, {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
        process.start();
        while (!process.canReadLine())
            QVERIFY(process.waitForReadyRead(Installation::PatienceMs));
        const QByteArray line = process.readLine();
        process.kill();
        process.waitForFinished();
        QVERIFY2(line.startsWith("listening on http://127.0.0.1:") && line.endsWith("/v1\n"), line);
    }

    void secondOwnerIsRefused()
    {
        const Installation installation;
        Serving first(installation);
        QVERIFY(first.port != 0);
        const Ran second = installation.run({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(second.code, 3);
        QVERIFY2(second.err.contains(QByteArray::number(first.process.processId())), second.err);
        QVERIFY(second.out.isEmpty());
        QCOMPARE(first.stop(), 0);
        Serving third(installation);
        QVERIFY(third.port != 0);
    }

    void portTaken()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const Installation installation;
        const Ran ran = installation.run({u"serve"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(other.serverPort())});
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.contains(QByteArray::number(other.serverPort())) && ran.err.contains("--listen"), ran.err);
        QVERIFY2(ran.err.toLower().count("another port") == 1 && ran.err.count("top ") == 1, ran.err); // advice is given once
        QVERIFY(ran.out.isEmpty());
    }

    void configurationFirst()
    {
        Installation installation;
        QFile file(installation.file(u"config.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(config(u"http://127.0.0.1:9/v1"_s).replace("\"c1\", \"model\": \"m1\"", "\"c1\", \"model\": \"nothing\""));
        file.close();
        const Ran broken = installation.run({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--config"_s, file.fileName()});
        QCOMPARE(broken.code, 1);
        QVERIFY2(broken.err.contains("keys[0].chain[0]"), broken.err);
        QVERIFY(broken.out.isEmpty());

        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(config(u"http://127.0.0.1:9/v1"_s));
        file.close();
        Serving serving(installation, {u"--config"_s, file.fileName()});
        QVERIFY(serving.port != 0);
        QCOMPARE(installation.run({u"key"_s, u"list"_s, u"--json"_s}).array().size(), 1);
        QCOMPARE(serving.stop(), 0);
    }

    /// The curl line that the demo prints, in a real shell.
    void demoFailsOver()
    {
        const Installation installation;
        QProcess serve;
        installation.prepare(serve, {u"serve"_s, u"--demo"_s, u"--listen"_s, u"127.0.0.1:0"_s});
        serve.start();
        QByteArray text;
        while (!text.contains("understudy-cli log")) {
            QVERIFY(serve.waitForReadyRead(Installation::PatienceMs));
            text += serve.readAllStandardOutput();
        }
        QVERIFY2(text.startsWith("listening on http://"), text);
        const qsizetype from = text.indexOf("\ncurl ") + 1;
        QVERIFY2(from > 0, text);
        const QByteArray curl = text.sliced(from, text.indexOf("\n\n", from) - from);

        QElapsedTimer timer;
        timer.start();
        QProcess shell;
        shell.start(u"/bin/sh"_s, {u"-c"_s, QString::fromUtf8(curl)});
        QVERIFY(shell.waitForFinished(Installation::PatienceMs));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        const QByteArray body = shell.readAllStandardOutput();
        const QJsonObject answer = QJsonDocument::fromJson(body).object();
        QVERIFY2(answer.value("usage"_L1).toObject().value("total_tokens"_L1).toInt() == 603, body + shell.readAllStandardError());

        serve.terminate();
        QVERIFY(serve.waitForFinished(Installation::PatienceMs));
        QCOMPARE(serve.exitCode(), 0);

        const QList<QJsonObject> rows = installation.run({u"log"_s, u"--json"_s}).lines();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().value("status"_L1).toString(), u"answered"_s);
        QCOMPARE(rows.first().value("servedBy"_L1).toString(), u"built-in/demo/DeepSeek-R1-Distill-Qwen-7B"_s);
        QStringList outcomes;
        for (const QJsonValue &attempt : rows.first().value("attempts"_L1).toArray())
            outcomes.append(attempt.toObject().value("outcome"_L1).toString());
        QCOMPARE(outcomes, (QStringList{u"overloaded"_s, u"timeout"_s, u"answered"_s}));
        QVERIFY(installation.run({u"log"_s}).out.contains("✕32B ⟳✕32B ⇢ ✓7B"));

        const QString id = rows.first().value("id"_L1).toString();
        const Ran explained = installation.run({u"explain"_s, id});
        QCOMPARE(explained.code, 0);
        QVERIFY2(explained.out.contains("On to the next candidate"), explained.out);

        const QJsonObject usage = installation.run({u"usage"_s, u"--key"_s, u"demo"_s, u"--json"_s}).object();
        QCOMPARE(usage.value("requests"_L1).toInt(), 1);
        QCOMPARE(usage.value("totalTokens"_L1).toInt(), 603);
        QCOMPARE(usage.value("freeTokensUsed"_L1).toInt(), 603);
        QCOMPARE(usage.value("failedAttempts"_L1).toInt(), 2);
    }

    void termLetsStreamsFinish()
    {
        RunningStream stream;
        QVERIFY2(stream.imported.code == 0, stream.imported.err);
        QVERIFY2(stream.started, stream.serving->process.readAllStandardError());
        stream.serving->process.terminate();
        // The port is given up first; the stream goes on.
        QTRY_VERIFY_WITH_TIMEOUT(!RawHttpClient().connectTo(stream.serving->port, 200), 5000);
        stream.upstream.release();
        QVERIFY(stream.client.waitFor("[DONE]"));
        QCOMPARE(stream.serving->waitForExit(), 0);
        const QList<QJsonObject> rows = stream.installation.run({u"log"_s, u"--json"_s}).lines();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().value("status"_L1).toString(), u"answered"_s);
        QCOMPARE(rows.first().value("servedBy"_L1).toString(), u"c1/m1"_s);
    }

    /// Bug: the second signal ended the process before the running stream had its row.
    void secondSignalEndsTheStreams()
    {
        RunningStream stream;
        QVERIFY(stream.started);
        stream.serving->process.terminate();
        QTRY_VERIFY_WITH_TIMEOUT(!RawHttpClient().connectTo(stream.serving->port, 200), 5000);
        stream.serving->process.terminate();
        QVERIFY(stream.client.waitFor("gateway_stopping"));
        QCOMPARE(stream.serving->waitForExit(), 0);
        const QList<QJsonObject> rows = stream.installation.run({u"log"_s, u"--json"_s}).lines();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().value("status"_L1).toString(), u"interrupted"_s);
        const Ran explained = stream.installation.run({u"explain"_s, rows.first().value("id"_L1).toString()});
        QVERIFY2(explained.out.contains("the gateway was stopped") && !explained.out.contains("client left"), explained.out);
    }

    void thirdSignalEndsAtOnce()
    {
        RunningStream stream;
        QVERIFY(stream.started);
        const Held held(stream.installation);
        QVERIFY(held.holds);
        stream.serving->process.terminate();
        QTRY_VERIFY_WITH_TIMEOUT(!RawHttpClient().connectTo(stream.serving->port, 200), 5000);
        stream.serving->process.terminate();
        QVERIFY(stream.client.waitFor("gateway_stopping")); // from here on it waits for the database
        QElapsedTimer timer;
        timer.start();
        stream.serving->process.terminate();
        QCOMPARE(stream.serving->waitForExit(), 128 + SIGTERM);
        QVERIFY(timer.elapsed() < 5000);
    }

    /// Bug: the end waited twice for a database that takes nothing, and did not say what was lost.
    void lockedDatabaseEndsOnce()
    {
        FakeUpstream upstream;
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config(upstream.baseUrl())).code, 0);
        auto lock = DataDirectory::open(installation.path())->own();
        auto workspace = Workspace::open({installation.path(), {}});
        QVERIFY(lock.ok() && workspace.ok());
        auto host = std::make_unique<GatewayHost>(*std::move(lock), *std::move(workspace));
        host->setLedgerPatience(std::chrono::milliseconds(400));
        QVERIFY(host->start(u"127.0.0.1:0"_s).ok());
        const Held held(installation);
        QVERIFY(held.holds);
        RawHttpClient client;
        QVERIFY(client.connectTo(host->gateway().port()));
        client.send(post(KeySecret, false));
        QCOMPARE(client.receive().status, 200);

        QStringList warnings;
        std::optional<bool> complete;
        QObject::connect(host.get(), &GatewayHost::warning, this, [&](const QString &text) { warnings.append(text); });
        QObject::connect(host.get(), &GatewayHost::ended, this, [&](bool all) { complete = all; });
        QElapsedTimer timer;
        timer.start();
        host->drain();
        QTRY_VERIFY_WITH_TIMEOUT(complete.has_value(), 5000);
        host.reset();
        QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed()))); // the client's connection takes one second of it
        QVERIFY(!*complete);
        QVERIFY2(!warnings.filter(u"1 rows of the ledger"_s).isEmpty(), qPrintable(warnings.join(u'\n')));
    }

    void changesAreUsedWhileAStreamRuns()
    {
        RunningStream stream;
        QVERIFY(stream.started);
        const Ran created = stream.installation.run({u"key"_s, u"create"_s, u"second"_s, u"--model"_s, u"c1/m1"_s});
        QVERIFY2(created.code == 0, created.err);
        RawHttpClient other;
        QVERIFY(other.connectTo(stream.serving->port));
        other.send(post(created.out.trimmed(), false));
        QCOMPARE(other.receive().status, 200);

        QCOMPARE(stream.installation.run({u"key"_s, u"pause"_s, u"second"_s}).code, 0);
        other.send(post(created.out.trimmed(), false));
        QCOMPARE(other.receive().status, 403);

        stream.upstream.release();
        QVERIFY(stream.client.waitFor("[DONE]"));
        QCOMPARE(stream.serving->stop(), 0);
    }

    // As a script does that wants to know why an answer came late.
    void explainRightAfterTheAnswer()
    {
        FakeUpstream upstream;
        Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config(upstream.baseUrl())).code, 0);
        Serving serving(installation);
        RawHttpClient client;
        QVERIFY(client.connectTo(serving.port));
        for (int i = 0; i < 5; ++i) {
            client.send(post(KeySecret, false));
            const auto answer = client.receive();
            QCOMPARE(answer.status, 200);
            const Ran ran = installation.run({u"explain"_s, QString::fromLatin1(headerValue(answer.headers, "x-request-id").value_or(QByteArray()))});
            QVERIFY2(ran.code == 0, ran.err);
        }
        QCOMPARE(serving.stop(), 0);
    }

    void follow()
    {
        FakeUpstream upstream;
        Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config(upstream.baseUrl())).code, 0);
        Serving serving(installation);
        RawHttpClient client;
        QVERIFY(client.connectTo(serving.port));
        client.send(post(KeySecret, false));
        QCOMPARE(client.receive().status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(installation.run({u"log"_s, u"--json"_s}).lines().size(), 1, 5000);

        QProcess log;
        installation.prepare(log, {u"log"_s, u"--follow"_s, u"--since"_s, u"1h"_s, u"--json"_s});
        log.start();
        QByteArray text;
        const auto waitForRows = [&](int count) {
            while (text.count('\n') < count && log.waitForReadyRead(Installation::PatienceMs))
                text += log.readAllStandardOutput();
            return text.count('\n') == count;
        };
        QVERIFY(waitForRows(1));
        client.send(post(KeySecret, false));
        QCOMPARE(client.receive().status, 200);
        QVERIFY(waitForRows(2));
        log.terminate();
        QVERIFY(log.waitForFinished(Installation::PatienceMs));
        QCOMPARE(log.exitCode(), 0);

        // Bug: the rows of a removed key could not be asked for by its name.
        QCOMPARE(installation.run({u"key"_s, u"remove"_s, u"app"_s}).code, 0);
        QCOMPARE(installation.run({u"log"_s, u"--key"_s, u"app"_s, u"--json"_s}).lines().size(), 2);
        QCOMPARE(installation.run({u"usage"_s, u"--key"_s, u"app"_s, u"--json"_s}).object().value("requests"_L1).toInt(), 2);
        QCOMPARE(installation.run({u"usage"_s, u"--key"_s, u"nobody"_s}).code, 1);
        QCOMPARE(serving.stop(), 0);
    }

    /// Without the master key the gateway listens and says what is wrong.
    void lockedVault()
    {
        FakeUpstream upstream;
        Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config(upstream.baseUrl())).code, 0);
        QVERIFY(QFile::remove(installation.path() + u"/master.key"_s));
        Serving serving(installation);
        RawHttpClient client;
        QVERIFY(client.connectTo(serving.port));
        client.send(post(KeySecret, false));
        const RawAnswer answer = client.receive();
        QCOMPARE(answer.status, 503);
        QVERIFY2(answer.body.contains("vault_locked"), answer.body);
        QCOMPARE(serving.stop(), 0);
        QVERIFY(serving.process.readAllStandardError().contains("master"));
    }

    /// Bug: a running gateway stayed locked after its key file had been put back.
    void keyFileComesBack()
    {
        FakeUpstream upstream;
        Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config(upstream.baseUrl())).code, 0);
        const QString key = installation.path() + u"/master.key"_s;
        QVERIFY(QFile::rename(key, installation.file(u"elsewhere"_s)));
        Serving serving(installation);
        RawHttpClient client;
        QVERIFY(client.connectTo(serving.port));
        client.send(post(KeySecret, false));
        QCOMPARE(client.receive().status, 503);
        QVERIFY(QFile::rename(installation.file(u"elsewhere"_s), key));
        int status = 0;
        for (QElapsedTimer timer = started(); status != 200 && timer.elapsed() < 6000;) {
            RawHttpClient again;
            QVERIFY(again.connectTo(serving.port));
            again.send(post(KeySecret, false));
            status = again.receive().status;
        }
        QCOMPARE(status, 200);
        QCOMPARE(serving.stop(), 0);
    }

    /// A gateway goes on with the new master key when a command gives the vault one.
    void masterKeyChangesBesideAGateway()
    {
        FakeUpstream upstream;
        Installation installation;
        QFile passphrase(installation.file(u"passphrase"_s));
        QVERIFY(passphrase.open(QIODevice::WriteOnly) && passphrase.write("an invented passphrase\n") > 0);
        passphrase.close();
        installation.environment.insert(u"UNDERSTUDY_PASSPHRASE_FILE"_s, passphrase.fileName());
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config(upstream.baseUrl())).code, 0);
        Serving serving(installation);
        for (const QString &to : {u"file"_s, u"passphrase"_s}) {
            const Ran moved = installation.run({u"vault"_s, u"move"_s, u"--to"_s, to, u"--passphrase-from"_s, u"file:"_s + passphrase.fileName()});
            QVERIFY2(moved.code == 0, moved.err);
            RawHttpClient client;
            QVERIFY(client.connectTo(serving.port));
            client.send(post(KeySecret, false));
            QCOMPARE(client.receive().status, 200);
        }
        QCOMPARE(headerValue(upstream.requests().last().headers, "authorization").value_or(QByteArray()), "Bearer sk-invented-credential");
        QCOMPARE(serving.stop(), 0);
    }

    /// Bug: a credential whose variable is not set was left out of the calls, and nobody said so.
    void variableThatIsNotSet()
    {
        FakeUpstream upstream;
        Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config(upstream.baseUrl()).replace("sk-invented-credential", "env:UNDERSTUDY_TEST_NOT_SET")).code, 0);
        Serving serving(installation);
        RawHttpClient client;
        QVERIFY(client.connectTo(serving.port));
        client.send(post(KeySecret, false));
        const RawAnswer answer = client.receive();
        QCOMPARE(answer.status, 503);
        QVERIFY2(answer.body.contains("no_candidate"), answer.body);
        QCOMPARE(serving.stop(), 0);
        QCOMPARE(serving.process.readAllStandardError().count("UNDERSTUDY_TEST_NOT_SET"), 1);
        const QJsonObject row = installation.run({u"log"_s, u"--json"_s}).lines().value(0);
        QCOMPARE(row.value("skipped"_L1).toArray().first().toObject().value("reason"_L1).toString(), u"no_credential"_s);
    }

    void longDataDirectory()
    {
        const Installation installation;
        const QString deep = installation.file(QString(150, u'd'));
        Installation elsewhere;
        QTemporaryDir runtime;
        elsewhere.environment.insert(u"XDG_RUNTIME_DIR"_s, runtime.path());
        QProcess serve;
        serve.setProgram(QStringLiteral(CLI_PROGRAM));
        serve.setArguments({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--json"_s, u"--data-dir"_s, deep});
        serve.setProcessEnvironment(elsewhere.environment);
        serve.start();
        while (!serve.canReadLine())
            QVERIFY(serve.waitForReadyRead(Installation::PatienceMs));
        QProcess doctor;
        doctor.setProgram(QStringLiteral(CLI_PROGRAM));
        doctor.setArguments({u"doctor"_s, u"--data-dir"_s, deep});
        doctor.setProcessEnvironment(elsewhere.environment);
        doctor.start();
        QVERIFY(doctor.waitForFinished(Installation::PatienceMs));
        const QByteArray said = doctor.readAllStandardOutput();
        QVERIFY2(said.contains("running, pid " + QByteArray::number(serve.processId())), said);
        serve.terminate();
        QVERIFY(serve.waitForFinished(Installation::PatienceMs));
        QCOMPARE(serve.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
