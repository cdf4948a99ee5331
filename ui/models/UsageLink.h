// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LogFilterExpression.h"
#include "domain/UsageReport.h"

namespace understudy {

/// The requests behind a figure of usage, as a filter of the request log: those of a report (its span, key, channel and model, and no
/// drills, which usage leaves out), narrowed step by step. A value. Where no request can be meant it leads nowhere, and stays so.
class UsageLink {
public:
    UsageLink() = default; ///< leads nowhere
    explicit UsageLink(const UsageReportQuery &query);

    UsageLink during(int slot) const;
    UsageLink upTo(int slot) const; ///< from the beginning of the report to the end of the slot
    /// `id`: as usageBy() names it. Nowhere for the empty one ("nobody"), and for providers: the log knows channels.
    UsageLink of(UsageBy what, const QString &id) const;
    UsageLink channels(const QStringList &ids) const; ///< any of them
    UsageLink called() const;                         ///< a provider or a built-in model was called for them: not from the cache
    UsageLink withOutcomes(const QStringList &words) const; ///< an attempt ended so
    UsageLink withFailures(const UsageRow &row) const;      ///< an attempt failed in one of the ways of the row
    UsageLink thatEnded(Ending ending) const;
    UsageLink thatEnded(const QStringList &statuses) const; ///< words of ExchangeStatus

    QString text() const; ///< empty: nowhere
    bool operator==(const UsageLink &) const = default;

private:
    UsageLink narrowed(FilterField field, const QStringList &values, FilterOperator op = FilterOperator::Is) const;

    bool m_somewhere = false;
    QList<WallTime> m_edges; ///< of the report
    WallTime m_since{}, m_until{};
    QList<FilterTerm> m_terms;
};

/// The words of the outcomes that made attempts of the row fail, as the filter takes them.
QStringList failureWords(const UsageRow &row);

} // namespace understudy
