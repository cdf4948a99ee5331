// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Arguments.h"

namespace understudy::cli {

/// Every command with its options and its help, in the order of the general help. The only table of its kind.
const std::vector<CommandSpec> &commandTable();

} // namespace understudy::cli
