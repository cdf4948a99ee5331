// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/EpollDispatcher.h"

#ifdef Q_OS_LINUX

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimerEvent>

#include <cerrno>
#include <climits>
#include <cstring>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace understudy {

struct EpollDispatcher::Ready {
    epoll_event events[128];
};

namespace {
/// No descriptor is negative, so this word cannot be one of them.
constexpr quint64 WakeWord = ~quint64{0};

constexpr quint32 Interest[3] = {EPOLLIN, EPOLLOUT, EPOLLPRI};

/// A broken connection is told to every notifier, as Qt's own dispatcher does.
constexpr bool concerns(int type, quint32 events) { return events & (Interest[type] | EPOLLHUP | EPOLLERR); }

int number(EpollDispatcher::TimerId id) { return static_cast<int>(id); }
} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    : QAbstractEventDispatcherV2(parent)
#else
    : QAbstractEventDispatcher(parent)
#endif
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_ready(std::make_unique<Ready>())
{
    if (m_epoll < 0 || m_event < 0)
        qFatal("EpollDispatcher: no descriptors left (%s)", std::strerror(errno));
    // Edge-triggered: every write is one event, and nobody has to read the counter back to zero.
    epoll_event event{};
    event.events = EPOLLIN | EPOLLET;
    event.data.u64 = WakeWord;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_event, &event);
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_event);
    ::close(m_epoll);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted.store(false, std::memory_order_relaxed);
    // A wake-up that came before this point may have been an interrupt for this very call: then do not sleep.
    const bool woken = m_state.exchange(Running) == Woken;

    emit awake();
    QCoreApplication::sendPostedEvents();

    const bool mayWait = !woken && (flags & QEventLoop::WaitForMoreEvents) && !m_interrupted.load(std::memory_order_relaxed);
    const int count = wait(flags, mayWait);
    bool did = woken;
    if (!m_interrupted.load(std::memory_order_relaxed) && count > 0)
        did |= notify(count);
    if (!m_interrupted.load(std::memory_order_relaxed))
        did |= fireTimers();
    return did;
}

int EpollDispatcher::waitTime(bool mayWait) const
{
    if (!mayWait)
        return 0;
    for (const auto &[when, timer] : m_schedule) {
        if (timer->active)
            continue; // a nested loop must not spin on the timer whose handler it runs in
        const auto left = when.first - std::chrono::steady_clock::now();
        if (left.count() <= 0)
            return 0;
        return int(std::min<qint64>(std::chrono::ceil<std::chrono::milliseconds>(left).count(), INT_MAX));
    }
    return -1;
}

int EpollDispatcher::wait(QEventLoop::ProcessEventsFlags flags, bool mayWait)
{
    applyDirty();
    int timeout = waitTime(mayWait);
    bool slept = false;
    if (timeout != 0) {
        emit aboutToBlock();
        applyDirty(); // its slots may have changed something
        int expected = Running;
        slept = m_state.compare_exchange_strong(expected, Sleeping);
        if (!slept)
            timeout = 0;
    }
    int count = 0;
    if (flags & QEventLoop::ExcludeSocketNotifiers) {
        pollfd wake{m_event, POLLIN, 0};
        if (::poll(&wake, 1, timeout) > 0) {
            quint64 counter;
            [[maybe_unused]] const auto size = ::read(m_event, &counter, sizeof counter);
        }
    } else {
        count = ::epoll_wait(m_epoll, m_ready->events, int(std::size(m_ready->events)), timeout);
    }
    if (slept) {
        int expected = Sleeping; // Woken stays: the next turn sends what was posted
        m_state.compare_exchange_strong(expected, Running);
    }
    return count;
}

