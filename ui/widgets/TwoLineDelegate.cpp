// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/TwoLineDelegate.h"

#include <QApplication>
#include <QPainter>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int Side = 10;
constexpr int BadgeInset = 8;

void paintBadge(QPainter *painter, const QRect &rect, const QString &text, bool strong)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(strong ? QPen(Qt::NoPen) : QPen(Theme::color(Tone::Hairline)));
    painter->setBrush(strong ? Theme::color(Tone::Accent) : Theme::color(Tone::Surface));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
    painter->setPen(strong ? Theme::color(Tone::AccentText) : Theme::color(Tone::Muted));
    painter->drawText(rect, Qt::AlignCenter, text);
}

} // namespace

void TwoLineDelegate::paintRowBackground(QPainter *painter, const QStyleOptionViewItem &row)
{
    const bool chosen = row.state & QStyle::State_Selected;
    if (!chosen && !(row.state & QStyle::State_MouseOver))
        return;
    QColor fill = Theme::color(chosen ? Tone::Accent : Tone::Hover);
    if (chosen)
        fill.setAlphaF(0.11f);
    painter->fillRect(row.rect, fill);
}

int TwoLineDelegate::headingHeight(const QFont &font) const { return QFontMetrics(font).height() + 14; }

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    const int lines = metrics.height() + QFontMetrics(Theme::small()).height() + 14;
    return {200, std::max(lines, 46) + (content(index).heading.isEmpty() ? 0 : headingHeight(option.font))};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Content what = content(index);
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    painter->save();
    if (!what.heading.isEmpty()) {
        QRect head = row.rect;
        head.setHeight(headingHeight(row.font));
        row.rect.setTop(head.bottom() + 1);
        head.adjust(Side, 6, -Side, 0);
        painter->setFont(Theme::strong());
        painter->setPen(row.palette.color(QPalette::Text));
        painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter, what.heading);
        head.setLeft(head.left() + QFontMetrics(Theme::strong()).horizontalAdvance(what.heading) + Theme::Gap);
        painter->setFont(Theme::small());
        painter->setPen(Theme::color(Tone::Muted));
        painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(Theme::small()).elidedText(what.headingRemark, Qt::ElideRight, head.width()));
    }
    row.text.clear();
    paintRowBackground(painter, row);
    QRect room = row.rect.adjusted(Side, 0, -Side, 0);
    if (row.features & QStyleOptionViewItem::HasCheckIndicator) {
        QStyleOptionViewItem check = row;
        const int side = style->pixelMetric(QStyle::PM_IndicatorWidth, &row, row.widget);
        check.rect = QRect(room.left(), room.top() + (room.height() - side) / 2, side, side);
        check.state &= ~(QStyle::State_HasFocus | QStyle::State_On | QStyle::State_Off);
        check.state |= row.checkState == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, row.widget);
        room.setLeft(check.rect.right() + 12);
    }
    const QFontMetrics small(Theme::small());
    if (!what.badge.isEmpty()) {
        const int width = std::max(small.horizontalAdvance(what.badge), small.horizontalAdvance(what.widestBadge)) + 2 * BadgeInset;
        const int height = small.height() + 6;
        painter->setFont(Theme::small());
        paintBadge(painter, QRect(room.left(), room.top() + (room.height() - height) / 2, width, height), what.badge, what.strongBadge);
        room.setLeft(room.left() + width + 10);
    }
    const QFontMetrics large(row.font);
    const QColor text = row.palette.color(QPalette::Text);
    const int block = large.height() + small.height() + 3;
    QRect line(room.left(), room.top() + (room.height() - block) / 2, room.width(), large.height());
    QFont nameFont = row.font;
    nameFont.setStrikeOut(what.struck);
    painter->setFont(nameFont);
    painter->setPen(text);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, large.elidedText(what.name, Qt::ElideMiddle, line.width()));
    line = QRect(room.left(), line.bottom() + 4, room.width(), small.height());
    painter->setFont(Theme::small());
    const QColor quiet = Theme::color(Tone::Muted);
    if (!what.remark.isEmpty()) {
        painter->setPen(quiet);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, what.remark);
        line.setRight(line.right() - small.horizontalAdvance(what.remark) - Theme::WideGap);
    }
    const int statusWidth = StatusMark::widthOf(what.status, Theme::small());
    const int gap = statusWidth > 0 ? small.horizontalAdvance(u" · "_s) : 0;
    // The status is worth more than the end of a long name.
    const QString facts = small.elidedText(what.facts, Qt::ElideMiddle, std::max(0, line.width() - statusWidth - gap - 2));
    const int factsWidth = small.horizontalAdvance(facts);
    painter->setPen(quiet);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, facts);
    if (statusWidth > 0) {
        painter->drawText(line.adjusted(factsWidth, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, u" · "_s);
        StatusMark::paint(painter, line.adjusted(factsWidth + gap, 0, 0, 0), what.status, Theme::small());
    }
    if (row.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(row);
        focus.rect = row.rect;
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, row.widget);
    }
    painter->restore();
}

} // namespace understudy
