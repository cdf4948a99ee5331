// SPDX-License-Identifier: GPL-3.0-or-later
// The console's engine in one process: its phases, its replies, what it tells of the gateway.
#include "ConsoleBench.h"
#include "console/Autostart.h"
#include "console/Diagnostics.h"
#include "console/LedgerDesk.h"
#include "storage/Database.h"
#include "storage/LedgerBatch.h"

#include <QTcpServer>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace understudy;
using namespace understudy::test;

class TestGatewayConsole : public QObject {
    Q_OBJECT

private slots:
    void opensStopped();
    void servesAndTells();
    void changesAreValidatedAndRolledBack();
    void listenAddressMovesWithoutCuttingAnswers();
    void portTaken();
    void startsAgainAfterStop();
    void brokenDataCanBeTriedAgain();
    void readOnlyDatabase();
    void lockedVaultIsUnlocked();
    void masterKeyMoves();
    void repliesDieWithTheirContext();
    void repliesDieWithTheConsole();
    void healthFollowsCalls();
    void seedsRecentFromTheLedger();
    void ledgerQuestions();
    void clearingTakesUpWhatWaits();
    void clearingEmptiesWhatIsRecent();
    void importAndExport();
    void deletedComesBack();
    void diagnosticsHoldNoSecret();
    void channelTestAndModels();
    void jobsAreCancelledByDestruction();
    void restsAtRest();
    void autostartEntry_data();
    void autostartEntry();
};

void TestGatewayConsole::opensStopped()
{
    ConsoleBench bench;
    QCOMPARE(bench.console->state().phase, Phase::Opening);
    QVERIFY(bench.waitForPhase(Phase::Stopped));
    const GatewayState state = bench.console->state();
    QVERIFY(!state.attached);
    QVERIFY(!state.vault.locked);
    QVERIFY(!state.readOnly);
    QCOMPARE(state.vault.place, MasterKeyPlace::File);
    QCOMPARE(state.dataDirectory, bench.path());
    QCOMPARE(state.baseUrl, QUrl(u"http://127.0.0.1:17177/v1"_s));
    QVERIFY(bench.console->recent().isEmpty());
}

void TestGatewayConsole::servesAndTells()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    QList<ExchangeRecord> told;
    connect(bench.console.get(), &Console::recorded, this, [&](const QList<ExchangeRecord> &exchanges) { told += exchanges; });
    QSignalSpy states(bench.console.get(), &Console::stateChanged);
    bench.upstream.setDefault(Answer::chat("hello"));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(bench.ask().status, 200);
    QTRY_COMPARE(told.size(), 3);
    QCOMPARE(told.first().servedChannel, u"lab"_s);
    QCOMPARE(bench.console->recent().size(), 3);
    QCOMPARE(bench.console->recent().first(), told.last()); // newest first
    QTRY_COMPARE(bench.console->state().inFlight, 0);

    bench.upstream.enqueue(Answer::stream().delta("a").gate().finish().done());
    RawHttpClient client;
    QVERIFY(client.connectTo(bench.port()));
    client.send(ConsoleBench::request(R"({"model":"auto","stream":true,"messages":[{"role":"user","content":"hi"}]})"));
    QTRY_COMPARE(bench.console->state().inFlight, 1);
    bench.upstream.release();
    QVERIFY(client.waitFor("[DONE]"));
    QTRY_COMPARE(bench.console->state().inFlight, 0);
}

void TestGatewayConsole::changesAreValidatedAndRolledBack()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    QStringList order;
    QObject context;
    connect(bench.console.get(), &Console::configurationChanged, &context, [&] { order += u"changed"_s; });
    bench.console->change([](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        after.keys.first().description = u"new"_s;
        return after;
    }, &context, [&](const Result<void> &done) { order += done ? u"done"_s : done.error().toString(); });
    QTRY_COMPARE(order, (QStringList{u"changed"_s, u"done"_s}));
    QCOMPARE(bench.console->configuration().keys.first().description, u"new"_s);

    const Configuration before = bench.console->configuration();
    const Result<void> refused = bench.change([](Configuration &configuration) { configuration.keys.first().chain.clear(); });
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::Invalid);
    QCOMPARE(refused.error().where, u"keys[0].chain"_s);
    const auto own = replyOf<void>([&](QObject *asker, auto done) {
        bench.console->change([](const Configuration &) -> Result<Configuration> { return Error{ErrorKind::Conflict, u"mine"_s, {}}; }, asker, done);
    });
    QVERIFY(own && !own->ok());
    QCOMPARE(own->error().text, u"mine"_s);
    QCOMPARE(bench.console->configuration(), before);
    QCOMPARE(order.size(), 2);
}

