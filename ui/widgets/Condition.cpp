// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Condition.h"

#include "words/NetworkWords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Notice)
};

using Kind = Condition::Kind;
using Action = Condition::Action;
using Level = Message::Level;

Condition broken(const GatewayState &state)
{
    Condition notice{Kind::Broken, Level::Error, Words::tr("The data cannot be opened"), {}, {}, {}, false, {Action::Retry}};
    notice.why = Words::tr("Understudy cannot read its settings, keys and records, so the gateway does not run.");
    if (state.problem)
        notice.detail = state.problem->toString();
    const bool denied = state.problem && state.problem->kind == ErrorKind::Denied;
    const bool otherPlace = !state.dataDirectory.isEmpty();
    if (denied && otherPlace)
        notice.fix = Words::tr("Give yourself the right to read and write %1, then retry.").arg(state.dataDirectory);
    else if (otherPlace)
        notice.fix = Words::tr("Mend what is named below, then retry. A copy from before the last update may lie in %1 as "
                               "understudy.db.before-…; put it in the place of understudy.db to go back to it.")
                         .arg(state.dataDirectory);
    else
        notice.fix = Words::tr("Mend what is named below, then retry.");
    if (otherPlace)
        notice.actions.append(Action::OpenDataFolder);
    return notice;
}

Condition failed(const GatewayState &state)
{
    if (state.problem && state.problem->kind == ErrorKind::Conflict) {
        return {Kind::PortTaken, Level::Error, Words::tr("Port %1 is in use").arg(state.baseUrl.port()),
                Words::tr("Another program already listens there, so the gateway could not start."),
                Words::tr("Close that program and retry, or let the gateway use the next free port; your applications then need the new address."),
                {}, false, {Action::UseNextFreePort, Action::Retry}};
    }
    Condition notice{Kind::CannotListen, Level::Error, Words::tr("The gateway could not start"),
                  Words::tr("It cannot listen on %1.").arg(state.baseUrl.host() + u':' + QString::number(state.baseUrl.port())),
                  Words::tr("Check the address in the settings of the gateway, then retry."), {}, false, {Action::Retry, Action::GatewaySettings}};
    if (state.problem)
        notice.detail = state.problem->toString();
    return notice;
}

Condition locked(const GatewayState &state)
{
    Condition notice{Kind::Locked, Level::Warning, Words::tr("Your secrets are locked"), {}, {}, {}, false, {Action::Unlock}};
    switch (state.vault.place) {
    case MasterKeyPlace::Passphrase:
        notice.why = Words::tr("They are encrypted with your passphrase, which is kept nowhere. Channels with a stored credential cannot be called until then.");
        notice.fix = Words::tr("Enter the passphrase.");
        notice.asksPassphrase = true;
        break;
    case MasterKeyPlace::Keyring:
        notice.why = Words::tr("Their master key is in the system keyring, which does not give it out.");
        notice.fix = keyringFaultText(keyringFault(state.vault.problem));
        break;
    case MasterKeyPlace::File:
        notice.why = Words::tr("The file with their master key (master.key) is missing, damaged, or readable by others.");
        notice.fix = Words::tr("Put the file back into the data folder, readable only by you, then unlock. Without it, enter the credentials anew.");
        notice.detail = state.vault.problem;
        notice.actions.append(Action::OpenDataFolder);
        return notice;
    }
    notice.actions.append(Action::SecretsSettings);
    return notice;
}

Condition readOnly(const GatewayState &state)
{
    return {Kind::ReadOnly, Level::Warning, Words::tr("The database is read-only"),
            Words::tr("The file, its folder or the disk does not let Understudy write. The gateway goes on with what it knows; changes and records are not saved."),
            Words::tr("Make %1 writable for you, then start Understudy again.").arg(state.database.isEmpty() ? state.dataDirectory : state.database),
            {}, false, {Action::OpenDataFolder}};
}

Condition ledgerFailing(const GatewayState &state)
{
    const bool full = state.ledgerProblem.contains("full"_L1, Qt::CaseInsensitive);
    Condition notice{full ? Kind::DiskFull : Kind::LedgerFailing, Level::Warning,
                  full ? Words::tr("The disk is full") : Words::tr("Requests cannot be recorded now"), {}, {}, {}, false, {Action::OpenDataFolder}};
    notice.why = Words::tr("Requests are answered as usual; %n request(s) kept in memory to be recorded later.", nullptr, int(state.ledgerQueued));
    if (state.ledgerDropped > 0)
        notice.why += u' ' + Words::tr("%n record(s) had to be dropped.", nullptr, int(state.ledgerDropped));
    if (full) {
        notice.fix = Words::tr("Free some space on the disk of the data folder; recording goes on by itself.");
    } else {
        notice.fix = Words::tr("Check that the database can be reached and written; recording goes on by itself.");
        notice.detail = state.ledgerProblem;
    }
    return notice;
}

