// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace understudy {

/// What a gateway key has used, as the ledger counts it. Days and months are UTC.
struct KeyTotals {
    qint64 freeTokensUsed = 0;
    qint64 tokensToday = 0;
    qint64 tokensThisMonth = 0;
    bool operator==(const KeyTotals &) const = default;
};

struct ChannelTotals {
    qint64 tokensThisMonth = 0;
    bool operator==(const ChannelTotals &) const = default;
};

/// The state after a commit of the ledger, for the keys and channels that it touched (or for all, at start).
struct UsageTotals {
    QHash<QString, KeyTotals> keys;         ///< by GatewayKey::id
    QHash<QString, ChannelTotals> channels; ///< by Channel::id
    bool operator==(const UsageTotals &) const = default;
};

} // namespace understudy
