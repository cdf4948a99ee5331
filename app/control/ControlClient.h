// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>

#include <chrono>

namespace understudy {

/// Asks the owner of a data directory and waits for its answer. For processes without a running event loop; blocks.
/// NotFound: nobody listens there. Unavailable: no answer in time, or the owner refused, with its words.
Result<QJsonObject> askOwner(const QString &address, const QJsonObject &request, std::chrono::milliseconds patience = std::chrono::seconds(5));

} // namespace understudy
