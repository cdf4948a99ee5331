// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/SubtitleDelegate.h"

#include "theme/Theme.h"
#include "widgets/StatusMark.h"

#include <QApplication>
#include <QPainter>

namespace understudy {

namespace {

constexpr int SideGap = 12;

} // namespace

void SubtitleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString title = cell.text;
    cell.text.clear();
    QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool chosen = cell.state & QStyle::State_Selected;
    const QColor onSelection = chosen ? cell.palette.color(QPalette::HighlightedText) : QColor();
    QRect inner = cell.rect.adjusted(SideGap, 0, -SideGap, 0);
    const Status status = index.data(m_status).value<Status>();
    const QFont quiet = Theme::small();
    const int statusWidth = std::min(StatusMark::widthOf(status, quiet) + 1, inner.width() * 3 / 5);
    StatusMark::paint(painter, QRect(inner.right() - statusWidth + 1, inner.top(), statusWidth, inner.height()), status, quiet, onSelection);
    inner.setRight(inner.right() - statusWidth - Theme::Gap);

    painter->save();
    const QString subtitle = index.data(m_subtitle).toString();
    const QFontMetrics small(quiet);
    const int height = cell.fontMetrics.height() + (subtitle.isEmpty() ? 0 : small.height() + 1);
    QRect line(inner.left(), inner.top() + (inner.height() - height) / 2, inner.width(), cell.fontMetrics.height());
    painter->setFont(cell.font);
    painter->setPen(chosen ? onSelection : cell.palette.color(QPalette::Text));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, cell.fontMetrics.elidedText(title, Qt::ElideMiddle, line.width()));
    if (!subtitle.isEmpty()) {
        line = QRect(line.left(), line.bottom() + 2, line.width(), small.height());
        painter->setFont(quiet);
        painter->setPen(chosen ? onSelection : Theme::color(Tone::Muted));
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, small.elidedText(subtitle, Qt::ElideMiddle, line.width()));
    }
    painter->restore();
}

QSize SubtitleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const { return {option.rect.width(), Theme::TallRowHeight}; }

} // namespace understudy
