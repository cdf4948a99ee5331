// SPDX-License-Identifier: GPL-3.0-or-later
// Hours of everything at once: providers that refuse, fail, limit, stall, break off and dawdle, clients that leave, large bodies,
// the cache. Memory and descriptors stay flat, every answer is what it says it is, and the ledger says what the clients saw.
//
// 15 seconds; 20 minutes with UNDERSTUDY_LONG=1; UNDERSTUDY_SOAK_MINUTES=N for any other time (1440: a day).
#include "trust/load/LoadBench.h"

#include "bench/HttpReader.h"
#include "bench/Wire.h"
#include "host/Workspace.h"
#include "storage/LedgerReader.h"

#include <map>
#include <random>
#include <sys/epoll.h>
#include <unordered_map>

using namespace understudy;
using namespace understudy::test;
using bench::kMillisecond;
using bench::Loop;
using bench::now;

namespace {

constexpr int Clients = 32;
constexpr size_t LargeBytes = 600 * 1024;

struct Kind {
    const char *word; ///< what the first provider is told to do
    int weight;
    bool stream;
    const char *may; ///< how it may end for the client: a(nswered) f(ailed) i(nterrupted) c(ancelled)
};
// The second provider always answers, so what fails before the first output ends well. The two with timeouts of 0.4 s ("stall", "silence")
// may fail at both, or in the second's answer, when a busy machine holds this program up for longer than that.
constexpr Kind Kinds[] = {
    {"fine", 30, false, "a"},     {"fine", 20, true, "a"},      {"large", 4, false, "a"},     {"500", 5, false, "a"},
    {"500", 4, true, "a"},        {"429", 4, false, "a"},       {"429-soon", 3, true, "a"},   {"garbage", 4, false, "a"},
    {"close", 4, false, "a"},     {"reset", 4, true, "a"},      {"stall", 3, false, "af"},    {"stall", 3, true, "afi"},
    {"slow", 4, true, "ai"},      {"break", 5, true, "ai"},     {"cut", 4, true, "ai"},       {"silence", 3, true, "aif"},
    {"leave", 5, true, "ca"},     {"all-500", 3, false, "f"},   {"400", 3, false, "af"},      {"refused", 6, false, "a"},
    {"refused", 4, true, "a"},    {"cached", 12, false, "a"},   {"cached", 6, true, "a"},
};

QByteArray keyOf(std::string_view word)
{
    const QByteArray front = "sk-us_invented00000000000000000000000000";
    if (word == "stall" || word == "silence")
        return front + "hasty";
    if (word == "refused")
        return front + "refused";
    if (word.starts_with("429"))
        return front + "limited";
    return front + (word == "cached" ? "cached" : "plain");
}

/// Keys over the same two providers, each with channels of its own, so that one's suspensions do not spare the others the
/// faults; "refused" begins with a port where nobody listens.
QByteArray configuration(quint16 first, quint16 second, quint16 nobody)
{
    QByteArray providers, channels, keys;
    const auto provider = [&](const QByteArray &id, quint16 port) {
        providers += (providers.isEmpty() ? "" : ",") + QByteArray(R"({"id":"p-)" + id + R"(","name":"P","baseUrl":"http://127.0.0.1:)" + QByteArray::number(port) + R"(/v1","models":[{"id":"m1","type":"chat"}]})");
    };
    const auto channel = [&](const QByteArray &id, const QByteArray &provider) {
        channels += (channels.isEmpty() ? "" : ",") + QByteArray(R"({"id":")" + id + R"(","provider":"p-)" + provider + R"(","name":")" + id + R"(","proxy":"none","credential":"sk-invented-soak","models":["m1"]})");
    };
    provider("first", first);
    provider("second", second);
    provider("nobody", nobody);
    channel("last", "second");
    for (const QByteArray word : {"fine", "429", "stall", "refused", "cached"}) {
        channel("c-" + word, word == "refused" ? "nobody" : "first");
        const QByteArray policy = word == "stall" ? R"({"timeoutMs":400,"idleTimeoutMs":400,"backoffMs":5})"
            : word == "cached"                    ? R"({"backoffMs":5,"cache":{"enabled":true,"ttlSeconds":2}})"
            : word == "refused"                   ? R"({"backoffMs":5,"breaker":{"enabled":true,"failures":3,"suspendSeconds":1}})"
                                                  : R"({"backoffMs":5,"breaker":{"enabled":true,"failures":20,"suspendSeconds":1}})";
        keys += (keys.isEmpty() ? "" : ",") + QByteArray(R"({"name":"k)" + word + R"(","secret":")" + keyOf(word.toStdString()) + R"(","chain":[{"channel":"c-)" + word
            + R"(","model":"m1"},{"channel":"last","model":"m1"}],"policy":)" + policy + "}");
    }
    return R"({"format":"understudy-config","version":1,"providers":[)" + providers + R"(],"channels":[)" + channels + R"(],"keys":[)" + keys + "]}";
}

