// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/GatewayState.h"
#include "domain/CandidateHealth.h"
#include "domain/ExchangeRecord.h"

#include <QList>
#include <QMap>
#include <QString>

namespace understudy {

/// What the tray shows of the gateway; the order is from quiet to bad.
enum class TrayFace { Stopped, Running, Tripped, Failed };

/// The tray as a value: decided here, drawn by Tray.
struct TrayPicture {
    TrayFace face = TrayFace::Stopped;
    QString tooltip;   ///< one line: "Gateway running · 2 of 3 channels healthy"
    QString stateLine; ///< the same behind its mark, for the menu
    QString toggle;    ///< "Start Gateway" or "Stop Gateway"
    bool canToggle = false;
    bool operator==(const TrayPicture &) const = default;
};

TrayPicture trayPicture(const GatewayState &state, const QList<CandidateHealth> &health);

QString iconName(TrayFace face);

/// Each channel that has been called, and whether it is tripped: at least one of its models is suspended or being probed.
QMap<QString, bool> trippedChannels(const QList<CandidateHealth> &health);

/// The answered requests among `newestFirst` in which a backup stood in: the model that answered was not the first that the
/// gateway would have called. Drills and answers from the cache are none. At most `most`.
QList<ExchangeRecord> recentFailovers(const QList<ExchangeRecord> &newestFirst, qsizetype most);
bool wasFailover(const ExchangeRecord &exchange);

} // namespace understudy
