// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "configuration/ChannelRemoval.h"
#include "preferences/TestMemory.h"
#include "widgets/Message.h"
#include "widgets/Wish.h"

#include <QWidget>

#include <functional>

class QFrame;
class QLabel;
class QMenu;
class QPushButton;
class QTableView;
class QToolButton;

namespace understudy {

class ChannelsModel;
class Console;
class EmptyState;
class ToneLabel;
class MessageBar;
class TestStages;

/// The call channels of one provider: how each does, its last test, who uses it; edit, test, pause, duplicate, reset, delete. It takes
/// the place of the list of providers while it is open.
class ChannelsPanel final : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it.
    ChannelsPanel(Console &console, TestMemory &tests, QWidget *parent = nullptr);

    void showProvider(const QString &provider, const QString &channel = {});
    QString provider() const { return m_provider; }
    void refresh();

    // What the menu does, also by keyboard
    void edit();
    void test();
    void togglePause();
    void duplicate();
    void resetBreaker();
    void remove(); ///< says first which keys it hits; deletes at once when it hits none

signals:
    void back(); ///< to the list of providers
    void wished(const understudy::Wish &wish);
    void said(const understudy::Message &message);
    void tested(); ///< TestMemory knows something new

private:
    void build();
    QWidget *makeActions(const QModelIndex &index);
    void sayActions(QWidget *cell, const QModelIndex &index);
    void fitColumns();
    void showCurrent();
    void showLimits();
    void openMenu(QWidget *over);
    QString current() const;
    void choose(const QString &channel);
    void removeNow(const ChannelRemoval &removal);
    void warnAndRemove(const ChannelRemoval &removal);
    void change(std::function<Result<Configuration>(const Configuration &)> change, std::function<void()> done);
    void retranslate();
    bool eventFilter(QObject *object, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

    Console &m_console;
    TestMemory &m_tests;
    QString m_provider;
    QString m_testing;  ///< id of the channel that the test below the table is of
    ChannelsModel *m_model;
    QToolButton *m_back;
    QLabel *m_heading;
    QLabel *m_address;
    QPushButton *m_editProvider;
    QPushButton *m_create;
    MessageBar *m_bar;
    QTableView *m_table;
    EmptyState *m_empty;
    QFrame *m_card;
    QLabel *m_usedBy;
    QLabel *m_lastError;
    ToneLabel *m_limits;
    QLabel *m_testTitle;
    QToolButton *m_closeTest;
    TestStages *m_stages;
    QWidget *m_testPart;
};

} // namespace understudy
