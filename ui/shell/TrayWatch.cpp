// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/TrayWatch.h"

#include <QSystemTrayIcon>
#include <QTimerEvent>

#ifdef UNDERSTUDY_DBUS
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusServiceWatcher>
#endif

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// Qt keeps the first "no D-Bus tray" for the life of the process, so it is not asked before a watcher is there, or before it is
/// plain that this desktop has none and the old X11 tray is all there may be.
constexpr int LooksBeforeOldTray = 10;

} // namespace

TrayWatch::TrayWatch(std::function<bool()> look, QObject *parent) : QObject(parent), m_look(std::move(look))
{
    listen();
    if (!m_look)
        m_look = [this] { return askQt(); };
    m_available = m_look();
    lookFor(LooksAtStart);
}

void TrayWatch::listen()
{
#ifdef UNDERSTUDY_DBUS
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    m_bus = true;
    const QString name = u"org.kde.StatusNotifierWatcher"_s;
    const QDBusReply<bool> owned = bus.interface()->isServiceRegistered(name);
    m_owned = owned.isValid() && owned.value();
    auto *watcher = new QDBusServiceWatcher(name, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this](const QString &, const QString &, const QString &owner) {
        m_owned = !owner.isEmpty();
        look();
        lookFor(std::max(m_left, LooksAfterChange));
    });
#endif
}

bool TrayWatch::askQt()
{
    if (m_bus && !m_owned && m_looks < LooksBeforeOldTray) {
        ++m_looks;
        return false;
    }
    // Not isVisible() or supportsMessages(): both say yes without a tray.
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayWatch::setInterval(int ms)
{
    m_interval = ms;
    if (m_timer.isActive())
        m_timer.start(m_interval, Qt::CoarseTimer, this);
}

void TrayWatch::lookFor(int times)
{
    m_left = times;
    m_timer.start(m_interval, Qt::CoarseTimer, this);
}

void TrayWatch::look()
{
    const bool now = m_look();
    if (now == m_available)
        return;
    m_available = now;
    emit changed(now);
}

void TrayWatch::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    if (--m_left <= 0)
        m_timer.stop();
    look();
}

} // namespace understudy
