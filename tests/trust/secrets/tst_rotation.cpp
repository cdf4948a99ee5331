// SPDX-License-Identifier: GPL-3.0-or-later
// The master key: without it a database opens nothing, a new one takes the old one's place whole or not at all, and a passphrase is dear.
#include "host/Workspace.h"
#include "integration/cli/CliProcess.h"
#include "support/FakeUpstream.h"
#include "support/RawHttpClient.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <sodium.h>

#include <ctime>
#include <limits>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray keySecret(int number) { return "sk-us_invented" + QByteArray::number(number).rightJustified(35, '0'); }
QByteArray credential(int number) { return "sk-invented-credential-" + QByteArray::number(number); }

QByteArray config(const QString &baseUrl, int count)
{
    QByteArray channels, keys;
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i);
        const char *comma = i ? ", " : "";
        channels += comma + QByteArray(R"({ "id": "c)") + n + R"(", "provider": "lab", "name": "c)" + n + R"(", "proxy": "none", "credential": ")" + credential(i) + R"(", "models": ["m1"] })";
        keys += comma + QByteArray(R"({ "name": "k)") + n + R"(", "secret": ")" + keySecret(i) + R"(", "chain": [ { "channel": "c)" + n + R"(", "model": "m1" } ] })";
    }
    return R"({ "format": "understudy-config", "version": 1,
        "providers": [ { "id": "lab", "name": "Lab", "baseUrl": ")" + baseUrl.toUtf8() + R"(", "models": [ { "id": "m1", "type": "chat" } ] } ],
        "channels": [ )" + channels + R"( ], "keys": [ )" + keys + " ] }";
}

/// Empty when every secret is what was imported; else what is wrong.
QString wrongIn(const QString &path, int count)
{
    const auto workspace = Workspace::open({path, {}});
    if (!workspace)
        return workspace.error().toString();
    if ((*workspace)->vaultProblem())
        return (*workspace)->vaultProblem()->toString();
    const auto stored = (*workspace)->store().load();
    if (!stored || stored->locked || !stored->problems.isEmpty())
        return stored ? u"locked, or %1 problems"_s.arg(stored->problems.size()) : stored.error().toString();
    if (stored->configuration.keys.size() != count || stored->configuration.channels.size() != count)
        return u"not all are there"_s;
    for (int i = 0; i < count; ++i) {
        if (!(stored->configuration.keys[i].secret == Secret(keySecret(stored->configuration.keys[i].name.mid(1).toInt()))))
            return u"the secret of "_s + stored->configuration.keys[i].name;
        const Channel &channel = stored->configuration.channels[i];
        if (!(channel.credential.resolve() == Secret(credential(channel.id.mid(1).toInt()))))
            return u"the credential of "_s + channel.id;
    }
    return {};
}

int ask(quint16 port, const QByteArray &secret, QByteArray *body = nullptr)
{
    const QByteArray text = R"({"model":"auto","messages":[{"role":"user","content":"hi"}]})";
    RawHttpClient client;
    if (!client.connectTo(port))
        return 0;
    client.send("POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + secret
                + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(text.size()) + "\r\n\r\n" + text);
    const RawAnswer answer = client.receive(Installation::PatienceMs);
    if (body)
        *body = answer.body;
    return answer.status;
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile::remove(path);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(bytes) == bytes.size();
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isLong() { return qEnvironmentVariableIntValue("UNDERSTUDY_LONG") != 0; }

const QStringList Rotate{u"vault"_s, u"rotate"_s};

} // namespace

