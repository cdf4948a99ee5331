// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DiagnosticsReport.h"
#include "pages/settings/SettingsPlatform.h"
#include "pages/settings/SettingsSection.h"

#include <optional>

class QGridLayout;
class QPushButton;

namespace understudy {

class Console;

/// Facts for a report, and a self-test. Copied and saved texts are redacted.
class DiagnosticsSection final : public SettingsSection {
    Q_OBJECT

public:
    DiagnosticsSection(Console &console, const SettingsPlatform &platform, QWidget *parent = nullptr);

    QString title() const override { return tr("Diagnostics"); }
    QString searchWords() const override { return title() + u' ' + tr("self-test, version, report, troubleshoot"); }
    void refresh() override;

    QString report() const;
    void saveTo(const QString &file); ///< what Save does after a file was chosen

private:
    void showEvent(QShowEvent *event) override;
    QWidget *buildButtons();
    void retranslate();
    void showFacts();
    void showChecks();
    void runChecks();
    SelfCheck checkGateway() const;
    SelfCheck checkDatabase() const;
    SelfCheck checkFont() const;
    void chooseFile();

    Console &m_console;
    SettingsPlatform m_platform;
    QList<Fact> m_facts;
    std::optional<Error> m_error;
    QList<SelfCheck> m_checks;
    SettingsGroup *m_testGroup;
    SettingsGroup *m_factGroup;
    QLabel *m_testIntro;
    QPushButton *m_run;
    QGridLayout *m_checkGrid;
    QGridLayout *m_factGrid;
    QPushButton *m_copy;
    QPushButton *m_save;
};

} // namespace understudy
