// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/NetworkWatch.h"

namespace understudy {

/// The sources of this machine: interfaces, the system's proxy, the boot clock where there is one (Linux). The proxy is asked for in
/// the global thread pool: a proxy script may be fetched for it.
NetworkSources systemNetwork();

/// How long this machine has slept since it began; 0 where that cannot be known.
Milliseconds systemSlept();

} // namespace understudy
