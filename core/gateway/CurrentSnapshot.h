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

    void publish(std::shared_ptr<const Snapshot> snapshot);

    quint64 number() const { return m_number.load(std::memory_order_acquire); } ///< another one with each publish
    std::shared_ptr<const Snapshot> get(quint64 &number) const;                 ///< `number` becomes its own

private:
    mutable QMutex m_mutex;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::atomic<quint64> m_number{1};
};

/// One thread's view of it: one atomic load while nothing has changed.
class SnapshotReader final {
public:
    explicit SnapshotReader(const CurrentSnapshot &current) : m_current(current) {}
    /// Valid until the next call.
    const Snapshot &operator()() const
    {
        if (m_current.number() != m_number)
            m_snapshot = m_current.get(m_number);
        return *m_snapshot;
    }

private:
    const CurrentSnapshot &m_current;
    mutable std::shared_ptr<const Snapshot> m_snapshot;
    mutable quint64 m_number = 0; ///< of none
};

} // namespace understudy
