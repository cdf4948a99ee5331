// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace understudy {

/// Lets this process open as many files as the system allows: each client and each provider call is one. Never fails; a smaller
/// limit only means that fewer connections fit.
void raiseFileLimit();

/// Keeps this process's memory, and so every key in it, out of core files and away from debuggers of the same user. First thing in
/// main; children that it starts write no core file either. Where the system has no such switch, it does what there is.
void keepMemoryPrivate();

/// So many clients can be served with the descriptors that are left: each needs one of its own and one for its provider, and some
/// stay free for refusals, the database and the commands. At least 1; 0: not known.
int connectionsThatFit();

} // namespace understudy
