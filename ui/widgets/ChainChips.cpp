// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ChainChips.h"

#include <QFontMetrics>
#include <QPainter>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int Inset = 8;
constexpr int MarkGap = 5;
constexpr int LongestChip = 150;

QString joint(const ChainChip &next) { return next.newGroup ? u"  |  "_s : u" → "_s; }

int chipWidth(const ChainChip &chip, const QFontMetrics &metrics)
{
    const int mark = chip.mark.isEmpty() ? 0 : metrics.horizontalAdvance(chip.mark) + MarkGap;
    return std::min(LongestChip, 2 * Inset + mark + metrics.horizontalAdvance(chip.text));
}

void paintChip(QPainter *painter, const QRect &rect, const ChainChip &chip, const QFontMetrics &metrics, const QColor &text)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Theme::color(Tone::Hairline));
    painter->setBrush(Theme::color(Tone::Surface));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
    QRect inner = rect.adjusted(Inset, 0, -Inset + 1, 0);
    if (!chip.mark.isEmpty()) {
        painter->setPen(Theme::color(chip.tone));
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, chip.mark);
        inner.setLeft(inner.left() + metrics.horizontalAdvance(chip.mark) + MarkGap);
    }
    painter->setPen(text);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(chip.text, Qt::ElideMiddle, inner.width()));
}

} // namespace

ChainChips::ChainChips(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void ChainChips::setChips(const QList<ChainChip> &chips)
{
    if (chips == m_chips)
        return;
    m_chips = chips;
    setToolTip(sentence(chips));
    setAccessibleName(sentence(chips).replace(u'\n', u' '));
    updateGeometry();
    update();
}

QString ChainChips::sentence(const QList<ChainChip> &chips)
{
    QStringList lines;
    for (const ChainChip &chip : chips)
        lines.append(chip.sentence.isEmpty() ? chip.text : chip.sentence);
    return lines.join(u'\n');
}

QSize ChainChips::sizeHint() const { return {widthOf(m_chips, font()), heightOf(font())}; }

QSize ChainChips::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    return {m_chips.isEmpty() ? 0 : chipWidth(m_chips.first(), metrics), heightOf(font())};
}

int ChainChips::heightOf(const QFont &font) { return QFontMetrics(font).height() + 8; }

int ChainChips::widthOf(const QList<ChainChip> &chips, const QFont &font)
{
    const QFontMetrics metrics(font);
    int width = 0;
    for (qsizetype i = 0; i < chips.size(); ++i)
        width += chipWidth(chips[i], metrics) + (i > 0 ? metrics.horizontalAdvance(joint(chips[i])) : 0);
    return width;
}

int ChainChips::paint(QPainter *painter, const QRect &rect, const QList<ChainChip> &chips, const QFont &font)
{
    const QFontMetrics metrics(font);
    painter->save();
    painter->setFont(font);
    painter->setClipRect(rect, Qt::IntersectClip);
    const QColor text = painter->pen().color();
    const int height = heightOf(font);
    const int top = rect.top() + (rect.height() - height) / 2;
    int x = rect.left();
    for (qsizetype i = 0; i < chips.size(); ++i) {
        const QString between = i > 0 ? joint(chips[i]) : QString();
        const int wanted = metrics.horizontalAdvance(between) + chipWidth(chips[i], metrics);
        const qsizetype behind = chips.size() - i - 1;
        const int reserve = behind > 0 ? metrics.horizontalAdvance(u" +%1"_s.arg(behind)) : 0;
        if (i > 0 && x + wanted + reserve > rect.right() + 1) {
            painter->setPen(Theme::color(Tone::Muted));
            const QString rest = u" +%1"_s.arg(behind + 1);
            painter->drawText(QRect(x, rect.top(), rect.right() - x + 1, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, rest);
            x += metrics.horizontalAdvance(rest);
            break;
        }
        painter->setPen(Theme::color(Tone::Muted));
        painter->drawText(QRect(x, rect.top(), wanted, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, between);
        x += metrics.horizontalAdvance(between);
        const int width = std::min(chipWidth(chips[i], metrics), rect.right() - x + 1);
        paintChip(painter, QRect(x, top, width, height), chips[i], metrics, text);
        x += width;
    }
    painter->restore();
    return x - rect.left();
}

void ChainChips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    paint(&painter, rect(), m_chips, font());
}

} // namespace understudy
