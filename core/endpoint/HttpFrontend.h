// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/QtHttpServerCompat.h"
#include "endpoint/ShardContext.h"

namespace understudy {

class GuardedServer;

/// The HTTP endpoint of one shard: connections come in as descriptors, whole and checked requests go to the handler. The
/// only user of QHttpServer. Everything happens in the thread that made it. Settings, handler, budget and clock outlive it.
///
/// Destroying it breaks all connections; listeners of answers that still run are told onClientGone first.
class HttpFrontend final : public QtHttpServerCompat {
public:
    HttpFrontend(const EndpointSettings &settings, RequestHandler &handler, BodyBudget &budget, const Clock &clock);
    ~HttpFrontend() override;
    Q_DISABLE_COPY_MOVE(HttpFrontend)

    /// Other limits and lists from now on, also for open connections; the bound address stays.
    void apply(const EndpointSettings &settings) { m_shard.apply(settings); }

    void addConnection(qintptr descriptor); ///< takes the descriptor over
    /// Idle connections are closed; running answers end as they will, with "Connection: close" if their head is not out.
    void beginDrain();
    int connections() const;
    /// Called in this thread once for each added connection when it has gone: for Acceptor::release. Not from the destructor.
    void onClosed(std::function<void()> callback);
    /// Called in this thread whenever the last connection has gone.
    void onEmpty(std::function<void()> callback);

private:
    bool requestCame(quint16 peerPort) override;
    bool stillRunning() const override;
    void holdToken(std::shared_ptr<void> token) override;

    ShardContext m_shard;
    GuardedServer *m_server;
    ConnectionGuard *m_current = nullptr;
};

} // namespace understudy
