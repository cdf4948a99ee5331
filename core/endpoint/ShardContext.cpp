// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/ShardContext.h"

#include "endpoint/ConnectionGuard.h"

#include <QNetworkInterface>
#include <QPointer>

namespace understudy {

namespace {

QList<QHostAddress> ownAddresses(const QHostAddress &bound)
{
    QList<QHostAddress> list = QNetworkInterface::allAddresses();
    // "Any" is no address that a client can mean.
    if (bound != QHostAddress(QHostAddress::Any) && bound != QHostAddress(QHostAddress::AnyIPv4)
        && bound != QHostAddress(QHostAddress::AnyIPv6))
        list.append(bound);
    return list;
}

/// How exactly deadlines are kept: no finer than is needed, so that the timer seldom fires.
Milliseconds grainFor(const EndpointSettings &settings)
{
    const Milliseconds shortest =
        std::min({settings.headerTimeout, settings.bodyTimeout, settings.keepAlive, settings.writeStall, settings.linger});
    return std::clamp(shortest / 3, Milliseconds(1), Milliseconds(500));
}

} // namespace

ShardContext::ShardContext(const EndpointSettings &endpointSettings, RequestHandler &requestHandler, BodyBudget &bodyBudget,
                           const Clock &theClock)
    : settings(endpointSettings)
    , handler(requestHandler)
    , budget(bodyBudget)
    , clock(theClock)
    , hosts(endpointSettings.allowedHosts, endpointSettings.allowedOrigins, ownAddresses(endpointSettings.boundAddress))
{
    m_grain = grainFor(settings);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ShardContext::tick);
}

ShardContext::~ShardContext() = default;

void ShardContext::apply(const EndpointSettings &fresh)
{
    const QHostAddress bound = settings.boundAddress;
    settings = fresh;
    settings.boundAddress = bound;
    hosts = HostPolicy(settings.allowedHosts, settings.allowedOrigins, ownAddresses(bound));
    m_grain = grainFor(settings);
}

void ShardContext::add(ConnectionGuard *guard) { m_guards.append(guard); }

void ShardContext::remove(ConnectionGuard *guard)
{
    m_guards.removeOne(guard);
    if (handedOver == guard)
        handedOver = nullptr;
    if (whenClosed)
        whenClosed();
    if (!m_guards.isEmpty())
        return;
    m_timer.stop();
    m_next = Never;
    if (whenEmpty)
        whenEmpty();
}

void ShardContext::watch(MonotonicTime deadline)
{
    if (deadline == Never)
        return;
    const MonotonicTime now = clock.now();
    const MonotonicTime at = std::max(deadline, now + m_grain);
    if (m_next <= at)
        return;
    m_next = at;
    m_timer.start(int(std::chrono::ceil<std::chrono::milliseconds>(at - now).count()));
}

void ShardContext::tick()
{
    m_next = Never;
    const MonotonicTime now = clock.now();
    QList<QPointer<ConnectionGuard>> due; // expiring may change the list
    for (ConnectionGuard *guard : std::as_const(m_guards)) {
        if (guard->deadline() <= now)
            due.append(guard);
    }
    for (const QPointer<ConnectionGuard> &guard : std::as_const(due)) {
        if (guard)
            guard->expire();
    }
    MonotonicTime earliest = Never;
    for (const ConnectionGuard *guard : std::as_const(m_guards))
        earliest = std::min(earliest, guard->deadline());
    watch(earliest);
}

} // namespace understudy
