// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Notifier.h"

#include <QTimerEvent>

namespace understudy {

using namespace Qt::StringLiterals;

NotificationRules notificationRules(const Preferences &preferences)
{
    NotificationRules rules;
    const QString which = preferences.get(preferences::Notify);
    rules.which = which == "off"_L1 ? NotificationRules::Which::Off : which == "all"_L1 ? NotificationRules::Which::All : NotificationRules::Which::Errors;
    const QTime from = QTime::fromString(preferences.get(preferences::QuietFrom), u"HH:mm"_s);
    const QTime to = QTime::fromString(preferences.get(preferences::QuietTo), u"HH:mm"_s);
    // A time that nobody can read must not silence the program for ever.
    rules.quietHours = preferences.get(preferences::QuietHours) && from.isValid() && to.isValid();
    if (rules.quietHours) {
        rules.quietFrom = from;
        rules.quietTo = to;
    }
    return rules;
}

Notifier::Notifier(const Console &console, const Preferences &preferences, const Clock &clock, QObject *parent)
    : QObject(parent), m_console(console), m_preferences(preferences), m_clock(clock), m_plan(clock)
{
    m_plan.setRules(notificationRules(preferences));
    m_plan.begin(console.state(), console.health(), console.limits());
    connect(&preferences, &Preferences::changed, this, [this] { m_plan.setRules(notificationRules(m_preferences)); });
    connect(&console, &Console::stateChanged, this, [this] { show(m_plan.state(m_console.state())); });
    connect(&console, &Console::healthChanged, this, [this] { show(m_plan.health(m_console.health())); });
    connect(&console, &Console::limitsChanged, this, [this] { show(m_plan.limits(m_console.limits())); });
    connect(&console, &Console::recorded, this, [this](const QList<ExchangeRecord> &exchanges) { show(m_plan.recorded(exchanges)); });
}

void Notifier::pause()
{
    m_pauseEnds = m_clock.now() + PauseTime;
    m_pausedUntil = QDateTime::fromMSecsSinceEpoch((m_clock.wall() + PauseTime).time_since_epoch().count());
    m_plan.pauseUntil(m_pauseEnds);
    setTimer();
    emit pauseChanged();
}

void Notifier::resume()
{
    if (!m_pauseEnds)
        return;
    m_pauseEnds.reset();
    m_pausedUntil = {};
    m_plan.pauseUntil(std::nullopt);
    setTimer();
    emit pauseChanged();
}

void Notifier::show(const QList<Notice> &notices)
{
    for (const Notice &notice : notices) {
        if (m_output)
            m_output(noticeText(notice, m_console.configuration()), notice.isError());
    }
    setTimer();
}

void Notifier::setTimer()
{
    std::optional<MonotonicTime> next = m_plan.nextDue();
    if (m_pauseEnds && (!next || *m_pauseEnds < *next))
        next = m_pauseEnds;
    if (!next) {
        m_timer.stop();
        return;
    }
    const auto wait = std::chrono::ceil<Milliseconds>(*next - m_clock.now());
    m_timer.start(int(std::max<qint64>(wait.count(), 0)), Qt::CoarseTimer, this);
}

void Notifier::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    if (m_pauseEnds && m_clock.now() >= *m_pauseEnds)
        resume();
    show(m_plan.overdue());
}

} // namespace understudy
