// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Outcome.h"

#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array outcomes{
    "connect_failed"_L1, "timeout"_L1, "broken"_L1, "overloaded"_L1, "rate_limited"_L1, "quota_exhausted"_L1, "credential_refused"_L1,
    "model_unavailable"_L1, "redirected"_L1, "caller_fault"_L1, "context_exceeded"_L1, "content_filtered"_L1, "client_gone"_L1,
    "answered"_L1};
static_assert(outcomes.size() == OutcomeCount);

constexpr std::array skipReasons{"type_mismatch"_L1, "paused"_L1, "free_tokens_used_up"_L1, "channel_limit"_L1, "suspended"_L1,
                                 "small_context"_L1, "no_credential"_L1};
static_assert(skipReasons.size() == SkipReasonCount);

constexpr std::array decisions{"retry"_L1, "next"_L1, "give_up"_L1, "deliver"_L1};
constexpr std::array statuses{"answered"_L1, "failed"_L1, "interrupted"_L1, "cancelled"_L1};
constexpr std::array kinds{"live"_L1, "drill"_L1, "cache"_L1};
constexpr std::array provenances{"unknown"_L1, "estimated"_L1, "reported"_L1};
constexpr std::array cacheResults{"BYPASS"_L1, "MISS"_L1, "HIT"_L1};

template<typename Enum, size_t N>
std::optional<Enum> find(const std::array<QLatin1StringView, N> &words, QStringView text)
{
    for (size_t i = 0; i < N; ++i) {
        if (text == words[i])
            return Enum(i);
    }
    return std::nullopt;
}

} // namespace

QLatin1StringView word(Outcome outcome) { return outcomes[size_t(outcome)]; }
QLatin1StringView word(SkipReason reason) { return skipReasons[size_t(reason)]; }
QLatin1StringView word(DecisionKind decision) { return decisions[size_t(decision)]; }
QLatin1StringView word(ExchangeStatus status) { return statuses[size_t(status)]; }
QLatin1StringView word(ExchangeKind kind) { return kinds[size_t(kind)]; }
QLatin1StringView word(Provenance provenance) { return provenances[size_t(provenance)]; }
QLatin1StringView word(CacheResult cache) { return cacheResults[size_t(cache)]; }

std::optional<Outcome> outcomeFromWord(QStringView text) { return find<Outcome>(outcomes, text); }
std::optional<SkipReason> skipReasonFromWord(QStringView text) { return find<SkipReason>(skipReasons, text); }
std::optional<DecisionKind> decisionFromWord(QStringView text) { return find<DecisionKind>(decisions, text); }
std::optional<ExchangeStatus> exchangeStatusFromWord(QStringView text) { return find<ExchangeStatus>(statuses, text); }
std::optional<ExchangeKind> exchangeKindFromWord(QStringView text) { return find<ExchangeKind>(kinds, text); }
std::optional<Provenance> provenanceFromWord(QStringView text) { return find<Provenance>(provenances, text); }
std::optional<CacheResult> cacheResultFromWord(QStringView text) { return find<CacheResult>(cacheResults, text); }

} // namespace understudy
