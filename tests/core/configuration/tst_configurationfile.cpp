// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/ConfigurationFile.h"
#include "configuration/Merge.h"
#include "configuration/Rules.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

constexpr SealingCost cheap{1, 8192};

// The example of SEMANTICS §9 with an invented secret.
const QByteArray example = R"({ "format": "understudy-config", "version": 1,
  "settings":  { "listen": "127.0.0.1:17177", "allowedHosts": [], "allowedOrigins": [],
                 "limits": { "maxBodyBytes": 67108864, "maxBufferedBytes": 536870912, "maxHeaderBytes": 65536, "headerTimeoutMs": 10000, "bodyTimeoutMs": 30000,
                             "keepAliveMs": 75000, "maxConnections": 4096, "drainMs": 10000 } },
  "providers": [ { "id": "sf", "name": "SiliconFlow", "baseUrl": "https://api.siliconflow.cn/v1", "dialect": "openai",
                   "models": [ { "id": "deepseek-ai/DeepSeek-R1-Distill-Qwen-32B", "type": "reasoning", "size": 32, "context": 131072 } ] } ],
  "channels":  [ { "id": "sf-1", "provider": "sf", "name": "my account", "credential": "env:SILICONFLOW_API_KEY", "models": ["deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"] } ],
  "keys":      [ { "name": "demo", "secret": "sk-us_inventedForTests0123456789", "freeTokens": 500000,
                   "chain": [ { "channel": "sf-1", "model": "deepseek-ai/DeepSeek-R1-Distill-Qwen-32B" }, { "channel": "built-in", "model": "demo/DeepSeek-R1-Distill-Qwen-7B" } ],
                   "policy": { "retries": 1, "timeoutMs": 180000, "idleTimeoutMs": 60000, "deadlineMs": 590000, "connectTimeoutMs": 10000, "backoffMs": 100,
                               "cache": { "enabled": false, "ttlSeconds": 300 },
                               "breaker": { "enabled": true, "failures": 3, "suspendSeconds": 15 } } } ] })";

/// A small file around the parts that a row is about.
QByteArray file(const QByteArray &parts) { return R"({"format":"understudy-config","version":1)" + (parts.isEmpty() ? QByteArray() : "," + parts) + "}"; }
const QByteArray ownProvider = R"("providers":[{"id":"own","baseUrl":"http://127.0.0.1:9/v1","models":[{"id":"m"}]}])";
QByteArray withChannel(const QByteArray &members) { return file(ownProvider + R"(,"channels":[{"id":"c","provider":"own","models":["m"])" + members + "}]"); }
QByteArray withKey(const QByteArray &members)
{
    return file(R"("keys":[{"name":"k","chain":[{"channel":"built-in","model":"demo/DeepSeek-V3"}])" + members + "}]");
}

/// Random configurations that are valid: the property tests' material.
class Chance {
public:
    explicit Chance(quint32 seed) : m_random(seed) {}
    int below(int limit) { return int(m_random.bounded(limit)); }
    bool coin() { return below(2) == 1; }
    qint64 in(Range range) { return range.lowest + qint64(m_random.generateDouble() * double(range.highest - range.lowest)); }
    Milliseconds duration() { return Milliseconds(in(ranges::Duration)); }
    QString word(int shortest, int longest, const QString &alphabet)
    {
        QString text;
        for (int n = shortest + below(longest - shortest + 1); n > 0; --n)
            text += alphabet[below(int(alphabet.size()))];
        return text;
    }
    QString id(int n) { return word(1, 8, u"abcdef0123-"_s).prepend(u'x') + QString::number(n); }
    QString freeText() { return word(1, 20, u"aZ9\"\\'/&<é中文 模型€:{}[],"_s).prepend(u'q') + u'q'; }
    QByteArray secret() { return word(20, 60, u"abcXYZ019-_.~\"\\<>{}"_s).prepend(u'k').toLatin1(); }
    Configuration configuration(const Catalogue &catalogue);

private:
    Settings settings();
    Provider provider(int n);
    Channel channel(int n, const Provider &provider);
    GatewayKey key(int n, const QList<Channel> &channels);
    QRandomGenerator m_random;
};

Settings Chance::settings()
{
    Settings settings;
    settings.listen = u"127.0.0.1:%1"_s.arg(below(65536));
    if (coin())
        settings.allowedHosts = QStringList{u"gateway.example.com"_s, u"[fd00::1]"_s};
    if (coin())
        settings.allowedOrigins = QStringList{u"https://app.example.com"_s};
    EndpointLimits &limits = settings.limits;
    for (qint64 *bytes : {&limits.maxBodyBytes, &limits.maxBufferedBytes})
        *bytes = in(ranges::Bytes);
    limits.maxHeaderBytes = in(ranges::HeaderBytes);
    limits.maxTargetBytes = in(ranges::TargetBytes);
    limits.headerTimeout = duration();
    limits.bodyTimeout = duration();
    limits.keepAlive = duration();
    limits.maxConnections = int(in(ranges::Connections));
    limits.drain = Milliseconds(in(ranges::Drain));
    return settings;
}

