// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Channel.h"
#include "domain/Configuration.h"
#include "domain/ExchangeRecord.h"
#include "domain/ModelType.h"
#include "domain/Outcome.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

/// All words of an enum in its order, checked for the way back and for being distinct.
template<typename Enum, typename FromWord>
QStringList roundTrip(int count, FromWord fromWord)
{
    QStringList words;
    for (int i = 0; i < count; ++i) {
        const QString text = word(Enum(i)).toString();
        const auto back = fromWord(text);
        if (!back || *back != Enum(i) || text.isEmpty() || words.contains(text))
            return {u"wrong: "_s + text};
        words.append(text);
    }
    for (const QString &wrong : {QString(), u"nonsense"_s, words.first() + u' ', words.first().left(2)}) {
        if (fromWord(wrong))
            return {u"accepted: "_s + wrong};
    }
    return words;
}

} // namespace

class tst_Words : public QObject {
    Q_OBJECT

private slots:
    void outcomes();
    void others();
    void paths_data();
    void paths();
    void unknownPaths_data();
    void unknownPaths();
    void typesServe();
    void credentials();
    void usageTotals();
    void timeouts();
    void lookups();
};

/// These words are in databases, logs and scripts: they never change.
void tst_Words::outcomes()
{
    QCOMPARE(roundTrip<Outcome>(OutcomeCount, outcomeFromWord),
             (QStringList{u"connect_failed"_s, u"timeout"_s, u"broken"_s, u"overloaded"_s, u"rate_limited"_s, u"quota_exhausted"_s,
                          u"credential_refused"_s, u"model_unavailable"_s, u"redirected"_s, u"caller_fault"_s, u"context_exceeded"_s,
                          u"content_filtered"_s, u"client_gone"_s, u"answered"_s}));
    QCOMPARE(roundTrip<SkipReason>(SkipReasonCount, skipReasonFromWord),
             (QStringList{u"type_mismatch"_s, u"paused"_s, u"free_tokens_used_up"_s, u"channel_limit"_s, u"suspended"_s, u"small_context"_s, u"no_credential"_s}));
}

void tst_Words::others()
{
    QCOMPARE(roundTrip<DecisionKind>(4, decisionFromWord), (QStringList{u"retry"_s, u"next"_s, u"give_up"_s, u"deliver"_s}));
    QCOMPARE(roundTrip<ExchangeStatus>(4, exchangeStatusFromWord),
             (QStringList{u"answered"_s, u"failed"_s, u"interrupted"_s, u"cancelled"_s}));
    QCOMPARE(roundTrip<ExchangeKind>(3, exchangeKindFromWord), (QStringList{u"live"_s, u"drill"_s, u"cache"_s}));
    QCOMPARE(roundTrip<Provenance>(3, provenanceFromWord), (QStringList{u"unknown"_s, u"estimated"_s, u"reported"_s}));
    QCOMPARE(roundTrip<CacheResult>(3, cacheResultFromWord), (QStringList{u"BYPASS"_s, u"MISS"_s, u"HIT"_s}));
    QCOMPARE(roundTrip<ModelType>(ModelTypeCount, modelTypeFromWord),
             (QStringList{u"chat"_s, u"reasoning"_s, u"multimodal"_s, u"embedding"_s, u"image"_s, u"speech"_s, u"transcription"_s,
                          u"rerank"_s}));
}

void tst_Words::paths_data()
{
    QTest::addColumn<Api>("api");
    QTest::addColumn<QByteArray>("answerMember");
    QTest::addColumn<bool>("streams");
    const auto row = [](const char *path, Api api, const char *member, bool streams) {
        QTest::newRow(path) << api << QByteArray(member) << streams;
    };
    row("/chat/completions", Api::ChatCompletions, "choices", true);
    row("/completions", Api::Completions, "choices", true);
    row("/responses", Api::Responses, "output", true);
    row("/embeddings", Api::Embeddings, "data", false);
    row("/images/generations", Api::ImageGenerations, "data", false);
    row("/audio/speech", Api::AudioSpeech, "", false);
    row("/audio/transcriptions", Api::AudioTranscriptions, "", false);
    row("/audio/translations", Api::AudioTranslations, "", false);
    row("/rerank", Api::Rerank, "results", false);
    row("/moderations", Api::Moderations, "results", false);
}

