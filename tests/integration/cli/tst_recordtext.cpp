// SPDX-License-Identifier: GPL-3.0-or-later
// What log and explain say about a request, and usage about many.
#include "cli/RecordJson.h"
#include "cli/RecordText.h"
#include "cli/UsageText.h"

#include <QJsonArray>
#include <QTest>

using namespace understudy;
using namespace understudy::cli;
using namespace Qt::StringLiterals;

namespace {

AttemptRecord attempt(int position, const QString &model, Outcome outcome, DecisionKind decision, const QString &reason)
{
    AttemptRecord record;
    record.position = position;
    record.channel = u"c%1"_s.arg(position);
    record.model = model;
    record.outcome = outcome;
    record.decision = decision;
    record.reason = reason;
    return record;
}

ExchangeRecord rescued()
{
    ExchangeRecord record;
    record.id = u"01ABC"_s;
    record.keyName = u"app"_s;
    record.status = ExchangeStatus::Answered;
    record.servedChannel = u"c1"_s;
    record.servedModel = u"demo/Qwen-7B"_s;
    record.httpStatus = 200;
    record.usage.totalTokens = 603;
    record.provenance = Provenance::Reported;
    record.attempts = {attempt(0, u"x/Qwen-32B"_s, Outcome::Overloaded, DecisionKind::Retry, u"retries_left"_s),
                       attempt(0, u"x/Qwen-32B"_s, Outcome::Timeout, DecisionKind::Next, u"retries_used"_s),
                       attempt(1, u"demo/Qwen-7B"_s, Outcome::Answered, DecisionKind::Deliver, u"answered"_s)};
    return record;
}

} // namespace

class TestRecordText : public QObject {
    Q_OBJECT

private slots:
    void chipsShowTheWay()
    {
        ExchangeRecord record = rescued();
        QCOMPARE(chips(record), u"✕32B ⟳✕32B ⇢ ✓7B"_s);
        record.skipped = {{2, u"c2"_s, u"deepseek-v3"_s, SkipReason::TypeMismatch}};
        QCOMPARE(chips(record), u"✕32B ⟳✕32B ⇢ ✓7B ○deepseek-v3"_s);
    }

