// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/MessageBar.h"

#include "theme/Icons.h"
#include "theme/QtCompat.h"
#include "theme/Style.h"
#include "widgets/Language.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimerEvent>
#include <QToolButton>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

Tone toneOf(Message::Level level)
{
    switch (level) {
    case Message::Level::Info: return Tone::Accent;
    case Message::Level::Success: return Tone::Good;
    case Message::Level::Warning: return Tone::Caution;
    case Message::Level::Error: return Tone::Bad;
    }
    return Tone::Accent;
}

QString iconOf(Message::Level level)
{
    switch (level) {
    case Message::Level::Info: return u"info"_s;
    case Message::Level::Success: return u"success"_s;
    case Message::Level::Warning: return u"warning"_s;
    case Message::Level::Error: return u"error"_s;
    }
    return u"info"_s;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_action(new QPushButton(this)), m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    Style::setVariant(m_action, Style::Variant::Link);
    m_action->setObjectName(u"message.action"_s);
    m_action->setAutoDefault(false);
    m_close->setIcon(icons::icon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setObjectName(u"message.close"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::act);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        emit closed();
    });
    followLanguage(this, [this] { retranslate(); });
    hide();
}

void MessageBar::retranslate()
{
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close message"));
}

void MessageBar::show(const Message &message)
{
    m_message = message;
    m_showing = true;
    m_text->setText(message.text);
    m_icon->setPixmap(icons::icon(iconOf(message.level), toneOf(message.level)).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_action->setText(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    setAccessibleName(message.text);
    if (message.lastsMs > 0)
        m_timer.start(message.lastsMs, this);
    else
        m_timer.stop();
    setVisible(true);
    update();
    compat::announce(this, message.text);
}

void MessageBar::clear()
{
    m_timer.stop();
    m_showing = false;
    m_message = {};
    hide();
}

void MessageBar::act()
{
    const std::function<void()> action = m_message.action;
    if (!m_showing || !action)
        return;
    clear(); // first: the action may have something to say itself
    action();
}

void MessageBar::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QFrame::timerEvent(event);
    if (underMouse() || m_action->hasFocus() || m_close->hasFocus())
        return; // asks again after the same time
    clear();
    emit closed();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor tone = Theme::color(toneOf(m_message.level));
    QColor fill = tone;
    fill.setAlphaF(0.1F);
    painter.setPen(QPen(tone, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
}

} // namespace understudy
