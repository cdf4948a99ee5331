// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/QnamCall.h"

#include "base/FieldGrammar.h"
#include "upstream/BodyDevice.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// Taken as they come where the reader asked for no back-pressure: most answers are smaller, and save its messages.
constexpr qint64 UnboundedBytes = 1024 * 1024;

/// The same length several times is one length (RFC 9112 §6.3).
bool isLength(const QByteArray &value)
{
    const QList<QByteArray> parts = value.split(',');
    const QByteArray first = parts.first().trimmed();
    bool fits = false;
    first.toLongLong(&fits);
    return fits && isDigits(first) && std::all_of(parts.begin(), parts.end(), [&first](const QByteArray &part) { return part.trimmed() == first; });
}

/// Whether every reader would see the same in this field. The library takes a length that it cannot read for none, one of two
/// that differ, and an unknown coding of the transfer for none.
bool isUnambiguous(const QByteArray &name, const QByteArray &value)
{
    const auto is = [&name](QByteArrayView wanted) { return name.compare(wanted, Qt::CaseInsensitive) == 0; };
    if (is("content-length"))
        return isLength(value);
    if (is("transfer-encoding")) {
        const QByteArray coding = value.trimmed().toLower();
        return coding == "chunked" || coding == "identity";
    }
    return isFieldValue(value);
}

} // namespace

QnamCall::QnamCall(QnamTransport &transport, QnamTransport::Pool &pool, ConnectionGroups::Place place, UpstreamListener &listener)
    : m_transport(transport)
    , m_pool(pool)
    , m_place(place)
    , m_listener(listener)
{
}

QnamCall::~QnamCall()
{
    if (m_destroyed)
        *m_destroyed = true;
    close();
}

void QnamCall::run(QNetworkReply *reply, BodyDevice *body, bool bounded)
{
    m_reply = reply;
    m_bounded = bounded;
    m_bodyless = body->size() == 0;
    body->setParent(reply); // the library reads it as long as the reply lives
    body->attach(reply);
    // After the manager's own start, which was queued earlier: before it both would be lost. The bound of the buffer then
    // stands before the body is on its way; set by requestSent alone it comes too late for a quick answer (8 MB were read).
    QMetaObject::invokeMethod(
        this,
        [this, body] {
            if (m_bounded)
                m_reply->setReadBufferSize(QnamTransport::ReadBuffer);
            if (body->pushes())
                body->push();
        },
        Qt::QueuedConnection);
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_newConnection = true; });
    connect(reply, &QNetworkReply::requestSent, this, [this] { noteSent(); });
    connect(reply, &QNetworkReply::metaDataChanged, this, [this] { takeHead(); });
    connect(reply, &QNetworkReply::readyRead, this, [this] { onReadable(); });
    connect(reply, &QNetworkReply::finished, this, [this] { onFinished(); });
}

/// Gives the reply and the place back; an answer that is not complete is aborted, which closes its connection.
void QnamCall::close()
{
    if (m_closed)
        return;
    m_closed = true;
    m_transport.forget(*this);
    m_reply->disconnect(this);
    if (!m_reply->isFinished())
        m_reply->abort();
    m_pool.groups.release(m_place);
    m_reply->deleteLater();
}

/// The request is on its way. False when the call is gone.
bool QnamCall::noteSent()
{
    if (m_sent)
        return true;
    m_sent = true;
    m_transport.forget(*this);
    if (m_bounded)
        m_reply->setReadBufferSize(QnamTransport::ReadBuffer);
    return !m_newConnection || tell([this] { m_listener.onConnected(); });
}

/// False when the listener has destroyed the call.
template <typename F> bool QnamCall::tell(F &&callback)
{
    bool destroyed = false;
    m_destroyed = &destroyed;
    callback();
    if (!destroyed)
        m_destroyed = nullptr;
    return !destroyed;
}

/// False when the call is over or gone.
bool QnamCall::takeHead()
{
    if (m_headSeen)
        return true;
    UpstreamHead head;
    head.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (head.status == 0)
        return true;
    m_headSeen = true;
    if (!noteSent())
        return false;
    m_redirected = head.status == 307 || head.status == 308; // followed or not, the library asks for the body again
    // After an interim answer the real one is still to come on that connection; it must never meet the next request.
    if (head.status < 200)
        m_pool.groups.retire(m_place);
    qsizetype size = 0;
    bool valid = true;
    const QList<QNetworkReply::RawHeaderPair> &pairs = m_reply->rawHeaderPairs();
    head.headers.reserve(pairs.size());
    for (const auto &[name, value] : pairs) {
        size += name.size() + value.size() + 4;
        if (name.compare("set-cookie", Qt::CaseInsensitive) == 0) // the library joins several of them by LF
            continue;
        valid = valid && isUnambiguous(name, value);
        head.headers.append({name, value});
    }
    // The library drops all fields when one is invalid or they are too many or too large; the body's length is then lost too.
    if (!valid || size > QnamTransport::MaxHead || (pairs.isEmpty() && head.status >= 200 && head.status != 204)) {
        if (!pairs.isEmpty()) // the library may be content with it, and keep the connection
            m_pool.groups.retire(m_place);
        end({TransportFault::Malformed, true, u"the head of the answer is invalid or too large"_s});
        return false;
    }
    return tell([this, &head] { m_listener.onHead(head); });
}

