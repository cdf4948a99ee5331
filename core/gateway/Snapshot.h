// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Configuration.h"
#include "failover/ChainPlan.h"
#include "gateway/RuntimeState.h"

#include <QHash>
#include <QSet>
#include <QUrl>

#include <array>
#include <memory>
#include <vector>

namespace understudy {

class Catalogue;

/// Where the answers of a candidate come from.
enum class CandidateSource { Provider, Simulated };

/// One place of a key's chain with everything that a call needs, worked out when the configuration was loaded.
struct RuntimeCandidate {
    ChainEntry entry;
    CandidateSource source = CandidateSource::Provider;
    QString providerId;
    QUrl baseUrl;
    std::array<QUrl, ApiCount> urls;
    HttpHeaders headers; ///< credential and the channel's own headers
    QList<QByteArray> secrets; ///< to scrub from error texts: the credential and the values of the channel's own headers
    ProxyChoice proxy;
    bool http2 = false;
    bool streamOptions = true;
    bool loopback = false; ///< its host is this machine
    ChannelLimits limits;
    QByteArray servedBy; ///< "channel/model" for the header: ASCII, the rest percent-encoded
    std::shared_ptr<CandidateState> state;
    std::shared_ptr<ChannelState> channelState;
};

/// An address range of a key's allowed clients.
struct AddressRange {
    QHostAddress address;
    int prefix = -1; ///< -1: the address alone
    bool contains(const QHostAddress &peer) const;
};

/// A gateway key, ready for use. The secret itself is not in it.
struct RuntimeKey {
    GatewayKey key; ///< without its secret
    std::vector<RuntimeCandidate> candidates; ///< the chain, in order
    QList<ChainEntry> entries;                ///< the same, for the pure planning functions
    Milliseconds attemptTimeout{60000};
    Milliseconds firstOutputTimeout{60000};
    QByteArray chainRevision; ///< changes when the chain does; part of the cache's key
    std::vector<AddressRange> addresses;
    std::shared_ptr<KeyState> state;
    std::shared_ptr<const QSet<QString>> knownModels; ///< every model id of the whole configuration: tells 403 from 404
};

/// The configuration as the shards use it: immutable, shared, swapped as a whole. `build` is the only place that joins
/// configuration, catalogue and runtime state.
struct Snapshot {
    Settings settings;
    bool vaultLocked = false; ///< secrets cannot be read: the endpoint answers 503 vault_locked
    QHash<QByteArray, std::shared_ptr<const RuntimeKey>> keysByHash;
    QByteArray hashKey;        ///< of the keyed hash, new in each process

    /// The key with that secret, or nothing. Compares keyed hashes, so the time tells nothing about any secret.
    std::shared_ptr<const RuntimeKey> find(QByteArrayView secret) const;

    static std::shared_ptr<const Snapshot> build(const Configuration &configuration, const Catalogue &catalogue, RuntimeState &state,
                                                 bool vaultLocked);
};

} // namespace understudy
