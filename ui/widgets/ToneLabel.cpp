// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ToneLabel.h"

#include <QEvent>

namespace understudy {

using namespace Qt::StringLiterals;

ToneLabel::ToneLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFont(Theme::small());
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void ToneLabel::say(const QString &text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    const QString mark = tone == Tone::Caution ? u"▲ "_s : tone == Tone::Bad ? u"✕ "_s : QString();
    setText(text.isEmpty() ? QString() : mark + text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    colour();
}

void ToneLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_colouring)
        colour();
}

void ToneLabel::colour()
{
    m_colouring = true; // setPalette sends the event that calls this
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::color(m_tone));
    setPalette(colours);
    m_colouring = false;
}

} // namespace understudy
