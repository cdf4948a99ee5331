// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomValues.h"

#include <QTimeZone>

namespace understudy {

using namespace Qt::StringLiterals;

QString RandomValues::text(int longest)
{
    static const QStringList letters {u"a"_s, u"Z"_s, u"0"_s,  u"-"_s,  u"'"_s,  u"\""_s, u"\\"_s, u"?"_s,
                                      u"%"_s, u" "_s, u"\n"_s, u"中"_s, u"文"_s, u"é"_s,  u"😀"_s};
    QString result;
    for (int i = below(longest + 1); i > 0; --i)
        result += letters[below(int(letters.size()))];
    return result;
}

QByteArray RandomValues::bytes(int size)
{
    QByteArray result;
    for (int i = 0; i < size; ++i)
        result.append(char(below(256)));
    return result;
}

std::optional<qint64> RandomValues::maybe(qint64 limit)
{
    return chance() ? std::optional<qint64>(qint64(m_random.generate64() % quint64(limit))) : std::nullopt;
}

Usage RandomValues::usage() { return {maybe(10000), maybe(10000), maybe(20000), maybe(100), maybe(100)}; }

Provider RandomValues::provider(const QString &id)
{
    Provider provider {id, text(20), QUrl(u"https://host%1.example/v1"_s.arg(below(100))), {}, ProviderOrigin(below(4)), {}};
    provider.dialect = {u"dialect%1"_s.arg(below(5)), AuthStyle(below(3)), chance(), chance(), chance()};
    for (int i = below(4); i > 0; --i) {
        Model model {u"model/%1"_s.arg(i),
                     text(10),
                     ModelType(below(ModelTypeCount)),
                     m_random.generateDouble() * 700,
                     large(),
                     {},
                     {},
                     text(3)};
        if (chance())
            model.priceIn = m_random.generateDouble();
        if (chance())
            model.priceOut = double(below(50)) / 10;
        provider.models.append(model);
    }
    return provider;
}

Channel RandomValues::channel(const QString &id, const QString &provider)
{
    Channel channel;
    channel.id = id;
    channel.provider = provider;
    channel.name = text(20);
    channel.description = text(40);
    if (chance())
        channel.credential.literal = Secret(bytes(1 + below(60)));
    else if (chance())
        channel.credential.environment = u"UNDERSTUDY_TEST_%1"_s.arg(below(9));
    for (int i = 1 + below(3); i > 0; --i) {
        channel.models.append(u"model/%1"_s.arg(i));
        if (chance())
            channel.modelTypes.insert(u"model/%1"_s.arg(i), ModelType(below(ModelTypeCount)));
    }
    channel.enabled = chance();
    channel.autoTest = chance();
    channel.proxy.kind = ProxyChoice::Kind(below(3));
    if (channel.proxy.kind == ProxyChoice::Kind::Url)
        channel.proxy.url = QUrl(u"socks5://user%1:pass%20word@proxy.example:1080"_s.arg(below(9)));
    for (int i = below(3); i > 0; --i)
        channel.headers.append({"x-header-" + QByteArray::number(i), bytes(below(20))});
    channel.limits = {below(10), below(100), large()};
    return channel;
}

GatewayKey RandomValues::key(const QString &name, const QStringList &channels)
{
    GatewayKey key;
    key.id = u"key_%1%2"_s.arg(++m_names).arg(m_random.generate());
    key.name = name;
    key.description = text(60);
    key.secret = Secret("sk-us_" + bytes(24).toHex());
    key.enabled = chance();
    if (chance())
        key.expiresAt = QDateTime::fromMSecsSinceEpoch(qint64(m_random.bounded(2000000000)) * 1000 + 7, QTimeZone::utc());
    key.freeTokens = large();
    for (int i = 1 + below(3); i > 0; --i)
        key.chain.append({channels.isEmpty() ? BuiltInChannelId : channels[below(int(channels.size()))], u"model/%1"_s.arg(i)});
    Policy &policy = key.policy;
    policy.retries = below(4);
    if (chance())
        policy.timeout = Milliseconds(1 + below(100000));
    if (chance())
        policy.firstOutputTimeout = Milliseconds(1 + below(100000));
    policy.idleTimeout = Milliseconds(1 + below(100000));
    policy.deadline = Milliseconds(1 + below(100000));
    policy.backoff = Milliseconds(1 + below(1000));
    policy.connectTimeout = Milliseconds(1 + below(1000));
    policy.retryAfterCap = Milliseconds(1 + below(1000));
    policy.emptyAnswerIsFailure = chance();
    policy.recordContent = chance();
    if (chance())
        policy.failOverOn = {Outcome::ContentFiltered, Outcome::CallerFault};
    policy.cache = {chance(), std::chrono::seconds(1 + below(1000))};
    policy.breaker = {chance(), 1 + below(9), Milliseconds(1 + below(50000))};
    key.limits = {below(100), large(), large(), chance() ? QStringList {u"10.0.0.0/8"_s, u"::1"_s} : QStringList()};
    return key;
}

Configuration RandomValues::configuration()
{
    Configuration configuration;
    if (chance()) {
        configuration.settings.listen = u"[::1]:%1"_s.arg(below(65536));
        configuration.settings.allowedHosts = QStringList {text(10), u"gateway.example"_s};
        configuration.settings.limits.maxBodyBytes = large();
        configuration.settings.limits.drain = Milliseconds(below(99999));
    }
    QStringList channels;
    for (int i = below(4); i > 0; --i)
        configuration.providers.append(provider(u"p%1-%2"_s.arg(i).arg(++m_names)));
    for (int i = below(5); i > 0; --i) {
        channels.append(u"c%1-%2"_s.arg(i).arg(++m_names));
        configuration.channels.append(channel(channels.last(), u"provider%1"_s.arg(below(4))));
    }
    for (int i = below(5); i > 0; --i)
        configuration.keys.append(key(u"密钥_%1-%2"_s.arg(i).arg(++m_names), channels));
    return configuration;
}

Configuration RandomValues::changed(const Configuration &from)
{
    Configuration to = configuration();
    for (const Provider &entry : from.providers) {
        if (chance())
            to.providers.insert(below(int(to.providers.size()) + 1), chance() ? entry : provider(entry.id));
    }
    for (const Channel &entry : from.channels) {
        if (chance())
            to.channels.insert(below(int(to.channels.size()) + 1), chance() ? entry : channel(entry.id, u"other"_s));
    }
    for (const GatewayKey &entry : from.keys) {
        if (!chance())
            continue;
        GatewayKey copy = chance() ? entry : key(entry.name, {});
        copy.id = entry.id;
        to.keys.insert(below(int(to.keys.size()) + 1), copy);
    }
    return to;
}

ExchangeRecord RandomValues::exchange(const QString &id, const QStringList &keys, const QStringList &channels)
{
    ExchangeRecord exchange;
    exchange.id = id;
    exchange.time = WallTime(Milliseconds(1790000000000 + qint64(m_random.bounded(100'000'000))));
    exchange.kind = ExchangeKind(below(3));
    exchange.keyId = keys[below(int(keys.size()))];
    exchange.keyName = u"name of "_s + exchange.keyId;
    exchange.api = Api(below(ApiCount));
    exchange.askedModel = text(20);
    exchange.stream = chance();
    exchange.status = ExchangeStatus(below(4));
    exchange.servedBuiltIn = chance();
    exchange.httpStatus = below(600);
    exchange.errorCode = text(9);
    exchange.durationMs = below(100000);
    exchange.firstOutputMs = maybe(1000);
    exchange.provenance = Provenance(below(3));
    exchange.cache = CacheResult(below(3));
    exchange.clientRequestId = text(20);
    exchange.userAgent = text(40);
    exchange.bytesIn = large();
    exchange.bytesOut = large();
    if (exchange.status == ExchangeStatus::Answered) {
        exchange.usage = usage();
        exchange.servedChannel = channels[below(int(channels.size()))];
        exchange.servedModel = text(20);
    }
    for (int i = 0; i < below(4) && exchange.kind != ExchangeKind::Cache; ++i)
        exchange.attempts.append({i, below(5), channels[below(int(channels.size()))], text(20), Outcome(below(OutcomeCount)),
                                  text(9), text(100), below(600), below(1000), maybe(100), maybe(100), below(5000), usage(),
                                  Provenance(below(3)), large(), large(), DecisionKind(below(4)), text(9)});
    for (int i = below(3); i > 0; --i)
        exchange.skipped.append({below(5), channels[below(int(channels.size()))], text(20), SkipReason(below(SkipReasonCount))});
    if (below(8) == 0) {
        exchange.requestContent = bytes(below(300));
        exchange.answerContent = bytes(below(300));
    }
    return exchange;
}

} // namespace understudy
