// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/ProxyFactory.h"

#include <QNetworkProxy>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int SystemAnswerMs = 60000;

QNetworkProxy fromUrl(const QUrl &url)
{
    const bool socks = url.scheme().startsWith("socks"_L1);
    return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                         quint16(url.port(socks ? 1080 : 8080)), url.userName(QUrl::FullyDecoded),
                         url.password(QUrl::FullyDecoded));
}

} // namespace

ProxyFactory::ProxyFactory(const ProxyChoice &choice)
    : m_choice(choice)
{
}

QList<QNetworkProxy> ProxyFactory::queryProxy(const QNetworkProxyQuery &query)
{
    const QList<QNetworkProxy> none {QNetworkProxy(QNetworkProxy::DefaultProxy)};
    if (m_choice.kind == ProxyChoice::Kind::None)
        return none;
    if (m_choice.kind == ProxyChoice::Kind::Url)
        return {fromUrl(m_choice.url)};
    Known &known = m_system[query.protocolTag() + u':' + query.peerHostName()];
    if (known.proxies.isEmpty() || known.until.hasExpired()) {
        known.proxies = systemProxyForQuery(query);
        known.until.setRemainingTime(SystemAnswerMs);
        if (known.proxies.isEmpty() || known.proxies.first().type() == QNetworkProxy::NoProxy)
            known.proxies = none;
    }
    return known.proxies;
}

} // namespace understudy
