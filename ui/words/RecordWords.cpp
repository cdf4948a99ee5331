// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/RecordWords.h"

#include "words/NetworkWords.h"
#include "words/Quantities.h"
#include "words/TypeWords.h"

#include <QCoreApplication>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

class Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::words)
};

QString nameOf(const QString &channel, const QString &model) { return channel + u'/' + modelName(model); }

} // namespace

QString withSaved(const QString &text, const ExchangeRecord &record)
{
    const qint64 saved = record.usage.cachedTokens.value_or(0);
    return saved > 0 ? Say::tr("%1 %2", "two sentences").arg(text, Say::tr("%1 tokens were saved.").arg(count(saved))) : text;
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::ConnectFailed: return Say::tr("Not reachable");
    case Outcome::Timeout: return Say::tr("Timeout");
    case Outcome::Broken: return Say::tr("Broken answer");
    case Outcome::Overloaded: return Say::tr("Overloaded");
    case Outcome::RateLimited: return Say::tr("Too many requests");
    case Outcome::QuotaExhausted: return Say::tr("Quota used up");
    case Outcome::CredentialRefused: return Say::tr("Credential refused");
    case Outcome::ModelUnavailable: return Say::tr("Model not available");
    case Outcome::Redirected: return Say::tr("Redirected");
    case Outcome::CallerFault: return Say::tr("Request refused");
    case Outcome::ContextExceeded: return Say::tr("Context too long");
    case Outcome::ContentFiltered: return Say::tr("Content refused");
    case Outcome::ClientGone: return Say::tr("Client left");
    case Outcome::Answered: return Say::tr("Answered");
    }
    return {};
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::ConnectFailed: return Say::tr("could not be reached");
    case Outcome::Timeout: return Say::tr("gave no output in time");
    case Outcome::Broken: return Say::tr("gave a broken answer");
    case Outcome::Overloaded: return Say::tr("is overloaded or had an error of its own");
    case Outcome::RateLimited: return Say::tr("said “too many requests”");
    case Outcome::QuotaExhausted: return Say::tr("said that the quota or balance is used up");
    case Outcome::CredentialRefused: return Say::tr("refused the credential");
    case Outcome::ModelUnavailable: return Say::tr("does not have this model now");
    case Outcome::Redirected: return Say::tr("answered with a redirect, which is never followed");
    case Outcome::CallerFault: return Say::tr("refused the request itself");
    case Outcome::ContextExceeded: return Say::tr("said that the request is longer than its context");
    case Outcome::ContentFiltered: return Say::tr("refused the content");
    case Outcome::ClientGone: return Say::tr("was stopped because the client left");
    case Outcome::Answered: return Say::tr("answered");
    }
    return {};
}

QString reasonText(const QString &reason)
{
    const struct {
        QLatin1StringView word;
        QString text;
    } texts[] = {
        {"answered"_L1, Say::tr("the answer went to the client")},
        {"retries_left"_L1, Say::tr("a retry was left for this candidate")},
        {"retries_used"_L1, Say::tr("its retries were used up")},
        {"not_retryable"_L1, Say::tr("trying it again could not help")},
        {"retry_after"_L1, Say::tr("it asked for a longer pause than is worth waiting while others are left")},
        {"deadline_reserve"_L1, Say::tr("another try would have left the next candidate less than one full timeout")},
        {"deadline"_L1, Say::tr("the deadline of the request had passed")},
        {"caller_fault"_L1, Say::tr("another provider would refuse the same request; its error went to the client")},
        {"content_filtered"_L1, Say::tr("the key's policy does not look for another opinion; the refusal went to the client")},
        {"larger_context"_L1, Say::tr("a candidate with a larger context follows")},
        {"no_larger_context"_L1, Say::tr("no candidate with a larger context follows")},
        {"client_gone"_L1, Say::tr("nobody waits for the answer any more")},
        {"gateway_stopping"_L1, Say::tr("the gateway was stopping")},
        {"after_commit"_L1, Say::tr("the client had already seen the beginning of this answer, so nobody could step in")},
        {"stale_connection"_L1, Say::tr("a kept-open connection had closed before any byte; that try is repeated for free")},
        {"stream_options"_L1, Say::tr("it does not know stream_options; repeated without")},
        {"fail_over_on"_L1, Say::tr("the key's policy says to go on")},
        {"no_candidate_left"_L1, Say::tr("no candidate is left")},
    };
    for (const auto &entry : texts) {
        if (reason == entry.word)
            return entry.text;
    }
    return reason;
}

