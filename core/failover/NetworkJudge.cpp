// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/NetworkJudge.h"

#include <algorithm>
#include <initializer_list>

namespace understudy {

namespace {

using Kind = NetworkSign::Kind;

/// The hosts of some signs, the latest first.
class Hosts {
public:
    Hosts(const QList<HostEvidence> &all, std::initializer_list<HostSign> wanted)
    {
        std::copy_if(all.begin(), all.end(), std::back_inserter(m_hosts), [&](const HostEvidence &one) {
            return std::find(wanted.begin(), wanted.end(), one.sign) != wanted.end();
        });
        std::stable_sort(m_hosts.begin(), m_hosts.end(), [](const HostEvidence &a, const HostEvidence &b) { return a.at > b.at; });
    }
    bool any() const { return !m_hosts.isEmpty(); }
    bool twoWithin(Milliseconds window) const { return m_hosts.size() >= 2 && m_hosts[0].at - m_hosts[1].at <= window; }
    Milliseconds firstAt() const { return m_hosts.last().at; }
    QStringList names() const
    {
        QStringList all;
        for (const HostEvidence &one : m_hosts)
            all.append(one.host);
        all.sort(); // the order of failures is chance
        return all;
    }
    bool all(HostSign sign) const
    {
        return std::all_of(m_hosts.begin(), m_hosts.end(), [&](const HostEvidence &one) { return one.sign == sign; });
    }

private:
    QList<HostEvidence> m_hosts;
};

QList<NetworkSign> unreached(const Hosts &hosts)
{
    if (!hosts.any())
        return {};
    return {{hosts.all(HostSign::NameNotFound) ? Kind::NamesNotFound : Kind::HostsUnreachable, hosts.names(), {}}};
}

NetworkVerdict verdict(NetworkBlame blame, Milliseconds since, QList<NetworkSign> signs, const NetworkVerdict &before)
{
    return {blame, before.blame == blame ? std::min(before.since, since) : since, std::move(signs)};
}

} // namespace

NetworkVerdict judgeNetwork(const NetworkEvidence &evidence, const NetworkVerdict &before, Milliseconds now)
{
    QList<HostEvidence> fresh;
    std::copy_if(evidence.hosts.begin(), evidence.hosts.end(), std::back_inserter(fresh),
                 [now](const HostEvidence &one) { return now - one.at <= SignsFade; });
    // A verdict of our side keeps what it stands on for as long as anything speaks for it.
    if (!fresh.isEmpty() && isOurSide(before.blame))
        fresh = evidence.hosts;
    if (fresh.isEmpty())
        return {};

    const Hosts notReached(fresh, {HostSign::NameNotFound, HostSign::Unreachable, HostSign::ConnectTimeout});
    if (evidence.wokeAt && now - *evidence.wokeAt <= WakeGrace
        && std::any_of(fresh.begin(), fresh.end(), [&](const HostEvidence &one) { return one.at >= *evidence.wokeAt; }))
        return verdict(NetworkBlame::JustWoke, *evidence.wokeAt, QList<NetworkSign>{{Kind::Slept, {}, evidence.slept}} + unreached(notReached), before);

    const Hosts signs(fresh, {HostSign::NameNotFound, HostSign::Unreachable, HostSign::ConnectTimeout, HostSign::ProxyFailed, HostSign::WebPage,
                              HostSign::Redirect});
    if (!signs.any())
        return {}; // lost connections alone, and the grace is over
    const Hosts connections(fresh, {HostSign::NameNotFound, HostSign::Unreachable, HostSign::ConnectTimeout, HostSign::ProxyFailed});
    if (evidence.interfaceUp == false && connections.any())
        return verdict(NetworkBlame::Offline, connections.firstAt(), QList<NetworkSign>{{Kind::NoInterface, {}, {}}} + unreached(notReached), before);
    if (evidence.proxyDiffers)
        return verdict(NetworkBlame::ProxyChanged, signs.firstAt(), QList<NetworkSign>{{Kind::ProxyDiffers, {}, {}}} + unreached(connections), before);

    const Hosts pages(fresh, {HostSign::WebPage});
    const Hosts redirects(fresh, {HostSign::Redirect});
    const bool stillPortal = before.blame == NetworkBlame::CaptivePortal && (pages.any() || redirects.any());
    if (pages.twoWithin(PortalWindow) || redirects.twoWithin(PortalWindow) || stillPortal) {
        QList<NetworkSign> seen;
        if (pages.any())
            seen.append({Kind::WebPages, pages.names(), {}});
        if (redirects.any())
            seen.append({Kind::Redirects, redirects.names(), {}});
        const Milliseconds since = std::min(pages.any() ? pages.firstAt() : now, redirects.any() ? redirects.firstAt() : now);
        return verdict(NetworkBlame::CaptivePortal, since, seen, before);
    }
    if (notReached.twoWithin(OfflineWindow) || (before.blame == NetworkBlame::Offline && notReached.any()))
        return verdict(NetworkBlame::Offline, notReached.firstAt(), unreached(notReached), before);

    QList<NetworkSign> seen = unreached(connections);
    if (pages.any())
        seen.append({Kind::WebPages, pages.names(), {}});
    if (redirects.any())
        seen.append({Kind::Redirects, redirects.names(), {}});
    if (evidence.reachedAt && now - *evidence.reachedAt <= SignsFade)
        seen.append({Kind::OthersAnswer, signs.names(), {}});
    return verdict(NetworkBlame::Provider, signs.firstAt(), seen, before);
}

} // namespace understudy
