// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QString>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace understudy {

/// Which of several QNetworkAccessManagers, and which group of connections in it, takes a request, so that no request ever
/// waits behind another: a QNetworkAccessManager opens only six connections to one host, but counts hosts apart that differ
/// in the name to verify (QT-NOTES §3.1). Counts only; opens nothing.
class ConnectionGroups {
public:
    static constexpr int PerGroup = 6;
    static constexpr int PerPollingManager = 48; ///< requests at once, all hosts: keeps the poll() of its thread short (§3.13)
    static constexpr int PerEpollManager = 4096; ///< its thread has our dispatcher: the number does not matter

    static constexpr int MostRetired = 16; ///< groups of one origin at once; who needs more is refused
    static constexpr Milliseconds Rest{180'000}; ///< the library closes what is idle for two minutes

    explicit ConnectionGroups(int perManager = PerPollingManager, Milliseconds rest = Rest) : m_perManager(perManager), m_rest(rest) { }

    struct Group {
        int inFlight = 0;
        bool retired = false; ///< its connections cannot be trusted; nothing new goes there
        QDeadlineTimer rest; ///< of a retired one, since its last request: afterwards its connections are closed
    };
    /// One scheme, host and port.
    struct Origin {
        QString host;
        bool secure = false;
        int names = 1; ///< groups that one manager can have
        int capacity = PerGroup;
        int retired = 0;
        std::vector<std::vector<Group>> managers; ///< [manager][group]
    };
    struct Place {
        Origin *origin = nullptr;
        int manager = 0; ///< up to the number of managers so far: then one more is needed
        int group = 0;
    };

    /// The same object for the same origin, as long as this lives.
    Origin &origin(const QUrl &url);

    /// The first place with room; counts it as in use. Nothing when too many groups of the origin are retired: each keeps
    /// connections open for a while, and a provider that makes one after the other useless could take all there are.
    std::optional<Place> take(Origin &origin);
    void release(const Place &place);

    /// Leaves the place's group alone until all its connections are gone. The place must be in use.
    void retire(const Place &place);

    /// What to give to QNetworkRequest::setPeerVerifyName; empty: leave it. A name host under TLS gets its own name in another
    /// mix of upper and lower case, because it is verified and sent as SNI; an address under TLS has no second name.
    static QString groupName(const Origin &origin, int group);

    int managers() const { return int(m_load.size()); }
    int inFlight() const;

private:
    static void reviveRested(Origin &origin);

    int m_perManager;
    Milliseconds m_rest;
    QHash<QByteArray, std::shared_ptr<Origin>> m_origins;
    std::vector<int> m_load; ///< requests at once, by manager
};

} // namespace understudy
