// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/WorstCase.h"

#include "failover/Decide.h"

#include <algorithm>

namespace understudy {

WorstCase worstCase(int candidates, const Policy &policy, bool reasoningInChain)
{
    candidates = std::max(candidates, 0);
    const int retries = std::max(policy.retries, 0);
    const Milliseconds whole = policy.attemptTimeout(reasoningInChain);
    const Milliseconds attempt = std::max(whole, policy.firstOutputTimeout.value_or(whole)); // streaming or not, the longer
    Milliseconds each = attempt * (1 + retries);
    for (int tries = 1; tries <= retries; ++tries)
        each += retryPause(policy, tries, 1.0);

    WorstCase result;
    result.attempts = candidates * (1 + retries);
    result.uncut = each * candidates;
    result.total = std::min(result.uncut, policy.deadline);
    result.cutAtDeadline = result.total < result.uncut;
    constexpr std::pair<Milliseconds, PatienceLimit> limits[] = {{Milliseconds{60000}, PatienceLimit::ReverseProxy},
                                                                 {Milliseconds{300000}, PatienceLimit::NodeFetch},
                                                                 {Milliseconds{600000}, PatienceLimit::OpenAiSdk}};
    for (const auto &[limit, name] : limits) {
        if (result.total >= limit)
            result.exceeds.append(name);
    }
    return result;
}

} // namespace understudy
