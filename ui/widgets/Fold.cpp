// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Fold.h"

#include "theme/Icons.h"
#include "theme/Style.h"
#include "widgets/Language.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

Fold::Fold(const QString &name, QWidget *content, QWidget *parent) : QWidget(parent), m_button(new QPushButton(this)), m_content(content)
{
    m_button->setObjectName(name);
    Style::setVariant(m_button, Style::Variant::Link);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(content);
    content->setVisible(false);
    connect(m_button, &QPushButton::clicked, this, [this] { setOpen(!m_open); });
    followLanguage(this, [this] { draw(); });
}

void Fold::setTitle(const QString &title) { m_button->setText(title); }

void Fold::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    m_content->setVisible(open);
    draw();
    emit toggled(open);
}

void Fold::draw()
{
    m_button->setIcon(icons::icon(m_open ? u"chevron-down"_s : u"right"_s, Tone::Accent));
    m_button->setAccessibleDescription(m_open ? tr("expanded") : tr("collapsed"));
}

} // namespace understudy
