// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ConfigurationJson.h"

#include <QJsonDocument>

namespace understudy::stored {

using namespace Qt::StringLiterals;

namespace {

qint64 number(const QJsonObject &object, QLatin1StringView name, qint64 fallback)
{
    return object.value(name).toInteger(fallback);
}

template <typename Duration> Duration duration(const QJsonObject &object, QLatin1StringView name, Duration fallback)
{
    return Duration(number(object, name, fallback.count()));
}

template <typename Duration> std::optional<Duration> optionalDuration(const QJsonObject &object, QLatin1StringView name)
{
    if (!object.contains(name))
        return std::nullopt;
    return Duration(object.value(name).toInteger());
}

QJsonValue integer(qint64 value) { return QJsonValue(value); }

constexpr std::array Origins {"catalogue"_L1, "custom"_L1, "built-in"_L1, "local"_L1};
constexpr std::array ProxyKinds {"system"_L1, "none"_L1, "url"_L1};
constexpr std::array AuthStyles {"bearer"_L1, "api-key"_L1, "none"_L1};

template <typename Enum, size_t N> Enum find(const std::array<QLatin1StringView, N> &words, const QString &text, Enum fallback)
{
    const auto at = std::find(words.begin(), words.end(), text);
    return at == words.end() ? fallback : Enum(at - words.begin());
}

} // namespace

QString text(const QJsonObject &object) { return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)); }
QString text(const QJsonArray &array) { return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)); }
QJsonObject object(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }
QJsonArray array(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).array(); }

QJsonArray toJson(const QStringList &list) { return QJsonArray::fromStringList(list); }

QStringList toStrings(const QJsonArray &array)
{
    QStringList list;
    for (const QJsonValue value : array)
        list.append(value.toString());
    return list;
}

QJsonObject toJson(const Dialect &dialect)
{
    return {{u"id"_s, dialect.id},
            {u"auth"_s, QString(AuthStyles[size_t(dialect.auth)])},
            {u"streamOptions"_s, dialect.streamOptions},
            {u"modelList"_s, dialect.modelList},
            {u"http2"_s, dialect.http2}};
}

Dialect toDialect(const QJsonObject &object)
{
    Dialect dialect;
    dialect.id = object.value("id"_L1).toString(dialect.id);
    dialect.auth = find(AuthStyles, object.value("auth"_L1).toString(), dialect.auth);
    dialect.streamOptions = object.value("streamOptions"_L1).toBool(dialect.streamOptions);
    dialect.modelList = object.value("modelList"_L1).toBool(dialect.modelList);
    dialect.http2 = object.value("http2"_L1).toBool(dialect.http2);
    return dialect;
}

QJsonArray toJson(const QList<Model> &models)
{
    QJsonArray array;
    for (const Model &model : models) {
        QJsonObject object {{u"id"_s, model.id},
                            {u"name"_s, model.name},
                            {u"type"_s, QString(word(model.type))},
                            {u"size"_s, model.size},
                            {u"context"_s, integer(model.context)},
                            {u"currency"_s, model.currency}};
        if (model.priceIn)
            object.insert("priceIn"_L1, *model.priceIn);
        if (model.priceOut)
            object.insert("priceOut"_L1, *model.priceOut);
        array.append(object);
    }
    return array;
}

QList<Model> toModels(const QJsonArray &array)
{
    QList<Model> models;
    for (const QJsonValue value : array) {
        const QJsonObject object = value.toObject();
        Model model;
        model.id = object.value("id"_L1).toString();
        model.name = object.value("name"_L1).toString();
        model.type = modelTypeFromWord(object.value("type"_L1).toString()).value_or(ModelType::Chat);
        model.size = object.value("size"_L1).toDouble();
        model.context = number(object, "context"_L1, 0);
        model.currency = object.value("currency"_L1).toString();
        if (object.contains("priceIn"_L1))
            model.priceIn = object.value("priceIn"_L1).toDouble();
        if (object.contains("priceOut"_L1))
            model.priceOut = object.value("priceOut"_L1).toDouble();
        models.append(model);
    }
    return models;
}

QJsonObject toJson(const QHash<QString, ModelType> &types)
{
    QJsonObject object;
    for (auto it = types.cbegin(); it != types.cend(); ++it)
        object.insert(it.key(), QString(word(it.value())));
    return object;
}

