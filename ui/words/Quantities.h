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

/// "now", "12 s ago", "3 min ago", "yesterday, 14:02", "20 Nov, 14:02". `now` is an argument, so that tests have one.
QString ago(const QDateTime &then, const QDateTime &now);
QString absolute(const QDateTime &time);     ///< for tooltips: date and time to the second, local
QString clockTime(const QDateTime &time);    ///< "14:02:11", local
QDateTime toDateTime(WallTime time);         ///< local

} // namespace understudy::words
