// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/CellLinks.h"

#include <QMouseEvent>
#include <QTableView>

namespace understudy {

CellLinks::CellLinks(QTableView *table, int role) : QObject(table), m_table(table), m_role(role)
{
    table->setSelectionBehavior(QAbstractItemView::SelectItems);
    table->setMouseTracking(true);
    table->installEventFilter(this);
    table->viewport()->installEventFilter(this);
    connect(table, &QTableView::clicked, this, &CellLinks::follow);
    connect(table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (!m_byMouse) // a double click follows once
            follow(index);
    });
}

void CellLinks::follow(const QModelIndex &index)
{
    if (const QString where = index.data(m_role).toString(); !where.isEmpty())
        emit followed(where);
}

bool CellLinks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress)
        m_byMouse = false;
    if (event->type() == QEvent::MouseButtonPress)
        m_byMouse = true;
    if (event->type() == QEvent::MouseMove && watched == m_table->viewport()) {
        const QModelIndex under = m_table->indexAt(static_cast<QMouseEvent *>(event)->position().toPoint());
        if (under.data(m_role).toString().isEmpty())
            m_table->viewport()->unsetCursor();
        else
            m_table->viewport()->setCursor(Qt::PointingHandCursor);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace understudy
