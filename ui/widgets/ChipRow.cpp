// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ChipRow.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <vector>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int Padding = 6, MarkGap = 3, ChipGap = 4, Above = 2;
constexpr double FillOpacity = 0.12;

bool isStep(const Chip &chip) { return chip.text.isEmpty(); }

int widthOf(const Chip &chip, const QFontMetrics &metrics)
{
    if (isStep(chip))
        return metrics.horizontalAdvance(chip.mark);
    const int mark = chip.mark.isEmpty() ? 0 : metrics.horizontalAdvance(chip.mark) + MarkGap;
    return Padding + mark + metrics.horizontalAdvance(chip.text) + Padding;
}

struct Placed {
    Chip chip;
    QRect rect;
};

int widthOf(const QList<Chip> &chips, const QFontMetrics &metrics)
{
    int width = 0;
    for (const Chip &chip : chips)
        width += widthOf(chip, metrics) + ChipGap;
    return std::max(0, width - ChipGap);
}

/// Which chips are shown: all, or some from the start, "…", and the last one.
QList<Chip> fitting(const QList<Chip> &chips, int room, const QFontMetrics &metrics)
{
    if (chips.size() < 2 || widthOf(chips, metrics) <= room)
        return chips;
    for (qsizetype head = chips.size() - 2; head >= 0; --head) {
        QList<Chip> shown = chips.first(head);
        shown.append({u"…"_s, {}, Tone::Muted, ChipRow::sentenceOf(chips)});
        shown.append(chips.last());
        if (widthOf(shown, metrics) <= room || head == 0)
            return shown;
    }
    return chips;
}

std::vector<Placed> place(const QList<Chip> &chips, const QRect &rect, const QFont &font)
{
    const QFontMetrics metrics(font);
    const int height = std::min(rect.height(), metrics.height() + 2 * Above);
    const int top = rect.top() + (rect.height() - height) / 2;
    std::vector<Placed> placed;
    int x = rect.left();
    for (const Chip &chip : fitting(chips, rect.width(), metrics)) {
        const int room = rect.right() + 1 - x;
        if (room <= 0)
            break;
        const int width = std::min(widthOf(chip, metrics), room);
        placed.push_back({chip, QRect(x, top, width, height)});
        x += width + ChipGap;
    }
    return placed;
}

void paintOne(QPainter *painter, const Placed &one, const QFontMetrics &metrics, const QColor &onSelection)
{
    const QColor ink = onSelection.isValid() ? onSelection : Theme::color(one.chip.tone);
    painter->setPen(ink);
    if (isStep(one.chip)) {
        painter->drawText(one.rect, Qt::AlignCenter, one.chip.mark);
        return;
    }
    QColor fill = ink;
    fill.setAlphaF(FillOpacity);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(one.rect, Theme::Radius - 1, Theme::Radius - 1);
    painter->setPen(ink);
    int x = one.rect.left() + Padding;
    if (!one.chip.mark.isEmpty()) {
        painter->drawText(QRect(x, one.rect.top(), one.rect.width(), one.rect.height()), Qt::AlignLeft | Qt::AlignVCenter, one.chip.mark);
        x += metrics.horizontalAdvance(one.chip.mark) + MarkGap;
    }
    if (!onSelection.isValid())
        painter->setPen(QPalette().color(QPalette::Text));
    const int room = one.rect.right() + 1 - Padding - x;
    painter->drawText(QRect(x, one.rect.top(), std::max(0, room) + 1, one.rect.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(one.chip.text, Qt::ElideMiddle, room));
}

} // namespace

ChipRow::ChipRow(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void ChipRow::setChips(const QList<Chip> &chips, const QString &sentence)
{
    m_chips = chips;
    setAccessibleName(sentence.isEmpty() ? sentenceOf(chips) : sentence);
    updateGeometry();
    update();
}

QSize ChipRow::sizeHint() const { return sizeOf(m_chips, font()) + QSize(4, 0); } // a layout may round it down

QSize ChipRow::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    return {std::min(sizeHint().width(), metrics.averageCharWidth() * 12), sizeHint().height()};
}

void ChipRow::paint(QPainter *painter, const QRect &rect, const QList<Chip> &chips, const QFont &font, const QColor &onSelection)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(font);
    for (const Placed &one : place(chips, rect, font))
        paintOne(painter, one, QFontMetrics(font), onSelection);
    painter->restore();
}

QSize ChipRow::sizeOf(const QList<Chip> &chips, const QFont &font)
{
    const QFontMetrics metrics(font);
    return {widthOf(chips, metrics), metrics.height() + 2 * Above};
}

QString ChipRow::sentenceAt(const QPoint &position, const QRect &rect, const QList<Chip> &chips, const QFont &font)
{
    for (const Placed &one : place(chips, rect, font)) {
        if (one.rect.contains(position))
            return one.chip.sentence;
    }
    return {};
}

QString ChipRow::sentenceOf(const QList<Chip> &chips)
{
    QStringList sentences;
    for (const Chip &chip : chips) {
        if (!chip.sentence.isEmpty())
            sentences.append(chip.sentence);
        else if (!isStep(chip))
            sentences.append(chip.text);
    }
    return sentences.join(u'\n');
}

bool ChipRow::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), sentenceAt(help->pos(), rect(), m_chips, font()), this);
        return true;
    }
    return QWidget::event(event);
}

void ChipRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_chips, font(), {});
}

} // namespace understudy
