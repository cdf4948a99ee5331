// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace understudy {

/// Gives memory that is free back to the system, where the program runs with tcmalloc, which otherwise keeps it. Takes some
/// milliseconds for hundreds of megabytes; any thread. Without tcmalloc it does nothing.
void releaseFreeMemory();

} // namespace understudy