QString skipText(SkipReason reason)
{
    switch (reason) {
    case SkipReason::TypeMismatch: return Say::tr("its type differs from that of the model where the chain starts, or does not fit the path");
    case SkipReason::Paused: return Say::tr("its channel is paused");
    case SkipReason::FreeTokensUsedUp: return Say::tr("the key's free tokens are used up");
    case SkipReason::ChannelLimit: return Say::tr("a limit of its channel was reached");
    case SkipReason::Suspended: return Say::tr("it failed several times in a row and is suspended for a while");
    case SkipReason::NoCredential: return Say::tr("the environment variable of its channel's credential is not set where the gateway runs");
    case SkipReason::SmallContext: return Say::tr("its context is not larger than that of the candidate that said “too long”");
    }
    return {};
}

QString decisionText(const AttemptRecord &attempt)
{
    const QString reason = reasonText(attempt.reason);
    switch (attempt.decision) {
    case DecisionKind::Retry: return Say::tr("Tried again: %1.").arg(reason);
    case DecisionKind::Next: return Say::tr("On to the next candidate: %1.").arg(reason);
    case DecisionKind::GiveUp: return Say::tr("Given up: %1.").arg(reason);
    case DecisionKind::Deliver: break;
    }
    return Say::tr("Delivered: %1.").arg(attempt.reason.isEmpty() ? reasonText(u"answered"_s) : reason);
}

QString attemptText(const AttemptRecord &attempt)
{
    QStringList more;
    if (attempt.httpStatus)
        more.append(u"HTTP %1"_s.arg(attempt.httpStatus));
    if (!attempt.detail.isEmpty())
        more.append(attemptDetailText(attempt.detail));
    if (attempt.firstOutputMs)
        more.append(Say::tr("first output after %1").arg(duration(*attempt.firstOutputMs - attempt.startedMs)));
    else
        more.append(Say::tr("ended after %1").arg(duration(attempt.endedMs - attempt.startedMs)));
    const std::optional<qint64> total = attempt.usage.total();
    if (attempt.outcome == Outcome::Answered || total.value_or(0) > 0)
        more.append(Say::tr("tokens: %1").arg(tokens(total, attempt.provenance)));
    return Say::tr("%1 (%2) %3 (%4).")
        .arg(nameOf(attempt.channel, attempt.model), position(attempt.position), outcomeText(attempt.outcome), more.join(Say::tr(", ", "between facts")));
}

QString resultText(const ExchangeRecord &record)
{
    const QString served = nameOf(record.servedChannel, record.servedModel);
    switch (record.status) {
    case ExchangeStatus::Answered:
        if (record.kind == ExchangeKind::Cache)
            return withSaved(Say::tr("Answered from the cache in %1; no provider was called.").arg(duration(record.durationMs)), record);
        return Say::tr("Answered by %1 in %2; tokens: %3.").arg(served, duration(record.durationMs), tokens(record.usage.total(), record.provenance));
    case ExchangeStatus::Failed:
        if (record.errorCode.isEmpty())
            return Say::tr("Failed: after %1 the client got HTTP %2.").arg(duration(record.durationMs)).arg(record.httpStatus);
        return Say::tr("Failed: after %1 the client got HTTP %2 with the code %3.").arg(duration(record.durationMs)).arg(record.httpStatus).arg(record.errorCode);
    case ExchangeStatus::Interrupted:
        return Say::tr("Interrupted: the stream of %1 broke after the client had seen output, so nobody could step in; the client was told inside the stream.").arg(served);
    case ExchangeStatus::Cancelled:
        return Say::tr("Cancelled: the client left after %1; the provider's call was stopped at once.").arg(duration(record.durationMs));
    }
    return {};
}

QStringList whySentences(const ExchangeRecord &record)
{
    QStringList sentences;
    for (const SkippedCandidate &skipped : record.skipped) {
        sentences.append(Say::tr("%1 (%2) was skipped: %3.").arg(nameOf(skipped.channel, skipped.model), position(skipped.position), skipText(skipped.reason)));
    }
    for (const AttemptRecord &attempt : record.attempts) {
        sentences.append(attemptText(attempt));
        if (!attempt.message.isEmpty())
            sentences.append(Say::tr("It said: “%1”").arg(attempt.message));
        if (attempt.decision != DecisionKind::Deliver) // a delivery has nothing to explain; the result follows
            sentences.append(decisionText(attempt));
    }
    sentences.append(resultText(record));
    return sentences;
}

} // namespace understudy::words
