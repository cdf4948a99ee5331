// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <functional>
#include <utility>

namespace understudy {

/// The memory that request bodies may take in the whole process, shared by all shards. A body counts three times, because
/// it lives in the socket's buffer, as the request and as what goes upstream. Thread-safe; outlives its shares.
class BodyBudget final {
public:
    static constexpr qint64 Copies = 3;
    static constexpr qint64 LargeBytes = 96 * 1024 * 1024; ///< copies counted: worth giving memory back afterwards

    explicit BodyBudget(qint64 limitBytes) : m_limit(limitBytes) {}
    Q_DISABLE_COPY_MOVE(BodyBudget)

    /// Takes room for a body of that size, or nothing.
    bool take(qint64 bodyBytes)
    {
        const qint64 wanted = bodyBytes * Copies;
        qint64 used = m_used.load(std::memory_order_relaxed);
        do {
            if (wanted > m_limit.load(std::memory_order_relaxed) - used)
                return false;
        } while (!m_used.compare_exchange_weak(used, used + wanted, std::memory_order_relaxed));
        if (used + wanted >= LargeBytes)
            m_wasLarge.store(true, std::memory_order_relaxed);
        return true;
    }
    /// The same without asking; for what is too small to be refused.
    void takeRegardless(qint64 bodyBytes) { m_used.fetch_add(bodyBytes * Copies, std::memory_order_relaxed); }
    /// Whether `take` would succeed if nothing else were there.
    bool couldEverFit(qint64 bodyBytes) const { return bodyBytes * Copies <= m_limit.load(std::memory_order_relaxed); }
    /// Whether `take` would succeed now.
    bool fits(qint64 bodyBytes) const { return bodyBytes * Copies <= m_limit.load(std::memory_order_relaxed) - m_used.load(std::memory_order_relaxed); }
    void giveBack(qint64 bodyBytes)
    {
        const qint64 before = m_used.fetch_sub(bodyBytes * Copies, std::memory_order_relaxed);
        if (before == bodyBytes * Copies && m_wasLarge.load(std::memory_order_relaxed) && m_wasLarge.exchange(false) && m_whenEmptied)
            m_whenEmptied();
    }
    /// For what comes from now on; what is taken stays.
    void setLimit(qint64 limitBytes) { m_limit.store(limitBytes, std::memory_order_relaxed); }
    /// Called, in whatever thread gives back, when the last body goes after there were LargeBytes. Set before the first use.
    void whenEmptied(std::function<void()> callback) { m_whenEmptied = std::move(callback); }
    qint64 usedBytes() const { return m_used.load(std::memory_order_relaxed); } ///< copies counted

private:
    std::atomic<qint64> m_limit;
    std::atomic<qint64> m_used{0};
    std::atomic<bool> m_wasLarge{false};
    std::function<void()> m_whenEmptied;
};

/// What one request has taken; gives it back at its end.
class BodyShare final {
public:
    explicit BodyShare(BodyBudget &budget) : m_budget(budget) {}
    ~BodyShare() { clear(); }
    Q_DISABLE_COPY_MOVE(BodyShare)

    /// Makes the share at least that large. False: it stays as it was.
    bool growTo(qint64 bodyBytes)
    {
        if (bodyBytes <= m_taken)
            return true;
        if (!m_budget.take(bodyBytes - m_taken))
            return false;
        m_taken = bodyBytes;
        return true;
    }
    void growRegardless(qint64 bodyBytes)
    {
        if (bodyBytes <= m_taken)
            return;
        m_budget.takeRegardless(bodyBytes - m_taken);
        m_taken = bodyBytes;
    }
    void clear()
    {
        if (m_taken > 0)
            m_budget.giveBack(std::exchange(m_taken, 0));
    }

private:
    BodyBudget &m_budget;
    qint64 m_taken = 0;
};

} // namespace understudy
