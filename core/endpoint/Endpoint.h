// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/HttpHeaders.h"

#include <QByteArray>
#include <QHostAddress>

#include <memory>
#include <optional>

namespace understudy {

/// The head of a client's request after strict parsing. `path` is the target without the query, still percent-encoded.
struct RequestHead {
    QByteArray method;
    QByteArray path;
    QByteArray query;
    HttpHeaders headers;
    QHostAddress peer;
    qint64 contentLength = -1; ///< -1: none given (no body, or chunked)
    bool chunked = false;
};

/// A whole answer that needs no more thought: errors, health, model lists.
struct WholeResponse {
    int status = 200;
    HttpHeaders headers; ///< without Content-Length, Connection and Date, which the sink writes
    QByteArray body;
};

struct ClientRequest {
    RequestHead head;
    QByteArray body;
    MonotonicTime arrived{}; ///< when the head was complete
    QByteArray requestId;    ///< ours; already part of every response head that the sink writes
    std::shared_ptr<const void> admission; ///< what RequestHandler::admit put there: who is calling
};

/// Told about the client of one response, in the sink's thread.
class SinkListener {
public:
    virtual ~SinkListener() = default;
    /// The client closed or the connection broke before the response was complete. At most once; nothing can be sent after it.
    virtual void onClientGone() = 0;
    /// The backlog fell below the low mark after it had been above the high mark.
    virtual void onDrained() = 0;
};

/// Where one response goes. Exactly one of `sendWhole` or `begin … finish|abort` per request. Adds Date, Content-Length or
/// chunked framing, Connection, x-request-id and x-client-request-id. Destroying an unfinished sink closes the connection.
class ResponseSink {
public:
    static constexpr qint64 HighMark = 128 * 1024; ///< stop reading upstream above this backlog
    static constexpr qint64 LowMark = 32 * 1024;

    virtual ~ResponseSink() = default;
    virtual void setListener(SinkListener *listener) = 0; ///< nullptr to leave; not owned

    virtual void sendWhole(const WholeResponse &response) = 0;

    virtual void begin(int status, const HttpHeaders &headers) = 0; ///< chunked body follows
    virtual void write(QByteArrayView bytes) = 0;                   ///< one chunk; empty is ignored
    virtual void finish() = 0;                                      ///< the end mark of HTTP framing
    virtual void abort() = 0; ///< no end mark: what was written is flushed, then the connection is closed (SEMANTICS §3)

    virtual qint64 backlog() const = 0; ///< bytes that the client has not taken yet
    virtual qint64 bytesWritten() const = 0;
};

/// Either "go on" with who is calling, or the answer that refuses.
struct Admission {
    std::shared_ptr<const void> caller;
    std::optional<WholeResponse> refusal;
};

/// What stands behind the endpoint; one per shard, called in the shard's thread.
class RequestHandler {
public:
    virtual ~RequestHandler() = default;
    /// After the head, before any of the body is read or a 100 Continue is sent: routing and authentication (SEMANTICS §8).
    virtual Admission admit(const RequestHead &head) = 0;
    /// A whole request. The handler answers through `sink`, now or later.
    virtual void handle(ClientRequest &&request, std::unique_ptr<ResponseSink> sink) = 0;
};

/// An error body in OpenAI's shape: {"error":{"message","type","param","code"}}.
WholeResponse openAiError(int status, QByteArrayView code, QStringView message, QByteArrayView param = {});

} // namespace understudy
