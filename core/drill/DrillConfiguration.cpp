// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/DrillConfiguration.h"

#include "catalog/Lookup.h"
#include "configuration/KeySecret.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds LatestSlowOutput {2000};
/// More than any drill can use; what a drill uses is settled nowhere.
constexpr qint64 DrillAllowance = 1'000'000'000'000;

const GatewayKey *keyOf(const Configuration &stored, const QString &id)
{
    const auto found =
        std::find_if(stored.keys.cbegin(), stored.keys.cend(), [&](const GatewayKey &key) { return key.id == id; });
    return found == stored.keys.cend() ? nullptr : &*found;
}

Result<Api> apiOf(ModelType type)
{
    switch (type) {
    case ModelType::Chat:
    case ModelType::Reasoning:
    case ModelType::Multimodal:
        return Api::ChatCompletions;
    case ModelType::Embedding:
        return Api::Embeddings;
    case ModelType::Image:
        return Api::ImageGenerations;
    case ModelType::Speech:
        return Api::AudioSpeech;
    case ModelType::Rerank:
        return Api::Rerank;
    case ModelType::Transcription:
        break;
    }
    return Error {ErrorKind::Invalid,
                  u"The primary of this key transcribes sound, and a drill sends only text. Drill a key with another primary."_s,
                  {}};
}

Result<void> checkPlan(const DrillPlan &plan, const GatewayKey &key)
{
    if (plan.requests < 1 || plan.requests > DrillPlan::MostRequests)
        return Error {ErrorKind::Invalid, u"A drill sends 1 to %1 requests."_s.arg(DrillPlan::MostRequests), u"requests"_s};
    if (plan.parallel < 1 || plan.parallel > DrillPlan::MostParallel)
        return Error {ErrorKind::Invalid, u"A drill sends 1 to %1 requests at the same time."_s.arg(DrillPlan::MostParallel),
                      u"parallel"_s};
    if (plan.timeout && *plan.timeout < Milliseconds {1})
        return Error {ErrorKind::Invalid, u"A timeout is at least 1 ms."_s, u"timeout"_s};
    if (plan.faults.size() > key.chain.size()) {
        return Error {ErrorKind::Invalid,
                      u"The chain of “%1” has %2 places, and the drill names faults for %3."_s.arg(key.name)
                          .arg(key.chain.size())
                          .arg(plan.faults.size()),
                      u"faults"_s};
    }
    return {};
}

GatewayKey drilledKey(const GatewayKey &stored, const DrillPlan &plan)
{
    GatewayKey key = stored;
    key.secret = makeKeySecret();
    key.enabled = true;
    key.expiresAt.reset();
    key.freeTokens = DrillAllowance;
    key.limits = {};
    key.policy.cache.enabled = false;
    key.policy.recordContent = false;
    if (plan.timeout) {
        key.policy.timeout = plan.timeout;
        key.policy.firstOutputTimeout.reset();
        key.policy.idleTimeout = *plan.timeout;
        key.policy.connectTimeout = std::min(key.policy.connectTimeout, *plan.timeout);
    }
    return key;
}

/// Takes over into `configuration` what a healthy place needs.
void keepPlace(Configuration &configuration, const Configuration &stored, const ResolvedCandidate &resolved)
{
    if (resolved.channel && !configuration.channel(resolved.channel->id))
        configuration.channels.append(*resolved.channel);
    const QString &provider = resolved.provider->id;
    if (const Provider *own = stored.provider(provider); own && !configuration.provider(provider))
        configuration.providers.append(*own);
}

/// A channel that leads to the fault server. Paused or without a credential, it is left out like the real one.
void breakPlace(Configuration &configuration, const QString &id, const ResolvedCandidate &resolved, const QUrl &address)
{
    Provider provider;
    provider.id = id;
    provider.name = id;
    provider.baseUrl = address;
    provider.dialect.streamOptions = resolved.provider->dialect.streamOptions;
    provider.models = {resolved.model};
    Channel channel;
    channel.id = id;
    channel.provider = id;
    channel.name = id;
    channel.credential.literal = Secret("drill");
    channel.models = {resolved.model.id};
    channel.modelTypes = {{resolved.model.id, resolved.model.type}};
    channel.proxy.kind = ProxyChoice::Kind::None;
    if (resolved.channel) {
        channel.enabled = resolved.channel->enabled;
        const Credential &real = resolved.channel->credential;
        if (!real.environment.isEmpty() && real.resolve().isEmpty())
            channel.credential = real; // an unset variable: there is nothing in it that the fault server could see
        if (resolved.provider->dialect.auth == AuthStyle::None)
            provider.dialect.auth = AuthStyle::None;
    }
    configuration.providers.append(provider);
    configuration.channels.append(channel);
}

