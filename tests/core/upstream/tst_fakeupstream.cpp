// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeUpstream.h"
#include "support/ManualClock.h"
#include "support/RawHttpClient.h"

#include <QTest>

using namespace understudy;
using namespace understudy::test;

namespace {

const QByteArray request = "POST /v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}";

} // namespace

/// The tests' own tools.
class TestFakeUpstream : public QObject {
    Q_OBJECT

private slots:
    void recordsAndAnswers();
    void gatesHold();
    void pipelinedComeInOrder();
    void resetAndRefuse();
    void chunkedRequest();
    void dechunks_data();
    void dechunks();
    void manualClock();
};

void TestFakeUpstream::recordsAndAnswers()
{
    FakeUpstream upstream;
    upstream.enqueue(Answer::error(429, "slow down", "rate", {{"Retry-After", "7"}}));
    RawHttpClient client;
    QVERIFY(client.connectTo(upstream.port()));
    client.send(request);
    const RawAnswer answer = client.receive();
    QVERIFY(answer.complete);
    QCOMPARE(answer.status, 429);
    QCOMPARE(headerValue(answer.headers, "retry-after"), std::optional(QByteArray("7")));
    QVERIFY(answer.body.contains("slow down"));
    QCOMPARE(upstream.requests().first().raw, request);
    QCOMPARE(upstream.requests().first().body, "{}");
    client.send(request);
    QCOMPARE(client.receive().status, 200); // the default
    QCOMPARE(upstream.connections(), 1);
    client.socket().disconnectFromHost();
    QVERIFY(upstream.waitForOpenConnections(0));
}

void TestFakeUpstream::gatesHold()
{
    FakeUpstream upstream;
    upstream.enqueue(Answer::stream().event("one").gate().event("two").done());
    RawHttpClient client;
    QVERIFY(client.connectTo(upstream.port()));
    client.send(request);
    QVERIFY(client.waitFor("one"));
    QCOMPARE(upstream.streaming(), 1);
    QVERIFY(!client.received().contains("two"));
    upstream.release();
    const RawAnswer answer = client.receive();
    QVERIFY(answer.complete);
    QCOMPARE(answer.body, "data: one\n\ndata: two\n\ndata: [DONE]\n\n");
    QVERIFY(upstream.waitFor([&] { return upstream.streaming() == 0; }));
}

void TestFakeUpstream::pipelinedComeInOrder()
{
    FakeUpstream upstream;
    upstream.enqueue(Answer().gate().send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"));
    upstream.enqueue(Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nb"));
    RawHttpClient client;
    QVERIFY(client.connectTo(upstream.port()));
    client.send(request + request);
    upstream.release();
    QCOMPARE(client.receive().body, "a");
    QCOMPARE(client.receive().body, "b");
}

void TestFakeUpstream::resetAndRefuse()
{
    FakeUpstream upstream;
    upstream.enqueue(Answer().reset());
    RawHttpClient client;
    QVERIFY(client.connectTo(upstream.port()));
    client.send(request);
    QVERIFY(client.waitClosed());
    QVERIFY(client.received().isEmpty());
    upstream.refuse();
    RawHttpClient second;
    QVERIFY(!second.connectTo(upstream.port(), 100));
    upstream.listenAgain();
    RawHttpClient third;
    QVERIFY(third.connectTo(upstream.port()));
}

void TestFakeUpstream::chunkedRequest()
{
    FakeUpstream upstream;
    RawHttpClient client;
    QVERIFY(client.connectTo(upstream.port()));
    client.send("POST /v1/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n");
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(upstream.requests().first().body, "{}");
}

void TestFakeUpstream::dechunks_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("complete");
    QTest::addRow("two chunks") << QByteArray("2\r\nab\r\nA\r\n0123456789\r\n0\r\n\r\n") << QByteArray("ab0123456789") << true;
    QTest::addRow("trailer and extension") << QByteArray("2;x=1\r\nab\r\n0\r\nT: 1\r\n\r\n") << QByteArray("ab") << true;
    QTest::addRow("no last chunk") << QByteArray("2\r\nab\r\n") << QByteArray("ab") << false;
    QTest::addRow("cut") << QByteArray("5\r\nab") << QByteArray("ab") << false;
    QTest::addRow("bad size") << QByteArray("zz\r\nab\r\n") << QByteArray() << false;
}

void TestFakeUpstream::dechunks()
{
    QFETCH(QByteArray, input);
    QTEST(dechunk(input).body, "body");
    QTEST(dechunk(input).complete, "complete");
}

void TestFakeUpstream::manualClock()
{
    ManualClock clock;
    const MonotonicTime start = clock.now();
    const WallTime wall = clock.wall();
    clock.advance(Milliseconds(1500));
    QCOMPARE(clock.now() - start, std::chrono::nanoseconds(Milliseconds(1500)));
    QCOMPARE((clock.wall() - wall).count(), 1500);
}

QTEST_GUILESS_MAIN(TestFakeUpstream)
#include "tst_fakeupstream.moc"
