// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/Breaker.h"

#include <algorithm>

namespace understudy {

namespace {

/// A run of bits of the word.
struct Field {
    int shift;
    int width;
    constexpr std::uint64_t mask() const { return (std::uint64_t(1) << width) - 1; }
    constexpr std::uint64_t of(std::uint64_t word) const { return (word >> shift) & mask(); }
    /// Values that do not fit saturate; time must not wrap into "long ago".
    constexpr std::uint64_t with(std::uint64_t word, std::uint64_t value) const
    {
        return (word & ~(mask() << shift)) | (std::min(value, mask()) << shift);
    }
};

constexpr Field Until{0, 40}; // milliseconds: 34 years of uptime
constexpr Field Failures{40, 8};
constexpr Field Level{48, 4};
constexpr Field HoldKind{52, 2};
constexpr Field Probe{54, 1};
constexpr int HighestLevel = 15;

} // namespace

/// The one place that writes words.
struct BreakerTransitions {
    std::uint64_t word;
    explicit BreakerTransitions(BreakerState state) : word(state.m_word) {}
    BreakerState done() const { return BreakerState(word); }

    void setUntil(Milliseconds until) { word = Until.with(word, std::uint64_t(std::max<std::int64_t>(until.count(), 0))); }
    void setLevel(int level) { word = Level.with(word, std::uint64_t(std::min(level, HighestLevel))); }
    void setHold(BreakerState::Hold hold) { word = HoldKind.with(word, std::uint64_t(hold)); }
    void setProbing(bool probing) { word = Probe.with(word, probing); }
    void setFailures(int failures) { word = Failures.with(word, std::uint64_t(std::max(failures, 0))); }
    void countFailure() { word = Failures.with(word, Failures.of(word) + 1); }
};

namespace {

Milliseconds suspension(const BreakerPolicy &policy, int level)
{
    const Milliseconds first = std::clamp(policy.suspend, Milliseconds{1}, LongestSuspension);
    return std::min(first * (std::int64_t(1) << std::clamp(level, 0, HighestLevel)), LongestSuspension);
}

} // namespace

int BreakerState::failures() const { return int(Failures.of(m_word)); }
Milliseconds BreakerState::suspendedUntil() const { return Milliseconds(std::int64_t(Until.of(m_word))); }
int BreakerState::level() const { return int(Level.of(m_word)); }
bool BreakerState::probing() const { return Probe.of(m_word) != 0; }
BreakerState::Hold BreakerState::hold() const
{
    return Hold(std::min<std::uint64_t>(HoldKind.of(m_word), std::uint64_t(Hold::Attention)));
}

BreakerPhase phase(BreakerState state, const BreakerPolicy &policy, Milliseconds now)
{
    if (!policy.enabled)
        return BreakerPhase::Available;
    if (state.hold() == BreakerState::Hold::None && state.failures() < policy.failures)
        return BreakerPhase::Available;
    // While a probe is under way this is the end of its lease, so the same comparison keeps everybody else out.
    return now < state.suspendedUntil() ? BreakerPhase::Suspended : BreakerPhase::Probing;
}

BreakerState claimProbe(BreakerState state, Milliseconds now, Milliseconds lease)
{
    BreakerTransitions next(state);
    next.setProbing(true);
    next.setUntil(now + std::max(lease, Milliseconds{1}));
    return next.done();
}

BreakerState afterSuccess(BreakerState) { return BreakerState(); }

BreakerState afterFailure(BreakerState state, const BreakerPolicy &policy, Milliseconds now, bool probe)
{
    BreakerTransitions next(state);
    next.countFailure();
    if (probe) {
        const int level = std::min(state.level() + 1, HighestLevel);
        next.setProbing(false);
        next.setLevel(level);
        next.setUntil(now + suspension(policy, level));
        return next.done();
    }
    // Only the failure that reaches the threshold suspends: those that were under way at the same time come after it and
    // change nothing but the count, however late they end.
    const bool reached = state.failures() < policy.failures && next.done().failures() >= policy.failures;
    if (policy.enabled && reached && now >= state.suspendedUntil())
        next.setUntil(now + suspension(policy, state.level()));
    return next.done();
}

BreakerState afterHold(BreakerState state, BreakerState::Hold hold, Milliseconds until, bool probe)
{
    BreakerTransitions next(state);
    next.setHold(std::max(hold, state.hold())); // attention outlives a rate limit
    if (probe) {
        next.setProbing(false);
        next.setUntil(until);
    } else if (until > state.suspendedUntil()) {
        next.setUntil(until);
    }
    return next.done();
}

BreakerState afterNothing(BreakerState state, bool probe)
{
    if (!probe)
        return state;
    BreakerTransitions next(state);
    next.setProbing(false);
    next.setUntil(Milliseconds::zero());
    return next.done();
}

BreakerState afterPardon(BreakerState state, int failures, int probes)
{
    BreakerTransitions next(state);
    next.setFailures(state.failures() - failures);
    next.setLevel(std::max(state.level() - probes, 0));
    if (state.hold() == BreakerState::Hold::None && !state.probing())
        next.setUntil(Milliseconds::zero());
    return next.done();
}

} // namespace understudy
