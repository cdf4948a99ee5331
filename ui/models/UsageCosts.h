// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/UsageFigures.h"

namespace understudy {

/// What a person means to spend in a calendar month, by this computer's clock.
struct Budget {
    double perMonth = 0; ///< 0: none
    QString currency;    ///< ISO 4217
    bool isSet() const { return perMonth > 0; }
    bool operator==(const Budget &) const = default;
};

/// The part of the budget that a span of time may take when it is spent evenly: each moment of a month has the same share, so a whole
/// month has all of it, whether it has 28 days or 31.
double budgetFor(const Budget &budget, const QDateTime &from, const QDateTime &to);

/// Money by currency (ISO 4217), from the prices of the models. An estimate: what a provider bills is known to it alone.
using Costs = QMap<QString, double>;
/// `failedOnly`: of the attempts that failed; those that their client left did not.
Costs costsOf(const UsageReport &report, const UsageNames &names, bool failedOnly = false);
void addCost(Costs &costs, const AttemptCell &cell, const UsageNames &names); ///< nothing without a price or while all of its tokens are unknown
bool hasUnknownCosts(const UsageReport &report, const UsageNames &names); ///< attempts at a price whose tokens nobody told
/// Models of the person's own channels that were called and have no price, by channel and model.
QList<QPair<QString, QString>> withoutPrice(const UsageReport &report, const UsageNames &names);
QString costText(double cost, const QString &currency); ///< "CNY 1.20", "CNY 0.0012"
/// "≈ CNY 1.20 + USD 0.05", with `unknown` "≈ CNY 1.20 + unknown" or "unknown"; empty: no price is known.
QString costsText(const Costs &costs, bool unknown = false);

namespace usage {

/// What was spent from the beginning of the report on, a line for each currency, and the budget spread evenly as a line to compare with.
/// Empty while no price is known.
ChartFigures costOverTime(const UsageReport &report, const UsageNames &names, const Budget &budget);
/// ranking() by what was spent in one currency: amounts of two cannot be compared.
ChartFigures costRanking(const UsageReport &report, const UsageNames &names, UsageBy what, const QString &currency, int most = MostRanked);

} // namespace usage

} // namespace understudy
