// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "theme/Theme.h"
#include "theme/Marks.h"

#include <QList>
#include <QStringList>

/// What happened to a request, in the words of people: the same facts that the ledger holds, nothing guessed.
namespace understudy::words {

QString outcomeName(Outcome outcome); ///< "Timeout", "Too many requests": for labels and legends
QString outcomeText(Outcome outcome); ///< "gave no output in time": completes a sentence that begins with the model
/// Of a decision's reason ("retries_left"); a word that nobody knows comes back as it is.
QString reasonText(const QString &reason);
QString skipText(SkipReason reason); ///< "its channel is paused"

QString decisionText(const AttemptRecord &attempt); ///< "On to the next candidate: its retries were used up."
/// "siliconflow-1/DeepSeek-R1 (primary) gave no output in time (HTTP 504, first output after 0.4 s)."
QString attemptText(const AttemptRecord &attempt);
QString resultText(const ExchangeRecord &record); ///< "Answered by built-in/… with 603 tokens."

/// `text`, and for an answer from the cache what it had cost when it was made, where that is known.
QString withSaved(const QString &text, const ExchangeRecord &record);

/// What happened and why, in order: skipped candidates, each attempt with what followed from it, the result.
QStringList whySentences(const ExchangeRecord &record);

/// ✓ answered, ⟳ after a retry, ⇢ by a backup, ⚡ from the cache, ✕ failed or interrupted, ○ cancelled.
Status statusOf(const ExchangeRecord &record);

/// Whether a candidate that stands before the answering one failed or was left out.
bool failedOver(const ExchangeRecord &record);

/// Tokens that failed attempts used up.
struct Waste {
    int attempts = 0; ///< that failed
    int unknown = 0;  ///< of those: without any count
    qint64 tokens = 0; ///< of the others
    bool estimated = false;
};
Waste wasteOf(const ExchangeRecord &record);

/// What the client's application noticed of it, in one to three sentences: attempts, time, tokens spent for nothing.
struct Verdict {
    QString text;
    Tone tone = Tone::Good;
};
Verdict verdict(const ExchangeRecord &record);

/// The way through the chain, to be shown by ChipRow: ✕ failed, ⟳ the same candidate again, ⇢ on to another one, ✓ answered, ○ skipped,
/// ⚡ from the cache.
QList<Chip> chips(const ExchangeRecord &record);
/// "✕32B ⟳✕32B ⇢ ✓7B"
QString chipsText(const QList<Chip> &chips);
/// The whole row: "Request to auto: 32B failed, 32B failed again, answered by 7B, HTTP 200, 31.9 s".
QString rowSentence(const ExchangeRecord &record);

} // namespace understudy::words
