// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalogue.h"
#include "storage/ConfigurationStore.h"
#include "storage/DataDirectory.h"
#include "storage/VaultSetup.h"

#include <memory>
#include <optional>

namespace understudy {

struct WorkspaceOptions {
    QString dataDirectory; ///< empty: DataDirectory::defaultPath()
    QString database;      ///< postgresql://…; empty: the SQLite file in the data directory
    bool operator==(const WorkspaceOptions &) const = default;
};

/// What every process that works with an installation stands on: folder, database, vault, configuration and catalogue, opened in
/// this order. Belongs to the thread that made it. Any number of processes may have one of the same folder.
class Workspace final {
public:
    /// A vault that cannot be opened is no error here: everything but the secrets can be used; see vaultProblem().
    static Result<std::unique_ptr<Workspace>> open(const WorkspaceOptions &options);

    const DataDirectory &directory() const { return m_directory; }
    const Database &database() const { return m_database; }
    const Catalogue &catalogue() const { return m_catalogue; }
    ConfigurationStore &store() { return *m_store; }

    /// Why the secrets cannot be read; nothing when they can.
    const std::optional<Error> &vaultProblem() const { return m_vaultProblem; }
    /// The vault's name in the system keyring when its master key is there and has not been fetched; else empty.
    QString keychainEntry() const { return m_keychainEntry; }
    /// Opens the vault with the master key from the keyring. Denied: it is not this vault's.
    Result<void> unlock(const Secret &masterKey);
    /// Tries the vault again, with this passphrase, or with what is found on this machine (key file, environment). Denied: as openVault.
    Result<void> unlockHere(const std::optional<Secret> &passphrase);
    /// Tries again what `open` could not do: the key file may be back, the passphrase set right. Also when another process has given the
    /// vault a new master key; then it is locked until that key is found. Nothing to do while it is open and the database's.
    Result<void> retryVault();
    MasterKeySource masterKeySource() const { return m_source; }
    /// changeMasterKeySource() for this database and the vault that is open here; goes on with the changed one.
    Result<void> changeMasterKey(const MasterKeyChange &change);

    /// Changes the stored configuration in one transaction (ConfigurationStore::update). The result must be valid as a whole, or
    /// nothing is written. What cannot be done while the vault is locked is refused with vaultProblem().
    Result<StoredConfiguration> change(const ConfigurationStore::Change &change);

private:
    Workspace(DataDirectory directory, Database database, Catalogue catalogue)
        : m_directory(std::move(directory)), m_database(std::move(database)), m_catalogue(std::move(catalogue))
    {
    }
    Result<Vault> openVaultHere(const std::optional<Secret> &passphrase);

    DataDirectory m_directory;
    Database m_database;
    Catalogue m_catalogue;
    std::unique_ptr<ConfigurationStore> m_store;
    std::optional<Error> m_vaultProblem;
    QString m_keychainEntry;
    MasterKeySource m_source = MasterKeySource::File;
};

/// Where these options lead, without opening anything. Invalid: a bad URL, or one with a password.
Result<DatabaseLocation> databaseLocation(const WorkspaceOptions &options, const DataDirectory &directory);

} // namespace understudy
