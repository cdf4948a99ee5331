// SPDX-License-Identifier: GPL-3.0-or-later
// Two on one data directory: a console beside another process's gateway, and a second console that hands over and ends.
#include "ConsoleBench.h"
#include "console/SingleInstance.h"

#include <QProcess>
#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace understudy;
using namespace understudy::test;

class TestSecondConsole : public QObject {
    Q_OBJECT

private slots:
    void seesAndChangesTheFirstOnes();
    void trialThroughTheOwner();
    void takesOverWhenTheOwnerEnds();
    void startsAfterAnOwnerThatEnds();
    void besideTheCommandLine();
    void secondInstanceHandsOver();
    void killedInstanceIsReplaced();
    void silentInstanceIsReported();
};

void TestSecondConsole::seesAndChangesTheFirstOnes()
{
    ConsoleBench first;
    QVERIFY(first.start());
    QCOMPARE(first.ask().status, 200);
    QTRY_COMPARE(first.console->recent().size(), 1);

    ConsoleBench second(first.path());
    QVERIFY(second.waitForPhase(Phase::Running));
    QVERIFY(second.console->state().attached);
    QCOMPARE(second.console->state().owner, QCoreApplication::applicationPid());
    QCOMPARE(second.console->state().baseUrl, first.console->state().baseUrl);
    QCOMPARE(second.console->configuration(), first.console->configuration());
    QList<ExchangeRecord> told;
    connect(second.console.get(), &Console::recorded, this, [&](const QList<ExchangeRecord> &exchanges) { told += exchanges; });
    second.console->setVisible(true);
    QTRY_COMPARE(second.console->recent().size(), 1); // seeded, or polled
    QCOMPARE(first.ask().status, 200);
    QTRY_COMPARE(second.console->recent().size(), 2);
    QCOMPARE(told.last().id, first.console->recent().first().id);
    QTRY_COMPARE(second.console->health().size(), 1);

    // A change of the second one is the owner's from the next request on.
    QVERIFY(second.change([](Configuration &configuration) { configuration.keys.first().enabled = false; }).ok());
    QTRY_VERIFY(!first.console->configuration().keys.first().enabled);
    QCOMPARE(first.ask().status, 403);
    // And the other way round.
    QVERIFY(first.change([](Configuration &configuration) { configuration.keys.first().enabled = true; }).ok());
    QTRY_VERIFY(second.console->configuration().keys.first().enabled);

    // Starting and stopping is the owner's.
    second.console->stopGateway();
    QVERIFY(replyOf<QList<Fact>>([&](QObject *context, auto done) { second.console->diagnostics(context, done); }));
    QCOMPARE(first.ask().status, 200);
    first.console->stopGateway();
    QVERIFY(first.waitForPhase(Phase::Stopped));
    QVERIFY(second.waitForPhase(Phase::Stopped));
    QVERIFY(second.console->state().attached);
}

void TestSecondConsole::trialThroughTheOwner()
{
    ConsoleBench first;
    QVERIFY(first.start());
    first.upstream.setDefault(Answer::chatStream({"hel", "lo"}));
    ConsoleBench second(first.path());
    QVERIFY(second.waitForPhase(Phase::Running));
    std::unique_ptr<TrialRun> run = second.console->tryKey({u"key_lab"_s, u"auto"_s, u"hi"_s, true});
    QStringList log;
    connect(run.get(), &TrialRun::attemptBegan, this, [&] { log += u"began"_s; });
    connect(run.get(), &TrialRun::attemptEnded, this, [&] { log += u"ended"_s; });
    connect(run.get(), &TrialRun::finished, this, [&] { log += u"finished"_s; });
    connect(run.get(), &TrialRun::recorded, this, [&] { log += u"recorded"_s; });
    QTRY_COMPARE(log, (QStringList{u"finished"_s, u"began"_s, u"ended"_s, u"recorded"_s}));
}

void TestSecondConsole::takesOverWhenTheOwnerEnds()
{
    ConsoleBench first;
    QVERIFY(first.start());
    ConsoleBench second(first.path());
    QVERIFY(second.waitForPhase(Phase::Running));
    second.console->setVisible(true);
    first.console.reset();
    QVERIFY(second.waitForPhase(Phase::Stopped));
    QVERIFY(!second.console->state().attached);
    second.console->startGateway();
    QVERIFY(second.waitForPhase(Phase::Running));
    QCOMPARE(second.ask().status, 200);
}

void TestSecondConsole::startsAfterAnOwnerThatEnds()
{
    ConsoleBench first;
    QVERIFY(first.start());
    first.upstream.setDefault(Answer::stream().delta("one").gate().finish().done());
    RawHttpClient client;
    QVERIFY(client.connectTo(first.port()));
    client.send(ConsoleBench::request(R"({"model":"auto","stream":true,"messages":[{"role":"user","content":"hi"}]})"));
    QVERIFY(client.waitFor("one"));
    first.console->shutDown();
    QVERIFY(first.waitForPhase(Phase::Stopping));
    ConsoleBench second(first.path()); // the program is started again meanwhile
    second.console->startGateway();
    second.console->setVisible(true);
    QVERIFY(second.waitForPhase(Phase::Stopping));
    QVERIFY(second.console->state().attached);
    QSignalSpy ended(first.console.get(), &GatewayConsole::shutDownEnded);
    first.upstream.release();
    QVERIFY(client.waitFor("[DONE]"));
    QVERIFY(ended.wait(15000));
    first.console.reset();
    QVERIFY(second.waitForPhase(Phase::Running));
    QVERIFY(!second.console->state().attached);
}

