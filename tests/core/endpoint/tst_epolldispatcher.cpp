// SPDX-License-Identifier: GPL-3.0-or-later
// The same rules for Qt's dispatcher and ours: each test runs a thread with either.
#include "base/EpollDispatcher.h"

#include <QtTest>

#include <sys/socket.h>
#include <unistd.h>

using namespace understudy;
using namespace std::chrono_literals;

namespace {

/// Runs `work` in a thread whose dispatcher is chosen by the row; `work` ends the thread by QThread::currentThread()->quit().
void inThread(bool epoll, const std::function<void(QObject *)> &work)
{
    QThread thread;
    if (epoll)
        thread.setEventDispatcher(new EpollDispatcher);
    auto *object = new QObject;
    object->moveToThread(&thread);
    QObject::connect(&thread, &QThread::started, object, [&] { work(object); });
    QObject::connect(&thread, &QThread::finished, object, &QObject::deleteLater);
    thread.start();
    const bool ended = thread.wait(8000);
    if (!ended)
        qFatal("the thread did not end");
}

void quit() { QThread::currentThread()->quit(); }

} // namespace

class TestEpollDispatcher : public QObject {
    Q_OBJECT

    static void rows()
    {
        QTest::addColumn<bool>("epoll");
        QTest::newRow("qt") << false;
        QTest::newRow("epoll") << true;
    }

private slots:
    void postedFromOtherThreads_data() { rows(); }
    void postedFromOtherThreads();
    void timersInOrder_data() { rows(); }
    void timersInOrder();
    void timersChangedInHandlers_data() { rows(); }
    void timersChangedInHandlers();
    void remainingTime_data() { rows(); }
    void remainingTime();
    void zeroTimerStarvesNobody_data() { rows(); }
    void zeroTimerStarvesNobody();
    void notifiersOfOneDescriptor_data() { rows(); }
    void notifiersOfOneDescriptor();
    void notifierSwitchedOffByAnother();
    void nestedLoop_data() { rows(); }
    void nestedLoop();
    void restsWithoutWakeUps();
};

void TestEpollDispatcher::postedFromOtherThreads()
{
    QFETCH(bool, epoll);
    constexpr int PerThread = 5000;
    int count = 0;
    inThread(epoll, [&](QObject *object) {
        auto *helpers = new QThreadPool(object);
        for (int t = 0; t < 3; ++t) {
            helpers->start([&count, object] {
                for (int i = 0; i < PerThread; ++i)
                    QMetaObject::invokeMethod(object, [&count] { if (++count == 3 * PerThread) quit(); }, Qt::QueuedConnection);
            });
        }
    });
    QCOMPARE(count, 3 * PerThread); // a lost wake-up would hang
}

void TestEpollDispatcher::timersInOrder()
{
    QFETCH(bool, epoll);
    QList<int> fired;
    bool early = false;
    inThread(epoll, [&](QObject *object) {
        QRandomGenerator random(7);
        for (int i = 0; i < 100; ++i) {
            auto *timer = new QTimer(object);
            const int wanted = int(random.bounded(40));
            timer->setSingleShot(true);
            timer->setTimerType(Qt::PreciseTimer);
            const auto begin = std::chrono::steady_clock::now();
            object->connect(timer, &QTimer::timeout, object, [&, begin, wanted] {
                early = early || std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(wanted) - 1ms;
                fired.append(wanted);
                if (fired.size() == 100)
                    quit();
            });
            timer->start(wanted);
        }
    });
    QVERIFY(!early);
    QCOMPARE(fired.size(), 100);
    if (epoll) {
        // Timers of one start moment fire by length; starting 100 of them takes less than the 3 ms allowed here.
        for (int i = 1; i < fired.size(); ++i)
            QVERIFY(fired[i] >= fired[i - 1] - 3);
    }
}

void TestEpollDispatcher::timersChangedInHandlers()
{
    QFETCH(bool, epoll);
    int killed = 0;
    int self = 0;
    int again = 0;
    inThread(epoll, [&](QObject *object) {
        auto *victim = new QTimer(object);
        auto *killer = new QTimer(object);
        auto *restarts = new QTimer(object);
        object->connect(killer, &QTimer::timeout, object, [&, killer, victim] { // both are due in one turn
            if (++self == 1)
                delete victim;
            killer->stop();
        });
        object->connect(victim, &QTimer::timeout, object, [&] { ++killed; });
        object->connect(restarts, &QTimer::timeout, object, [&, restarts] {
            if (++again == 5)
                quit();
            else
                restarts->start(1); // a new id inside the handler of the old one
        });
        killer->start(5);
        victim->start(6);
        restarts->start(10);
        QThread::msleep(15);
    });
    QCOMPARE(self, 1);
    QCOMPARE(killed, 0);
    QCOMPARE(again, 5);
}

