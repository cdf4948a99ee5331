// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/Endpoint.h"
#include "gateway/CurrentSnapshot.h"
#include "gateway/Exchange.h"
#include "gateway/GatewayStats.h"
#include "gateway/MetricsText.h"

#include <functional>
#include <memory>
#include <unordered_set>

namespace understudy {

/// What stands behind the endpoint of one shard: routes, authenticates, and makes an Exchange of each call (SEMANTICS §8).
/// Lives in the shard's thread.
class Router final : public QObject, public RequestHandler {
    Q_OBJECT

public:
    /// `snapshot` outlives it. `stats` and `ledger` give the figures of the whole process for /metrics; `ledger` may be empty.
    Router(const ExchangeServices &services, const CurrentSnapshot &snapshot, ShardCounters &counters, std::function<GatewayStats()> stats, std::function<LedgerFigures()> ledger);
    ~Router() override;

    /// From now on new calls are refused with 503; the running ones go on.
    void beginDrain() { m_draining = true; }
    /// Ends what still runs (Exchange::shutDown).
    void shutDown();
    int running() const { return int(m_exchanges.size()); }

    Admission admit(const RequestHead &head) override;
    void handle(ClientRequest &&request, std::unique_ptr<ResponseSink> sink) override;

signals:
    void idle(); ///< the last running exchange has ended

private:
    std::optional<WholeResponse> route(const RequestHead &head) const;
    Admission authenticate(const RequestHead &head) const;
    WholeResponse answerOwn(const ClientRequest &request) const;
    WholeResponse modelList(const RuntimeKey &key) const;
    WholeResponse oneModel(const RuntimeKey &key, const QByteArray &encodedId) const;
    WholeResponse health(bool ready) const;
    WholeResponse metrics() const;
    void exchangeEnded(Exchange *exchange);

    const ExchangeServices &m_services;
    ShardCounters &m_counters;
    std::function<GatewayStats()> m_stats;
    std::function<LedgerFigures()> m_ledger;
    SnapshotReader m_snapshot;
    std::unordered_set<Exchange *> m_exchanges; ///< owned; deleted later when they end
    bool m_draining = false;
};

} // namespace understudy
