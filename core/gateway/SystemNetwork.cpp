// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/SystemNetwork.h"

#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QThreadPool>

#ifdef Q_OS_LINUX
#include <time.h>
#endif

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

bool interfaceUp()
{
    const QList<QNetworkInterface> all = QNetworkInterface::allInterfaces();
    return std::any_of(all.begin(), all.end(), [](const QNetworkInterface &one) {
        const QNetworkInterface::InterfaceFlags flags = one.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning) || flags.testFlag(QNetworkInterface::IsLoopBack))
            return false;
        const QList<QNetworkAddressEntry> addresses = one.addressEntries();
        // A link-local address is what an interface has that got none.
        return std::any_of(addresses.begin(), addresses.end(), [](const QNetworkAddressEntry &entry) { return !entry.ip().isLinkLocal(); });
    });
}

/// Where the system sends a call to a usual provider. The user's name and password are no part of it.
QByteArray systemProxy()
{
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(QUrl(u"https://api.openai.com/v1"_s)));
    QByteArray text;
    for (const QNetworkProxy &proxy : proxies)
        text += QByteArray::number(int(proxy.type())) + ' ' + proxy.hostName().toUtf8() + ':' + QByteArray::number(proxy.port()) + '\n';
    return text;
}

#ifdef Q_OS_LINUX
std::chrono::nanoseconds read(clockid_t clock)
{
    timespec time{};
    if (clock_gettime(clock, &time) != 0)
        return {};
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}
#endif

} // namespace

Milliseconds systemSlept()
{
#ifdef Q_OS_LINUX
    // Of the two only the boot clock goes on in sleep.
    const std::chrono::nanoseconds awake = read(CLOCK_MONOTONIC);
    return std::chrono::duration_cast<Milliseconds>(read(CLOCK_BOOTTIME) - awake);
#else
    return Milliseconds{0};
#endif
}

NetworkSources systemNetwork()
{
    return {interfaceUp, systemProxy, systemSlept, [](std::function<void()> work) { QThreadPool::globalInstance()->start(std::move(work)); }};
}

} // namespace understudy
