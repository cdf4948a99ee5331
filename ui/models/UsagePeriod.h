// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LedgerQueries.h"

#include <QDateTime>
#include <QStringList>

#include <utility>

namespace understudy {

/// The times that usage is asked for. Days are the person's own: they begin at local midnight. (Limits of keys count UTC days.)
enum class UsagePeriod { Today, Yesterday, SevenDays, ThirtyDays, Month, Custom };
inline constexpr int UsagePeriodCount = int(UsagePeriod::Custom) + 1;

/// The days of the period, both ends included, `today` being the last one that can be. "7 days" are today and the six before.
struct DayRange {
    QDate first;
    QDate last;
    bool operator==(const DayRange &) const = default;
};
DayRange daysOf(UsagePeriod period, const QDate &today); ///< not of Custom

/// Without an end when the period goes on: what is answered while the page is open belongs to it.
UsageQuery usageQuery(UsagePeriod period, const QDateTime &now, const QString &keyId = {});

/// A span of time in the slots of a chart: at most three hours in tens of minutes, at most two days in hours, at most a hundred days in
/// days, else in months. Slots begin where a person's clock does; the first begins with the span and the last ends with it.
struct UsageSlots {
    QList<WallTime> edges; ///< for UsageReportQuery
    QStringList names;     ///< "14:00", "24 Nov", "Nov 2026", in the language of the program
};
UsageSlots usageSlots(const QDateTime &from, const QDateTime &to);
/// Begin and end of a period that is not Custom; the end is that of its last day.
std::pair<QDateTime, QDateTime> spanOf(UsagePeriod period, const QDateTime &now);

} // namespace understudy
