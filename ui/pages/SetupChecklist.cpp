// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/SetupChecklist.h"

#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/Language.h"
#include "widgets/StatusMark.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

SetupChecklist::SetupChecklist(QWidget *parent) : QFrame(parent), m_title(new QLabel(this)), m_progress(new QLabel(this)), m_hide(new QPushButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    Style::setVariant(this, Style::Variant::Card);
    m_title->setFont(Theme::strong());
    m_progress->setForegroundRole(QPalette::PlaceholderText);
    Style::setVariant(m_hide, Style::Variant::Link);
    m_hide->setObjectName(u"overview.hideChecklist"_s);

    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_progress);
    head->addStretch();
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::Gap);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(2, 1);
    const QString names[] = {u"overview.channel"_s, u"overview.key"_s, u"overview.request"_s, u"overview.failover"_s};
    for (int i = 0; i < SetupSteps::Count; ++i) {
        Line &line = m_lines[size_t(i)];
        line.mark = new StatusMark(this);
        line.link = new QPushButton(this);
        line.link->setObjectName(names[i]);
        Style::setVariant(line.link, Style::Variant::Link);
        line.why = new QLabel(this);
        line.why->setWordWrap(true);
        line.why->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(line.mark, i, 0, Qt::AlignVCenter);
        grid->addWidget(line.link, i, 1, Qt::AlignLeft | Qt::AlignVCenter);
        grid->addWidget(line.why, i, 2);
        connect(line.link, &QPushButton::clicked, this, [this, i] { emit wished(wishOf(i)); });
    }
    head->addWidget(m_hide);
    setTabOrder(m_lines.back().link, m_hide);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 8, 10);
    column->setSpacing(2);
    column->addLayout(head);
    column->addLayout(grid);
    connect(m_hide, &QPushButton::clicked, this, &SetupChecklist::hidden);
    followLanguage(this, [this] { retranslate(); });
}

Wish SetupChecklist::wishOf(int line) const
{
    switch (line) {
    case 0: return Wish::show(PageId::Models);
    case 1: return Wish::make(Wish::What::CreateKey);
    case 2: return m_keyId.isEmpty() ? Wish::make(Wish::What::SeeDemo) : Wish::make(Wish::What::ViewCode, m_keyId);
    default: return Wish::make(Wish::What::SeeDemo);
    }
}

void SetupChecklist::setSteps(const SetupSteps &steps, const QString &keyId)
{
    m_keyId = keyId;
    if (steps == m_steps)
        return;
    m_steps = steps;
    say();
}

void SetupChecklist::retranslate()
{
    m_title->setText(tr("Set up"));
    m_hide->setText(tr("Hide"));
    m_hide->setToolTip(tr("Hide these steps; the menu Help brings them back"));
    const std::pair<QString, QString> texts[] = {
        {tr("Create a call channel"), tr("A provider with your credential and its models")},
        {tr("Create a gateway access key"), tr("One address and a list of models to try in order")},
        {tr("Send a first request"), tr("From your own terminal, or from here")},
        {tr("See a failover"), tr("Simulated models: no account, no cost")},
    };
    for (size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i].link->setText(texts[i].first);
        m_lines[i].why->setText(texts[i].second);
    }
    say();
}

void SetupChecklist::say()
{
    m_progress->setText(tr("%1 of %2 done").arg(m_steps.done()).arg(SetupSteps::Count));
    const bool done[] = {m_steps.channel, m_steps.key, m_steps.request, m_steps.failover};
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const QString state = done[i] ? tr("done") : tr("still to do");
        m_lines[i].mark->setStatus(done[i] ? Status{u"✓"_s, {}, Tone::Good, state} : Status{u"○"_s, {}, Tone::Muted, state});
        m_lines[i].link->setAccessibleName(m_lines[i].link->text() + u", "_s + state);
    }
}

} // namespace understudy
