// SPDX-License-Identifier: GPL-3.0-or-later
// "Is it me or them?" where it acts: what is looked at and when, and what breakers and ledger hear of it.
#include "Fakes.h"

#include "gateway/NetworkWatch.h"
#include "gateway/SnapshotView.h"
#include "gateway/SystemNetwork.h"

#include <thread>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A machine to be put into any state, that counts how often it is looked at.
struct Machine {
    bool up = true;
    QByteArray proxy = "none";
    Milliseconds slept{0};
    int looksAtInterfaces = 0;
    int looksAtProxy = 0;

    std::shared_ptr<NetworkWatch> watch()
    {
        return std::make_shared<NetworkWatch>(NetworkSources{[this] { return ++looksAtInterfaces, up; }, [this] { return ++looksAtProxy, proxy; },
                                                             [this] { return slept; }, {}});
    }
};

QByteArray body(const QByteArray &model) { return "{\"model\":\"" + model + "\",\"messages\":[]}"; }
Script unreachable() { return {ends(TransportFault::Unreachable, false)}; }
Script page() { return {head(200, "text/html"), bytes("<!doctype html><p>Welcome to the hotel"), ends()}; }

QStringList details(const ExchangeRecord &record)
{
    QStringList all;
    for (const AttemptRecord &attempt : record.attempts)
        all.append(attempt.channel + u':' + attempt.detail);
    return all;
}

} // namespace

class TestNetworkWatch : public QObject {
    Q_OBJECT

private slots:
    void looksOnlyInTrouble();
    void oneHostWithoutInterface();
    void answersRefute();
    void proxyThatChanged();
    void sleepThatNobodyToldOf();
    void sleepThatWasTold();
    void manyThreads();
    void countedBeforeTheVerdict();
    void offlineOpensNoBreaker();
    void offlineTakesBackWhatWasCounted();
    void ownModelsProveNothing();
    void portalOpensNoBreaker();
    void deadConnectionsAfterWaking();
    void providersFaultCounts();
    void systemCanBeAsked();
};

void TestNetworkWatch::looksOnlyInTrouble()
{
    Machine machine;
    const auto watch = machine.watch();
    for (int i = 0; i < 100; ++i)
        watch->noteReached(true, Milliseconds(i));
    QCOMPARE(watch->blame(100ms), NetworkBlame::Fine);
    QCOMPARE(machine.looksAtInterfaces + machine.looksAtProxy, 0);
    for (int i = 0; i < 100; ++i)
        watch->noteSign(u"a"_s, HostSign::Unreachable, Milliseconds(1000 + 15 * i));
    QCOMPARE(machine.looksAtInterfaces, 2); // in 1.5 s
    QCOMPARE(machine.looksAtProxy, 2);
    QCOMPARE(watch->blame(2500ms), NetworkBlame::Provider);
    for (int i = 0; i < 100; ++i)
        watch->blame(Milliseconds(4000 + i * 1000));
    QCOMPARE(machine.looksAtInterfaces, 2); // asking is no reason to look
    QCOMPARE(watch->verdict(200s), NetworkVerdict());
}

void TestNetworkWatch::oneHostWithoutInterface()
{
    Machine machine;
    machine.up = false;
    const auto watch = machine.watch();
    watch->noteSign(u"A.example"_s, HostSign::NameNotFound, 10ms);
    const NetworkVerdict verdict = watch->verdict(20ms);
    QCOMPARE(verdict.blame, NetworkBlame::Offline);
    QCOMPARE(verdict.since, 10ms);
    QCOMPARE(verdict.signs.size(), 2);
    QCOMPARE(verdict.signs[1].hosts, QStringList{u"a.example"_s});
    machine.up = true; // back, and the host still fails: theirs now, though it was blamed on us
    watch->noteSign(u"a.example"_s, HostSign::NameNotFound, 1500ms);
    QCOMPARE(watch->blame(1500ms), NetworkBlame::Offline); // one host more or an answer decides
    watch->noteReached(true, 1600ms);
    watch->noteSign(u"a.example"_s, HostSign::NameNotFound, 1700ms);
    QCOMPARE(watch->blame(1700ms), NetworkBlame::Provider);
}

