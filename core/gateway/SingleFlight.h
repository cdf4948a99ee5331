// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/Endpoint.h"
#include "gateway/ResponseCache.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QObject>

#include <memory>
#include <optional>

namespace understudy {

/// What the leader of a flight came to, for those who waited: a complete answer, or the error that the leader's client got.
struct FlightResult {
    std::shared_ptr<const CachedAnswer> answer;
    std::optional<WholeResponse> error;
    QString errorCode;
};

/// Somebody who waits for a flight. Its functions are called in its own thread, through its event loop.
class FlightMember : public QObject {
public:
    using QObject::QObject;
    virtual void flightLanded(std::shared_ptr<const FlightResult> result) = 0; ///< for followers; once
    virtual void flightAbandoned() = 0; ///< for a leader whose client had left: the last follower left too
};

/// Identical requests in flight share one upstream call (SEMANTICS §6). The first one leads; the others follow and get
/// its result. All functions are thread-safe; every member must leave before it is destroyed.
class SingleFlight final {
public:
    SingleFlight() = default;
    Q_DISABLE_COPY_MOVE(SingleFlight)

    /// True: the member leads the flight of that key. False: it follows one that is under way.
    bool join(const QByteArray &key, FlightMember *member);

    /// The leader's result goes to all followers; the flight is over.
    void land(const QByteArray &key, FlightMember *leader, std::shared_ptr<const FlightResult> result);

    /// The leader's own client has left. True: there are followers, so the call must go on for them.
    bool leaderLosesClient(const QByteArray &key, FlightMember *leader);

    /// A follower leaves before the flight has landed.
    void leave(const QByteArray &key, FlightMember *follower);

private:
    struct Flight {
        FlightMember *leader = nullptr;
        bool leaderHasClient = true;
        QList<FlightMember *> followers;
    };
    QMutex m_mutex; // only requests of keys with the cache on come here
    QHash<QByteArray, Flight> m_flights;
};

} // namespace understudy
