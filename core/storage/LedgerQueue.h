// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

#include <deque>
#include <vector>

namespace understudy {

/// What is recorded and not written yet, bounded, in batches that change hands whole: who records holds the lock as long as one exchange
/// takes, and so does who writes, whatever waits. Not thread-safe: the writer's lock guards it.
class LedgerQueue final {
public:
    struct Batch {
        std::vector<ExchangeRecord> exchanges;
        qint64 bytes = 0; ///< of memory, near enough for a limit
        bool isEmpty() const { return exchanges.empty(); }
        void clear(); ///< keeps its room
    };
    struct Limits {
        qint64 most;      ///< exchanges
        qint64 mostBytes; ///< estimated
        size_t batch;     ///< exchanges in one batch at the most
    };
    explicit LedgerQueue(Limits limits) : m_limits(limits) {}

    bool add(ExchangeRecord &&exchange); ///< false, and nothing is taken, when it is full

    bool isEmpty() const { return m_filling.isEmpty() && m_full.empty(); } ///< nothing to take
    bool hasFullBatch() const { return !m_full.empty(); }
    size_t filling() const { return m_filling.exchanges.size(); } ///< exchanges in the batch that is not full yet

    /// Hands out the oldest batch, into an empty one whose room is used again. It counts as queued until settle().
    void take(Batch &into);
    void settle(qint64 exchanges, qint64 bytes); ///< those of a batch that is written
    qint64 queued() const { return m_queued; }

private:
    const Limits m_limits;
    Batch m_filling;
    std::deque<Batch> m_full;
    qint64 m_queued = 0;
    qint64 m_bytes = 0;
};

} // namespace understudy
