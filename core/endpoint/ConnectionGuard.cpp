// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/ConnectionGuard.h"

#include "endpoint/ConnectionSink.h"

#include <QScopedValueRollback>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace understudy {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 BodyProgressBytes = 64 * 1024;       ///< a body that brings less in bodyTimeout does not move
constexpr qint64 FirstReserve = 1024 * 1024;          ///< a claimed length is not believed further than this
constexpr qint64 ChargeStep = 1024 * 1024;            ///< room is taken as bytes come, in such steps
constexpr qint64 AlwaysRoom = 64 * 1024;              ///< a body of that size is never refused for want of room
constexpr qint64 BodylessMethodLimit = 64 * 1024;     ///< GET and its like may carry that much, which nobody reads
/// What the system takes at once; 0 when it takes nothing or the connection is broken (the socket will find out).
qint64 sendNow([[maybe_unused]] qintptr descriptor, [[maybe_unused]] const QByteArray &bytes)
{
#ifdef Q_OS_LINUX
    return std::max<qint64>(0, ::send(int(descriptor), bytes.constData(), size_t(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL));
#else
    return 0;
#endif
}

WholeResponse memoryBusy()
{
    WholeResponse busy = openAiError(503, "memory_busy", u"Too many large requests are in flight. Try again in a moment.");
    busy.headers.append(HttpHeader{"Retry-After", "1"});
    return busy;
}

bool takesBody(QByteArrayView method) { return method == "POST" || method == "PUT" || method == "PATCH"; }

} // namespace

ConnectionGuard::ConnectionGuard(QTcpSocket *socket, ShardContext &shard)
    : QObject(socket)
    , m_socket(socket)
    , m_shard(&shard)
    , m_peerPort(socket->peerPort())
    , m_parser(HeadLimits{shard.settings.maxHeaderBytes, shard.settings.maxTargetBytes})
    , m_share(shard.budget)
{
    connect(socket, &QTcpSocket::readyRead, this, &ConnectionGuard::onReadyRead);
    connect(socket, &QTcpSocket::bytesWritten, this, &ConnectionGuard::onBytesWritten);
    connect(socket, &QTcpSocket::disconnected, this, &ConnectionGuard::onDisconnected);
    shard.add(this);
    setDeadlineIn(shard.settings.headerTimeout);
}

ConnectionGuard::~ConnectionGuard()
{
    if (m_sink)
        m_sink->detach();
    if (m_shard)
        m_shard->remove(this);
}

void ConnectionGuard::onReadyRead()
{
    // QHttpServer opens a transaction whenever it is woken, also on nothing. Ended here, else our reads would not consume.
    if (m_socket->isTransactionStarted())
        m_socket->commitTransaction();
    pull();
    while (step()) { }
}

/// Takes every byte out of the socket, so that QHttpServer's slot, which runs next, finds nothing but what handOver puts there.
void ConnectionGuard::pull()
{
    const qint64 available = m_socket->bytesAvailable();
    if (available <= 0)
        return;
    const qsizetype old = m_in.size();
    m_in.resize(old + available);
    const qint64 got = m_socket->read(m_in.data() + old, available);
    m_in.resize(old + std::max<qint64>(0, got));
}

bool ConnectionGuard::step()
{
    switch (m_state) {
    case State::Idle: return idle();
    case State::Head: return head();
    case State::Body: return body();
    case State::Chunks: return chunks();
    case State::Ready:
    case State::Busy: return busy();
    case State::Closing:
    case State::Gone: m_in.clear(); return false;
    }
    return false;
}

bool ConnectionGuard::idle()
{
    if (m_in.isEmpty())
        return false;
    m_state = State::Head;
    m_headTimed = false;
    m_parser.reset();
    return true;
}

bool ConnectionGuard::head()
{
    switch (m_parser.feed(m_in)) {
    case HeadParser::State::More:
        if (!std::exchange(m_headTimed, true) && m_served) // the first head's time runs since the connection
            setDeadlineIn(m_shard->settings.headerTimeout);
        return false;
    case HeadParser::State::Refused:
        startContext();
        refuse(m_parser.refusal());
        return false;
    case HeadParser::State::Complete: return acceptHead();
    }
    return false;
}

