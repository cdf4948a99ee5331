// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "storage/LedgerReader.h"

#include <QJsonObject>

namespace understudy::cli {

/// An exchange as `log --json` prints it (SEMANTICS §9). What is unknown is null, never 0.
QJsonObject toJson(const ExchangeRecord &record);

/// Usage as `usage --json` prints it.
QJsonObject toJson(const UsageSummary &summary);

} // namespace understudy::cli
