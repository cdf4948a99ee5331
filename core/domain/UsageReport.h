// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ending.h"
#include "domain/LedgerQueries.h"

#include <QHash>
#include <QStringList>

namespace understudy {

/// Tokens by kind. Reasoning is part of completion and cached part of prompt, as providers report them; unknown counts add nothing.
struct TokenKinds {
    qint64 prompt = 0;
    qint64 completion = 0;
    qint64 total = 0;
    qint64 reasoning = 0;
    qint64 cached = 0;

    static TokenKinds of(const Usage &usage);
    TokenKinds &operator+=(const TokenKinds &other);
    bool operator==(const TokenKinds &) const = default;
};

/// What is asked for: a span of time in slots, each from its edge to the next.
struct UsageReportQuery {
    /// Ascending, at least two: n+1 edges make n slots; what is before the first or from the last on is left out. Edges on full hours
    /// (UTC) are cheap and outlive the rows of the log; for others the rows of the hours that they cut are read.
    QList<WallTime> edges;
    QString keyId;   ///< empty = all
    QString channel; ///< empty = all; of requests: that answered
    QString model;
    bool operator==(const UsageReportQuery &) const = default;
};

/// The smallest pieces that everything shown is added up from, so that all charts, tables and exports agree. Drills are in none.
struct AttemptCell {
    int slot = 0;
    QString keyId;
    QString channel;
    QString model;
    QString provider;
    Outcome outcome = Outcome::Answered;
    qint64 attempts = 0;
    qint64 unknown = 0;   ///< attempts whose tokens nobody told
    qint64 estimated = 0; ///< attempts whose tokens are an estimate
    TokenKinds tokens;
    bool operator==(const AttemptCell &) const = default;
};

struct RequestCell {
    int slot = 0;
    QString keyId;
    QString channel; ///< that answered; empty: nobody
    QString model;
    Ending ending = Ending::FirstTry;
    qint64 requests = 0;
    TokenKinds tokens; ///< as the client was told; of cache hits only `cached`: what they saved
    qint64 freeTokens = 0;
    qint64 durationMs = 0; ///< summed
    qint64 addedMs = 0;    ///< addedDelay() summed
    bool operator==(const RequestCell &) const = default;
};

/// Answered attempts of one channel whose time fell into a bucket of LatencyScale.h.
struct LatencyCell {
    int slot = 0;
    QString channel;
    int bucket = 0;
    qint64 total = 0; ///< from the call's begin to its end
    qint64 first = 0; ///< to its first output
    bool operator==(const LatencyCell &) const = default;
};

struct UsageReport {
    UsageReportQuery query;
    QHash<QString, QString> keyNames; ///< by id: the present name, else the last one in the ledger
    QList<AttemptCell> attempts;
    QList<RequestCell> requests;
    QList<LatencyCell> latencies;

    int slotCount() const { return int(std::max<qsizetype>(0, query.edges.size() - 1)); }
    bool isEmpty() const { return attempts.isEmpty() && requests.isEmpty(); }
    bool operator==(const UsageReport &) const = default;
};

/// One line of a table or one bar.
struct UsageRow {
    qint64 requests = 0;
    std::array<qint64, EndingCount> endings{};
    TokenKinds answers;       ///< of answering attempts, as clients were told
    qint64 freeTokens = 0;
    qint64 cacheSavedTokens = 0;
    qint64 addedMs = 0;       ///< summed over rescued requests
    qint64 attempts = 0;
    qint64 failedAttempts = 0; ///< ended otherwise than answered or client_gone
    std::array<qint64, OutcomeCount> outcomes{};
    qint64 unknownAttempts = 0;
    qint64 estimatedAttempts = 0;
    qint64 unknownAnswers = 0;   ///< of unknownAttempts, those that answered
    qint64 estimatedAnswers = 0; ///< of estimatedAttempts, those that answered
    TokenKinds all;            ///< of all attempts: what providers count
    qint64 answeredTokens = 0; ///< of attempts that answered
    qint64 lostTokens = 0;     ///< of failed attempts
    qint64 leftTokens = 0;     ///< of attempts that their client left; all.total is the sum of the three

    void add(const AttemptCell &cell);
    void add(const RequestCell &cell);
    UsageRow &operator+=(const UsageRow &other);
    qint64 ending(Ending which) const { return endings[size_t(which)]; }
    qint64 rescued() const { return ending(Ending::AfterRetry) + ending(Ending::AfterBackup); }
    qint64 failures() const { return ending(Ending::Failed) + ending(Ending::Interrupted); }
    qint64 answered() const { return requests - failures() - ending(Ending::Cancelled); }
    bool operator==(const UsageRow &) const = default;
};

enum class UsageBy { Slot, Key, Channel, Model, Provider };

UsageRow totalOf(const UsageReport &report);
/// Requests count under the channel and model that answered, those that nobody answered under the empty id; providers have no requests.
QHash<QString, UsageRow> usageBy(const UsageReport &report, UsageBy what); ///< slots by their number as text
QList<UsageRow> usageBySlot(const UsageReport &report);
/// A value for each pair: the pivot table. Summing a row or a column gives usageBy().
QHash<QPair<QString, QString>, UsageRow> usagePivot(const UsageReport &report, UsageBy rows, UsageBy columns);

/// Percentiles (0–1) in milliseconds, within an eighth. Nothing without answers.
struct LatencyFigures {
    qint64 answers = 0;
    std::optional<qint64> medianMs, p95Ms, medianFirstMs, p95FirstMs;
    bool operator==(const LatencyFigures &) const = default;
};
QHash<QString, LatencyFigures> latencyByChannel(const UsageReport &report);
QHash<QString, QList<LatencyFigures>> latencyByChannelAndSlot(const UsageReport &report);

/// What the command line prints, from the same cells.
UsageSummary summaryOf(const UsageReport &report);

} // namespace understudy
