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
Costs costsOf(const UsageReport &report, const UsageNames &names, bool failedOnly = false);
QList<Costs> costsBySlot(const UsageReport &report, const UsageNames &names); ///< one for each slot; their sum is costsOf()
QString costText(double cost, const QString &currency); ///< "CNY 1.20", "CNY 0.0012"
QString costsText(const Costs &costs); ///< "≈ CNY 1.20 + USD 0.05"; empty: no price is known

namespace usage {

/// What was spent from the beginning of the report on, a line for each currency, and the budget spread evenly as a line to compare with.
/// Empty while no price is known.
ChartFigures costOverTime(const UsageReport &report, const UsageNames &names, const Budget &budget);

} // namespace usage

} // namespace understudy
