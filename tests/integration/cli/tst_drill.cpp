// SPDX-License-Identifier: GPL-3.0-or-later
// `understudy-cli drill` as a person and a CI job run it: exit codes, words, files, and what must not change.
#include "CliProcess.h"

#include "support/FakeUpstream.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace understudy::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Credential = "sk-invented-credential-of-the-lab";

/// A key with a provider of its own first and a built-in model behind it.
QByteArray config(const QString &baseUrl)
{
    return R"({ "format": "understudy-config", "version": 1,
      "providers": [ { "id": "lab", "name": "Lab", "baseUrl": ")"
        + baseUrl.toUtf8() + R"(", "models": [ { "id": "m1", "type": "reasoning" } ] } ],
      "channels":  [ { "id": "lab", "provider": "lab", "name": "lab", "credential": ")"
        + Credential + R"(", "proxy": "none", "models": ["m1"] } ],
      "keys":      [ { "name": "app", "chain": [ { "channel": "lab", "model": "m1" }, { "channel": "built-in", "model": "demo/DeepSeek-R1-Distill-Qwen-7B" } ],
                       "policy": { "retries": 1, "timeoutMs": 5000, "backoffMs": 1 } } ] })";
}

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDrill : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_installation = std::make_unique<Installation>();
        m_provider = std::make_unique<FakeUpstream>();
        const Ran ran = m_installation->run({u"import"_s, u"-"_s}, config(m_provider->baseUrl()));
        QVERIFY2(ran.code == 0, ran.err);
    }
    void cleanup()
    {
        m_provider.reset();
        m_installation.reset();
    }

    void expectations_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const char *options, int code, const char *says) {
            QTest::newRow(name) << QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts) << code << QByteArray(says);
        };
        row("the default: the primary is down", "", 0, "The request got a whole answer.");
        row("as expected", "--preset primary-down --expect 200", 0, "As expected: 200.");
        row("slow, whole answers", "--preset primary-slow --timeout 1s --no-stream --expect complete", 0,
            "As expected: complete.");
        row("nobody answers", "--preset everything-down --expect 200", 1, "Not as expected: 1 of 1 did not see");
        row("which was expected", "--preset everything-down --expect 503", 0, "1 client saw status 503.");
        row("dies in mid-stream", "--preset dies-mid-stream --expect 200", 1, "broke off, with an error at its end");
        row("visibly", "--preset dies-mid-stream --expect interrupted", 0, "As expected: interrupted.");
        row("faults by number", "--fault 1=401 --fault 2=402 --expect 502", 0, "As expected: 502.");
        row("a fault by name", "--fault lab/m1=malformed_json --expect 200", 0, "As expected: 200.");
        row("a fault over a preset", "--preset everything-down --fault 2=healthy --expect 200", 0, "As expected: 200.");
        row("many", "--requests 12 --parallel 4 --expect 200", 0, "All 12 requests got a whole answer.");
    }
    void expectations()
    {
        QFETCH(QStringList, options);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const Ran ran = m_installation->run(QStringList {u"drill"_s, u"app"_s} + options);
        QVERIFY2(ran.code == code, ran.out + ran.err);
        QVERIFY2(ran.out.contains(says), ran.out);
        QCOMPARE(m_provider->connections(), 0);
        const Ran usage = m_installation->run({u"usage"_s, u"--json"_s});
        QCOMPARE(usage.object().value("requests"_L1).toInt(-1), 0);
        QVERIFY2(m_installation->run({u"log"_s, u"--json"_s, u"--filter"_s, u"-kind:drill"_s}).out.isEmpty(), "in the log a drill is marked as one");
    }

    /// Each can be asked about afterwards, and none counts for anything.
    void itsRequestsAreInTheLog()
    {
        const Ran ran = m_installation->run({u"drill"_s, u"app"_s, u"--requests"_s, u"3"_s, u"--json"_s});
        QVERIFY2(ran.code == 0, ran.out + ran.err);
        const Ran log = m_installation->run({u"log"_s, u"--json"_s});
        const QList<QByteArray> rows = log.out.trimmed().split('\n');
        QCOMPARE(rows.size(), 3);
        QVERIFY2(rows.first().contains(R"("channel":"lab")"), "by the names of the key's chain");
        for (const QByteArray &row : rows) {
            const QJsonObject exchange = QJsonDocument::fromJson(row).object();
            QCOMPARE(exchange.value("kind"_L1).toString(), u"drill"_s);
            QCOMPARE(exchange.value("servedBy"_L1).toString(), u"built-in/demo/DeepSeek-R1-Distill-Qwen-7B"_s);
            const Ran explained = m_installation->run({u"explain"_s, exchange.value("id"_L1).toString()});
            QVERIFY2(explained.code == 0, explained.err);
        }
        const QJsonObject usage = m_installation->run({u"usage"_s, u"--json"_s}).object();
        for (const char *name : {"requests", "totalTokens", "failedAttempts", "unknownAttempts", "freeTokensUsed"})
            QCOMPARE(usage.value(QLatin1StringView(name)).toInt(-1), 0);
        QVERIFY(!fileContent(m_installation->file(u"understudy.db"_s)).contains(Credential));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *options, const char *says) {
            QTest::newRow(options) << QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts) << QByteArray(says);
        };
        row("app --preset primary-up", "rate-limit-storm");
        row("app --fault 1=404", "error_inside_200");
        row("app --fault 3=401", "1 to 2");
        row("app --fault lab/m9=401", "1 to 2");
        row("app --fault 401", "PLACE=WORD");
        row("app --requests 0", "1 to 1000");
        row("app --requests 1001", "1 to 1000");
        row("app --parallel 51", "1 to 50");
        row("app --timeout 3", "unit");
        row("app --timeout 3s --own-timeouts", "--own-timeouts");
        row("app --expect fine", "interrupted");
        row("app --report drill.pdf", ".html");
    }
    void wrongUsage()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, says);
        const Ran ran = m_installation->run(QStringList {u"drill"_s} + options);
        QVERIFY2(ran.code == 2, ran.out + ran.err);
        QVERIFY2(ran.err.contains(says), ran.err);
        QVERIFY(ran.out.isEmpty());
    }

    void noSuchKey()
    {
        const Ran ran = m_installation->run({u"drill"_s, u"nobody"_s});
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.err.contains("key list"));
    }

    /// What costs money is said, and asked for.
    void healthyModelsNeedYes()
    {
        const QStringList drill {u"drill"_s, u"app"_s, u"--fault"_s, u"2=503"_s, u"--expect"_s, u"200"_s};
        const Ran refused = m_installation->run(drill);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("lab/m1") && refused.err.contains("--yes"), refused.err);
        QCOMPARE(m_provider->connections(), 0);
        m_provider->setDefault(Answer::chatStream());
        const Ran agreed = m_installation->run(drill + QStringList {u"--yes"_s});
        QVERIFY2(agreed.code == 0, agreed.out + agreed.err);
        QVERIFY2(agreed.err.contains("Really called") && agreed.err.contains("lab/m1"), agreed.err);
        QCOMPARE(m_provider->requestCount(), 1);
    }

    void reportFiles()
    {
        const QString html = m_installation->file(u"drill.html"_s), json = m_installation->file(u"drill.json"_s);
        QCOMPARE(m_installation->run({u"drill"_s, u"app"_s, u"--report"_s, html}).code, 0);
        QVERIFY(fileContent(html).contains("Failover drill of “app”"));
        QCOMPARE(m_installation->run({u"drill"_s, u"app"_s, u"--report"_s, json}).code, 0);
        const QJsonObject report = QJsonDocument::fromJson(fileContent(json)).object();
        QCOMPARE(report.value("format"_L1).toString(), u"understudy-drill"_s);
        QVERIFY(!fileContent(json).contains(Credential) && !fileContent(html).contains(Credential));
        const Ran lost =
            m_installation->run({u"drill"_s, u"app"_s, u"--report"_s, m_installation->file(u"no/such/folder/drill.html"_s)});
        QCOMPARE(lost.code, 1);
        QVERIFY(lost.err.contains("--report"));
    }

    /// One run of each plan is kept, and the next one is compared with it.
    void comparesWithTheLastRun()
    {
        const QStringList drill {u"drill"_s, u"app"_s, u"--requests"_s, u"2"_s, u"--json"_s, u"--expect"_s, u"200"_s};
        const QJsonObject first = m_installation->run(drill).object();
        QVERIFY(first.value("comparedWith"_L1).isNull());
        QVERIFY(first.value("held"_L1).toBool());
        const QJsonObject second = m_installation->run(drill).object();
        QCOMPARE(second.value("comparedWith"_L1), first.value("began"_L1));
        QVERIFY2(second.value("changes"_L1).toArray().isEmpty(), QJsonDocument(second).toJson());
        QDir folder(m_installation->path() + u"/drills"_s);
        QCOMPARE(folder.entryList(QDir::Files).size(), 1);
        QCOMPARE(QFile::permissions(folder.filePath(folder.entryList(QDir::Files).first()))
                     & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        const Ran shorter = m_installation->run({u"key"_s, u"remove"_s, u"app"_s});
        QVERIFY2(shorter.code == 0, shorter.err);
        QCOMPARE(m_installation->run(drill).code, 1);
    }

    void changesAreSaid()
    {
        const QStringList drill {u"drill"_s, u"app"_s};
        QCOMPARE(m_installation->run(drill).code, 0);
        QByteArray changed = config(m_provider->baseUrl());
        changed.replace(R"("retries": 1)", R"("retries": 0)");
        QVERIFY(m_installation->run({u"import"_s, u"-"_s}, changed).code == 0);
        const Ran ran = m_installation->run(drill);
        QVERIFY2(ran.out.contains("Attempts: 2, before 3."), ran.out);
    }

    /// Beside a gateway that serves: it goes on, and knows nothing of it.
    void besideARunningGateway()
    {
        Serving serving(*m_installation);
        QVERIFY(serving.port != 0);
        const Ran ran = m_installation->run({u"drill"_s, u"app"_s, u"--requests"_s, u"10"_s, u"--expect"_s, u"200"_s});
        QVERIFY2(ran.code == 0, ran.out + ran.err);
        QCOMPARE(m_installation->run({u"usage"_s, u"--json"_s}).object().value("requests"_L1).toInt(-1), 0);
        QCOMPARE(serving.stop(), 0);
        QVERIFY(m_installation->run({u"log"_s, u"--json"_s, u"--filter"_s, u"-kind:drill"_s}).out.isEmpty());
        QCOMPARE(m_installation->run({u"log"_s, u"--json"_s, u"--filter"_s, u"kind:drill"_s}).out.count('\n'), 10);
    }

private:
    std::unique_ptr<Installation> m_installation;
    std::unique_ptr<FakeUpstream> m_provider;
};

QTEST_GUILESS_MAIN(TestDrill)
#include "tst_drill.moc"
