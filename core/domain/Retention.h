// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace understudy {

/// How long requests stay in the log. 0 = without limit. Usage statistics do not depend on it: their sums by hours stay.
struct RetentionPolicy {
    int days = 90;
    int megabytes = 1024; ///< of the whole database file in use; SQLite only: PostgreSQL gives space back when it likes
    int contentDays = 7;  ///< recorded prompts and answers go earlier
    static constexpr int MostDays = 3650;
    static constexpr int MostMegabytes = 1'000'000;
    bool operator==(const RetentionPolicy &) const = default;
};

} // namespace understudy