void TestGatewayConsole::listenAddressMovesWithoutCuttingAnswers()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    const quint16 old = bench.port();
    bench.upstream.enqueue(Answer::stream().delta("before").gate().delta("after").finish().done());
    RawHttpClient client;
    QVERIFY(client.connectTo(old));
    client.send(ConsoleBench::request(R"({"model":"auto","stream":true,"messages":[{"role":"user","content":"hi"}]})"));
    QVERIFY(client.waitFor("before"));
    const auto port = replyOf<quint16>([&](QObject *context, auto done) { bench.console->freePort(context, done); });
    QVERIFY(port && port->ok());
    QVERIFY(bench.change([&](Configuration &configuration) { configuration.settings.listen = u"127.0.0.1:%1"_s.arg(port->value()); }).ok());
    QVERIFY(bench.waitForPhase(Phase::Stopping));
    bench.upstream.release();
    QVERIFY(client.waitFor("after"));
    QVERIFY(client.waitFor("[DONE]"));
    QVERIFY(bench.waitForPhase(Phase::Running));
    QCOMPARE(bench.port(), port->value());
    QCOMPARE(bench.ask().status, 200);
}

void TestGatewayConsole::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ConsoleBench bench;
    QVERIFY(bench.waitForPhase(Phase::Stopped));
    QVERIFY(bench.change([&](Configuration &configuration) {
        bench.fill(configuration);
        configuration.settings.listen = u"127.0.0.1:%1"_s.arg(other.serverPort());
    }).ok());
    bench.console->startGateway();
    QVERIFY(bench.waitForPhase(Phase::Failed));
    QVERIFY(bench.console->state().problem);
    QCOMPARE(bench.console->state().problem->kind, ErrorKind::Conflict);
    const auto port = replyOf<quint16>([&](QObject *context, auto done) { bench.console->freePort(context, done); });
    QVERIFY(port && port->ok());
    QVERIFY(port->value() > other.serverPort());
    QVERIFY(bench.change([&](Configuration &configuration) { configuration.settings.listen = u"127.0.0.1:%1"_s.arg(port->value()); }).ok());
    bench.console->startGateway(); // as a caller may do that does not know that the change already does it
    QVERIFY(bench.waitForPhase(Phase::Running));
    QCOMPARE(bench.port(), port->value());
    QVERIFY(!bench.console->state().problem);
}

void TestGatewayConsole::startsAgainAfterStop()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    QCOMPARE(bench.ask().status, 200);
    const quint16 port = bench.port();
    bench.console->stopGateway();
    QVERIFY(bench.waitForPhase(Phase::Stopped));
    RawHttpClient client;
    QVERIFY(!client.connectTo(port, 500));
    bench.console->startGateway();
    QVERIFY(bench.waitForPhase(Phase::Running));
    QCOMPARE(bench.ask().status, 200);
    QSignalSpy ended(bench.console.get(), &GatewayConsole::shutDownEnded);
    bench.console->shutDown();
    QVERIFY(ended.wait(15000));
}

void TestGatewayConsole::brokenDataCanBeTriedAgain()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"data"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly)); // a file where the folder should be
    file.close();
    ConsoleBench bench(path);
    QVERIFY(bench.waitForPhase(Phase::Broken));
    QVERIFY(bench.console->state().problem);
    const Result<void> refused = bench.change([](Configuration &) {});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().text, bench.console->state().problem->text);
    bench.console->startGateway();
    QVERIFY(bench.waitForPhase(Phase::Broken));
    QVERIFY(file.remove());
    bench.console->startGateway(); // with the usual port, which may be taken
    QTRY_VERIFY(bench.console->state().phase == Phase::Running || bench.console->state().phase == Phase::Failed);
}

