// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Lookup.h"
#include "configuration/Rules.h"

#include <QSet>

#include <cmath>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// Collects the first error of many rules, with its path.
class Checks {
public:
    explicit Checks(QString path) : m_path(std::move(path)) {}

    void add(const QString &member, const Result<void> &result)
    {
        if (!result && m_first)
            m_first = Error{result.error().kind, result.error().text, at(member)};
    }
    void require(bool good, const QString &member, const QString &text)
    {
        if (!good && m_first)
            m_first = Error{ErrorKind::Invalid, text, at(member)};
    }
    void range(qint64 value, Range range, const QString &member)
    {
        require(range.contains(value), member, u"must be from %1 to %2"_s.arg(range.lowest).arg(range.highest));
    }
    void range(Milliseconds value, Range allowed, const QString &member) { range(value.count(), allowed, member); }
    /// A whole part that knows its own path.
    void part(const Result<void> &result)
    {
        if (!result && m_first)
            m_first = result.error();
    }
    Result<void> result() const { return m_first; }

private:
    QString at(const QString &member) const
    {
        return m_path.isEmpty() ? member : member.isEmpty() ? m_path : m_path + u'.' + member;
    }
    QString m_path;
    Result<void> m_first;
};

QString indexed(QLatin1StringView list, qsizetype index) { return u"%1[%2]"_s.arg(list).arg(index); }

Result<void> checkModel(const Model &model, const QString &path)
{
    const auto amount = [](double value, double highest) { return std::isfinite(value) && value >= 0 && value <= highest; };
    Checks checks(path);
    checks.add(u"id"_s, checkModelId(model.id));
    if (!model.name.isEmpty())
        checks.add(u"name"_s, checkModelId(model.name));
    checks.require(amount(model.size, ranges::LargestSize), u"size"_s, u"must be a number of billions of parameters"_s);
    checks.range(model.context, ranges::Count, u"context"_s);
    checks.require(amount(model.priceIn.value_or(0), ranges::LargestPrice), u"priceIn"_s, u"must be a price"_s);
    checks.require(amount(model.priceOut.value_or(0), ranges::LargestPrice), u"priceOut"_s, u"must be a price"_s);
    const bool currency = model.currency.isEmpty()
        || (model.currency.size() == 3 && std::all_of(model.currency.cbegin(), model.currency.cend(), [](QChar c) { return c >= u'A' && c <= u'Z'; }));
    checks.require(currency, u"currency"_s, u"must be three capital letters, such as CNY"_s);
    return checks.result();
}

Result<void> checkLimits(const EndpointLimits &limits, const QString &path)
{
    Checks checks(path);
    checks.range(limits.maxBodyBytes, ranges::Bytes, u"maxBodyBytes"_s);
    checks.range(limits.maxBufferedBytes, ranges::Bytes, u"maxBufferedBytes"_s);
    checks.range(limits.maxHeaderBytes, ranges::HeaderBytes, u"maxHeaderBytes"_s);
    checks.range(limits.maxTargetBytes, ranges::TargetBytes, u"maxTargetBytes"_s);
    checks.range(limits.headerTimeout, ranges::Duration, u"headerTimeoutMs"_s);
    checks.range(limits.bodyTimeout, ranges::Duration, u"bodyTimeoutMs"_s);
    checks.range(limits.keepAlive, ranges::Duration, u"keepAliveMs"_s);
    checks.range(limits.maxConnections, ranges::Connections, u"maxConnections"_s);
    checks.range(limits.drain, ranges::Drain, u"drainMs"_s);
    return checks.result();
}

/// The references of a channel: its provider, and the provider's models.
Result<void> checkChannelIn(const Channel &channel, const Configuration &whole, const Catalogue &catalogue, const QString &path)
{
    Checks checks(path);
    const Provider *provider = catalogue.resolve(whole, channel.provider);
    if (!provider || provider->origin == ProviderOrigin::BuiltIn) {
        checks.require(false, u"provider"_s, u"is not known; define it under `providers` or name one of the catalogue"_s);
        return checks.result();
    }
    checks.require(!provider->baseUrl.isEmpty(), u"provider"_s,
                   u"needs your own address: add {\"id\": \"%1\", \"baseUrl\": …} under `providers`"_s.arg(provider->id));
    for (qsizetype i = 0; i < channel.models.size(); ++i) {
        // A runtime on this machine serves whatever was loaded into it; no list of ours can know.
        checks.require(provider->origin == ProviderOrigin::Local || provider->model(channel.models[i]), indexed("models"_L1, i),
                       u"is no model of provider \"%1\"; add it to that provider's models"_s.arg(provider->id));
    }
    return checks.result();
}

