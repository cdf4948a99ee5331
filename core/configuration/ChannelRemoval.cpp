// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/ChannelRemoval.h"

namespace understudy {

std::optional<ChannelRemoval> planRemoval(const Configuration &configuration, QStringView channel)
{
    const Channel *found = configuration.channel(channel);
    if (!found)
        return std::nullopt;
    ChannelRemoval removal{*found, {}};
    for (const GatewayKey &key : configuration.keys) {
        ChainChange change{key.id, key.name, key.chain, key.chain};
        change.after.removeIf([&](const Candidate &candidate) { return candidate.channel == channel; });
        if (change.after.size() != change.before.size())
            removal.chains.append(change);
    }
    return removal;
}

Configuration withoutChannel(Configuration configuration, const ChannelRemoval &removal)
{
    const QString &id = removal.channel.id;
    configuration.channels.removeIf([&](const Channel &channel) { return channel.id == id; });
    for (GatewayKey &key : configuration.keys)
        key.chain.removeIf([&](const Candidate &candidate) { return candidate.channel == id; });
    return configuration;
}

Configuration withChannelBack(Configuration configuration, const ChannelRemoval &removal)
{
    if (!configuration.channel(removal.channel.id))
        configuration.channels.append(removal.channel);
    for (GatewayKey &key : configuration.keys) {
        for (const ChainChange &change : removal.chains) {
            if (change.keyId != key.id)
                continue;
            if (key.chain == change.after) {
                key.chain = change.before;
                continue;
            }
            for (qsizetype place = 0; place < change.before.size(); ++place) {
                const Candidate &candidate = change.before[place];
                if (candidate.channel == removal.channel.id && !key.chain.contains(candidate))
                    key.chain.insert(std::min(place, key.chain.size()), candidate);
            }
        }
    }
    return configuration;
}

} // namespace understudy
