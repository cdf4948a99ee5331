// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QPointer>
#include <QString>

class QAction;
class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace understudy {

struct ShortcutLine {
    QString text;
    QString keys; ///< as the system writes them; alternatives with " / " between
    bool operator==(const ShortcutLine &) const = default;
};

struct ShortcutGroup {
    QString title;
    QList<ShortcutLine> lines;
    bool operator==(const ShortcutGroup &) const = default;
};

/// Of those with a shortcut: pages, this page, gateway, window, others, told apart by the object names of Actions ("action.page.…").
/// `ofPage` are the current page's own. Groups without a line are left out.
QList<ShortcutGroup> shortcutGroups(const QList<QAction *> &actions, const QList<QAction *> &ofPage);

/// Ctrl+?: every shortcut there is, made from the actions themselves, so that it cannot be wrong.
class ShortcutsDialog final : public QDialog {
    Q_OBJECT

public:
    /// Actions that have died are left out. Deletes itself when closed.
    ShortcutsDialog(const QList<QAction *> &actions, const QList<QAction *> &ofPage, QWidget *parent);

private:
    void fill();

    QList<QPointer<QAction>> m_actions;
    QList<QPointer<QAction>> m_ofPage;
    QLabel *m_heading;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_place;
    QPushButton *m_close;
};

} // namespace understudy
