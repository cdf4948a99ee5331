// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "failover/ErrorShapes.h"

namespace understudy {

/// What a bare HTTP status of failure means (SEMANTICS §2), for everything outside 200–299.
Outcome outcomeOfStatus(int status);

/// What the error means. In this order, the first that knows: code, type, Google's status, phrases of the message, a status
/// that the body names, the HTTP status. An error inside a 200 that nothing explains is like a 500.
Outcome outcomeOfError(const ProviderError &error, int status);

} // namespace understudy