void TestGatewayConsole::readOnlyDatabase()
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0)
        QSKIP("root may write everything; run as another user");
    ConsoleBench bench;
    QVERIFY(bench.start());
    QCOMPARE(bench.ask().status, 200);
    bench.console.reset();
    QFile::setPermissions(bench.path() + u"/understudy.db"_s, QFileDevice::ReadOwner);
    bench.open();
    QVERIFY(bench.waitForPhase(Phase::Stopped));
    QVERIFY(bench.console->state().readOnly);
    QCOMPARE(bench.console->recent().size(), 1);
    const Result<void> refused = bench.change([](Configuration &configuration) { configuration.keys.first().description = u"x"_s; });
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
    QVERIFY(refused.error().text.contains("read-only"_L1));
    bench.console->startGateway();
    QVERIFY(bench.waitForPhase(Phase::Running)); // answers go on
    QCOMPARE(bench.ask().status, 200);
    QTRY_VERIFY(!bench.console->state().ledgerProblem.isEmpty());
    QTRY_COMPARE(bench.console->state().ledgerQueued, 1);
    QCOMPARE(bench.console->recent().size(), 2);
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::setPermissions(bench.path() + u"/understudy.db"_s + suffix, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
#endif
}

void TestGatewayConsole::lockedVaultIsUnlocked()
{
    ConsoleBench bench;
    bench.console.reset();
    QDir(bench.path()).removeRecursively();
    QTemporaryDir other;
    QFile passphrase(other.filePath(u"passphrase"_s));
    QVERIFY(passphrase.open(QIODevice::WriteOnly));
    passphrase.write("correct horse battery staple\n");
    passphrase.close();
    qputenv("UNDERSTUDY_PASSPHRASE_FILE", passphrase.fileName().toLocal8Bit());
    bench.open();
    QVERIFY(bench.start());
    bench.console.reset();
    qunsetenv("UNDERSTUDY_PASSPHRASE_FILE");

    bench.open();
    QVERIFY(bench.waitForPhase(Phase::Stopped));
    QVERIFY(bench.console->state().vault.locked);
    QCOMPARE(bench.console->state().vault.place, MasterKeyPlace::Passphrase);
    QVERIFY(!bench.console->state().vault.problem.isEmpty());
    QVERIFY(bench.key(u"lab"_s)->secret.isEmpty());
    bench.console->startGateway();
    QVERIFY(bench.waitForPhase(Phase::Running));
    QCOMPARE(bench.ask().status, 503);
    const auto unlock = [&](const char *text) {
        return replyOf<void>([&](QObject *context, auto done) { bench.console->unlock(Secret(text), context, done); });
    };
    const auto wrong = unlock("wrong");
    QVERIFY(wrong && !wrong->ok());
    QCOMPARE(wrong->error().kind, ErrorKind::Denied);
    QVERIFY(bench.console->state().vault.locked);
    const auto right = unlock("correct horse battery staple");
    QVERIFY(right && right->ok());
    QTRY_VERIFY(!bench.console->state().vault.locked);
    QCOMPARE(bench.key(u"lab"_s)->secret, Secret(ConsoleBench::secret));
    QCOMPARE(bench.ask().status, 200);
}

