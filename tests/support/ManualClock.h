// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <atomic>

namespace understudy::test {

/// Time that stands still until a test moves it. Starts at one hour (so that "before the start" exists) and at
/// 2026-01-01 00:00 UTC. May be read in other threads.
class ManualClock final : public Clock {
public:
    MonotonicTime now() const override { return MonotonicTime(std::chrono::nanoseconds(m_now.load())); }
    WallTime wall() const override { return WallTime(Milliseconds(m_wall.load())); }

    void advance(Milliseconds by)
    {
        m_now += std::chrono::nanoseconds(by).count();
        m_wall += by.count();
    }
    /// The date alone jumps, as when somebody sets the clock.
    void setWall(WallTime wall) { m_wall = wall.time_since_epoch().count(); }

private:
    std::atomic<qint64> m_now = std::chrono::nanoseconds(std::chrono::hours(1)).count();
    std::atomic<qint64> m_wall = 1767225600000;
};

} // namespace understudy::test
