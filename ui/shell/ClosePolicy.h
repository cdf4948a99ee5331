// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"
#include "preferences/Preferences.h"

#include <QObject>

class QWidget;

namespace understudy {

/// What is known when a person closes the window.
struct CloseSituation {
    QString whenClosed = QStringLiteral("ask"); ///< Preferences::WhenClosed
    bool tray = false;          ///< there is one now
    bool serves = false;        ///< the gateway runs in this process
    bool sessionEnding = false; ///< the desktop logs out: no questions
    bool operator==(const CloseSituation &) const = default;
};

enum class CloseDecision { Ask, Hide, Quit };

/// The window hides only when there is a way back to it (the tray) or a reason to go on without it (the gateway runs).
CloseDecision decideClose(const CloseSituation &situation);

/// Whether quitting would cut requests of this process off.
bool quitNeedsAsking(const GatewayState &state);

/// What closing the window and quitting do. The window's closeEvent ignores the event and calls closeWindow(); Wish::Quit calls quit().
///
/// The answer to the first closing is kept in Preferences::WhenClosed; that there is no tray today never changes it.
class ClosePolicy final : public QObject {
    Q_OBJECT

public:
    /// `window`: where questions are asked.
    ClosePolicy(Console &console, Preferences &preferences, QWidget *window, QObject *parent = nullptr);

    void setTrayAvailable(bool available) { m_tray = available; }
    void setSessionEnding(bool ending) { m_sessionEnding = ending; } ///< QGuiApplication::commitDataRequest

    void closeWindow();
    void quit();

signals:
    void hideWanted();
    void askingNeedsWindow(); ///< a question is about to be opened: show the window, it may be hidden
    void quitWanted();        ///< end the program now; comes once

private:
    bool serves() const;
    void askHowToClose();
    void askWhetherToWait();
    void waitForRequests();
    void leave();

    Console &m_console;
    Preferences &m_preferences;
    QWidget *m_window;
    bool m_tray = false;
    bool m_sessionEnding = false;
    bool m_asking = false;
    bool m_waiting = false;
    bool m_left = false;
};

} // namespace understudy
