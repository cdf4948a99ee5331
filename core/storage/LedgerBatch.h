// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "storage/Database.h"
#include "storage/LedgerJournal.h"
#include "storage/LedgerTables.h"
#include "storage/UsageCounters.h"

#include <chrono>
#include <functional>
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
        qsizetype refused = 0; ///< that can never be stored; a warning has said why
    };
    /// Counters and rows. All or nothing, but for rows that can never be stored and those that the ledger has already.
    Result<Written> write(std::span<const ExchangeRecord> exchanges, WallTime now);

    /// Counters now, rows by fold(). All or nothing. `repeated`: an earlier try with the same exchanges, by write() or this, may have been
    /// committed without our hearing of it.
    Result<Written> journal(std::span<const ExchangeRecord> exchanges, WallTime now, bool repeated);

    struct Folded {
        qint64 exchanges = 0;  ///< taken from the journal; 0 = it is empty
        qsizetype refused = 0; ///< of them, or all of a damaged entry; a warning has said why
        std::chrono::nanoseconds took {0};
    };
    /// Makes rows and sums of the oldest entry of the journal, whoever wrote it. Who calls it again and again rests for as long as it took:
    /// SQLite gives its lock to whoever asks first, and who waits asks now and then.
    Result<Folded> fold();
    Result<LedgerBacklog> waiting() const { return m_journal.waiting(); }

    const Connection &connection() const { return *m_connection; }

private:
    Result<bool> stored(std::span<const ExchangeRecord> exchanges) const;
    Result<UsageTotals> conclude(Transaction &transaction, const UsageDelta &delta, WallTime now);

    std::unique_ptr<Connection> m_connection; // first, so that the statements go before it
    LedgerTables m_tables;
    LedgerJournal m_journal;
    qint64 m_purgedMinute = 0;
};

/// Makes rows of what waits in the journal now; before somebody reads the log who wants all of it. Any process, also while a gateway
/// writes. `begins` is told how many exchanges there are, when there are some. Gives the number of exchanges.
Result<qint64> foldJournal(const Database &database, const std::function<void(qint64 exchanges)> &begins = {});

} // namespace understudy
