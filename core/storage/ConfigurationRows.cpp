// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ConfigurationRows.h"

#include "storage/ConfigurationJson.h"

#include <QJsonDocument>
#include <QSet>
#include <QTimeZone>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

const auto Channels = u"channels"_s;
const auto Keys = u"gateway_keys"_s;

SecretPlace credentialOf(const QString &id) { return {Channels, id, u"credential"_s}; }
SecretPlace headersOf(const QString &id) { return {Channels, id, u"headers"_s}; }
SecretPlace proxyOf(const QString &id) { return {Channels, id, u"proxy"_s}; }
SecretPlace secretOf(const QString &id) { return {Keys, id, u"secret"_s}; }

Secret headersSecret(const HttpHeaders &headers)
{
    return headers.isEmpty() ? Secret() : Secret(stored::text(stored::toJson(headers)).toUtf8());
}

HttpHeaders headersFrom(const Secret &secret) { return stored::toHeaders(QJsonDocument::fromJson(secret.reveal()).array()); }

Secret proxySecret(const ProxyChoice &proxy)
{
    return proxy.kind == ProxyChoice::Kind::Url ? Secret(proxy.url.toEncoded()) : Secret();
}

Result<QList<Provider>> readProviders(const Connection &connection)
{
    Result<QSqlQuery> rows = connection.query(
        u"SELECT id, name, base_url, dialect, origin, models FROM providers WHERE deleted_ms IS NULL ORDER BY position, id"_s);
    if (!rows)
        return rows.error();
    QList<Provider> providers;
    while (rows->next()) {
        Provider provider;
        provider.id = rows->value(0).toString();
        provider.name = rows->value(1).toString();
        provider.baseUrl = QUrl(rows->value(2).toString());
        provider.dialect = stored::toDialect(stored::object(rows->value(3).toString()));
        provider.origin = stored::toOrigin(rows->value(4).toString());
        provider.models = stored::toModels(stored::array(rows->value(5).toString()));
        providers.append(provider);
    }
    if (rows->lastError().isValid())
        return toError(rows->lastError(), connection.location());
    return providers;
}

Result<QList<Channel>> readChannels(const Connection &connection, const OpenedSecrets &secrets)
{
    Result<QSqlQuery> rows =
        connection.query(u"SELECT id, provider_id, name, description, credential_env, models, model_types, enabled, "
                         "auto_test, proxy, limits FROM channels WHERE deleted_ms IS NULL ORDER BY position, id"_s);
    if (!rows)
        return rows.error();
    QList<Channel> channels;
    while (rows->next()) {
        Channel channel;
        channel.id = rows->value(0).toString();
        channel.provider = rows->value(1).toString();
        channel.name = rows->value(2).toString();
        channel.description = rows->value(3).toString();
        channel.credential.environment = rows->value(4).toString();
        channel.credential.literal = secrets.value(credentialOf(channel.id));
        channel.models = stored::toStrings(stored::array(rows->value(5).toString()));
        channel.modelTypes = stored::toModelTypes(stored::object(rows->value(6).toString()));
        channel.enabled = rows->value(7).toInt() != 0;
        channel.autoTest = rows->value(8).toInt() != 0;
        channel.proxy.kind = stored::toProxyKind(rows->value(9).toString());
        channel.proxy.url = QUrl::fromEncoded(secrets.value(proxyOf(channel.id)).reveal());
        channel.headers = headersFrom(secrets.value(headersOf(channel.id)));
        channel.limits = stored::toChannelLimits(stored::object(rows->value(10).toString()));
        channels.append(channel);
    }
    if (rows->lastError().isValid())
        return toError(rows->lastError(), connection.location());
    return channels;
}

Result<QList<GatewayKey>> readKeys(const Connection &connection, const OpenedSecrets &secrets)
{
    Result<QSqlQuery> rows =
        connection.query(u"SELECT id, name, description, enabled, expires_ms, free_tokens, chain, policy, limits "
                         "FROM gateway_keys WHERE deleted_ms IS NULL ORDER BY position, id"_s);
    if (!rows)
        return rows.error();
    QList<GatewayKey> keys;
    while (rows->next()) {
        GatewayKey key;
        key.id = rows->value(0).toString();
        key.name = rows->value(1).toString();
        key.description = rows->value(2).toString();
        key.secret = secrets.value(secretOf(key.id));
        key.enabled = rows->value(3).toInt() != 0;
        if (!rows->value(4).isNull())
            key.expiresAt = QDateTime::fromMSecsSinceEpoch(rows->value(4).toLongLong(), QTimeZone::utc());
        key.freeTokens = rows->value(5).toLongLong();
        key.chain = stored::toChain(stored::array(rows->value(6).toString()));
        key.policy = stored::toPolicy(stored::object(rows->value(7).toString()));
        key.limits = stored::toKeyLimits(stored::object(rows->value(8).toString()));
        keys.append(key);
    }
    if (rows->lastError().isValid())
        return toError(rows->lastError(), connection.location());
    return keys;
}

