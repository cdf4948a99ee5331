// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/settings/SettingsPlatform.h"
#include "widgets/Page.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace understudy {

class Console;
class EmptyState;
class Preferences;
class SettingsSection;

/// All settings: sections at the left, one at a time at the right, a search field over both. Everything holds at once.
///
/// Sections, for focusOn() and Wish::show(PageId::Settings, …): "general", "gateway", "defaults", "secrets", "privacy", "network",
/// "transfer", "deleted", "diagnostics", "about".
class SettingsPage final : public Page {
    Q_OBJECT

public:
    SettingsPage(Console &console, Preferences &preferences, const SettingsPlatform &platform, QWidget *parent = nullptr);

    QString title() const override { return tr("Settings"); }
    void refresh() override;
    QWidget *filterField() const override;
    void focusOn(const QString &section) override;
    QString helpTopic() const override { return QStringLiteral("settings"); }

    QStringList sections() const;
    QString currentSection() const;

private:
    void build();
    void add(SettingsSection *section, const QString &icon);
    void retranslate();
    void showSection(int row);
    void search(const QString &words);
    void resetSection();
    SettingsSection *current() const;

    QList<SettingsSection *> m_sections;
    QLabel *m_heading;
    QLineEdit *m_filter;
    QListWidget *m_list;
    QLabel *m_sectionTitle;
    QPushButton *m_reset;
    QStackedWidget *m_right;
    QList<QScrollArea *> m_scrolls;
    EmptyState *m_nothing;
};

} // namespace understudy
