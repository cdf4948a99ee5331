// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/CurrentSnapshot.h"

namespace understudy {

void CurrentSnapshot::publish(std::shared_ptr<const Snapshot> snapshot)
{
    const QMutexLocker lock(&m_mutex);
    m_snapshot.swap(snapshot); // readers still hold the old one, or it ends here
    m_number.fetch_add(1, std::memory_order_release);
}

std::shared_ptr<const Snapshot> CurrentSnapshot::get(quint64 &number) const
{
    const QMutexLocker lock(&m_mutex);
    number = m_number.load(std::memory_order_relaxed);
    return m_snapshot;
}

} // namespace understudy