bool EpollDispatcher::notify(int count)
{
    // A handler may run a nested loop, which fills m_ready anew: work on a copy.
    epoll_event ready[std::size(Ready{}.events)];
    std::copy_n(m_ready->events, count, ready);
    bool did = false;
    for (int i = 0; i < count; ++i) {
        if (ready[i].data.u64 == WakeWord) {
            did = true;
            continue;
        }
        const int fd = int(ready[i].data.u64 & 0xffffffffU);
        const auto generation = quint32(ready[i].data.u64 >> 32);
        for (int type = 0; type < 3; ++type) {
            if (!concerns(type, ready[i].events))
                continue;
            // Looked up anew each time: the handler before may have deleted it, or closed and re-used the descriptor.
            const auto found = m_descriptors.find(fd);
            if (found == m_descriptors.end() || found->second.generation != generation)
                break;
            if (QSocketNotifier *notifier = found->second.notifiers[type]) {
                QEvent event(QEvent::SockAct);
                QCoreApplication::sendEvent(notifier, &event);
                did = true;
            }
        }
    }
    return did;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    Descriptor &descriptor = m_descriptors[fd];
    if (descriptor.generation == 0)
        descriptor.generation = m_nextGeneration++;
    if (descriptor.notifiers[notifier->type()])
        qWarning("EpollDispatcher: two notifiers of one type for descriptor %d", fd);
    descriptor.notifiers[notifier->type()] = notifier;
    updateInterest(fd, descriptor);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    const auto found = m_descriptors.find(fd);
    if (found == m_descriptors.end() || found->second.notifiers[notifier->type()] != notifier)
        return;
    found->second.notifiers[notifier->type()] = nullptr;
    updateInterest(fd, found->second);
    if (found->second.events == 0)
        m_descriptors.erase(found);
}

namespace {
quint32 wantedEvents(QSocketNotifier *const (&notifiers)[3])
{
    quint32 wanted = 0;
    for (int type = 0; type < 3; ++type)
        wanted |= notifiers[type] ? Interest[type] : 0;
    return wanted;
}
} // namespace

void EpollDispatcher::updateInterest(int fd, Descriptor &descriptor)
{
    const quint32 wanted = wantedEvents(descriptor.notifiers);
    // QTcpSocket switches its write notifier on and off around every write that leaves at once: told to the kernel at the
    // end of the turn, and then there is nothing to tell. The first and the last interest are told at once, because the
    // number of a closed descriptor may be another one's by then.
    if (wanted != 0 && descriptor.events != 0) {
        if (!descriptor.dirty)
            m_dirty.push_back(fd);
        descriptor.dirty = true;
        return;
    }
    applyInterest(fd, descriptor, wanted);
}

void EpollDispatcher::applyDirty()
{
    for (const int fd : m_dirty) {
        const auto found = m_descriptors.find(fd);
        if (found == m_descriptors.end() || !found->second.dirty)
            continue;
        found->second.dirty = false;
        const quint32 wanted = wantedEvents(found->second.notifiers);
        if (wanted != found->second.events)
            applyInterest(fd, found->second, wanted);
    }
    m_dirty.clear();
}

void EpollDispatcher::applyInterest(int fd, Descriptor &descriptor, quint32 wanted)
{
    epoll_event event{};
    event.events = wanted;
    event.data.u64 = quint64(descriptor.generation) << 32 | quint32(fd);
    if (wanted == 0) {
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, &event); // fails if the descriptor was closed already: then it is out as well
    } else if (descriptor.events == 0) {
        if (::epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event) != 0 && errno == EEXIST)
            ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, fd, &event);
    } else if (::epoll_ctl(m_epoll, EPOLL_CTL_MOD, fd, &event) != 0 && errno == ENOENT) {
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event); // closed and opened again behind our back
    }
    descriptor.events = wanted;
}

void EpollDispatcher::addTimer(TimerId id, std::chrono::nanoseconds interval, Qt::TimerType type, QObject *object)
{
    removeTimer(id);
    auto timer = std::make_unique<Timer>(Timer{id, interval, type, object, std::chrono::steady_clock::now() + interval, 0, false});
    schedule(timer.get());
    m_timers[number(id)] = std::move(timer);
}

void EpollDispatcher::schedule(Timer *timer)
{
    timer->serial = ++m_nextSerial;
    m_schedule.emplace(std::pair(timer->due, timer->serial), timer);
}

void EpollDispatcher::unschedule(Timer *timer) { m_schedule.erase(std::pair(timer->due, timer->serial)); }

