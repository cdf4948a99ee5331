// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FittedTable.h"

#include "theme/Theme.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

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

void FittedTable::setLeastStretch(int width)
{
    m_least = width;
    shape();
}

void FittedTable::fit()
{
    if (m_least == 0 || !model() || model()->columnCount() <= m_stretch)
        return;
    int others = 0;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (column != m_stretch && !isColumnHidden(column))
            others += std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
    }
    const bool narrow = viewport()->width() - others < m_least;
    horizontalHeader()->setSectionResizeMode(m_stretch, narrow ? QHeaderView::Fixed : QHeaderView::Stretch);
    if (narrow)
        horizontalHeader()->resizeSection(m_stretch, m_least);
    if (std::exchange(m_narrow, narrow) == narrow)
        return;
    setHorizontalScrollBarPolicy(narrow ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    updateGeometry();
}

void FittedTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void FittedTable::shape()
{
    if (model()) {
        for (int column = 0; column < model()->columnCount(); ++column)
            horizontalHeader()->setSectionResizeMode(column, column == m_stretch ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    fit();
    updateGeometry();
}

QSize FittedTable::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    const int bar = m_narrow ? horizontalScrollBar()->sizeHint().height() : 0;
    return {QTableView::sizeHint().width(), header + rows * verticalHeader()->defaultSectionSize() + bar + 2 * frameWidth() + 2};
}

QSize FittedTable::minimumSizeHint() const { return {200, sizeHint().height()}; }

} // namespace understudy
