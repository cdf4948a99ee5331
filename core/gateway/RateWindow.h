// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <atomic>
#include <cstdint>
#include <optional>

namespace understudy {

/// Counts requests in windows of one minute, in one atomic word. Not a sliding window: a caller may use two minutes'
/// worth around a boundary, as with the providers' own limits, and in exchange nobody waits. Thread-safe.
class RateWindow final {
public:
    static constexpr Milliseconds Length{60000};

    /// Takes one of `limit` (0 = no limit, always taken). Nothing: taken; else how long until the next window.
    std::optional<Milliseconds> take(int limit, Milliseconds now)
    {
        if (limit <= 0)
            return std::nullopt;
        const auto window = std::uint64_t(now / Length);
        std::uint64_t seen = m_word.load(std::memory_order_relaxed);
        while (true) {
            const std::uint64_t count = (seen >> 32) == (window & 0xffffffffu) ? (seen & 0xffffffffu) : 0;
            if (count >= std::uint64_t(limit))
                return Length * std::int64_t(window + 1) - now;
            const std::uint64_t wanted = (window << 32) | (count + 1);
            if (m_word.compare_exchange_weak(seen, wanted, std::memory_order_relaxed))
                return std::nullopt;
        }
    }
    /// How many were taken in the window of `now`; without a limit none are counted.
    int count(Milliseconds now) const
    {
        const std::uint64_t seen = m_word.load(std::memory_order_relaxed);
        return (seen >> 32) == (std::uint64_t(now / Length) & 0xffffffffu) ? int(seen & 0xffffffffu) : 0;
    }
    bool full(int limit, Milliseconds now) const
    {
        const std::uint64_t seen = m_word.load(std::memory_order_relaxed);
        return limit > 0 && (seen >> 32) == (std::uint64_t(now / Length) & 0xffffffffu) && (seen & 0xffffffffu) >= std::uint64_t(limit);
    }

private:
    std::atomic<std::uint64_t> m_word{0}; ///< window number in the high half, count in the low one
};

} // namespace understudy
