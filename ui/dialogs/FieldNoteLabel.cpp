// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/FieldNoteLabel.h"

#include "theme/Theme.h"

#include <QEvent>

namespace understudy {

using namespace Qt::StringLiterals;
using words::FieldNote;

namespace {

QString markOf(FieldNote::Level level)
{
    switch (level) {
    case FieldNote::Level::Error: return u"✕ "_s;
    case FieldNote::Level::Warning: return u"▲ "_s;
    case FieldNote::Level::Hint:
    case FieldNote::Level::None: break;
    }
    return {};
}

Tone toneOf(FieldNote::Level level)
{
    switch (level) {
    case FieldNote::Level::Error: return Tone::Bad;
    case FieldNote::Level::Warning: return Tone::Caution;
    case FieldNote::Level::Hint:
    case FieldNote::Level::None: break;
    }
    return Tone::Muted;
}

} // namespace

FieldNoteLabel::FieldNoteLabel(QWidget *field, QWidget *parent) : QLabel(parent), m_field(field)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setFont(Theme::small());
    hide();
}

void FieldNoteLabel::setNote(const FieldNote &note)
{
    if (note == m_note)
        return;
    m_note = note;
    setText(markOf(note.level) + note.text);
    setVisible(!note.text.isEmpty());
    if (m_field)
        m_field->setAccessibleDescription(note.text);
    paintTone();
}

void FieldNoteLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        paintTone();
}

void FieldNoteLabel::paintTone()
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, Theme::color(toneOf(m_note.level)));
    setPalette(palette);
}

} // namespace understudy
