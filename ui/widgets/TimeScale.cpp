// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/TimeScale.h"

#include <algorithm>
#include <array>

namespace understudy {

namespace {

/// Steps that people count in: decimal below 10 s, then as on a clock.
constexpr std::array<qint64, 25> steps{1,      2,      5,       10,      20,      50,      100,       200,       500,       1'000,      2'000,      5'000,      10'000,
                                       20'000, 30'000, 60'000, 120'000, 300'000, 600'000, 1'200'000, 1'800'000, 3'600'000, 7'200'000, 18'000'000, 36'000'000};

} // namespace

TimeScale TimeScale::covering(qint64 ms, int mostTicks)
{
    const qint64 most = std::max(2, mostTicks);
    const qint64 wanted = std::max<qint64>(ms, 1);
    for (const qint64 step : steps) {
        const qint64 count = (wanted + step - 1) / step;
        if (count <= most)
            return {count * step, step};
    }
    const qint64 step = (wanted / most / steps.back() + 1) * steps.back();
    return {(wanted + step - 1) / step * step, step};
}

QList<qint64> TimeScale::ticks() const
{
    QList<qint64> all;
    for (qint64 tick = 0; tick <= endMs; tick += stepMs)
        all.append(tick);
    return all;
}

} // namespace understudy
