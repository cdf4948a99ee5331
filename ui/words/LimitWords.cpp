// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/LimitWords.h"

#include "words/Quantities.h"

#include <QCoreApplication>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

class Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::words)
};

} // namespace

QString limitName(LimitKind kind)
{
    switch (kind) {
    case LimitKind::RequestsPerMinute: return Say::tr("requests this minute");
    case LimitKind::TokensPerDay: return Say::tr("tokens today");
    case LimitKind::TokensPerMonth: return Say::tr("tokens this month");
    case LimitKind::FreeTokens: return Say::tr("free tokens");
    }
    return {};
}

QString limitText(const LimitUse &use)
{
    return Say::tr("%1: %2 of %3 (%4 %)").arg(limitName(use.kind), count(use.used), count(use.limit), QString::number(usedPercent(use)));
}

QString limitShort(const LimitUse &use)
{
    const QString part = QString::number(usedPercent(use));
    switch (use.kind) {
    case LimitKind::RequestsPerMinute: return Say::tr("%1 % of minute").arg(part);
    case LimitKind::TokensPerDay: return Say::tr("%1 % of today").arg(part);
    case LimitKind::TokensPerMonth: return Say::tr("%1 % of month").arg(part);
    case LimitKind::FreeTokens: return Say::tr("%1 % of free").arg(part);
    }
    return {};
}

Tone limitTone(const LimitUse &use)
{
    switch (limitLevel(use)) {
    case LimitLevel::Fine: return Tone::Muted;
    case LimitLevel::Near: return Tone::Caution;
    case LimitLevel::Reached: break;
    }
    return Tone::Bad;
}

QString limitsText(const QList<LimitUse> &all, LimitUse::Of of, const QString &id)
{
    QStringList texts;
    for (const LimitUse &use : all) {
        if (use.of == of && use.id == id)
            texts.append(limitText(use));
    }
    return texts.join(u" · "_s);
}

} // namespace understudy::words
