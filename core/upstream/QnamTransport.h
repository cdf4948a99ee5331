// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upstream/ConnectionGroups.h"
#include "upstream/QnamThread.h"
#include "upstream/Transport.h"

#include <QBasicTimer>
#include <QList>
#include <QNetworkRequest>
#include <QObject>
#include <QSslCertificate>

#include <vector>

class QNetworkAccessManager;

namespace understudy {

class QnamCall;

/// The Transport on QNetworkAccessManager, its only user; the traps that it cures are in QT-NOTES §3. Lives in one thread with
/// an event loop. Every call must be destroyed before it.
///
/// What QNetworkAccessManager adds beyond framing: `Connection: Keep-Alive`; `Accept-Language: *` and `Accept-Encoding:
/// identity` (cannot be left out); `User-Agent: Understudy/<version>` unless given; and a body without a Content-Type goes as
/// application/octet-stream. `Content-Length: 0` goes with requests without a body; the
/// library does not tell when those were sent, so their connect timeout runs until the head of the answer.
///
/// What it cannot see: a chunked answer with an invalid chunk size ends like a complete one (the reader of the body must look
/// for its own end mark); a head that never ends is not noticed before the caller's timer; garbage instead of a head is reported
/// as Closed, or as StaleConnection on a reused connection; bytes that a provider sends on an idle connection are taken for the
/// answer to the next request there (surplus that comes with an answer closes the connection instead).
/// HTTP/2 (an explicit choice) has no bound on what is buffered for a caller that does not read.
class QnamTransport final : public QObject, public Transport {
public:
    static constexpr qint64 ReadBuffer = 128 * 1024; ///< the library holds as much again on the way
    static constexpr int Http2Streams = 90; ///< at once on one connection; peers allow 100 and more
    static constexpr qsizetype MaxHead = 256 * 1024; ///< larger heads of answers are Malformed

    struct Options {
        QList<QSslCertificate> certificates; ///< trusted besides the system's: a company's own authority
    };

    QnamTransport();
    explicit QnamTransport(Options options);
    ~QnamTransport() override;
    Q_DISABLE_COPY_MOVE(QnamTransport)

    std::unique_ptr<UpstreamCall> start(const UpstreamRequest &request, UpstreamListener &listener) override;

    int managers() const; ///< QNetworkAccessManagers made so far; each owns a thread
    int inFlight() const; ///< calls that are not over

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    friend class QnamCall;

    /// Managers that share a proxy and a protocol.
    struct Pool {
        ProxyChoice proxy;
        bool http2 = false;
        ConnectionGroups groups {canUseEpollThread() ? ConnectionGroups::PerEpollManager : ConnectionGroups::PerPollingManager};
        std::vector<std::unique_ptr<QNetworkAccessManager>> managers;
    };
    /// What is the same in every request to one URL with the same headers; making it costs more than copying it.
    struct Template {
        HttpHeaders headers;
        QNetworkRequest request;
        Pool *pool = nullptr;
        ConnectionGroups::Origin *origin = nullptr;
    };

    Pool &pool(const ProxyChoice &proxy, bool http2);
    QNetworkAccessManager &manager(Pool &pool, int index);
    const Template &prepared(const UpstreamRequest &request);
    QNetworkRequest prepare(const UpstreamRequest &request, bool http2) const;

    void awaitConnection(QnamCall &call);
    void forget(QnamCall &call);

    Options m_options;
    std::vector<std::unique_ptr<Pool>> m_pools;
    QHash<QUrl, Template> m_templates;
    std::vector<QnamCall *> m_connecting; ///< calls that run against their connect timeout
    QBasicTimer m_timer; ///< one for all; it may run on when nobody waits any more, at most one round
    MonotonicTime m_timerDue {};
};

} // namespace understudy
