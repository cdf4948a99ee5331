// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAbstractItemModel;
class QLabel;
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
    void showTable(bool table);
    bool showsTable() const;
    FittedTable *table() const { return m_table; }

private:
    QLabel *m_title;
    QToolButton *m_chartButton;
    QToolButton *m_tableButton;
    QWidget *m_chart;
    FittedTable *m_table;
};

} // namespace understudy
