// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <QByteArray>

#include <cstdint>

namespace understudy {

/// Makes the ids of requests: "req_" and 26 characters in Crockford's base 32 (a ULID): 48 bits of milliseconds, 80 bits of
/// chance. Ids of one generator sort in the order in which they were made, also within a millisecond and when the wall
/// clock steps back. Not thread-safe: one per thread; two generators do not collide but by chance of 2^-80.
class RequestIdGenerator final {
public:
    static constexpr int Length = 30;

    RequestIdGenerator();
    QByteArray next(WallTime now);

private:
    std::uint64_t m_millis = 0;
    std::uint16_t m_high = 0; ///< the upper 16 of the 80 random bits
    std::uint64_t m_low = 0;
};

} // namespace understudy
