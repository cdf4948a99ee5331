// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Configuration.h"
#include "domain/ExchangeRecord.h"

namespace understudy {

/// How far a person has come: from nothing to a failover seen.
struct SetupSteps {
    bool channel = false;  ///< one of their own exists
    bool key = false;      ///< any, the demo's too
    bool request = false;  ///< a client was answered or refused
    bool failover = false; ///< a backup answered, or the demo showed it
    int done() const { return channel + key + request + failover; }
    bool complete() const { return done() == Count; }
    static constexpr int Count = 4;
    bool operator==(const SetupSteps &) const = default;
};

/// `failoverSeen`: it was seen before, in a request that `recent` has forgotten.
SetupSteps setupSteps(const Configuration &configuration, const QList<ExchangeRecord> &recent, bool failoverSeen);

} // namespace understudy
