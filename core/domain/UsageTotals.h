// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <QHash>
#include <QString>

namespace understudy {

/// What one gateway key has used, as the ledger counts it at one moment. `settled…` is what this process's last batch added, so
/// that the gateway can subtract it from what it has counted itself and not seen settled.
struct KeyTotals {
    qint64 freeTokensUsed = 0;
    qint64 tokensToday = 0;
    qint64 tokensThisMonth = 0;
    qint64 requestsThisMinute = 0; ///< finished ones of all replicas, by their arrival
    qint64 settledFreeTokens = 0;
    qint64 settledTokens = 0;
    qint64 settledRequests = 0;
    bool operator==(const KeyTotals &) const = default;
};

struct ChannelTotals {
    qint64 tokensThisMonth = 0;
    qint64 requestsThisMinute = 0; ///< attempts
    qint64 settledTokens = 0;
    bool operator==(const ChannelTotals &) const = default;
};

/// Totals of the keys and channels named in it: those that a commit of the ledger touched, or all at start. Days and months
/// are UTC.
struct UsageTotals {
    WallTime at{};
    QHash<QString, KeyTotals> keys;         ///< by GatewayKey::id
    QHash<QString, ChannelTotals> channels; ///< by Channel::id
    bool operator==(const UsageTotals &) const = default;
};

} // namespace understudy
