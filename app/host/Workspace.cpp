// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/Workspace.h"

#include "configuration/Rules.h"

namespace understudy {

Result<DatabaseLocation> databaseLocation(const WorkspaceOptions &options, const DataDirectory &directory)
{
    if (options.database.isEmpty())
        return DatabaseLocation::sqlite(directory.databaseFile());
    return DatabaseLocation::parse(options.database);
}

Result<std::unique_ptr<Workspace>> Workspace::open(const WorkspaceOptions &options)
{
    Result<DataDirectory> directory
        = DataDirectory::open(options.dataDirectory.isEmpty() ? DataDirectory::defaultPath() : options.dataDirectory);
    if (!directory)
        return directory.error();
    const Result<DatabaseLocation> location = databaseLocation(options, *directory);
    if (!location)
        return location.error();
    Result<Database> database = Database::open(*location);
    if (!database)
        return database.error();
    Result<Catalogue> catalogue = Catalogue::load();
    if (!catalogue)
        return catalogue.error();

    std::unique_ptr<Workspace> workspace(new Workspace(*std::move(directory), *std::move(database), *std::move(catalogue)));
    Result<Vault> vault = workspace->openVaultHere(std::nullopt);
    if (!vault && vault.error().kind != ErrorKind::Denied)
        return vault.error();
    if (!vault)
        workspace->m_vaultProblem = vault.error();
    Result<std::unique_ptr<ConfigurationStore>> store = ConfigurationStore::open(workspace->m_database, vault ? *vault : Vault());
    if (!store)
        return store.error();
    workspace->m_store = *std::move(store);
    return workspace;
}

Result<Vault> Workspace::openVaultHere(const std::optional<Secret> &passphrase)
{
    const Result<std::unique_ptr<Connection>> connection = m_database.connect();
    if (!connection)
        return connection.error();
    const Result<std::optional<VaultDescription>> description = describeVault(**connection);
    if (!description)
        return description.error();
    if (*description && (*description)->source == MasterKeySource::Keychain)
        m_keychainEntry = (*description)->vaultId;
    VaultOptions options;
    options.masterKeyFile = m_directory.masterKeyFile();
    if (*description)
        m_source = (*description)->source;
    options.passphrase = passphrase;
    if (!passphrase) {
        Result<std::optional<Secret>> fromEnvironment = passphraseFromEnvironment();
        if (!fromEnvironment)
            return fromEnvironment.error();
        options.passphrase = *std::move(fromEnvironment);
    }
    if (!*description)
        m_source = options.passphrase ? MasterKeySource::Passphrase : MasterKeySource::File;
    return openVault(**connection, options);
}

Result<void> Workspace::retryVault()
{
    if (!m_vaultProblem) {
        const Result<std::unique_ptr<Connection>> connection = m_database.connect();
        if (!connection)
            return connection.error();
        const Result<std::optional<VaultDescription>> description = describeVault(**connection);
        if (!description)
            return description.error();
        if (!*description || (*description)->keyId == m_store->vault().keyId())
            return {};
    }
    const Result<void> done = unlockHere(std::nullopt);
    if (!done) {
        if (done.error().kind == ErrorKind::Denied)
            m_store->setVault(Vault());
        m_vaultProblem = done.error();
    }
    return done;
}

Result<void> Workspace::unlock(const Secret &masterKey)
{
    const Result<std::unique_ptr<Connection>> connection = m_database.connect();
    if (!connection)
        return connection.error();
    Result<Vault> vault = openVault(**connection, masterKey, MasterKeySource::Keychain, m_keychainEntry);
    if (!vault)
        return vault.error();
    m_store->setVault(*std::move(vault));
    m_vaultProblem.reset();
    m_keychainEntry.clear();
    return {};
}

Result<void> Workspace::unlockHere(const std::optional<Secret> &passphrase)
{
    Result<Vault> vault = openVaultHere(passphrase);
    if (!vault)
        return vault.error();
    m_store->setVault(*std::move(vault));
    m_vaultProblem.reset();
    m_keychainEntry.clear();
    return {};
}

Result<void> Workspace::changeMasterKey(const MasterKeyChange &change)
{
    const Result<std::unique_ptr<Connection>> connection = m_database.connect();
    if (!connection)
        return connection.error();
    Result<Vault> changed = changeMasterKeySource(**connection, m_store->vault(), change);
    if (!changed)
        return changed.error();
    m_store->setVault(*std::move(changed));
    m_source = change.to;
    return {};
}

Result<StoredConfiguration> Workspace::change(const ConfigurationStore::Change &change)
{
    Result<StoredConfiguration> changed = m_store->update([&](const Configuration &before) -> Result<Configuration> {
        Result<Configuration> after = change(before);
        if (!after)
            return after;
        if (const Result<void> valid = validate(*after, m_catalogue); !valid)
            return valid.error();
        return after;
    });
    if (!changed && changed.error().kind == ErrorKind::Denied && m_vaultProblem)
        return *m_vaultProblem;
    return changed;
}

} // namespace understudy
