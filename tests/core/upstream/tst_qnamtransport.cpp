// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeUpstream.h"
#include "support/TestCertificate.h"
#include "upstream/QnamTransport.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>
#include <QTestEventLoop>

#include <algorithm>
#include <array>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

namespace {

/// Writes down what it is told: "connected", "head 200", "end none sent", … `reading` off: leaves everything in the call.
struct Recorder final : UpstreamListener {
    std::unique_ptr<UpstreamCall> call;
    QStringList log;
    UpstreamHead head;
    QByteArray body;
    TransportEnd end;
    bool ended = false;
    bool reading = true;
    int readables = 0;
    qsizetype spareRoom = 0; ///< bytes that a piece held for nothing, the most of all
    QString destroyAt; ///< destroys the call in that callback

    void note(const QString &what)
    {
        log.append(what);
        if (what.section(u' ', 0, 0) == destroyAt)
            call.reset();
    }
    void onConnected() override { note(u"connected"_s); }
    void onHead(const UpstreamHead &seen) override
    {
        head = seen;
        note(u"head %1"_s.arg(seen.status));
    }
    void onReadable() override
    {
        ++readables;
        if (!destroyAt.isEmpty() && destroyAt == u"readable")
            return note(u"readable"_s);
        if (reading) {
            const QByteArray piece = call->read(1 << 20);
            spareRoom = std::max(spareRoom, piece.capacity() - piece.size());
            body += piece;
        }
    }
    void onEnd(const TransportEnd &seen) override
    {
        end = seen;
        ended = true;
        loop.exitLoop();
        note(u"end"_s);
    }
    /// An event loop, because qWaitFor() looks only each 10 ms.
    bool waitEnd(int timeoutMs = 5000)
    {
        if (!ended)
            loop.enterLoopMSecs(timeoutMs);
        return ended;
    }
    QTestEventLoop loop;
};

UpstreamRequest post(const FakeUpstream &upstream, const QByteArray &body = R"({"model":"m"})",
                     const QString &host = u"127.0.0.1"_s)
{
    UpstreamRequest request;
    request.url = QUrl(upstream.baseUrl(host) + u"/chat/completions"_s);
    request.headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer sk-invented"}};
    request.body = body;
    request.proxy.kind = ProxyChoice::Kind::None;
    return request;
}

TransportEnd run(Transport &transport, const UpstreamRequest &request, Recorder &recorder)
{
    recorder.call = transport.start(request, recorder);
    (void)recorder.waitEnd();
    return recorder.end;
}

} // namespace

class TestQnamTransport : public QObject {
    Q_OBJECT

private slots:
    void answersOnce();
    void wireIsExact();
    void wireWithLittle();
    void postIsQuick_data();
    void postIsQuick();
    void neverSentTwice_data();
    void neverSentTwice();
    void manyAtOnce_data();
    void manyAtOnce();
    void unreadIsBounded_data();
    void unreadIsBounded();
    void redirectIsAnAnswer_data();
    void redirectIsAnAnswer();
    void noCookies();
    void repeatedHeaders();
    void statusesAreAnswers_data();
    void statusesAreAnswers();
    void ends_data();
    void ends();
    void refused();
    void nameNotFound();
    void connectTimeout();
    void tlsUntrusted();
    void staleConnection();
    void staleOnResetToo();
    void keptForReuse();
    void destroyedCallClosesConnection_data();
    void destroyedCallClosesConnection();
    void destroyedInCallback_data();
    void destroyedInCallback();
    void interimAnswerNeverMeetsTheNextRequest();
    void surplusNeverMeetsTheNextRequest_data();
    void surplusNeverMeetsTheNextRequest();
    void proxy();
};

