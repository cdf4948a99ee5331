// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/ChainPlan.h"
#include "failover/Decide.h"
#include "failover/WorstCase.h"

#include <QRandomGenerator>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

ChainEntry entry(int position, const QString &channel, const QString &model, ModelType type, qint64 context = 0)
{
    ChainEntry made;
    made.position = position;
    made.channel = channel;
    made.model = model;
    made.type = type;
    made.context = context;
    return made;
}

QList<ChainEntry> sample()
{
    return {entry(0, u"emb"_s, u"bge"_s, ModelType::Embedding), entry(1, u"sf-1"_s, u"deepseek-ai/R1"_s, ModelType::Reasoning),
            entry(2, u"ark"_s, u"chat"_s, ModelType::Chat),     entry(3, u"sf-2"_s, u"deepseek-ai/R1"_s, ModelType::Reasoning),
            entry(4, u"ark"_s, u"bge"_s, ModelType::Chat),      entry(5, u"ark"_s, u"auto"_s, ModelType::Chat)};
}

/// One whole request as the gateway would run it: plan, attempts with random verdicts, decisions, until it ends.
struct Run {
    struct Call {
        int entry;
        Outcome outcome;
    };
    QList<Call> calls;
    QHash<int, int> freeRepeats;
    Decision last;
    Milliseconds elapsed{0};
    Milliseconds longestCall{0};

    Run(const QList<ChainEntry> &entries, const ChainPlan &plan, const Policy &policy, QRandomGenerator &random)
    {
        QList<int> order = plan.order;
        bool stale = false;
        bool ours = random.bounded(2) == 0;
        int tries = 0;
        for (int at = 0; at < order.size();) {
            const Milliseconds full = policy.attemptTimeout(false);
            const Milliseconds granted = std::min(full, policy.deadline - elapsed);
            const Verdict verdict = randomVerdict(random);
            const Milliseconds took = verdict.outcome == Outcome::Timeout ? granted
                                                                          : Milliseconds(qint64(random.bounded(double(granted.count()) + 1)));
            longestCall = std::max(longestCall, took);
            elapsed += std::min(took, granted);
            calls.append({order[at], verdict.outcome});
            const bool free = isStaleConnection(verdict) && !stale;
            tries += free ? 0 : 1;

            // After context_exceeded only larger ones may follow.
            QList<int> rest = order.sliced(at + 1);
            if (verdict.outcome == Outcome::ContextExceeded)
                rest.removeIf([&](int next) { return !hasLargerContext(entries[next], entries[order[at]]); });

            DecisionInput input;
            input.verdict = verdict;
            input.triesOfCandidate = tries;
            input.staleRepeated = stale;
            input.streamOptionsOurs = ours;
            input.nextExists = !rest.isEmpty();
            input.nextTimeout = full;
            input.attemptTimeout = full;
            input.elapsed = elapsed;
            input.jitter = random.generateDouble();
            last = decide(policy, input);
            if (last.kind == DecisionKind::Retry) {
                if (last.withoutStreamOptions) {
                    ours = false;
                    --tries; // the refused call did not count against the candidate
                }
                stale = stale || free;
                if (free || last.withoutStreamOptions)
                    ++freeRepeats[order[at]];
                elapsed += last.pause;
                continue;
            }
            if (last.kind != DecisionKind::Next)
                return;
            order = order.first(at + 1) + rest;
            ++at;
            tries = 0;
            stale = false;
            ours = random.bounded(2) == 0;
        }
    }

    static Verdict randomVerdict(QRandomGenerator &random)
    {
        Verdict verdict;
        verdict.outcome = Outcome(random.bounded(OutcomeCount));
        if (random.bounded(3) != 0 && verdict.outcome >= Outcome::CallerFault)
            verdict.outcome = Outcome(random.bounded(int(Outcome::CallerFault))); // longer chains
        if (verdict.outcome == Outcome::Broken && random.bounded(2))
            verdict.detail = u"stale_connection"_s;
        if (verdict.outcome == Outcome::RateLimited && random.bounded(2))
            verdict.retryAfter = Milliseconds(random.bounded(3000));
        verdict.namesStreamOptions = verdict.outcome == Outcome::CallerFault && random.bounded(2) == 0;
        return verdict;
    }
};

} // namespace

