// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/settings/SettingsSection.h"

class QPushButton;
class QSpinBox;

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
    void buildLog();
    void askPolicy();
    void storePolicy();
    void clearLog();
    void showEvent(QShowEvent *event) override;

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
    SettingsGroup *m_log;
    QSpinBox *m_keepDays;
    QSpinBox *m_keepContent;
    QSpinBox *m_keepSize;
    SettingRow *m_daysRow;
    SettingRow *m_contentRow;
    SettingRow *m_sizeRow;
    SettingRow *m_clearRow;
    QPushButton *m_clear;
    bool m_policyKnown = false;
    QStringList m_shown; ///< "id name" of the keys in the list
};

} // namespace understudy
