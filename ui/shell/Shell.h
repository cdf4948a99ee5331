// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "widgets/SecretClipboard.h"
#include "widgets/Wish.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace understudy {

class ClosePolicy;
class Console;
class MainWindow;
class Notifier;
class Preferences;
class TestMemory;
class Theme;
class Translations;
class Tray;
class Wiring;

/// What the windows need of the system and cannot do themselves.
struct SystemHooks {
    std::function<bool()> startsAtLogin;
    std::function<Result<void>(bool)> setStartsAtLogin;
};

/// The windows of the console put together: main window, tray, notifications, what closing means. Needs an event loop; all
/// references outlive it.
class Shell final : public QObject {
    Q_OBJECT

public:
    Shell(Console &console, Preferences &preferences, TestMemory &tests, Theme &theme, Translations &translations, SystemHooks hooks);
    ~Shell() override;

    /// The first time: the page that the preferences say, Welcome while nothing was ever configured. `minimized`: only the tray, or
    /// a minimised window where there is none.
    void open(std::optional<PageId> page, bool minimized);

    MainWindow &window() { return *m_window; }
    Tray &tray() { return *m_tray; }
    void fulfil(const Wish &wish);

signals:
    void visibilityChanged(bool visible);
    void quitWanted(); ///< end the program; running requests have been spoken of

private:
    void follow();
    PageId firstPage() const;
    void whenOpened();

    Console &m_console;
    Preferences &m_preferences;
    Theme &m_theme;
    Translations &m_translations;
    SecretClipboard m_clipboard;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Notifier> m_notifier;
    std::unique_ptr<Tray> m_tray;
    std::unique_ptr<ClosePolicy> m_close;
    std::unique_ptr<Wiring> m_wiring;
    bool m_pageChosen = false;
};

} // namespace understudy
