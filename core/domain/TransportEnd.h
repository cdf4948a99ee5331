// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace understudy {

/// How a call to a provider ended below HTTP.
enum class TransportFault {
    None, ///< the answer is complete as far as framing can tell
    Refused,
    NameNotFound,
    Unreachable,
    TlsFailed,
    ProxyFailed,
    ConnectTimeout,
    StaleConnection, ///< a reused connection closed before any byte of the answer
    Closed,          ///< reset or closed after the request may have been seen, or inside the answer
    Malformed,       ///< not HTTP, bad framing, a head that is too large
};

struct TransportEnd {
    TransportFault fault = TransportFault::None;
    bool requestSent = false; ///< the upstream may have seen the request
    QString detail;           ///< the library's words, for the log; holds no secret
    bool operator==(const TransportEnd &) const = default;
};

} // namespace understudy