QHash<QString, ModelType> toModelTypes(const QJsonObject &object)
{
    QHash<QString, ModelType> types;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (const auto type = modelTypeFromWord(it.value().toString()))
            types.insert(it.key(), *type);
    }
    return types;
}

// Base64 because a header is bytes and JSON is text; the result is sealed, so nobody reads it anyway.
QJsonArray toJson(const HttpHeaders &headers)
{
    QJsonArray array;
    for (const HttpHeader &header : headers)
        array.append(QJsonArray {QString::fromLatin1(header.name.toBase64()), QString::fromLatin1(header.value.toBase64())});
    return array;
}

HttpHeaders toHeaders(const QJsonArray &array)
{
    HttpHeaders headers;
    for (const QJsonValue value : array) {
        const QJsonArray pair = value.toArray();
        headers.append(
            {QByteArray::fromBase64(pair.at(0).toString().toLatin1()), QByteArray::fromBase64(pair.at(1).toString().toLatin1())});
    }
    return headers;
}

QJsonObject toJson(const ChannelLimits &limits)
{
    return {{u"parallel"_s, limits.parallel},
            {u"requestsPerMinute"_s, limits.requestsPerMinute},
            {u"tokensPerMonth"_s, integer(limits.tokensPerMonth)}};
}

ChannelLimits toChannelLimits(const QJsonObject &object)
{
    return {int(number(object, "parallel"_L1, 0)), int(number(object, "requestsPerMinute"_L1, 0)),
            number(object, "tokensPerMonth"_L1, 0)};
}

QJsonArray toJson(const QList<Candidate> &chain)
{
    QJsonArray array;
    for (const Candidate &candidate : chain)
        array.append(QJsonObject {{u"channel"_s, candidate.channel}, {u"model"_s, candidate.model}});
    return array;
}

QList<Candidate> toChain(const QJsonArray &array)
{
    QList<Candidate> chain;
    for (const QJsonValue value : array)
        chain.append({value.toObject().value("channel"_L1).toString(), value.toObject().value("model"_L1).toString()});
    return chain;
}

QJsonObject toJson(const Policy &policy)
{
    QJsonObject object {{u"retries"_s, policy.retries},
                        {u"idleTimeoutMs"_s, integer(policy.idleTimeout.count())},
                        {u"deadlineMs"_s, integer(policy.deadline.count())},
                        {u"connectTimeoutMs"_s, integer(policy.connectTimeout.count())},
                        {u"backoffMs"_s, integer(policy.backoff.count())},
                        {u"retryAfterCapMs"_s, integer(policy.retryAfterCap.count())},
                        {u"emptyAnswerIsFailure"_s, policy.emptyAnswerIsFailure},
                        {u"recordContent"_s, policy.recordContent},
                        {u"cacheEnabled"_s, policy.cache.enabled},
                        {u"cacheTtlSeconds"_s, integer(policy.cache.ttl.count())},
                        {u"breakerEnabled"_s, policy.breaker.enabled},
                        {u"breakerFailures"_s, policy.breaker.failures},
                        {u"breakerSuspendMs"_s, integer(policy.breaker.suspend.count())}};
    if (policy.timeout)
        object.insert("timeoutMs"_L1, integer(policy.timeout->count()));
    if (policy.firstOutputTimeout)
        object.insert("firstOutputTimeoutMs"_L1, integer(policy.firstOutputTimeout->count()));
    QJsonArray failOver;
    for (const Outcome outcome : policy.failOverOn)
        failOver.append(QString(word(outcome)));
    object.insert("failOverOn"_L1, failOver);
    return object;
}

