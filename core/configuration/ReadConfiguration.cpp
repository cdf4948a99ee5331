// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/ConfigurationFile.h"

#include "catalog/ModelNames.h"
#include "catalog/StrictJson.h"
#include "configuration/Merge.h"
#include "configuration/Rules.h"

#include <cmath>

namespace understudy {

using namespace Qt::StringLiterals;
using strict::ObjectReader;

namespace {

constexpr int MaxDepth = 32;
constexpr QByteArrayView EnvironmentPrefix("env:");

QString joined(const QString &path, QLatin1StringView name) { return path.isEmpty() ? QString(name) : path + u'.' + name; }

/// Reads one file. Knows how the file is written; what the values may be is said in Rules.h.
class Reader {
public:
    Reader(const Catalogue &catalogue, const ReadOptions &options) : m_catalogue(catalogue), m_options(options) {}

    Result<Configuration> run(QByteArrayView text);

private:
    void settings(ObjectReader &top);
    void sealing(ObjectReader &top);
    void provider(const json::Value &value, const QString &path);
    Dialect dialect(ObjectReader &reader, const Dialect &otherwise);
    Model model(const json::Value &value, const QString &path, const Provider *listed);
    void channel(const json::Value &value, const QString &path);
    ProxyChoice proxy(ObjectReader &reader, const QString &channelId);
    HttpHeaders headers(ObjectReader &reader, const QString &channelId);
    void key(const json::Value &value, const QString &path);
    Policy policy(const json::Value &value, const QString &path);
    KeyLimits keyLimits(const json::Value &value, const QString &path);

    /// A text, or {"sealed": …} opened; the flag tells which.
    std::optional<Secret> secret(const json::Value &value, const QString &path, const QByteArray &place, bool *wasSealed = nullptr);
    Milliseconds duration(ObjectReader &reader, QLatin1StringView name, Milliseconds otherwise, Range range = ranges::Duration);
    qint64 bounded(ObjectReader &reader, QLatin1StringView name, qint64 otherwise, Range range);
    void part(const Result<void> &checked)
    {
        if (!checked)
            m_failure.add(checked.error().where, checked.error().text, checked.error().kind);
    }

