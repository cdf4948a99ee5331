// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that mean harm, against the whole gateway and with a valid key: whatever is not refused reaches the provider.
#include "integration/GatewayBench.h"

#include "base/JsonSpan.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <cctype>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

using namespace understudy;
using namespace understudy::test;

namespace {

constexpr int PatienceMs = 8000;
const QByteArray Host = "Host: 127.0.0.1\r\n", Key = "Authorization: Bearer " + GatewayBench::secret + "\r\n", Json = "Content-Type: application/json\r\n",
                 Chunked = "Transfer-Encoding: chunked\r\n", Chat = R"({"model":"m1","messages":[{"role":"user","content":"row"}]})",
                 ChatPath = "/v1/chat/completions", Health = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                 Last = "0\r\n\r\n";
const QString EvilModel = u"m\r\nx-evil: 1\r\n\r\n\u5bb6\""_s; // a configuration would refuse it; the wire must bear it all the same

QByteArray number(qint64 value) { return QByteArray::number(value); }
QByteArray length(const QByteArray &body) { return "Content-Length: " + number(body.size()) + "\r\n"; }
QByteArray chunk(const QByteArray &body) { return QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n"; }
/// A request whose fields are all given but Host and key.
QByteArray ask(const QByteArray &line, const QByteArray &fields = {}, const QByteArray &body = {})
{
    return line + "\r\n" + Host + Key + fields + "\r\n" + body;
}
QByteArray post(const QByteArray &fields, const QByteArray &body, const QByteArray &target = ChatPath)
{
    return ask("POST " + target + " HTTP/1.1", Json + fields, body);
}
QByteArray whole(const QByteArray &body, const QByteArray &more = {}) { return post(length(body) + more, body); }
QByteArray get(const QByteArray &target, const QByteArray &more = {}) { return ask("GET " + target + " HTTP/1.1", more); }
/// The whole head is given but its Host.
QByteArray headed(const QByteArray &fields, const QByteArray &body = Chat)
{
    return "POST " + ChatPath + " HTTP/1.1\r\n" + fields + Json + length(body) + "\r\n" + body;
}
QByteArray chatOf(const QByteArray &content) { return QByteArray(Chat).replace("row", content); }
/// A second request that would reach the provider if anybody took it for one.
QByteArray smuggled() { return whole(chatOf("smuggled")); }
QByteArray nested(const QByteArray &open, int levels, const QByteArray &inner, const QByteArray &close)
{
    return R"({"model":"m1","x":)" + open.repeated(levels) + inner + close.repeated(levels) + '}';
}

struct Part {
    QByteArray head;
    QByteArray content;
};
QByteArray field(const QByteArray &name) { return "Content-Disposition: form-data; name=\"" + name + "\""; }
QByteArray form(const QList<Part> &parts, const QByteArray &end = "--xyz--\r\n")
{
    QByteArray body;
    for (const Part &part : parts)
        body += "--xyz\r\n" + part.head + "\r\n\r\n" + part.content + "\r\n";
    return body + end;
}
QByteArray upload(const QByteArray &body, const QByteArray &type = "multipart/form-data; boundary=xyz", const QByteArray &more = {})
{
    return ask("POST /v1/audio/transcriptions HTTP/1.1", "Content-Type: " + type + "\r\n" + length(body) + more, body);
}
const Part File{"Content-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\nContent-Type: audio/wav", QByteArray("RIFF\0\r\n\n", 8)};
const Part Model{field("model"), "w1"};

struct Row {
    QByteArray name;
    QByteArray in;
    QByteArray answers; ///< "status[ code]", joined by " | ", and what becomes of the connection: open or close
    QList<QByteArray> upstream; ///< bodies that reach the provider
};

/// What the answers say in a row's words; the fault is the first thing that a strict client could not read.
struct Answers {
    QList<RawAnswer> list;
    QByteArray words;
    QByteArray fault;
};

Answers readAnswers(QByteArray bytes, bool closed, bool toHead)
{
    static const QRegularExpression statusLine(u"\\AHTTP/1\\.1 [1-5]\\d\\d [A-Za-z -]+\\z"_s), fieldLine(u"\\A[A-Za-z0-9-]+: [\\x20-\\x7e]*\\z"_s);
    Answers answers;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0) {
            answers.fault = "a head that is cut: " + bytes.first(std::min<qsizetype>(bytes.size(), 80));
            return answers;
        }
        const QList<QByteArray> lines = bytes.first(end).split('\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            QByteArray line = lines[i];
            const bool ends = i == lines.size() - 1 || line.endsWith('\r');
            if (line.endsWith('\r'))
                line.chop(1);
            if (!ends || !(i == 0 ? statusLine : fieldLine).match(QString::fromLatin1(line)).hasMatch())
                answers.fault = "not a line of a head: " + line;
        }
        RawAnswer answer = parseAnswer(bytes, closed);
        if (answer.status < 200) { // an interim answer: nothing but its head
            bytes.remove(0, end + 4);
            continue;
        }
        const auto count = [&](QByteArrayView name) {
            return std::count_if(answer.headers.cbegin(), answer.headers.cend(), [name](const HttpHeader &h) { return h.name.compare(name, Qt::CaseInsensitive) == 0; });
        };
        const qsizetype framing = count("content-length") + count("transfer-encoding");
        if (framing != (answer.status == 204 ? 0 : 1) || count("x-request-id") != 1 || count("x-evil") != 0)
            answers.fault = "a head that says too much or too little: " + bytes.first(end);
        if (toHead && answers.list.isEmpty())
            answer.body.clear();
        else if (!answer.complete) {
            answers.fault = "an answer that is cut";
            return answers;
        }
        bytes.remove(0, answer.status == 204 ? end + 4 : headerValue(answer.headers, "transfer-encoding") ? bytes.size() - dechunk(QByteArrayView(bytes).sliced(end + 4)).rest.size()
                                                                                                           : end + 4 + answer.body.size());
        const QByteArray code = answer.status < 400 || (toHead && answers.list.isEmpty()) ? QByteArray() : json::Value(answer.body)["error"]["code"].toUtf8();
        if (answer.status >= 400 && !toHead && (json::validate(answer.body) || code.isEmpty()))
            answers.fault = "no error in OpenAI's shape: " + answer.body;
        answers.words += (answers.list.isEmpty() ? "" : " | ") + number(answer.status) + (code.isEmpty() ? "" : " ") + code;
        answers.list.append(answer);
    }
    return answers;
}

/// A client that blocks: gateway and provider have threads of their own.
class Client {
public:
    explicit Client(quint16 port, bool toHead = false) : m_toHead(toHead)
    {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_socket.waitForConnected(PatienceMs);
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.state() == QAbstractSocket::ConnectedState && m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(PatienceMs)) { }
    }
    bool until(const std::function<bool()> &enough, int timeoutMs = PatienceMs)
    {
        QElapsedTimer clock;
        clock.start();
        while (m_bytes += m_socket.readAll(), !enough()) {
            if (closed() || clock.elapsed() > timeoutMs)
                return false;
            m_socket.waitForReadyRead(20);
        }
        return true;
    }
    bool untilAnswers(qsizetype count)
    {
        return until([&] { const Answers seen = answers(); return seen.list.size() >= count && seen.fault.isEmpty(); });
    }
    bool untilClosed(int timeoutMs = PatienceMs) { return until([this] { return closed(); }, timeoutMs); }
    Answers answers() const { return readAnswers(m_bytes, closed(), m_toHead); }
    void forget() { m_bytes.clear(); } ///< what was received so far
    bool closed() const { return m_socket.state() != QAbstractSocket::ConnectedState; }
    const QByteArray &bytes() const { return m_bytes; }

private:
    QTcpSocket m_socket;
    QByteArray m_bytes;
    const bool m_toHead;
};

/// Why what the provider received could be read in two ways, or holds what is not its business; empty: it is sound.
QByteArray faultOf(const Received &request, quint16 port)
{
    static const QList<QByteArray> known{"host", "content-length", "content-type", "accept", "openai-beta", "authorization", "connection", "accept-encoding", "accept-language", "user-agent"};
    const QByteArray head = request.raw.first(request.raw.indexOf("\r\n\r\n"));
    if (std::any_of(head.cbegin(), head.cend(), [](char c) { return quint8(c) < 0x20 && c != '\r' && c != '\n' && c != '\t'; }) || head.count('\r') != head.count('\n')
        || head.count("\r\n") != head.count('\n'))
        return "a control character in the head";
    QSet<QByteArray> seen;
    for (const HttpHeader &header : request.headers) {
        const QByteArray name = header.name.toLower();
        if (!known.contains(name))
            return "a field that is nobody's: " + name;
        if (seen.contains(name))
            return "a field that comes twice: " + name;
        seen.insert(name);
    }
    const auto value = [&](QByteArrayView name) { return headerValue(request.headers, name).value_or(QByteArray()); };
    if (request.method != "POST" || !head.startsWith("POST " + request.target + " HTTP/1.1\r\n") || !(request.target == ChatPath || request.target == "/v1/audio/transcriptions"))
        return "another target: " + head.first(head.indexOf('\r'));
    if (value("host") != "127.0.0.1:" + number(port))
        return "another Host";
    if (value("content-length") != number(request.body.size()) || request.raw.size() != head.size() + 4 + request.body.size())
        return "a length that is not the body's";
    if (value("connection").toLower() != "keep-alive" || value("authorization") != "Bearer sk-provider-a-0000")
        return "another Connection or Authorization";
    if (request.raw.contains(GatewayBench::secret))
        return "the client's key";
    return {};
}

