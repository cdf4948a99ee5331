// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>

#include <functional>

namespace understudy {

/// Whether the desktop has a tray now. Panels start later than programs that start at login, and they crash: it looks every
/// second for a minute after the start, and again for some seconds whenever org.kde.StatusNotifierWatcher changes its owner.
/// No timer runs otherwise.
class TrayWatch final : public QObject {
    Q_OBJECT

public:
    static constexpr int LooksAtStart = 60;
    static constexpr int LooksAfterChange = 5; ///< a panel takes its place a moment after the name

    /// `look` answers whether there is a tray; by default Qt is asked.
    explicit TrayWatch(std::function<bool()> look = {}, QObject *parent = nullptr);

    bool isAvailable() const { return m_available; }
    bool isLooking() const { return m_timer.isActive(); }
    /// For tests: a second of another length.
    void setInterval(int ms);

signals:
    void changed(bool available);

private:
    void timerEvent(QTimerEvent *event) override;
    void look();
    void lookFor(int times);
    bool askQt();
    void listen();

    std::function<bool()> m_look;
    bool m_available = false;
    bool m_bus = false;   ///< there is a session bus to hear of watchers
    bool m_owned = false; ///< … and one is there
    int m_looks = 0;      ///< how often Qt was not asked because none was there
    int m_left = 0;
    int m_interval = 1000;
    QBasicTimer m_timer;
};

} // namespace understudy
