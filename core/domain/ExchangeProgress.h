// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

namespace understudy {

/// A step of an exchange that has not ended yet, for people who watch. Only exchanges whose request carried an x-request-id of
/// the client's tell of it, and only while somebody listens: the path of all others pays one load of an atomic.
struct ExchangeProgress {
    enum class Step {
        AttemptBegan, ///< `attempt` has index, position, channel, model and startedMs
        AttemptEnded, ///< `attempt` is complete, with its decision
    };
    Step step = Step::AttemptBegan;
    QString exchangeId;
    QString clientRequestId; ///< as ExchangeRecord's
    QString keyId;
    AttemptRecord attempt;

    bool operator==(const ExchangeProgress &) const = default;
};

} // namespace understudy
