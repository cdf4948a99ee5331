// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "storage/LedgerReader.h"

#include <QJsonObject>

namespace understudy::cli {

/// An exchange as `log --json` prints it (SEMANTICS §9). What is unknown is null, never 0.
QJsonObject toJson(const ExchangeRecord &record);

/// Usage as `usage --json` prints it (SEMANTICS §9, and what is beside it there). Sums lack what nobody told: `unknownAnswers` and
/// `unknownAttempts` say how many that were, `estimatedAnswers` and `estimatedAttempts` in how many an estimate is.
/// answeredTokens + lostTokens (failed attempts) + leftTokens (clients left) are the tokens of all attempts.
QJsonObject toJson(const UsageSummary &summary);

} // namespace understudy::cli
