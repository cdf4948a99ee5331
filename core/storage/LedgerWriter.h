// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "domain/ExchangeRecord.h"
#include "storage/Database.h"
#include "storage/UsageCounters.h"

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace understudy {

class LedgerBatch;

/// Whether rows reach the database.
struct LedgerHealth {
    bool ok = true;
    std::optional<WallTime> failingSince;
    QString error; ///< for a person, why it does not work now; empty when ok
    qint64 queued = 0; ///< exchanges that wait
    qint64 written = 0; ///< exchanges stored since the start
    qint64 dropped = 0; ///< exchanges lost since the start because the queue was full or the row impossible
    bool operator==(const LedgerHealth &) const = default;
};

struct LedgerLimits {
    qint64 maxQueued = 200'000;
    qint64 maxQueuedBytes = 268'435'456; ///< estimated
    std::chrono::milliseconds commitEvery {100};
    size_t commitRows = 500; ///< this many end the wait earlier
    size_t maxBatchRows = 4000; ///< in one transaction, so that other writers get their turn
};

/// The one writer of the ledger: a thread with its own connection that writes what `record` queues, in batches of one transaction
/// with the usage counters. It sleeps without wake-ups while there is nothing. When the database is locked, full,
/// read-only or gone, rows stay queued and are tried again after 0.1 s, doubling to 5 s; when the queue is full the newest are
/// dropped and counted.
class LedgerWriter final : public QObject, public ExchangeListener {
    Q_OBJECT
public:
    /// Called in the writer's thread after each commit with the totals of what it touched, and after `refresh`. It must be
    /// thread-safe and quick, and must not call back into the writer's flush or stop.
    using TotalsListener = std::function<void(const UsageTotals &)>;

    LedgerWriter(Database database, TotalsListener totals, LedgerLimits limits = {}, QObject *parent = nullptr);
    ~LedgerWriter() override; ///< stop() with its default patience

    void record(ExchangeRecord &&exchange) override; ///< any thread

    /// Reads these totals again and publishes them: other replicas or `resetFreeTokens` changed them. Both empty: all. Any
    /// thread.
    void refresh(const QStringList &keyIds, const QStringList &channels);

    /// Waits until everything recorded before is written; false when that did not succeed in time. Any thread but the writer's.
    bool flush(std::chrono::milliseconds patience);

    /// Writes the rest and ends the thread; false when rows remained (they are counted as dropped). Later records are dropped.
    bool stop(std::chrono::milliseconds patience = std::chrono::seconds(10));

    LedgerHealth health() const; ///< any thread

signals:
    /// From the writer's thread: when it begins to fail, when the error's text changes, when rows are dropped, and when it works
    /// again.
    void healthChanged(const understudy::LedgerHealth &health);

private:
    struct Refresh {
        bool wanted = false;
        bool all = false;
        QStringList keys;
        QStringList channels;
    };

    void run();
    bool waitForWork(std::unique_lock<std::mutex> &lock);
    Result<void> writeOnce();
    Result<void> readBack(const Refresh &wish);
    Result<LedgerBatch *> batch();
    void noteSuccess(size_t rows, qsizetype refused);
    void noteFailure(const Error &error);
    void report();

    const Database m_database;
    const TotalsListener m_totals;
    const LedgerLimits m_limits;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake; ///< for the writer
    std::condition_variable m_done; ///< for flush and stop
    std::vector<ExchangeRecord> m_queue;
    qint64 m_queuedBytes = 0; ///< of m_queue and m_pending
    qint64 m_queuedRows = 0;  ///< of both
    quint64 m_accepted = 0;
    quint64 m_finished = 0; ///< written or given up
    bool m_sleeping = false;
    bool m_hurry = false; ///< flush or stop
    bool m_stopping = false;
    std::optional<std::chrono::steady_clock::time_point> m_stopUntil;
    bool m_ended = false;
    Refresh m_refresh;
    LedgerHealth m_health;

    // The writer thread's own.
    std::vector<ExchangeRecord> m_pending;
    size_t m_pendingFrom = 0;
    std::unique_ptr<LedgerBatch> m_batch;
    std::chrono::milliseconds m_pause {0};
    LedgerHealth m_reported;

    std::thread m_thread; // last: everything above exists when it starts
};

} // namespace understudy
