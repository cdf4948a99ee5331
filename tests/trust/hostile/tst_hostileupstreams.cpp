// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that may send anything, a good one behind it, and a canary that nobody may ever call: what the client sees,
// what the ledger says, and that the next request is not touched.
#include "integration/GatewayBench.h"
#include "support/ProcessFigures.h"
#include "upstream/ConnectionGroups.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QSet>

#include <algorithm>
#include <array>

using namespace understudy;
using namespace understudy::test;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds Soon{300}; ///< the timeouts where one must run out
constexpr Milliseconds Patience{8000}; ///< where none may
constexpr int PatienceMs = 20000;

const QByteArray CredentialOfA = "sk-provider-a-0000";
const QByteArray CredentialOfB = "sk-provider-b-0000";

/// What the client gets to see; nothing else is allowed.
enum class Sees {
    A, ///< the answer of the hostile provider, byte for byte and whole
    B, ///< the other's, as if the first had not been there
    Refusal, ///< the status of the hostile provider, with an error in our own or its scrubbed words
    Interrupted, ///< the beginning of A's stream, then our error event, no end mark, and the close
};

/// "first" or "second": which question a request is. Answers repeat it, so that none can pass for another.
QByteArray whichQuestion(const QByteArray &body) { return body.contains("first") ? "first" : "second"; }
int caseOf(const QByteArray &body) { return body.mid(body.indexOf("case ") + 5, 4).toInt(); }
bool isStreamed(const QByteArray &body) { return body.contains("\"stream\":true"); }
QByteArray question(const QByteArray &which, bool stream)
{
    return R"({"model":"m1","messages":[{"role":"user","content":")" + which + "\"}]" + (stream ? R"(,"stream":true})" : "}");
}
Answer goodAnswer(const QByteArray &who, const QByteArray &which, bool stream)
{
    return stream ? Answer::chatStream({who, " answers ", which}) : Answer::chat(who + " answers " + which);
}

QByteArray wire(const Answer &answer)
{
    QByteArray bytes;
    for (const Answer::Step &step : answer.steps)
        bytes += step.kind == Answer::Step::Flood ? step.bytes.repeated(qMax<qint64>(step.times, 0)) : step.bytes;
    return bytes;
}
QByteArray bodyOf(const Answer &answer)
{
    QByteArray bytes = wire(answer);
    while (bytes.startsWith("HTTP/1.1 100 "))
        bytes.remove(0, bytes.indexOf("\r\n\r\n") + 4);
    return parseAnswer(bytes, true).body;
}

/// The last thing that the provider does is nothing: only the gateway can end this connection.
bool staysSilent(const Answer &answer)
{
    if (answer.steps.isEmpty())
        return true;
    const Answer::Step &last = answer.steps.last();
    return last.kind == Answer::Step::Hang || (last.kind == Answer::Step::Flood && last.times < 0);
}

bool mayComeBack(const QByteArray &name)
{
    static const QByteArrayList allowed{"content-type", "content-length", "transfer-encoding", "connection", "cache-control", "date", "retry-after",
                                        "x-request-id", "x-should-retry"};
    const QByteArray lower = name.toLower();
    return allowed.contains(lower) || lower.startsWith("x-understudy-") || lower.startsWith("x-ratelimit-");
}

QByteArray header(const RawAnswer &answer, QByteArrayView name) { return headerValue(answer.headers, name).value_or(QByteArray()); }

/// The gateway between a client, provider A, provider B and nobody else.
class Stage {
public:
    explicit Stage(Milliseconds timeout = Patience)
    {
        b.setHandler([](const Received &request) { return goodAnswer("B", whichQuestion(request.body), isStreamed(request.body)); });
        bench.addChannel(u"a"_s, a.baseUrl(), {GatewayBench::model(u"m1"_s)});
        bench.addChannel(u"b"_s, b.baseUrl(), {GatewayBench::model(u"m2"_s)});
        bench.chain({{u"a"_s, u"m1"_s}, {u"b"_s, u"m2"_s}});
        bench.key.policy.retries = 0;
        bench.key.policy.timeout = timeout;
        bench.key.policy.idleTimeout = timeout;
        bench.key.policy.breaker.enabled = false; // a hold after 401 or 429 stands for itself
    }
    /// A answers the first question so, and all later ones well.
    void hostile(const Answer &answer)
    {
        a.setHandler([answer](const Received &request) {
            const QByteArray which = whichQuestion(request.body);
            return which == "first" ? answer : goodAnswer("A", which, isStreamed(request.body));
        });
    }
    /// Without an event loop, which looks only each 10 ms: there are hundreds of rows.
    RawAnswer ask(const QByteArray &which, bool stream)
    {
        RawHttpClient client;
        client.socket().connectToHost(QHostAddress(QHostAddress::LocalHost), bench.gateway->port());
        if (!client.socket().waitForConnected(PatienceMs))
            return {};
        client.send(GatewayBench::post(question(which, stream)));
        while (client.socket().waitForReadyRead(PatienceMs)) {
            const QByteArray seen = client.received();
            const bool isBig = seen.size() > 100'000 && !seen.contains("\r\nContent-Length: ");
            if (isBig ? seen.endsWith("\n0\r\n\r\n") : parseAnswer(seen, false).complete)
                break;
        }
        return client.receive(PatienceMs);
    }
    /// Each on a connection of its own, all at once.
    QList<RawAnswer> askAll(const QByteArrayList &requests)
    {
        std::vector<std::unique_ptr<RawHttpClient>> clients;
        for (qsizetype i = 0; i < requests.size(); ++i) {
            clients.push_back(std::make_unique<RawHttpClient>());
            clients.back()->socket().connectToHost(QHostAddress(QHostAddress::LocalHost), bench.gateway->port());
        }
        QList<RawAnswer> answers;
        for (qsizetype i = 0; i < requests.size(); ++i) {
            if (clients[size_t(i)]->waitConnected(PatienceMs))
                clients[size_t(i)]->send(requests[i]);
        }
        for (const auto &client : clients)
            answers.append(client->receive(PatienceMs));
        return answers;
    }

    FakeUpstream a, b;
    GatewayBench bench;
};

/// What is wrong with any answer to a client, whatever it was.
QString faultOf(const RawAnswer &seen)
{
    QSet<QByteArray> names;
    for (const HttpHeader &field : seen.headers) {
        if (names.contains(field.name.toLower()))
            return u"a header came twice: "_s + QString::fromLatin1(field.name);
        names.insert(field.name.toLower());
        if (!mayComeBack(field.name))
            return u"a header came back: "_s + QString::fromLatin1(field.name);
        if (field.value.contains("sk-provider"))
            return u"a credential in a header: "_s + QString::fromLatin1(field.name);
    }
    if (!header(seen, "x-request-id").startsWith("req_"))
        return u"no x-request-id: no answer of ours"_s;
    if (!header(seen, "date").contains(QByteArray::number(QDateTime::currentDateTimeUtc().date().year())))
        return u"a date that is not ours"_s;
    return seen.body.contains("sk-provider") ? u"a credential in the body"_s : QString();
}

/// What is wrong with the requests that a provider got.
QString faultOf(const FakeUpstream &provider, const QByteArray &own, const QByteArray &others)
{
    for (const Received &request : provider.requests()) {
        if (!request.raw.contains("Bearer " + own) && !request.raw.contains("bearer " + own))
            return u"a request without the channel's credential"_s;
        if (request.raw.contains(others) || request.raw.contains(GatewayBench::secret))
            return u"somebody else's credential"_s;
        if (headerValue(request.headers, "cookie") || headerValue(request.headers, "proxy-authorization"))
            return u"a cookie or a login"_s;
    }
    return {};
}

const QByteArray Ok = "HTTP/1.1 200 OK\r\n";
const QByteArray Json = "Content-Type: application/json\r\n";
const QByteArray Events = "Content-Type: text/event-stream\r\n";
const QByteArray Chunked = "Transfer-Encoding: chunked\r\n";
QByteArray length(qint64 size) { return "Content-Length: " + QByteArray::number(size) + "\r\n"; }