void ConnectionGuard::startContext()
{
    m_context = {};
    m_context.requestId = m_shard->ids.next(m_shard->clock.wall());
    m_closeSaid = false;
    m_served = true;
}

bool ConnectionGuard::acceptHead()
{
    m_request = m_parser.takeHead();
    m_arrived = m_shard->clock.now();
    m_in.remove(0, m_request.size);
    m_body.clear();
    startContext();
    m_context.clientRequestId = sanitisedRequestId(m_request.requestId);
    m_context.http10 = m_request.http10;
    m_context.head = m_request.head.method == "HEAD";
    m_request.head.peer = m_socket->peerAddress();

    if (const std::optional<WholeResponse> refusal = judge()) {
        refuse(*refusal, true);
        return m_state == State::Idle;
    }
    expectBody();
    return m_state == State::Body || m_state == State::Chunks;
}

/// Everything that can be decided by the head alone, cheapest and most general first. Nothing: go on.
std::optional<WholeResponse> ConnectionGuard::judge()
{
    const RequestHead &head = m_request.head;
    if (!m_request.http10 || !m_request.host.isEmpty()) {
        switch (m_shard->hosts.checkHost(m_request.host, m_socket->localAddress())) {
        case HostPolicy::Host::Allowed: break;
        case HostPolicy::Host::Malformed: return openAiError(400, "malformed_request", u"The Host field is malformed.");
        case HostPolicy::Host::Foreign:
            return openAiError(421, "host_not_allowed", u"This gateway does not answer to that Host. Add it to allowedHosts if it should.");
        }
    }
    if (!m_request.origin.isEmpty()) {
        switch (m_shard->hosts.checkOrigin(m_request.origin, m_request.host)) {
        case HostPolicy::Origin::Own: break;
        case HostPolicy::Origin::Listed: m_context.allowOrigin = m_request.origin; break;
        case HostPolicy::Origin::Foreign:
            return openAiError(403, "origin_not_allowed", u"Pages of that origin may not use this gateway. Add it to allowedOrigins if they should.");
        }
    }
    if (head.method == "OPTIONS") {
        WholeResponse answer{204, {{"Allow", "GET, HEAD, POST, OPTIONS"}}, {}};
        if (!m_context.allowOrigin.isEmpty()) {
            answer.headers.append(HttpHeader{"Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS"});
            const auto asked = headerValue(head.headers, "Access-Control-Request-Headers");
            answer.headers.append(HttpHeader{"Access-Control-Allow-Headers", asked ? *asked : QByteArray("authorization, content-type")});
            if (headerValue(head.headers, "Access-Control-Request-Private-Network"))
                answer.headers.append(HttpHeader{"Access-Control-Allow-Private-Network", "true"});
            answer.headers.append(HttpHeader{"Access-Control-Max-Age", "600"});
        }
        return answer;
    }
    const bool reads = head.method == "GET" || head.method == "HEAD";
    const bool writes = takesBody(head.method);
    if (!reads && !writes && head.method != "DELETE")
        return openAiError(501, "method_unknown", u"This gateway does not know that method.");

    Admission admission = m_shard->handler.admit(head);
    if (admission.refusal)
        return std::move(admission.refusal);
    m_admission = std::move(admission.caller);

    if (writes && head.contentLength < 0 && !head.chunked)
        return openAiError(411, "length_required", u"The request needs Content-Length or the chunked transfer coding.");
    if (head.contentLength > (writes ? m_shard->settings.maxBodyBytes : BodylessMethodLimit)
        || (head.contentLength > AlwaysRoom && !m_shard->budget.couldEverFit(head.contentLength)))
        return openAiError(413, "body_too_large", u"The request body is larger than this gateway accepts.");
    // Nothing is taken for a claim, else a few idle uploads would keep everybody out; but what cannot come in need not start.
    if (head.contentLength > AlwaysRoom && !m_shard->budget.fits(head.contentLength))
        return memoryBusy();
    return std::nullopt;
}

