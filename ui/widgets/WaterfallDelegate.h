// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/TimeScale.h"

#include <QStyledItemDelegate>

namespace understudy {

/// Paints a row of AttemptModel: who was called on the left, the bar of its time in the middle, what came of it on the right.
/// The bar has up to three parts (connecting, waiting, output), told apart by height and fill as well as by colour.
class WaterfallDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// The three columns of a line of that width.
    struct Columns {
        QRect name, bar, result;
    };
    static Columns columns(const QRect &row);

    using QStyledItemDelegate::QStyledItemDelegate;

    void setScale(const TimeScale &scale) { m_scale = scale; }
    const TimeScale &scale() const { return m_scale; }
    static void paintLegend(QPainter *painter, const QRect &rect); ///< what the parts of a bar are, as far as there is room

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where a moment lies in the column of the bars.
    static int xOf(const TimeScale &scale, const QRect &bar, qint64 ms);

private:
    TimeScale m_scale;
};

} // namespace understudy
