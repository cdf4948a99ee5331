// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/GatewayState.h"
#include "widgets/Message.h"

#include <QList>
#include <QString>

#include <optional>

namespace understudy {

/// Something about the whole program that a person should know of, in words: what is so, why, and what to do. It stays until the
/// condition ends, unlike a Message. (shell/NotificationPlan.h has the Notice of one event.)
struct Condition {
    /// The most pressing first; of several that hold the first is shown at large.
    enum class Kind {
        Broken,       ///< the data cannot be opened
        PortTaken,
        CannotListen,
        Locked,       ///< the vault: no secret can be read
        ReadOnly,
        DiskFull,
        LedgerFailing,
        OurNetwork,   ///< this computer is why providers cannot be reached; `detail` is the evidence, in the language of the program
        Attached,     ///< calm: one line
        Exposed,      ///< calm: one line, as long as others can reach the gateway
    };
    enum class Action {
        UseNextFreePort,
        Retry,          ///< Console::startGateway: opens the data or listens once more
        Unlock,         ///< Console::unlock; with the passphrase when `asksPassphrase`
        OpenDataFolder,
        GatewaySettings,
        SecretsSettings,
    };
    Kind kind = Kind::Broken;
    Message::Level level = Message::Level::Error;
    QString what;
    QString why;
    QString fix;
    QString detail; ///< the core's own words, in English, or evidence; empty when `why` says it all
    bool asksPassphrase = false;
    QList<Action> actions; ///< the first is the one to take

    bool calm() const { return kind >= Kind::Attached; }
    bool operator==(const Condition &) const = default;
};

/// All that hold, the most pressing first. In the language of the program.
QList<Condition> conditionsOf(const GatewayState &state);

/// The most pressing one.
std::optional<Condition> conditionOf(const GatewayState &state);

/// What to call the action on a button.
QString actionText(Condition::Action action);

/// Why the system's keyring does not answer, read from the core's text.
enum class KeyringFault { Locked, NoKeyring, NoLibrary, NoAnswer };
KeyringFault keyringFault(const QString &problem);
QString keyringFaultText(KeyringFault fault); ///< what is so and what to do, in the language of the program

} // namespace understudy
