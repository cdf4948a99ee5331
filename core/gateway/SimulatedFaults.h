// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <QHash>
#include <QList>
#include <QMutex>
#include <QString>

namespace understudy {

/// How a simulated model misbehaves on one call.
struct SimulatedFault {
    enum class Kind {
        None,
        Status,      ///< an HTTP error with an OpenAI error body
        Refused,     ///< the connection is refused
        Hang,        ///< no answer at all, until the timeout
        ResetStream, ///< the stream breaks off after a few pieces (a whole answer: in its middle)
    };
    Kind kind = Kind::None;
    int status = 503; ///< Kind::Status
    bool operator==(const SimulatedFault &) const = default;
};

/// The faults of the simulated models, settable at any time from any thread: a person who watches a failover, the drill and
/// the tests use it. A model's faults are played in a ring, one per call; an empty list is health.
class SimulatedFaults final {
public:
    void set(const QString &model, const QList<SimulatedFault> &ring)
    {
        const QMutexLocker lock(&m_mutex);
        m_rings[model] = {ring, 0};
    }
    SimulatedFault next(const QString &model)
    {
        const QMutexLocker lock(&m_mutex);
        const auto found = m_rings.find(model);
        if (found == m_rings.end() || found->faults.isEmpty())
            return {};
        return found->faults[found->calls++ % found->faults.size()];
    }

private:
    struct Ring {
        QList<SimulatedFault> faults;
        qsizetype calls = 0;
    };
    QMutex m_mutex;
    QHash<QString, Ring> m_rings;
};

} // namespace understudy
