// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Drill.h"

#include <QJsonObject>

namespace understudy {

inline const QString DrillReportFormat = QStringLiteral("understudy-drill");
inline constexpr int DrillReportVersion = 1;

/// A drill's report as JSON that other programs may keep and compare; what it is made of never changes its name or meaning within
/// a version:
///
///   format "understudy-drill", version 1, key (name), keyId, began (UTC, milliseconds), tookMs,
///   plan {faults[], requests, parallel, stream, timeoutMs (null: the key's own), prompt},
///   chain [{channel, model, fault}], health [{channel, model, phase, failures, suspendedMs, needsAttention}],
///   exchanges [{number, httpStatus, complete, error, durationMs, firstOutputMs, record {… attempts [], skipped []}}],
///   figures {…} and verdict [] for people who only want the sum; they are not read back.
///
/// Words are those of word() in domain/; what is unknown is null. There is no secret in it, and no content of an answer.
QJsonObject drillReportToJson(const DrillReport &report);

/// The plan's part of it; two plans are the same when this is.
QJsonObject drillPlanToJson(const DrillPlan &plan);

/// Invalid, with the path of the member that is wrong.
Result<DrillReport> drillReportFromJson(const QByteArray &text);

} // namespace understudy
