// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/NetworkTrouble.h"

namespace understudy {

/// What the last failed call to a host showed of the network.
enum class HostSign {
    NameNotFound,
    Unreachable,
    ConnectTimeout,
    ProxyFailed,
    WebPage,  ///< with success, where JSON is due
    Redirect,
    Lost,     ///< a connection that went silent or closed: tells something only after sleep
};

struct HostEvidence {
    QString host; ///< in lower case; never loopback
    HostSign sign = HostSign::Unreachable;
    Milliseconds at{0};
    bool operator==(const HostEvidence &) const = default;
};

/// All that the verdict depends on. No clock, no network. Times are of one monotonic clock.
struct NetworkEvidence {
    QList<HostEvidence> hosts; ///< the last sign of each, as far as no answer has refuted it
    std::optional<Milliseconds> reachedAt; ///< a provider's own answer came
    std::optional<bool> interfaceUp;       ///< any but loopback; absent: not known
    bool proxyDiffers = false;             ///< from the one with which an answer came
    std::optional<Milliseconds> wokeAt;
    Milliseconds slept{0};
};

struct NetworkVerdict {
    NetworkBlame blame = NetworkBlame::Fine;
    Milliseconds since{0};
    QList<NetworkSign> signs;
    bool operator==(const NetworkVerdict &) const = default;
};

inline constexpr Milliseconds OfflineWindow{5000};  ///< two hosts fail within it (SEMANTICS §5)
inline constexpr Milliseconds PortalWindow{30000};  ///< two hosts answer alike within it
inline constexpr Milliseconds WakeGrace{15000};     ///< a network takes that long to come back
inline constexpr Milliseconds SignsFade{60000};     ///< without a new sign nothing is known any more

/// The first that holds: just woke (a sign within the grace) · no interface and a host not reached · another proxy and any sign ·
/// two hosts with web pages, or two with redirects · two hosts not reached. What was blamed on our side before (`before`) stays
/// so until its signs are refuted or fade, so that a verdict does not flicker. Else the provider's, or fine without a sign.
NetworkVerdict judgeNetwork(const NetworkEvidence &evidence, const NetworkVerdict &before, Milliseconds now);

} // namespace understudy