void TestQnamTransport::answersOnce()
{
    FakeUpstream upstream;
    QnamTransport transport;
    Recorder recorder;
    recorder.call = transport.start(post(upstream), recorder);
    QVERIFY2(recorder.log.isEmpty(), "nothing may be called from inside start()");
    QVERIFY(recorder.waitEnd());
    QCOMPARE(recorder.log, (QStringList {u"connected"_s, u"head 200"_s, u"end"_s}));
    QCOMPARE(recorder.end, (TransportEnd {TransportFault::None, true, {}}));
    QVERIFY(recorder.body.contains("hello"));
    QVERIFY2(recorder.spareRoom < 4096, qPrintable(QString::number(recorder.spareRoom))); // bug: an answer in the cache held 256 KiB
    QCOMPARE(transport.inFlight(), 0);
    Recorder second;
    run(transport, post(upstream), second);
    QCOMPARE(second.log, (QStringList {u"head 200"_s, u"end"_s})); // no "connected" on a reused connection
    QCOMPARE(upstream.connections(), 1);
}

void TestQnamTransport::wireIsExact()
{
    FakeUpstream upstream;
    QnamTransport transport;
    Recorder recorder;
    UpstreamRequest request = post(upstream);
    request.headers.append(HttpHeader {"X-Own", "1"});
    run(transport, request, recorder);
    QCOMPARE(upstream.requestCount(), 1);
    const Received received = upstream.requests().first();
    QCOMPARE(received.body, request.body);
    QCOMPARE(received.target, "/v1/chat/completions");
    QStringList lines = QString::fromLatin1(received.raw.left(received.raw.indexOf("\r\n\r\n"))).split(u"\r\n"_s).mid(1);
    lines.sort();
    const QStringList expected {u"Accept-Encoding: identity"_s,
                                u"Accept-Language: *"_s,
                                u"Authorization: Bearer sk-invented"_s,
                                u"Connection: Keep-Alive"_s,
                                u"Content-Length: 13"_s,
                                u"Content-Type: application/json"_s,
                                u"Host: 127.0.0.1:%1"_s.arg(upstream.port()),
                                u"User-Agent: Understudy/"_s + QStringLiteral(UNDERSTUDY_VERSION),
                                u"X-Own: 1"_s};
    if (QLibraryInfo::version() < QVersionNumber(6, 8))
        QCOMPARE(lines, expected);
    else // names in lower case
        QCOMPARE(lines.join(u'\n').toLower(), expected.join(u'\n').toLower());
}

void TestQnamTransport::wireWithLittle()
{
    FakeUpstream upstream;
    QnamTransport transport;
    Recorder recorder;
    UpstreamRequest request = post(upstream, {});
    request.method = "GET";
    request.headers = {{"User-Agent", "mine/1"}};
    QCOMPARE(run(transport, request, recorder).fault, TransportFault::None);
    const Received received = upstream.requests().first();
    QCOMPARE(received.method, "GET");
    QCOMPARE(headerValue(received.headers, "user-agent"), std::optional("mine/1"_ba));
    QVERIFY(!headerValue(received.headers, "content-type"));
    QVERIFY(!headerValue(received.headers, "transfer-encoding"));
}

/// Trap §3.2: 44 ms for each body above 16 KB.
void TestQnamTransport::postIsQuick_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addRow("trap 3.2: 44 ms Nagle stall, 17 KB") << 17'000;
    QTest::addRow("trap 3.2: 44 ms Nagle stall, 50 KB") << 50'000;
    QTest::addRow("trap 3.2: 44 ms Nagle stall, 1 MB") << 1'000'000;
}

void TestQnamTransport::postIsQuick()
{
    QFETCH(int, bytes);
    FakeUpstream upstream;
    QnamTransport transport;
    const UpstreamRequest request = post(upstream, QByteArray(bytes, 'x'));
    std::vector<qint64> times;
    for (int i = 0; i < 9; ++i) {
        Recorder recorder;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(run(transport, request, recorder).fault, TransportFault::None);
        times.push_back(timer.elapsed());
        QCOMPARE(upstream.requests().last().body.size(), bytes);
    }
    std::nth_element(times.begin(), times.begin() + 4, times.end());
    QVERIFY2(times[4] < 20, qPrintable(u"median %1 ms"_s.arg(times[4])));
}

