// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerBatch.h"

#include "storage/ChangeWatcher.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LedgerLock = 0x554e4453'4c454447; // "UNDSLEDG"

/// Replicas write one after the other, so that sequence numbers grow in the order in which rows become visible: who follows
/// the log by number misses nothing. It also rules out deadlocks between counters.
Result<std::unique_ptr<Transaction>> beginAlone(const Connection &connection)
{
    Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(connection, Transaction::Mode::Write);
    if (!transaction || !connection.isPostgres()) // SQLite has one writer at a time
        return transaction;
    if (Result<void> alone = connection.run(u"SELECT pg_advisory_xact_lock(%1)"_s.arg(LedgerLock)); !alone)
        return alone.error();
    return transaction;
}

} // namespace

LedgerBatch::LedgerBatch(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
    , m_tables(*m_connection)
{
}

Result<LedgerBatch::Written> LedgerBatch::write(std::span<const ExchangeRecord> exchanges, WallTime now)
{
    Result<std::unique_ptr<Transaction>> transaction = beginAlone(*m_connection);
    if (!transaction)
        return transaction.error();
    LedgerTables::Exchanges all;
    all.reserve(exchanges.size());
    for (const ExchangeRecord &exchange : exchanges)
        all.push_back(&exchange);
    const Result<LedgerTables::Inserted> inserted = m_tables.insert(all);
    if (!inserted)
        return inserted.error();
    UsageDelta delta;
    for (const ExchangeRecord *exchange : inserted->rows)
        delta.add(*exchange);
    if (Result<void> settled = delta.settle(*m_connection); !settled)
        return settled.error();
    const QStringList keys = delta.keyIds();
    const QStringList channels = delta.channels();
    Result<UsageTotals> totals = readTotals(*m_connection, keys, channels, now);
    if (!totals)
        return totals.error();
    delta.note(*totals);
    if (minuteNumber(now) != m_purgedMinute) {
        if (Result<void> purged = purgeMinutes(*m_connection, now); !purged)
            return purged.error();
    }
    if (!keys.isEmpty() || !channels.isEmpty()) {
        if (Result<void> told = announceUsage(*m_connection, keys, channels); !told)
            return told.error();
    }
    if (Result<void> committed = (*transaction)->commit(); !committed)
        return committed.error();
    m_purgedMinute = minuteNumber(now);
    return Written {*std::move(totals), inserted->refused, inserted->refusal};
}

} // namespace understudy
