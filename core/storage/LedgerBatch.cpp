// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerBatch.h"

#include "storage/ChangeWatcher.h"

#include <thread>

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

void warnOfRefused(qsizetype exchanges, const Error &why)
{
    if (exchanges > 0)
        qWarning("ledger: %lld exchange(s) cannot be stored and were dropped: %s", qlonglong(exchanges), qUtf8Printable(why.toString()));
}

LedgerTables::Exchanges pointersTo(std::span<const ExchangeRecord> exchanges)
{
    LedgerTables::Exchanges pointers;
    pointers.reserve(exchanges.size());
    for (const ExchangeRecord &exchange : exchanges)
        pointers.push_back(&exchange);
    return pointers;
}

} // namespace

LedgerBatch::LedgerBatch(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
    , m_tables(*m_connection)
    , m_journal(*m_connection)
{
}

/// Commits; gives the new totals of what the delta touches.
Result<UsageTotals> LedgerBatch::conclude(Transaction &transaction, const UsageDelta &delta, WallTime now)
{
    const QStringList keys = delta.keyIds();
    const QStringList channels = delta.channels();
    Result<UsageTotals> totals = readTotals(*m_connection, keys, channels, now);
    if (!totals)
        return totals;
    delta.note(*totals);
    if (minuteNumber(now) != m_purgedMinute) {
        if (Result<void> purged = purgeMinutes(*m_connection, now); !purged)
            return purged.error();
    }
    if (!keys.isEmpty() || !channels.isEmpty()) {
        if (Result<void> told = announceUsage(*m_connection, keys, channels); !told)
            return told.error();
    }
    if (Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    m_purgedMinute = minuteNumber(now);
    return totals;
}

Result<LedgerBatch::Written> LedgerBatch::write(std::span<const ExchangeRecord> exchanges, WallTime now)
{
    const Result<std::unique_ptr<Transaction>> transaction = beginAlone(*m_connection);
    if (!transaction)
        return transaction.error();
    const Result<LedgerTables::Inserted> inserted = m_tables.insert(pointersTo(exchanges));
    if (!inserted)
        return inserted.error();
    UsageDelta delta;
    for (const ExchangeRecord *exchange : inserted->rows)
        delta.add(*exchange);
    if (Result<void> settled = delta.settle(*m_connection); !settled)
        return settled.error();
    Result<UsageTotals> totals = conclude(**transaction, delta, now);
    if (!totals)
        return totals.error();
    warnOfRefused(inserted->refused, inserted->refusal);
    return Written {*std::move(totals), inserted->refused};
}

/// A batch is stored whole or not at all, so any of its exchanges tells; the first may be one that the database refused.
Result<bool> LedgerBatch::stored(std::span<const ExchangeRecord> exchanges) const
{
    const Result<bool> waits = m_journal.begins(exchanges.front().id);
    if (!waits || *waits)
        return waits;
    const Result<LedgerTables::Exchanges> unknown = m_tables.unknown(pointersTo(exchanges));
    if (!unknown)
        return unknown.error();
    return unknown->size() < exchanges.size();
}

Result<LedgerBatch::Written> LedgerBatch::journal(std::span<const ExchangeRecord> exchanges, WallTime now, bool repeated)
{
    const Result<std::unique_ptr<Transaction>> transaction = beginAlone(*m_connection);
    if (!transaction)
        return transaction.error();
    UsageDelta delta;
    for (const ExchangeRecord &exchange : exchanges)
        delta.add(exchange);
    const Result<bool> already = repeated ? stored(exchanges) : Result<bool>(false);
    if (!already)
        return already.error();
    if (!*already) {
        if (Result<void> appended = m_journal.append(exchanges); !appended)
            return appended.error();
        if (Result<void> settled = delta.settle(*m_connection); !settled)
            return settled.error();
    }
    Result<UsageTotals> totals = conclude(**transaction, delta, now);
    if (!totals)
        return totals.error();
    return Written {*std::move(totals), 0};
}

Result<LedgerBatch::Folded> LedgerBatch::fold()
{
    const auto begun = std::chrono::steady_clock::now();
    const Result<std::unique_ptr<Transaction>> transaction = beginAlone(*m_connection);
    if (!transaction)
        return transaction.error();
    const Result<std::optional<LedgerJournal::Entry>> oldest = m_journal.oldest();
    if (!oldest)
        return oldest.error();
    if (!*oldest)
        return Folded();
    const LedgerJournal::Entry &entry = **oldest;
    Folded done {entry.count, 0, {}};
    Error refusal;
    if (!entry.exchanges) {
        if (Result<void> aside = m_journal.setAside(entry.number); !aside)
            return aside.error();
        done.refused = entry.count;
        refusal = entry.exchanges.error();
    } else {
        const Result<LedgerTables::Inserted> inserted = m_tables.insert(pointersTo(*entry.exchanges));
        if (!inserted)
            return inserted.error();
        if (Result<void> removed = m_journal.remove(entry.number); !removed)
            return removed.error();
        done.refused = inserted->refused;
        refusal = inserted->refusal;
        // Whoever follows the log in another process learns of the rows now; that they are counted it knows.
        UsageDelta delta;
        for (const ExchangeRecord *exchange : inserted->rows)
            delta.add(*exchange);
        if (Result<void> told = announceUsage(*m_connection, delta.keyIds(), delta.channels()); !told)
            return told.error();
    }
    if (Result<void> committed = (*transaction)->commit(); !committed)
        return committed.error();
    warnOfRefused(done.refused, refusal);
    done.took = std::chrono::steady_clock::now() - begun;
    return done;
}

Result<qint64> foldJournal(const Database &database, const std::function<void(qint64 exchanges)> &begins)
{
    Result<std::unique_ptr<Connection>> connection = database.connect();
    if (!connection)
        return connection.error();
    LedgerBatch batch(*std::move(connection));
    const Result<LedgerBacklog> waiting = batch.waiting();
    if (!waiting)
        return waiting.error();
    if (begins && waiting->exchanges > 0)
        begins(waiting->exchanges);
    // Not until it is empty: a busy gateway goes on writing to it.
    qint64 done = 0;
    while (done < waiting->exchanges) {
        const Result<LedgerBatch::Folded> step = batch.fold();
        if (!step)
            return step.error();
        if (step->exchanges == 0)
            break;
        done += step->exchanges;
        if (done < waiting->exchanges)
            std::this_thread::sleep_for(step->took);
    }
    return done;
}

} // namespace understudy
