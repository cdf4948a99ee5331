// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/VaultSetup.h"

#include "storage/ChangeWatcher.h"
#include "storage/SecretRows.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <sodium.h>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxPassphraseBytes = 4096;
constexpr qint64 MaxMemoryLimit = qint64(1) << 30; // a changed row must not make the program ask for all memory
constexpr qint64 MaxOpsLimit = 64;

struct Kdf {
    QByteArray salt;
    qint64 ops = crypto_pwhash_OPSLIMIT_INTERACTIVE;
    qint64 memory = crypto_pwhash_MEMLIMIT_INTERACTIVE;
};

struct VaultRow {
    VaultDescription description;
    QByteArray check;
    Kdf kdf;
};

Error denied(const QString &text, const QString &where = u"vault"_s) { return {ErrorKind::Denied, text, where}; }

QString word(MasterKeySource source)
{
    switch (source) {
    case MasterKeySource::File:
        return u"file"_s;
    case MasterKeySource::Passphrase:
        return u"passphrase"_s;
    case MasterKeySource::Keychain:
        break;
    }
    return u"keychain"_s;
}

Result<MasterKeySource> sourceFromWord(const QString &text)
{
    for (const MasterKeySource source : {MasterKeySource::File, MasterKeySource::Passphrase, MasterKeySource::Keychain}) {
        if (word(source) == text)
            return source;
    }
    return denied(u"The database names an unknown source of its master key; it was written by a newer program."_s);
}

Result<std::optional<VaultRow>> readRow(const Connection &connection)
{
    Result<QSqlQuery> rows =
        connection.query(u"SELECT key_id, vault_id, source, check_value, salt, ops_limit, memory_limit FROM vault "
                         "ORDER BY key_id DESC LIMIT 1"_s);
    if (!rows)
        return rows.error();
    if (rows->next()) {
        const Result<MasterKeySource> source = sourceFromWord(rows->value(2).toString());
        if (!source)
            return source.error();
        return std::optional(VaultRow {{rows->value(1).toString(), *source, rows->value(0).toInt()},
                                       rows->value(3).toByteArray(),
                                       {rows->value(4).toByteArray(), rows->value(5).toLongLong(), rows->value(6).toLongLong()}});
    }
    const Result<QVariant> secrets = connection.single(u"SELECT count(*) FROM secrets"_s);
    if (!secrets)
        return secrets.error();
    if (secrets->toLongLong() > 0)
        return denied(u"The database holds encrypted secrets but not the description of its vault. Restore it from a backup."_s);
    return std::optional<VaultRow>();
}

