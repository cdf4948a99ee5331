// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "endpoint/Endpoint.h"

namespace understudy {

/// What every response to one request carries, whoever writes it.
struct ResponseContext {
    QByteArray requestId;
    QByteArray clientRequestId; ///< sanitised; empty: the client sent none
    QByteArray allowOrigin;     ///< a listed Origin, which gets CORS fields; empty: none
    bool head = false;          ///< the method is HEAD: no body, but the fields of the body
    bool http10 = false;
};

enum class BodyFraming {
    Length,  ///< Content-Length
    Chunked,
    Close,   ///< HTTP/1.0: the end of the connection is the end of the body
    None,    ///< 1xx, 204, 304
};

BodyFraming wholeFraming(int status);

/// The status line and fields up to and with the empty line, appended to `out`. Fields that are ours (framing, Connection, Date,
/// request ids) and fields that would break the head (CR, LF, other control characters, a name that is no token) are left out
/// of `headers`. `length` counts with BodyFraming::Length. `close`: with "Connection: close".
void appendResponseHead(QByteArray &out, int status, const HttpHeaders &headers, const ResponseContext &context,
                        BodyFraming framing, qint64 length, bool close, QByteArrayView date);

/// Printable ASCII only, at most 128 bytes.
QByteArray sanitisedRequestId(QByteArrayView fromClient);

/// "HTTP date" (RFC 9110 §5.6.7), made once a second. Not thread-safe.
class DateCache final {
public:
    const QByteArray &at(WallTime now);

private:
    qint64 m_second = -1;
    QByteArray m_text;
};

} // namespace understudy