QList<Row> table();

} // namespace

Q_DECLARE_METATYPE(Row)

class TestHostileRequests : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void rows_data();
    void rows();
    void theTableIsLongAndDistinct();
    void cutsDoNotMatter();
    void pipelineEndsAtTheRefusal();
    void oneByteAtATime();
    void whatStopsIsEnded();
    void namesInjectNothing();
    void memoryIsBounded();
    void mutations();
    void cleanupTestCase();

private:
    void fill(GatewayBench &bench) const;
    static void limitWaiting(GatewayBench &bench, int milliseconds);
    QByteArray goodRequestFault(GatewayBench &bench);
    QByteArray newFaults(const QList<QByteArray> *bodies = nullptr);

    FakeUpstream m_provider;
    GatewayBench m_bench;
    qsizetype m_seen = 0; ///< requests of the provider that were examined
    int m_good = 0;
};

void TestHostileRequests::fill(GatewayBench &bench) const
{
    bench.key.name = u"bench\r\nx-evil: 1\n\"}"_s;
    bench.configuration.settings.allowedHosts = {u"gateway.example"_s};
    bench.configuration.settings.allowedOrigins = {u"https://app.example"_s};
    bench.addChannel(u"a"_s, m_provider.baseUrl(), {GatewayBench::model(u"m1"_s), GatewayBench::model(u"w1"_s, ModelType::Transcription), GatewayBench::model(EvilModel)});
    bench.addChannel(u"b"_s, m_provider.baseUrl(), {GatewayBench::model(u"unbound"_s)});
    bench.chain({{u"a"_s, u"m1"_s}, {u"a"_s, u"w1"_s}, {u"a"_s, EvilModel}});
}

/// From the next connection on.
void TestHostileRequests::limitWaiting(GatewayBench &bench, int milliseconds)
{
    EndpointLimits &limits = bench.configuration.settings.limits;
    limits.headerTimeout = limits.bodyTimeout = limits.keepAlive = Milliseconds(milliseconds);
    bench.gateway->reload(bench.configuration, false);
}

void TestHostileRequests::initTestCase()
{
    m_provider.setHandler([](const Received &request) {
        if (request.target != ChatPath)
            return Answer::json(200, R"({"text":"heard"})");
        const qsizetype begin = request.body.indexOf("\"good-"), end = request.body.indexOf('"', begin + 1);
        return Answer::chat(begin < 0 ? QByteArray("row") : request.body.sliced(begin + 1, end - begin - 1));
    });
    fill(m_bench);
    QVERIFY(m_bench.start(1));
}

/// Asks on a new connection; the answer must be that request's own.
QByteArray TestHostileRequests::goodRequestFault(GatewayBench &bench)
{
    const QByteArray mark = "good-" + number(++m_good);
    Client client(bench.gateway->port());
    client.send(whole(chatOf(mark)));
    if (!client.untilAnswers(1))
        return "no answer to a good request: " + client.answers().fault + client.bytes();
    const Answers answers = client.answers();
    if (answers.words != "200" || answers.list.first().body.count("good-") != 1 || !answers.list.first().body.contains('"' + mark + '"'))
        return "another answer to a good request: " + client.bytes();
    return {};
}

/// Examines what the provider received since the last call; `bodies`: exactly these, in order.
QByteArray TestHostileRequests::newFaults(const QList<QByteArray> *bodies)
{
    const QList<Received> all = m_provider.requests();
    QList<QByteArray> got;
    for (qsizetype i = std::exchange(m_seen, all.size()); i < all.size(); ++i) {
        got.append(all[i].body);
        if (const QByteArray fault = faultOf(all[i], m_provider.port()); !fault.isEmpty())
            return fault + " in\n" + all[i].raw.left(2000);
    }
    qint64 examined = 0;
    for (const Received &request : all)
        examined += request.raw.size();
    if (m_provider.bytesRead() != examined)
        return "the provider received bytes that belong to no request";
    if (bodies && got != *bodies)
        return "the provider received " + number(got.size()) + " requests instead of " + number(bodies->size()) + ", or other bodies: " + got.join('\n').left(500);
    return {};
}

void TestHostileRequests::rows_data()
{
    QTest::addColumn<Row>("row");
    for (const Row &row : table())
        QTest::newRow(row.name.constData()) << row;
}

void TestHostileRequests::rows()
{
    QFETCH(Row, row);
    const bool closes = row.answers.endsWith(" close");
    const qsizetype count = row.answers.count('|') + 1;
    Client client(m_bench.gateway->port(), row.in.startsWith("HEAD "));
    client.send(row.in);
    if (closes)
        client.untilClosed();
    else
        client.untilAnswers(count);
    const Answers first = client.answers();
    const QByteArray seen = first.words + (client.closed() ? " close" : " open");
    client.send(client.closed() ? QByteArray() : Health); // nothing of the row may be left: the next request gets the next answer
    const bool goesOn = !client.closed() && client.untilAnswers(first.list.size() + 1);
    const Answers then = client.answers();
    const QByteArray good = goodRequestFault(m_bench);
    const QList<QByteArray> bodies = row.upstream + QList<QByteArray>{chatOf("good-" + number(m_good))};
    const QByteArray received = newFaults(&bodies);

    QCOMPARE(seen, row.answers);
    QVERIFY2(first.fault.isEmpty() && then.fault.isEmpty(), (first.fault + then.fault).constData());
    QCOMPARE(goesOn, !closes);
    QCOMPARE(then.words, first.words + (closes ? "" : " | 200"));
    QVERIFY(closes || then.list.last().body == R"({"status":"ok"})");
    QVERIFY2(first.list.first().status == 200 || client.bytes().size() < 4096, "an answer that repeats what it was sent");
    QCOMPARE(good, QByteArray());
    QCOMPARE(received, QByteArray());
}

void TestHostileRequests::theTableIsLongAndDistinct()
{
    QSet<QByteArray> names, requests;
    qsizetype refused = 0;
    const QList<Row> all = table();
    for (const Row &row : all) {
        names.insert(row.name);
        requests.insert(row.in);
        refused += row.upstream.isEmpty() ? 1 : 0;
    }
    QCOMPARE(names.size(), all.size());
    QCOMPARE(requests.size(), all.size());
    qInfo("%lld rows, %lld of them never reach a provider", all.size(), refused);
    QVERIFY(all.size() >= 120);
}

