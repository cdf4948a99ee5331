// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/HostPolicy.h"

namespace understudy {

namespace {

bool isPort(QByteArrayView text)
{
    return text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isName(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 253 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
    });
}

/// "name:8080" → "name", "[::1]:8080" → "::1"; empty if malformed.
QByteArrayView nameOf(QByteArrayView host, bool &literal6)
{
    literal6 = host.startsWith('[');
    if (literal6) {
        const qsizetype end = host.indexOf(']');
        if (end < 0)
            return {};
        const QByteArrayView rest = host.sliced(end + 1);
        if (!rest.isEmpty() && (rest.front() != ':' || !isPort(rest.sliced(1))))
            return {};
        return host.sliced(1, end - 1);
    }
    const qsizetype colon = host.indexOf(':');
    const QByteArrayView name = colon < 0 ? host : host.first(colon);
    if ((colon >= 0 && !isPort(host.sliced(colon + 1))) || !isName(name))
        return {};
    return name;
}

QHostAddress plain(const QHostAddress &address)
{
    bool mapped = false;
    const quint32 v4 = address.toIPv4Address(&mapped); // also ::ffff:192.0.2.1, as sockets on [::] show it
    if (mapped)
        return QHostAddress(v4);
    QHostAddress copy = address;
    copy.setScopeId(QString());
    return copy;
}

} // namespace

HostPolicy::HostPolicy(const QStringList &allowedHosts, const QStringList &allowedOrigins, QList<QHostAddress> own)
{
    for (const QString &host : allowedHosts)
        m_hosts.append(host.trimmed().toLatin1().toLower());
    for (const QString &origin : allowedOrigins) {
        QByteArray text = origin.trimmed().toLatin1().toLower();
        if (text.endsWith('/'))
            text.chop(1);
        m_origins.append(text);
    }
    for (const QHostAddress &address : own)
        m_own.append(plain(address));
}

HostPolicy::Host HostPolicy::checkHost(QByteArrayView host, const QHostAddress &local) const
{
    if (!m_lastAllowed.isEmpty() && m_lastAllowed == host)
        return Host::Allowed;
    const Host verdict = decide(host, local);
    if (verdict == Host::Allowed)
        m_lastAllowed = host.toByteArray();
    return verdict;
}

HostPolicy::Host HostPolicy::decide(QByteArrayView host, const QHostAddress &local) const
{
    bool literal6 = false;
    const QByteArrayView name = nameOf(host, literal6);
    if (name.isEmpty())
        return Host::Malformed;
    QByteArray lower = name.toByteArray().toLower();
    if (lower.endsWith('.'))
        lower.chop(1);
    if (!literal6 && (lower == "localhost" || m_hosts.contains(lower) || m_hosts.contains(host.toByteArray().toLower())))
        return Host::Allowed;
    QHostAddress address;
    if (!address.setAddress(QString::fromLatin1(lower)))
        return literal6 ? Host::Malformed : Host::Foreign;
    address = plain(address);
    const bool ours = address.isLoopback() || m_own.contains(address) || address == plain(local)
        || m_hosts.contains(lower) || m_hosts.contains(host.toByteArray().toLower());
    return ours && !address.isNull() ? Host::Allowed : Host::Foreign;
}

HostPolicy::Origin HostPolicy::checkOrigin(QByteArrayView origin, QByteArrayView host) const
{
    const qsizetype scheme = origin.indexOf("://");
    if (scheme > 0 && !host.isEmpty() && origin.sliced(scheme + 3).compare(host, Qt::CaseInsensitive) == 0
        && origin.first(scheme).compare("http", Qt::CaseInsensitive) == 0)
        return Origin::Own;
    const QByteArray lower = origin.toByteArray().toLower();
    return m_origins.contains(lower) || m_origins.contains("*") ? Origin::Listed : Origin::Foreign;
}

} // namespace understudy
