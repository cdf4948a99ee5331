// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FigureTile.h"

#include "theme/Style.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

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
    setToolTip(counted);
    setAccessibleDescription(counted);
    sayName();
}

void FigureTile::setFigure(const QString &figure, const QString &detail, std::optional<Tone> tone)
{
    m_figure->setText(figure);
    m_detail->setText(detail);
    m_tone = tone;
    paintFigure();
    sayName();
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
