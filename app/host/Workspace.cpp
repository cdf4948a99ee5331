// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/Workspace.h"

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
    Result<Vault> vault = workspace->openVaultHere();
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

Result<Vault> Workspace::openVaultHere()
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
    Result<std::optional<Secret>> passphrase = passphraseFromEnvironment();
    if (!passphrase)
        return passphrase.error();
    options.passphrase = *std::move(passphrase);
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
    Result<Vault> vault = openVaultHere();
    if (!vault) {
        if (vault.error().kind == ErrorKind::Denied)
            m_store->setVault(Vault());
        m_vaultProblem = vault.error();
        return vault.error();
    }
    m_store->setVault(*std::move(vault));
    m_vaultProblem.reset();
    m_keychainEntry.clear();
    return {};
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

} // namespace understudy
