// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "catalog/Catalogue.h"
#include "domain/Configuration.h"

namespace understudy::cli {

// Values as people type them. Errors are Invalid; `where` is left to the caller's option.

/// "500ms", "60s", "2m", "1h", "7d": a unit is needed, so that nobody takes milliseconds for seconds.
Result<Milliseconds> parseDuration(QStringView text);

/// A moment in the past: an age ("30m", "7d"), "today" (midnight UTC), a date or a date with time (without offset: local time).
Result<WallTime> parseSince(QStringView text, WallTime now);

/// A moment with its offset or a date (its end in UTC): when a key expires.
Result<QDateTime> parseExpiry(QStringView text);

qint64 parseCount(QStringView text, bool *ok); ///< digits, "_" between them, and an ending k or M

/// "CHANNEL/MODEL", or a model id that exactly one channel opens.
Result<Candidate> parseCandidate(const QString &text, const Configuration &configuration, const Catalogue &catalogue);

/// "MODEL=TYPE".
struct TypedModel {
    QString model;
    ModelType type = ModelType::Chat;
};
Result<TypedModel> parseTypedModel(const QString &text);

QString shownTime(WallTime time);          ///< local time, "2026-11-24 09:30:05"
QString isoTime(WallTime time);            ///< UTC with milliseconds, "2026-11-24T08:30:05.123Z"
QString shownDuration(Milliseconds span);  ///< "850 ms", "12.3 s", "3 min"
QString shownName(const QString &model);   ///< the last part of a model id

} // namespace understudy::cli