void TestGatewayConsole::masterKeyMoves()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    const QString file = bench.path() + u"/master.key"_s;
    const auto move = [&](MasterKeyPlace to, const char *passphrase) {
        const auto answer = replyOf<void>([&](QObject *context, auto done) { bench.console->moveMasterKey(to, Secret(passphrase), context, done); });
        return answer.value_or(Error{ErrorKind::Internal, u"no reply"_s, {}});
    };
    QVERIFY(move(MasterKeyPlace::File, "").ok()); // it is there
    const Result<void> empty = move(MasterKeyPlace::Passphrase, "");
    QVERIFY(!empty.ok());
    QCOMPARE(empty.error().kind, ErrorKind::Invalid);
    QVERIFY(QFile::exists(file));
    QVERIFY(move(MasterKeyPlace::Passphrase, "first passphrase of the test").ok());
    QVERIFY(!QFile::exists(file));
    QTRY_COMPARE(bench.console->state().vault.place, MasterKeyPlace::Passphrase);
    QVERIFY(!bench.console->state().vault.locked);
    QCOMPARE(bench.ask().status, 200);
    QVERIFY(move(MasterKeyPlace::Passphrase, "second passphrase of the test").ok());
    QCOMPARE(bench.ask().status, 200);

    bench.console.reset();
    bench.open();
    QVERIFY(bench.waitForPhase(Phase::Stopped));
    QVERIFY(bench.console->state().vault.locked);
    QCOMPARE(move(MasterKeyPlace::File, "").error().kind, ErrorKind::Denied);
    const auto unlocked = replyOf<void>([&](QObject *context, auto done) { bench.console->unlock(Secret("second passphrase of the test"), context, done); });
    QVERIFY(unlocked && unlocked->ok());
    QVERIFY(move(MasterKeyPlace::File, "").ok());
    QVERIFY(QFile::exists(file));
    bench.console.reset();
    bench.open();
    QVERIFY(bench.waitForPhase(Phase::Stopped));
    QVERIFY(!bench.console->state().vault.locked);
    QCOMPARE(bench.key(u"lab"_s)->secret, Secret(ConsoleBench::secret));
}

void TestGatewayConsole::repliesDieWithTheirContext()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    bool called = false;
    auto context = std::make_unique<QObject>();
    bench.console->exchanges({}, context.get(), [&](const auto &) { called = true; });
    bench.console->change([](const Configuration &before) -> Result<Configuration> { return before; }, context.get(), [&](const auto &) { called = true; });
    bench.console->diagnostics(context.get(), [&](const auto &) { called = true; });
    context.reset();
    // Both threads answer in order: whatever was asked before is answered when this is.
    QVERIFY(replyOf<QList<Fact>>([&](QObject *asker, auto done) { bench.console->diagnostics(asker, done); }));
    QVERIFY(replyOf<QList<ExchangeRecord>>([&](QObject *asker, auto done) { bench.console->exchanges({}, asker, done); }));
    QVERIFY(!called);
}

void TestGatewayConsole::repliesDieWithTheConsole()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    bool called = false;
    bench.console->diagnostics(this, [&](const auto &) { called = true; });
    bench.console->exchanges({}, this, [&](const auto &) { called = true; });
    std::unique_ptr<TrialRun> run = bench.console->tryKey({u"key_lab"_s, u"auto"_s, u"hi"_s, true});
    bench.console.reset();
    QCoreApplication::processEvents();
    QVERIFY(!called);
    run.reset(); // later than the console: nothing happens
}

void TestGatewayConsole::healthFollowsCalls()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.console->health().isEmpty()); // nothing was called
    QSignalSpy changes(bench.console.get(), &Console::healthChanged);
    QCOMPARE(bench.ask().status, 200);
    QTRY_COMPARE(bench.console->health().size(), 1);
    QCOMPARE(bench.console->health().first().channel, u"lab"_s);
    QCOMPARE(bench.console->health().first().phase, u"available"_s);
    bench.upstream.setDefault(Answer::error(500, "oops"));
    for (int i = 0; i < 3; ++i)
        (void)bench.ask();
    QTRY_COMPARE(bench.console->health().first().phase, u"suspended"_s);
    bench.console->resetBreakers(u"lab"_s);
    QTRY_COMPARE(bench.console->health().first().phase, u"available"_s);
}

void TestGatewayConsole::seedsRecentFromTheLedger()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(bench.ask().status, 200);
    QTRY_COMPARE(bench.console->recent().size(), 3);
    const QList<ExchangeRecord> before = bench.console->recent();
    bench.console.reset(); // writes the ledger's rest
    bench.open();
    QVERIFY(bench.waitForPhase(Phase::Stopped));
    QStringList ids, expected;
    for (const ExchangeRecord &exchange : bench.console->recent())
        ids += exchange.id;
    for (const ExchangeRecord &exchange : before)
        expected += exchange.id;
    QCOMPARE(ids, expected);
}

