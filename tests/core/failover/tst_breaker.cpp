// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/Breaker.h"

#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <thread>

using namespace understudy;
using namespace Qt::StringLiterals;
using Hold = BreakerState::Hold;

namespace {

Milliseconds ms(qint64 count) { return Milliseconds(count); }

BreakerPolicy policyWith(int failures, qint64 suspend = 15000, bool enabled = true)
{
    BreakerPolicy policy;
    policy.failures = failures;
    policy.suspend = ms(suspend);
    policy.enabled = enabled;
    return policy;
}

BreakerState failedTimes(int times, const BreakerPolicy &policy, Milliseconds now)
{
    BreakerState state;
    for (int i = 0; i < times; ++i)
        state = afterFailure(state, policy, now, false);
    return state;
}

} // namespace

class tst_Breaker : public QObject {
    Q_OBJECT

private slots:
    void suspendsAtTheThreshold();
    void successForgets();
    void doublesOnlyByProbes();
    void stragglersChangeNothing();
    void eachKeyHasItsThreshold();
    void offMeansAvailable();
    void holds();
    void holdsOverlap();
    void failedProbeOfAHold();
    void claimGivenBack();
    void lostClaimExpires();
    void pardoned();
    void saturates();
    void randomHistories();
    void oneProberWins();
};

void tst_Breaker::suspendsAtTheThreshold()
{
    const BreakerPolicy policy = policyWith(3);
    BreakerState state = failedTimes(2, policy, ms(1000));
    QCOMPARE(phase(state, policy, ms(1000)), BreakerPhase::Available);
    QCOMPARE(state.suspendedUntil(), ms(0));
    state = afterFailure(state, policy, ms(1000), false);
    QCOMPARE(state.failures(), 3);
    QCOMPARE(state.suspendedUntil(), ms(16000));
    QCOMPARE(phase(state, policy, ms(1000)), BreakerPhase::Suspended);
    QCOMPARE(phase(state, policy, ms(15999)), BreakerPhase::Suspended);
    QCOMPARE(phase(state, policy, ms(16000)), BreakerPhase::Probing);
}

void tst_Breaker::successForgets()
{
    const BreakerPolicy policy = policyWith(3);
    const BreakerState two = failedTimes(2, policy, ms(0));
    QCOMPARE(afterSuccess(two).toWord(), std::uint64_t(0)); // consecutive: the count starts again
    BreakerState state = claimProbe(failedTimes(3, policy, ms(0)), ms(20000));
    QCOMPARE(phase(afterSuccess(state), policy, ms(20000)), BreakerPhase::Available);
}

void tst_Breaker::doublesOnlyByProbes()
{
    const BreakerPolicy policy = policyWith(3);
    BreakerState state = failedTimes(3, policy, ms(0));
    const qint64 expected[] = {30000, 60000, 120000, 240000, 300000, 300000, 300000};
    Milliseconds now = state.suspendedUntil();
    for (int i = 0; i < 7; ++i) {
        QCOMPARE(phase(state, policy, now), BreakerPhase::Probing);
        state = claimProbe(state, now);
        QVERIFY(state.probing());
        QCOMPARE(phase(state, policy, now), BreakerPhase::Suspended);
        state = afterFailure(state, policy, now, true);
        QVERIFY(!state.probing());
        QCOMPARE(state.level(), i + 1);
        QCOMPARE(qint64((state.suspendedUntil() - now).count()), expected[i]);
        now = state.suspendedUntil();
    }
}

void tst_Breaker::stragglersChangeNothing()
{
    const BreakerPolicy policy = policyWith(3);
    BreakerState state = failedTimes(3, policy, ms(0));
    const Milliseconds until = state.suspendedUntil();
    for (const qint64 late : {1, 14999, 15000, 16000, 59000}) { // they also end after the suspension
        state = afterFailure(state, policy, ms(late), false);
        QCOMPARE(state.suspendedUntil(), until);
        QCOMPARE(state.level(), 0);
    }
    QCOMPARE(state.failures(), 8);
    QCOMPARE(phase(state, policy, until), BreakerPhase::Probing);
    // A straggler beside the probe takes nothing from its claim.
    const BreakerState claimed = claimProbe(state, ms(60000));
    const BreakerState beside = afterFailure(claimed, policy, ms(60001), false);
    QVERIFY(beside.probing());
    QCOMPARE(phase(beside, policy, ms(60001)), BreakerPhase::Suspended);
    QCOMPARE(beside.suspendedUntil(), claimed.suspendedUntil());
}

void tst_Breaker::eachKeyHasItsThreshold()
{
    const BreakerPolicy strict = policyWith(1, 1000);
    const BreakerPolicy usual = policyWith(3, 15000);
    const BreakerPolicy patient = policyWith(5, 15000);
    BreakerState state = failedTimes(3, usual, ms(0));
    QCOMPARE(phase(state, strict, ms(0)), BreakerPhase::Suspended);
    QCOMPARE(phase(state, usual, ms(0)), BreakerPhase::Suspended);
    QCOMPARE(phase(state, patient, ms(0)), BreakerPhase::Available); // the same count, not enough for it
    state = afterFailure(state, patient, ms(100), false);
    QCOMPARE(state.suspendedUntil(), ms(15000)); // and its failures below its threshold do not suspend
    QCOMPARE(phase(state, patient, ms(100)), BreakerPhase::Available);
    state = afterFailure(state, patient, ms(20000), false);
    QCOMPARE(state.failures(), 5);
    QCOMPARE(state.suspendedUntil(), ms(35000));
    QCOMPARE(phase(state, patient, ms(20000)), BreakerPhase::Suspended);
}

