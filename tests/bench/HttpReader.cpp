// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpReader.h"

#include <strings.h>

#include <algorithm>
#include <charconv>

namespace understudy::bench {

namespace {

constexpr std::size_t kMaxHead = 64 * 1024;

// The value of a header, or nothing; the head begins with its first line.
std::string_view header(std::string_view head, std::string_view name)
{
    for (std::size_t at = head.find("\r\n"); at + 2 < head.size(); at = head.find("\r\n", at + 2)) {
        const std::string_view line = head.substr(at + 2, head.find("\r\n", at + 2) - at - 2);
        if (line.size() <= name.size() || line[name.size()] != ':' || strncasecmp(line.data(), name.data(), name.size()) != 0)
            continue;
        const std::size_t begin = line.find_first_not_of(' ', name.size() + 1);
        return begin == line.npos ? std::string_view() : line.substr(begin);
    }
    return {};
}

bool isWord(std::string_view value, std::string_view word)
{
    return value.size() == word.size() && strncasecmp(value.data(), word.data(), word.size()) == 0;
}

bool parse(std::string_view text, auto &number, int base = 10)
{
    return !text.empty() && std::from_chars(text.data(), text.data() + text.size(), number, base).ec == std::errc();
}

} // namespace

void HttpReader::reset()
{
    m_state = State::Head;
    m_line.clear();
    m_left = 0;
}

void HttpReader::finishMessage()
{
    reset();
    m_sink.end();
}

bool HttpReader::finish()
{
    if (m_state != State::BodyToClose)
        return false;
    finishMessage();
    return true;
}

bool HttpReader::takeHead(std::string_view &bytes)
{
    const std::size_t had = m_line.size();
    m_line.append(bytes.substr(0, kMaxHead));
    const std::size_t end = m_line.find("\r\n\r\n", had < 3 ? 0 : had - 3);
    if (end == m_line.npos) {
        bytes = {};
        return m_line.size() < kMaxHead;
    }
    bytes.remove_prefix(end + 4 - had);
    m_line.resize(end + 2);
    const std::string text = std::move(m_line);
    m_line.clear();

    Head head;
    head.text = text;
    head.firstLine = std::string_view(text).substr(0, text.find("\r\n"));
    const bool isAnswer = head.firstLine.starts_with("HTTP/1.");
    if (isAnswer && (head.firstLine.size() < 12 || !parse(head.firstLine.substr(9, 3), head.status)))
        return false;
    head.close = isWord(header(text, "connection"), "close");
    const std::string_view length = header(text, "content-length");
    m_left = 0;
    if (isWord(header(text, "transfer-encoding"), "chunked"))
        m_state = State::ChunkSize;
    else if (!length.empty())
        m_state = State::Body;
    else
        m_state = isAnswer && head.status != 204 && head.status != 304 ? State::BodyToClose : State::Body;
    if (!length.empty() && !parse(length, m_left))
        return false;
    m_sink.head(head);
    if (m_state == State::Body && m_left == 0)
        finishMessage();
    return true;
}

// True when the line is whole; it comes without its end.
bool HttpReader::takeLine(std::string_view &bytes, std::string &line)
{
    const std::size_t end = bytes.find('\n');
    line.append(bytes.substr(0, end));
    bytes.remove_prefix(end == bytes.npos ? bytes.size() : end + 1);
    if (end != std::string_view::npos && line.ends_with('\r'))
        line.pop_back();
    return end != std::string_view::npos;
}

bool HttpReader::takeChunkSize(const std::string &line)
{
    if (!parse(line, m_left, 16))
        return false;
    m_state = m_left == 0 ? State::Trailer : State::Chunk;
    return true;
}

void HttpReader::takeBody(std::string_view &bytes)
{
    const std::string_view piece = bytes.substr(0, std::min<std::uint64_t>(m_left, bytes.size()));
    bytes.remove_prefix(piece.size());
    m_left -= piece.size();
    m_sink.body(piece);
    if (m_left > 0)
        return;
    if (m_state == State::Chunk)
        m_state = State::ChunkEnd;
    else
        finishMessage();
}

bool HttpReader::feed(std::string_view bytes)
{
    while (!bytes.empty()) {
        switch (m_state) {
        case State::Head:
            if (!takeHead(bytes))
                return false;
            break;
        case State::Body:
        case State::Chunk:
            takeBody(bytes);
            break;
        case State::BodyToClose:
            m_sink.body(bytes);
            bytes = {};
            break;
        case State::ChunkSize:
        case State::ChunkEnd:
        case State::Trailer: {
            if (!takeLine(bytes, m_line))
                break;
            const std::string line = std::move(m_line);
            m_line.clear();
            if (m_state == State::ChunkEnd && line.empty())
                m_state = State::ChunkSize;
            else if (m_state == State::Trailer && line.empty())
                finishMessage();
            else if (m_state == State::ChunkEnd || (m_state == State::ChunkSize && !takeChunkSize(line)))
                return false;
            break;
        }
        }
    }
    return true;
}

} // namespace understudy::bench