void TestSecondConsole::besideTheCommandLine()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    bench.console.reset();
    QProcess serve;
    serve.start(QStringLiteral(CLI_PROGRAM), {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--data-dir"_s, bench.path()});
    QVERIFY(serve.waitForReadyRead(20000));
    bench.open();
    QVERIFY(bench.waitForPhase(Phase::Running));
    QVERIFY(bench.console->state().attached);
    QCOMPARE(bench.console->state().owner, serve.processId());
    bench.console->setSimulatedFaults(DemoPrimaryModel, {{SimulatedFault::Kind::Status, 500}});
    const GatewayKey key = *bench.key(DemoKeyName);
    std::unique_ptr<TrialRun> run = bench.console->tryKey({key.id, u"auto"_s, u"hi"_s, false});
    std::optional<ExchangeRecord> record;
    connect(run.get(), &TrialRun::recorded, this, [&](const ExchangeRecord &exchange) { record = exchange; });
    QTRY_VERIFY_WITH_TIMEOUT(record, 15000);
    QCOMPARE(record->attempts.first().outcome, Outcome::Overloaded);
    QCOMPARE(record->servedModel, DemoBackupModel);
    serve.terminate();
    QVERIFY(serve.waitForFinished(20000));
    bench.console->setVisible(true);
    QVERIFY(bench.waitForPhase(Phase::Stopped));
    QVERIFY(!bench.console->state().attached);
}

// ---- one console a data directory; the second process is this program with an argument

namespace {

int playSecond(const QString &path)
{
    const Result<DataDirectory> directory = DataDirectory::open(path);
    SingleInstance instance(*directory);
    const auto role = instance.claim({{u"do"_s, u"show-window"_s}, {u"page"_s, u"log"_s}}, std::chrono::seconds(3));
    if (!role)
        return 2;
    if (*role == SingleInstance::Role::Second)
        return 0;
    fputs("first\n", stdout);
    fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

void TestSecondConsole::secondInstanceHandsOver()
{
    QTemporaryDir folder;
    const Result<DataDirectory> directory = DataDirectory::open(folder.filePath(u"data"_s));
    QVERIFY(directory.ok());
    SingleInstance first(*directory);
    const auto role = first.claim({});
    QVERIFY(role.ok());
    QCOMPARE(*role, SingleInstance::Role::First);
    QList<QJsonObject> wishes;
    connect(&first, &SingleInstance::wished, this, [&](const QJsonObject &wish) { wishes += wish; });
    QProcess second;
    second.start(QCoreApplication::applicationFilePath(), {u"--second"_s, directory->path()});
    QVERIFY(QTest::qWaitFor([&] { return second.state() == QProcess::NotRunning && !wishes.isEmpty(); }, 20000));
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(wishes.size(), 1);
    QCOMPARE(wishes.first().value("page"_L1).toString(), u"log"_s);
}

void TestSecondConsole::killedInstanceIsReplaced()
{
    QTemporaryDir folder;
    const Result<DataDirectory> directory = DataDirectory::open(folder.filePath(u"data"_s));
    QProcess killed;
    killed.start(QCoreApplication::applicationFilePath(), {u"--second"_s, directory->path()});
    QVERIFY(killed.waitForReadyRead(20000));
    killed.kill();
    QVERIFY(killed.waitForFinished(20000));
    SingleInstance next(*directory);
    const auto role = next.claim({});
    QVERIFY(role.ok());
    QCOMPARE(*role, SingleInstance::Role::First);
    bool wished = false;
    connect(&next, &SingleInstance::wished, this, [&] { wished = true; });
    QProcess second;
    second.start(QCoreApplication::applicationFilePath(), {u"--second"_s, directory->path()});
    QVERIFY(QTest::qWaitFor([&] { return wished && second.state() == QProcess::NotRunning; }, 20000));
    QCOMPARE(second.exitCode(), 0);
}

void TestSecondConsole::silentInstanceIsReported()
{
#ifdef Q_OS_UNIX
    QTemporaryDir folder;
    const Result<DataDirectory> directory = DataDirectory::open(folder.filePath(u"data"_s));
    QProcess frozen;
    frozen.start(QCoreApplication::applicationFilePath(), {u"--second"_s, directory->path()});
    QVERIFY(frozen.waitForReadyRead(20000));
    ::kill(pid_t(frozen.processId()), SIGSTOP);
    SingleInstance next(*directory);
    const auto role = next.claim({}, std::chrono::milliseconds(300));
    ::kill(pid_t(frozen.processId()), SIGKILL);
    frozen.waitForFinished(20000);
    QVERIFY(!role.ok());
    QCOMPARE(role.error().kind, ErrorKind::Unavailable);
#endif
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--second"_L1)
        return playSecond(arguments.value(2));
    TestSecondConsole test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_secondconsole.moc"
