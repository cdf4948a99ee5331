// SPDX-License-Identifier: GPL-3.0-or-later
// The words for what happened to a request: every outcome, reason and state has some, in both languages, and none invents a number.
#include "translations/Translations.h"
#include "ui/FakeConsole.h"
#include "words/CallOrder.h"
#include "words/RecordWords.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

const QString Large = u"deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"_s;
const QString Small = u"demo/DeepSeek-R1-Distill-Qwen-7B"_s;

AttemptRecord attempt(int index, int position, Outcome outcome, std::optional<qint64> tokens = std::nullopt, Provenance provenance = Provenance::Unknown)
{
    AttemptRecord made;
    made.index = index;
    made.position = position;
    made.channel = position == 0 ? u"sf-1"_s : u"built-in"_s;
    made.model = position == 0 ? Large : Small;
    made.outcome = outcome;
    made.startedMs = index * 1000;
    made.endedMs = index * 1000 + 900;
    made.usage.totalTokens = tokens;
    made.provenance = provenance;
    made.decision = outcome == Outcome::Answered ? DecisionKind::Deliver : DecisionKind::Next;
    made.reason = outcome == Outcome::Answered ? u"answered"_s : u"retries_used"_s;
    return made;
}

ExchangeRecord record(const QList<AttemptRecord> &attempts, ExchangeStatus status = ExchangeStatus::Answered)
{
    ExchangeRecord made;
    made.askedModel = u"auto"_s;
    made.attempts = attempts;
    made.status = status;
    made.httpStatus = status == ExchangeStatus::Failed ? 502 : 200;
    made.errorCode = status == ExchangeStatus::Failed ? u"all_candidates_failed"_s : QString();
    made.durationMs = attempts.isEmpty() ? 2 : attempts.last().endedMs;
    if (!attempts.isEmpty()) {
        made.servedChannel = attempts.last().channel;
        made.servedModel = attempts.last().model;
    }
    return made;
}

ExchangeRecord cached()
{
    ExchangeRecord made = record({});
    made.kind = ExchangeKind::Cache;
    return made;
}

const AttemptRecord Failed = attempt(0, 0, Outcome::Overloaded);
const AttemptRecord FailedAgain = attempt(1, 0, Outcome::Timeout);
const AttemptRecord Backup = attempt(2, 1, Outcome::Answered, 603, Provenance::Reported);

bool isChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

class TestRecordWords : public QObject {
    Q_OBJECT

private slots:
    void cacheHitsSayWhatTheySaved()
    {
        ExchangeRecord hit = record({});
        hit.kind = ExchangeKind::Cache;
        QVERIFY(!words::resultText(hit).contains(u"saved"_s)); // nothing is invented
        hit.usage = {0, 0, 0, std::nullopt, 1603};
        QVERIFY2(words::resultText(hit).contains(u"1,603 tokens were saved."_s), qPrintable(words::resultText(hit)));
        QVERIFY2(words::verdict(hit).text.contains(u"1,603 tokens were saved."_s), qPrintable(words::verdict(hit).text));
    }
    /// Whose fault it was, in words; what providers say stays as it is.
    void blamesNobodyForOurNetwork()
    {
        AttemptRecord failed = attempt(0, 0, Outcome::ConnectFailed);
        failed.detail = u"offline"_s;
        QVERIFY(words::attemptText(failed).contains(u"this computer was offline, so the channel is not blamed"_s));
        failed.detail = u"insufficient_quota"_s;
        QVERIFY(words::attemptText(failed).contains(u"insufficient_quota"_s));
        for (const QString &word : {u"captive_portal"_s, u"proxy_changed"_s, u"just_woke"_s}) {
            failed.detail = word;
            QVERIFY2(!words::attemptText(failed).contains(word), qPrintable(word));
        }
    }
    void init() { m_translations.choose(u"en"_s); }

    void everyWordIsThere_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    void everyWordIsThere()
    {
        QFETCH(QString, language);
        m_translations.choose(language);
        QStringList texts;
        for (int i = 0; i < OutcomeCount; ++i)
            texts << words::outcomeName(Outcome(i)) << words::outcomeText(Outcome(i));
        for (int i = 0; i < SkipReasonCount; ++i)
            texts << words::skipText(SkipReason(i));
        for (const QString &reason : {u"answered"_s, u"retries_left"_s, u"retries_used"_s, u"not_retryable"_s, u"retry_after"_s, u"deadline_reserve"_s, u"deadline"_s,
                                      u"caller_fault"_s, u"content_filtered"_s, u"larger_context"_s, u"no_larger_context"_s, u"client_gone"_s, u"gateway_stopping"_s,
                                      u"after_commit"_s, u"stale_connection"_s, u"stream_options"_s, u"fail_over_on"_s, u"no_candidate_left"_s}) {
            texts << words::reasonText(reason);
            QVERIFY2(words::reasonText(reason) != reason, qPrintable(reason));
        }
        QCOMPARE(words::reasonText(u"a_word_of_tomorrow"_s), u"a_word_of_tomorrow"_s);
        for (const QString &text : std::as_const(texts)) {
            QVERIFY(!text.isEmpty());
            if (language == "zh_CN"_L1)
                QVERIFY2(isChinese(text), qPrintable(text));
        }
    }