void TestGatewayConsole::ledgerQuestions()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    QCOMPARE(bench.ask().status, 200);
    QTRY_COMPARE(bench.console->recent().size(), 1);
    const QString id = bench.console->recent().first().id;
    const auto served = [&] {
        const auto row = replyOf<ExchangeRecord>([&](QObject *context, auto done) { bench.console->exchange(id, context, done); });
        return row && row->ok() ? row->value().servedChannel : QString();
    };
    QTRY_COMPARE(served(), u"lab"_s);
    const auto page = replyOf<QList<ExchangeRecord>>([&](QObject *context, auto done) { bench.console->exchanges({}, context, done); });
    QVERIFY(page && page->ok());
    QCOMPARE(page->value().size(), 1);
    const auto usage = replyOf<UsageSummary>([&](QObject *context, auto done) { bench.console->usage({}, context, done); });
    QVERIFY(usage && usage->ok());
    QCOMPARE(usage->value().requests, 1);
    const auto unknown = replyOf<ExchangeRecord>([&](QObject *context, auto done) { bench.console->exchange(u"req_none"_s, context, done); });
    QVERIFY(unknown && !unknown->ok());
    QCOMPARE(unknown->error().kind, ErrorKind::NotFound);
}

// The desk alone: a gateway would take up the journal by itself.
void TestGatewayConsole::clearingTakesUpWhatWaits()
{
    const QTemporaryDir folder;
    const auto database = Database::open(DatabaseLocation::sqlite(folder.filePath(u"understudy.db"_s)));
    QVERIFY(database.ok());
    std::vector<ExchangeRecord> exchanges(1700);
    for (size_t i = 0; i < exchanges.size(); ++i) {
        exchanges[i].id = u"req_%1"_s.arg(i);
        exchanges[i].time = WallTime(Milliseconds(1'790'000'000'000));
        exchanges[i].status = ExchangeStatus::Answered;
        exchanges[i].usage.totalTokens = 3;
    }
    LedgerBatch batch(*database->connect());
    QVERIFY(batch.write(std::span(exchanges).first(200), exchanges[0].time).ok());
    QVERIFY(batch.journal(std::span(exchanges).subspan(200), exchanges[0].time, false).ok());

    LedgerDesk desk;
    desk.setDatabase(*database);
    std::optional<Result<qint64>> cleared;
    desk.clearLog([&](const Result<qint64> &rows) { cleared = rows; });
    QVERIFY(!cleared);
    // Step by step: what else the desk is asked comes between.
    int between = 0;
    const std::function<void()> again = [&] {
        if (cleared)
            return;
        ++between;
        QMetaObject::invokeMethod(&desk, again, Qt::QueuedConnection);
    };
    again();
    QTRY_VERIFY(cleared);
    QVERIFY2(cleared->ok(), cleared->ok() ? "" : qPrintable(cleared->error().text));
    QCOMPARE(**cleared, 1700);
    QVERIFY2(between > 5, qPrintable(QString::number(between)));
    QVERIFY(desk.exchanges({})->isEmpty());
    QCOMPARE(desk.usage({})->requests, 1700);
    QCOMPARE(desk.usage({})->tokens.total, 5100);
}

/// Bug that this pins: a log that had been cleared still showed its last requests.
void TestGatewayConsole::clearingEmptiesWhatIsRecent()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    bench.upstream.setDefault(Answer::chat("hello"));
    QCOMPARE(bench.ask().status, 200);
    QTRY_COMPARE(bench.console->recent().size(), 1);
    const auto cleared = replyOf<qint64>([&](QObject *context, auto done) { bench.console->clearLog(context, done); });
    QVERIFY(cleared && cleared->ok());
    QCOMPARE(cleared->value(), 1);
    QVERIFY(bench.console->recent().isEmpty());
    QCOMPARE(bench.ask().status, 200);
    QTRY_COMPARE(bench.console->recent().size(), 1);
}