/// What a prompt says: the word for the first provider and a number that comes back in the answer.
struct Wish {
    std::string word;
    std::string nonce;
};
Wish wishIn(std::string_view request)
{
    const size_t at = request.find("do:");
    if (at == request.npos)
        return {};
    const size_t colon = request.find(':', at + 3), end = request.find(';', at + 3);
    if (colon == request.npos || end == request.npos)
        return {};
    return {std::string(request.substr(at + 3, colon - at - 3)), std::string(request.substr(colon + 1, end - colon - 1))};
}

class FaultyProvider final : private Loop::Watcher {
public:
    FaultyProvider(Loop &loop, bool isFirst) : m_loop(loop), m_isFirst(isFirst)
    {
        std::tie(m_listener, port) = bench::listenOnLoopback();
        m_loop.watch(m_listener, EPOLLIN, this);
    }
    ~FaultyProvider() override { ::close(m_listener); }
    void closeAll() { m_connections.clear(); }
    quint16 port = 0;

private:
    class Connection;
    void ready(std::uint32_t) override;
    Loop &m_loop;
    const bool m_isFirst;
    int m_listener = -1;
    std::unordered_map<Connection *, std::unique_ptr<Connection>> m_connections;
};

class FaultyProvider::Connection final : public bench::Wire, private bench::HttpReader::Sink {
public:
    Connection(FaultyProvider &provider, int fd)
        : Wire(provider.m_loop), m_provider(provider), m_reader(*this), m_pace(provider.m_loop, [this] { piece(); })
    {
        adopt(fd);
    }

private:
    void received(std::string_view bytes) override
    {
        if (!m_reader.feed(bytes) || !isOpen())
            leave();
    }
    void ended(const char *) override { leave(); }
    void leave() { m_provider.m_connections.erase(this); }
    void head(const bench::HttpReader::Head &) override { m_request.clear(); }
    void body(std::string_view bytes) override { m_request.append(bytes); }

