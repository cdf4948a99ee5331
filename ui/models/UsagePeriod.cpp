// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/UsagePeriod.h"

namespace understudy {

DayRange daysOf(UsagePeriod period, const QDate &today)
{
    switch (period) {
    case UsagePeriod::Today: return {today, today};
    case UsagePeriod::Yesterday: return {today.addDays(-1), today.addDays(-1)};
    case UsagePeriod::SevenDays: return {today.addDays(-6), today};
    case UsagePeriod::ThirtyDays: return {today.addDays(-29), today};
    case UsagePeriod::Month: return {QDate(today.year(), today.month(), 1), today};
    }
    return {today, today};
}

UsageQuery usageQuery(UsagePeriod period, const QDateTime &now, const QString &keyId)
{
    const QDate today = now.toLocalTime().date();
    const DayRange days = daysOf(period, today);
    // startOfDay, not midnight: there are days without one where clocks are put forward at night.
    const auto start = [](const QDate &day) { return WallTime(Milliseconds(day.startOfDay().toMSecsSinceEpoch())); };
    UsageQuery query;
    query.since = start(days.first);
    if (days.last < today)
        query.until = start(days.last.addDays(1));
    query.keyId = keyId;
    return query;
}

} // namespace understudy
