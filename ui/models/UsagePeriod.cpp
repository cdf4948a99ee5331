// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/UsagePeriod.h"

#include <QCoreApplication>
#include <QLocale>

namespace understudy {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::UsagePeriod)
};

enum class Step { TenMinutes, Hour, Day, Month };

QDateTime next(const QDateTime &time, Step step)
{
    switch (step) {
    case Step::TenMinutes: return time.addSecs(600 - (time.time().minute() % 10) * 60 - time.time().second());
    case Step::Hour: return time.addSecs(3600 - time.time().minute() * 60 - time.time().second()); // hours that clocks repeat are two
    case Step::Day: return time.date().addDays(1).startOfDay();
    case Step::Month: return QDate(time.date().year(), time.date().month(), 1).addMonths(1).startOfDay();
    }
    return time;
}

QString nameOf(const QDateTime &time, Step step)
{
    const QLocale locale;
    switch (step) {
    case Step::TenMinutes:
    case Step::Hour: return time.toString(QStringLiteral("HH:mm"));
    //: A day in a chart, as in 24 Nov; see QDate::toString
    case Step::Day: return locale.toString(time.date(), Say::tr("d MMM"));
    //: A month in a chart, as in Nov 2026; see QDate::toString
    case Step::Month: return locale.toString(time.date(), Say::tr("MMM yyyy"));
    }
    return {};
}

} // namespace

DayRange daysOf(UsagePeriod period, const QDate &today)
{
    switch (period) {
    case UsagePeriod::Today: return {today, today};
    case UsagePeriod::Yesterday: return {today.addDays(-1), today.addDays(-1)};
    case UsagePeriod::SevenDays: return {today.addDays(-6), today};
    case UsagePeriod::ThirtyDays: return {today.addDays(-29), today};
    case UsagePeriod::Month: return {QDate(today.year(), today.month(), 1), today};
    case UsagePeriod::Custom: break;
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

UsageSlots usageSlots(const QDateTime &from, const QDateTime &to)
{
    UsageSlots result;
    const qint64 hours = from.secsTo(to) / 3600;
    const Step step = hours < 3 ? Step::TenMinutes : hours <= 49 ? Step::Hour : hours <= 100 * 24 ? Step::Day : Step::Month; // 49: two days on which clocks change
    const auto wall = [](const QDateTime &time) { return WallTime(Milliseconds(time.toMSecsSinceEpoch())); };
    QDateTime at = from.addMSecs(-from.time().msec());
    while (at < to) {
        result.edges.append(wall(at));
        result.names.append(nameOf(at, step));
        const QDateTime after = next(at, step);
        at = after > at ? after : at.addSecs(3600);
    }
    result.edges.append(wall(to));
    return result;
}

std::pair<QDateTime, QDateTime> spanOf(UsagePeriod period, const QDateTime &now)
{
    const DayRange days = daysOf(period, now.toLocalTime().date());
    return {days.first.startOfDay(), days.last.addDays(1).startOfDay()};
}

} // namespace understudy