bool EpollDispatcher::removeTimer(TimerId id)
{
    const auto found = m_timers.find(number(id));
    if (found == m_timers.end())
        return false;
    unschedule(found->second.get());
    m_timers.erase(found);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    bool any = false;
    for (auto i = m_timers.begin(); i != m_timers.end();) {
        if (i->second->object != object) {
            ++i;
            continue;
        }
        unschedule(i->second.get());
        i = m_timers.erase(i);
        any = true;
    }
    return any;
}

bool EpollDispatcher::fireTimers()
{
    if (m_schedule.empty())
        return false;
    const Time now = std::chrono::steady_clock::now();
    // What is due now, once each. What handlers add or what comes due meanwhile waits for the next turn.
    std::vector<std::pair<int, quint64>> due = std::move(m_due);
    due.clear();
    for (const auto &[when, timer] : m_schedule) {
        if (when.first > now)
            break;
        if (!timer->active)
            due.emplace_back(number(timer->id), timer->serial);
    }
    const bool any = !due.empty();
    for (const auto &[id, serial] : due) {
        if (m_interrupted.load(std::memory_order_relaxed))
            break;
        auto found = m_timers.find(id);
        if (found == m_timers.end() || found->second->serial != serial)
            continue; // killed or restarted by a handler before
        Timer *timer = found->second.get();
        unschedule(timer);
        timer->due += timer->interval;
        if (timer->due <= now)
            timer->due = now + timer->interval; // turns that were missed are not made up for
        schedule(timer);
        timer->active = true;
        const quint64 running = timer->serial;
        QTimerEvent event(timer->id);
        QCoreApplication::sendEvent(timer->object, &event);
        found = m_timers.find(id); // the handler may have killed it, or given its id to another
        if (found != m_timers.end() && found->second->serial == running)
            found->second->active = false;
    }
    m_due = std::move(due);
    return any;
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

void EpollDispatcher::registerTimer(Qt::TimerId id, Duration interval, Qt::TimerType type, QObject *object)
{
    addTimer(id, std::chrono::duration_cast<std::chrono::nanoseconds>(interval), type, object);
}

bool EpollDispatcher::unregisterTimer(Qt::TimerId id) { return removeTimer(id); }

QList<QAbstractEventDispatcher::TimerInfoV2> EpollDispatcher::timersForObject(QObject *object) const
{
    QList<TimerInfoV2> list;
    for (const auto &[id, timer] : m_timers) {
        if (timer->object == object)
            list.append(TimerInfoV2{std::chrono::duration_cast<Duration>(timer->interval), timer->id, timer->type});
    }
    return list;
}

QAbstractEventDispatcher::Duration EpollDispatcher::remainingTime(Qt::TimerId id) const
{
    const auto found = m_timers.find(number(id));
    if (found == m_timers.end())
        return Duration{-1};
    return std::max(Duration{0}, std::chrono::duration_cast<Duration>(found->second->due - std::chrono::steady_clock::now()));
}

#else

void EpollDispatcher::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    addTimer(id, std::chrono::milliseconds(interval), type, object);
}

bool EpollDispatcher::unregisterTimer(int id) { return removeTimer(id); }

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> list;
    for (const auto &[id, timer] : m_timers) {
        if (timer->object == object)
            list.append(TimerInfo(id, int(std::chrono::duration_cast<std::chrono::milliseconds>(timer->interval).count()), timer->type));
    }
    return list;
}

int EpollDispatcher::remainingTime(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(found->second->due - std::chrono::steady_clock::now());
    return int(std::max<qint64>(0, left.count()));
}

#endif

void EpollDispatcher::wakeUp()
{
    if (m_state.exchange(Woken) == Sleeping) {
        const quint64 one = 1;
        [[maybe_unused]] const auto size = ::write(m_event, &one, sizeof one);
    }
}

void EpollDispatcher::interrupt()
{
    m_interrupted.store(true, std::memory_order_relaxed);
    wakeUp();
}

} // namespace understudy

#endif // Q_OS_LINUX
