// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace understudy {

/// Lets this process open as many files as the system allows: each client and each provider call is one. Never fails; a smaller
/// limit only means that fewer connections fit.
void raiseFileLimit();

/// Keeps this process's memory, and so every key in it, out of core files and away from debuggers of the same user. First thing in
/// main; children that it starts write no core file either. Where the system has no such switch, it does what there is.
void keepMemoryPrivate();

} // namespace understudy
