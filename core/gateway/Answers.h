// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/Endpoint.h"
#include "failover/Decide.h"
#include "gateway/Attempt.h"
#include "gateway/Snapshot.h"

namespace understudy {

/// What the response headers tell about how an answer came about (SEMANTICS §8).
struct AnswerStory {
    QByteArray servedBy; ///< empty: nobody
    int attempts = 0;
    bool failover = false;
    CacheResult cache = CacheResult::Bypass;
};

/// The headers of an answer: from the provider only Content-Type, rate-limit headers and Retry-After, without `secrets` if it echoes
/// them there; then our own.
HttpHeaders answerHeaders(const HttpHeaders &upstream, const AnswerStory &story, const QList<QByteArray> &secrets = {});

/// The answer of a call that did not stream, its body byte for byte.
WholeResponse wholeAnswer(const AttemptResult &result, const RuntimeCandidate &candidate, const AnswerStory &story);

/// caller_fault, context_exceeded, content_filtered: the provider's own status and error text, with the credential scrubbed.
/// A body that is no JSON becomes an error in OpenAI's shape.
WholeResponse passedThrough(const AttemptResult &result, const RuntimeCandidate &candidate, const AnswerStory &story);

/// The one answer when every candidate failed, with the list of attempts (SEMANTICS §2).
WholeResponse allFailed(const FinalError &error, const QList<FailedAttempt> &attempts, const QList<SkippedCandidate> &skipped, const QString &advice,
                        const AnswerStory &story);

/// An error of ours before any attempt.
WholeResponse ownError(int status, QByteArrayView code, QStringView message, QByteArrayView param = {});

/// The in-band error event that ends a committed stream, in the protocol of the path; no end mark follows (SEMANTICS §3). Begins
/// with blank lines, which mean nothing, in case the last event was not finished.
QByteArray streamErrorEvent(Api api, QByteArrayView code, QStringView message);

/// Removes the channel's secrets from text that a provider sent, in case it echoes them; also the beginning of one with which a text
/// that was cut to a length ends.
QByteArray scrubbed(QByteArray text, const QList<QByteArray> &secrets);

} // namespace understudy