/// Field by field between a good status line and a good body.
Answer withFields(const QByteArray &fields, const QByteArray &first = Ok)
{
    const QByteArray body = bodyOf(goodAnswer("A", "first", false));
    return Answer::raw(first + Json + length(body.size()) + fields + "\r\n" + body);
}
Answer withBody(const QByteArray &body, const QByteArray &fields = {}) { return Answer::raw(Ok + Json + length(body.size()) + fields + "\r\n" + body); }
QByteArray goodJson() { return bodyOf(goodAnswer("A", "first", false)); }
QByteArray content(const QByteArray &text)
{
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}\n\n";
}
const QByteArray Stop = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
const QByteArray Role = "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"},\"finish_reason\":null}]}\n\n";
const QByteArray Done = "data: [DONE]\n\n";
Answer events(const QList<QByteArray> &texts)
{
    Answer answer = Answer::stream();
    for (const QByteArray &text : texts)
        answer.chunk(text);
    return answer;
}

} // namespace

class TestHostileUpstreams : public QObject {
    Q_OBJECT

private slots:
    void heads_data();
    void heads() { oneExchange(); }
    void framing_data();
    void framing() { oneExchange(); }
    void statuses_data();
    void statuses() { oneExchange(); }
    void canaries_data();
    void canaries() { oneExchange(); }
    void bodies_data();
    void bodies() { oneExchange(); }
    void streams_data();
    void streams() { oneExchange(); }
    void retryAfter_data();
    void retryAfter();
    void everySplit_data();
    void everySplit();
    void answerBeforeTheRequest();
    void spoiltConnectionsDoNotPileUp_data();
    void spoiltConnectionsDoNotPileUp();
    void hugeAnswers_data();
    void hugeAnswers();
    void nothingReachesTheCanary();
    void proxiesOfTheEnvironment_data();
    void proxiesOfTheEnvironment();
    void cleanupTestCase() { QCOMPARE(m_canary.connections(), 0); }

private:
    enum Modes { Whole = 1, Streamed = 2, Both = 3 };
    static void columns();
    static void row(const char *name, const Answer &answer, Modes modes, Sees sees, Outcome outcome, int status = 200);
    void oneExchange();
    QByteArray canary(const QByteArray &path = "/v1/chat/completions") const
    {
        return "http://127.0.0.1:" + QByteArray::number(m_canary.port()) + path;
    }

    FakeUpstream m_canary;
};

void TestHostileUpstreams::columns()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<Sees>("sees");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("status");
}

void TestHostileUpstreams::row(const char *name, const Answer &answer, Modes modes, Sees sees, Outcome outcome, int status)
{
    if (modes & Whole)
        QTest::addRow("%s", name) << answer << false << sees << outcome << status;
    if (modes & Streamed)
        QTest::addRow("%s, to a stream", name) << answer << true << sees << outcome << status;
}

void TestHostileUpstreams::oneExchange()
{
    QFETCH(Answer, answer);
    QFETCH(bool, stream);
    QFETCH(Sees, sees);
    QFETCH(Outcome, outcome);
    QFETCH(int, status);
    Stage stage(outcome == Outcome::Timeout || (sees == Sees::Interrupted && staysSilent(answer)) ? Soon : Patience);
    stage.hostile(answer);
    QVERIFY(stage.bench.start(1));

    const RawAnswer seen = stage.ask("first", stream);
    QVERIFY(stage.bench.waitForRecords(1));
    const ExchangeRecord record = stage.bench.ledger.records().first();
    const AttemptRecord attempt = record.attempts.value(0);
    const QByteArray story = seen.body.left(300) + " | " + attempt.detail.toUtf8() + " | " + attempt.message.left(200).toUtf8();
    QVERIFY2(attempt.outcome == outcome, word(attempt.outcome).data() + (" | " + story));
    QCOMPARE(faultOf(seen), QString());
    QCOMPARE(stage.a.requestCount(), 1);
    QCOMPARE(stage.b.requestCount(), sees == Sees::B ? 1 : 0);
    QCOMPARE(seen.status, status);
    QVERIFY2(seen.complete == (sees != Sees::Interrupted), story);
    switch (sees) {
    case Sees::A:
        QCOMPARE(seen.body, bodyOf(answer));
        QCOMPARE(header(seen, "x-understudy-served-by"), "a/m1");
        QCOMPARE(record.status, ExchangeStatus::Answered);
        break;
    case Sees::B:
        QCOMPARE(seen.body, bodyOf(goodAnswer("B", "first", stream)));
        QCOMPARE(header(seen, "x-understudy-served-by"), "b/m2");
        QCOMPARE(record.status, ExchangeStatus::Answered);
        break;
    case Sees::Refusal:
        QCOMPARE(record.status, ExchangeStatus::Failed);
        break;
    case Sees::Interrupted:
        QVERIFY2(seen.body.contains("\"code\":\"upstream_interrupted\"") && !seen.body.contains("[DONE]"), story);
        QCOMPARE(record.status, ExchangeStatus::Interrupted);
        break;
    }
    QVERIFY2(!attempt.message.contains("sk-provider"_L1) && !attempt.detail.contains("sk-provider"_L1), story);

    // A connection of which nothing good can come is closed; one that is whole may be used again. One that the library takes for
    // whole, although it is spoilt, cannot be closed at once: then it is left alone until the library closes it.
    const int kept = staysSilent(answer) ? 0 : 1;
    QVERIFY2(stage.a.waitFor([&] { return stage.a.openConnections() <= kept; }), story);

    const RawAnswer next = stage.ask("second", stream);
    QCOMPARE(next.status, 200);
    const QByteArray who = header(next, "x-understudy-served-by") == "a/m1" ? "A" : "B";
    QCOMPARE(next.body, bodyOf(goodAnswer(who, "second", stream)));
    QCOMPARE(faultOf(stage.a, CredentialOfA, CredentialOfB), QString());
    QCOMPARE(faultOf(stage.b, CredentialOfB, CredentialOfA), QString());
    QVERIFY(stage.a.openConnections() <= (outcome == Outcome::Broken ? 2 : 1));
    QCOMPARE(m_canary.connections(), 0);
}

