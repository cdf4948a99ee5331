// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/EmptyState.h"

#include "theme/Icons.h"
#include "theme/Style.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace understudy {

namespace {

constexpr int IconSize = 44;
constexpr int TextWidth = 420;

} // namespace

EmptyState::EmptyState(const QString &iconName, QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_iconName(iconName), m_title(new QLabel(this)), m_sentence(new QLabel(this)),
      m_primary(new QPushButton(this)), m_secondary(new QPushButton(this))
{
    m_title->setFont(Theme::strong());
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_icon, m_title, m_sentence})
        label->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    Style::setVariant(m_secondary, Style::Variant::Link);
    auto *column = new QVBoxLayout(this);
    column->addStretch();
    column->addWidget(m_icon);
    column->addSpacing(Theme::Gap);
    column->addWidget(m_title);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(Theme::WideGap);
    column->addWidget(m_primary, 0, Qt::AlignHCenter);
    column->addWidget(m_secondary, 0, Qt::AlignHCenter);
    column->addStretch();
    drawIcon();
    setTexts({}, {});
}

void EmptyState::setTexts(const QString &title, const QString &sentence, const QString &primary, const QString &secondary)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    // A centred label that wraps gets a height for some other width, unless both are said.
    const int width = std::min(TextWidth, m_sentence->fontMetrics().horizontalAdvance(sentence) + 4);
    m_sentence->setFixedWidth(width);
    m_sentence->setMinimumHeight(std::max(0, m_sentence->heightForWidth(width)));
    m_primary->setText(primary);
    m_secondary->setText(secondary);
    m_title->setVisible(!title.isEmpty());
    m_sentence->setVisible(!sentence.isEmpty());
    m_primary->setVisible(!primary.isEmpty());
    m_secondary->setVisible(!secondary.isEmpty());
    m_primary->setObjectName(objectName() + QStringLiteral(".primary"));
    m_secondary->setObjectName(objectName() + QStringLiteral(".secondary"));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

void EmptyState::drawIcon() { m_icon->setPixmap(icons::icon(m_iconName, Tone::Muted).pixmap(QSize(IconSize, IconSize), devicePixelRatioF())); }

} // namespace understudy