void TestGatewayConsole::importAndExport()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    const Secret passphrase("a passphrase of the test");
    const auto exported = [&](const Secret &secret) {
        return replyOf<QByteArray>([&](QObject *context, auto done) { bench.console->exportConfiguration(secret, context, done); });
    };
    const auto plain = exported({});
    QVERIFY(plain && plain->ok());
    QVERIFY(!plain->value().contains(ConsoleBench::secret));
    const auto sealed = exported(passphrase);
    QVERIFY(sealed && sealed->ok());
    QVERIFY(sealed->value().contains("sealed"));
    QVERIFY(!sealed->value().contains(ConsoleBench::secret));

    ConsoleBench other;
    QVERIFY(other.waitForPhase(Phase::Stopped));
    const auto preview = [&](const Secret &secret) {
        return replyOf<Configuration>([&](QObject *context, auto done) { other.console->previewImport(sealed->value(), secret, context, done); });
    };
    const auto denied = preview(Secret("wrong"));
    QVERIFY(denied && !denied->ok());
    QCOMPARE(denied->error().kind, ErrorKind::Denied);
    const auto shown = preview(passphrase);
    QVERIFY(shown && shown->ok());
    QCOMPARE(shown->value().keyNamed(u"lab")->secret, Secret(ConsoleBench::secret));
    QVERIFY(other.console->configuration().keys.isEmpty()); // nothing is written
    QVERIFY(other.change([&](Configuration &configuration) { configuration = shown->value(); }).ok());
    QCOMPARE(other.key(u"lab"_s)->secret, Secret(ConsoleBench::secret));
}

void TestGatewayConsole::deletedComesBack()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.change([](Configuration &configuration) { configuration.keys.removeFirst(); }).ok());
    QVERIFY(!bench.key(u"lab"_s));
    const auto gone = replyOf<QList<DeletedObject>>([&](QObject *context, auto done) { bench.console->deleted(context, done); });
    QVERIFY(gone && gone->ok());
    QCOMPARE(gone->value().size(), 1);
    QCOMPARE(gone->value().first().name, u"lab"_s);
    const auto back = replyOf<void>([&](QObject *context, auto done) { bench.console->restore(gone->value().first(), context, done); });
    QVERIFY(back && back->ok());
    QVERIFY(bench.key(u"lab"_s));
    QCOMPARE(bench.ask().status, 200);
}

void TestGatewayConsole::diagnosticsHoldNoSecret()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    const auto facts = replyOf<QList<Fact>>([&](QObject *context, auto done) { bench.console->diagnostics(context, done); });
    QVERIFY(facts && facts->ok());
    QString text;
    for (const Fact &fact : facts->value())
        text += fact.name + u": "_s + fact.value + u'\n';
    QVERIFY(text.contains(bench.path()));
    QVERIFY(text.contains(bench.console->state().baseUrl.toString()));
    QVERIFY(text.contains(QString::fromLatin1(qVersion())));
    QVERIFY(!text.contains("sk-"_L1));
}

void TestGatewayConsole::channelTestAndModels()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    const Channel channel = *bench.console->configuration().channel(u"lab");
    const Provider provider = *bench.console->configuration().provider(u"lab");
    bench.upstream.enqueue(Answer::json(200, R"({"data":[{"id":"m1"},{"id":"m2"}]})"));
    std::unique_ptr<ConnectionTest> test = bench.console->testChannel(channel, provider, true);
    QStringList stages;
    std::optional<bool> passed;
    connect(test.get(), &ConnectionTest::stageDone, this, [&](const StageResult &stage) { stages += word(stage.stage) + u':' + word(stage.state); });
    connect(test.get(), &ConnectionTest::finished, this, [&](bool good) { passed = good; });
    QTRY_VERIFY(passed);
    QVERIFY(*passed);
    QCOMPARE(stages.join(u' '), u"name:ok connect:ok tls:skipped sign-in:ok models:ok completion:ok"_s);
    QTRY_COMPARE(bench.console->health().size(), 1); // tested counts as called

    bench.upstream.enqueue(Answer::error(401, "no such key"));
    std::optional<StageResult> failed;
    test = bench.console->testChannel(channel, provider, true);
    connect(test.get(), &ConnectionTest::stageDone, this, [&](const StageResult &stage) {
        if (stage.state == StageState::Failed)
            failed = stage;
    });
    QTRY_VERIFY(failed);
    QCOMPARE(failed->outcome, std::optional(Outcome::CredentialRefused));
    QCOMPARE(failed->httpStatus, 401);
    QVERIFY(failed->detail.contains("no such key"_L1));

    bench.upstream.enqueue(Answer::json(200, R"({"data":[{"id":"m2"},{"id":"m1"}]})"));
    std::unique_ptr<ModelListing> listing = bench.console->listModels(channel, provider);
    std::optional<QStringList> models;
    connect(listing.get(), &ModelListing::listed, this, [&](const QStringList &ids) { models = ids; });
    QTRY_VERIFY(models);
    QCOMPARE(*models, (QStringList{u"m2"_s, u"m1"_s}));
    bench.upstream.enqueue(Answer::error(401, "no"));
    listing = bench.console->listModels(channel, provider);
    std::optional<Error> error;
    connect(listing.get(), &ModelListing::failed, this, [&](const Error &problem) { error = problem; });
    QTRY_VERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Denied);
}

