// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Fold.h"

#include "theme/Icons.h"
#include "theme/Style.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

Fold::Fold(const QString &name, QWidget *content, QWidget *parent) : QWidget(parent), m_button(new QPushButton(this)), m_content(content)
{
    m_button->setObjectName(name);
    m_button->setCheckable(true);
    Style::setVariant(m_button, Style::Variant::Link);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(content);
    content->setVisible(false);
    connect(m_button, &QPushButton::toggled, this, [this](bool open) {
        m_content->setVisible(open);
        draw();
        emit toggled(open);
    });
    draw();
}

void Fold::setTitle(const QString &title) { m_button->setText(title); }
void Fold::setOpen(bool open) { m_button->setChecked(open); }
bool Fold::isOpen() const { return m_button->isChecked(); }
void Fold::draw() { m_button->setIcon(icons::icon(isOpen() ? u"chevron-down"_s : u"right"_s, Tone::Accent)); }

} // namespace understudy
