// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/PolicyDefaults.h"

#include "configuration/Rules.h"

namespace understudy {

namespace {

int within(const Range &range, int value) { return int(std::clamp<qint64>(value, range.lowest, range.highest)); }

Milliseconds seconds(const Preferences &preferences, const Preference<int> &preference)
{
    constexpr Range longest{1, ranges::Duration.highest / 1000};
    return Milliseconds(qint64(within(longest, preferences.get(preference))) * 1000);
}

std::optional<Milliseconds> secondsIfSaid(const Preferences &preferences, const Preference<int> &preference)
{
    if (preferences.get(preference) <= 0)
        return std::nullopt;
    return seconds(preferences, preference);
}

} // namespace

Policy defaultPolicy(const Preferences &preferences)
{
    using namespace preferences;
    Policy policy;
    policy.retries = within(ranges::Retries, preferences.get(DefaultRetries));
    policy.timeout = secondsIfSaid(preferences, DefaultTimeout);
    policy.firstOutputTimeout = secondsIfSaid(preferences, DefaultFirstOutput);
    policy.idleTimeout = seconds(preferences, DefaultIdle);
    policy.deadline = seconds(preferences, DefaultDeadline);
    policy.connectTimeout = seconds(preferences, DefaultConnect);
    policy.backoff = Milliseconds(within(ranges::Duration, preferences.get(DefaultBackoff)));
    policy.cache.enabled = preferences.get(DefaultCache);
    policy.cache.ttl = std::chrono::seconds(within(ranges::CacheTtl, preferences.get(DefaultCacheTtl)));
    policy.breaker.enabled = preferences.get(DefaultBreaker);
    policy.breaker.failures = within(ranges::BreakerFailures, preferences.get(DefaultBreakerFailures));
    policy.breaker.suspend = seconds(preferences, DefaultBreakerSuspend);
    policy.emptyAnswerIsFailure = preferences.get(DefaultEmptyFails);
    if (preferences.get(DefaultFiltered))
        policy.failOverOn.append(Outcome::ContentFiltered);
    if (preferences.get(DefaultCallerFault))
        policy.failOverOn.append(Outcome::CallerFault);
    return policy;
}

} // namespace understudy
