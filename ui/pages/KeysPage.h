// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"
#include "models/KeysModel.h"
#include "widgets/Page.h"

#include <QBasicTimer>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace understudy {

class EmptyState;
class KeyTrafficReader;
class MessageBar;
class TestMemory;

/// The gateway access keys: what they call, how they are doing and what one can do with them. Deleting can be undone; resetting asks.
class KeysPage final : public Page {
    Q_OBJECT

public:
    /// Both outlive it.
    KeysPage(Console &console, const TestMemory &tests, QWidget *parent = nullptr);

    QString title() const override;
    void refresh() override;
    void createNew() override { emit wished(Wish::make(Wish::What::CreateKey)); }
    QWidget *filterField() const override;
    void focusOn(const QString &id) override;
    QString helpTopic() const override { return QStringLiteral("keys"); }

    KeysModel *model() const { return m_model; }

private:
    void build();
    QAction *action(const QString &name, const QKeySequence &key, const QString &icon);
    void retranslate();
    void load();
    void showState();
    void placeButtons();
    QWidget *buttonsFor(const QString &id);
    void openMenu(const QString &id, const QPoint &at);
    void updateActions();
    const GatewayKey *current() const;
    void select(const QString &id);
    void setPaused(bool paused);
    void remove();

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

    Console &m_console;
    const TestMemory &m_tests;
    KeysModel *m_model;
    QSortFilterProxyModel *m_shown;
    KeyTrafficReader *m_traffic;
    QBasicTimer m_minute;

    QLabel *m_heading;
    QLabel *m_sentence;
    QLineEdit *m_filter;
    QPushButton *m_create;
    MessageBar *m_problem;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_empty;
    EmptyState *m_noMatch;
    QLabel *m_loading;

    QAction *m_view;
    QAction *m_code;
    QAction *m_usage;
    QAction *m_edit;
    QAction *m_duplicate;
    QAction *m_pause;
    QAction *m_reset;
    QAction *m_try;
    QAction *m_drill;
    QAction *m_delete;
};

} // namespace understudy