/// Trap §3.3: the library sends a POST again, up to four times.
void TestQnamTransport::neverSentTwice_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("reset");
    QTest::addColumn<bool>("reused");
    for (const char *method : {"POST", "GET"}) {
        for (const bool reused : {false, true}) {
            const char *connection = reused ? "reused" : "new";
            QTest::addRow("trap 3.3: %s, %s connection, closed unanswered", method, connection)
                << QByteArray(method) << QByteArray() << false << reused;
            QTest::addRow("trap 3.3: %s, %s connection, reset unanswered", method, connection)
                << QByteArray(method) << QByteArray() << true << reused;
            QTest::addRow("trap 3.3: %s, %s connection, garbage", method, connection)
                << QByteArray(method) << "what?\r\n\r\n"_ba << false << reused;
            QTest::addRow("trap 3.3: %s, %s connection, half a head", method, connection)
                << QByteArray(method) << "HTTP/1.1 200 OK\r\nContent-"_ba << false << reused;
        }
    }
}

void TestQnamTransport::neverSentTwice()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, answer);
    QFETCH(bool, reset);
    QFETCH(bool, reused);
    FakeUpstream upstream;
    QnamTransport transport;
    UpstreamRequest request = post(upstream, method == "GET" ? QByteArray() : QByteArray(20'000, 'x'));
    request.method = method;
    if (reused) {
        Recorder first;
        QCOMPARE(run(transport, request, first).fault, TransportFault::None);
    }
    Answer bad = answer.isEmpty() ? Answer() : Answer::raw(answer);
    upstream.enqueue(reset ? bad.reset() : bad.close());
    Recorder recorder;
    run(transport, request, recorder);
    QVERIFY(recorder.ended);
    QVERIFY(recorder.end.fault == TransportFault::Closed || recorder.end.fault == TransportFault::StaleConnection
            || recorder.end.fault == TransportFault::Malformed);
    QVERIFY(recorder.end.requestSent);
    if (!reused)
        QVERIFY(recorder.end.fault != TransportFault::StaleConnection);
    Recorder after; // whatever the library still had in mind comes before this one
    QCOMPARE(run(transport, request, after).fault, TransportFault::None);
    QCOMPARE(upstream.requestCount(), reused ? 3 : 2);
}

/// Trap §3.1: only six at once to one host.
void TestQnamTransport::manyAtOnce_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("managers");
    QTest::addRow("trap 3.1: six a host, plain") << false << u"127.0.0.1"_s << 1;
    QTest::addRow("trap 3.1: six a host, TLS by name") << true << u"localhost"_s << 1;
    QTest::addRow("trap 3.1: six a host, TLS by address") << true << u"127.0.0.1"_s << 4;
}

void TestQnamTransport::manyAtOnce()
{
    QFETCH(bool, tls);
    QFETCH(QString, host);
    QFETCH(int, managers);
    FakeUpstream upstream(tls ? FakeUpstream::Security::Tls : FakeUpstream::Security::Plain);
    upstream.setDefault(Answer::stream().event("{}").gate().done());
    QnamTransport transport({{testCertificate()}});
    constexpr int Count = 20;
    std::array<Recorder, Count> recorders;
    for (Recorder &recorder : recorders)
        recorder.call = transport.start(post(upstream, "{}", host), recorder);
    QVERIFY(upstream.waitFor([&] { return upstream.streaming() == Count; }));
    QCOMPARE(transport.managers(), managers);
    upstream.release(Count);
    for (Recorder &recorder : recorders) {
        QVERIFY(recorder.waitEnd());
        QCOMPARE(recorder.end.fault, TransportFault::None);
    }
    QCOMPARE(transport.inFlight(), 0);
}

/// Trap §3.6: the bound of the buffer is lost, the library reads everything.
void TestQnamTransport::unreadIsBounded_data()
{
    QTest::addColumn<bool>("reused");
    QTest::addRow("trap 3.6: buffer bound lost, new connection") << false;
    QTest::addRow("trap 3.6: buffer bound lost, reused connection") << true;
}

