// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "domain/LogFilterExpression.h"

namespace understudy {

struct TokenSums {
    qint64 prompt = 0;
    qint64 completion = 0;
    qint64 total = 0;
    bool operator==(const TokenSums &) const = default;
};

/// Attempts of one kind and what they took; what is unknown adds nothing to `tokens`.
struct AttemptSum {
    qint64 attempts = 0;
    qint64 tokens = 0;
    qint64 unknown = 0;   ///< attempts whose tokens nobody told
    qint64 estimated = 0; ///< attempts whose tokens are an estimate in `tokens`
    AttemptSum &operator+=(const AttemptSum &other)
    {
        attempts += other.attempts;
        tokens += other.tokens;
        unknown += other.unknown;
        estimated += other.estimated;
        return *this;
    }
    bool operator==(const AttemptSum &) const = default;
};

/// What providers count, by what became of it.
struct AttemptParts {
    AttemptSum answered, failed;
    AttemptSum left; ///< by their client
    AttemptSum total() const { return (AttemptSum(answered) += failed) += left; }
    bool operator==(const AttemptParts &) const = default;
};

struct KeyUsage {
    QString keyId;
    QString keyName; ///< the present one, else the last one in the ledger, else the id
    qint64 requests = 0;
    TokenSums tokens; ///< of the answering attempts
    qint64 freeTokensUsed = 0;
    qint64 unknownAnswers = 0;   ///< answers whose tokens nobody told: `tokens` lacks them
    qint64 estimatedAnswers = 0; ///< answers whose tokens are an estimate in `tokens`
    qint64 answers = 0;          ///< answering attempts: of requests that were not answered from the cache
    bool operator==(const KeyUsage &) const = default;
};

struct ProviderUsage {
    QString provider; ///< id; the channel's id when no provider is known ("built-in")
    qint64 attempts = 0;
    qint64 failedAttempts = 0;
    qint64 unknownAttempts = 0;
    TokenSums tokens; ///< of all attempts
    qint64 estimatedAttempts = 0; ///< whose tokens are an estimate in `tokens`
    AttemptParts parts{};         ///< of attempts and tokens.total
    bool operator==(const ProviderUsage &) const = default;
};

/// What SEMANTICS §9 prints for `usage`. Drills are left out; cache hits count as requests and use no tokens. Unknown counts
/// add nothing to the sums and are told by `unknownAttempts` and `unknownAnswers`.
struct UsageSummary {
    qint64 requests = 0;
    TokenSums tokens; ///< of the answering attempts: what clients were told
    qint64 freeTokensUsed = 0; ///< drawn in the time asked for, by the ledger (a reset does not change it)
    qint64 failedAttempts = 0; ///< ended otherwise than answered or client_gone
    qint64 unknownAttempts = 0; ///< with provenance unknown
    qint64 unknownAnswers = 0;   ///< answers among them
    qint64 estimatedAnswers = 0; ///< answers whose tokens are an estimate in `tokens`
    AttemptParts parts{};        ///< of all attempts
    qint64 cacheHits = 0;
    qint64 cacheSavedTokens = 0; ///< that the hits would have cost
    QList<KeyUsage> byKey; ///< by name
    QList<ProviderUsage> byProvider; ///< by id
    bool operator==(const UsageSummary &) const = default;
};

struct UsageQuery {
    std::optional<WallTime> since; ///< included
    std::optional<WallTime> until; ///< not included
    QString keyId; ///< empty = all
};

struct PageQuery {
    enum class Order {
        Time, ///< by arrival, then id
        Stored, ///< as they were written; with `after` nothing is missed by who follows the log
    };
    std::optional<WallTime> since;
    QString keyId;
    int limit = 100; ///< 1–1000
    QString after; ///< id of the last exchange of the page before; unknown ids give NotFound
    Order order = Order::Time;
    FilterExpression filter; ///< only those; the limit counts them
};

/// A place in the log: what comes after it is older. An empty id stands before all exchanges of its millisecond.
struct LogCursor {
    WallTime time{};
    QString id;
    bool operator==(const LogCursor &) const = default;
};

/// The log, newest first, a page at a time. How much one question reads is bounded, so that a filter that hardly anything
/// fulfils is answered in steps.
struct LogQuery {
    static constexpr int ScanRows = 8'000;
    FilterExpression filter;
    QString keyId;                   ///< empty = all
    std::optional<LogCursor> before; ///< where the last page ended; nothing: from the newest on
    int limit = 200;                 ///< 1–1000
    int scan = ScanRows;             ///< exchanges that are looked at, at most about
    bool contents = false;           ///< with recorded contents
};

struct LogSlice {
    QList<ExchangeRecord> exchanges; ///< newest first
    /// Where to go on, also when nothing was found: everything after it was looked at. Nothing: the beginning was reached.
    std::optional<LogCursor> next;
    bool operator==(const LogSlice &) const = default;
};

} // namespace understudy
