// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerWriter.h"

#include "storage/LedgerBatch.h"

#ifdef Q_OS_LINUX
#include <pthread.h>
#endif

namespace understudy {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds FirstPause = 100ms;
constexpr std::chrono::milliseconds LongestPause = 5s;
// Short, so that the thread can answer stop() while another process holds the lock; the back-off does the waiting.
constexpr std::chrono::milliseconds BusyTimeout = 250ms;
constexpr std::chrono::seconds CountEvery = 5s; ///< another process may have folded, and bytes are known only by counting
constexpr std::chrono::milliseconds FoldAtEnd = 2s; ///< the journal is safe where it is; a person waits for the program to end

WallTime wallNow() { return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()); }

} // namespace

LedgerWriter::LedgerWriter(Database database, TotalsListener totals, LedgerLimits limits, QObject *parent)
    : QObject(parent)
    , m_database(std::move(database))
    , m_totals(std::move(totals))
    , m_limits(limits)
    , m_queue({limits.maxQueued, limits.maxQueuedBytes, limits.maxBatchRows})
    , m_enough(limits.commitRows)
    , m_pace({limits.fastFrom, limits.commitEvery, limits.mostJournaled, limits.mostJournaledBytes})
    , m_thread([this] { run(); })
{
}

LedgerWriter::~LedgerWriter() { stop(); }

void LedgerWriter::record(ExchangeRecord &&exchange)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || !m_queue.add(std::move(exchange))) {
            ++m_health.dropped;
            return;
        }
        ++m_accepted;
        // While the writer gathers a batch, only the row that makes it enough or full is worth a system call.
        wake = m_sleeping || m_queue.filling() == m_enough || m_queue.filling() == 0;
        m_sleeping = false;
    }
    if (wake)
        m_wake.notify_one();
}

void LedgerWriter::refresh(const QStringList &keyIds, const QStringList &channels)
{
    {
        const std::lock_guard lock(m_mutex);
        m_refresh.wanted = true;
        m_refresh.all = m_refresh.all || (keyIds.isEmpty() && channels.isEmpty());
        m_refresh.keys += keyIds;
        m_refresh.channels += channels;
        m_sleeping = false;
    }
    m_wake.notify_one();
}

bool LedgerWriter::flush(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    const quint64 goal = m_accepted;
    m_hurry = true;
    m_wake.notify_one();
    const auto inTheLog = [&] { return m_finished >= goal && m_journalFound && m_journaled.exchanges == 0; };
    return m_done.wait_for(lock, patience, [&] { return inTheLog() || m_ended; }) && inTheLog();
}

bool LedgerWriter::stop(std::chrono::milliseconds patience)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            m_stopUntil = std::chrono::steady_clock::now() + patience;
            m_foldUntil = std::chrono::steady_clock::now() + FoldAtEnd;
        }
        m_stopping = true;
        m_hurry = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
    const std::lock_guard lock(m_mutex);
    return m_queue.queued() == 0;
}

LedgerHealth LedgerWriter::health() const
{
    const std::lock_guard lock(m_mutex);
    LedgerHealth health = m_health;
    health.queued = m_queue.queued();
    health.journaled = m_journaled.exchanges;
    return health;
}

bool LedgerWriter::waitAfterFailure(std::unique_lock<std::mutex> &lock)
{
    // The back-off is not cut short by new rows, only by the end (once more, at once) or its time.
    m_wake.wait_for(lock, m_pause, [this] { return m_stopping; });
    if (!m_stopping)
        return true;
    const auto left = *m_stopUntil - std::chrono::steady_clock::now();
    if (left <= 0ms || !hasUnwritten())
        return false;
    lock.unlock();
    std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(left, 50ms));
    lock.lock();
    return true;
}

/// Whether what is queued shall be written now. At the end of a window also when nothing came: that tells the pace.
bool LedgerWriter::isDue() const
{
    const bool enough = m_queue.hasFullBatch() || m_queue.filling() >= m_enough || (m_hurry && !m_queue.isEmpty());
    return enough || std::chrono::steady_clock::now() - m_windowBegan >= m_limits.commitEvery;
}

bool LedgerWriter::folds() const
{
    const Time now = std::chrono::steady_clock::now();
    const bool failing = m_foldPause > 0ms;
    if (m_stopping && (failing || now >= *m_foldUntil))
        return false;
    if (now < m_foldNotBefore && (failing || m_pace.rests(m_journaled, m_hurry)))
        return false;
    return m_pace.folds(m_journaled, m_hurry);
}