void TestQnamTransport::unreadIsBounded()
{
    QFETCH(bool, reused);
    FakeUpstream upstream;
    QnamTransport transport;
    if (reused) {
        Recorder first;
        run(transport, post(upstream), first);
    }
    constexpr int Size = 50'000'000;
    upstream.enqueue(Answer::json(200, QByteArray(Size, 'x')));
    Recorder recorder;
    recorder.reading = false;
    recorder.call = transport.start(post(upstream), recorder);
    QVERIFY(QTest::qWaitFor([&] { return recorder.readables > 0 && recorder.call->available() >= 64 * 1024; }));
    // Wait until the server gets no further.
    qint64 before = -1;
    int still = 0;
    QVERIFY(upstream.waitFor([&] {
        const qint64 now = upstream.bytesWritten();
        still = now == before ? still + 1 : 0;
        before = now;
        return still >= 30;
    }));
    QVERIFY2(upstream.bytesWritten() < 16'000'000,
             qPrintable(QString::number(upstream.bytesWritten()))); // the system's own buffers
    QVERIFY2(recorder.call->available() <= 256 * 1024, qPrintable(QString::number(recorder.call->available())));
    QVERIFY(!recorder.ended);
    recorder.reading = true;
    recorder.onReadable(); // as a client that takes again: the rest comes by itself
    QVERIFY(recorder.waitEnd());
    QCOMPARE(recorder.body.size(), Size);
    QCOMPARE(recorder.end.fault, TransportFault::None);
}

/// Trap §3.8: the default repeats the POST with its credential elsewhere.
void TestQnamTransport::redirectIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("trap 3.8: redirects are followed, %d", status) << status;
}

void TestQnamTransport::redirectIsAnAnswer()
{
    QFETCH(int, status);
    FakeUpstream canary;
    FakeUpstream upstream;
    upstream.enqueue(Answer::json(status, "{}", {{"Location", canary.baseUrl().toUtf8()}}));
    QnamTransport transport;
    Recorder recorder;
    QCOMPARE(run(transport, post(upstream), recorder).fault, TransportFault::None);
    QCOMPARE(recorder.head.status, status);
    Recorder after;
    run(transport, post(upstream), after);
    QCOMPARE(canary.connections(), 0);
}

void TestQnamTransport::noCookies()
{
    FakeUpstream upstream;
    upstream.enqueue(Answer::json(200, "{}", {{"Set-Cookie", "a=b"}, {"Set-Cookie", "c=d; Path=/"}}));
    QnamTransport transport;
    Recorder recorder;
    run(transport, post(upstream), recorder);
    QVERIFY(!headerValue(recorder.head.headers, "set-cookie"));
    Recorder second;
    run(transport, post(upstream), second);
    QVERIFY(!headerValue(upstream.requests().last().headers, "cookie"));
}

void TestQnamTransport::repeatedHeaders()
{
    FakeUpstream upstream;
    upstream.enqueue(Answer::json(200, "{}", {{"X-Many", "a"}, {"X-Many", "b"}}));
    QnamTransport transport;
    Recorder recorder;
    run(transport, post(upstream), recorder);
    QCOMPARE(headerValue(recorder.head.headers, "x-many"), std::optional("a, b"_ba));
}

void TestQnamTransport::statusesAreAnswers_data()
{
    QTest::addColumn<int>("status");
    for (const int status :
         {200, 201, 302, 400, 401, 402, 403, 404, 405, 409, 410, 418, 422, 429, 500, 501, 502, 503, 504, 529, 599})
        QTest::addRow("%d", status) << status;
}

void TestQnamTransport::statusesAreAnswers()
{
    QFETCH(int, status);
    FakeUpstream upstream;
    upstream.enqueue(Answer::error(status, "why", "null", {{"Retry-After", "3"}, {"WWW-Authenticate", "Basic realm=x"}}));
    QnamTransport transport;
    Recorder recorder;
    QCOMPARE(run(transport, post(upstream), recorder), (TransportEnd {TransportFault::None, true, {}}));
    QCOMPARE(recorder.head.status, status);
    QVERIFY(recorder.body.contains("why"));
    QCOMPARE(headerValue(recorder.head.headers, "retry-after"), std::optional("3"_ba));
    QCOMPARE(upstream.requestCount(), 1);
}

