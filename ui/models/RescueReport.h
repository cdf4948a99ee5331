// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/UsageCosts.h"

namespace understudy {

/// What failover was worth in a span of time: how many requests would have failed with the first try alone, how many of them were
/// answered all the same, how much later, and what the failed attempts cost.
struct RescueFigures {
    qint64 requests = 0;      ///< that ended by themselves: those that their client left are in none of these figures
    qint64 wouldHaveFailed = 0; ///< saved + lost
    qint64 savedByRetry = 0;
    qint64 savedByBackup = 0;
    qint64 lost = 0;          ///< no whole answer in spite of everything
    std::optional<qint64> addedMs; ///< mean delay of a saved one
    qint64 failedTokens = 0;  ///< reported or estimated for attempts that failed
    bool failedEstimated = false; ///< some of them are an estimate
    qint64 unknownAttempts = 0;
    qint64 notCounted = 0;    ///< requests that are recorded and in none of these figures yet
    Costs costs;              ///< of the failed attempts, as far as prices are known

    qint64 saved() const { return savedByRetry + savedByBackup; }
    static RescueFigures of(const UsageReport &report, const UsageNames &names);
    bool operator==(const RescueFigures &) const = default;
};

/// One sentence a figure, the most important first; in the language of the program.
QStringList rescueSentences(const RescueFigures &figures);
QString rescueHeadline(const RescueFigures &figures); ///< "37 requests saved"

/// A page of its own for mail and wiki: no script, no reference to anything outside, readable in light and dark.
QByteArray rescueHtml(const RescueFigures &figures, const QString &period, const ChartFigures &endings);

} // namespace understudy
