// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace understudy {

struct FuzzyMatch {
    int score = 0;         ///< higher is better; only comparable for the same needle
    QList<int> positions;  ///< of the title's characters that were found, ascending
    bool operator==(const FuzzyMatch &) const = default;
};

/// Finds what a person meant who typed a few letters. Every word of `needle` must be found, in any order, case ignored: as a part of
/// the title (best at its start, then at the start of a word), as beginnings of words ("stga" in "Stop Gateway"), as letters in that
/// order with gaps, or as a part of the hint. A Chinese character begins a word. An empty needle matches everything with 0.
std::optional<FuzzyMatch> fuzzyMatch(QStringView needle, QStringView title, QStringView hint = {});

} // namespace understudy
