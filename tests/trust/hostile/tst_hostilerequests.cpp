// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that mean harm, against the whole gateway and with a valid key: whatever is not refused reaches the provider.
#include "HostileRequests.h"

#include "base/JsonSpan.h"
#include "support/ProcessFigures.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <cctype>

using namespace understudy;
using namespace understudy::test;

namespace {

constexpr int PatienceMs = 8000;

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
    for (const Row &row : hostileRequests())
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
    const QList<Row> all = hostileRequests();
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

/// Requests that must be answered the same wherever their bytes are cut: every sixth row that is short.
void TestHostileRequests::cutsDoNotMatter()
{
    Client other(m_bench.gateway->port());
    int shorts = 0, cuts = 0;
    for (const Row &row : hostileRequests()) {
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
    for (const Row &row : hostileRequests()) {
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
    if (Sanitized)
        QSKIP("a sanitizer keeps freed memory back");
    const auto resident = [] { return residentKb(getpid()) / 1024; };
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
}

/// Rows with random damage: each is answered soundly or closed, and only sound requests reach the provider.
void TestHostileRequests::mutations()
{
    GatewayBench bench;
    fill(bench);
    QVERIFY(bench.start(1));
    QList<QByteArray> seeds, sound;
    for (const Row &row : hostileRequests()) {
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
