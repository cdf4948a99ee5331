// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <QtGlobal>

namespace understudy {

/// A time axis from 0 to a round end, with round ticks: 2 ms, 500 ms, 30 s, 10 min.
struct TimeScale {
    qint64 endMs = 1;
    qint64 stepMs = 1; ///< between ticks

    /// The least round end that holds `ms`, with at most `mostTicks` (at least 2) steps.
    static TimeScale covering(qint64 ms, int mostTicks);
    QList<qint64> ticks() const; ///< 0 and the end included
    double part(qint64 ms) const { return double(ms) / double(endMs); } ///< 0 … 1
    bool operator==(const TimeScale &) const = default;
};

} // namespace understudy