bool needsVault(const ResolvedCandidate &resolved)
{
    return resolved.channel && resolved.channel->enabled && resolved.channel->credential.environment.isEmpty()
        && resolved.provider->dialect.auth != AuthStyle::None;
}

} // namespace

Milliseconds drillSlowness(const Configuration &stored, const Catalogue &catalogue, const DrillPlan &plan)
{
    const GatewayKey *key = keyOf(stored, plan.keyId);
    if (!key)
        return LatestSlowOutput;
    const Milliseconds own = key->policy.attemptTimeout(reasoningInChain(stored, catalogue, *key));
    return std::min(plan.timeout.value_or(plan.stream ? key->policy.firstOutputTimeout.value_or(own) : own) / 2,
                    LatestSlowOutput);
}

QList<DrillFault> drillFaults(const DrillPlan &plan, qsizetype places)
{
    QList<DrillFault> faults = plan.faults;
    while (faults.size() < places)
        faults.append(DrillFault::Healthy);
    return faults;
}

QList<Candidate> drillRealCalls(const Configuration &stored, const Catalogue &catalogue, const DrillPlan &plan)
{
    QList<Candidate> called;
    const GatewayKey *key = keyOf(stored, plan.keyId);
    if (!key)
        return called;
    const QList<DrillFault> faults = drillFaults(plan, key->chain.size());
    for (qsizetype place = 0; place < key->chain.size(); ++place) {
        const Result<ResolvedCandidate> resolved = resolveCandidate(stored, catalogue, key->chain[place]);
        if (faults[place] == DrillFault::Healthy && resolved && resolved->provider->origin != ProviderOrigin::BuiltIn
            && (!resolved->channel || resolved->channel->enabled))
            called.append(key->chain[place]);
    }
    return called;
}

Result<DrillSetting> drillSetting(const Configuration &stored, bool vaultLocked, const Catalogue &catalogue,
                                  const DrillPlan &plan, const std::function<QUrl(int place)> &address)
{
    const GatewayKey *source = keyOf(stored, plan.keyId);
    if (!source)
        return Error {ErrorKind::NotFound, u"This gateway key does not exist any more. Choose another one."_s, {}};
    if (const Result<void> good = checkPlan(plan, *source); !good)
        return good.error();

    DrillSetting setting;
    GatewayKey key = drilledKey(*source, plan);
    const QList<DrillFault> faults = drillFaults(plan, key.chain.size());
    bool asked = false;
    for (int place = 0; place < key.chain.size(); ++place) {
        const DrillFault fault = faults[place];
        setting.chain.append({key.chain[place].channel, key.chain[place].model, fault});
        const Result<ResolvedCandidate> resolved = resolveCandidate(stored, catalogue, key.chain[place]);
        if (!resolved)
            continue; // the gateway leaves it out, too
        if (!asked) {
            const Result<Api> api = apiOf(resolved->model.type);
            if (!api)
                return api.error();
            setting.api = *api;
            asked = true;
        }
        if (fault != DrillFault::Healthy) {
            // No channel or provider of a user can have a dot in its id.
            const QString id = u"drill.%1"_s.arg(place + 1);
            breakPlace(setting.configuration, id, *resolved, address(place));
            setting.ownNames.insert(id, key.chain[place].channel);
            key.chain[place].channel = id;
            continue;
        }
        if (vaultLocked && needsVault(*resolved)) {
            return Error {
                ErrorKind::Denied,
                u"The secrets are locked, and %1 stays healthy in this drill: it would be called without its credential. Unlock them, or let it fail, too."_s
                    .arg(key.chain[place].channel),
                {}};
        }
        keepPlace(setting.configuration, stored, *resolved);
    }
    setting.stream = plan.stream && traits(setting.api).streams;
    setting.configuration.settings.listen = u"127.0.0.1:0"_s;
    setting.configuration.keys = {key};
    return setting;
}

} // namespace understudy
