// SPDX-License-Identifier: GPL-3.0-or-later
// Where the master key of the stored secrets lives: opening the vault, and moving the key.
#include "console/ConsoleCore.h"

#include <QFile>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

MasterKeySource sourceOf(MasterKeyPlace place)
{
    switch (place) {
    case MasterKeyPlace::File: return MasterKeySource::File;
    case MasterKeyPlace::Passphrase: return MasterKeySource::Passphrase;
    case MasterKeyPlace::Keyring: break;
    }
    return MasterKeySource::Keychain;
}

} // namespace

/// A move on its way. The new place is filled first, then the database says so, then the old place is cleared: whatever breaks off
/// in between, one of both keys opens the vault.
struct ConsoleCore::KeyMove {
    MasterKeySource from;
    MasterKeySource to;
    QString vaultId;
    Secret passphrase;
    Secret key; ///< what goes into the file or the keyring; empty: the change makes one
    Done done;
};

void ConsoleCore::unlock(const Secret &passphrase, const Done &done)
{
    if (!workspace()) {
        done(notOpen());
        return;
    }
    const auto end = [this, done](Result<void> unlocked) {
        if (unlocked)
            unlocked = takeUp();
        publish();
        done(std::move(unlocked));
    };
    if (workspace()->masterKeySource() != MasterKeySource::Keychain || workspace()->keychainEntry().isEmpty()) {
        end(workspace()->unlockHere(passphrase.isEmpty() ? std::nullopt : std::optional(passphrase)));
        return;
    }
    m_keychain.read(workspace()->keychainEntry(), this, [this, end](const Result<Secret> &key) {
        end(!workspace() ? notOpen() : key ? workspace()->unlock(*key) : Result<void>(key.error()));
    });
}

void ConsoleCore::probeKeyring(const Done &done) { m_keychain.probe(this, done); }

void ConsoleCore::moveMasterKey(MasterKeyPlace place, const Secret &passphrase, const Done &done)
{
    if (!workspace()) {
        done(notOpen());
        return;
    }
    if (workspace()->store().vault().isLocked()) {
        done(workspace()->vaultProblem().value_or(Error{ErrorKind::Denied, u"The secrets are locked."_s, {}}));
        return;
    }
    const auto move = std::make_shared<KeyMove>(KeyMove{workspace()->masterKeySource(), sourceOf(place), {}, passphrase, {}, done});
    if (move->to == MasterKeySource::Passphrase && passphrase.isEmpty()) {
        done(Error{ErrorKind::Invalid, u"The passphrase is empty."_s, {}});
        return;
    }
    if (move->from == move->to && move->to != MasterKeySource::Passphrase) {
        done({});
        return;
    }
    const Result<std::unique_ptr<Connection>> connection = workspace()->database().connect();
    const Result<std::optional<VaultDescription>> description
        = connection ? describeVault(**connection) : Result<std::optional<VaultDescription>>(connection.error());
    if (!description || !*description) {
        done(description ? Error{ErrorKind::Internal, u"The database does not describe its vault."_s, {}} : description.error());
        return;
    }
    move->vaultId = (*description)->vaultId;
    fetchKey(move);
}

void ConsoleCore::fetchKey(const std::shared_ptr<KeyMove> &move)
{
    const auto go = [this, move](const Result<Secret> &key) {
        if (!key) {
            move->done(key.error());
            return;
        }
        move->key = *key;
        fillNewPlace(move);
    };
    const bool keyStays = move->from != MasterKeySource::Passphrase && move->to != MasterKeySource::Passphrase;
    if (keyStays && move->from == MasterKeySource::File)
        go(readMasterKeyFile(workspace()->directory().masterKeyFile()));
    else if (keyStays)
        m_keychain.read(move->vaultId, this, go);
    else
        go(move->to == MasterKeySource::Keychain ? newMasterKey() : Secret());
}

void ConsoleCore::fillNewPlace(const std::shared_ptr<KeyMove> &move)
{
    if (move->to != MasterKeySource::Keychain) {
        changePlace(move);
        return;
    }
    m_keychain.write(move->vaultId, move->key, this, [this, move](const Result<void> &written) {
        if (written)
            changePlace(move);
        else
            move->done(written);
    });
}

void ConsoleCore::changePlace(const std::shared_ptr<KeyMove> &move)
{
    if (!workspace()) {
        move->done(notOpen());
        return;
    }
    const QString file = workspace()->directory().masterKeyFile();
    if (const Result<void> changed = workspace()->changeMasterKey({move->to, file, move->passphrase, move->key}); !changed) {
        if (move->to == MasterKeySource::Keychain) // nobody needs that entry
            m_keychain.remove(move->vaultId, this, [](const Result<void> &) {});
        move->done(changed);
        return;
    }
    if (move->from == MasterKeySource::File && QFile::exists(file) && !QFile::remove(file))
        warn(u"The old master key file could not be removed: "_s + file);
    if (move->from == MasterKeySource::Keychain) {
        m_keychain.remove(move->vaultId, this, [this](const Result<void> &removed) {
            if (!removed)
                warn(u"The old entry in the system keyring could not be removed: "_s + removed.error().text);
        });
    }
    const Result<void> taken = takeUp();
    publish();
    move->done(taken);
}

} // namespace understudy
