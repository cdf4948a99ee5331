// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/RuntimeState.h"

#include <QMutexLocker>

namespace understudy {

template<typename Change>
void CandidateState::change(Change &&next)
{
    std::uint64_t seen = m_breaker.load(std::memory_order_acquire);
    std::uint64_t wanted = 0;
    do {
        wanted = next(BreakerState(seen)).toWord();
        if (wanted == seen)
            return; // the usual success writes nothing, so shards do not fight for the cache line
    } while (!m_breaker.compare_exchange_weak(seen, wanted, std::memory_order_acq_rel, std::memory_order_acquire));
}

bool CandidateState::claimProbe(const BreakerPolicy &policy, Milliseconds now)
{
    std::uint64_t seen = m_breaker.load(std::memory_order_acquire);
    while (phase(BreakerState(seen), policy, now) == BreakerPhase::Probing) {
        const std::uint64_t wanted = understudy::claimProbe(BreakerState(seen), now).toWord();
        if (m_breaker.compare_exchange_weak(seen, wanted, std::memory_order_acq_rel, std::memory_order_acquire))
            return true;
    }
    return false;
}

void CandidateState::noteSuccess()
{
    change([](BreakerState state) { return afterSuccess(state); });
}

void CandidateState::noteFailure(const BreakerPolicy &policy, Milliseconds now, bool probe)
{
    change([&](BreakerState state) { return afterFailure(state, policy, now, probe); });
}

void CandidateState::noteHold(BreakerState::Hold hold, Milliseconds until, bool probe)
{
    change([&](BreakerState state) { return afterHold(state, hold, until, probe); });
}

void CandidateState::noteNothing(bool probe)
{
    change([&](BreakerState state) { return afterNothing(state, probe); });
}

void CandidateState::pardon(bool probe)
{
    change([probe](BreakerState state) { return afterPardon(state, 1, probe); });
}

std::shared_ptr<CandidateState> RuntimeState::candidate(const QString &channel, const QString &model)
{
    const QMutexLocker lock(&m_mutex);
    auto &slot = m_candidates[{channel, model}];
    if (!slot)
        slot = std::make_shared<CandidateState>();
    return slot;
}

std::shared_ptr<ChannelState> RuntimeState::channel(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    auto &slot = m_channels[id];
    if (!slot)
        slot = std::make_shared<ChannelState>();
    return slot;
}

std::shared_ptr<KeyState> RuntimeState::key(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    auto &slot = m_keys[id];
    if (!slot)
        slot = std::make_shared<KeyState>();
    return slot;
}

void RuntimeState::resetChannel(const QString &channel)
{
    const QMutexLocker lock(&m_mutex);
    for (auto entry = m_candidates.cbegin(); entry != m_candidates.cend(); ++entry) {
        if (entry.key().first == channel)
            entry.value()->reset();
    }
}

NetworkTrouble RuntimeState::networkTrouble()
{
    const Milliseconds at = now();
    const NetworkVerdict verdict = m_network->verdict(at);
    if (verdict.blame == NetworkBlame::Fine)
        return {};
    const QMutexLocker lock(&m_mutex);
    if (!m_troubleSince || m_troubleSince->first != verdict.since)
        m_troubleSince = {verdict.since, m_clock.wall() - (at - verdict.since)};
    return {verdict.blame, m_troubleSince->second, verdict.signs};
}

} // namespace understudy
