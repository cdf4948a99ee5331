// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GatewayKey.h"

#include <cstdint>

namespace understudy {

/// The state of one candidate's breaker as a value of 64 bits, so that the process can share it in one atomic word
/// (SEMANTICS §5): Available → Suspended → Probing. Transitions are pure; the caller swaps the word with compare-exchange.
///
/// Failures are counted across keys; each key looks at the count with its own threshold. The suspension is doubled only
/// when a probe (a call after its end) fails, not by the stragglers that fail together with the one that opened it.
class BreakerState {
public:
    enum class Hold : std::uint8_t { None, RateLimited, Attention };

    BreakerState() = default;
    explicit BreakerState(std::uint64_t word) : m_word(word) {}
    std::uint64_t toWord() const { return m_word; }

    int failures() const;          ///< consecutive; saturates at 255
    Milliseconds suspendedUntil() const; ///< on the process's monotonic clock, ms since its start; 0 = never suspended
    int level() const;             ///< failed probes in a row
    bool probing() const;          ///< the one probe is under way
    Hold hold() const;             ///< why it is held independent of the count

    bool operator==(const BreakerState &) const = default;

private:
    friend struct BreakerTransitions;
    std::uint64_t m_word = 0;
};

enum class BreakerPhase { Available, Suspended, Probing };

/// How a key sees the candidate at `now`. Probing: the suspension is over and one call may try it; claim it first.
/// With the breaker off for the key: always Available.
BreakerPhase phase(BreakerState state, const BreakerPolicy &policy, Milliseconds now);

/// Claims the single probe. The caller must be in phase Probing and must report the end of the call by exactly one of the
/// functions below.
BreakerState claimProbe(BreakerState state);

BreakerState afterSuccess(BreakerState state); ///< closed: nothing is remembered
/// `probe`: the call held the claim.
BreakerState afterFailure(BreakerState state, const BreakerPolicy &policy, Milliseconds now, bool probe);
/// Rate limited or attention needed: suspended until a known time whatever the count.
BreakerState afterHold(BreakerState state, BreakerState::Hold hold, Milliseconds until, bool probe);
/// The call ended without a meaning for the breaker (client gone, caller's fault): the claim is given back.
BreakerState afterNothing(BreakerState state, bool probe);

inline constexpr Milliseconds LongestSuspension{300000};
inline constexpr Milliseconds AttentionSuspension{300000};

/// Tells a lost network from a provider's outage (SEMANTICS §5): two distinct non-loopback hosts that cannot be found or
/// reached within 5 s, with no success between. Not thread-safe.
class OfflineDetector final {
public:
    static constexpr Milliseconds Window{5000};

    void noteUnreachable(const QString &host, bool loopback, Milliseconds now);
    void noteReached(Milliseconds now); ///< any answer, also a refusal: it proves a network
    bool offline(Milliseconds now) const;

private:
    QString m_firstHost;
    Milliseconds m_firstAt{-1};
    QString m_secondHost;
    Milliseconds m_secondAt{-1};
};

} // namespace understudy
