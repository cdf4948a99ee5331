// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace understudy::bench {

// Cuts what comes over a connection into HTTP/1.1 messages, requests and answers alike: head, pieces of the body, end.
class HttpReader final {
public:
    struct Head {
        std::string_view firstLine; // valid during the call only, as is `text`: all lines, each with its end
        std::string_view text;
        int status = 0; // 0 for a request
        bool close = false; // the sender wants to close after this message
    };
    // Must not destroy or reset the reader inside a call. end() comes with the reader ready for the next message.
    class Sink {
    public:
        virtual ~Sink() = default;
        virtual void head(const Head &head) = 0;
        virtual void body(std::string_view piece) = 0;
        virtual void end() = 0;
    };

    explicit HttpReader(Sink &sink)
        : m_sink(sink)
    {
    }

    // False when it is no HTTP (or a head above 64 KiB); reset() then.
    bool feed(std::string_view bytes);
    // The connection ended: true when that was the proper end of a message without a length (end() was called).
    bool finish();
    void reset();

private:
    enum class State { Head, Body, BodyToClose, ChunkSize, Chunk, ChunkEnd, Trailer };

    bool takeHead(std::string_view &bytes);
    bool takeLine(std::string_view &bytes, std::string &line);
    bool takeChunkSize(const std::string &line);
    void takeBody(std::string_view &bytes);
    void finishMessage();

    Sink &m_sink;
    State m_state = State::Head;
    std::string m_line; // the head or line so far
    std::uint64_t m_left = 0;
};

} // namespace understudy::bench
