// SPDX-License-Identifier: GPL-3.0-or-later
// The program `understudy` itself, without a display: its command line, its one instance, its end.
#include "console/Options.h"
#include "control/ControlAddress.h"
#include "control/ControlClient.h"
#include "storage/DataDirectory.h"
#include "support/RawHttpClient.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 20000;

class Program {
public:
    explicit Program(const QStringList &arguments, bool display = true)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, display ? u"offscreen"_s : u"no-such-platform"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PROGRAM), arguments);
    }
    ~Program()
    {
        process.kill();
        process.waitForFinished(PatienceMs);
    }
    int end()
    {
        if (!process.waitForFinished(PatienceMs))
            return -1;
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    }
    QProcess process;
};

class Installation {
public:
    Installation()
    {
        const QByteArray config = R"({ "format": "understudy-config", "version": 1, "settings": { "listen": "127.0.0.1:0" },
            "keys": [ { "name": "k", "secret": "sk-us_program-000000000000000000", "chain": [ { "channel": "built-in", "model": "demo/DeepSeek-R1-Distill-Qwen-7B" } ] } ] })";
        QProcess import;
        import.start(QStringLiteral(CLI_PROGRAM), {u"import"_s, u"-"_s, u"--data-dir"_s, path()});
        import.write(config);
        import.closeWriteChannel();
        import.waitForFinished(PatienceMs);
    }
    QString path() const { return m_folder.filePath(u"data"_s); }
    QStringList options() const { return {u"--data-dir"_s, path()}; }
    QJsonObject snapshot() const
    {
        const Result<DataDirectory> directory = DataDirectory::open(path());
        const Result<QJsonObject> answer = askOwner(controlAddress(*directory), {{u"do"_s, u"snapshot"_s}}, std::chrono::seconds(1));
        return answer ? *answer : QJsonObject();
    }
    bool waitUntilServing() const
    {
        return QTest::qWaitFor([this] { return snapshot().value("listening"_L1).toBool(); }, PatienceMs);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestProgram : public QObject {
    Q_OBJECT

private slots:
    void options_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code"); // -1: goes on
        QTest::newRow("nothing") << QStringList{} << -1;
        QTest::newRow("all") << QStringList{u"--data-dir"_s, u"/d"_s, u"--minimized"_s, u"--page"_s, u"log"_s} << -1;
        QTest::newRow("help") << QStringList{u"--help"_s} << 0;
        QTest::newRow("version") << QStringList{u"--version"_s} << 0;
        QTest::newRow("unknown") << QStringList{u"--nonsense"_s} << 2;
        QTest::newRow("surplus") << QStringList{u"surplus"_s} << 2;
    }
    void options()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const ParsedOptions parsed = parseConsoleOptions(QStringList{u"understudy"_s} + arguments);
        QCOMPARE(parsed.options.has_value(), code < 0);
        if (code >= 0) {
            QCOMPARE(parsed.code, code);
            QVERIFY(!parsed.text.isEmpty());
            return;
        }
        QCOMPARE(parsed.options->minimized, arguments.contains(u"--minimized"_s));
        QCOMPARE(parsed.options->page, arguments.contains(u"--page"_s) ? u"log"_s : QString());
    }
    void helpAndVersionNeedNoDisplay()
    {
        Program help({u"--help"_s}, false);
        QCOMPARE(help.end(), 0);
        QVERIFY(help.process.readAllStandardOutput().contains("Usage: understudy "));
        Program version({u"--version"_s}, false);
        QCOMPARE(version.end(), 0);
        QVERIFY(version.process.readAllStandardOutput().startsWith("understudy "));
    }
    void startsTheGatewayAndEndsGently()
    {
        const Installation installation;
        Program program(installation.options());
        QVERIFY(installation.waitUntilServing());
        RawHttpClient client;
        QVERIFY(client.connectTo(quint16(QUrl(installation.snapshot().value("baseUrl"_L1).toString()).port())));
        const QByteArray body = R"({"model":"auto","stream":true,"messages":[{"role":"user","content":"hi"}]})";
        client.send("POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer sk-us_program-000000000000000000\r\nContent-Type: "
                    "application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QVERIFY(client.waitFor("data: "));
        program.process.terminate();
        QVERIFY(client.waitFor("[DONE]", PatienceMs)); // the running answer ends first
        QCOMPARE(program.end(), 0);
    }
    void secondOneHandsOver()
    {
        const Installation installation;
        Program first(installation.options());
        QVERIFY(installation.waitUntilServing());
        Program second(installation.options() + QStringList{u"--page"_s, u"log"_s});
        QCOMPARE(second.end(), 0);
        QCOMPARE(first.process.state(), QProcess::Running);
        QVERIFY(installation.snapshot().value("listening"_L1).toBool());
        first.process.kill();
        QVERIFY(first.process.waitForFinished(PatienceMs));
        Program third(installation.options()); // what the killed one left is in nobody's way
        QVERIFY(installation.waitUntilServing());
        third.process.terminate();
        QCOMPARE(third.end(), 0);
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
