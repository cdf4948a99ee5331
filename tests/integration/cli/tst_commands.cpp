// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that need no running gateway, as a person runs them.
#include "CliProcess.h"

#include "storage/LedgerBatch.h"
#include "storage/LedgerWriter.h"
#include "storage/Retention.h"

#include <QFile>
#include <QTest>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray config()
{
    QFile file(QStringLiteral(SOURCE_ROOT "/tests/integration/cli/commands.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList names(const QJsonArray &array, const QString &member)
{
    QStringList list;
    for (const QJsonValue &value : array)
        list.append(value.toObject().value(member).toString());
    return list;
}

/// As a gateway does while it serves thousands a second.
bool journal(const Database &database, const QString &id, WallTime time = WallTime(Milliseconds(1'790'000'000'000)))
{
    ExchangeRecord record;
    record.id = id;
    record.time = time;
    record.status = ExchangeStatus::Answered;
    record.usage.totalTokens = 7;
    return LedgerBatch(*database.connect()).journal(std::span(&record, 1), record.time, false).ok();
}

} // namespace

class TestCommands : public QObject {
    Q_OBJECT

private slots:
    void help_data()
    {
        QTest::addColumn<QStringList>("words");
        for (const char *command : {"serve", "import", "export", "provider list", "provider add", "provider remove", "channel add", "channel list",
                                    "channel test", "channel pause", "channel remove", "key create", "key list", "key show", "key pause", "key reset", "key remove", "vault show", "vault move", "vault rotate",
                                    "snippet", "usage", "log", "retention", "explain", "drill", "doctor", "provider", "channel", "key"})
            QTest::newRow(command) << QString::fromLatin1(command).split(u' ');
        QTest::newRow("all") << QStringList();
    }
    void help()
    {
        QFETCH(QStringList, words);
        const Installation installation;
        const Ran ran = installation.run(words + QStringList{u"--help"_s});
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.startsWith("Usage: ") || ran.out.contains("\nUsage: "));
        QVERIFY(ran.err.isEmpty());
        QVERIFY2(!QFile::exists(installation.path()), "help must not make anything");
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no command") << QStringList{};
        QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
        QTest::newRow("unknown option") << QStringList{u"usage"_s, u"--frobnicate"_s};
        QTest::newRow("missing name") << QStringList{u"key"_s, u"show"_s};
        QTest::newRow("bad listen address") << QStringList{u"serve"_s, u"--listen"_s, u"here"_s};
        QTest::newRow("bad time") << QStringList{u"log"_s, u"--since"_s, u"whenever"_s};
        QTest::newRow("bad filter") << QStringList{u"log"_s, u"--filter"_s, u"colour:red"_s};
        QTest::newRow("bad limit") << QStringList{u"log"_s, u"--limit"_s, u"0"_s};
        QTest::newRow("bad format") << QStringList{u"log"_s, u"--format"_s, u"xml"_s};
        QTest::newRow("a file without an end") << QStringList{u"log"_s, u"--format"_s, u"csv"_s, u"--follow"_s};
        QTest::newRow("clearing without a terminal or --yes") << QStringList{u"log"_s, u"--clear"_s};
        QTest::newRow("clearing a part") << QStringList{u"log"_s, u"--clear"_s, u"--yes"_s, u"--filter"_s, u"status:failed"_s};
        QTest::newRow("yes to nothing") << QStringList{u"log"_s, u"--yes"_s};
        QTest::newRow("retention of a word") << QStringList{u"retention"_s, u"--days"_s, u"many"_s};
        QTest::newRow("retention of centuries") << QStringList{u"retention"_s, u"--content-days"_s, u"36500"_s};
        QTest::newRow("bad duration") << QStringList{u"key"_s, u"create"_s, u"k"_s, u"--model"_s, u"built-in/demo/DeepSeek-V3"_s, u"--timeout"_s, u"60"_s};
        QTest::newRow("bad language") << QStringList{u"snippet"_s, u"app"_s, u"--language"_s, u"cobol"_s};
        QTest::newRow("no model") << QStringList{u"key"_s, u"create"_s, u"k"_s};
        QTest::newRow("no provider") << QStringList{u"channel"_s, u"add"_s, u"x"_s};
        const QStringList create{u"key"_s, u"create"_s, u"k"_s, u"--model"_s, u"demo/DeepSeek-V3"_s};
        QTest::newRow("too many retries") << create + QStringList{u"--retries"_s, u"9"_s};
        QTest::newRow("timeout of a year") << create + QStringList{u"--timeout"_s, u"365d"_s};
        QTest::newRow("no outcome to fail over on") << create + QStringList{u"--fail-over-on"_s, u"timeout"_s};
        QTest::newRow("no address") << create + QStringList{u"--address"_s, u"here"_s};
        QTest::newRow("cache of part seconds") << create + QStringList{u"--cache"_s, u"1500ms"_s};
        QTest::newRow("name of a key") << QStringList{u"key"_s, u"create"_s, u"bad name!"_s, u"--model"_s, u"demo/DeepSeek-V3"_s};
        QTest::newRow("model of another provider") << QStringList{u"channel"_s, u"add"_s, u"c"_s, u"--provider"_s, u"deepseek"_s, u"--model"_s, u"nothing"_s, u"--credential"_s, u"env:X"_s};
        QTest::newRow("id of a channel") << QStringList{u"channel"_s, u"add"_s, u"Bad"_s, u"--provider"_s, u"deepseek"_s, u"--credential"_s, u"env:X"_s};
        QTest::newRow("base URL") << QStringList{u"provider"_s, u"add"_s, u"bad"_s, u"--base-url"_s, u"ftp://x/v1"_s, u"--model"_s, u"m"_s};
        QTest::newRow("dialect") << QStringList{u"provider"_s, u"add"_s, u"bad"_s, u"--base-url"_s, u"http://x/v1"_s, u"--dialect"_s, u"klingon"_s};
        QTest::newRow("env: without a name") << QStringList{u"channel"_s, u"add"_s, u"c"_s, u"--provider"_s, u"deepseek"_s, u"--credential"_s, u"env:"_s};
        QTest::newRow("empty database") << QStringList{u"usage"_s, u"--database"_s, QString()};
        QTest::newRow("password in the URL") << QStringList{u"usage"_s, u"--database"_s, u"postgresql://me:invented-password@localhost/x"_s};
    }
    void wrongUsage()
    {
        QFETCH(QStringList, words);
        const Installation installation;
        const Ran ran = installation.run(words);
        QCOMPARE(ran.code, 2);
        QVERIFY(ran.out.isEmpty());
        QVERIFY(ran.err.startsWith("understudy-cli: "));
        QVERIFY(!ran.err.contains("invented-password"));
        const Ran json = installation.run(words + QStringList{u"--json"_s});
        QCOMPARE(json.code, 2);
        QCOMPARE(QJsonDocument::fromJson(json.err).object().value("error"_L1).toObject().value("kind"_L1).toString(), u"invalid"_s);
    }

    /// Bug: a rule of the configuration file was told with its path there, which nobody had typed.
    void wrongValuesNameTheOption_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("says");
        const QStringList create{u"key"_s, u"create"_s, u"k"_s, u"--model"_s, u"demo/DeepSeek-V3"_s};
        QTest::newRow("retries") << create + QStringList{u"--retries"_s, u"9"_s} << QByteArray("--retries: ");
        QTest::newRow("cache") << create + QStringList{u"--cache"_s, u"365d"_s} << QByteArray("--cache: ");
        QTest::newRow("name") << QStringList{u"key"_s, u"create"_s, u"bad name!"_s, u"--model"_s, u"demo/DeepSeek-V3"_s} << QByteArray("NAME: ");
        QTest::newRow("own secret") << create + QStringList{u"--secret"_s, u"sk-what"_s} << QByteArray("--secret env:NAME");
        QTest::newRow("own secret that is short") << create + QStringList{u"--secret"_s, u"-"_s} << QByteArray("--secret: ");
        QTest::newRow("empty folder") << QStringList{u"usage"_s, u"--database="_s} << QByteArray("--database: ");
    }
    void wrongValuesNameTheOption()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, says);
        const Installation installation;
        const Ran ran = installation.run(words, "short\n");
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.contains(says) && !ran.err.contains('[') && !ran.err.contains("--credential"), ran.err);
    }

    void emptyDataDirectory()
    {
        QProcess process;
        process.start(QStringLiteral(CLI_PROGRAM), {u"key"_s, u"list"_s, u"--data-dir"_s, QString()});
        QVERIFY(process.waitForFinished(Installation::PatienceMs));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("--data-dir: "));
    }

    /// Bug: a result that went to a full disk was lost with exit code 0.
    void fullStandardOutput()
    {
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config()).code, 0);
        for (const QStringList &words : {QStringList{u"export"_s}, QStringList{u"key"_s, u"list"_s, u"--json"_s}, QStringList{u"--version"_s}}) {
            QProcess process;
            installation.prepare(process, words);
            process.setStandardOutputFile(u"/dev/full"_s);
            process.start();
            QVERIFY(process.waitForFinished(Installation::PatienceMs));
            QCOMPARE(process.exitCode(), 1);
            QVERIFY(process.readAllStandardError().contains("standard output"));
        }
    }

    void importTellsWhatIsNew()
    {
        const Installation installation;
        const Ran first = installation.run({u"import"_s, u"-"_s, u"--json"_s}, config());
        QVERIFY2(first.code == 0, first.err);
        QCOMPARE(first.object().value("keys"_L1).toObject().value("added"_L1).toArray(), QJsonArray{u"app"_s});
        const Ran again = installation.run({u"import"_s, u"-"_s, u"--json"_s}, config());
        QCOMPARE(again.code, 0);
        QCOMPARE(again.object().value("changed"_L1).toBool(true), false);
        QCOMPARE(again.object().value("revision"_L1), first.object().value("revision"_L1));
    }

    /// Bug: a file without secrets was taken over without a word on what is missing now.
    void importNamesTheGaps()
    {
        const Installation installation;
        const QByteArray bare = config()
                                    .replace(R"("credential": "sk-invented-credential-1", )", R"("headers": { "X-Team": null }, )")
                                    .replace(R"("secret": "sk-us_invented0000000000000000000000000000A",)", "");
        const Ran imported = installation.run({u"import"_s, u"-"_s, u"--json"_s}, "\xef\xbb\xbf" + bare);
        QVERIFY2(imported.code == 0, imported.err);
        QCOMPARE(imported.object().value("withoutCredential"_L1).toArray(), QJsonArray{u"lab-1"_s});
        QCOMPARE(imported.object().value("newSecrets"_L1).toArray(), QJsonArray{u"app"_s});
        QCOMPARE(imported.object().value("lostHeaders"_L1).toArray(), QJsonArray{u"lab-1: X-Team"_s});
        QVERIFY2(imported.err.contains("lab-1: X-Team"), imported.err);
        const Installation whole;
        const Ran nothing = whole.run({u"import"_s, u"-"_s, u"--json"_s}, config());
        for (const char *list : {"withoutCredential", "droppedCredential", "newSecrets", "lostHeaders"})
            QCOMPARE(nothing.object().value(QLatin1StringView(list)).toArray(), QJsonArray());
    }

    /// Bug: a file could send a stored credential to a host of its own.
    void importDropsTheCredentialOfAMovedProvider()
    {
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config()).code, 0);
        const QByteArray exported = installation.run({u"export"_s}).out;
        const Ran moved = installation.run({u"import"_s, u"-"_s, u"--json"_s}, QByteArray(exported).replace("127.0.0.1:9", "elsewhere.example"));
        QVERIFY2(moved.code == 0, moved.err);
        QCOMPARE(moved.object().value("droppedCredential"_L1).toArray(), QJsonArray{u"lab-1"_s});
        QVERIFY2(moved.err.contains("lab-1"), moved.err);
        QCOMPARE(installation.run({u"channel"_s, u"list"_s, u"--json"_s}).array().first().toObject().value("credential"_L1).toString(), u"none"_s);
        // By hand it may be moved, but not without a word.
        const Ran byHand = installation.run({u"provider"_s, u"add"_s, u"lab"_s, u"--replace"_s, u"--base-url"_s, u"https://third.example/v1"_s});
        QVERIFY2(byHand.code == 0 && byHand.err.contains("third.example from now on: lab-1"), byHand.err);
        // While the vault is locked nobody could drop it.
        QVERIFY(QFile::remove(installation.path() + u"/master.key"_s));
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, exported).code, 1);
    }

    void importIsAllOrNothing_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("out of range") << QByteArray("\"retries\": 2") << QByteArray("\"retries\": 9") << QByteArray("keys[0].policy.retries");
        QTest::newRow("unknown member") << QByteArray("\"retries\": 2") << QByteArray("\"retrys\": 2") << QByteArray("keys[0].policy.retrys");
        QTest::newRow("reference to nothing") << QByteArray("\"provider\": \"lab\"") << QByteArray("\"provider\": \"nowhere\"") << QByteArray("channels[0].provider");
        QTest::newRow("broken JSON") << QByteArray("\"version\": 1,") << QByteArray("\"version\": 1") << QByteArray("2:");
    }
    void importIsAllOrNothing()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, says);
        const Installation installation;
        const Ran ran = installation.run({u"import"_s, u"-"_s}, config().replace(from, to));
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.contains(says), ran.err);
        QVERIFY(!ran.err.contains("invented"));
        QCOMPARE(installation.run({u"key"_s, u"list"_s, u"--json"_s}).array(), QJsonArray());
        QCOMPARE(installation.run({u"channel"_s, u"list"_s, u"--json"_s}).array(), QJsonArray());
    }

    void exportImportsToTheSame()
    {
        const Installation first;
        QCOMPARE(first.run({u"import"_s, u"-"_s}, config()).code, 0);
        const Ran plain = first.run({u"export"_s});
        QCOMPARE(plain.code, 0);
        QVERIFY(!plain.out.contains("invented"));
        // Over itself: nothing changes, secrets stay.
        QCOMPARE(first.run({u"import"_s, u"-"_s, u"--json"_s}, plain.out).object().value("changed"_L1).toBool(true), false);
        const Installation second;
        QVERIFY2(second.run({u"import"_s, u"-"_s}, plain.out).code == 0, plain.out);
        QCOMPARE(second.run({u"export"_s}).out, plain.out);
    }

    void sealedExportCarriesSecrets()
    {
        Installation first;
        first.environment.insert(u"INVENTED_PASSPHRASE"_s, u"correct horse"_s);
        QCOMPARE(first.run({u"import"_s, u"-"_s}, config()).code, 0);
        const Ran sealed = first.run({u"export"_s, u"--seal"_s, u"--passphrase-from"_s, u"env:INVENTED_PASSPHRASE"_s});
        QVERIFY2(sealed.code == 0, sealed.err);
        QVERIFY(!sealed.out.contains("invented"));
        Installation second;
        second.environment.insert(u"INVENTED_PASSPHRASE"_s, u"wrong"_s);
        QCOMPARE(second.run({u"import"_s, u"-"_s, u"--passphrase-from"_s, u"env:INVENTED_PASSPHRASE"_s}, sealed.out).code, 1);
        second.environment.insert(u"INVENTED_PASSPHRASE"_s, u"correct horse"_s);
        const Ran imported = second.run({u"import"_s, u"-"_s, u"--passphrase-from"_s, u"env:INVENTED_PASSPHRASE"_s}, sealed.out);
        QVERIFY2(imported.code == 0, imported.err);
        QCOMPARE(second.run({u"key"_s, u"show"_s, u"app"_s, u"--reveal"_s, u"--json"_s}).object().value("secret"_L1).toString(),
                 u"sk-us_invented0000000000000000000000000000A"_s);
    }

    void keysFromBirthToDeath()
    {
        const Installation installation;
        const QString model = u"built-in/demo/DeepSeek-R1-Distill-Qwen-7B"_s;
        const Ran created = installation.run({u"key"_s, u"create"_s, u"app"_s, u"--model"_s, model, u"--retries"_s, u"2"_s, u"--timeout"_s, u"30s"_s});
        QVERIFY2(created.code == 0, created.err);
        QVERIFY2(created.out.startsWith("sk-us_") && created.out.count('\n') == 1, "the secret alone on standard output");
        const QByteArray secret = created.out.trimmed();

        QVERIFY(!installation.run({u"key"_s, u"list"_s}).out.contains(secret));
        QVERIFY(!installation.run({u"key"_s, u"show"_s, u"app"_s, u"--json"_s}).out.contains(secret));
        const QJsonObject shown = installation.run({u"key"_s, u"show"_s, u"app"_s, u"--reveal"_s, u"--json"_s}).object();
        QCOMPARE(shown.value("secret"_L1).toString().toUtf8(), secret);
        QCOMPARE(shown.value("retries"_L1).toInt(), 2);
        QCOMPARE(shown.value("timeoutMs"_L1).toInt(), 30000);

        QCOMPARE(installation.run({u"key"_s, u"create"_s, u"app"_s, u"--model"_s, model}).code, 1);
        QCOMPARE(installation.run({u"key"_s, u"pause"_s, u"app"_s, u"--json"_s}).object().value("enabled"_L1).toBool(true), false);
        QCOMPARE(installation.run({u"key"_s, u"pause"_s, u"app"_s, u"--resume"_s, u"--json"_s}).object().value("enabled"_L1).toBool(false), true);
        const Ran reset = installation.run({u"key"_s, u"reset"_s, u"app"_s});
        QVERIFY(reset.out.startsWith("sk-us_") && reset.out.trimmed() != secret);
        QCOMPARE(installation.run({u"key"_s, u"remove"_s, u"app"_s}).code, 0);
        QCOMPARE(installation.run({u"key"_s, u"remove"_s, u"app"_s}).code, 1);
        QCOMPARE(installation.run({u"key"_s, u"list"_s, u"--json"_s}).array(), QJsonArray());
    }

    void ownSecretFromStandardInput()
    {
        const Installation installation;
        const Ran created = installation.run({u"key"_s, u"create"_s, u"app"_s, u"--model"_s, u"demo/DeepSeek-V3"_s, u"--secret"_s, u"-"_s},
                                             "my-invented-secret-of-30-letters\n");
        QVERIFY2(created.code == 0, created.err);
        QCOMPARE(created.out.trimmed(), QByteArray("my-invented-secret-of-30-letters"));
        QCOMPARE(installation.run({u"key"_s, u"create"_s, u"b"_s, u"--model"_s, u"demo/DeepSeek-V3"_s, u"--secret"_s, u"-"_s}, "short\n").code, 2);
    }

    void channelsFromBirthToDeath()
    {
        const Installation installation;
        const Ran added = installation.run({u"channel"_s, u"add"_s, u"sf"_s, u"--provider"_s, u"siliconflow"_s}, "sk-invented-credential-W3f9\n");
        QVERIFY2(added.code == 0, added.err);
        const Ran list = installation.run({u"channel"_s, u"list"_s, u"--json"_s});
        QCOMPARE(names(list.array(), u"id"_s), QStringList{u"sf"_s});
        QVERIFY(!list.out.contains("invented"));
        const QString model = list.array().first().toObject().value("models"_L1).toArray().first().toString();
        QCOMPARE(installation.run({u"channel"_s, u"add"_s, u"sf"_s, u"--provider"_s, u"siliconflow"_s}, "sk-x\n").code, 1);

        QCOMPARE(installation.run({u"key"_s, u"create"_s, u"app"_s, u"--model"_s, u"sf/"_s + model, u"--model"_s, u"demo/DeepSeek-R1-Distill-Qwen-7B"_s}).code, 0);
        const Ran used = installation.run({u"channel"_s, u"remove"_s, u"sf"_s});
        QCOMPARE(used.code, 1);
        QVERIFY2(used.err.contains("app"), used.err);
        QCOMPARE(installation.run({u"channel"_s, u"remove"_s, u"sf"_s, u"--force"_s}).code, 0);
        QCOMPARE(installation.run({u"key"_s, u"show"_s, u"app"_s, u"--json"_s}).object().value("chain"_L1).toArray().size(), 1);
    }

    void credentialsNeverAsArguments_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("credential") << QStringList{u"channel"_s, u"add"_s, u"sf"_s, u"--provider"_s, u"siliconflow"_s, u"--credential"_s, u"sk-invented123456789"_s};
        QTest::newRow("credential without a prefix") << QStringList{u"channel"_s, u"add"_s, u"sf"_s, u"--provider"_s, u"siliconflow"_s, u"--credential"_s, u"invented"_s};
        QTest::newRow("secret") << QStringList{u"key"_s, u"create"_s, u"k"_s, u"--model"_s, u"demo/DeepSeek-V3"_s, u"--secret"_s, u"sk-us_invented123456789012345"_s};
        QTest::newRow("api key") << QStringList{u"channel"_s, u"add"_s, u"sf"_s, u"--provider"_s, u"siliconflow"_s, u"--api-key"_s, u"sk-invented123456789"_s};
        QTest::newRow("positional") << QStringList{u"channel"_s, u"add"_s, u"sf"_s, u"sk-invented123456789"_s, u"--provider"_s, u"siliconflow"_s};
        QTest::newRow("in a proxy") << QStringList{u"channel"_s, u"add"_s, u"sf"_s, u"--provider"_s, u"siliconflow"_s, u"--proxy"_s, u"http://me:invented@localhost:3128"_s};
        QTest::newRow("passphrase") << QStringList{u"import"_s, u"-"_s, u"--passphrase"_s, u"invented"_s};
    }
    void credentialsNeverAsArguments()
    {
        QFETCH(QStringList, words);
        const Installation installation;
        const Ran ran = installation.run(words);
        QCOMPARE(ran.code, 2);
        QVERIFY2(!ran.err.contains("invented") && !ran.out.contains("invented"), ran.err);
        QCOMPARE(installation.run({u"channel"_s, u"list"_s, u"--json"_s}).array(), QJsonArray());
    }

    /// A credential must not reach another provider.
    void replacingTheProviderDropsTheCredential()
    {
        const Installation installation;
        QCOMPARE(installation.run({u"channel"_s, u"add"_s, u"c"_s, u"--provider"_s, u"siliconflow"_s, u"--model"_s, u"deepseek-ai/DeepSeek-R1"_s}, "sk-invented-one-W3f9\n").code, 0);
        const Ran kept = installation.run({u"channel"_s, u"add"_s, u"c"_s, u"--replace"_s, u"--description"_s, u"mine"_s, u"--json"_s});
        QVERIFY2(kept.code == 0, kept.err);
        QVERIFY(kept.object().value("credential"_L1).toString().endsWith(u"W3f9"_s));
        const QStringList move{u"channel"_s, u"add"_s, u"c"_s, u"--replace"_s, u"--provider"_s, u"deepseek"_s, u"--model"_s, u"deepseek-chat"_s, u"--json"_s};
        QCOMPARE(installation.run(move).code, 2); // no credential came
        const Ran moved = installation.run(move, "sk-invented-two-9x9x\n");
        QVERIFY2(moved.code == 0, moved.err);
        QVERIFY(moved.object().value("credential"_L1).toString().endsWith(u"9x9x"_s));
    }

    /// Bug: what “channel add --paused” had paused, nothing on the command line could resume.
    void channelsPauseAndResume()
    {
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config()).code, 0);
        QCOMPARE(installation.run({u"channel"_s, u"pause"_s, u"nothing"_s}).code, 1);
        const Ran paused = installation.run({u"channel"_s, u"pause"_s, u"lab-1"_s});
        QVERIFY2(paused.code == 0 && paused.out.contains("app"), paused.out + paused.err);
        const QByteArray warned = installation.run({u"doctor"_s}).out;
        QVERIFY2(warned.contains("channel pause lab-1 --resume"), warned);
        const Ran resumed = installation.run({u"channel"_s, u"pause"_s, u"lab-1"_s, u"--resume"_s, u"--json"_s});
        QVERIFY2(resumed.code == 0, resumed.err);
        QVERIFY(resumed.object().value("enabled"_L1).toBool());
        QVERIFY(resumed.object().value("credential"_L1).toString() != u"none"_s);
        QVERIFY(!installation.run({u"doctor"_s}).out.contains("--resume"));
        for (const QString &option : {u"--no-auto-test"_s, u"--auto-test"_s}) {
            QCOMPARE(installation.run({u"channel"_s, u"add"_s, u"lab-1"_s, u"--replace"_s, option}).code, 0);
            QCOMPARE(installation.run({u"export"_s}).out.contains("\"autoTest\": false"), option == "--no-auto-test"_L1);
        }
    }

    void credentialByName()
    {
        Installation installation;
        const Ran added = installation.run({u"channel"_s, u"add"_s, u"sf"_s, u"--provider"_s, u"siliconflow"_s, u"--credential"_s, u"env:INVENTED_NAME"_s, u"--json"_s});
        QVERIFY2(added.code == 0, added.err);
        QCOMPARE(added.object().value("credential"_L1).toString(), u"env:INVENTED_NAME"_s);
        QVERIFY(added.err.contains("INVENTED_NAME"));
    }

    void providers()
    {
        const Installation installation;
        const Ran list = installation.run({u"provider"_s, u"list"_s, u"--json"_s});
        for (const QString &id : {u"deepseek"_s, u"siliconflow"_s, u"ark"_s, u"built-in"_s})
            QVERIFY2(names(list.array(), u"id"_s).contains(id), qPrintable(id));
        const Ran added = installation.run({u"provider"_s, u"add"_s, u"lab"_s, u"--base-url"_s, u"http://127.0.0.1:9/v1"_s, u"--model"_s, u"qwen-32b"_s, u"--type"_s,
                                            u"qwen-32b=reasoning"_s, u"--json"_s});
        QVERIFY2(added.code == 0, added.err);
        const QJsonObject model = added.object().value("models"_L1).toArray().first().toObject();
        QCOMPARE(model.value("type"_L1).toString(), u"reasoning"_s);
        QCOMPARE(model.value("size"_L1).toInt(), 32);
        QCOMPARE(installation.run({u"provider"_s, u"add"_s, u"lab"_s, u"--base-url"_s, u"http://127.0.0.1:9/v1"_s}).code, 1);
        QCOMPARE(installation.run({u"provider"_s, u"add"_s, u"bad"_s, u"--base-url"_s, u"ftp://x/v1"_s, u"--model"_s, u"m"_s}).code, 2);
        QCOMPARE(installation.run({u"channel"_s, u"add"_s, u"l1"_s, u"--provider"_s, u"lab"_s}, "sk-x-invented\n").code, 0);
        QCOMPARE(installation.run({u"provider"_s, u"remove"_s, u"lab"_s}).code, 1);
        QCOMPARE(installation.run({u"channel"_s, u"remove"_s, u"l1"_s}).code, 0);
        QCOMPARE(installation.run({u"provider"_s, u"remove"_s, u"lab"_s}).code, 0);
    }

    void snippets_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QByteArray>("contains");
        QTest::newRow("curl") << "curl" << QByteArray("/v1/chat/completions");
        QTest::newRow("python") << "python" << QByteArray("OpenAI(");
        QTest::newRow("node") << "node" << QByteArray("openai");
        QTest::newRow("powershell") << "powershell" << QByteArray("Invoke-RestMethod");
    }
    void snippets()
    {
        QFETCH(QString, language);
        QFETCH(QByteArray, contains);
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config()).code, 0);
        const Ran ran = installation.run({u"snippet"_s, u"app"_s, u"--language"_s, language});
        QVERIFY2(ran.code == 0, ran.err);
        QVERIFY2(ran.out.contains(contains), ran.out);
        QVERIFY(!ran.out.contains("invented"));
        QVERIFY(installation.run({u"snippet"_s, u"app"_s, u"--language"_s, language, u"--fill-in"_s}).out.contains("invented"));
    }

    void masterKeyMoves()
    {
        Installation installation;
        const auto reveal = [&] { return installation.run({u"key"_s, u"show"_s, u"app"_s, u"--reveal"_s}).out.contains("sk-us_invented0000000000000000000000000000A"); };
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config()).code, 0);
        QCOMPARE(installation.run({u"vault"_s, u"show"_s, u"--json"_s}).object().value("source"_L1).toString(), u"file"_s);
        QCOMPARE(installation.run({u"vault"_s, u"move"_s, u"--to"_s, u"nowhere"_s}).code, 2);
        QFile passphrase(installation.file(u"passphrase"_s));
        QVERIFY(passphrase.open(QIODevice::WriteOnly) && passphrase.write("an invented passphrase\n") > 0);
        passphrase.close();
        const Ran moved = installation.run({u"vault"_s, u"move"_s, u"--to"_s, u"passphrase"_s, u"--passphrase-from"_s, u"file:"_s + passphrase.fileName()});
        QVERIFY2(moved.code == 0, moved.err);
        QVERIFY(!QFile::exists(installation.path() + u"/master.key"_s));
        QVERIFY(!reveal());
        installation.environment.insert(u"UNDERSTUDY_PASSPHRASE_FILE"_s, passphrase.fileName());
        QVERIFY(reveal());
        const Ran back = installation.run({u"vault"_s, u"move"_s, u"--to"_s, u"file"_s, u"--json"_s});
        QVERIFY2(back.code == 0, back.err);
        QCOMPARE(back.object().value("keyId"_L1).toInt(), 3);
        installation.environment.remove(u"UNDERSTUDY_PASSPHRASE_FILE"_s);
        QVERIFY(reveal());
    }

    void emptyInstallation()
    {
        const Installation installation;
        const Ran usage = installation.run({u"usage"_s, u"--json"_s});
        QCOMPARE(usage.code, 0);
        for (const char *name : {"requests", "promptTokens", "completionTokens", "totalTokens", "freeTokensUsed", "failedAttempts", "unknownAttempts"})
            QCOMPARE(usage.object().value(QLatin1StringView(name)).toInt(-1), 0);
        QVERIFY(usage.object().value("byKey"_L1).isArray() && usage.object().value("byProvider"_L1).isArray());
        QCOMPARE(installation.run({u"log"_s, u"--json"_s}).out, QByteArray());
        QCOMPARE(installation.run({u"explain"_s, u"nothing"_s}).code, 1);
    }

    void theLogIsFiltered()
    {
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config()).code, 0);
        {
            const auto database = Database::open(DatabaseLocation::sqlite(installation.path() + u"/understudy.db"_s));
            QVERIFY(database.ok());
            LedgerWriter writer(*database, {});
            for (int i = 0; i < 6; ++i) {
                ExchangeRecord record;
                record.id = u"req_%1"_s.arg(i);
                record.time = WallTime(Milliseconds(1'790'000'000'000 + i));
                record.keyName = u"app"_s;
                record.status = i % 2 ? ExchangeStatus::Failed : ExchangeStatus::Answered;
                record.httpStatus = i % 2 ? 502 : 200;
                writer.record(std::move(record));
            }
            QVERIFY(writer.stop());
        }
        const auto ids = [&](const QStringList &words) {
            QStringList found;
            for (const QByteArray &line : installation.run(QStringList{u"log"_s, u"--format"_s, u"json"_s} + words).out.trimmed().split('\n'))
                found.append(QJsonDocument::fromJson(line).object().value("id"_L1).toString());
            return found.join(u' ');
        };
        QCOMPARE(ids({u"--filter"_s, u"status:5xx"_s}), u"req_1 req_3 req_5"_s);
        QCOMPARE(ids({u"--filter"_s, u"-status:5xx"_s, u"--limit"_s, u"2"_s}), u"req_2 req_4"_s);
        QCOMPARE(ids({u"--limit"_s, u"1"_s}), u"req_5"_s);
        QCOMPARE(ids({u"--limit"_s, u"9"_s, u"--since"_s, u"2020-01-01"_s, u"--filter"_s, u"status:failed"_s}), u"req_1 req_3 req_5"_s);
        QCOMPARE(ids({u"--limit"_s, u"9"_s, u"--since"_s, u"1h"_s, u"--filter"_s, u"status:failed key:nobody"_s}), QString());
        const QByteArray csv = installation.run({u"log"_s, u"--format"_s, u"csv"_s, u"--filter"_s, u"req_3"_s}).out;
        QVERIFY2(csv.startsWith("id,time,") && csv.count("\r\n") == 2 && csv.contains("\r\nreq_3,2026-"), csv);
        const QJsonObject har = QJsonDocument::fromJson(installation.run({u"log"_s, u"--format"_s, u"har"_s}).out).object();
        QCOMPARE(har.value("log"_L1).toObject().value("entries"_L1).toArray().size(), 6);
        const Ran wrong = installation.run({u"log"_s, u"--filter"_s, u"密钥 status:broken"_s});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains(QStringLiteral("\n  密钥 status:broken\n              ^^^^^^").toUtf8()), wrong.err); // two columns each
    }

    void theLogIsCleared()
    {
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config()).code, 0);
        const auto database = Database::open(DatabaseLocation::sqlite(installation.path() + u"/understudy.db"_s));
        QVERIFY(database.ok());
        constexpr int more = 3 * 500 + 1; // than one step
        {
            LedgerWriter writer(*database, {});
            for (int i = 0; i < more; ++i) {
                ExchangeRecord record;
                record.id = u"req_%1"_s.arg(i);
                record.time = WallTime(Milliseconds(1'600'000'000'000 + i));
                record.keyId = u"key_gone"_s;
                record.keyName = u"gone"_s;
                record.status = ExchangeStatus::Answered;
                record.usage.totalTokens = 5;
                writer.record(std::move(record));
            }
            QVERIFY(writer.stop());
        }
        QVERIFY(installation.run({u"usage"_s}).out.contains("\ngone "));
        QCOMPARE(installation.run({u"log"_s, u"--clear"_s}).code, 2);
        QCOMPARE(installation.run({u"log"_s, u"--json"_s}).lines().size(), more);
        const Ran cleared = installation.run({u"log"_s, u"--clear"_s, u"--yes"_s, u"--json"_s});
        QVERIFY2(cleared.code == 0, cleared.err);
        QCOMPARE(cleared.object().value("deleted"_L1).toInt(), more);
        QCOMPARE(installation.run({u"log"_s, u"--json"_s}).out, QByteArray());
        const QJsonObject usage = installation.run({u"usage"_s, u"--json"_s}).object();
        QCOMPARE(usage.value("requests"_L1).toInt(), more);
        QCOMPARE(usage.value("totalTokens"_L1).toInt(), more * 5);
        QCOMPARE(usage.value("byKey"_L1).toArray().first().toObject().value("key"_L1).toString(), u"key_gone"_s); // the log alone knew the name of a removed key
        QVERIFY(installation.run({u"log"_s, u"--clear"_s, u"--yes"_s}).out.startsWith("0 requests deleted."));
    }

    // What waits in the journal goes with the log, and stays in the statistics.
    void theJournalIsClearedToo()
    {
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config()).code, 0);
        const auto database = Database::open(DatabaseLocation::sqlite(installation.path() + u"/understudy.db"_s));
        QVERIFY(database.ok());
        QVERIFY(journal(*database, u"req_1"_s, WallTime(Milliseconds(1'600'000'000'000))));
        const Ran cleared = installation.run({u"log"_s, u"--clear"_s, u"--yes"_s, u"--json"_s});
        QCOMPARE(cleared.object().value("deleted"_L1).toInt(), 1);
        QCOMPARE(installation.run({u"log"_s, u"--json"_s}).out, QByteArray());
        QCOMPARE(installation.run({u"usage"_s, u"--json"_s}).object().value("totalTokens"_L1).toInt(), 7);
    }

    void retention()
    {
        const Installation installation;
        const auto policy = [&](const QStringList &words) { return installation.run(QStringList{u"retention"_s, u"--json"_s} + words).object(); };
        QCOMPARE(policy({}), (QJsonObject{{u"days"_s, 90}, {u"megabytes"_s, 1024}, {u"contentDays"_s, 7}}));
        QCOMPARE(policy({u"--days"_s, u"30"_s, u"--content-days"_s, u"0"_s}), (QJsonObject{{u"days"_s, 30}, {u"megabytes"_s, 1024}, {u"contentDays"_s, 0}}));
        QCOMPARE(policy({u"--megabytes"_s, u"2k"_s}), (QJsonObject{{u"days"_s, 30}, {u"megabytes"_s, 2000}, {u"contentDays"_s, 0}}));
        const auto database = Database::open(DatabaseLocation::sqlite(installation.path() + u"/understudy.db"_s));
        QVERIFY(database.ok());
        QCOMPARE(*readRetention(**database->connect()), (RetentionPolicy{30, 2000, 0})); // what the gateway and the console read
        QCOMPARE(installation.run({u"retention"_s}).out,
                 QByteArray("requests: 30 days\ndatabase (SQLite): 2000 MB, then the oldest requests go first\nrecorded prompts and answers: without limit\n"));
    }

    // As after a gateway that was killed while it served thousands a second.
    void whatWaitsInTheJournalIsRead()
    {
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config()).code, 0);
        const auto database = Database::open(DatabaseLocation::sqlite(installation.path() + u"/understudy.db"_s));
        QVERIFY(database.ok());
        QVERIFY(journal(*database, u"req_1"_s));
        QCOMPARE(installation.run({u"explain"_s, u"req_1"_s}).code, 0);
        QVERIFY(journal(*database, u"req_2"_s));
        QCOMPARE(installation.run({u"usage"_s, u"--json"_s}).object().value("totalTokens"_L1).toInt(), 14);
        QVERIFY(journal(*database, u"req_3"_s));
        QCOMPARE(installation.run({u"log"_s, u"--json"_s}).lines().size(), 3);
        QVERIFY(journal(*database, u"req_4"_s));
        {
            // It can be read also when nothing can be written, with a word about what is missing.
            const auto other = database->connect();
            const auto lock = Transaction::begin(**other, Transaction::Mode::Write);
            QVERIFY(lock.ok());
            const Ran behind = installation.run({u"log"_s, u"--json"_s});
            QCOMPARE(behind.code, 0);
            QCOMPARE(behind.lines().size(), 3);
            QVERIFY2(behind.err.contains("may be missing") && behind.err.contains("locked"), behind.err);
        }
        QCOMPARE(installation.run({u"log"_s, u"--json"_s}).lines().size(), 4);
    }

    void followingSaysWhatWaits()
    {
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config()).code, 0);
        const auto database = Database::open(DatabaseLocation::sqlite(installation.path() + u"/understudy.db"_s));
        QVERIFY(database.ok());
        QVERIFY(journal(*database, u"req_1"_s));
        QProcess log;
        installation.prepare(log, {u"log"_s, u"--follow"_s, u"--since"_s, u"1970-01-01"_s});
        log.start();
        const auto waitFor = [&](QProcess::ProcessChannel channel, const QByteArray &word) {
            QByteArray text;
            log.setReadChannel(channel);
            while (!text.contains(word) && (log.bytesAvailable() > 0 || log.waitForReadyRead(Installation::PatienceMs)))
                text += log.readAll();
            return text.contains(word);
        };
        QVERIFY(waitFor(QProcess::StandardOutput, "req_1")); // it takes up what was there when it began
        QVERIFY(journal(*database, u"req_2"_s));
        QVERIFY(waitFor(QProcess::StandardError, "follow when it is calmer"));
        QVERIFY(foldJournal(*database).ok());
        QVERIFY(waitFor(QProcess::StandardOutput, "req_2"));
        log.terminate();
        QVERIFY(log.waitForFinished(Installation::PatienceMs));
        QCOMPARE(log.exitCode(), 0);
    }

    void doctorMakesNothing()
    {
        const Installation installation;
        const Ran ran = installation.run({u"doctor"_s, u"--json"_s});
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.object().value("ok"_L1).toBool());
        QVERIFY(!QFile::exists(installation.path()));
    }

    void doctorSees()
    {
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, config().replace("\"providers\"", "\"settings\": { \"listen\": \"127.0.0.1:0\" }, \"providers\"")).code, 0);
        const Ran healthy = installation.run({u"doctor"_s, u"--json"_s});
        QVERIFY2(healthy.code == 0, healthy.out);
        QVERIFY(!healthy.out.contains("invented"));
        QVERIFY(QFile::remove(installation.path() + u"/master.key"_s));
        const Ran locked = installation.run({u"doctor"_s, u"--json"_s});
        QCOMPARE(locked.code, 1);
        bool told = false;
        for (const QJsonValue &check : locked.object().value("checks"_L1).toArray())
            told = told || (check.toObject().value("name"_L1) == u"secrets"_s && check.toObject().value("level"_L1) == u"fail"_s);
        QVERIFY2(told, locked.out);
    }
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