Condition ourNetwork(const NetworkTrouble &trouble)
{
    const WallTime began = trouble.since.value_or(WallTime{});
    const QString since = QLocale().toString(QDateTime::fromMSecsSinceEpoch(began.time_since_epoch().count()).time(), QLocale::ShortFormat);
    Condition notice{Kind::OurNetwork, Level::Warning, {}, Words::tr("No provider is blamed for it, and no channel is suspended."),
                     {}, words::signsText(trouble), false, {}};
    switch (trouble.blame) {
    case NetworkBlame::Fine:
    case NetworkBlame::Provider: break;
    case NetworkBlame::Offline:
        notice.what = Words::tr("This computer seems to be offline since %1").arg(since);
        notice.fix = Words::tr("Check its network connection. Requests reach the providers again as soon as it is back.");
        break;
    case NetworkBlame::CaptivePortal:
        notice.what = Words::tr("This network seems to want a login (since %1)").arg(since);
        notice.fix = Words::tr("Open a web page in your browser and log in to the network.");
        break;
    case NetworkBlame::ProxyChanged:
        notice.what = Words::tr("The system's proxy has changed, and providers cannot be reached (since %1)").arg(since);
        notice.fix = Words::tr("Check the proxy in the settings of your system, or set one for the channels.");
        break;
    case NetworkBlame::JustWoke:
        notice.what = Words::tr("This computer woke up at %1 and its network is not back yet").arg(since);
        notice.fix = Words::tr("There is nothing to do: wait a moment.");
        break;
    }
    return notice;
}

Condition attached(const GatewayState &state)
{
    return {Kind::Attached, Level::Info, Words::tr("Attached to a gateway that already runs"),
            state.owner > 0 ? Words::tr("Process %1 runs the gateway on the same data.").arg(state.owner)
                            : Words::tr("Another process runs the gateway on the same data."),
            Words::tr("You can see and change everything here; start and stop it there."), {}, false, {}};
}

Condition exposed(const GatewayState &state)
{
    return {Kind::Exposed, Level::Warning, Words::tr("Reachable from the network"),
            Words::tr("Every device that reaches this computer can call the gateway at %1; only your gateway access keys protect it.")
                .arg(state.baseUrl.host() + u':' + QString::number(state.baseUrl.port())),
            {}, {}, false, {Action::GatewaySettings}};
}

} // namespace

QList<Condition> conditionsOf(const GatewayState &state)
{
    if (state.phase == GatewayState::Phase::Opening)
        return {};
    if (state.phase == GatewayState::Phase::Broken)
        return {broken(state)}; // nothing else is known
    QList<Condition> all;
    if (state.phase == GatewayState::Phase::Failed)
        all.append(failed(state));
    if (state.vault.locked)
        all.append(locked(state));
    if (state.readOnly)
        all.append(readOnly(state));
    else if (!state.ledgerProblem.isEmpty())
        all.append(ledgerFailing(state));
    if (isOurSide(state.network.blame) && state.isRunning())
        all.append(ourNetwork(state.network));
    if (state.attached)
        all.append(attached(state));
    if (state.reachableFromNetwork && state.isRunning())
        all.append(exposed(state));
    return all;
}

std::optional<Condition> conditionOf(const GatewayState &state)
{
    const QList<Condition> all = conditionsOf(state);
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

QString actionText(Condition::Action action)
{
    switch (action) {
    case Action::UseNextFreePort: return Words::tr("Use Next Free Port");
    case Action::Retry: return Words::tr("Retry");
    case Action::Unlock: return Words::tr("Unlock");
    case Action::OpenDataFolder: return Words::tr("Open Data Folder");
    case Action::GatewaySettings: return Words::tr("Gateway Settings");
    case Action::SecretsSettings: return Words::tr("Secrets Settings");
    }
    return {};
}

KeyringFault keyringFault(const QString &problem)
{
    if (problem.contains("libsecret"_L1))
        return KeyringFault::NoLibrary;
    if (problem.contains("no system keyring"_L1))
        return KeyringFault::NoKeyring;
    if (problem.contains("did not answer"_L1))
        return KeyringFault::NoAnswer;
    return KeyringFault::Locked; // also "not found": a locked keyring says so of everything in it
}

QString keyringFaultText(KeyringFault fault)
{
    switch (fault) {
    case KeyringFault::Locked:
        return Words::tr("The keyring is locked, or has no such entry. Unlock it (your desktop's password manager does that), allow Understudy to use it, then try again.");
    case KeyringFault::NoKeyring:
        return Words::tr("There is no keyring in this session. Log in to a desktop that has one, such as GNOME or KDE, then try again.");
    case KeyringFault::NoLibrary:
        return Words::tr("The library of the system keyring is missing. Install the package libsecret-1-0 and a keyring such as gnome-keyring, then try again.");
    case KeyringFault::NoAnswer:
        return Words::tr("The keyring did not answer within 5 seconds. Look whether it waits for its password in another window, then try again.");
    }
    return {};
}

} // namespace understudy
