// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Diagnostics.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QStorageInfo>
#include <QSysInfo>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QString phaseWord(GatewayState::Phase phase)
{
    switch (phase) {
    case GatewayState::Phase::Opening: return u"opening"_s;
    case GatewayState::Phase::Broken: return u"data cannot be opened"_s;
    case GatewayState::Phase::Stopped: return u"stopped"_s;
    case GatewayState::Phase::Starting: return u"starting"_s;
    case GatewayState::Phase::Running: return u"running"_s;
    case GatewayState::Phase::Stopping: return u"stopping"_s;
    case GatewayState::Phase::Failed: break;
    }
    return u"could not start"_s;
}

QString placeWord(MasterKeyPlace place)
{
    switch (place) {
    case MasterKeyPlace::File: return u"key file"_s;
    case MasterKeyPlace::Passphrase: return u"passphrase"_s;
    case MasterKeyPlace::Keyring: break;
    }
    return u"system keyring"_s;
}

QString ledgerWords(const GatewayState &state)
{
    QString text = state.readOnly ? u"database is read-only"_s : state.ledgerProblem.isEmpty() ? u"written"_s : state.ledgerProblem;
    if (state.ledgerQueued > 0)
        text += u"; %1 rows wait"_s.arg(state.ledgerQueued);
    if (state.ledgerJournaled > 0)
        text += u"; %1 requests are not in the log yet"_s.arg(state.ledgerJournaled);
    if (state.ledgerDropped > 0)
        text += u"; %1 rows lost"_s.arg(state.ledgerDropped);
    return text;
}

} // namespace

QList<Fact> diagnosticFacts(const DiagnosticInput &input)
{
    const GatewayState &state = input.state;
    QList<Fact> facts{
        {u"Version"_s, u"Understudy " UNDERSTUDY_VERSION ""_s},
        {u"Qt"_s, QString::fromLatin1(qVersion())},
        {u"System"_s, QSysInfo::prettyProductName() + u", "_s + QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion() + u", "_s
                          + QSysInfo::currentCpuArchitecture()},
        {u"Process"_s, QString::number(QCoreApplication::applicationPid())},
        {u"Data directory"_s, state.dataDirectory},
        {u"Database"_s, state.database},
        {u"Gateway"_s, phaseWord(state.phase) + (state.attached ? u", in process %1"_s.arg(state.owner) : QString())},
        {u"Base URL"_s, state.baseUrl.toString()},
        {u"Reachable from the network"_s, state.reachableFromNetwork ? u"yes"_s : u"no"_s},
        {u"Requests in flight"_s, QString::number(state.inFlight)},
        {u"Connections"_s, QString::number(state.connections)},
        {u"Master key"_s, placeWord(state.vault.place) + (state.vault.locked ? u", locked"_s : u", open"_s)},
        {u"Log"_s, ledgerWords(state)},
        {u"Configuration"_s, u"revision %1, %2 channels, %3 keys"_s.arg(input.revision).arg(input.configuration->channels.size())
                                 .arg(input.configuration->keys.size())},
        {u"Keyring library"_s, QLibrary(u"secret-1"_s, 0).load() ? u"installed"_s : u"not installed (libsecret-1-0)"_s},
    };
    if (const QStorageInfo storage(state.dataDirectory); storage.isValid())
        facts.append({u"Free disk space"_s, u"%1 MB"_s.arg(storage.bytesAvailable() / 1'000'000)});
    if (state.problem)
        facts.append({u"Problem"_s, state.problem->toString()});
    if (!state.vault.problem.isEmpty())
        facts.append({u"Secrets"_s, state.vault.problem});
    for (const QString &warning : input.warnings)
        facts.append({u"Warning"_s, warning});
    return facts;
}

} // namespace understudy
