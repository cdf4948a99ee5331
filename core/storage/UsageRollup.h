// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/UsageReport.h"
#include "storage/Database.h"

#include <QHash>

#include <map>
#include <tuple>

namespace understudy {

/// Hours since 1970 (UTC).
qint64 hourNumber(WallTime time);

/// What a batch of exchanges adds to the sums by hours (tables usage_attempts, usage_requests, usage_latency). Drills add nothing.
class UsageRollup final {
public:
    /// `providers`: channel → provider; a channel without one stands for itself.
    void add(const ExchangeRecord &exchange, const QHash<QString, QString> &providers);
    /// Adds to the database by atomic statements. Inside the writer's transaction.
    Result<void> settle(const Connection &connection) const;

private:
    using Sums = std::array<qint64, 9>;
    template<typename... Key>
    using Table = std::map<std::tuple<qint64, QString, QString, QString, Key...>, Sums>; ///< hour, key, channel, model, …

    Table<QString, int> m_attempts; ///< provider, outcome
    Table<int> m_requests;          ///< ending
    Table<int> m_latency;           ///< bucket
};

} // namespace understudy
