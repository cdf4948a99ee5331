// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace understudy {

/// A cell's text with a thin bar below it that shows the part (0 to 1) found in `role`; without one there is only the text.
class BarDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    BarDelegate(int role, QObject *parent) : QStyledItemDelegate(parent), m_role(role) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_role;
};

} // namespace understudy
