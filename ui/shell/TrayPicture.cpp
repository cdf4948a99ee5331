// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/TrayPicture.h"

#include "words/RecordWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrayPicture)
};

/// How it is, without the channels.
struct Condition {
    TrayFace face;
    QString words;
    bool tellsChannels = false;
};

Condition failed(const GatewayState &state)
{
    if (state.problem && state.problem->kind == ErrorKind::Conflict && state.baseUrl.port() > 0)
        return {TrayFace::Failed, Words::tr("Port %1 is in use").arg(state.baseUrl.port())};
    return {TrayFace::Failed, Words::tr("Gateway could not start")};
}

Condition running(const GatewayState &state)
{
    if (state.vault.locked)
        return {TrayFace::Failed, Words::tr("Gateway locked · unlock it to answer requests")};
    if (state.readOnly || !state.ledgerProblem.isEmpty())
        return {TrayFace::Tripped, Words::tr("Gateway running · the request log cannot be written")};
    return {TrayFace::Running, state.attached ? Words::tr("Gateway running in another process") : Words::tr("Gateway running"), true};
}

Condition condition(const GatewayState &state)
{
    switch (state.phase) {
    case GatewayState::Phase::Opening: return {TrayFace::Stopped, Words::tr("Opening the data")};
    case GatewayState::Phase::Broken: return {TrayFace::Failed, Words::tr("The data cannot be opened")};
    case GatewayState::Phase::Stopped: return {TrayFace::Stopped, Words::tr("Gateway stopped")};
    case GatewayState::Phase::Starting: return {TrayFace::Stopped, Words::tr("Gateway starting")};
    case GatewayState::Phase::Running: return running(state);
    case GatewayState::Phase::Stopping:
        return {TrayFace::Running, state.inFlight > 0 ? Words::tr("Gateway stopping · %n request(s) still running", nullptr, state.inFlight)
                                                      : Words::tr("Gateway stopping")};
    case GatewayState::Phase::Failed: return failed(state);
    }
    return {};
}

QString mark(TrayFace face)
{
    switch (face) {
    case TrayFace::Stopped: return u"○"_s;
    case TrayFace::Running: return u"●"_s;
    case TrayFace::Tripped: return u"▲"_s;
    case TrayFace::Failed: return u"✕"_s;
    }
    return {};
}

} // namespace

TrayPicture trayPicture(const GatewayState &state, const QList<CandidateHealth> &health)
{
    Condition now = condition(state);
    const QMap<QString, bool> channels = trippedChannels(health);
    if (now.tellsChannels && !channels.isEmpty()) {
        const auto healthy = std::count(channels.begin(), channels.end(), false);
        now.words = Words::tr("%1 · %2 of %3 channels healthy").arg(now.words).arg(healthy).arg(channels.size());
        if (healthy < channels.size())
            now.face = TrayFace::Tripped;
    }
    TrayPicture picture;
    picture.face = now.face;
    picture.tooltip = now.words;
    picture.stateLine = mark(now.face) + u' ' + now.words;
    const bool on = state.isRunning() || state.phase == GatewayState::Phase::Starting;
    picture.toggle = on ? Words::tr("Stop Gateway") : Words::tr("Start Gateway");
    picture.canToggle = !state.attached
        && (state.phase == GatewayState::Phase::Running || state.phase == GatewayState::Phase::Stopped || state.phase == GatewayState::Phase::Failed);
    return picture;
}

QString iconName(TrayFace face)
{
    switch (face) {
    case TrayFace::Stopped: return u"tray-stopped"_s;
    case TrayFace::Running: return u"tray-running"_s;
    case TrayFace::Tripped: return u"tray-tripped"_s;
    case TrayFace::Failed: return u"tray-failed"_s;
    }
    return {};
}

QMap<QString, bool> trippedChannels(const QList<CandidateHealth> &health)
{
    QMap<QString, bool> channels;
    for (const CandidateHealth &candidate : health) {
        bool &tripped = channels[candidate.channel];
        tripped = tripped || candidate.phase != "available"_L1;
    }
    return channels;
}

bool wasFailover(const ExchangeRecord &exchange)
{
    return exchange.kind == ExchangeKind::Live && exchange.status == ExchangeStatus::Answered && exchange.cache != CacheResult::Hit
        && words::failedOver(exchange);
}

QList<ExchangeRecord> recentFailovers(const QList<ExchangeRecord> &newestFirst, qsizetype most)
{
    QList<ExchangeRecord> found;
    for (const ExchangeRecord &exchange : newestFirst) {
        if (found.size() == most)
            break;
        if (wasFailover(exchange))
            found.append(exchange);
    }
    return found;
}

} // namespace understudy
