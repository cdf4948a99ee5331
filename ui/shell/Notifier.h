// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"
#include "preferences/Preferences.h"
#include "shell/NotificationWords.h"

#include <QBasicTimer>
#include <QDateTime>
#include <QObject>

#include <functional>

namespace understudy {

NotificationRules notificationRules(const Preferences &preferences);

/// Tells a person who is not looking at the window what changed. NotificationPlan decides, `output` shows. A timer runs only while
/// a pause or something that waits to be summed up will end.
class Notifier final : public QObject {
    Q_OBJECT

public:
    using Output = std::function<void(const NoticeText &words, bool error)>;
    static constexpr std::chrono::hours PauseTime{1};

    Notifier(const Console &console, const Preferences &preferences, const Clock &clock, QObject *parent = nullptr);

    void setOutput(Output output) { m_output = std::move(output); }

    void pause(); ///< for PauseTime from now
    void resume();
    bool isPaused() const { return m_plan.isPaused(); }
    QDateTime pausedUntil() const { return m_pausedUntil; } ///< local time; not valid unless paused

signals:
    void pauseChanged();

private:
    void timerEvent(QTimerEvent *event) override;
    void show(const QList<Notice> &notices);
    void setTimer();

    const Console &m_console;
    const Preferences &m_preferences;
    const Clock &m_clock;
    NotificationPlan m_plan;
    Output m_output;
    QDateTime m_pausedUntil;
    std::optional<MonotonicTime> m_pauseEnds;
    QBasicTimer m_timer;
};

} // namespace understudy
