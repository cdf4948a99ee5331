// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/DrillWords.h"
#include "words/Quantities.h"
#include "words/RecordWords.h"
#include "words/TypeWords.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

class Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::words)
};

QString then(const QString &first, const QString &second) { return first.isEmpty() ? second : Say::tr("%1 %2", "two sentences").arg(first, second); }

bool diesMidAnswer(DrillFault fault) { return fault == DrillFault::Reset || fault == DrillFault::Stalled || fault == DrillFault::CutOff; }

/// Both are right: it depends on the timeout and on the key's policy.
bool mayAnswer(DrillFault fault) { return fault == DrillFault::Slow || fault == DrillFault::SlowStream || fault == DrillFault::EmptyAnswer; }

QList<Outcome> expected(DrillFault fault)
{
    switch (fault) {
    case DrillFault::Healthy: return {Outcome::Answered};
    case DrillFault::Refused:
    case DrillFault::NameNotFound: return {Outcome::ConnectFailed};
    case DrillFault::Unauthorized: return {Outcome::CredentialRefused};
    case DrillFault::PaymentRequired: return {Outcome::QuotaExhausted};
    case DrillFault::RateLimited: return {Outcome::RateLimited};
    case DrillFault::ServerError:
    case DrillFault::Unavailable: return {Outcome::Overloaded};
    case DrillFault::SilentBeforeHead:
    case DrillFault::SilentBeforeOutput: return {Outcome::Timeout};
    case DrillFault::Reset:
    case DrillFault::CutOff:
    case DrillFault::MalformedJson: return {Outcome::Broken};
    case DrillFault::Stalled: return {Outcome::Broken, Outcome::Timeout};
    case DrillFault::EmptyAnswer: return {Outcome::Answered, Outcome::Broken};
    case DrillFault::ErrorInside200: return {Outcome::Overloaded, Outcome::Broken, Outcome::RateLimited};
    case DrillFault::Slow: return {Outcome::Answered, Outcome::Timeout};
    case DrillFault::SlowStream: return {Outcome::Answered};
    }
    return {};
}

QString nameOf(const DrillReport &report, int place)
{
    const DrillBox &box = report.chain[place];
    return Say::tr("%1, %2/%3", "primary, channel/model").arg(position(place), box.channel, modelName(box.model));
}

/// What happened at one place, over all requests.
struct Happened {
    int attempts = 0;
    int suspended = 0; ///< requests that left it out because it rests
    std::optional<SkipReason> skipped;
    QList<Outcome> others; ///< that were not expected
    QList<Outcome> outcomes; ///< each once
};

Happened happenedAt(const DrillReport &report, int place)
{
    Happened happened;
    const QList<Outcome> right = expected(report.chain[place].fault);
    for (const DrillExchange &exchange : report.exchanges) {
        for (const AttemptRecord &attempt : exchange.record.attempts) {
            if (attempt.position != place || attempt.outcome == Outcome::ClientGone)
                continue;
            ++happened.attempts;
            if (!happened.outcomes.contains(attempt.outcome))
                happened.outcomes.append(attempt.outcome);
            if (!right.contains(attempt.outcome))
                happened.others.append(attempt.outcome);
        }
        for (const SkippedCandidate &skipped : exchange.record.skipped) {
            if (skipped.position != place)
                continue;
            if (skipped.reason == SkipReason::Suspended)
                ++happened.suspended;
            else
                happened.skipped = skipped.reason;
        }
    }
    return happened;
}

QString joined(const QList<Outcome> &outcomes)
{
    QStringList names;
    for (const Outcome outcome : outcomes)
        names.append(outcomeName(outcome));
    return names.join(Say::tr(", ", "between facts"));
}

