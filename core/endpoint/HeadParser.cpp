// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/HeadParser.h"

#include "base/FieldGrammar.h"

#include <algorithm>

namespace understudy {

namespace {

/// Of a path with its query: visible ASCII without the mark of a fragment.
bool isTarget(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
}

bool same(QByteArrayView a, QByteArrayView lower) { return a.compare(lower, Qt::CaseInsensitive) == 0; }

QByteArrayView trimmedSpace(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text.chop(1);
    return text;
}

} // namespace

void HeadParser::reset() { *this = HeadParser(m_limits); }

bool HeadParser::fail(int status, const char *code, const char *message)
{
    m_refusal = {status, code, message};
    return false;
}

HeadParser::State HeadParser::refuse(int status, const char *code, const char *message)
{
    fail(status, code, message);
    return State::Refused;
}

HeadParser::State HeadParser::feed(QByteArrayView bytes)
{
    qsizetype end = -1;
    if (!scan(bytes, end))
        return State::Refused;
    if (end < 0) {
        if (bytes.size() >= m_limits.headBytes)
            return refuse(431, "headers_too_large", "The request head is larger than this endpoint accepts.");
        return State::More;
    }
    if (!parse(bytes.sliced(m_start, end - 2 - m_start)))
        return State::Refused;
    m_parsed.size = int(end);
    return State::Complete;
}

/// Goes over the new bytes and refuses at the first one that cannot be part of a head, so that binary data and TLS are
/// answered at once and nothing waits for a line end that never comes. `end`: behind the empty line, or -1.
bool HeadParser::scan(QByteArrayView bytes, qsizetype &end)
{
    for (qsizetype i = m_scanned; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (i >= m_limits.headBytes) // here, so that the answer does not depend on how much came at once
            return fail(431, "headers_too_large", "The request head is larger than this endpoint accepts.");
        if (c == '\n') {
            if (i == 0 || bytes[i - 1] != '\r')
                return fail(400, "malformed_request", "A line of the request head ends without CR.");
            const bool empty = i - 1 == m_lineStart;
            m_lineStart = i + 1;
            if (!empty) {
                m_inRequestLine = false;
            } else if (!m_inRequestLine) {
                m_scanned = end = i + 1;
                return true;
            } else if (i != 1) {
                return fail(400, "malformed_request", "The request begins with empty lines.");
            } else {
                m_start = i + 1;
            }
        } else if (i > 0 && bytes[i - 1] == '\r') {
            return fail(400, "malformed_request", "A CR in the request head is not followed by LF.");
        } else if (c != '\r' && !isFieldValueChar(c)) {
            return fail(400, "malformed_request", "The request head has a control character. This endpoint speaks plain HTTP/1.1.");
        } else if (m_inRequestLine && i - m_lineStart > m_limits.targetBytes + HeadLimits::MethodBytes + 10) {
            return fail(414, "target_too_long", "The request target is longer than this endpoint accepts.");
        }
    }
    m_scanned = bytes.size();
    return true;
}

bool HeadParser::parse(QByteArrayView head)
{
    bool first = true;
    while (!head.isEmpty()) {
        const qsizetype lineEnd = head.indexOf('\n'); // scan has proved that CR is before each
        const QByteArrayView line = head.first(lineEnd - 1);
        head = head.sliced(lineEnd + 1);
        if (!(first ? requestLine(line) : field(line)))
            return false;
        first = false;
    }
    return framing();
}

bool HeadParser::requestLine(QByteArrayView line)
{
    const qsizetype space = line.indexOf(' ');
    const qsizetype second = line.lastIndexOf(' ');
    if (space <= 0 || second <= space)
        return fail(400, "malformed_request", "The request line is not METHOD TARGET VERSION.");
    const QByteArrayView method = line.first(space);
    const QByteArrayView target = line.sliced(space + 1, second - space - 1);
    const QByteArrayView version = line.sliced(second + 1);

    if (!isToken(method) || method.size() > HeadLimits::MethodBytes)
        return fail(400, "malformed_request", "The method is not a token.");
    if (version == "HTTP/1.0")
        m_parsed.http10 = true;
    else if (version != "HTTP/1.1") {
        const auto digit = [&](int i) { return version[i] >= '0' && version[i] <= '9'; };
        if (version.size() == 8 && version.startsWith("HTTP/") && digit(5) && version[6] == '.' && digit(7))
            return fail(505, "http_version", "This endpoint speaks HTTP/1.1 and HTTP/1.0.");
        return fail(400, "malformed_request", "The request line has no HTTP version.");
    }
    if (target.size() > m_limits.targetBytes)
        return fail(414, "target_too_long", "The request target is longer than this endpoint accepts.");
    if (!target.startsWith('/') || !isTarget(target))
        return fail(400, "malformed_request", "The request target is not a path.");

    const qsizetype query = target.indexOf('?');
    m_parsed.head.method = method.toByteArray();
    m_parsed.head.path = (query < 0 ? target : target.first(query)).toByteArray();
    if (query >= 0)
        m_parsed.head.query = target.sliced(query + 1).toByteArray();
    m_parsed.head.headers.reserve(16);
    return true;
}

bool HeadParser::field(QByteArrayView line)
{
    if (line.startsWith(' ') || line.startsWith('\t'))
        return fail(400, "malformed_request", "A header field is folded over lines.");
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
        return fail(400, "malformed_request", "A header field has no valid name.");
    if (m_parsed.head.headers.size() >= HeadLimits::Fields)
        return fail(431, "headers_too_large", "The request has too many header fields.");
    const QByteArrayView name = line.first(colon);
    const QByteArray value = trimmedSpace(line.sliced(colon + 1)).toByteArray();
    if (!known(name, value))
        return false;
    m_parsed.head.headers.append({name.toByteArray(), value});
    return true;
}

/// The fields that decide where the message ends and whether the connection goes on. Chosen by length first: most
/// fields are none of them.
bool HeadParser::known(QByteArrayView name, const QByteArray &value)
{
    switch (name.size()) {
    case 4:
        if (!same(name, "host"))
            return true;
        if (!once(m_hasHost, "The request has more than one Host."))
            return false;
        m_parsed.host = value;
        return true;
    case 6:
        if (same(name, "origin")) {
            if (!m_parsed.origin.isEmpty())
                return fail(400, "malformed_request", "The request has more than one Origin.");
            m_parsed.origin = value.isEmpty() ? QByteArrayLiteral("null") : value;
        } else if (same(name, "expect")) {
            if (!same(value, "100-continue"))
                return fail(417, "expectation_failed", "The only expectation known is 100-continue.");
            m_parsed.expectContinue = true;
        }
        return true;
    case 7:
        if (same(name, "api-key"))
            return once(m_hasApiKey, "The request has more than one api-key.");
        if (same(name, "upgrade") && !same(value, "h2c"))
            return fail(400, "upgrade_refused", "This endpoint does not switch protocols.");
        return true;
    case 9: return !same(name, "x-api-key") || once(m_hasXApiKey, "The request has more than one x-api-key.");
    case 10: return !same(name, "connection") || connection(value);
    case 12:
        if (same(name, "content-type"))
            return once(m_hasType, "The request has more than one Content-Type.");
        if (same(name, "x-request-id"))
            m_parsed.requestId = value;
        return true;
    case 13: return !same(name, "authorization") || once(m_hasAuthorization, "The request has more than one Authorization.");
    case 14: return !same(name, "content-length") || contentLength(value);
    case 17: return !same(name, "transfer-encoding") || transferEncoding(value);
    default: return true;
    }
}

/// For fields of which two readers could take a different one.
bool HeadParser::once(bool &seen, const char *message)
{
    return !std::exchange(seen, true) || fail(400, "malformed_request", message);
}

bool HeadParser::contentLength(const QByteArray &value)
{
    if (!once(m_hasLength, "The request has more than one Content-Length."))
        return false;
    if (value.isEmpty() || value.size() > 18) // 18 digits fit into 63 bits
        return fail(400, "malformed_request", "Content-Length is not a length.");
    qint64 length = 0;
    for (const char c : value) {
        if (c < '0' || c > '9')
            return fail(400, "malformed_request", "Content-Length is not a length.");
        length = length * 10 + (c - '0');
    }
    m_parsed.head.contentLength = length;
    return true;
}

bool HeadParser::transferEncoding(const QByteArray &value)
{
    if (!once(m_parsed.head.chunked, "The request has more than one Transfer-Encoding."))
        return false;
    if (!same(value, "chunked"))
        return fail(501, "transfer_encoding", "The only transfer coding known is chunked.");
    return true;
}

bool HeadParser::connection(const QByteArray &value)
{
    QByteArrayView rest = value;
    while (!rest.isEmpty()) {
        const qsizetype comma = rest.indexOf(',');
        const QByteArrayView option = trimmedSpace(comma < 0 ? rest : rest.first(comma));
        m_closeAsked = m_closeAsked || same(option, "close");
        m_keepAsked = m_keepAsked || same(option, "keep-alive");
        rest = comma < 0 ? QByteArrayView() : rest.sliced(comma + 1);
    }
    return true;
}

bool HeadParser::framing()
{
    if (!m_hasHost && !m_parsed.http10)
        return fail(400, "malformed_request", "The request has no Host.");
    if (m_parsed.head.chunked && m_hasLength)
        return fail(400, "malformed_request", "The request has both Content-Length and Transfer-Encoding.");
    if (m_parsed.head.chunked && m_parsed.http10)
        return fail(400, "malformed_request", "HTTP/1.0 has no Transfer-Encoding.");
    if (m_parsed.http10)
        m_parsed.expectContinue = false; // RFC 9110 §10.1.1
    m_parsed.keepAlive = !m_closeAsked && (!m_parsed.http10 || m_keepAsked);
    return true;
}

} // namespace understudy
