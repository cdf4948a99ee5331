// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/Addressing.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class TestAddressing : public QObject {
    Q_OBJECT

private slots:
    void urls_data();
    void urls();
    void everyPath();
    void auth();
    void headers();
    void modelList_data();
    void modelList();
};

void TestAddressing::urls_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("chat");
    QTest::addColumn<QStringList>("lists");
    const auto row = [](const char *name, const QString &base, const QString &chat, const QStringList &lists) {
        QTest::addRow("%s", name) << base << chat << lists;
    };
    row("OpenAI", u"https://api.openai.com/v1"_s, u"https://api.openai.com/v1/chat/completions"_s,
        {u"https://api.openai.com/v1/models"_s});
    row("slash at the end", u"https://h/v1/"_s, u"https://h/v1/chat/completions"_s, {u"https://h/v1/models"_s});
    row("Ark", u"https://ark.cn-beijing.volces.com/api/v3"_s, u"https://ark.cn-beijing.volces.com/api/v3/chat/completions"_s,
        {u"https://ark.cn-beijing.volces.com/api/v3/models"_s});
    row("Zhipu", u"https://open.bigmodel.cn/api/paas/v4"_s, u"https://open.bigmodel.cn/api/paas/v4/chat/completions"_s,
        {u"https://open.bigmodel.cn/api/paas/v4/models"_s});
    row("Gemini", u"https://h/v1beta/openai/"_s, u"https://h/v1beta/openai/chat/completions"_s,
        {u"https://h/v1beta/openai/v1/models"_s, u"https://h/v1beta/openai/models"_s});
    row("no version (DeepSeek)", u"https://api.deepseek.com"_s, u"https://api.deepseek.com/chat/completions"_s,
        {u"https://api.deepseek.com/v1/models"_s, u"https://api.deepseek.com/models"_s});
    row("port and address", u"http://127.0.0.1:11434/v1"_s, u"http://127.0.0.1:11434/v1/chat/completions"_s,
        {u"http://127.0.0.1:11434/v1/models"_s});
    row("query", u"https://h/openai/v1?api-version=1"_s, u"https://h/openai/v1/chat/completions?api-version=1"_s,
        {u"https://h/openai/v1/models?api-version=1"_s});
    row("encoded path", u"https://h/a%20b%2Fc/v1"_s, u"https://h/a%20b%2Fc/v1/chat/completions"_s,
        {u"https://h/a%20b%2Fc/v1/models"_s});
}

void TestAddressing::urls()
{
    QFETCH(QString, base);
    QFETCH(QString, chat);
    QFETCH(QStringList, lists);
    QCOMPARE(endpointUrl(QUrl(base), Api::ChatCompletions).toString(QUrl::FullyEncoded), chat);
    QStringList found;
    for (const QUrl &url : modelListUrls(QUrl(base)))
        found.append(url.toString(QUrl::FullyEncoded));
    QCOMPARE(found, lists);
}

void TestAddressing::everyPath()
{
    for (int i = 0; i < ApiCount; ++i)
        QCOMPARE(endpointUrl(QUrl(u"https://h/api/v3"_s), Api(i)).path(),
                 u"/api/v3"_s + QString::fromLatin1(traits(Api(i)).path));
}

void TestAddressing::auth()
{
    Dialect dialect;
    const Secret secret("sk-invented"_ba);
    QCOMPARE(authHeaders(dialect, secret), (HttpHeaders {{"Authorization", "Bearer sk-invented"}}));
    QCOMPARE(authHeaders(dialect, {}), HttpHeaders());
    dialect.auth = AuthStyle::ApiKeyHeader;
    QCOMPARE(authHeaders(dialect, secret), (HttpHeaders {{"api-key", "sk-invented"}}));
    dialect.auth = AuthStyle::None;
    QCOMPARE(authHeaders(dialect, secret), (HttpHeaders {{"Authorization", "Bearer sk-invented"}}));
    QCOMPARE(authHeaders(dialect, {}), HttpHeaders());
}

void TestAddressing::headers()
{
    const HttpHeaders client {{"authorization", "Bearer sk-us_client"},
                              {"X-Api-Key", "sk-us_client"},
                              {"Cookie", "a=b"},
                              {"content-type", "application/json; charset=utf-8"},
                              {"accept", "text/event-stream"},
                              {"openai-beta", "x=1"},
                              {"X-Forwarded-For", "1.2.3.4"},
                              {"User-Agent", "client"},
                              {"Proxy-Authorization", "Basic x"}};
    const HttpHeaders channel {{"HTTP-Referer", "https://example.org"},
                               {"Host", "evil"},
                               {"Content-Length", "5"},
                               {"Cookie", "c=d"},
                               {"X-Forwarded-Host", "x"},
                               {"Bad\nName", "x"},
                               {"X-Bad", "a\r\nHost: b"},
                               {"Accept-Encoding", "gzip"}};
    const HttpHeaders expected {{"Content-Type", "application/json; charset=utf-8"},
                                {"Accept", "text/event-stream"},
                                {"OpenAI-Beta", "x=1"},
                                {"Authorization", "Bearer sk-invented"},
                                {"HTTP-Referer", "https://example.org"}};
    QCOMPARE(buildHeaders(client, {}, Secret("sk-invented"_ba), channel), expected);
    QCOMPARE(buildHeaders({}, {}, {}, {}), (HttpHeaders {{"Content-Type", "application/json"}}));
    QCOMPARE(buildHeaders({}, {}, Secret("sk-invented"_ba), {{"authorization", "Key own"}}),
             (HttpHeaders {{"Content-Type", "application/json"}, {"Authorization", "Key own"}}));
    QCOMPARE(buildHeaders({}, {}, Secret("sk-\r\ninvented"_ba), {}), (HttpHeaders {{"Content-Type", "application/json"}}));
}

void TestAddressing::modelList_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<bool>("valid");
    QTest::addRow("OpenAI") << R"({"object":"list","data":[{"id":"a"},{"id":"b/c"}]})"_ba << QStringList {u"a"_s, u"b/c"_s}
                            << true;
    QTest::addRow("Together, bare array") << R"([{"id":"a"},{"id":"b"}])"_ba << QStringList {u"a"_s, u"b"_s} << true;
    QTest::addRow("Ollama") << R"({"models":[{"name":"deepseek-r1:7b","model":"deepseek-r1:7b"}]})"_ba
                            << QStringList {u"deepseek-r1:7b"_s} << true;
    QTest::addRow("Gemini") << R"({"data":[{"id":"models/gemini-x"}]})"_ba << QStringList {u"gemini-x"_s} << true;
    QTest::addRow("names alone") << R"({"data":["a","b"]})"_ba << QStringList {u"a"_s, u"b"_s} << true;
    QTest::addRow("repeated and without id")
        << R"({"data":[{"id":"a"},{"id":"a"},{},{"id":""},null,7]})"_ba << QStringList {u"a"_s} << true;
    QTest::addRow("empty") << R"({"data":[]})"_ba << QStringList() << true;
    QTest::addRow("no list") << R"({"error":{"message":"no"}})"_ba << QStringList() << false;
    QTest::addRow("no JSON") << "<html>"_ba << QStringList() << false;
}

void TestAddressing::modelList()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, ids);
    QFETCH(bool, valid);
    const Result<QStringList> list = parseModelList(json);
    QCOMPARE(list.ok(), valid);
    if (valid)
        QCOMPARE(*list, ids);
    else
        QVERIFY(!list.error().text.isEmpty());
}

QTEST_APPLESS_MAIN(TestAddressing)
#include "tst_addressing.moc"
