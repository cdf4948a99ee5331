// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Configuration.h"
#include "pages/settings/SettingsPlatform.h"
#include "pages/settings/SettingsSection.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace understudy {

class Console;
class LinesEdit;
class Preferences;

/// Where the gateway listens, who may call it, when it starts, and its limits. What is written holds when the reply says so; a
/// refused value comes back to what is stored, with the reason below the row.
class GatewaySection final : public SettingsSection {
    Q_OBJECT

public:
    GatewaySection(Console &console, Preferences &preferences, const SettingsPlatform &platform, QWidget *parent = nullptr);

    QString title() const override { return tr("Gateway"); }
    bool canReset() const override { return true; }
    std::function<void()> reset() override; ///< but for starting at login, which is the desktop's
    void refresh() override;

private:
    enum Reach { ThisComputer, Network, Other };
    struct Limit {
        QSpinBox *box;
        SettingRow *row;
        std::function<qint64(const EndpointLimits &)> get;
        std::function<void(EndpointLimits &, qint64)> set;
        qint64 unit; ///< of the stored number in one step of the box
    };

    QWidget *buildPort();
    void addLimits(SettingsGroup *group);
    void retranslate();
    void retranslateLimits();
    void follow();
    void chooseReach();
    void listenOn(const QString &address);
    QString portProblem(const QString &text) const;
    void applyPort();
    void moveToFreePort();
    void applyLines(SettingRow *row, const QStringList &lines, bool hosts);
    void apply(SettingRow *row, std::function<void(Settings &)> edit);
    void toggleLogin(bool on);
    const Settings &stored() const;

    Console &m_console;
    Preferences &m_preferences;
    SettingsPlatform m_platform;
    QComboBox *m_reach;
    QLineEdit *m_port;
    QPushButton *m_nextPort;
    LinesEdit *m_hosts;
    LinesEdit *m_origins;
    QCheckBox *m_withProgram;
    QCheckBox *m_atLogin = nullptr;
    QList<Limit> m_limits;
    SettingRow *m_reachRow;
    SettingRow *m_portRow;
    SettingRow *m_withProgramRow;
    SettingRow *m_atLoginRow = nullptr;
    SettingRow *m_hostsRow;
    SettingRow *m_originsRow;
};

} // namespace understudy
