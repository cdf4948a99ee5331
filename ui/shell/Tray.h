// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"
#include "shell/NotificationWords.h"
#include "shell/TrayPicture.h"
#include "widgets/SecretClipboard.h"
#include "widgets/Wish.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace understudy {

class Notifier;
class TrayWatch;

/// The program in the desktop's tray, where there is one: an icon that tells the state, and a menu that is built once and changed
/// in place, because replacing it would close it under the user's hand. Costs nothing while nothing changes.
class Tray final : public QObject {
    Q_OBJECT

public:
    static constexpr int Failovers = 5;

    /// `look`: whether there is a tray; by default the desktop is asked (TrayWatch).
    Tray(const Console &console, SecretClipboard &clipboard, Notifier &notifier, std::function<bool()> look = {}, QObject *parent = nullptr);
    ~Tray() override;

    bool isAvailable() const;
    QMenu *menu() const { return m_menu.get(); } ///< complete without a tray too
    const TrayPicture &picture() const { return m_picture; }

    /// A balloon, where there is a tray that shows some; a click on it wishes what the notice says.
    void show(const NoticeText &notice, bool error);

signals:
    void wished(const understudy::Wish &wish); ///< the window may be hidden: show it first, but for ToggleGateway and CopyBaseUrl
    void openWanted();
    void availableChanged(bool available);

private:
    void buildMenu();
    QAction *add(QMenu *menu, const char *name, std::function<void()> triggered);
    void say();
    void showState();
    void showKeys();
    void showFailovers();
    void showPause();
    void showIcon(bool available);
    void copyKey(const QString &id);

    const Console &m_console;
    SecretClipboard &m_clipboard;
    Notifier &m_notifier;
    TrayWatch *m_watch;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; ///< only while there is a tray: one made before would never find it
    TrayPicture m_picture;
    std::optional<Wish> m_ofBalloon;

    QAction *m_open = nullptr;
    QAction *m_state = nullptr;
    QAction *m_toggle = nullptr;
    QAction *m_copyUrl = nullptr;
    QMenu *m_keys = nullptr;
    QAction *m_noKey = nullptr;
    QList<QAction *> m_keyActions; ///< as many as there ever were keys; the rest is hidden
    QMenu *m_failovers = nullptr;
    QAction *m_noFailover = nullptr;
    QList<QAction *> m_failoverActions;
    QAction *m_pause = nullptr;
    QAction *m_demo = nullptr;
    QAction *m_diagnose = nullptr;
    QAction *m_quit = nullptr;
};

} // namespace understudy
