// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "domain/UsageTotals.h"
#include "storage/Database.h"

#include <QHash>

#include <map>

namespace understudy {

/// Numbers of the period that a moment lies in: 20261124, 202611, minutes since 1970.
qint64 dayNumber(WallTime time);
qint64 monthNumber(WallTime time);
qint64 minuteNumber(WallTime time);

/// What a batch of exchanges adds. Drills add nothing; cache hits count as requests of their key only. A key's tokens are those
/// of answered exchanges, a channel's those of all its attempts; estimates count, unknown adds 0.
class UsageDelta final {
public:
    void add(const ExchangeRecord &exchange);

    QStringList keyIds() const { return subjects(m_keys); }
    QStringList channels() const { return subjects(m_channels); }

    /// Adds to the database by atomic statements. Inside the writer's transaction, which lets one writer in at a time.
    Result<void> settle(const Connection &connection) const;
    /// The `settled…` members.
    void note(UsageTotals &totals) const;

private:
    struct Sum {
        qint64 tokens = 0;
        qint64 requests = 0;
        qint64 freeTokens = 0;
    };
    /// By subject and minute; days and months follow from the minute, so that a row costs one look-up.
    using Sums = std::map<std::pair<QString, qint64>, Sum>;

    static QStringList subjects(const Sums &sums);

    Sums m_keys;
    Sums m_channels;
};

Result<UsageTotals> readTotals(const Connection &connection, const QStringList &keyIds, const QStringList &channels,
                               WallTime now);
/// Of everything that was ever used.
Result<UsageTotals> readTotals(const Connection &connection, WallTime now);

/// Starts a key's allowance anew; the ledger keeps its rows. Then tell the gateway (LedgerWriter::refresh).
Result<void> resetFreeTokens(const Connection &connection, const QString &keyId);

/// Minutes that no limit needs any more.
Result<void> purgeMinutes(const Connection &connection, WallTime now);

} // namespace understudy
