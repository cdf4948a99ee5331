// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/Breaker.h"

namespace understudy {

void OfflineDetector::noteUnreachable(const QString &host, bool loopback, Milliseconds now)
{
    if (loopback) // a local runtime that is not running says nothing about the network
        return;
    if (host.compare(m_secondHost, Qt::CaseInsensitive) != 0 || m_secondAt < Milliseconds::zero()) {
        m_firstHost = m_secondHost;
        m_firstAt = m_secondAt;
        m_secondHost = host;
    }
    m_secondAt = now;
}

void OfflineDetector::noteReached(Milliseconds)
{
    *this = OfflineDetector();
}

bool OfflineDetector::offline(Milliseconds now) const
{
    return m_firstAt >= Milliseconds::zero() && now - m_firstAt <= Window;
}

} // namespace understudy