namespace {

QList<Row> table()
{
    QList<Row> rows;
    const auto row = [&rows](const char *name, const QByteArray &in, const char *answers, const QList<QByteArray> &upstream = {}) {
        rows.append({name, in, answers, upstream});
    };
    const QList<QByteArray> chat{Chat};
    const char *malformed = "400 malformed_request close", *badBody = "400 invalid_request_body open", *notFound = "404 not_found open",
               *coding = "501 transfer_encoding close", *badType = "415 unsupported_media_type open", *noKey = "401 invalid_api_key open";
    const QByteArray behind = chunk(Chat) + Last, zero("\0", 1);
    const auto te = [&](const QByteArray &line) { return post(line + "\r\n", behind); };
    const auto cl = [&](const QByteArray &line) { return post(line + "\r\n", Chat); };
    const auto chunks = [](const QByteArray &body) { return post(Chunked, body); };
    const auto line = [](const QByteArray &first) { return first + "\r\n" + Host + Key + Json + length(Chat) + "\r\n" + Chat; };

    // Two lengths: where does the message end?
    row("CL.TE", post(length(Last + smuggled()) + Chunked, Last + smuggled()), malformed);
    row("TE.CL", post(Chunked + "Content-Length: 4\r\n", chunk(smuggled()) + Last), malformed);
    row("CL 0 and TE", post("Content-Length: 0\r\n" + Chunked, chunk(smuggled()) + Last), malformed);
    row("CL and TE that agree", post(length(behind) + Chunked, behind), malformed);
    row("CL and unknown TE", post(length(Chat) + "Transfer-Encoding: x\r\n", Chat), coding);
    row("TE twice", te("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), malformed);
    row("TE chunked and identity", te("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"), malformed);
    row("TE identity and chunked", te("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked"), coding);
    row("TE list of two", te("Transfer-Encoding: chunked, chunked"), coding);
    row("TE with a quality", te("Transfer-Encoding: chunked;q=1"), coding);
    row("TE with a trailing comma", te("Transfer-Encoding: chunked,"), coding);
    row("TE with a leading comma", te("Transfer-Encoding: ,chunked"), coding);
    row("TE quoted", te("Transfer-Encoding: \"chunked\""), coding);
    row("TE empty", te("Transfer-Encoding:"), coding);
    row("TE gzip before", te("Transfer-Encoding: gzip, chunked"), coding);
    row("TE gzip after", te("Transfer-Encoding: chunked, gzip"), coding);
    row("TE with a letter before", te("Transfer-Encoding: xchunked"), coding);
    row("TE with a letter after", te("Transfer-Encoding: chunkedx"), coding);
    row("TE with a no-break space", te("Transfer-Encoding: chunked\xa0"), coding);
    row("TE behind tabs", te("Transfer-Encoding:\t\tchunked\t"), "200 open", chat);
    row("TE in odd case", te("tRANSFER-eNCODING: cHUNKED"), "200 open", chat);
    row("TE with a vertical tab", te("Transfer-Encoding: \x0b" "chunked"), malformed);
    row("TE with a NUL", te("Transfer-Encoding: chunked" + zero), malformed);
    row("TE folded", te("Transfer-Encoding:\r\n chunked"), coding);
    row("TE with a space before the colon, and CL", post("Transfer-Encoding : chunked\r\n" + length(behind), behind), malformed);
    row("TE behind a bare CR, and CL", post("x: y\rTransfer-Encoding: chunked\r\n" + length(behind), behind), malformed);
    row("TE behind a bare LF, and CL", post("x: y\nTransfer-Encoding: chunked\r\n" + length(behind), behind), malformed);
    row("TE name with an umlaut, and CL", post("Transfer-Encod\xc3\xafng: chunked\r\n" + length(Chat), Chat), malformed);
    row("TE written with an underscore, and CL", whole(Chat, "Transfer_Encoding: chunked\r\n"), "200 open", chat);
    row("TE in HTTP/1.0", ask("POST " + ChatPath + " HTTP/1.0", Json + Chunked, behind), malformed);
    row("TE announced in Connection", te("Transfer-Encoding: chunked\r\nConnection: transfer-encoding"), "200 open", chat);
    row("CL twice, the same", cl((length(Chat) + length(Chat)).chopped(2)), malformed);
    row("CL twice, the second for a second request", post(length(Chat) + length(Chat + smuggled()), Chat + smuggled()), malformed);
    row("CL twice, one empty", cl((length(Chat) + "Content-Length:")), malformed);
    row("CL list", cl("Content-Length: " + number(Chat.size()) + ", " + number(Chat.size())), malformed);
    row("CL with a plus", cl("Content-Length: +" + number(Chat.size())), malformed);
    row("CL minus 0", cl("Content-Length: -0"), malformed);
    row("CL in hexadecimal", cl("Content-Length: 0x3b"), malformed);
    row("CL with an exponent", cl("Content-Length: 1e2"), malformed);
    row("CL with a fraction", cl("Content-Length: 59.0"), malformed);
    row("CL with an underscore", cl("Content-Length: 5_9"), malformed);
    row("CL with a space inside", cl("Content-Length: 5 9"), malformed);
    row("CL with a tab inside", cl("Content-Length: 5\t9"), malformed);
    row("CL in full-width digits", cl("Content-Length: \xef\xbc\x95\xef\xbc\x99"), malformed);
    row("CL in Arabic digits", cl("Content-Length: \xd9\xa5\xd9\xa9"), malformed);
    row("CL of nineteen digits", cl("Content-Length: 0000000000000000059"), malformed);
    row("CL of 2^64", cl("Content-Length: 18446744073709551616"), malformed);
    row("CL with a NUL in its name", cl("Content-" + zero + "Length: 59"), malformed);
    row("CL quoted", cl("Content-Length: \"59\""), malformed);
    row("CL with leading zeros", cl("Content-Length: 000" + number(Chat.size())), "200 open", chat);
    row("CL with blanks around", cl("Content-Length: \t " + number(Chat.size()) + " \t"), "200 open", chat);
    row("CL missing", ask("POST " + ChatPath + " HTTP/1.1", Json), "411 length_required open");
    row("CL over the limit", post("Content-Length: 67108865\r\n", {}), "413 body_too_large close");
    row("CL shorter than the body", post(length(Chat), Chat + "tail\r\n\r\n"), "200 | 400 malformed_request close", chat);
    row("CL 0 before a second request", post("Content-Length: 0\r\n", smuggled()), "400 invalid_request_body | 200 open", {chatOf("smuggled")});
    row("GET with a request as its body", get("/v1/models", length(smuggled())) + smuggled(), "200 open");
    row("GET with a request as its chunked body", get("/v1/models", Chunked) + chunk(smuggled()) + Last, "200 open");
    row("HEAD with a request as its body", ask("HEAD /v1/models HTTP/1.1", length(smuggled())) + smuggled(), "200 open");
    row("GET without a key and with a large chunked body", "GET /health HTTP/1.1\r\n" + Host + Chunked + "\r\n" + chunk(QByteArray(70000, 'a')) + Last, "413 body_too_large close");
    row("GET without a key and with a large body", "GET /health HTTP/1.1\r\n" + Host + "Content-Length: 70000\r\n\r\n", "413 body_too_large close");
    row("OPTIONS with a request as its body", ask("OPTIONS " + ChatPath + " HTTP/1.1", length(smuggled())) + smuggled(), "204 open");

    // Chunks.
    row("chunk size with leading zeros", chunks("0000000000000" + behind), "200 open", chat);
    row("chunk size of sixteen digits", chunks("00000000000000" + behind), malformed);
    row("chunk size over 64 bits", chunks("1000000000000003b\r\n" + Chat + "\r\n" + Last), malformed);
    row("chunk size near 64 bits", chunks("fffffffffffffff\r\n"), "413 body_too_large close");
    row("chunk size over the limit", chunks("4000001\r\n"), "413 body_too_large close");
    row("chunk size negative", chunks("-3b\r\n" + Chat + "\r\n" + Last), malformed);
    row("chunk size with a plus", chunks("+" + behind), malformed);
    row("chunk size with 0x", chunks("0x" + behind), malformed);
    row("chunk size behind a space", chunks(" " + behind), malformed);
    row("chunk size before a space", chunks("3b \r\n" + Chat + "\r\n" + Last), malformed);
    row("chunk size empty", chunks("\r\n" + behind), malformed);
    row("chunk size no number", chunks("zz\r\n" + behind), malformed);
    row("chunk size in full-width digits", chunks("\xef\xbc\x93\r\n" + behind), malformed);
    row("chunk size ended by LF", chunks("3b\n" + Chat + "\r\n" + Last), malformed);
    row("chunk size ended by CR", chunks("3b\r" + Chat + "\r\n" + Last), malformed);
    row("chunk size ended by CR CR LF", chunks("3b\r\r\n" + Chat + "\r\n" + Last), malformed);
    row("chunk without its line end", chunks("3b\r\n" + Chat + Last), malformed);
    row("chunk longer than its size", chunks("3a\r\n" + Chat + "\r\n" + Last), malformed);
    row("chunk shorter than its size", chunks("3c\r\n" + Chat + "\r\n" + Last), malformed);
    row("chunk ended by LF", chunks("3b\r\n" + Chat + "\n" + Last), malformed);
    row("extension lawful", chunks("3b;a=\"b;c\"\r\n" + Chat + "\r\n0;x\r\n\r\n"), "200 open", chat);
    row("extension ended by LF", chunks("3b;a\n" + Chat + "\r\n" + Last), malformed);
    row("extension with LF inside quotes", chunks("3b;a=\"\n\"\r\n" + Chat + "\r\n" + Last), malformed);
    row("extension with CRLF inside quotes", chunks("3b;a=\"\r\n\"\r\n" + Chat + "\r\n" + Last), malformed);
    row("extension with a NUL", chunks("3b;" + zero + "\r\n" + Chat + "\r\n" + Last), malformed);
    row("extension that is long", chunks("3b;" + QByteArray(2000, 'a') + "\r\n" + Chat + "\r\n" + Last), malformed);
    row("extensions that are many", chunks(("1;" + QByteArray(1000, 'a') + "\r\n \r\n").repeated(20) + behind), malformed);
    row("last chunk of many zeros", chunks(chunk(Chat) + "000\r\n\r\n"), "200 open", chat);
    row("last chunk ended by LF", chunks(chunk(Chat) + "0\n\r\n"), malformed);
    row("last chunk with data", chunks(chunk(Chat) + "0\r\nabc\r\n\r\n"), malformed);
    row("last chunk first, then more", chunks(Last + chunk("x") + "\r\n"), "400 invalid_request_body | 400 malformed_request close");
    row("trailers lawful", chunks(chunk(Chat) + "0\r\nx: 1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"), "200 open", chat);
    row("trailer that is a request line", chunks(chunk(Chat) + "0\r\nPOST /v1/chat/completions HTTP/1.1\r\n\r\n"), malformed);
    row("trailer folded", chunks(chunk(Chat) + "0\r\nx: 1\r\n y\r\n\r\n"), malformed);
    row("trailer with a NUL in its name", chunks(chunk(Chat) + "0\r\nx" + zero + ": 1\r\n\r\n"), malformed);
    row("trailers that are many", chunks(chunk(Chat) + "0\r\n" + QByteArray("abcdefgh: 12345678\r\n").repeated(1000) + "\r\n"), malformed);
    row("data behind the last chunk", chunks(behind + "0\r\n\r\n"), "200 | 400 malformed_request close", chat);
    row("a request behind the last chunk", chunks(behind + smuggled()), "200 | 200 open", {Chat, chatOf("smuggled")});

    // Heads.
    row("256 fields", post(length(Chat) + QByteArray("a: b\r\n").repeated(252), Chat), "200 open", chat);
    row("257 fields", post(length(Chat) + QByteArray("a: b\r\n").repeated(253), Chat), "431 headers_too_large close");
    const QByteArray shortHead = whole({}, "x: \r\n");
    row("head of 64 KiB", whole({}, "x: " + QByteArray(65536 - shortHead.size(), 'a') + "\r\n"), badBody);
    row("head of 64 KiB and one", whole({}, "x: " + QByteArray(65537 - shortHead.size(), 'a') + "\r\n"), "431 headers_too_large close");
    row("head without an end", ask("GET /v1/models HTTP/1.1", "x: " + QByteArray(70000, 'a')).chopped(4), "431 headers_too_large close");
    row("head with a name of 64 KiB", get("/v1/models", QByteArray(65536, 'a') + ": b\r\n"), "431 headers_too_large close");
    row("control character behind 64 KiB of head", get("/v1/models", "x: " + QByteArray(70000, 'a') + "\x01\r\n"), "431 headers_too_large close");
    row("target of 8 KiB", get("/v1/" + QByteArray(8188, 'a')), notFound);
    row("target of 8 KiB and one", get("/v1/" + QByteArray(8189, 'a')), "414 target_too_long close");
    row("target without an end", "GET /v1/" + QByteArray(20000, 'a'), "414 target_too_long close");
    row("fold at the first field", ask("POST " + ChatPath + " HTTP/1.1\r\n x: y", Json + length(Chat), Chat), malformed);
    row("fold in Host", headed("Host:\r\n 127.0.0.1\r\n" + Key), malformed);
    row("fold in Authorization", headed(Host + "Authorization: Bearer\r\n\t" + GatewayBench::secret + "\r\n"), malformed);
    row("name with a NUL", whole(Chat, "x" + zero + "y: 1\r\n"), malformed);
    row("name with an umlaut", whole(Chat, "\xc3\xa4: 1\r\n"), malformed);
    row("name with a space", whole(Chat, "x y: 1\r\n"), malformed);
    row("name with quotes", whole(Chat, "\"x\": 1\r\n"), malformed);
    row("name with a tab before the colon", whole(Chat, "Authorization\t: Bearer other\r\n"), malformed);
    row("name empty", whole(Chat, ": 1\r\n"), malformed);
    row("line without a colon", whole(Chat, "nonsense\r\n"), malformed);
    row("value with a NUL", whole(Chat, "Accept: a" + zero + "b\r\n"), malformed);
    row("value with an escape character", whole(Chat, "Accept: \x1b[31m\r\n"), malformed);
    row("value with DEL", whole(Chat, "OpenAI-Beta: a\x7f\r\n"), malformed);
    row("value with a bare CR", whole(Chat, "OpenAI-Beta: a\rx-evil: 1\r\n"), malformed);
    row("value with a bare LF", whole(Chat, "OpenAI-Beta: a\nx-evil: 1\r\n"), malformed);
    row("fields of one hop and of others", whole(Chat, "Connection: keep-alive, authorization\r\nKeep-Alive: timeout=5\r\nTE: trailers\r\nTrailer: x\r\nProxy-Authorization: Basic eDp5\r\n"
                                                      "Proxy-Connection: close\r\nCookie: a=b\r\nForwarded: for=1.2.3.4\r\nX-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Host: evil.example\r\n"
                                                      "X-Original-URL: /v1/models\r\nX-HTTP-Method-Override: DELETE\r\nx-api-key: sk-us_other-0000000000000000\r\nx-evil: 1\r\n"),
        "200 open", chat);
    row("request id with a control character", whole(Chat, "x-request-id: a\x01z\r\n"), malformed);
    row("request id with a CR", whole(Chat, "x-request-id: a\rx-evil: 1\r\n"), malformed);
    row("request id that is long and 8-bit", whole(Chat, "x-request-id: \xc3\xa9" + QByteArray(4000, 'r') + "\r\n"), "200 open", chat);
    row("request id twice", whole(Chat, "x-request-id: a\r\nx-request-id: b\r\n"), "200 open", chat);

    // The request line, and other protocols.
    row("HTTP/0.9", "GET /v1/models\r\n\r\n", malformed);
    row("HTTP/1.2", line("POST " + ChatPath + " HTTP/1.2"), "505 http_version close");
    row("HTTP/2.0", line("POST " + ChatPath + " HTTP/2.0"), "505 http_version close");
    row("HTTP/1.10", line("POST " + ChatPath + " HTTP/1.10"), malformed);
    row("HTTP/01.1", line("POST " + ChatPath + " HTTP/01.1"), malformed);
    row("http/1.1", line("POST " + ChatPath + " http/1.1"), malformed);
    row("space behind the version", line("POST " + ChatPath + " HTTP/1.1 "), malformed);
    row("two spaces before the target", line("POST  " + ChatPath + " HTTP/1.1"), malformed);
    row("two spaces before the version", line("POST " + ChatPath + "  HTTP/1.1"), malformed);
    row("tabs in the request line", line("POST\t" + ChatPath + "\tHTTP/1.1"), malformed);
    row("space before the method", line(" POST " + ChatPath + " HTTP/1.1"), malformed);
    row("three empty lines first", "\r\n\r\n\r\n" + line("POST " + ChatPath + " HTTP/1.1"), malformed);
    row("one empty line first", "\r\n" + line("POST " + ChatPath + " HTTP/1.1"), "200 open", chat);
    row("a lonely LF first", "\n" + line("POST " + ChatPath + " HTTP/1.1"), malformed);
    row("HTTP/1.0 closes", line("POST " + ChatPath + " HTTP/1.0"), "200 close", chat);
    row("preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505 http_version close");
    row("hello of TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), malformed);
    row("greeting of SOCKS 5", QByteArray("\x05\x02\x00\x02", 4), malformed);
    row("greeting of SOCKS 4", QByteArray("\x04\x01\x00\x50\x7f\x00\x00\x01\x00", 9), malformed);
    row("PROXY line", "PROXY TCP4 192.0.2.1 127.0.0.1 5000 80\r\n" + whole(Chat), malformed);
    row("PROXY version 2", QByteArray("\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c", 16), malformed);
    row("greeting of SMTP", "EHLO evil.example\r\n\r\n", malformed);
    row("banner of SSH", "SSH-2.0-OpenSSH_9.2\r\n\r\n", malformed);
    row("command of a database", "*1\r\n$4\r\nPING\r\n\r\n", malformed);
    row("method of 25 letters", line(QByteArray(25, 'A') + ' ' + ChatPath + " HTTP/1.1"), malformed);
    row("method with a NUL", line("PO" + zero + "ST " + ChatPath + " HTTP/1.1"), malformed);
    row("method in small letters", line("post " + ChatPath + " HTTP/1.1"), "501 method_unknown open");
    row("method TRACE", line("TRACE " + ChatPath + " HTTP/1.1"), "501 method_unknown open");
    row("method CONNECT on a path", line("CONNECT " + ChatPath + " HTTP/1.1"), "501 method_unknown open");
    row("method BREW", line("BREW " + ChatPath + " HTTP/1.1"), "501 method_unknown open");
    row("method PUT", line("PUT " + ChatPath + " HTTP/1.1"), "405 method_not_allowed open");
    row("method PATCH", line("PATCH " + ChatPath + " HTTP/1.1"), "405 method_not_allowed open");
    row("method DELETE", line("DELETE " + ChatPath + " HTTP/1.1"), "405 method_not_allowed open");
    row("method GET on a path of POST", get(ChatPath), "405 method_not_allowed open");
    row("method POST on a path of GET", line("POST /v1/models HTTP/1.1"), "405 method_not_allowed open");

    // Targets: a path is compared as it is, never resolved or decoded.
    row("two dots to the metrics", get("/v1/../metrics"), notFound);
    row("two dots behind a path", line("POST /v1/chat/completions/../../x HTTP/1.1"), notFound);
    row("two dots that come back", line("POST /v1/../v1/chat/completions HTTP/1.1"), notFound);
    row("one dot", line("POST /v1/./chat/completions HTTP/1.1"), notFound);
    row("dots encoded", get("/v1/%2e%2e/metrics"), notFound);
    row("dots encoded twice", get("/v1/%252e%252e/metrics"), notFound);
    row("dots behind models", get("/v1/models/../../metrics"), "404 model_not_found open");
    row("two slashes first", line("POST //v1/chat/completions HTTP/1.1"), notFound);
    row("two slashes inside", line("POST /v1//chat/completions HTTP/1.1"), notFound);
    row("slash at the end", line("POST /v1/chat/completions/ HTTP/1.1"), notFound);
    row("slash encoded", line("POST /v1/chat%2fcompletions HTTP/1.1"), notFound);
    row("letters encoded", line("POST /v1/ch%61t/completions HTTP/1.1"), notFound);
    row("backslash", line("POST /v1\\chat\\completions HTTP/1.1"), notFound);
    row("backslash first", line("POST \\v1\\chat\\completions HTTP/1.1"), malformed);
    row("NUL encoded", line("POST /v1/chat/completions%00 HTTP/1.1"), notFound);
    row("NUL in the target", line("POST /v1/chat/completions" + zero + " HTTP/1.1"), malformed);
    row("line end encoded", line("POST /v1/chat/completions%0d%0ax-evil:%201 HTTP/1.1"), notFound);
    row("path parameter", line("POST /v1/chat/completions;a=b HTTP/1.1"), notFound);
    row("capital letters in the path", line("POST /V1/Chat/Completions HTTP/1.1"), notFound);
    row("query is no path", line("POST /v1/chat/completions?/../../metrics HTTP/1.1"), "200 open", chat);
    row("models: percent and no digits", get("/v1/models/%zz"), "404 model_not_found open");
    row("models: brackets and quotes", get("/v1/models/[\"<{^`|}>]"), "404 model_not_found open");
    row("models: line end encoded", get("/v1/models/m1%0d%0ax-evil:%201"), "404 model_not_found open");
    row("models: NUL encoded", get("/v1/models/m1%00"), "404 model_not_found open");
    row("models: invalid UTF-8 encoded", get("/v1/models/%ff%fe%c0%80"), "404 model_not_found open");
    row("models: port of nobody", get("/v1/models/a:99999999"), "404 model_not_found open");
    row("models: encoded letters are a model", get("/v1/models/%6d1"), "200 open");
    row("absolute form, our own", line("POST http://127.0.0.1/v1/chat/completions HTTP/1.1"), malformed);
    row("absolute form, foreign", line("POST http://evil.example/v1/chat/completions HTTP/1.1"), malformed);
    row("absolute form, https", line("POST https://127.0.0.1/v1/chat/completions HTTP/1.1"), malformed);
    row("authority form", line("CONNECT api.example.com:443 HTTP/1.1"), malformed);
    row("authority form with POST", line("POST 127.0.0.1:80 HTTP/1.1"), malformed);
    row("asterisk form", line("OPTIONS * HTTP/1.1"), malformed);
    row("target empty", line("POST HTTP/1.1"), malformed);
    row("target with a fragment", line("POST /v1/chat/completions#x HTTP/1.1"), malformed);
    row("target with 8-bit letters", line("POST /v1/ch\xc3\xa4t HTTP/1.1"), malformed);
    row("target with a space", line("POST /v1/chat/completions x HTTP/1.1"), malformed);

    // Upgrade and Expect.
    row("upgrade to websocket", whole(Chat, "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n"), "400 upgrade_refused close");
    row("upgrade to h2c or websocket", whole(Chat, "Connection: Upgrade\r\nUpgrade: h2c, websocket\r\n"), "400 upgrade_refused close");
    row("upgrade to TLS", whole(Chat, "Connection: Upgrade\r\nUpgrade: TLS/1.0\r\n"), "400 upgrade_refused close");
    row("upgrade to h2c is ignored", whole(Chat, "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"), "200 open", chat);
    row("expectation with its body at once", whole(Chat, "Expect: 100-Continue\r\n"), "200 open", chat);
    row("expectation unknown", whole(Chat, "Expect: 200-ok\r\n"), "417 expectation_failed close");
    row("expectation list", whole(Chat, "Expect: 100-continue, x\r\n"), "417 expectation_failed close");
    row("expectation in HTTP/1.0", ask("POST " + ChatPath + " HTTP/1.0", Json + length(Chat) + "Expect: 100-continue\r\n", Chat), "200 close", chat);
    row("expectation of who is refused", headed(Host + "Expect: 100-continue\r\n"), "401 invalid_api_key close");

    // Host and Origin: web pages.
    const auto host = [](const QByteArray &value) { return headed("Host: " + value + "\r\n" + Key); };
    const auto origin = [](const QByteArray &value) { return whole(Chat, "Origin: " + value + "\r\n"); };
    const auto preflight = [](const QByteArray &from, const QByteArray &more = {}) {
        return "OPTIONS " + ChatPath + " HTTP/1.1\r\n" + Host + "Origin: " + from + "\r\nAccess-Control-Request-Method: POST\r\n" + more + "\r\n";
    };
    const char *foreign = "421 host_not_allowed open", *badHost = "400 malformed_request open", *otherOrigin = "403 origin_not_allowed open";
    row("host missing", headed(Key), malformed);
    row("host twice, the same", headed(Host + Host + Key), malformed);
    row("host twice, one foreign", headed(Host + "Host: evil.example\r\n" + Key), malformed);
    row("host empty", host(""), badHost);
    row("host foreign", host("evil.example"), foreign);
    row("host foreign in HTTP/1.0", headed("Host: evil.example\r\n" + Key).replace("HTTP/1.1", "HTTP/1.0"), "421 host_not_allowed close");
    row("host foreign with our port", host("evil.example:17177"), foreign);
    row("host with localhost in front", host("localhost.evil.example"), foreign);
    row("host of a rebinding service", host("127.0.0.1.nip.io"), foreign);
    row("host in punycode", host("xn--lcalhost-n4a.example"), foreign);
    row("host of everybody", host("0.0.0.0"), foreign);
    row("host of a cloud's metadata", host("169.254.169.254"), foreign);
    row("host of another machine, IPv6", host("[2001:db8::1]"), foreign);
    row("host with a user", host("127.0.0.1@evil.example"), badHost);
    row("host list", host("127.0.0.1, evil.example"), badHost);
    row("host with a path", host("127.0.0.1/evil"), badHost);
    row("host with a star", host("*"), badHost);
    row("host with an umlaut", host("l\xc3\xb6" "calhost"), badHost);
    row("host with a space", host("127.0.0.1 evil.example"), badHost);
    row("host with a port of letters", host("127.0.0.1:http"), badHost);
    row("host with two ports", host("127.0.0.1:80:81"), badHost);
    row("host IPv6 without its end", host("[::1"), badHost);
    row("host IPv6 without brackets", host("::1"), badHost);
    row("host with another's port", host("127.0.0.1:1"), "200 open", chat);
    row("host with a dot at its end", host("LOCALHOST."), "200 open", chat);
    row("host IPv6 loopback", host("[::1]:17177"), "200 open", chat);
    row("host on the list", host("gateway.example"), "200 open", chat);
    row("host that begins like one on the list", host("gateway.example.evil.example"), foreign);
    row("origin foreign", origin("https://evil.example"), otherOrigin);
    row("origin null", origin("null"), otherOrigin);
    row("origin empty", origin(""), otherOrigin);
    row("origin of a file", origin("file://"), otherOrigin);
    row("origin with another port of ours", origin("http://127.0.0.1:3000"), otherOrigin);
    row("origin listed, other scheme", origin("http://app.example"), otherOrigin);
    row("origin listed, other port", origin("https://app.example:444"), otherOrigin);
    row("origin listed in front", origin("https://app.example.evil.example"), otherOrigin);
    row("origin list", origin("https://app.example https://evil.example"), otherOrigin);
    row("origin twice", origin("https://app.example\r\nOrigin: https://evil.example"), malformed);
    row("origin foreign, as a simple form", headed(Host + Key + "Origin: https://evil.example\r\n").replace("application/json", "text/plain"), otherOrigin);
    row("origin our own", origin("http://127.0.0.1"), "200 open", chat);
    row("origin listed", origin("https://APP.example"), "200 open", chat);
    row("preflight foreign", preflight("https://evil.example"), otherOrigin);
    row("preflight null, to the private network", preflight("null", "Access-Control-Request-Private-Network: true\r\n"), otherOrigin);
    row("preflight listed", preflight("https://app.example", "Access-Control-Request-Headers: authorization\r\n"), "204 open");
    row("preflight listed, foreign host", preflight("https://app.example").replace("127.0.0.1", "evil.example"), foreign);
    row("preflight with a CR in what it asks", preflight("https://app.example", "Access-Control-Request-Headers: a\rx-evil: 1\r\n"), malformed);

    // The key.
    const auto key = [](const QByteArray &fields) { return headed(Host + fields); };
    const QByteArray secret = GatewayBench::secret;
    row("key missing", key({}), noKey);
    row("key twice", key(Key + Key), malformed);
    row("key twice, one wrong", key("Authorization: Bearer sk-us_wrong-0000000000000000\r\n" + Key), malformed);
    row("key in a list", key("Authorization: Bearer sk-us_wrong, Bearer " + secret + "\r\n"), noKey);
    row("key and a word behind it", key("Authorization: Bearer " + secret + " x\r\n"), noKey);
    row("key as Basic", key("Authorization: Basic " + QByteArray("x:" + secret).toBase64() + "\r\n"), noKey);
    row("key without a scheme", key("Authorization: " + secret + "\r\n"), noKey);
    row("key behind a tab", key("Authorization: Bearer\t" + secret + "\r\n"), noKey);
    row("key quoted", key("Authorization: Bearer \"" + secret + "\"\r\n"), noKey);
    row("key cut by one", key("Authorization: Bearer " + secret.chopped(1) + "\r\n"), noKey);
    row("key in capitals", key("Authorization: Bearer " + secret.toUpper() + "\r\n"), noKey);
    row("key with an 8-bit letter", key("Authorization: Bearer " + secret + "\xff\r\n"), noKey);
    row("key with a NUL", key("Authorization: Bearer " + secret + zero + "\r\n"), malformed);
    row("key of 60 KiB", key("Authorization: Bearer " + QByteArray(60000, 'k') + "\r\n"), noKey);
    row("key empty", key("Authorization: Bearer\r\n"), noKey);
    row("key in the query", "POST /v1/chat/completions?api_key=" + secret + " HTTP/1.1\r\n" + Host + Json + length(Chat) + "\r\n" + Chat, noKey);
    row("key in a cookie", key("Cookie: Authorization=Bearer " + secret + "\r\n"), noKey);
    row("key of the proxy's field", key("Proxy-Authorization: Bearer " + secret + "\r\n"), noKey);
    row("x-api-key twice", key("x-api-key: " + secret + "\r\nx-api-key: sk-us_wrong-0000000000000000\r\n"), malformed);
    row("api-key twice", key("api-key: " + secret + "\r\napi-key: " + secret + "\r\n"), malformed);
    row("key with a scheme in small letters", key("authorization: bearer " + secret + "\r\n"), "200 open", chat);
    row("key with blanks around", key("Authorization:\t Bearer   " + secret + " \t\r\n"), "200 open", chat);
    row("body of a megabyte without a key", headed(Host, QByteArray(1024 * 1024, 'a')), "401 invalid_api_key close");

    // Codings.
    const auto typed = [](const QByteArray &type, const QByteArray &body = Chat) {
        return ask("POST " + ChatPath + " HTTP/1.1", (type.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n") + length(body), body);
    };
    const QByteArray gzip = QByteArray::fromHex("1f8b08000000000002ffab56ca4d4ecc2f5ab2522ac9c8d5030030ec5ae30d000000");
    row("gzip, said", whole(gzip, "Content-Encoding: gzip\r\n"), badType);
    row("gzip, not said", whole(gzip), badBody);
    row("gzip said of plain text", whole(Chat, "Content-Encoding: gzip\r\n"), badType);
    row("coding br", whole(Chat, "Content-Encoding: br\r\n"), badType);
    row("coding list", whole(Chat, "Content-Encoding: identity, gzip\r\n"), badType);
    row("coding in a second field", whole(Chat, "Content-Encoding: identity\r\nContent-Encoding: gzip\r\n"), badType);
    row("coding identity", whole(Chat, "Content-Encoding: identity\r\n"), "200 open", chat);
    row("type text", typed("text/plain"), badType);
    row("type form", typed("application/x-www-form-urlencoded"), badType);
    row("type multipart for JSON", typed("multipart/form-data; boundary=x"), badType);
    row("type list", typed("application/json, text/plain"), badType);
    row("type twice", typed("application/json\r\nContent-Type: text/plain"), malformed);
    row("type twice, the same", typed("application/json\r\nContent-Type: application/json"), malformed);
    row("type missing", typed({}), "200 open", chat);
    row("charset utf-16", typed("application/json; charset=utf-16"), badType);
    row("charset utf-7", typed("application/json; charset=utf-7"), badType);
    row("charset latin-1", typed("application/json; charset=\"ISO-8859-1\""), badType);
    row("charset twice", typed("application/json; charset=utf-8; charset=utf-16"), badType);
    row("charset utf-8", typed("Application/JSON; Charset=\"UTF-8\""), "200 open", chat);
    QByteArray utf16;
    for (const char c : Chat)
        utf16 += QByteArray(1, c) + zero;
    row("UTF-16 with its mark", whole("\xff\xfe" + utf16), badBody);
    row("UTF-16 without a mark", whole(utf16), badBody);
    row("UTF-32 with its mark", whole(QByteArray("\xff\xfe\0\0{\0\0\0", 8)), badBody);
    row("UTF-8 with its mark", whole("\xef\xbb\xbf" + Chat), badBody);
    row("invalid UTF-8", whole(chatOf("\xff")), badBody);
    row("UTF-8 overlong", whole(chatOf("\xc0\xaf")), badBody);
    row("UTF-8 of a surrogate", whole(chatOf("\xed\xa0\x80")), badBody);
    row("UTF-8 beyond Unicode", whole(chatOf("\xf4\x90\x80\x80")), badBody);
    row("UTF-8 cut", whole(chatOf("\xe4\xbd")), badBody);
    row("lone surrogate escaped", whole(chatOf("\\ud800")), "200 open", {chatOf("\\ud800")});
    row("NUL escaped", whole(chatOf("a\\u0000b")), "200 open", {chatOf("a\\u0000b")});
    row("NUL plain", whole(chatOf(zero)), badBody);
    row("line end plain in a text", whole(chatOf("\r\n")), badBody);

    // JSON.
    row("body empty", whole({}), badBody);
    row("body of blanks", whole("  \r\n"), badBody);
    row("body an array", whole('[' + Chat + ']'), badBody);
    row("body a number", whole("17"), badBody);
    row("body a text", whole("\"" + QByteArray(100, 'a') + "\""), badBody);
    row("body cut", whole(Chat.chopped(1)), badBody);
    row("body cut in a text", whole(Chat.first(30)), badBody);
    row("body and something behind it", whole(Chat + 'x'), badBody);
    row("two bodies", whole(Chat + Chat), badBody);
    row("comma at the end", whole(R"({"model":"m1",})"), badBody);
    row("a comment", whole(R"({"model":"m1"/*x*/})"), badBody);
    row("single quotes", whole("{'model':'m1'}"), badBody);
    row("name without quotes", whole(R"({model:"m1"})"), badBody);
    row("NaN", whole(R"({"model":"m1","x":NaN})"), badBody);
    row("Infinity", whole(R"({"model":"m1","x":-Infinity})"), badBody);
    row("number with a leading zero", whole(R"({"model":"m1","x":01})"), badBody);
    row("number in hexadecimal", whole(R"({"model":"m1","x":0x1})"), badBody);
    row("escape unknown", whole(R"({"model":"m1","x":"\x41"})"), badBody);
    row("128 levels", whole(nested("[", 127, {}, "]")), "200 open", {nested("[", 127, {}, "]")});
    row("129 levels", whole(nested("[", 128, {}, "]")), badBody);
    row("10,000 levels", whole(nested("[", 10000, {}, "]")), badBody);
    row("10,000 levels of objects", whole(nested("{\"x\":", 10000, "1", "}")), badBody);
    row("1,000,000 levels", whole(nested("[", 1000000, {}, "]")), badBody);
    row("1,000,000 levels that never end", whole(QByteArray(1000000, '[')), badBody);
    const QByteArray longNumber = R"({"model":"m1","x":)" + QByteArray(4 * 1024 * 1024, '7') + '}';
    row("number of four megabytes", whole(longNumber), "200 open", {longNumber});
    const QByteArray largeNumber = R"({"model":"m1","n":1e999999999,"x":-1E+400})";
    row("numbers beyond everything", whole(largeNumber), "200 open", {largeNumber});
    row("4,097 members", whole(R"({"model":"m1")" + QByteArray(",\"\":0").repeated(4096) + '}'), badBody);
    row("stream a text", whole(R"({"model":"m1","stream":"true"})"), badBody);
    row("stream twice", whole(R"({"model":"m1","stream":false,"stream":true})"), badBody);

    // The model.
    row("model twice, the same", whole(R"({"model":"m1","model":"m1"})"), badBody);
    row("model twice, one unbound", whole(R"({"model":"m1","model":"unbound"})"), badBody);
    row("model twice, one escaped", whole(R"({"model":"m1","mod\u0065l":"unbound"})"), badBody);
    row("model twice, one in capitals", whole(R"({"model":"m1","Model":"unbound"})"), badBody);
    row("model twice, one in capitals and escaped", whole(R"({"MODE\u004c":"unbound","model":"m1"})"), badBody);
    row("model in capitals alone", whole(R"({"MODEL":"unbound"})"), badBody);
    row("model a number", whole(R"({"model":1})"), badBody);
    row("model an object", whole(R"({"model":{"id":"m1"}})"), badBody);
    row("model an array", whole(R"({"model":["m1"]})"), badBody);
    row("model true", whole(R"({"model":true})"), badBody);
    row("model null", whole(R"({"model":null})"), "200 open", {R"({"model":"m1"})"});
    row("model missing", whole(R"({"x":{"model":"unbound"}})"), "200 open", {R"({"model":"m1","x":{"model":"unbound"}})"});
    row("model of a megabyte", whole(R"({"model":")" + QByteArray(1024 * 1024, 'm') + R"("})"), "404 model_not_found open");
    row("model with a line end", whole(R"({"model":"m1\r\nx-evil: 1"})"), "404 model_not_found open");
    row("model with a NUL", whole(R"({"model":"m1\u0000"})"), "404 model_not_found open");
    row("model with a lone surrogate", whole(R"({"model":"m1\udc00"})"), "404 model_not_found open");
    row("model with dots", whole(R"({"model":"a/../b/unbound"})"), "404 model_not_found open");
    row("model with markup", whole(R"({"model":"<script>\"'</script>"})"), "404 model_not_found open");
    row("model in capitals", whole(R"({"model":"M1"})"), "404 model_not_found open");
    row("model with a blank", whole(R"({"model":"m1 "})"), "404 model_not_found open");
    row("model unbound", whole(R"({"model":"unbound"})"), "403 model_not_bound open");
    row("model unbound by its channel", whole(R"({"model":"b/unbound"})"), "403 model_not_bound open");
    row("model by its channel", whole(R"({"model":"a/m1"})"), "200 open", {R"({"model":"m1"})"});
    const QByteArray evil = R"({"model":)" + json::quoted(EvilModel) + '}';
    row("model of the chain with a line end in its name", whole(evil), "200 open", {evil});

    // Multipart.
    const QByteArray sound = form({File, Model});
    row("form sound", upload(sound), "200 open", {sound});
    row("form without a boundary", upload(sound, "multipart/form-data"), badBody);
    row("form with an empty boundary", upload(sound, "multipart/form-data; boundary="), badBody);
    row("form with a boundary of 71", upload(sound, "multipart/form-data; boundary=" + QByteArray(71, 'x')), badBody);
    row("form with two boundaries", upload(sound, "multipart/form-data; boundary=xyz; boundary=abc"), badBody);
    row("form with a boundary in pieces", upload(sound, "multipart/form-data; boundary=xyz; boundary*0=ab; boundary*1=c"), badBody);
    row("form with a boundary of odd characters", upload(form({File, Model}).replace("xyz", "x{z"), "multipart/form-data; boundary=x{z"), badBody);
    row("form with another boundary", upload(sound, "multipart/form-data; boundary=abc"), badBody);
    row("form as JSON", upload(sound, "application/json"), badType);
    row("form that is gzip", upload(gzip, "multipart/form-data; boundary=xyz", "Content-Encoding: gzip\r\n"), badType);
    row("form empty", upload({}), badBody);
    row("form without its end", upload(form({File, Model}, {})), badBody);
    row("form cut in a head", upload(form({File, Model}, "--xyz\r\nContent-Dispos")), badBody);
    row("form with a boundary that goes on", upload(form({File, Model}, "--xyzabc\r\n" + field("model") + "\r\n\r\nunbound\r\n--xyz--\r\n")), badBody);
    row("form with parts behind its end", upload(form({File, Model}, "--xyz--\r\n--xyz\r\n" + field("model") + "\r\n\r\nunbound\r\n--xyz--\r\n")), badBody);
    row("form with a part behind LF", upload(form({File, {field("x"), "y\n--xyz\n" + field("model") + "\n\nunbound"}, Model})), badBody);
    row("form with a part before its begin", upload("--xyz\n" + field("model") + "\n\nunbound\n" + form({File, Model})), badBody);
    row("form with two models", upload(form({Model, {field("model"), "unbound"}})), badBody);
    row("form with a model in capitals", upload(form({Model, {field("Model"), "unbound"}})), badBody);
    row("form with an encoded model", upload(form({Model, {"Content-Disposition: form-data; name*=utf-8''model", "unbound"}})), badBody);
    row("form with a folded model", upload(form({Model, {"Content-Disposition: form-data;\r\n name=model", "unbound"}})), badBody);
    row("form with a model behind LF", upload(form({Model, {"x: y\n" + field("model"), "unbound"}})), badBody);
    row("form with a space before the colon", upload(form({Model, {"Content-Disposition : form-data; name=model", "unbound"}})), badBody);
    row("form with two dispositions", upload(form({Model, {field("x") + "\r\n" + field("model"), "unbound"}})), badBody);
    row("form with two names", upload(form({Model, {field("x") + "; name=model", "unbound"}})), badBody);
    row("form with no disposition", upload(form({Model, {"Content-Type: text/plain", "unbound"}})), badBody);
    row("form with another disposition", upload(form({Model, {"Content-Disposition: attachment; name=model", "unbound"}})), badBody);
    row("form with a quote that is escaped or not", upload(form({Model, {R"(Content-Disposition: form-data; name="x\"; name="model"; y=")", "unbound"}})), badBody);
    row("form with a head that runs on", upload(form({File}, "--xyz\r\nx: y\r\n--xyz\r\n" + field("model") + "\r\n\r\nunbound\r\n--xyz--\r\n")), badBody);
    row("form whose model has a line end", upload(form({File, {field("model"), "w1\r\nx-evil: 1"}})), "404 model_not_found open");
    row("form whose model is another family's", upload(form({File, {field("model"), "m1"}})), "503 no_candidate open");
    return rows;
}

} // namespace

/// Requests that must be answered the same wherever their bytes are cut: every sixth row that is short.
void TestHostileRequests::cutsDoNotMatter()
{
    Client other(m_bench.gateway->port());
    int shorts = 0, cuts = 0;
    for (const Row &row : table()) {
        if (row.in.size() > 2000 || ++shorts % 6 != 0)
            continue;
        // A refusal whose body is still on its way ends the connection; that, and only that, depends on the cut.
        const QByteArray first = row.answers.split('|').first().trimmed();
        const qsizetype step = std::max<qsizetype>(1, row.in.size() / 16);
        for (qsizetype cut = 1; cut < row.in.size(); cut += step) {
            Client client(m_bench.gateway->port(), row.in.startsWith("HEAD "));
            client.send(row.in.first(cut));
            other.send(Health); // one shard: once this is answered, the first part has been read
            QVERIFY(other.untilAnswers(1));
            other.forget();
            client.send(row.in.sliced(cut));
            QVERIFY(client.until([&] { return client.closed() || !client.answers().list.isEmpty(); }));
            const Answers seen = client.answers();
            QVERIFY2(seen.fault.isEmpty(), seen.fault.constData());
            const QByteArray words = seen.words.split('|').first().trimmed();
            QVERIFY2(first == words || first == words + " open" || first == words + " close", (row.name + ", cut at " + number(cut) + ": " + seen.words).constData());
            ++cuts;
        }
    }
    QVERIFY(cuts > 400);
    QCOMPARE(goodRequestFault(m_bench), QByteArray());
    QCOMPARE(newFaults(), QByteArray());
}

/// Good and bad in one write: answered in order up to the refusal that ends the connection; nothing behind it is read.
void TestHostileRequests::pipelineEndsAtTheRefusal()
{
    QByteArray all;
    QList<QByteArray> words, bodies;
    for (int i = 0; i < 50; ++i) {
        const QByteArray body = chatOf("pipe-" + number(i));
        QByteArray one = whole(body), word = "200";
        if (i == 40) {
            one = post(length(Last + smuggled()) + Chunked, Last + smuggled());
            word = "400 malformed_request";
        } else if (i % 5 == 1) {
            one = ask("POST /v1/../v1/chat/completions HTTP/1.1", Json + length(body), body);
            word = "404 not_found";
        } else if (i % 5 == 2) {
            one = headed(Host + "x-api-key: sk-us_wrong-0000000000000000\r\n", body);
            word = "401 invalid_api_key";
        } else if (i % 5 == 3) {
            one = whole(body + '}');
            word = "400 invalid_request_body";
        } else if (i <= 40) {
            bodies.append(body);
        }
        all += one;
        if (i <= 40)
            words.append(word);
    }
    QVERIFY(all.size() < 64 * 1024); // more than that may not be sent ahead
    Client client(m_bench.gateway->port());
    client.send(all);
    QVERIFY(client.untilClosed());
    QCOMPARE(client.answers().words, words.join(" | "));
    QCOMPARE(client.answers().fault, QByteArray());
    QCOMPARE(newFaults(&bodies), QByteArray());
    QCOMPARE(goodRequestFault(m_bench), QByteArray());
    QCOMPARE(newFaults(), QByteArray());
}

void TestHostileRequests::oneByteAtATime()
{
    const QList<QByteArray> some{"CL.TE", "TE in odd case", "extension lawful", "chunk longer than its size", "form sound", "model with a line end", "preflight listed", "129 levels"};
    Client other(m_bench.gateway->port());
    qsizetype sent = 0;
    for (const Row &row : table()) {
        if (!some.contains(row.name))
            continue;
        ++sent;
        Client client(m_bench.gateway->port());
        for (const char c : row.in) {
            client.send(QByteArray(1, c));
            other.send(Health);
            QVERIFY(other.untilAnswers(1));
            other.forget();
            if (client.closed())
                break;
        }
        QVERIFY2(client.untilAnswers(1), row.name.constData());
        const QByteArray words = client.answers().words;
        QVERIFY2(row.answers == words + " open" || row.answers == words + " close", (row.name + ": " + words).constData());
    }
    QCOMPARE(sent, some.size());
    QCOMPARE(goodRequestFault(m_bench), QByteArray());
    QCOMPARE(newFaults(), QByteArray());
}

/// What begins and stops, or goes on too slowly, is ended with 408 and reaches nobody.
void TestHostileRequests::whatStopsIsEnded()
{
    GatewayBench bench;
    fill(bench);
    QVERIFY(bench.start(1));
    limitWaiting(bench, 300);
    const QByteArray request = whole(Chat), chunked = post(Chunked, chunk(Chat) + Last);
    std::vector<std::unique_ptr<Client>> clients;
    for (const QByteArray &begun : {request.first(1), request.first(40), request.chopped(Chat.size() + 1), request.chopped(Chat.size()), request.chopped(1), chunked.chopped(1),
                                    chunked.chopped(10), post(length(Chat) + "Expect: 100-continue\r\n", {}), post("Content-Length: 67108864\r\n", QByteArray(1000, ' '))}) {
        clients.push_back(std::make_unique<Client>(bench.gateway->port()));
        clients.back()->send(begun);
    }
    for (const auto &client : clients) {
        QVERIFY(client->untilClosed());
        QCOMPARE(client->answers().words, "408 request_timeout");
        QCOMPARE(client->answers().fault, QByteArray());
    }
    // A byte now and then keeps neither a head nor a body alive.
    for (const QByteArray &begun : {QByteArray("GET /health HTTP/1.1\r\nx: "), post("Content-Length: 67108864\r\n", {})}) {
        Client client(bench.gateway->port());
        client.send(begun);
        QElapsedTimer clock;
        for (clock.start(); !client.closed() && clock.elapsed() < PatienceMs; client.untilClosed(5))
            client.send("x");
        QCOMPARE(client.answers().words, "408 request_timeout");
    }
    Client silent(bench.gateway->port());
    QVERIFY(silent.untilClosed());
    QCOMPARE(silent.bytes(), QByteArray()); // who asked nothing is told nothing
    limitWaiting(bench, 10000);
    QCOMPARE(goodRequestFault(bench), QByteArray());
    const QList<QByteArray> bodies{chatOf("good-" + number(m_good))};
    QCOMPARE(newFaults(&bodies), QByteArray());
}

/// Names of keys and models with line ends: each place that repeats them writes one value, not a line more.
void TestHostileRequests::namesInjectNothing()
{
    const quint16 port = m_bench.gateway->port();
    Client client(port);
    client.send(whole(R"({"model":)" + json::quoted(EvilModel) + '}') + get("/v1/models") + get("/v1/models/" + EvilModel.toUtf8().toPercentEncoding()) + get("/metrics"));
    QVERIFY(client.untilAnswers(4));
    const Answers seen = client.answers();
    QCOMPARE(seen.words, "200 | 200 | 200 | 200");
    QCOMPARE(seen.fault, QByteArray());
    QCOMPARE(headerValue(seen.list[0].headers, "x-understudy-served-by"), std::optional<QByteArray>("a/m%0D%0Ax-evil:%201%0D%0A%0D%0A%E5%AE%B6%22"));
    QVERIFY(!json::validate(seen.list[1].body) && !json::validate(seen.list[2].body));
    QCOMPARE(json::Value(seen.list[2].body)["id"].toString(), EvilModel);
    for (const QByteArray &line : seen.list[3].body.split('\n'))
        QVERIFY2(line.isEmpty() || line.startsWith("# ") || line.startsWith("understudy_"), line.constData());
    QVERIFY(seen.list[3].body.contains("x-evil"));
    QCOMPARE(newFaults(), QByteArray());
}

/// The process must not keep what hostile clients sent, nor believe what they claim.
void TestHostileRequests::memoryIsBounded()
{
#if !defined(Q_OS_LINUX) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("reads /proc, and a sanitizer keeps freed memory back");
#else
    const auto resident = [] {
        QFile file(u"/proc/self/statm"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE) / (1024 * 1024) : 0;
    };
    const quint16 port = m_bench.gateway->port();
    const auto refused = [&](const QByteArray &bytes, const QByteArray &words, bool closes) {
        Client client(port);
        client.send(bytes);
        const bool ended = closes ? client.untilClosed() : client.untilAnswers(1);
        return ended && client.answers().words == words;
    };
    const QByteArray deep = whole(QByteArray(16 * 1024 * 1024, '[')), head = "GET /health HTTP/1.1\r\nx: " + QByteArray(70000, 'a');
    QVERIFY(refused(deep, "400 invalid_request_body", false)); // the buffers that one such body needs are there from now on
    const qint64 before = resident();
    QVERIFY(before > 10);
    for (int i = 0; i < 200; ++i)
        QVERIFY(refused(head, "431 headers_too_large", true));
    const qint64 afterHeads = resident();
    std::vector<std::unique_ptr<Client>> claims;
    for (int i = 0; i < 50; ++i) {
        QVERIFY(refused(post("Content-Length: 1073741824\r\n", {}), "413 body_too_large", true));
        claims.push_back(std::make_unique<Client>(port));
        claims.back()->send(post("Content-Length: 67108864\r\n", "["));
    }
    const qint64 afterClaims = resident();
    claims.clear();
    for (int i = 0; i < 20; ++i)
        QVERIFY(refused(deep, "400 invalid_request_body", false));
    const qint64 afterDepth = resident();
    qInfo("resident MiB: %lld, after 200 heads %lld, with 50 claims of 64 MiB %lld, after 20 deep bodies of 16 MiB %lld", before, afterHeads, afterClaims, afterDepth);
    QVERIFY(afterHeads - before < 16);
    QVERIFY(afterClaims - before < 64); // 50 claims that are believed would be 3200
    QVERIFY(afterDepth - before < 64); // 20 bodies that are kept would be 320
    QCOMPARE(goodRequestFault(m_bench), QByteArray());
    QCOMPARE(newFaults(), QByteArray());
#endif
}

/// Rows with random damage: each is answered soundly or closed, and only sound requests reach the provider.
void TestHostileRequests::mutations()
{
    GatewayBench bench;
    fill(bench);
    QVERIFY(bench.start(1));
    QList<QByteArray> seeds, sound;
    for (const Row &row : table()) {
        if (row.in.size() < 3000)
            (row.upstream.isEmpty() ? seeds : sound).append(row.in);
    }
    static const QList<QByteArray> spice{"\r\n", "\n", "\r", QByteArray("\0", 1), " ", "\t", ":", ",", ";", "\"", "0", "{", "\xff", "Transfer-Encoding: chunked\r\n", "Content-Length: 5\r\n", "\r\n\r\n", "--xyz", "chunked"};
    QRandomGenerator random(20240607);
    QMap<QByteArray, int> statuses;
    int asked = 0;
    for (int round = 0; round < 16; ++round) {
        std::vector<std::unique_ptr<Client>> clients;
        QList<QByteArray> sent;
        limitWaiting(bench, 200); // what waits for more is ended
        for (int i = 0; i < 50; ++i) {
            const QList<QByteArray> &from = i % 5 == 0 ? seeds : sound; // what is refused already seldom becomes worse
            QByteArray bytes = from[random.bounded(int(from.size()))];
            for (int n = random.bounded(1, 4); n > 0; --n) {
                const int at = random.bounded(int(bytes.size())), many = random.bounded(1, 20);
                switch (random.bounded(7)) {
                case 0: bytes[at] = char(random.bounded(256)); break;
                case 1: bytes.remove(at, many); break;
                case 2: bytes.insert(at, bytes.mid(random.bounded(int(bytes.size())), many)); break;
                case 3: bytes.insert(at, spice[random.bounded(int(spice.size()))]); break;
                case 4: bytes.insert(at, bytes.mid(at, bytes.indexOf('\n', at) + 1 - at)); break; // a line twice
                case 5: bytes[at] = char(std::isalpha(uchar(bytes[at])) ? bytes[at] ^ 0x20 : bytes[at]); break;
                case 6: bytes = bytes.first(at) + sound[random.bounded(int(sound.size()))].mid(at); break; // two requests in one
                }
                if (bytes.isEmpty())
                    bytes = "\r\n";
            }
            sent.append(bytes);
            clients.push_back(std::make_unique<Client>(bench.gateway->port(), bytes.startsWith("HEAD ")));
            clients.back()->send(bytes);
        }
        for (size_t i = 0; i < clients.size(); ++i) {
            QVERIFY2(clients[i]->untilClosed(), sent[qsizetype(i)].toPercentEncoding().constData());
            const Answers answers = clients[i]->answers();
            QVERIFY2(answers.fault.isEmpty(), (answers.fault + "\nto " + sent[qsizetype(i)].toPercentEncoding()).constData());
            ++statuses[answers.words.left(3)];
            ++asked;
        }
        limitWaiting(bench, 10000); // a good request is no hurry, also on a busy machine
        QCOMPARE(goodRequestFault(bench), QByteArray());
        const QList<Received> all = m_provider.requests();
        for (qsizetype i = m_seen; i < all.size(); ++i) {
            const QByteArray model = json::Value(all[i].body)["model"].toUtf8();
            if (all[i].target == ChatPath)
                QVERIFY2(!json::validate(all[i].body) && (model == "m1" || model == EvilModel.toUtf8()), all[i].raw.constData());
            else
                QVERIFY2(all[i].body.contains("\r\n\r\nw1") || all[i].body.contains("\r\n\r\n w1"), all[i].raw.constData());
        }
        QCOMPARE(newFaults(), QByteArray());
    }
    QByteArray summary;
    for (auto status = statuses.cbegin(); status != statuses.cend(); ++status)
        summary += ' ' + (status.key().isEmpty() ? QByteArray("none") : status.key()) + "×" + number(status.value());
    qInfo("%d mutations:%s", asked, summary.constData());
    QVERIFY(statuses.value("200") > 50 && statuses.value("400") > 100); // both sides of the border were visited
}

/// What came late, if anything did, and that all of it was sound; and that the ledger keeps nothing that is large.
void TestHostileRequests::cleanupTestCase()
{
    const QList<ExchangeRecord> records = m_bench.ledger.records();
    QVERIFY(records.size() > 300);
    for (const ExchangeRecord &record : records)
        QVERIFY(record.askedModel.size() + record.clientRequestId.size() + record.userAgent.size() < 2048);
    QCOMPARE(goodRequestFault(m_bench), QByteArray());
    const QList<QByteArray> bodies{chatOf("good-" + number(m_good))};
    QCOMPARE(newFaults(&bodies), QByteArray());
}

QTEST_GUILESS_MAIN(TestHostileRequests)
#include "tst_hostilerequests.moc"
