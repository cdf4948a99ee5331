// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>

namespace understudy::bench {

using Nanoseconds = std::int64_t;
constexpr Nanoseconds kMillisecond = 1'000'000;
constexpr Nanoseconds kSecond = 1'000'000'000;

// The monotonic clock, the same in all processes of this machine: the provider's time stamps are compared with the load's.
Nanoseconds now();

// epoll and timers on one thread.
class Loop final {
public:
    class Watcher {
    public:
        virtual ~Watcher() = default;
        // May destroy this watcher, but no other one: others may be waiting in the same batch of events.
        virtual void ready(std::uint32_t events) = 0;
    };

    // Calls once at a time, on the loop. May be destroyed or set again inside its call.
    class Timer final {
    public:
        Timer(Loop &loop, std::function<void()> call)
            : m_loop(loop)
            , m_call(std::move(call))
        {
        }
        ~Timer() { stop(); }
        Timer(const Timer &) = delete;
        Timer &operator=(const Timer &) = delete;

        void at(Nanoseconds time);
        void stop();

    private:
        friend class Loop;
        Loop &m_loop;
        std::function<void()> m_call;
        std::multimap<Nanoseconds, Timer *>::iterator m_place;
        bool m_set = false;
    };

    Loop();
    ~Loop();
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    void watch(int descriptor, std::uint32_t events, Watcher *watcher);
    void change(int descriptor, std::uint32_t events, Watcher *watcher);
    // Until stop().
    void run();
    void stop() { m_stopped = true; }

private:
    void callDueTimers();

    int m_epoll;
    bool m_stopped = false;
    std::multimap<Nanoseconds, Timer *> m_timers;
};

// As many descriptors as the system lets us have.
void raiseDescriptorLimit();

} // namespace understudy::bench
