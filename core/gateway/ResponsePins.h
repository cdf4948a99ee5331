// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GatewayKey.h"

#include <QHash>
#include <QMutex>
#include <QQueue>

#include <optional>

namespace understudy {

/// Which candidate made which stored response or conversation of /responses: only it can go on with it (SEMANTICS §8). Bounded, the
/// oldest are forgotten first; in the process only. Thread-safe.
class ResponsePins final {
public:
    static constexpr qsizetype Capacity = 16384;

    void remember(const QByteArray &id, const Candidate &candidate)
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_pins.contains(id)) {
            m_order.enqueue(id);
            if (m_order.size() > Capacity)
                m_pins.remove(m_order.dequeue());
        }
        m_pins.insert(id, candidate);
    }
    std::optional<Candidate> find(const QByteArray &id) const
    {
        const QMutexLocker lock(&m_mutex);
        const auto found = m_pins.constFind(id);
        return found == m_pins.cend() ? std::nullopt : std::optional(*found);
    }

private:
    mutable QMutex m_mutex;
    QHash<QByteArray, Candidate> m_pins;
    QQueue<QByteArray> m_order;
};

} // namespace understudy
