// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/GatewayState.h"
#include "domain/Configuration.h"

namespace understudy {

struct DiagnosticInput {
    GatewayState state;
    qint64 revision = 0;
    const Configuration *configuration = nullptr; ///< only counted
    QStringList warnings;
};

/// What a person copies into a report: versions, paths, states. No secret, no key's name, no prompt.
QList<Fact> diagnosticFacts(const DiagnosticInput &input);

} // namespace understudy
