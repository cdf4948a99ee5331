// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ChannelDraft.h"

#include "configuration/OwnProvider.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

void takePrices(Provider &provider, const Provider &edited, const Provider &opened)
{
    for (Model &model : provider.models) {
        const Model *now = edited.model(model.id);
        const Model *then = opened.model(model.id);
        if (!now || (then && now->priceIn == then->priceIn && now->priceOut == then->priceOut && now->currency == then->currency))
            continue;
        model.priceIn = now->priceIn;
        model.priceOut = now->priceOut;
        model.currency = now->currency;
    }
}

/// The provider as it shall be; nothing when it is gone.
std::optional<Provider> providerOf(const Configuration &stored, const Catalogue &catalogue, const ChannelDraft &draft, const Provider &opened)
{
    if (draft.newProvider) {
        Provider made = draft.provider;
        made.id = freeProviderId(stored, catalogue, made.name);
        return withModels(made, draft.channel.models);
    }
    const Provider *current = catalogue.resolve(stored, draft.channel.provider);
    if (!current)
        return std::nullopt;
    Provider provider = withModels(*current, draft.channel.models);
    if (draft.provider.baseUrl != opened.baseUrl)
        provider.baseUrl = draft.provider.baseUrl;
    takePrices(provider, draft.provider, opened);
    return provider;
}

} // namespace

Provider ChannelDraft::testProvider() const { return withModels(provider, channel.models); }

Result<Configuration> withDraft(const Configuration &stored, const Catalogue &catalogue, const ChannelDraft &draft, const Provider &opened, QString *id)
{
    Configuration after = stored;
    const std::optional<Provider> provider = providerOf(stored, catalogue, draft, opened);
    if (!provider)
        return Error{ErrorKind::NotFound, u"the provider \"%1\" does not exist any more"_s.arg(draft.channel.provider), {}};
    const Provider *current = catalogue.resolve(stored, provider->id);
    if (!current || !(*current == *provider))
        setProvider(after, catalogue, *provider);

    Channel channel = draft.channel;
    channel.provider = provider->id;
    if (channel.id.isEmpty()) {
        channel.id = freeChannelId(stored, provider->id);
        after.channels.append(channel);
    } else {
        Channel *place = nullptr;
        for (Channel &entry : after.channels) {
            if (entry.id == channel.id)
                place = &entry;
        }
        if (!place)
            return Error{ErrorKind::NotFound, u"the channel \"%1\" does not exist any more"_s.arg(channel.id), {}};
        if (draft.keepCredential)
            channel.credential = place->credential;
        channel.enabled = place->enabled; // the form does not show it
        *place = channel;
    }
    *id = channel.id;
    return after;
}

} // namespace understudy