/// Takes room for what has come of a body, a step ahead of it.
bool ConnectionGuard::charge(qint64 received)
{
    if (received <= AlwaysRoom) {
        m_share.growRegardless(received);
        return true;
    }
    const qint64 ahead = (received + ChargeStep - 1) / ChargeStep * ChargeStep;
    const qint64 claimed = m_request.head.contentLength;
    return m_share.growTo(claimed < 0 ? ahead : std::min(ahead, claimed));
}

void ConnectionGuard::expectBody()
{
    const RequestHead &head = m_request.head;
    const bool whole = !head.chunked && m_in.size() >= std::max<qint64>(0, head.contentLength);
    if (whole) {
        const qsizetype length = qsizetype(std::max<qint64>(0, head.contentLength));
        if (!charge(length)) {
            refuse(memoryBusy(), false);
            return;
        }
        m_body = m_in.first(length);
        m_in.remove(0, length);
        handOver();
        return;
    }
    if (m_request.expectContinue && m_in.isEmpty())
        send("HTTP/1.1 100 Continue\r\n\r\n");
    if (m_state == State::Gone)
        return;
    m_bodyMark = 0;
    setDeadlineIn(m_shard->settings.bodyTimeout);
    if (head.chunked) {
        m_dechunker.emplace(takesBody(head.method) ? m_shard->settings.maxBodyBytes : BodylessMethodLimit);
        m_state = State::Chunks;
    } else {
        m_body.reserve(qsizetype(std::min(head.contentLength, FirstReserve)));
        m_state = State::Body;
    }
}

bool ConnectionGuard::body()
{
    const qint64 part = std::min<qint64>(m_in.size(), m_request.head.contentLength - m_body.size());
    if (!charge(m_body.size() + part)) {
        refuse(memoryBusy(), false);
        return false;
    }
    m_body.append(m_in.constData(), part);
    m_in.remove(0, part);
    return bodyComplete();
}

bool ConnectionGuard::bodyComplete()
{
    if (m_state == State::Body && m_body.size() == m_request.head.contentLength) {
        handOver();
        return false;
    }
    if (m_body.size() - m_bodyMark >= BodyProgressBytes) {
        m_bodyMark = m_body.size();
        setDeadlineIn(m_shard->settings.bodyTimeout);
    }
    return false;
}

bool ConnectionGuard::chunks()
{
    // Bytes that are no body still take room while they wait, but never more than one read.
    if (!charge(m_body.size() + m_in.size())) {
        refuse(memoryBusy(), false);
        return false;
    }
    qsizetype used = 0;
    const Dechunker::State state = m_dechunker->feed(m_in, m_body, used);
    m_in.remove(0, used);
    switch (state) {
    case Dechunker::State::More: return bodyComplete();
    case Dechunker::State::Done: handOver(); return false;
    case Dechunker::State::Malformed: refuse({400, "malformed_request", "The chunked body is malformed."}); return false;
    case Dechunker::State::TooLarge:
        refuse({413, "body_too_large", "The request body is larger than this gateway accepts."});
        return false;
    }
    return false;
}

/// The request is whole. QHttpServer's slot runs after ours in this very emission of readyRead and finds a request in the socket
/// that holds not one byte of the client's: it only gives the turn.
void ConnectionGuard::handOver()
{
    m_state = State::Ready;
    setDeadline(ShardContext::Never);
    constexpr QByteArrayView canonical("GET / HTTP/1.1\r\nHost: gateway\r\n\r\n");
    for (qsizetype i = canonical.size() - 1; i >= 0; --i)
        m_socket->ungetChar(canonical.at(i));
    m_shard->handedOver = this;
}

void ConnectionGuard::dispatch()
{
    m_state = State::Busy;
    ClientRequest request;
    request.head = std::move(m_request.head);
    request.body = std::move(m_body);
    request.arrived = m_arrived;
    request.requestId = m_context.requestId;
    request.admission = std::move(m_admission);
    m_body = {};
    auto sink = std::make_unique<ConnectionSink>(this);
    m_sink = sink.get();
    m_shard->handler.handle(std::move(request), std::move(sink));
}

