// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/BuiltInModelsModel.h"
#include "widgets/Wish.h"

#include <QWidget>

class QFrame;
class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace understudy {

class Console;

/// The models that need no credential, and how many of their free tokens the gateway keys have used: all together, and the key that
/// is nearest to its end.
class BuiltInModelsPanel final : public QWidget {
    Q_OBJECT

public:
    /// `console` outlives it.
    explicit BuiltInModelsPanel(Console &console, QWidget *parent = nullptr);

    void refresh();

signals:
    void wished(const understudy::Wish &wish);

private:
    QFrame *buildQuota();
    void showQuota();
    void fitColumns();
    void retranslate();
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

    Console &m_console;
    BuiltInModelsModel *m_model;
    FreeTokens m_free;
    QLabel *m_intro;
    QPushButton *m_create;
    QFrame *m_quota;
    QLabel *m_sumTitle;
    QProgressBar *m_sumBar;
    QLabel *m_sum;
    QLabel *m_highestTitle;
    QProgressBar *m_highestBar;
    QLabel *m_highest;
    QTableView *m_table;
};

} // namespace understudy
