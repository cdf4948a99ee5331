// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAbstractItemModel;
class QHBoxLayout;
class QLabel;
class QModelIndex;
class QToolButton;

namespace understudy {

class FittedTable;

/// A chart and its twin, a table with the same figures: a chart alone says nothing to a screen reader and little to who wants to
/// know exactly. T turns one into the other.
class ChartCard final : public QFrame {
    Q_OBJECT

public:
    /// `chart` becomes the card's; `twin` outlives it. `name`: prefix of the object names.
    ChartCard(const QString &name, QWidget *chart, QAbstractItemModel *twin, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setDescription(const QString &sentence); ///< the figures of the chart in words
    void addTool(QWidget *tool); ///< before the buttons; the card's own
    void showTable(bool table);
    bool showsTable() const;
    FittedTable *table() const { return m_table; }

signals:
    void rowActivated(const QModelIndex &index); ///< of the table

private:
    void copyPicture();

    QLabel *m_title;
    QHBoxLayout *m_head;
    QToolButton *m_copy;
    QToolButton *m_chartButton;
    QToolButton *m_tableButton;
    QWidget *m_chart;
    FittedTable *m_table;
};

} // namespace understudy