bool ConnectionGuard::busy()
{
    if (m_in.size() > ReadAheadBytes) {
        m_closeAfter = true;
        m_in.clear();
    }
    if (m_closeAfter)
        m_in.clear();
    return false;
}

void ConnectionGuard::refuse(const Refusal &refusal)
{
    refuse(openAiError(refusal.status, refusal.code, QString::fromLatin1(refusal.message)), false);
}

/// Answers without the handler. The connection is kept only if nothing of the request can still be on its way.
void ConnectionGuard::refuse(const WholeResponse &response, bool mayKeep)
{
    const qint64 length = std::max<qint64>(0, m_request.head.contentLength);
    const bool consumed = mayKeep && !m_request.head.chunked && m_in.size() >= length && !m_request.expectContinue;
    if (consumed)
        m_in.remove(0, qsizetype(length));
    else
        m_closeAfter = true;
    m_state = State::Busy;
    sendWhole(response);
}

bool ConnectionGuard::answerClosesConnection() const
{
    return m_closeAfter || !m_request.keepAlive || m_shard->draining;
}

void ConnectionGuard::sendWhole(const WholeResponse &response)
{
    const BodyFraming framing = wholeFraming(response.status);
    m_closeSaid = answerClosesConnection();
    QByteArray out;
    const bool withBody = framing == BodyFraming::Length && !m_context.head;
    out.reserve(512 + (withBody ? response.body.size() : 0));
    appendResponseHead(out, response.status, response.headers, m_context, framing, response.body.size(), m_closeSaid,
                       m_shard->date.at(m_shard->clock.wall()));
    if (withBody)
        out.append(response.body);
    send(out);
    answered(m_closeSaid);
}

void ConnectionGuard::begin(int status, const HttpHeaders &headers)
{
    m_framing = m_context.http10 ? BodyFraming::Close : BodyFraming::Chunked;
    m_closeSaid = answerClosesConnection() || m_context.http10;
    QByteArray out;
    out.reserve(512);
    appendResponseHead(out, status, headers, m_context, m_framing, 0, m_closeSaid, m_shard->date.at(m_shard->clock.wall()));
    send(out);
}

void ConnectionGuard::write(QByteArrayView bytes)
{
    if (m_context.head)
        return;
    if (m_framing != BodyFraming::Chunked) {
        send(bytes.toByteArray());
        return;
    }
    QByteArray out;
    out.reserve(bytes.size() + 20);
    out.append(QByteArray::number(bytes.size(), 16));
    out.append("\r\n");
    out.append(bytes);
    out.append("\r\n");
    send(out);
}

void ConnectionGuard::finish()
{
    if (m_framing == BodyFraming::Chunked && !m_context.head)
        send("0\r\n\r\n");
    answered(m_closeSaid || answerClosesConnection());
}

void ConnectionGuard::abort() { answered(true); }

void ConnectionGuard::sinkDropped()
{
    m_sink = nullptr;
    answered(true);
}

/// One write that leaves at once. While nothing waits it goes straight to the descriptor: the socket's own buffer costs 32 KiB
/// for each connection and a copy, and is needed only for what the system does not take.
void ConnectionGuard::send(const QByteArray &bytes)
{
    if (m_state == State::Gone)
        return;
    const QScopedValueRollback sending(m_sending, true);
    const qint64 sent = m_socket->bytesToWrite() == 0 ? sendNow(m_socket->socketDescriptor(), bytes) : 0;
    if (m_sink)
        m_sink->count(bytes.size());
    if (sent < bytes.size()) {
        m_socket->write(bytes.constData() + sent, bytes.size() - sent);
        m_socket->flush();
    }
    if (m_state != State::Busy)
        return;
    const qint64 waiting = backlog();
    m_aboveHigh = m_aboveHigh || waiting >= ResponseSink::HighMark;
    if (waiting > 0 && m_deadline == ShardContext::Never)
        setDeadlineIn(m_shard->settings.writeStall);
}

