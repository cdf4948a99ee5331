// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Drill.h"
#include "theme/Marks.h"

#include <QList>
#include <QStringList>

#include <optional>

/// A drill in plain words: what is played, what it proves, and what came of it.
namespace understudy::words {

QString faultName(DrillFault fault);  ///< "503, not available", "Answers as it is"
QString faultShort(DrillFault fault); ///< in a few words, for the right column of a menu: "tried again, then the next"
QString faultProof(DrillFault fault); ///< a sentence: what the gateway shall do about it
Status faultStatus(DrillFault fault); ///< mark, name and tone, as on a box of the chain

/// Faults that belong together, in the order of a menu.
QList<QList<DrillFault>> faultGroups();

QString presetName(DrillPreset preset);
QString presetProof(DrillPreset preset); ///< a sentence
/// The preset that gives a chain of that length these faults. Of two that give the same (a chain of one model) the first.
std::optional<DrillPreset> presetOf(const QList<DrillFault> &faults, int candidates);

/// What the client of one request should have got, by what was played and by what the gateway left out.
enum class DrillPromise { Answer, Error, BrokenStream };
DrillPromise promiseOf(const DrillReport &report, const DrillExchange &exchange);
inline bool keptPromise(const DrillReport &report, const DrillExchange &exchange)
{
    return exchange.complete == (promiseOf(report, exchange) == DrillPromise::Answer);
}

struct DrillVerdict {
    Status status;         ///< word: the headline
    QString seen;          ///< what clients saw, by status
    QString why;           ///< where nothing could be rescued: why. May be empty
    QList<Status> places;  ///< one for each place of the chain: as expected or not; `word` is the sentence
    QStringList breakers;  ///< what changed; at least one sentence
};
DrillVerdict drillVerdict(const DrillReport &report);

/// What is other than in the drill before, one line a figure; the last line says so when other things were played.
QStringList drillComparison(const DrillReport &now, const DrillReport &before);

} // namespace understudy::words