Status placeStatus(const DrillReport &report, int place)
{
    const Happened happened = happenedAt(report, place);
    const QString name = nameOf(report, place), fault = faultName(report.chain[place].fault);
    const QString rest = happened.suspended ? Say::tr("In %n request(s) it was left out while it rested.", nullptr, happened.suspended) : QString();
    if (happened.attempts == 0) {
        QString text = Say::tr("%1: not called.").arg(name);
        if (happened.skipped)
            text = Say::tr("%1: left out, %2.").arg(name, skipText(*happened.skipped));
        return {u"○"_s, rest.isEmpty() ? text : then(text, rest), Tone::Muted, {}};
    }
    if (!happened.others.isEmpty()) {
        QList<Outcome> once;
        for (const Outcome outcome : happened.others) {
            if (!once.contains(outcome))
                once.append(outcome);
        }
        const QString text = Say::tr("%1: not as expected. Played was “%2”, and %n attempt(s) ended otherwise: %3.", nullptr, int(happened.others.size())).arg(name, fault, joined(once));
        return {u"✕"_s, rest.isEmpty() ? text : then(text, rest), Tone::Bad, {}};
    }
    const QString text = report.chain[place].fault == DrillFault::Healthy
        ? Say::tr("%1: answered %n time(s), as expected.", nullptr, happened.attempts).arg(name)
        : Say::tr("%1: played “%2”, and %n attempt(s) ended as expected (%3).", nullptr, happened.attempts).arg(name, fault, joined(happened.outcomes));
    return {u"✓"_s, rest.isEmpty() ? text : then(text, rest), Tone::Good, {}};
}

Status headline(const DrillReport &report)
{
    const int all = int(report.exchanges.size());
    int complete = 0, broken = 0, otherwise = 0;
    for (const DrillExchange &exchange : report.exchanges) {
        complete += exchange.complete;
        broken += promiseOf(report, exchange) == DrillPromise::BrokenStream;
        otherwise += !keptPromise(report, exchange);
    }
    if (all == 0)
        return {u"○"_s, Say::tr("No request was made."), Tone::Muted, {}};
    if (otherwise > 0)
        return {u"✕"_s, Say::tr("Not as expected: %1 of %n request(s) ended otherwise than this chain promises.", nullptr, all).arg(count(otherwise)), Tone::Bad, {}};
    if (complete == all)
        return {u"✓"_s, all == 1 ? Say::tr("Passed: your application got a whole answer.") : Say::tr("Passed: your application got a whole answer to each of %n request(s).", nullptr, all), Tone::Good, {}};
    if (broken > 0 && complete > 0)
        return {u"▲"_s, Say::tr("As expected: %1 of %n request(s) got a whole answer, the others broke off in mid-stream.", nullptr, all).arg(count(complete)), Tone::Caution, {}};
    if (broken > 0)
        return {u"▲"_s, Say::tr("As expected, your application got only the beginning of an answer, and was told so."), Tone::Caution, {}};
    if (complete > 0)
        return {u"▲"_s, Say::tr("As expected: %1 of %n request(s) got a whole answer, the others an error.", nullptr, all).arg(count(complete)), Tone::Caution, {}};
    return {u"▲"_s, Say::tr("As expected, your application got an error: no model of the chain could answer."), Tone::Caution, {}};
}

QString seenText(const DrillReport &report)
{
    QMap<int, int> whole, cut; // ordered, so that the sentence is
    for (const DrillExchange &exchange : report.exchanges)
        ++(exchange.complete || exchange.httpStatus != 200 ? whole : cut)[exchange.httpStatus];
    QStringList parts;
    for (auto it = whole.cbegin(); it != whole.cend(); ++it)
        parts.append(it.key() ? Say::tr("HTTP %1 × %2").arg(it.key()).arg(count(it.value())) : Say::tr("no answer × %1").arg(count(it.value())));
    for (auto it = cut.cbegin(); it != cut.cend(); ++it)
        parts.append(Say::tr("HTTP %1, broken off × %2").arg(it.key()).arg(count(it.value())));
    return parts.isEmpty() ? QString() : Say::tr("Your application saw: %1").arg(parts.join(u" · "_s));
}

QString whyText(const DrillReport &report)
{
    bool broken = false, error = false;
    for (const DrillExchange &exchange : report.exchanges) {
        broken = broken || promiseOf(report, exchange) == DrillPromise::BrokenStream;
        error = error || promiseOf(report, exchange) == DrillPromise::Error;
    }
    if (broken)
        return Say::tr("After the first output a part of the answer is with your application already, and another model would begin anew. So the gateway ends the stream with an error "
                       "and without the end mark, and never passes it off as whole.");
    if (error && report.chain.size() == 1)
        return Say::tr("The key has one model: nothing stands in for it. Give it a backup.");
    if (error)
        return Say::tr("Every model that could be called was made to fail. A backup at another provider, or a built-in model at the end, would have answered.");
    return {};
}

