// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/GatewayStats.h"

#include "domain/Ending.h"

#include <numeric>

namespace understudy {

namespace {

/// One writer: a load and a store, where fetch_add would lock the bus.
void bump(std::atomic<quint64> &counter, quint64 by = 1)
{
    counter.store(counter.load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
}

quint64 read(const std::atomic<quint64> &counter) { return counter.load(std::memory_order_relaxed); }

} // namespace

quint64 LatencyHistogram::count() const { return std::accumulate(counts.begin(), counts.end(), quint64(0)); }

ShardCounters::~ShardCounters()
{
    for (const std::atomic<Channel *> &slot : m_channels)
        delete slot.load(std::memory_order_relaxed);
}

void ShardCounters::Histogram::add(qint64 ms)
{
    const auto bucket = std::lower_bound(LatencyBuckets.begin(), LatencyBuckets.end(), ms);
    bump(counts[size_t(bucket - LatencyBuckets.begin())]);
    bump(sumMs, quint64(std::max<qint64>(ms, 0)));
}

void ShardCounters::Histogram::addTo(LatencyHistogram &sum) const
{
    for (size_t i = 0; i < counts.size(); ++i)
        sum.counts[i] += read(counts[i]);
    sum.sumMs += read(sumMs);
}

void ShardCounters::Tokens::add(const Usage &usage)
{
    const qint64 in = usage.promptTokens.value_or(0);
    const qint64 out = usage.completionTokens.value_or(0);
    if (in > 0)
        bump(prompt, quint64(in));
    if (out > 0)
        bump(completion, quint64(out));
    if (const qint64 rest = usage.total().value_or(0) - in - out; rest > 0)
        bump(other, quint64(rest));
}

void ShardCounters::Tokens::addTo(SpentTokens &sum) const
{
    sum.prompt += read(prompt);
    sum.completion += read(completion);
    sum.other += read(other);
}

ShardCounters::Channel &ShardCounters::channel(const QString &id)
{
    if (Channel *known = m_byId.value(id))
        return *known;
    const size_t number = size_t(m_byId.size());
    if (number >= MostChannels) {
        Channel *others = m_channels.back().load(std::memory_order_relaxed);
        if (!others)
            m_channels.back().store(others = new Channel(GatewayStats::OtherChannels), std::memory_order_release);
        return *others;
    }
    auto *added = new Channel(id);
    m_byId.insert(id, added);
    m_channels[number].store(added, std::memory_order_release);
    return *added;
}

ShardCounters::Tokens &ShardCounters::tokensOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Answered: return m_answered;
    case Outcome::ClientGone: return m_left;
    default: return m_failed;
    }
}

void ShardCounters::count(const ExchangeRecord &record)
{
    bump(m_requests[size_t(record.status)][size_t(record.api)]);
    m_durations[record.stream].add(record.durationMs);
    if (record.firstOutputMs)
        m_firstOutputs[record.stream].add(*record.firstOutputMs);
    for (const AttemptRecord &attempt : record.attempts) {
        bump(channel(attempt.channel).attempts[size_t(attempt.outcome)]);
        tokensOf(attempt.outcome).add(attempt.usage);
    }
    if (record.cache == CacheResult::Miss)
        bump(m_cacheMisses);
    if (record.kind == ExchangeKind::Cache) {
        bump(m_cacheHits);
        bump(m_savedTokens, quint64(std::max<qint64>(record.usage.cachedTokens.value_or(0), 0)));
    }
    if (isRescue(endingOf(record)))
        bump(m_failovers);
}

void GatewayStats::add(const ShardCounters &counters)
{
    for (size_t status = 0; status < requests.size(); ++status) {
        for (size_t api = 0; api < ApiCount; ++api) {
            const quint64 number = read(counters.m_requests[status][api]);
            requests[status][api] += number;
            exchanges[status] += number;
        }
    }
    for (const auto &slot : counters.m_channels) {
        const ShardCounters::Channel *channel = slot.load(std::memory_order_acquire);
        if (!channel)
            continue;
        auto &sums = attemptsByChannel[channel->id];
        for (size_t outcome = 0; outcome < OutcomeCount; ++outcome) {
            const quint64 number = read(channel->attempts[outcome]);
            sums[outcome] += number;
            attempts[outcome] += number;
        }
    }
    for (size_t stream = 0; stream < durations.size(); ++stream) {
        counters.m_durations[stream].addTo(durations[stream]);
        counters.m_firstOutputs[stream].addTo(firstOutputs[stream]);
    }
    counters.m_answered.addTo(answered);
    counters.m_failed.addTo(failed);
    counters.m_left.addTo(left);
    cacheHits += read(counters.m_cacheHits);
    cacheMisses += read(counters.m_cacheMisses);
    savedTokens += read(counters.m_savedTokens);
    failovers += read(counters.m_failovers);
    inFlight += counters.inFlight.load(std::memory_order_relaxed);
}

} // namespace understudy
