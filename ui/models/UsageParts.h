// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/UsageFigures.h"
#include "models/UsageLink.h"
#include "words/Quantities.h"

/// What the charts and tables of usage are put together from.
namespace understudy::usage {

FigureCell textCell(const QString &text);
FigureCell countCell(qint64 value, const UsageLink &link = {});                ///< no request is behind 0
FigureCell timeCell(const std::optional<qint64> &ms, const UsageLink &link = {});
FigureCell moneyCell(double value, const QString &currency, const UsageLink &link = {}); ///< an estimate

/// Attempts that answered, that failed, that their client left: their tokens add up to those of all attempts.
enum class Part { Answered, Failed, Left };
UsageReport partOf(const UsageReport &report, Part part); ///< its attempts of that kind, and no requests

words::TokenSum sumOf(const UsageRow &row);     ///< the tokens of all attempts in it
words::TokenSum kindOf(const UsageRow &row, qint64 tokens); ///< a kind of them, prompt for instance; that others are unknown stands at the sum
FigureCell tokenCell(const words::TokenSum &sum, const UsageLink &link = {}); ///< without a number while nothing is known
FigureCell tokenCell(const UsageRow &row, const UsageLink &link = {});        ///< sumOf; no request is behind no attempt

/// What a measure is counted from, and what it says of a row.
UsageReport counted(const UsageReport &report, Measure measure);
qint64 measured(const UsageRow &row, Measure measure);
bool isThere(const UsageRow &row, Measure measure); ///< something is counted, be it unknown
FigureCell measureCell(const UsageRow &row, Measure measure, const UsageLink &link);
UsageLink measureLink(const UsageLink &link, const UsageRow &row, Measure measure); ///< those of `link` that the measure counts

QStringList idsByWeight(const QHash<QString, UsageRow> &rows, Measure measure);

/// "Tokens: 12,400 in all, 24 bars, highest 14:00 with 1,200." `all`: the sum in words; empty: that of the bars.
QString barsSentence(const ChartFigures &figures, const QString &what, const QString &all = {});
/// What bars that are sorted say: each row, and as headline "Most: demo with 8,020 (71 % of all)." (empty without a sum).
void sayRanks(ChartFigures &figures, double all);

} // namespace understudy::usage
