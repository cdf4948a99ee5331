// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LedgerQueries.h"

#include <QStringList>

namespace understudy::cli {

/// "603", "≈603", "603 + unknown", "unknown": the tokens of attempts as the console writes them (words::tokenSum). Unknown is never 0.
QString tokenSum(const AttemptSum &sum);

/// What `usage` prints, line by line.
QStringList usageText(const UsageSummary &usage);

} // namespace understudy::cli
