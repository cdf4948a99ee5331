// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "storage/Database.h"
#include "storage/LedgerTables.h"
#include "storage/UsageCounters.h"

#include <memory>
#include <span>

namespace understudy {

/// Writes exchanges with their attempts and settles the counters, a batch in one transaction. One connection, one thread.
class LedgerBatch final {
public:
    explicit LedgerBatch(std::unique_ptr<Connection> connection);
    Q_DISABLE_COPY_MOVE(LedgerBatch)

    struct Written {
        UsageTotals totals;    ///< of what was touched
        qsizetype refused = 0; ///< see LedgerTables::Inserted
        Error refusal;
    };
    /// All or nothing, but for rows that can never be stored and those that the ledger has already.
    Result<Written> write(std::span<const ExchangeRecord> exchanges, WallTime now);

    const Connection &connection() const { return *m_connection; }

private:
    std::unique_ptr<Connection> m_connection; // first, so that the statements go before it
    LedgerTables m_tables;
    qint64 m_purgedMinute = 0;
};

} // namespace understudy