    void names_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("chip");
        QTest::newRow("size at the end") << "deepseek-ai/DeepSeek-R1-Distill-Qwen-32B" << "32B";
        QTest::newRow("decimal size") << "qwen-1.5b" << "1.5b";
        QTest::newRow("tag") << "qwen2.5:7b" << "7b";
        QTest::newRow("no size") << "deepseek-ai/DeepSeek-R1" << "DeepSeek-R1";
        QTest::newRow("size inside") << "qwen-32b-instruct" << "qwen-32b-instruct";
        QTest::newRow("slash at the end") << "odd/" << "";
    }
    void names()
    {
        QFETCH(QString, model);
        QFETCH(QString, chip);
        QCOMPARE(chipName(model), chip);
    }

    void tokens()
    {
        QCOMPARE(tokenText(160, Provenance::Reported), u"160"_s);
        QCOMPARE(tokenText(160, Provenance::Estimated), u"≈160"_s);
        QCOMPARE(tokenText(std::nullopt, Provenance::Reported), u"unknown"_s);
        QCOMPARE(tokenText(0, Provenance::Unknown), u"unknown"_s);
    }

    void tokensOfRequests()
    {
        ExchangeRecord record = rescued();
        QCOMPARE(tokenText(record), u"603 tokens"_s);
        record.provenance = Provenance::Unknown;
        QCOMPARE(tokenText(record), u"unknown tokens"_s);
        record.status = ExchangeStatus::Failed;
        QCOMPARE(tokenText(record), u"–"_s); // nothing answered, so there is nothing to know
    }

    /// Bug: “0 tokens”, as if the answer had none.
    void theCacheSaves()
    {
        ExchangeRecord record = rescued();
        record.kind = ExchangeKind::Cache;
        record.attempts.clear();
        record.usage = {0, 0, 0, std::nullopt, 603};
        QCOMPARE(tokenText(record), u"603 tokens saved"_s);
        const QString text = explanation(record).join(u'\n');
        QVERIFY2(text.contains(u"no provider was called, which saved 603 tokens."_s) && !text.contains(u" 0 tokens"_s), qPrintable(text));
        record.usage.cachedTokens.reset();
        QCOMPARE(tokenText(record), u"–"_s);
    }

    /// Bug: “It said: unreachable”, as if the provider had spoken; and the bare word "offline".
    void ourNetworkIsNotTheProvider_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("offline") << u"offline"_s << u"this machine was offline, so the channel is not blamed"_s;
        QTest::newRow("login page") << u"captive_portal"_s << u"the network wanted a login first, so the channel is not blamed"_s;
        QTest::newRow("proxy") << u"proxy_changed"_s << u"the system's proxy had changed, so the channel is not blamed"_s;
        QTest::newRow("sleep") << u"just_woke"_s << u"this machine had just woken from sleep, so the channel is not blamed"_s;
    }
    void ourNetworkIsNotTheProvider()
    {
        QFETCH(QString, detail);
        QFETCH(QString, sentence);
        ExchangeRecord record = rescued();
        record.attempts[0].outcome = Outcome::ConnectFailed;
        record.attempts[0].detail = detail;
        record.attempts[0].message = u"unreachable"_s; // of a ledger of an earlier version
        record.attempts[1].message = u"overloaded, sorry"_s;
        const QString text = explanation(record).join(u'\n');
        QVERIFY2(text.contains(sentence) && !text.contains(u'(' + detail) && !text.contains(u"unreachable"_s), qPrintable(text));
        QCOMPARE(text.count(u"It said"_s), 1);
    }

    /// What is told of tokens: an estimate is marked, and what nobody told is no 0.
    void sums_data()
    {
        QTest::addColumn<QList<qint64>>("sum"); // attempts, tokens, unknown, estimated
        QTest::addColumn<QString>("text");
        QTest::newRow("reported") << QList<qint64>{2, 603, 0, 0} << u"603"_s;
        QTest::newRow("estimated") << QList<qint64>{2, 603, 0, 1} << u"≈603"_s;
        QTest::newRow("some unknown") << QList<qint64>{2, 603, 1, 0} << u"603 + unknown"_s;
        QTest::newRow("both") << QList<qint64>{3, 603, 1, 1} << u"≈603 + unknown"_s;
        QTest::newRow("all unknown") << QList<qint64>{2, 0, 2, 0} << u"unknown"_s;
        QTest::newRow("a known 0") << QList<qint64>{2, 0, 1, 0} << u"0 + unknown"_s;
        QTest::newRow("none") << QList<qint64>{0, 0, 0, 0} << u"0"_s;
    }
    void sums()
    {
        QFETCH(QList<qint64>, sum);
        QTEST(tokenSum({sum[0], sum[1], sum[2], sum[3]}), "text");
    }

    void usage_data()
    {
        QTest::addColumn<UsageSummary>("usage");
        QTest::addColumn<QStringList>("lines");
        UsageSummary known;
        known.requests = 2;
        known.tokens = {200, 403, 603};
        known.freeTokensUsed = 603;
        known.failedAttempts = 2;
        known.parts = {{2, 603, 0, 0}, {2, 0, 0, 0}, {}};
        known.byKey = {{u"key_1"_s, u"app"_s, 2, {200, 403, 603}, 603, 0, 0, 2}};
        known.byProvider = {{u"sf"_s, 2, 2, 0, {}, 0, {{}, {2, 0, 0, 0}, {}}}, {u"built-in"_s, 2, 0, 0, {200, 403, 603}, 0, {{2, 603, 0, 0}, {}, {}}}};
        QTest::newRow("known") << known
                               << QStringList{u"2 requests, 603 tokens (200 prompt, 403 completion), 603 of them free"_s,
                                              u"2 failed attempts; 0 attempts whose tokens nobody told (not counted as 0)"_s,
                                              u"tokens of all 4 attempts: 603, of which in answers 603, of failed attempts 0, of calls that clients left 0"_s,
                                              QString(),
                                              u"KEY  REQUESTS  PROMPT  COMPLETION  TOTAL  FREE"_s,
                                              u"app  2         200     403         603    603"_s,
                                              QString(),
                                              u"PROVIDER  ATTEMPTS  FAILED  UNKNOWN  ANSWERS  LOST  LEFT  TOTAL"_s,
                                              u"sf        2         2       0        0        0     0     0"_s,
                                              u"built-in  2         0       0        603      0     0     603"_s};
        UsageSummary unknown;
        unknown.requests = 1;
        unknown.unknownAttempts = unknown.unknownAnswers = 1;
        unknown.parts.answered = {1, 0, 1, 0};
        unknown.byKey = {{u"key_1"_s, u"app"_s, 1, {}, 0, 1, 0, 1}};
        unknown.byProvider = {{u"sf"_s, 1, 0, 1, {}, 0, {{1, 0, 1, 0}, {}, {}}}};
        QTest::newRow("unknown") << unknown
                                 << QStringList{u"1 requests, unknown tokens, 0 of them free"_s,
                                                u"0 failed attempts; 1 attempts whose tokens nobody told (not counted as 0)"_s,
                                                u"tokens of all 1 attempts: unknown, of which in answers unknown, of failed attempts 0, of calls that clients left 0"_s,
                                                QString(),
                                                u"KEY  REQUESTS  PROMPT   COMPLETION  TOTAL    FREE"_s,
                                                u"app  1         unknown  unknown     unknown  0"_s,
                                                QString(),
                                                u"PROVIDER  ATTEMPTS  FAILED  UNKNOWN  ANSWERS  LOST  LEFT  TOTAL"_s,
                                                u"sf        1         0       1        unknown  0     0     unknown"_s};
        UsageSummary mixed;
        mixed.requests = 5;
        mixed.tokens = {200, 0, 603}; // of one answer a total alone was told
        mixed.freeTokensUsed = 100;
        mixed.failedAttempts = 2;
        mixed.unknownAttempts = 2;
        mixed.unknownAnswers = mixed.estimatedAnswers = 1;
        mixed.parts = {{4, 603, 1, 1}, {2, 7, 1, 0}, {1, 40, 0, 1}};
        mixed.cacheHits = 1;
        mixed.cacheSavedTokens = 160;
        mixed.byKey = {{u"key_1"_s, u"app"_s, 5, {200, 0, 603}, 100, 1, 1, 4}};
        mixed.byProvider = {{u"sf"_s, 7, 2, 2, {200, 0, 650}, 2, mixed.parts}};
        QTest::newRow("mixed") << mixed
                               << QStringList{u"5 requests, ≈603 + unknown tokens (≈200 + unknown prompt, unknown completion), ≈100 of them free"_s,
                                              u"2 failed attempts; 2 attempts whose tokens nobody told (not counted as 0)"_s,
                                              u"tokens of all 7 attempts: ≈650 + unknown, of which in answers ≈603 + unknown, of failed attempts 7 + unknown, "
                                              "of calls that clients left ≈40"_s,
                                              u"1 requests answered from the cache, which saved 160 tokens"_s,
                                              QString(),
                                              u"KEY  REQUESTS  PROMPT          COMPLETION  TOTAL           FREE"_s,
                                              u"app  5         ≈200 + unknown  unknown     ≈603 + unknown  ≈100"_s,
                                              QString(),
                                              u"PROVIDER  ATTEMPTS  FAILED  UNKNOWN  ANSWERS         LOST         LEFT  TOTAL"_s,
                                              u"sf        7         2       2        ≈603 + unknown  7 + unknown  ≈40   ≈650 + unknown"_s};
    }
    void usage()
    {
        QFETCH(UsageSummary, usage);
        QTEST(usageText(usage), "lines");
    }

    void usageAsJson()
    {
        UsageSummary usage;
        usage.requests = 3;
        usage.tokens = {200, 403, 604};
        usage.freeTokensUsed = 1;
        usage.parts = {{10, 603, 3, 2}, {5, 9, 1, 4}, {7, 11, 0, 6}};
        usage.cacheHits = 12;
        usage.cacheSavedTokens = 13;
        usage.byKey = {{u"key_1"_s, u"app"_s, 3, {200, 403, 604}, 1, 5, 6, 10}};
        usage.byProvider = {{u"sf"_s, 22, 5, 4, {200, 403, 630}, 12, usage.parts}};
        const QJsonObject attempts{{u"attempts"_s, 22},      {u"failedAttempts"_s, 5},   {u"unknownAttempts"_s, 4},  {u"estimatedAttempts"_s, 12},
                                   {u"unknownAnswers"_s, 3}, {u"estimatedAnswers"_s, 2}, {u"answeredTokens"_s, 603}, {u"lostTokens"_s, 9},
                                   {u"leftTokens"_s, 11},    {u"promptTokens"_s, 200},   {u"completionTokens"_s, 403}};
        QJsonObject provider = attempts, all = attempts;
        provider.insert(u"provider"_s, u"sf"_s);
        provider.insert(u"totalTokens"_s, 630);
        all.insert(u"requests"_s, 3);
        all.insert(u"totalTokens"_s, 604);
        all.insert(u"freeTokensUsed"_s, 1);
        all.insert(u"cacheHits"_s, 12);
        all.insert(u"cacheSavedTokens"_s, 13);
        all.insert(u"byKey"_s, QJsonArray{QJsonObject{{u"key"_s, u"app"_s}, {u"keyId"_s, u"key_1"_s}, {u"requests"_s, 3}, {u"promptTokens"_s, 200}, {u"completionTokens"_s, 403},
                                                      {u"totalTokens"_s, 604}, {u"freeTokensUsed"_s, 1}, {u"unknownAnswers"_s, 5}, {u"estimatedAnswers"_s, 6}}});
        all.insert(u"byProvider"_s, QJsonArray{provider});
        QCOMPARE(toJson(usage), all);
    }

    void unknownIsNull()
    {
        ExchangeRecord record = rescued();
        record.usage = {};
        record.provenance = Provenance::Unknown;
        record.servedChannel.clear();
        record.httpStatus = 0;
        const QJsonObject json = toJson(record);
        for (const char *name : {"promptTokens", "completionTokens", "reasoningTokens", "cachedTokens", "servedBy", "httpStatus", "firstOutputMs"}) {
            QVERIFY2(json.contains(QLatin1StringView(name)), name);
            QVERIFY2(json.value(QLatin1StringView(name)).isNull(), name);
        }
        QCOMPARE(json.value("attempts"_L1).toArray().size(), 3);
        QCOMPARE(json.value("attempts"_L1).toArray().first().toObject().value("outcome"_L1).toString(), u"overloaded"_s);
    }

    void explains()
    {
        ExchangeRecord record = rescued();
        record.skipped = {{2, u"c2"_s, u"deepseek-v3"_s, SkipReason::TypeMismatch}};
        const QString text = explanation(record).join(u'\n');
        for (const QString &part : {u"a retry was left"_s, u"its retries were used up"_s, u"types never stand in"_s, u"Answered by c1/demo/Qwen-7B with 603 tokens"_s})
            QVERIFY2(text.contains(part), qPrintable(text));
    }

    /// Bug: a stream that the gateway's own stop had ended was told as “the client left”.
    void aStopIsNotTheClients()
    {
        ExchangeRecord record = rescued();
        record.status = ExchangeStatus::Interrupted;
        record.errorCode = u"gateway_stopping"_s;
        record.attempts = {attempt(0, u"m"_s, Outcome::ClientGone, DecisionKind::GiveUp, u"gateway_stopping"_s)};
        record.attempts[0].detail = u"gateway_stopping"_s;
        const QString text = explanation(record).join(u'\n');
        QVERIFY2(text.count(u"the gateway was stopped"_s) == 3 && !text.contains(u"client left"_s), qPrintable(text));
    }

    /// Every reason that the deciding code gives has words.
    void everyReasonHasWords_data()
    {
        QTest::addColumn<QString>("reason");
        for (const char *reason : {"answered", "retries_left", "retries_used", "not_retryable", "retry_after", "deadline_reserve", "deadline", "caller_fault",
                                   "content_filtered", "larger_context", "no_larger_context", "client_gone", "stale_connection", "stream_options",
                                   "fail_over_on", "no_candidate_left", "gateway_stopping", "after_commit"})
            QTest::newRow(reason) << QString::fromLatin1(reason);
    }
    void everyReasonHasWords()
    {
        QFETCH(QString, reason);
        ExchangeRecord record = rescued();
        record.attempts = {attempt(0, u"m"_s, Outcome::Broken, DecisionKind::GiveUp, reason)};
        QVERIFY2(!explanation(record).join(u'\n').contains(u": %1."_s.arg(reason)), qPrintable(reason));
    }
};

QTEST_GUILESS_MAIN(TestRecordText)
#include "tst_recordtext.moc"