Result<Settings> readSettings(const Connection &connection)
{
    const Result<QVariant> value = connection.single(u"SELECT value FROM settings WHERE name = 'settings'"_s);
    if (value)
        return stored::toSettings(stored::object(value->toString()));
    if (value.error().kind == ErrorKind::NotFound)
        return Settings();
    return value.error();
}

// --- writing

/// Every table has an id, then these columns, then deleted_ms; a row that was marked as deleted comes back to life.
Result<void> upsert(const Connection &connection, const QString &table, const QStringList &columns, const QVariantList &values)
{
    QStringList marks;
    QStringList changes {u"deleted_ms = NULL"_s};
    for (const QString &column : columns) {
        marks.append(u"?"_s);
        if (column != "id"_L1)
            changes.append(u"%1 = excluded.%1"_s.arg(column));
    }
    return connection.run(u"INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT (id) DO UPDATE SET %4"_s.arg(
                              table, columns.join(u", "_s), marks.join(u", "_s), changes.join(u", "_s)),
                          values);
}

Result<void> markDeleted(const ConfigurationWrite &write, const QString &table, const QString &id)
{
    return write.connection.run(u"UPDATE %1 SET deleted_ms = ? WHERE id = ?"_s.arg(table), {write.nowMs, id});
}

Result<void> writeRow(const ConfigurationWrite &write, const Provider &provider, qsizetype position)
{
    return upsert(write.connection, u"providers"_s,
                  {u"id"_s, u"position"_s, u"name"_s, u"base_url"_s, u"dialect"_s, u"origin"_s, u"models"_s},
                  {provider.id, position, provider.name, provider.baseUrl.toString(QUrl::FullyEncoded),
                   stored::text(stored::toJson(provider.dialect)), stored::word(provider.origin),
                   stored::text(stored::toJson(provider.models))});
}

Result<void> writeRow(const ConfigurationWrite &write, const Channel &channel, qsizetype position)
{
    return upsert(write.connection, Channels,
                  {u"id"_s, u"position"_s, u"provider_id"_s, u"name"_s, u"description"_s, u"credential_env"_s, u"models"_s,
                   u"model_types"_s, u"enabled"_s, u"auto_test"_s, u"proxy"_s, u"limits"_s},
                  {channel.id, position, channel.provider, channel.name, channel.description, channel.credential.environment,
                   stored::text(stored::toJson(channel.models)), stored::text(stored::toJson(channel.modelTypes)),
                   int(channel.enabled), int(channel.autoTest), stored::word(channel.proxy.kind),
                   stored::text(stored::toJson(channel.limits))});
}

Result<void> writeRow(const ConfigurationWrite &write, const GatewayKey &key, qsizetype position)
{
    return upsert(write.connection, Keys,
                  {u"id"_s, u"position"_s, u"name"_s, u"description"_s, u"enabled"_s, u"expires_ms"_s, u"free_tokens"_s,
                   u"chain"_s, u"policy"_s, u"limits"_s},
                  {key.id, position, key.name, key.description, int(key.enabled),
                   key.expiresAt ? QVariant(key.expiresAt->toMSecsSinceEpoch()) : QVariant(), key.freeTokens,
                   stored::text(stored::toJson(key.chain)), stored::text(stored::toJson(key.policy)),
                   stored::text(stored::toJson(key.limits))});
}

/// An empty secret where the stored one could not be read means "not known": it stays as it is. `cleared` tells that the
/// person has said what stands there instead.
Result<void> writeIfChanged(const ConfigurationWrite &write, const SecretPlace &place, const Secret &before, const Secret &after,
                            bool cleared)
{
    if (before == after && !cleared)
        return {};
    if (after.isEmpty() && !cleared && write.secrets.unreadable.contains(secretIndex(place)))
        return {};
    return writeSecret(write.connection, write.vault, place, after);
}

