// SPDX-License-Identifier: GPL-3.0-or-later
// The pure parsers fed byte by byte: where the bytes are cut must not matter. tst_endpoint has the table of requests.
#include "endpoint/Dechunker.h"
#include "endpoint/HeadParser.h"
#include "endpoint/HostPolicy.h"

#include <QtTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class TestHttpParsing : public QObject {
    Q_OBJECT

private slots:
    void headByteByByte();
    void refusedAtTheFirstBadByte();
    void chunksByteByByte();
    void chunkBounds();
    void hosts_data();
    void hosts();
    void origins();
    void errorBody();
};

void TestHttpParsing::headByteByByte()
{
    const QByteArray bytes = "POST /v1/x?q=1 HTTP/1.1\r\nHost: a\r\nX-Request-Id: r\r\nContent-Length: 12\r\nExpect: 100-Continue\r\n\r\nbody";
    HeadParser parser{HeadLimits{}};
    const qsizetype end = bytes.indexOf("\r\n\r\n") + 4;
    for (qsizetype n = 1; n < end; ++n)
        QCOMPARE(parser.feed(QByteArrayView(bytes).first(n)), HeadParser::State::More);
    QCOMPARE(parser.feed(bytes), HeadParser::State::Complete);
    const ParsedHead head = parser.takeHead();
    QCOMPARE(head.size, int(end));
    QCOMPARE(head.head.method, "POST");
    QCOMPARE(head.head.path, "/v1/x");
    QCOMPARE(head.head.query, "q=1");
    QCOMPARE(head.head.contentLength, 12);
    QCOMPARE(head.requestId, "r");
    QCOMPARE(head.head.headers.size(), 4);
    QVERIFY(head.expectContinue && head.keepAlive && !head.http10);
}

void TestHttpParsing::refusedAtTheFirstBadByte()
{
    HeadParser parser{HeadLimits{}};
    QCOMPARE(parser.feed("\x16"), HeadParser::State::Refused);
    QCOMPARE(parser.refusal().status, 400);
    parser.reset();
    QCOMPARE(parser.feed("GET / HTTP/1.1\r\nHost: a\r\nx: \x01"), HeadParser::State::Refused);
}

void TestHttpParsing::chunksByteByByte()
{
    const QByteArray bytes = "3;x=1\r\nabc\r\n00A\r\n0123456789\r\n0\r\nt: 1\r\n\r\nGET";
    Dechunker dechunker(100);
    QByteArray body;
    qsizetype used = 0;
    for (qsizetype i = 0; i < bytes.size() - 3; ++i) {
        const auto state = dechunker.feed(QByteArrayView(bytes).sliced(i, 1), body, used);
        QCOMPARE(used, 1);
        QCOMPARE(state, i == bytes.size() - 4 ? Dechunker::State::Done : Dechunker::State::More);
    }
    QCOMPARE(body, "abc0123456789");
    QCOMPARE(dechunker.bodyBytes(), 13);

    Dechunker whole(100);
    body.clear();
    QCOMPARE(whole.feed(bytes, body, used), Dechunker::State::Done);
    QCOMPARE(used, bytes.size() - 3); // what follows is the next request's
}

void TestHttpParsing::chunkBounds()
{
    QByteArray body;
    qsizetype used = 0;
    QCOMPARE(Dechunker(5).feed("3\r\nabc\r\n3\r\n", body, used), Dechunker::State::TooLarge);
    QCOMPARE(Dechunker(5).feed("5\r\nabcde\r\n0\r\n\r\n", body, used), Dechunker::State::Done);
    QCOMPARE(Dechunker(5).feed("0;" + QByteArray(2000, 'x'), body, used), Dechunker::State::Malformed);
    QCOMPARE(Dechunker(5).feed("0\r\n" + QByteArray("a: b\r\n").repeated(20000), body, used), Dechunker::State::Malformed);
    QCOMPARE(Dechunker(5).feed("7fffffffffffffff\r\n", body, used), Dechunker::State::Malformed);
    QCOMPARE(Dechunker(5).feed("fffffffffffffff\r\n", body, used), Dechunker::State::TooLarge);
}

