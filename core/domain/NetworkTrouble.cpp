// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/NetworkTrouble.h"

#include <algorithm>
#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array blames{"fine"_L1, "provider"_L1, "offline"_L1, "captive_portal"_L1, "proxy_changed"_L1, "just_woke"_L1};
static_assert(blames.size() == NetworkBlameCount);
constexpr std::array signs{"no_interface"_L1, "hosts_unreachable"_L1, "names_not_found"_L1, "web_pages"_L1,
                           "redirects"_L1,    "proxy_differs"_L1,     "slept"_L1,           "others_answer"_L1};
static_assert(signs.size() == NetworkSignCount);

template<typename Enum, size_t N>
std::optional<Enum> find(const std::array<QLatin1StringView, N> &words, QStringView text)
{
    const auto found = std::find(words.begin(), words.end(), text);
    return found == words.end() ? std::nullopt : std::optional(Enum(found - words.begin()));
}

} // namespace

QLatin1StringView word(NetworkBlame blame) { return blames[size_t(blame)]; }
QLatin1StringView word(NetworkSign::Kind kind) { return signs[size_t(kind)]; }
std::optional<NetworkBlame> networkBlameFromWord(QStringView text) { return find<NetworkBlame>(blames, text); }
std::optional<NetworkSign::Kind> networkSignFromWord(QStringView text) { return find<NetworkSign::Kind>(signs, text); }

QString englishText(NetworkBlame blame)
{
    switch (blame) {
    case NetworkBlame::Fine: return {};
    case NetworkBlame::Provider: return u"A provider cannot be reached, and nothing speaks for a fault of this machine."_s;
    case NetworkBlame::Offline: return u"This machine seems to have no network: check its connection first."_s;
    case NetworkBlame::CaptivePortal:
        return u"This network seems to want a login before it lets anything through: open a web page in a browser and log in."_s;
    case NetworkBlame::ProxyChanged:
        return u"The system's proxy has changed, and providers cannot be reached through it: check the proxy settings."_s;
    case NetworkBlame::JustWoke: return u"This machine has just woken from sleep and its network is not back yet: try again in a moment."_s;
    }
    return {};
}

QString englishAttemptText(NetworkBlame blame)
{
    switch (blame) {
    case NetworkBlame::Fine:
    case NetworkBlame::Provider: break;
    case NetworkBlame::Offline: return u"this machine was offline, so the channel is not blamed"_s;
    case NetworkBlame::CaptivePortal: return u"the network wanted a login first, so the channel is not blamed"_s;
    case NetworkBlame::ProxyChanged: return u"the system's proxy had changed, so the channel is not blamed"_s;
    case NetworkBlame::JustWoke: return u"this machine had just woken from sleep, so the channel is not blamed"_s;
    }
    return {};
}

QString englishText(const NetworkSign &sign)
{
    const QString hosts = sign.hosts.join(u", "_s);
    switch (sign.kind) {
    case NetworkSign::Kind::NoInterface: return u"No network interface is up."_s;
    case NetworkSign::Kind::HostsUnreachable: return u"Not reachable: %1."_s.arg(hosts);
    case NetworkSign::Kind::NamesNotFound: return u"No name is found: %1."_s.arg(hosts);
    case NetworkSign::Kind::WebPages: return u"Web pages came in place of answers: %1."_s.arg(hosts);
    case NetworkSign::Kind::Redirects: return u"Redirects came in place of answers: %1."_s.arg(hosts);
    case NetworkSign::Kind::ProxyDiffers: return u"The system's proxy is another one than when providers answered."_s;
    case NetworkSign::Kind::Slept: return u"The machine slept for %1 s."_s.arg(std::chrono::duration_cast<std::chrono::seconds>(sign.duration).count());
    case NetworkSign::Kind::OthersAnswer: return u"Other providers answered meanwhile."_s;
    }
    return {};
}

} // namespace understudy
