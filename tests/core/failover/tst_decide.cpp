// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/Decide.h"
#include "failover/WorstCase.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

Policy policyWith(int retries)
{
    Policy policy;
    policy.retries = retries;
    policy.timeout = Milliseconds{1000};
    return policy;
}

/// The first attempt on a candidate that has a successor, with plenty of time.
DecisionInput after(Outcome outcome)
{
    DecisionInput input;
    input.verdict.outcome = outcome;
    input.nextExists = true;
    input.nextTimeout = Milliseconds{1000};
    input.attemptTimeout = Milliseconds{1000};
    return input;
}

FailedAttempt failed(Outcome outcome, std::optional<Milliseconds> retryAfter = std::nullopt)
{
    return {u"c"_s, u"m"_s, outcome, 0, 10, retryAfter};
}

} // namespace

class tst_Decide : public QObject {
    Q_OBJECT

private slots:
    void table_data();
    void table();
    void retriesAreUsedUp();
    void retryAfter_data();
    void retryAfter();
    void pauses_data();
    void pauses();
    void staleConnection();
    void streamOptions();
    void deadline();
    void deadlineReserve();
    void contextExceeded();
    void failOverOn();
    void breakerEffects_data();
    void breakerEffects();
    void finalErrors_data();
    void finalErrors();
    void shortestRetryAfter();
    void worstCases_data();
    void worstCases();
};

/// Every row of SEMANTICS §2: the first try with one retry left, the same with retries used, and without a successor.
void tst_Decide::table_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("used");
    QTest::addColumn<QString>("alone");
    QTest::addColumn<bool>("passThrough");
    const auto row = [](Outcome outcome, const QString &first, const QString &used, const QString &alone, bool passThrough) {
        QTest::newRow(word(outcome).data()) << outcome << first << used << alone << passThrough;
    };
    const QString retry = u"retry retries_left"_s;
    const QString used = u"next retries_used"_s;
    const QString next = u"next not_retryable"_s;
    const QString none = u"give_up no_candidate_left"_s;
    row(Outcome::ConnectFailed, retry, used, none, false);
    row(Outcome::Timeout, retry, used, none, false);
    row(Outcome::Broken, retry, used, none, false);
    row(Outcome::Overloaded, retry, used, none, false);
    row(Outcome::RateLimited, retry, used, none, false);
    row(Outcome::QuotaExhausted, next, next, none, false);
    row(Outcome::CredentialRefused, next, next, none, false);
    row(Outcome::ModelUnavailable, next, next, none, false);
    row(Outcome::Redirected, next, next, none, false);
    row(Outcome::CallerFault, u"give_up caller_fault"_s, u"give_up caller_fault"_s, u"give_up caller_fault"_s, true);
    row(Outcome::ContextExceeded, u"next larger_context"_s, u"next larger_context"_s, u"give_up no_larger_context"_s, true);
    row(Outcome::ContentFiltered, u"give_up content_filtered"_s, u"give_up content_filtered"_s, u"give_up content_filtered"_s, true);
    row(Outcome::ClientGone, u"give_up client_gone"_s, u"give_up client_gone"_s, u"give_up client_gone"_s, false);
    row(Outcome::Answered, u"deliver answered"_s, u"deliver answered"_s, u"deliver answered"_s, false);
}

void tst_Decide::table()
{
    QFETCH(Outcome, outcome);
    QFETCH(QString, first);
    QFETCH(QString, used);
    QFETCH(QString, alone);
    QFETCH(bool, passThrough);
    const Policy policy = policyWith(1);
    const auto said = [](const Decision &decision) { return word(decision.kind) + ' '_L1 + decision.reason; };

    DecisionInput input = after(outcome);
    Decision decision = decide(policy, input);
    QCOMPARE(said(decision), first);
    QCOMPARE(decision.largerContextOnly, outcome == Outcome::ContextExceeded);
    QVERIFY(decision.kind == DecisionKind::Retry || decision.pause == Milliseconds::zero());
    input.triesOfCandidate = 2;
    QCOMPARE(said(decide(policy, input)), used);
    input.nextExists = false;
    decision = decide(policy, input);
    QCOMPARE(said(decision), alone);
    QCOMPARE(decision.passThrough, passThrough);
    QVERIFY(!decision.withoutStreamOptions);
}

void tst_Decide::retriesAreUsedUp()
{
    for (int retries = 0; retries <= 3; ++retries) {
        DecisionInput input = after(Outcome::Overloaded);
        int calls = 1;
        while (decide(policyWith(retries), input).kind == DecisionKind::Retry)
            input.triesOfCandidate = ++calls;
        QCOMPARE(calls, 1 + retries);
    }
}

