// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ending.h"

#include <QHash>
#include <QList>

#include <optional>

namespace understudy {

/// Counts over a list of exchanges. Exchanges that their client cancelled are requests, but neither successes nor failures.
struct ExchangeStats {
    int requests = 0;  ///< live ones and cache hits
    int answered = 0;
    int failed = 0;    ///< also interrupted ones: the client did not get a whole answer
    int cancelled = 0;
    int cacheHits = 0;
    int savedByRetry = 0;
    int savedByFailover = 0;
    qint64 tokens = 0; ///< of all attempts, as far as they are known
    int unknownAttempts = 0; ///< attempts whose tokens nobody knows
    std::optional<qint64> medianMs; ///< of the answered ones, without cache hits

    /// Answered of those that ended by themselves; nothing while there are none.
    std::optional<double> success() const;
    /// What `success` would have been with the first try alone.
    std::optional<double> successWithoutRescue() const;
    bool operator==(const ExchangeStats &) const = default;
};

/// Counts over attempts, for a channel or a provider. An attempt that its client left is neither answered nor failed.
struct AttemptStats {
    int attempts = 0;
    int answered = 0;
    int failed = 0;
    int unknown = 0; ///< without a token count
    qint64 tokens = 0;
    std::optional<qint64> medianMs; ///< of the answered ones
    bool operator==(const AttemptStats &) const = default;
};

struct RecentStats {
    ExchangeStats all;
    QHash<QString, ExchangeStats> byKey;      ///< by GatewayKey::id
    QHash<QString, AttemptStats> byChannel;   ///< by Channel::id
    QHash<QString, AttemptStats> byProvider;  ///< by Provider::id; a channel that no longer exists counts under its own id
    bool operator==(const RecentStats &) const = default;
};

/// `since`: only exchanges from then on. `providerOf`: Channel::id → Provider::id.
RecentStats recentStats(const QList<ExchangeRecord> &exchanges, const QHash<QString, QString> &providerOf = {},
                        std::optional<WallTime> since = std::nullopt);

} // namespace understudy
