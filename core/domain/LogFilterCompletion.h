// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LogFilterExpression.h"

namespace understudy {

/// Names that exist, to be proposed as values.
struct FilterNames {
    QStringList keys;
    QStringList models;
    QStringList channels;
};

struct FilterProposal {
    QString text;       ///< replaces what is at `at`: a field with its colon, or a value, quoted where it must be
    bool isField = false;
    FilterField field = FilterField::Text;
    bool operator==(const FilterProposal &) const = default;
};

/// What could stand where somebody types.
struct FilterProposals {
    qsizetype at = 0;     ///< where the part begins that a proposal replaces
    qsizetype length = 0; ///< up to the cursor
    QList<FilterProposal> proposals; ///< at most MostProposals; those that begin like the part come first
    bool operator==(const FilterProposals &) const = default;
};
inline constexpr int MostProposals = 12;

FilterProposals completeFilter(const QString &text, qsizetype cursor, const FilterNames &names);

} // namespace understudy
