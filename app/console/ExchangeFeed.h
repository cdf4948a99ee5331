// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeProgress.h"

#include <QSet>

#include <atomic>
#include <functional>
#include <mutex>

namespace understudy {

/// Brings what passes through the gateway to people who watch. The shards pay next to nothing: when nobody sleeps, an exchange costs one
/// load of an atomic, its record one copy into a bounded queue.
///
/// Two ways out: a batch of records that is taken now and then, and the steps of exchanges that somebody waits for by name.
class ExchangeFeed final : public ExchangeListener {
public:
    static constexpr qsizetype MostWaiting = 500; ///< records that nobody took; older ones are dropped, for the display only

    struct Listener {
        std::function<void()> woken; ///< something happens; not again before sleep()
        std::function<void(const ExchangeProgress &)> progress;  ///< of exchanges in `expected`
        std::function<void(const ExchangeRecord &)> recorded; ///< likewise; also in the next batch
    };
    /// The listener's functions are called from the shards' threads and must return at once.
    explicit ExchangeFeed(Listener listener) : m_listener(std::move(listener)) {}

    // ExchangeListener; any thread
    void record(ExchangeRecord &&exchange) override;
    void began() override { wake(); }
    bool watches() const override { return m_watching.load(std::memory_order_relaxed); }
    void progress(ExchangeProgress &&step) override;

    /// What was recorded since the last call, in its order, without recorded contents.
    QList<ExchangeRecord> take();
    /// `woken` is called for the next thing that happens. What happened just before is told by take().
    void sleep() { m_asleep.store(true); }

    /// From now on the exchange with this x-request-id is told step by step, until forget().
    void expect(const QString &clientRequestId);
    void forget(const QString &clientRequestId);

private:
    void wake()
    {
        if (m_asleep.load(std::memory_order_relaxed) && m_asleep.exchange(false))
            m_listener.woken();
    }
    bool isExpected(const QString &clientRequestId);

    const Listener m_listener;
    std::atomic<bool> m_asleep{true};
    std::atomic<bool> m_watching{false};
    std::mutex m_mutex;
    QList<ExchangeRecord> m_records;
    QSet<QString> m_expected;
};

} // namespace understudy
