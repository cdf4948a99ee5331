// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/Quantities.h"
#include "words/RecordWords.h"
#include "words/TypeWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

class Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::words)
};

/// Chinese puts nothing between two sentences.
QString then(const QString &first, const QString &second) { return first.isEmpty() ? second : Say::tr("%1 %2", "two sentences").arg(first, second); }

/// The place of the candidate that answered; −1: nobody.
int servedPosition(const ExchangeRecord &record)
{
    return !record.attempts.isEmpty() && record.attempts.last().outcome == Outcome::Answered ? record.attempts.last().position : -1;
}

QString wasteText(const Waste &waste)
{
    const QString sum = (waste.estimated ? u"≈"_s : QString()) + count(waste.tokens);
    if (waste.unknown == waste.attempts)
        return Say::tr("How many tokens the failed attempts cost is unknown.");
    if (waste.unknown > 0) {
        const QString unknown = Say::tr("%n failed attempt(s) did not say what they cost.", nullptr, waste.unknown);
        return waste.tokens > 0 ? then(Say::tr("At least %1 tokens were spent for nothing.").arg(sum), unknown) : unknown;
    }
    if (waste.tokens > 0)
        return Say::tr("%1 tokens were spent for nothing.").arg(sum);
    return Say::tr("The failed attempts cost no tokens.");
}

QString failureText(const ExchangeRecord &record)
{
    const QString took = duration(record.durationMs);
    if (record.attempts.isEmpty() && record.errorCode == "no_candidate"_L1)
        return Say::tr("Your application got an error: no candidate of the key could be called.");
    if (record.attempts.isEmpty())
        return Say::tr("Your application got an error: the gateway refused the request with HTTP %1 (%2).").arg(record.httpStatus).arg(record.errorCode);
    if (record.attempts.last().outcome == Outcome::CallerFault || record.attempts.last().outcome == Outcome::ContentFiltered)
        return Say::tr("Your application got the provider's refusal: another model would have refused the same request.");
    return Say::tr("Your application got an error: %n attempt(s) in %1, and none gave an answer.", nullptr, int(record.attempts.size())).arg(took);
}

QString answerText(const ExchangeRecord &record)
{
    const QString took = duration(record.durationMs);
    if (record.kind == ExchangeKind::Cache)
        return withSaved(Say::tr("Your application got an answer from the cache in %1. No provider was called.").arg(took), record);
    QString text = Say::tr("Your application got an answer at the first attempt, after %1.").arg(took);
    if (record.attempts.size() > 1)
        text = then(Say::tr("Your application got an answer."), Say::tr("It needed %n attempt(s) and %1.", nullptr, int(record.attempts.size())).arg(took));
    if (failedOver(record))
        text = then(text, Say::tr("%1 stepped in.").arg(shortModelName(record.servedModel)));
    return text;
}

Chip chipOf(const AttemptRecord &attempt, bool again)
{
    const bool answered = attempt.outcome == Outcome::Answered;
    Chip chip;
    chip.mark = (again ? u"⟳"_s : QString()) + (answered ? u"✓"_s : u"✕"_s);
    chip.text = shortModelName(attempt.model);
    chip.tone = answered ? Tone::Good : attempt.outcome == Outcome::ClientGone ? Tone::Muted : Tone::Bad;
    chip.sentence = attemptText(attempt);
    return chip;
}

} // namespace

bool failedOver(const ExchangeRecord &record)
{
    const int served = servedPosition(record);
    const auto before = [served](int position) { return served >= 0 && position < served; };
    return std::any_of(record.attempts.begin(), record.attempts.end(), [before](const AttemptRecord &attempt) { return before(attempt.position); })
        || std::any_of(record.skipped.begin(), record.skipped.end(),
                       [before](const SkippedCandidate &skipped) { return before(skipped.position) && skipped.reason != SkipReason::TypeMismatch; });
}

Status statusOf(const ExchangeRecord &record)
{
    const QString sentence = rowSentence(record);
    switch (record.status) {
    case ExchangeStatus::Failed: return {u"✕"_s, record.httpStatus ? Say::tr("Failed, HTTP %1").arg(record.httpStatus) : Say::tr("Failed"), Tone::Bad, sentence};
    case ExchangeStatus::Interrupted: return {u"✕"_s, Say::tr("Interrupted"), Tone::Bad, sentence};
    case ExchangeStatus::Cancelled: return {u"○"_s, Say::tr("Client left"), Tone::Muted, sentence};
    case ExchangeStatus::Answered: break;
    }
    if (record.kind == ExchangeKind::Cache)
        return {u"⚡"_s, Say::tr("From the cache"), Tone::Good, sentence};
    if (failedOver(record))
        return {u"⇢"_s, Say::tr("Answered by %1").arg(position(servedPosition(record))), Tone::Accent, sentence};
    if (record.attempts.size() > 1)
        return {u"⟳"_s, Say::tr("Answered after a retry"), Tone::Caution, sentence};
    return {u"✓"_s, Say::tr("Answered"), Tone::Good, sentence};
}

