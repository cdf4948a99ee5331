// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Drill.h"
#include "storage/DataDirectory.h"

namespace understudy {

/// The last report of each plan of each key, in the folder "drills" of the data directory, to compare the next one with. At most
/// MostReports; the oldest go. Any number of processes may use it at the same time: a report is written whole or not at all.
class DrillArchive final {
public:
    static constexpr int MostReports = 100;
    static constexpr qint64 LargestReport = 64 * 1024 * 1024; ///< bytes; a larger file is not of ours

    explicit DrillArchive(const DataDirectory &directory);

    /// The last run of the same plan. Nothing: it has not been played yet, or its file cannot be read.
    std::optional<DrillReport> last(const DrillPlan &plan) const;

    /// Instead of the last one of its plan. Unavailable: the folder cannot be written.
    Result<void> keep(const DrillReport &report) const;

private:
    QString fileOf(const DrillPlan &plan) const;
    const QString m_folder;
};

} // namespace understudy
