// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/SimulatedFaults.h"

namespace understudy {

/// What the first model of the demonstration does in turns: an error 503, then silence until the timeout.
inline QList<SimulatedFault> demoFaults() { return {{SimulatedFault::Kind::Status, 503}, {SimulatedFault::Kind::Hang, 0}}; }

} // namespace understudy
