// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Demo.h"
#include "cli/Transfer.h"
#include "configuration/Rules.h"
#include "host/GatewayHost.h"
#include "host/ProcessLimits.h"
#include "host/TerminationSignals.h"

#include <QCoreApplication>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

void printReady(const Session &session, GatewayHost &host)
{
    const QString baseUrl = host.gateway().baseUrl().toString();
    if (session.out.isJson())
        session.out.json(QJsonObject{{u"ready"_s, true},
                                     {u"baseUrl"_s, baseUrl},
                                     {u"database"_s, host.workspace().database().location().display()},
                                     {u"pid"_s, QCoreApplication::applicationPid()}});
    else
        session.out.line(u"listening on "_s + baseUrl);
}

/// What was asked for is stored before anything listens.
Result<std::optional<GatewayKey>> prepare(Session &session)
{
    if (session.args.has(u"config"_s)) {
        const Result<ImportReport> report = importFile(session, session.args.value(u"config"_s), session.args.value(u"passphrase-from"_s));
        if (!report)
            return report.error();
        const QStringList lines = toLines(*report);
        for (const QString &line : lines)
            session.out.note(line);
        const QStringList gaps = warnings(*report);
        for (const QString &text : gaps)
            session.out.warning(text);
    }
    if (!session.args.has(u"demo"_s))
        return std::optional<GatewayKey>();
    Result<GatewayKey> key = demoKey(session);
    if (!key)
        return key.error();
    return std::optional<GatewayKey>(*std::move(key));
}

int listen(Session &session, GatewayHost &host, const std::optional<GatewayKey> &demo)
{
    const Output &out = session.out;
    QObject::connect(&host, &GatewayHost::warning, &host, [&out](const QString &text) { out.warning(text); });
    QObject::connect(&host, &GatewayHost::localRuntimesFound, &host, [&out](const QList<Provider> &runtimes) {
        for (const Provider &runtime : runtimes)
            out.note(u"Found %1 on this machine with %2 models; use them in a chain as %3/MODEL (understudy-cli provider list %3)."_s
                         .arg(runtime.name).arg(runtime.models.size()).arg(runtime.id));
    });
    QObject::connect(&host, &GatewayHost::ended, &host, [](bool complete) { QCoreApplication::exit(complete ? Done : Failed); });
    const TerminationSignals termination;
    QObject::connect(&termination, &TerminationSignals::received, &host, &GatewayHost::drain);
    QObject::connect(&termination, &TerminationSignals::insisted, &host, &GatewayHost::drain);

    if (demo)
        playDemoFaults(host.gateway().simulatedFaults());
    if (const Result<void> started = host.start(session.args.value(u"listen"_s)); !started) {
        Error error = started.error();
        if (error.kind == ErrorKind::Conflict)
            error.text += u" (ss -ltnp shows what listens; --listen ADDR:PORT sets the port.)"_s;
        return session.fail(error);
    }
    printReady(session, host);
    if (demo) {
        const QString text = demoText(*demo, host.gateway().baseUrl().toString());
        if (session.out.isJson())
            session.out.noteAlways(text);
        else
            session.out.raw(text.toUtf8());
    }
    return QCoreApplication::exec();
}

} // namespace

int runServe(Session &session)
{
    if (session.args.has(u"listen"_s)) {
        if (const Result<ListenAddress> address = parseListenAddress(session.args.value(u"listen"_s)); !address)
            return session.refuse(address.error(), u"listen"_s);
    }
    raiseFileLimit();
    const QString path = session.args.value(u"data-dir"_s);
    const Result<DataDirectory> directory = DataDirectory::open(path.isEmpty() ? DataDirectory::defaultPath() : path);
    if (!directory)
        return session.fail(directory.error());
    Result<std::unique_ptr<DirectoryLock>> lock = directory->own();
    if (!lock)
        return session.fail(lock.error(), lock.error().kind == ErrorKind::Conflict ? OwnedByAnother : Failed);

    const bool needsSecrets = session.args.has(u"config"_s) || session.args.has(u"demo"_s);
    const Result<Workspace *> workspace = session.workspace(needsSecrets ? Session::Keyring::Ask : Session::Keyring::Later);
    if (!workspace)
        return session.fail(workspace.error());
    const Result<std::optional<GatewayKey>> demo = prepare(session);
    if (!demo)
        return session.fail(demo.error());
    if ((*workspace)->vaultProblem() && (*workspace)->keychainEntry().isEmpty())
        session.out.warning((*workspace)->vaultProblem()->toString() + u" Until then clients get 503 vault_locked."_s);
    GatewayHost host(*std::move(lock), session.takeWorkspace());
    return listen(session, host, *demo);
}

} // namespace understudy::cli
