// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/ConfigurationFile.h"
#include "configuration/JsonWriter.h"

#include "catalog/ModelNames.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

class Writer {
public:
    Writer(const Catalogue &catalogue, const std::optional<Sealing> &sealing) : m_catalogue(catalogue), m_sealing(sealing) {}

    QByteArray run(const Configuration &configuration);

private:
    void settings(const Settings &settings);
    void dialect(const Dialect &dialect);
    void provider(const Provider &provider);
    void channel(const Channel &channel);
    void key(const GatewayKey &key);
    void policy(const Policy &policy);

    void textUnlessEmpty(QLatin1StringView name, const QString &value)
    {
        if (!value.isEmpty())
            m_json.text(name, value);
    }
    void unless(qint64 usual, QLatin1StringView name, qint64 value)
    {
        if (value != usual)
            m_json.integer(name, value);
    }
    void flagUnless(bool usual, QLatin1StringView name, bool value)
    {
        if (value != usual)
            m_json.boolean(name, value);
    }
    /// {"sealed": …}; nothing is written when secrets are left out.
    void secret(QByteArrayView name, const Secret &secret, const QByteArray &place)
    {
        if (m_sealing && !secret.isEmpty())
            m_json.raw(name, "{ \"sealed\": \"" + m_sealing->seal(secret, place) + "\" }");
    }

    const Catalogue &m_catalogue;
    const std::optional<Sealing> &m_sealing;
    JsonWriter m_json;
};

void Writer::settings(const Settings &settings)
{
    const EndpointLimits &limits = settings.limits;
    m_json.openObject("settings"_L1);
    m_json.text("listen"_L1, settings.listen);
    m_json.texts("allowedHosts"_L1, settings.allowedHosts);
    m_json.texts("allowedOrigins"_L1, settings.allowedOrigins);
    m_json.openObject("limits"_L1);
    m_json.integer("maxBodyBytes"_L1, limits.maxBodyBytes);
    m_json.integer("maxBufferedBytes"_L1, limits.maxBufferedBytes);
    m_json.integer("maxHeaderBytes"_L1, limits.maxHeaderBytes);
    m_json.integer("maxTargetBytes"_L1, limits.maxTargetBytes);
    m_json.integer("headerTimeoutMs"_L1, limits.headerTimeout.count());
    m_json.integer("bodyTimeoutMs"_L1, limits.bodyTimeout.count());
    m_json.integer("keepAliveMs"_L1, limits.keepAlive.count());
    m_json.integer("maxConnections"_L1, limits.maxConnections);
    m_json.integer("drainMs"_L1, limits.drain.count());
    m_json.closeObject();
    m_json.closeObject();
}

void Writer::dialect(const Dialect &dialect)
{
    const Dialect *named = m_catalogue.dialect(dialect.id);
    if (named && *named == dialect) {
        m_json.text("dialect"_L1, dialect.id);
        return;
    }
    m_json.openObject("dialect"_L1);
    m_json.text("id"_L1, named ? dialect.id : u"openai"_s);
    m_json.text("auth"_L1, QString(word(dialect.auth)));
    m_json.boolean("streamOptions"_L1, dialect.streamOptions);
    m_json.boolean("modelList"_L1, dialect.modelList);
    m_json.boolean("http2"_L1, dialect.http2);
    m_json.closeObject();
}

