// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/SnapshotView.h"

#include <QMap>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QString phaseWord(BreakerPhase phase)
{
    switch (phase) {
    case BreakerPhase::Available: return u"available"_s;
    case BreakerPhase::Suspended: return u"suspended"_s;
    case BreakerPhase::Probing: return u"probing"_s;
    }
    return {};
}

int badness(BreakerPhase phase)
{
    return phase == BreakerPhase::Suspended ? 2 : phase == BreakerPhase::Probing ? 1 : 0;
}

void add(QList<LimitUse> &all, LimitUse::Of of, const QString &id, LimitKind kind, qint64 used, qint64 limit)
{
    if (limit > 0)
        all.append({of, id, kind, std::max<qint64>(used, 0), limit});
}

} // namespace

QList<CandidateHealth> candidateHealth(const Snapshot &snapshot, Milliseconds now)
{
    struct Seen {
        const RuntimeCandidate *candidate = nullptr;
        BreakerPhase phase = BreakerPhase::Available;
    };
    QMap<QPair<QString, QString>, Seen> worst;
    for (const auto &key : snapshot.keysByHash) {
        for (const RuntimeCandidate &candidate : key->candidates) {
            const BreakerPhase seen = phase(candidate.state->breaker(), key->key.policy.breaker, now);
            Seen &known = worst[{candidate.entry.channel, candidate.entry.model}];
            if (!known.candidate || badness(seen) > badness(known.phase))
                known = {&candidate, seen};
        }
    }
    QList<CandidateHealth> all;
    all.reserve(worst.size());
    for (auto one = worst.cbegin(); one != worst.cend(); ++one) {
        const BreakerState breaker = one->candidate->state->breaker();
        CandidateHealth health{one.key().first, one.key().second, phaseWord(one->phase), breaker.failures(), std::nullopt,
                               breaker.hold() == BreakerState::Hold::Attention};
        if (one->phase == BreakerPhase::Suspended)
            health.suspendedFor = std::max(breaker.suspendedUntil() - now, Milliseconds{0});
        all.append(health);
    }
    return all;
}

QList<LimitUse> limitUse(const Snapshot &snapshot, Milliseconds now)
{
    using Of = LimitUse::Of;
    QMap<QString, const RuntimeKey *> keys;
    QMap<QString, const RuntimeCandidate *> channels;
    for (const auto &key : snapshot.keysByHash) {
        keys.insert(key->key.id, key.get());
        for (const RuntimeCandidate &candidate : key->candidates)
            channels.insert(candidate.entry.channel, &candidate);
    }
    QList<LimitUse> all;
    for (const RuntimeKey *key : std::as_const(keys)) {
        const KeyLimits &limits = key->key.limits;
        const KeyState &state = *key->state;
        add(all, Of::Key, key->key.id, LimitKind::RequestsPerMinute, state.requests.count(now), limits.requestsPerMinute);
        add(all, Of::Key, key->key.id, LimitKind::TokensPerDay, state.tokensToday.value(), limits.tokensPerDay);
        add(all, Of::Key, key->key.id, LimitKind::TokensPerMonth, state.tokensThisMonth.value(), limits.tokensPerMonth);
        if (std::any_of(key->entries.begin(), key->entries.end(), [](const ChainEntry &entry) { return entry.builtIn; }))
            add(all, Of::Key, key->key.id, LimitKind::FreeTokens, state.freeTokensUsed.value(), key->key.freeTokens);
    }
    for (auto channel = channels.cbegin(); channel != channels.cend(); ++channel) {
        const ChannelLimits &limits = (*channel)->limits;
        const ChannelState &state = *(*channel)->channelState;
        add(all, Of::Channel, channel.key(), LimitKind::RequestsPerMinute, state.requests.count(now), limits.requestsPerMinute);
        add(all, Of::Channel, channel.key(), LimitKind::TokensPerMonth, state.tokensThisMonth.value(), limits.tokensPerMonth);
    }
    return all;
}

} // namespace understudy
