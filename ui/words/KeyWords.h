// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GatewayKey.h"
#include "domain/ModelType.h"
#include "failover/WorstCase.h"
#include "theme/Marks.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

/// What the console says about gateway keys.
namespace understudy::words {

/// Why this cannot be a key's name, in the language of the program; empty: it can. `taken`: names of the other keys.
QString keyNameProblem(const QString &name, const QStringList &taken);
QString keyDescriptionProblem(const QString &description);
QString clientAddressProblem(const QString &address);

/// What the warnings need to know of a chain's member.
struct ChainMember {
    QString channel;
    ModelType type = ModelType::Chat;
    bool builtIn = false; ///< simulated: no outage of others can stop it
};
/// Single points of failure, one sentence each without a full stop: one model; one channel; a type with one member.
QStringList chainWarnings(const QList<ChainMember> &chain);

/// On, paused, expired, over its limit.
Status keyStatus(const GatewayKey &key, qint64 dayTokens, qint64 monthTokens, const QDateTime &now);

QString overLimit(); ///< the word for the state of a key that has used up a limit

/// Models of one type with their worst case.
struct WorstCaseGroup {
    ModelType type = ModelType::Chat;
    int models = 0;
    WorstCase worst;
    bool operator==(const WorstCaseGroup &) const = default;
};
/// "2 models × (1 + 1) × 180 s = 720 s, cut at 590 s". `total` counts pauses, too.
QString worstCaseSentence(const WorstCaseGroup &group, const Policy &policy, bool reasoningInChain, bool namesType);
/// Whose patience ends before: one sentence, empty when nobody's does.
QString patienceWarning(const QList<PatienceLimit> &exceeds);
QString patienceName(PatienceLimit limit); ///< "Reverse proxies", "Node fetch", "OpenAI SDK"

/// Always in seconds, as timeouts are configured: "180 s", "1.5 s".
QString inSeconds(Milliseconds time);

} // namespace understudy::words
