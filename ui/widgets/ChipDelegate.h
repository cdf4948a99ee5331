// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace understudy {

/// A cell of chips (QList<Chip> in `role`), with the tooltip of the chip under the pointer.
class ChipDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    ChipDelegate(int role, QObject *parent) : QStyledItemDelegate(parent), m_role(role) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

private:
    int m_role;
};

/// A cell with a Status in `role`.
class StatusDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    StatusDelegate(int role, QObject *parent) : QStyledItemDelegate(parent), m_role(role) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_role;
};

} // namespace understudy
