// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Lookup.h"

#include "catalog/ModelNames.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

Error notFound(const QString &text) { return Error{ErrorKind::NotFound, text, {}}; }

Result<ResolvedCandidate> throughChannel(const Configuration &configuration, const Catalogue &catalogue, const Channel &channel,
                                         const QString &modelId)
{
    ResolvedCandidate found;
    found.channel = &channel;
    found.provider = catalogue.resolve(configuration, channel.provider);
    if (!found.provider)
        return notFound(u"channel \"%1\" names an unknown provider, \"%2\""_s.arg(channel.id, channel.provider));
    if (!channel.models.contains(modelId))
        return notFound(u"channel \"%1\" does not open the model \"%2\""_s.arg(channel.id, modelId));
    const Model *listed = found.provider->model(modelId);
    found.model = listed ? *listed : guessModel(modelId);
    const auto own = channel.modelTypes.constFind(modelId);
    if (own != channel.modelTypes.cend())
        found.model.type = *own;
    return found;
}

} // namespace

Result<ResolvedCandidate> resolveCandidate(const Configuration &configuration, const Catalogue &catalogue, const Candidate &candidate)
{
    if (const Channel *channel = configuration.channel(candidate.channel))
        return throughChannel(configuration, catalogue, *channel, candidate.model);

    ResolvedCandidate found;
    found.builtIn = true;
    if (candidate.channel == BuiltInChannelId) {
        const Model *model = catalogue.builtIn().model(candidate.model);
        if (!model)
            return notFound(u"there is no built-in model \"%1\""_s.arg(candidate.model));
        found.provider = &catalogue.builtIn();
        found.model = *model;
        return found;
    }
    const Provider *runtime = catalogue.resolve(configuration, candidate.channel);
    if (!runtime || runtime->origin != ProviderOrigin::Local)
        return notFound(u"there is no channel \"%1\""_s.arg(candidate.channel));
    const Model *listed = runtime->model(candidate.model);
    found.provider = runtime;
    found.model = listed ? *listed : guessModel(candidate.model);
    return found;
}

QList<ModelType> chainTypes(const Configuration &configuration, const Catalogue &catalogue, const GatewayKey &key)
{
    QList<ModelType> types;
    for (const Candidate &candidate : key.chain) {
        if (const Result<ResolvedCandidate> found = resolveCandidate(configuration, catalogue, candidate))
            types.append(found->model.type);
    }
    return types;
}

bool reasoningInChain(const Configuration &configuration, const Catalogue &catalogue, const GatewayKey &key)
{
    return chainTypes(configuration, catalogue, key).contains(ModelType::Reasoning);
}

} // namespace understudy
