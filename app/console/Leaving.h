// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "console/GatewayConsole.h"

namespace understudy {

/// How the program ends: whoever calls QCoreApplication::quit() (a menu, the desktop, a signal), the gateway first lets running
/// requests finish, up to settings.limits.drain. A second call ends at once.
class Leaving final : public QObject {
public:
    /// One a program, while `app` and `console` live. `begun` is called once, before anything is stopped.
    Leaving(QCoreApplication &app, GatewayConsole &console, std::function<void()> begun) : m_console(console), m_begun(std::move(begun))
    {
        app.installEventFilter(this);
        connect(&console, &GatewayConsole::shutDownEnded, this, [] { QCoreApplication::exit(0); });
    }

private:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Quit || watched != QCoreApplication::instance())
            return false;
        if (std::exchange(m_leaving, true)) {
            QCoreApplication::exit(0);
            return true;
        }
        m_begun();
        m_console.shutDown();
        return true;
    }

    GatewayConsole &m_console;
    const std::function<void()> m_begun;
    bool m_leaving = false;
};

} // namespace understudy
