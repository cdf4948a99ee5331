// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Session.h"

#include "control/ControlAddress.h"
#include "control/ControlClient.h"
#include "storage/Keychain.h"
#include "storage/LedgerBatch.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

namespace understudy::cli {

using namespace Qt::StringLiterals;

Result<WorkspaceOptions> Session::workspaceOptions()
{
    if (!m_options) {
        const Result<WorkspaceOptions> found = findDatabase();
        if (!found)
            return found;
        m_options = *found;
    }
    return *m_options;
}

/// A gateway may run on another database than the one that lies in its directory. A command without --database means that
/// gateway's: what it wrote elsewhere nobody would ever use.
Result<WorkspaceOptions> Session::findDatabase()
{
    WorkspaceOptions options{args.value(u"data-dir"_s), args.value(u"database"_s)};
    if (!options.database.isEmpty())
        return options;
    const Result<DataDirectory> directory
        = DataDirectory::open(options.dataDirectory.isEmpty() ? DataDirectory::defaultPath() : options.dataDirectory);
    if (!directory)
        return directory.error();
    const qint64 owner = directory->owner();
    if (owner == 0 || owner == QCoreApplication::applicationPid())
        return options;
    const Result<QJsonObject> snapshot = askOwner(controlAddress(*directory), {{u"do"_s, u"snapshot"_s}});
    if (!snapshot) {
        if (QFileInfo::exists(directory->databaseFile()))
            return options;
        return Error{ErrorKind::Unavailable, u"Process %1 owns this data directory and does not say which database it uses. Try again, or name it with "
                                             "--database."_s.arg(owner), directory->path()};
    }
    const QString url = snapshot->value("databaseUrl"_L1).toString();
    if (DatabaseLocation::parse(url)) {
        options.database = url;
        out.note(u"In the database of the running gateway: %1"_s.arg(snapshot->value("database"_L1).toString()));
    }
    return options;
}

Result<Workspace *> Session::workspace(Keyring keyring)
{
    if (!m_workspace) {
        const Result<WorkspaceOptions> options = workspaceOptions();
        if (!options)
            return options.error();
        Result<std::unique_ptr<Workspace>> opened = Workspace::open(*options);
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
    if (key)
        return key->id;
    const Result<std::unique_ptr<LedgerReader>> reader = ledger();
    if (!reader)
        return reader.error();
    const Result<QString> earlier = (*reader)->keyIdOf(name);
    if (!earlier && earlier.error().kind == ErrorKind::NotFound)
        return Error{ErrorKind::NotFound, u"There is no key “%1”, and the log knows none. “understudy-cli key list” shows all."_s.arg(name), {}};
    return earlier;
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
    if (told) {
        const DatabaseLocation &ours = m_workspace->database().location();
        const QString theirs = told->value("databaseUrl"_L1).toString();
        const Result<DatabaseLocation> parsed = DatabaseLocation::parse(theirs);
        if (ours.isSameDatabase(parsed ? *parsed : DatabaseLocation::sqlite(theirs)))
            out.note(u"The running gateway uses it from its next request on."_s);
        else
            out.warning(u"It is stored in %1, but the gateway that runs in this data directory uses another database and does not see it."_s.arg(ours.display()));
    } else if (told.error().kind != ErrorKind::NotFound)
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
    // A gateway that serves many, or was killed while it did, may have left some in the journal.
    constexpr qint64 longWork = 20'000; // a second
    const auto say = [this](qint64 waiting) {
        if (waiting > longWork && !std::exchange(m_saidWaiting, true))
            out.note(u"%1 requests came too fast for the log; it takes them up first…"_s.arg(waiting));
    };
    if (const Result<qint64> folded = foldJournal((*opened)->database(), say); !folded && !std::exchange(m_saidBehind, true))
        out.warning(u"The newest requests may be missing: the log cannot be brought up to date now. "_s + folded.error().text);
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

/// The option that sets a member of a configuration file, by name without list, index, policy and limits; empty: none does.
static QString optionOf(const QString &member)
{
    static const QHash<QString, QString> options{
        {u"retries"_s, u"retries"_s}, {u"timeoutMs"_s, u"timeout"_s}, {u"firstOutputTimeoutMs"_s, u"first-output-timeout"_s},
        {u"idleTimeoutMs"_s, u"idle-timeout"_s}, {u"deadlineMs"_s, u"deadline"_s}, {u"connectTimeoutMs"_s, u"connect-timeout"_s},
        {u"backoffMs"_s, u"backoff"_s}, {u"cache.ttlSeconds"_s, u"cache"_s}, {u"breaker.failures"_s, u"breaker-failures"_s},
        {u"breaker.suspendSeconds"_s, u"breaker-suspend"_s}, {u"failOverOn"_s, u"fail-over-on"_s}, {u"freeTokens"_s, u"free-tokens"_s},
        {u"expiresAt"_s, u"expires"_s}, {u"parallel"_s, u"parallel"_s}, {u"requestsPerMinute"_s, u"requests-per-minute"_s},
        {u"tokensPerDay"_s, u"tokens-per-day"_s}, {u"tokensPerMonth"_s, u"tokens-per-month"_s}, {u"addresses"_s, u"address"_s},
        {u"description"_s, u"description"_s}, {u"secret"_s, u"secret"_s}, {u"credential"_s, u"credential"_s}, {u"proxy"_s, u"proxy"_s},
        {u"provider"_s, u"provider"_s}, {u"models"_s, u"model"_s}, {u"chain"_s, u"model"_s}, {u"modelTypes"_s, u"type"_s},
        {u"baseUrl"_s, u"base-url"_s}, {u"name"_s, u"name"_s}};
    const auto found = options.constFind(member);
    return found != options.cend() ? *found : options.value(member.section(u'.', 0, 0));
}

int Session::failChange(const Error &error) const
{
    static const QRegularExpression around(uR"(^(?:keys|channels|providers)\[\d+\]\.(?:policy\.|limits\.)?|\[\d+\])"_s);
    if (error.kind != ErrorKind::Invalid || !error.where.contains(u'['))
        return fail(error);
    const QString member = QString(error.where).remove(around);
    const QString option = optionOf(member);
    if (!option.isEmpty() && args.has(option))
        return refuse(Error{error.kind, error.text, {}}, option);
    if ((member == "id"_L1 || member == "name"_L1) && !args.command->positionals.empty())
        return fail(Error{error.kind, error.text, QString::fromLatin1(args.command->positionals.front().name)}, UsageError);
    return fail(error);
}

} // namespace understudy::cli
