// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

#include <QByteArray>

#include <array>
#include <atomic>

namespace understudy {

/// Counted by one shard, read by everybody. Only the shard writes, so relaxed order is enough.
struct ShardCounters {
    std::array<std::atomic<quint64>, 4> exchanges{};           ///< by ExchangeStatus
    std::array<std::atomic<quint64>, OutcomeCount> attempts{}; ///< by Outcome
    std::atomic<quint64> promptTokens{0};
    std::atomic<quint64> completionTokens{0};
    std::atomic<quint64> cacheHits{0};
    std::atomic<quint64> failovers{0}; ///< answered by another candidate than the first one called, or after a failure
    std::atomic<int> inFlight{0};

    void count(const ExchangeRecord &record);
};

/// The sum over the shards at one moment, as a value.
struct GatewayStats {
    std::array<quint64, 4> exchanges{};
    std::array<quint64, OutcomeCount> attempts{};
    quint64 promptTokens = 0;
    quint64 completionTokens = 0;
    quint64 cacheHits = 0;
    quint64 failovers = 0;
    int inFlight = 0;
    int connections = 0;
    qint64 bufferedBytes = 0;
    qint64 cacheBytes = 0;

    void add(const ShardCounters &counters);
    bool operator==(const GatewayStats &) const = default;
};

/// Prometheus text format 0.0.4.
QByteArray prometheusText(const GatewayStats &stats);

} // namespace understudy