    const Catalogue &m_catalogue;
    const ReadOptions &m_options;
    strict::Failure m_failure;
    std::optional<Sealing> m_sealing;
    Configuration m_configuration;
    QStringList m_providerIds; // also those that stay the catalogue's
};

Milliseconds Reader::duration(ObjectReader &reader, QLatin1StringView name, Milliseconds otherwise, Range range)
{
    return Milliseconds(bounded(reader, name, otherwise.count(), range));
}

qint64 Reader::bounded(ObjectReader &reader, QLatin1StringView name, qint64 otherwise, Range range)
{
    return reader.integer(name, otherwise, range.lowest, range.highest);
}

std::optional<Secret> Reader::secret(const json::Value &value, const QString &path, const QByteArray &place, bool *wasSealed)
{
    if (wasSealed)
        *wasSealed = value.isObject();
    if (value.isString())
        return Secret(value.toUtf8());
    if (!value.isObject()) {
        m_failure.add(path, strict::wrongKind("a text or {\"sealed\": base64}"_L1, value));
        return std::nullopt;
    }
    ObjectReader reader(value, path, m_failure);
    reader.require("sealed"_L1);
    const QByteArray sealed = reader.text("sealed"_L1).toLatin1();
    reader.finish();
    if (m_failure.happened())
        return std::nullopt;
    if (!m_sealing) {
        m_failure.add(path, u"is sealed, but the file has no \"sealing\" that tells how"_s);
        return std::nullopt;
    }
    Result<Secret> opened = m_sealing->open(sealed, place);
    if (opened)
        return *opened;
    m_failure.add(path, opened.error().text, opened.error().kind);
    return std::nullopt;
}

void Reader::sealing(ObjectReader &top)
{
    const json::Value value = top.take("sealing"_L1);
    if (value.isMissing())
        return;
    ObjectReader reader(value, u"sealing"_s, m_failure);
    for (const auto name : {"kdf"_L1, "salt"_L1, "ops"_L1, "mem"_L1})
        reader.require(name);
    if (reader.text("kdf"_L1) != "argon2id"_L1)
        reader.fail("kdf"_L1, u"must be argon2id"_s);
    const QByteArray salt = QByteArray::fromBase64(reader.text("salt"_L1).toLatin1());
    SealingCost cost;
    cost.operations = quint64(reader.integer("ops"_L1, 0, 1, qint64(Sealing::MostOperations)));
    cost.memoryBytes = quint64(reader.integer("mem"_L1, 0, 8192, qint64(Sealing::MostMemoryBytes)));
    reader.finish();
    if (m_failure.happened())
        return;
    Result<Sealing> sealing = Sealing::restore(m_options.passphrase, salt, cost);
    if (sealing)
        m_sealing = *sealing;
    else
        m_failure.add(u"sealing"_s, sealing.error().text, sealing.error().kind);
}

void Reader::settings(ObjectReader &top)
{
    Settings &settings = m_configuration.settings;
    settings = m_options.settings;
    const json::Value value = top.take("settings"_L1);
    if (value.isMissing())
        return;
    ObjectReader reader(value, u"settings"_s, m_failure);
    settings.listen = reader.text("listen"_L1, settings.listen);
    if (reader.has("allowedHosts"_L1))
        settings.allowedHosts.clear();
    settings.allowedHosts += reader.texts("allowedHosts"_L1);
    if (reader.has("allowedOrigins"_L1))
        settings.allowedOrigins.clear();
    settings.allowedOrigins += reader.texts("allowedOrigins"_L1);
    if (const json::Value given = reader.take("limits"_L1); !given.isMissing()) {
        EndpointLimits &limits = settings.limits;
        ObjectReader inner(given, u"settings.limits"_s, m_failure);
        limits.maxBodyBytes = bounded(inner, "maxBodyBytes"_L1, limits.maxBodyBytes, ranges::Bytes);
        limits.maxBufferedBytes = bounded(inner, "maxBufferedBytes"_L1, limits.maxBufferedBytes, ranges::Bytes);
        limits.maxHeaderBytes = bounded(inner, "maxHeaderBytes"_L1, limits.maxHeaderBytes, ranges::Bytes);
        limits.maxTargetBytes = bounded(inner, "maxTargetBytes"_L1, limits.maxTargetBytes, ranges::Bytes);
        limits.headerTimeout = duration(inner, "headerTimeoutMs"_L1, limits.headerTimeout);
        limits.bodyTimeout = duration(inner, "bodyTimeoutMs"_L1, limits.bodyTimeout);
        limits.keepAlive = duration(inner, "keepAliveMs"_L1, limits.keepAlive);
        limits.maxConnections = int(bounded(inner, "maxConnections"_L1, limits.maxConnections, ranges::Connections));
        limits.drain = duration(inner, "drainMs"_L1, limits.drain, ranges::Drain);
        inner.finish();
    }
    reader.finish();
    part(checkSettings(settings, u"settings"_s));
}

Dialect Reader::dialect(ObjectReader &reader, const Dialect &otherwise)
{
    const json::Value value = reader.take("dialect"_L1);
    if (value.isMissing())
        return otherwise;
    const auto named = [&](const QString &id, const QString &path) {
        if (const Dialect *known = m_catalogue.dialect(id))
            return *known;
        m_failure.add(path, u"is not known; known are %1"_s.arg(m_catalogue.dialectNames().join(u", "_s)));
        return otherwise;
    };
    const QString path = reader.pathOf("dialect"_L1);
    if (value.isString())
        return named(value.toString(), path);
    ObjectReader inner(value, path, m_failure);
    Dialect dialect = named(inner.text("id"_L1, u"openai"_s), inner.pathOf("id"_L1));
    const std::optional<AuthStyle> auth = authStyleFromWord(inner.text("auth"_L1, word(dialect.auth)));
    if (auth)
        dialect.auth = *auth;
    else
        inner.fail("auth"_L1, u"must be bearer, api-key or none"_s);
    dialect.streamOptions = inner.boolean("streamOptions"_L1, dialect.streamOptions);
    dialect.modelList = inner.boolean("modelList"_L1, dialect.modelList);
    dialect.http2 = inner.boolean("http2"_L1, dialect.http2);
    inner.finish();
    return dialect;
}

Model Reader::model(const json::Value &value, const QString &path, const Provider *listed)
{
    ObjectReader reader(value, path, m_failure);
    reader.require("id"_L1);
    const QString id = reader.text("id"_L1);
    const Model *shipped = listed ? listed->model(id) : nullptr;
    Model model = shipped ? *shipped : guessModel(id);
    if (!shipped)
        model.size = 0; // a guess is good enough for a type that has to be something, not for a number that may be unknown
    model.name = reader.text("name"_L1, model.name);
    if (const std::optional<ModelType> type = modelTypeFromWord(reader.text("type"_L1, word(model.type))))
        model.type = *type;
    else
        reader.fail("type"_L1, u"must be chat, reasoning, multimodal, embedding, image, speech, transcription or rerank"_s);
    model.size = reader.number("size"_L1, model.size, 0, ranges::LargestSize);
    model.context = bounded(reader, "context"_L1, model.context, ranges::Count);
    if (reader.has("priceIn"_L1))
        model.priceIn = reader.number("priceIn"_L1, 0, 0, ranges::LargestPrice);
    if (reader.has("priceOut"_L1))
        model.priceOut = reader.number("priceOut"_L1, 0, 0, ranges::LargestPrice);
    model.currency = reader.text("currency"_L1, model.currency);
    for (const auto name : {"priceIn"_L1, "priceOut"_L1})
        reader.take(name); // known, also when absent
    reader.finish();
    return model;
}

void Reader::provider(const json::Value &value, const QString &path)
{
    ObjectReader reader(value, path, m_failure);
    reader.require("id"_L1);
    Provider provider;
    provider.id = reader.text("id"_L1);
    provider.name = provider.id;
    const Provider *shipped = m_catalogue.provider(provider.id);
    if (shipped && shipped->origin != ProviderOrigin::BuiltIn)
        provider = *shipped;
    provider.name = reader.text("name"_L1, provider.name);
    if (reader.has("baseUrl"_L1)) {
        QString address = reader.text("baseUrl"_L1);
        while (address.endsWith(u'/'))
            address.chop(1);
        provider.baseUrl = QUrl(address, QUrl::StrictMode);
    } else if (!shipped) {
        reader.require("baseUrl"_L1);
    }
    reader.take("baseUrl"_L1);
    const Dialect *plain = m_catalogue.dialect(u"openai");
    provider.dialect = dialect(reader, shipped ? shipped->dialect : plain ? *plain : Dialect{});
    if (reader.has("models"_L1))
        provider.models.clear();
    reader.each("models"_L1, [&](const json::Value &entry, const QString &at) { provider.models.append(model(entry, at, shipped)); });
    reader.finish();
    if (m_providerIds.contains(provider.id))
        reader.fail("id"_L1, u"is used twice"_s);
    m_providerIds.append(provider.id);
    if (shipped && provider == *shipped)
        return; // nothing of it is the user's
    part(checkProvider(provider, path));
    m_configuration.providers.append(provider);
}

ProxyChoice Reader::proxy(ObjectReader &reader, const QString &channelId)
{
    ProxyChoice proxy;
    const json::Value value = reader.take("proxy"_L1);
    if (value.isMissing())
        return proxy;
    const std::optional<Secret> text = secret(value, reader.pathOf("proxy"_L1), places::proxy(channelId));
    if (!text || text->reveal() == "system")
        return proxy;
    if (text->reveal() == "none") {
        proxy.kind = ProxyChoice::Kind::None;
    } else {
        proxy.kind = ProxyChoice::Kind::Url;
        proxy.url = QUrl(QString::fromUtf8(text->reveal()), QUrl::StrictMode);
    }
    return proxy;
}

HttpHeaders Reader::headers(ObjectReader &reader, const QString &channelId)
{
    HttpHeaders headers;
    reader.eachMember("headers"_L1, [&](const QString &name, const json::Value &value, const QString &path) {
        HttpHeader header{name.toUtf8(), {}};
        if (!value.isNull()) {
            if (const std::optional<Secret> given = secret(value, path, places::header(channelId, header.name)))
                header.value = given->reveal();
            if (header.value.isEmpty())
                m_failure.add(path, u"must not be empty; null keeps the value that is stored"_s);
        }
        headers.append(header);
    });
    return headers;
}

void Reader::channel(const json::Value &value, const QString &path)
{
    ObjectReader reader(value, path, m_failure);
    Channel channel;
    for (const auto name : {"id"_L1, "provider"_L1, "models"_L1})
        reader.require(name);
    channel.id = reader.text("id"_L1);
    channel.provider = reader.text("provider"_L1);
    channel.name = reader.text("name"_L1, channel.id);
    channel.description = reader.text("description"_L1);
    if (const json::Value given = reader.take("credential"_L1); !given.isMissing()) {
        bool wasSealed = false;
        const std::optional<Secret> text = secret(given, reader.pathOf("credential"_L1), places::credential(channel.id), &wasSealed);
        if (text && !wasSealed && text->reveal().startsWith(EnvironmentPrefix)) {
            channel.credential.environment = QString::fromUtf8(text->reveal().mid(EnvironmentPrefix.size()));
            part(checkEnvironmentName(channel.credential.environment).ok()
                     ? Result<void>()
                     : Error{ErrorKind::Invalid, checkEnvironmentName(channel.credential.environment).error().text, reader.pathOf("credential"_L1)});
        } else if (text) {
            channel.credential.literal = *text;
        }
    }
    channel.models = reader.texts("models"_L1);
    reader.eachMember("modelTypes"_L1, [&](const QString &model, const json::Value &entry, const QString &at) {
        if (const std::optional<ModelType> type = modelTypeFromWord(entry.toString()))
            channel.modelTypes.insert(model, *type);
        else
            m_failure.add(at, u"must be chat, reasoning, multimodal, embedding, image, speech, transcription or rerank"_s);
    });
    channel.enabled = reader.boolean("enabled"_L1, channel.enabled);
    channel.autoTest = reader.boolean("autoTest"_L1, channel.autoTest);
    channel.proxy = proxy(reader, channel.id);
    channel.headers = headers(reader, channel.id);
    if (const json::Value given = reader.take("limits"_L1); !given.isMissing()) {
        ObjectReader limits(given, reader.pathOf("limits"_L1), m_failure);
        channel.limits.parallel = int(bounded(limits, "parallel"_L1, 0, ranges::Count));
        channel.limits.requestsPerMinute = int(bounded(limits, "requestsPerMinute"_L1, 0, ranges::Count));
        channel.limits.tokensPerMonth = bounded(limits, "tokensPerMonth"_L1, 0, ranges::Tokens);
        limits.finish();
    }
    reader.finish();
    part(checkChannel(channel, path));
    m_configuration.channels.append(channel);
}

Policy Reader::policy(const json::Value &value, const QString &path)
{
    Policy policy;
    ObjectReader reader(value, path, m_failure);
    policy.retries = int(bounded(reader, "retries"_L1, policy.retries, ranges::Retries));
    if (reader.has("timeoutMs"_L1))
        policy.timeout = duration(reader, "timeoutMs"_L1, Milliseconds{1});
    if (reader.has("firstOutputTimeoutMs"_L1))
        policy.firstOutputTimeout = duration(reader, "firstOutputTimeoutMs"_L1, Milliseconds{1});
    policy.idleTimeout = duration(reader, "idleTimeoutMs"_L1, policy.idleTimeout);
    policy.deadline = duration(reader, "deadlineMs"_L1, policy.deadline);
    policy.connectTimeout = duration(reader, "connectTimeoutMs"_L1, policy.connectTimeout);
    policy.backoff = duration(reader, "backoffMs"_L1, policy.backoff);
    policy.retryAfterCap = duration(reader, "retryAfterCapMs"_L1, policy.retryAfterCap);
    policy.emptyAnswerIsFailure = reader.boolean("emptyAnswerIsFailure"_L1, policy.emptyAnswerIsFailure);
    policy.recordContent = reader.boolean("recordContent"_L1, policy.recordContent);
    for (const QString &text : reader.texts("failOverOn"_L1)) {
        if (const std::optional<Outcome> outcome = outcomeFromWord(text))
            policy.failOverOn.append(*outcome);
        else
            reader.fail("failOverOn"_L1, u"may hold content_filtered and caller_fault only"_s);
    }
    if (const json::Value given = reader.take("cache"_L1); !given.isMissing()) {
        ObjectReader cache(given, reader.pathOf("cache"_L1), m_failure);
        policy.cache.enabled = cache.boolean("enabled"_L1, policy.cache.enabled);
        policy.cache.ttl = std::chrono::seconds(bounded(cache, "ttlSeconds"_L1, policy.cache.ttl.count(), ranges::CacheTtl));
        cache.finish();
    }
    if (const json::Value given = reader.take("breaker"_L1); !given.isMissing()) {
        ObjectReader breaker(given, reader.pathOf("breaker"_L1), m_failure);
        policy.breaker.enabled = breaker.boolean("enabled"_L1, policy.breaker.enabled);
        policy.breaker.failures = int(bounded(breaker, "failures"_L1, policy.breaker.failures, ranges::BreakerFailures));
        const double seconds = breaker.number("suspendSeconds"_L1, double(policy.breaker.suspend.count()) / 1000, 0,
                                              double(ranges::Duration.highest) / 1000);
        policy.breaker.suspend = Milliseconds(std::llround(seconds * 1000));
        breaker.finish();
    }
    for (const auto name : {"timeoutMs"_L1, "firstOutputTimeoutMs"_L1})
        reader.take(name); // known, also when absent
    reader.finish();
    return policy;
}

KeyLimits Reader::keyLimits(const json::Value &value, const QString &path)
{
    KeyLimits limits;
    ObjectReader reader(value, path, m_failure);
    limits.requestsPerMinute = int(bounded(reader, "requestsPerMinute"_L1, 0, ranges::Count));
    limits.tokensPerDay = bounded(reader, "tokensPerDay"_L1, 0, ranges::Tokens);
    limits.tokensPerMonth = bounded(reader, "tokensPerMonth"_L1, 0, ranges::Tokens);
    limits.addresses = reader.texts("addresses"_L1);
    reader.finish();
    return limits;
}

/// A date needs its offset: "2026-12-31T23:59:59Z". A local time would mean another moment on another machine.
std::optional<QDateTime> readDate(const QString &text)
{
    const QDateTime date = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!date.isValid() || date.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return date.toUTC();
}

void Reader::key(const json::Value &value, const QString &path)
{
    ObjectReader reader(value, path, m_failure);
    GatewayKey key;
    for (const auto name : {"name"_L1, "chain"_L1})
        reader.require(name);
    key.name = reader.text("name"_L1);
    key.description = reader.text("description"_L1);
    if (const json::Value given = reader.take("secret"_L1); !given.isMissing()) {
        const QString at = reader.pathOf("secret"_L1);
        bool wasSealed = false;
        std::optional<Secret> text = secret(given, at, places::keySecret(key.name), &wasSealed);
        if (text && !wasSealed && text->reveal().startsWith(EnvironmentPrefix)) {
            const QString name = QString::fromUtf8(text->reveal().mid(EnvironmentPrefix.size()));
            if (const Result<void> checked = checkEnvironmentName(name); !checked)
                m_failure.add(at, checked.error().text);
            else
                text = Secret(m_options.environment(name));
            if (text->isEmpty())
                m_failure.add(at, u"names the environment variable %1, which is not set"_s.arg(name));
        } else if (text && text->isEmpty()) {
            m_failure.add(at, u"must not be empty; leave it out to have one made"_s);
        }
        key.secret = text.value_or(Secret());
    }
    key.enabled = reader.boolean("enabled"_L1, key.enabled);
    if (const QString text = reader.text("expiresAt"_L1); reader.has("expiresAt"_L1)) {
        key.expiresAt = readDate(text);
        if (!key.expiresAt)
            reader.fail("expiresAt"_L1, u"must be a date with time and zone, such as 2026-12-31T23:59:59Z"_s);
    }
    key.freeTokens = bounded(reader, "freeTokens"_L1, key.freeTokens, ranges::Tokens);
    reader.each("chain"_L1, [&](const json::Value &entry, const QString &at) {
        ObjectReader place(entry, at, m_failure);
        for (const auto name : {"channel"_L1, "model"_L1})
            place.require(name);
        const QString channelId = place.text("channel"_L1);
        key.chain.append({channelId, place.text("model"_L1)});
        place.finish();
    });
    if (const json::Value given = reader.take("policy"_L1); !given.isMissing())
        key.policy = policy(given, joined(path, "policy"_L1));
    if (const json::Value given = reader.take("limits"_L1); !given.isMissing())
        key.limits = keyLimits(given, joined(path, "limits"_L1));
    reader.finish();
    part(checkKey(key, path));
    m_configuration.keys.append(key);
}

Result<Configuration> Reader::run(QByteArrayView text)
{
    if (text.size() > LargestConfigurationFile)
        return Error{ErrorKind::Invalid, u"is larger than %1 MiB"_s.arg(LargestConfigurationFile >> 20), {}};
    const Result<json::Value> document = strict::document(text, MaxDepth);
    if (!document)
        return document.error();
    ObjectReader top(*document, {}, m_failure);
    for (const auto name : {"format"_L1, "version"_L1})
        top.require(name);
    if (top.text("format"_L1) != "understudy-config"_L1)
        top.fail("format"_L1, u"must be understudy-config; this is another kind of file"_s);
    if (top.integer("version"_L1, 1, 0, ranges::SafeInteger) != 1)
        top.fail("version"_L1, u"must be 1; the file comes from another version of this program"_s);
    if (m_failure.happened())
        return m_failure.error();
    sealing(top);
    settings(top);
    top.each("providers"_L1, [this](const json::Value &value, const QString &path) { provider(value, path); });
    top.each("channels"_L1, [this](const json::Value &value, const QString &path) { channel(value, path); });
    top.each("keys"_L1, [this](const json::Value &value, const QString &path) { key(value, path); });
    top.finish();
    if (m_failure.happened())
        return m_failure.error();
    return m_configuration;
}

} // namespace

namespace places {
QByteArray credential(const QString &channel) { return "channels/" + channel.toUtf8() + "/credential"; }
QByteArray proxy(const QString &channel) { return "channels/" + channel.toUtf8() + "/proxy"; }
QByteArray header(const QString &channel, const QByteArray &name) { return "channels/" + channel.toUtf8() + "/headers/" + name; }
QByteArray keySecret(const QString &keyName) { return "keys/" + keyName.toUtf8() + "/secret"; }
}

Result<Configuration> parseConfiguration(QByteArrayView text, const Catalogue &catalogue, const ReadOptions &options)
{
    Result<Configuration> read = Reader(catalogue, options).run(text);
    if (!read)
        return read;
    if (const Result<void> checked = validate(*read, catalogue); !checked)
        return checked.error();
    return read;
}

Result<Configuration> importInto(const Configuration &existing, QByteArrayView text, const Catalogue &catalogue, const ReadOptions &options)
{
    ReadOptions beside = options;
    beside.settings = existing.settings;
    const Result<Configuration> read = Reader(catalogue, beside).run(text);
    if (!read)
        return read;
    Configuration merged = merge(existing, *read, &catalogue);
    // First with the paths of the file; what is then still wrong is a clash between the file and what existed.
    if (const Result<void> checked = validatePart(*read, merged, catalogue); !checked)
        return checked.error();
    completeKeys(merged);
    if (const Result<void> checked = validate(merged, catalogue); !checked)
        return Error{checked.error().kind, u"after the import %1: %2"_s.arg(checked.error().where, checked.error().text), {}};
    return merged;
}

bool isSealedConfiguration(QByteArrayView marked)
{
    const QByteArrayView text = strict::withoutByteOrderMark(marked);
    return !json::validate(text, MaxDepth) && json::Value(text)["sealing"].isObject();
}

} // namespace understudy
