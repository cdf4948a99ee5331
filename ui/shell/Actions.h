// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/GatewayState.h"
#include "widgets/Wish.h"

#include <QAction>
#include <QObject>

#include <map>

class QMenu;
class QWidget;

namespace understudy {

/// Every command of the window with its shortcut, once: the menu, the palette, the list of shortcuts and the keyboard show and run
/// the same QAction. What a command does is a wish or one of the signals.
class Actions final : public QObject {
    Q_OBJECT

public:
    /// `window` gets the actions, so that their shortcuts work everywhere in it.
    explicit Actions(QWidget *window);

    QList<QAction *> all() const;
    QMenu *menu() const { return m_menu; } ///< of the ☰ button
    void setState(const GatewayState &state, bool hasDemo);

signals:
    void wished(const understudy::Wish &wish);
    void refreshWished();
    void newWished();       ///< Ctrl+N: the new thing of the page
    void filterWished();    ///< Ctrl+F
    void undoWished();      ///< Ctrl+Z
    void collapseWished();  ///< F9
    void closeWished();     ///< Ctrl+W
    void helpWished();      ///< F1: for this page
    void languageWished(const QString &language);
    void themeWished(const QString &theme);

private:
    QAction *add(const char *text, const QString &iconName, const QKeySequence &shortcut, const QString &name);
    QAction *wish(const char *text, const QString &iconName, const QKeySequence &shortcut, const QString &name, const Wish &wish);
    void buildMenu(QWidget *window);
    void retranslate();

    QWidget *m_window;
    QMenu *m_menu = nullptr;
    QMenu *m_go = nullptr;
    QMenu *m_view = nullptr;
    std::map<QAction *, const char *> m_texts;
    QList<QAction *> m_order;
    QAction *m_toggle = nullptr;
    QAction *m_removeDemo = nullptr;
    QList<QAction *> m_pages;
    bool m_running = false;
};

} // namespace understudy