Provider Chance::provider(int n)
{
    Provider provider;
    provider.id = id(n);
    provider.name = freeText();
    provider.baseUrl = QUrl(coin() ? u"https://api%1.example.com/v1"_s.arg(n) : u"http://127.0.0.1:%1/api/v3"_s.arg(1 + below(60000)));
    provider.dialect.id = coin() ? u"openai"_s : u"azure"_s;
    provider.dialect.auth = AuthStyle(below(3));
    provider.dialect.streamOptions = coin();
    provider.dialect.modelList = coin();
    provider.dialect.http2 = coin();
    for (int i = 0, count = 1 + below(4); i < count; ++i) {
        Model model;
        model.id = freeText() + QString::number(i);
        if (coin())
            model.name = freeText();
        model.type = ModelType(below(ModelTypeCount));
        model.size = coin() ? double(below(7000)) / 10 : 0;
        model.context = below(1000000);
        if (coin()) {
            model.priceIn = double(below(1000000)) / 997;
            model.priceOut = 0;
            model.currency = u"CNY"_s;
        }
        provider.models.append(model);
    }
    return provider;
}

Channel Chance::channel(int n, const Provider &provider)
{
    Channel channel;
    channel.id = id(n);
    channel.provider = provider.id;
    channel.name = u"name %1"_s.arg(n);
    if (coin())
        channel.description = freeText();
    if (coin())
        channel.credential.environment = u"SOME_KEY_%1"_s.arg(n);
    else if (coin())
        channel.credential.literal = Secret(secret());
    for (const Model &model : provider.models) {
        if (channel.models.isEmpty() || coin())
            channel.models.append(model.id);
    }
    if (coin())
        channel.modelTypes.insert(channel.models.last(), ModelType(below(ModelTypeCount)));
    channel.enabled = coin();
    channel.autoTest = coin();
    channel.proxy.kind = ProxyChoice::Kind(below(3));
    if (channel.proxy.kind == ProxyChoice::Kind::Url)
        channel.proxy.url = QUrl(coin() ? u"http://us%40er:pa%2Fss@proxy.example:3128"_s : u"socks5://127.0.0.1:1080"_s);
    if (coin())
        channel.headers = {{"X-Title", secret()}, {"x-other", "two words"}};
    if (coin())
        channel.limits = {below(100), below(1000), in(ranges::Tokens)};
    return channel;
}

GatewayKey Chance::key(int n, const QList<Channel> &channels)
{
    GatewayKey key;
    key.name = u"密钥_%1"_s.arg(n);
    if (coin())
        key.description = freeText();
    key.secret = Secret(secret() + QByteArray::number(n));
    key.enabled = coin();
    if (coin())
        key.expiresAt = QDateTime::fromMSecsSinceEpoch(in({0, 4102444800000}), QTimeZone::utc());
    key.freeTokens = in(ranges::Tokens);
    key.chain = {{BuiltInChannelId, u"demo/DeepSeek-V3"_s}};
    for (const Channel &channel : channels) {
        if (coin())
            key.chain.insert(below(int(key.chain.size()) + 1), {channel.id, channel.models.first()});
    }
    Policy &policy = key.policy;
    policy.retries = below(4);
    if (coin())
        policy.timeout = duration();
    if (coin())
        policy.firstOutputTimeout = duration();
    for (Milliseconds *time : {&policy.idleTimeout, &policy.deadline, &policy.connectTimeout, &policy.backoff, &policy.retryAfterCap, &policy.breaker.suspend})
        *time = duration();
    policy.emptyAnswerIsFailure = coin();
    policy.recordContent = coin();
    if (coin())
        policy.failOverOn = {Outcome::ContentFiltered, Outcome::CallerFault};
    policy.cache = {coin(), std::chrono::seconds(in(ranges::CacheTtl))};
    policy.breaker.enabled = coin();
    policy.breaker.failures = 1 + below(100);
    if (coin())
        key.limits = {below(1000), in(ranges::Tokens), in(ranges::Tokens), QStringList{u"10.0.0.0/8"_s, u"::1"_s}};
    return key;
}

Configuration Chance::configuration(const Catalogue &catalogue)
{
    Configuration configuration;
    configuration.settings = settings();
    for (int i = 0, count = below(4); i < count; ++i)
        configuration.providers.append(provider(i));
    if (coin()) { // the user's version of a catalogue's provider
        Provider own = *catalogue.provider(u"deepseek");
        own.models[0].name.clear();
        own.models[0].size = 0;
        own.models.removeLast();
        own.dialect.http2 = true;
        configuration.providers.append(own);
    }
    int n = 0;
    for (const Provider &provider : configuration.providers) {
        for (int i = 0, count = below(3); i < count; ++i)
            configuration.channels.append(channel(n++, provider));
    }
    for (int i = 0, count = below(4); i < count; ++i)
        configuration.keys.append(key(i, configuration.channels));
    return configuration;
}

} // namespace