void QnamCall::onReadable()
{
    if (takeHead() && m_reply->bytesAvailable() > 0)
        m_listener.onReadable();
}

void QnamCall::onFinished()
{
    if (!takeHead())
        return;
    const QNetworkReply::NetworkError error = m_reply->error();
    const TransportFault found = fault(error);
    m_finished = true;
    if (found != TransportFault::None)
        return end({found, mayBeSent(found), m_reply->errorString()});
    if (m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool())
        m_place.origin->capacity = QnamTransport::Http2Streams;
    if (m_reply->bytesAvailable() == 0)
        return end({TransportFault::None, true, {}});
    m_listener.onReadable();
}

/// Tells the end. Nothing is touched afterwards: the listener may have destroyed the call.
void QnamCall::end(TransportEnd end)
{
    if (m_ended)
        return;
    m_ended = true;
    if (end.fault == TransportFault::None)
        close(); // the place is free for what the listener starts next
    else if (m_reply->isFinished())
        m_transport.forget(*this);
    else
        close();
    m_listener.onEnd(end);
}

void QnamCall::connectTimedOut() { end({TransportFault::ConnectTimeout, m_sent, u"no connection within the connect timeout"_s}); }

/// The library does not say when a request without a body was sent (6.4).
bool QnamCall::mayBeSent(TransportFault found) const
{
    return m_sent || (m_bodyless && (found == TransportFault::Closed || found == TransportFault::StaleConnection));
}

QByteArray QnamCall::read(qint64 maximum)
{
    if (m_closed)
        return {};
    // QIODevice::read() makes room for all that was asked for and keeps it in what it returns: an answer of 300 bytes would hold 256 KiB
    // for as long as it lives, in the cache for days.
    const QByteArray bytes = m_reply->read(std::min(maximum, m_reply->bytesAvailable()));
    m_taken += bytes.size();
    if (!m_bounded && m_taken > UnboundedBytes) {
        // A reader that is slower than the provider would have it all in memory before its own bound says stop.
        m_bounded = true;
        m_reply->setReadBufferSize(QnamTransport::ReadBuffer);
    }
    if (m_finished && !m_ended && m_reply->bytesAvailable() == 0)
        QMetaObject::invokeMethod(
            this,
            [this] {
                end({TransportFault::None, true, {}});
            },
            Qt::QueuedConnection);
    return bytes;
}

qint64 QnamCall::available() const { return m_closed ? 0 : m_reply->bytesAvailable(); }

TransportFault QnamCall::fault(QNetworkReply::NetworkError error) const
{
    const bool reused = !m_newConnection;
    const bool throughProxy = m_pool.proxy.kind == ProxyChoice::Kind::Url;
    switch (error) {
    case QNetworkReply::NoError:
        return m_headSeen ? TransportFault::None : TransportFault::Malformed;
    case QNetworkReply::ConnectionRefusedError:
        return throughProxy ? TransportFault::ProxyFailed : TransportFault::Refused;
    case QNetworkReply::HostNotFoundError:
        return throughProxy ? TransportFault::ProxyFailed : TransportFault::NameNotFound;
    case QNetworkReply::SslHandshakeFailedError:
        return TransportFault::TlsFailed;
    case QNetworkReply::TimeoutError:
        return m_sent ? TransportFault::Closed : TransportFault::ConnectTimeout;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return m_sent ? TransportFault::Closed : TransportFault::Unreachable;
    case QNetworkReply::ContentReSendError: // the library wanted to send it again, and was not allowed to
        if (m_redirected)
            return TransportFault::None;
        [[fallthrough]];
    case QNetworkReply::RemoteHostClosedError:
        return reused && !m_headSeen ? TransportFault::StaleConnection : TransportFault::Closed;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolFailure:
        return TransportFault::Malformed;
    default:
        break;
    }
    // A provider that plays the proxy (407) where there is none tells nothing about ours.
    const bool pretended = m_headSeen && m_pool.proxy.kind == ProxyChoice::Kind::None;
    if (error > QNetworkReply::UnknownNetworkError && error <= QNetworkReply::UnknownProxyError && !pretended)
        return TransportFault::ProxyFailed;
    // The rest are statuses in other words: the head has them already.
    return m_headSeen ? TransportFault::None : TransportFault::Closed;
}

} // namespace understudy
