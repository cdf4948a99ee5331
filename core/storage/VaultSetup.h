// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Database.h"
#include "storage/Vault.h"

#include <optional>

namespace understudy {

/// Where the master key comes from. Chosen when a database gets its first vault, and remembered there.
enum class MasterKeySource {
    File, ///< master.key, mode 0600, in the data directory
    Passphrase, ///< Argon2id; salt and cost are in the database, so replicas share them
    Keychain, ///< the system's keyring; see Keychain.h
};

struct VaultDescription {
    QString vaultId; ///< names the entry in the keyring; "vault_…"
    MasterKeySource source = MasterKeySource::File;
    int keyId = 1;
};

/// What this database says about its vault; nothing before the first one is made.
Result<std::optional<VaultDescription>> describeVault(const Connection &connection);

struct VaultOptions {
    QString masterKeyFile; ///< DataDirectory::masterKeyFile()
    std::optional<Secret> passphrase; ///< given: a new vault uses it instead of the file
};

/// The passphrase for a process without a person: the first line of the file that UNDERSTUDY_PASSPHRASE_FILE names, else of
/// $CREDENTIALS_DIRECTORY/understudy-master (systemd), else nothing.
Result<std::optional<Secret>> passphraseFromEnvironment();

/// Opens the vault with the file or the passphrase, makes it on the first run. Denied = locked: go on with Vault() and show the
/// text. Reasons: key file missing, too open or wrong; passphrase missing or wrong; the source is the keyring. A missing
/// key where encrypted rows exist is never taken for a first run. May take 0.2 s with a passphrase (Argon2id, 64 MiB).
Result<Vault> openVault(const Connection &connection, const VaultOptions &options);

/// The same with a key from elsewhere (keyring). On the first run the caller has stored `masterKey` safely already.
Result<Vault> openVault(const Connection &connection, const Secret &masterKey, MasterKeySource source, const QString &vaultId);

QString newVaultId();

} // namespace understudy