void TestGatewayConsole::jobsAreCancelledByDestruction()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    const Channel channel = *bench.console->configuration().channel(u"lab");
    const Provider provider = *bench.console->configuration().provider(u"lab");
    bench.upstream.setDefault(Answer()); // silence
    std::unique_ptr<ModelListing> listing = bench.console->listModels(channel, provider);
    std::unique_ptr<ConnectionTest> test = bench.console->testChannel(channel, provider, false);
    int told = 0;
    connect(listing.get(), &ModelListing::failed, this, [&] { ++told; });
    connect(test.get(), &ConnectionTest::finished, this, [&] { ++told; });
    QVERIFY(bench.upstream.waitForRequests(2));
    listing.reset();
    test.reset();
    QVERIFY(bench.upstream.waitForOpenConnections(0));
    QCOMPARE(told, 0);
}

void TestGatewayConsole::restsAtRest()
{
    ConsoleBench bench;
    QVERIFY(bench.start());
    bench.console->setVisible(true);
    QCOMPARE(bench.ask().status, 200);
    QTRY_COMPARE(bench.console->recent().size(), 1);
    QTRY_COMPARE(bench.console->state().inFlight, 0);
    // Whatever is left to tell of that exchange comes within its last round; then nothing more does.
    QSignalSpy states(bench.console.get(), &Console::stateChanged);
    QSignalSpy health(bench.console.get(), &Console::healthChanged);
    QTest::qWait(600);
    states.clear();
    health.clear();
    QTest::qWait(1500);
    QCOMPARE(states.size(), 0);
    QCOMPARE(health.size(), 0);
}

void TestGatewayConsole::autostartEntry_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QByteArray>("exec");
    QTest::newRow("plain") << QStringList{u"/usr/bin/understudy"_s, u"--minimized"_s} << QByteArray(R"(Exec="/usr/bin/understudy" "--minimized")");
    QTest::newRow("blanks") << QStringList{u"/opt/my apps/understudy"_s} << QByteArray(R"(Exec="/opt/my apps/understudy")");
    QTest::newRow("per cent") << QStringList{u"/opt/100%/u"_s} << QByteArray(R"(Exec="/opt/100%%/u")");
    QTest::newRow("quotes and dollars") << QStringList{u"/opt/\"$x`\\/u"_s} << QByteArray(R"(Exec="/opt/\\"\\$x\\`\\\\/u")");
}

void TestGatewayConsole::autostartEntry()
{
    QFETCH(QStringList, command);
    QFETCH(QByteArray, exec);
    QTemporaryDir home;
    QVERIFY(!startsAtLogin(home.path()));
    QVERIFY(setStartsAtLogin(false, home.path(), command).ok());
    QVERIFY(setStartsAtLogin(true, home.path(), command).ok());
    QVERIFY(startsAtLogin(home.path()));
    QFile file(home.filePath(u"autostart/understudy.desktop"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.split('\n').contains(exec), text.constData());
    file.close();
    QVERIFY(setStartsAtLogin(false, home.path(), command).ok());
    QVERIFY(!startsAtLogin(home.path()));
    QVERIFY(!file.exists());
}

QTEST_GUILESS_MAIN(TestGatewayConsole)
#include "tst_gatewayconsole.moc"
