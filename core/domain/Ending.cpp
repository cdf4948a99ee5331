// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Ending.h"

#include <algorithm>
#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, EndingCount> Words{"first_try"_L1, "after_retry"_L1, "after_backup"_L1, "from_cache"_L1,
                                                           "failed"_L1,    "interrupted"_L1, "cancelled"_L1};

/// A place before the answering one that could have answered in better times. What a person switched off does not count.
bool wasNotToBeHad(const SkippedCandidate &skipped)
{
    return skipped.reason == SkipReason::Suspended || skipped.reason == SkipReason::ChannelLimit || skipped.reason == SkipReason::FreeTokensUsedUp
        || skipped.reason == SkipReason::NoCredential;
}

} // namespace

Ending endingOf(const ExchangeRecord &exchange)
{
    switch (exchange.status) {
    case ExchangeStatus::Failed: return Ending::Failed;
    case ExchangeStatus::Interrupted: return Ending::Interrupted;
    case ExchangeStatus::Cancelled: return Ending::Cancelled;
    case ExchangeStatus::Answered: break;
    }
    if (exchange.kind == ExchangeKind::Cache)
        return Ending::FromCache;
    if (exchange.attempts.isEmpty())
        return Ending::FirstTry;
    const int served = exchange.attempts.last().position;
    if (exchange.attempts.first().position != served)
        return Ending::AfterBackup;
    const bool passedOver = std::any_of(exchange.skipped.begin(), exchange.skipped.end(),
                                        [served](const SkippedCandidate &skipped) { return skipped.position < served && wasNotToBeHad(skipped); });
    if (passedOver)
        return Ending::AfterBackup;
    return exchange.attempts.size() > 1 ? Ending::AfterRetry : Ending::FirstTry;
}

qint64 addedDelay(const ExchangeRecord &exchange)
{
    return exchange.attempts.size() > 1 ? exchange.attempts.last().startedMs - exchange.attempts.first().startedMs : 0;
}

QLatin1StringView word(Ending ending) { return Words[size_t(ending)]; }

std::optional<Ending> endingFromWord(QStringView text)
{
    const auto found = std::find(Words.begin(), Words.end(), text);
    return found == Words.end() ? std::nullopt : std::optional(Ending(found - Words.begin()));
}

} // namespace understudy
