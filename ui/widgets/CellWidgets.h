// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QObject>

#include <functional>

class QTableView;
class QWidget;

namespace understudy {

/// Real buttons in the cells of one column, for tables of at most some fifty rows: made for each row that appears, told their texts
/// again when the row or the language changes. Tab reaches only those of the current row, so that a long table is one stop and a few.
class CellWidgets final : public QObject {
    Q_OBJECT

public:
    using Make = std::function<QWidget *(const QModelIndex &)>;              ///< the new cell, without a parent
    using Say = std::function<void(QWidget *cell, const QModelIndex &index)>; ///< its texts; also right after it was made

    /// The view's model must be set and stays.
    CellWidgets(QTableView *view, int column, Make make, Say say);

private:
    bool eventFilter(QObject *object, QEvent *event) override;
    void fill(int first, int last);
    void sayAll(int first, int last);
    void showFocus();

    QTableView *m_view;
    int m_column;
    Make m_make;
    Say m_say;
};

} // namespace understudy
