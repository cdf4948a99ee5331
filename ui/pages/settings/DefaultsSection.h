// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/settings/SettingsSection.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace understudy {

class Preferences;

/// What new gateway access keys begin with (preferences/PolicyDefaults.h). Existing keys keep what they have.
class DefaultsSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit DefaultsSection(Preferences &preferences, QWidget *parent = nullptr);

    QString title() const override { return tr("Failover defaults"); }
    bool canReset() const override { return true; }
    std::function<void()> reset() override;

private:
    void build();
    void buildCacheTime();
    void retranslate();
    void follow();
    void showCacheTime();

    Preferences &m_preferences;
    QLabel *m_intro;
    QSpinBox *m_retries;
    QSpinBox *m_timeout;
    QSpinBox *m_firstOutput;
    QSpinBox *m_idle;
    QSpinBox *m_deadline;
    QSpinBox *m_connect;
    QSpinBox *m_backoff;
    QCheckBox *m_cache;
    QComboBox *m_cacheTime;
    QCheckBox *m_breaker;
    QSpinBox *m_failures;
    QSpinBox *m_suspend;
    QCheckBox *m_empty;
    QCheckBox *m_filtered;
    QCheckBox *m_callerFault;
    QList<SettingRow *> m_rows; ///< in the order of the controls above
    SettingsGroup *m_times;
    SettingsGroup *m_caching;
    SettingsGroup *m_breaking;
    SettingsGroup *m_moving;
};

} // namespace understudy
