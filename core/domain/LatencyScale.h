// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <bit>

namespace understudy {

/// Milliseconds in steps that grow with them, four to each doubling, so that a percentile of any number of answers can be told from a
/// few counts, within an eighth of itself. Up to 3 exactly.
namespace latency {

constexpr int bucketOf(qint64 milliseconds)
{
    const auto value = quint64(std::max<qint64>(0, milliseconds));
    if (value < 4)
        return int(value);
    const int doubling = std::bit_width(value) - 1;
    return (doubling - 1) * 4 + int((value >> (doubling - 2)) & 3);
}

constexpr qint64 lowerBound(int bucket)
{
    if (bucket < 4)
        return bucket;
    const int doubling = bucket / 4 + 1;
    return qint64(4 + bucket % 4) << (doubling - 2);
}

/// What stands for all values of a bucket.
constexpr qint64 middle(int bucket) { return (lowerBound(bucket) + lowerBound(bucket + 1) - 1) / 2; }

static_assert(bucketOf(4) == 4 && lowerBound(4) == 4 && bucketOf(7) == 7 && bucketOf(8) == 8 && lowerBound(8) == 8 && bucketOf(1000) == bucketOf(900));

} // namespace latency
} // namespace understudy