Result<Secret> derive(const Secret &passphrase, const Kdf &kdf)
{
    if (kdf.salt.size() != crypto_pwhash_SALTBYTES || kdf.ops < 1 || kdf.ops > MaxOpsLimit
        || kdf.memory < qint64(crypto_pwhash_MEMLIMIT_MIN) || kdf.memory > MaxMemoryLimit)
        return denied(u"The vault's passphrase parameters in the database are damaged."_s);
    if (sodium_init() < 0)
        return denied(u"libsodium cannot start."_s);
    QByteArray key(Vault::MasterKeyBytes, Qt::Uninitialized);
    if (crypto_pwhash(reinterpret_cast<unsigned char *>(key.data()), quint64(key.size()), passphrase.reveal().constData(),
                      quint64(passphrase.reveal().size()), reinterpret_cast<const unsigned char *>(kdf.salt.constData()),
                      quint64(kdf.ops), size_t(kdf.memory), crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return Error {ErrorKind::Unavailable, u"Not enough memory to derive the master key (64 MiB are needed)."_s, u"vault"_s};
    return Secret(std::move(key));
}

Result<Secret> readKeyFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return denied(
            u"The master key file cannot be read (%1). Without it the stored secrets stay locked: put the file back, or "
            "copy it from the machine that made this database."_s.arg(file.errorString()),
            path);
#ifdef Q_OS_UNIX
    constexpr QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (file.permissions() & others)
        return denied(u"Other users can read the master key file. Run: chmod 600 on it (and think about new keys)."_s, path);
#endif
    QByteArray text = file.read(4 * Vault::MasterKeyBytes);
    QByteArray bytes = QByteArray::fromHex(text.trimmed());
    sodium_memzero(text.data(), size_t(text.size()));
    if (bytes.size() != Vault::MasterKeyBytes)
        return denied(u"The master key file is damaged: it must hold 64 hexadecimal digits."_s, path);
    return Secret(std::move(bytes));
}

/// The database must never have a key that a loss of power takes away.
bool reachesTheDisk([[maybe_unused]] QFile &file)
{
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return true;
#endif
}

/// Best effort: some file systems cannot.
void syncFolderOf([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
#endif
}

/// `key` in a new file, or the key of the file that is there.
Result<Secret> makeKeyFile(const QString &path, const Secret &key)
{
    if (path.isEmpty())
        return denied(u"There is no data directory for the master key file."_s);
    if (QFileInfo::exists(path))
        return readKeyFile(path); // a new database beside an old key, or a first run broken off after this step
    // Complete or not there: a half-written key file would lock everything that is written later.
    QFile file(path + ".part"_L1);
    QFile::remove(file.fileName());
    QByteArray text = key.reveal().toHex() + '\n';
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(text) == text.size() && file.flush() && reachesTheDisk(file) && file.rename(path);
    sodium_memzero(text.data(), size_t(text.size()));
    if (!written)
        return Error {ErrorKind::Unavailable, u"The master key file cannot be written: %1."_s.arg(file.errorString()), path};
    syncFolderOf(path);
    return key;
}

QString nextKeyFile(const QString &path) { return path + ".next"_L1; }

/// The key that waits beside its file takes its place. False when somebody else has done it, or nobody can.
bool putNextKeyFileInPlace(const QString &path)
{
    std::error_code problem;
    std::filesystem::rename(QFileInfo(nextKeyFile(path)).filesystemFilePath(), QFileInfo(path).filesystemFilePath(), problem);
    syncFolderOf(path);
    return !problem;
}

Result<void> writeRow(const Connection &connection, const Vault &vault, const VaultDescription &description, const Kdf &kdf)
{
    const bool derived = description.source == MasterKeySource::Passphrase;
    return connection.run(u"INSERT INTO vault (key_id, vault_id, source, check_value, salt, ops_limit, memory_limit, created_ms) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                          {description.keyId, description.vaultId, word(description.source), vault.checkValue(),
                           derived ? QVariant(kdf.salt) : QVariant(), derived ? QVariant(kdf.ops) : QVariant(),
                           derived ? QVariant(kdf.memory) : QVariant(), QDateTime::currentMSecsSinceEpoch()});
}

Result<Vault> checked(const VaultRow &row, const Secret &key)
{
    Vault vault(key, row.description.keyId);
    if (vault.checkValue() != row.check)
        return denied(row.description.source == MasterKeySource::Passphrase ? u"The passphrase is wrong."_s
                                                                            : u"This is not the master key of this database."_s);
    return vault;
}

/// The key in the file. When its renewal was broken off after the database had taken the new one, that one waits beside it.
Result<Secret> keyFromFile(const VaultRow &row, const QString &path)
{
    Result<Secret> key = readKeyFile(path);
    if (key && checked(row, *key))
        return key;
    const Result<Secret> next = readKeyFile(nextKeyFile(path));
    if (next && checked(row, *next)) {
        putNextKeyFileInPlace(path); // in a folder that cannot be written it stays, and is found there again
        return next;
    }
    return readKeyFile(path); // another process may have put it in its place since the first look
}

Result<Secret> keyOf(const VaultRow &row, const VaultOptions &options)
{
    switch (row.description.source) {
    case MasterKeySource::File:
        return keyFromFile(row, options.masterKeyFile);
    case MasterKeySource::Passphrase:
        if (!options.passphrase)
            return denied(
                u"The master key of this database comes from a passphrase. Set UNDERSTUDY_PASSPHRASE_FILE to a file that holds it."_s);
        return derive(*options.passphrase, row.kdf);
    case MasterKeySource::Keychain:
        break;
    }
    return denied(u"The master key of this database is in the system keyring."_s);
}

// --- changing the source

Kdf newKdf()
{
    Kdf kdf;
    kdf.salt = newMasterKey().reveal().first(crypto_pwhash_SALTBYTES);
    return kdf;
}

/// Every secret, also those of deleted rows, under the new key.
Result<void> sealAnew(const Connection &connection, const Vault &current, const Vault &next)
{
    struct Row {
        SecretPlace place;
        Secret secret;
    };
    QList<Row> opened;
    {
        Result<QSqlQuery> rows = connection.query(u"SELECT owner, row_id, field, key_id, sealed FROM secrets"_s);
        if (!rows)
            return rows.error();
        while (rows->next()) {
            const SecretPlace place {rows->value(0).toString(), rows->value(1).toString(), rows->value(2).toString()};
            const Result<Secret> secret = current.open(rows->value(4).toByteArray(), place, rows->value(3).toInt());
            if (!secret)
                return Error {ErrorKind::Conflict, u"A secret cannot be read and would be lost; enter it anew or remove it first. "_s + secret.error().text,
                              secret.error().where};
            opened.append({place, *secret});
        }
        if (rows->lastError().isValid())
            return toError(rows->lastError(), connection.location());
    }
    for (const Row &row : std::as_const(opened)) {
        if (const Result<void> written = writeSecret(connection, next, row.place, row.secret); !written)
            return written;
        if (row.place.owner != "gateway_keys"_L1)
            continue;
        if (const Result<void> hashed = connection.run(u"UPDATE gateway_keys SET secret_hash = ? WHERE id = ?"_s,
                                                       {next.lookupHash(row.secret), row.place.row});
            !hashed)
            return hashed;
    }
    return {};
}

/// The key that the vault will have, lying in its new place already.
Result<Secret> nextKey(const VaultRow &row, const MasterKeyChange &change, const Kdf &kdf)
{
    const bool stays = row.description.source != MasterKeySource::Passphrase && change.to != MasterKeySource::Passphrase;
    switch (change.to) {
    case MasterKeySource::Passphrase:
        if (change.passphrase.isEmpty())
            return denied(u"The new passphrase is empty."_s);
        return derive(change.passphrase, kdf);
    case MasterKeySource::Keychain:
        if (change.masterKey.reveal().size() != Vault::MasterKeyBytes)
            return denied(u"The master key has the wrong length."_s);
        return change.masterKey;
    case MasterKeySource::File:
        break;
    }
    if (row.description.source == MasterKeySource::File) {
        const Result<Secret> now = readKeyFile(change.masterKeyFile);
        if (!now || !checked(row, *now))
            return Error {ErrorKind::Conflict, u"The master key file does not hold the key of this database. Put it back first."_s, change.masterKeyFile};
        QFile::remove(nextKeyFile(change.masterKeyFile)); // of a renewal that was broken off before the database had it
        return makeKeyFile(nextKeyFile(change.masterKeyFile), newMasterKey());
    }
    Result<Secret> made = makeKeyFile(change.masterKeyFile, stays ? change.masterKey : newMasterKey());
    if (made && stays && !(*made == change.masterKey))
        return Error {ErrorKind::Conflict, u"Another master key lies in this file. Move it away first."_s, change.masterKeyFile};
    return made;
}

Result<void> writeChange(const Connection &connection, const Vault &current, const Vault &next, const VaultRow &row,
                         const MasterKeyChange &change, const Kdf &kdf)
{
    if (next.keyId() != row.description.keyId) {
        if (Result<void> sealed = sealAnew(connection, current, next); !sealed)
            return sealed;
    }
    if (Result<void> gone = connection.run(u"DELETE FROM vault"_s); !gone)
        return gone;
    if (Result<void> written = writeRow(connection, next, {row.description.vaultId, change.to, next.keyId()}, kdf); !written)
        return written;
    if (Result<void> counted = connection.run(u"UPDATE configuration_state SET revision = revision + 1 WHERE id = 1"_s); !counted)
        return counted;
    const Result<QVariant> revision = connection.single(u"SELECT revision FROM configuration_state WHERE id = 1"_s);
    if (!revision)
        return revision.error();
    return announceConfiguration(connection, revision->toLongLong());
}

} // namespace

