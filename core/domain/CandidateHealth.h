// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <QString>

#include <optional>

namespace understudy {

/// How one candidate is doing, as a value for people and tools.
struct CandidateHealth {
    QString channel;
    QString model;
    QString phase; ///< "available", "suspended", "probing"
    int failures = 0;
    std::optional<Milliseconds> suspendedFor; ///< what is left of the suspension
    bool needsAttention = false;
    bool operator==(const CandidateHealth &) const = default;
};

} // namespace understudy
