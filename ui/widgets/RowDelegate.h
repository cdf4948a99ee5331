// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace understudy {

/// Marks the current row of a table with buttons in it by a tint, on which links and status colours stay readable. Follows the theme.
void tintSelection(QAbstractItemView *view);

/// Draws a cell of a table as two lines (Qt::DisplayRole, and below it small and muted the text of `detailRole`), or as a status mark when
/// `statusRole` gives a Status. Long texts are cut in their middle. A role of -1 is not asked
/// for; under a button of the cell nothing is drawn.
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    RowDelegate(int detailRole, int statusRole, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_detailRole;
    int m_statusRole;
};

} // namespace understudy
