// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Condition.h"
#include "widgets/Wish.h"

#include <QFrame>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace understudy {

class Console;

/// One Condition: at large with its buttons, or as one line with at most one link.
class NoticePanel final : public QFrame {
    Q_OBJECT

public:
    NoticePanel(const Condition &notice, bool large, QWidget *parent = nullptr);

    const Condition &notice() const { return m_notice; }
    bool isLarge() const { return m_large; }
    void say(const Condition &notice); ///< of the same kind: keeps the focus and what was typed
    void setBusy(bool busy);        ///< while an action runs
    void showFailure(const QString &text); ///< of an action; empty hides it
    QString takePassphrase();       ///< empties the field

signals:
    void acted(understudy::Condition::Action action);

private:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void buildButtons(QBoxLayout *row);
    void drawIcon();

    Condition m_notice;
    bool m_large;
    QLabel *m_icon;
    QLabel *m_what;
    QLabel *m_why;
    QLabel *m_detail;
    QLabel *m_failure;
    QLineEdit *m_passphrase = nullptr;
    QList<QPushButton *> m_buttons; ///< as the actions
    QList<Condition::Action> m_actions;
};

/// The conditions that a person must know of, above the pages: follows Console::state() and does what its buttons say by itself.
/// Hidden while all is well. The most pressing condition is at large, others are lines below it.
class StateNotice final : public QWidget {
    Q_OBJECT

public:
    explicit StateNotice(Console &console, QWidget *parent = nullptr);

signals:
    void wished(const understudy::Wish &wish);
    void said(const understudy::Message &message);

private:
    void follow();
    void act(NoticePanel *panel, Condition::Action action);
    void unlock(NoticePanel *panel);
    void moveToFreePort(NoticePanel *panel);

    Console &m_console;
    QList<NoticePanel *> m_panels;
    QBoxLayout *m_column;
};

} // namespace understudy