/// Sleeps until there is something to do; false when the thread shall end.
bool LedgerWriter::waitForWork(std::unique_lock<std::mutex> &lock)
{
    if (m_pause > 0ms)
        return waitAfterFailure(lock);
    if (!m_journalFound)
        return true;
    if (!hasUnwritten() && m_journaled.exchanges == 0) {
        m_sleeping = true;
        m_wake.wait(lock, [this] { return hasUnwritten() || m_refresh.wanted || m_stopping; });
        m_sleeping = false;
    }
    if (m_stopping && !hasUnwritten() && !m_refresh.wanted && !folds())
        return false;
    if (!m_pending.isEmpty() || folds())
        return true;
    Time until = m_windowBegan + m_limits.commitEvery;
    if (m_pace.folds(m_journaled, m_hurry))
        until = std::min(until, m_foldNotBefore);
    m_wake.wait_until(lock, until, [this] { return isDue() || folds() || m_refresh.wanted; });
    return true;
}

void LedgerWriter::takeBatch()
{
    m_queue.take(m_pending);
    const Time now = std::chrono::steady_clock::now();
    m_pace.took(m_pending.exchanges.size(), now - m_windowBegan);
    m_windowBegan = now;
    // Fast ones wait for the whole window: the fewer transactions, the less each of them costs, and it is soon enough.
    m_enough = m_pace.isFast() ? m_limits.maxBatchRows : m_limits.commitRows;
}

void LedgerWriter::run()
{
#ifdef Q_OS_LINUX
    ::pthread_setname_np(::pthread_self(), "ledger"); // tests/bench asks for it by this name
#endif
    m_windowBegan = std::chrono::steady_clock::now() - m_limits.commitEvery;
    std::unique_lock lock(m_mutex);
    while (waitForWork(lock)) {
        const Refresh wish = std::exchange(m_refresh, {});
        if (m_pending.isEmpty() && isDue())
            takeBatch();
        const bool fold = folds();
        lock.unlock();
        if (const Result<void> done = work(wish, fold); !done) {
            noteFailure(done.error());
            const std::lock_guard again(m_mutex);
            m_refresh.wanted = m_refresh.wanted || wish.wanted;
            m_refresh.all = m_refresh.all || wish.all;
            m_refresh.keys += wish.keys;
            m_refresh.channels += wish.channels;
        }
        report();
        lock.lock();
        if (!hasUnwritten() && m_journaled.exchanges == 0)
            m_hurry = m_stopping;
    }
    m_ended = true;
    m_health.dropped += m_queue.queued();
    lock.unlock();
    m_done.notify_all();
    m_batch.reset(); // the connection dies in the thread that opened it
    report();
}

Result<void> LedgerWriter::work(const Refresh &wish, bool fold)
{
    if (!m_journalFound) {
        if (Result<void> found = countJournal(); !found)
            return found;
    }
    if (!m_pending.isEmpty()) {
        if (Result<void> written = writeOnce(); !written)
            return written;
    }
    if (wish.wanted) {
        if (Result<void> read = readBack(wish); !read)
            return read;
    }
    // For `all`, once a day, too: another replica may have gone for good and left some.
    const bool old = m_journaled.exchanges > 0 && std::chrono::steady_clock::now() - m_counted >= CountEvery;
    if (old || wish.all) {
        if (Result<void> counted = countJournal(); !counted)
            return counted;
    }
    if (fold)
        foldOnce();
    return {};
}

Result<LedgerBatch *> LedgerWriter::batch()
{
    if (!m_batch) {
        Result<std::unique_ptr<Connection>> connection = m_database.connect(Database::Access::ReadWrite, BusyTimeout);
        if (!connection)
            return connection.error();
        m_batch = std::make_unique<LedgerBatch>(std::move(*connection));
    }
    return m_batch.get();
}

Result<void> LedgerWriter::countJournal()
{
    const Result<LedgerBatch *> writer = batch();
    if (!writer)
        return writer.error();
    const Result<LedgerBacklog> waiting = (*writer)->waiting();
    if (!waiting)
        return waiting.error();
    m_counted = std::chrono::steady_clock::now();
    {
        const std::lock_guard lock(m_mutex);
        m_journalFound = true;
        m_journaled = *waiting;
    }
    m_done.notify_all();
    if (m_pending.isEmpty()) // else it is the writing that tells whether it works again: this only reads
        noteSuccess({});
    return {};
}

