// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/Snapshot.h"

#include <QMutex>

#include <atomic>
#include <memory>

namespace understudy {

/// The snapshot that holds now, for every shard. Once publish() has returned, every reader gets that one: a key that was paused is refused
/// from then on, however busy a shard is, and whoever was told so can rely on it. Thread-safe.
class CurrentSnapshot final {
public:
    CurrentSnapshot() : m_snapshot(std::make_shared<const Snapshot>()) {}

    void publish(std::shared_ptr<const Snapshot> snapshot)
    {
        {
            const QMutexLocker lock(&m_mutex);
            m_snapshot.swap(snapshot);
            m_number.fetch_add(1, std::memory_order_release);
        }
        // The old one goes when `snapshot` does, outside the lock.
    }

    /// One thread's view: one atomic load while nothing has changed.
    class Reader final {
    public:
        explicit Reader(const CurrentSnapshot &current) : m_current(current) {}
        /// Valid until the next call; hold a copy of what shall live longer.
        const Snapshot &operator()() const
        {
            if (m_current.m_number.load(std::memory_order_acquire) != m_seen)
                take();
            return *m_snapshot;
        }

    private:
        void take() const
        {
            const QMutexLocker lock(&m_current.m_mutex);
            m_snapshot = m_current.m_snapshot;
            m_seen = m_current.m_number.load(std::memory_order_relaxed);
        }

        const CurrentSnapshot &m_current;
        mutable std::shared_ptr<const Snapshot> m_snapshot;
        mutable quint64 m_seen = 0; ///< none
    };

private:
    mutable QMutex m_mutex;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::atomic<quint64> m_number{1};
};

} // namespace understudy
