// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LedgerQueries.h"

#include <QDateTime>

namespace understudy {

/// The times that usage is asked for. Days are the person's own: they begin at local midnight. (Limits of keys count UTC days.)
enum class UsagePeriod { Today, Yesterday, SevenDays, ThirtyDays, Month };
inline constexpr int UsagePeriodCount = int(UsagePeriod::Month) + 1;

/// The days of the period, both ends included, `today` being the last one that can be. "7 days" are today and the six before.
struct DayRange {
    QDate first;
    QDate last;
    bool operator==(const DayRange &) const = default;
};
DayRange daysOf(UsagePeriod period, const QDate &today);

/// Without an end when the period goes on: what is answered while the page is open belongs to it.
UsageQuery usageQuery(UsagePeriod period, const QDateTime &now, const QString &keyId = {});

} // namespace understudy