Result<void> checkChainIn(const GatewayKey &key, const Configuration &whole, const Catalogue &catalogue, const QString &path)
{
    Checks checks(path);
    for (qsizetype i = 0; i < key.chain.size(); ++i) {
        const Result<ResolvedCandidate> found = resolveCandidate(whole, catalogue, key.chain[i]);
        if (!found)
            checks.require(false, indexed("chain"_L1, i), found.error().text);
    }
    return checks.result();
}

/// Names and ids that must not stand twice; `where` counts in the list given.
Result<void> checkUnique(const Configuration &configuration)
{
    Checks checks({});
    const auto unique = [&checks](QSet<QString> &seen, const QString &name, const QString &where) {
        checks.require(!seen.contains(name), where, u"is used twice"_s);
        seen.insert(name);
    };
    QSet<QString> providers, channels, channelNames, keys;
    for (qsizetype i = 0; i < configuration.providers.size(); ++i)
        unique(providers, configuration.providers[i].id, indexed("providers"_L1, i) + u".id"_s);
    for (qsizetype i = 0; i < configuration.channels.size(); ++i) {
        const Channel &channel = configuration.channels[i];
        unique(channels, channel.id, indexed("channels"_L1, i) + u".id"_s);
        unique(channelNames, channel.provider + u'/' + channel.name, indexed("channels"_L1, i) + u".name"_s);
    }
    for (qsizetype i = 0; i < configuration.keys.size(); ++i) {
        const GatewayKey &key = configuration.keys[i];
        unique(keys, key.name, indexed("keys"_L1, i) + u".name"_s);
        for (qsizetype other = 0; other < i; ++other)
            checks.require(key.secret.isEmpty() || !(key.secret == configuration.keys[other].secret), indexed("keys"_L1, i) + u".secret"_s,
                           u"is the secret of another key"_s);
    }
    return checks.result();
}

bool isLocalHost(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

} // namespace

Result<void> checkSettings(const Settings &settings, const QString &path)
{
    Checks checks(path);
    const Result<ListenAddress> listen = parseListenAddress(settings.listen);
    checks.add(u"listen"_s, listen ? Result<void>() : Result<void>(listen.error()));
    for (qsizetype i = 0; i < settings.allowedHosts.size(); ++i)
        checks.add(indexed("allowedHosts"_L1, i), checkHost(settings.allowedHosts[i]));
    for (qsizetype i = 0; i < settings.allowedOrigins.size(); ++i)
        checks.add(indexed("allowedOrigins"_L1, i), checkOrigin(settings.allowedOrigins[i]));
    checks.part(checkLimits(settings.limits, path.isEmpty() ? u"limits"_s : path + u".limits"_s));
    return checks.result();
}

Result<void> checkProvider(const Provider &provider, const QString &path)
{
    Checks checks(path);
    checks.add(u"id"_s, checkId(provider.id));
    checks.require(provider.id != BuiltInChannelId, u"id"_s, u"is reserved for the built-in models"_s);
    checks.add(u"name"_s, checkProviderName(provider.name));
    checks.add(u"baseUrl"_s, checkBaseUrl(provider.baseUrl));
    QSet<QString> seen;
    for (qsizetype i = 0; i < provider.models.size(); ++i) {
        const QString at = path + u'.' + indexed("models"_L1, i);
        checks.part(checkModel(provider.models[i], at));
        checks.require(!seen.contains(provider.models[i].id), indexed("models"_L1, i) + u".id"_s, u"is used twice"_s);
        seen.insert(provider.models[i].id);
    }
    return checks.result();
}