void tst_Words::paths()
{
    QFETCH(Api, api);
    QFETCH(QByteArray, answerMember);
    QFETCH(bool, streams);
    QCOMPARE(apiFromPath(QTest::currentDataTag()), std::optional(api));
    const ApiTraits &row = traits(api);
    QCOMPARE(row.api, api);
    QCOMPARE(QByteArray(row.path), QByteArray(QTest::currentDataTag()));
    QCOMPARE(QByteArray(row.answerMember), answerMember);
    QCOMPARE(row.streams, streams);
    QVERIFY(row.streams || !row.streamOptions);
    QCOMPARE(row.multipart, api == Api::AudioTranscriptions || api == Api::AudioTranslations);
}

void tst_Words::unknownPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"", "/", "/chat", "/chat/completions/", "/Chat/Completions", "chat/completions", "/v1/chat/completions", "/models",
                             "//completions", "/chat/completions?x=1"})
        QTest::newRow(*path ? path : "empty") << QByteArray(path);
}

void tst_Words::unknownPaths()
{
    QFETCH(QByteArray, path);
    QVERIFY(!apiFromPath(path));
}

void tst_Words::typesServe()
{
    for (int type = 0; type < ModelTypeCount; ++type) {
        int served = 0;
        for (int api = 0; api < ApiCount; ++api)
            served += serves(ModelType(type), Api(api));
        QVERIFY2(served > 0, word(ModelType(type)).data()); // every type is good for something
    }
    for (int api = 0; api < ApiCount; ++api) {
        const bool chat = serves(ModelType::Chat, Api(api));
        QCOMPARE(serves(ModelType::Reasoning, Api(api)), chat);
        QCOMPARE(serves(ModelType::Multimodal, Api(api)), chat);
        QVERIFY(!(chat && serves(ModelType::Embedding, Api(api)))); // a chat path never reaches an embedding model
    }
    QVERIFY(serves(ModelType::Chat, Api::ChatCompletions));
    QVERIFY(serves(ModelType::Embedding, Api::Embeddings));
    QVERIFY(serves(ModelType::Image, Api::ImageGenerations));
    QVERIFY(serves(ModelType::Speech, Api::AudioSpeech));
    QVERIFY(serves(ModelType::Transcription, Api::AudioTranslations));
    QVERIFY(serves(ModelType::Rerank, Api::Rerank));
    QVERIFY(!serves(ModelType::Speech, Api::AudioTranscriptions));
}

void tst_Words::credentials()
{
    qputenv("UNDERSTUDY_TEST_CREDENTIAL", "invented-1");
    QCOMPARE((Credential{Secret(), u"UNDERSTUDY_TEST_CREDENTIAL"_s}.resolve().reveal()), QByteArray("invented-1"));
    qunsetenv("UNDERSTUDY_TEST_CREDENTIAL");
    QVERIFY((Credential{Secret(), u"UNDERSTUDY_TEST_CREDENTIAL"_s}.resolve().isEmpty()));
    QCOMPARE((Credential{Secret("invented-2"), QString()}.resolve().reveal()), QByteArray("invented-2"));
    QVERIFY(Credential().isEmpty());
}

void tst_Words::usageTotals()
{
    Usage usage;
    QVERIFY(usage.isEmpty() && !usage.total()); // unknown is not 0
    usage.promptTokens = 100;
    QCOMPARE(usage.total(), std::optional<qint64>(100));
    usage.completionTokens = 60;
    QCOMPARE(usage.total(), std::optional<qint64>(160));
    usage.totalTokens = 603; // as reported, also where it is no sum
    QCOMPARE(usage.total(), std::optional<qint64>(603));
}

void tst_Words::timeouts()
{
    Policy policy;
    QCOMPARE(policy.attemptTimeout(false), Milliseconds{60000});
    QCOMPARE(policy.attemptTimeout(true), Milliseconds{180000});
    policy.timeout = Milliseconds{5};
    QCOMPARE(policy.attemptTimeout(true), Milliseconds{5});
}

void tst_Words::lookups()
{
    Configuration configuration;
    Provider provider;
    provider.id = u"sf"_s;
    provider.models.append(Model());
    provider.models[0].id = u"m"_s;
    configuration.providers.append(provider);
    Channel channel;
    channel.id = u"sf-1"_s;
    configuration.channels.append(channel);
    GatewayKey key;
    key.name = u"demo"_s;
    configuration.keys.append(key);
    QVERIFY(configuration.provider(u"sf") && configuration.provider(u"sf")->model(u"m"));
    QVERIFY(!configuration.provider(u"sf")->model(u"M"));
    QVERIFY(configuration.channel(u"sf-1") && configuration.keyNamed(u"demo"));
    QVERIFY(!configuration.provider(u"x") && !configuration.channel(u"sf") && !configuration.keyNamed(u"Demo"));
}

QTEST_APPLESS_MAIN(tst_Words)
#include "tst_words.moc"
