// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Configuration.h"

#include <optional>

namespace understudy {

/// What the removal of a channel makes of one key's chain.
struct ChainChange {
    QString keyId;
    QString keyName;
    QList<Candidate> before;
    QList<Candidate> after; ///< empty: the key would have no model left, which forbids the removal
    bool operator==(const ChainChange &) const = default;
};

/// A channel that was or shall be removed, with everything that is needed to put it back.
struct ChannelRemoval {
    Channel channel;
    QList<ChainChange> chains; ///< of the keys that call it, in the order of the keys

    bool blocked() const
    {
        return std::any_of(chains.cbegin(), chains.cend(), [](const ChainChange &change) { return change.after.isEmpty(); });
    }
    bool operator==(const ChannelRemoval &) const = default;
};

/// Nothing when there is no such channel.
std::optional<ChannelRemoval> planRemoval(const Configuration &configuration, QStringView channel);

/// Without the channel and its places in all chains. The plan must have been made for this configuration and not be blocked.
Configuration withoutChannel(Configuration configuration, const ChannelRemoval &removal);

/// With the channel and its places back. A chain that was edited in the meantime gets the candidates where they stood, as far as it
/// is long enough; a key that is gone stays gone; a channel that is back already is left as it is.
Configuration withChannelBack(Configuration configuration, const ChannelRemoval &removal);

} // namespace understudy