void tst_Breaker::offMeansAvailable()
{
    const BreakerPolicy off = policyWith(1, 15000, false);
    BreakerState state = failedTimes(50, off, ms(0));
    QCOMPARE(state.failures(), 50);
    QCOMPARE(state.suspendedUntil(), ms(0));
    QCOMPARE(phase(state, off, ms(0)), BreakerPhase::Available);
    QCOMPARE(phase(state, policyWith(3), ms(0)), BreakerPhase::Probing); // another key tries it carefully
    state = afterHold(state, Hold::Attention, ms(300000), false);
    QCOMPARE(phase(state, off, ms(0)), BreakerPhase::Available);
}

void tst_Breaker::holds()
{
    const BreakerPolicy policy = policyWith(3);
    for (const Hold hold : {Hold::RateLimited, Hold::Attention}) {
        const BreakerState state = afterHold({}, hold, ms(5000), false);
        QCOMPARE(state.hold(), hold);
        QCOMPARE(state.failures(), 0);
        QCOMPARE(phase(state, policy, ms(4999)), BreakerPhase::Suspended);
        QCOMPARE(phase(state, policyWith(100), ms(4999)), BreakerPhase::Suspended); // whatever the count
        QCOMPARE(phase(state, policy, ms(5000)), BreakerPhase::Probing);
        QCOMPARE(afterSuccess(claimProbe(state, ms(5000))).hold(), Hold::None);
    }
}

void tst_Breaker::holdsOverlap()
{
    BreakerState state = afterHold({}, Hold::Attention, ms(300000), false);
    state = afterHold(state, Hold::RateLimited, ms(5000), false);
    QCOMPARE(state.hold(), Hold::Attention);
    QCOMPARE(state.suspendedUntil(), ms(300000));
    state = afterHold(afterHold({}, Hold::RateLimited, ms(5000), false), Hold::RateLimited, ms(9000), false);
    QCOMPARE(state.suspendedUntil(), ms(9000));
}

void tst_Breaker::failedProbeOfAHold()
{
    const BreakerPolicy policy = policyWith(3);
    BreakerState state = claimProbe(afterHold({}, Hold::Attention, ms(1000), false), ms(1000));
    state = afterFailure(state, policy, ms(1500), true);
    QCOMPARE(state.hold(), Hold::Attention); // one failure alone would not suspend: the hold must stay
    QCOMPARE(phase(state, policy, ms(1500)), BreakerPhase::Suspended);
    state = claimProbe(state, state.suspendedUntil());
    state = afterHold(state, Hold::Attention, ms(999999), true);
    QCOMPARE(state.suspendedUntil(), ms(999999));
    QVERIFY(!state.probing());
}

void tst_Breaker::claimGivenBack()
{
    const BreakerPolicy policy = policyWith(3);
    const BreakerState open = failedTimes(3, policy, ms(0));
    BreakerState state = afterNothing(claimProbe(open, ms(15000)), true);
    QVERIFY(!state.probing());
    QCOMPARE(state.failures(), 3);
    QCOMPARE(phase(state, policy, ms(15001)), BreakerPhase::Probing);
    QCOMPARE(afterNothing(open, false), open);
}

void tst_Breaker::lostClaimExpires()
{
    const BreakerPolicy policy = policyWith(3);
    const BreakerState lost = claimProbe(failedTimes(3, policy, ms(0)), ms(15000));
    QVERIFY(ProbeLease > Policy().deadline);
    QCOMPARE(phase(lost, policy, ms(15000) + ProbeLease - ms(1)), BreakerPhase::Suspended);
    QCOMPARE(phase(lost, policy, ms(15000) + ProbeLease), BreakerPhase::Probing);
    QCOMPARE(phase(claimProbe(failedTimes(3, policy, ms(0)), ms(15000), ms(20)), policy, ms(15020)), BreakerPhase::Probing);
}