void TestQnamTransport::ends_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("reset");
    QTest::addColumn<TransportFault>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray head = "HTTP/1.1 200 OK\r\n";
    const QByteArray chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
    QTest::addRow("whole by length") << head + "Content-Length: 2\r\n\r\nok" << false << TransportFault::None << 200 << "ok"_ba;
    QTest::addRow("whole by close") << head + "Server: x\r\n\r\nok" << false << TransportFault::None << 200 << "ok"_ba;
    QTest::addRow("short of its length") << head + "Content-Length: 9\r\n\r\nok" << false << TransportFault::Closed << 200
                                         << "ok"_ba;
    QTest::addRow("chunked without its last chunk") << chunked + "2\r\nok\r\n"
                                                    << false << TransportFault::Closed << 200 << "ok"_ba;
    QTest::addRow("inside a chunk") << chunked + "5\r\nok" << false << TransportFault::Closed << 200 << "ok"_ba;
    QTest::addRow("reset inside the body") << chunked + "2\r\nok\r\n" << true << TransportFault::Closed << 200 << QByteArray();
    QTest::addRow("500, then short") << "HTTP/1.1 500 No\r\nContent-Length: 9\r\n\r\nok"_ba << false << TransportFault::Closed
                                     << 500 << "ok"_ba;
    QTest::addRow("204") << "HTTP/1.1 204 No Content\r\n\r\n"_ba << false << TransportFault::None << 204 << QByteArray();
    QTest::addRow("103 as the last word") << "HTTP/1.1 103 Early\r\n\r\n"_ba << false << TransportFault::None << 103
                                          << QByteArray();
    QTest::addRow("an invalid field") << head + "Content-Length: 2\r\nno colon\r\n\r\nok" << false << TransportFault::Malformed
                                      << 0 << QByteArray();
    QTest::addRow("a head of 300 KB") << head + "X: " + QByteArray(300'000, 'x') + "\r\nContent-Length: 2\r\n\r\nok" << false
                                      << TransportFault::Malformed << 0 << QByteArray();
}

void TestQnamTransport::ends()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, reset);
    FakeUpstream upstream;
    Answer bad = Answer::raw(answer);
    upstream.enqueue(reset ? bad.pause(30).reset() : bad.close());
    QnamTransport transport;
    Recorder recorder;
    run(transport, post(upstream), recorder);
    QVERIFY(recorder.ended);
    QTEST(recorder.end.fault, "fault");
    QTEST(recorder.head.status, "status");
    if (!reset)
        QTEST(recorder.body, "body");
    QVERIFY(recorder.end.requestSent);
    QCOMPARE(recorder.log.count(u"end"_s), 1);
    QCOMPARE(recorder.end.detail.isEmpty(), recorder.end.fault == TransportFault::None);
    QVERIFY(!recorder.end.detail.contains("sk-invented"_L1));
}

void TestQnamTransport::refused()
{
    FakeUpstream upstream;
    upstream.refuse();
    QnamTransport transport;
    Recorder recorder;
    run(transport, post(upstream), recorder);
    QCOMPARE(recorder.end.fault, TransportFault::Refused);
    QVERIFY(!recorder.end.requestSent);
    QCOMPARE(recorder.log, QStringList {u"end"_s});
}

void TestQnamTransport::nameNotFound()
{
    QnamTransport transport;
    Recorder recorder;
    UpstreamRequest request;
    request.url = QUrl(u"http://nonexistent.invalid/v1/chat/completions"_s);
    request.body = "{}";
    request.proxy.kind = ProxyChoice::Kind::None;
    recorder.call = transport.start(request, recorder);
    QVERIFY(recorder.waitEnd(11000));
    QCOMPARE(recorder.end.fault, TransportFault::NameNotFound);
    QVERIFY(!recorder.end.requestSent);
}

