// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/SecretInput.h"
#include "cli/Session.h"
#include "storage/Keychain.h"

#include <QCoreApplication>
#include <QFile>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

QString placeWord(MasterKeySource source)
{
    switch (source) {
    case MasterKeySource::File: return u"file"_s;
    case MasterKeySource::Passphrase: return u"passphrase"_s;
    case MasterKeySource::Keychain: break;
    }
    return u"keyring"_s;
}

std::optional<MasterKeySource> placeFromWord(const QString &word)
{
    for (const MasterKeySource source : {MasterKeySource::File, MasterKeySource::Passphrase, MasterKeySource::Keychain}) {
        if (placeWord(source) == word)
            return source;
    }
    return std::nullopt;
}

/// Runs the event loop until the keyring has answered; nothing else of this process is alive yet that could be disturbed.
template<typename T, typename Call>
Result<T> waitFor(Call &&call)
{
    std::optional<Result<T>> answer;
    call([&answer](const Result<T> &result) {
        answer = result;
        QCoreApplication::exit();
    });
    if (!answer)
        QCoreApplication::exec();
    return answer ? *answer : Result<T>(Error{ErrorKind::Unavailable, u"The system keyring did not answer."_s, {}});
}

/// What the change needs, with the key in its new place already if that is the keyring.
Result<MasterKeyChange> prepare(const Session &session, const VaultDescription &vault, MasterKeySource to, const QString &file, Keychain &keychain)
{
    MasterKeyChange change{to, file, {}, {}};
    if (to == MasterKeySource::Passphrase) {
        const Result<Secret> passphrase = takePassphrase(session.args.value(u"passphrase-from"_s), true);
        if (!passphrase)
            return passphrase.error();
        change.passphrase = *passphrase;
    } else if (to == MasterKeySource::Keychain) {
        const Result<Secret> key = vault.source == MasterKeySource::File ? readMasterKeyFile(file) : Result<Secret>(newMasterKey());
        if (!key)
            return key.error();
        change.masterKey = *key;
        const Result<void> written = waitFor<void>([&](auto done) { keychain.write(vault.vaultId, *key, &keychain, done); });
        if (!written)
            return written.error();
    } else if (vault.source == MasterKeySource::Keychain) {
        const Result<Secret> key = waitFor<Secret>([&](auto found) { keychain.read(vault.vaultId, &keychain, found); });
        if (!key)
            return key.error();
        change.masterKey = *key;
    }
    return change;
}

struct OpenVault {
    Workspace *workspace;
    VaultDescription vault;
};

/// Only who can open the vault may change its key.
Result<OpenVault> openedVault(Session &session)
{
    const Result<Workspace *> workspace = session.workspace();
    if (!workspace)
        return workspace.error();
    if ((*workspace)->vaultProblem())
        return *(*workspace)->vaultProblem();
    const Result<std::unique_ptr<Connection>> connection = (*workspace)->database().connect();
    if (!connection)
        return connection.error();
    const Result<std::optional<VaultDescription>> vault = describeVault(**connection);
    if (!vault)
        return vault.error();
    if (!*vault)
        return Error{ErrorKind::NotFound, u"This database has no vault yet."_s, {}};
    return OpenVault{*workspace, **vault};
}

} // namespace

int runVaultShow(Session &session)
{
    const Result<Workspace *> workspace = session.workspace();
    if (!workspace)
        return session.fail(workspace.error());
    const Result<std::unique_ptr<Connection>> connection = (*workspace)->database().connect();
    if (!connection)
        return session.fail(connection.error());
    const Result<std::optional<VaultDescription>> vault = describeVault(**connection);
    if (!vault)
        return session.fail(vault.error());
    if (!*vault)
        return session.fail((*workspace)->vaultProblem().value_or(Error{ErrorKind::NotFound, u"This database has no vault yet."_s, {}}));
    const bool open = !(*workspace)->vaultProblem();
    if (session.out.isJson()) {
        session.out.json(QJsonObject{{u"source"_s, placeWord((*vault)->source)}, {u"id"_s, (*vault)->vaultId}, {u"keyId"_s, (*vault)->keyId}, {u"open"_s, open}});
        return Done;
    }
    session.out.line(u"master key   from the %1, number %2"_s.arg(placeWord((*vault)->source)).arg((*vault)->keyId));
    session.out.line(u"vault        %1, %2"_s.arg((*vault)->vaultId, open ? u"open"_s : u"locked: "_s + (*workspace)->vaultProblem()->toString()));
    return Done;
}

