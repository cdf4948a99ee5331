// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/TestMemory.h"
#include "widgets/Page.h"

#include <QBasicTimer>

#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTabWidget;

namespace understudy {

class BuiltInModelsPanel;
class ChannelsPanel;
class Console;
class EmptyState;
class ProvidersModel;
class ProvidersFilter;
class TestRound;

/// Large models: the providers with their channels, and the models that need none. The number of channels leads to their list, which
/// takes the place of the providers until it is left.
class ModelsPage final : public Page {
    Q_OBJECT

public:
    /// Both outlive it.
    ModelsPage(Console &console, TestMemory &tests, QWidget *parent = nullptr);
    ~ModelsPage() override;

    QString title() const override;
    void refresh() override;
    void createNew() override; ///< a channel of the current provider
    QWidget *filterField() const override;
    void focusOn(const QString &provider) override;
    QString helpTopic() const override { return QStringLiteral("models"); }

    void showChannels(const QString &provider, const QString &channel = {}); ///< Wish::ShowChannels

private:
    QWidget *buildProviders();
    QWidget *buildHead();
    QWidget *makeCount(const QModelIndex &index);
    QWidget *makeActions(const QModelIndex &index);
    void sayActions(QWidget *cell, const QModelIndex &index);
    void connectTable();
    void openMenu(QWidget *over);
    void fitColumns();
    void showNoMatch();
    void follow();
    QString current() const; ///< id of the current provider
    void select(const QString &provider);
    void askToTest(const QString &provider);
    void testAll(const QStringList &channels);
    void showRound();
    void removeProvider(const QString &provider);
    void leaveChannels();
    void retranslate();
    bool eventFilter(QObject *object, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

    Console &m_console;
    TestMemory &m_tests;
    ProvidersModel *m_model;
    ProvidersFilter *m_filter;
    std::unique_ptr<TestRound> m_round;
    QBasicTimer m_soon; ///< changes come in crowds
    QLabel *m_heading;
    QPushButton *m_testAll;
    QPushButton *m_add;
    QTabWidget *m_tabs;
    QStackedWidget *m_own; ///< the providers, or the channels of one
    QLineEdit *m_search;
    QCheckBox *m_configured;
    QTableView *m_table;
    EmptyState *m_noMatch;
    ChannelsPanel *m_channels;
    BuiltInModelsPanel *m_builtIn;
};

} // namespace understudy
