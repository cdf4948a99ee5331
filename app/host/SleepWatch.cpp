// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/SleepWatch.h"

#include <QSocketNotifier>

#ifdef Q_OS_LINUX
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>
#endif

namespace understudy {

namespace {

constexpr Milliseconds ShortestSleep{1000}; ///< less is the rounding of clocks

} // namespace

SleepWatch::SleepWatch(std::function<Milliseconds()> slept, QObject *parent) : QObject(parent), m_slept(std::move(slept)), m_before(m_slept())
{
#ifdef Q_OS_LINUX
    m_timer = timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    if (m_timer < 0 || !arm())
        return;
    m_notifier = new QSocketNotifier(m_timer, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        quint64 expirations = 0;
        (void)!::read(m_timer, &expirations, sizeof expirations); // ECANCELED: the clock has jumped
        if (!arm())
            m_notifier->setEnabled(false);
        look();
    });
#endif
}

SleepWatch::~SleepWatch()
{
#ifdef Q_OS_LINUX
    delete m_notifier;
    if (m_timer >= 0)
        ::close(m_timer);
#endif
}

bool SleepWatch::arm()
{
#ifdef Q_OS_LINUX
    constexpr time_t decade = 10LL * 365 * 24 * 3600;
    itimerspec when{};
    when.it_value.tv_sec = ::time(nullptr) + decade;
    return timerfd_settime(m_timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, nullptr) == 0;
#else
    return false;
#endif
}

void SleepWatch::look()
{
    emit clockJumped();
    const Milliseconds now = m_slept();
    const Milliseconds slept = now - std::exchange(m_before, now);
    if (slept >= ShortestSleep)
        emit woke(slept);
}

} // namespace understudy
