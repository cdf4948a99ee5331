// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "domain/Retention.h"
#include "storage/Database.h"

namespace understudy {

/// The default when nothing was stored yet.
Result<RetentionPolicy> readRetention(const Connection &connection);
/// Invalid: a negative or too large number.
Result<void> writeRetention(const Connection &connection, const RetentionPolicy &policy);

struct Forgotten {
    int exchanges = 0;
    int contents = 0;
    bool more = false; ///< call again: one step is short, so that the writer of the ledger gets its turn
    bool operator==(const Forgotten &) const = default;
};

/// One step, in a transaction of its own: deletes the oldest rows that the policy does not keep, at most StepRows.
inline constexpr int StepRows = 500;
Result<Forgotten> forget(const Connection &connection, const RetentionPolicy &policy, WallTime now);

/// One step of deleting the whole log up to `until`; usage statistics, allowances and limits stay.
Result<Forgotten> clearLog(const Connection &connection, WallTime until);

} // namespace understudy
