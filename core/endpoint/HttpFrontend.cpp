// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/HttpFrontend.h"

#include "endpoint/ConnectionGuard.h"
#include "endpoint/GuardedServer.h"

namespace understudy {

HttpFrontend::HttpFrontend(const EndpointSettings &settings, RequestHandler &handler, BodyBudget &budget, const Clock &clock)
    : m_shard(settings, handler, budget, clock)
    , m_server(new GuardedServer(m_shard))
{
    bindTo(m_server);
}

HttpFrontend::~HttpFrontend()
{
    // Before QHttpServer goes: from Qt 6.8 on a responder that outlives it crashes.
    const QList<ConnectionGuard *> guards = m_shard.guards();
    for (ConnectionGuard *guard : guards)
        guard->abandon();
    delete m_server;
}

void HttpFrontend::addConnection(qintptr descriptor) { m_server->addConnection(descriptor); }

void HttpFrontend::beginDrain()
{
    m_shard.draining = true;
    const QList<ConnectionGuard *> guards = m_shard.guards();
    for (ConnectionGuard *guard : guards)
        guard->drain();
}

int HttpFrontend::connections() const { return int(m_shard.guards().size()); }

void HttpFrontend::onClosed(std::function<void()> callback) { m_shard.whenClosed = std::move(callback); }

void HttpFrontend::onEmpty(std::function<void()> callback) { m_shard.whenEmpty = std::move(callback); }

bool HttpFrontend::requestCame(quint16 peerPort)
{
    m_current = std::exchange(m_shard.handedOver, nullptr);
    if (!m_current || m_current->state() != ConnectionGuard::State::Ready || m_current->peerPort() != peerPort)
        return false;
    m_current->dispatch();
    return true;
}

bool HttpFrontend::stillRunning() const { return m_current && m_current->state() == ConnectionGuard::State::Busy; }

void HttpFrontend::holdToken(std::shared_ptr<void> token) { m_current->hold(std::move(token)); }

} // namespace understudy
