// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/NetworkWords.h"

#include "words/Quantities.h"

#include <QCoreApplication>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

class Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::words)
};

} // namespace

QString signText(const NetworkSign &sign)
{
    const QString hosts = sign.hosts.join(Say::tr(", ", "between facts"));
    switch (sign.kind) {
    case NetworkSign::Kind::NoInterface: return Say::tr("No network interface is up.");
    case NetworkSign::Kind::HostsUnreachable: return Say::tr("Not reachable: %1.").arg(hosts);
    case NetworkSign::Kind::NamesNotFound: return Say::tr("No name is found: %1.").arg(hosts);
    case NetworkSign::Kind::WebPages: return Say::tr("Web pages came in place of answers: %1.").arg(hosts);
    case NetworkSign::Kind::Redirects: return Say::tr("Redirects came in place of answers: %1.").arg(hosts);
    case NetworkSign::Kind::ProxyDiffers: return Say::tr("The system's proxy is another one than when providers answered.");
    case NetworkSign::Kind::Slept: return Say::tr("The computer slept for %1.").arg(duration(sign.duration.count()));
    case NetworkSign::Kind::OthersAnswer: return Say::tr("Other providers answered meanwhile.");
    }
    return {};
}

QString signsText(const NetworkTrouble &trouble)
{
    QString text;
    for (const NetworkSign &sign : trouble.signs)
        text = text.isEmpty() ? signText(sign) : Say::tr("%1 %2", "two sentences").arg(text, signText(sign));
    return text;
}

QString attemptDetailText(const QString &detail)
{
    const std::optional<NetworkBlame> blame = networkBlameFromWord(detail);
    switch (blame.value_or(NetworkBlame::Fine)) {
    case NetworkBlame::Fine:
    case NetworkBlame::Provider: break;
    case NetworkBlame::Offline: return Say::tr("this computer was offline, so the channel is not blamed");
    case NetworkBlame::CaptivePortal: return Say::tr("the network wanted a login first, so the channel is not blamed");
    case NetworkBlame::ProxyChanged: return Say::tr("the system's proxy had changed, so the channel is not blamed");
    case NetworkBlame::JustWoke: return Say::tr("this computer had just woken from sleep, so the channel is not blamed");
    }
    return detail;
}

} // namespace understudy::words
