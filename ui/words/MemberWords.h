// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace understudy::words {

/// What a member of a configuration file is called in the windows: "Retries" of "policy.retries". An unknown one keeps its path.
QString memberName(const QString &path);
/// Its value as people read it: "60000" of "policy.timeoutMs" as "1 min", "true" as "on"; empty as "not set".
QString memberValue(const QString &path, const QString &value);

} // namespace understudy::words
