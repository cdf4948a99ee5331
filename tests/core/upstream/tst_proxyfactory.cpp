// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/ProxyFactory.h"

#include <QNetworkProxy>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class TestProxyFactory : public QObject {
    Q_OBJECT

private slots:
    void init();
    void noProxyIsBuffered_data();
    void noProxyIsBuffered();
    void systemProxy();
    void ownProxy_data();
    void ownProxy();
};

void TestProxyFactory::init()
{
    for (const char *name :
         {"http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "all_proxy", "ALL_PROXY"})
        qunsetenv(name);
}

void TestProxyFactory::noProxyIsBuffered_data()
{
    QTest::addColumn<ProxyChoice::Kind>("kind");
    QTest::addRow("trap 3.4: NoProxy makes an unbuffered socket, none chosen") << ProxyChoice::Kind::None;
    QTest::addRow("trap 3.4: NoProxy makes an unbuffered socket, system has none") << ProxyChoice::Kind::System;
}

void TestProxyFactory::noProxyIsBuffered()
{
    QFETCH(ProxyChoice::Kind, kind);
    ProxyFactory factory({kind, {}});
    const QList<QNetworkProxy> proxies = factory.queryProxy(QNetworkProxyQuery(QUrl(u"http://provider.invalid/v1"_s)));
    QCOMPARE(proxies.size(), 1);
    QCOMPARE(proxies.first().type(), QNetworkProxy::DefaultProxy);
}

void TestProxyFactory::systemProxy()
{
    qputenv("http_proxy", "http://proxy.invalid:3128");
    const QNetworkProxyQuery query(QUrl(u"http://provider.invalid/v1"_s));
    ProxyFactory none({ProxyChoice::Kind::None, {}});
    QCOMPARE(none.queryProxy(query).first().type(), QNetworkProxy::DefaultProxy);
    ProxyFactory system({ProxyChoice::Kind::System, {}});
    QCOMPARE(system.queryProxy(query).first().hostName(), u"proxy.invalid"_s);
    QCOMPARE(system.queryProxy(query).first().port(), 3128); // remembered
}

void TestProxyFactory::ownProxy_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QNetworkProxy::ProxyType>("type");
    QTest::addColumn<int>("port");
    QTest::addRow("http") << QUrl(u"http://me:p%40ss@proxy.invalid:3128"_s) << QNetworkProxy::HttpProxy << 3128;
    QTest::addRow("http, usual port") << QUrl(u"http://me:p%40ss@proxy.invalid"_s) << QNetworkProxy::HttpProxy << 8080;
    QTest::addRow("socks5") << QUrl(u"socks5://me:p%40ss@proxy.invalid"_s) << QNetworkProxy::Socks5Proxy << 1080;
}

void TestProxyFactory::ownProxy()
{
    QFETCH(QUrl, url);
    QFETCH(QNetworkProxy::ProxyType, type);
    QFETCH(int, port);
    ProxyFactory factory({ProxyChoice::Kind::Url, url});
    const QList<QNetworkProxy> proxies = factory.queryProxy(QNetworkProxyQuery(QUrl(u"https://provider.invalid/v1"_s)));
    QCOMPARE(proxies.size(), 1);
    QCOMPARE(proxies.first(), QNetworkProxy(type, u"proxy.invalid"_s, quint16(port), u"me"_s, u"p@ss"_s));
}

QTEST_GUILESS_MAIN(TestProxyFactory)
#include "tst_proxyfactory.moc"
