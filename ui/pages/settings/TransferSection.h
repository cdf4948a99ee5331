// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/settings/SettingsSection.h"

class QPushButton;

namespace understudy {

/// The way to the dialogs of import and export.
class TransferSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit TransferSection(QWidget *parent = nullptr);
    QString title() const override { return tr("Import and export"); }

private:
    QPushButton *m_import;
    QPushButton *m_export;
    SettingRow *m_importRow;
    SettingRow *m_exportRow;
};

} // namespace understudy
