// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/RequestId.h"
#include "endpoint/BodyBudget.h"
#include "endpoint/EndpointSettings.h"
#include "endpoint/HostPolicy.h"
#include "endpoint/ResponseHead.h"

#include <QTimer>

#include <functional>

namespace understudy {

class ConnectionGuard;

/// What all connections of one shard share: settings, who answers, and the one timer for all their deadlines. Lives in the
/// shard's thread.
///
/// The timer fires when the earliest deadline is due, at most every 500 ms (a third of the shortest limit if that is less),
/// and is not running at all while no connection has a deadline.
class ShardContext final : public QObject {
public:
    static constexpr MonotonicTime Never = MonotonicTime::max();

    ShardContext(const EndpointSettings &settings, RequestHandler &handler, BodyBudget &budget, const Clock &clock);
    ~ShardContext() override;

    /// Holds from the next deadline, head and body on; the bound address stays.
    void apply(const EndpointSettings &settings);

    void add(ConnectionGuard *guard);
    void remove(ConnectionGuard *guard);
    const QList<ConnectionGuard *> &guards() const { return m_guards; }

    /// A connection has a deadline (now or soon); the timer is set no later.
    void watch(MonotonicTime deadline);

    EndpointSettings settings;
    RequestHandler &handler;
    BodyBudget &budget;
    const Clock &clock;
    HostPolicy hosts;
    RequestIdGenerator ids;
    DateCache date;
    bool draining = false;
    ConnectionGuard *handedOver = nullptr; ///< whose request QHttpServer finds in its socket now
    std::function<void()> whenClosed;      ///< called once for each connection that was given to the shard and has gone
    std::function<void()> whenEmpty;       ///< called after the last connection is gone

private:
    void tick();

    QList<ConnectionGuard *> m_guards;
    QTimer m_timer;
    MonotonicTime m_next = Never;
    Milliseconds m_grain{500};
};

} // namespace understudy
