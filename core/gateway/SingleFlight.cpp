// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/SingleFlight.h"

#include <QMutexLocker>

namespace understudy {

bool SingleFlight::join(const QByteArray &key, FlightMember *member)
{
    const QMutexLocker lock(&m_mutex);
    Flight &flight = m_flights[key];
    if (!flight.leader) {
        flight.leader = member;
        return true;
    }
    flight.followers.append(member);
    return false;
}

void SingleFlight::land(const QByteArray &key, FlightMember *leader, std::shared_ptr<const FlightResult> result)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_flights.constFind(key);
    if (found == m_flights.cend() || found->leader != leader)
        return;
    // Posted under the mutex: a follower that is about to be destroyed waits here in `leave`, and its destructor drops
    // what was posted.
    for (FlightMember *follower : found->followers)
        QMetaObject::invokeMethod(follower, [follower, result] { follower->flightLanded(result); }, Qt::QueuedConnection);
    m_flights.erase(found);
}

bool SingleFlight::leaderLosesClient(const QByteArray &key, FlightMember *leader)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_flights.find(key);
    if (found == m_flights.end() || found->leader != leader)
        return false;
    if (found->followers.isEmpty()) {
        m_flights.erase(found);
        return false;
    }
    found->leaderHasClient = false;
    return true;
}

void SingleFlight::leave(const QByteArray &key, FlightMember *follower)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_flights.find(key);
    if (found == m_flights.end() || !found->followers.removeOne(follower))
        return;
    if (found->followers.isEmpty() && !found->leaderHasClient) {
        FlightMember *leader = found->leader;
        m_flights.erase(found); // a new request starts afresh
        QMetaObject::invokeMethod(leader, [leader] { leader->flightAbandoned(); }, Qt::QueuedConnection);
    }
}

} // namespace understudy
