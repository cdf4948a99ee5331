// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/Endpoint.h"

namespace understudy {

/// Why a request is refused before anybody looks at what it asks for. Texts are literals.
struct Refusal {
    int status = 400;
    const char *code = "";
    const char *message = "";
    bool operator==(const Refusal &other) const { return status == other.status && qstrcmp(code, other.code) == 0; }
};

struct HeadLimits {
    int headBytes = 64 * 1024; ///< request line, fields and the empty line
    int targetBytes = 8 * 1024;
    static constexpr int Fields = 256;
    static constexpr int MethodBytes = 24;
};

/// A request head with what the connection needs to know of it.
struct ParsedHead {
    RequestHead head; ///< `peer` is left to the caller
    int size = 0;     ///< bytes of the head, the empty line included
    bool http10 = false;
    bool keepAlive = true; ///< as the version and Connection say
    bool expectContinue = false;
    QByteArray host;      ///< empty: none (HTTP/1.0)
    QByteArray origin;    ///< empty: none
    QByteArray requestId; ///< the client's own x-request-id as it came
};

/// Strict parsing of request heads after RFC 9110 and 9112: whatever two parsers could read differently is refused, not
/// interpreted. Pure: bytes in, a head or a refusal out.
///
/// 400: bare LF or CR, NUL and other control characters (so a TLS hello or binary data at its first byte), folded lines, space
/// before the colon, empty or non-token names, a target that is not a path (absolute form, "*"), missing, repeated or
/// malformed Host (HTTP/1.1), repeated, signed, non-digit or overflowing Content-Length, Content-Length with
/// Transfer-Encoding, Transfer-Encoding twice or in HTTP/1.0, repeated Authorization, api-key, x-api-key, Content-Type or
/// Origin, Upgrade other than h2c.
/// 414, 417 (Expect other than 100-continue), 431, 501 (Transfer-Encoding other than exactly "chunked"), 505 (a version that
/// is well formed but neither 1.0 nor 1.1; so also the preface of HTTP/2).
/// "Upgrade: h2c" is ignored, as RFC 9110 §7.8 allows: Java's own client sends it with its first request.
class HeadParser final {
public:
    enum class State { More, Complete, Refused };

    explicit HeadParser(const HeadLimits &limits) : m_limits(limits) {}

    /// `bytes`: everything from the first byte of the request on; it may only grow between calls. Looks at each byte once.
    /// One empty line before the request line is skipped (RFC 9112 §2.2) and counts to the size.
    State feed(QByteArrayView bytes);

    ParsedHead takeHead() { return std::move(m_parsed); } ///< after Complete
    const Refusal &refusal() const { return m_refusal; }  ///< after Refused

    void reset(); ///< for the next request

private:
    State refuse(int status, const char *code, const char *message);
    bool fail(int status, const char *code, const char *message);
    bool scan(QByteArrayView bytes, qsizetype &end);
    bool parse(QByteArrayView head);
    bool requestLine(QByteArrayView line);
    bool field(QByteArrayView line);
    bool known(QByteArrayView name, const QByteArray &value);
    bool once(bool &seen, const char *message);
    bool contentLength(const QByteArray &value);
    bool transferEncoding(const QByteArray &value);
    bool connection(const QByteArray &value);
    bool framing();

    HeadLimits m_limits;
    ParsedHead m_parsed;
    Refusal m_refusal;
    qsizetype m_scanned = 0;
    qsizetype m_start = 0;     ///< of the request line, after an empty line
    qsizetype m_lineStart = 0; ///< of the line that is being scanned
    bool m_inRequestLine = true;
    bool m_hasLength = false;
    bool m_hasAuthorization = false;
    bool m_hasApiKey = false;
    bool m_hasXApiKey = false;
    bool m_hasType = false;
    bool m_hasHost = false;
    bool m_closeAsked = false;
    bool m_keepAsked = false;
};

} // namespace understudy