Result<void> LedgerWriter::writeOnce()
{
    const Result<LedgerBatch *> writer = batch();
    if (!writer)
        return writer.error();
    // After a failure the journal, whatever the speed: it knows what it has.
    const bool journals = m_repeated || m_pace.journals(m_journaled);
    const Result<LedgerBatch::Written> written =
        journals ? (*writer)->journal(m_pending.exchanges, wallNow(), m_repeated) : (*writer)->write(m_pending.exchanges, wallNow());
    m_repeated = !written;
    if (!written)
        return written.error();
    // Published before flush() returns, so that whoever flushes sees the totals.
    if (m_totals)
        m_totals(written->totals);
    const auto count = qint64(m_pending.exchanges.size());
    noteSuccess({.written = count, .refused = written->refused, .journaled = journals ? count : 0});
    return {};
}

/// A failure is not one of recording: that goes on, at its own times, and what waits is safe.
void LedgerWriter::foldOnce()
{
    const Result<LedgerBatch *> writer = batch();
    if (!writer)
        return noteFoldFailure(writer.error());
    const Result<LedgerBatch::Folded> folded = (*writer)->fold();
    if (!folded)
        return noteFoldFailure(folded.error());
    m_foldNotBefore = std::chrono::steady_clock::now() + folded->took;
    m_foldPause = 0ms;
    // When it is empty although we counted some, another process was quicker.
    const qint64 fewer = folded->exchanges > 0 ? std::min(folded->exchanges, m_journaled.exchanges) : m_journaled.exchanges;
    noteSuccess({.refused = folded->refused, .journaled = -fewer});
}

void LedgerWriter::noteFoldFailure(const Error &error)
{
    if (m_foldPause == 0ms)
        qWarning("ledger: what is recorded cannot be taken up by the log now: %s", qUtf8Printable(error.toString()));
    m_batch.reset();
    m_foldPause = std::clamp(m_foldPause * 2, FirstPause, LongestPause);
    m_foldNotBefore = std::chrono::steady_clock::now() + m_foldPause;
}

Result<void> LedgerWriter::readBack(const Refresh &wish)
{
    Result<LedgerBatch *> writer = batch();
    if (!writer)
        return writer.error();
    const Connection &connection = (*writer)->connection();
    Result<UsageTotals> totals =
        wish.all ? readTotals(connection, wallNow()) : readTotals(connection, wish.keys, wish.channels, wallNow());
    if (!totals)
        return totals.error();
    if (wish.all) {
        // A key whose allowance was reset has no row any more, so those asked for by name are named in the answer.
        for (const QString &key : wish.keys)
            totals->keys[key];
        for (const QString &channel : wish.channels)
            totals->channels[channel];
    }
    if (m_totals)
        m_totals(*totals);
    if (m_pause > 0ms)
        noteSuccess({});
    return {};
}

void LedgerWriter::noteSuccess(const Progress &progress)
{
    const qint64 bytes = progress.written > 0 ? m_pending.bytes : 0;
    if (progress.written > 0)
        m_pending.clear(); // here, where nobody waits for the lock
    m_pause = 0ms;
    {
        const std::lock_guard lock(m_mutex);
        m_queue.settle(progress.written, bytes);
        m_finished += quint64(progress.written);
        m_journaled.exchanges += progress.journaled;
        if (m_journaled.exchanges == 0)
            m_journaled.bytes = 0;
        m_health.written += progress.written > 0 ? progress.written - progress.refused : 0;
        m_health.dropped += progress.refused;
        m_health.ok = true;
        m_health.failingSince.reset();
        m_health.error.clear();
    }
    m_done.notify_all();
}

void LedgerWriter::noteFailure(const Error &error)
{
    // A new connection each time: after a lost server or a replaced file the old one never recovers.
    m_batch.reset();
    m_pause = std::clamp(m_pause * 2, FirstPause, LongestPause);
    const std::lock_guard lock(m_mutex);
    if (m_health.ok)
        m_health.failingSince = wallNow();
    m_health.ok = false;
    m_health.error = error.toString();
}

void LedgerWriter::report()
{
    const LedgerHealth now = health();
    if (now.ok == m_reported.ok && now.error == m_reported.error && now.dropped == m_reported.dropped)
        return;
    m_reported = now;
    emit healthChanged(now);
}

} // namespace understudy