Waste wasteOf(const ExchangeRecord &record)
{
    Waste waste;
    for (const AttemptRecord &attempt : record.attempts) {
        if (attempt.outcome == Outcome::Answered)
            continue;
        ++waste.attempts;
        const std::optional<qint64> total = attempt.usage.total();
        if (!total || attempt.provenance == Provenance::Unknown) {
            ++waste.unknown;
            continue;
        }
        waste.tokens += *total;
        waste.estimated = waste.estimated || (*total > 0 && attempt.provenance == Provenance::Estimated);
    }
    return waste;
}

Verdict verdict(const ExchangeRecord &record)
{
    Verdict said;
    switch (record.status) {
    case ExchangeStatus::Answered: said = {answerText(record), Tone::Good}; break;
    case ExchangeStatus::Failed: said = {failureText(record), Tone::Bad}; break;
    case ExchangeStatus::Interrupted:
        said = {Say::tr("Your application got only the beginning of an answer: the stream of %1 broke off after %2.")
                    .arg(shortModelName(record.servedModel), duration(record.durationMs)),
                Tone::Bad};
        break;
    case ExchangeStatus::Cancelled: said = {Say::tr("Your application left after %1, before the answer was complete.").arg(duration(record.durationMs)), Tone::Muted}; break;
    }
    if (const Waste waste = wasteOf(record); waste.attempts > 0)
        said.text = then(said.text, wasteText(waste));
    return said;
}

QList<Chip> chips(const ExchangeRecord &record)
{
    QList<Chip> row;
    if (record.kind == ExchangeKind::Cache && record.attempts.isEmpty())
        return {{u"⚡"_s, Say::tr("cache"), Tone::Good, Say::tr("Answered from the cache")}};
    for (qsizetype i = 0; i < record.attempts.size(); ++i) {
        const AttemptRecord &attempt = record.attempts[i];
        const bool again = i > 0 && record.attempts[i - 1].position == attempt.position;
        if (i > 0 && !again)
            row.append({u"⇢"_s, {}, Tone::Muted, {}});
        row.append(chipOf(attempt, again));
    }
    for (const SkippedCandidate &skipped : record.skipped) {
        row.append({u"○"_s, shortModelName(skipped.model), Tone::Muted,
                    Say::tr("%1 (%2) was skipped: %3.").arg(skipped.channel + u'/' + modelName(skipped.model), position(skipped.position), skipText(skipped.reason))});
    }
    return row;
}

QString chipsText(const QList<Chip> &chips)
{
    QStringList parts;
    for (const Chip &chip : chips)
        parts.append(chip.mark + chip.text);
    return parts.join(u' ');
}

QString rowSentence(const ExchangeRecord &record)
{
    QStringList parts;
    for (qsizetype i = 0; i < record.attempts.size(); ++i) {
        const AttemptRecord &attempt = record.attempts[i];
        const QString name = shortModelName(attempt.model);
        const bool again = i > 0 && record.attempts[i - 1].position == attempt.position;
        if (attempt.outcome == Outcome::Answered)
            parts.append(Say::tr("answered by %1").arg(name));
        else
            parts.append((again ? Say::tr("%1 failed again (%2)") : Say::tr("%1 failed (%2)")).arg(name, outcomeName(attempt.outcome)));
    }
    if (record.kind == ExchangeKind::Cache)
        parts.append(Say::tr("answered from the cache"));
    if (record.status == ExchangeStatus::Interrupted)
        parts.append(Say::tr("interrupted"));
    if (record.status == ExchangeStatus::Cancelled)
        parts.append(Say::tr("the client left"));
    if (record.httpStatus)
        parts.append(u"HTTP %1"_s.arg(record.httpStatus));
    parts.append(duration(record.durationMs));
    const QString asked = record.askedModel.isEmpty() ? u"auto"_s : shortModelName(record.askedModel);
    return Say::tr("Request to %1: %2").arg(asked, parts.join(Say::tr(", ", "between facts")));
}

} // namespace understudy::words
