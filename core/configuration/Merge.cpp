// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/Merge.h"

#include "configuration/KeySecret.h"

#include <algorithm>

namespace understudy {

namespace {

bool sameProxy(const ProxyChoice &left, const ProxyChoice &right)
{
    return left.kind == right.kind && left.url.adjusted(QUrl::RemoveUserInfo) == right.url.adjusted(QUrl::RemoveUserInfo);
}

void keepSecrets(Channel &imported, const Channel *existing)
{
    // A credential belongs to its provider: under another one it would be shown to a stranger.
    if (existing && existing->provider == imported.provider) {
        if (imported.credential.isEmpty())
            imported.credential = existing->credential;
        for (HttpHeader &header : imported.headers) {
            if (header.value.isEmpty())
                header.value = headerValue(existing->headers, header.name).value_or(QByteArray());
        }
        if (imported.proxy.url.userInfo().isEmpty() && sameProxy(imported.proxy, existing->proxy))
            imported.proxy = existing->proxy;
    }
    imported.headers.removeIf([](const HttpHeader &header) { return header.value.isEmpty(); });
}

void keepSecrets(GatewayKey &imported, const GatewayKey *existing)
{
    if (!existing)
        return;
    imported.id = existing->id;
    if (imported.secret.isEmpty())
        imported.secret = existing->secret;
}

void keepSecrets(Provider &, const Provider *) { }

template<typename T, typename Same>
void mergeList(QList<T> &into, const QList<T> &imported, Same same)
{
    for (T entry : imported) {
        const auto found = std::find_if(into.begin(), into.end(), [&](const T &existing) { return same(existing, entry); });
        keepSecrets(entry, found == into.end() ? nullptr : &*found);
        if (found == into.end())
            into.append(entry);
        else
            *found = entry;
    }
}

const Provider *find(const Configuration &configuration, const Catalogue *catalogue, const QString &id)
{
    return catalogue ? catalogue->resolve(configuration, id) : configuration.provider(id);
}

/// Whether what was sent to the one would be seen by somebody else at the other.
bool seenByOthers(const QUrl &before, const QUrl &after)
{
    return before.host() != after.host() || (before.scheme() == u"https" && after.scheme() != u"https");
}

/// A file that moves a provider must not take the credentials of its channels along.
void dropMovedSecrets(Configuration &merged, const Configuration &existing, const Configuration &imported, const Catalogue *catalogue)
{
    for (Channel &channel : merged.channels) {
        const Channel *old = existing.channel(channel.id);
        const Provider *before = old ? find(existing, catalogue, old->provider) : nullptr;
        const Provider *after = find(merged, catalogue, channel.provider);
        if (!before || !after || !seenByOthers(before->baseUrl, after->baseUrl))
            continue;
        const Channel *given = imported.channel(channel.id);
        if (!given || given->credential.isEmpty())
            channel.credential = {};
        channel.headers.removeIf([given](const HttpHeader &header) {
            return !given || headerValue(given->headers, header.name).value_or(QByteArray()).isEmpty();
        });
    }
}

} // namespace

Configuration merge(const Configuration &existing, const Configuration &imported, const Catalogue *catalogue)
{
    Configuration merged = existing;
    merged.settings = imported.settings;
    const auto sameId = [](const auto &left, const auto &right) { return left.id == right.id; };
    mergeList(merged.providers, imported.providers, sameId);
    mergeList(merged.channels, imported.channels, sameId);
    mergeList(merged.keys, imported.keys, [](const GatewayKey &left, const GatewayKey &right) { return left.name == right.name; });
    dropMovedSecrets(merged, existing, imported, catalogue);
    return merged;
}

void completeKeys(Configuration &configuration)
{
    for (GatewayKey &key : configuration.keys) {
        if (key.id.isEmpty())
            key.id = makeKeyId();
        if (key.secret.isEmpty())
            key.secret = makeKeySecret();
    }
}

} // namespace understudy
