// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/Secret.h"

#include <QObject>

#include <functional>
#include <optional>

namespace understudy {

/// The master key in the system's keyring (service "understudy", entry = the vault's id). Needs an event loop; each call
/// answers exactly once, within 5 seconds, in the thread of `context`'s owner, and never after `context` died. Used at start,
/// never while serving.
///
/// A locked keyring answers a read with "not found" (measured), so nothing read here means a first run: that is
/// decided by VaultSetup's describeVault alone.
class Keychain final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(Result<void>)>;
    using Found = std::function<void(Result<Secret>)>;

    explicit Keychain(QObject *parent = nullptr);

    /// Whether the keyring works now: writes a sentinel, reads it back, deletes it. A read alone proves nothing.
    void probe(QObject *context, Done done);
    void write(const QString &vaultId, const Secret &masterKey, QObject *context, Done done);
    /// Denied with what to do when there is no such entry (or the keyring is locked), Unavailable when there is no keyring.
    void read(const QString &vaultId, QObject *context, Found found);
    void remove(const QString &vaultId, QObject *context, Done done);
};

} // namespace understudy
