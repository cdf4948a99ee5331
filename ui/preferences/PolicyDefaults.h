// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GatewayKey.h"
#include "preferences/Preferences.h"

namespace understudy {

namespace preferences {

// What a new key begins with. Durations are whole seconds, except the pause before a retry.
inline const Preference<int> DefaultRetries{"defaults/retries"_L1, 1};
inline const Preference<int> DefaultTimeout{"defaults/timeoutSeconds"_L1, 0}; ///< 0: by the chain, 60 s or 180 s with a reasoning model
inline const Preference<int> DefaultFirstOutput{"defaults/firstOutputSeconds"_L1, 0}; ///< 0: as the timeout
inline const Preference<int> DefaultIdle{"defaults/idleSeconds"_L1, 60};
inline const Preference<int> DefaultDeadline{"defaults/deadlineSeconds"_L1, 590};
inline const Preference<int> DefaultConnect{"defaults/connectSeconds"_L1, 10};
inline const Preference<int> DefaultBackoff{"defaults/backoffMilliseconds"_L1, 100};
inline const Preference<bool> DefaultCache{"defaults/cache"_L1, false};
inline const Preference<int> DefaultCacheTtl{"defaults/cacheSeconds"_L1, 300};
inline const Preference<bool> DefaultBreaker{"defaults/breaker"_L1, true};
inline const Preference<int> DefaultBreakerFailures{"defaults/breakerFailures"_L1, 3};
inline const Preference<int> DefaultBreakerSuspend{"defaults/breakerSuspendSeconds"_L1, 15};
inline const Preference<bool> DefaultEmptyFails{"defaults/emptyAnswerIsFailure"_L1, false};
inline const Preference<bool> DefaultFiltered{"defaults/failOverOnContentFilter"_L1, false};
inline const Preference<bool> DefaultCallerFault{"defaults/failOverOnCallerFault"_L1, false};

} // namespace preferences

/// The policy that a new key begins with, always a valid one: what somebody wrote into the file by hand is brought into its range.
/// Content recording is no default of anything and stays off.
Policy defaultPolicy(const Preferences &preferences);

} // namespace understudy
