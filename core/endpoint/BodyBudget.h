// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <utility>

namespace understudy {

/// The memory that request bodies may take in the whole process, shared by all shards. A body counts three times, because
/// it lives in the socket's buffer, as the request and as what goes upstream. Thread-safe; outlives its shares.
class BodyBudget final {
public:
    static constexpr qint64 Copies = 3;

    explicit BodyBudget(qint64 limitBytes) : m_limit(limitBytes) {}
    Q_DISABLE_COPY_MOVE(BodyBudget)

    /// Takes room for a body of that size, or nothing.
    bool take(qint64 bodyBytes)
    {
        const qint64 wanted = bodyBytes * Copies;
        qint64 used = m_used.load(std::memory_order_relaxed);
        do {
            if (wanted > m_limit - used)
                return false;
        } while (!m_used.compare_exchange_weak(used, used + wanted, std::memory_order_relaxed));
        return true;
    }
    /// The same without asking; for what is too small to be refused.
    void takeRegardless(qint64 bodyBytes) { m_used.fetch_add(bodyBytes * Copies, std::memory_order_relaxed); }
    /// Whether `take` would succeed now.
    bool fits(qint64 bodyBytes) const { return bodyBytes * Copies <= m_limit - m_used.load(std::memory_order_relaxed); }
    void giveBack(qint64 bodyBytes) { m_used.fetch_sub(bodyBytes * Copies, std::memory_order_relaxed); }
    qint64 usedBytes() const { return m_used.load(std::memory_order_relaxed); } ///< copies counted

private:
    const qint64 m_limit;
    std::atomic<qint64> m_used{0};
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
