// SPDX-License-Identifier: GPL-3.0-or-later
// Raw bytes in over real sockets, raw bytes out.
#include "EndpointFixture.h"

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {
const QByteArray H = "Host: localhost\r\n";

/// Everything that comes until `enough` says so or the server closes.
struct Reader {
    explicit Reader(QTcpSocket *s) : socket(s) {}
    bool until(const std::function<bool()> &enough)
    {
        // Not qWaitFor: it looks only every 10 ms.
        QTimer guard;
        guard.setSingleShot(true);
        guard.start(5000);
        while (bytes += socket->readAll(), !enough()) {
            if (!guard.isActive())
                return false;
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        return true;
    }
    bool closed() { return socket->state() == QAbstractSocket::UnconnectedState; }
    QTcpSocket *socket;
    QByteArray bytes;
};

int status(const QByteArray &answer) { return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0; }

/// A whole first answer: head and the body that its framing says; `wasHead` for answers without body.
bool wholeAnswer(const QByteArray &bytes, bool wasHead)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArray head = bytes.first(end).toLower();
    const qsizetype length = head.indexOf("content-length: ");
    if (wasHead || (length < 0 && !head.contains("chunked")))
        return true;
    if (length < 0)
        return bytes.endsWith("0\r\n\r\n");
    const qsizetype lineEnd = head.indexOf('\r', length);
    return bytes.size() >= end + 4 + head.mid(length + 16, lineEnd < 0 ? -1 : lineEnd - length - 16).toLongLong();
}
} // namespace

class TestEndpoint : public QObject {
    Q_OBJECT

private slots:
    void rawRequests_data();
    void rawRequests();
    void slowHead();
    void slowBody();
    void idleConnectionIsClosed();
    void pipelinedRequestsWait();
    void tooMuchSentAheadEndsTheConnection();
    void clientGoneMidStream();
    void clientGoneWhileUploading();
    void sinkOutlivesServer();
    void expectContinue();
    void expectIsNotContinuedWhenRefused();
    void preflight();
    void listedOriginGetsCorsFields();
    void requestIds();
    void connectionCap();
    void backPressureIsBounded();
    void stalledReaderIsDropped();
    void bodyBudget();
    void idleUploadsTakeOnlyWhatTheySent();
    void tricklingBodyIsEnded();
    void largeBodiesAreNoticedAtTheirEnd();
    void manyKeepAliveRequests();
    void concurrentConnections();
    void drain();
    void portInUse();
};