void TestHttpParsing::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char *host, HostPolicy::Host verdict) { QTest::newRow(host) << QByteArray(host) << int(verdict); };
    using enum HostPolicy::Host;
    row("localhost", Allowed);
    row("localhost.", Allowed);
    row("LocalHost:1", Allowed);
    row("127.0.0.1:17177", Allowed);
    row("127.9.9.9", Allowed);
    row("[::1]", Allowed);
    row("[::1]:80", Allowed);
    row("192.0.2.7:80", Allowed);
    row("192.0.2.8", Foreign);
    row("198.51.100.1", Allowed); // where the connection came in
    row("gw.example", Allowed);
    row("GW.example:8080", Allowed);
    row("gw.example.evil", Foreign);
    row("localhost.evil.example", Foreign);
    row("127.0.0.1.evil.example", Foreign);
    row("only.example:1", Allowed);
    row("only.example:2", Foreign);
    row("", Malformed);
    row(":80", Malformed);
    row("[::1", Malformed);
    row("[::1]x", Malformed);
    row("[nonsense]", Malformed);
    row("localhost:port", Malformed);
    row("localhost:123456", Malformed);
    row("localhost, evil", Malformed);
    row("evil@localhost", Malformed);
    row("localhost/", Malformed);
}

void TestHttpParsing::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(int, verdict);
    const HostPolicy policy({u"gw.example"_s, u"only.example:1"_s}, {}, {QHostAddress(u"192.0.2.7"_s)});
    const QHostAddress local(u"::ffff:198.51.100.1"_s);
    QCOMPARE(int(policy.checkHost(host, local)), verdict);
    QCOMPARE(int(policy.checkHost("localhost", local)), int(HostPolicy::Host::Allowed));
    QCOMPARE(int(policy.checkHost(host, local)), verdict); // whatever was remembered
}

void TestHttpParsing::origins()
{
    const HostPolicy policy({}, {u"https://App.example/"_s}, {});
    using enum HostPolicy::Origin;
    QCOMPARE(policy.checkOrigin("http://localhost:17177", "localhost:17177"), Own);
    QCOMPARE(policy.checkOrigin("http://localhost:3000", "localhost:17177"), Foreign);
    QCOMPARE(policy.checkOrigin("https://app.example", "localhost:17177"), Listed);
    QCOMPARE(policy.checkOrigin("http://app.example", "localhost:17177"), Foreign);
    QCOMPARE(policy.checkOrigin("null", "localhost:17177"), Foreign);
    QCOMPARE(policy.checkOrigin("http://", ""), Foreign);
    QCOMPARE(HostPolicy({}, {u"*"_s}, {}).checkOrigin("https://any.example", "localhost"), Listed);
}

void TestHttpParsing::errorBody()
{
    const WholeResponse response = openAiError(401, "invalid_api_key", u"say \"no\"\n\u0001é", "model");
    const QJsonObject error = QJsonDocument::fromJson(response.body).object().value(QLatin1StringView("error")).toObject();
    QCOMPARE(response.status, 401);
    QCOMPARE(error.value(QLatin1StringView("message")).toString(), u"say \"no\"\n\u0001é"_s);
    QCOMPARE(error.value(QLatin1StringView("code")).toString(), u"invalid_api_key"_s);
    QCOMPARE(error.value(QLatin1StringView("param")).toString(), u"model"_s);
    QCOMPARE(error.value(QLatin1StringView("type")).toString(), u"authentication_error"_s);
    QVERIFY(openAiError(500, "x", u"y").body.contains("\"param\":null"));
}

QTEST_APPLESS_MAIN(TestHttpParsing)
#include "tst_httpparsing.moc"
