// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace understudy {

enum class LimitKind { RequestsPerMinute, TokensPerDay, TokensPerMonth, FreeTokens };
inline constexpr int LimitKindCount = int(LimitKind::FreeTokens) + 1;
QLatin1StringView word(LimitKind kind); ///< "requests_per_minute", …

/// How much of one limit is used now. Only limits that are set have one.
struct LimitUse {
    enum class Of { Key, Channel };
    Of of = Of::Key;
    QString id; ///< GatewayKey::id or Channel::id
    LimitKind kind = LimitKind::TokensPerMonth;
    qint64 used = 0;
    qint64 limit = 0; ///< more than 0

    bool operator==(const LimitUse &) const = default;
};

enum class LimitLevel {
    Fine,
    Near,    ///< at least NearPercent
    Reached, ///< requests are refused, or the channel is skipped, until it is free again
};
inline constexpr int NearPercent = 80;

LimitLevel limitLevel(qint64 used, qint64 limit); ///< a limit of 0 or less is none: Fine
inline LimitLevel limitLevel(const LimitUse &use) { return limitLevel(use.used, use.limit); }

/// 0–100; 100 only when it is reached, 0 only when nothing is used.
int usedPercent(const LimitUse &use);

/// Of the key or channel: the one that is nearest to its end, or nullptr. Of equal ones the first.
const LimitUse *tightest(const QList<LimitUse> &all, LimitUse::Of of, const QString &id);

} // namespace understudy
