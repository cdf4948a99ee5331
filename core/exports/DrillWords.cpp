// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/DrillWords.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QString counted(qint64 number, const QString &one, const QString &many)
{
    return u"%1 %2"_s.arg(number).arg(number == 1 ? one : many);
}

QString headline(const DrillFigures &figures)
{
    if (figures.requests == 1)
        return figures.complete ? u"The request got a whole answer."_s : u"The request got no whole answer."_s;
    if (figures.complete == figures.requests)
        return u"All %1 requests got a whole answer."_s.arg(figures.requests);
    if (figures.complete == 0)
        return u"None of %1 requests got a whole answer."_s.arg(figures.requests);
    return u"%1 of %2 requests got a whole answer."_s.arg(figures.complete).arg(figures.requests);
}

/// Complete, by a backup that was the first to be called: what stands before it rested.
int atOnceByBackup(const DrillReport &report)
{
    return int(std::count_if(report.exchanges.cbegin(), report.exchanges.cend(), [](const DrillExchange &exchange) {
        const QList<AttemptRecord> &attempts = exchange.record.attempts;
        return exchange.complete && attempts.size() == 1 && attempts.first().position > 0;
    }));
}

/// "18 clients saw 502.": for everything that was no whole answer, by status.
QStringList sights(const DrillReport &report)
{
    QMap<int, int> broken;
    for (const DrillExchange &exchange : report.exchanges) {
        if (!exchange.complete)
            ++broken[exchange.httpStatus];
    }
    QStringList lines;
    for (auto entry = broken.cbegin(); entry != broken.cend(); ++entry) {
        const QString clients = counted(entry.value(), u"client"_s, u"clients"_s);
        if (entry.key() == 0)
            lines += u"%1 saw no answer at all."_s.arg(clients);
        else if (entry.key() == 200)
            lines += u"%1 saw an answer that began with status 200 and broke off, with an error at its end."_s.arg(clients);
        else
            lines += u"%1 saw status %2."_s.arg(clients).arg(entry.key());
    }
    return lines;
}

QString tokensText(const DrillFigures &figures)
{
    QString text = u"%1 in answers"_s.arg(counted(figures.tokens, u"token"_s, u"tokens"_s));
    text += u", %1 reported for attempts that failed"_s.arg(figures.lostTokens);
    if (figures.unknownAttempts > 0)
        text += u"; %1 said nothing of tokens"_s.arg(counted(figures.unknownAttempts, u"attempt"_s, u"attempts"_s));
    return text + u'.';
}

QString suspendedText(const CandidateHealth &health)
{
    return u"Suspended at the end: %1/%2, for another %3."_s.arg(
        health.channel, health.model, drillTime(health.suspendedFor.value_or(Milliseconds {0}).count()));
}

bool differs(qint64 before, qint64 now)
{
    const qint64 gap = std::abs(before - now);
    return gap > 100 && gap * 4 > before;
}

QStringList namesOf(const QList<CandidateHealth> &suspended)
{
    QStringList names;
    for (const CandidateHealth &health : suspended)
        names += health.channel + u'/' + health.model;
    names.sort();
    return names;
}

QMap<int, int> statuses(const DrillFigures &figures)
{
    QMap<int, int> sorted;
    for (auto entry = figures.byStatus.cbegin(); entry != figures.byStatus.cend(); ++entry)
        sorted.insert(entry.key(), entry.value());
    return sorted;
}

QString statusText(const DrillFigures &figures)
{
    QStringList parts;
    const QMap<int, int> sorted = statuses(figures);
    for (auto entry = sorted.cbegin(); entry != sorted.cend(); ++entry)
        parts += u"%1 × %2"_s.arg(entry.value()).arg(entry.key() ? QString::number(entry.key()) : u"nothing"_s);
    return parts.join(u", "_s);
}

} // namespace

QString drillTime(qint64 ms) { return ms < 1000 ? u"%1 ms"_s.arg(ms) : u"%1 s"_s.arg(double(ms) / 1000.0, 0, 'f', 1); }

QStringList drillVerdict(const DrillReport &report)
{
    const DrillFigures figures = figuresOf(report);
    QStringList lines {headline(figures)};
    if (figures.rescued > 0)
        lines += figures.requests == 1 ? u"It was rescued: its first attempt failed, and a later one answered."_s
                                       : u"%1 rescued: the first attempt failed, and a later one answered."_s.arg(
                                           counted(figures.rescued, u"was"_s, u"were"_s));
    if (const int atOnce = atOnceByBackup(report); atOnce > 0)
        lines += u"%1 answered by a backup at once, because what stands before it was resting."_s.arg(
            counted(atOnce, u"was"_s, u"were"_s));
    lines += sights(report);
    QString effort = counted(figures.attempts, u"attempt"_s, u"attempts"_s);
    if (figures.requests == 1)
        effort += u", %1."_s.arg(drillTime(figures.slowestMs.value_or(0)));
    else
        effort += u"; half of the requests within %1, the slowest after %2."_s.arg(drillTime(figures.medianMs.value_or(0)),
                                                                                   drillTime(figures.slowestMs.value_or(0)));
    lines += effort;
    lines += tokensText(figures);
    for (const CandidateHealth &health : figures.suspended)
        lines += suspendedText(health);
    if (report.plan.timeout)
        lines += u"Played with a timeout of %1 instead of the key's own."_s.arg(drillTime(report.plan.timeout->count()));
    return lines;
}

QStringList drillChanges(const DrillReport &before, const DrillReport &now)
{
    const DrillFigures then = figuresOf(before);
    const DrillFigures figures = figuresOf(now);
    QStringList lines;
    QStringList oldChain, newChain;
    for (const DrillBox &box : before.chain)
        oldChain += box.channel + u'/' + box.model;
    for (const DrillBox &box : now.chain)
        newChain += box.channel + u'/' + box.model;
    if (oldChain != newChain)
        lines += u"The chain has changed: it was %1."_s.arg(oldChain.join(u", "_s));
    if (then.complete != figures.complete)
        lines += u"Whole answers: %1, before %2."_s.arg(figures.complete).arg(then.complete);
    if (statuses(then) != statuses(figures))
        lines += u"Clients saw %1, before %2."_s.arg(statusText(figures), statusText(then));
    if (then.rescued != figures.rescued)
        lines += u"Rescued: %1, before %2."_s.arg(figures.rescued).arg(then.rescued);
    if (then.attempts != figures.attempts)
        lines += u"Attempts: %1, before %2."_s.arg(figures.attempts).arg(then.attempts);
    if (then.medianMs && figures.medianMs && differs(*then.medianMs, *figures.medianMs))
        lines += u"Half of the requests within %1, before %2."_s.arg(drillTime(*figures.medianMs), drillTime(*then.medianMs));
    if (then.slowestMs && figures.slowestMs && differs(*then.slowestMs, *figures.slowestMs))
        lines += u"The slowest after %1, before %2."_s.arg(drillTime(*figures.slowestMs), drillTime(*then.slowestMs));
    if (then.lostTokens != figures.lostTokens)
        lines += u"Tokens for failed attempts: %1, before %2."_s.arg(figures.lostTokens).arg(then.lostTokens);
    if (namesOf(then.suspended) != namesOf(figures.suspended)) {
        const QStringList names = namesOf(figures.suspended);
        const QStringList old = namesOf(then.suspended);
        lines += u"Suspended at the end: %1, before %2."_s.arg(names.isEmpty() ? u"none"_s : names.join(u", "_s),
                                                               old.isEmpty() ? u"none"_s : old.join(u", "_s));
    }
    return lines;
}

} // namespace understudy
