// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "failover/Breaker.h"
#include "gateway/NetworkWatch.h"
#include "gateway/RateWindow.h"

#include <QHash>
#include <QMutex>
#include <QString>

#include <atomic>
#include <memory>

namespace understudy {

/// What the process remembers of one (channel, model), across keys, shards and configuration reloads (SEMANTICS §5). All
/// members may be used from any thread; nothing waits.
class CandidateState final {
public:
    BreakerState breaker() const { return BreakerState(m_breaker.load(std::memory_order_acquire)); }

    /// Claims the probe if the key sees the candidate in phase Probing; false when another call was quicker or it is in
    /// another phase.
    bool claimProbe(const BreakerPolicy &policy, Milliseconds now);

    void noteSuccess();
    void noteFailure(const BreakerPolicy &policy, Milliseconds now, bool probe);
    void noteHold(BreakerState::Hold hold, Milliseconds until, bool probe);
    void noteNothing(bool probe);
    void pardon(bool probe); ///< one noteFailure(), which was no fault of the candidate
    void reset()
    {
        m_breaker.store(0, std::memory_order_release);
        refusesStreamOptions.store(false, std::memory_order_relaxed);
    } ///< the channel was edited or its test passed

    std::atomic<bool> refusesStreamOptions{false}; ///< learnt from a 400 that names it (SEMANTICS §3)

private:
    template<typename Change>
    void change(Change &&next);
    std::atomic<std::uint64_t> m_breaker{0};
};

/// A count that the ledger keeps and this process runs ahead of: what is settled, plus what has happened here since.
/// A call may overshoot a limit by what is in flight, never by what has ended.
class RunningTotal final {
public:
    qint64 value() const { return m_settled.load(std::memory_order_relaxed) + m_pending.load(std::memory_order_relaxed); }
    void add(qint64 amount) { m_pending.fetch_add(amount, std::memory_order_relaxed); }
    /// The ledger's own figure, of which `ofThese` had been added here.
    void settle(qint64 total, qint64 ofThese)
    {
        m_settled.store(total, std::memory_order_relaxed);
        m_pending.fetch_sub(ofThese, std::memory_order_relaxed);
    }

private:
    std::atomic<qint64> m_settled{0};
    std::atomic<qint64> m_pending{0};
};

/// What the process remembers of one channel.
struct ChannelState {
    std::atomic<int> inFlight{0};
    RateWindow requests;
    RunningTotal tokensThisMonth;
};

/// What the process remembers of one gateway key.
struct KeyState {
    RateWindow requests;
    RunningTotal freeTokensUsed;
    RunningTotal tokensToday;
    RunningTotal tokensThisMonth;
};

/// Owns all of it. The look-ups take a mutex and happen only when a configuration is loaded; the path of a request uses the
/// pointers that it found there.
class RuntimeState final {
public:
    explicit RuntimeState(const Clock &clock, NetworkSources network = {})
        : m_clock(clock), m_start(clock.now()), m_network(std::make_shared<NetworkWatch>(std::move(network)))
    {
    }
    Q_DISABLE_COPY_MOVE(RuntimeState)

    std::shared_ptr<CandidateState> candidate(const QString &channel, const QString &model);
    std::shared_ptr<ChannelState> channel(const QString &id);
    std::shared_ptr<KeyState> key(const QString &id);
    void resetChannel(const QString &channel); ///< breakers of all its candidates

    /// Milliseconds since the process began; the clock of breakers and windows. Never 0.
    Milliseconds now() const { return std::chrono::duration_cast<Milliseconds>(m_clock.now() - m_start) + Milliseconds{1}; }

    NetworkWatch &network() { return *m_network; }
    /// Its verdict as a value, with the date.
    NetworkTrouble networkTrouble();

private:
    const Clock &m_clock;
    MonotonicTime m_start;
    mutable QMutex m_mutex;
    QHash<QPair<QString, QString>, std::shared_ptr<CandidateState>> m_candidates;
    QHash<QString, std::shared_ptr<ChannelState>> m_channels;
    QHash<QString, std::shared_ptr<KeyState>> m_keys;
    const std::shared_ptr<NetworkWatch> m_network;
    std::optional<std::pair<Milliseconds, WallTime>> m_troubleSince; ///< one date for one beginning: two clocks read twice differ
};

} // namespace understudy
