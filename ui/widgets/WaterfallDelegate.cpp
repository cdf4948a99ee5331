// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/WaterfallDelegate.h"

#include "models/AttemptModel.h"
#include "theme/Theme.h"
#include "words/Quantities.h"
#include "words/RecordWords.h"
#include "words/TypeWords.h"

#include <QPainter>

#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 8, ColumnGap = 12, LeastBar = 3, Swatch = 14;
constexpr double WaitingOpacity = 0.38;

/// The three parts of a bar.
enum class Part { Connecting, Waiting, Output };

void paintPart(QPainter *painter, int left, int right, int middle, Part part, const QColor &tone)
{
    if (right <= left)
        return;
    QColor fill = part == Part::Connecting ? Theme::color(Tone::Muted) : tone;
    if (part == Part::Waiting)
        fill.setAlphaF(float(WaitingOpacity));
    const int thickness = part == Part::Connecting ? 4 : 14;
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(left, middle - thickness / 2.0 + 0.5, right - left, thickness), 2, 2);
}

struct Look {
    QString mark;
    Tone tone;
};

Look lookOf(const AttemptRecord &attempt, bool running)
{
    if (running)
        return {u"…"_s, Tone::Accent};
    if (attempt.outcome == Outcome::Answered)
        return {u"✓"_s, Tone::Good};
    if (attempt.outcome == Outcome::ClientGone)
        return {u"○"_s, Tone::Muted};
    return {u"✕"_s, Tone::Bad};
}

void paintTwoLines(QPainter *painter, const QRect &rect, const QString &first, const QColor &firstInk, const QString &second, const QColor &secondInk)
{
    const QFont above = Theme::strong();
    const QFont below = Theme::small();
    const QFontMetrics aboveMetrics(above), belowMetrics(below);
    const int height = aboveMetrics.height() + belowMetrics.height();
    QRect line(rect.left(), rect.top() + (rect.height() - height) / 2, rect.width(), aboveMetrics.height());
    painter->setFont(above);
    painter->setPen(firstInk);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, aboveMetrics.elidedText(first, Qt::ElideMiddle, line.width()));
    line = QRect(line.left(), line.bottom() + 1, line.width(), belowMetrics.height());
    painter->setFont(below);
    painter->setPen(secondInk);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, belowMetrics.elidedText(second, Qt::ElideRight, line.width()));
}

} // namespace

WaterfallDelegate::Columns WaterfallDelegate::columns(const QRect &row)
{
    const QRect inner = row.adjusted(Margin, 0, -Margin, 0);
    const int side = std::clamp(inner.width() * 29 / 100, 90, 210);
    Columns all;
    all.name = QRect(inner.left(), inner.top(), side, inner.height());
    all.result = QRect(inner.right() + 1 - side, inner.top(), side, inner.height());
    const int left = all.name.right() + 1 + ColumnGap;
    all.bar = QRect(left, inner.top(), std::max(0, all.result.left() - ColumnGap - left), inner.height());
    return all;
}

int WaterfallDelegate::xOf(const TimeScale &scale, const QRect &bar, qint64 ms) { return bar.left() + int(scale.part(ms) * (bar.width() - 1)); }

void WaterfallDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const AttemptModel *>(index.model());
    if (!model)
        return;
    const AttemptRecord &attempt = model->attempt(index.row());
    const bool running = model->isRunning(index.row());
    const bool selected = option.state & QStyle::State_Selected;
    const Look look = lookOf(attempt, running);
    const QColor tone = Theme::color(look.tone);
    const QColor text = option.palette.color(QPalette::Text), muted = Theme::color(Tone::Muted);
    const Columns all = columns(option.rect);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, Theme::color(Tone::Hover));
        if (selected && (option.state & QStyle::State_HasFocus)) {
            painter->setPen(QPen(Theme::color(Tone::Accent), 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), Theme::Radius, Theme::Radius);
        }
    }
    for (const qint64 tick : m_scale.ticks()) {
        painter->setPen(Theme::color(Tone::Hairline));
        const int x = xOf(m_scale, all.bar, tick);
        painter->drawLine(x, option.rect.top(), x, option.rect.bottom());
    }
    paintTwoLines(painter, all.name, words::shortModelName(attempt.model), text, words::position(attempt.position) + u" · "_s + attempt.channel, muted);

    // The bar: a thin part while connecting, a pale one while waiting, a full one while output comes.
    const int from = xOf(m_scale, all.bar, attempt.startedMs);
    const int to = std::max(from + LeastBar, xOf(m_scale, all.bar, attempt.endedMs));
    const int connected = attempt.connectedMs ? std::clamp(xOf(m_scale, all.bar, *attempt.connectedMs), from, to) : from;
    const int output = attempt.firstOutputMs ? std::clamp(xOf(m_scale, all.bar, *attempt.firstOutputMs), connected, to) : to;
    const int middle = all.bar.center().y();
    paintPart(painter, from, connected, middle, Part::Connecting, tone);
    paintPart(painter, connected, output, middle, Part::Waiting, tone);
    paintPart(painter, output, to, middle, Part::Output, tone);
    if (!running && attempt.outcome != Outcome::Answered) { // where it ended is not a matter of colour
        painter->setBrush(tone);
        painter->drawRoundedRect(QRectF(to - LeastBar, middle - 8.5, LeastBar, 18), 1.5, 1.5);
    }

    const QString took = words::duration(attempt.endedMs - attempt.startedMs);
    if (running) {
        paintTwoLines(painter, all.result, u"… "_s + (attempt.firstOutputMs ? AttemptModel::tr("Output comes") : AttemptModel::tr("Waiting")), tone, took, muted);
    } else {
        const QString status = attempt.httpStatus ? u" · HTTP %1"_s.arg(attempt.httpStatus) : QString();
        paintTwoLines(painter, all.result, look.mark + u' ' + words::outcomeName(attempt.outcome), tone, took + status, muted);
    }
    painter->restore();
}

void WaterfallDelegate::paintLegend(QPainter *painter, const QRect &rect)
{
    const QFontMetrics metrics(Theme::small());
    painter->setFont(Theme::small());
    int x = rect.left() + Margin;
    const std::array<std::pair<Part, QString>, 3> entries{{{Part::Connecting, AttemptModel::tr("Connecting")}, {Part::Waiting, AttemptModel::tr("Waiting for output")},
                                                           {Part::Output, AttemptModel::tr("Output")}}};
    for (const auto &[part, text] : entries) {
        if (x + Swatch + metrics.horizontalAdvance(text) + Margin > rect.right())
            return;
        painter->save();
        painter->setClipRect(QRect(x, rect.center().y() - 4, Swatch, 9));
        paintPart(painter, x, x + Swatch, rect.center().y(), part, Theme::color(Tone::Good));
        painter->restore();
        x += Swatch + 5;
        painter->setPen(Theme::color(Tone::Muted));
        painter->drawText(QRect(x, rect.top(), rect.width(), rect.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += metrics.horizontalAdvance(text) + 2 * Margin;
    }
}

QSize WaterfallDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {320, QFontMetrics(Theme::strong()).height() + QFontMetrics(Theme::small()).height() + 6};
}

} // namespace understudy
