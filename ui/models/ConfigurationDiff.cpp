// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConfigurationDiff.h"

#include "catalog/Catalogue.h"

#include <algorithm>

namespace understudy::diff {

using namespace Qt::StringLiterals;

namespace {

QString shown(bool value) { return value ? u"true"_s : u"false"_s; }
QString shown(qint64 value) { return QString::number(value); }
QString shown(int value) { return QString::number(value); }
QString shown(Milliseconds value) { return QString::number(value.count()); }
QString shown(const std::optional<Milliseconds> &value) { return value ? shown(*value) : QString(); }
QString shown(const QString &value) { return value; }
QString shown(const QStringList &value) { return value.join(u", "_s); }

QString shown(AuthStyle style)
{
    switch (style) {
    case AuthStyle::Bearer: return u"bearer"_s;
    case AuthStyle::ApiKeyHeader: return u"api-key"_s;
    case AuthStyle::None: return u"none"_s;
    }
    return {};
}

QString shown(const ProxyChoice &proxy)
{
    switch (proxy.kind) {
    case ProxyChoice::Kind::System: return u"system"_s;
    case ProxyChoice::Kind::None: return u"none"_s;
    case ProxyChoice::Kind::Url: return proxy.url.toString(QUrl::RemoveUserInfo);
    }
    return {};
}

QString shown(const QList<Candidate> &chain)
{
    QStringList places;
    for (const Candidate &candidate : chain)
        places.append(candidate.channel + u'/' + candidate.model);
    return places.join(u" → "_s);
}

class Members {
public:
    template<typename T>
    void compare(const char *path, const T &mine, const T &theirs)
    {
        if (!(mine == theirs))
            list.append({QString::fromLatin1(path), shown(mine), shown(theirs), Member::Kind::Value});
    }
    void secret(const QString &path, bool had, bool has, bool equal)
    {
        if (equal)
            return;
        list.append({path, {}, {}, !had ? Member::Kind::SecretAdded : has ? Member::Kind::SecretReplaced : Member::Kind::SecretRemoved});
    }
    QList<Member> list;
};

QList<Member> compare(const Settings &mine, const Settings &theirs)
{
    Members members;
    members.compare("listen", mine.listen, theirs.listen);
    members.compare("allowedHosts", mine.allowedHosts, theirs.allowedHosts);
    members.compare("allowedOrigins", mine.allowedOrigins, theirs.allowedOrigins);
    members.compare("limits.maxBodyBytes", mine.limits.maxBodyBytes, theirs.limits.maxBodyBytes);
    members.compare("limits.maxBufferedBytes", mine.limits.maxBufferedBytes, theirs.limits.maxBufferedBytes);
    members.compare("limits.maxHeaderBytes", mine.limits.maxHeaderBytes, theirs.limits.maxHeaderBytes);
    members.compare("limits.maxTargetBytes", mine.limits.maxTargetBytes, theirs.limits.maxTargetBytes);
    members.compare("limits.headerTimeoutMs", mine.limits.headerTimeout, theirs.limits.headerTimeout);
    members.compare("limits.bodyTimeoutMs", mine.limits.bodyTimeout, theirs.limits.bodyTimeout);
    members.compare("limits.keepAliveMs", mine.limits.keepAlive, theirs.limits.keepAlive);
    members.compare("limits.maxConnections", mine.limits.maxConnections, theirs.limits.maxConnections);
    members.compare("limits.drainMs", mine.limits.drain, theirs.limits.drain);
    return members.list;
}

QStringList idsOf(const QList<Model> &models)
{
    QStringList ids;
    for (const Model &model : models)
        ids.append(model.id);
    return ids;
}

QList<Member> compare(const Provider &mine, const Provider &theirs)
{
    Members members;
    members.compare("name", mine.name, theirs.name);
    members.compare("baseUrl", mine.baseUrl.toString(QUrl::RemoveUserInfo), theirs.baseUrl.toString(QUrl::RemoveUserInfo));
    members.compare("dialect", mine.dialect.id, theirs.dialect.id);
    members.compare("dialect.auth", shown(mine.dialect.auth), shown(theirs.dialect.auth));
    members.compare("dialect.streamOptions", mine.dialect.streamOptions, theirs.dialect.streamOptions);
    members.compare("dialect.modelList", mine.dialect.modelList, theirs.dialect.modelList);
    members.compare("dialect.http2", mine.dialect.http2, theirs.dialect.http2);
    members.compare("models", idsOf(mine.models), idsOf(theirs.models));
    for (const Model &model : theirs.models) {
        const Model *before = mine.model(model.id);
        if (before && *before != model)
            members.list.append({u"models."_s + model.id, {}, {}, Member::Kind::Value});
    }
    return members.list;
}

QString shownTypes(const QHash<QString, ModelType> &types)
{
    QStringList texts;
    for (auto it = types.cbegin(); it != types.cend(); ++it)
        texts.append(it.key() + u": "_s + QString(word(it.value())));
    texts.sort(); // a hash has no order of its own
    return texts.join(u", "_s);
}

QStringList headerNames(const HttpHeaders &headers)
{
    QStringList names;
    for (const HttpHeader &header : headers)
        names.append(QString::fromLatin1(header.name));
    return names;
}

QList<Member> compare(const Channel &mine, const Channel &theirs)
{
    Members members;
    members.compare("provider", mine.provider, theirs.provider);
    members.compare("name", mine.name, theirs.name);
    members.compare("description", mine.description, theirs.description);
    members.compare("credential", mine.credential.environment.isEmpty() ? QString() : u"env:"_s + mine.credential.environment,
                    theirs.credential.environment.isEmpty() ? QString() : u"env:"_s + theirs.credential.environment);
    const Secret &before = mine.credential.literal, &after = theirs.credential.literal;
    members.secret(u"credential"_s, !before.isEmpty(), !after.isEmpty(), before == after);
    members.compare("models", mine.models, theirs.models);
    members.compare("modelTypes", shownTypes(mine.modelTypes), shownTypes(theirs.modelTypes));
    members.compare("enabled", mine.enabled, theirs.enabled);
    members.compare("autoTest", mine.autoTest, theirs.autoTest);
    members.compare("proxy", shown(mine.proxy), shown(theirs.proxy));
    members.secret(u"proxy.user"_s, !mine.proxy.url.userInfo().isEmpty(), !theirs.proxy.url.userInfo().isEmpty(),
                   mine.proxy.url.userInfo() == theirs.proxy.url.userInfo());
    members.compare("headers", headerNames(mine.headers), headerNames(theirs.headers));
    if (headerNames(mine.headers) == headerNames(theirs.headers))
        members.secret(u"headers"_s, true, true, mine.headers == theirs.headers);
    members.compare("limits.parallel", mine.limits.parallel, theirs.limits.parallel);
    members.compare("limits.requestsPerMinute", mine.limits.requestsPerMinute, theirs.limits.requestsPerMinute);
    members.compare("limits.tokensPerMonth", mine.limits.tokensPerMonth, theirs.limits.tokensPerMonth);
    return members.list;
}

void comparePolicy(Members &members, const Policy &mine, const Policy &theirs)
{
    const auto words = [](const QList<Outcome> &outcomes) {
        QStringList list;
        for (const Outcome outcome : outcomes)
            list.append(QString(word(outcome)));
        return list;
    };
    members.compare("policy.retries", mine.retries, theirs.retries);
    members.compare("policy.timeoutMs", mine.timeout, theirs.timeout);
    members.compare("policy.firstOutputTimeoutMs", mine.firstOutputTimeout, theirs.firstOutputTimeout);
    members.compare("policy.idleTimeoutMs", mine.idleTimeout, theirs.idleTimeout);
    members.compare("policy.deadlineMs", mine.deadline, theirs.deadline);
    members.compare("policy.connectTimeoutMs", mine.connectTimeout, theirs.connectTimeout);
    members.compare("policy.backoffMs", mine.backoff, theirs.backoff);
    members.compare("policy.retryAfterCapMs", mine.retryAfterCap, theirs.retryAfterCap);
    members.compare("policy.emptyAnswerIsFailure", mine.emptyAnswerIsFailure, theirs.emptyAnswerIsFailure);
    members.compare("policy.failOverOn", words(mine.failOverOn), words(theirs.failOverOn));
    members.compare("policy.recordContent", mine.recordContent, theirs.recordContent);
    members.compare("policy.cache.enabled", mine.cache.enabled, theirs.cache.enabled);
    members.compare("policy.cache.ttlSeconds", qint64(mine.cache.ttl.count()), qint64(theirs.cache.ttl.count()));
    members.compare("policy.breaker.enabled", mine.breaker.enabled, theirs.breaker.enabled);
    members.compare("policy.breaker.failures", mine.breaker.failures, theirs.breaker.failures);
    members.compare("policy.breaker.suspendMs", mine.breaker.suspend, theirs.breaker.suspend);
}

QList<Member> compare(const GatewayKey &mine, const GatewayKey &theirs)
{
    Members members;
    members.compare("name", mine.name, theirs.name);
    members.compare("description", mine.description, theirs.description);
    members.secret(u"secret"_s, !mine.secret.isEmpty(), !theirs.secret.isEmpty(), mine.secret == theirs.secret);
    members.compare("enabled", mine.enabled, theirs.enabled);
    const auto time = [](const std::optional<QDateTime> &when) { return when ? when->toString(Qt::ISODate) : QString(); };
    members.compare("expiresAt", time(mine.expiresAt), time(theirs.expiresAt));
    members.compare("freeTokens", mine.freeTokens, theirs.freeTokens);
    members.compare("chain", mine.chain, theirs.chain);
    comparePolicy(members, mine.policy, theirs.policy);
    members.compare("limits.requestsPerMinute", mine.limits.requestsPerMinute, theirs.limits.requestsPerMinute);
    members.compare("limits.tokensPerDay", mine.limits.tokensPerDay, theirs.limits.tokensPerDay);
    members.compare("limits.tokensPerMonth", mine.limits.tokensPerMonth, theirs.limits.tokensPerMonth);
    members.compare("limits.addresses", mine.limits.addresses, theirs.limits.addresses);
    return members.list;
}

template<typename T>
const T *withId(const QList<T> &list, const QString &id)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), [&](const T &entry) { return entry.id == id; });
    return found == list.cend() ? nullptr : &*found;
}

