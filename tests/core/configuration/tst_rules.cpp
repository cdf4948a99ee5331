// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/KeySecret.h"
#include "configuration/Rules.h"

#include <QSet>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class TestRules : public QObject {
    Q_OBJECT
private slots:
    void texts_data();
    void texts();
    void listenAddress_data();
    void listenAddress();
    void credentials_data();
    void credentials();
    void keySecrets_data();
    void keySecrets();
    void madeSecretsAreGood();
    void headers_data();
    void headers();
    void proxies_data();
    void proxies();
    void adviceForAKey();
};

using Check = Result<void> (*)(QStringView);
Q_DECLARE_METATYPE(Check)

namespace {
Result<void> baseUrl(QStringView text) { return checkBaseUrl(QUrl(text.toString(), QUrl::StrictMode)); }
}

void TestRules::texts_data()
{
    QTest::addColumn<Check>("check");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, Check check, const QString &text, bool good) { QTest::addRow("%s", name) << check << text << good; };

    row("key name: plain", checkKeyName, u"demo-key_1"_s, true);
    row("key name: Chinese", checkKeyName, u"演示密钥"_s, true);
    row("key name: Chinese beyond the BMP", checkKeyName, u"𠮷"_s, true);
    row("key name: 32", checkKeyName, QString(32, u'a'), true);
    row("key name: 33", checkKeyName, QString(33, u'a'), false);
    row("key name: 32 of two units", checkKeyName, u"𠮷"_s.repeated(32), true);
    row("key name: empty", checkKeyName, QString(), false);
    row("key name: blank", checkKeyName, u"my key"_s, false);
    row("key name: dot", checkKeyName, u"a.b"_s, false);
    row("key name: other letters", checkKeyName, u"clé"_s, false);
    row("key name: emoji", checkKeyName, u"😀"_s, false);
    row("key name: fullwidth digit", checkKeyName, u"１"_s, false);
    row("key name: lone surrogate", checkKeyName, QString(QChar(0xd800)), false);
    row("key name: line break at the end", checkKeyName, u"demo\n"_s, false);

    row("channel name: blanks inside", checkChannelName, u"my account"_s, true);
    row("channel name: blank at the end", checkChannelName, u"my "_s, false);
    row("channel name: control character", checkChannelName, u"a\u0007b"_s, false);
    row("channel name: 33", checkChannelName, QString(33, u'a'), false);
    row("provider name", checkProviderName, u"火山方舟 Volcengine Ark"_s, true);
    row("description: empty", checkDescription, QString(), true);
    row("description: 128", checkDescription, QString(128, u'a'), true);
    row("description: 129", checkDescription, QString(129, u'a'), false);

    row("id", checkId, u"sf-1"_s, true);
    row("id: 32", checkId, QString(32, u'a'), true);
    row("id: 33", checkId, QString(33, u'a'), false);
    row("id: capital", checkId, u"Sf"_s, false);
    row("id: begins with -", checkId, u"-a"_s, false);
    row("id: slash", checkId, u"a/b"_s, false);
    row("id: line break at the end", checkId, u"a\n"_s, false);
    row("id: empty", checkId, QString(), false);

    row("model id: slashes and colons", checkModelId, u"Pro/deepseek-ai/DeepSeek-R1:free"_s, true);
    row("model id: line break", checkModelId, u"a\nb"_s, false);
    row("model id: empty", checkModelId, QString(), false);
    row("model id: 257", checkModelId, QString(257, u'a'), false);

    row("base URL", baseUrl, u"https://api.siliconflow.cn/v1"_s, true);
    row("base URL: loopback", baseUrl, u"http://[::1]:8000/api/v3"_s, true);
    row("base URL: no path", baseUrl, u"https://api.example.com"_s, true);
    row("base URL: query", baseUrl, u"https://a.example/v1?x=1"_s, false);
    row("base URL: empty query", baseUrl, u"https://a.example/v1?"_s, false);
    row("base URL: fragment", baseUrl, u"https://a.example/v1#x"_s, false);
    row("base URL: user", baseUrl, u"https://u:p@a.example/v1"_s, false);
    row("base URL: other scheme", baseUrl, u"ftp://a.example/v1"_s, false);
    row("base URL: file", baseUrl, u"file:///etc"_s, false);
    row("base URL: no host", baseUrl, u"https:///v1"_s, false);
    row("base URL: placeholder", baseUrl, u"https://{resource}.example/v1"_s, false);
    row("base URL: slash at the end", baseUrl, u"https://a.example/v1/"_s, false);
    row("base URL: empty", baseUrl, QString(), false);

    row("variable", checkEnvironmentName, u"SILICONFLOW_API_KEY"_s, true);
    row("variable: begins with a digit", checkEnvironmentName, u"1A"_s, false);
    row("variable: =", checkEnvironmentName, u"A=B"_s, false);

    row("host", checkHost, u"gateway.example.com"_s, true);
    row("host: v4", checkHost, u"192.168.1.5"_s, true);
    row("host: v6", checkHost, u"[fd00::1]"_s, true);
    row("host: with port", checkHost, u"a.example:80"_s, false);
    row("host: url", checkHost, u"http://a.example"_s, false);
    row("host: star", checkHost, u"*"_s, false);
    row("origin", checkOrigin, u"https://app.example.com:8443"_s, true);
    row("origin: path", checkOrigin, u"https://app.example.com/"_s, false);
    row("origin: null", checkOrigin, u"null"_s, false);
    row("origin: star", checkOrigin, u"*"_s, false);

    row("client: v4", checkClientAddress, u"192.168.1.20"_s, true);
    row("client: network", checkClientAddress, u"192.168.1.0/24"_s, true);
    row("client: v6", checkClientAddress, u"fd00::/8"_s, true);
    row("client: too long", checkClientAddress, u"192.168.1.0/33"_s, false);
    row("client: no length", checkClientAddress, u"192.168.1.0/"_s, false);
    row("client: short form", checkClientAddress, u"127.1"_s, false);
    row("client: name", checkClientAddress, u"localhost"_s, false);
    row("client: empty", checkClientAddress, QString(), false);
}