int runVaultMove(Session &session)
{
    const std::optional<MasterKeySource> to = placeFromWord(session.args.value(u"to"_s));
    if (!to)
        return session.refuse({ErrorKind::Invalid, u"must be file, passphrase or keyring"_s, {}}, u"to"_s);
    const Result<OpenVault> opened = openedVault(session);
    if (!opened)
        return session.fail(opened.error());
    Workspace &workspace = *opened->workspace;
    const VaultDescription &before = opened->vault;
    if (before.source == *to && *to != MasterKeySource::Passphrase) {
        session.out.note(u"The master key is there already."_s);
        return Done;
    }

    Keychain keychain;
    const QString file = workspace.directory().masterKeyFile();
    const Result<MasterKeyChange> change = prepare(session, before, *to, file, keychain);
    if (!change)
        return session.fail(change.error());
    const Result<void> changed = workspace.changeMasterKey(*change);
    const auto clearKeyring = [&] { return waitFor<void>([&](auto done) { keychain.remove(before.vaultId, &keychain, done); }); };
    if (!changed) {
        if (*to == MasterKeySource::Keychain)
            static_cast<void>(clearKeyring()); // it opens nothing
        return session.fail(changed.error());
    }
    // The old place last: whatever fails before leaves a key that opens the vault.
    if (before.source == MasterKeySource::File && !QFile::remove(file))
        session.out.warning(u"%1 could not be removed; remove it yourself, it is not needed any more."_s.arg(file));
    if (before.source == MasterKeySource::Keychain) {
        if (const Result<void> removed = clearKeyring(); !removed)
            session.out.warning(u"The old entry in the keyring could not be removed: "_s + removed.error().text);
    }
    session.tellOwner();
    if (session.out.isJson())
        session.out.json(QJsonObject{{u"source"_s, placeWord(*to)}, {u"id"_s, before.vaultId}, {u"keyId"_s, workspace.store().vault().keyId()}});
    else
        session.out.line(u"The master key comes from the %1 now."_s.arg(placeWord(*to)));
    return Done;
}

int runVaultRotate(Session &session)
{
    const Result<OpenVault> opened = openedVault(session);
    if (!opened)
        return session.fail(opened.error());
    Workspace &workspace = *opened->workspace;
    const MasterKeySource source = opened->vault.source;
    if (source == MasterKeySource::Keychain) // it has one entry for the vault: a new key there would be all that is left of a broken attempt
        return session.fail({ErrorKind::Conflict, u"A key in the keyring is renewed in two steps: move it to a passphrase, then back (vault move)."_s, {}});
    if (source == MasterKeySource::File && session.args.has(u"passphrase-from"_s))
        return session.refuse({ErrorKind::Invalid, u"the master key comes from a file; use “vault move --to passphrase”"_s, {}}, u"passphrase-from"_s);
    MasterKeyChange change{source, workspace.directory().masterKeyFile(), {}, {}, true};
    if (source == MasterKeySource::Passphrase) {
        const Result<Secret> passphrase = takePassphrase(session.args.value(u"passphrase-from"_s), true);
        if (!passphrase)
            return session.fail(passphrase.error());
        change.passphrase = *passphrase;
    }
    if (const Result<void> changed = workspace.changeMasterKey(change); !changed)
        return session.fail(changed.error());
    session.tellOwner();
    const int number = workspace.store().vault().keyId();
    if (session.out.isJson())
        session.out.json(QJsonObject{{u"source"_s, placeWord(source)}, {u"id"_s, opened->vault.vaultId}, {u"keyId"_s, number}});
    else
        session.out.line(u"Everything is encrypted with master key number %1 now."_s.arg(number));
    return Done;
}

} // namespace understudy::cli