Result<Secret> readMasterKeyFile(const QString &path) { return readKeyFile(path); }

Result<Vault> changeMasterKeySource(const Connection &connection, const Vault &current, const MasterKeyChange &change)
{
    if (current.isLocked())
        return denied(u"The vault is locked; unlock it before its master key is moved."_s);
    const Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(connection, Transaction::Mode::Write);
    if (!transaction)
        return transaction.error();
    if (connection.isPostgres()) {
        // The order of ConfigurationStore: the revision's row keeps its writers out, then nobody opens a first vault.
        if (const Result<QVariant> alone = connection.single(u"SELECT revision FROM configuration_state WHERE id = 1 FOR UPDATE"_s); !alone)
            return alone.error();
        if (Result<void> alone = connection.run(u"LOCK TABLE vault IN EXCLUSIVE MODE"_s); !alone)
            return alone.error();
    }
    const Result<std::optional<VaultRow>> row = readRow(connection);
    if (!row)
        return row.error();
    if (!row->has_value() || (*row)->check != current.checkValue() || (*row)->description.keyId != current.keyId())
        return Error {ErrorKind::Conflict, u"The master key of this database was changed meanwhile. Start again."_s, u"vault"_s};
    const VaultDescription &before = (*row)->description;
    const bool renewed = change.renew && before.source == MasterKeySource::File && change.to == MasterKeySource::File;
    if (before.source == change.to && change.to != MasterKeySource::Passphrase && !renewed)
        return current;

    const QString file = renewed ? nextKeyFile(change.masterKeyFile) : change.masterKeyFile;
    const bool fileWasThere = !renewed && change.to == MasterKeySource::File && QFileInfo::exists(file);
    const Kdf kdf = newKdf();
    const Result<Secret> key = nextKey(**row, change, kdf);
    if (!key)
        return key.error();
    const bool stays = before.source != MasterKeySource::Passphrase && change.to != MasterKeySource::Passphrase && !renewed;
    Vault next(*key, stays ? before.keyId : before.keyId + 1);
    Result<void> done = stays && next.checkValue() != current.checkValue()
        ? Result<void>(denied(u"This is not the master key of this database."_s))
        : writeChange(connection, current, next, **row, change, kdf);
    if (!done) {
        if (change.to == MasterKeySource::File && !fileWasThere)
            QFile::remove(file);
        return done.error();
    }
    // A server that goes away in the commit may have done it: the key that was written stays, whichever opens the vault.
    if (const Result<void> committed = (*transaction)->commit(); !committed)
        return committed.error();
    if (renewed)
        putNextKeyFileInPlace(change.masterKeyFile); // else the next opening does it
    return next;
}