class tst_Chains : public QObject {
    Q_OBJECT

private slots:
    void starts_data();
    void starts();
    void skips();
    void suspendedIsTheLastResort();
    void nothingServesThePath();
    void largerContext_data();
    void largerContext();
    void randomRequests();
    void randomFinalErrors();
};

void tst_Chains::starts_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<Api>("api");
    QTest::addColumn<bool>("known");
    QTest::addColumn<int>("start");
    QTest::addColumn<PlanError>("error");
    const auto row = [](const char *name, const QString &asked, Api api, bool known, int start, PlanError error) {
        QTest::newRow(name) << asked << api << known << start << error;
    };
    constexpr auto chat = Api::ChatCompletions;
    row("nothing asked", {}, chat, false, 1, PlanError::None);
    row("auto", u"auto"_s, chat, false, 1, PlanError::None); // the word, even if a model is called so
    row("auto on another path", u"auto"_s, Api::Embeddings, false, 0, PlanError::None);
    row("model id", u"chat"_s, chat, true, 2, PlanError::None);
    row("model id with a slash, bound twice: the first", u"deepseek-ai/R1"_s, chat, true, 1, PlanError::None);
    row("channel and model", u"sf-2/deepseek-ai/R1"_s, chat, false, 3, PlanError::None);
    row("channel and plain model", u"ark/chat"_s, chat, false, 2, PlanError::None);
    row("bound twice: the first that serves the path", u"bge"_s, chat, true, 4, PlanError::None);
    row("the same on the other path", u"bge"_s, Api::Embeddings, true, 0, PlanError::None);
    row("bound, but wrong type for the path", u"emb/bge"_s, chat, true, -1, PlanError::None);
    row("path that nobody serves", {}, Api::AudioSpeech, false, -1, PlanError::None);
    row("known elsewhere", u"other"_s, chat, true, -1, PlanError::ModelNotBound);
    row("unknown", u"other"_s, chat, false, -1, PlanError::ModelNotFound);
    row("wrong channel", u"nobody/chat"_s, chat, false, -1, PlanError::ModelNotFound);
    row("wrong channel for a known id", u"ark/deepseek-ai/R1"_s, chat, true, -1, PlanError::ModelNotBound);
    row("case matters", u"Chat"_s, chat, false, -1, PlanError::ModelNotFound);
    row("only a slash", u"/"_s, chat, false, -1, PlanError::ModelNotFound);
    row("channel only", u"ark/"_s, chat, false, -1, PlanError::ModelNotFound);
}

void tst_Chains::starts()
{
    QFETCH(QString, asked);
    QFETCH(Api, api);
    QFETCH(bool, known);
    QFETCH(int, start);
    QFETCH(PlanError, error);
    const StartChoice choice = chooseStart(sample(), api, asked, known);
    QCOMPARE(choice.start, start);
    QCOMPARE(choice.error, error);
    QCOMPARE(chooseStart({}, api, asked, known).start, -1);
}

void tst_Chains::skips()
{
    QList<ChainEntry> entries;
    for (int i = 0; i < 8; ++i)
        entries.append(entry(i, u"c%1"_s.arg(i), u"m"_s, ModelType::Chat));
    entries[2].type = ModelType::Reasoning;
    entries[3].paused = true;
    entries[3].noCredential = true; // paused comes first
    entries[7].noCredential = true;
    QList<EntryState> states(8);
    states[7].channelLimit = true;
    states[3].freeTokensUsedUp = true; // paused comes first
    states[4].freeTokensUsedUp = true;
    states[5].channelLimit = true;
    states[5].suspended = true; // the lasting reason comes first
    states[6].suspended = true;
    const ChainPlan plan = planChain(entries, states, Api::ChatCompletions, 1);
    QCOMPARE(plan.order, (QList<int>{1}));
    QVERIFY(!plan.lastResort);
    const QList<SkippedCandidate> expected{{2, u"c2"_s, u"m"_s, SkipReason::TypeMismatch},
                                           {3, u"c3"_s, u"m"_s, SkipReason::Paused},
                                           {4, u"c4"_s, u"m"_s, SkipReason::FreeTokensUsedUp},
                                           {5, u"c5"_s, u"m"_s, SkipReason::ChannelLimit},
                                           {6, u"c6"_s, u"m"_s, SkipReason::Suspended},
                                           {7, u"c7"_s, u"m"_s, SkipReason::NoCredential}};
    QCOMPARE(plan.skipped, expected);
    QCOMPARE(planChain(entries, {}, Api::ChatCompletions, 4).order, (QList<int>{4, 5, 6})); // no states: all are well
}

