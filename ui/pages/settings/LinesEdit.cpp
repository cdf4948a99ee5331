// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/LinesEdit.h"

#include "theme/Theme.h"

namespace understudy {

namespace {

constexpr int ShownLines = 3;

} // namespace

LinesEdit::LinesEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFont(Theme::monospace());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QStringList LinesEdit::lines() const
{
    QStringList all;
    const QStringList typed = toPlainText().split(u'\n');
    for (const QString &line : typed) {
        if (!line.trimmed().isEmpty())
            all.append(line.trimmed());
    }
    all.removeDuplicates();
    return all;
}

void LinesEdit::setLines(const QStringList &lines)
{
    m_set = lines;
    if (!hasFocus() && this->lines() != lines)
        setPlainText(lines.join(u'\n'));
}

QSize LinesEdit::sizeHint() const
{
    const int frame = 2 * frameWidth() + 2 * int(document()->documentMargin());
    return {200, fontMetrics().lineSpacing() * ShownLines + frame};
}

void LinesEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (lines() != m_set)
        emit edited(lines());
}

} // namespace understudy
