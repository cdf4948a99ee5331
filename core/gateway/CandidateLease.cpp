// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/CandidateLease.h"

namespace understudy {

using namespace Qt::StringLiterals;

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

/// What a failure shows of the network; nothing: it is between the provider and us.
std::optional<HostSign> signOf(const Verdict &verdict, TransportFault fault, bool answered)
{
    switch (fault) {
    case TransportFault::NameNotFound: return HostSign::NameNotFound;
    case TransportFault::Unreachable: return HostSign::Unreachable;
    case TransportFault::ConnectTimeout: return HostSign::ConnectTimeout;
    case TransportFault::ProxyFailed: return HostSign::ProxyFailed;
    case TransportFault::Closed: return HostSign::Lost;
    case TransportFault::Refused:
    case TransportFault::TlsFailed:
    case TransportFault::StaleConnection:
    case TransportFault::Malformed: return std::nullopt;
    case TransportFault::None: break;
    }
    if (verdict.outcome == Outcome::Redirected)
        return HostSign::Redirect;
    if (verdict.outcome == Outcome::Broken && verdict.detail == "html_page"_L1)
        return HostSign::WebPage;
    if (verdict.outcome == Outcome::Timeout && !answered)
        return HostSign::Lost;
    return std::nullopt;
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

/// This machine's own programs say nothing about it.
bool CandidateLease::tellsOfTheNetwork() const { return !m_candidate->loopback && m_candidate->source != CandidateSource::Simulated; }

/// Whose fault a failed attempt was, after the network watch has heard of it.
NetworkBlame CandidateLease::blameFor(std::optional<HostSign> sign, TransportFault fault, bool answered, Milliseconds now)
{
    if (!tellsOfTheNetwork())
        return NetworkBlame::Fine;
    NetworkWatch &network = m_state->network();
    if (sign)
        network.noteSign(m_candidate->baseUrl.host(), *sign, now);
    const bool itself = answered && sign != HostSign::WebPage && sign != HostSign::Redirect;
    if (itself || fault == TransportFault::Refused || fault == TransportFault::TlsFailed)
        network.noteReached(itself, now);
    if (!sign && answered)
        return NetworkBlame::Fine;
    const NetworkBlame blame = network.blame(now);
    return isOurSide(blame) ? blame : NetworkBlame::Fine;
}

NetworkBlame CandidateLease::settle(const Verdict &verdict, TransportFault fault, bool answered, const Policy &policy)
{
    if (!m_candidate || m_settled)
        return NetworkBlame::Fine;
    m_settled = true;
    const Milliseconds now = m_state->now();
    const BreakerEffect effect = breakerEffect(verdict);
    CandidateState &state = *m_candidate->state;
    if (effect == BreakerEffect::Success) {
        if (tellsOfTheNetwork())
            m_state->network().noteReached(true, now);
        state.noteSuccess();
        return NetworkBlame::Fine;
    }
    const std::optional<HostSign> sign = tellsOfTheNetwork() ? signOf(verdict, fault, answered) : std::nullopt;
    const NetworkBlame blame = blameFor(sign, fault, answered, now);
    switch (effect) {
    case BreakerEffect::None:
    case BreakerEffect::Success:
        state.noteNothing(m_probe);
        return NetworkBlame::Fine;
    case BreakerEffect::SuspendUntilRetryAfter:
        if (verdict.retryAfter) {
            state.noteHold(BreakerState::Hold::RateLimited, now + std::min(*verdict.retryAfter, policy.retryAfterCap), m_probe);
            return NetworkBlame::Fine;
        }
        break;
    case BreakerEffect::NeedsAttention:
        state.noteHold(BreakerState::Hold::Attention, now + AttentionSuspension, m_probe);
        return NetworkBlame::Fine;
    case BreakerEffect::Failure:
        break;
    }
    // Our own trouble is nobody's outage: suspend nothing (SEMANTICS §5).
    if (isOurSide(blame)) {
        state.noteNothing(m_probe);
        return blame;
    }
    state.noteFailure(policy.breaker, now, m_probe);
    if (sign)
        m_state->network().noteCounted([counted = m_candidate->state, probe = m_probe] { counted->pardon(probe); }, now);
    return blame;
}

} // namespace understudy
