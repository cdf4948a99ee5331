// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Drill.h"

namespace understudy {

/// What every client of a drill shall have seen, for regression checks.
struct DrillExpectation {
    enum class Kind {
        Status, ///< this HTTP status; 200 also has to be whole
        Complete, ///< a whole answer
        Failed, ///< an error: no answer, none in parts either
        Interrupted, ///< an answer that broke off after its beginning, visibly
    };
    Kind kind = Kind::Complete;
    int status = 0; ///< Kind::Status
    bool operator==(const DrillExpectation &) const = default;
};

/// "200" … "599", "complete", "failed", "interrupted".
Result<DrillExpectation> parseDrillExpectation(const QString &text);

bool meets(const DrillExchange &exchange, const DrillExpectation &expectation);

/// The numbers of the exchanges that do not meet it; empty: the drill holds.
QList<int> missed(const DrillReport &report, const DrillExpectation &expectation);

} // namespace understudy
