// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <QObject>

#include <functional>

class QSocketNotifier;

namespace understudy {

/// Hears that the machine has woken from sleep, without looking again and again: the kernel ends the wait for a far away date when
/// the clock jumps, as it does on waking (Linux; elsewhere nothing is heard). Lives in a thread with an event loop.
class SleepWatch final : public QObject {
    Q_OBJECT

public:
    /// `slept`: how long the machine has slept since it began (systemSlept).
    explicit SleepWatch(std::function<Milliseconds()> slept, QObject *parent = nullptr);
    ~SleepWatch() override;

    bool isArmed() const { return m_notifier != nullptr; }
    void look(); ///< the clock has jumped: says so, and whether it was sleep

signals:
    void clockJumped(); ///< the date is another one than a moment ago: after sleep, or because somebody set it
    void woke(understudy::Milliseconds slept); ///< a moment ago, after that long

private:
    bool arm();

    const std::function<Milliseconds()> m_slept;
    Milliseconds m_before;
    int m_timer = -1;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace understudy
