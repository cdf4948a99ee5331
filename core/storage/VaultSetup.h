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

/// The master key as it lies in its file, for whoever moves it. Denied: not there, open to others, damaged.
Result<Secret> readMasterKeyFile(const QString &path);

struct MasterKeyChange {
    MasterKeySource to = MasterKeySource::File;
    QString masterKeyFile; ///< to File
    Secret passphrase;     ///< to Passphrase
    Secret masterKey;      ///< between File and Keychain: the key as it is; from Passphrase to Keychain: the new one
    bool renew = false;    ///< from File to File: a new key takes the old one's place
};

/// Changes where the master key of this database comes from, from the next start of any process on. `current` is the opened vault;
/// what comes back is the one to go on with.
/// - Between file and keyring the key stays; only its place changes.
/// - To and from a passphrase, and to another passphrase, there is a new key with the next number: every secret and every lookup hash is
///   written anew in one transaction, all or nothing, and the old key opens none of them.
/// - From file to file with `renew` likewise. The new key waits in masterKeyFile + ".next" until the database has it; a process that dies in
///   between leaves both, and openVault() takes the one that fits. Replicas with a copy of the file are locked until they get the new one.
/// The caller keeps the order in which nothing can be lost: the new place first (Keychain::write; the file is written here), then
/// this call, then the old place is cleared (Keychain::remove; the file by the caller). Other processes are told and must open the
/// vault anew. Errors: Denied while locked or for a key that is not this vault's; Conflict when the key was changed
/// meanwhile, when another key lies in the file, or when a secret cannot be read (it would be lost); Unavailable.
Result<Vault> changeMasterKeySource(const Connection &connection, const Vault &current, const MasterKeyChange &change);

QString newVaultId();

} // namespace understudy