Result<void> writeSecrets(const ConfigurationWrite &write, const Channel *before, const Channel &after)
{
    if (!before) {
        // An earlier channel of this id, now deleted, must not leave its credential to the new one.
        if (Result<void> removed = removeSecrets(write.connection, Channels, after.id); !removed)
            return removed;
    }
    const Channel none;
    const Channel &old = before ? *before : none;
    const bool replacedByEnvironment = !after.credential.environment.isEmpty();
    const bool noProxyUrl = after.proxy.kind != ProxyChoice::Kind::Url;
    const auto proxy = [](const Channel &channel) { return channel.proxy.url.isEmpty() ? Secret() : proxySecret(channel.proxy); };
    if (Result<void> done = writeIfChanged(write, credentialOf(after.id), old.credential.literal, after.credential.literal,
                                           replacedByEnvironment && old.credential.environment.isEmpty());
        !done)
        return done;
    if (Result<void> done =
            writeIfChanged(write, headersOf(after.id), headersSecret(old.headers), headersSecret(after.headers), false);
        !done)
        return done;
    return writeIfChanged(write, proxyOf(after.id), proxy(old), proxy(after),
                          noProxyUrl && old.proxy.kind == ProxyChoice::Kind::Url);
}

Result<void> writeSecrets(const ConfigurationWrite &write, const GatewayKey *before, const GatewayKey &after)
{
    const Secret old = before ? before->secret : Secret();
    if (old == after.secret || after.secret.isEmpty())
        return {};
    if (Result<void> sealed = writeSecret(write.connection, write.vault, secretOf(after.id), after.secret); !sealed)
        return sealed;
    return write.connection.run(u"UPDATE gateway_keys SET secret_hash = ? WHERE id = ?"_s,
                                {write.vault.lookupHash(after.secret), after.id});
}

Result<void> writeSecrets(const ConfigurationWrite &, const Provider *, const Provider &) { return {}; }

template <typename Entry>
Result<void> writeList(const ConfigurationWrite &write, const QString &table, const QList<Entry> &before,
                       const QList<Entry> &after)
{
    QHash<QString, qsizetype> old;
    for (qsizetype i = 0; i < before.size(); ++i)
        old.insert(before[i].id, i);
    QSet<QString> kept;
    for (const Entry &entry : after)
        kept.insert(entry.id);
    for (const Entry &entry : before) {
        if (kept.contains(entry.id))
            continue;
        if (Result<void> gone = markDeleted(write, table, entry.id); !gone)
            return gone;
    }
    for (qsizetype i = 0; i < after.size(); ++i) {
        const qsizetype place = old.value(after[i].id, -1);
        const Entry *previous = place < 0 ? nullptr : &before[place];
        if (previous && place == i && *previous == after[i])
            continue;
        if (Result<void> written = writeRow(write, after[i], i); !written)
            return written;
        if (Result<void> sealed = writeSecrets(write, previous, after[i]); !sealed)
            return sealed;
    }
    return {};
}

/// Two keys may exchange their secrets in one step; the unique index must not see the state between.
Result<void> clearChangedHashes(const ConfigurationWrite &write, const Configuration &before, const Configuration &after)
{
    QHash<QString, Secret> old;
    for (const GatewayKey &key : before.keys)
        old.insert(key.id, key.secret);
    for (const GatewayKey &key : after.keys) {
        if (key.secret.isEmpty() || !old.contains(key.id) || old.value(key.id) == key.secret)
            continue;
        if (Result<void> done = write.connection.run(u"UPDATE gateway_keys SET secret_hash = NULL WHERE id = ?"_s, {key.id});
            !done)
            return done;
    }
    return {};
}

/// Configuration files know keys by name: importing one again must not cut a key off from its usage and its secret.
QString idByName(const Configuration &before, const Configuration &after, const QString &name)
{
    const GatewayKey *same = before.keyNamed(name);
    const auto hasId = [same](const GatewayKey &key) { return key.id == same->id; };
    if (!same || std::any_of(after.keys.begin(), after.keys.end(), hasId))
        return newKeyId();
    return same->id;
}

Error twice(const QString &list, qsizetype index, const QString &member, const QString &value)
{
    return {ErrorKind::Conflict, u"\"%1\" is used already."_s.arg(value), u"%1[%2].%3"_s.arg(list).arg(index).arg(member)};
}

} // namespace