void TestRules::texts()
{
    QFETCH(Check, check);
    QFETCH(QString, text);
    QFETCH(bool, good);
    const Result<void> result = check(text);
    QCOMPARE(result.ok(), good);
    if (!good) {
        QVERIFY(!result.error().text.isEmpty());
        QCOMPARE(result.error().kind, ErrorKind::Invalid);
    }
}

void TestRules::listenAddress_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address"); // empty: refused
    QTest::addColumn<int>("port");
    QTest::newRow("default") << u"127.0.0.1:17177"_s << u"127.0.0.1"_s << 17177;
    QTest::newRow("any port") << u"127.0.0.1:0"_s << u"127.0.0.1"_s << 0;
    QTest::newRow("v6") << u"[::1]:17177"_s << u"::1"_s << 17177;
    QTest::newRow("all") << u"0.0.0.0:80"_s << u"0.0.0.0"_s << 80;
    QTest::newRow("localhost") << u"localhost:1"_s << u"127.0.0.1"_s << 1;
    QTest::newRow("no port") << u"127.0.0.1"_s << QString() << 0;
    QTest::newRow("port too large") << u"127.0.0.1:65536"_s << QString() << 0;
    QTest::newRow("bare v6") << u"::1:17177"_s << QString() << 0;
    QTest::newRow("short v4") << u"127.1:80"_s << QString() << 0;
    QTest::newRow("v4 in brackets") << u"[127.0.0.1]:80"_s << QString() << 0;
    QTest::newRow("name") << u"example.com:80"_s << QString() << 0;
    QTest::newRow("blank") << u" 127.0.0.1:80"_s << QString() << 0;
}

void TestRules::listenAddress()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    const Result<ListenAddress> listen = parseListenAddress(text);
    QCOMPARE(listen.ok(), !address.isEmpty());
    if (listen) {
        QCOMPARE(listen->address.toString(), address);
        QTEST(int(listen->port), "port");
    }
}

void TestRules::credentials_data()
{
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QString>("error"); // a part of it
    QTest::newRow("none") << QByteArray() << QString() << QString();
    QTest::newRow("literal") << QByteArray("sk-0123456789") << QString() << QString();
    QTest::newRow("variable") << QByteArray() << u"A_KEY"_s << QString();
    QTest::newRow("gateway key") << QByteArray("sk-us_0123456789012345") << QString()
                                 << u"this is a gateway key of this program, not a provider key"_s;
    QTest::newRow("Bearer") << QByteArray("Bearer sk-012345") << QString() << u"Bearer"_s;
    QTest::newRow("blank inside") << QByteArray("sk 1") << QString() << u"without blanks"_s;
    QTest::newRow("line break") << QByteArray("sk-1\r\nX: y") << QString() << u"without blanks"_s;
    QTest::newRow("both") << QByteArray("sk-1") << u"A"_s << u"not both"_s;
    QTest::newRow("bad variable") << QByteArray() << u"A B"_s << u"environment variable"_s;
}

