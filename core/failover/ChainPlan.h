// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "domain/GatewayKey.h"

namespace understudy {

/// A candidate of a key's chain with what planning needs to know about it.
struct ChainEntry {
    int position = 0; ///< place in the chain, 0 = primary
    QString channel;
    QString model;
    ModelType type = ModelType::Chat;
    qint64 context = 0; ///< 0 = unknown
    bool paused = false; ///< channel disabled
    bool noCredential = false; ///< the variable that holds it is not set, so its provider could only refuse
    bool builtIn = false;
};

/// What is true right now of one entry, asked when the chain is planned.
struct EntryState {
    bool freeTokensUsedUp = false;
    bool channelLimit = false; ///< a limit of the channel is reached
    bool suspended = false;    ///< as this key's breaker policy sees it
};

enum class PlanError { None, ModelNotFound, ModelNotBound };

/// Where the asked model starts, by SEMANTICS §1: the whole text is looked up as a model id first; else it is split at the
/// first `/` into channel and model. Empty and "auto": the first entry whose type serves the path.
struct StartChoice {
    PlanError error = PlanError::None;
    int start = -1; ///< index into the entries; -1 with error None: no entry's type serves the path
};
/// Of several matches the first whose type serves the path is taken. `knownElsewhere` tells whether the model id exists
/// anywhere in the configuration: ModelNotBound (403) instead of ModelNotFound (404) when the chain does not have it.
StartChoice chooseStart(const QList<ChainEntry> &entries, Api api, QStringView asked, bool knownElsewhere);

/// The candidates in the order of calls, all of the type of the start, and those from the start on that are left out, in
/// chain order with the first reason that holds. Suspended ones are left out unless nothing else is left; then they are
/// tried in order and not listed as skipped. With start −1 all are skipped as TypeMismatch. `states` runs parallel to the
/// entries; a missing one counts as healthy.
struct ChainPlan {
    QList<int> order; ///< indexes into the entries
    QList<SkippedCandidate> skipped;
    bool lastResort = false; ///< all that is left is suspended
};
ChainPlan planChain(const QList<ChainEntry> &entries, const QList<EntryState> &states, Api api, int start);

/// What a candidate that failed with context_exceeded may be replaced by: later in the chain, of the same type, and with a
/// larger context or one of the two unknown.
bool hasLargerContext(const ChainEntry &next, const ChainEntry &failed);

} // namespace understudy