    void answer(int status, const std::string &text, const std::string &more = {})
    {
        write("HTTP/1.1 " + std::to_string(status) + " Said\r\nContent-Type: application/json\r\n" + more + "Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text);
    }
    void error(int status, const std::string &more = {}) { answer(status, R"({"error":{"message":"as told","type":"server_error","code":null}})", more); }
    void chunk(const std::string &event)
    {
        char size[24];
        std::snprintf(size, sizeof size, "%zx\r\n", event.size() + 8);
        write(size + ("data: " + event) + "\n\n\r\n");
    }
    void end() override
    {
        const Wish wish = wishIn(m_request);
        const bool stream = m_request.find(R"("stream":true)") != m_request.npos;
        const std::string word = m_provider.m_isFirst ? wish.word : wish.word == "all-500" || wish.word == "leave" ? wish.word : "fine";
        m_request = {};
        if (word == "500" || word == "all-500")
            return error(500);
        if (word == "400")
            return error(400);
        if (word == "429")
            return error(429);
        if (word == "429-soon")
            return error(429, "Retry-After: 1\r\n");
        if (word == "garbage")
            return answer(200, "{\"choices\":[{\"mess");
        if (word == "close")
            return close();
        if (word == "reset")
            return reset();
        if (word == "stall")
            return;
        if (!stream) {
            std::string content = wish.nonce;
            if (wish.word == "large")
                content.append(LargeBytes, 'x');
            return answer(200, R"({"id":"x","object":"chat.completion","created":1,"model":"m1","choices":[{"index":0,"message":{"role":"assistant","content":")" + content
                              + R"("},"finish_reason":"stop"}],"usage":{"prompt_tokens":2,"completion_tokens":3,"total_tokens":5}})");
        }
        m_word = word;
        m_nonce = wish.nonce;
        m_sent = 0;
        write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        piece();
    }
    void piece()
    {
        if (m_sent == 6) {
            if (m_word == "leave") // until the client does
                return m_pace.at(now() + 20 * kMillisecond), chunk(R"({"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"."},"finish_reason":null}]})");
            chunk(R"({"object":"chat.completion.chunk","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})");
            chunk("[DONE]");
            return write("0\r\n\r\n");
        }
        if (m_sent == 3 && m_word == "break")
            return reset();
        if (m_sent == 3 && m_word == "cut")
            return write("0\r\n\r\n");
        if (m_sent == 3 && m_word == "silence")
            return;
        chunk(R"({"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":")" + m_nonce + R"("},"finish_reason":null}]})");
        ++m_sent;
        m_pace.at(now() + (m_word == "slow" ? 40 : 2) * kMillisecond);
    }

    FaultyProvider &m_provider;
    bench::HttpReader m_reader;
    Loop::Timer m_pace;
    std::string m_request, m_word, m_nonce;
    int m_sent = 0;
};

