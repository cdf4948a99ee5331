// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "domain/ExchangeRecord.h"
#include "storage/Database.h"
#include "storage/LedgerPace.h"
#include "storage/LedgerQueue.h"
#include "storage/UsageCounters.h"

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace understudy {

class LedgerBatch;

/// Whether rows reach the database.
struct LedgerHealth {
    bool ok = true;
    std::optional<WallTime> failingSince;
    QString error; ///< for a person, why it does not work now; empty when ok
    qint64 queued = 0; ///< exchanges that wait in memory
    qint64 written = 0; ///< exchanges stored since the start, as rows or in the journal
    qint64 journaled = 0; ///< exchanges that are stored but not in the log and the usage statistics yet, those of other processes included
                          ///< while there are some of this one
    qint64 dropped = 0; ///< exchanges lost since the start because the queue was full or the row impossible
    bool operator==(const LedgerHealth &) const = default;
};

struct LedgerLimits {
    qint64 maxQueued = 200'000;
    qint64 maxQueuedBytes = 268'435'456; ///< estimated
    std::chrono::milliseconds commitEvery {100}; ///< what comes after a longer silence is written at once
    size_t commitRows = 500; ///< this many end the wait earlier, unless they come fast
    size_t maxBatchRows = 4000; ///< in one transaction, so that other writers get their turn
    double fastFrom = LedgerPace::Limits().fastFrom;          ///< see LedgerPace
    qint64 mostJournaled = LedgerPace::Limits().mostWaiting;
    qint64 mostJournaledBytes = LedgerPace::Limits().mostBytes;
};

/// The one writer of the ledger: a thread with its own connection that writes what `record` queues, in batches of one transaction
/// with the usage counters, and makes rows of what it or an earlier process left in the journal (LedgerPace says when). It sleeps without
/// wake-ups while there is nothing. When the database is locked, full, read-only or gone, exchanges stay queued and are tried again after
/// 0.1 s, doubling to 5 s; when the queue is full the newest are dropped and counted.
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

    /// Waits until everything recorded before is in the log; false when that did not succeed in time. Any thread but the writer's.
    bool flush(std::chrono::milliseconds patience);

    /// Writes the rest and ends the thread; false when exchanges remained (they are counted as dropped). What is in the journal and takes
    /// more than two seconds stays there for the next start. Later records are dropped.
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

    using Time = std::chrono::steady_clock::time_point;

    void run();
    bool waitForWork(std::unique_lock<std::mutex> &lock);
    bool waitAfterFailure(std::unique_lock<std::mutex> &lock);
    bool hasUnwritten() const { return !m_queue.isEmpty() || !m_pending.isEmpty(); }
    bool isDue() const;
    bool folds() const;
    void takeBatch();
    Result<void> work(const Refresh &wish, bool fold);
    Result<void> countJournal();
    Result<void> writeOnce();
    void foldOnce();
    void noteFoldFailure(const Error &error);
    Result<void> readBack(const Refresh &wish);
    Result<LedgerBatch *> batch();
    struct Progress {
        qint64 written = 0; ///< exchanges of m_pending, which then begins anew
        qint64 refused = 0;
        qint64 journaled = 0; ///< how many more (or fewer) wait in the journal
    };
    void noteSuccess(const Progress &progress);
    void noteFailure(const Error &error);
    void report();

    const Database m_database;
    const TotalsListener m_totals;
    const LedgerLimits m_limits;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake; ///< for the writer
    std::condition_variable m_done; ///< for flush and stop
    LedgerQueue m_queue;
    LedgerBacklog m_journaled; ///< changed by the writer's thread alone, which may read it without the lock
    bool m_journalFound = false; ///< what an earlier process left is counted; as m_journaled
    size_t m_enough;           ///< this many in a batch are worth a wake-up
    quint64 m_accepted = 0;
    quint64 m_finished = 0; ///< written or given up
    bool m_sleeping = false;
    bool m_hurry = false; ///< flush or stop
    bool m_stopping = false;
    std::optional<Time> m_stopUntil;
    std::optional<Time> m_foldUntil;
    bool m_ended = false;
    Refresh m_refresh;
    LedgerHealth m_health;

    // The writer thread's own.
    LedgerQueue::Batch m_pending; ///< the batch that is being written, in one transaction
    bool m_repeated = false; ///< it may have been written by an earlier try
    Time m_windowBegan;      ///< when the last batch was taken: what comes first after a silence need not wait for others
    LedgerPace m_pace;
    Time m_counted;          ///< when the journal was counted last
    Time m_foldNotBefore;
    std::chrono::milliseconds m_foldPause {0}; ///< while folding fails
    std::unique_ptr<LedgerBatch> m_batch;
    std::chrono::milliseconds m_pause {0};
    LedgerHealth m_reported;

    std::thread m_thread; // last: everything above exists when it starts
};

} // namespace understudy
