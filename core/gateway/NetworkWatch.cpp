// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/NetworkWatch.h"

#include <QMutexLocker>

namespace understudy {

NetworkWatch::NetworkWatch(NetworkSources sources)
    : m_sources(std::move(sources)), m_sleptBefore(m_sources.slept ? m_sources.slept() : Milliseconds{0})
{
}

void NetworkWatch::begin() { lookAtProxy(true); }

void NetworkWatch::noteSign(const QString &host, HostSign sign, Milliseconds now)
{
    if (!take(host.toLower(), sign, now))
        return;
    if (!m_sources.elsewhere)
        return lookAtProxy(false);
    m_sources.elsewhere([watch = weak_from_this()] {
        if (const auto self = watch.lock())
            self->lookAtProxy(false);
    });
}

/// Whether the proxy is to be looked at, too: not under the lock, for it may take long.
bool NetworkWatch::take(const QString &host, HostSign sign, Milliseconds now)
{
    const QMutexLocker lock(&m_mutex);
    // A wake that nobody has told of must have been just now, else somebody would have.
    if (m_sources.slept) {
        if (const Milliseconds slept = m_sources.slept(); slept - m_sleptBefore >= ShortestSleep) {
            m_evidence.wokeAt = now;
            m_evidence.slept = slept - std::exchange(m_sleptBefore, slept);
        }
    }
    if (sign == HostSign::Lost && (!m_evidence.wokeAt || now - *m_evidence.wokeAt > WakeGrace))
        return false;
    auto &hosts = m_evidence.hosts;
    hosts.removeIf([&](const HostEvidence &one) { return one.host == host; });
    if (hosts.size() >= MostHosts)
        hosts.removeFirst();
    hosts.append({host, sign, now});
    m_trouble.store(true, std::memory_order_release);
    if (m_lookedAt && now - *m_lookedAt < LookEvery)
        return false;
    m_lookedAt = now;
    if (m_sources.interfaceUp)
        m_evidence.interfaceUp = m_sources.interfaceUp();
    return m_sources.proxy && !std::exchange(m_lookingAtProxy, true);
}

void NetworkWatch::lookAtProxy(bool asReference)
{
    if (!m_sources.proxy)
        return;
    const auto look = [self = shared_from_this(), asReference] {
        const QByteArray proxy = self->m_sources.proxy();
        const QMutexLocker lock(&self->m_mutex);
        if (asReference || !self->m_proxy)
            self->m_proxy = proxy;
        self->m_evidence.proxyDiffers = proxy != *self->m_proxy;
        self->m_lookingAtProxy = false;
    };
    if (asReference && m_sources.elsewhere)
        m_sources.elsewhere(look);
    else
        look();
}

void NetworkWatch::refute(bool itself, Milliseconds now)
{
    bool proxyProven = false;
    {
        const QMutexLocker lock(&m_mutex);
        auto &hosts = m_evidence.hosts;
        if (itself) {
            proxyProven = m_evidence.proxyDiffers;
            m_evidence.reachedAt = now;
            hosts.clear();
            m_doubts.clear();
        } else {
            hosts.removeIf([](const HostEvidence &one) { return one.sign != HostSign::WebPage && one.sign != HostSign::Redirect; });
        }
        m_evidence.interfaceUp.reset();
        m_lookedAt.reset();
        m_verdict = judgeNetwork(m_evidence, m_verdict, now);
        m_trouble.store(!hosts.isEmpty(), std::memory_order_release);
    }
    if (proxyProven) // the new proxy works: it is the one to compare with
        lookAtProxy(true);
}

void NetworkWatch::noteCounted(std::function<void()> takeBack, Milliseconds at)
{
    const QMutexLocker lock(&m_mutex);
    if (m_doubts.size() >= MostDoubts)
        m_doubts.removeFirst();
    m_doubts.append({std::move(takeBack), at});
}

void NetworkWatch::noteWoke(Milliseconds slept, Milliseconds now)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_evidence.wokeAt || now - *m_evidence.wokeAt > SameWake) { // else a call that failed was quicker
        m_evidence.wokeAt = now;
        m_evidence.slept = slept;
    }
    if (m_sources.slept)
        m_sleptBefore = m_sources.slept();
}

NetworkVerdict NetworkWatch::verdict(Milliseconds now)
{
    NetworkVerdict said;
    QList<Doubt> cleared;
    {
        const QMutexLocker lock(&m_mutex);
        m_verdict = judgeNetwork(m_evidence, m_verdict, now);
        if (m_verdict.blame == NetworkBlame::Fine) { // all has faded
            m_evidence.hosts.clear();
            m_doubts.clear();
            m_trouble.store(false, std::memory_order_release);
        } else if (isOurSide(m_verdict.blame)) {
            cleared = std::exchange(m_doubts, {});
        }
        said = m_verdict;
    }
    for (const Doubt &doubt : std::as_const(cleared)) {
        if (now - doubt.at <= SignsFade)
            doubt.takeBack();
    }
    return said;
}

} // namespace understudy
