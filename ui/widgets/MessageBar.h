// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Message.h"

#include <QBasicTimer>
#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace understudy {

/// One message above a page or form, with at most one action. A new message takes the place of the old one; a message with a
/// time goes by itself, except while the pointer or the focus is on it. Hidden while there is none. Screen readers are told.
class MessageBar final : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(const Message &message);
    void clear();
    bool isShowing() const { return m_showing; }
    const Message &message() const { return m_message; }
    /// Does what the button does (Ctrl+Z while it offers to undo); nothing without an action.
    void act();

signals:
    void closed();

private:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void retranslate();

    Message m_message;
    bool m_showing = false;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QBasicTimer m_timer;
};

} // namespace understudy
