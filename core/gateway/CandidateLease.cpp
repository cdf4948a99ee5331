// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/CandidateLease.h"

namespace understudy {

namespace {

bool limitReached(const RuntimeCandidate &candidate, Milliseconds now)
{
    const ChannelLimits &limits = candidate.limits;
    const ChannelState &state = *candidate.channelState;
    return (limits.parallel > 0 && state.inFlight.load(std::memory_order_relaxed) >= limits.parallel)
        || state.requests.full(limits.requestsPerMinute, now)
        || (limits.tokensPerMonth > 0 && state.tokensThisMonth.value() >= limits.tokensPerMonth);
}

bool freeTokensUsedUp(const RuntimeKey &key, const RuntimeCandidate &candidate)
{
    return candidate.entry.builtIn && key.state->freeTokensUsed.value() >= key.key.freeTokens;
}

bool provesTrouble(TransportFault fault)
{
    return fault == TransportFault::NameNotFound || fault == TransportFault::Unreachable || fault == TransportFault::ConnectTimeout;
}

} // namespace

EntryState entryState(const RuntimeKey &key, const RuntimeCandidate &candidate, Milliseconds now)
{
    EntryState state;
    state.freeTokensUsedUp = freeTokensUsedUp(key, candidate);
    state.channelLimit = limitReached(candidate, now);
    state.suspended = phase(candidate.state->breaker(), key.key.policy.breaker, now) == BreakerPhase::Suspended;
    return state;
}

std::variant<CandidateLease, SkipReason> CandidateLease::take(const RuntimeKey &key, const RuntimeCandidate &candidate, RuntimeState &state,
                                                              bool lastResort)
{
    const Milliseconds now = state.now();
    if (candidate.entry.paused)
        return SkipReason::Paused;
    if (candidate.entry.noCredential)
        return SkipReason::NoCredential;
    if (freeTokensUsedUp(key, candidate))
        return SkipReason::FreeTokensUsedUp;
    if (limitReached(candidate, now))
        return SkipReason::ChannelLimit;

    CandidateLease lease;
    const BreakerPolicy &policy = key.key.policy.breaker;
    if (phase(candidate.state->breaker(), policy, now) != BreakerPhase::Available) {
        lease.m_probe = candidate.state->claimProbe(policy, now);
        if (!lease.m_probe && !lastResort)
            return SkipReason::Suspended;
    }
    lease.m_candidate = &candidate;
    lease.m_state = &state;
    const int before = candidate.channelState->inFlight.fetch_add(1, std::memory_order_relaxed);
    if (candidate.limits.parallel > 0 && before >= candidate.limits.parallel)
        return SkipReason::ChannelLimit; // another shard was quicker
    if (candidate.channelState->requests.take(candidate.limits.requestsPerMinute, now))
        return SkipReason::ChannelLimit; // somebody was quicker; the lease gives everything back
    return lease;
}

CandidateLease::CandidateLease(CandidateLease &&other) noexcept
    : m_candidate(std::exchange(other.m_candidate, nullptr)), m_state(other.m_state), m_probe(other.m_probe), m_settled(other.m_settled)
{
}

CandidateLease &CandidateLease::operator=(CandidateLease &&other) noexcept
{
    if (this != &other) {
        end();
        m_candidate = std::exchange(other.m_candidate, nullptr);
        m_state = other.m_state;
        m_probe = other.m_probe;
        m_settled = other.m_settled;
    }
    return *this;
}

CandidateLease::~CandidateLease()
{
    end();
}

void CandidateLease::end()
{
    if (!m_candidate)
        return;
    m_candidate->channelState->inFlight.fetch_sub(1, std::memory_order_relaxed);
    if (!m_settled)
        m_candidate->state->noteNothing(m_probe);
    m_candidate = nullptr;
}

void CandidateLease::settle(const Verdict &verdict, TransportFault fault, bool answered, const Policy &policy)
{
    if (!m_candidate || m_settled)
        return;
    m_settled = true;
    if (provesTrouble(fault))
        m_state->noteUnreachable(m_candidate->baseUrl.host(), m_candidate->loopback);
    else if (answered || fault == TransportFault::Refused || fault == TransportFault::TlsFailed)
        m_state->noteReached(); // an own timeout proves nothing

    CandidateState &state = *m_candidate->state;
    const Milliseconds now = m_state->now();
    const BreakerEffect effect = breakerEffect(verdict);
    switch (effect) {
    case BreakerEffect::None:
        state.noteNothing(m_probe);
        return;
    case BreakerEffect::Success:
        state.noteSuccess();
        return;
    case BreakerEffect::SuspendUntilRetryAfter:
        if (verdict.retryAfter) {
            state.noteHold(BreakerState::Hold::RateLimited, now + std::min(*verdict.retryAfter, policy.retryAfterCap), m_probe);
            return;
        }
        break;
    case BreakerEffect::NeedsAttention:
        state.noteHold(BreakerState::Hold::Attention, now + AttentionSuspension, m_probe);
        return;
    case BreakerEffect::Failure:
        break;
    }
    // A lost network is nobody's outage: suspend nothing (SEMANTICS §5).
    if (provesTrouble(fault) && m_state->offline())
        state.noteNothing(m_probe);
    else
        state.noteFailure(policy.breaker, now, m_probe);
}

} // namespace understudy