/// What turned out to be our own network's is as if it had not been.
void tst_Breaker::pardoned()
{
    const BreakerPolicy policy = policyWith(3);
    const BreakerState open = failedTimes(3, policy, ms(1000));
    QCOMPARE(afterPardon(open, 3, 0), BreakerState());
    QCOMPARE(phase(afterPardon(open, 1, 0), policy, ms(1001)), BreakerPhase::Available);
    const BreakerState more = failedTimes(5, policy, ms(1000));
    QCOMPARE(phase(afterPardon(more, 2, 0), policy, ms(1001)), BreakerPhase::Probing); // three were its own
    QCOMPARE(failedTimes(1, policy, ms(0)), afterPardon(failedTimes(2, policy, ms(0)), 1, 0));
    QCOMPARE(afterPardon(BreakerState(), 4, 1), BreakerState());

    const BreakerState failedProbe = afterFailure(claimProbe(open, ms(16000)), policy, ms(16100), true);
    QCOMPARE(failedProbe.level(), 1);
    const BreakerState again = afterPardon(failedProbe, 1, 1);
    QCOMPARE(again.level(), 0);
    QCOMPARE(phase(again, policy, ms(16101)), BreakerPhase::Probing);

    const BreakerState held = afterHold(failedTimes(1, policy, ms(0)), BreakerState::Hold::Attention, ms(90000), false);
    QCOMPARE(phase(afterPardon(held, 1, 0), policy, ms(100)), BreakerPhase::Suspended);
    const BreakerState probing = claimProbe(open, ms(16000));
    QVERIFY(afterPardon(probing, 3, 0).probing());
    QCOMPARE(afterPardon(probing, 3, 0).suspendedUntil(), probing.suspendedUntil());
}

void tst_Breaker::saturates()
{
    const BreakerPolicy policy = policyWith(3, 1);
    BreakerState state = failedTimes(400, policy, ms(0));
    QCOMPARE(state.failures(), 255);
    QCOMPARE(phase(state, policyWith(100), ms(5)), BreakerPhase::Probing);
    for (int i = 0; i < 40; ++i)
        state = afterFailure(state, policy, ms(0), true);
    QCOMPARE(state.level(), 15);
    QCOMPARE(afterHold({}, Hold::RateLimited, ms(std::numeric_limits<qint64>::max()), false).suspendedUntil(),
             ms((qint64(1) << 40) - 1)); // far away, not wrapped into the past
    QCOMPARE(afterHold({}, Hold::RateLimited, ms(-5), true).suspendedUntil(), ms(0));
}

/// Whatever happens in whatever order: the word round trips, times are never negative and never further away than asked, at
/// most one claim is out, and an end always comes to the suspension.
void tst_Breaker::randomHistories()
{
    QRandomGenerator random(11);
    for (int history = 0; history < 300; ++history) {
        BreakerState state;
        qint64 now = 0;
        bool claimed = false;
        for (int step = 0; step < 200; ++step) {
            now += random.bounded(40000);
            const BreakerPolicy policy = policyWith(1 + random.bounded(6), 1 + random.bounded(30000), random.bounded(8) != 0);
            const bool probe = claimed && random.bounded(2) == 0;
            const int failures = state.failures();
            switch (random.bounded(7)) {
            case 0:
                state = afterSuccess(state);
                claimed = false;
                break;
            case 1:
            case 2:
                state = afterFailure(state, policy, ms(now), probe);
                QCOMPARE(state.failures(), std::min(failures + 1, 255));
                claimed = claimed && !probe;
                break;
            case 3:
                state = afterHold(state, random.bounded(2) ? Hold::RateLimited : Hold::Attention, ms(now + random.bounded(600000)), probe);
                claimed = claimed && !probe;
                break;
            case 4:
                state = afterNothing(state, probe);
                claimed = claimed && !probe;
                break;
            case 5: state = afterPardon(state, int(random.bounded(4)), int(random.bounded(2))); break;
            default:
                if (!claimed && phase(state, policy, ms(now)) == BreakerPhase::Probing) {
                    state = claimProbe(state, ms(now));
                    claimed = true;
                    QCOMPARE(phase(state, policy, ms(now)), BreakerPhase::Suspended);
                }
            }
            QCOMPARE(BreakerState(state.toWord()), state);
            QVERIFY(state.suspendedUntil() >= ms(0));
            QVERIFY(state.suspendedUntil() <= ms(now + 600000));
            QVERIFY(state.failures() >= 0 && state.failures() <= 255);
            QCOMPARE(state.probing(), claimed);
            QVERIFY(phase(state, policy, ms(now + 600000)) != BreakerPhase::Suspended);
        }
    }
}

/// The whole process shares one word: of many threads that want to probe at once, exactly one may.
void tst_Breaker::oneProberWins()
{
    const BreakerPolicy policy = policyWith(3, 10);
    std::atomic<std::uint64_t> word{failedTimes(3, policy, ms(0)).toWord()};
    for (int round = 1; round <= 200; ++round) {
        const Milliseconds now = ms(round * 1000000LL);
        std::atomic<int> winners{0};
        std::atomic<int> ready{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                ++ready;
                while (ready < 4)
                    std::this_thread::yield();
                std::uint64_t seen = word.load();
                while (phase(BreakerState(seen), policy, now) == BreakerPhase::Probing) {
                    if (word.compare_exchange_weak(seen, claimProbe(BreakerState(seen), now).toWord())) {
                        ++winners;
                        break;
                    }
                }
                // Stragglers report at the same time and must not open the door for a second probe.
                seen = word.load();
                while (!word.compare_exchange_weak(seen, afterFailure(BreakerState(seen), policy, now, false).toWord())) { }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(winners.load(), 1);
        word = afterFailure(BreakerState(word.load()), policy, now, true).toWord();
    }
}

QTEST_APPLESS_MAIN(tst_Breaker)
#include "tst_breaker.moc"
