// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "domain/ModelType.h"
#include "domain/Outcome.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace understudy {

/// Token counts of one answer. Absent = unknown.
struct Usage {
    std::optional<qint64> promptTokens;
    std::optional<qint64> completionTokens;
    std::optional<qint64> totalTokens; ///< as reported; else prompt + completion
    std::optional<qint64> reasoningTokens; ///< part of completion
    std::optional<qint64> cachedTokens;    ///< part of prompt; of an answer from our cache (ExchangeKind::Cache): all that it had cost

    bool operator==(const Usage &) const = default;
    bool isEmpty() const { return !promptTokens && !completionTokens && !totalTokens; }
    /// The total, or nothing when no part of it is known.
    std::optional<qint64> total() const
    {
        if (totalTokens)
            return totalTokens;
        if (promptTokens || completionTokens)
            return promptTokens.value_or(0) + completionTokens.value_or(0);
        return std::nullopt;
    }
};

/// One call to one candidate, as the ledger keeps it. Times are milliseconds since the exchange began; absent = never came to it.
struct AttemptRecord {
    int index = 0;    ///< 0, 1, … in the order of calls
    int position = 0; ///< place in the chain, 0 = primary
    QString channel;
    QString model;
    Outcome outcome = Outcome::Answered;
    QString detail;  ///< the finer word: "stale_connection", "html_page", "connect_timeout", a provider's code; the word of a
                     ///< NetworkBlame ("offline") when the failure was this machine's; may be empty
    QString message; ///< the provider's error text, scrubbed of secrets, at most 512 characters; none when the failure was this machine's
    int httpStatus = 0; ///< 0 = none came
    qint64 startedMs = 0;
    std::optional<qint64> connectedMs;   ///< absent on a reused connection
    std::optional<qint64> firstOutputMs;
    qint64 endedMs = 0;
    Usage usage;
    Provenance provenance = Provenance::Unknown;
    qint64 bytesSent = 0;
    qint64 bytesReceived = 0;
    DecisionKind decision = DecisionKind::Deliver;
    QString reason; ///< why this decision, a word: "retries_left", "retries_used", "caller_fault", "deadline_reserve", …

    bool operator==(const AttemptRecord &) const = default;
};

struct SkippedCandidate {
    int position = 0;
    QString channel;
    QString model;
    SkipReason reason = SkipReason::TypeMismatch;
    bool operator==(const SkippedCandidate &) const = default;
};

/// One client request from arrival to the end of the answer.
struct ExchangeRecord {
    QString id; ///< what x-request-id says; unique, sorts by time
    WallTime time{};
    ExchangeKind kind = ExchangeKind::Live;
    QString keyId;
    QString keyName;
    Api api = Api::ChatCompletions;
    QString askedModel; ///< as the client wrote it, shortened when it is longer than any id; empty = none
    bool stream = false;
    ExchangeStatus status = ExchangeStatus::Failed;
    QString servedChannel; ///< empty = nobody
    QString servedModel;
    bool servedBuiltIn = false; ///< the answer draws on the key's free tokens
    int httpStatus = 0; ///< what the client got; 0 = left before
    QString errorCode;  ///< our code when we answered with an error ("all_candidates_failed"), else empty
    qint64 durationMs = 0;
    std::optional<qint64> firstOutputMs;
    Usage usage; ///< the answering attempt's
    Provenance provenance = Provenance::Unknown;
    CacheResult cache = CacheResult::Bypass;
    QString clientRequestId;
    QString userAgent; ///< at most 128 characters
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;
    QList<AttemptRecord> attempts;
    QList<SkippedCandidate> skipped;
    QByteArray requestContent; ///< only when the key's policy says recordContent; cut at 256 KiB
    QByteArray answerContent;

    bool operator==(const ExchangeRecord &) const = default;
};

struct ExchangeProgress;

/// Takes finished exchanges. `record` may be called from any shard's thread, returns at once and never fails towards the
/// caller: what cannot be stored now is kept in a bounded queue (SEMANTICS §7). One call per exchange.
///
/// The other functions are for people who watch, from the same threads; each exchange pays them, so they cost next to nothing.
class ExchangeListener {
public:
    virtual ~ExchangeListener() = default;
    virtual void record(ExchangeRecord &&exchange) = 0;

    virtual void began() {} ///< an exchange has arrived
    /// Whether progress() is wanted now: at most one load of an atomic.
    virtual bool watches() const { return false; }
    /// Steps of exchanges whose client sent an x-request-id, while watches(); before `record` of the same exchange.
    virtual void progress(ExchangeProgress &&) {}
};

} // namespace understudy