    void verdict_data()
    {
        QTest::addColumn<ExchangeRecord>("record");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        QTest::newRow("at once") << record({attempt(0, 0, Outcome::Answered, 160, Provenance::Reported)})
                                 << u"Your application got an answer at the first attempt, after 900 ms."_s << u"您的应用在第一次尝试就得到了回答，用时 900 毫秒。"_s;
        QTest::newRow("by the backup, cost unknown")
            << record({Failed, FailedAgain, Backup})
            << u"Your application got an answer. It needed 3 attempts and 2.9 s. 7B stepped in. How many tokens the failed attempts cost is unknown."_s
            << u"您的应用得到了回答。共尝试 3 次，用时 2.9 秒。由 7B 接替。失败的尝试消耗了多少 tokens 未知。"_s;
        QTest::newRow("cost known") << record({attempt(0, 0, Outcome::Broken, 41, Provenance::Reported), attempt(1, 0, Outcome::Answered, 603, Provenance::Reported)})
                                    << u"Your application got an answer. It needed 2 attempts and 1.9 s. 41 tokens were spent for nothing."_s
                                    << u"您的应用得到了回答。共尝试 2 次，用时 1.9 秒。白白消耗了 41 tokens。"_s;
        QTest::newRow("cost partly known")
            << record({attempt(0, 0, Outcome::Broken, 41, Provenance::Reported), FailedAgain, Backup})
            << u"Your application got an answer. It needed 3 attempts and 2.9 s. 7B stepped in. At least 41 tokens were spent for nothing. 1 failed attempt did not say what they cost."_s
            << u"您的应用得到了回答。共尝试 3 次，用时 2.9 秒。由 7B 接替。至少白白消耗了 41 tokens。有 1 次失败的尝试未告知消耗。"_s;
        QTest::newRow("nothing was sent")
            << record({attempt(0, 0, Outcome::ConnectFailed, 0, Provenance::Estimated), Backup})
            << u"Your application got an answer. It needed 2 attempts and 2.9 s. 7B stepped in. The failed attempts cost no tokens."_s
            << u"您的应用得到了回答。共尝试 2 次，用时 2.9 秒。由 7B 接替。失败的尝试未消耗 tokens。"_s;
        QTest::newRow("cache") << cached() << u"Your application got an answer from the cache in 2 ms. No provider was called."_s
                               << u"您的应用得到了缓存的回答，用时 2 毫秒，未调用任何提供商。"_s;
        QTest::newRow("all failed") << record({Failed, FailedAgain}, ExchangeStatus::Failed)
                                    << u"Your application got an error: 2 attempts in 1.9 s, and none gave an answer. How many tokens the failed attempts cost is unknown."_s
                                    << u"您的应用收到了错误：尝试 2 次，用时 1.9 秒，均未得到回答。失败的尝试消耗了多少 tokens 未知。"_s;
    }
    void verdict()
    {
        QFETCH(ExchangeRecord, record);
        QTEST(words::verdict(record).text, "english");
        m_translations.choose(u"zh_CN"_s);
        QTEST(words::verdict(record).text, "chinese");
    }