class TestRotation final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        qunsetenv("UNDERSTUDY_PASSPHRASE_FILE");
        qunsetenv("CREDENTIALS_DIRECTORY");
    }

    void aRunningGatewayGoesOn()
    {
        FakeUpstream upstream;
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config(upstream.baseUrl(), 2)).code, 0);
        const QByteArray before = content(installation.path() + u"/master.key"_s);
        Serving serving(installation);
        QCOMPARE(ask(serving.port, keySecret(1)), 200);
        const Ran rotated = installation.run(Rotate + QStringList{u"--json"_s});
        QVERIFY2(rotated.code == 0, rotated.err);
        QCOMPARE(rotated.object().value("keyId"_L1).toInt(), 2);
        QVERIFY(content(installation.path() + u"/master.key"_s) != before);
        QVERIFY(!QFile::exists(installation.path() + u"/master.key.next"_s));
        QCOMPARE(QFile::permissions(installation.path() + u"/master.key"_s) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
        QCOMPARE(ask(serving.port, keySecret(1)), 200);
        // What is changed afterwards is written with the new key, by this process and by others.
        const Ran reset = installation.run({u"key"_s, u"reset"_s, u"k0"_s, u"--secret"_s, u"-"_s}, keySecret(7) + '\n');
        QVERIFY2(reset.code == 0, reset.err);
        QCOMPARE(ask(serving.port, keySecret(7)), 200);
        QCOMPARE(ask(serving.port, keySecret(0)), 401);
        QCOMPARE(headerValue(upstream.requests().last().headers, "authorization").value_or(QByteArray()), "Bearer " + credential(0));
        QCOMPARE(serving.stop(), 0);
    }

    void theOldKeyOpensNothing()
    {
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config(u"http://127.0.0.1:1/v1"_s, 2)).code, 0);
        const QString file = installation.path() + u"/master.key"_s;
        const QByteArray before = content(file);
        QCOMPARE(installation.run(Rotate).code, 0);
        const QByteArray after = content(file);
        QVERIFY(writeFile(file, before));
        const Ran refused = installation.run({u"key"_s, u"show"_s, u"k0"_s, u"--reveal"_s});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("not the master key"), refused.err);
        QVERIFY(!refused.out.contains("invented"));
        QCOMPARE(installation.run(Rotate).code, 1); // nor does a locked vault get another key
        QVERIFY(writeFile(file, after));
        QCOMPARE(wrongIn(installation.path(), 2), QString());
    }

    /// The two moments between the file and the database, exactly.
    void brokenOffBetweenFileAndDatabase()
    {
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config(u"http://127.0.0.1:1/v1"_s, 3)).code, 0);
        const QString file = installation.path() + u"/master.key"_s, next = file + u".next"_s;
        const QByteArray before = content(file);
        QVERIFY(writeFile(next, newMasterKey().reveal().toHex() + '\n')); // the new key is written, the database does not have it
        QCOMPARE(wrongIn(installation.path(), 3), QString());
        QCOMPARE(content(file), before);
        QCOMPARE(installation.run(Rotate).code, 0); // and can be tried again
        QCOMPARE(wrongIn(installation.path(), 3), QString());
        const QByteArray after = content(file);
        QVERIFY(writeFile(next, after) && writeFile(file, before)); // the database has it, the file is still the old one
        QCOMPARE(wrongIn(installation.path(), 3), QString());
        QCOMPARE(content(file), after);
        QVERIFY(!QFile::exists(next));
    }

    void killedAtAnyMoment_data()
    {
        QTest::addColumn<bool>("passphrase");
        QTest::newRow("key file") << false;
        QTest::newRow("passphrase") << true;
    }
    void killedAtAnyMoment()
    {
        QFETCH(bool, passphrase);
        constexpr int count = 120;
        const int times = (passphrase ? 5 : 10) * (isLong() ? 10 : 1);
        Installation installation;
        QStringList rotate = Rotate;
        QStringList files{installation.file(u"one"_s), installation.file(u"two"_s)};
        if (passphrase) {
            QVERIFY(writeFile(files[0], "an invented passphrase\n") && writeFile(files[1], "another invented one\n"));
            installation.environment.insert(u"UNDERSTUDY_PASSPHRASE_FILE"_s, files[0]);
        }
        const Ran imported = installation.run({u"import"_s, u"-"_s}, config(u"http://127.0.0.1:1/v1"_s, count));
        QVERIFY2(imported.code == 0, imported.err);
        QElapsedTimer timer;
        timer.start();
        const Ran whole = installation.run(passphrase ? Rotate + QStringList{u"--passphrase-from"_s, u"file:"_s + files[0]} : Rotate);
        QVERIFY2(whole.code == 0, whole.err);
        const int longest = int(timer.elapsed());

        int killed = 0;
        for (int i = 0; i < times; ++i) {
            QProcess process;
            installation.prepare(process, passphrase ? Rotate + QStringList{u"--passphrase-from"_s, u"file:"_s + files[1]} : Rotate);
            process.start();
            QVERIFY(process.waitForStarted());
            if (!process.waitForFinished(QRandomGenerator::global()->bounded(1, longest + 1))) {
                process.kill();
                QVERIFY(process.waitForFinished());
                ++killed;
            }
            if (passphrase)
                qputenv("UNDERSTUDY_PASSPHRASE_FILE", QFile::encodeName(files[0]));
            QString wrong = wrongIn(installation.path(), count);
            if (passphrase && !wrong.isEmpty()) { // then it is the new one, and whole
                files.swapItemsAt(0, 1);
                qputenv("UNDERSTUDY_PASSPHRASE_FILE", QFile::encodeName(files[0]));
                installation.environment.insert(u"UNDERSTUDY_PASSPHRASE_FILE"_s, files[0]);
                wrong = wrongIn(installation.path(), count);
            }
            QVERIFY2(wrong.isEmpty(), qPrintable(u"%1 (killed %2)"_s.arg(wrong).arg(killed)));
        }
        qInfo("killed %d of %d rotations of up to %d ms", killed, times, longest);
    }

    /// Files that were copied without the master key: they are answered politely and stay closed.
    void aMovedDatabaseStaysClosed()
    {
        FakeUpstream upstream;
        const Installation here, there;
        QCOMPARE(here.run({u"import"_s, u"-"_s}, config(upstream.baseUrl(), 1)).code, 0);
        QVERIFY(QDir().mkpath(there.path()) && QFile::setPermissions(there.path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
        QVERIFY(QFile::copy(here.path() + u"/understudy.db"_s, there.path() + u"/understudy.db"_s));
        {
            Serving serving(there);
            QVERIFY(serving.port != 0);
            QByteArray body;
            QCOMPARE(ask(serving.port, keySecret(0), &body), 503);
            QVERIFY2(body.contains("vault_locked"), body);
            QCOMPARE(serving.stop(), 0);
        }
        QVERIFY2(!QFile::exists(there.path() + u"/master.key"_s), "a missing key is no first run");
        const auto closed = [&](const char *why) {
            const Ran show = there.run({u"key"_s, u"show"_s, u"k0"_s, u"--reveal"_s});
            QVERIFY(show.code != 0);
            QVERIFY2(show.err.contains(why), show.err);
            QVERIFY(!show.out.contains("sk-us_invented"));
            QVERIFY(!there.run({u"vault"_s, u"show"_s, u"--json"_s}).object().value("open"_L1).toBool(true));
        };
        closed("master key file cannot be read");
        QVERIFY(writeFile(there.path() + u"/master.key"_s, newMasterKey().reveal().toHex() + '\n'));
        closed("not the master key of this database");
        QVERIFY(writeFile(there.path() + u"/master.key"_s, content(here.path() + u"/master.key"_s)));
        QCOMPARE(wrongIn(there.path(), 1), QString());
        QCOMPARE(upstream.requestCount(), 0);
    }

    /// A guess costs as much as the right passphrase: Argon2id with 64 MiB, not less, before anything is compared.
    void aWrongPassphraseIsDear()
    {
        QVERIFY(sodium_init() >= 0);
        Installation installation;
        const QString file = installation.file(u"passphrase"_s);
        QVERIFY(writeFile(file, "an invented passphrase\n"));
        installation.environment.insert(u"UNDERSTUDY_PASSPHRASE_FILE"_s, file);
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config(u"http://127.0.0.1:1/v1"_s, 1)).code, 0);
        const auto database = Database::open(DatabaseLocation::sqlite(installation.path() + u"/understudy.db"_s));
        QVERIFY(database);
        const auto connection = database->connect();
        QVERIFY(connection);
        const auto number = [&](const QString &column) { return (*connection)->single(u"SELECT %1 FROM vault"_s.arg(column))->toLongLong(); };
        QVERIFY(number(u"ops_limit"_s) >= 2);
        QVERIFY(number(u"memory_limit"_s) >= 64 * 1024 * 1024);
        QCOMPARE((*connection)->single(u"SELECT salt FROM vault"_s)->toByteArray().size(), qsizetype(crypto_pwhash_SALTBYTES));

        const auto best = [](const auto &work) { // processor time, the least of five: others on the machine make it only longer
            std::clock_t shortest = std::numeric_limits<std::clock_t>::max();
            for (int i = 0; i < 5; ++i) {
                const std::clock_t begun = std::clock();
                work();
                shortest = std::min(shortest, std::clock() - begun);
            }
            return shortest;
        };
        const std::clock_t derivation = best([] {
            unsigned char key[32];
            const unsigned char salt[crypto_pwhash_SALTBYTES] = {};
            return crypto_pwhash(key, sizeof key, "guess", 5, salt, 2, 64 * 1024 * 1024, crypto_pwhash_ALG_ARGON2ID13);
        });
        const auto opened = [&](const char *passphrase) { return openVault(**connection, VaultOptions{{}, Secret(passphrase)}); };
        QVERIFY(opened("an invented passphrase"));
        QVERIFY(!opened("a wrong passphrase"));
        QCOMPARE(opened("a wrong passphrase").error().text, u"The passphrase is wrong."_s);
        const std::clock_t wrong = best([&] { static_cast<void>(opened("a wrong passphrase")); });
        const std::clock_t right = best([&] { static_cast<void>(opened("an invented passphrase")); });
        const auto milliseconds = [](std::clock_t ticks) { return 1000.0 * double(ticks) / CLOCKS_PER_SEC; };
        qInfo("derivation %.1f ms, wrong %.1f ms, right %.1f ms", milliseconds(derivation), milliseconds(wrong), milliseconds(right));
        // Without the derivation a guess would cost less than a hundredth of it; the rest is what a busy machine does to caches.
        QVERIFY(wrong * 4 >= derivation);
        QVERIFY(wrong * 4 >= right);
    }
};

QTEST_GUILESS_MAIN(TestRotation)
#include "tst_rotation.moc"
