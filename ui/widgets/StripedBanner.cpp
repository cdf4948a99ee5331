// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/StripedBanner.h"

#include "theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>

namespace understudy {

namespace {

constexpr int Stripe = 14;
constexpr int Shelf = 10; ///< stripes left of the text and right of it

} // namespace

StripedBanner::StripedBanner(QWidget *parent) : QWidget(parent), m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Shelf + 3 * Stripe, 5, Shelf + 3 * Stripe, 5);
    row->addWidget(m_text, 1);
}

void StripedBanner::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

QString StripedBanner::text() const { return m_text->text(); }

void StripedBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
    painter.fillPath(frame, Theme::color(Tone::Surface));
    painter.save();
    painter.setClipPath(frame);
    QColor stripe = Theme::color(Tone::Caution);
    stripe.setAlphaF(0.55F);
    // Only at the sides: under the text they would cost its contrast.
    QRegion sides(0, 0, Shelf + 3 * Stripe - Theme::Gap, height());
    sides += QRegion(width() - Shelf - 3 * Stripe + Theme::Gap, 0, width(), height());
    painter.setClipRegion(sides, Qt::IntersectClip);
    for (int x = -height(); x < width() + height(); x += 2 * Stripe)
        painter.fillPath([&] {
            QPainterPath band;
            band.addPolygon(QPolygonF({QPointF(x, height()), QPointF(x + Stripe, height()), QPointF(x + Stripe + height(), 0), QPointF(x + height(), 0)}));
            return band;
        }(), stripe);
    painter.restore();
    painter.setPen(Theme::color(Tone::Caution));
    painter.drawPath(frame);
}

} // namespace understudy
