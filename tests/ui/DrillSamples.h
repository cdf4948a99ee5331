// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/FakeConsole.h"

namespace understudy::test {

/// What a gateway that keeps its promises would report of this plan, without any socket: each fault has its outcome, one retry where
/// that is allowed, 300 ms an attempt. `outcomes` may say what happened otherwise at a place.
DrillReport drillReport(const FakeConsole &console, const DrillPlan &plan, const QHash<int, Outcome> &outcomes = {});

/// All signals of one exchange of a run.
void playExchange(DrillRun &run, const DrillExchange &exchange);
/// All exchanges, then finished().
void playReport(DrillRun &run, const DrillReport &report);

} // namespace understudy::test
