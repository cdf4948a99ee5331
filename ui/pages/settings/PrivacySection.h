// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/settings/SettingsSection.h"

class QPushButton;

namespace understudy {

class Console;
class ElidedLabel;

/// Which keys record contents, and where everything is kept.
class PrivacySection final : public SettingsSection {
    Q_OBJECT

public:
    explicit PrivacySection(Console &console, QWidget *parent = nullptr);

    QString title() const override { return tr("Privacy and logs"); }
    QString searchWords() const override { return title() + u' ' + tr("content recording, data folder, telemetry"); }

private:
    void retranslate();
    void follow();
    void stopRecording(const QString &keyId);

    Console &m_console;
    QLabel *m_promise;
    QWidget *m_keys;
    QVBoxLayout *m_keyRows;
    QLabel *m_none;
    QLabel *m_problem;
    ElidedLabel *m_folder;
    QPushButton *m_open;
    SettingRow *m_folderRow;
    SettingsGroup *m_recording;
    SettingsGroup *m_data;
    QStringList m_shown; ///< "id name" of the keys in the list
};

} // namespace understudy
