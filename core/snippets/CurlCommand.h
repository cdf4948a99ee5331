// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Secret.h"
#include "domain/ExchangeRecord.h"

#include <QString>

namespace understudy {

/// The request as a command for a shell. Without `key` no secret is in it: it reads OPENAI_API_KEY. Without recorded content the body is
/// one of the same model and kind, with a place to fill in.
QString curlCommand(const QString &baseUrl, const ExchangeRecord &record, const Secret &key = {});

} // namespace understudy
