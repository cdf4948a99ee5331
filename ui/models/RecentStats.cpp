// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RecentStats.h"

#include <algorithm>

namespace understudy {

namespace {

std::optional<qint64> median(QList<qint64> values)
{
    if (values.isEmpty())
        return std::nullopt;
    const auto middle = values.begin() + values.size() / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The counts together with what the medians are made of.
struct ExchangeCounting {
    ExchangeStats stats;
    QList<qint64> took;

    void add(const ExchangeRecord &exchange)
    {
        ++stats.requests;
        const bool hit = exchange.kind == ExchangeKind::Cache;
        stats.cacheHits += hit;
        switch (exchange.status) {
        case ExchangeStatus::Answered:
            ++stats.answered;
            if (!hit)
                took.append(exchange.durationMs);
            break;
        case ExchangeStatus::Failed:
        case ExchangeStatus::Interrupted: ++stats.failed; break;
        case ExchangeStatus::Cancelled: ++stats.cancelled; break;
        }
        const Ending ending = endingOf(exchange);
        stats.savedByRetry += ending == Ending::AfterRetry;
        stats.savedByFailover += ending == Ending::AfterBackup;
        for (const AttemptRecord &attempt : exchange.attempts) {
            stats.tokens += attempt.usage.total().value_or(0);
            stats.unknownAttempts += attempt.provenance == Provenance::Unknown;
        }
    }
    ExchangeStats result() const
    {
        ExchangeStats done = stats;
        done.medianMs = median(took);
        return done;
    }
};

struct AttemptCounting {
    AttemptStats stats;
    QList<qint64> took;

    void add(const AttemptRecord &attempt)
    {
        ++stats.attempts;
        if (attempt.outcome == Outcome::Answered) {
            ++stats.answered;
            took.append(attempt.endedMs - attempt.startedMs);
        } else if (attempt.outcome != Outcome::ClientGone) {
            ++stats.failed;
        }
        stats.unknown += attempt.provenance == Provenance::Unknown;
        stats.tokens += attempt.usage.total().value_or(0);
    }
    AttemptStats result() const
    {
        AttemptStats done = stats;
        done.medianMs = median(took);
        return done;
    }
};

template<typename Counting>
auto results(const QHash<QString, Counting> &countings)
{
    QHash<QString, decltype(countings.begin()->result())> done;
    for (auto it = countings.begin(); it != countings.end(); ++it)
        done.insert(it.key(), it->result());
    return done;
}

} // namespace

std::optional<double> ExchangeStats::success() const
{
    const int ended = answered + failed;
    return ended ? std::optional<double>(double(answered) / ended) : std::nullopt;
}

std::optional<double> ExchangeStats::successWithoutRescue() const
{
    const int ended = answered + failed;
    return ended ? std::optional<double>(double(answered - savedByRetry - savedByFailover) / ended) : std::nullopt;
}

RecentStats recentStats(const QList<ExchangeRecord> &exchanges, const QHash<QString, QString> &providerOf, std::optional<WallTime> since)
{
    ExchangeCounting all;
    QHash<QString, ExchangeCounting> byKey;
    QHash<QString, AttemptCounting> byChannel, byProvider;
    for (const ExchangeRecord &exchange : exchanges) {
        if (exchange.kind == ExchangeKind::Drill || (since && exchange.time < *since))
            continue;
        all.add(exchange);
        byKey[exchange.keyId].add(exchange);
        for (const AttemptRecord &attempt : exchange.attempts) {
            byChannel[attempt.channel].add(attempt);
            byProvider[providerOf.value(attempt.channel, attempt.channel)].add(attempt);
        }
    }
    return {all.result(), results(byKey), results(byChannel), results(byProvider)};
}

} // namespace understudy
