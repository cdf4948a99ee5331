// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/NotificationWords.h"

#include "words/LimitWords.h"

#include <QCoreApplication>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NotificationWords)
};

QString nameOf(const QString &channel, const Configuration &configuration)
{
    const Channel *known = configuration.channel(channel);
    return known && !known->name.isEmpty() ? known->name : channel;
}

Wish channelsOf(const QString &channel, const Configuration &configuration)
{
    const Channel *known = configuration.channel(channel);
    return known ? Wish::make(Wish::What::ShowChannels, known->provider) : Wish::show(PageId::Models);
}

NoticeText tripped(const Notice &notice, const Configuration &configuration)
{
    NoticeText words;
    words.title = Words::tr("Channel “%1” is tripped").arg(nameOf(notice.id, configuration));
    words.text = notice.needsAttention
        ? Words::tr("The provider refuses its credential or has no balance left. Backups answer where there are any; look at the channel.")
        : Words::tr("Its calls fail or are limited by the provider. Backups answer where there are any; it is tried again by itself.");
    if (notice.more > 1)
        words.text = Words::tr("It changed its state %n time(s) in the last minutes.", nullptr, notice.more) + u' ' + words.text;
    words.wish = channelsOf(notice.id, configuration);
    return words;
}

NoticeText recovered(const Notice &notice, const Configuration &configuration)
{
    NoticeText words;
    words.title = Words::tr("Channel “%1” works again").arg(nameOf(notice.id, configuration));
    words.text = notice.more > 0 ? Words::tr("It changed its state %n time(s) in the last minutes.", nullptr, notice.more)
                                 : Words::tr("A call through it succeeded. Requests go through it as before.");
    words.wish = channelsOf(notice.id, configuration);
    return words;
}

NoticeText chainFailed(const Notice &notice)
{
    NoticeText words;
    if (notice.more > 1) {
        words.title = Words::tr("Key “%1”: %n more request(s) failed", nullptr, notice.more).arg(notice.name);
        words.wish = Wish::make(Wish::What::ShowLog, notice.id);
    } else {
        words.title = Words::tr("Key “%1”: no model answered").arg(notice.name);
        words.wish = Wish::make(Wish::What::ShowExchange, notice.exchange);
    }
    words.text = Words::tr("Every model of its chain that could be called failed. The request log says why.");
    return words;
}

NoticeText limitText(const Notice &notice, const Configuration &configuration)
{
    const LimitUse &use = *notice.limit;
    const bool reached = notice.kind == Notice::Kind::LimitReached;
    const QString part = QString::number(usedPercent(use));
    const QString text = words::limitText(use);
    if (use.of == LimitUse::Of::Channel) {
        const QString name = nameOf(use.id, configuration);
        return {reached ? Words::tr("Channel “%1”: a limit is used up").arg(name) : Words::tr("Channel “%1”: %2 % of a limit is used").arg(name, part),
                (reached ? Words::tr("%1. The channel is skipped until it is free again; backups answer where there are any.")
                         : Words::tr("%1. The channel is skipped once it is used up; backups answer where there are any.")).arg(text),
                channelsOf(use.id, configuration)};
    }
    const auto key = std::find_if(configuration.keys.begin(), configuration.keys.end(), [&](const GatewayKey &one) { return one.id == use.id; });
    const QString name = key == configuration.keys.end() ? use.id : key->name;
    const bool free = use.kind == LimitKind::FreeTokens;
    return {reached ? Words::tr("Key “%1”: a limit is used up").arg(name) : Words::tr("Key “%1”: %2 % of a limit is used").arg(name, part),
            (reached ? (free ? Words::tr("%1. The built-in models of its call order are skipped from now on.")
                             : Words::tr("%1. Its requests are refused until it is free again; raise the limit if they should go on."))
                     : (free ? Words::tr("%1. The built-in models of its call order are skipped once they are used up.")
                             : Words::tr("%1. Requests with this key are refused once it is used up."))).arg(text),
            Wish::show(PageId::Usage, use.id)};
}

} // namespace

NoticeText noticeText(const Notice &notice, const Configuration &configuration)
{
    const Wish diagnostics = Wish::show(PageId::Settings, u"diagnostics"_s);
    switch (notice.kind) {
    case Notice::Kind::ChannelTripped: return tripped(notice, configuration);
    case Notice::Kind::ChannelRecovered: return recovered(notice, configuration);
    case Notice::Kind::ChainFailed: return chainFailed(notice);
    case Notice::Kind::LimitNear:
    case Notice::Kind::LimitReached: return limitText(notice, configuration);
    case Notice::Kind::GatewayFailed:
        return {Words::tr("The gateway does not run"),
                notice.detail.isEmpty() ? Words::tr("Clients get no answer. Open Understudy to see why.") : notice.detail, diagnostics};
    case Notice::Kind::LedgerFailing:
        return {Words::tr("The request log cannot be written"),
                Words::tr("Requests are still answered; their rows are kept in memory until the database can be written again. Check the disk."), diagnostics};
    case Notice::Kind::LedgerRecovered:
        return {Words::tr("The request log is written again"), Words::tr("What was kept in memory is being written."), Wish::make(Wish::What::ShowLog)};
    }
    return {};
}

} // namespace understudy
