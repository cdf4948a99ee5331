// SPDX-License-Identifier: GPL-3.0-or-later
#include "Load.h"

#include "AnswerCheck.h"
#include "HttpReader.h"
#include "Wire.h"

#include <cstdio>
#include <random>
#include <stdexcept>
#include <utility>

namespace understudy::bench {

namespace {

constexpr std::string_view kBehindNonce = R"("}]})";
constexpr Nanoseconds kPauseAfterFailure = 10 * kMillisecond; // a refusing server must not make this a busy loop
constexpr Nanoseconds kSweepEvery = 250 * kMillisecond;

std::string requestFront(const LoadOptions &options, bool stream, const std::string &prompt)
{
    const std::string front = R"({"model":")" + options.model + R"(","stream":)" + (stream ? "true" : "false")
        + R"(,"messages":[{"role":"user","content":")" + prompt;
    const std::size_t length = front.size() + kNonceLength + kBehindNonce.size();
    return "POST " + options.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(options.port)
        + "\r\nContent-Type: application/json\r\nAccept: */*\r\nContent-Length: " + std::to_string(length) + "\r\n"
        + options.headers + "\r\n" + front;
}

} // namespace

class Load::Client final : public Wire, private HttpReader::Sink {
public:
    explicit Client(Load &load)
        : Wire(load.m_loop)
        , m_load(load)
        , m_reader(*this)
        , m_check(load.m_script, [this](Nanoseconds written) { m_load.chunk(*this, written); })
        , start(load.m_loop, [this] { m_load.begin(*this); })
    {
    }

    void ask(std::string nonce)
    {
        sent = now();
        firstToken = 0;
        m_check.begin(nonce, m_load.m_digest);
        if (!isOpen())
            connectTo(m_load.m_options.port);
        write(nonce.insert(0, m_load.m_requestFront).append(kBehindNonce));
    }

    // The answer is over, well or not. A connection with a failure on it is not used again.
    void finish(const std::string &problem)
    {
        m_complete = false;
        if (m_closeAfter || !problem.empty()) {
            close();
            m_reader.reset();
        }
        m_closeAfter = false;
        m_load.answered(*this, problem);
    }

    bool waits() const { return sent > 0; }

private:
    void received(std::string_view bytes) override
    {
        if (!waits())
            return close(); // bytes that nobody asked for
        if (!m_reader.feed(bytes))
            return finish("no HTTP");
        if (m_complete)
            finish(m_check.problem());
    }
    void ended(const char *how) override
    {
        const bool proper = m_reader.finish();
        m_reader.reset();
        if (waits())
            finish(proper ? m_check.problem() : how);
    }
    void head(const HttpReader::Head &head) override
    {
        m_check.head(head.status);
        m_closeAfter = head.close;
    }
    void body(std::string_view piece) override { m_check.body(piece); }
    void end() override { m_complete = true; }

    Load &m_load;
    HttpReader m_reader;
    AnswerCheck m_check;
    bool m_complete = false;
    bool m_closeAfter = false;

public:
    Loop::Timer start;
    Nanoseconds sent = 0; // 0: no request under way
    Nanoseconds firstToken = 0;
};

Load::Load(Loop &loop, LoadOptions options)
    : m_loop(loop)
    , m_options(std::move(options))
    , m_nextNonce((std::uint64_t(std::random_device {}()) << 32) + 1)
    , m_sweep(loop, [this] { sweep(); })
{
    const auto script = scriptOf(m_options.model);
    if (!script)
        throw std::runtime_error("no such model: " + m_options.model);
    m_script = *script;
    std::string prompt;
    while (prompt.size() < m_options.promptBytes)
        prompt += "Shall I compare thee to a summer's day? ";
    prompt.resize(m_options.promptBytes);
    m_digest = promptDigest(prompt);
    m_requestFront = requestFront(m_options, m_script.isStream(), prompt);
}

Load::~Load() = default;

void Load::run()
{
    const Nanoseconds begun = now();
    m_countFrom = begun + m_options.warmUp;
    m_end = m_countFrom + m_options.duration;
    for (int i = 0; i < m_options.connections; ++i) {
        m_clients.push_back(std::make_unique<Client>(*this));
        m_clients.back()->start.at(begun + m_options.ramp * i / m_options.connections);
    }
    m_sweep.at(begun + kSweepEvery);
    Loop::Timer end(m_loop, [this] { finish(); });
    end.at(m_end);
    m_loop.run();
}

void Load::begin(Client &client)
{
    if (m_options.requests > 0 && m_started >= m_options.requests)
        return;
    ++m_started;
    m_mostOpen = std::max(m_mostOpen, ++m_open);
    client.ask(hexadecimal(m_nextNonce++));
}

void Load::chunk(Client &client, Nanoseconds written)
{
    const Nanoseconds time = now();
    if (client.firstToken == 0)
        client.firstToken = time;
    if (!counts(time))
        return;
    ++m_chunks;
    m_chunkDelay.add(time - written);
}

void Load::answered(Client &client, const std::string &problem)
{
    const Nanoseconds time = now();
    const Nanoseconds sent = std::exchange(client.sent, 0);
    --m_open;
    ++m_all;
    if (counts(time) && problem.empty()) {
        ++m_good;
        m_latency.add(time - sent);
        if (client.firstToken)
            m_firstToken.add(client.firstToken - sent);
    } else if (counts(time)) {
        ++m_problems[problem];
    }
    if (m_all == (m_options.once ? m_options.connections : m_options.requests))
        return finish();
    if (m_options.once)
        return;
    if (problem.empty())
        begin(client);
    else
        client.start.at(time + kPauseAfterFailure);
}

void Load::sweep()
{
    for (const auto &client : m_clients) {
        if (client->waits() && now() - client->sent > m_options.timeout)
            client->finish("timeout");
    }
    m_sweep.at(now() + kSweepEvery);
}

void Load::finish()
{
    m_over = now();
    // In an endless loop the requests under way are nobody's fault; of a given number all must have been answered.
    if (const std::int64_t wanted = m_options.once ? m_options.connections : m_options.requests; m_all < wanted)
        m_problems["unfinished"] += wanted - m_all;
    m_loop.stop();
}

std::string Load::json()
{
    std::int64_t failed = 0;
    std::string problems;
    for (const auto &[problem, count] : m_problems) {
        failed += count;
        problems += (problems.empty() ? "\"" : ",\"") + problem + "\":" + std::to_string(count);
    }
    const double seconds = double(m_over - m_countFrom) / double(kSecond);
    char text[400];
    std::snprintf(text, sizeof text,
                  R"({"good":%lld,"failed":%lld,"seconds":%.3f,"perSecond":%.1f,"allAnswers":%lld,"chunks":%lld,"mostOpen":%d,)",
                  static_cast<long long>(m_good), static_cast<long long>(failed), seconds,
                  seconds > 0 ? double(m_good) / seconds : 0.0, static_cast<long long>(m_all), static_cast<long long>(m_chunks),
                  m_mostOpen);
    return text + (R"("problems":{)" + problems) + R"(},"latencyUs":)" + m_latency.json() + R"(,"firstTokenUs":)"
        + m_firstToken.json() + R"(,"chunkDelayUs":)" + m_chunkDelay.json() + "}";
}

} // namespace understudy::bench
