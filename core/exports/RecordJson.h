// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

#include <QJsonObject>

namespace understudy {

/// An exchange as files and `log --json` have it (SEMANTICS §9). What is unknown is null, never 0. No contents.
QJsonObject recordJson(const ExchangeRecord &record);

/// UTC with milliseconds: "2026-11-24T08:30:05.123Z".
QString isoTime(WallTime time);

} // namespace understudy
