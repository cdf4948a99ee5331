// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "failover/Decide.h"
#include "gateway/Snapshot.h"

#include <optional>
#include <variant>

namespace understudy {

/// What is true of a candidate right now, for planning. Claims nothing.
EntryState entryState(const RuntimeKey &key, const RuntimeCandidate &candidate, Milliseconds now);

/// The right to call a candidate once: its place among the channel's parallel calls, one of the channel's requests per
/// minute, and the breaker's probe where it is probing. Given back when the lease ends; a lease that was never settled
/// tells the breaker nothing (the client left, the gateway stops).
class CandidateLease final {
public:
    /// `lastResort`: a suspended candidate may be called because nothing else is left.
    static std::variant<CandidateLease, SkipReason> take(const RuntimeKey &key, const RuntimeCandidate &candidate, RuntimeState &state,
                                                         bool lastResort);

    CandidateLease() = default;
    CandidateLease(CandidateLease &&other) noexcept;
    CandidateLease &operator=(CandidateLease &&other) noexcept;
    ~CandidateLease();

    /// Tells breaker and network watch what the attempt meant. `answered`: the head of an answer came. Our side (isOurSide) when
    /// the failure is this machine's: the breaker hears nothing of it then. Else Fine. When that comes out only later (the first
    /// host to fail looks like an outage of its own until a second one does), what the breaker has heard is taken back.
    NetworkBlame settle(const Verdict &verdict, TransportFault fault, bool answered, const Policy &policy);

private:
    bool tellsOfTheNetwork() const;
    NetworkBlame blameFor(std::optional<HostSign> sign, TransportFault fault, bool answered, Milliseconds now);
    void end();
    const RuntimeCandidate *m_candidate = nullptr; ///< owned by the key that the exchange holds
    RuntimeState *m_state = nullptr;
    bool m_probe = false;
    bool m_settled = false;
};

} // namespace understudy