void FaultyProvider::ready(std::uint32_t)
{
    for (int fd; (fd = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
        auto connection = std::make_unique<Connection>(*this, fd);
        m_connections.emplace(connection.get(), std::move(connection));
    }
}

/// Any number of exchanges in constant space: two sides that have the same ones, each with the same end, have the same sum.
struct Tally {
    quint64 count = 0;
    quint64 sum = 0;
    std::map<char, quint64> ends;

    void add(std::string_view id, char how)
    {
        quint64 hash = 1469598103934665603ULL;
        for (const char c : id)
            hash = (hash ^ quint8(c)) * 1099511628211ULL;
        hash = (hash ^ quint8(how)) * 1099511628211ULL;
        sum += hash ^ (hash >> 29);
        ++count;
        ++ends[how];
    }
    QByteArray text() const
    {
        QByteArray text;
        for (const auto &[how, times] : ends)
            text += QByteArray(1, how) + '=' + QByteArray::number(times) + ' ';
        return text + "sum=" + QByteArray::number(sum, 16);
    }
};

class Soak;

class Client final : public bench::Wire, private bench::HttpReader::Sink {
public:
    Client(Loop &loop, Soak &soak) : Wire(loop), m_soak(soak), m_reader(*this), m_next(loop, [this] { ask(); }) { m_next.at(now()); }
    bool waits() const { return m_kind; }
    void rest() { m_next.stop(); }

private:
    void ask();
    void finish(char how);
    void received(std::string_view bytes) override
    {
        if (!m_reader.feed(bytes))
            return finish('?');
        if (m_leaves)
            return finish('c');
        if (m_over)
            finish(judge());
    }
    void ended(const char *) override
    {
        const bool proper = m_reader.finish();
        m_reader.reset();
        if (m_kind)
            finish(m_over || proper || m_broken ? judge() : '?');
    }
    void head(const bench::HttpReader::Head &head) override
    {
        m_status = head.status;
        m_close = head.close;
        static constexpr std::string_view name = "x-request-id: ";
        if (const size_t at = head.text.find(name); at != head.text.npos)
            m_id = head.text.substr(at + name.size(), head.text.find('\r', at) - at - name.size());
    }
    void body(std::string_view piece) override
    {
        m_text.append(piece);
        m_broken = m_broken || (m_kind->stream && m_status == 200 && m_text.find("\"error\"") != m_text.npos);
        m_leaves = m_kind->word == std::string_view("leave") && m_status == 200 && m_text.find(m_nonce) != m_text.npos;
    }
    void end() override { m_over = true; }
    /// How it ended for this client, '?' when it is not what it should be.
    char judge() const
    {
        if (m_id.size() < 20)
            return '?';
        if (m_status != 200)
            return m_text.find(R"("error":{)") != m_text.npos ? 'f' : '?';
        if (!m_kind->stream)
            return m_text.find(m_nonce) != m_text.npos && m_text.ends_with("}") ? 'a' : '?';
        size_t pieces = 0;
        for (size_t at = m_text.find(m_nonce); at != m_text.npos; at = m_text.find(m_nonce, at + 1))
            ++pieces;
        const bool done = m_text.find("[DONE]") != m_text.npos;
        if (m_broken)
            return !done && pieces > 0 ? 'i' : '?';
        return done && pieces > 0 ? 'a' : '?';
    }

    Soak &m_soak;
    bench::HttpReader m_reader;
    Loop::Timer m_next;
    const Kind *m_kind = nullptr;
    std::string m_nonce, m_id, m_text;
    int m_status = 0;
    bool m_close = false, m_over = false, m_broken = false, m_leaves = false;
};

class Soak {
public:
    Soak(Loop &loop, quint16 port, const Database &database, qint64 pid, bench::Nanoseconds length)
        : loop(loop), port(port), pid(pid), m_reader(LedgerReader::open(database)), m_begun(now()), m_length(length), m_tick(loop, [this] { tick(); })
    {
        for (const Kind &kind : Kinds)
            m_weights.push_back(kind.weight);
        m_choose = std::discrete_distribution<size_t>(m_weights.begin(), m_weights.end());
        m_tick.at(m_begun + m_length / 60);
    }
    void run()
    {
        for (int i = 0; i < Clients; ++i)
            m_clients.push_back(std::make_unique<Client>(loop, *this));
        loop.run();
    }

    const Kind &next() { return Kinds[m_choose(m_chance)]; }
    bool isOver() const { return now() - m_begun >= m_length; }
    void saw(const Kind &kind, const std::string &id, int status, char how, const std::string &text)
    {
        if (std::string_view(kind.may).find(how) == std::string_view::npos && problems.size() < 10)
            problems.append(QByteArray(kind.word) + (kind.stream ? " stream: " : ": ") + how + " status " + QByteArray::number(status) + ' ' + QByteArray::fromStdString(text.substr(0, 600)));
        seen.add(id, how);
    }
    void rested()
    {
        if (isOver() && std::none_of(m_clients.begin(), m_clients.end(), [](const auto &client) { return client->waits(); }))
            loop.stop();
    }
    void disconnect() { m_clients.clear(); }

    /// Takes in what the ledger has got since the last time.
    bool readLedger()
    {
        while (true) {
            PageQuery query;
            query.order = PageQuery::Order::Stored;
            query.limit = LedgerReader::MaxPage;
            query.after = m_after;
            const Result<QList<ExchangeRecord>> page = (*m_reader)->exchanges(query);
            if (!page) {
                ledgerProblem = page.error().toString();
                return false;
            }
            for (const ExchangeRecord &row : *page) {
                const char how = row.status == ExchangeStatus::Answered ? 'a' : row.status == ExchangeStatus::Failed ? 'f' : row.status == ExchangeStatus::Interrupted ? 'i' : 'c';
                stored.add(row.id.toStdString(), how);
                m_after = row.id;
            }
            if (page->size() < LedgerReader::MaxPage)
                return true;
        }
    }

    Loop &loop;
    const quint16 port;
    const qint64 pid;
    Tally seen, stored;
    QList<QByteArray> problems;
    QString ledgerProblem;
    qint64 quarterKb = 0, endKb = 0, mostKb = 0, mostDescriptors = 0;
    std::uint64_t nonce = 1'000'000'000;

private:
    void tick()
    {
        const qint64 kb = residentKb(pid);
        const bench::Nanoseconds gone = now() - m_begun;
        mostKb = std::max(mostKb, kb);
        mostDescriptors = std::max(mostDescriptors, descriptors(pid));
        // Each figure is the highest of an eighth of the time: memory breathes with what is in flight.
        if (gone > m_length / 8 && gone <= m_length / 4)
            quarterKb = std::max(quarterKb, kb);
        if (gone > m_length * 7 / 8 && gone <= m_length)
            endKb = std::max(endKb, kb);
        static_cast<void>(readLedger());
        if (gone > m_length * 2 + 60 * bench::kSecond) { // somebody waits for ever
            problems.append("the last answers did not come");
            return loop.stop();
        }
        m_tick.at(now() + std::clamp(m_length / 60, 200 * kMillisecond, 5 * bench::kSecond));
        rested();
    }

    Result<std::unique_ptr<LedgerReader>> m_reader;
    QString m_after;
    std::vector<std::unique_ptr<Client>> m_clients;
    std::mt19937_64 m_chance{std::random_device{}()};
    std::vector<double> m_weights;
    std::discrete_distribution<size_t> m_choose;
    const bench::Nanoseconds m_begun, m_length;
    Loop::Timer m_tick;
};

void Client::ask()
{
    if (m_soak.isOver())
        return m_soak.rested();
    const Kind &kind = m_soak.next();
    m_kind = &kind;
    const std::string_view word = kind.word;
    ++m_soak.nonce;
    m_nonce = "n" + std::to_string(word == "cached" ? 7'000'000'000 + m_soak.nonce % 20 : m_soak.nonce);
    m_id.clear();
    m_text.clear();
    m_status = 0;
    m_close = m_over = m_broken = m_leaves = false;
    std::string text = R"({"model":"m1","stream":)" + std::string(kind.stream ? "true" : "false") + R"(,"messages":[{"role":"user","content":"do:)"
        + std::string(word == "refused" || word == "cached" ? "fine" : word) + ":" + m_nonce + ";";
    if (word == "large")
        text.append(LargeBytes, 'y');
    text += R"("}]})";
    if (!isOpen())
        connectTo(m_soak.port);
    write("POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + keyOf(word).toStdString()
          + "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text);
}

