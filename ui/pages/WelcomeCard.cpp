// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/WelcomeCard.h"

#include "theme/Icons.h"
#include "theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int Padding = 20, IconSize = 32, CardWidth = 232, KeySize = 22;

QFont titleFont()
{
    QFont font = Theme::strong();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    return font;
}

int textHeight(const QFont &font, const QString &text, int width) { return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, text).height(); }

} // namespace

WelcomeCard::WelcomeCard(const QString &iconName, int key, bool primary, QWidget *parent)
    : QAbstractButton(parent), m_iconName(iconName), m_key(key), m_primary(primary)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WelcomeCard::setTexts(const QString &title, const QString &sentence)
{
    m_title = title;
    m_sentence = sentence;
    setText(title);
    setAccessibleDescription(sentence);
    updateGeometry();
    update();
}

QSize WelcomeCard::sizeHint() const { return {CardWidth, heightForWidth(CardWidth)}; }

int WelcomeCard::heightForWidth(int width) const
{
    const int room = width - 2 * Padding;
    return Padding + IconSize + Theme::WideGap + textHeight(titleFont(), m_title, room) + Theme::Gap + textHeight(font(), m_sentence, room) + Theme::WideGap + KeySize
        + Padding;
}

void WelcomeCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool over = underMouse() && isEnabled();
    const QColor accent = Theme::color(Tone::Accent), ink = palette().color(QPalette::Text), muted = Theme::color(Tone::Muted);
    const double width = hasFocus() ? 2 : 1;
    painter.setBrush(isDown() || over ? Theme::color(Tone::Hover) : Theme::color(Tone::Surface));
    painter.setPen(QPen(hasFocus() || m_primary ? accent : Theme::color(Tone::Hairline), width));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), Theme::Radius + 2, Theme::Radius + 2);

    QRect room = rect().adjusted(Padding, Padding, -Padding, -Padding);
    icons::icon(m_iconName, m_primary ? Tone::Accent : Tone::Muted).paint(&painter, QRect(room.topLeft(), QSize(IconSize, IconSize)));
    room.setTop(room.top() + IconSize + Theme::WideGap);
    painter.setFont(titleFont());
    painter.setPen(ink);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_title);
    room.setTop(room.top() + textHeight(titleFont(), m_title, room.width()) + Theme::Gap);
    painter.setFont(font());
    painter.setPen(muted);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_sentence);

    // The key cap, at the bottom of each card alike.
    const QRect cap(rect().left() + Padding, rect().bottom() + 1 - Padding - KeySize, KeySize, KeySize);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::color(Tone::Hairline), 1));
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(Theme::small());
    painter.setPen(muted);
    painter.drawText(cap, Qt::AlignCenter, QString::number(m_key));
}

void WelcomeCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace understudy
