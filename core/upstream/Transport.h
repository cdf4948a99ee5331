// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/HttpHeaders.h"
#include "domain/Channel.h"
#include "domain/TransportEnd.h"

#include <QByteArray>
#include <QUrl>

#include <memory>
#include <optional>

namespace understudy {

/// One HTTP request to a provider. Headers are complete: a transport adds only what framing needs (Host, Content-Length,
/// Connection) and nothing of its own (SEMANTICS §1 "built, not copied").
struct UpstreamRequest {
    QByteArray method = "POST";
    QUrl url;
    HttpHeaders headers;
    QByteArray body;
    Milliseconds connectTimeout {10000};
    bool http2 = false;
    ProxyChoice proxy;
    /// The reader may be slower than the provider: hold it back (see UpstreamCall::read). Costs three more messages between
    /// threads; without it the first MiB is taken as it comes, and only what is larger is held back.
    bool backPressure = true;
};

struct UpstreamHead {
    int status = 0; ///< 1xx is reported as it came when it is the last word
    HttpHeaders headers; ///< no Set-Cookie
    bool operator==(const UpstreamHead &) const = default;
};

/// Told about one call, in the thread that started it, in this order: onConnected at most once (not on a reused
/// connection), onHead at most once, onReadable any number of times after onHead, onEnd exactly once and last, unless the
/// call is destroyed before. onReadable comes when new bytes have come, not again for bytes that were left: who leaves some
/// must come back for them by itself. Bytes that came before a fault may still be read in onEnd. Nothing is called from inside
/// Transport::start. The listener may destroy the call in any of them.
class UpstreamListener {
public:
    virtual ~UpstreamListener() = default;
    virtual void onConnected() = 0;
    virtual void onHead(const UpstreamHead &head) = 0;
    virtual void onReadable() = 0;
    virtual void onEnd(const TransportEnd &end) = 0;
};

/// A running call. Destroying it cancels it silently and closes the upstream connection at once if the answer is not complete.
class UpstreamCall {
public:
    virtual ~UpstreamCall() = default;

    /// Takes what has arrived, at most `maximum` bytes. Not reading is the back-pressure (where it was asked for): at most 256 KiB are buffered, then
    /// the provider is slowed by TCP. onEnd comes only after everything was read (or on a fault).
    virtual QByteArray read(qint64 maximum) = 0;
    virtual qint64 available() const = 0;
};

/// The border to the providers. One transport belongs to one thread. Exactly one request on the wire per start (SEMANTICS
/// §2): nothing is ever sent again by itself, redirects are not followed, no cookies, no cache, no decompression.
class Transport {
public:
    virtual ~Transport() = default;

    /// `listener` must outlive the call, and the transport must outlive both.
    virtual std::unique_ptr<UpstreamCall> start(const UpstreamRequest &request, UpstreamListener &listener) = 0;
};

} // namespace understudy
