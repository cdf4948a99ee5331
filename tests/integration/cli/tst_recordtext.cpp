// SPDX-License-Identifier: GPL-3.0-or-later
// What log and explain say about a request.
#include "cli/RecordJson.h"
#include "cli/RecordText.h"

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
        QCOMPARE(tokenText(std::nullopt, Provenance::Reported), u"?"_s);
        QCOMPARE(tokenText(0, Provenance::Unknown), u"?"_s);
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