void tst_Decide::retryAfter_data()
{
    QTest::addColumn<qint64>("ms"); // -1: none
    QTest::addColumn<QString>("reason");
    QTest::addColumn<qint64>("pause");
    QTest::newRow("none") << qint64(-1) << u"retries_left"_s << qint64(100);
    QTest::newRow("zero") << qint64(0) << u"retries_left"_s << qint64(100);
    QTest::newRow("short is waited for") << qint64(700) << u"retries_left"_s << qint64(700);
    QTest::newRow("one second") << qint64(1000) << u"retries_left"_s << qint64(1000);
    QTest::newRow("longer goes on at once") << qint64(1001) << u"retry_after"_s << qint64(0);
    QTest::newRow("an hour") << qint64(3600000) << u"retry_after"_s << qint64(0);
}

void tst_Decide::retryAfter()
{
    QFETCH(qint64, ms);
    QFETCH(QString, reason);
    QFETCH(qint64, pause);
    DecisionInput input = after(Outcome::RateLimited);
    if (ms >= 0)
        input.verdict.retryAfter = Milliseconds(ms);
    const Decision decision = decide(policyWith(1), input);
    QCOMPARE(decision.reason, reason);
    QCOMPARE(qint64(decision.pause.count()), pause);
    QCOMPARE(decision.kind, reason == "retries_left"_L1 ? DecisionKind::Retry : DecisionKind::Next);
}

void tst_Decide::pauses_data()
{
    QTest::addColumn<int>("tries");
    QTest::addColumn<double>("jitter");
    QTest::addColumn<qint64>("backoff");
    QTest::addColumn<qint64>("pause");
    QTest::newRow("first") << 1 << 0.5 << qint64(100) << qint64(100);
    QTest::newRow("shortest") << 1 << 0.0 << qint64(100) << qint64(80);
    QTest::newRow("longest") << 1 << 1.0 << qint64(100) << qint64(120);
    QTest::newRow("second doubles") << 2 << 0.5 << qint64(100) << qint64(200);
    QTest::newRow("third") << 3 << 0.5 << qint64(100) << qint64(400);
    QTest::newRow("cap") << 3 << 1.0 << qint64(1000) << qint64(2000);
    QTest::newRow("cap from the start") << 1 << 0.0 << qint64(600000) << qint64(2000);
    QTest::newRow("many tries") << 1000 << 0.5 << qint64(1) << qint64(2000);
    QTest::newRow("one millisecond") << 1 << 0.5 << qint64(1) << qint64(1);
    QTest::newRow("huge") << 1000 << 1.0 << std::numeric_limits<qint64>::max() << qint64(2000);
}

void tst_Decide::pauses()
{
    QFETCH(int, tries);
    QFETCH(double, jitter);
    QFETCH(qint64, backoff);
    QFETCH(qint64, pause);
    Policy policy;
    policy.backoff = Milliseconds(backoff);
    QCOMPARE(qint64(retryPause(policy, tries, jitter).count()), pause);
}

void tst_Decide::staleConnection()
{
    DecisionInput input = after(Outcome::Broken);
    input.verdict.detail = u"stale_connection"_s;
    const Decision decision = decide(policyWith(0), input);
    QCOMPARE(decision.kind, DecisionKind::Retry);
    QCOMPARE(decision.reason, u"stale_connection"_s);
    QCOMPARE(decision.pause, Milliseconds::zero());
    input.staleRepeated = true;
    QCOMPARE(decide(policyWith(0), input).kind, DecisionKind::Next);
    input.nextExists = false;
    input.staleRepeated = false;
    QCOMPARE(decide(policyWith(0), input).kind, DecisionKind::Retry);
    QCOMPARE(breakerEffect(input.verdict), BreakerEffect::None);
}

void tst_Decide::streamOptions()
{
    DecisionInput input = after(Outcome::CallerFault);
    input.verdict.namesStreamOptions = true;
    QCOMPARE(decide(policyWith(0), input).reason, u"caller_fault"_s); // the client's own: not ours to take out
    input.streamOptionsOurs = true;
    const Decision decision = decide(policyWith(0), input);
    QCOMPARE(decision.kind, DecisionKind::Retry);
    QCOMPARE(decision.reason, u"stream_options"_s);
    QVERIFY(decision.withoutStreamOptions);
    input.elapsed = Policy().deadline;
    QCOMPARE(decide(policyWith(0), input).reason, u"caller_fault"_s);
}

void tst_Decide::deadline()
{
    Policy policy = policyWith(3);
    policy.deadline = Milliseconds{5000};
    DecisionInput input = after(Outcome::Overloaded);
    input.elapsed = Milliseconds{5000};
    Decision decision = decide(policy, input);
    QCOMPARE(decision.kind, DecisionKind::GiveUp);
    QCOMPARE(decision.reason, u"deadline"_s);
    input.elapsed = Milliseconds{4950}; // the pause of 100 ms is longer than what is left, and nobody follows
    input.nextExists = false;
    QCOMPARE(decide(policy, input).reason, u"deadline"_s);
    input.elapsed = Milliseconds{4800};
    QCOMPARE(decide(policy, input).kind, DecisionKind::Retry);
    input.verdict.outcome = Outcome::Answered;
    input.elapsed = Milliseconds{6000};
    QCOMPARE(decide(policy, input).kind, DecisionKind::Deliver);
    input.verdict.outcome = Outcome::CallerFault;
    QVERIFY(decide(policy, input).passThrough);
}