class TestConfigurationFile : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theExample();
    void defaults();
    void catalogueProviders();
    void refuses_data();
    void refuses();
    void accepts_data();
    void accepts();
    void secretFromTheEnvironment();
    void sealedRoundTrip();
    void openRoundTrip();
    void exportsLeaveSecretsOut();
    void sealedNeedsThePassphrase();
    void mergeKeepsSecrets();
    void mergeNeverShowsACredentialToAnotherProvider();
    void mergeNeverTakesACredentialToAnotherHost_data();
    void mergeNeverTakesACredentialToAnotherHost();
    void byteOrderMarkIsSkipped();
    void importTwiceChangesNothing();
    void importMayReferToWhatExists();
    void importKeepsSettingsThatItDoesNotName();
    void readmeTellsTheTruth();

private:
    Configuration parsed(const QByteArray &text, const ReadOptions &options = {})
    {
        const Result<Configuration> read = parseConfiguration(text, m_catalogue, options);
        if (!read)
            qWarning() << "refused:" << read.error().toString();
        return read ? *read : Configuration{};
    }
    Catalogue m_catalogue;
};

void TestConfigurationFile::initTestCase()
{
    const Result<Catalogue> loaded = Catalogue::load();
    QVERIFY(loaded.ok());
    m_catalogue = *loaded;
}

void TestConfigurationFile::theExample()
{
    const Configuration configuration = parsed(example);
    QCOMPARE(configuration.settings, Settings{});
    QCOMPARE(configuration.providers.size(), 1);
    QCOMPARE(configuration.providers[0].origin, ProviderOrigin::Custom);
    QCOMPARE(configuration.providers[0].models[0].type, ModelType::Reasoning);
    QCOMPARE(configuration.channels[0].credential.environment, u"SILICONFLOW_API_KEY"_s);
    const GatewayKey &key = configuration.keys[0];
    QVERIFY(key.id.isEmpty());
    QCOMPARE(key.secret.reveal(), QByteArray("sk-us_inventedForTests0123456789"));
    QCOMPARE(key.chain.size(), 2);
    QCOMPARE(key.policy.timeout, Milliseconds(180000));
    Policy usual;
    usual.timeout = Milliseconds(180000);
    QCOMPARE(key.policy, usual);
    QVERIFY(validate(configuration, m_catalogue).ok());
}

void TestConfigurationFile::defaults()
{
    const Configuration configuration = parsed(withKey({}));
    QCOMPARE(configuration.keys[0].policy, Policy{});
    QVERIFY(!configuration.keys[0].policy.timeout);
    QCOMPARE(configuration.keys[0].freeTokens, 500000);
    QVERIFY(configuration.keys[0].enabled);
    QCOMPARE(parsed(file({})), Configuration{});
    const Configuration channel = parsed(withChannel({}));
    QCOMPARE(channel.channels[0].name, u"c"_s);
    QVERIFY(channel.channels[0].enabled && channel.channels[0].autoTest);
    QCOMPARE(channel.providers[0].name, u"own"_s);
}

