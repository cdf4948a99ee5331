// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Lookup.h"
#include "catalog/ModelNames.h"
#include "catalog/StrictJson.h"

#include <QRegularExpression>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class TestCatalogue : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theSixOfTheTutorialComeFirst();
    void everyProviderIsUsable();
    void types_data();
    void types();
    void builtIn();
    void tutorialNumbers_data();
    void tutorialNumbers();
    void demoSaysThatItIsSimulated();
    void promptIsCut();
    void resolveUsersEntryWins();
    void candidates_data();
    void candidates();
    void ownWordOnTheType();
    void guesses_data();
    void guesses();
    void damagedData_data();
    void damagedData();
    void syntaxErrorsTellLineAndColumn();

private:
    Catalogue m_catalogue;
};

void TestCatalogue::initTestCase()
{
    const Result<Catalogue> loaded = Catalogue::load();
    QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(loaded.error().toString()));
    m_catalogue = *loaded;
}

void TestCatalogue::theSixOfTheTutorialComeFirst()
{
    QStringList ids;
    for (const Provider &provider : m_catalogue.providers().first(6)) {
        ids.append(provider.id);
        QVERIFY2(provider.models.size() >= 4, qPrintable(provider.id));
    }
    QCOMPARE(ids, (QStringList{u"ark"_s, u"deepseek"_s, u"bailian"_s, u"siliconflow"_s, u"tencent-lkeap"_s, u"qianfan"_s}));
    QCOMPARE(m_catalogue.provider(u"ark")->baseUrl, QUrl(u"https://ark.cn-beijing.volces.com/api/v3"_s));
    QVERIFY(!m_catalogue.provider(u"ark")->dialect.modelList);
    QCOMPARE(m_catalogue.provider(u"azure")->dialect.auth, AuthStyle::ApiKeyHeader);
    QCOMPARE(m_catalogue.provider(u"ollama")->origin, ProviderOrigin::Local);
    QCOMPARE(m_catalogue.provider(u"bailian-intl")->models, m_catalogue.provider(u"bailian")->models);
    QVERIFY(!m_catalogue.provider(u"nobody"));
}

void TestCatalogue::everyProviderIsUsable()
{
    static const QRegularExpression id(u"^[a-z0-9][a-z0-9-]{0,31}$"_s);
    for (const Provider &provider : m_catalogue.providers()) {
        QVERIFY2(id.match(provider.id).hasMatch(), qPrintable(provider.id));
        QVERIFY2(!provider.name.isEmpty(), qPrintable(provider.id));
        if (provider.origin != ProviderOrigin::BuiltIn && provider.id != "azure"_L1) {
            QVERIFY2(provider.baseUrl.isValid() && !provider.baseUrl.host().isEmpty(), qPrintable(provider.id));
            QVERIFY2(!provider.baseUrl.path().endsWith(u'/') && !provider.baseUrl.path().isEmpty(), qPrintable(provider.id));
        }
        QSet<QString> seen;
        for (const Model &model : provider.models) {
            QVERIFY2(!seen.contains(model.id), qPrintable(provider.id + u' ' + model.id));
            seen.insert(model.id);
        }
    }
}

void TestCatalogue::types_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("model");
    QTest::addColumn<ModelType>("type");
    QTest::addColumn<double>("size");
    QTest::newRow("distilled versions reason") << u"siliconflow"_s << u"deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"_s << ModelType::Reasoning << 32.0;
    QTest::newRow("half sizes") << u"bailian"_s << u"deepseek-r1-distill-qwen-1.5b"_s << ModelType::Reasoning << 1.5;
    QTest::newRow("R1") << u"qianfan"_s << u"deepseek-r1"_s << ModelType::Reasoning << 671.0;
    QTest::newRow("V3") << u"qianfan"_s << u"deepseek-v3"_s << ModelType::Chat << 671.0;
    QTest::newRow("hybrid is chat") << u"tencent-lkeap"_s << u"deepseek-v3.1"_s << ModelType::Chat << 685.0;
    QTest::newRow("unknown size") << u"deepseek"_s << u"deepseek-v4-pro"_s << ModelType::Chat << 0.0;
}

void TestCatalogue::types()
{
    QFETCH(QString, provider);
    QFETCH(QString, model);
    QFETCH(double, size);
    const Model *found = m_catalogue.provider(provider)->model(model);
    QVERIFY(found);
    QTEST(found->type, "type");
    QCOMPARE(found->size, size);
}

