// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Session.h"

namespace understudy {
class SimulatedFaults;
}

namespace understudy::cli {

/// The key of `serve --demo`, made when there is none of that name: two simulated reasoning models, one retry, 2 s of patience.
Result<GatewayKey> demoKey(Session &session);

/// Makes its first model fail in turns: an error 503, then silence.
void playDemoFaults(SimulatedFaults &faults);

/// What a person pastes into a shell to see a failover.
QString demoText(const GatewayKey &key, const QString &baseUrl);

} // namespace understudy::cli
