// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/PaletteEntries.h"

#include <QPointer>
#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QListView;

namespace understudy {

class PaletteList;
class Preferences;

/// Ctrl+K: everything that the program can do, found by a few letters. It lies over its window and dims it; Up, Down, Page Up,
/// Page Down and Tab choose, Enter runs, Escape, a click beside it or losing the focus closes. It closes before it runs, so that
/// what opens has the window to itself.
class CommandPalette final : public QWidget {
    Q_OBJECT

public:
    static constexpr int Remembered = 8; ///< entries in Preferences::PaletteRecent

    /// Covers `window`.
    CommandPalette(Preferences &preferences, QWidget *window);

    /// Opens, or closes when it is open.
    void toggle(const QList<PaletteEntry> &entries);
    void open(const QList<PaletteEntry> &entries);
    void dismiss();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool keyPressed(int key);
    void place();
    void search(const QString &needle);
    void choose(int row);
    void runCurrent();

    Preferences &m_preferences;
    QPointer<QWidget> m_before; ///< had the focus
    QFrame *m_panel;
    QLineEdit *m_needle;
    QListView *m_view;
    QLabel *m_none;
    PaletteList *m_list;
};

} // namespace understudy
