// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace understudy {

/// "Is it me or them?": whose fault it is that providers cannot be reached.
enum class NetworkBlame {
    Fine,     ///< nothing failed lately
    Provider, ///< one fails while this machine's side shows nothing wrong
    // Our side: no provider is blamed, no breaker opens.
    Offline,
    CaptivePortal, ///< the network answers in the providers' place and wants a login
    ProxyChanged,  ///< the system's proxy is another one than when it worked
    JustWoke,      ///< the machine has slept; connections are dead and the network is not back yet
};
inline constexpr int NetworkBlameCount = int(NetworkBlame::JustWoke) + 1;

QLatin1StringView word(NetworkBlame blame); ///< "fine", "provider", "offline", "captive_portal", "proxy_changed", "just_woke"
std::optional<NetworkBlame> networkBlameFromWord(QStringView text);
inline bool isOurSide(NetworkBlame blame) { return blame > NetworkBlame::Provider; }

/// One thing that was seen and speaks for a verdict.
struct NetworkSign {
    enum class Kind {
        NoInterface,      ///< no network interface but loopback is up
        HostsUnreachable, ///< `hosts` cannot be reached
        NamesNotFound,    ///< no name of `hosts` is found
        WebPages,         ///< `hosts` answered with web pages where JSON is due
        Redirects,        ///< `hosts` answered with redirects
        ProxyDiffers,
        Slept,            ///< for `duration`, until the verdict's `since`
        OthersAnswer,     ///< providers other than `hosts` answered meanwhile
    };
    Kind kind = Kind::HostsUnreachable;
    QStringList hosts;
    Milliseconds duration{0};
    bool operator==(const NetworkSign &) const = default;
};
inline constexpr int NetworkSignCount = int(NetworkSign::Kind::OthersAnswer) + 1;
QLatin1StringView word(NetworkSign::Kind kind);
std::optional<NetworkSign::Kind> networkSignFromWord(QStringView text);

struct NetworkTrouble {
    NetworkBlame blame = NetworkBlame::Fine;
    std::optional<WallTime> since; ///< absent when Fine
    QList<NetworkSign> signs;
    bool operator==(const NetworkTrouble &) const = default;
};

/// In English, for command line and clients: a sentence each. Empty for Fine.
QString englishText(NetworkBlame blame); ///< what is so, and what to do
QString englishText(const NetworkSign &sign);
/// Of an attempt that failed for it: "this machine was offline, so the channel is not blamed". Empty when it is not our side.
QString englishAttemptText(NetworkBlame blame);

} // namespace understudy
