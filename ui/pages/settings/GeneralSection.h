// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/settings/SettingsSection.h"

class QCheckBox;
class QComboBox;
class QTimeEdit;

namespace understudy {

class Preferences;
template<typename T>
struct Preference;

/// Language, appearance, start, closing, notifications. All of it is kept in Preferences; the shell follows Preferences::changed.
class GeneralSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit GeneralSection(Preferences &preferences, QWidget *parent = nullptr);

    QString title() const override { return tr("General"); }
    bool canReset() const override { return true; }
    std::function<void()> reset() override;

private:
    QTimeEdit *time(const Preference<QString> &preference);
    void retranslate();
    void follow();

    Preferences &m_preferences;
    QComboBox *m_language;
    QComboBox *m_theme;
    QComboBox *m_start;
    QComboBox *m_close;
    QComboBox *m_notify;
    QCheckBox *m_quiet;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    SettingRow *m_languageRow;
    SettingRow *m_themeRow;
    SettingRow *m_startRow;
    SettingRow *m_closeRow;
    SettingRow *m_notifyRow;
    SettingRow *m_quietRow;
    SettingRow *m_fromRow;
    SettingRow *m_toRow;
};

} // namespace understudy
