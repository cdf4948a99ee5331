// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FittedTable.h"

#include "theme/Theme.h"

#include <QHeaderView>
#include <QWheelEvent>

namespace understudy {

FittedTable::FittedTable(QWidget *parent) : QTableView(parent)
{
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTextElideMode(Qt::ElideMiddle);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(Theme::RowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
}

void FittedTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    shape();
    connect(model, &QAbstractItemModel::modelReset, this, [this] { shape(); });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] { updateGeometry(); });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { updateGeometry(); });
}

void FittedTable::setStretchColumn(int column)
{
    m_stretch = column;
    shape();
}

void FittedTable::shape()
{
    if (model()) {
        for (int column = 0; column < model()->columnCount(); ++column)
            horizontalHeader()->setSectionResizeMode(column, column == m_stretch ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    updateGeometry();
}

QSize FittedTable::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    return {QTableView::sizeHint().width(), header + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth() + 2};
}

QSize FittedTable::minimumSizeHint() const { return {200, sizeHint().height()}; }

} // namespace understudy
