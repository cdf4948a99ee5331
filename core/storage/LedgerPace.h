// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace understudy {

/// What waits in the journal of the ledger.
struct LedgerBacklog {
    qint64 exchanges = 0;
    qint64 bytes = 0; ///< of their entries
};

/// When recorded exchanges become rows of the log at once, and when they wait in the journal because the processor has better things to do.
///
/// A row costs 18 µs of a core, an entry of the journal a tenth of it. Below 2,000 exchanges a second the rows take less than a
/// twenty-fifth of one core and nobody is served later for them; from there on they wait until the requests come slower. Should they not,
/// for so long that `mostWaiting` or `mostBytes` is reached, the log must not fall behind for ever: then rows are made beside the load.
class LedgerPace final {
public:
    struct Limits {
        double fastFrom = 2000;                ///< exchanges a second
        std::chrono::milliseconds window{100}; ///< a shorter time says nothing about the speed
        qint64 mostWaiting = 1'000'000;        ///< exchanges
        qint64 mostBytes = 1'000'000'000;      ///< of their entries, which may hold recorded content
    };
    explicit LedgerPace(Limits limits) : m_limits(limits) {}

    void took(size_t exchanges, std::chrono::nanoseconds in); ///< how many came in the time since the last call

    bool isFast() const { return m_fast; }
    /// `waiting`: in the journal. While something is, others go behind it: the log keeps the order.
    bool journals(const LedgerBacklog &waiting) const { return m_fast || waiting.exchanges > 0; }
    /// `hurry`: somebody waits for the rows.
    bool folds(const LedgerBacklog &waiting, bool hurry) const
    {
        return waiting.exchanges > 0 && (!m_fast || hurry || isTooMuch(waiting));
    }
    /// Whether a step of making rows is followed by a rest as long as it took. Not when there is too much: it would become more and more.
    bool rests(const LedgerBacklog &waiting, bool hurry) const { return !hurry && !isTooMuch(waiting); }

private:
    bool isTooMuch(const LedgerBacklog &waiting) const
    {
        return waiting.exchanges >= m_limits.mostWaiting || waiting.bytes >= m_limits.mostBytes;
    }

    const Limits m_limits;
    bool m_fast = false;
};

} // namespace understudy