void Writer::provider(const Provider &provider)
{
    m_json.openObject();
    m_json.text("id"_L1, provider.id);
    m_json.text("name"_L1, provider.name);
    m_json.text("baseUrl"_L1, QString::fromUtf8(provider.baseUrl.toEncoded()));
    dialect(provider.dialect);
    m_json.openArray("models"_L1);
    // All members are written: an absent one would be taken from the catalogue when the provider is one of its own.
    for (const Model &model : provider.models) {
        m_json.openObject();
        m_json.text("id"_L1, model.id);
        textUnlessEmpty("name"_L1, model.name);
        if (const Provider *shipped = m_catalogue.provider(provider.id); model.name.isEmpty() && shipped && shipped->model(model.id))
            m_json.text("name"_L1, u""_s);
        m_json.text("type"_L1, QString(word(model.type)));
        m_json.number("size"_L1, model.size);
        m_json.integer("context"_L1, model.context);
        if (model.priceIn)
            m_json.number("priceIn"_L1, *model.priceIn);
        if (model.priceOut)
            m_json.number("priceOut"_L1, *model.priceOut);
        textUnlessEmpty("currency"_L1, model.currency);
        m_json.closeObject();
    }
    m_json.closeArray();
    m_json.closeObject();
}

void Writer::channel(const Channel &channel)
{
    m_json.openObject();
    m_json.text("id"_L1, channel.id);
    m_json.text("provider"_L1, channel.provider);
    m_json.text("name"_L1, channel.name);
    textUnlessEmpty("description"_L1, channel.description);
    if (!channel.credential.environment.isEmpty())
        m_json.text("credential"_L1, u"env:"_s + channel.credential.environment);
    secret("credential", channel.credential.literal, places::credential(channel.id));
    m_json.texts("models"_L1, channel.models);
    if (!channel.modelTypes.isEmpty()) {
        QStringList models = channel.modelTypes.keys();
        models.sort(); // a hash has no order of its own
        m_json.openObject("modelTypes"_L1);
        for (const QString &model : models)
            m_json.raw(model.toUtf8(), json::quoted(QString(word(channel.modelTypes.value(model)))));
        m_json.closeObject();
    }
    flagUnless(true, "enabled"_L1, channel.enabled);
    flagUnless(true, "autoTest"_L1, channel.autoTest);
    if (channel.proxy.kind == ProxyChoice::Kind::None)
        m_json.text("proxy"_L1, u"none"_s);
    if (channel.proxy.kind == ProxyChoice::Kind::Url) {
        if (channel.proxy.url.userInfo().isEmpty() || !m_sealing)
            m_json.text("proxy"_L1, QString::fromUtf8(channel.proxy.url.toEncoded(QUrl::RemoveUserInfo)));
        else
            secret("proxy", Secret(channel.proxy.url.toEncoded()), places::proxy(channel.id));
    }
    if (!channel.headers.isEmpty()) {
        m_json.openObject("headers"_L1);
        for (const HttpHeader &header : channel.headers) {
            if (m_sealing && !header.value.isEmpty())
                secret(header.name, Secret(header.value), places::header(channel.id, header.name));
            else
                m_json.raw(header.name, "null");
        }
        m_json.closeObject();
    }
    if (channel.limits != ChannelLimits{}) {
        m_json.openObject("limits"_L1);
        unless(0, "parallel"_L1, channel.limits.parallel);
        unless(0, "requestsPerMinute"_L1, channel.limits.requestsPerMinute);
        unless(0, "tokensPerMonth"_L1, channel.limits.tokensPerMonth);
        m_json.closeObject();
    }
    m_json.closeObject();
}