void TestNetworkWatch::answersRefute()
{
    NetworkWatch watch({});
    watch.noteSign(u"a"_s, HostSign::Unreachable, 0ms);
    watch.noteSign(u"b"_s, HostSign::Unreachable, 10ms);
    QCOMPARE(watch.blame(10ms), NetworkBlame::Offline);
    watch.noteReached(false, 20ms); // a refusal proves a network
    QCOMPARE(watch.blame(20ms), NetworkBlame::Fine);
    watch.noteSign(u"a"_s, HostSign::WebPage, 30ms);
    watch.noteReached(false, 35ms); // but not that it lets anything through
    watch.noteSign(u"b"_s, HostSign::WebPage, 40ms);
    QCOMPARE(watch.blame(40ms), NetworkBlame::CaptivePortal);
    watch.noteReached(true, 50ms);
    QCOMPARE(watch.blame(50ms), NetworkBlame::Fine);
}

void TestNetworkWatch::proxyThatChanged()
{
    Machine machine;
    const auto watch = machine.watch();
    watch->begin();
    machine.proxy = "http proxy.corp:3128";
    watch->noteSign(u"a"_s, HostSign::ProxyFailed, 0ms);
    QCOMPARE(watch->blame(1ms), NetworkBlame::ProxyChanged);
    watch->noteReached(true, 10ms); // it works after all: the one to compare with from now on
    watch->noteSign(u"a"_s, HostSign::ProxyFailed, 20ms);
    QCOMPARE(watch->blame(21ms), NetworkBlame::Provider);
    machine.proxy = "none";
    watch->noteSign(u"a"_s, HostSign::ProxyFailed, 2000ms);
    QCOMPARE(watch->blame(2001ms), NetworkBlame::ProxyChanged);
}

void TestNetworkWatch::sleepThatNobodyToldOf()
{
    Machine machine;
    const auto watch = machine.watch();
    machine.slept = 8h;
    watch->noteSign(u"a"_s, HostSign::Lost, 100ms);
    QCOMPARE(watch->verdict(100ms).blame, NetworkBlame::JustWoke);
    QCOMPARE(watch->verdict(100ms).signs.first().duration, Milliseconds(8h));
    watch->noteWoke(8h, 200ms); // the same one, told a little later
    QCOMPARE(watch->verdict(200ms).since, 100ms);
    watch->noteSign(u"a"_s, HostSign::Unreachable, 15200ms);
    QCOMPARE(watch->blame(15200ms), NetworkBlame::Provider);
}

void TestNetworkWatch::sleepThatWasTold()
{
    Machine machine;
    const auto watch = machine.watch();
    watch->noteSign(u"a"_s, HostSign::Lost, 10ms);
    QCOMPARE(watch->blame(10ms), NetworkBlame::Fine); // without sleep a lost connection is the provider's, and the breaker's
    machine.slept = 60s;
    watch->noteWoke(60s, 100ms);
    QCOMPARE(watch->blame(100ms), NetworkBlame::Fine); // nothing has failed
    watch->noteSign(u"a"_s, HostSign::ConnectTimeout, 10100ms);
    QCOMPARE(watch->blame(10100ms), NetworkBlame::JustWoke);
    watch->noteReached(true, 10200ms);
    QCOMPARE(watch->blame(10200ms), NetworkBlame::Fine);
}