const Provider *providerOf(const Configuration &configuration, const Catalogue &catalogue, const QString &id)
{
    const Provider *own = configuration.provider(id);
    return own ? own : catalogue.provider(id);
}

QString originOf(const Provider *provider)
{
    return provider ? provider->baseUrl.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment) : QString();
}

/// Whether calls of the channel carry something worth protecting.
bool carriesSecret(const Channel &channel) { return !channel.credential.isEmpty() || !channel.headers.isEmpty(); }

class Finder {
public:
    Finder(const Configuration &mine, const Configuration &theirs, const Catalogue &catalogue) : m_mine(mine), m_theirs(theirs), m_catalogue(catalogue) {}

    QList<Entry> run()
    {
        Entry settings{{Part::Settings, {}}, {}, Change::Same, compare(m_mine.settings, m_theirs.settings), {}, {}};
        if (!settings.members.isEmpty())
            settings.change = Change::Changed;
        m_entries.append(settings);
        each(Part::Provider, m_mine.providers, m_theirs.providers);
        each(Part::Channel, m_mine.channels, m_theirs.channels);
        each(Part::Key, m_mine.keys, m_theirs.keys);
        return m_entries;
    }

private:
    template<typename T>
    void each(Part part, const QList<T> &mine, const QList<T> &theirs)
    {
        for (const T &object : theirs) {
            const T *before = withId(mine, object.id);
            Entry entry{{part, object.id}, object.name.isEmpty() ? object.id : object.name, before ? Change::Same : Change::New, {}, {}, {}};
            if (before && !(*before == object)) {
                entry.change = Change::Changed;
                entry.members = compare(*before, object);
            } else if (!before) {
                entry.members = compare(T(), object);
                entry.members.removeIf([](const Member &member) { return !worthKnowing(member.path); });
            }
            if (entry.change != Change::Same)
                addReceiver(entry, object);
            m_entries.append(entry);
        }
    }

