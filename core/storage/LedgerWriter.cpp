// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerWriter.h"

#include "storage/LedgerBatch.h"

namespace understudy {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds FirstPause = 100ms;
constexpr std::chrono::milliseconds LongestPause = 5s;
// Short, so that the thread can answer stop() while another process holds the lock; the back-off does the waiting.
constexpr std::chrono::milliseconds BusyTimeout = 250ms;

WallTime wallNow() { return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()); }

/// What a queued exchange costs, near enough for a limit.
qint64 weight(const ExchangeRecord &exchange)
{
    qint64 bytes = qint64(sizeof(ExchangeRecord)) + 400 + exchange.requestContent.size() + exchange.answerContent.size();
    for (const AttemptRecord &attempt : exchange.attempts)
        bytes += qint64(sizeof(AttemptRecord)) + 150 + attempt.message.size() * 2;
    return bytes + exchange.skipped.size() * qint64(sizeof(SkippedCandidate) + 100);
}

} // namespace

LedgerWriter::LedgerWriter(Database database, TotalsListener totals, LedgerLimits limits, QObject *parent)
    : QObject(parent)
    , m_database(std::move(database))
    , m_totals(std::move(totals))
    , m_limits(limits)
    , m_thread([this] { run(); })
{
}

LedgerWriter::~LedgerWriter() { stop(); }

void LedgerWriter::record(ExchangeRecord &&exchange)
{
    const qint64 bytes = weight(exchange);
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_queuedRows >= m_limits.maxQueued || m_queuedBytes + bytes > m_limits.maxQueuedBytes) {
            ++m_health.dropped;
            return;
        }
        m_queue.push_back(std::move(exchange));
        m_queuedBytes += bytes;
        ++m_queuedRows;
        ++m_accepted;
        // While the writer gathers a batch, only the row that fills it is worth a system call.
        wake = m_sleeping || m_queue.size() == m_limits.commitRows;
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
    return m_done.wait_for(lock, patience, [&] { return m_finished >= goal || m_ended; }) && m_finished >= goal;
}

bool LedgerWriter::stop(std::chrono::milliseconds patience)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping)
            m_stopUntil = std::chrono::steady_clock::now() + patience;
        m_stopping = true;
        m_hurry = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
    const std::lock_guard lock(m_mutex);
    return m_queuedRows == 0;
}

LedgerHealth LedgerWriter::health() const
{
    const std::lock_guard lock(m_mutex);
    LedgerHealth health = m_health;
    health.queued = m_queuedRows;
    return health;
}

/// Sleeps until there is something to do; false when the thread shall end.
bool LedgerWriter::waitForWork(std::unique_lock<std::mutex> &lock)
{
    const bool failing = m_pause > 0ms;
    if (failing) {
        // The back-off is not cut short by new rows, only by the end (once more, at once) or its time.
        m_wake.wait_for(lock, m_pause, [this] { return m_stopping; });
        if (m_stopping) {
            const auto left = *m_stopUntil - std::chrono::steady_clock::now();
            if (left <= 0ms)
                return false;
            lock.unlock();
            std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(left, 50ms));
            lock.lock();
        }
        return true;
    }
    m_sleeping = m_queue.empty();
    m_wake.wait(lock, [this] { return !m_queue.empty() || m_refresh.wanted || m_stopping || m_pendingFrom < m_pending.size(); });
    m_sleeping = false;
    if (m_queue.empty() && !m_refresh.wanted && m_pendingFrom >= m_pending.size())
        return false;
    if (!m_hurry && !m_refresh.wanted && m_queue.size() < m_limits.commitRows && m_pendingFrom >= m_pending.size())
        m_wake.wait_for(lock, m_limits.commitEvery,
                        [this] { return m_hurry || m_queue.size() >= m_limits.commitRows || m_refresh.wanted; });
    m_hurry = m_stopping;
    return true;
}

void LedgerWriter::run()
{
    std::unique_lock lock(m_mutex);
    while (waitForWork(lock)) {
        const Refresh wish = std::exchange(m_refresh, {});
        if (m_pendingFrom >= m_pending.size()) {
            m_pending.clear();
            m_pendingFrom = 0;
            std::swap(m_pending, m_queue); // both keep their room
        }
        lock.unlock();
        Result<void> done = m_pendingFrom < m_pending.size() ? writeOnce() : Result<void>();
        if (done && wish.wanted)
            done = readBack(wish);
        if (!done) {
            noteFailure(done.error());
            const std::lock_guard again(m_mutex);
            m_refresh.wanted = m_refresh.wanted || wish.wanted;
            m_refresh.all = m_refresh.all || wish.all;
            m_refresh.keys += wish.keys;
            m_refresh.channels += wish.channels;
        }
        report();
        lock.lock();
    }
    m_ended = true;
    m_health.dropped += m_queuedRows;
    lock.unlock();
    m_done.notify_all();
    m_batch.reset(); // the connection dies in the thread that opened it
    report();
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

Result<void> LedgerWriter::writeOnce()
{
    Result<LedgerBatch *> writer = batch();
    if (!writer)
        return writer.error();
    const size_t rows = std::min(m_limits.maxBatchRows, m_pending.size() - m_pendingFrom);
    const Result<LedgerBatch::Written> written = (*writer)->write(std::span(m_pending).subspan(m_pendingFrom, rows), wallNow());
    if (!written)
        return written.error();
    if (written->refused > 0)
        qWarning("ledger: %lld exchange(s) cannot be stored and were dropped: %s", qlonglong(written->refused),
                 qUtf8Printable(written->refusal.toString()));
    // Published before flush() returns, so that whoever flushes sees the totals.
    if (m_totals)
        m_totals(written->totals);
    noteSuccess(rows, written->refused);
    return {};
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
        noteSuccess(0, 0);
    return {};
}

void LedgerWriter::noteSuccess(size_t rows, qsizetype refused)
{
    qint64 bytes = 0;
    for (size_t i = m_pendingFrom; i < m_pendingFrom + rows; ++i)
        bytes += weight(m_pending[i]);
    m_pendingFrom += rows;
    m_pause = 0ms;
    {
        const std::lock_guard lock(m_mutex);
        m_queuedBytes -= bytes;
        m_queuedRows -= qint64(rows);
        m_finished += rows;
        m_health.written += qint64(rows) - refused;
        m_health.dropped += refused;
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
