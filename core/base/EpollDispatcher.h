// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>

#ifdef Q_OS_LINUX

#include <atomic>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

namespace understudy {

/// An event dispatcher on epoll for threads with many sockets: Qt's own walks over all of them at every turn (poll), which
/// costs a whole core at 2000 slow streams. Give one to QThread::setEventDispatcher before the thread starts; the thread
/// owns it. Linux only; elsewhere callers keep Qt's own.
///
/// Same contract as Qt's dispatcher: posted events first, then sockets, then timers that were due when the turn began, each at
/// most once a turn (so a zero timer starves nobody). Blocks without any wake-up while nothing happens. Timers are never
/// early; their type is ignored, all are precise to the millisecond.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
class EpollDispatcher final : public QAbstractEventDispatcherV2 {
    Q_OBJECT
public:
    using TimerId = Qt::TimerId;
    using TimerDuration = Duration;
#else
class EpollDispatcher final : public QAbstractEventDispatcher {
    Q_OBJECT
public:
    using TimerId = int;
    using TimerDuration = std::chrono::milliseconds;
#endif
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    void registerTimer(Qt::TimerId id, Duration interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(Qt::TimerId id) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfoV2> timersForObject(QObject *object) const override;
    Duration remainingTime(Qt::TimerId id) const override;
#else
    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int id) override;
#endif

    void wakeUp() override;
    void interrupt() override;

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Timer {
        TimerId id;
        std::chrono::nanoseconds interval;
        Qt::TimerType type;
        QObject *object;
        Time due;
        quint64 serial;     ///< orders timers of one moment by registration; tells a re-used id from the old one
        bool active = false; ///< inside its own handler: not fired again by a nested loop
    };
    /// The notifiers of one descriptor, by QSocketNotifier::Type.
    struct Descriptor {
        QSocketNotifier *notifiers[3] = {};
        quint32 events = 0; ///< what epoll was told
        quint32 generation = 0;
        bool dirty = false; ///< in m_dirty
    };
    enum : int { Running, Woken, Sleeping };

    void addTimer(TimerId id, std::chrono::nanoseconds interval, Qt::TimerType type, QObject *object);
    bool removeTimer(TimerId id);
    void schedule(Timer *timer);
    void unschedule(Timer *timer);
    int waitTime(bool mayWait) const;
    int wait(QEventLoop::ProcessEventsFlags flags, bool mayWait);
    bool fireTimers();
    bool notify(int count);
    void updateInterest(int fd, Descriptor &descriptor);
    void applyInterest(int fd, Descriptor &descriptor, quint32 wanted);
    void applyDirty();

    int m_epoll = -1;
    int m_event = -1;
    /// Running → Sleeping around the wait; whoever wakes sets Woken and writes to the eventfd only if the thread slept.
    std::atomic<int> m_state{Running};
    std::atomic<bool> m_interrupted{false};

    std::unordered_map<int, std::unique_ptr<Timer>> m_timers;
    std::map<std::pair<Time, quint64>, Timer *> m_schedule;
    std::vector<std::pair<int, quint64>> m_due; ///< kept for its memory
    quint64 m_nextSerial = 0;

    std::unordered_map<int, Descriptor> m_descriptors;
    std::vector<int> m_dirty; ///< changes that wait for the end of the turn
    quint32 m_nextGeneration = 1;
    struct Ready;
    std::unique_ptr<Ready> m_ready;
};

} // namespace understudy

#endif // Q_OS_LINUX