    /// Of a new part: where it leads.
    static bool worthKnowing(const QString &path)
    {
        return path == "baseUrl"_L1 || path == "provider"_L1 || path == "models"_L1 || path == "chain"_L1 || path == "proxy"_L1 || path == "credential"_L1;
    }

    void addReceiver(Entry &entry, const Provider &provider)
    {
        const QString now = originOf(&provider);
        if (now == originOf(providerOf(m_mine, m_catalogue, provider.id)))
            return;
        for (const Channel &channel : m_theirs.channels) {
            if (channel.provider == provider.id && carriesSecret(channel))
                entry.exposed.append(channel.name);
        }
        if (!entry.exposed.isEmpty())
            entry.receiver = now;
    }
    void addReceiver(Entry &entry, const Channel &channel)
    {
        if (!carriesSecret(channel))
            return;
        const Channel *before = m_mine.channel(channel.id);
        const QString now = originOf(providerOf(m_theirs, m_catalogue, channel.provider));
        const bool sameSecret = before && before->credential == channel.credential && before->headers == channel.headers;
        if (!sameSecret || now != originOf(providerOf(m_mine, m_catalogue, before->provider)))
            entry.receiver = now;
    }
    void addReceiver(Entry &, const GatewayKey &) {}

    const Configuration &m_mine;
    const Configuration &m_theirs;
    const Catalogue &m_catalogue;
    QList<Entry> m_entries;
};

template<typename T>
void lay(QList<T> &base, const QList<T> &source, const QString &id)
{
    const T *wanted = withId(source, id);
    const auto found = std::find_if(base.begin(), base.end(), [&](const T &entry) { return entry.id == id; });
    if (!wanted) {
        if (found != base.end())
            base.erase(found);
    } else if (found != base.end()) {
        *found = *wanted;
    } else {
        base.append(*wanted);
    }
}

} // namespace

QList<Entry> differences(const Configuration &mine, const Configuration &theirs, const Catalogue &catalogue)
{
    return Finder(mine, theirs, catalogue).run();
}

Configuration laidOver(const Configuration &base, const Configuration &source, const QList<Reference> &parts)
{
    Configuration result = base;
    for (const Reference &reference : parts) {
        switch (reference.part) {
        case Part::Settings: result.settings = source.settings; break;
        case Part::Provider: lay(result.providers, source.providers, reference.id); break;
        case Part::Channel: lay(result.channels, source.channels, reference.id); break;
        case Part::Key: lay(result.keys, source.keys, reference.id); break;
        }
    }
    return result;
}

} // namespace understudy::diff
