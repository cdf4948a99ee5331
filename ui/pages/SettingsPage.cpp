// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/SettingsPage.h"

#include "pages/settings/AboutSection.h"
#include "pages/settings/DefaultsSection.h"
#include "pages/settings/DeletedSection.h"
#include "pages/settings/DiagnosticsSection.h"
#include "pages/settings/GatewaySection.h"
#include "pages/settings/GeneralSection.h"
#include "pages/settings/NetworkSection.h"
#include "pages/settings/PrivacySection.h"
#include "pages/settings/SecretsSection.h"
#include "pages/settings/TransferSection.h"
#include "theme/Icons.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/EmptyState.h"
#include "widgets/Language.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int ListWidth = 190;
constexpr int IconSize = 18;
constexpr int LongestLine = 760; ///< a form wider than this is hard to read

} // namespace

SettingsPage::SettingsPage(Console &console, Preferences &preferences, const SettingsPlatform &platform, QWidget *parent) : Page(parent)
{
    build();
    add(new GeneralSection(preferences), u"settings"_s);
    add(new GatewaySection(console, preferences, platform), u"network"_s);
    add(new DefaultsSection(preferences), u"models"_s);
    add(new SecretsSection(console), u"lock"_s);
    add(new PrivacySection(console), u"eye-off"_s);
    add(new NetworkSection(console), u"link"_s);
    add(new TransferSection, u"upload"_s);
    add(new DeletedSection(console), u"delete"_s);
    add(new DiagnosticsSection(console, platform), u"test"_s);
    add(new AboutSection, u"info"_s);
    followLanguage(this, [this] { retranslate(); });
    m_list->setCurrentRow(0);
}

void SettingsPage::build()
{
    m_heading = new QLabel(this);
    m_heading->setFont(Theme::heading());
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"settings.filter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icons::icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(280);
    m_list = new QListWidget(this);
    m_list->setObjectName(u"settings.sections"_s);
    m_list->setFixedWidth(ListWidth);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setIconSize(QSize(IconSize, IconSize));
    m_list->viewport()->setAutoFillBackground(false); // on the window, as the navigation is
    m_sectionTitle = new QLabel(this);
    m_sectionTitle->setFont(Theme::strong());
    m_reset = new QPushButton(this);
    m_reset->setObjectName(u"settings.reset"_s);
    Style::setVariant(m_reset, Style::Variant::Link);
    m_right = new QStackedWidget(this);
    m_nothing = new EmptyState(u"search"_s);
    m_nothing->setObjectName(u"settings.noMatch"_s);
    m_right->addWidget(m_nothing);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, Theme::PageMargin, 0);
    head->addWidget(m_heading);
    head->addStretch();
    head->addWidget(m_filter, 1);
    auto *over = new QHBoxLayout;
    over->setContentsMargins(0, 0, Theme::PageMargin, 0);
    over->addWidget(m_sectionTitle, 1);
    over->addWidget(m_reset);
    auto *right = new QVBoxLayout;
    right->setSpacing(Theme::Gap);
    right->addLayout(over);
    right->addWidget(m_right, 1);
    auto *body = new QHBoxLayout;
    body->setSpacing(Theme::WideGap);
    body->addWidget(m_list);
    body->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::WideGap, 0, 0);
    column->setSpacing(12);
    column->addLayout(head);
    column->addLayout(body, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsPage::showSection);
    connect(m_filter, &QLineEdit::textChanged, this, &SettingsPage::search);
    connect(m_reset, &QPushButton::clicked, this, &SettingsPage::resetSection);
    connect(m_nothing->primary(), &QPushButton::clicked, m_filter, &QLineEdit::clear);
}

void SettingsPage::add(SettingsSection *section, const QString &icon)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, Theme::PageMargin, Theme::PageMargin);
    section->setMaximumWidth(LongestLine);
    column->addWidget(section);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_right->addWidget(scroll);
    m_scrolls.append(scroll);
    m_sections.append(section);
    auto *item = new QListWidgetItem(icons::icon(icon), QString(), m_list);
    item->setSizeHint(QSize(ListWidth, Theme::RowHeight));
    connect(section, &SettingsSection::said, this, &Page::said);
    connect(section, &SettingsSection::wished, this, &Page::wished);
}

void SettingsPage::retranslate()
{
    m_heading->setText(title());
    m_filter->setPlaceholderText(tr("Search settings"));
    m_filter->setAccessibleName(tr("Search settings"));
    m_list->setAccessibleName(tr("Sections of the settings"));
    m_reset->setText(tr("Reset This Section"));
    m_nothing->setTexts(tr("No setting matches"), tr("Try another word, or look through the sections."), tr("Clear Filter"));
    for (int i = 0; i < m_sections.size(); ++i) {
        m_list->item(i)->setText(m_sections[i]->title());
        m_list->item(i)->setToolTip(m_sections[i]->title());
    }
    if (SettingsSection *section = current())
        m_sectionTitle->setText(section->title());
    if (!m_filter->text().isEmpty())
        search(m_filter->text()); // the words that it finds have changed
}

SettingsSection *SettingsPage::current() const { return m_sections.value(m_list->currentRow()); }

void SettingsPage::showSection(int row)
{
    SettingsSection *section = m_sections.value(row);
    m_sectionTitle->setVisible(section);
    m_reset->setVisible(section && section->canReset());
    if (!section)
        return m_right->setCurrentWidget(m_nothing);
    m_sectionTitle->setText(section->title());
    m_reset->setAccessibleName(tr("Reset the section %1").arg(section->title()));
    m_right->setCurrentWidget(m_scrolls[row]);
}

void SettingsPage::search(const QString &text)
{
    const QString words = text.trimmed();
    int first = -1;
    for (int i = 0; i < m_sections.size(); ++i) {
        const bool fits = m_sections[i]->applyFilter(words);
        m_list->item(i)->setHidden(!fits);
        if (fits && first < 0)
            first = i;
    }
    const int now = m_list->currentRow();
    if (first < 0)
        m_list->setCurrentRow(-1);
    else if (now < 0 || m_list->item(now)->isHidden())
        m_list->setCurrentRow(first);
}

void SettingsPage::resetSection()
{
    SettingsSection *section = current();
    if (!section || !section->canReset())
        return;
    const std::function<void()> undo = section->reset();
    emit said({Message::Level::Success, tr("The section “%1” has its original values again.").arg(section->title()), tr("Undo"), undo, Message::UndoMs});
}

void SettingsPage::refresh()
{
    if (SettingsSection *section = current())
        section->refresh();
}

QWidget *SettingsPage::filterField() const { return m_filter; }

void SettingsPage::focusOn(const QString &id)
{
    m_filter->clear();
    for (int i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i]->id() == id)
            m_list->setCurrentRow(i);
    }
}

QStringList SettingsPage::sections() const
{
    QStringList ids;
    for (const SettingsSection *section : m_sections)
        ids.append(section->id());
    return ids;
}

QString SettingsPage::currentSection() const { return current() ? current()->id() : QString(); }

} // namespace understudy
