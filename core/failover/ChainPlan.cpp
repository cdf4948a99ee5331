// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/ChainPlan.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// The first entry that the test accepts and whose type serves the path; `seen` tells whether the test accepted any at all.
template<typename Test>
int firstServing(const QList<ChainEntry> &entries, Api api, bool &seen, Test &&test)
{
    for (int i = 0; i < int(entries.size()); ++i) {
        if (!test(entries[i]))
            continue;
        seen = true;
        if (serves(entries[i].type, api))
            return i;
    }
    return -1;
}

/// Why the entry is not to be called, or nothing. The first reason that holds, lasting ones before passing ones.
std::optional<SkipReason> skipReason(const ChainEntry &entry, const EntryState &state, ModelType type)
{
    if (entry.type != type)
        return SkipReason::TypeMismatch;
    if (entry.paused)
        return SkipReason::Paused;
    if (entry.noCredential)
        return SkipReason::NoCredential;
    if (state.freeTokensUsedUp)
        return SkipReason::FreeTokensUsedUp;
    if (state.channelLimit)
        return SkipReason::ChannelLimit;
    if (state.suspended)
        return SkipReason::Suspended;
    return std::nullopt;
}

} // namespace

StartChoice chooseStart(const QList<ChainEntry> &entries, Api api, QStringView asked, bool knownElsewhere)
{
    StartChoice choice;
    bool seen = false;
    if (asked.isEmpty() || asked == "auto"_L1) {
        choice.start = firstServing(entries, api, seen, [](const ChainEntry &) { return true; });
        return choice;
    }
    choice.start = firstServing(entries, api, seen, [asked](const ChainEntry &entry) { return entry.model == asked; });
    const qsizetype slash = asked.indexOf(u'/');
    if (choice.start < 0 && slash >= 0) {
        const QStringView channel = asked.first(slash);
        const QStringView model = asked.sliced(slash + 1);
        choice.start = firstServing(entries, api, seen,
                                    [=](const ChainEntry &entry) { return entry.channel == channel && entry.model == model; });
    }
    if (!seen)
        choice.error = knownElsewhere ? PlanError::ModelNotBound : PlanError::ModelNotFound;
    return choice;
}

ChainPlan planChain(const QList<ChainEntry> &entries, const QList<EntryState> &states, Api api, int start)
{
    ChainPlan plan;
    const bool startFits = start >= 0 && start < entries.size() && serves(entries[start].type, api);
    QList<int> suspended;
    QList<SkippedCandidate> withSuspended;
    for (int i = std::max(start, 0); i < int(entries.size()); ++i) {
        const ChainEntry &entry = entries[i];
        const auto reason = startFits ? skipReason(entry, states.value(i), entries[start].type)
                                      : std::optional(SkipReason::TypeMismatch);
        if (!reason) {
            plan.order.append(i);
            continue;
        }
        withSuspended.append({entry.position, entry.channel, entry.model, *reason});
        if (*reason == SkipReason::Suspended)
            suspended.append(i);
        else
            plan.skipped.append(withSuspended.last());
    }
    if (plan.order.isEmpty() && !suspended.isEmpty()) {
        plan.order = suspended;
        plan.lastResort = true;
    } else {
        plan.skipped = withSuspended;
    }
    return plan;
}

bool hasLargerContext(const ChainEntry &next, const ChainEntry &failed)
{
    if (next.type != failed.type || next.position <= failed.position)
        return false;
    return next.context == 0 || failed.context == 0 || next.context > failed.context;
}

} // namespace understudy