void TestCatalogue::builtIn()
{
    const Provider &provider = m_catalogue.builtIn();
    QCOMPARE(provider.id, BuiltInChannelId);
    QCOMPARE(provider.origin, ProviderOrigin::BuiltIn);
    QVERIFY(provider.model(u"demo/text-embedding"));
    QCOMPARE(provider.model(u"demo/text-embedding")->type, ModelType::Embedding);
    QCOMPARE(provider.model(u"demo/DeepSeek-V3")->type, ModelType::Chat);
    const DemoModel *failing = m_catalogue.demo().model(u"demo/always-fails");
    QVERIFY(failing && failing->fault);
    QCOMPARE(failing->fault->status, 503);
    QCOMPARE(failing->model.type, ModelType::Reasoning); // or no backup of the tutorial could stand in for it
    QVERIFY(failing->answerFor(u"hello").content.isEmpty());
}

void TestCatalogue::tutorialNumbers_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<qint64>("total");
    QTest::newRow("example 1") << u"demo/DeepSeek-R1-Distill-Qwen-32B"_s << u"你是谁？"_s << qint64(160);
    QTest::newRow("example 2") << u"demo/DeepSeek-R1-Distill-Qwen-7B"_s << u"你是谁？"_s << qint64(603);
    QTest::newRow("example 2, any prompt") << u"demo/DeepSeek-R1-Distill-Qwen-7B"_s << u"something else"_s << qint64(603);
}

void TestCatalogue::tutorialNumbers()
{
    QFETCH(QString, model);
    QFETCH(QString, prompt);
    const DemoAnswer answer = m_catalogue.demo().model(model)->answerFor(prompt);
    QVERIFY(!answer.reasoning.isEmpty());
    QVERIFY(!answer.content.isEmpty());
    QTEST(*answer.usage.totalTokens, "total");
    QCOMPARE(*answer.usage.promptTokens + *answer.usage.completionTokens, *answer.usage.totalTokens);
    QVERIFY(*answer.usage.reasoningTokens > 0);
}

void TestCatalogue::demoSaysThatItIsSimulated()
{
    for (const DemoModel &demo : m_catalogue.demo().models) {
        QVERIFY2(demo.model.name.contains("simulated"_L1), qPrintable(demo.model.id));
        if (!demo.answers.isEmpty())
            QVERIFY2(demo.answerFor(u"What is the capital of France?").content.contains("simulated"_L1), qPrintable(demo.model.id));
    }
}

void TestCatalogue::promptIsCut()
{
    const DemoModel *demo = m_catalogue.demo().model(u"demo/DeepSeek-V3");
    QVERIFY(demo->answerFor(u"short question").content.endsWith("short question"_L1));
    QVERIFY(demo->answerFor(QString(100000, u'x')).content.size() < 500);
}

void TestCatalogue::resolveUsersEntryWins()
{
    Configuration configuration;
    QCOMPARE(m_catalogue.resolve(configuration, u"deepseek"), m_catalogue.provider(u"deepseek"));
    Provider own = *m_catalogue.provider(u"deepseek");
    own.baseUrl = QUrl(u"http://127.0.0.1:9/v1"_s);
    configuration.providers.append(own);
    QCOMPARE(m_catalogue.resolve(configuration, u"deepseek")->baseUrl, own.baseUrl);
    QVERIFY(!m_catalogue.resolve(configuration, u"nobody"));
}

void TestCatalogue::candidates_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("error"); // a part of it; empty: found
    QTest::addColumn<bool>("builtIn");
    QTest::newRow("channel") << u"sf-1"_s << u"deepseek-ai/DeepSeek-V3"_s << QString() << false;
    QTest::newRow("channel does not open it") << u"sf-1"_s << u"deepseek-ai/DeepSeek-R1"_s << u"does not open"_s << false;
    QTest::newRow("no such channel") << u"sf-2"_s << u"deepseek-ai/DeepSeek-V3"_s << u"no channel"_s << false;
    QTest::newRow("a provider is no channel") << u"siliconflow"_s << u"deepseek-ai/DeepSeek-V3"_s << u"no channel"_s << false;
    QTest::newRow("built-in") << u"built-in"_s << u"demo/DeepSeek-V3"_s << QString() << true;
    QTest::newRow("no such built-in model") << u"built-in"_s << u"demo/none"_s << u"no built-in"_s << false;
    QTest::newRow("local runtime") << u"ollama"_s << u"deepseek-r1:7b"_s << QString() << true;
    QTest::newRow("channel of a lost provider") << u"lost"_s << u"x"_s << u"unknown provider"_s << false;
}

void TestCatalogue::candidates()
{
    QFETCH(QString, channel);
    QFETCH(QString, model);
    QFETCH(QString, error);
    Configuration configuration;
    Channel sf;
    sf.id = u"sf-1"_s;
    sf.provider = u"siliconflow"_s;
    sf.models = QStringList{u"deepseek-ai/DeepSeek-V3"_s};
    Channel lost;
    lost.id = u"lost"_s;
    lost.provider = u"gone"_s;
    lost.models = QStringList{u"x"_s};
    configuration.channels = {sf, lost};
    const Result<ResolvedCandidate> found = resolveCandidate(configuration, m_catalogue, {channel, model});
    QCOMPARE(found.ok(), error.isEmpty());
    if (!found) {
        QVERIFY2(found.error().text.contains(error), qPrintable(found.error().text));
        QCOMPARE(found.error().kind, ErrorKind::NotFound);
        return;
    }
    QCOMPARE(found->model.id, model);
    QTEST(found->builtIn, "builtIn");
    QVERIFY(found->provider);
}

