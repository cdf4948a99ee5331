// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace understudy {

/// What an attempt meant. The table of SEMANTICS §2; the order is the table's.
enum class Outcome {
    ConnectFailed,
    Timeout,
    Broken,
    Overloaded,
    RateLimited,
    QuotaExhausted,
    CredentialRefused,
    ModelUnavailable,
    Redirected,
    CallerFault,
    ContextExceeded,
    ContentFiltered,
    ClientGone,
    Answered,
};
inline constexpr int OutcomeCount = int(Outcome::Answered) + 1;

/// Why a candidate of the chain was not called (SEMANTICS §1).
enum class SkipReason {
    TypeMismatch,
    Paused,
    FreeTokensUsedUp,
    ChannelLimit,
    Suspended,     ///< the only one that is tried anyway when nothing else is left
    SmallContext,  ///< after context_exceeded: its context is not larger
    NoCredential,  ///< the environment variable that holds the channel's credential is not set: only a refusal could come
};
inline constexpr int SkipReasonCount = int(SkipReason::NoCredential) + 1;

/// What follows from an outcome.
enum class DecisionKind { Retry, Next, GiveUp, Deliver };

/// How the exchange ended, as the log shows it.
enum class ExchangeStatus { Answered, Failed, Interrupted, Cancelled };

enum class ExchangeKind { Live, Drill, Cache };

/// Where a token count comes from (SEMANTICS §7). Unknown is never shown as 0.
enum class Provenance { Unknown, Estimated, Reported };

enum class CacheResult { Bypass, Miss, Hit };

/// The words used in the log, the database, JSON and the CLI: "connect_failed", "type_mismatch", …
QLatin1StringView word(Outcome outcome);
QLatin1StringView word(SkipReason reason);
QLatin1StringView word(DecisionKind decision);
QLatin1StringView word(ExchangeStatus status);
QLatin1StringView word(ExchangeKind kind);
QLatin1StringView word(Provenance provenance);
QLatin1StringView word(CacheResult cache); ///< HIT, MISS, BYPASS, as in x-understudy-cache

std::optional<Outcome> outcomeFromWord(QStringView text);
std::optional<SkipReason> skipReasonFromWord(QStringView text);
std::optional<DecisionKind> decisionFromWord(QStringView text);
std::optional<ExchangeStatus> exchangeStatusFromWord(QStringView text);
std::optional<ExchangeKind> exchangeKindFromWord(QStringView text);
std::optional<Provenance> provenanceFromWord(QStringView text);
std::optional<CacheResult> cacheResultFromWord(QStringView text);

} // namespace understudy
