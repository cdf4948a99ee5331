// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Session.h"

#include "control/ControlAddress.h"
#include "control/ControlClient.h"
#include "storage/Keychain.h"

#include <QCoreApplication>

namespace understudy::cli {

using namespace Qt::StringLiterals;

WorkspaceOptions Session::workspaceOptions() const { return {args.value(u"data-dir"_s), args.value(u"database"_s)}; }

Result<Workspace *> Session::workspace(Keyring keyring)
{
    if (!m_workspace) {
        Result<std::unique_ptr<Workspace>> opened = Workspace::open(workspaceOptions());
        if (!opened)
            return opened.error();
        m_workspace = *std::move(opened);
        if (keyring == Keyring::Ask && !m_workspace->keychainEntry().isEmpty()) {
            if (const Result<void> unlocked = unlockFromKeychain(); !unlocked)
                out.warning(u"The secrets stay locked: "_s + unlocked.error().toString());
        }
    }
    return m_workspace.get();
}

Result<void> Session::unlockFromKeychain()
{
    // The one place of a command where the event loop runs for a while: nothing else is alive yet that could be disturbed.
    Keychain keychain;
    std::optional<Result<Secret>> answer;
    keychain.read(m_workspace->keychainEntry(), &keychain, [&answer](const Result<Secret> &secret) {
        answer = secret;
        QCoreApplication::exit();
    });
    if (!answer)
        QCoreApplication::exec();
    if (!answer)
        return Error{ErrorKind::Unavailable, u"The system keyring did not answer."_s, {}};
    if (!*answer)
        return answer->error();
    return m_workspace->unlock(**answer);
}

Result<StoredConfiguration> Session::stored()
{
    const Result<Workspace *> opened = workspace();
    if (!opened)
        return opened.error();
    return (*opened)->store().load();
}

Result<QString> Session::keyId(const QString &name)
{
    const Result<StoredConfiguration> configuration = stored();
    if (!configuration)
        return configuration.error();
    const GatewayKey *key = configuration->configuration.keyNamed(name);
    if (!key)
        return Error{ErrorKind::NotFound, u"There is no key “%1”. “understudy-cli key list” shows all."_s.arg(name), {}};
    return key->id;
}

Result<StoredConfiguration> Session::change(const ConfigurationStore::Change &change)
{
    const Result<Workspace *> opened = workspace();
    if (!opened)
        return opened.error();
    const Result<StoredConfiguration> changed = (*opened)->change(change);
    if (changed)
        tellOwner();
    return changed;
}

void Session::tellOwner()
{
    const Result<QJsonObject> told = ask({{u"do"_s, u"reload"_s}});
    if (told)
        out.note(u"The running gateway uses it from its next request on."_s);
    else if (told.error().kind != ErrorKind::NotFound)
        out.warning(u"It is stored, but the running gateway did not take it up: "_s + told.error().text);
}

Result<QJsonObject> Session::ask(const QJsonObject &request)
{
    const QString path = args.value(u"data-dir"_s);
    const Result<DataDirectory> directory = DataDirectory::open(path.isEmpty() ? DataDirectory::defaultPath() : path);
    if (!directory)
        return directory.error();
    return askOwner(controlAddress(*directory), request);
}

Result<std::unique_ptr<LedgerReader>> Session::ledger()
{
    const Result<Workspace *> opened = workspace();
    if (!opened)
        return opened.error();
    return LedgerReader::open((*opened)->database());
}

int Session::fail(const Error &error, ExitCode code) const
{
    out.error(error);
    return code;
}

int Session::refuse(const Error &error, const QString &option) const
{
    return fail(Error{ErrorKind::Invalid, error.toString(), u"--"_s + option}, UsageError);
}

} // namespace understudy::cli
