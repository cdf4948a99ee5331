// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/Health.h"

#include "words/Quantities.h"

#include <QCoreApplication>

#include <algorithm>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text) { return QCoreApplication::translate("understudy::words", text); }

void countTraffic(const QString &channel, const QString &model, const QList<ExchangeRecord> &recent, Health &health)
{
    QList<qint64> took;
    for (const ExchangeRecord &exchange : recent) {
        if (exchange.kind != ExchangeKind::Live)
            continue;
        for (const AttemptRecord &attempt : exchange.attempts) {
            // A client that left and a fault of the request say nothing about the provider.
            if (attempt.channel != channel || (!model.isEmpty() && attempt.model != model) || attempt.outcome == Outcome::ClientGone
                || attempt.outcome == Outcome::CallerFault || health.attempts >= LookBack)
                continue;
            ++health.attempts;
            if (attempt.outcome == Outcome::Answered)
                took.append(attempt.endedMs - attempt.startedMs);
            else
                ++health.failures;
        }
        if (health.attempts >= LookBack)
            break;
    }
    if (!took.isEmpty()) {
        std::nth_element(took.begin(), took.begin() + took.size() / 2, took.end());
        health.medianMs = took[took.size() / 2];
    }
}

/// True when a breaker decides.
bool readBreakers(const QString &channel, const QString &model, const QList<CandidateHealth> &breakers, Health &health)
{
    bool open = false;
    for (const CandidateHealth &breaker : breakers) {
        if (breaker.channel != channel || (!model.isEmpty() && breaker.model != model))
            continue;
        health.needsAttention = health.needsAttention || breaker.needsAttention;
        if (breaker.phase == "available"_L1)
            continue;
        const bool probing = breaker.phase == "probing"_L1;
        if (!open || !probing)
            health.level = probing ? HealthLevel::Probing : HealthLevel::Tripped;
        if (breaker.suspendedFor && (!health.suspendedFor || *breaker.suspendedFor > *health.suspendedFor))
            health.suspendedFor = breaker.suspendedFor;
        open = true;
    }
    return open;
}

Status withSentence(Status status)
{
    if (status.sentence.isEmpty())
        status.sentence = status.word;
    return status;
}

} // namespace

Health healthOf(const QString &channel, const QString &model, const HealthFacts &facts)
{
    Health health;
    if (facts.recent)
        countTraffic(channel, model, *facts.recent, health);
    if (facts.paused) {
        health.level = HealthLevel::Paused;
        return health;
    }
    if (facts.breakers && readBreakers(channel, model, *facts.breakers, health))
        return health;
    if (health.attempts > 0) {
        // A fifth of the calls failing is worth a look; a single failure among few is not yet a trend.
        const bool degraded = health.failures > 0 && (health.failures * 5 >= health.attempts || !health.medianMs);
        health.level = degraded ? HealthLevel::Degraded : HealthLevel::Healthy;
        return health;
    }
    if (facts.lastTest) {
        health.level = facts.lastTest->passed ? HealthLevel::Healthy : HealthLevel::TestFailed;
        if (facts.lastTest->passed && facts.lastTest->took.count() > 0)
            health.medianMs = qint64(facts.lastTest->took.count());
        return health;
    }
    health.level = facts.builtIn ? HealthLevel::Ready : HealthLevel::Untested;
    return health;
}

Status healthStatus(const Health &health)
{
    switch (health.level) {
    case HealthLevel::Healthy:
        if (!health.medianMs)
            return withSentence({u"●"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Healthy")), Tone::Good, {}});
        return {u"●"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Healthy %1")).arg(duration(*health.medianMs)), Tone::Good,
                say(QT_TRANSLATE_NOOP("understudy::words", "Healthy; half of the last answers came within %1")).arg(duration(*health.medianMs))};
    case HealthLevel::Degraded:
        return {u"◐"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Degraded")), Tone::Caution,
                say(QT_TRANSLATE_NOOP("understudy::words", "Degraded: %1 of the last %2 calls failed")).arg(health.failures).arg(health.attempts)};
    case HealthLevel::Tripped: {
        const QString wait = health.suspendedFor ? duration(qint64(std::max<qint64>(1, (health.suspendedFor->count() + 999) / 1000)) * 1000) : QString();
        if (health.needsAttention) {
            return {u"▲"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Needs attention")), Tone::Bad,
                    say(QT_TRANSLATE_NOOP("understudy::words", "The provider refused the credential or the balance is used up. Mend it there, then test the channel; until then it is skipped"))};
        }
        if (wait.isEmpty())
            return withSentence({u"▲"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Circuit breaker tripped")), Tone::Bad, {}});
        return {u"▲"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Tripped, probe in %1")).arg(wait), Tone::Bad,
                say(QT_TRANSLATE_NOOP("understudy::words", "The circuit breaker tripped after failures in a row; one request will probe it in %1")).arg(wait)};
    }
    case HealthLevel::Probing:
        return {u"◐"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Probing")), Tone::Caution,
                say(QT_TRANSLATE_NOOP("understudy::words", "The suspension is over; the next request probes it"))};
    case HealthLevel::TestFailed:
        return {u"✕"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Test failed")), Tone::Bad,
                say(QT_TRANSLATE_NOOP("understudy::words", "The last connection test failed and nothing was answered since"))};
    case HealthLevel::Untested:
        return {u"○"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Not tested")), Tone::Muted,
                say(QT_TRANSLATE_NOOP("understudy::words", "Neither tested nor used yet"))};
    case HealthLevel::Ready: return withSentence({u"●"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Ready")), Tone::Good, {}});
    case HealthLevel::Paused:
        return {u"‖"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Paused")), Tone::Muted,
                say(QT_TRANSLATE_NOOP("understudy::words", "Paused: chains skip it until it is resumed"))};
    }
    return {};
}

} // namespace understudy::words
