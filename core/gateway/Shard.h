// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "catalog/Catalogue.h"
#include "endpoint/BodyBudget.h"
#include "endpoint/EndpointSettings.h"
#include "gateway/CurrentSnapshot.h"
#include "gateway/GatewayStats.h"
#include "gateway/MetricsText.h"
#include "gateway/ResponseCache.h"
#include "gateway/ResponsePins.h"
#include "gateway/SimulatedFaults.h"
#include "gateway/SingleFlight.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace understudy {

/// What all shards of a process share. Outlives them; every member is thread-safe.
struct SharedParts {
    SharedParts(const Catalogue &catalogue, ExchangeListener &ledger, const Clock &clock, NetworkSources network = {})
        : catalogue(catalogue), ledger(ledger), clock(clock), state(clock, std::move(network))
    {
    }
    const Catalogue &catalogue;
    ExchangeListener &ledger;
    const Clock &clock;
    RuntimeState state;
    CurrentSnapshot snapshot;
    ResponseCache cache;
    SingleFlight flights;
    ResponsePins pins;
    SimulatedFaults faults;
    std::unique_ptr<BodyBudget> bodies; ///< made when the limit is known, before the first shard
    Milliseconds simulatedPace{15};
    std::function<GatewayStats()> stats;
    std::function<LedgerFigures()> ledgerFigures; ///< may be empty
};

/// One thread with its own event dispatcher, connections, exchanges and transport. An exchange never leaves it. The
/// functions are called from the thread of the gateway and return at once, but for the constructor and destructor, which
/// wait until the thread has begun or ended.
class Shard final {
public:
    /// `idle` is called in the shard's thread when, after `beginDrain`, the last exchange has ended and its bytes are sent.
    Shard(int number, SharedParts &shared, const EndpointSettings &settings, std::function<void()> idle);
    ~Shard();
    Q_DISABLE_COPY_MOVE(Shard)

    void addConnection(qintptr descriptor);
    void apply(const EndpointSettings &settings);
    void beginDrain();
    void shutDown(); ///< ends what still runs: 503 or an in-band error

    const ShardCounters &counters() const { return m_counters; } ///< thread-safe
    int connections() const { return m_connections.load(std::memory_order_relaxed); } ///< handed over and not closed yet

private:
    class Worker;
    ShardCounters m_counters;
    std::atomic<int> m_connections{0};
    QThread m_thread;
    Worker *m_worker = nullptr; ///< lives in m_thread
};

} // namespace understudy
