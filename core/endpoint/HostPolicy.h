// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QStringList>

namespace understudy {

/// Which names the gateway answers to, and which web pages may talk to it (SEMANTICS §8). Against DNS rebinding: a page of
/// evil.example that resolves to 127.0.0.1 still sends "Host: evil.example". Not thread-safe (it remembers the last Host).
class HostPolicy final {
public:
    enum class Host { Allowed, Malformed, Foreign };
    enum class Origin { Own, Listed, Foreign };

    /// `own`: the bound address and the addresses of this machine.
    HostPolicy(const QStringList &allowedHosts, const QStringList &allowedOrigins, QList<QHostAddress> own);

    /// Allowed: localhost, loopback and own addresses as literals, listed names, each with any port. `local` is the address
    /// at which the connection came in: it is ours, whatever the list says.
    Host checkHost(QByteArrayView host, const QHostAddress &local) const;

    /// Own: the page came from this very host and port.
    Origin checkOrigin(QByteArrayView origin, QByteArrayView host) const;

private:
    Host decide(QByteArrayView host, const QHostAddress &local) const;

    QList<QByteArray> m_hosts;   ///< lower case
    QList<QByteArray> m_origins; ///< lower case, no final slash
    QList<QHostAddress> m_own;
    mutable QByteArray m_lastAllowed;
};

} // namespace understudy
