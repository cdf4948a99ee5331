// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/Snapshot.h"

#include "catalog/Lookup.h"
#include "gateway/SimulatedTransport.h"
#include "upstream/Addressing.h"

#include <sodium.h>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QByteArray keyedHash(QByteArrayView secret, const QByteArray &key)
{
    QByteArray hash(32, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()),
                       reinterpret_cast<const unsigned char *>(secret.data()), static_cast<unsigned long long>(secret.size()),
                       reinterpret_cast<const unsigned char *>(key.constData()), size_t(key.size()));
    return hash;
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

void addUrls(RuntimeCandidate &candidate)
{
    for (int i = 0; i < ApiCount; ++i)
        candidate.urls[size_t(i)] = endpointUrl(candidate.baseUrl, Api(i));
}

/// Builds the candidates of one configuration.
class Builder {
public:
    Builder(const Configuration &configuration, const Catalogue &catalogue, RuntimeState &state)
        : m_configuration(configuration), m_catalogue(catalogue), m_state(state)
    {
        auto known = std::make_shared<QSet<QString>>();
        for (const Channel &channel : configuration.channels) {
            for (const QString &model : channel.models)
                known->insert(model);
        }
        for (const Model &model : catalogue.builtIn().models)
            known->insert(model.id);
        m_knownModels = std::move(known);
    }

    std::shared_ptr<const RuntimeKey> key(const GatewayKey &source) const
    {
        auto key = std::make_shared<RuntimeKey>();
        key->key = source;
        key->key.secret = Secret();
        key->state = m_state.key(source.id);
        key->knownModels = m_knownModels;
        bool reasoning = false;
        QByteArray revision;
        for (int position = 0; position < source.chain.size(); ++position) {
            RuntimeCandidate candidate = makeCandidate(source.chain[position], position);
            reasoning = reasoning || candidate.entry.type == ModelType::Reasoning;
            revision += candidate.servedBy + '@' + candidate.baseUrl.toEncoded() + '\n';
            key->entries.append(candidate.entry);
            key->candidates.push_back(std::move(candidate));
        }
        key->attemptTimeout = source.policy.attemptTimeout(reasoning);
        key->firstOutputTimeout = source.policy.firstOutputTimeout.value_or(key->attemptTimeout);
        key->chainRevision = revision;
        for (const QString &text : source.limits.addresses) {
            if (const auto parsed = QHostAddress::parseSubnet(text); !parsed.first.isNull() && text.contains(u'/'))
                key->addresses.push_back({parsed.first, parsed.second});
            else
                key->addresses.push_back({QHostAddress(text), -1});
        }
        return key;
    }

private:
    RuntimeCandidate makeCandidate(const Candidate &source, int position) const
    {
        RuntimeCandidate candidate;
        candidate.entry.position = position;
        candidate.entry.channel = source.channel;
        candidate.entry.model = source.model;
        candidate.state = m_state.candidate(source.channel, source.model);
        candidate.channelState = m_state.channel(source.channel);
        candidate.servedBy = QUrl::toPercentEncoding(source.channel + u'/' + source.model, "/:@!$&'()*+,;=-._~");
        const auto resolved = resolveCandidate(m_configuration, m_catalogue, source);
        if (!resolved) {
            candidate.entry.paused = true; // a checked configuration has none of these
            return candidate;
        }
        candidate.providerId = resolved->provider->id;
        candidate.entry.type = resolved->model.type;
        candidate.entry.context = resolved->model.context;
        candidate.entry.builtIn = resolved->builtIn;
        candidate.source = resolved->provider->origin == ProviderOrigin::BuiltIn ? CandidateSource::Simulated : CandidateSource::Provider;
        candidate.baseUrl = candidate.source == CandidateSource::Simulated ? SimulatedTransport::baseUrl() : resolved->provider->baseUrl;
        candidate.http2 = resolved->provider->dialect.http2;
        candidate.streamOptions = resolved->provider->dialect.streamOptions;
        candidate.loopback = isLoopback(candidate.baseUrl);
        addUrls(candidate);
        if (resolved->channel)
            addChannel(candidate, *resolved->channel, resolved->provider->dialect);
        return candidate;
    }

    static void addChannel(RuntimeCandidate &candidate, const Channel &channel, const Dialect &dialect)
    {
        candidate.entry.paused = !channel.enabled;
        candidate.limits = channel.limits;
        candidate.proxy = channel.proxy;
        const Secret credential = channel.credential.resolve();
        candidate.entry.noCredential = !channel.credential.environment.isEmpty() && credential.isEmpty() && dialect.auth != AuthStyle::None;
        candidate.secrets.append(credential.reveal());
        for (const HttpHeader &header : channel.headers)
            candidate.secrets.append(header.value);
        candidate.headers = buildHeaders({}, dialect, credential, channel.headers);
        if (!headerValue(channel.headers, "content-type")) // each request has its own
            candidate.headers.removeIf([](const HttpHeader &header) { return header.name.compare("content-type", Qt::CaseInsensitive) == 0; });
    }

    const Configuration &m_configuration;
    const Catalogue &m_catalogue;
    RuntimeState &m_state;
    std::shared_ptr<const QSet<QString>> m_knownModels;
};

} // namespace

bool AddressRange::contains(const QHostAddress &peer) const
{
    if (prefix >= 0)
        return peer.isInSubnet(address, prefix);
    return peer.isEqual(address, QHostAddress::TolerantConversion);
}

std::shared_ptr<const RuntimeKey> Snapshot::find(QByteArrayView secret) const
{
    return keysByHash.value(keyedHash(secret, hashKey));
}

std::shared_ptr<const Snapshot> Snapshot::build(const Configuration &configuration, const Catalogue &catalogue, RuntimeState &state,
                                                bool vaultLocked)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->settings = configuration.settings;
    snapshot->vaultLocked = vaultLocked;
    snapshot->hashKey = QByteArray(32, Qt::Uninitialized);
    randombytes_buf(snapshot->hashKey.data(), size_t(snapshot->hashKey.size()));
    const Builder builder(configuration, catalogue, state);
    for (const GatewayKey &key : configuration.keys) {
        if (!key.secret.isEmpty())
            snapshot->keysByHash.insert(keyedHash(key.secret.reveal(), snapshot->hashKey), builder.key(key));
    }
    return snapshot;
}

} // namespace understudy
