// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SetupSteps.h"

#include "models/RecentStats.h"

#include <algorithm>

namespace understudy {

SetupSteps setupSteps(const Configuration &configuration, const QList<ExchangeRecord> &recent, bool failoverSeen)
{
    SetupSteps steps;
    steps.channel = !configuration.channels.isEmpty();
    steps.key = !configuration.keys.isEmpty();
    steps.request = std::any_of(recent.begin(), recent.end(), [](const ExchangeRecord &record) { return record.kind != ExchangeKind::Drill; });
    steps.failover = failoverSeen || std::any_of(recent.begin(), recent.end(), [](const ExchangeRecord &record) { return record.kind == ExchangeKind::Live && endingOf(record) == Ending::AfterBackup; });
    return steps;
}

} // namespace understudy
