// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Configuration.h"
#include "domain/DeletedObject.h"
#include "storage/Database.h"
#include "storage/Vault.h"

#include <functional>
#include <memory>

namespace understudy {

struct StoredConfiguration {
    Configuration configuration;
    qint64 revision = 0; ///< grows with every change; 0 = never configured
    bool locked = false; ///< the vault is locked: all secrets are empty, everything else is there
    QList<Error> problems; ///< secrets that could not be decrypted (empty in `configuration`) though the vault is open
};

/// The configuration in the database. Belongs to the thread that made it; other processes may change the same
/// database at any time. A PostgreSQL that has gone and come back is connected to anew by the next call.
class ConfigurationStore final {
public:
    using Change = std::function<Result<Configuration>(const Configuration &)>;
    using Check = std::function<Result<void>(const Configuration &)>;

    static constexpr int KeepDeletedDays = 30;

    static Result<std::unique_ptr<ConfigurationStore>> open(const Database &database, Vault vault);

    Result<StoredConfiguration> load() const;

    /// One transaction that nobody else can get between: reads, calls `change` once, writes the differences. When `change`
    /// fails or anything cannot be written, nothing is. A key without id gets that of the stored key
    /// of its name, if nobody else has it; else a new one. Missing secrets of new keys are made. An empty secret of a key that
    /// exists, or of a place whose secret could not be decrypted, leaves the stored one; otherwise empty means none.
    /// The revision grows only if something differs. Errors: those of `change`; Conflict with the member's path for an id, name
    /// or key secret that is used twice; Denied for a new secret while locked; Unavailable.
    Result<StoredConfiguration> update(const Change &change);

    /// What was deleted within KeepDeletedDays and whose id nobody has taken since; the newest first.
    Result<QList<DeletedObject>> deleted() const;

    /// One transaction: brings a deleted row back with its secrets, at the place where it stood. `check`, if given, sees the
    /// whole configuration with it and may refuse (validate() with the catalogue; the store knows only what is stored).
    /// Works while locked. Errors: NotFound; Conflict, in words, when its id, name or secret is taken now, or
    /// when the channels of a key or the provider of a channel are deleted; those of `check`; Unavailable.
    Result<StoredConfiguration> restore(DeletedObject::Kind kind, const QString &id, const Check &check = {});

    /// Cheap: one small row.
    Result<qint64> revision() const;

    const Vault &vault() const { return m_vault; }
    void setVault(Vault vault) { m_vault = std::move(vault); } ///< after unlocking; load again

private:
    ConfigurationStore(const Database &database, std::unique_ptr<Connection> connection, Vault vault);
    Result<StoredConfiguration> read(struct OpenedSecrets &secrets) const;
    Result<void> ensureConnected() const;
    Result<void> keepOthersOut() const;
    Result<StoredConfiguration> finish(Transaction &transaction, qint64 revision, const Check &check) const;

    Database m_database;
    mutable std::unique_ptr<Connection> m_connection; ///< never null
    Vault m_vault;
};

} // namespace understudy
