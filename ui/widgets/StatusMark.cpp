// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/StatusMark.h"

#include <QFontMetrics>
#include <QPainter>

namespace understudy {

namespace {

constexpr int MarkGap = 6;

} // namespace

StatusMark::StatusMark(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

void StatusMark::setStatus(const Status &status)
{
    if (status == m_status)
        return;
    m_status = status;
    const QString sentence = status.sentence.isEmpty() ? status.word : status.sentence;
    setAccessibleName(sentence);
    setToolTip(status.sentence);
    updateGeometry();
    update();
}

QSize StatusMark::sizeHint() const { return {widthOf(m_status, font()) + 2, QFontMetrics(font()).height() + 2}; }

int StatusMark::widthOf(const Status &status, const QFont &font)
{
    const QFontMetrics metrics(font);
    const int mark = status.mark.isEmpty() ? 0 : metrics.horizontalAdvance(status.mark);
    return mark + (mark && !status.word.isEmpty() ? MarkGap : 0) + metrics.horizontalAdvance(status.word);
}

int StatusMark::paint(QPainter *painter, const QRect &rect, const Status &status, const QFont &font, const QColor &onSelection)
{
    const QFontMetrics metrics(font);
    painter->save();
    painter->setFont(font);
    painter->setPen(onSelection.isValid() ? onSelection : Theme::color(status.tone));
    int x = rect.left();
    if (!status.mark.isEmpty()) {
        painter->drawText(QRect(x, rect.top(), rect.right() - x + 1, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, status.mark);
        x += metrics.horizontalAdvance(status.mark) + MarkGap;
    }
    const QRect room(x, rect.top(), std::max(0, rect.right() - x + 1), rect.height());
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(status.word, Qt::ElideRight, room.width()));
    painter->restore();
    return std::min(widthOf(status, font), rect.width());
}

void StatusMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_status, font());
}

} // namespace understudy