QStringList breakerTexts(const DrillReport &report)
{
    QStringList lines;
    for (const CandidateHealth &health : report.health) {
        if (health.phase == "available"_L1 && !health.suspendedFor)
            continue;
        const QString name = health.channel + u'/' + modelName(health.model);
        QString line = health.suspendedFor ? Say::tr("%1 was tripped and rests for another %2.").arg(name, duration(*health.suspendedFor)) : Say::tr("%1 was tripped and is being probed.").arg(name);
        if (health.needsAttention)
            line = then(line, Say::tr("In earnest a person would have to look at it."));
        lines.append(line);
    }
    if (lines.isEmpty())
        lines.append(Say::tr("No model was tripped."));
    return lines;
}

} // namespace

DrillPromise promiseOf(const DrillReport &report, const DrillExchange &exchange)
{
    // Places of another type before the start of "auto" are neither called nor listed as skipped.
    int start = int(report.chain.size());
    for (const AttemptRecord &attempt : exchange.record.attempts)
        start = std::min(start, attempt.position);
    for (const SkippedCandidate &skipped : exchange.record.skipped)
        start = std::min(start, skipped.position);
    for (int place = start; place < int(report.chain.size()); ++place) {
        const auto isHere = [place](const auto &entry) { return entry.position == place; };
        const QList<AttemptRecord> &attempts = exchange.record.attempts;
        const DrillFault fault = report.chain[place].fault;
        // One that rests may have been tried as the last resort.
        if (std::any_of(exchange.record.skipped.begin(), exchange.record.skipped.end(), isHere) && std::none_of(attempts.begin(), attempts.end(), isHere))
            continue;
        if (fault == DrillFault::Healthy)
            return DrillPromise::Answer;
        if (diesMidAnswer(fault) && report.plan.stream)
            return DrillPromise::BrokenStream;
        if (!mayAnswer(fault))
            continue;
        const bool failed = std::any_of(attempts.begin(), attempts.end(), isHere)
            && std::none_of(attempts.begin(), attempts.end(), [place](const AttemptRecord &attempt) { return attempt.position == place && attempt.outcome == Outcome::Answered; });
        if (!failed)
            return DrillPromise::Answer;
    }
    return DrillPromise::Error;
}

DrillVerdict drillVerdict(const DrillReport &report)
{
    DrillVerdict verdict{headline(report), seenText(report), whyText(report), {}, breakerTexts(report)};
    for (int place = 0; place < int(report.chain.size()); ++place)
        verdict.places.append(placeStatus(report, place));
    return verdict;
}

QStringList drillComparison(const DrillReport &now, const DrillReport &before)
{
    const DrillFigures a = figuresOf(before), b = figuresOf(now);
    const auto change = [](const QString &what, const QString &from, const QString &to) {
        return from == to ? Say::tr("%1: %2, as before").arg(what, to) : Say::tr("%1: %2 → %3").arg(what, from, to);
    };
    const auto part = [](const DrillFigures &figures) { return Say::tr("%1 of %2").arg(count(figures.complete), count(figures.requests)); };
    const auto time = [](const std::optional<qint64> &ms) { return ms ? duration(*ms) : u"–"_s; };
    QStringList lines{change(Say::tr("Whole answers"), part(a), part(b)), change(Say::tr("Attempts"), count(a.attempts), count(b.attempts)),
                      change(Say::tr("Usual time"), time(a.medianMs), time(b.medianMs)), change(Say::tr("Slowest"), time(a.slowestMs), time(b.slowestMs)),
                      change(Say::tr("Models tripped"), count(a.suspended.size()), count(b.suspended.size()))};
    if (now.chain != before.chain || now.plan != before.plan)
        lines.append(Say::tr("Something else was played then, or the chain was another one: the figures cannot be compared one to one."));
    return lines;
}

} // namespace understudy::words
