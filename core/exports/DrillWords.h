// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Drill.h"

#include <QStringList>

namespace understudy {

// A drill in English sentences, for the command line and for reports in files.

/// What the clients saw, what it took, what it cost, which candidates rest; the first sentence is the verdict.
QStringList drillVerdict(const DrillReport &report);

/// What is different from an earlier run of the same plan; empty: nothing that matters. Times count when they differ by more than
/// a quarter and 100 ms.
QStringList drillChanges(const DrillReport &before, const DrillReport &now);

/// "850 ms", "3.1 s".
QString drillTime(qint64 ms);

} // namespace understudy
