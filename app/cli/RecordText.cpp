// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/RecordText.h"

#include "cli/Values.h"
#include "domain/NetworkTrouble.h"

#include <QHash>
#include <QRegularExpression>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestChip = 24;
constexpr auto StoppingDetail = "gateway_stopping"_L1;

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::ConnectFailed: return u"could not be reached"_s;
    case Outcome::Timeout: return u"gave no output in time"_s;
    case Outcome::Broken: return u"gave a broken answer"_s;
    case Outcome::Overloaded: return u"is overloaded or had an error of its own"_s;
    case Outcome::RateLimited: return u"said “too many requests”"_s;
    case Outcome::QuotaExhausted: return u"said that the quota or balance is used up"_s;
    case Outcome::CredentialRefused: return u"refused the credential"_s;
    case Outcome::ModelUnavailable: return u"does not have this model (now)"_s;
    case Outcome::Redirected: return u"answered with a redirect, which is never followed"_s;
    case Outcome::CallerFault: return u"refused the request itself"_s;
    case Outcome::ContextExceeded: return u"said that the request is longer than its context"_s;
    case Outcome::ContentFiltered: return u"refused the content"_s;
    case Outcome::ClientGone: return u"was stopped because the client left"_s;
    case Outcome::Answered: return u"answered"_s;
    }
    return {};
}

QString reasonText(const QString &reason)
{
    static const QHash<QString, QString> texts{
        {u"answered"_s, u"the answer went to the client"_s},
        {u"retries_left"_s, u"a retry was left for this candidate"_s},
        {u"retries_used"_s, u"its retries were used up"_s},
        {u"not_retryable"_s, u"trying it again could not help"_s},
        {u"retry_after"_s, u"it asked for a longer pause than is worth waiting while others are left"_s},
        {u"deadline_reserve"_s, u"another try would have left the next candidate less than one full timeout"_s},
        {u"deadline"_s, u"the deadline of the request had passed"_s},
        {u"caller_fault"_s, u"another provider would refuse the same request; its error went to the client"_s},
        {u"content_filtered"_s, u"the key's policy does not look for another opinion; the refusal went to the client"_s},
        {u"larger_context"_s, u"a candidate with a larger context follows"_s},
        {u"no_larger_context"_s, u"no candidate with a larger context follows"_s},
        {u"client_gone"_s, u"nobody waits for the answer any more"_s},
        {u"gateway_stopping"_s, u"the gateway was stopped"_s},
        {u"after_commit"_s, u"the client had seen output already, so nobody could step in"_s},
        {u"stale_connection"_s, u"a kept-open connection had closed before any byte; that try is repeated for free"_s},
        {u"stream_options"_s, u"it does not know stream_options; repeated without"_s},
        {u"fail_over_on"_s, u"the key's policy (failOverOn) says to go on"_s},
        {u"no_candidate_left"_s, u"no candidate is left"_s},
    };
    return texts.value(reason, reason);
}

QString skipText(SkipReason reason)
{
    switch (reason) {
    case SkipReason::TypeMismatch: return u"its type differs from that of the model where the chain starts, or does not fit the path; types never stand in for each other"_s;
    case SkipReason::Paused: return u"its channel is paused"_s;
    case SkipReason::FreeTokensUsedUp: return u"the key's free tokens are used up"_s;
    case SkipReason::ChannelLimit: return u"a limit of its channel was reached"_s;
    case SkipReason::Suspended: return u"it failed several times in a row and is suspended for a while"_s;
    case SkipReason::NoCredential: return u"the environment variable of its channel's credential is not set where the gateway runs"_s;
    case SkipReason::SmallContext: return u"its context is not larger than that of the candidate that said “too long”"_s;
    }
    return {};
}

QString place(int position) { return position == 0 ? u"primary"_s : u"backup %1"_s.arg(position); }

QString decisionText(const AttemptRecord &attempt)
{
    switch (attempt.decision) {
    case DecisionKind::Retry: return u"Tried again: %1."_s.arg(reasonText(attempt.reason));
    case DecisionKind::Next: return u"On to the next candidate: %1."_s.arg(reasonText(attempt.reason));
    case DecisionKind::GiveUp: return u"Given up: %1."_s.arg(reasonText(attempt.reason));
    case DecisionKind::Deliver: break;
    }
    return u"Delivered: %1."_s.arg(reasonText(attempt.reason.isEmpty() ? u"answered"_s : attempt.reason));
}

/// The detail's sentence when the failure was this machine's.
QString ownFault(const AttemptRecord &attempt)
{
    const std::optional<NetworkBlame> blame = networkBlameFromWord(attempt.detail);
    return blame ? englishAttemptText(*blame) : QString();
}

QString attemptText(const AttemptRecord &attempt)
{
    QStringList more;
    if (attempt.httpStatus)
        more.append(u"HTTP %1"_s.arg(attempt.httpStatus));
    const QString own = ownFault(attempt);
    if (!attempt.detail.isEmpty() && attempt.detail != StoppingDetail)
        more.append(own.isEmpty() ? attempt.detail : own);
    if (attempt.connectedMs)
        more.append(u"connected at %1 ms"_s.arg(*attempt.connectedMs));
    if (attempt.firstOutputMs)
        more.append(u"first output at %1 ms"_s.arg(*attempt.firstOutputMs));
    const std::optional<qint64> total = attempt.usage.total();
    // A call that we ended ourselves has the outcome of one whose client left; the detail tells them apart.
    const QString what = attempt.detail == StoppingDetail ? u"was stopped because the gateway was stopped"_s : outcomeText(attempt.outcome);
    if (attempt.outcome == Outcome::Answered || total.value_or(0) > 0)
        more.append(tokenText(total, attempt.provenance) + u" tokens"_s);
    QString text = u"%1/%2 (%3) %4"_s.arg(attempt.channel, attempt.model, place(attempt.position), what);
    if (!more.isEmpty())
        text += u" ("_s + more.join(u", "_s) + u')';
    return text + u'.';
}

