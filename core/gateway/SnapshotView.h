// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CandidateHealth.h"
#include "domain/LimitUse.h"
#include "gateway/Snapshot.h"

namespace understudy {

/// What is true at `now` (RuntimeState::now) of what a configuration names, as values for people and tools. Any thread.

/// One for each candidate of any chain, by channel, then model. Keys may see it differently: the worst that one sees counts.
QList<CandidateHealth> candidateHealth(const Snapshot &snapshot, Milliseconds now);

/// All limits that are set, keys first, by id and kind. A key's free tokens are among them only when its chain has a built-in
/// model. Limits of channels that no chain names are left out: nothing uses them.
QList<LimitUse> limitUse(const Snapshot &snapshot, Milliseconds now);

} // namespace understudy