void tst_Chains::suspendedIsTheLastResort()
{
    QList<ChainEntry> entries;
    for (int i = 0; i < 3; ++i)
        entries.append(entry(i, u"c%1"_s.arg(i), u"m"_s, ModelType::Chat));
    entries[1].paused = true;
    QList<EntryState> states(3);
    states[0].suspended = states[1].suspended = states[2].suspended = true;
    const ChainPlan plan = planChain(entries, states, Api::ChatCompletions, 0);
    QCOMPARE(plan.order, (QList<int>{0, 2}));
    QVERIFY(plan.lastResort);
    QCOMPARE(plan.skipped, (QList<SkippedCandidate>{{1, u"c1"_s, u"m"_s, SkipReason::Paused}})); // paused never serves
}

void tst_Chains::nothingServesThePath()
{
    const ChainPlan plan = planChain(sample(), {}, Api::AudioSpeech, -1);
    QVERIFY(plan.order.isEmpty());
    QCOMPARE(plan.skipped.size(), sample().size());
    for (const SkippedCandidate &skipped : plan.skipped)
        QCOMPARE(skipped.reason, SkipReason::TypeMismatch);
    QVERIFY(planChain(sample(), {}, Api::Embeddings, 1).order.isEmpty()); // a start of the wrong type serves nobody
    QVERIFY(planChain({}, {}, Api::Embeddings, 0).order.isEmpty());
    QVERIFY(planChain(sample(), {}, Api::Embeddings, 99).order.isEmpty());
}

void tst_Chains::largerContext_data()
{
    QTest::addColumn<qint64>("failed");
    QTest::addColumn<qint64>("next");
    QTest::addColumn<bool>("larger");
    QTest::newRow("larger") << qint64(8000) << qint64(8001) << true;
    QTest::newRow("same") << qint64(8000) << qint64(8000) << false;
    QTest::newRow("smaller") << qint64(8000) << qint64(4000) << false;
    QTest::newRow("next unknown") << qint64(8000) << qint64(0) << true;
    QTest::newRow("failed unknown") << qint64(0) << qint64(4000) << true;
    QTest::newRow("both unknown") << qint64(0) << qint64(0) << true;
}

void tst_Chains::largerContext()
{
    QFETCH(qint64, failed);
    QFETCH(qint64, next);
    QFETCH(bool, larger);
    const ChainEntry first = entry(1, u"a"_s, u"m"_s, ModelType::Chat, failed);
    ChainEntry second = entry(2, u"b"_s, u"m"_s, ModelType::Chat, next);
    QCOMPARE(hasLargerContext(second, first), larger);
    second.type = ModelType::Reasoning;
    QVERIFY(!hasLargerContext(second, first));
    second = entry(0, u"b"_s, u"m"_s, ModelType::Chat, next);
    QVERIFY(!hasLargerContext(second, first)); // never back
}

