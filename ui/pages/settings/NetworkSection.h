// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Channel.h"
#include "pages/settings/SettingsSection.h"

namespace understudy {

class Console;

/// Which way calls to providers take: the system's proxy, unless a channel says otherwise. Nothing to switch here.
class NetworkSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit NetworkSection(Console &console, QWidget *parent = nullptr);

    QString title() const override { return tr("Network"); }
    QString searchWords() const override { return title() + u' ' + tr("proxy, http_proxy, https_proxy, no_proxy"); }

private:
    void follow();
    void retranslate();
    static QString proxyText(const ProxyChoice &proxy);

    Console &m_console;
    QLabel *m_words;
    QLabel *m_environment;
    QWidget *m_channels;
    QVBoxLayout *m_channelRows;
    QLabel *m_none;
    SettingsGroup *m_system;
    SettingsGroup *m_own;
};

/// A proxy's address without user and password; empty for an unset variable, and for what is no address.
QString proxyForPeople(const QString &variable);

} // namespace understudy