    void chips_data()
    {
        QTest::addColumn<ExchangeRecord>("record");
        QTest::addColumn<QString>("chips");
        QTest::addColumn<QString>("mark");
        QTest::addColumn<bool>("failedOver");
        ExchangeRecord skipped = record({Backup});
        skipped.skipped = {{0, u"sf-1"_s, Large, SkipReason::Suspended}};
        ExchangeRecord otherType = record({Backup});
        otherType.skipped = {{0, u"sf-1"_s, Large, SkipReason::TypeMismatch}};
        QTest::newRow("at once") << record({attempt(0, 0, Outcome::Answered)}) << u"✓32B"_s << u"✓"_s << false;
        QTest::newRow("retried") << record({Failed, attempt(1, 0, Outcome::Answered)}) << u"✕32B ⟳✓32B"_s << u"⟳"_s << false;
        QTest::newRow("failed over") << record({Failed, FailedAgain, Backup}) << u"✕32B ⟳✕32B ⇢ ✓7B"_s << u"⇢"_s << true;
        QTest::newRow("suspended") << skipped << u"✓7B ○32B"_s << u"⇢"_s << true;
        QTest::newRow("another type") << otherType << u"✓7B ○32B"_s << u"✓"_s << false;
        QTest::newRow("cache") << cached() << u"⚡cache"_s << u"⚡"_s << false;
        QTest::newRow("failed") << record({Failed}, ExchangeStatus::Failed) << u"✕32B"_s << u"✕"_s << false;
        QTest::newRow("interrupted") << record({attempt(0, 0, Outcome::Broken)}, ExchangeStatus::Interrupted) << u"✕32B"_s << u"✕"_s << false;
        QTest::newRow("left") << record({attempt(0, 0, Outcome::ClientGone)}, ExchangeStatus::Cancelled) << u"✕32B"_s << u"○"_s << false;
    }
    void chips()
    {
        QFETCH(ExchangeRecord, record);
        QTEST(words::chipsText(words::chips(record)), "chips");
        QTEST(words::statusOf(record).mark, "mark");
        QTEST(words::failedOver(record), "failedOver");
        QVERIFY(!words::statusOf(record).sentence.isEmpty());
    }

    void whyTellsEveryStep()
    {
        ExchangeRecord told = record({Failed, FailedAgain, Backup});
        told.attempts[0].httpStatus = 503;
        told.attempts[0].message = u"overloaded, sorry"_s;
        told.skipped = {{2, u"sf-2"_s, u"x/V3"_s, SkipReason::Paused}};
        const QStringList why = words::whySentences(told);
        QCOMPARE(why.first(), u"sf-2/V3 (backup 2) was skipped: its channel is paused."_s);
        QCOMPARE(why[1], u"sf-1/DeepSeek-R1-Distill-Qwen-32B (primary) is overloaded or had an error of its own (HTTP 503, ended after 900 ms)."_s);
        QCOMPARE(why[2], u"It said: “overloaded, sorry”"_s);
        QCOMPARE(why[3], u"On to the next candidate: its retries were used up."_s);
        QCOMPARE(why.last(), u"Answered by built-in/DeepSeek-R1-Distill-Qwen-7B in 2.9 s; tokens: unknown."_s);
    }

    void theRowIsOneSentence()
    {
        QCOMPARE(words::rowSentence(record({Failed, FailedAgain, Backup})),
                 u"Request to auto: 32B failed (Overloaded), 32B failed again (Timeout), answered by 7B, HTTP 200, 2.9 s"_s);
    }

    void theOrderGoesForwardInItsType()
    {
        test::FakeConsole console(test::FakeConsole::Start::Sample);
        GatewayKey key = *console.stored.keyNamed(u"tutorial");
        key.chain.append({u"deepseek-1"_s, u"deepseek-chat"_s});
        const auto order = [&](const QString &asked) { return words::callOrder(console.stored, console.catalogue(), key, asked); };
        QCOMPARE(words::chipsText(order(u"auto"_s).chips), u"32B ⇢ 7B ○deepseek-chat"_s);
        QCOMPARE(order(u"auto"_s).leftOut, QStringList{u"deepseek-chat: another type (Chat), never stands in"_s});
        QCOMPARE(words::chipsText(order(Small).chips), u"7B ○deepseek-chat"_s);
        QVERIFY(order(Small).leftOut.contains(u"32B: stands before the start"_s));
        QCOMPARE(words::chipsText(order(u"deepseek-chat"_s).chips), u"deepseek-chat"_s);
        QCOMPARE(order(u"auto"_s).candidates, 2);
        QVERIFY(order(u"auto"_s).worstCase > order(Small).worstCase);
    }

    void theSameModelTwiceIsAskedByItsChannel()
    {
        test::FakeConsole console(test::FakeConsole::Start::Sample);
        const GatewayKey key = *console.stored.keyNamed(u"nightly-batch");
        const QList<words::AskedModel> models = words::askedModels(console.stored, console.catalogue(), key);
        QCOMPARE(models.size(), 3);
        QCOMPARE(models[0].asked, u"auto"_s);
        QCOMPARE(models[1].asked, Large);
        QCOMPARE(models[2].asked, u"siliconflow-2/"_s + Large);
        QCOMPARE(words::callOrder(console.stored, console.catalogue(), key, models[2].asked).candidates, 0); // its channel is paused
    }

private:
    Translations m_translations;
};

QTEST_MAIN(TestRecordWords)
#include "tst_recordwords.moc"
