// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerPace.h"

#include <QTest>

using namespace understudy;
using namespace std::chrono_literals;

class LedgerPaceTest final : public QObject {
    Q_OBJECT
private slots:
    void speed_data();
    void speed();
    void decisions_data();
    void decisions();
    void slowsDownAtOnce();
};

static constexpr LedgerPace::Limits limits {2000, 100ms, 1000, 50'000};

void LedgerPaceTest::speed_data()
{
    QTest::addColumn<int>("exchanges");
    QTest::addColumn<int>("microseconds");
    QTest::addColumn<bool>("fast");
    QTest::newRow("nothing") << 0 << 100'000 << false;
    QTest::newRow("just below") << 199 << 100'000 << false;
    QTest::newRow("just there") << 200 << 100'000 << true;
    QTest::newRow("a second, below") << 1999 << 1'000'000 << false;
    QTest::newRow("a second, there") << 2000 << 1'000'000 << true;
    QTest::newRow("a few at once are not a speed") << 20 << 10 << false;
    QTest::newRow("many at once are") << 500 << 10 << true;
    QTest::newRow("no time at all") << 1 << 0 << false;
    QTest::newRow("a clock that went back") << 1 << -5'000'000 << false;
    QTest::newRow("many after a long sleep") << 1000 << 1'000'000'000 << false;
}

void LedgerPaceTest::speed()
{
    QFETCH(int, exchanges);
    QFETCH(int, microseconds);
    LedgerPace pace(limits);
    QVERIFY(!pace.isFast());
    pace.took(size_t(exchanges), std::chrono::microseconds(microseconds));
    QTEST(pace.isFast(), "fast");
}

void LedgerPaceTest::decisions_data()
{
    QTest::addColumn<bool>("fast");
    QTest::addColumn<int>("waiting");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<bool>("hurry");
    QTest::addColumn<bool>("journals");
    QTest::addColumn<bool>("folds");
    QTest::addColumn<bool>("rests");
    QTest::newRow("slow, nothing waits: rows at once") << false << 0 << 0 << false << false << false << true;
    QTest::newRow("slow, some wait: behind them, and they become rows") << false << 1 << 10 << false << true << true << true;
    QTest::newRow("fast: later") << true << 0 << 0 << false << true << false << true;
    QTest::newRow("fast, some wait") << true << 999 << 9990 << false << true << false << true;
    QTest::newRow("fast, too many wait") << true << 1000 << 10000 << false << true << true << false;
    QTest::newRow("fast, few that are large") << true << 20 << 50'000 << false << true << true << false;
    QTest::newRow("fast, somebody asks for them") << true << 1 << 10 << true << true << true << false;
    QTest::newRow("fast, somebody asks for none") << true << 0 << 0 << true << true << false << false;
    QTest::newRow("slow, somebody asks for none") << false << 0 << 0 << true << false << false << false;
}

void LedgerPaceTest::decisions()
{
    QFETCH(bool, fast);
    QFETCH(int, waiting);
    QFETCH(int, bytes);
    QFETCH(bool, hurry);
    LedgerPace pace(limits);
    pace.took(fast ? 1000 : 0, 100ms);
    QTEST(pace.journals({waiting, bytes}), "journals");
    QTEST(pace.folds({waiting, bytes}, hurry), "folds");
    QTEST(pace.rests({waiting, bytes}, hurry), "rests");
}

void LedgerPaceTest::slowsDownAtOnce()
{
    LedgerPace pace(limits);
    pace.took(5000, 100ms);
    QVERIFY(pace.isFast());
    pace.took(10, 100ms);
    QVERIFY(!pace.isFast());
}

QTEST_GUILESS_MAIN(LedgerPaceTest)
#include "tst_ledgerpace.moc"