QString newVaultId() { return "vault_"_L1 + newKeyId().mid(4); }

Result<std::optional<VaultDescription>> describeVault(const Connection &connection)
{
    const Result<std::optional<VaultRow>> row = readRow(connection);
    if (!row)
        return row.error();
    return row->has_value() ? std::optional((*row)->description) : std::nullopt;
}

Result<std::optional<Secret>> passphraseFromEnvironment()
{
    QString path = qEnvironmentVariable("UNDERSTUDY_PASSPHRASE_FILE");
    if (path.isEmpty()) {
        const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
        path = folder.isEmpty() ? QString() : folder + "/understudy-master"_L1;
        if (path.isEmpty() || !QFileInfo::exists(path))
            return std::optional<Secret>();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return denied(u"The passphrase file cannot be read: %1."_s.arg(file.errorString()), path);
    QByteArray line = file.readLine(MaxPassphraseBytes);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return denied(u"The passphrase file is empty."_s, path);
    return std::optional<Secret>(Secret(std::move(line)));
}

Result<Vault> openVault(const Connection &connection, const VaultOptions &options)
{
    Result<std::optional<VaultRow>> row = readRow(connection);
    if (!row)
        return row.error();
    if (!row->has_value()) {
        // The lock makes two first runs at once agree on one key; the loser reads what the winner made.
        Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(connection, Transaction::Mode::Write);
        if (!transaction)
            return transaction.error();
        if (connection.isPostgres()) {
            if (Result<void> alone = connection.run(u"LOCK TABLE vault IN EXCLUSIVE MODE"_s); !alone)
                return alone.error();
        }
        row = readRow(connection);
        if (!row)
            return row.error();
        if (!row->has_value()) {
            Kdf kdf;
            kdf.salt = newMasterKey().reveal().first(crypto_pwhash_SALTBYTES);
            const Result<Secret> key = options.passphrase ? derive(*options.passphrase, kdf) : makeKeyFile(options.masterKeyFile, newMasterKey());
            if (!key)
                return key.error();
            Vault vault(*key);
            const VaultDescription description {newVaultId(),
                                                options.passphrase ? MasterKeySource::Passphrase : MasterKeySource::File, 1};
            if (Result<void> written = writeRow(connection, vault, description, kdf); !written)
                return written.error();
            if (Result<void> committed = (*transaction)->commit(); !committed)
                return committed.error();
            return vault;
        }
    }
    const Result<Secret> key = keyOf(**row, options);
    if (!key)
        return key.error();
    return checked(**row, *key);
}

Result<Vault> openVault(const Connection &connection, const Secret &masterKey, MasterKeySource source, const QString &vaultId)
{
    if (masterKey.reveal().size() != Vault::MasterKeyBytes)
        return denied(u"The master key has the wrong length."_s);
    Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(connection, Transaction::Mode::Write);
    if (!transaction)
        return transaction.error();
    if (connection.isPostgres()) {
        if (Result<void> alone = connection.run(u"LOCK TABLE vault IN EXCLUSIVE MODE"_s); !alone)
            return alone.error();
    }
    const Result<std::optional<VaultRow>> row = readRow(connection);
    if (!row)
        return row.error();
    if (row->has_value())
        return checked(**row, masterKey);
    Vault vault(masterKey);
    if (Result<void> written = writeRow(connection, vault, {vaultId, source, 1}, {}); !written)
        return written.error();
    if (Result<void> committed = (*transaction)->commit(); !committed)
        return committed.error();
    return vault;
}

} // namespace understudy
