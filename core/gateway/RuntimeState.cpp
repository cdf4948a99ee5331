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

void RuntimeState::noteUnreachable(const QString &host, bool loopback)
{
    const QMutexLocker lock(&m_offlineMutex);
    m_offlineDetector.noteUnreachable(host, loopback, now());
    m_trouble.store(true, std::memory_order_release);
}

void RuntimeState::noteReached()
{
    if (!m_trouble.load(std::memory_order_acquire))
        return;
    const QMutexLocker lock(&m_offlineMutex);
    m_offlineDetector.noteReached(now());
    m_trouble.store(false, std::memory_order_release);
}

bool RuntimeState::offline() const
{
    if (!m_trouble.load(std::memory_order_acquire))
        return false;
    const QMutexLocker lock(&m_offlineMutex);
    return m_offlineDetector.offline(now());
}

} // namespace understudy
