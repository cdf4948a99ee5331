// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

#include <QString>

namespace understudy {

/// The request as a command for a shell. The key is not in it: it is read from OPENAI_API_KEY. Without recorded content the body is one
/// of the same model and kind, with a place to fill in.
QString curlCommand(const QString &baseUrl, const ExchangeRecord &record);

} // namespace understudy
