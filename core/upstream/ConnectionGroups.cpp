// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/ConnectionGroups.h"

#include <QHostAddress>

#include <algorithm>
#include <numeric>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostNames = 4096;

int letters(const QString &host)
{
    return int(std::count_if(host.begin(), host.end(), [](QChar c) { return c >= u'a' && c <= u'z'; }));
}

int namesFor(const QString &host, bool secure)
{
    if (!secure)
        return MostNames;
    if (!QHostAddress(host).isNull())
        return 1;
    return 1 << std::min(letters(host), 12);
}

} // namespace

ConnectionGroups::Origin &ConnectionGroups::origin(const QUrl &url)
{
    const bool secure = url.scheme() == "https"_L1;
    const QString host = url.host().toLower();
    const QByteArray key = (secure ? "s:" : "p:") + host.toUtf8() + ':' + QByteArray::number(url.port(secure ? 443 : 80));
    std::shared_ptr<Origin> &found = m_origins[key];
    if (!found) {
        found = std::make_shared<Origin>();
        found->host = host;
        found->secure = secure;
        found->names = namesFor(host, secure);
    }
    return *found;
}

void ConnectionGroups::reviveRested(Origin &origin)
{
    for (std::vector<Group> &groups : origin.managers) {
        for (Group &group : groups) {
            if (!group.retired || group.inFlight > 0 || !group.rest.hasExpired())
                continue;
            group.retired = false;
            --origin.retired;
        }
    }
}

std::optional<ConnectionGroups::Place> ConnectionGroups::take(Origin &origin)
{
    if (origin.retired > 0)
        reviveRested(origin);
    if (origin.retired >= MostRetired)
        return std::nullopt;
    for (int manager = 0;; ++manager) {
        if (manager == managers())
            m_load.push_back(0);
        if (m_load[size_t(manager)] >= m_perManager)
            continue;
        if (origin.managers.size() <= size_t(manager))
            origin.managers.resize(size_t(manager) + 1);
        std::vector<Group> &groups = origin.managers[size_t(manager)];
        const auto free = std::find_if(groups.begin(), groups.end(), [&origin](const Group &group) {
            return !group.retired && group.inFlight < origin.capacity;
        });
        const int group = int(free - groups.begin());
        if (group >= origin.names)
            continue;
        if (free == groups.end())
            groups.emplace_back();
        ++groups[size_t(group)].inFlight;
        ++m_load[size_t(manager)];
        return Place{&origin, manager, group};
    }
}

void ConnectionGroups::release(const Place &place)
{
    Group &group = place.origin->managers[size_t(place.manager)][size_t(place.group)];
    --group.inFlight;
    if (group.retired)
        group.rest.setRemainingTime(m_rest);
    --m_load[size_t(place.manager)];
}

void ConnectionGroups::retire(const Place &place)
{
    Group &group = place.origin->managers[size_t(place.manager)][size_t(place.group)];
    place.origin->retired += group.retired ? 0 : 1;
    group.retired = true;
}

QString ConnectionGroups::groupName(const Origin &origin, int group)
{
    if (group == 0)
        return {};
    if (!origin.secure)
        return u"group%1"_s.arg(group);
    QString name = origin.host;
    int bits = group;
    for (QChar &c : name) {
        if (c < u'a' || c > u'z')
            continue;
        if (bits & 1)
            c = c.toUpper();
        bits >>= 1;
    }
    return name;
}

int ConnectionGroups::inFlight() const { return std::accumulate(m_load.begin(), m_load.end(), 0); }

} // namespace understudy
