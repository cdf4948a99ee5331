// SPDX-License-Identifier: GPL-3.0-or-later
#include "Provider.h"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <tuple>
#include <utility>

namespace understudy::bench {

namespace {

std::string response(int status, std::string_view reason, std::string_view body)
{
    std::string text = "HTTP/1.1 " + std::to_string(status) + " ";
    text.append(reason).append("\r\nContent-Type: application/json\r\nContent-Length: ");
    return text.append(std::to_string(body.size())).append("\r\n\r\n").append(body);
}

std::string errorBody(std::string_view message)
{
    return R"({"error":{"message":")" + std::string(message) + R"(","type":"server_error","param":null,"code":null}})";
}

// One event of a stream as one HTTP chunk.
std::string httpChunk(std::string_view event)
{
    char size[24];
    std::snprintf(size, sizeof size, "%zx\r\n", event.size());
    return std::string(size).append(event).append("\r\n");
}

std::string completion(std::string_view model, std::string_view content)
{
    std::string text = R"({"id":"chatcmpl-bench","object":"chat.completion","created":1700000000,"model":")";
    text.append(model).append(R"(","choices":[{"index":0,"message":{"role":"assistant","content":")").append(content);
    return text.append(R"("},"logprobs":null,"finish_reason":"stop"}],)"
                       R"("usage":{"prompt_tokens":20,"completion_tokens":10,"total_tokens":30}})");
}

std::string streamEvent(std::string_view model, std::string_view choices, std::string_view usage = {})
{
    std::string text = R"(data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":1700000000,"model":")";
    return text.append(model).append(R"(","choices":[)").append(choices).append("]").append(usage).append("}\n\n");
}

bool asksForUsage(std::string_view body)
{
    const std::size_t at = body.find(R"("include_usage")");
    return at != body.npos && body.substr(at, 24).find("true") != body.npos;
}

} // namespace

class Provider::Connection final : public Wire, private HttpReader::Sink {
public:
    Connection(Provider &provider, int descriptor)
        : Wire(provider.m_loop)
        , m_provider(provider)
        , m_reader(*this)
        , m_pace(provider.m_loop, [this] { writeDueChunks(); })
    {
        adopt(descriptor);
    }

private:
    void received(std::string_view bytes) override
    {
        if (!m_reader.feed(bytes) || !isOpen())
            leave();
    }
    void ended(const char *) override { leave(); }
    void leave() { m_provider.m_connections.erase(this); } // destroys this object

    void head(const HttpReader::Head &head) override { m_isPost = head.firstLine.starts_with("POST "); }
    void body(std::string_view piece) override { m_request.append(piece); }

    void end() override
    {
        const std::string request = std::exchange(m_request, {});
        const auto model = stringMember(request, R"("model")");
        const auto script = model ? scriptOf(*model) : std::nullopt;
        if (m_index >= 0)
            close(); // a second request inside a stream: nobody we measure does that
        else if (m_provider.m_options.status != 200)
            write(response(m_provider.m_options.status, "Failed", errorBody("as the benchmark wants it")));
        else if (!m_isPost || !script)
            write(response(404, "Not Found", errorBody("no such model")));
        else
            answer(request, std::string(*model), *script);
    }

    void answer(std::string_view request, std::string model, const Script &script)
    {
        const std::string_view prompt = stringMember(request, R"("content")").value_or("");
        const std::string_view nonce = prompt.substr(prompt.size() - std::min(prompt.size(), kNonceLength));
        if (!script.isStream()) {
            const std::string digest = promptDigest(prompt.substr(0, prompt.size() - nonce.size()));
            std::string content = answerContent(nonce, digest, script.bytes);
            if (m_provider.m_options.damaged)
                content.pop_back();
            return write(response(200, "OK", completion(model, content)));
        }
        m_model = std::move(model);
        m_nonce = nonce;
        m_script = script;
        m_usage = asksForUsage(request);
        m_index = 0;
        m_begun = now();
        write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
              + httpChunk(streamEvent(m_model, R"({"index":0,"delta":{"role":"assistant"},"finish_reason":null})")));
        writeDueChunks();
    }

    void writeDueChunks()
    {
        for (; m_index < m_script.chunks; ++m_index) {
            const Nanoseconds due = m_begun + m_index * m_script.every;
            if (due > now())
                return m_pace.at(due);
            const std::string content = chunkContent(m_nonce, {m_index, now()});
            write(
                httpChunk(streamEvent(m_model, R"({"index":0,"delta":{"content":")" + content + R"("},"finish_reason":null})")));
        }
        std::string rest = httpChunk(streamEvent(m_model, R"({"index":0,"delta":{},"finish_reason":"stop"})"));
        if (m_usage)
            rest +=
                httpChunk(streamEvent(m_model, {}, R"(,"usage":{"prompt_tokens":20,"completion_tokens":10,"total_tokens":30})"));
        if (!m_provider.m_options.damaged)
            rest += httpChunk("data: [DONE]\n\n");
        m_index = -1;
        write(rest + "0\r\n\r\n");
    }

    Provider &m_provider;
    HttpReader m_reader;
    Loop::Timer m_pace;
    bool m_isPost = false;
    std::string m_request;

    // The stream that is being written; m_index < 0: none.
    Script m_script;
    std::string m_model;
    std::string m_nonce;
    bool m_usage = false;
    int m_index = -1;
    Nanoseconds m_begun = 0;
};

Provider::Provider(Loop &loop, ProviderOptions options)
    : m_loop(loop)
    , m_options(options)
{
    std::tie(m_listener, m_port) = listenOnLoopback();
    m_loop.watch(m_listener, EPOLLIN, this);
}

Provider::~Provider() { ::close(m_listener); }

void Provider::ready(std::uint32_t)
{
    for (;;) {
        const int descriptor = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0)
            return;
        auto connection = std::make_unique<Connection>(*this, descriptor);
        m_connections.emplace(connection.get(), std::move(connection));
    }
}

} // namespace understudy::bench