Result<void> checkChannel(const Channel &channel, const QString &path)
{
    Checks checks(path);
    checks.add(u"id"_s, checkId(channel.id));
    checks.require(channel.id != BuiltInChannelId, u"id"_s, u"is reserved for the built-in models"_s);
    checks.add(u"provider"_s, checkId(channel.provider));
    checks.add(u"name"_s, checkChannelName(channel.name));
    checks.add(u"description"_s, checkDescription(channel.description));
    checks.add(u"credential"_s, checkCredential(channel.credential));
    checks.require(!channel.models.isEmpty(), u"models"_s, u"must name at least one model"_s);
    for (qsizetype i = 0; i < channel.models.size(); ++i) {
        checks.add(indexed("models"_L1, i), checkModelId(channel.models[i]));
        checks.require(channel.models.indexOf(channel.models[i]) == i, indexed("models"_L1, i), u"is used twice"_s);
    }
    for (auto it = channel.modelTypes.cbegin(); it != channel.modelTypes.cend(); ++it)
        checks.require(channel.models.contains(it.key()), u"modelTypes"_s, u"names a model that the channel does not open"_s);
    checks.add(u"proxy"_s, checkProxy(channel.proxy));
    checks.require(channel.headers.size() <= MostHeaders, u"headers"_s, u"must be at most %1"_s.arg(MostHeaders));
    QSet<QByteArray> names;
    for (const HttpHeader &header : channel.headers) {
        const QString member = u"headers."_s + QString::fromLatin1(header.name.left(40));
        checks.add(member, checkHeader(header));
        checks.require(!names.contains(header.name.toLower()), member, u"is used twice"_s);
        names.insert(header.name.toLower());
    }
    checks.range(channel.limits.parallel, ranges::Count, u"limits.parallel"_s);
    checks.range(channel.limits.requestsPerMinute, ranges::Count, u"limits.requestsPerMinute"_s);
    checks.range(channel.limits.tokensPerMonth, ranges::Tokens, u"limits.tokensPerMonth"_s);
    return checks.result();
}

Result<void> checkPolicy(const Policy &policy, const QString &path)
{
    Checks checks(path);
    checks.range(policy.retries, ranges::Retries, u"retries"_s);
    if (policy.timeout)
        checks.range(*policy.timeout, ranges::Duration, u"timeoutMs"_s);
    if (policy.firstOutputTimeout)
        checks.range(*policy.firstOutputTimeout, ranges::Duration, u"firstOutputTimeoutMs"_s);
    checks.range(policy.idleTimeout, ranges::Duration, u"idleTimeoutMs"_s);
    checks.range(policy.deadline, ranges::Duration, u"deadlineMs"_s);
    checks.range(policy.connectTimeout, ranges::Duration, u"connectTimeoutMs"_s);
    checks.range(policy.backoff, ranges::Duration, u"backoffMs"_s);
    checks.range(policy.retryAfterCap, ranges::Duration, u"retryAfterCapMs"_s);
    for (const Outcome outcome : policy.failOverOn) {
        checks.require(outcome == Outcome::ContentFiltered || outcome == Outcome::CallerFault, u"failOverOn"_s,
                       u"may hold content_filtered and caller_fault only"_s);
        checks.require(policy.failOverOn.count(outcome) == 1, u"failOverOn"_s, u"names an outcome twice"_s);
    }
    checks.range(policy.cache.ttl.count(), ranges::CacheTtl, u"cache.ttlSeconds"_s);
    checks.range(policy.breaker.failures, ranges::BreakerFailures, u"breaker.failures"_s);
    checks.require(ranges::Duration.contains(policy.breaker.suspend.count()), u"breaker.suspendSeconds"_s,
                   u"must be from 0.001 to %1"_s.arg(ranges::Duration.highest / 1000));
    return checks.result();
}

