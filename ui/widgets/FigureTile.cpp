// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FigureTile.h"

#include "theme/Style.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

FigureTile::FigureTile(QWidget *parent) : QFrame(parent), m_caption(new QLabel(this)), m_figure(new QLabel(this)), m_detail(new QLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    Style::setVariant(this, Style::Variant::Card);
    m_figure->setFont(Theme::heading());
    m_figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *label : {m_caption, m_detail}) {
        label->setFont(Theme::small());
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setWordWrap(true);
    }
    for (QLabel *label : {m_caption, m_figure, m_detail})
        label->setTextFormat(Qt::PlainText);
    m_detail->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(2);
    column->addWidget(m_caption);
    column->addWidget(m_figure);
    column->addWidget(m_detail, 1);
}

void FigureTile::setTexts(const QString &caption, const QString &counted)
{
    m_caption->setText(caption);
    m_counted = counted;
    sayPurpose();
    sayName();
}

void FigureTile::setAction(const QString &action)
{
    if (action == m_action)
        return;
    m_action = action;
    const bool acts = !action.isEmpty();
    setFocusPolicy(acts ? Qt::StrongFocus : Qt::NoFocus);
    if (acts)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    // A text that can be marked would keep the clicks.
    m_figure->setTextInteractionFlags(acts ? Qt::NoTextInteraction : Qt::TextSelectableByMouse);
    for (QLabel *label : {m_caption, m_figure, m_detail})
        label->setAttribute(Qt::WA_TransparentForMouseEvents, acts);
    sayPurpose();
}

void FigureTile::sayPurpose()
{
    const QString purpose = m_action.isEmpty() ? m_counted : m_counted + u'\n' + m_action;
    setToolTip(purpose);
    setAccessibleDescription(purpose);
}

void FigureTile::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_action.isEmpty() && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit clicked();
    else
        QFrame::mouseReleaseEvent(event);
}

void FigureTile::keyPressEvent(QKeyEvent *event)
{
    const bool presses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (!m_action.isEmpty() && presses)
        emit clicked();
    else
        QFrame::keyPressEvent(event);
}

void FigureTile::setFigure(const QString &figure, const QString &detail, std::optional<Tone> tone)
{
    m_figure->setText(figure);
    m_detail->setText(detail);
    m_tone = tone;
    paintFigure();
    fitFigure();
    sayName();
}

/// A figure is never cut: one that is too long for the large letters gets smaller ones.
void FigureTile::fitFigure()
{
    const int room = contentsRect().width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    const std::array fonts{Theme::heading(), Theme::strong(), Theme::small()};
    const auto fits = std::find_if(fonts.begin(), fonts.end(), [&](const QFont &font) { return QFontMetrics(font).horizontalAdvance(m_figure->text()) <= room; });
    m_figure->setFont(fits == fonts.end() ? fonts.back() : *fits);
}

void FigureTile::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitFigure();
}

QString FigureTile::figure() const { return m_figure->text(); }
QString FigureTile::detail() const { return m_detail->text(); }

void FigureTile::sayName()
{
    QString name = m_caption->text() + u": "_s + m_figure->text();
    if (!m_detail->text().isEmpty())
        name += u", "_s + m_detail->text();
    setAccessibleName(name);
}

void FigureTile::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_painting)
        paintFigure();
}

void FigureTile::paintFigure()
{
    m_painting = true;
    QPalette palette = m_figure->palette();
    palette.setColor(QPalette::WindowText, m_tone ? Theme::color(*m_tone) : this->palette().color(QPalette::WindowText));
    m_figure->setPalette(palette);
    m_painting = false;
}

} // namespace understudy
