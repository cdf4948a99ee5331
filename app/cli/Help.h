// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Arguments.h"

namespace understudy::cli {

QString generalHelp(const std::vector<CommandSpec> &commands);
QString groupHelp(const QString &group, const std::vector<CommandSpec> &commands);
QString commandHelp(const CommandSpec &command);

} // namespace understudy::cli
