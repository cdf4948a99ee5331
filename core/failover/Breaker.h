// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GatewayKey.h"

#include <cstdint>

namespace understudy {

/// The state of one candidate's breaker as a value of 64 bits, so that the process can share it in one atomic word
/// (SEMANTICS §5): Available → Suspended → Probing. Transitions are pure; the caller swaps the word with compare-exchange.
/// The word 0 is a healthy candidate; the layout is not stable between versions.
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
    /// On the process's monotonic clock, ms since its start; 0 = not suspended. While a probe is under way: the end of its lease.
    Milliseconds suspendedUntil() const;
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

/// How long a claimed probe keeps others out. Longer than the default deadline, so that it ends only claims whose call was
/// lost without a report; a new probe may then be claimed.
inline constexpr Milliseconds ProbeLease{600000};

/// Claims the single probe. The caller must be in phase Probing at `now`, must win the compare-exchange, and must report the
/// end of the call by exactly one of the functions below with `probe` true. A report that comes after the lease still counts.
BreakerState claimProbe(BreakerState state, Milliseconds now, Milliseconds lease = ProbeLease);

BreakerState afterSuccess(BreakerState state); ///< closed: nothing is remembered
/// `probe`: the call held the claim; its failure doubles the suspension, and a hold stays. Without a claim only the failure
/// that reaches the policy's threshold suspends, and never for longer than a suspension that runs already.
BreakerState afterFailure(BreakerState state, const BreakerPolicy &policy, Milliseconds now, bool probe);
/// Rate limited or attention needed: suspended until a known time whatever the count. The later time wins, unless the call
/// was the probe; Attention wins over RateLimited. After that time the candidate is in phase Probing.
BreakerState afterHold(BreakerState state, BreakerState::Hold hold, Milliseconds until, bool probe);
/// The call ended without a meaning for the breaker (client gone, caller's fault): the claim is given back.
BreakerState afterNothing(BreakerState state, bool probe);

/// Failures that were counted turn out to have been our own network's, `probes` of them of the call that held the claim: as if they
/// had not been. What is still suspended by others may be probed at once; a hold and a probe under way stay as they are.
BreakerState afterPardon(BreakerState state, int failures, int probes);

inline constexpr Milliseconds LongestSuspension{300000};
inline constexpr Milliseconds AttentionSuspension{300000};

} // namespace understudy