void Client::finish(char how)
{
    const Kind &kind = *std::exchange(m_kind, nullptr);
    if (m_close || how != 'a') {
        close();
        m_reader.reset();
    }
    m_soak.saw(kind, m_id, m_status, how, m_text);
    m_next.at(now() + 60 * kMillisecond);
    m_soak.rested();
}

} // namespace

class TestSoak : public QObject {
    Q_OBJECT

private slots:
    void everythingAtOnce()
    {
        const int minutes = qEnvironmentVariableIntValue("UNDERSTUDY_SOAK_MINUTES");
        const bench::Nanoseconds length = minutes > 0 ? minutes * 60 * bench::kSecond : isLong() ? 1200 * bench::kSecond : 15 * bench::kSecond;
        Loop loop;
        FaultyProvider first(loop, true), second(loop, false);
        const auto [holder, nobody] = reservedPort();
        QVERIFY(holder >= 0);
        const Installation installation;
        const Ran imported = installation.run({u"import"_s, u"-"_s}, configuration(first.port, second.port, nobody));
        QVERIFY2(imported.code == 0, imported.err);
        Serving serving(installation);
        QVERIFY(serving.port != 0);
        const qint64 pid = serving.process.processId();
        {
            RawHttpClient client; // the writer of the ledger opens the database with the first row; nobody listens at that port
            QVERIFY(client.connectTo(serving.port));
            client.send("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            QCOMPARE(client.receive().status, 200);
        }
        const Result<Database> database = Database::open(DatabaseLocation::sqlite(installation.path() + u"/understudy.db"_s));
        QVERIFY(database.ok());
        // What every thread opens once is there after a moment of all kinds.
        Tally warm;
        std::uint64_t nonce = 0;
        {
            Soak warmUp(loop, serving.port, *database, pid, 1500 * kMillisecond);
            warmUp.run();
            QVERIFY2(warmUp.problems.isEmpty(), warmUp.problems.join('\n'));
            warm = warmUp.seen;
            nonce = warmUp.nonce;
        }
        first.closeAll();
        second.closeAll();
        const qint64 open = settledDescriptors(pid, 0);
        Soak real(loop, serving.port, *database, pid, length);
        real.seen = warm;
        real.nonce = nonce;
        const qint64 cpu = cpuMs(pid);
        real.run();
        const qint64 spent = cpuMs(pid) - cpu;
        real.disconnect();
        first.closeAll();
        second.closeAll();
        const qint64 openAfter = settledDescriptors(pid, open);
        QElapsedTimer timer;
        timer.start();
        while (real.stored.count < real.seen.count && timer.elapsed() < 10000)
            QVERIFY2(real.readLedger(), qPrintable(real.ledgerProblem));

        qInfo("%llu exchanges, seen %s; memory %lld KB at a quarter, %lld KB at the end, %lld KB at the most; descriptors %lld before, %lld at the most, %lld after; %lld ms of CPU",
              real.seen.count, real.seen.text().constData(), real.quarterKb, real.endKb, real.mostKb, open, real.mostDescriptors, openAfter, spent);
        QVERIFY2(real.problems.isEmpty(), real.problems.join('\n'));
        QVERIFY(real.seen.count > 500);
        for (const char how : {'a', 'f', 'i', 'c'}) // every end was there
            QVERIFY2(real.seen.ends[how] > 10, real.seen.text());
        QCOMPARE(real.stored.text(), real.seen.text());
        QVERIFY2(openAfter <= open, qPrintable(u"%1 were open, %2 are"_s.arg(open).arg(openAfter)));
        if (!Sanitized) // 10 % and what a few large bodies in flight take
            QVERIFY2(real.endKb <= real.quarterKb * 11 / 10 + 12 * 1024, qPrintable(u"%1 KB at a quarter, %2 KB at the end"_s.arg(real.quarterKb).arg(real.endKb)));
        QCOMPARE(serving.stop(), 0);
        const QByteArray said = serving.process.readAllStandardError();
        QVERIFY2(said.isEmpty(), said.first(std::min<qsizetype>(said.size(), 1000)));
        ::close(holder);
        const QJsonObject usage = installation.run({u"usage"_s, u"--json"_s}).object();
        QCOMPARE(quint64(usage.value("requests"_L1).toInteger()), real.seen.count);
    }

private:
    /// A port that nobody else gets and where nobody listens.
    static std::pair<int, quint16> reservedPort()
    {
        const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (fd < 0 || ::bind(fd, reinterpret_cast<const sockaddr *>(&address), size) != 0 || ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            return {-1, 0};
        return {fd, ntohs(address.sin_port)};
    }
    /// Open descriptors when they are no more than `wanted`, or the lowest number in a few seconds.
    static qint64 settledDescriptors(qint64 pid, qint64 wanted)
    {
        qint64 lowest = descriptors(pid);
        static_cast<void>(QTest::qWaitFor([&] {
            lowest = std::min(lowest, descriptors(pid));
            return wanted > 0 && lowest <= wanted;
        }, wanted > 0 ? 15000 : 3000));
        return lowest;
    }
};

int main(int argc, char **argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(std::numeric_limits<int>::max())); // the time is what is tested
    QCoreApplication app(argc, argv);
    TestSoak test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_soak.moc"
