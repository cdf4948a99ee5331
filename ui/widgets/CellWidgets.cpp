// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/CellWidgets.h"

#include <QAbstractButton>
#include <QEvent>
#include <QTableView>

namespace understudy {

CellWidgets::CellWidgets(QTableView *view, int column, Make make, Say say)
    : QObject(view), m_view(view), m_column(column), m_make(std::move(make)), m_say(std::move(say))
{
    const QAbstractItemModel *model = view->model();
    connect(model, &QAbstractItemModel::modelReset, this, [this] { fill(0, m_view->model()->rowCount() - 1); });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) { fill(first, last); });
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) { sayAll(from.row(), to.row()); });
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CellWidgets::showFocus);
    view->installEventFilter(this);
    fill(0, model->rowCount() - 1);
}

void CellWidgets::fill(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_view->model()->index(row, m_column);
        QWidget *cell = m_make(index);
        m_view->setIndexWidget(index, cell);
        m_say(cell, index);
    }
    showFocus();
}

void CellWidgets::sayAll(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_view->model()->index(row, m_column);
        if (QWidget *cell = m_view->indexWidget(index))
            m_say(cell, index);
    }
}

void CellWidgets::showFocus()
{
    const int current = m_view->currentIndex().row();
    for (int row = 0; row < m_view->model()->rowCount(); ++row) {
        QWidget *cell = m_view->indexWidget(m_view->model()->index(row, m_column));
        if (!cell)
            continue;
        QList<QAbstractButton *> buttons = cell->findChildren<QAbstractButton *>();
        if (auto *button = qobject_cast<QAbstractButton *>(cell))
            buttons.append(button);
        for (QAbstractButton *button : std::as_const(buttons))
            button->setFocusPolicy(row == current ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

bool CellWidgets::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_view && event->type() == QEvent::LanguageChange)
        sayAll(0, m_view->model()->rowCount() - 1);
    return QObject::eventFilter(object, event);
}

} // namespace understudy
