// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "failover/NetworkJudge.h"

#include <QMutex>

#include <atomic>
#include <functional>
#include <memory>

namespace understudy {

/// Where the watch looks when something is wrong. Each may be empty: nothing is known then. Called from any thread.
struct NetworkSources {
    std::function<bool()> interfaceUp;     ///< any but loopback is up; quick
    std::function<QByteArray()> proxy;     ///< tells one proxy of the system from another; may take long
    std::function<Milliseconds()> slept;   ///< how long this machine has slept since it began; quick
    /// Runs what may take long, somewhere else and later. Empty: at once.
    std::function<void(std::function<void()>)> elsewhere;
};

/// "Is it me or them?" (SEMANTICS §5): gathers evidence from the attempts of all shards and judges it with judgeNetwork. While
/// all is well an answer costs it one load; it looks at the system only when a call has failed, and at most once in LookEvery.
/// Any thread.
class NetworkWatch final : public std::enable_shared_from_this<NetworkWatch> {
public:
    static constexpr Milliseconds LookEvery{1000};
    static constexpr Milliseconds ShortestSleep{1000}; ///< less is the rounding of clocks
    static constexpr Milliseconds SameWake{2000};      ///< what is told of within it is one and the same
    static constexpr qsizetype MostHosts = 64;
    static constexpr qsizetype MostDoubts = 256;

    explicit NetworkWatch(NetworkSources sources);
    Q_DISABLE_COPY_MOVE(NetworkWatch)
    void begin(); ///< notes the proxy that is set now

    void noteSign(const QString &host, HostSign sign, Milliseconds now);
    /// A host was reached: there is a network. `itself`: by an answer that only the provider can give, which refutes a portal too.
    void noteReached(bool itself, Milliseconds now)
    {
        if (m_trouble.load(std::memory_order_acquire))
            refute(itself, now);
    }
    /// A failure with a sign was held against a candidate while nothing else spoke for our side. `takeBack` is called, at most once and
    /// from any thread, when a verdict of our side comes within SignsFade; an answer of any provider before that drops it.
    void noteCounted(std::function<void()> takeBack, Milliseconds at);
    void noteWoke(Milliseconds slept, Milliseconds now); ///< the machine woke a moment ago

    NetworkBlame blame(Milliseconds now) { return m_trouble.load(std::memory_order_acquire) ? verdict(now).blame : NetworkBlame::Fine; }
    NetworkVerdict verdict(Milliseconds now);

private:
    bool take(const QString &host, HostSign sign, Milliseconds now);
    void refute(bool itself, Milliseconds now);
    void lookAtProxy(bool asReference);

    const NetworkSources m_sources;
    std::atomic<bool> m_trouble{false}; ///< there are signs: keeps the mutex off the path of success
    QMutex m_mutex;
    NetworkEvidence m_evidence;
    NetworkVerdict m_verdict;
    struct Doubt {
        std::function<void()> takeBack;
        Milliseconds at{0};
    };
    QList<Doubt> m_doubts; ///< oldest first
    std::optional<Milliseconds> m_lookedAt;
    Milliseconds m_sleptBefore{0};
    std::optional<QByteArray> m_proxy; ///< with which providers answered
    bool m_lookingAtProxy = false;
};

} // namespace understudy