void TestEndpoint::rawRequests_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<int>("handled");
    QTest::addColumn<QByteArray>("contains");

    const auto row = [](const char *name, const QByteArray &in, int status, bool closes, int handled, const QByteArray &contains = {}) {
        QTest::newRow(name) << in << status << closes << handled << contains;
    };
    const auto get = [](const QByteArray &extra) { return "GET /x HTTP/1.1\r\n" + H + extra + "\r\n"; };
    const auto post = [](const QByteArray &extra, const QByteArray &body) { return "POST /x HTTP/1.1\r\n" + H + extra + "\r\n" + body; };

    row("get", get({}), 200, false, 1, "GET /x []");
    row("head", "HEAD /x HTTP/1.1\r\n" + H + "\r\n", 200, false, 1, "Content-Length: 10");
    row("delete", "DELETE /x HTTP/1.1\r\n" + H + "\r\n", 200, false, 1);
    row("query", "GET /x?a=b HTTP/1.1\r\n" + H + "\r\n", 200, false, 1);
    row("post", post("Content-Length: 3\r\n", "abc"), 200, false, 1, "[abc]");
    row("post empty", post("Content-Length: 0\r\n", {}), 200, false, 1, "[]");
    row("leading empty line", "\r\n" + get({}), 200, false, 1);
    row("two leading empty lines", "\r\n\r\n" + get({}), 400, true, 0);
    row("connection close", get("Connection: close\r\n"), 200, true, 1, "Connection: close");
    row("connection list", get("Connection: foo, CLOSE\r\n"), 200, true, 1);
    row("1.0 closes", "GET /x HTTP/1.0\r\n" + H + "\r\n", 200, true, 1);
    row("1.0 without host", "GET /x HTTP/1.0\r\n\r\n", 200, true, 1);
    row("1.0 keep-alive", "GET /x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", 200, false, 1, "Connection: keep-alive");
    row("1.0 stream is not chunked", "GET /stream HTTP/1.0\r\n\r\n", 200, true, 1, "\r\n\r\nonetwo");
    row("stream", "GET /stream HTTP/1.1\r\n" + H + "\r\n", 200, false, 1, "3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n");
    row("abort has no end mark", "GET /abort HTTP/1.1\r\n" + H + "\r\n", 200, true, 1, "4\r\nhalf\r\n");
    row("dropped sink closes", "GET /drop HTTP/1.1\r\n" + H + "\r\n", 0, true, 1);
    row("204 has no length", "GET /empty HTTP/1.1\r\n" + H + "\r\n", 204, false, 1);
    row("injected fields are left out", "GET /inject HTTP/1.1\r\n" + H + "\r\n", 200, false, 1, "x-ok: yes\r\nContent-Length: 2\r\n\r\nok");
    row("chunked", post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"), 200, false, 1, "[abcde]");
    row("chunked upper case", post("transfer-encoding: CHUNKED\r\n", "A\r\n0123456789\r\n0\r\n\r\n"), 200, false, 1, "[0123456789]");
    row("chunked extension", post("Transfer-Encoding: chunked\r\n", "3;a=\"b\"\r\nabc\r\n0;x\r\n\r\n"), 200, false, 1, "[abc]");
    row("chunked trailers", post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\nx-sum: 1\r\ny: 2\r\n\r\n"), 200, false, 1, "[abc]");
    row("chunked empty", post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n"), 200, false, 1, "[]");
    row("h2c upgrade is ignored", get("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"), 200, false, 1);
    row("obs-text in a value", get("x-name: \xc3\xa9\r\n"), 200, false, 1);
    row("tab around a value", get("x-name:\t v \t\r\n"), 200, false, 1);
    row("empty value", get("x-name:\r\n"), 200, false, 1);

    // Smuggling.
    row("bare LF after request line", "GET /x HTTP/1.1\n" + H + "\r\n", 400, true, 0);
    row("bare LF after field", "GET /x HTTP/1.1\r\nHost: localhost\n\r\n", 400, true, 0);
    row("bare LF as the empty line", "GET /x HTTP/1.1\r\n" + H + "\n", 400, true, 0);
    row("bare CR in a field", get("x: a\rb\r\n"), 400, true, 0);
    row("obs-fold", get("x: a\r\n b\r\n"), 400, true, 0);
    row("obs-fold tab", get("x: a\r\n\tb\r\n"), 400, true, 0);
    row("fold before any field", "GET /x HTTP/1.1\r\n x: a\r\n" + H + "\r\n", 400, true, 0);
    row("space before colon", post("Content-Length : 3\r\n", "abc"), 400, true, 0);
    row("tab before colon", post("Content-Length\t: 3\r\n", "abc"), 400, true, 0);
    row("no colon", get("nonsense\r\n"), 400, true, 0);
    row("empty name", get(": x\r\n"), 400, true, 0);
    row("name with bracket", get("a[b: x\r\n"), 400, true, 0);
    row("NUL in a value", get(QByteArray("x: a\0b\r\n", 8)), 400, true, 0);
    row("control in a value", get("x: a\x01z\r\n"), 400, true, 0);
    row("DEL in a value", get("x: a\x7fz\r\n"), 400, true, 0);
    row("length twice, same", post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), 400, true, 0);
    row("length twice, different", post("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd"), 400, true, 0);
    row("length list", post("Content-Length: 3, 3\r\n", "abc"), 400, true, 0);
    row("length negative", post("Content-Length: -5\r\n", "abc"), 400, true, 0);
    row("length plus", post("Content-Length: +3\r\n", "abc"), 400, true, 0);
    row("length letters", post("Content-Length: 5abc\r\n", "abcde"), 400, true, 0);
    row("length hex", post("Content-Length: 0x3\r\n", "abc"), 400, true, 0);
    row("length empty", post("Content-Length:\r\n", {}), 400, true, 0);
    row("length 2^63", post("Content-Length: 9223372036854775808\r\n", {}), 400, true, 0);
    row("length 2^64+3", post("Content-Length: 18446744073709551619\r\n", "abc"), 400, true, 0);
    row("length inner space", post("Content-Length: 1 0\r\n", "abc"), 400, true, 0);
    row("length and chunked", post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400, true, 0);
    row("chunked and length", post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n"), 400, true, 0);
    row("chunked twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400, true, 0);
    row("gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 501, true, 0);
    row("identity", post("Transfer-Encoding: identity\r\n", {}), 501, true, 0);
    row("xchunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 501, true, 0);
    row("chunked with 0x0b", post("Transfer-Encoding: \x0b" "chunked\r\n", "0\r\n\r\n"), 400, true, 0);
    row("chunked in 1.0", "POST /x HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400, true, 0);
    row("chunk size zz", post("Transfer-Encoding: chunked\r\n", "zz\r\nabc\r\n0\r\n\r\n"), 400, true, 0);
    row("chunk size negative", post("Transfer-Encoding: chunked\r\n", "-5\r\nabc\r\n0\r\n\r\n"), 400, true, 0);
    row("chunk size 0x", post("Transfer-Encoding: chunked\r\n", "0x3\r\nabc\r\n0\r\n\r\n"), 400, true, 0);
    row("chunk size empty", post("Transfer-Encoding: chunked\r\n", "\r\nabc\r\n0\r\n\r\n"), 400, true, 0);
    row("chunk size space", post("Transfer-Encoding: chunked\r\n", "3 \r\nabc\r\n0\r\n\r\n"), 400, true, 0);
    row("chunk size overflow", post("Transfer-Encoding: chunked\r\n", "10000000000000003\r\nabc\r\n0\r\n\r\n"), 400, true, 0);
    row("chunk bare LF", post("Transfer-Encoding: chunked\r\n", "3\nabc\n0\n\n"), 400, true, 0);
    row("chunk longer than its size", post("Transfer-Encoding: chunked\r\n", "3\r\nabcd\r\n0\r\n\r\n"), 400, true, 0);
    row("chunk extension with LF", post("Transfer-Encoding: chunked\r\n", "3;a\nabc\r\n0\r\n\r\n"), 400, true, 0);
    row("trailer folded", post("Transfer-Encoding: chunked\r\n", "0\r\nx: 1\r\n y\r\n\r\n"), 400, true, 0);
    row("trailer without colon", post("Transfer-Encoding: chunked\r\n", "0\r\nGET / HTTP/1.1\r\n\r\n"), 400, true, 0);

    // The request line.
    row("0.9", "GET /x\r\n\r\n", 400, true, 0);
    row("2.0", "GET /x HTTP/2.0\r\n" + H + "\r\n", 505, true, 0);
    row("1.2", "GET /x HTTP/1.2\r\n" + H + "\r\n", 505, true, 0);
    row("9.9", "GET /x HTTP/9.9\r\n" + H + "\r\n", 505, true, 0);
    row("lower case version", "GET /x http/1.1\r\n" + H + "\r\n", 400, true, 0);
    row("preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, true, 0);
    row("absolute form", "GET http://localhost/x HTTP/1.1\r\n" + H + "\r\n", 400, true, 0);
    row("asterisk", "OPTIONS * HTTP/1.1\r\n" + H + "\r\n", 400, true, 0);
    row("connect", "CONNECT localhost:443 HTTP/1.1\r\n" + H + "\r\n", 400, true, 0);
    row("two spaces", "GET  /x HTTP/1.1\r\n" + H + "\r\n", 400, true, 0);
    row("space in target", "GET /x y HTTP/1.1\r\n" + H + "\r\n", 400, true, 0);
    row("fragment", "GET /x#y HTTP/1.1\r\n" + H + "\r\n", 400, true, 0);
    row("8-bit target", "GET /\xc3\xa9 HTTP/1.1\r\n" + H + "\r\n", 400, true, 0);
    row("method no token", "G(T /x HTTP/1.1\r\n" + H + "\r\n", 400, true, 0);
    row("method lower case", "get /x HTTP/1.1\r\n" + H + "\r\n", 501, false, 0);
    row("method trace", "TRACE /x HTTP/1.1\r\n" + H + "\r\n", 501, false, 0);
    row("method unknown", "BREW /x HTTP/1.1\r\n" + H + "\r\n", 501, false, 0);
    row("long target", "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\n" + H + "\r\n", 414, true, 0);
    row("endless target", "GET /" + QByteArray(20000, 'a'), 414, true, 0);
    row("big head", get("x: " + QByteArray(70000, 'a') + "\r\n"), 431, true, 0);
    row("endless head", "GET /x HTTP/1.1\r\nx: " + QByteArray(70000, 'a'), 431, true, 0);
    row("many fields", get(QByteArray("a: b\r\n").repeated(300)), 431, true, 0);
    row("tls hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7), 400, true, 0);
    row("binary", QByteArray("\x00\x01\x02", 3), 400, true, 0);
    row("websocket", get("Connection: Upgrade\r\nUpgrade: websocket\r\n"), 400, true, 0);

    // Host, Origin, and what the head alone decides.
    row("no host", "GET /x HTTP/1.1\r\n\r\n", 400, true, 0);
    row("two hosts", get(H), 400, true, 0);
    row("empty host", "GET /x HTTP/1.1\r\nHost:\r\n\r\n", 400, false, 0);
    row("foreign host", "GET /x HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421, false, 0);
    row("host with port", "GET /x HTTP/1.1\r\nHost: LOCALHOST:99\r\n\r\n", 200, false, 1);
    row("host literal", "GET /x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 200, false, 1);
    row("host literal 6", "GET /x HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", 200, false, 1);
    row("host with a user", "GET /x HTTP/1.1\r\nHost: a@localhost\r\n\r\n", 400, false, 0);
    row("foreign origin", get("Origin: https://evil.example\r\n"), 403, false, 0);
    row("null origin", get("Origin: null\r\n"), 403, false, 0);
    row("own origin", get("Origin: http://localhost\r\n"), 200, false, 1);
    row("denied", "GET /denied HTTP/1.1\r\n" + H + "\r\n", 401, false, 0, "invalid_api_key");
    row("denied with a whole body", "POST /denied HTTP/1.1\r\n" + H + "Content-Length: 3\r\n\r\nabc", 401, false, 0);
    row("denied before the body", "POST /denied HTTP/1.1\r\n" + H + "Content-Length: 300\r\n\r\nabc", 401, true, 0);
    row("no length", "POST /x HTTP/1.1\r\n" + H + "\r\n", 411, false, 0);
    row("large body", post("Content-Length: 2000\r\n", {}), 413, true, 0);
    row("large chunked body", post("Transfer-Encoding: chunked\r\n", "7d0\r\n"), 413, true, 0);
    row("expectation unknown", post("Expect: magic\r\nContent-Length: 1\r\n", "a"), 417, true, 0);
    row("options", "OPTIONS /x HTTP/1.1\r\n" + H + "\r\n", 204, false, 0, "Allow: ");
}

void TestEndpoint::rawRequests()
{
    QFETCH(QByteArray, in);
    QFETCH(int, status);
    QFETCH(bool, closes);
    QFETCH(int, handled);
    QFETCH(QByteArray, contains);
    if (in.startsWith("GET /inject"))
        QTest::ignoreMessage(QtWarningMsg, "endpoint: a response header field was left out, because it would break the head");
    if (in.startsWith("GET /inject"))
        QTest::ignoreMessage(QtWarningMsg, "endpoint: a response header field was left out, because it would break the head");

    EndpointSettings settings;
    settings.maxBodyBytes = 1000;
    EndpointFixture fixture(settings);
    const auto client = fixture.connectClient();
    Reader reader(client.get());
    client->write(in);
    const bool head = in.startsWith("HEAD");
    QVERIFY(reader.until([&] { return closes ? reader.closed() : wholeAnswer(reader.bytes, head); }));
    QCOMPARE(::status(reader.bytes), status);
    QCOMPARE(fixture.handler.handled, handled);
    QVERIFY2(reader.bytes.contains(contains), reader.bytes.constData());
    if (status != 0) {
        QVERIFY(reader.bytes.contains("\r\nx-request-id: req_"));
        QVERIFY(reader.bytes.contains("\r\nDate: "));
    }
    if (status >= 400)
        QVERIFY(reader.bytes.contains("{\"error\":{\"message\":"));
    QVERIFY(!reader.bytes.contains("x-evil"));
    QCOMPARE(fixture.budget.usedBytes(), 0);
    if (closes)
        return;
    // The connection is good for another request, and nothing of the first one is left in it.
    reader.bytes.clear();
    client->write("GET /again HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(reader.until([&] { return wholeAnswer(reader.bytes, false); }));
    QVERIFY(reader.bytes.endsWith("\r\n\r\nGET /again []"));
}

void TestEndpoint::slowHead()
{
    EndpointSettings settings;
    settings.headerTimeout = Milliseconds(30);
    EndpointFixture fixture(settings);
    const auto client = fixture.connectClient();
    Reader reader(client.get());
    client->write("GET /x HT");
    QVERIFY(reader.until([&] { return reader.closed(); }));
    QCOMPARE(status(reader.bytes), 408);
    QCOMPARE(fixture.handler.handled, 0);
}

void TestEndpoint::slowBody()
{
    EndpointSettings settings;
    settings.bodyTimeout = Milliseconds(30);
    EndpointFixture fixture(settings);
    const auto client = fixture.connectClient();
    Reader reader(client.get());
    client->write("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
    QVERIFY(reader.until([&] { return reader.closed(); }));
    QCOMPARE(status(reader.bytes), 408);
    QCOMPARE(fixture.budget.usedBytes(), 0);
}

void TestEndpoint::idleConnectionIsClosed()
{
    EndpointSettings settings;
    settings.keepAlive = Milliseconds(20);
    EndpointFixture fixture(settings);
    const auto client = fixture.connectClient();
    Reader reader(client.get());
    client->write("GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(reader.until([&] { return reader.closed(); }));
    QCOMPARE(reader.bytes.count("HTTP/1.1"), 1);
    QTRY_COMPARE(fixture.frontend->connections(), 0);
}

void TestEndpoint::pipelinedRequestsWait()
{
    EndpointFixture fixture;
    const auto client = fixture.connectClient();
    Reader reader(client.get());
    client->write("GET /hold HTTP/1.1\r\nHost: localhost\r\n\r\nGET /2 HTTP/1.1\r\nHost: localhost\r\n\r\nGET /3 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(fixture.handler.handled, 1);
    fixture.handler.sink->begin(200, {});
    fixture.handler.sink->write("first");
    QVERIFY(reader.until([&] { return reader.bytes.endsWith("first\r\n"); }));
    QCOMPARE(fixture.handler.handled, 1); // the others do not disturb it
    fixture.handler.sink->finish();
    QVERIFY(reader.until([&] { return reader.bytes.endsWith("GET /3 []"); }));
    QCOMPARE(fixture.handler.handled, 3);
    QVERIFY(reader.bytes.indexOf("first") < reader.bytes.indexOf("GET /2 []"));
}

void TestEndpoint::tooMuchSentAheadEndsTheConnection()
{
    EndpointFixture fixture;
    const auto client = fixture.connectClient();
    Reader reader(client.get());
    client->write("GET /hold HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(fixture.handler.handled, 1);
    client->write(QByteArray("GET /y HTTP/1.1\r\nHost: localhost\r\n\r\n").repeated(10000));
    QTRY_COMPARE_WITH_TIMEOUT(client->bytesToWrite(), 0, 5000);
    fixture.handler.sink->sendWhole({200, {}, "done"});
    QVERIFY(reader.until([&] { return reader.closed(); }));
    QCOMPARE(reader.bytes.count("HTTP/1.1 200"), 1);
    QCOMPARE(fixture.handler.handled, 1);
}

void TestEndpoint::clientGoneMidStream()
{
    EndpointFixture fixture;
    auto client = fixture.connectClient();
    client->write("GET /hold HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(fixture.handler.handled, 1);
    fixture.handler.sink->begin(200, {});
    fixture.handler.sink->write("one");
    client->abort();
    QTRY_COMPARE(fixture.handler.gone, 1);
    QTRY_COMPARE(fixture.frontend->connections(), 0);
}

void TestEndpoint::clientGoneWhileUploading()
{
    EndpointFixture fixture;
    auto client = fixture.connectClient();
    client->write("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc");
    QTRY_COMPARE(fixture.budget.usedBytes(), 9);
    client->abort();
    QTRY_COMPARE(fixture.budget.usedBytes(), 0);
    QTRY_COMPARE(fixture.frontend->connections(), 0);
    QCOMPARE(fixture.handler.handled, 0);
}

void TestEndpoint::sinkOutlivesServer()
{
    EndpointFixture fixture;
    auto client = fixture.connectClient();
    client->write("GET /hold HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(fixture.handler.handled, 1);
    std::unique_ptr<ResponseSink> kept = std::move(fixture.handler.sink);
    fixture.frontend.reset();
    QCOMPARE(fixture.handler.gone, 1);
    kept->begin(200, {}); // does nothing, and does not crash
    kept->write("x");
    kept->finish();
    QCOMPARE(kept->backlog(), 0);
}

void TestEndpoint::expectContinue()
{
    EndpointFixture fixture;
    auto client = fixture.connectClient();
    Reader reader(client.get());
    client->write("POST /x HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    QVERIFY(reader.until([&] { return reader.bytes == "HTTP/1.1 100 Continue\r\n\r\n"; }));
    client->write("abc");
    QVERIFY(reader.until([&] { return reader.bytes.endsWith("POST /x [abc]"); }));
    QCOMPARE(reader.bytes.count("100 Continue"), 1);
}

void TestEndpoint::expectIsNotContinuedWhenRefused()
{
    EndpointFixture fixture;
    auto client = fixture.connectClient();
    Reader reader(client.get());
    client->write("POST /denied HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    QVERIFY(reader.until([&] { return reader.closed(); }));
    QCOMPARE(status(reader.bytes), 401);
}

void TestEndpoint::preflight()
{
    EndpointSettings settings;
    settings.allowedOrigins = {u"https://app.example/"_s};
    EndpointFixture fixture(settings);
    auto client = fixture.connectClient();
    Reader reader(client.get());
    client->write("OPTIONS /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nOrigin: https://app.example\r\n"
                  "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: authorization, x-stainless-os\r\n\r\n");
    QVERIFY(reader.until([&] { return wholeAnswer(reader.bytes, true); }));
    QCOMPARE(status(reader.bytes), 204);
    QVERIFY(reader.bytes.contains("Access-Control-Allow-Origin: https://app.example\r\n"));
    QVERIFY(reader.bytes.contains("Access-Control-Allow-Headers: authorization, x-stainless-os\r\n"));
    QCOMPARE(fixture.handler.admitted, 0);
}

void TestEndpoint::listedOriginGetsCorsFields()
{
    EndpointSettings settings;
    settings.allowedOrigins = {u"https://app.example"_s};
    EndpointFixture fixture(settings);
    auto client = fixture.connectClient();
    Reader reader(client.get());
    client->write("GET /denied HTTP/1.1\r\nHost: localhost\r\nOrigin: https://app.example\r\n\r\n");
    QVERIFY(reader.until([&] { return wholeAnswer(reader.bytes, false); }));
    QCOMPARE(status(reader.bytes), 401); // a page must be able to read the error too
    QVERIFY(reader.bytes.contains("Access-Control-Allow-Origin: https://app.example\r\n"));
}

void TestEndpoint::requestIds()
{
    EndpointFixture fixture;
    auto client = fixture.connectClient();
    Reader reader(client.get());
    client->write("GET /x HTTP/1.1\r\nHost: localhost\r\nx-request-id: mine \xc3\xa9 1\r\n\r\n");
    QVERIFY(reader.until([&] { return wholeAnswer(reader.bytes, false); }));
    QVERIFY(reader.bytes.contains("x-client-request-id: mine1\r\n"));
    QVERIFY(reader.bytes.contains("x-request-id: " + fixture.handler.last.requestId + "\r\n"));

    RequestIdGenerator generator;
    QByteArray before;
    for (int i = 0; i < 1000; ++i) { // the clock even steps back
        const QByteArray id = generator.next(WallTime(Milliseconds(1'700'000'000'000 - i % 3)));
        QCOMPARE(id.size(), RequestIdGenerator::Length);
        QVERIFY(id > before);
        before = id;
    }
}

void TestEndpoint::connectionCap()
{
    EndpointSettings settings;
    settings.maxConnections = 3;
    EndpointFixture fixture(settings);
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < 3; ++i)
        clients.push_back(fixture.connectClient());
    QTRY_COMPARE(fixture.frontend->connections(), 3);
    auto fourth = fixture.connectClient();
    Reader reader(fourth.get());
    QVERIFY(reader.until([&] { return wholeAnswer(reader.bytes, false); }));
    QCOMPARE(status(reader.bytes), 503);
    QVERIFY(reader.bytes.contains("too_many_connections"));
    QVERIFY(reader.bytes.contains("x-request-id: req_"));
    int closed = 0;
    fixture.frontend->onClosed([&] { ++closed; });
    clients.front()->abort();
    QTRY_COMPARE(fixture.acceptor.connections(), 2);
    QCOMPARE(closed, 1);
    auto fifth = fixture.connectClient();
    Reader next(fifth.get());
    fifth->write("GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(next.until([&] { return wholeAnswer(next.bytes, false); }));
    QCOMPARE(status(next.bytes), 200);
}

void TestEndpoint::backPressureIsBounded()
{
    EndpointFixture fixture;
    auto client = fixture.connectClient();
    client->setReadBufferSize(1024); // reads nothing more, so the kernel's buffers fill
    client->write("GET /hold HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(fixture.handler.handled, 1);
    fixture.handler.sink->begin(200, {});
    const QByteArray piece(16 * 1024, 'x');
    qint64 written = 0;
    while (fixture.handler.sink->backlog() <= ResponseSink::HighMark && written < 256 * 1024 * 1024) {
        fixture.handler.sink->write(piece);
        written += piece.size();
    }
    QVERIFY(fixture.handler.sink->backlog() > ResponseSink::HighMark);
    QVERIFY(fixture.handler.sink->backlog() <= ResponseSink::HighMark + piece.size() + 16);
    QCOMPARE(fixture.handler.drained, 0);
    client->setReadBufferSize(0);
    Reader reader(client.get());
    QVERIFY(reader.until([&] { return fixture.handler.drained == 1; }));
    QVERIFY(fixture.handler.sink->backlog() < ResponseSink::LowMark);
    fixture.handler.sink->finish();
    QVERIFY(reader.until([&] { return reader.bytes.endsWith("0\r\n\r\n"); }));
    QVERIFY(reader.bytes.size() > written);
}

void TestEndpoint::stalledReaderIsDropped()
{
    EndpointSettings settings;
    settings.writeStall = Milliseconds(30);
    EndpointFixture fixture(settings);
    auto client = fixture.connectClient();
    client->setReadBufferSize(1024);
    client->write("GET /hold HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(fixture.handler.handled, 1);
    fixture.handler.sink->begin(200, {});
    const QByteArray piece(64 * 1024, 'x');
    for (int i = 0; i < 4096 && fixture.handler.sink->backlog() <= ResponseSink::HighMark; ++i)
        fixture.handler.sink->write(piece);
    QTRY_COMPARE(fixture.handler.gone, 1);
    QTRY_COMPARE(fixture.frontend->connections(), 0);
}

void TestEndpoint::bodyBudget()
{
    constexpr int KiB = 1024;
    EndpointSettings settings;
    settings.maxBufferedBytes = 3 * 1000 * KiB; // one body of 1000 KiB
    EndpointFixture fixture(settings);
    const auto post = [](const QByteArray &path, int claimed, int sent) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(claimed) + "\r\n\r\n" + QByteArray(sent, 'a');
    };
    auto first = fixture.connectClient();
    first->write(post("/hold", 900 * KiB, 900 * KiB));
    QTRY_COMPARE(fixture.handler.handled, 1);
    QCOMPARE(fixture.budget.usedBytes(), 3 * 900 * KiB);
    auto second = fixture.connectClient();
    Reader reader(second.get());
    second->write(post("/x", 200 * KiB, 0));
    QVERIFY(reader.until([&] { return reader.closed(); }));
    QCOMPARE(status(reader.bytes), 503);
    QVERIFY(reader.bytes.contains("Retry-After: 1\r\n"));
    auto third = fixture.connectClient();
    Reader chunked(third.get());
    third->write("POST /x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n32000\r\n" + QByteArray(200 * KiB, 'a') + "\r\n0\r\n\r\n");
    QVERIFY(chunked.until([&] { return chunked.closed(); }));
    QCOMPARE(status(chunked.bytes), 503);
    auto never = fixture.connectClient();
    Reader tooLarge(never.get());
    never->write(post("/x", 1100 * KiB, 0)); // trying again would not help
    QVERIFY(tooLarge.until([&] { return tooLarge.closed(); }));
    QCOMPARE(status(tooLarge.bytes), 413);
    // What is small never waits for what is large.
    auto fourth = fixture.connectClient();
    Reader small(fourth.get());
    fourth->write(post("/x", 64 * KiB, 64 * KiB));
    QVERIFY(small.until([&] { return wholeAnswer(small.bytes, false); }));
    QCOMPARE(status(small.bytes), 200);
    fixture.handler.sink->sendWhole({200, {}, "x"});
    QCOMPARE(fixture.budget.usedBytes(), 0);
}

/// Bug: a claimed Content-Length was charged in full, so four idle uploads kept everybody else out with 503.
void TestEndpoint::idleUploadsTakeOnlyWhatTheySent()
{
    constexpr int MiB = 1024 * 1024;
    EndpointSettings settings;
    settings.maxBodyBytes = 4 * MiB;
    settings.maxBufferedBytes = 3 * 8 * MiB;
    EndpointFixture fixture(settings);
    const auto claim = "POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(4 * MiB) + "\r\n\r\n";
    std::vector<std::unique_ptr<QTcpSocket>> idle;
    for (int i = 0; i < 8; ++i) {
        idle.push_back(fixture.connectClient());
        idle.back()->write(claim + QByteArray(i < 4 ? 0 : 100 * 1024, 'a'));
    }
    QTRY_COMPARE(fixture.handler.admitted, 8);
    auto client = fixture.connectClient();
    Reader reader(client.get());
    client->write(claim + QByteArray(4 * MiB, 'b'));
    QVERIFY(reader.until([&] { return wholeAnswer(reader.bytes, false); }));
    QCOMPARE(status(reader.bytes), 200);
    QCOMPARE(fixture.handler.last.body.size(), 4 * MiB);
    QTRY_COMPARE(fixture.budget.usedBytes(), 3 * 4 * MiB); // four have sent something: a step each
    // What has really come is charged, so the next large one is refused when it is one too many.
    for (int i = 0; i < 4; ++i)
        idle[size_t(i)]->write(QByteArray(3 * MiB / 2, 'a'));
    QTRY_VERIFY(fixture.budget.usedBytes() > 3 * 6 * MiB);
    auto last = fixture.connectClient();
    Reader refused(last.get());
    last->write(claim);
    QVERIFY(refused.until([&] { return refused.closed(); }));
    QCOMPARE(status(refused.bytes), 503);
}

/// A body must come at a real rate: what trickles holds its place for one timeout only.
void TestEndpoint::tricklingBodyIsEnded()
{
    EndpointSettings settings;
    settings.bodyTimeout = Milliseconds(60);
    EndpointFixture fixture(settings);
    const auto client = fixture.connectClient();
    Reader reader(client.get());
    QTimer trickle;
    connect(&trickle, &QTimer::timeout, client.get(), [&client] { client->write(QByteArray(2048, 'a')); });
    client->write("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n");
    trickle.start(10);
    QVERIFY(reader.until([&] { return wholeAnswer(reader.bytes, false); }));
    trickle.stop();
    QCOMPARE(status(reader.bytes), 408);
}

/// What the allocator keeps after large bodies can be given back: told once, when the last one goes.
void TestEndpoint::largeBodiesAreNoticedAtTheirEnd()
{
    BodyBudget budget(4 * BodyBudget::LargeBytes);
    int told = 0;
    budget.whenEmptied([&] { ++told; });
    BodyShare small(budget), large(budget);
    QVERIFY(small.growTo(1000));
    small.clear();
    QCOMPARE(told, 0);
    QVERIFY(small.growTo(1000) && large.growTo(BodyBudget::LargeBytes));
    large.clear();
    QCOMPARE(told, 0);
    small.clear();
    QCOMPARE(told, 1);
    QVERIFY(small.growTo(1000));
    small.clear();
    QCOMPARE(told, 1);
}

void TestEndpoint::manyKeepAliveRequests()
{
    EndpointFixture fixture;
    auto client = fixture.connectClient();
    Reader reader(client.get());
    QSet<QByteArray> ids;
    for (int i = 0; i < 500; ++i) {
        reader.bytes.clear();
        client->write("POST /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi");
        QVERIFY(reader.until([&] { return wholeAnswer(reader.bytes, false); }));
        QVERIFY(reader.bytes.endsWith("POST /" + QByteArray::number(i) + " [hi]"));
        ids.insert(fixture.handler.last.requestId);
    }
    QCOMPARE(ids.size(), 500);
}

void TestEndpoint::concurrentConnections()
{
    EndpointFixture fixture;
    struct Client {
        std::unique_ptr<QTcpSocket> socket;
        QByteArray bytes;
    };
    std::vector<Client> clients(200);
    for (Client &client : clients)
        client.socket = fixture.connectClient();
    for (int round = 0; round < 3; ++round) {
        for (std::size_t i = 0; i < clients.size(); ++i) {
            clients[i].bytes.clear();
            clients[i].socket->write("GET /c" + QByteArray::number(qulonglong(i)) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        QVERIFY(QTest::qWaitFor([&] {
            bool all = true;
            for (Client &client : clients) {
                client.bytes += client.socket->readAll();
                all = all && wholeAnswer(client.bytes, false);
            }
            return all;
        }, 10000));
        for (std::size_t i = 0; i < clients.size(); ++i)
            QVERIFY(clients[i].bytes.endsWith("GET /c" + QByteArray::number(qulonglong(i)) + " []"));
    }
    QCOMPARE(fixture.handler.handled, 600);
}

void TestEndpoint::drain()
{
    EndpointFixture fixture;
    int empty = 0;
    fixture.frontend->onEmpty([&] { ++empty; });
    auto idle = fixture.connectClient();
    auto running = fixture.connectClient();
    Reader idleReader(idle.get());
    Reader reader(running.get());
    running->write("GET /hold HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(fixture.handler.handled, 1);
    QTRY_COMPARE(fixture.frontend->connections(), 2);
    fixture.acceptor.stop();
    fixture.frontend->beginDrain();
    QVERIFY(idleReader.until([&] { return idleReader.closed(); }));
    fixture.handler.sink->sendWhole({200, {}, "last"});
    QVERIFY(reader.until([&] { return reader.closed(); }));
    QVERIFY(reader.bytes.contains("Connection: close\r\n"));
    QVERIFY(reader.bytes.endsWith("last"));
    QTRY_COMPARE(empty, 1);
}

void TestEndpoint::portInUse()
{
    EndpointFixture fixture;
    Acceptor second({}, 1);
    const Result<void> result = second.open(QHostAddress(QHostAddress::LocalHost), fixture.acceptor.serverPort());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Conflict);
    QVERIFY(result.error().text.contains(QString::number(fixture.acceptor.serverPort())));
    QVERIFY(result.error().text.contains(u"another program answers"_s));
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
