// SPDX-License-Identifier: GPL-3.0-or-later
#include "Loop.h"

#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace understudy::bench {

Nanoseconds now()
{
    timespec time {};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * kSecond + time.tv_nsec;
}

void Loop::Timer::at(Nanoseconds time)
{
    stop();
    m_place = m_loop.m_timers.emplace(time, this);
    m_set = true;
}

void Loop::Timer::stop()
{
    if (m_set)
        m_loop.m_timers.erase(m_place);
    m_set = false;
}

Loop::Loop()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0)
        throw std::system_error(errno, std::generic_category(), "epoll_create1");
}

Loop::~Loop() { close(m_epoll); }

void Loop::watch(int descriptor, std::uint32_t events, Watcher *watcher)
{
    epoll_event event {};
    event.events = events;
    event.data.ptr = watcher;
    if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) != 0)
        throw std::system_error(errno, std::generic_category(), "epoll_ctl");
}

void Loop::change(int descriptor, std::uint32_t events, Watcher *watcher)
{
    epoll_event event {};
    event.events = events;
    event.data.ptr = watcher;
    epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
}

void Loop::callDueTimers()
{
    while (!m_stopped && !m_timers.empty() && m_timers.begin()->first <= now()) {
        Timer *timer = m_timers.begin()->second;
        timer->stop();
        // A copy, because the call may destroy the timer and with it the function that runs.
        const auto call = timer->m_call;
        call();
    }
}

void Loop::run()
{
    std::array<epoll_event, 256> events;
    while (!m_stopped) {
        callDueTimers();
        if (m_stopped)
            break;
        timespec wait {};
        if (!m_timers.empty()) {
            const Nanoseconds left = std::max<Nanoseconds>(0, m_timers.begin()->first - now());
            wait = {left / kSecond, left % kSecond};
        }
        const int count = epoll_pwait2(m_epoll, events.data(), int(events.size()), m_timers.empty() ? nullptr : &wait, nullptr);
        if (count < 0 && errno != EINTR)
            throw std::system_error(errno, std::generic_category(), "epoll_pwait2");
        for (int i = 0; i < count; ++i)
            static_cast<Watcher *>(events[std::size_t(i)].data.ptr)->ready(events[std::size_t(i)].events);
    }
    m_stopped = false; // it may run again
}

void raiseDescriptorLimit()
{
    rlimit limit {};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace understudy::bench
