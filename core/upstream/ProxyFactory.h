// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Channel.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QNetworkProxyFactory>

namespace understudy {

/// The proxy of one ProxyChoice. Where no proxy is to be used it answers "DefaultProxy" instead of "NoProxy": that makes
/// QNetworkAccessManager open a buffered socket, else it makes one system call for every byte of an answer's head (QT-NOTES
/// §3.4). The program sets no application proxy, so DefaultProxy means none.
class ProxyFactory final : public QNetworkProxyFactory {
public:
    explicit ProxyFactory(const ProxyChoice &choice);
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    struct Known {
        QList<QNetworkProxy> proxies;
        QDeadlineTimer until;
    };
    ProxyChoice m_choice;
    QHash<QString, Known> m_system; ///< by scheme and host: asking the system may be slow, and it is asked for every request
};

} // namespace understudy
