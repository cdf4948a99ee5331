// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/OwnProvider.h"

#include "catalog/ModelNames.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestId = 32;

/// The first of stem-1, stem-2 … that `taken` does not know; the stem gives way when it gets too long.
template<typename Taken>
QString numbered(QStringView stem, int from, const Taken &taken)
{
    for (int number = from;; ++number) {
        const QString tail = u"-%1"_s.arg(number);
        QString name = stem.left(LongestId - tail.size()).toString() + tail;
        if (!taken(name))
            return name;
    }
}

} // namespace

void setProvider(Configuration &configuration, const Catalogue &catalogue, const Provider &provider)
{
    const Provider *shipped = catalogue.provider(provider.id);
    const bool own = !shipped || !(*shipped == provider);
    for (qsizetype i = 0; i < configuration.providers.size(); ++i) {
        if (configuration.providers[i].id != provider.id)
            continue;
        if (own)
            configuration.providers[i] = provider;
        else
            configuration.providers.removeAt(i);
        return;
    }
    if (own)
        configuration.providers.append(provider);
}

Provider withModels(Provider provider, const QStringList &models)
{
    if (provider.origin == ProviderOrigin::Local)
        return provider;
    for (const QString &model : models) {
        if (!provider.model(model))
            provider.models.append(guessModel(model));
    }
    return provider;
}

QString freeChannelId(const Configuration &configuration, QStringView provider)
{
    return numbered(provider, 1, [&configuration](const QString &id) { return configuration.channel(id) != nullptr; });
}

QString freeChannelName(const Configuration &configuration, QStringView provider)
{
    return numbered(provider, 1, [&](const QString &name) {
        return std::any_of(configuration.channels.cbegin(), configuration.channels.cend(),
                           [&](const Channel &channel) { return channel.provider == provider && channel.name == name; });
    });
}

QString freeProviderId(const Configuration &configuration, const Catalogue &catalogue, QStringView name)
{
    const auto taken = [&](const QString &id) { return configuration.provider(id) || catalogue.provider(id) || id == BuiltInChannelId; };
    QString id;
    for (const QChar c : name.toString().toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            id += c;
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    id.truncate(LongestId);
    while (id.endsWith(u'-'))
        id.chop(1);
    if (id.isEmpty())
        return numbered(u"own", 1, taken);
    return taken(id) ? numbered(id, 2, taken) : id;
}

} // namespace understudy