Policy toPolicy(const QJsonObject &object)
{
    Policy policy;
    policy.retries = int(number(object, "retries"_L1, policy.retries));
    policy.timeout = optionalDuration<Milliseconds>(object, "timeoutMs"_L1);
    policy.firstOutputTimeout = optionalDuration<Milliseconds>(object, "firstOutputTimeoutMs"_L1);
    policy.idleTimeout = duration(object, "idleTimeoutMs"_L1, policy.idleTimeout);
    policy.deadline = duration(object, "deadlineMs"_L1, policy.deadline);
    policy.connectTimeout = duration(object, "connectTimeoutMs"_L1, policy.connectTimeout);
    policy.backoff = duration(object, "backoffMs"_L1, policy.backoff);
    policy.retryAfterCap = duration(object, "retryAfterCapMs"_L1, policy.retryAfterCap);
    policy.emptyAnswerIsFailure = object.value("emptyAnswerIsFailure"_L1).toBool();
    policy.recordContent = object.value("recordContent"_L1).toBool();
    policy.cache.enabled = object.value("cacheEnabled"_L1).toBool();
    policy.cache.ttl = duration(object, "cacheTtlSeconds"_L1, policy.cache.ttl);
    policy.breaker.enabled = object.value("breakerEnabled"_L1).toBool(true);
    policy.breaker.failures = int(number(object, "breakerFailures"_L1, policy.breaker.failures));
    policy.breaker.suspend = duration(object, "breakerSuspendMs"_L1, policy.breaker.suspend);
    for (const QJsonValue value : object.value("failOverOn"_L1).toArray()) {
        if (const auto outcome = outcomeFromWord(value.toString()))
            policy.failOverOn.append(*outcome);
    }
    return policy;
}

QJsonObject toJson(const KeyLimits &limits)
{
    return {{u"requestsPerMinute"_s, limits.requestsPerMinute},
            {u"tokensPerDay"_s, integer(limits.tokensPerDay)},
            {u"tokensPerMonth"_s, integer(limits.tokensPerMonth)},
            {u"addresses"_s, toJson(limits.addresses)}};
}

KeyLimits toKeyLimits(const QJsonObject &object)
{
    return {int(number(object, "requestsPerMinute"_L1, 0)), number(object, "tokensPerDay"_L1, 0),
            number(object, "tokensPerMonth"_L1, 0), toStrings(object.value("addresses"_L1).toArray())};
}

QJsonObject toJson(const Settings &settings)
{
    const EndpointLimits &limits = settings.limits;
    return {{u"listen"_s, settings.listen},
            {u"allowedHosts"_s, toJson(settings.allowedHosts)},
            {u"allowedOrigins"_s, toJson(settings.allowedOrigins)},
            {u"maxBodyBytes"_s, integer(limits.maxBodyBytes)},
            {u"maxBufferedBytes"_s, integer(limits.maxBufferedBytes)},
            {u"maxHeaderBytes"_s, integer(limits.maxHeaderBytes)},
            {u"maxTargetBytes"_s, integer(limits.maxTargetBytes)},
            {u"headerTimeoutMs"_s, integer(limits.headerTimeout.count())},
            {u"bodyTimeoutMs"_s, integer(limits.bodyTimeout.count())},
            {u"keepAliveMs"_s, integer(limits.keepAlive.count())},
            {u"maxConnections"_s, limits.maxConnections},
            {u"drainMs"_s, integer(limits.drain.count())}};
}

Settings toSettings(const QJsonObject &object)
{
    Settings settings;
    EndpointLimits &limits = settings.limits;
    settings.listen = object.value("listen"_L1).toString(settings.listen);
    settings.allowedHosts = toStrings(object.value("allowedHosts"_L1).toArray());
    settings.allowedOrigins = toStrings(object.value("allowedOrigins"_L1).toArray());
    limits.maxBodyBytes = number(object, "maxBodyBytes"_L1, limits.maxBodyBytes);
    limits.maxBufferedBytes = number(object, "maxBufferedBytes"_L1, limits.maxBufferedBytes);
    limits.maxHeaderBytes = number(object, "maxHeaderBytes"_L1, limits.maxHeaderBytes);
    limits.maxTargetBytes = number(object, "maxTargetBytes"_L1, limits.maxTargetBytes);
    limits.headerTimeout = duration(object, "headerTimeoutMs"_L1, limits.headerTimeout);
    limits.bodyTimeout = duration(object, "bodyTimeoutMs"_L1, limits.bodyTimeout);
    limits.keepAlive = duration(object, "keepAliveMs"_L1, limits.keepAlive);
    limits.maxConnections = int(number(object, "maxConnections"_L1, limits.maxConnections));
    limits.drain = duration(object, "drainMs"_L1, limits.drain);
    return settings;
}

QString word(ProviderOrigin origin) { return Origins[size_t(origin)]; }
ProviderOrigin toOrigin(const QString &word) { return find(Origins, word, ProviderOrigin::Custom); }
QString word(ProxyChoice::Kind kind) { return ProxyKinds[size_t(kind)]; }
ProxyChoice::Kind toProxyKind(const QString &word) { return find(ProxyKinds, word, ProxyChoice::Kind::System); }

} // namespace understudy::stored
