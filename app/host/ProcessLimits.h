// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace understudy {

/// Lets this process open as many files as the system allows: each client and each provider call is one. Never fails; a smaller
/// limit only means that fewer connections fit.
void raiseFileLimit();

} // namespace understudy
