// SPDX-License-Identifier: GPL-3.0-or-later
// How a gateway key is recognised: in constant time, and refused with a reason that tells nothing about other keys.
#include "base/Secret.h"
#include "gateway/Snapshot.h"
#include "integration/cli/CliProcess.h"
#include "support/FakeUpstream.h"
#include "support/RawHttpClient.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray source(const QString &path)
{
    QFile file(QStringLiteral(SOURCE_ROOT) + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A comparison of a secret's bytes that ends at the first difference. Prefixes that everybody knows, words of the file format and lengths are no secrets.
bool comparesInVariableTime(const QString &line)
{
    static const QRegularExpression compares(uR"(reveal\(\)\s*(==|!=)|(==|!=)\s*[A-Za-z_.>\-()]*reveal\(\)(?!\.size)|reveal\(\)\.(startsWith|endsWith|compare|contains|indexOf)\(|memcmp\([^)]*reveal\(\)|strn?cmp\([^)]*reveal\(\))"_s);
    static const QRegularExpression words(uR"(reveal\(\)\s*==\s*.(system|none).|startsWith\((Environment|KeySecret)Prefix\)|sodium_memcmp)"_s);
    return compares.match(line).hasMatch() && !words.match(line).hasMatch();
}

int ask(quint16 port, const QByteArray &header, QByteArray *code)
{
    const QByteArray text = R"({"model":"auto","messages":[{"role":"user","content":"hi"}]})";
    RawHttpClient client;
    if (!client.connectTo(port))
        return 0;
    client.send("POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header
                + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(text.size()) + "\r\n\r\n" + text);
    const RawAnswer answer = client.receive(Installation::PatienceMs);
    *code = QJsonDocument::fromJson(answer.body).object().value("error"_L1).toObject().value("code"_L1).toString().toUtf8();
    return answer.status;
}

const QByteArray Good = "sk-us_invented0000000000000000000000000000A", Paused = "sk-us_invented0000000000000000000000000000B",
                 Expired = "sk-us_invented0000000000000000000000000000C", Elsewhere = "sk-us_invented0000000000000000000000000000D";

QByteArray twoChannels(const FakeUpstream &first, const FakeUpstream &second, const QByteArray &credential, const QByteArray &description)
{
    const auto object = [](const QJsonObject &value) { return value; };
    const QJsonArray providers{
        object({{u"id"_s, u"lab"_s}, {u"name"_s, u"Lab"_s}, {u"baseUrl"_s, first.baseUrl()}, {u"models"_s, QJsonArray{object({{u"id"_s, u"m1"_s}, {u"type"_s, u"chat"_s}})}}}),
        object({{u"id"_s, u"two"_s}, {u"name"_s, u"Two"_s}, {u"baseUrl"_s, second.baseUrl()}, {u"models"_s, QJsonArray{object({{u"id"_s, u"m2"_s}, {u"type"_s, u"chat"_s}})}}})};
    const auto channel = [](const QString &id, const QString &provider, const QByteArray &key, const QString &model) {
        return QJsonObject{{u"id"_s, id}, {u"name"_s, id}, {u"provider"_s, provider}, {u"proxy"_s, u"none"_s}, {u"credential"_s, QString::fromLatin1(key)}, {u"models"_s, QJsonArray{model}}};
    };
    const QJsonArray chain{object({{u"channel"_s, u"c1"_s}, {u"model"_s, u"m1"_s}}), object({{u"channel"_s, u"c2"_s}, {u"model"_s, u"m2"_s}})};
    const QJsonArray keys{object({{u"name"_s, u"good"_s}, {u"description"_s, QString::fromLatin1(description)}, {u"secret"_s, QString::fromLatin1(Good)}, {u"chain"_s, chain}})};
    return QJsonDocument(object({{u"format"_s, u"understudy-config"_s}, {u"version"_s, 1}, {u"providers"_s, providers},
                                 {u"channels"_s, QJsonArray{channel(u"c1"_s, u"lab"_s, credential, u"m1"_s), channel(u"c2"_s, u"two"_s, "sk-invented-second", u"m2"_s)}},
                                 {u"keys"_s, keys}}))
        .toJson();
}

} // namespace

class TestKeyChecks final : public QObject {
    Q_OBJECT

private slots:
    void comparisonSeesEveryByte()
    {
        const QByteArray bytes = "sk-us_invented0000000000000000000000000000A";
        QVERIFY(Secret(bytes) == Secret(QByteArray(bytes.constData(), bytes.size())));
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray other = bytes;
            other[i] = char(other[i] ^ 0x20);
            QVERIFY(!(Secret(bytes) == Secret(other)));
            QVERIFY(!(Secret(bytes) == Secret(bytes.first(i))));
        }
    }

    /// The structure that makes it constant: nothing compares the bytes of a secret but sodium_memcmp, and a client's key is only hashed,
    /// with a key of this process, before it is looked up.
    void nothingEndsAtTheFirstDifference()
    {
        QVERIFY(comparesInVariableTime(u"    if (key.secret.reveal() == given)"_s));
        QVERIFY(comparesInVariableTime(u"    return given == m_secret.reveal();"_s));
        QVERIFY(comparesInVariableTime(u"    return std::memcmp(a.reveal().constData(), b, n) == 0;"_s));
        QVERIFY(!comparesInVariableTime(u"    if (masterKey.reveal().size() != MasterKeyBytes)"_s));
        int files = 0;
        for (const QString &folder : {u"core"_s, u"app"_s, u"ui"_s}) {
            for (QDirIterator it(QStringLiteral(SOURCE_ROOT) + u'/' + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++files;
                for (int number = 1; !file.atEnd(); ++number) {
                    const QString line = QString::fromUtf8(file.readLine());
                    QVERIFY2(!comparesInVariableTime(line), qPrintable(u"%1:%2 %3"_s.arg(file.fileName()).arg(number).arg(line.trimmed())));
                }
            }
        }
        QVERIFY(files > 200);
        const QByteArray secret = source(u"core/base/Secret.cpp"_s);
        QVERIFY(secret.mid(secret.indexOf("operator==")).left(400).contains("sodium_memcmp"));
        const QByteArray snapshot = source(u"core/gateway/Snapshot.cpp"_s);
        QVERIFY(snapshot.mid(snapshot.indexOf("Snapshot::find(")).left(200).contains("keysByHash.value(keyedHash(secret, hashKey))"));
        QVERIFY(snapshot.contains("crypto_generichash"));
        QVERIFY(source(u"core/gateway/Snapshot.h"_s).contains("without its secret"));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        const auto bearer = [](const QByteArray &secret) { return "Authorization: Bearer " + secret + "\r\n"; };
        QTest::newRow("right") << bearer(Good) << 200 << QByteArray();
        QTest::newRow("right, api-key") << "api-key: " + Good + "\r\n" << 200 << QByteArray();
        QTest::newRow("right, x-api-key") << "x-api-key: " + Good + "\r\n" << 200 << QByteArray();
        QTest::newRow("none") << QByteArray() << 401 << QByteArray("invalid_api_key");
        QTest::newRow("unknown") << bearer("sk-us_invented0000000000000000000000000000X") << 401 << QByteArray("invalid_api_key");
        QTest::newRow("a beginning") << bearer(Good.chopped(1)) << 401 << QByteArray("invalid_api_key");
        QTest::newRow("more than it") << bearer(Good + "0") << 401 << QByteArray("invalid_api_key");
        QTest::newRow("another case") << bearer(Good.toUpper()) << 401 << QByteArray("invalid_api_key");
        QTest::newRow("paused") << bearer(Paused) << 403 << QByteArray("key_disabled");
        QTest::newRow("expired") << bearer(Expired) << 403 << QByteArray("key_expired");
        QTest::newRow("bound to nothing that serves it") << bearer(Elsewhere) << 503 << QByteArray("no_candidate");
    }
    void refusals()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        if (!m_serving) {
            const QByteArray key = R"("chain": [ { "channel": "c1", "model": "m1" } ] })";
            const Ran imported = m_installation.run({u"import"_s, u"-"_s}, R"({ "format": "understudy-config", "version": 1,
                "providers": [ { "id": "lab", "name": "Lab", "baseUrl": ")" + m_upstream.baseUrl().toUtf8() + R"(", "models": [ { "id": "m1", "type": "chat" }, { "id": "e1", "type": "embedding" } ] } ],
                "channels": [ { "id": "c1", "provider": "lab", "name": "c1", "proxy": "none", "credential": "sk-invented-credential", "models": ["m1", "e1"] } ],
                "keys": [ { "name": "good", "secret": ")" + Good + R"(", )" + key + R"(, { "name": "paused", "enabled": false, "secret": ")" + Paused + R"(", )" + key
                + R"(, { "name": "expired", "expiresAt": "2020-01-01T00:00:00Z", "secret": ")" + Expired + R"(", )" + key
                + R"(, { "name": "elsewhere", "secret": ")" + Elsewhere + R"(", "chain": [ { "channel": "c1", "model": "e1" } ] } ] })");
            QVERIFY2(imported.code == 0, imported.err);
            m_serving = std::make_unique<Serving>(m_installation);
        }
        QByteArray got;
        QCOMPARE(ask(m_serving->port, header, &got), status);
        QCOMPARE(got, code);
    }

    /// A channel that refused its credential rests, also through changes of other things, until it is edited.
    void aNewCredentialIsTriedAtOnce()
    {
        FakeUpstream first, second;
        first.setHandler([](const Received &request) {
            const bool good = headerValue(request.headers, "authorization").value_or(QByteArray()).endsWith("sk-invented-good");
            return good ? Answer::chat() : Answer::error(401, "Incorrect API key provided", R"("invalid_api_key")");
        });
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, twoChannels(first, second, "sk-invented-bad", "one")).code, 0);
        Serving serving(installation);
        QByteArray code;
        const QByteArray header = "Authorization: Bearer " + Good + "\r\n";
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(ask(serving.port, header, &code), 200);
            QCOMPARE(first.requestCount(), 1);
        }
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, twoChannels(first, second, "sk-invented-bad", "two")).code, 0);
        QCOMPARE(ask(serving.port, header, &code), 200);
        QCOMPARE(first.requestCount(), 1);
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, twoChannels(first, second, "sk-invented-good", "two")).code, 0);
        QCOMPARE(ask(serving.port, header, &code), 200);
        QCOMPARE(first.requestCount(), 2);
        QCOMPARE(second.requestCount(), 3);
        QCOMPARE(serving.stop(), 0);
    }

    /// Who has paid need not wait for the end of the five minutes.
    void aPassedTestEndsNeedsAttention()
    {
        FakeUpstream first, second;
        std::atomic<bool> paid = false;
        first.setHandler([&paid](const Received &request) {
            if (!paid)
                return Answer::error(402, "Insufficient balance");
            return request.method == "GET" ? Answer::json(200, R"({"object":"list","data":[{"id":"m1","object":"model"}]})") : Answer::chat();
        });
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, twoChannels(first, second, "sk-invented-good", "one")).code, 0);
        Serving serving(installation);
        QByteArray code;
        const QByteArray header = "Authorization: Bearer " + Good + "\r\n";
        QCOMPARE(ask(serving.port, header, &code), 200);
        QCOMPARE(first.requestCount(), 1);
        QCOMPARE(installation.run({u"channel"_s, u"test"_s, u"c1"_s}).code, 1); // one that fails changes nothing
        const int tried = first.requestCount();
        paid = true;
        QCOMPARE(ask(serving.port, header, &code), 200);
        QCOMPARE(first.requestCount(), tried);
        const Ran tested = installation.run({u"channel"_s, u"test"_s, u"c1"_s});
        QVERIFY2(tested.code == 0, tested.out + tested.err);
        const int passed = first.requestCount();
        QCOMPARE(ask(serving.port, header, &code), 200);
        QCOMPARE(first.requestCount(), passed + 1);
        QCOMPARE(second.requestCount(), 2);
        QCOMPARE(serving.stop(), 0);
    }

private:
    FakeUpstream m_upstream;
    Installation m_installation;
    std::unique_ptr<Serving> m_serving;
};

QTEST_GUILESS_MAIN(TestKeyChecks)
#include "tst_keychecks.moc"
