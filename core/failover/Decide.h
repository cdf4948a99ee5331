// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GatewayKey.h"
#include "failover/Classify.h"

namespace understudy {

/// Everything that the decision after an attempt depends on. No clock, no chance, no network.
struct DecisionInput {
    Verdict verdict;
    int triesOfCandidate = 1;      ///< attempts on this candidate so far, this one included; calls that ended in a free
                                   ///< repeat (stale connection, stream_options) do not count
    bool staleRepeated = false;    ///< the one free repeat after a stale connection was used for this candidate
    bool streamOptionsOurs = false;///< we added stream_options to this attempt; a refusal of it is repeated once without
    bool nextExists = false;       ///< an eligible candidate follows; after context_exceeded: one that hasLargerContext
    Milliseconds nextTimeout{0};   ///< one full timeout of the next eligible candidate
    Milliseconds attemptTimeout{0};///< one full timeout of this candidate
    Milliseconds elapsed{0};       ///< since the exchange began
    double jitter = 0.5;           ///< uniform in [0, 1): 0 → −20 %, 1 → +20 %
};

struct Decision {
    DecisionKind kind = DecisionKind::GiveUp;
    QString reason; ///< a word: "answered", "retries_left", "retries_used", "not_retryable", "retry_after", "deadline_reserve",
                    ///< "deadline", "caller_fault", "content_filtered", "larger_context", "no_larger_context", "client_gone",
                    ///< "stale_connection", "stream_options", "fail_over_on", "no_candidate_left"
    Milliseconds pause{0}; ///< before the retry; 0 before the next candidate
    bool largerContextOnly = false;  ///< next: only candidates with a larger or unknown context
    bool withoutStreamOptions = false; ///< retry: leave stream_options out and remember it for the candidate
    bool passThrough = false; ///< give up: the provider's own status and error go to the client

    bool operator==(const Decision &) const = default;
};

inline constexpr Milliseconds LongestRetryPause{2000};

/// The pause before the same candidate is called again: backoff × 2^(tries − 1), ±20 % by `jitter` in [0, 1], at most 2 s.
Milliseconds retryPause(const Policy &policy, int triesOfCandidate, double jitter);

/// A reused connection that closed before any byte of the answer: an attempt of its own, repeated once for free, and not a
/// word to the breaker (SEMANTICS §2).
bool isStaleConnection(const Verdict &verdict);

/// SEMANTICS §2 and §4, for an attempt that ended before the commit point. Every decision has a reason. A retry after a short
/// Retry-After waits for it (at most 1 s). "deadline" means for finalError that the deadline has passed.
Decision decide(const Policy &policy, const DecisionInput &input);

/// What the breaker learns of an outcome.
enum class BreakerEffect {
    None,
    Success,
    Failure,
    SuspendUntilRetryAfter, ///< Verdict::retryAfter is set; cap it with Policy::retryAfterCap
    NeedsAttention,         ///< suspended 5 min, the console asks the user to look
};
BreakerEffect breakerEffect(const Verdict &verdict);

/// One attempt as the final error sees it.
struct FailedAttempt {
    QString channel;
    QString model;
    Outcome outcome;
    int httpStatus = 0; ///< 0 = none
    qint64 ms = 0;
    std::optional<Milliseconds> retryAfter;
};

/// The one answer when every candidate failed (SEMANTICS §2 "All failed, first match").
struct FinalError {
    int status = 502;
    QByteArray code; ///< "all_candidates_failed" or "no_candidate"
    std::optional<Milliseconds> retryAfter;
    bool shouldRetry = false; ///< x-should-retry
};
FinalError finalError(const QList<FailedAttempt> &attempts, bool deadlinePassed);

} // namespace understudy
