// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/NetworkTrouble.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace understudy {

/// Where the key that all stored secrets are encrypted with lives. The console's own word for the vault's source.
enum class MasterKeyPlace { File, Passphrase, Keyring };

struct VaultState {
    MasterKeyPlace place = MasterKeyPlace::File;
    bool locked = false;
    QString problem; ///< why it is locked and what to do; in English, from the core
    bool operator==(const VaultState &) const = default;
};

/// A named fact for diagnostics.
struct Fact {
    QString name;
    QString value;
    bool operator==(const Fact &) const = default;
};

/// How the gateway is doing, as one value.
struct GatewayState {
    enum class Phase {
        Opening,  ///< the data is being opened; nothing is known yet
        Broken,   ///< the data cannot be opened: `problem`; nothing but trying again works
        Stopped,
        Starting,
        Running,
        Stopping, ///< running exchanges are finishing
        Failed,   ///< it could not listen: `problem` (kind Conflict: the port is taken)
    };
    Phase phase = Phase::Opening;
    /// The gateway is another process's on the same data (`understudy-cli serve`): starting and stopping is not ours.
    bool attached = false;
    qint64 owner = 0; ///< its process id when attached
    std::optional<Error> problem;

    QUrl baseUrl;        ///< where clients reach it now; the configured address while it does not run
    bool reachableFromNetwork = false; ///< bound to more than loopback
    int inFlight = 0;    ///< exchanges that run now
    int connections = 0;
    NetworkTrouble network; ///< whose fault it is that providers cannot be reached

    VaultState vault;
    bool readOnly = false;     ///< the database cannot be written at all
    QString ledgerProblem;     ///< why rows cannot be written now; empty: they are
    qint64 ledgerQueued = 0;   ///< exchanges that wait for the database
    qint64 ledgerJournaled = 0; ///< exchanges that are stored, but not in the log's older pages and the statistics yet
    qint64 ledgerDropped = 0;  ///< exchanges lost since the start
    QString dataDirectory;
    QString database;          ///< for people; no password

    bool isRunning() const { return phase == Phase::Running || phase == Phase::Stopping; }
    bool operator==(const GatewayState &) const = default;
};

} // namespace understudy
