// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

#include <QByteArray>
#include <QHash>
#include <QMap>

#include <array>
#include <atomic>

namespace understudy {

/// Upper bounds of the buckets of both histograms, in milliseconds; one more bucket takes the rest. Fixed, so that figures of
/// different versions and processes can be added.
inline constexpr std::array<qint64, 13> LatencyBuckets{50, 100, 250, 500, 1000, 2500, 5000, 10000, 30000, 60000, 120000, 300000, 600000};

/// Times as the text of metrics shows them. `counts` is not cumulative.
struct LatencyHistogram {
    std::array<quint64, LatencyBuckets.size() + 1> counts{};
    quint64 sumMs = 0;

    quint64 count() const;
    bool operator==(const LatencyHistogram &) const = default;
};

/// Where tokens went. `other`: in a total that was reported, but in neither of its parts.
struct SpentTokens {
    quint64 prompt = 0;
    quint64 completion = 0;
    quint64 other = 0;
    bool operator==(const SpentTokens &) const = default;
};

/// Counted by one shard, read by everybody. Only the shard writes, so relaxed order is enough; nobody waits for anybody.
class ShardCounters final {
public:
    /// More channels than any configuration has; those that come after are counted together as OtherChannels.
    static constexpr size_t MostChannels = 256;

    ShardCounters() = default;
    ~ShardCounters();
    Q_DISABLE_COPY_MOVE(ShardCounters)

    std::atomic<int> inFlight{0}; ///< exchanges that run

    void count(const ExchangeRecord &record); ///< the shard's thread alone

private:
    friend struct GatewayStats;
    using Counter = std::atomic<quint64>;
    struct Histogram {
        std::array<Counter, LatencyBuckets.size() + 1> counts{};
        Counter sumMs{0};
        void add(qint64 ms);
        void addTo(LatencyHistogram &sum) const;
    };
    struct Tokens {
        Counter prompt{0}, completion{0}, other{0};
        void add(const Usage &usage);
        void addTo(SpentTokens &sum) const;
    };
    struct Channel {
        explicit Channel(const QString &id) : id(id) {}
        const QString id;
        std::array<Counter, OutcomeCount> attempts{};
    };
    Channel &channel(const QString &id);
    Tokens &tokensOf(Outcome outcome);

    std::array<std::array<Counter, ApiCount>, 4> m_requests{}; ///< by ExchangeStatus and Api
    std::array<Histogram, 2> m_durations;                      ///< [1]: streams
    std::array<Histogram, 2> m_firstOutputs;
    Tokens m_answered;
    Tokens m_failed;
    Tokens m_left;
    Counter m_cacheHits{0};
    Counter m_cacheMisses{0};
    Counter m_savedTokens{0};
    Counter m_failovers{0};
    std::array<std::atomic<Channel *>, MostChannels + 1> m_channels{}; ///< owned; published by release, never taken back
    QHash<QString, Channel *> m_byId;                                  ///< the shard's own index into it
};

/// The sum over the shards at one moment, as a value.
struct GatewayStats {
    /// Not a channel's id: those have no underscore.
    static constexpr QLatin1StringView OtherChannels{"_other"};

    std::array<quint64, 4> exchanges{};                      ///< by ExchangeStatus
    std::array<std::array<quint64, ApiCount>, 4> requests{}; ///< the same, by Api too
    std::array<quint64, OutcomeCount> attempts{};
    QMap<QString, std::array<quint64, OutcomeCount>> attemptsByChannel; ///< only channels that were called
    std::array<LatencyHistogram, 2> durations;    ///< arrival to the end of the answer; [1]: streams
    std::array<LatencyHistogram, 2> firstOutputs; ///< arrival to the first output, where one came; [1]: streams
    SpentTokens answered;       ///< of attempts that answered
    SpentTokens failed;         ///< of failed attempts: spent for nothing
    SpentTokens left;           ///< of attempts that their client left
    quint64 cacheHits = 0;
    quint64 cacheMisses = 0;
    quint64 savedTokens = 0;  ///< what the answers from the cache had cost when they were made
    quint64 failovers = 0;    ///< answered after a failure or by a backup, as everywhere (isRescue)
    int inFlight = 0;
    int connections = 0;
    qint64 bufferedBytes = 0;
    qint64 cacheBytes = 0;

    void add(const ShardCounters &counters);
    bool operator==(const GatewayStats &) const = default;
};

} // namespace understudy
