// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QModelIndex;
class QTableView;

namespace understudy {

/// Makes the cells of a table that lead somewhere links: the pointer becomes a hand over them, a click or Enter follows. Single cells are
/// chosen then, so that the arrow keys reach each. Lives with the table.
class CellLinks final : public QObject {
    Q_OBJECT

public:
    /// `role`: where a cell leads, a text; empty: nowhere.
    CellLinks(QTableView *table, int role);

signals:
    void followed(const QString &where);

private:
    void follow(const QModelIndex &index);
    bool eventFilter(QObject *watched, QEvent *event) override;

    QTableView *m_table;
    int m_role;
    bool m_byMouse = false; ///< what is activated now was clicked before
};

} // namespace understudy
