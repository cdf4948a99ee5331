// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerQueue.h"

#include <QRandomGenerator>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class LedgerQueueTest final : public QObject {
    Q_OBJECT
private slots:
    void keepsTheOrderInWholeBatches();
    void countsWhatIsHandedOutUntilItIsSettled();
    void boundsTheNumber();
    void boundsTheBytes();
    void anythingInAnyOrder();
};

static ExchangeRecord numbered(int number, qsizetype content = 0)
{
    ExchangeRecord exchange;
    exchange.id = QString::number(number);
    exchange.requestContent = QByteArray(content, 'x');
    return exchange;
}

void LedgerQueueTest::keepsTheOrderInWholeBatches()
{
    LedgerQueue queue({1000, 1'000'000'000, 4});
    QVERIFY(queue.isEmpty());
    for (int i = 0; i < 10; ++i) {
        QVERIFY(queue.add(numbered(i)));
        QCOMPARE(queue.filling(), size_t(i + 1) % 4);
        QCOMPARE(queue.hasFullBatch(), i >= 3);
    }
    int next = 0;
    for (const size_t size : {4, 4, 2}) {
        LedgerQueue::Batch batch;
        queue.take(batch);
        QCOMPARE(batch.exchanges.size(), size);
        for (const ExchangeRecord &exchange : batch.exchanges)
            QCOMPARE(exchange.id, QString::number(next++));
    }
    QVERIFY(queue.isEmpty());
    LedgerQueue::Batch nothing;
    queue.take(nothing);
    QVERIFY(nothing.isEmpty());
}

void LedgerQueueTest::countsWhatIsHandedOutUntilItIsSettled()
{
    LedgerQueue queue({3, 1'000'000'000, 100});
    for (int i = 0; i < 3; ++i)
        QVERIFY(queue.add(numbered(i)));
    LedgerQueue::Batch batch;
    queue.take(batch);
    QVERIFY(queue.isEmpty());
    QCOMPARE(queue.queued(), 3);
    QVERIFY(!queue.add(numbered(3))); // it may have to be written once more
    queue.settle(3, batch.bytes);
    QCOMPARE(queue.queued(), 0);
    QVERIFY(queue.add(numbered(3)));
}

void LedgerQueueTest::boundsTheNumber()
{
    LedgerQueue queue({5, 1'000'000'000, 2});
    for (int i = 0; i < 9; ++i)
        QCOMPARE(queue.add(numbered(i)), i < 5);
    QCOMPARE(queue.queued(), 5);
}

void LedgerQueueTest::boundsTheBytes()
{
    LedgerQueue queue({1000, 100'000, 10});
    ExchangeRecord large = numbered(0, 150'000);
    QVERIFY(!queue.add(std::move(large)));
    QCOMPARE(large.requestContent.size(), 150'000); // refused and not taken
    QVERIFY(queue.add(numbered(1, 60'000)));
    QVERIFY(!queue.add(numbered(2, 60'000)));
    QVERIFY(queue.add(numbered(3)));
    LedgerQueue::Batch batch;
    queue.take(batch);
    queue.settle(2, batch.bytes);
    QVERIFY(queue.add(numbered(4, 60'000)));
}

// Against a list of numbers.
void LedgerQueueTest::anythingInAnyOrder()
{
    for (quint32 seed = 0; seed < 50; ++seed) {
        QRandomGenerator random(seed);
        const size_t most = 1 + random.bounded(7u);
        LedgerQueue queue({40, 1'000'000'000, most});
        QList<int> expected;
        LedgerQueue::Batch batch;
        int next = 0, held = 0;
        for (int step = 0; step < 300; ++step) {
            if (random.bounded(3) > 0) {
                if (queue.add(numbered(next)))
                    expected.append(next);
                else
                    QCOMPARE(expected.size() + held, 40);
                ++next;
            } else if (batch.isEmpty()) {
                queue.take(batch);
                QVERIFY(batch.exchanges.size() <= most);
                QCOMPARE(batch.isEmpty(), expected.isEmpty());
                for (const ExchangeRecord &exchange : batch.exchanges)
                    QCOMPARE(exchange.id.toInt(), expected.takeFirst());
                held = int(batch.exchanges.size());
            } else {
                queue.settle(held, batch.bytes);
                batch.clear();
                held = 0;
            }
            QCOMPARE(queue.queued(), expected.size() + held);
            QCOMPARE(queue.isEmpty(), expected.isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(LedgerQueueTest)
#include "tst_ledgerqueue.moc"
