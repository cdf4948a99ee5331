// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "domain/Outcome.h"

#include <QDateTime>
#include <QString>

#include <optional>

/// Numbers as people read them, by QLocale's default (Translations sets it).
namespace understudy::words {

QString duration(qint64 ms);                 ///< "5 ms", "812 ms", "2.1 s", "31.9 s", "2 min 5 s", "9 min 50 s", "3 h 20 min"
QString duration(Milliseconds time);
QString count(qint64 number);                ///< "12,400"
QString percent(double part);                ///< 0.991 → "99.1 %", 1 → "100 %"
QString bytes(qint64 size);                  ///< "84 KB", "1.2 MB"

/// "603", "≈603" for an estimate, "unknown" in words when nothing is known: never 0 for that.
QString tokens(const std::optional<qint64> &tokens, Provenance provenance);

/// Tokens of many: what is known of their sum, and how much of it nobody told or was estimated.
struct TokenSum {
    qint64 tokens = 0;
    bool known = true;    ///< at least one count is known, or there is nothing to be counted
    qint64 unknown = 0;   ///< counts that nobody told
    qint64 estimated = 0; ///< counts that are an estimate
};
QString tokenSum(const TokenSum &sum);        ///< "603", "≈603", "603 + unknown", "≈603 + unknown", "unknown"
QString andUnknown(const QString &known);     ///< "603 + unknown"; "unknown" when there is nothing else

/// "48,213 requests recorded, not counted here yet"
QString notCountedYet(qint64 requests);

/// "now", "12 s ago", "3 min ago", "yesterday, 14:02", "20 Nov, 14:02". `now` is an argument, so that tests have one.
QString ago(const QDateTime &then, const QDateTime &now);
QString absolute(const QDateTime &time);     ///< for tooltips: date and time to the second, local
QString clockTime(const QDateTime &time);    ///< "14:02:11", local
QDateTime toDateTime(WallTime time);         ///< local

} // namespace understudy::words
