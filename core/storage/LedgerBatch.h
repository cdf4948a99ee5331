// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "storage/Database.h"
#include "storage/LedgerJournal.h"
#include "storage/LedgerTables.h"
#include "storage/UsageCounters.h"

#include <memory>
#include <span>

namespace understudy {

/// The transactions that write the ledger. One connection, one thread; any number of these in any number of processes.
class LedgerBatch final {
public:
    explicit LedgerBatch(std::unique_ptr<Connection> connection);
    Q_DISABLE_COPY_MOVE(LedgerBatch)

    struct Written {
        UsageTotals totals;    ///< of what was touched
        qsizetype refused = 0; ///< see LedgerTables::Inserted
        Error refusal;
    };
    /// Counters and rows. All or nothing, but for rows that can never be stored and those that the ledger has already.
    Result<Written> write(std::span<const ExchangeRecord> exchanges, WallTime now);

    /// Counters now, rows by fold(). All or nothing. `repeated`: an earlier try with the same exchanges, by write() or this, may have been
    /// committed without our hearing of it.
    Result<Written> journal(std::span<const ExchangeRecord> exchanges, WallTime now, bool repeated);

    struct Folded {
        qint64 exchanges = 0;  ///< taken from the journal; 0 = it is empty
        qsizetype refused = 0; ///< of them; see LedgerTables::Inserted
        Error refusal;
    };
    /// Makes rows and sums of the oldest entry of the journal, whoever wrote it.
    Result<Folded> fold();

    const Connection &connection() const { return *m_connection; }

private:
    Result<bool> stored(const QString &firstId) const;
    Result<UsageTotals> conclude(Transaction &transaction, const UsageDelta &delta, WallTime now);

    std::unique_ptr<Connection> m_connection; // first, so that the statements go before it
    LedgerTables m_tables;
    LedgerJournal m_journal;
    qint64 m_purgedMinute = 0;
};

/// Makes rows of what waits in the journal now, step by step; before somebody reads the log who wants all of it. Gives the number of
/// exchanges. Any process, also while a gateway writes.
Result<qint64> foldJournal(const Database &database);

} // namespace understudy