void TestRules::credentials()
{
    QFETCH(QByteArray, literal);
    QFETCH(QString, environment);
    QFETCH(QString, error);
    const Result<void> result = checkCredential({Secret(literal), environment});
    QCOMPARE(result.ok(), error.isEmpty());
    if (!result) {
        QVERIFY2(result.error().text.contains(error), qPrintable(result.error().text));
        QVERIFY(literal.isEmpty() || !result.error().text.contains(QString::fromUtf8(literal)));
    }
}

void TestRules::keySecrets_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("good");
    QTest::newRow("20") << QByteArray(20, 'a') << true;
    QTest::newRow("19") << QByteArray(19, 'a') << false;
    QTest::newRow("4096") << QByteArray(4096, 'a') << true;
    QTest::newRow("4097") << QByteArray(4097, 'a') << false;
    QTest::newRow("blank") << QByteArray("aaaaaaaaaaaaaaaaaaaa a") << false;
    QTest::newRow("not ASCII") << QByteArray("aaaaaaaaaaaaaaaaaaaa\xc3\xa9") << false;
}

void TestRules::keySecrets()
{
    QFETCH(QByteArray, secret);
    QTEST(checkKeySecret(Secret(secret)).ok(), "good");
}

void TestRules::madeSecretsAreGood()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 200; ++i) {
        const Secret secret = makeKeySecret();
        QVERIFY(checkKeySecret(secret).ok());
        QVERIFY(secret.reveal().startsWith("sk-us_"));
        QVERIFY(!seen.contains(secret.reveal()));
        seen.insert(secret.reveal());
        QVERIFY(makeKeyId().startsWith("key_"_L1));
    }
}

void TestRules::headers_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << QByteArray("X-Title") << QByteArray("my app") << true;
    QTest::newRow("left out by an export") << QByteArray("X-Title") << QByteArray() << true;
    QTest::newRow("credential") << QByteArray("AUTHORIZATION") << QByteArray("x") << false;
    QTest::newRow("framing") << QByteArray("Content-length") << QByteArray("0") << false;
    QTest::newRow("splitting") << QByteArray("X-A") << QByteArray("a\r\nHost: b") << false;
    QTest::newRow("blank in the name") << QByteArray("X A") << QByteArray("a") << false;
    QTest::newRow("colon in the name") << QByteArray("X:") << QByteArray("a") << false;
    QTest::newRow("no name") << QByteArray() << QByteArray("a") << false;
}

void TestRules::headers()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QTEST(checkHeader({name, value}).ok(), "good");
}

void TestRules::proxies_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("good");
    QTest::newRow("http") << u"http://user:word@proxy.example:3128"_s << true;
    QTest::newRow("socks") << u"socks5://127.0.0.1:1080"_s << true;
    QTest::newRow("https") << u"https://proxy.example"_s << false;
    QTest::newRow("path") << u"http://proxy.example/x"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestRules::proxies()
{
    QFETCH(QString, url);
    QTEST(checkProxy({ProxyChoice::Kind::Url, QUrl(url)}).ok(), "good");
}

void TestRules::adviceForAKey()
{
    const Result<Catalogue> catalogue = Catalogue::load();
    QVERIFY(catalogue.ok());
    Configuration configuration;
    GatewayKey key;
    key.name = u"demo"_s;
    key.chain = {{u"built-in"_s, u"demo/DeepSeek-R1-Distill-Qwen-7B"_s}};
    configuration.keys = {key};
    QVERIFY(advice(configuration, *catalogue).join(u'\n').contains("only one model"_L1));
    configuration.keys[0].chain.append({u"built-in"_s, u"demo/DeepSeek-V3"_s});
    const QString text = advice(configuration, *catalogue).join(u'\n');
    QVERIFY2(text.contains("same channel"_L1) && text.contains("of type chat"_L1) && text.contains("of type reasoning"_L1), qPrintable(text));
    Channel channel;
    channel.id = u"ds"_s;
    channel.provider = u"deepseek"_s;
    configuration.channels = {channel};
    QVERIFY(advice(configuration, *catalogue).first().contains("no credential"_L1));
}

QTEST_APPLESS_MAIN(TestRules)
#include "tst_rules.moc"
