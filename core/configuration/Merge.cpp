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

} // namespace

Configuration merge(const Configuration &existing, const Configuration &imported)
{
    Configuration merged = existing;
    merged.settings = imported.settings;
    const auto sameId = [](const auto &left, const auto &right) { return left.id == right.id; };
    mergeList(merged.providers, imported.providers, sameId);
    mergeList(merged.channels, imported.channels, sameId);
    mergeList(merged.keys, imported.keys, [](const GatewayKey &left, const GatewayKey &right) { return left.name == right.name; });
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