void ConnectionGuard::onBytesWritten()
{
    if (m_state == State::Closing) {
        if (backlog() == 0)
            shutDownWriting();
        return;
    }
    if (m_state != State::Busy)
        return;
    if (backlog() > 0)
        setDeadlineIn(m_shard->settings.writeStall);
    else
        setDeadline(ShardContext::Never);
    if (!m_aboveHigh || backlog() >= ResponseSink::LowMark)
        return;
    m_aboveHigh = false;
    if (m_sending)
        QMetaObject::invokeMethod(this, [this] { tellDrained(); }, Qt::QueuedConnection);
    else
        tellDrained();
}

void ConnectionGuard::tellDrained()
{
    if (m_state == State::Busy && m_sink && m_sink->listener())
        m_sink->listener()->onDrained();
}

/// The answer is complete (or given up): what belonged to the request is let go.
void ConnectionGuard::answered(bool close)
{
    if (m_sink)
        std::exchange(m_sink, nullptr)->detach();
    m_share.clear();
    m_aboveHigh = false;
    m_admission.reset();
    m_dechunker.reset();
    m_body = {};
    if (m_state == State::Gone)
        return;
    if (close)
        this->close();
    else
        nextRequest();
    m_token.reset(); // last: QHttpServer reads on from here
}

void ConnectionGuard::nextRequest()
{
    m_state = State::Idle;
    m_closeAfter = false;
    setDeadlineIn(m_shard->settings.keepAlive);
    // Bytes that wait need QHttpServer's slot after ours, so they get an emission of their own.
    if (!m_in.isEmpty())
        QMetaObject::invokeMethod(m_socket, &QTcpSocket::readyRead, Qt::QueuedConnection);
}

/// Our side is closed first and the client's bytes are read on for a while: closing with unread bytes would make the kernel
/// send a reset, which destroys the answer on its way.
void ConnectionGuard::close()
{
    m_state = State::Closing;
    m_in.clear();
    if (backlog() > 0)
        setDeadlineIn(m_shard->settings.writeStall);
    else
        shutDownWriting();
}

void ConnectionGuard::shutDownWriting()
{
    if (std::exchange(m_shutDown, true))
        return;
    setDeadlineIn(m_shard->settings.linger);
#ifdef Q_OS_UNIX
    ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
#else
    m_socket->disconnectFromHost();
#endif
}

void ConnectionGuard::drain()
{
    if (m_state == State::Idle && m_in.isEmpty())
        close();
}

void ConnectionGuard::expire()
{
    setDeadline(ShardContext::Never);
    switch (m_state) {
    case State::Idle: close(); return;
    case State::Head:
        startContext();
        refuse({408, "request_timeout", "The request head did not arrive in time."});
        return;
    case State::Body:
    case State::Chunks: refuse({408, "request_timeout", "The request body stopped."}); return;
    case State::Busy:    // the client takes nothing
    case State::Closing: // the client does not close
        m_socket->abort();
        return;
    case State::Ready:
    case State::Gone: return;
    }
}

void ConnectionGuard::onDisconnected()
{
    m_state = State::Gone;
    setDeadline(ShardContext::Never);
    m_share.clear();
    m_in.clear();
    m_body.clear();
    if (m_sending)
        QMetaObject::invokeMethod(this, [this] { tellGone(); }, Qt::QueuedConnection);
    else
        tellGone();
}

void ConnectionGuard::tellGone()
{
    ConnectionSink *sink = std::exchange(m_sink, nullptr);
    const std::shared_ptr<void> token = std::move(m_token); // its end may let QHttpServer delete the socket: later
    if (!sink)
        return;
    sink->detach();
    if (SinkListener *listener = sink->listener())
        listener->onClientGone();
}

void ConnectionGuard::abandon()
{
    m_state = State::Gone;
    m_shard = nullptr;
    m_share.clear();
    disconnect(m_socket, nullptr, this, nullptr);
    tellGone();
}

void ConnectionGuard::setDeadlineIn(Milliseconds time) { setDeadline(m_shard->clock.now() + time); }

void ConnectionGuard::setDeadline(MonotonicTime when)
{
    m_deadline = when;
    if (m_shard)
        m_shard->watch(when);
}

} // namespace understudy