void TestNetworkWatch::manyThreads()
{
    const auto watch = std::make_shared<NetworkWatch>(NetworkSources{[] { return true; }, [] { return QByteArray("p"); }, [] { return 0ms; }, {}});
    std::vector<std::thread> threads;
    for (int number = 0; number < 4; ++number) {
        threads.emplace_back([&, number] {
            for (int i = 0; i < 2000; ++i) {
                watch->noteSign(QString::number((i + number) % 100), HostSign(i % 7), Milliseconds(i));
                watch->blame(Milliseconds(i));
                watch->noteReached(i % 2 == 0, Milliseconds(i));
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    watch->noteReached(true, 3000ms);
    QCOMPARE(watch->blame(3000ms), NetworkBlame::Fine);
}

/// What was held against a provider is taken back once, when our side is found out; an answer in between leaves it, and so does time.
void TestNetworkWatch::countedBeforeTheVerdict()
{
    Machine machine;
    const auto watch = machine.watch();
    int takenBack = 0;
    const auto fails = [&](const QString &host, Milliseconds now) {
        watch->noteSign(host, HostSign::Unreachable, now);
        if (!isOurSide(watch->blame(now)))
            watch->noteCounted([&] { ++takenBack; }, now);
    };
    fails(u"a"_s, 1s);
    fails(u"a"_s, 2s);
    QCOMPARE(takenBack, 0);
    fails(u"b"_s, 3s);
    QCOMPARE(takenBack, 2);
    QCOMPARE(watch->blame(4s), NetworkBlame::Offline);
    QCOMPARE(takenBack, 2);

    watch->noteReached(true, 5s);
    fails(u"a"_s, 6s);
    watch->noteReached(true, 7s); // there was a network
    fails(u"b"_s, 8s);
    fails(u"c"_s, 9s);
    QCOMPARE(takenBack, 3); // b's

    watch->noteReached(true, 10s);
    fails(u"a"_s, 11s);
    fails(u"b"_s, 11s + SignsFade + 1ms);
    fails(u"c"_s, 11s + SignsFade + 2ms);
    QCOMPARE(takenBack, 4); // what a did is too long ago to be of the same trouble

    watch->noteReached(true, 90s);
    for (int i = 0; i < 2 * NetworkWatch::MostDoubts; ++i)
        fails(u"a"_s, 91s);
    fails(u"b"_s, 91s);
    QCOMPARE(takenBack, 4 + int(NetworkWatch::MostDoubts)); // bounded, the latest
}

void TestNetworkWatch::offlineTakesBackWhatWasCounted()
{
    Bench bench;
    bench.policy.retries = 3; // the first model reaches the breaker's threshold before the second one is called
    bench.chain(u"a/chat-1 b/chat-2"_s);
    bench.script(u"a"_s, unreachable());
    bench.script(u"b"_s, unreachable());
    bench.run(body("chat-1"));
    QVERIFY(details(bench.last()).count(u"a:unreachable"_s) >= bench.policy.breaker.failures);
    const QList<CandidateHealth> health = candidateHealth(*bench.snapshot, bench.state.now());
    QCOMPARE(health.size(), 2);
    for (const CandidateHealth &one : health) {
        QCOMPARE(one.phase, u"available"_s);
        QCOMPARE(one.failures, 0);
    }
}

void TestNetworkWatch::offlineOpensNoBreaker()
{
    Bench bench;
    bench.chain(u"a/chat-1 b/chat-2"_s);
    bench.script(u"a"_s, unreachable());
    bench.script(u"b"_s, unreachable());
    std::shared_ptr<Client> client;
    for (int i = 0; i < 6; ++i)
        client = bench.run(body("chat-1"));
    QVERIFY2(client->body.contains("no network"), client->body.constData());
    QCOMPARE(details(bench.ledger.records.first()), (QStringList{u"a:unreachable"_s, u"a:unreachable"_s, u"b:offline"_s, u"b:offline"_s}));
    QCOMPARE(details(bench.last()), (QStringList{u"a:offline"_s, u"a:offline"_s, u"b:offline"_s, u"b:offline"_s}));
    QVERIFY(bench.last().attempts.first().message.isEmpty()); // bug: “It said: unreachable”, as if the provider had spoken
    QCOMPARE(bench.last().attempts.first().outcome, Outcome::ConnectFailed);
    for (const CandidateHealth &health : candidateHealth(*bench.snapshot, bench.state.now()))
        QCOMPARE(health.phase, u"available"_s);
    const NetworkTrouble trouble = bench.state.networkTrouble();
    QCOMPARE(trouble.blame, NetworkBlame::Offline);
    QVERIFY(trouble.since);
    QCOMPARE(bench.state.networkTrouble(), trouble); // the date does not wander
}

void TestNetworkWatch::ownModelsProveNothing()
{
    Bench bench;
    const QList<Model> models = bench.catalogue.builtIn().models;
    for (const Model &model : models) {
        if (model.type == ModelType::Chat)
            bench.chain(u"a/chat-1 b/chat-2 built-in/"_s + model.id);
    }
    bench.script(u"a"_s, unreachable());
    bench.script(u"b"_s, unreachable());
    bench.simulated.scripts[u"demo"_s].enqueue(whole(200, answerBody("hi")));
    const auto client = bench.run(body("chat-1"));
    QCOMPARE(client->status, 200);
    QCOMPARE(bench.state.networkTrouble().blame, NetworkBlame::Offline);
}

void TestNetworkWatch::portalOpensNoBreaker()
{
    Bench bench;
    bench.policy.retries = 0;
    bench.chain(u"a/chat-1 b/chat-2"_s);
    bench.script(u"a"_s, page());
    bench.script(u"b"_s, page());
    for (int i = 0; i < 6; ++i)
        bench.run(body("chat-1"));
    QCOMPARE(details(bench.last()), (QStringList{u"a:captive_portal"_s, u"b:captive_portal"_s}));
    for (const CandidateHealth &health : candidateHealth(*bench.snapshot, bench.state.now()))
        QCOMPARE(health.phase, u"available"_s);
    QCOMPARE(bench.state.networkTrouble().signs.first().kind, NetworkSign::Kind::WebPages);
}

void TestNetworkWatch::deadConnectionsAfterWaking()
{
    Bench bench;
    bench.policy.retries = 0;
    bench.policy.breaker.failures = 1;
    bench.chain(u"a/chat-1"_s);
    bench.script(u"a"_s, {ends(TransportFault::Closed)});
    bench.script(u"a"_s, {ends(TransportFault::Unreachable, false)});
    bench.script(u"a"_s, whole(200, answerBody("hi")));
    bench.state.network().noteWoke(8h, bench.state.now());
    bench.run(body("chat-1"));
    QCOMPARE(details(bench.last()), QStringList{u"a:just_woke"_s});
    bench.run(body("chat-1"));
    QCOMPARE(details(bench.last()), QStringList{u"a:just_woke"_s});
    QCOMPARE(candidateHealth(*bench.snapshot, bench.state.now()).first().failures, 0);
    QCOMPARE(bench.run(body("chat-1"))->status, 200);
    QCOMPARE(bench.state.networkTrouble(), NetworkTrouble());
}

void TestNetworkWatch::providersFaultCounts()
{
    Bench bench;
    bench.policy.breaker.failures = 2;
    bench.chain(u"a/chat-1 b/chat-2"_s);
    bench.script(u"a"_s, unreachable());
    bench.script(u"b"_s, whole(200, answerBody("hi")));
    bench.run(body("chat-1"));
    QCOMPARE(details(bench.last()), (QStringList{u"a:unreachable"_s, u"a:unreachable"_s, u"b:"_s}));
    QCOMPARE(candidateHealth(*bench.snapshot, bench.state.now()).first().phase, u"suspended"_s);
}

void TestNetworkWatch::systemCanBeAsked()
{
    const NetworkSources system = systemNetwork();
    system.interfaceUp(); // either way: the machine that tests may have no network
    QVERIFY(system.slept() >= -1ms);
    QVERIFY(!system.proxy().contains('@'));
}

QTEST_GUILESS_MAIN(TestNetworkWatch)
#include "tst_networkwatch.moc"
