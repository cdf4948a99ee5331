// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/BarDelegate.h"

#include "theme/Theme.h"

#include <QApplication>
#include <QPainter>

namespace understudy {

namespace {

constexpr int BarHeight = 4;
constexpr int SideGap = 10; // as far from the edge as other cells' text
constexpr int Least = 140;

void roundedBar(QPainter *painter, const QRectF &rect, const QColor &color)
{
    painter->setBrush(color);
    painter->drawRoundedRect(rect, BarHeight / 2.0, BarHeight / 2.0);
}

} // namespace

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QVariant part = index.data(m_role);
    const QString text = cell.text;
    cell.text.clear();
    QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool chosen = cell.state & QStyle::State_Selected;
    QRect inner = cell.rect.adjusted(SideGap, 4, -SideGap, -5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(cell.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(cell.font);
    const QRect words = part.isValid() ? inner.adjusted(0, 0, 0, -BarHeight - 2) : inner;
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, cell.fontMetrics.elidedText(text, Qt::ElideRight, words.width()));
    if (part.isValid()) {
        const double used = part.toDouble();
        const QRectF groove(inner.left(), inner.bottom() - BarHeight + 1, inner.width(), BarHeight);
        painter->setPen(Qt::NoPen);
        roundedBar(painter, groove, Theme::color(Tone::Hairline));
        const QColor fill = chosen ? cell.palette.color(QPalette::HighlightedText) : Theme::color(used >= 1 ? Tone::Bad : used >= 0.9 ? Tone::Caution : Tone::Accent);
        // Something used is something seen, however little.
        if (used > 0)
            roundedBar(painter, QRectF(groove.topLeft(), QSizeF(std::max<double>(BarHeight, groove.width() * used), BarHeight)), fill);
    }
    painter->restore();
}

QSize BarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {std::max(size.width() + SideGap, Least), size.height()};
}

} // namespace understudy