void tst_Chains::randomRequests()
{
    QRandomGenerator random(20260202);
    int delivered = 0, longest = 0;
    for (int round = 0; round < 20000; ++round) {
        QList<ChainEntry> entries;
        QList<EntryState> states;
        for (int i = 0, count = 1 + random.bounded(6); i < count; ++i) {
            entries.append(entry(i, u"c%1"_s.arg(random.bounded(3)), u"m%1"_s.arg(random.bounded(3)), ModelType(random.bounded(3)),
                                 random.bounded(3) * 4000));
            entries.last().paused = random.bounded(8) == 0;
            states.append({random.bounded(8) == 0, random.bounded(8) == 0, random.bounded(4) == 0});
        }
        Policy policy;
        policy.retries = random.bounded(4);
        policy.timeout = Milliseconds(1 + random.bounded(3000));
        policy.deadline = Milliseconds(1 + random.bounded(20000));
        policy.backoff = Milliseconds(1 + random.bounded(300));
        if (random.bounded(3) == 0)
            policy.failOverOn = {Outcome::ContentFiltered, Outcome::CallerFault};

        const QString asked = random.bounded(2) ? QString() : u"m%1"_s.arg(random.bounded(3));
        const StartChoice choice = chooseStart(entries, Api::ChatCompletions, asked, false);
        const ChainPlan plan = planChain(entries, states, Api::ChatCompletions, choice.start);
        QVERIFY(choice.start >= 0 || plan.order.isEmpty());

        // The plan: everything from the start on is either called or skipped with a reason, once.
        QCOMPARE(plan.order.size() + plan.skipped.size(), entries.size() - std::max(choice.start, 0));
        QVERIFY(std::is_sorted(plan.order.cbegin(), plan.order.cend()));
        for (const int index : plan.order) {
            QVERIFY(index >= choice.start && entries[index].type == entries[choice.start].type);
            QVERIFY(!entries[index].paused && !states[index].freeTokensUsedUp && !states[index].channelLimit);
            QCOMPARE(states[index].suspended, plan.lastResort);
        }
        QVERIFY(asked.isEmpty() || choice.start < 0 || entries[choice.start].model == asked);
        if (plan.order.isEmpty())
            continue;

        const Run run(entries, plan, policy, random);
        int freeRepeats = 0, before = -1;
        QHash<int, int> callsOf;
        for (const Run::Call &call : run.calls) {
            QVERIFY(plan.order.contains(call.entry));
            QVERIFY(call.entry >= before); // forward only
            before = call.entry;
            ++callsOf[call.entry];
        }
        for (auto it = callsOf.cbegin(); it != callsOf.cend(); ++it) {
            const int free = run.freeRepeats.value(it.key());
            freeRepeats += free;
            QVERIFY(free <= 2); // one stale connection, one refusal of stream_options
            QVERIFY(it.value() <= 1 + policy.retries + free);
        }
        QVERIFY(run.calls.size() <= worstCase(int(plan.order.size()), policy, false).attempts + freeRepeats);
        QVERIFY(run.elapsed <= policy.deadline);
        QVERIFY(run.longestCall <= *policy.timeout);

        // The end: always one, always with a reason, and the answer is delivered as soon as there is one.
        QVERIFY(run.last.kind == DecisionKind::GiveUp || run.last.kind == DecisionKind::Deliver);
        QVERIFY(!run.last.reason.isEmpty());
        QCOMPARE(run.last.kind == DecisionKind::Deliver, run.calls.last().outcome == Outcome::Answered);
        const Outcome end = run.calls.last().outcome;
        const bool refusal = end == Outcome::CallerFault || end == Outcome::ContextExceeded || end == Outcome::ContentFiltered;
        QVERIFY(!run.last.passThrough || refusal);
        delivered += run.last.kind == DecisionKind::Deliver;
        longest = std::max(longest, int(run.calls.size()));
    }
    QVERIFY(delivered > 200); // the generator reaches what it is meant to reach
    QVERIFY(longest > 8);
}

void tst_Chains::randomFinalErrors()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 5000; ++round) {
        QList<FailedAttempt> attempts;
        QSet<Outcome> kinds;
        std::optional<Milliseconds> shortest;
        for (int i = random.bounded(5); i > 0; --i) {
            const Outcome outcome = random.bounded(2) ? Outcome::RateLimited : Outcome(random.bounded(int(Outcome::ClientGone)));
            FailedAttempt attempt{u"c"_s, u"m"_s, outcome, 0, 1, std::nullopt};
            if (random.bounded(2))
                attempt.retryAfter = Milliseconds(random.bounded(100000));
            if (attempt.retryAfter && (!shortest || *attempt.retryAfter < *shortest))
                shortest = attempt.retryAfter;
            kinds.insert(outcome);
            attempts.append(attempt);
        }
        const bool deadline = random.bounded(4) == 0;
        const FinalError error = finalError(attempts, deadline);
        const int expected = deadline ? 504
            : kinds == QSet<Outcome>{Outcome::RateLimited} ? 429
            : kinds == QSet<Outcome>{Outcome::Timeout} ? 504
            : kinds == QSet<Outcome>{Outcome::Overloaded} ? 503
            : kinds.isEmpty() ? 503
                              : 502;
        QCOMPARE(error.status, expected);
        QCOMPARE(error.shouldRetry, expected == 429);
        QCOMPARE(error.retryAfter, expected == 429 ? shortest : std::nullopt);
    }
}

QTEST_APPLESS_MAIN(tst_Chains)
#include "tst_chains.moc"
