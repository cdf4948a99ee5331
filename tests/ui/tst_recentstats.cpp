// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RecentStats.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

AttemptRecord attempt(int position, const QString &channel, Outcome outcome, qint64 ms, std::optional<qint64> tokens = std::nullopt)
{
    AttemptRecord made;
    made.position = position;
    made.channel = channel;
    made.outcome = outcome;
    made.startedMs = 100;
    made.endedMs = 100 + ms;
    made.usage.totalTokens = tokens;
    made.provenance = tokens ? Provenance::Reported : Provenance::Unknown;
    return made;
}

ExchangeRecord exchange(const QList<AttemptRecord> &attempts, const QList<SkippedCandidate> &skipped = {})
{
    ExchangeRecord made;
    made.keyId = u"key_a"_s;
    made.attempts = attempts;
    made.skipped = skipped;
    const bool answered = !attempts.isEmpty() && attempts.last().outcome == Outcome::Answered;
    made.status = answered ? ExchangeStatus::Answered : ExchangeStatus::Failed;
    made.durationMs = attempts.isEmpty() ? 1 : attempts.last().endedMs;
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

const AttemptRecord Ok = attempt(0, u"a"_s, Outcome::Answered, 50, 160);
const AttemptRecord Late = attempt(0, u"a"_s, Outcome::Timeout, 900);
const AttemptRecord Backup = attempt(1, u"b"_s, Outcome::Answered, 70, 603);

} // namespace

class TestRecentStats : public QObject {
    Q_OBJECT

private slots:
    void counts_data()
    {
        QTest::addColumn<QList<ExchangeRecord>>("list");
        QTest::addColumn<ExchangeStats>("expected");
        // requests, answered, failed, cancelled, cache hits, saved by retry, by failover, tokens, unknown attempts, median
        QTest::newRow("nothing") << QList<ExchangeRecord>() << ExchangeStats{};
        QTest::newRow("the tutorial") << QList{exchange({Ok}), exchange({Late, Late, Backup})} << ExchangeStats{2, 2, 0, 0, 0, 0, 1, 763, 2, 170};
        QTest::newRow("retried") << QList{exchange({Late, Ok})} << ExchangeStats{1, 1, 0, 0, 0, 1, 0, 160, 1, 150};
        QTest::newRow("failed") << QList{exchange({Late})} << ExchangeStats{1, 0, 1, 0, 0, 0, 0, 0, 1, {}};
        QTest::newRow("interrupted is failed") << QList{as(exchange({Ok}), ExchangeStatus::Interrupted)} << ExchangeStats{1, 0, 1, 0, 0, 0, 0, 160, 0, {}};
        QTest::newRow("cancelled is neither") << QList{as(exchange({Ok}), ExchangeStatus::Cancelled)} << ExchangeStats{1, 0, 0, 1, 0, 0, 0, 160, 0, {}};
        QTest::newRow("drills are left out") << QList{as(exchange({Ok}), ExchangeKind::Drill)} << ExchangeStats{};
        ExchangeRecord hit = as(exchange({}), ExchangeKind::Cache);
        hit.status = ExchangeStatus::Answered;
        QTest::newRow("a cache hit is a request without a call") << QList{hit, exchange({Ok})} << ExchangeStats{2, 2, 0, 0, 1, 0, 0, 160, 0, 150};
    }
    void counts()
    {
        QFETCH(QList<ExchangeRecord>, list);
        QTEST(recentStats(list).all, "expected");
    }

    void successIsUnknownWithoutRequests()
    {
        QVERIFY(!ExchangeStats().success());
        QVERIFY(!recentStats({as(exchange({Ok}), ExchangeStatus::Cancelled)}).all.success());
        const ExchangeStats stats = recentStats({exchange({Ok}), exchange({Late, Backup}), exchange({Late}), exchange({Late, Ok})}).all;
        QCOMPARE(stats.success(), 0.75);
        QCOMPARE(stats.successWithoutRescue(), 0.25);
    }

    void countsByKeyChannelAndProvider()
    {
        ExchangeRecord other = exchange({attempt(0, u"c"_s, Outcome::ClientGone, 10)});
        other.keyId = u"key_b"_s;
        other.status = ExchangeStatus::Cancelled;
        const RecentStats stats = recentStats({exchange({Late, Backup}), exchange({Ok}), other}, {{u"a"_s, u"deepseek"_s}, {u"c"_s, u"deepseek"_s}});
        QCOMPARE(stats.byKey[u"key_a"_s].requests, 2);
        QCOMPARE(stats.byKey[u"key_b"_s].cancelled, 1);
        QCOMPARE(stats.byChannel[u"a"_s], (AttemptStats{2, 1, 1, 1, 160, 50}));
        QCOMPARE(stats.byChannel[u"c"_s], (AttemptStats{1, 0, 0, 1, 0, {}}));
        QCOMPARE(stats.byProvider[u"deepseek"_s], (AttemptStats{3, 1, 1, 2, 160, 50}));
        QCOMPARE(stats.byProvider[u"b"_s].tokens, 603);
        QCOMPARE(stats.byProvider.size(), 2);
    }

    void countsFromAMomentOn()
    {
        ExchangeRecord old = exchange({Ok}), young = exchange({Ok});
        old.time = WallTime(Milliseconds(999));
        young.time = WallTime(Milliseconds(1000));
        QCOMPARE(recentStats({young, old}, {}, WallTime(Milliseconds(1000))).all.requests, 1);
    }
};

QTEST_GUILESS_MAIN(TestRecentStats)
#include "tst_recentstats.moc"
