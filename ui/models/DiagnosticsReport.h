// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/GatewayState.h"
#include "domain/Configuration.h"

#include <QList>
#include <QString>

namespace understudy {

/// One line of the self-test.
struct SelfCheck {
    enum class State { Running, Good, Caution, Bad };
    QString name;
    State state = State::Running;
    QString text; ///< what was found, and what to do
    bool operator==(const SelfCheck &) const = default;
};

/// Facts and checks as a text to be copied or saved. Whatever got into them: no stored secret, nothing that looks like a key, no
/// user information of an address, and `home` (the user's folder) only as "~".
QString diagnosticsReport(const QList<Fact> &facts, const QList<SelfCheck> &checks, const Configuration &configuration, const QString &home);

} // namespace understudy