void Writer::policy(const Policy &policy)
{
    const Policy usual;
    m_json.openObject("policy"_L1);
    m_json.integer("retries"_L1, policy.retries);
    if (policy.timeout)
        m_json.integer("timeoutMs"_L1, policy.timeout->count());
    if (policy.firstOutputTimeout)
        m_json.integer("firstOutputTimeoutMs"_L1, policy.firstOutputTimeout->count());
    m_json.integer("idleTimeoutMs"_L1, policy.idleTimeout.count());
    m_json.integer("deadlineMs"_L1, policy.deadline.count());
    m_json.integer("connectTimeoutMs"_L1, policy.connectTimeout.count());
    m_json.integer("backoffMs"_L1, policy.backoff.count());
    unless(usual.retryAfterCap.count(), "retryAfterCapMs"_L1, policy.retryAfterCap.count());
    flagUnless(false, "emptyAnswerIsFailure"_L1, policy.emptyAnswerIsFailure);
    if (!policy.failOverOn.isEmpty()) {
        QStringList words;
        for (const Outcome outcome : policy.failOverOn)
            words.append(word(outcome));
        m_json.texts("failOverOn"_L1, words);
    }
    flagUnless(false, "recordContent"_L1, policy.recordContent);
    m_json.openObject("cache"_L1);
    m_json.boolean("enabled"_L1, policy.cache.enabled);
    m_json.integer("ttlSeconds"_L1, policy.cache.ttl.count());
    m_json.closeObject();
    m_json.openObject("breaker"_L1);
    m_json.boolean("enabled"_L1, policy.breaker.enabled);
    m_json.integer("failures"_L1, policy.breaker.failures);
    m_json.number("suspendSeconds"_L1, double(policy.breaker.suspend.count()) / 1000);
    m_json.closeObject();
    m_json.closeObject();
}

void Writer::key(const GatewayKey &key)
{
    m_json.openObject();
    m_json.text("name"_L1, key.name);
    textUnlessEmpty("description"_L1, key.description);
    secret("secret", key.secret, places::keySecret(key.name));
    flagUnless(true, "enabled"_L1, key.enabled);
    if (key.expiresAt)
        m_json.text("expiresAt"_L1, key.expiresAt->toUTC().toString(Qt::ISODateWithMs));
    m_json.integer("freeTokens"_L1, key.freeTokens);
    m_json.openArray("chain"_L1);
    for (const Candidate &candidate : key.chain)
        m_json.raw({}, "{ \"channel\": " + json::quoted(candidate.channel) + ", \"model\": " + json::quoted(candidate.model) + " }");
    m_json.closeArray();
    policy(key.policy);
    if (key.limits != KeyLimits{}) {
        m_json.openObject("limits"_L1);
        unless(0, "requestsPerMinute"_L1, key.limits.requestsPerMinute);
        unless(0, "tokensPerDay"_L1, key.limits.tokensPerDay);
        unless(0, "tokensPerMonth"_L1, key.limits.tokensPerMonth);
        if (!key.limits.addresses.isEmpty())
            m_json.texts("addresses"_L1, key.limits.addresses);
        m_json.closeObject();
    }
    m_json.closeObject();
}

QByteArray Writer::run(const Configuration &configuration)
{
    m_json.openObject();
    m_json.text("format"_L1, u"understudy-config"_s);
    m_json.integer("version"_L1, 1);
    if (m_sealing) {
        m_json.openObject("sealing"_L1);
        m_json.text("kdf"_L1, u"argon2id"_s);
        m_json.text("salt"_L1, QString::fromLatin1(m_sealing->salt().toBase64()));
        m_json.integer("ops"_L1, qint64(m_sealing->cost().operations));
        m_json.integer("mem"_L1, qint64(m_sealing->cost().memoryBytes));
        m_json.closeObject();
    }
    settings(configuration.settings);
    m_json.openArray("providers"_L1);
    for (const Provider &entry : configuration.providers)
        provider(entry);
    m_json.closeArray();
    m_json.openArray("channels"_L1);
    for (const Channel &entry : configuration.channels)
        channel(entry);
    m_json.closeArray();
    m_json.openArray("keys"_L1);
    for (const GatewayKey &entry : configuration.keys)
        key(entry);
    m_json.closeArray();
    m_json.closeObject();
    return m_json.finished();
}

} // namespace

Result<QByteArray> serializeConfiguration(const Configuration &configuration, const Catalogue &catalogue, const WriteOptions &options)
{
    std::optional<Sealing> sealing;
    if (options.passphrase) {
        Result<Sealing> created = Sealing::create(*options.passphrase, options.cost);
        if (!created)
            return created.error();
        sealing = *created;
    }
    return Writer(catalogue, sealing).run(configuration);
}

} // namespace understudy
