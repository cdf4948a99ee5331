// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "catalog/Catalogue.h"
#include "domain/Configuration.h"
#include "domain/Drill.h"

#include <functional>

namespace understudy {

/// What the gateway of one drill is started with.
struct DrillSetting {
    Configuration configuration; ///< the drilled key alone, with a secret of its own, on a free port of 127.0.0.1
    QList<DrillBox> chain; ///< as stored, with its faults
    QHash<QString, QString> ownNames; ///< ids of channels that stand in for failing ones → the channel's real id
    Api api = Api::ChatCompletions; ///< what the key's primary is asked
    bool stream = true; ///< of the plan, where `api` streams
    bool operator==(const DrillSetting &) const = default;
};

/// The first output of DrillFault::Slow comes so late, and the whole of DrillFault::SlowStream: half of the time that the drilled
/// key waits, and never more than two seconds.
Milliseconds drillSlowness(const Configuration &stored, const Catalogue &catalogue, const DrillPlan &plan);

/// The plan's faults, one for each place of the key's chain.
QList<DrillFault> drillFaults(const DrillPlan &plan, qsizetype places);

/// Places that would be called outside the drill: a provider's models that stay healthy and are not paused. They cost what they
/// cost.
QList<Candidate> drillRealCalls(const Configuration &stored, const Catalogue &catalogue, const DrillPlan &plan);

/// Pure. Failing places go to `address` (place → base URL) under a channel and a provider of their own, with the same model id,
/// type and context; healthy ones stay what they are. The key keeps its policy, but for limits, cache and recording of contents,
/// and for the plan's timeout.
///
/// Errors: no such key (NotFound); a count that is out of range, more faults than places, a chain that cannot be asked in text
/// (Invalid); the vault is locked while a place that stays healthy needs its credential (Denied).
Result<DrillSetting> drillSetting(const Configuration &stored, bool vaultLocked, const Catalogue &catalogue,
                                  const DrillPlan &plan, const std::function<QUrl(int place)> &address);

} // namespace understudy
