// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/DataDirectory.h"

namespace understudy {

/// Longest path that fits a Unix socket's address, with its terminating zero, on Linux.
inline constexpr qsizetype LongestSocketPath = 107;

/// Where the owner of a data directory listens: a socket inside it, or, when that path is too long for the system, a name made
/// from a hash of it in the user's runtime folder. The same in every process of one user.
QString controlAddress(const DataDirectory &directory);

/// Where the console of a data directory takes the wishes of a second one; likewise.
QString consoleAddress(const DataDirectory &directory);

} // namespace understudy