Result<Configuration> readConfiguration(const Connection &connection, const OpenedSecrets &secrets)
{
    Result<Settings> settings = readSettings(connection);
    if (!settings)
        return settings.error();
    Result<QList<Provider>> providers = readProviders(connection);
    if (!providers)
        return providers.error();
    Result<QList<Channel>> channels = readChannels(connection, secrets);
    if (!channels)
        return channels.error();
    Result<QList<GatewayKey>> keys = readKeys(connection, secrets);
    if (!keys)
        return keys.error();
    return Configuration {*settings, *providers, *channels, *keys};
}

Result<void> completeKeys(Configuration &after, const Configuration &before, const OpenedSecrets &secrets, const Vault &vault)
{
    QHash<QString, Secret> known;
    for (const GatewayKey &key : before.keys)
        known.insert(key.id, key.secret);
    for (qsizetype i = 0; i < after.keys.size(); ++i) {
        GatewayKey &key = after.keys[i];
        if (key.id.isEmpty())
            key.id = idByName(before, after, key.name);
        if (!key.secret.isEmpty())
            continue;
        key.secret = known.value(key.id);
        const bool stored = known.contains(key.id) && secrets.unreadable.contains(secretIndex(secretOf(key.id)));
        if (!key.secret.isEmpty() || stored)
            continue;
        if (vault.isLocked())
            return Error {ErrorKind::Denied, u"The vault is locked: a new key cannot get its secret now."_s,
                          u"keys[%1].secret"_s.arg(i)};
        key.secret = newGatewaySecret();
    }
    return {};
}

Result<void> checkUnique(const Configuration &configuration)
{
    QSet<QString> ids;
    for (qsizetype i = 0; i < configuration.providers.size(); ++i) {
        const QString &id = configuration.providers[i].id;
        if (ids.contains(id))
            return twice(u"providers"_s, i, u"id"_s, id);
        ids.insert(id);
    }
    ids.clear();
    for (qsizetype i = 0; i < configuration.channels.size(); ++i) {
        const QString &id = configuration.channels[i].id;
        if (ids.contains(id))
            return twice(u"channels"_s, i, u"id"_s, id);
        ids.insert(id);
    }
    ids.clear();
    QSet<QString> names;
    QSet<QByteArray> secrets;
    for (qsizetype i = 0; i < configuration.keys.size(); ++i) {
        const GatewayKey &key = configuration.keys[i];
        if (ids.contains(key.id))
            return twice(u"keys"_s, i, u"id"_s, key.id);
        if (names.contains(key.name))
            return twice(u"keys"_s, i, u"name"_s, key.name);
        if (!key.secret.isEmpty() && secrets.contains(key.secret.reveal()))
            return Error {ErrorKind::Conflict, u"Another key has the same secret."_s, u"keys[%1].secret"_s.arg(i)};
        ids.insert(key.id);
        names.insert(key.name);
        secrets.insert(key.secret.reveal());
    }
    return {};
}

Result<void> writeDifferences(const ConfigurationWrite &write, const Configuration &before, const Configuration &after)
{
    if (before.settings != after.settings) {
        if (Result<void> done = write.connection.run(u"INSERT INTO settings (name, value) VALUES ('settings', ?) "
                                                     "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                                                     {stored::text(stored::toJson(after.settings))});
            !done)
            return done;
    }
    if (Result<void> done = clearChangedHashes(write, before, after); !done)
        return done;
    if (Result<void> done = writeList(write, u"providers"_s, before.providers, after.providers); !done)
        return done;
    if (Result<void> done = writeList(write, Channels, before.channels, after.channels); !done)
        return done;
    return writeList(write, Keys, before.keys, after.keys);
}

Result<void> purgeDeleted(const Connection &connection, qint64 limitMs)
{
    for (const QString &table : {Channels, Keys}) {
        if (Result<void> done = connection.run(
                u"DELETE FROM secrets WHERE owner = '%1' AND row_id IN (SELECT id FROM %1 WHERE deleted_ms < ?)"_s.arg(table),
                {limitMs});
            !done)
            return done;
    }
    for (const QString &table : {u"providers"_s, Channels, Keys}) {
        if (Result<void> done = connection.run(u"DELETE FROM %1 WHERE deleted_ms < ?"_s.arg(table), {limitMs}); !done)
            return done;
    }
    return {};
}

} // namespace understudy
