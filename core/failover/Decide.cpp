// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/Decide.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// Longer than this, waiting for the same candidate costs the client more than asking the next one (SEMANTICS §2).
constexpr Milliseconds LongestRetryAfterToWait{1000};

bool isRetryable(const Verdict &verdict)
{
    switch (verdict.outcome) {
    case Outcome::ConnectFailed:
    case Outcome::Timeout:
    case Outcome::Broken:
    case Outcome::Overloaded:
        return true;
    case Outcome::RateLimited:
        return verdict.retryAfter.value_or(Milliseconds::zero()) <= LongestRetryAfterToWait;
    default:
        return false;
    }
}

Decision giveUp(const QString &reason, bool passThrough = false)
{
    Decision decision;
    decision.kind = DecisionKind::GiveUp;
    decision.reason = reason;
    decision.passThrough = passThrough;
    return decision;
}

Decision next(const QString &reason)
{
    Decision decision;
    decision.kind = DecisionKind::Next;
    decision.reason = reason;
    return decision;
}

Decision retry(const QString &reason, Milliseconds pause = Milliseconds::zero())
{
    Decision decision;
    decision.kind = DecisionKind::Retry;
    decision.reason = reason;
    decision.pause = pause;
    return decision;
}

/// The request itself is refused: another candidate would refuse it too, unless the policy or a larger context says otherwise.
Decision afterRefusal(const Policy &policy, const DecisionInput &input)
{
    const Outcome outcome = input.verdict.outcome;
    if (outcome == Outcome::ContextExceeded) {
        if (!input.nextExists)
            return giveUp(u"no_larger_context"_s, true);
        Decision decision = next(u"larger_context"_s);
        decision.largerContextOnly = true;
        return decision;
    }
    if (policy.failOverOn.contains(outcome) && input.nextExists)
        return next(u"fail_over_on"_s);
    return giveUp(outcome == Outcome::ContentFiltered ? u"content_filtered"_s : u"caller_fault"_s, true);
}

bool isRefusal(Outcome outcome)
{
    return outcome == Outcome::CallerFault || outcome == Outcome::ContextExceeded || outcome == Outcome::ContentFiltered;
}

/// A repeat that costs nothing of the retries: the candidate has not had its say yet.
std::optional<Decision> freeRepeat(const DecisionInput &input)
{
    if (input.verdict.namesStreamOptions && input.streamOptionsOurs) {
        Decision decision = retry(u"stream_options"_s);
        decision.withoutStreamOptions = true;
        return decision;
    }
    if (isStaleConnection(input.verdict) && !input.staleRepeated)
        return retry(u"stale_connection"_s);
    return std::nullopt;
}

} // namespace

bool isStaleConnection(const Verdict &verdict)
{
    return verdict.outcome == Outcome::Broken && verdict.detail == "stale_connection"_L1;
}

Milliseconds retryPause(const Policy &policy, int triesOfCandidate, double jitter)
{
    const int doublings = std::clamp(triesOfCandidate - 1, 0, 16);
    const double base = double(std::max<qint64>(policy.backoff.count(), 0)) * double(1 << doublings);
    const double factor = 0.8 + 0.4 * std::clamp(jitter, 0.0, 1.0);
    return std::min(Milliseconds(qint64(std::min(base * factor, double(LongestRetryPause.count())))), LongestRetryPause);
}

Decision decide(const Policy &policy, const DecisionInput &input)
{
    const Verdict &verdict = input.verdict;
    const Milliseconds left = policy.deadline - input.elapsed;

    if (verdict.outcome == Outcome::Answered) {
        Decision decision;
        decision.kind = DecisionKind::Deliver;
        decision.reason = u"answered"_s;
        return decision;
    }
    if (verdict.outcome == Outcome::ClientGone)
        return giveUp(u"client_gone"_s);

    const bool inTime = left > Milliseconds::zero();
    if (const auto repeat = freeRepeat(input); repeat && inTime)
        return *repeat;
    if (isRefusal(verdict.outcome)) {
        const Decision decision = afterRefusal(policy, input);
        // Past the deadline nobody else may be asked, but what the provider said is still the better answer.
        return decision.kind == DecisionKind::Next && !inTime ? giveUp(u"deadline"_s) : decision;
    }
    if (!inTime)
        return giveUp(u"deadline"_s);

    QString whyNext = u"not_retryable"_s;
    if (isRetryable(verdict)) {
        const Milliseconds asked = verdict.outcome == Outcome::RateLimited ? verdict.retryAfter.value_or(Milliseconds::zero())
                                                                           : Milliseconds::zero();
        const Milliseconds pause = std::max(retryPause(policy, input.triesOfCandidate, input.jitter), asked);
        if (input.triesOfCandidate > policy.retries)
            whyNext = u"retries_used"_s;
        else if (input.nextExists && left - pause - input.attemptTimeout < input.nextTimeout)
            whyNext = u"deadline_reserve"_s;
        else if (pause >= left)
            return giveUp(u"deadline"_s);
        else
            return retry(u"retries_left"_s, pause);
    } else if (verdict.outcome == Outcome::RateLimited) {
        whyNext = u"retry_after"_s;
    }
    return input.nextExists ? next(whyNext) : giveUp(u"no_candidate_left"_s);
}

BreakerEffect breakerEffect(const Verdict &verdict)
{
    switch (verdict.outcome) {
    case Outcome::Broken:
        return isStaleConnection(verdict) ? BreakerEffect::None : BreakerEffect::Failure;
    case Outcome::ConnectFailed:
    case Outcome::Timeout:
    case Outcome::Overloaded:
    case Outcome::ModelUnavailable:
    case Outcome::Redirected:
        return BreakerEffect::Failure;
    case Outcome::RateLimited:
        return verdict.retryAfter ? BreakerEffect::SuspendUntilRetryAfter : BreakerEffect::Failure;
    case Outcome::QuotaExhausted:
    case Outcome::CredentialRefused:
        return BreakerEffect::NeedsAttention;
    case Outcome::CallerFault:
    case Outcome::ContextExceeded:
    case Outcome::ContentFiltered:
    case Outcome::ClientGone:
        return BreakerEffect::None;
    case Outcome::Answered:
        return BreakerEffect::Success;
    }
    return BreakerEffect::None;
}

FinalError finalError(const QList<FailedAttempt> &attempts, bool deadlinePassed)
{
    const auto only = [&attempts](Outcome outcome) {
        return !attempts.isEmpty()
            && std::all_of(attempts.cbegin(), attempts.cend(), [outcome](const FailedAttempt &a) { return a.outcome == outcome; });
    };
    FinalError error;
    error.code = "all_candidates_failed";
    if (deadlinePassed) {
        error.status = 504;
    } else if (only(Outcome::RateLimited)) {
        error.status = 429;
        error.shouldRetry = true;
        for (const FailedAttempt &attempt : attempts) {
            if (attempt.retryAfter && (!error.retryAfter || *attempt.retryAfter < *error.retryAfter))
                error.retryAfter = attempt.retryAfter;
        }
    } else if (only(Outcome::Timeout)) {
        error.status = 504;
    } else if (only(Outcome::Overloaded)) {
        error.status = 503;
    } else if (attempts.isEmpty()) {
        error.status = 503;
        error.code = "no_candidate";
    }
    return error;
}

} // namespace understudy
