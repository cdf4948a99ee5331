// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/settings/SettingsSection.h"

class QPlainTextEdit;
class QPushButton;

namespace understudy {

/// Version and licences. Everything is in the program; nothing here opens the network.
class AboutSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit AboutSection(QWidget *parent = nullptr);

    QString title() const override { return tr("About"); }
    QString searchWords() const override { return title() + u' ' + tr("version, licence, GPL, LGPL, Qt"); }

private:
    void retranslate();
    void toggleText();

    QLabel *m_version;
    QLabel *m_purpose;
    QLabel *m_own;
    QLabel *m_parts;
    QPushButton *m_show;
    QPlainTextEdit *m_text;
    SettingsGroup *m_licences;
};

} // namespace understudy