void TestHostileUpstreams::heads_data()
{
    columns();
    const QByteArray body = goodJson();
    const auto head = [&body](const QByteArray &first) { return withFields({}, first); };
    row("dripped byte by byte", Answer().drip(wire(head(Ok)), 15).hang(), Both, Sees::B, Outcome::Timeout);
    row("no head at all", Answer(), Both, Sees::B, Outcome::Timeout);
    row("half a head", Answer::raw(Ok + "Content-").hang(), Whole, Sees::B, Outcome::Timeout);
    row("an endless status line", Answer::raw("HTTP/1.1 200 ").flood(QByteArray(4096, 'k')), Both, Sees::B, Outcome::Timeout);
    row("an endless field", Answer::raw(Ok + "X: ").flood(QByteArray(4096, 'x')), Whole, Sees::B, Outcome::Timeout);
    row("fields without end", Answer::raw(Ok).flood("X-A: b\r\n"_ba.repeated(500)), Both, Sees::B, Outcome::Timeout);
    row("10,000 fields", withFields("X-A: b\r\n"_ba.repeated(10'000)).hang(), Whole, Sees::B, Outcome::Broken);
    row("a field of 10 MB", withFields("X-A: " + QByteArray(10'000'000, 'x') + "\r\n").hang(), Whole, Sees::B, Outcome::Broken);
    row("closed at once", Answer().close(), Whole, Sees::B, Outcome::Broken);
    row("reset at once", Answer().reset(), Both, Sees::B, Outcome::Broken);
    row("garbage", Answer::raw("what?\r\n\r\n").hang(), Both, Sees::B, Outcome::Broken);
    row("HTTP/0.9", Answer::raw(body).close(), Whole, Sees::B, Outcome::Broken);
    row("HTTP/2", Answer::raw(QByteArray("\0\0\x12\4\0\0\0\0\0\0\3\0\0\0\x64\0\4\0\x10\0\0\0\6\0\0\x40\0", 27)).hang(), Both, Sees::B, Outcome::Broken);
    row("the preface of HTTP/2", Answer::raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").hang(), Whole, Sees::B, Outcome::Broken);
    row("an alert of TLS", Answer::raw(QByteArray("\x15\3\1\0\2\2\x28", 7)).close(), Whole, Sees::B, Outcome::Broken);
    row("HTTP/3.0 in text", head("HTTP/3.0 200 OK\r\n"), Whole, Sees::A, Outcome::Answered);
    row("a request instead of an answer", Answer::raw("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n").hang(), Whole, Sees::B, Outcome::Broken);
    row("no status", Answer::raw("HTTP/1.1 \r\n\r\n").hang(), Whole, Sees::B, Outcome::Broken);
    row("a status in letters", head("HTTP/1.1 abc OK\r\n").hang(), Whole, Sees::B, Outcome::Broken);
    for (const char *status : {"000", "099", "199", "600", "999", "1000", "20", "-200", "2e2"})
        row(qPrintable(u"status "_s + QLatin1StringView(status)), head("HTTP/1.1 " + QByteArray(status) + " OK\r\n").close(), Both, Sees::B, Outcome::Broken);
    row("no reason", head("HTTP/1.1 200\r\n"), Whole, Sees::A, Outcome::Answered);
    row("HTTP/1.0", head("HTTP/1.0 200 OK\r\n"), Whole, Sees::A, Outcome::Answered);
    row("bare LF", Answer::raw("HTTP/1.1 200 OK\nContent-Type: application/json\n" + length(body.size()).trimmed() + "\r\n\r\n" + body), Whole, Sees::A, Outcome::Answered);
    row("NUL in the reason", head(QByteArray("HTTP/1.1 200 O\0K\r\n", 18)), Whole, Sees::A, Outcome::Answered);
    row("NUL in a name", withFields(QByteArray("X\0: a\r\n", 7)).hang(), Whole, Sees::B, Outcome::Broken);
    row("NUL in a value", withFields(QByteArray("X-A: a\0b\r\n", 10)), Both, Sees::B, Outcome::Broken);
    row("a field without a colon", withFields("X-A\r\n").hang(), Whole, Sees::B, Outcome::Broken);
    row("a field without a name", withFields(": x\r\n").hang(), Whole, Sees::B, Outcome::Broken);
    row("folded", withFields("X-A: a\r\n b\r\n"), Whole, Sees::A, Outcome::Answered);
    row("a CR inside a value", withFields("X-RateLimit-Limit: 1\rSet-Cookie: a=b\r\n"), Both, Sees::B, Outcome::Broken);
}

void TestHostileUpstreams::framing_data()
{
    columns();
    const QByteArray body = goodJson(), half = body.left(body.size() / 2), rest = body.mid(half.size());
    const auto lengths = [&body](const QByteArray &fields) { return Answer::raw(Ok + Json + fields + "\r\n" + body); };
    const auto chunks = [](const QByteArray &text) { return Answer::raw(Ok + Json + Chunked + "\r\n" + text); };
    const auto piece = [](const QByteArray &text) { return QByteArray::number(text.size(), 16) + "\r\n" + text + "\r\n"; };
    row("body dripped", Answer::raw(Ok + Json + length(body.size()) + "\r\n").drip(body, 15), Both, Sees::B, Outcome::Timeout);
    row("length too short", lengths(length(body.size() - 20)), Both, Sees::B, Outcome::Broken);
    row("length too long, then silence", lengths(length(body.size() + 20)).hang(), Both, Sees::B, Outcome::Timeout);
    row("length too long, then closed", lengths(length(body.size() + 20)).close(), Both, Sees::B, Outcome::Broken);
    row("length negative", lengths("Content-Length: -5\r\n").hang(), Both, Sees::B, Outcome::Broken);
    row("length in letters", lengths("Content-Length: many\r\n").hang(), Whole, Sees::B, Outcome::Broken);
    row("length of nothing", lengths("Content-Length:\r\n").hang(), Whole, Sees::B, Outcome::Timeout);
    row("length beyond 64 bits", lengths("Content-Length: 99999999999999999999999\r\n").hang(), Whole, Sees::B, Outcome::Broken);
    row("length with a sign", lengths("Content-Length: +" + QByteArray::number(body.size()) + "\r\n"), Both, Sees::B, Outcome::Broken);
    row("two lengths", lengths(length(body.size()) + length(body.size() - 20)), Both, Sees::B, Outcome::Broken);
    row("two lengths in one field", lengths("Content-Length: " + QByteArray::number(body.size()) + ", 5\r\n").close(), Whole, Sees::B, Outcome::Broken);
    row("the same length twice", lengths(length(body.size()) + length(body.size())), Whole, Sees::A, Outcome::Answered);
    row("length and chunks", Answer::raw(Ok + Json + length(5) + Chunked + "\r\n" + piece(body) + "0\r\n\r\n"), Whole, Sees::A, Outcome::Answered);
    row("an unknown coding of the transfer", lengths("Transfer-Encoding: gzip\r\n").hang(), Both, Sees::B, Outcome::Broken);
    row("a bad chunk size", chunks(piece(half) + "zz\r\n" + rest + "\r\n0\r\n\r\n").hang(), Both, Sees::B, Outcome::Broken);
    row("a negative chunk size", chunks(piece(half) + "-5\r\n" + rest + "\r\n0\r\n\r\n").hang(), Both, Sees::B, Outcome::Broken);
    row("a chunk size beyond 64 bits", chunks(piece(half) + "fffffffffffffffff\r\n" + rest + "\r\n0\r\n\r\n").hang(), Whole, Sees::B, Outcome::Broken);
    row("a chunk of 8 EiB", chunks(piece(half) + "7fffffffffffffff\r\n" + rest).close(), Both, Sees::B, Outcome::Broken);
    row("an endless chunk size", chunks(piece(half)).flood(QByteArray(4096, '1')), Both, Sees::B, Outcome::Timeout);
    row("an endless chunk extension", chunks(piece(half) + "5;").flood(QByteArray(4096, 'x')), Whole, Sees::B, Outcome::Timeout);
    row("no last chunk, then silence", chunks(piece(body)).hang(), Both, Sees::B, Outcome::Timeout);
    row("no last chunk, then closed", chunks(piece(body)).close(), Both, Sees::B, Outcome::Broken);
    row("endless trailers", chunks(piece(body) + "0\r\n").flood("X-A: b\r\n"_ba.repeated(500)), Whole, Sees::A, Outcome::Answered);
    row("reset inside the body", Answer::raw(Ok + Json + length(body.size()) + "\r\n" + half).pause(30).reset(), Both, Sees::B, Outcome::Broken);
    row("a second answer behind the first", Answer::raw(wire(withBody(body)) + wire(Answer::chat("A answers nobody"))), Whole, Sees::A, Outcome::Answered);
    row("a hundred answers behind the first", Answer::raw(wire(withBody(body)) + wire(Answer::chat("A answers nobody")).repeated(100)), Whole, Sees::A, Outcome::Answered);
    row("a second stream behind the first", Answer::raw(wire(goodAnswer("A", "first", true)) + wire(Answer::chat("A answers nobody"))), Streamed, Sees::A, Outcome::Answered);
    row("surplus after the length", Answer::raw(wire(withBody(body)) + "surplus\r\n\r\n"), Whole, Sees::A, Outcome::Answered);
    row("gzip that nobody asked for", withBody(body, "Content-Encoding: gzip\r\n"), Both, Sees::B, Outcome::Broken);
    row("gzip cut short", withBody(QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\3\xab", 11), "Content-Encoding: gzip\r\n"), Both, Sees::B, Outcome::Broken);
    row("a bomb in gzip", Answer::raw(Ok + Json + Chunked + "Content-Encoding: gzip\r\n\r\n").flood(piece(QByteArray(65536, '\0'))), Both, Sees::B, Outcome::Broken);
    row("gzip inside a stream", Answer::raw(Ok + Events + Chunked + "Content-Encoding: gzip\r\n\r\n").chunk(QByteArray("\x1f\x8b", 2)).hang(), Streamed, Sees::B, Outcome::Broken);
    row("brotli, zstd and more", withBody(body, "Content-Encoding: br, zstd, x-own\r\n"), Both, Sees::B, Outcome::Broken);
    row("gzip without saying so", withBody(QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\3\xab\xcb", 12)), Both, Sees::B, Outcome::Broken);
    row("coded as what it is", withBody(body, "Content-Encoding: identity\r\n"), Whole, Sees::A, Outcome::Answered);
}

void TestHostileUpstreams::statuses_data()
{
    columns();
    const auto status = [](int number, const QByteArray &fields, const QByteArray &body = R"({"error":{"message":"no"}})") {
        return Answer::raw("HTTP/1.1 " + QByteArray::number(number) + " X\r\n" + Json + length(body.size()) + fields + "\r\n" + body);
    };
    const QByteArray answer = wire(withBody(goodJson()));
    row("100 before the answer", Answer::raw("HTTP/1.1 100 Continue\r\n\r\n" + answer), Whole, Sees::A, Outcome::Answered);
    row("many 100 before the answer", Answer::raw("HTTP/1.1 100 Continue\r\n\r\n"_ba.repeated(50) + answer), Whole, Sees::A, Outcome::Answered);
    row("100 for ever", Answer().flood("HTTP/1.1 100 Continue\r\n\r\n"), Both, Sees::B, Outcome::Timeout);
    row("100 as the last word", Answer::raw("HTTP/1.1 100 Continue\r\n\r\n").close(), Both, Sees::B, Outcome::Broken);
    for (const QByteArray line : {"101 Switching Protocols", "102 Processing", "103 Early Hints"}) {
        row((line + ", then the answer").constData(), Answer::raw("HTTP/1.1 " + line + "\r\nLink: <http://127.0.0.1/>; rel=preload\r\n\r\n").pause(1).send(answer), Both, Sees::B, Outcome::Broken);
        row((line + " as the last word").constData(), Answer::raw("HTTP/1.1 " + line + "\r\n\r\n"), Both, Sees::B, Outcome::Broken);
    }
    row("101 to HTTP/2", Answer::raw("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"), Both, Sees::B, Outcome::Broken);
    row("101 to a web socket", Answer::raw("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n\x81\x05hello").hang(), Both, Sees::B, Outcome::Broken);
    row("204", Answer::raw("HTTP/1.1 204 No Content\r\n\r\n"), Both, Sees::B, Outcome::Broken);
    row("204 with a body", Answer::raw("HTTP/1.1 204 No Content\r\n" + length(goodJson().size()) + "\r\n" + goodJson()), Both, Sees::B, Outcome::Broken);
    row("205", status(205, {}, {}), Both, Sees::B, Outcome::Broken);
    row("304", Answer::raw("HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n"), Both, Sees::B, Outcome::Redirected);
    row("401 with challenges", status(401, "WWW-Authenticate: Basic realm=\"x\", Digest realm=\"x\", nonce=\"1\"\r\nWWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n"), Both, Sees::B, Outcome::CredentialRefused);
    row("401 that wants more for ever", status(401, "WWW-Authenticate: NTLM TlRMTVNTUAACAAAAAAAAADgAAAABAgACASNFZ4mrze8AAAAAAAAAAAAAAAAwAAAA\r\n"), Both, Sees::B, Outcome::CredentialRefused);
    row("407 without a proxy", status(407, "Proxy-Authenticate: Basic realm=\"x\"\r\n"), Both, Sees::B, Outcome::ConnectFailed);
    row("407 with Negotiate", status(407, "Proxy-Authenticate: Negotiate\r\n"), Both, Sees::B, Outcome::ConnectFailed);
    row("421", status(421, {}), Both, Sees::Refusal, Outcome::CallerFault, 421);
    row("a 500 that never ends", Answer::raw("HTTP/1.1 500 X\r\n" + Chunked + "\r\n").flood("10000\r\n" + QByteArray(65536, 'x') + "\r\n"), Both, Sees::B, Outcome::Overloaded);
    row("a 400 that never ends", Answer::raw("HTTP/1.1 400 X\r\n" + Chunked + "\r\n").flood("10000\r\n" + QByteArray(65536, 'x') + "\r\n"), Both, Sees::Refusal, Outcome::CallerFault, 400);
    const QByteArray echo = "Authorization: Bearer " + CredentialOfA;
    row("a 400 with the credential", status(400, {}, R"({"error":{"message":"bad: )" + echo + R"(","type":")" + CredentialOfA + R"(","code":")" + CredentialOfA + "\"}}"), Both, Sees::Refusal, Outcome::CallerFault, 400);
    row("a 400 in plain text with the credential", status(400, {}, "you sent " + echo), Both, Sees::Refusal, Outcome::CallerFault, 400);
    row("a 400 with the credential as a member's name", status(400, {}, R"({"error":{"message":"x",")" + CredentialOfA + R"(":1}})"), Both, Sees::Refusal, Outcome::CallerFault, 400);
    row("a 400 with the credential in escapes", status(400, {}, R"({"error":{"message":"\u0073\u006b-provider-a-0000"}})"), Both, Sees::Refusal, Outcome::CallerFault, 400);
    row("a 400 with the credential where it is cut", Answer::raw("HTTP/1.1 400 X\r\n" + length(256 * 1024 + 1000) + "\r\n" + QByteArray(256 * 1024 - 9, 'x') + CredentialOfA).flood("x", 1000), Both, Sees::Refusal, Outcome::CallerFault, 400);
    row("a 400 with the credential in fields", status(400, "X-RateLimit-Limit: " + CredentialOfA + "\r\nRetry-After: " + CredentialOfA + "\r\nContent-Language: " + CredentialOfA + "\r\n"), Both, Sees::Refusal, Outcome::CallerFault, 400);
    row("a 200 whose content type is the credential", Answer::raw(Ok + "Content-Type: " + CredentialOfA + "\r\n" + length(goodJson().size()) + "\r\n" + goodJson()), Whole, Sees::A, Outcome::Answered);
    row("a reason that is the credential", Answer::raw("HTTP/1.1 400 " + CredentialOfA + "\r\n" + length(0) + "\r\n"), Both, Sees::Refusal, Outcome::CallerFault, 400);
}

void TestHostileUpstreams::canaries_data()
{
    columns();
    const auto to = [](int status, const QByteArray &fields) {
        return Answer::raw("HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + length(2) + fields + "\r\n{}");
    };
    const QByteArray port = QByteArray::number(m_canary.port());
    for (const int status : {300, 301, 302, 303, 305, 306, 307, 308}) {
        const QByteArray name = QByteArray::number(status);
        row((name + " to the canary").constData(), to(status, "Location: " + canary() + "\r\n"), Both, Sees::B, Outcome::Redirected);
        row((name + " without the scheme").constData(), to(status, "Location: //127.0.0.1:" + port + "/v1\r\n"), Whole, Sees::B, Outcome::Redirected);
    }
    row("307 with the credential in it", to(307, "Location: " + canary("/?key=" + CredentialOfA) + "\r\n"), Whole, Sees::B, Outcome::Redirected);
    row("307 with user information", to(307, "Location: http://me:" + CredentialOfA + "@127.0.0.1:" + port + "/\r\n"), Whole, Sees::B, Outcome::Redirected);
    row("307 behind user information", to(307, "Location: http://api.test@127.0.0.1:" + port + "/\r\n"), Whole, Sees::B, Outcome::Redirected);
    row("307 by another name", to(307, "Location: http://localhost:" + port + "/\r\n"), Whole, Sees::B, Outcome::Redirected);
    row("307 as a number", to(307, "Location: http://2130706433:" + port + "/\r\n"), Whole, Sees::B, Outcome::Redirected);
    row("307 to TLS", to(307, "Location: https://127.0.0.1:" + port + "/\r\n"), Whole, Sees::B, Outcome::Redirected);
    row("307 with two places", to(307, "Location: /v1/other\r\nLocation: " + canary() + "\r\n"), Whole, Sees::B, Outcome::Redirected);
    row("307 to a file", to(307, "Location: file:///etc/passwd\r\n"), Whole, Sees::B, Outcome::Redirected);
    row("307 to itself", to(307, "Location: /v1/chat/completions\r\n"), Whole, Sees::B, Outcome::Redirected);
    row("307 without a place", to(307, {}), Whole, Sees::B, Outcome::Redirected);
    row("307 and silence", Answer::raw("HTTP/1.1 307 X\r\nLocation: " + canary() + "\r\nContent-Length: 100\r\n\r\n").hang(), Both, Sees::B, Outcome::Redirected);
    row("201 with a location", Answer::raw(wire(withFields("Location: " + canary() + "\r\n", "HTTP/1.1 201 Created\r\n"))), Whole, Sees::A, Outcome::Answered, 201);
    row("Refresh", withFields("Refresh: 0; url=" + canary() + "\r\n"), Whole, Sees::A, Outcome::Answered);
    row("Alt-Svc", withFields("Alt-Svc: h2=\"127.0.0.1:" + port + "\"; ma=86400; persist=1, http/1.1=\"127.0.0.1:" + port + "\"\r\nAlt-Used: 127.0.0.1:" + port + "\r\n"), Whole, Sees::A, Outcome::Answered);
    row("Link", withFields("Link: <" + canary() + ">; rel=preconnect, <" + canary() + ">; rel=preload\r\n"), Whole, Sees::A, Outcome::Answered);
    row("cookies", withFields("Set-Cookie: a=b; Path=/\r\nSet-Cookie: c=d; Domain=127.0.0.1\r\nSet-Cookie2: e=f\r\n"), Whole, Sees::A, Outcome::Answered);
    row("HSTS", withFields("Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n"), Whole, Sees::A, Outcome::Answered);
    row("Content-Location", withFields("Content-Location: " + canary() + "\r\nX-Forwarded-Host: 127.0.0.1:" + port + "\r\n"), Whole, Sees::A, Outcome::Answered);
    row("reports", withFields("Report-To: {\"endpoints\":[{\"url\":\"" + canary() + "\"}]}\r\nNEL: {\"report_to\":\"x\"}\r\n"), Whole, Sees::A, Outcome::Answered);
    row("hop by hop", withFields("Connection: X-Own, close\r\nX-Own: 1\r\nKeep-Alive: timeout=99\r\nProxy-Connection: keep-alive\r\nUpgrade: h2c\r\nTrailer: X\r\nTE: x\r\n"), Whole, Sees::A, Outcome::Answered);
    row("permission for pages", withFields("Access-Control-Allow-Origin: *\r\nAccess-Control-Allow-Credentials: true\r\n"), Whole, Sees::A, Outcome::Answered);
    row("our own headers", withFields("x-understudy-served-by: canary/x\r\nx-request-id: forged\r\nx-understudy-attempts: 99\r\nx-should-retry: true\r\n"), Whole, Sees::A, Outcome::Answered);
    row("a 503 that asks to come to the canary", to(503, "Location: " + canary() + "\r\nRefresh: 0; url=" + canary() + "\r\n"), Both, Sees::B, Outcome::Overloaded);
    row("a 401 that names the canary", to(401, "WWW-Authenticate: Bearer realm=\"" + canary() + "\", authorization_uri=\"" + canary() + "\"\r\n"), Both, Sees::B, Outcome::CredentialRefused);
    row("a 305 to a proxy", to(305, "Location: " + canary("/") + "\r\nProxy: 127.0.0.1:" + port + "\r\n"), Both, Sees::B, Outcome::Redirected);
}

void TestHostileUpstreams::bodies_data()
{
    columns();
    const QByteArray good = goodJson();
    const auto member = [&good](const QByteArray &more) { return withBody(QByteArray(good).insert(1, more + ',')); };
    row("not JSON", withBody("hello"), Both, Sees::B, Outcome::Broken);
    row("cut JSON", withBody(good.chopped(1)), Both, Sees::B, Outcome::Broken);
    row("JSON and more", withBody(good + good), Both, Sees::B, Outcome::Broken);
    row("100,000 deep", withBody(QByteArray(100'000, '[') + QByteArray(100'000, ']')), Both, Sees::B, Outcome::Broken);
    row("100,000 deep in a member", member("\"x\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']')), Both, Sees::B, Outcome::Broken);
    row("100,000 objects deep", member("\"x\":" + "{\"a\":"_ba.repeated(100'000) + '1' + QByteArray(100'000, '}')), Both, Sees::B, Outcome::Broken);
    row("a byte order mark", withBody("\xEF\xBB\xBF" + good), Both, Sees::B, Outcome::Broken);
    row("UTF-16", withBody(QByteArray("\xff\xfe{\0}\0", 6)), Both, Sees::B, Outcome::Broken);
    row("invalid UTF-8", member("\"x\":\"\xff\xc0\x80\""), Both, Sees::B, Outcome::Broken);
    row("half a surrogate in UTF-8", member("\"x\":\"\xed\xa0\x80\""), Both, Sees::B, Outcome::Broken);
    row("NUL", withBody(QByteArray(100, '\0')), Both, Sees::B, Outcome::Broken);
    row("a NUL in a string", member(QByteArray("\"x\":\"a\0b\"", 9)), Both, Sees::B, Outcome::Broken);
    row("huge numbers", member("\"x\":[1e400,-1e999999,12345678901234567890123456789012345678901234567890]"), Whole, Sees::A, Outcome::Answered);
    row("a number of 1 MB", member("\"x\":" + QByteArray(1'000'000, '9')), Whole, Sees::A, Outcome::Answered);
    row("usage beyond sense", withBody(QByteArray(good).replace("\"prompt_tokens\":7", "\"prompt_tokens\":-99999999999999999999999,\"x\":1e30")), Whole, Sees::A, Outcome::Answered);
    row("4,000 members", member("\"x\":1,"_ba.repeated(4'000).chopped(1)), Whole, Sees::A, Outcome::Answered);
    row("200,000 members", member("\"x\":1,"_ba.repeated(200'000).chopped(1)), Whole, Sees::B, Outcome::Broken); // more than are indexed (json::MaxMembers)
    row("choices twice", withBody(QByteArray(good).insert(1, "\"choices\":[],")), Whole, Sees::A, Outcome::Answered);
    row("an empty object", withBody("{}"), Both, Sees::B, Outcome::Broken);
    row("null", withBody("null"), Both, Sees::B, Outcome::Broken);
    row("an empty body", withBody({}), Both, Sees::B, Outcome::Broken);
    row("no choices", withBody(R"({"choices":[]})"), Both, Sees::B, Outcome::Broken);
    row("choices that are none", withBody(R"({"choices":{"0":1}})"), Both, Sees::B, Outcome::Broken);
    row("a web page", Answer::raw(Ok + "Content-Type: text/html\r\n" + length(15) + "\r\n<html>hi</html>"), Both, Sees::B, Outcome::Broken);
    row("a web page that says JSON", withBody("<!DOCTYPE html><html>login</html>"), Both, Sees::B, Outcome::Broken);
    row("a page that reloads from the canary", withBody("<html><meta http-equiv=refresh content='0;url=" + canary() + "'>"), Both, Sees::B, Outcome::Broken);
    row("an error in a 200", withBody(R"({"error":{"message":"overloaded","type":"server_error"}})"), Both, Sees::B, Outcome::Overloaded);
    row("an error with the credential in a 200", withBody(R"({"error":{"message":"no )" + CredentialOfA + R"(","code":"invalid_api_key"}})"), Both, Sees::B, Outcome::CredentialRefused);
    row("an error about the request in a 200", withBody(R"({"error":{"message":"bad )" + CredentialOfA + R"(","type":"invalid_request_error","code":400}})"), Both, Sees::Refusal, Outcome::CallerFault, 400);
    row("blanks without end", Answer::raw(Ok + Json + Chunked + "\r\n").flood("10000\r\n" + QByteArray(65536, ' ') + "\r\n"), Both, Sees::B, Outcome::Broken);
    row("an array without end", Answer::raw(Ok + Json + Chunked + "\r\n1\r\n[\r\n").flood("10000\r\n" + QByteArray(65536, '[') + "\r\n"), Both, Sees::B, Outcome::Broken);
    row("a body without end or length", Answer::raw(Ok + Json + "\r\n").flood(QByteArray(65536, 'x')), Both, Sees::B, Outcome::Broken);
    row("a stream to a whole question", goodAnswer("A", "first", true), Whole, Sees::B, Outcome::Broken);
    row("a whole answer", withBody(good), Streamed, Sees::A, Outcome::Answered);
    row("Date of 1970", withFields("Date: Thu, 01 Jan 1970 00:00:00 GMT\r\nLast-Modified: x\r\nExpires: -1\r\nAge: -99\r\n"), Whole, Sees::A, Outcome::Answered);
    row("Date of 9999", withFields("Date: Fri, 31 Dec 9999 23:59:59 GMT\r\nCache-Control: max-age=99999999999\r\n"), Whole, Sees::A, Outcome::Answered);
    row("two content types", withFields("Content-Type: text/html\r\n"), Whole, Sees::A, Outcome::Answered);
}

void TestHostileUpstreams::streams_data()
{
    columns();
    const auto flooded = [](const Answer &before, const QByteArray &chunk) {
        return Answer(before).flood(QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n");
    };
    const QByteArray big = content(QByteArray(10'000'000, 'x')), tooBig = content(QByteArray(11'000'000, 'x'));
    row("an event of 10 MB", events({big, Stop, Done}).last(), Streamed, Sees::A, Outcome::Answered);
    row("an event of 11 MB", events({tooBig, Stop, Done}).last(), Streamed, Sees::B, Outcome::Broken);
    row("an event of 11 MB later", events({content("a"), tooBig, Stop, Done}).last(), Streamed, Sees::Interrupted, Outcome::Broken);
    row("an event without end", flooded(events({"data: {\""}), QByteArray(65536, 'x')), Streamed, Sees::B, Outcome::Broken);
    row("an event without end later", flooded(events({content("a"), "data: {\""}), QByteArray(65536, 'x')), Streamed, Sees::Interrupted, Outcome::Broken);
    row("an event of endless lines", flooded(events({content("a")}), "data: x\n"_ba.repeated(5000)), Streamed, Sees::Interrupted, Outcome::Broken);
    row("comments without end", flooded(events({Role}), ": keep-alive\n\n"_ba.repeated(50)), Streamed, Sees::B, Outcome::Broken);
    row("one comment without end", flooded(events({":"}), QByteArray(65536, 'x')), Streamed, Sees::B, Outcome::Broken);
    row("blank lines without end", flooded(events({Role}), "\n"_ba.repeated(5000)), Streamed, Sees::B, Outcome::Broken);
    row("roles without end", flooded(events({}), Role.repeated(50)), Streamed, Sees::B, Outcome::Broken);
    row("comments dripped", events({Role}).drip(wire(Answer().chunk(": k\n\n")).repeated(40), 10).hang(), Streamed, Sees::B, Outcome::Timeout);
    row("an event dripped", Answer::stream().drip(wire(Answer().chunk(content("a"))), 10).hang(), Streamed, Sees::B, Outcome::Timeout);
    row("comments for ever after the output", flooded(events({content("a")}), ": k\n\n"_ba.repeated(2)), Streamed, Sees::Interrupted, Outcome::Broken);
    row("pings for ever after the output", flooded(events({content("a")}), "event: ping\ndata: {}\n\n"), Streamed, Sees::Interrupted, Outcome::Broken);
    row("roles for ever after the output", flooded(events({content("a")}), Role), Streamed, Sees::Interrupted, Outcome::Broken);
    row("silence after the output", events({content("a")}).hang(), Streamed, Sees::Interrupted, Outcome::Broken);
    row("NULs", events({QByteArray(1000, '\0') + "\n\n", content("a"), Stop, Done}).last(), Streamed, Sees::A, Outcome::Answered);
    row("a NUL in the data", events({QByteArray("data: \0\n\n", 9), content("a"), Stop, Done}).last(), Streamed, Sees::B, Outcome::Broken);
    row("a byte order mark", events({"\xEF\xBB\xBF" + content("a"), Stop, Done}).last(), Streamed, Sees::A, Outcome::Answered);
    row("a byte order mark in the middle", events({content("a"), "\xEF\xBB\xBF" + Stop, Done}).last(), Streamed, Sees::A, Outcome::Answered);
    row("only a byte order mark before the end", events({content("a"), "\xEF\xBB\xBF" + Stop}).last(), Streamed, Sees::Interrupted, Outcome::Broken);
    row("data without a colon", events({"data\n\n", content("a"), "data\ndata\n\n", Stop, Done}).last(), Streamed, Sees::A, Outcome::Answered);
    row("fields of nobody", events({"id: \nretry: 0\nfoo: bar\nevent\n:\n\n", content("a"), "retry: 99999999999\n\n", Stop, Done}).last(), Streamed, Sees::A, Outcome::Answered);
    row("invalid UTF-8 in the data", events({content("\xff\xfe"), Stop, Done}).last(), Streamed, Sees::B, Outcome::Broken);
    row("invalid UTF-8 later", events({content("a"), content("\xc3"), Stop, Done}).last(), Streamed, Sees::Interrupted, Outcome::Broken);
    row("100,000 deep", events({"data: " + QByteArray(100'000, '[') + "\n\n", content("a"), Stop, Done}).last(), Streamed, Sees::B, Outcome::Broken);
    row("100,000 deep later", events({content("a"), "data: " + QByteArray(100'000, '{') + "\n\n", Stop, Done}).last(), Streamed, Sees::Interrupted, Outcome::Broken);
    row("no [DONE]", events({content("a"), Stop}).last(), Streamed, Sees::A, Outcome::Answered);
    row("no finish reason", events({content("a"), Done}).last(), Streamed, Sees::A, Outcome::Answered);
    row("neither [DONE] nor finish reason", events({content("a")}).last(), Streamed, Sees::Interrupted, Outcome::Broken);
    row("cut before the last chunk", events({content("a")}).close(), Streamed, Sees::Interrupted, Outcome::Broken);
    row("a bad chunk size", events({content("a")}).send("zz\r\n").hang(), Streamed, Sees::Interrupted, Outcome::Broken);
    row("only [DONE]", events({Done}).last(), Streamed, Sees::B, Outcome::Broken);
    row("nothing", events({}).last(), Streamed, Sees::B, Outcome::Broken);
    row("two finish reasons", events({content("a"), Stop, content("b"), Stop, Done}).last(), Streamed, Sees::A, Outcome::Answered);
    row("an error in the middle", events({content("a"), "data: {\"error\":{\"message\":\"no " + CredentialOfA + "\",\"code\":\"" + CredentialOfA + "\"}}\n\n", Stop, Done}).last(), Streamed, Sees::Interrupted, Outcome::Broken);
    row("an event that says error", events({content("a"), "event: error\ndata: {\"message\":\"" + CredentialOfA + "\"}\n\n", Done}).last(), Streamed, Sees::Interrupted, Outcome::Broken);
    row("an error first", events({"data: {\"error\":{\"message\":\"overloaded " + CredentialOfA + "\",\"type\":\"server_error\"}}\n\n", Done}).last(), Streamed, Sees::B, Outcome::Overloaded);
    const QByteArray stream = content("a") + Stop + Done;
    row("with a length", Answer::raw(Ok + Events + length(stream.size()) + "\r\n" + stream), Streamed, Sees::A, Outcome::Answered);
    row("with a length that is too short", Answer::raw(Ok + Events + length(content("a").size() + 9) + "\r\n" + stream), Streamed, Sees::Interrupted, Outcome::Broken);
    row("until the close", Answer::raw(Ok + Events + "\r\n" + stream).close(), Streamed, Sees::A, Outcome::Answered);
    row("as plain text", Answer::raw(Ok + "Content-Type: text/plain\r\n" + length(stream.size()) + "\r\n" + stream), Streamed, Sees::A, Outcome::Answered);
    row("as JSON", Answer::raw(Ok + Json + length(stream.size()) + "\r\n" + stream), Streamed, Sees::A, Outcome::Answered);
    row("as a web page", Answer::raw(Ok + "Content-Type: text/html\r\n" + length(stream.size()) + "\r\n" + stream), Streamed, Sees::B, Outcome::Broken);
    row("with cookies and a canary", Answer::stream(200, {{"Set-Cookie", "a=b"}, {"Alt-Svc", "h2=\"127.0.0.1:" + QByteArray::number(m_canary.port()) + "\""}}).chunk(stream).last(), Streamed, Sees::A, Outcome::Answered);
}

void TestHostileUpstreams::retryAfter_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("suspends");
    const auto row = [](const char *name, const QByteArray &fields, bool suspends) { QTest::newRow(name) << fields << suspends; };
    const auto after = [](const QByteArray &value) { return "Retry-After: " + value + "\r\n"; };
    const auto date = [](qint64 seconds) {
        return QLocale::c().toString(QDateTime::currentDateTimeUtc().addSecs(seconds), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
    };
    row("nothing", {}, false);
    row("a day", after("86400"), true);
    row("decimals", after("2.75"), true);
    row("10^30", after("1" + QByteArray(30, '0')), true);
    row("a thousand digits", after(QByteArray(1000, '9')), true);
    row("in two hours", after(date(7200)), true);
    row("year 9999", after("Fri, 31 Dec 9999 23:59:59 GMT"), true);
    row("negative", after("-5"), false);
    row("with an exponent", after("1e30"), false);
    row("words", after("soon"), false);
    row("in the past", after("Thu, 01 Jan 1970 00:00:00 GMT"), false);
    row("no such date", after("Mon, 99 Feb 2026 99:99:99 GMT"), false);
    row("a date of a clock that lies", "Date: Sat, 01 Jan 2000 00:00:00 GMT\r\n" + after("Sat, 01 Jan 2000 02:00:00 GMT"), false);
    row("a minute, by a clock that lies", "Date: Sat, 01 Jan 2050 00:00:00 GMT\r\n" + after("60"), true);
    row("several", after("5") + after("99999"), false);
    row("milliseconds beyond sense", "retry-after-ms: -1\r\n", false);
}

/// Nobody waits for what a provider asks, and it is left alone no longer than the policy's cap.
void TestHostileUpstreams::retryAfter()
{
    QFETCH(QByteArray, fields);
    QFETCH(bool, suspends);
    Stage stage;
    Policy &policy = stage.bench.key.policy;
    policy.breaker = {true, 100, 15s};
    policy.retryAfterCap = 400ms;
    stage.hostile(Answer::raw("HTTP/1.1 429 X\r\n" + Json + length(2) + fields + "\r\n{}"));
    QVERIFY(stage.bench.start(1));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(header(stage.ask("first", false), "x-understudy-served-by"), "b/m2");
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(stage.bench.waitForRecords(1));
    QCOMPARE(stage.bench.ledger.records().first().attempts.first().outcome, Outcome::RateLimited);
    const RawAnswer next = stage.ask("second", false);
    QCOMPARE(header(next, "x-understudy-served-by"), suspends ? "b/m2" : "a/m1");
    if (suspends)
        QVERIFY(QTest::qWaitFor([&] { return header(stage.ask("second", false), "x-understudy-served-by") == "a/m1"; }, 5000));
}

void TestHostileUpstreams::everySplit_data()
{
    QTest::addColumn<QByteArray>("newline");
    QTest::newRow("LF") << "\n"_ba;
    QTest::newRow("CRLF") << "\r\n"_ba;
    QTest::newRow("CR") << "\r"_ba;
}

/// One question for each place where the stream can be cut in two: inside a letter, a line end, a chunk of JSON.
void TestHostileUpstreams::everySplit()
{
    QFETCH(QByteArray, newline);
    QByteArray stream = "\xEF\xBB\xBF: hello\n\n" + content("caf\xc3\xa9 \xe4\xbd\xa0\xe5\xa5\xbd \xf0\x9f\x99\x82") + Stop + Done;
    stream.replace("\n", newline);
    Stage stage;
    stage.a.setHandler([stream](const Received &request) {
        const qsizetype cut = caseOf(request.body);
        return Answer::stream().chunk(stream.first(cut)).pause(20).chunk(stream.sliced(cut)).last();
    });
    QVERIFY(stage.bench.start(2));
    QByteArrayList requests;
    for (qsizetype cut = 1; cut < stream.size(); ++cut)
        requests.append(GatewayBench::post(question("case " + QByteArray::number(cut).rightJustified(4, '0'), true)));
    const QList<RawAnswer> answers = stage.askAll(requests);
    for (qsizetype cut = 1; cut < stream.size(); ++cut) {
        const RawAnswer &seen = answers[cut - 1];
        QVERIFY2(seen.complete && seen.body == stream, QByteArray::number(cut) + ": " + seen.body);
    }
    QCOMPARE(stage.b.requestCount(), 0);
}

/// An answer to nothing that lies ready in a new connection.
void TestHostileUpstreams::answerBeforeTheRequest()
{
    Stage stage;
    stage.a.setGreeting(wire(Answer::chat("A answers nobody")));
    stage.hostile(goodAnswer("A", "first", false));
    QVERIFY(stage.bench.start(1));
    const RawAnswer seen = stage.ask("first", false);
    QCOMPARE(seen.status, 200);
    QEXPECT_FAIL("", "the library takes it for the answer to the first request; nothing of it can be seen from outside", Continue);
    QVERIFY2(!seen.body.contains("nobody"), seen.body);
    QCOMPARE(faultOf(stage.a, CredentialOfA, CredentialOfB), QString());
}

void TestHostileUpstreams::spoiltConnectionsDoNotPileUp_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("by interim answers") << Answer::raw("HTTP/1.1 103 Early Hints\r\n\r\n");
    QTest::newRow("by two lengths") << Answer::raw(Ok + Json + length(5) + length(2) + "\r\n{}");
}

/// Bug: each of them left a connection open that nobody would use again; a single provider could take all descriptors.
void TestHostileUpstreams::spoiltConnectionsDoNotPileUp()
{
    QFETCH(Answer, answer);
    Stage stage;
    stage.hostile(answer);
    QVERIFY(stage.bench.start(1));
    const QList<RawAnswer> answers = stage.askAll(QByteArrayList(200, GatewayBench::post(question("first", false))));
    for (const RawAnswer &seen : answers)
        QCOMPARE(seen.body, bodyOf(goodAnswer("B", "first", false)));
    for (int i = 0; i < 40; ++i)
        QCOMPARE(stage.ask("first", false).body, bodyOf(goodAnswer("B", "first", false)));
    QVERIFY(stage.bench.waitForRecords(240));
    QCOMPARE(stage.bench.ledger.records().last().attempts.first().outcome, Outcome::Broken);
    const int most = 200 + ConnectionGroups::PerGroup;
    QVERIFY2(stage.a.openConnections() <= most, qPrintable(QString::number(stage.a.openConnections())));
    qInfo("%d requests, %d connections", stage.a.requestCount(), stage.a.openConnections());
}

void TestHostileUpstreams::hugeAnswers_data()
{
    QTest::addColumn<bool>("stream");
    QTest::newRow("refused as one answer") << false;
    QTest::newRow("passed through as a stream") << true;
}

/// A stream of 200 MB takes no memory, a whole answer of 2 GB no more than Attempt::MaxAnswerBytes and what is on its way.
void TestHostileUpstreams::hugeAnswers()
{
    QFETCH(bool, stream);
    const int Pieces = stream ? 2000 : 20'000; // of a whole answer there is as much as would come
    const QByteArray piece = content(QByteArray(100'000, 'x'));
    const QByteArray start = "{\"x\":\"";
    Answer answer = stream ? events({}).flood(wire(Answer().chunk(piece)), Pieces).chunk(Stop + Done).last()
                           : Answer::raw(Ok + Json + length(2'000'000'000) + "\r\n" + start).flood(QByteArray(100'000, 'x'), Pieces);
    Stage stage(60s);
    stage.hostile(answer);
    QVERIFY(stage.bench.start(1));
    QCOMPARE(stage.ask("second", stream).status, 200); // what is allocated once is not counted

    const qint64 before = residentKb(getpid()) * 1024;
    qint64 most = before, received = 0;
    QByteArray last;
    RawHttpClient client;
    QVERIFY(client.connectTo(stage.bench.gateway->port()));
    connect(&client.socket(), &QTcpSocket::readyRead, this, [&] {
        const QByteArray bytes = client.socket().readAll();
        received += bytes.size();
        last = (last + bytes).right(1000);
    });
    QElapsedTimer timer;
    timer.start();
    client.send(GatewayBench::post(question("first", stream)));
    QVERIFY(QTest::qWaitFor([&] {
        most = std::max(most, residentKb(getpid()) * 1024);
        return stage.bench.ledger.size() > 1;
    }, 60000));
    qInfo("%.0f MB of %.0f received in %lld ms, memory grew by %.1f MB", double(received) / 1e6, double(stage.a.bytesWritten()) / 1e6, timer.elapsed(), double(most - before) / 1e6);
    if (!stream)
        QVERIFY2(stage.a.bytesWritten() < 100'000'000, qPrintable(QString::number(stage.a.bytesWritten())));
    if (before > 0 && !Sanitized)
        QVERIFY2(most - before < (stream ? 30'000'000 : 200'000'000), qPrintable(QString::number(most - before)));
    const ExchangeRecord record = stage.bench.ledger.records().last();
    QCOMPARE(record.attempts.first().outcome, stream ? Outcome::Answered : Outcome::Broken);
    QCOMPARE(record.status, ExchangeStatus::Answered);
    QVERIFY(QTest::qWaitFor([&] { return last.contains(stream ? "[DONE]" : "B answers first"); }));
    if (stream)
        QVERIFY2(received > Pieces * piece.size(), qPrintable(QString::number(received)));
    QVERIFY(stage.a.waitFor([&] { return stage.a.openConnections() <= 1; }));
}

/// Whatever a provider says about other places, in any mixture: only A and B are ever called, each with its own credential.
void TestHostileUpstreams::nothingReachesTheCanary()
{
    constexpr int Times = 100;
    QRandomGenerator random(20260421);
    const QByteArray port = QByteArray::number(m_canary.port());
    const QByteArrayList places{canary(), "//127.0.0.1:" + port + "/x", "http://me:" + CredentialOfA + "@127.0.0.1:" + port + "/", canary("/?k=" + CredentialOfA),
                                "http://localhost:" + port + "/", "HTTP://127.0.0.1:" + port, " " + canary() + " ", "http:\\\\127.0.0.1:" + port + "\\"};
    const auto field = [&]() -> QByteArray {
        const QByteArray place = places[random.bounded(int(places.size()))];
        switch (random.bounded(9)) {
        case 0: return "Location: " + place;
        case 1: return "Refresh: 0; url=" + place;
        case 2: return "Alt-Svc: h2=\"127.0.0.1:" + port + "\"; ma=999999";
        case 3: return "Link: <" + place + ">; rel=preconnect";
        case 4: return "Set-Cookie: a=b; Domain=127.0.0.1; Path=/";
        case 5: return "Content-Location: " + place;
        case 6: return "WWW-Authenticate: Basic realm=\"" + place + "\"";
        case 7: return "Proxy-Authenticate: Negotiate";
        default: return "Strict-Transport-Security: max-age=99999";
        }
    };
    constexpr std::array statuses{200, 201, 300, 301, 302, 303, 305, 307, 308, 401, 403, 407, 429, 500, 503};
    QList<Answer> answers;
    for (int i = 0; i < Times; ++i) {
        QByteArray head = "HTTP/1.1 " + QByteArray::number(statuses[size_t(random.bounded(int(statuses.size())))]) + " X\r\n";
        for (int n = random.bounded(1, 6); n > 0; --n)
            head += field() + "\r\n";
        answers.append(Answer::raw(head + length(2) + "\r\n{}"));
    }
    Stage stage;
    stage.a.setHandler([answers](const Received &request) { return answers[caseOf(request.body)]; });
    QVERIFY(stage.bench.start(2));
    QByteArrayList requests;
    for (int i = 0; i < Times; ++i)
        requests.append(GatewayBench::post(question("case " + QByteArray::number(i).rightJustified(4, '0'), i % 2 == 1)));
    const QList<RawAnswer> all = stage.askAll(requests);
    for (int i = 0; i < Times; ++i) {
        const RawAnswer &seen = all[i];
        QVERIFY2(seen.status == 200 && header(seen, "x-understudy-served-by") == "b/m2", wire(answers[i]) + seen.body);
        QCOMPARE(faultOf(seen), QString());
    }
    QCOMPARE(stage.a.requestCount(), Times);
    QCOMPARE(stage.b.requestCount(), Times);
    QCOMPARE(faultOf(stage.a, CredentialOfA, CredentialOfB), QString());
    QCOMPARE(faultOf(stage.b, CredentialOfB, CredentialOfA), QString());
    QCOMPARE(m_canary.connections(), 0);
}

void TestHostileUpstreams::proxiesOfTheEnvironment_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::newRow("http") << "http"_ba;
    QTest::newRow("socks5") << "socks5"_ba;
}

/// A channel whose proxy is "none" uses none, whatever the environment says; with "system" the same environment counts.
void TestHostileUpstreams::proxiesOfTheEnvironment()
{
    QFETCH(QByteArray, scheme);
    FakeUpstream proxy;
    constexpr std::array variables{"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"};
    for (const char *variable : variables)
        qputenv(variable, scheme + "://127.0.0.1:" + QByteArray::number(proxy.port()));
    const auto restored = qScopeGuard([&] {
        for (const char *variable : variables)
            qunsetenv(variable);
    });
    for (const ProxyChoice::Kind kind : {ProxyChoice::Kind::None, ProxyChoice::Kind::System}) {
        Stage stage(kind == ProxyChoice::Kind::None ? Patience : Soon);
        stage.hostile(goodAnswer("A", "first", false));
        for (Channel &channel : stage.bench.configuration.channels)
            channel.proxy.kind = kind;
        QVERIFY(stage.bench.start(1));
        const RawAnswer seen = stage.ask("first", false);
        if (kind == ProxyChoice::Kind::None)
            QCOMPARE(seen.body, goodJson());
        QCOMPARE(proxy.connections() > 0, kind == ProxyChoice::Kind::System);
    }
}

QTEST_GUILESS_MAIN(TestHostileUpstreams)
#include "tst_hostileupstreams.moc"