void tst_Decide::deadlineReserve()
{
    Policy policy = policyWith(3);
    policy.deadline = Milliseconds{10000};
    DecisionInput input = after(Outcome::Timeout);
    input.attemptTimeout = Milliseconds{3000};
    input.nextTimeout = Milliseconds{4000};
    input.elapsed = Milliseconds{2900}; // 7100 left = pause 100 + 3000 + 4000
    QCOMPARE(decide(policy, input).reason, u"retries_left"_s);
    input.elapsed = Milliseconds{2901};
    const Decision decision = decide(policy, input);
    QCOMPARE(decision.kind, DecisionKind::Next);
    QCOMPARE(decision.reason, u"deadline_reserve"_s);
    input.nextExists = false;
    QCOMPARE(decide(policy, input).kind, DecisionKind::Retry);
}

void tst_Decide::contextExceeded()
{
    DecisionInput input = after(Outcome::ContextExceeded);
    const Decision larger = decide(policyWith(3), input);
    QVERIFY(larger.kind == DecisionKind::Next && larger.largerContextOnly);
    input.elapsed = Policy().deadline;
    QCOMPARE(decide(policyWith(3), input).reason, u"deadline"_s);
    input.nextExists = false;
    QVERIFY(decide(policyWith(3), input).passThrough);
}

void tst_Decide::failOverOn()
{
    Policy policy = policyWith(3);
    policy.failOverOn = {Outcome::ContentFiltered};
    QCOMPARE(decide(policy, after(Outcome::ContentFiltered)).reason, u"fail_over_on"_s);
    QCOMPARE(decide(policy, after(Outcome::ContentFiltered)).kind, DecisionKind::Next);
    QCOMPARE(decide(policy, after(Outcome::CallerFault)).kind, DecisionKind::GiveUp);
    policy.failOverOn = {Outcome::CallerFault};
    QCOMPARE(decide(policy, after(Outcome::CallerFault)).kind, DecisionKind::Next);
    DecisionInput last = after(Outcome::CallerFault);
    last.nextExists = false;
    const Decision decision = decide(policy, last);
    QVERIFY(decision.kind == DecisionKind::GiveUp && decision.passThrough);
    QCOMPARE(decision.reason, u"caller_fault"_s);
}

void tst_Decide::breakerEffects_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<BreakerEffect>("effect");
    const auto row = [](Outcome outcome, BreakerEffect effect) { QTest::newRow(word(outcome).data()) << outcome << effect; };
    row(Outcome::ConnectFailed, BreakerEffect::Failure);
    row(Outcome::Timeout, BreakerEffect::Failure);
    row(Outcome::Broken, BreakerEffect::Failure);
    row(Outcome::Overloaded, BreakerEffect::Failure);
    row(Outcome::RateLimited, BreakerEffect::Failure);
    row(Outcome::QuotaExhausted, BreakerEffect::NeedsAttention);
    row(Outcome::CredentialRefused, BreakerEffect::NeedsAttention);
    row(Outcome::ModelUnavailable, BreakerEffect::Failure);
    row(Outcome::Redirected, BreakerEffect::Failure);
    row(Outcome::CallerFault, BreakerEffect::None);
    row(Outcome::ContextExceeded, BreakerEffect::None);
    row(Outcome::ContentFiltered, BreakerEffect::None);
    row(Outcome::ClientGone, BreakerEffect::None);
    row(Outcome::Answered, BreakerEffect::Success);
}

void tst_Decide::breakerEffects()
{
    QFETCH(Outcome, outcome);
    QFETCH(BreakerEffect, effect);
    Verdict verdict;
    verdict.outcome = outcome;
    QCOMPARE(breakerEffect(verdict), effect);
    verdict.retryAfter = Milliseconds{5000};
    QCOMPARE(breakerEffect(verdict), outcome == Outcome::RateLimited ? BreakerEffect::SuspendUntilRetryAfter : effect);
}