qint64 savedTokens(const ExchangeRecord &record) { return record.usage.cachedTokens.value_or(0); }

QString resultText(const ExchangeRecord &record)
{
    switch (record.status) {
    case ExchangeStatus::Answered:
        if (record.kind == ExchangeKind::Cache)
            return u"Answered from the cache; no provider was called"_s + (savedTokens(record) > 0 ? u", which saved %1 tokens."_s.arg(savedTokens(record)) : u"."_s);
        return u"Answered by %1/%2 with %3 tokens."_s.arg(record.servedChannel, record.servedModel, tokenText(record.usage.total(), record.provenance));
    case ExchangeStatus::Failed:
        return u"Failed: the client got HTTP %1%2."_s.arg(record.httpStatus).arg(record.errorCode.isEmpty() ? QString() : u", code "_s + record.errorCode);
    case ExchangeStatus::Interrupted:
        if (record.errorCode == StoppingDetail)
            return u"Interrupted: the gateway was stopped while the stream of %1/%2 ran; the client was told inside the stream."_s.arg(record.servedChannel, record.servedModel);
        return u"Interrupted: the stream of %1/%2 broke after the client had seen output, so nobody could step in; the client was told inside the stream."_s
            .arg(record.servedChannel, record.servedModel);
    case ExchangeStatus::Cancelled:
        return u"Cancelled: the client left before the end; the provider's call was stopped at once."_s;
    }
    return {};
}

} // namespace

QString chipName(const QString &model)
{
    const QString name = shownName(model);
    static const QRegularExpression size(uR"((?:^|[-_:])(\d+(?:\.\d+)?[bB])$)"_s);
    if (const QRegularExpressionMatch match = size.match(name); match.hasMatch())
        return match.captured(1);
    return name.left(LongestChip);
}

QString chips(const ExchangeRecord &record)
{
    if (record.kind == ExchangeKind::Cache && record.attempts.isEmpty())
        return u"✓cache"_s;
    QString text;
    for (qsizetype i = 0; i < record.attempts.size(); ++i) {
        const AttemptRecord &attempt = record.attempts[i];
        if (i > 0)
            text += record.attempts[i - 1].position == attempt.position ? u" ⟳"_s : u" ⇢ "_s;
        text += (attempt.outcome == Outcome::Answered ? u"✓"_s : u"✕"_s) + chipName(attempt.model);
    }
    for (const SkippedCandidate &skipped : record.skipped)
        text += (text.isEmpty() ? u"○"_s : u" ○"_s) + chipName(skipped.model);
    return text;
}

QString tokenText(const std::optional<qint64> &tokens, Provenance provenance)
{
    if (!tokens || provenance == Provenance::Unknown)
        return u"unknown"_s;
    return (provenance == Provenance::Estimated ? u"≈"_s : QString()) + QString::number(*tokens);
}

QString tokenText(const ExchangeRecord &record)
{
    if (record.status != ExchangeStatus::Answered)
        return u"–"_s;
    if (record.kind == ExchangeKind::Cache)
        return savedTokens(record) > 0 ? u"%1 tokens saved"_s.arg(savedTokens(record)) : u"–"_s;
    return tokenText(record.usage.total(), record.provenance) + u" tokens"_s;
}

QStringList explanation(const ExchangeRecord &record)
{
    const auto at = [](qint64 ms) { return u"%1 ms"_s.arg(ms).rightJustified(10) + u"  "_s; };
    const QString pad(12, u' ');
    QStringList lines;
    lines.append(u"Request %1, %2, key “%3”, /v1%4, model %5%6"_s.arg(record.id, shownTime(record.time), record.keyName,
                                                                     QString::fromLatin1(traits(record.api).path),
                                                                     record.askedModel.isEmpty() ? u"not given (the whole chain)"_s : u"“%1”"_s.arg(record.askedModel),
                                                                     record.stream ? u", streaming"_s : QString()));
    for (const SkippedCandidate &skipped : record.skipped)
        lines.append(pad + u"%1/%2 (%3) was skipped: %4."_s.arg(skipped.channel, skipped.model, place(skipped.position), skipText(skipped.reason)));
    for (const AttemptRecord &attempt : record.attempts) {
        lines.append(at(attempt.startedMs) + u"Called %1/%2."_s.arg(attempt.channel, attempt.model));
        lines.append(at(attempt.endedMs) + attemptText(attempt));
        if (!attempt.message.isEmpty() && ownFault(attempt).isEmpty()) // earlier versions kept how our own fault showed there
            lines.append(pad + u"It said: “%1”"_s.arg(attempt.message));
        lines.append(pad + decisionText(attempt));
    }
    lines.append(at(record.durationMs) + resultText(record));
    return lines;
}

} // namespace understudy::cli
