// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Ending.h"
#include "domain/LatencyScale.h"

#include <QRandomGenerator>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

AttemptRecord attempt(int position, const QString &channel, Outcome outcome)
{
    AttemptRecord made;
    made.position = position;
    made.channel = channel;
    made.outcome = outcome;
    return made;
}

ExchangeRecord exchange(const QList<AttemptRecord> &attempts, const QList<SkippedCandidate> &skipped = {})
{
    ExchangeRecord made;
    made.attempts = attempts;
    made.skipped = skipped;
    const bool answered = !attempts.isEmpty() && attempts.last().outcome == Outcome::Answered;
    made.status = answered ? ExchangeStatus::Answered : ExchangeStatus::Failed;
    return made;
}

ExchangeRecord as(ExchangeRecord exchange, ExchangeKind kind)
{
    exchange.kind = kind;
    return exchange;
}

ExchangeRecord as(ExchangeRecord exchange, ExchangeStatus status)
{
    exchange.status = status;
    return exchange;
}

const AttemptRecord Ok = attempt(0, u"a"_s, Outcome::Answered);
const AttemptRecord Late = attempt(0, u"a"_s, Outcome::Timeout);
const AttemptRecord Backup = attempt(1, u"b"_s, Outcome::Answered);

} // namespace

class TestEnding : public QObject {
    Q_OBJECT

private slots:
    void endings_data()
    {
        QTest::addColumn<ExchangeRecord>("record");
        QTest::addColumn<Ending>("ending");
        const auto skip = [](int position, SkipReason reason) { return QList<SkippedCandidate>{{position, u"x"_s, {}, reason}}; };
        QTest::newRow("first try") << exchange({Ok}) << Ending::FirstTry;
        QTest::newRow("retry") << exchange({Late, Ok}) << Ending::AfterRetry;
        QTest::newRow("backup") << exchange({Late, Backup}) << Ending::AfterBackup;
        QTest::newRow("retry, then backup") << exchange({Late, Late, Backup}) << Ending::AfterBackup;
        QTest::newRow("all failed") << exchange({Late, Late}) << Ending::Failed;
        QTest::newRow("never tried") << exchange({}) << Ending::Failed;
        QTest::newRow("primary suspended") << exchange({Backup}, skip(0, SkipReason::Suspended)) << Ending::AfterBackup;
        QTest::newRow("primary out of free tokens") << exchange({Backup}, skip(0, SkipReason::FreeTokensUsedUp)) << Ending::AfterBackup;
        QTest::newRow("primary at its limit") << exchange({Backup}, skip(0, SkipReason::ChannelLimit)) << Ending::AfterBackup;
        QTest::newRow("primary without its credential") << exchange({Backup}, skip(0, SkipReason::NoCredential)) << Ending::AfterBackup;
        QTest::newRow("primary of another type") << exchange({Backup}, skip(0, SkipReason::TypeMismatch)) << Ending::FirstTry;
        QTest::newRow("primary paused by a person") << exchange({Backup}, skip(0, SkipReason::Paused)) << Ending::FirstTry;
        QTest::newRow("a later one suspended") << exchange({Ok}, skip(1, SkipReason::Suspended)) << Ending::FirstTry;
        QTest::newRow("asked for the backup") << exchange({Backup}) << Ending::FirstTry;
        QTest::newRow("from the cache") << as(exchange({Ok}), ExchangeKind::Cache) << Ending::FromCache;
        QTest::newRow("the client left") << as(exchange({Late}), ExchangeStatus::Cancelled) << Ending::Cancelled;
        QTest::newRow("broke after the first output") << as(exchange({Late, Backup}), ExchangeStatus::Interrupted) << Ending::Interrupted;
    }
    void endings()
    {
        QFETCH(ExchangeRecord, record);
        QTEST(endingOf(record), "ending");
    }

    void theDelayIsThatOfTheAttemptsBefore()
    {
        ExchangeRecord record = exchange({Late, Late, Backup});
        record.attempts[0].startedMs = 3;
        record.attempts[1].startedMs = 700;
        record.attempts[2].startedMs = 1503;
        QCOMPARE(addedDelay(record), 1500);
        QCOMPARE(addedDelay(exchange({Ok})), 0);
        QCOMPARE(addedDelay(exchange({})), 0);
    }

    void wordsComeBack()
    {
        for (int i = 0; i < EndingCount; ++i)
            QCOMPARE(endingFromWord(QString(word(Ending(i)))), Ending(i));
        QVERIFY(!endingFromWord(u"saved"));
    }

    // Buckets are in order, without gaps, and none is wider than a quarter of its beginning.
    void latencyBucketsTile()
    {
        for (int bucket = 0; bucket < 120; ++bucket) {
            const qint64 from = latency::lowerBound(bucket);
            const qint64 next = latency::lowerBound(bucket + 1);
            QVERIFY(next > from);
            QCOMPARE(latency::bucketOf(from), bucket);
            QCOMPARE(latency::bucketOf(next - 1), bucket);
            QVERIFY(next - from <= std::max<qint64>(1, from / 4));
            QCOMPARE(latency::bucketOf(latency::middle(bucket)), bucket);
        }
        QCOMPARE(latency::bucketOf(-5), 0);
        QRandomGenerator random(7);
        for (int i = 0; i < 10'000; ++i) {
            const qint64 value = qint64(random.generate64() >> random.bounded(20, 62));
            const int bucket = latency::bucketOf(value);
            QVERIFY(latency::lowerBound(bucket) <= value && value < latency::lowerBound(bucket + 1));
        }
    }
};

QTEST_GUILESS_MAIN(TestEnding)
#include "tst_ending.moc"