/// Trap §3.5: a TLS client at a port that says nothing hangs for ever. Two with different limits share the one timer.
void TestQnamTransport::connectTimeout()
{
    FakeUpstream upstream(FakeUpstream::Security::Tls);
    upstream.setAccept(FakeUpstream::Accept::Ignore);
    QnamTransport transport;
    Recorder slow;
    Recorder quick;
    UpstreamRequest request = post(upstream);
    request.connectTimeout = Milliseconds(300);
    QElapsedTimer timer;
    timer.start();
    slow.call = transport.start(request, slow);
    request.connectTimeout = Milliseconds(50);
    quick.call = transport.start(request, quick);
    QVERIFY(quick.waitEnd());
    QVERIFY2(timer.elapsed() >= 50, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(!slow.ended || timer.elapsed() >= 300, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(slow.waitEnd());
    QVERIFY(timer.elapsed() >= 300);
    for (const Recorder *recorder : {&slow, &quick}) {
        QCOMPARE(recorder->end.fault, TransportFault::ConnectTimeout);
        QVERIFY(!recorder->end.requestSent);
        QCOMPARE(recorder->log, QStringList {u"end"_s});
    }
    QVERIFY(upstream.waitFor([&] { return transport.inFlight() == 0; }));
}

void TestQnamTransport::tlsUntrusted()
{
    FakeUpstream upstream(FakeUpstream::Security::Tls);
    QnamTransport transport;
    Recorder recorder;
    run(transport, post(upstream, "{}", u"localhost"_s), recorder);
    QCOMPARE(recorder.end.fault, TransportFault::TlsFailed);
    QVERIFY(!recorder.end.requestSent);
    QCOMPARE(upstream.requestCount(), 0);
}

void TestQnamTransport::staleConnection()
{
    FakeUpstream upstream;
    QnamTransport transport;
    Recorder first;
    QCOMPARE(run(transport, post(upstream), first).fault, TransportFault::None);
    upstream.enqueue(Answer().close());
    Recorder second;
    run(transport, post(upstream), second);
    QCOMPARE(second.end.fault, TransportFault::StaleConnection);
    QVERIFY(second.end.requestSent);
    Recorder third;
    QCOMPARE(run(transport, post(upstream), third).fault, TransportFault::None);
    QVERIFY(third.log.contains(u"connected"_s));
    QCOMPARE(upstream.requestCount(), 3);
}

void TestQnamTransport::staleOnResetToo()
{
    FakeUpstream upstream;
    QnamTransport transport;
    Recorder first;
    run(transport, post(upstream), first);
    upstream.enqueue(Answer().reset());
    Recorder second;
    run(transport, post(upstream), second);
    QCOMPARE(second.end.fault, TransportFault::StaleConnection);
    QCOMPARE(upstream.requestCount(), 2);
}

void TestQnamTransport::keptForReuse()
{
    FakeUpstream upstream;
    QnamTransport transport;
    for (int i = 0; i < 5; ++i) {
        Recorder recorder;
        QCOMPARE(run(transport, post(upstream), recorder).fault, TransportFault::None);
    }
    QCOMPARE(upstream.requestCount(), 5);
    QCOMPARE(upstream.connections(), 1);
}

void TestQnamTransport::destroyedCallClosesConnection_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addRow("before the head") << QByteArray();
    QTest::addRow("inside a stream") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n"_ba;
}

void TestQnamTransport::destroyedCallClosesConnection()
{
    QFETCH(QByteArray, sent);
    qint64 best = 1000; // of a few: the machine may be busy
    for (int i = 0; i < 5 && best > 50; ++i) {
        FakeUpstream upstream;
        upstream.enqueue(sent.isEmpty() ? Answer().hang() : Answer::raw(sent).hang());
        QnamTransport transport;
        Recorder recorder;
        recorder.call = transport.start(post(upstream), recorder);
        QVERIFY(upstream.waitForRequests(1));
        if (!sent.isEmpty())
            QVERIFY(QTest::qWaitFor([&] { return recorder.body == "ok"; }));
        QElapsedTimer timer;
        timer.start();
        const QStringList before = recorder.log;
        recorder.call.reset();
        QCOMPARE(transport.inFlight(), 0);
        QVERIFY(upstream.waitForOpenConnections(0));
        best = qMin(best, timer.elapsed());
        QVERIFY(!recorder.ended);
        QCOMPARE(recorder.log, before);
    }
    QVERIFY2(best <= 50, qPrintable(QString::number(best)));
}

void TestQnamTransport::destroyedInCallback_data()
{
    QTest::addColumn<QString>("callback");
    QTest::addColumn<bool>("refuse");
    for (const char *name : {"connected", "head", "readable", "end"})
        QTest::addRow("%s", name) << QString::fromLatin1(name) << false;
    QTest::addRow("end with a fault") << u"end"_s << true;
}

void TestQnamTransport::destroyedInCallback()
{
    QFETCH(QString, callback);
    QFETCH(bool, refuse);
    FakeUpstream upstream;
    if (refuse)
        upstream.refuse();
    QnamTransport transport;
    Recorder recorder;
    recorder.destroyAt = callback;
    recorder.call = transport.start(post(upstream), recorder);
    QVERIFY(QTest::qWaitFor([&] { return !recorder.call; }));
    QCOMPARE(transport.inFlight(), 0);
    const QStringList before = recorder.log;
    QCOMPARE(before.last().section(u' ', 0, 0), callback);
    upstream.listenAgain();
    Recorder after; // time enough for anything late
    QCOMPARE(run(transport, post(upstream), after).fault, TransportFault::None);
    QCOMPARE(recorder.log, before);
}

/// An interim answer ends the call, but its real answer is still to come on that connection.
void TestQnamTransport::interimAnswerNeverMeetsTheNextRequest()
{
    FakeUpstream upstream;
    upstream.enqueue(Answer::raw("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
                         .gate()
                         .send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst"));
    QnamTransport transport;
    Recorder first;
    run(transport, post(upstream), first);
    QCOMPARE(first.head.status, 103);
    upstream.release();
    QVERIFY(upstream.waitFor([&] { return upstream.streaming() == 0; }));
    Recorder second;
    QCOMPARE(run(transport, post(upstream), second).fault, TransportFault::None);
    QVERIFY2(second.body.contains("hello"), second.body);
}

/// Bytes after an answer must not become the next one's.
void TestQnamTransport::surplusNeverMeetsTheNextRequest_data()
{
    QTest::addColumn<bool>("late");
    QTest::addRow("with the answer") << false;
    QTest::addRow("on the idle connection") << true;
}

void TestQnamTransport::surplusNeverMeetsTheNextRequest()
{
    QFETCH(bool, late);
    FakeUpstream upstream;
    const QByteArray whole = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", surplus = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nsurplus";
    // In one piece, or the second half may come so late that it is the other row.
    Answer answer = Answer::raw(late ? whole : whole + surplus);
    if (late)
        answer.gate().send(surplus);
    upstream.enqueue(answer);
    QnamTransport transport;
    Recorder first;
    QCOMPARE(run(transport, post(upstream), first).fault, TransportFault::None);
    QCOMPARE(first.body, "ok");
    upstream.release();
    QVERIFY(upstream.waitFor([&] { return upstream.streaming() == 0; }));
    Recorder second;
    run(transport, post(upstream), second);
    QEXPECT_FAIL("on the idle connection", "the library reads them as the next answer; nothing of it can be seen from outside",
                 Continue);
    QVERIFY2(second.body != "surplus", second.body);
}

void TestQnamTransport::proxy()
{
    FakeUpstream proxy;
    QnamTransport transport;
    UpstreamRequest request;
    request.url = QUrl(u"http://provider.invalid/v1/chat/completions"_s);
    request.headers = {{"Content-Type", "application/json"}};
    request.body = "{}";
    request.proxy.kind = ProxyChoice::Kind::Url;
    request.proxy.url = QUrl(u"http://me:pass@127.0.0.1:%1"_s.arg(proxy.port()));
    Recorder recorder;
    QCOMPARE(run(transport, request, recorder).fault, TransportFault::None);
    const Received received = proxy.requests().first();
    QCOMPARE(received.target, "http://provider.invalid/v1/chat/completions");
    QCOMPARE(headerValue(received.headers, "proxy-authorization"), std::optional("Basic bWU6cGFzcw=="_ba));
    proxy.refuse();
    QnamTransport another;
    Recorder gone;
    run(another, request, gone);
    QCOMPARE(gone.end.fault, TransportFault::ProxyFailed);
    QVERIFY(!gone.end.requestSent);
}

QTEST_GUILESS_MAIN(TestQnamTransport)
#include "tst_qnamtransport.moc"
