// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace understudy {

using Milliseconds = std::chrono::milliseconds;
using MonotonicTime = std::chrono::time_point<std::chrono::steady_clock, std::chrono::nanoseconds>;
using WallTime = std::chrono::time_point<std::chrono::system_clock, std::chrono::milliseconds>;

/// Where the time comes from. Durations are measured on `now` (never jumps), dates come from `wall` (may jump).
/// Implementations are thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    virtual MonotonicTime now() const = 0;
    virtual WallTime wall() const = 0;
};

class SystemClock final : public Clock {
public:
    MonotonicTime now() const override { return std::chrono::steady_clock::now(); }
    WallTime wall() const override
    {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

} // namespace understudy
