// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CandidateHealth.h"
#include "domain/LimitUse.h"
#include "domain/NetworkTrouble.h"
#include "gateway/GatewayStats.h"

#include <functional>

namespace understudy {

/// The ledger as seen by the gateway, which does not know how it stores.
struct LedgerFigures {
    bool ok = true;
    qint64 queued = 0;
    qint64 journaled = 0;
    qint64 written = 0;
    qint64 dropped = 0;
    bool operator==(const LedgerFigures &) const = default;
};

/// All that /metrics tells, at one moment.
struct Metrics {
    GatewayStats stats;
    LedgerFigures ledger;
    QList<CandidateHealth> candidates;
    QList<LimitUse> limits;
    NetworkBlame network = NetworkBlame::Fine;
    QStringList channels; ///< of the configuration: told with zeros before their first call, so that rates see the first failure
};

/// Prometheus text format 0.0.4. Names of keys are in none of it: they are private, and as many as people like. What labels hold
/// is bounded: paths, outcomes, channels and models of the configuration.
QByteArray prometheusText(const Metrics &metrics);

} // namespace understudy