void tst_Decide::finalErrors_data()
{
    QTest::addColumn<QList<Outcome>>("outcomes");
    QTest::addColumn<bool>("deadline");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const QList<Outcome> &outcomes, bool deadline, int status, const char *code) {
        QTest::newRow(name) << outcomes << deadline << status << QByteArray(code);
    };
    using O = Outcome;
    const char *const all = "all_candidates_failed";
    row("deadline before everything", {O::RateLimited, O::RateLimited}, true, 504, all);
    row("deadline before any attempt", {}, true, 504, all);
    row("only rate limits", {O::RateLimited, O::RateLimited}, false, 429, all);
    row("only timeouts", {O::Timeout, O::Timeout}, false, 504, all);
    row("only overloaded", {O::Overloaded}, false, 503, all);
    row("nobody", {}, false, 503, "no_candidate");
    row("rate limit and timeout", {O::RateLimited, O::Timeout}, false, 502, all);
    row("overloaded and timeout", {O::Overloaded, O::Timeout}, false, 502, all);
    row("credential", {O::CredentialRefused}, false, 502, all);
    row("model", {O::ModelUnavailable}, false, 502, all);
    row("quota", {O::QuotaExhausted}, false, 502, all);
    row("connect", {O::ConnectFailed, O::ConnectFailed}, false, 502, all);
    row("redirect", {O::Redirected}, false, 502, all);
    row("broken", {O::Broken}, false, 502, all);
}

void tst_Decide::finalErrors()
{
    QFETCH(QList<Outcome>, outcomes);
    QFETCH(bool, deadline);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QList<FailedAttempt> attempts;
    for (const Outcome outcome : outcomes)
        attempts.append(failed(outcome));
    const FinalError error = finalError(attempts, deadline);
    QCOMPARE(error.status, status);
    QCOMPARE(error.code, code);
    QCOMPARE(error.shouldRetry, status == 429);
}

void tst_Decide::shortestRetryAfter()
{
    const QList<FailedAttempt> some{failed(Outcome::RateLimited, Milliseconds{9000}), failed(Outcome::RateLimited),
                                    failed(Outcome::RateLimited, Milliseconds{4000})};
    QCOMPARE(finalError(some, false).retryAfter, std::optional(Milliseconds{4000}));
    QCOMPARE(finalError({failed(Outcome::RateLimited)}, false).retryAfter, std::nullopt);
    QCOMPARE(finalError(some, true).retryAfter, std::nullopt);
    QCOMPARE(finalError(some, true).shouldRetry, false);
}

void tst_Decide::worstCases_data()
{
    QTest::addColumn<int>("candidates");
    QTest::addColumn<int>("retries");
    QTest::addColumn<qint64>("timeout");
    QTest::addColumn<qint64>("uncut");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("exceeds");
    QTest::newRow("one, no retry") << 1 << 0 << qint64(1000) << qint64(1000) << 1 << 0;
    QTest::newRow("one retry") << 1 << 1 << qint64(1000) << qint64(2120) << 2 << 0;
    QTest::newRow("three retries") << 2 << 3 << qint64(1000) << qint64(2 * (4000 + 120 + 240 + 480)) << 8 << 0;
    QTest::newRow("a minute") << 1 << 0 << qint64(60000) << qint64(60000) << 1 << 1;
    QTest::newRow("just below") << 1 << 0 << qint64(59999) << qint64(59999) << 1 << 0;
    QTest::newRow("five minutes") << 5 << 0 << qint64(60000) << qint64(300000) << 5 << 2;
    QTest::newRow("cut") << 4 << 1 << qint64(180000) << qint64(4 * 360120) << 8 << 2;
    QTest::newRow("nobody") << 0 << 3 << qint64(1000) << qint64(0) << 0 << 0;
    QTest::newRow("nonsense") << -2 << -1 << qint64(1000) << qint64(0) << 0 << 0;
}

void tst_Decide::worstCases()
{
    QFETCH(int, candidates);
    QFETCH(int, retries);
    QFETCH(qint64, timeout);
    QFETCH(qint64, uncut);
    QFETCH(int, attempts);
    QFETCH(int, exceeds);
    Policy policy;
    policy.retries = retries;
    policy.timeout = Milliseconds(timeout);
    const WorstCase result = worstCase(candidates, policy, false);
    QCOMPARE(qint64(result.uncut.count()), uncut);
    QCOMPARE(qint64(result.total.count()), std::min<qint64>(uncut, 590000));
    QCOMPARE(result.cutAtDeadline, uncut > 590000);
    QCOMPARE(result.attempts, attempts);
    QCOMPARE(int(result.exceeds.size()), exceeds);

    policy.firstOutputTimeout = Milliseconds(timeout / 2);
    QCOMPARE(worstCase(candidates, policy, false), result); // the longer of the two counts
    policy.timeout.reset();
    policy.firstOutputTimeout.reset();
    policy.deadline = Milliseconds{10000000};
    QCOMPARE(worstCase(1, policy, true).uncut - worstCase(1, policy, false).uncut, Milliseconds{120000} * (1 + std::max(retries, 0)));
}

QTEST_APPLESS_MAIN(tst_Decide)
#include "tst_decide.moc"
