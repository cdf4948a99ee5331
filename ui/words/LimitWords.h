// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LimitUse.h"
#include "theme/Marks.h"

/// How much of a limit is used, in the language of the program.
namespace understudy::words {

QString limitName(LimitKind kind);        ///< "tokens today"
QString limitText(const LimitUse &use);   ///< "tokens today: 8,200 of 10,000 (82 %)"
QString limitShort(const LimitUse &use);  ///< "82 % of today"
Tone limitTone(const LimitUse &use);      ///< Muted, Caution, Bad

/// Of that key or channel, joined by `·`; empty: it has none.
QString limitsText(const QList<LimitUse> &all, LimitUse::Of of, const QString &id);

} // namespace understudy::words
