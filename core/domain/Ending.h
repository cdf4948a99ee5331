// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

namespace understudy {

/// How a request ended for its client, and whose doing an answer was.
enum class Ending {
    FirstTry,
    AfterRetry,  ///< the same candidate answered after it had failed
    AfterBackup, ///< a backup answered: the one before it had failed or was not to be had (suspended, at its limit, no free tokens left)
    FromCache,
    Failed,
    Interrupted, ///< an answer that broke after it had begun
    Cancelled,   ///< the client left: neither success nor failure
};
inline constexpr int EndingCount = int(Ending::Cancelled) + 1;

Ending endingOf(const ExchangeRecord &exchange);
/// A whole answer that a provider or built-in model gave: what counts as tokens of answers (SEMANTICS §7).
constexpr bool isAnswer(Ending ending) { return ending <= Ending::AfterBackup; }
/// Answered only because somebody tried again or somebody else.
constexpr bool isRescue(Ending ending) { return ending == Ending::AfterRetry || ending == Ending::AfterBackup; }

/// How long the attempts before the answering one held it up, in milliseconds; 0 when it was the first.
qint64 addedDelay(const ExchangeRecord &exchange);

QLatin1StringView word(Ending ending); ///< "first_try", "after_retry", "after_backup", "from_cache", "failed", "interrupted", "cancelled"
std::optional<Ending> endingFromWord(QStringView text);

} // namespace understudy
