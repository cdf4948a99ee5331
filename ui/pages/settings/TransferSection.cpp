// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/TransferSection.h"

#include "theme/Icons.h"
#include "widgets/Language.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

TransferSection::TransferSection(QWidget *parent)
    : SettingsSection(u"transfer"_s, parent), m_import(new QPushButton(icons::icon(u"upload"_s), QString())), m_export(new QPushButton(icons::icon(u"download"_s), QString()))
{
    m_import->setObjectName(u"settings.transfer.import"_s);
    m_export->setObjectName(u"settings.transfer.export"_s);
    SettingsGroup *group = addGroup();
    m_importRow = group->add(m_import);
    m_exportRow = group->add(m_export);
    column()->addStretch();
    connect(m_import, &QPushButton::clicked, this, [this] { emit wished(Wish::make(Wish::What::Import)); });
    connect(m_export, &QPushButton::clicked, this, [this] { emit wished(Wish::make(Wish::What::Export)); });
    followLanguage(this, [this] {
        m_import->setText(tr("Import…"));
        m_export->setText(tr("Export…"));
        m_importRow->setTexts(tr("Import a configuration"), tr("From a file or pasted text. You see every change first, and can undo it."));
        m_exportRow->setTexts(tr("Export the configuration"), tr("Providers, channels, keys and settings in one file; secrets left out, or sealed with a passphrase."));
    });
}

} // namespace understudy