void TestConfigurationFile::catalogueProviders()
{
    QVERIFY(parsed(file(R"("providers":[{"id":"deepseek"}])")).providers.isEmpty());
    const Configuration own = parsed(file(R"("providers":[{"id":"deepseek","baseUrl":"http://127.0.0.1:9/v1/"}])"));
    QCOMPARE(own.providers.size(), 1);
    QCOMPARE(own.providers[0].baseUrl, QUrl(u"http://127.0.0.1:9/v1"_s));
    QCOMPARE(own.providers[0].models, m_catalogue.provider(u"deepseek")->models);
    QCOMPARE(own.providers[0].origin, ProviderOrigin::Catalogue);
}

void TestConfigurationFile::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("reason"); // a part of it
    const auto row = [](const char *name, const QByteArray &text, const QString &where, const QString &reason = {}) {
        QTest::addRow("%s", name) << text << where << reason;
    };
    row("empty", {}, u"1:1"_s, u"nothing to read"_s);
    row("syntax", "{\n  \"format\": \"understudy-config\",\n  \"version\": 1,\n}", u"4:1"_s, u"not valid JSON"_s);
    row("trailing bytes", file({}) + "x", u"1:43"_s);
    row("depth", QByteArray(40, '['), u"1:33"_s, u"deeply"_s);
    row("not UTF-8", "{\"\xff\":1}", u"1:3"_s, u"UTF-8"_s);
    row("a list", "[]", {}, u"must be an object"_s);
    row("no format", R"({"version":1})", u"format"_s, u"missing"_s);
    row("other format", R"({"format":"x","version":1})", u"format"_s);
    row("other version", R"({"format":"understudy-config","version":2})", u"version"_s, u"another version"_s);
    row("unknown member", file(R"("chanels":[])"), u"chanels"_s, u"known are"_s);
    row("member twice", file(R"("keys":[],"keys":[])"), u"keys"_s, u"twice"_s);
    row("member twice, escaped", file(R"("keys":[],"k\u0065ys":[])"), u"keys"_s, u"twice"_s);
    row("member twice, deep", withKey(R"(,"policy":{"retries":1,"retries":2})"), u"keys[0].policy.retries"_s, u"twice"_s);
    row("wrong kind", file(R"("keys":{})"), u"keys"_s, u"must be a list, not an object"_s);
    row("null", file(R"("settings":null)"), u"settings"_s, u"not null"_s);

    row("listen", file(R"("settings":{"listen":"example.com"})"), u"settings.listen"_s);
    row("limit 0", file(R"("settings":{"limits":{"maxBodyBytes":0}})"), u"settings.limits.maxBodyBytes"_s);
    row("headers that hold nothing", file(R"("settings":{"limits":{"maxHeaderBytes":1}})"), u"settings.limits.maxHeaderBytes"_s);
    row("targets that hold nothing", file(R"("settings":{"limits":{"maxTargetBytes":1}})"), u"settings.limits.maxTargetBytes"_s);
    row("unknown limit", file(R"("settings":{"limits":{"x":0}})"), u"settings.limits.x"_s);
    row("host", file(R"("settings":{"allowedHosts":["a","b c"]})"), u"settings.allowedHosts[1]"_s);
    row("origin", file(R"("settings":{"allowedOrigins":["*"]})"), u"settings.allowedOrigins[0]"_s);

    row("provider without address", file(R"("providers":[{"id":"own"}])"), u"providers[0].baseUrl"_s, u"missing"_s);
    row("catalogue provider that needs an address", file(R"("channels":[{"id":"a","provider":"azure","models":["deepseek-r1"]}])"),
        u"channels[0].provider"_s, u"own address"_s);
    row("provider address", file(R"("providers":[{"id":"own","baseUrl":"example.com/v1"}])"), u"providers[0].baseUrl"_s);
    row("provider twice", file(R"("providers":[{"id":"deepseek"},{"id":"deepseek"}])"), u"providers[1].id"_s, u"twice"_s);
    row("provider id reserved", file(R"("providers":[{"id":"built-in","baseUrl":"http://127.0.0.1/v1"}])"), u"providers[0].id"_s, u"reserved"_s);
    row("dialect", file(R"("providers":[{"id":"own","baseUrl":"http://a.example/v1","dialect":"x"}])"), u"providers[0].dialect"_s, u"openai"_s);
    row("model type", file(R"("providers":[{"id":"own","baseUrl":"http://a.example/v1","models":[{"id":"m","type":"x"}]}])"),
        u"providers[0].models[0].type"_s);
    row("model size", file(R"("providers":[{"id":"own","baseUrl":"http://a.example/v1","models":[{"id":"m","size":-1}]}])"),
        u"providers[0].models[0].size"_s);
    row("price beyond doubles", file(R"("providers":[{"id":"own","baseUrl":"http://a.example/v1","models":[{"id":"m","priceIn":1e999}]}])"),
        u"providers[0].models[0].priceIn"_s);
    row("model twice", file(R"("providers":[{"id":"own","baseUrl":"http://a.example/v1","models":[{"id":"m"},{"id":"m"}]}])"),
        u"providers[0].models[1].id"_s, u"twice"_s);

    row("channel without models", file(R"("channels":[{"id":"c","provider":"deepseek"}])"), u"channels[0].models"_s, u"missing"_s);
    row("channel with no models", file(R"("channels":[{"id":"c","provider":"deepseek","models":[]}])"), u"channels[0].models"_s, u"at least one"_s);
    row("channel of nobody", file(R"("channels":[{"id":"c","provider":"nobody","models":["m"]}])"), u"channels[0].provider"_s, u"not known"_s);
    row("channel of the built-in", file(R"("channels":[{"id":"c","provider":"built-in","models":["demo/DeepSeek-V3"]}])"), u"channels[0].provider"_s);
    row("channel id reserved", file(R"("channels":[{"id":"built-in","provider":"deepseek","models":["deepseek-chat"]}])"), u"channels[0].id"_s);
    row("channel's model unknown", file(R"("channels":[{"id":"c","provider":"deepseek","models":["deepseek-chat","x"]}])"), u"channels[0].models[1]"_s);
    row("channel twice", file(ownProvider + R"(,"channels":[{"id":"c","provider":"own","models":["m"]},{"id":"c","provider":"own","name":"d","models":["m"]}])"),
        u"channels[1].id"_s, u"twice"_s);
    row("channel name twice", file(ownProvider + R"(,"channels":[{"id":"c","provider":"own","name":"n","models":["m"]},{"id":"d","provider":"own","name":"n","models":["m"]}])"),
        u"channels[1].name"_s, u"twice"_s);
    row("gateway key as credential", withChannel(R"(,"credential":"sk-us_invented0123456789")"), u"channels[0].credential"_s,
        u"this is a gateway key of this program, not a provider key"_s);
    row("credential variable", withChannel(R"(,"credential":"env:A B")"), u"channels[0].credential"_s);
    row("sealed without sealing", withChannel(R"(,"credential":{"sealed":"AAAA"})"), u"channels[0].credential"_s, u"sealing"_s);
    row("credential kind", withChannel(R"(,"credential":5)"), u"channels[0].credential"_s, u"not a number"_s);
    row("own type of a model it does not open", withChannel(R"(,"modelTypes":{"x":"chat"})"), u"channels[0].modelTypes"_s);
    row("own type", withChannel(R"(,"modelTypes":{"m":"x"})"), u"channels[0].modelTypes.m"_s);
    row("proxy", withChannel(R"(,"proxy":"proxy.example")"), u"channels[0].proxy"_s);
    row("header", withChannel(R"(,"headers":{"Host":"x"})"), u"channels[0].headers.Host"_s, u"by the gateway"_s);
    row("header twice", withChannel(R"(,"headers":{"X-A":"x","x-a":"y"})"), u"channels[0].headers.x-a"_s, u"twice"_s);
    row("empty header", withChannel(R"(,"headers":{"X-A":""})"), u"channels[0].headers.X-A"_s);
    row("channel limit", withChannel(R"(,"limits":{"parallel":-1})"), u"channels[0].limits.parallel"_s);

    row("key without chain", file(R"("keys":[{"name":"k"}])"), u"keys[0].chain"_s, u"missing"_s);
    row("empty chain", file(R"("keys":[{"name":"k","chain":[]}])"), u"keys[0].chain"_s, u"at least one"_s);
    row("chain to nowhere", file(R"("keys":[{"name":"k","chain":[{"channel":"c","model":"m"}]}])"), u"keys[0].chain[0]"_s, u"no channel"_s);
    row("chain to an unopened model", file(R"("channels":[{"id":"c","provider":"deepseek","models":["deepseek-chat"]}],
        "keys":[{"name":"k","chain":[{"channel":"c","model":"deepseek-reasoner"}]}])"), u"keys[0].chain[0]"_s, u"does not open"_s);
    row("chain: no such built-in", file(R"("keys":[{"name":"k","chain":[{"channel":"built-in","model":"x"}]}])"), u"keys[0].chain[0]"_s);
    row("chain: twice the same", file(R"("keys":[{"name":"k","chain":[{"channel":"ollama","model":"x"},{"channel":"ollama","model":"x"}]}])"),
        u"keys[0].chain[1]"_s, u"twice"_s);
    row("chain: unknown member", file(R"("keys":[{"name":"k","chain":[{"channel":"ollama","model":"x","weight":1}]}])"), u"keys[0].chain[0].weight"_s);
    row("key name", file(R"("keys":[{"name":"my key","chain":[{"channel":"ollama","model":"x"}]}])"), u"keys[0].name"_s);
    row("key name twice", file(R"("keys":[{"name":"k","chain":[{"channel":"ollama","model":"x"}]},{"name":"k","chain":[{"channel":"ollama","model":"x"}]}])"),
        u"keys[1].name"_s, u"twice"_s);
    row("secret of two keys", file(R"("keys":[{"name":"k","secret":"0123456789invented0123","chain":[{"channel":"ollama","model":"x"}]},
        {"name":"l","secret":"0123456789invented0123","chain":[{"channel":"ollama","model":"x"}]}])"), u"keys[1].secret"_s);
    row("short secret", withKey(R"(,"secret":"0123456789012345678")"), u"keys[0].secret"_s, u"at least 20"_s);
    row("empty secret", withKey(R"(,"secret":"")"), u"keys[0].secret"_s);
    row("secret of an unset variable", withKey(R"(,"secret":"env:UNDERSTUDY_TEST_UNSET")"), u"keys[0].secret"_s, u"not set"_s);
    row("date without zone", withKey(R"(,"expiresAt":"2030-01-01T00:00:00")"), u"keys[0].expiresAt"_s);
    row("no date", withKey(R"(,"expiresAt":"tomorrow")"), u"keys[0].expiresAt"_s);
    row("retries", withKey(R"(,"policy":{"retries":4})"), u"keys[0].policy.retries"_s, u"from 0 to 3"_s);
    row("half a retry", withKey(R"(,"policy":{"retries":1.5})"), u"keys[0].policy.retries"_s, u"whole number"_s);
    row("retries beyond integers", withKey(R"(,"policy":{"retries":1e30})"), u"keys[0].policy.retries"_s);
    row("timeout 0", withKey(R"(,"policy":{"timeoutMs":0})"), u"keys[0].policy.timeoutMs"_s);
    row("ttl", withKey(R"(,"policy":{"cache":{"ttlSeconds":2592001}})"), u"keys[0].policy.cache.ttlSeconds"_s);
    row("breaker", withKey(R"(,"policy":{"breaker":{"failures":0}})"), u"keys[0].policy.breaker.failures"_s);
    row("breaker suspends for nothing", withKey(R"(,"policy":{"breaker":{"suspendSeconds":0.0001}})"), u"keys[0].policy.breaker.suspendSeconds"_s);
    row("failOverOn", withKey(R"(,"policy":{"failOverOn":["timeout"]})"), u"keys[0].policy.failOverOn"_s);
    row("unknown policy", withKey(R"(,"policy":{"retry":1})"), u"keys[0].policy.retry"_s, u"retries"_s);
    row("address", withKey(R"(,"limits":{"addresses":["localhost"]})"), u"keys[0].limits.addresses[0]"_s);
    row("free tokens", withKey(R"(,"freeTokens":-1)"), u"keys[0].freeTokens"_s);
}

void TestConfigurationFile::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    const Result<Configuration> read = parseConfiguration(text, m_catalogue);
    QVERIFY(!read);
    QTEST(read.error().where, "where");
    QVERIFY2(read.error().text.contains(reason), qPrintable(read.error().text));
    QCOMPARE(read.error().kind, ErrorKind::Invalid);
    QVERIFY(!read.error().toString().contains("nvented"_L1)); // no secret is repeated
    // What a file may not hold, an import beside something else may not either.
    QVERIFY(!importInto({}, text, m_catalogue));
}

void TestConfigurationFile::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("durations of 1 ms") << withKey(R"(,"policy":{"timeoutMs":1,"firstOutputTimeoutMs":1,"idleTimeoutMs":1,"deadlineMs":1,"connectTimeoutMs":1,
        "backoffMs":1,"retryAfterCapMs":1,"breaker":{"suspendSeconds":0.001}})");
    QTest::newRow("local runtime in a chain") << file(R"("keys":[{"name":"k","chain":[{"channel":"ollama","model":"deepseek-r1:7b"}]}])");
    QTest::newRow("local runtime through a channel") << file(R"("channels":[{"id":"c","provider":"vllm","models":["whatever"]}])");
    QTest::newRow("azure with an address") << file(R"("providers":[{"id":"azure","baseUrl":"https://res.openai.azure.com/openai/v1"}],
        "channels":[{"id":"a","provider":"azure","models":["deepseek-r1"]}])");
    QTest::newRow("dialect with a change") << file(R"("providers":[{"id":"own","baseUrl":"http://a.example/v1","dialect":{"id":"openai","http2":true}}])");
    QTest::newRow("all members of a key") << withKey(R"(,"description":"d","enabled":false,"expiresAt":"2030-01-01T00:00:00+08:00",
        "limits":{"requestsPerMinute":1,"tokensPerDay":2,"tokensPerMonth":3,"addresses":["10.0.0.0/8"]},
        "policy":{"emptyAnswerIsFailure":true,"failOverOn":["content_filtered","caller_fault"],"recordContent":true})");
    QTest::newRow("all members of a channel") << withChannel(R"(,"description":"d","enabled":false,"proxy":"http://u:p@127.0.0.1:3128","headers":{"X-A":"b","X-B":null},
        "limits":{"parallel":1,"requestsPerMinute":2,"tokensPerMonth":3},"autoTest":false,"modelTypes":{"m":"reasoning"})");
}

void TestConfigurationFile::accepts()
{
    QFETCH(QByteArray, text);
    const Result<Configuration> read = parseConfiguration(text, m_catalogue);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().toString()));
}

void TestConfigurationFile::secretFromTheEnvironment()
{
    ReadOptions options;
    options.environment = [](const QString &name) { return name == "MY_KEY"_L1 ? QByteArray("0123456789invented0123") : QByteArray(); };
    QCOMPARE(parsed(withKey(R"(,"secret":"env:MY_KEY")"), options).keys[0].secret.reveal(), QByteArray("0123456789invented0123"));
}

/// What is exported imports to the same state.
void TestConfigurationFile::sealedRoundTrip()
{
    for (quint32 seed = 1; seed <= 150; ++seed) {
        const Configuration configuration = Chance(seed).configuration(m_catalogue);
        const Result<void> valid = validate(configuration, m_catalogue);
        QVERIFY2(valid.ok(), valid ? "" : qPrintable(u"seed %1: %2"_s.arg(seed).arg(valid.error().toString())));
        const Result<QByteArray> text = serializeConfiguration(configuration, m_catalogue, {Secret("words"), cheap});
        QVERIFY(text.ok());
        QVERIFY(isSealedConfiguration(*text));
        ReadOptions options;
        options.passphrase = Secret("words");
        const Result<Configuration> read = parseConfiguration(*text, m_catalogue, options);
        QVERIFY2(read.ok(), read ? "" : qPrintable(u"seed %1: %2"_s.arg(seed).arg(read.error().toString())));
        QVERIFY2(*read == configuration, qPrintable(u"seed %1"_s.arg(seed)));
    }
}

void TestConfigurationFile::openRoundTrip()
{
    for (quint32 seed = 1; seed <= 150; ++seed) {
        const Configuration configuration = Chance(seed).configuration(m_catalogue);
        const QByteArray text = *serializeConfiguration(configuration, m_catalogue);
        const Configuration read = parsed(text);
        QCOMPARE(*serializeConfiguration(read, m_catalogue), text); // canonical
        // Laid over what it came from, nothing is lost either.
        QVERIFY2(merge(configuration, read) == configuration, qPrintable(u"seed %1"_s.arg(seed)));
    }
}

void TestConfigurationFile::exportsLeaveSecretsOut()
{
    Configuration configuration = parsed(withChannel(R"(,"credential":"inventedCredential01","proxy":"http://user:inventedWord@127.0.0.1:3128","headers":{"X-A":"inventedValue"})"));
    configuration.keys = parsed(withKey(R"(,"secret":"inventedSecret0123456789")")).keys;
    for (const bool sealed : {false, true}) {
        WriteOptions options;
        options.cost = cheap;
        if (sealed)
            options.passphrase = Secret("words");
        const QByteArray text = *serializeConfiguration(configuration, m_catalogue, options);
        QVERIFY(!text.contains("invented"));
        QVERIFY(!text.contains("user"));
    }
}

void TestConfigurationFile::sealedNeedsThePassphrase()
{
    const Configuration configuration = parsed(withChannel(R"(,"credential":"inventedCredential01")"));
    const QByteArray text = *serializeConfiguration(configuration, m_catalogue, {Secret("words"), cheap});
    QCOMPARE(parseConfiguration(text, m_catalogue).error().kind, ErrorKind::Denied);
    ReadOptions options;
    options.passphrase = Secret("other words");
    QCOMPARE(parseConfiguration(text, m_catalogue, options).error().where, u"channels[0].credential"_s);
    options.passphrase = Secret("words");
    // Bound to its place: under another channel's name the value is worthless.
    QCOMPARE(parseConfiguration(QByteArray(text).replace("\"id\": \"c\"", "\"id\": \"d\""), m_catalogue, options).error().kind, ErrorKind::Denied);
    QVERIFY(parseConfiguration(text, m_catalogue, options).ok());
}

void TestConfigurationFile::mergeKeepsSecrets()
{
    Configuration existing = parsed(withChannel(R"(,"credential":"inventedCredential01","proxy":"http://u:p@127.0.0.1:3128","headers":{"X-A":"one","X-B":"two"})"));
    existing.keys = parsed(withKey(R"(,"secret":"inventedSecret0123456789")")).keys;
    existing.keys[0].id = u"key_1"_s;
    Configuration imported = existing;
    imported.channels[0].credential = {};
    imported.channels[0].description = u"new"_s;
    imported.channels[0].proxy.url.setUserInfo({});
    imported.channels[0].headers = {{"X-A", {}}, {"X-C", {}}};
    imported.keys[0].secret = {};
    imported.keys[0].id.clear();
    GatewayKey another = imported.keys[0];
    another.name = u"another"_s;
    imported.keys.append(another);

    const Configuration merged = merge(existing, imported);
    QCOMPARE(merged.channels.size(), 1);
    QCOMPARE(merged.channels[0].description, u"new"_s);
    QVERIFY(merged.channels[0].credential == existing.channels[0].credential);
    QCOMPARE(merged.channels[0].proxy, existing.channels[0].proxy);
    QCOMPARE(merged.channels[0].headers, (HttpHeaders{{"X-A", "one"}})); // X-B was removed, X-C never had a value
    QCOMPARE(merged.keys.size(), 2);
    QCOMPARE(merged.keys[0], existing.keys[0]);
    QVERIFY(merged.keys[1].secret.isEmpty());
}

void TestConfigurationFile::mergeNeverShowsACredentialToAnotherProvider()
{
    const Configuration existing = parsed(withChannel(R"(,"credential":"inventedCredential01")"));
    Configuration imported = existing;
    imported.channels[0].provider = u"deepseek"_s;
    imported.channels[0].credential = {};
    QVERIFY(merge(existing, imported).channels[0].credential.isEmpty());
}

/// Bug: a file that gave a provider another address took the stored credentials of its channels along.
void TestConfigurationFile::mergeNeverTakesACredentialToAnotherHost_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("kept");
    QTest::newRow("same") << "https://a.example/v1" << "https://a.example/v1" << true;
    QTest::newRow("other path") << "https://a.example/v1" << "https://a.example/v2" << true;
    QTest::newRow("letters of the host") << "https://A.example/v1" << "https://a.EXAMPLE/v1" << true;
    QTest::newRow("other port") << "https://a.example/v1" << "https://a.example:8443/v1" << true;
    QTest::newRow("now encrypted") << "http://a.example/v1" << "https://a.example/v1" << true;
    QTest::newRow("in clear now") << "https://a.example/v1" << "http://a.example/v1" << false;
    QTest::newRow("other host") << "https://a.example/v1" << "https://b.example/v1" << false;
    QTest::newRow("catalogue's provider, other host") << "" << "https://b.example/v1" << false;
}

void TestConfigurationFile::mergeNeverTakesACredentialToAnotherHost()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(bool, kept);
    Provider provider;
    provider.id = u"deepseek"_s;
    provider.name = u"DeepSeek"_s;
    provider.baseUrl = QUrl(before);
    Channel channel;
    channel.id = u"c"_s;
    channel.provider = provider.id;
    channel.credential.literal = Secret("inventedCredential01");
    channel.headers = {{"X-A", "one"}};
    Configuration existing;
    if (!before.isEmpty())
        existing.providers = {provider};
    existing.channels = {channel};
    Configuration imported;
    provider.baseUrl = QUrl(after);
    imported.providers = {provider};
    // The channel itself may be missing in the file, or be there without its secrets.
    for (const bool named : {false, true}) {
        imported.channels.clear();
        if (named) {
            imported.channels = {channel};
            imported.channels[0].credential = {};
            imported.channels[0].headers = {{"X-A", {}}};
        }
        const Configuration merged = merge(existing, imported, &m_catalogue);
        QCOMPARE(!merged.channels[0].credential.isEmpty(), kept);
        QCOMPARE(!merged.channels[0].headers.isEmpty(), kept);
    }
    // What the file brings itself is its own business.
    imported.channels = {channel};
    imported.channels[0].credential.literal = Secret("inventedCredential02");
    QVERIFY(merge(existing, imported, &m_catalogue).channels[0].credential == imported.channels[0].credential);
}

void TestConfigurationFile::byteOrderMarkIsSkipped()
{
    const QByteArray marked = "\xef\xbb\xbf" + withChannel({});
    const Result<Configuration> read = parseConfiguration(marked, m_catalogue);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().toString()));
    QCOMPARE(read->channels.size(), 1);
    QCOMPARE(parseConfiguration("\xef\xbb\xbf{,", m_catalogue).error().where, u"1:2"_s);
}

void TestConfigurationFile::importTwiceChangesNothing()
{
    const Result<Configuration> once = importInto({}, withKey({}), m_catalogue);
    QVERIFY(once.ok());
    QVERIFY(checkKeySecret(once->keys[0].secret).ok());
    QVERIFY(!once->keys[0].id.isEmpty());
    const Result<Configuration> twice = importInto(*once, withKey({}), m_catalogue);
    QVERIFY(twice.ok());
    QVERIFY(*twice == *once);
}

void TestConfigurationFile::importMayReferToWhatExists()
{
    const Configuration existing = *importInto({}, withChannel({}), m_catalogue);
    const QByteArray key = file(R"("keys":[{"name":"k","chain":[{"channel":"c","model":"m"}]}])");
    QVERIFY(!parseConfiguration(key, m_catalogue));
    QVERIFY(importInto(existing, key, m_catalogue).ok());
    // An import that takes a model away from a key that exists is refused as a whole.
    const Configuration withKeys = *importInto(existing, key, m_catalogue);
    const Result<Configuration> broken = importInto(withKeys, file(R"("channels":[{"id":"c","provider":"deepseek","models":["deepseek-chat"]}])"), m_catalogue);
    QVERIFY(!broken);
    QVERIFY2(broken.error().text.contains("keys[0].chain[0]"_L1), qPrintable(broken.error().text));
}

void TestConfigurationFile::importKeepsSettingsThatItDoesNotName()
{
    const Configuration existing = *importInto({}, file(R"("settings":{"listen":"127.0.0.1:1","allowedHosts":["a.example"]})"), m_catalogue);
    QCOMPARE(importInto(existing, withKey({}), m_catalogue)->settings, existing.settings);
    const Settings changed = importInto(existing, file(R"("settings":{"listen":"127.0.0.1:2"})"), m_catalogue)->settings;
    QCOMPARE(changed.listen, u"127.0.0.1:2"_s);
    QCOMPARE(changed.allowedHosts, QStringList{u"a.example"_s});
}

/// Every configuration in the README is one that the program takes.
void TestConfigurationFile::readmeTellsTheTruth()
{
    QFile readme(QStringLiteral(SOURCE_ROOT "/README.md"));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    static const QRegularExpression block(u"^(\\{ \"format\": \"understudy-config\".*?)^(?:EOF|```)$"_s,
                                          QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    ReadOptions options;
    options.environment = [](const QString &) { return QByteArray("0123456789invented0123"); };
    int examples = 0;
    for (auto matches = block.globalMatch(QString::fromUtf8(readme.readAll())); matches.hasNext(); ++examples) {
        const Result<Configuration> read = parseConfiguration(matches.next().captured(1).toUtf8(), m_catalogue, options);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().toString()));
    }
    QVERIFY(examples >= 2);
}

QTEST_APPLESS_MAIN(TestConfigurationFile)
#include "tst_configurationfile.moc"