Result<void> checkKey(const GatewayKey &key, const QString &path)
{
    Checks checks(path);
    checks.add(u"name"_s, checkKeyName(key.name));
    checks.add(u"description"_s, checkDescription(key.description));
    if (!key.secret.isEmpty())
        checks.add(u"secret"_s, checkKeySecret(key.secret));
    if (key.expiresAt)
        checks.require(key.expiresAt->isValid(), u"expiresAt"_s, u"is no date"_s);
    checks.range(key.freeTokens, ranges::Tokens, u"freeTokens"_s);
    checks.require(!key.chain.isEmpty(), u"chain"_s, u"must hold at least one model"_s);
    checks.require(key.chain.size() <= LongestChain, u"chain"_s, u"must hold at most %1 models"_s.arg(LongestChain));
    for (qsizetype i = 0; i < key.chain.size(); ++i)
        checks.require(key.chain.indexOf(key.chain[i]) == i, indexed("chain"_L1, i), u"stands twice in the chain"_s);
    checks.part(checkPolicy(key.policy, path.isEmpty() ? u"policy"_s : path + u".policy"_s));
    checks.range(key.limits.requestsPerMinute, ranges::Count, u"limits.requestsPerMinute"_s);
    checks.range(key.limits.tokensPerDay, ranges::Tokens, u"limits.tokensPerDay"_s);
    checks.range(key.limits.tokensPerMonth, ranges::Tokens, u"limits.tokensPerMonth"_s);
    for (qsizetype i = 0; i < key.limits.addresses.size(); ++i)
        checks.add(u"limits."_s + indexed("addresses"_L1, i), checkClientAddress(key.limits.addresses[i]));
    return checks.result();
}

Result<void> validatePart(const Configuration &part, const Configuration &whole, const Catalogue &catalogue)
{
    Checks checks({});
    checks.part(checkSettings(part.settings, u"settings"_s));
    for (qsizetype i = 0; i < part.providers.size(); ++i)
        checks.part(checkProvider(part.providers[i], indexed("providers"_L1, i)));
    for (qsizetype i = 0; i < part.channels.size(); ++i) {
        checks.part(checkChannel(part.channels[i], indexed("channels"_L1, i)));
        checks.part(checkChannelIn(part.channels[i], whole, catalogue, indexed("channels"_L1, i)));
    }
    for (qsizetype i = 0; i < part.keys.size(); ++i) {
        checks.part(checkKey(part.keys[i], indexed("keys"_L1, i)));
        checks.part(checkChainIn(part.keys[i], whole, catalogue, indexed("keys"_L1, i)));
    }
    checks.part(checkUnique(part));
    return checks.result();
}

Result<void> validate(const Configuration &configuration, const Catalogue &catalogue)
{
    return validatePart(configuration, configuration, catalogue);
}

QStringList advice(const Configuration &configuration, const Catalogue &catalogue)
{
    QStringList texts;
    const EndpointLimits &limits = configuration.settings.limits;
    if (limits.maxBufferedBytes / 3 < limits.maxBodyBytes)
        texts.append(u"maxBufferedBytes counts each body three times, so no body above %1 bytes is taken, whatever maxBodyBytes says"_s
                         .arg(limits.maxBufferedBytes / 3));
    for (const Channel &channel : configuration.channels) {
        const Provider *provider = catalogue.resolve(configuration, channel.provider);
        if (!provider)
            continue;
        if (channel.credential.isEmpty() && provider->dialect.auth != AuthStyle::None)
            texts.append(u"channel \"%1\" has no credential: %2 will refuse its calls"_s.arg(channel.id, provider->name));
        if (provider->baseUrl.scheme() == "http"_L1 && !isLocalHost(provider->baseUrl))
            texts.append(u"provider \"%1\" is called over plain http: the credential can be read on the way"_s.arg(provider->id));
    }
    for (const GatewayKey &key : configuration.keys) {
        const QList<ModelType> types = chainTypes(configuration, catalogue, key);
        const bool oneChannel = std::all_of(key.chain.cbegin(), key.chain.cend(),
                                            [&key](const Candidate &candidate) { return candidate.channel == key.chain.first().channel; });
        if (key.chain.size() == 1) {
            texts.append(u"key \"%1\" has only one model: no failover is possible"_s.arg(key.name));
            continue;
        }
        if (oneChannel)
            texts.append(u"all models of key \"%1\" use the same channel: one outage stops all"_s.arg(key.name));
        for (int type = 0; type < ModelTypeCount; ++type) {
            if (types.count(ModelType(type)) == 1)
                texts.append(u"key \"%1\" has only one model of type %2: nothing can stand in for it"_s.arg(key.name, word(ModelType(type))));
        }
    }
    return texts;
}

} // namespace understudy
