// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/AboutSection.h"

#include "theme/Icons.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/Language.h"

#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

// Q_INIT_RESOURCE must stand outside of namespaces.
static void takeIn() { Q_INIT_RESOURCE(licences); }

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarkSize = 48;
constexpr int TextHeight = 300;
constexpr QMargins CardMargins(14, 12, 14, 12);

} // namespace

AboutSection::AboutSection(QWidget *parent) : SettingsSection(u"about"_s, parent)
{
    auto *head = new QWidget;
    auto *mark = new QLabel(head);
    mark->setPixmap(icons::program().pixmap(QSize(MarkSize, MarkSize), devicePixelRatioF()));
    auto *name = new QLabel(u"Understudy"_s, head);
    name->setFont(Theme::heading());
    m_version = settingsText(head, true);
    m_purpose = settingsText(head);
    auto *texts = new QVBoxLayout;
    texts->addWidget(name);
    texts->addWidget(m_version);
    texts->addWidget(m_purpose);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(CardMargins);
    row->setSpacing(Theme::WideGap);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    addGroup()->add(head);

    auto *licences = new QWidget;
    m_own = settingsText(licences);
    m_parts = settingsText(licences);
    m_show = new QPushButton(licences);
    m_show->setObjectName(u"settings.about.licence"_s);
    Style::setVariant(m_show, Style::Variant::Link);
    m_text = new QPlainTextEdit(licences);
    m_text->setObjectName(u"settings.about.text"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(Theme::monospace());
    m_text->setFixedHeight(TextHeight);
    m_text->hide();
    auto *column = new QVBoxLayout(licences);
    column->setContentsMargins(CardMargins);
    column->addWidget(m_own);
    column->addWidget(m_show, 0, Qt::AlignLeft);
    column->addWidget(m_text);
    column->addWidget(m_parts);
    m_licences = addGroup();
    m_licences->add(licences);
    this->column()->addStretch();
    connect(m_show, &QPushButton::clicked, this, &AboutSection::toggleText);
    followLanguage(this, [this] { retranslate(); });
}

void AboutSection::toggleText()
{
    if (m_text->toPlainText().isEmpty()) {
        takeIn();
        QFile file(u":/understudy/licences/gpl-3.0.txt"_s);
        if (file.open(QIODevice::ReadOnly))
            m_text->setPlainText(QString::fromUtf8(file.readAll()));
    }
    m_text->setVisible(m_text->isHidden());
    retranslate();
}

void AboutSection::retranslate()
{
    setGroupTitle(m_licences, tr("Licences"));
    m_version->setText(tr("Version %1 · Qt %2 · %3").arg(QStringLiteral(UNDERSTUDY_VERSION), QString::fromLatin1(qVersion()), QSysInfo::prettyProductName()));
    m_purpose->setText(tr("Keeps an application answering when a model provider fails. Everything stays on this computer."));
    m_own->setText(tr("Free software under the GNU General Public License, version 3 or later, without any warranty."));
    m_show->setText(m_text->isHidden() ? tr("Show the GNU General Public License") : tr("Hide the GNU General Public License"));
    m_text->setAccessibleName(tr("The GNU General Public License, version 3"));
    m_parts->setText(tr("Made with:") + u"\n"_s + tr("• Qt Core, Gui, Widgets, Network, Sql: LGPL-3 or GPL-2 and later; used as shared libraries") + u"\n"_s
                     + tr("• Qt Charts and Qt HTTP Server: GPL-3") + u"\n"_s + tr("• QtKeychain: BSD, 3 clauses") + u"\n"_s + tr("• libsodium: ISC") + u"\n"_s
                     + tr("• SQLite, in Qt's driver: public domain") + u"\n\n"_s + tr("The names of providers and models belong to their owners."));
}

} // namespace understudy