void TestCatalogue::ownWordOnTheType()
{
    Configuration configuration;
    Channel channel;
    channel.id = u"ds"_s;
    channel.provider = u"deepseek"_s;
    channel.models = QStringList{u"deepseek-chat"_s};
    configuration.channels = {channel};
    GatewayKey key;
    key.chain = {{u"ds"_s, u"deepseek-chat"_s}};
    QVERIFY(!reasoningInChain(configuration, m_catalogue, key));
    configuration.channels[0].modelTypes.insert(u"deepseek-chat"_s, ModelType::Reasoning);
    QVERIFY(reasoningInChain(configuration, m_catalogue, key));
}

void TestCatalogue::guesses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ModelType>("type");
    QTest::addColumn<double>("size");
    QTest::newRow("ollama tag") << u"deepseek-r1:7b"_s << ModelType::Reasoning << 7.0;
    QTest::newRow("capital B") << u"deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B"_s << ModelType::Reasoning << 1.5;
    QTest::newRow("plain chat") << u"qwen2.5-72b-instruct"_s << ModelType::Chat << 72.0;
    QTest::newRow("no size") << u"gpt-4.1"_s << ModelType::Chat << 0.0;
    QTest::newRow("embedding") << u"nomic-embed-text"_s << ModelType::Embedding << 0.0;
    QTest::newRow("reranker of an embedding family") << u"bge-reranker-v2-m3"_s << ModelType::Rerank << 0.0;
    QTest::newRow("pictures") << u"qwen2-vl-7b"_s << ModelType::Multimodal << 7.0;
    QTest::newRow("o-series") << u"o3-mini"_s << ModelType::Reasoning << 0.0;
    QTest::newRow("speech") << u"tts-1"_s << ModelType::Speech << 0.0;
    QTest::newRow("transcription") << u"whisper-1"_s << ModelType::Transcription << 0.0;
    QTest::newRow("image") << u"dall-e-3"_s << ModelType::Image << 0.0;
    QTest::newRow("a bit width is no size") << u"model-4bit"_s << ModelType::Chat << 0.0;
}

void TestCatalogue::guesses()
{
    QFETCH(QString, name);
    QFETCH(double, size);
    QTEST(guessType(name), "type");
    QCOMPARE(guessSize(name), size);
}

void TestCatalogue::damagedData_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("syntax") << QByteArray("{\n  \"providers\": [,]}") << u"2:17"_s;
    QTest::newRow("unknown member") << QByteArray(R"({"dialects":{"openai":{}},"providers":[{"id":"a","url":"x"}]})") << u"providers[0].url"_s;
    QTest::newRow("twice in one object") << QByteArray(R"({"dialects":{},"dialects":{}})") << u"dialects"_s;
    QTest::newRow("id twice") << QByteArray(R"({"dialects":{"openai":{}},"providers":[{"id":"a"},{"id":"a"}]})") << u"providers[1].id"_s;
    QTest::newRow("dialect") << QByteArray(R"({"dialects":{"openai":{}},"providers":[{"id":"a","dialect":"x"}]})") << u"providers[0].dialect"_s;
    QTest::newRow("type") << QByteArray(R"({"dialects":{"openai":{}},"providers":[{"id":"a","models":[{"id":"m","type":"x"}]}]})")
                          << u"providers[0].models[0].type"_s;
    QTest::newRow("no type") << QByteArray(R"({"dialects":{"openai":{}},"providers":[{"id":"a","models":[{"id":"m"}]}]})")
                             << u"providers[0].models[0].type"_s;
    QTest::newRow("kind") << QByteArray(R"({"dialects":{"openai":{"modelList":1}}})") << u"dialects.openai.modelList"_s;
    QTest::newRow("list") << QByteArray("[]") << QString();
}

void TestCatalogue::damagedData()
{
    QFETCH(QByteArray, text);
    const Result<Catalogue> loaded = Catalogue::fromJson(text, {});
    QVERIFY(!loaded);
    QTEST(loaded.error().where, "where");
    QVERIFY(!loaded.error().text.isEmpty());
}

void TestCatalogue::syntaxErrorsTellLineAndColumn()
{
    const Result<json::Value> document = strict::document("{\n \"中文\" 1}", 8);
    QVERIFY(!document);
    QCOMPARE(document.error().where, u"2:7"_s); // columns are characters
}

QTEST_APPLESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
