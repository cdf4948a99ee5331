// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ChipDelegate.h"

#include "widgets/ChipRow.h"
#include "widgets/StatusMark.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace understudy {

namespace {

constexpr int SideGap = 10;

QRect inner(const QRect &cell) { return cell.adjusted(SideGap, 0, -SideGap, 0); }

/// The cell without its text; gives the colour that texts have on it when it is chosen.
QColor drawGround(QPainter *painter, QStyleOptionViewItem *cell)
{
    cell->text.clear();
    QStyle *style = cell->widget ? cell->widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, cell, painter, cell->widget);
    return cell->state & QStyle::State_Selected ? cell->palette.color(QPalette::HighlightedText) : QColor();
}

} // namespace

void ChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QColor onSelection = drawGround(painter, &cell);
    ChipRow::paint(painter, inner(cell.rect), index.data(m_role).value<QList<Chip>>(), cell.font, onSelection);
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = ChipRow::sizeOf(index.data(m_role).value<QList<Chip>>(), option.font);
    return {size.width() + 2 * SideGap, size.height() + 8};
}

bool ChipDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString sentence = ChipRow::sentenceAt(event->pos(), inner(option.rect), index.data(m_role).value<QList<Chip>>(), option.font);
    if (sentence.isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), sentence, view->viewport());
    return true;
}

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QColor onSelection = drawGround(painter, &cell);
    StatusMark::paint(painter, inner(cell.rect), index.data(m_role).value<Status>(), cell.font, onSelection);
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {StatusMark::widthOf(index.data(m_role).value<Status>(), option.font) + 2 * SideGap + 1, option.fontMetrics.height() + 8};
}

} // namespace understudy