void TestEpollDispatcher::remainingTime()
{
    QFETCH(bool, epoll);
    int left = 0;
    int none = 0;
    bool listed = false;
    inThread(epoll, [&](QObject *object) {
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        timer.start(5000);
        left = timer.remainingTime();
        QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        listed = dispatcher->timersForObject(&timer).size() == 1 && dispatcher->timersForObject(object).isEmpty();
#else
        const auto list = dispatcher->registeredTimers(&timer);
        listed = list.size() == 1 && list.first().interval == 5000 && dispatcher->registeredTimers(object).isEmpty();
#endif
        timer.stop();
        none = timer.remainingTime();
        quit();
    });
    QVERIFY(left > 4000 && left <= 5000);
    QCOMPARE(none, -1);
    QVERIFY(listed);
}

void TestEpollDispatcher::zeroTimerStarvesNobody()
{
    QFETCH(bool, epoll);
    int pair[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair), 0);
    QByteArray got;
    inThread(epoll, [&](QObject *object) {
        auto *busy = new QTimer(object);
        busy->start(0);
        auto *notifier = new QSocketNotifier(pair[0], QSocketNotifier::Read, object);
        object->connect(notifier, &QSocketNotifier::activated, object, [&] {
            char c = 0;
            if (::read(pair[0], &c, 1) == 1)
                got += c;
            if (got.size() == 3)
                quit();
        });
        auto *writer = new QTimer(object);
        object->connect(writer, &QTimer::timeout, object, [&] { [[maybe_unused]] auto n = ::write(pair[1], "x", 1); });
        writer->start(1);
    });
    QCOMPARE(got, "xxx");
    ::close(pair[0]);
    ::close(pair[1]);
}

void TestEpollDispatcher::notifiersOfOneDescriptor()
{
    QFETCH(bool, epoll);
    int pair[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair), 0);
    int reads = 0;
    int writes = 0;
    inThread(epoll, [&](QObject *object) {
        auto *read = new QSocketNotifier(pair[0], QSocketNotifier::Read, object);
        auto *write = new QSocketNotifier(pair[0], QSocketNotifier::Write, object);
        object->connect(write, &QSocketNotifier::activated, object, [&, write] {
            // Off and on within one turn, as QTcpSocket does; then off for good after three.
            write->setEnabled(false);
            if (++writes < 3)
                write->setEnabled(true);
            else if ([[maybe_unused]] auto n = ::write(pair[1], "x", 1); n != 1)
                qFatal("write");
        });
        object->connect(read, &QSocketNotifier::activated, object, [&] {
            ++reads;
            quit();
        });
    });
    QCOMPARE(writes, 3);
    QCOMPARE(reads, 1);
    ::close(pair[0]);
    ::close(pair[1]);
}

void TestEpollDispatcher::notifierSwitchedOffByAnother()
{
    int pair[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair), 0);
    int total = 0;
    inThread(true, [&](QObject *object) {
        auto *a = new QSocketNotifier(pair[0], QSocketNotifier::Write);
        auto *b = new QSocketNotifier(pair[1], QSocketNotifier::Write);
        // Both are ready in one turn; whichever comes first switches both off.
        const auto handler = [&total, a, b] {
            ++total;
            a->setEnabled(false); // the other one's event is already in hand
            b->setEnabled(false);
            quit();
        };
        object->connect(a, &QSocketNotifier::activated, object, handler);
        object->connect(b, &QSocketNotifier::activated, object, handler);
        a->setParent(object);
        b->setParent(object);
    });
    QCOMPARE(total, 1);
    ::close(pair[0]);
    ::close(pair[1]);
}

void TestEpollDispatcher::nestedLoop()
{
    QFETCH(bool, epoll);
    int outer = 0;
    int inner = 0;
    inThread(epoll, [&](QObject *object) {
        auto *timer = new QTimer(object);
        object->connect(timer, &QTimer::timeout, object, [&, object] {
            ++outer; // must not come again while its own handler runs
            QEventLoop loop;
            QTimer::singleShot(15, object, [&] { ++inner; loop.quit(); });
            loop.exec();
            quit();
        });
        timer->start(2);
    });
    QCOMPARE(outer, 1);
    QCOMPARE(inner, 1);
}

void TestEpollDispatcher::restsWithoutWakeUps()
{
    int turns = 0;
    inThread(true, [&](QObject *object) {
        object->connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, object, [&] { ++turns; });
        QTimer::singleShot(60, object, [&] { quit(); });
    });
    QVERIFY2(turns < 10, QByteArray::number(turns).constData());
}

QTEST_GUILESS_MAIN(TestEpollDispatcher)
#include "tst_epolldispatcher.moc"
