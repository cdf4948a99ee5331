// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway as a client and a provider see it, over real sockets.
#include "GatewayBench.h"

#include "base/JsonSpan.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>

using namespace understudy;
using namespace understudy::test;

namespace {

QByteArray header(const RawAnswer &answer, QByteArrayView name)
{
    return headerValue(answer.headers, name).value_or(QByteArray());
}

QString errorCode(const RawAnswer &answer)
{
    return json::Value(answer.body)["error"]["code"].toString();
}

QByteArray chatBody(const QByteArray &model, bool stream = false)
{
    return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]" + (stream ? ",\"stream\":true" : "") + "}";
}

} // namespace

class TestGateway : public QObject {
    Q_OBJECT

private slots:
    void tutorialExampleOne();
    void tutorialExampleTwo();
    void tutorialBothFail();
    void tutorialOtherTypeIsSkipped();
    void ownPaths_data();
    void ownPaths();
    void multipartKeepsItsBytes();
    void everyPostGoesThrough_data();
    void everyPostGoesThrough();
    void streamArrivesByteForByte();
    void killedUpstreamInMidStream();
    void clientLeavesAndUpstreamIsClosed();
    void reloadKeepsStreams();
    void reloadHoldsAtOnce();
    void breakersAreSharedByKeysAndShards();
    void drainLetsStreamsFinish();
    void drainEndsWhatDoesNotFinish();
    void limitsApplyAtReload();
    void keyIsCheckedBeforeTheBody_data();
    void keyIsCheckedBeforeTheBody();
    void headersTellWhatHappened_data();
    void headersTellWhatHappened();
    void announcesWhatAnswers_data();
    void announcesWhatAnswers();
    void vaultLocked();
    void nothingIsLostOrDoubled();
    void everyCallIsInTheLedger();
};

void TestGateway::tutorialExampleOne()
{
    FakeUpstream provider;
    provider.setDefault(Answer::json(200, R"({"id":"c","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":151,"total_tokens":160}})"));
    GatewayBench bench;
    bench.addChannel(u"sf-1"_s, provider.baseUrl(), {GatewayBench::model(u"deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"_s, ModelType::Reasoning)});
    bench.chain({{u"sf-1"_s, u"deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"_s}, {BuiltInChannelId, u"demo/DeepSeek-R1-Distill-Qwen-7B"_s}});
    QVERIFY(bench.start());
    const RawAnswer answer = bench.ask(GatewayBench::post(chatBody("deepseek-ai/DeepSeek-R1-Distill-Qwen-32B")));
    QCOMPARE(answer.status, 200);
    QCOMPARE(json::Value(answer.body)["usage"]["total_tokens"].toInteger(), std::optional<qint64>(160));
    QCOMPARE(header(answer, "x-understudy-served-by"), "sf-1/deepseek-ai/DeepSeek-R1-Distill-Qwen-32B");
    QVERIFY(header(answer, "x-request-id").startsWith("req_"));
    QVERIFY(bench.waitForRecords(1));
    const ExchangeRecord record = bench.ledger.records().first();
    QCOMPARE(record.usage.total(), std::optional<qint64>(160));
    QVERIFY(!record.servedBuiltIn); // so no free tokens
    QCOMPARE(record.id.toLatin1(), header(answer, "x-request-id"));
}

void TestGateway::tutorialExampleTwo()
{
    FakeUpstream provider;
    provider.setDefault(Answer::error(503, "down"));
    GatewayBench bench;
    bench.addChannel(u"sf-1"_s, provider.baseUrl(), {GatewayBench::model(u"deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"_s, ModelType::Reasoning)});
    bench.chain({{u"sf-1"_s, u"deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"_s}, {BuiltInChannelId, u"demo/DeepSeek-R1-Distill-Qwen-7B"_s}});
    QVERIFY(bench.start());
    const DemoModel *demo = bench.catalogue.demo().model(u"demo/DeepSeek-R1-Distill-Qwen-7B");
    QVERIFY(demo);
    QString prompt;
    for (const DemoAnswer &answer : demo->answers) {
        if (answer.usage.total() == 603 && !answer.when.isEmpty())
            prompt = answer.when.first();
    }
    QVERIFY2(!prompt.isEmpty(), "the tutorial's second example must be among the demo's answers");
    const QByteArray body = "{\"model\":\"deepseek-ai/DeepSeek-R1-Distill-Qwen-32B\",\"messages\":[{\"role\":\"user\",\"content\":" + json::quoted(prompt) + "}]}";
    const RawAnswer answer = bench.ask(GatewayBench::post(body));
    QCOMPARE(answer.status, 200);
    QCOMPARE(json::Value(answer.body)["usage"]["total_tokens"].toInteger(), std::optional<qint64>(603));
    QCOMPARE(header(answer, "x-understudy-served-by"), "built-in/demo/DeepSeek-R1-Distill-Qwen-7B");
    QCOMPARE(header(answer, "x-understudy-failover"), "true");
    QCOMPARE(header(answer, "x-understudy-attempts"), "3");
    QVERIFY(bench.waitForRecords(1));
    const ExchangeRecord record = bench.ledger.records().first();
    QVERIFY(record.servedBuiltIn);
    QCOMPARE(record.usage.total(), std::optional<qint64>(603));
    QCOMPARE(record.attempts.size(), 3);
    QCOMPARE(record.attempts[0].outcome, Outcome::Overloaded);
    QCOMPARE(record.attempts[1].outcome, Outcome::Overloaded);
    QCOMPARE(provider.requestCount(), 2);
}

void TestGateway::tutorialBothFail()
{
    GatewayBench bench;
    FakeUpstream provider;
    provider.setDefault(Answer::error(500, "down"));
    bench.addChannel(u"sf-1"_s, provider.baseUrl(), {GatewayBench::model(u"r1"_s, ModelType::Reasoning)});
    bench.chain({{u"sf-1"_s, u"r1"_s}, {BuiltInChannelId, u"demo/DeepSeek-R1-Distill-Qwen-7B"_s}});
    QVERIFY(bench.start());
    bench.gateway->simulatedFaults().set(u"demo/DeepSeek-R1-Distill-Qwen-7B"_s, {{SimulatedFault::Kind::Status, 503}});
    const RawAnswer answer = bench.ask(GatewayBench::post(chatBody("r1")));
    QCOMPARE(answer.status, 503); // only overloaded
    QCOMPARE(errorCode(answer), u"all_candidates_failed"_s);
    QCOMPARE(header(answer, "x-should-retry"), "false");
    int attempts = 0;
    json::Value(answer.body)["error"]["attempts"].elements([&](const json::Value &attempt) {
        ++attempts;
        return attempt["outcome"].isString() && attempt["channel"].isString() && attempt["ms"].isNumber();
    });
    QCOMPARE(attempts, 4);
}

void TestGateway::tutorialOtherTypeIsSkipped()
{
    GatewayBench bench;
    FakeUpstream r1, v3;
    r1.setDefault(Answer::error(500, "down"));
    bench.addChannel(u"a"_s, r1.baseUrl(), {GatewayBench::model(u"deepseek-r1"_s, ModelType::Reasoning)});
    bench.addChannel(u"b"_s, v3.baseUrl(), {GatewayBench::model(u"deepseek-v3"_s)});
    bench.chain({{u"a"_s, u"deepseek-r1"_s}, {u"b"_s, u"deepseek-v3"_s}});
    QVERIFY(bench.start());
    QCOMPARE(bench.ask(GatewayBench::post(chatBody("deepseek-r1"))).status, 503);
    QCOMPARE(v3.requestCount(), 0);
    QVERIFY(bench.waitForRecords(1));
    QCOMPARE(bench.ledger.records().first().skipped,
             QList<SkippedCandidate>({{1, u"b"_s, u"deepseek-v3"_s, SkipReason::TypeMismatch}}));
}

void TestGateway::ownPaths_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contains");
    const QByteArray key = "Authorization: Bearer " + GatewayBench::secret + "\r\n";
    QTest::newRow("models") << GatewayBench::get("/v1/models") << 200 << QByteArray("\"id\":\"m1\"");
    QTest::newRow("model") << GatewayBench::get("/v1/models/m1") << 200 << QByteArray("\"object\":\"model\"");
    QTest::newRow("unknown model") << GatewayBench::get("/v1/models/nope") << 404 << QByteArray("model_not_found");
    QTest::newRow("models without a key") << GatewayBench::get("/v1/models", "") << 401 << QByteArray("invalid_api_key");
    QTest::newRow("wrong key") << GatewayBench::get("/v1/models", "Authorization: Bearer sk-us_wrong-0000000000000\r\n") << 401 << QByteArray("invalid_api_key");
    QTest::newRow("api-key") << GatewayBench::get("/v1/models", "api-key: " + GatewayBench::secret + "\r\n") << 200 << QByteArray("\"list\"");
    QTest::newRow("x-api-key") << GatewayBench::get("/v1/models", "x-api-key: " + GatewayBench::secret + "\r\n") << 200 << QByteArray("\"list\"");
    QTest::newRow("health") << GatewayBench::get("/health", "") << 200 << QByteArray("ok");
    QTest::newRow("ready") << GatewayBench::get("/health/ready", "") << 200 << QByteArray("ok");
    QTest::newRow("metrics") << GatewayBench::get("/metrics", "") << 200 << QByteArray("# TYPE understudy_requests_total counter");
    QTest::newRow("unknown path") << GatewayBench::get("/v1/nothing") << 404 << QByteArray("not_found");
    QTest::newRow("root") << GatewayBench::get("/") << 404 << QByteArray("not_found");
    QTest::newRow("wrong method") << GatewayBench::get("/v1/chat/completions") << 405 << QByteArray("method_not_allowed");
    QTest::newRow("foreign host") << QByteArray("GET /health HTTP/1.1\r\nHost: evil.example\r\n\r\n") << 421 << QByteArray("error");
    QTest::newRow("wrong content type") << QByteArray("POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\n" + key
                                                      + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 2\r\n\r\n{}")
                                        << 415 << QByteArray("Content-Type: application/json");
}

void TestGateway::ownPaths()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, contains);
    GatewayBench bench;
    FakeUpstream provider;
    bench.addChannel(u"a"_s, provider.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.chain({{u"a"_s, u"m1"_s}});
    QVERIFY(bench.start(1));
    const RawAnswer answer = bench.ask(request);
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.body.contains(contains), answer.body.constData());
    QVERIFY(header(answer, "x-request-id").startsWith("req_"));
    if (status == 405)
        QCOMPARE(header(answer, "allow"), "POST");
    QCOMPARE(provider.requestCount(), 0);
}

void TestGateway::multipartKeepsItsBytes()
{
    GatewayBench bench;
    FakeUpstream first, second;
    first.setDefault(Answer::error(500, "down"));
    second.setDefault(Answer::json(200, R"({"text":"hello"})"));
    bench.addChannel(u"a"_s, first.baseUrl(), {GatewayBench::model(u"whisper-1"_s, ModelType::Transcription)});
    bench.addChannel(u"b"_s, second.baseUrl(), {GatewayBench::model(u"other/whisper-large"_s, ModelType::Transcription)});
    bench.chain({{u"a"_s, u"whisper-1"_s}, {u"b"_s, u"other/whisper-large"_s}});
    QVERIFY(bench.start());
    const QByteArray audio = QByteArray("RIFF\0\r\n--not the boundary\xff", 26);
    const auto body = [&](const QByteArray &model) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\nContent-Type: audio/wav\r\n\r\n" + audio
            + "\r\n--xyz\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n" + model + "\r\n--xyz--\r\n";
    };
    const QByteArray sent = body("whisper-1");
    const RawAnswer answer = bench.ask("POST /v1/audio/transcriptions HTTP/1.1\r\nHost: localhost\r\nx-api-key: " + GatewayBench::secret
                                       + "\r\nContent-Type: multipart/form-data; boundary=xyz\r\nContent-Length: " + QByteArray::number(sent.size())
                                       + "\r\n\r\n" + sent);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, R"({"text":"hello"})");
    QCOMPARE(first.requests().first().body, sent);
    QCOMPARE(second.requests().first().body, body("other/whisper-large"));
    QCOMPARE(headerValue(second.requests().first().headers, "content-type"), std::optional<QByteArray>("multipart/form-data; boundary=xyz"));
}

void TestGateway::everyPostGoesThrough_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<ModelType>("type");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("completions") << QByteArray("/completions") << ModelType::Chat << QByteArray(R"({"choices":[{"index":0,"text":"x","finish_reason":"stop"}]})");
    QTest::newRow("responses") << QByteArray("/responses") << ModelType::Chat
                               << QByteArray(R"({"id":"resp_1","object":"response","status":"completed","output":[{"type":"message","content":[]}]})");
    QTest::newRow("embeddings") << QByteArray("/embeddings") << ModelType::Embedding << QByteArray(R"({"data":[{"embedding":[1]}],"usage":{"prompt_tokens":2,"total_tokens":2}})");
    QTest::newRow("images") << QByteArray("/images/generations") << ModelType::Image << QByteArray(R"({"data":[{"url":"http://x"}]})");
    QTest::newRow("speech") << QByteArray("/audio/speech") << ModelType::Speech << QByteArray("ID3\x01\x02", 5);
    QTest::newRow("rerank") << QByteArray("/rerank") << ModelType::Rerank << QByteArray(R"({"results":[{"index":0}]})");
    QTest::newRow("moderations") << QByteArray("/moderations") << ModelType::Chat << QByteArray(R"({"results":[{"flagged":false}]})");
}

void TestGateway::everyPostGoesThrough()
{
    QFETCH(QByteArray, path);
    QFETCH(ModelType, type);
    QFETCH(QByteArray, answer);
    GatewayBench bench;
    FakeUpstream down, up;
    down.setDefault(Answer::json(200, R"({"error":{"message":"overloaded","type":"server_error"}})"));
    up.setDefault(Answer::json(200, answer));
    bench.addChannel(u"a"_s, down.baseUrl(), {GatewayBench::model(u"m1"_s, type)});
    bench.addChannel(u"b"_s, up.baseUrl(), {GatewayBench::model(u"m2"_s, type)});
    bench.chain({{u"a"_s, u"m1"_s}, {u"b"_s, u"m2"_s}});
    QVERIFY(bench.start(1));
    const RawAnswer got = bench.ask(GatewayBench::post(R"({"model":"m1","input":"x"})", "/v1" + path));
    QCOMPARE(got.status, 200);
    QCOMPARE(got.body, answer);
    QCOMPARE(up.requests().first().target, "/v1" + path);
    QCOMPARE(up.requests().first().body, R"({"model":"m2","input":"x"})");
}

void TestGateway::streamArrivesByteForByte()
{
    GatewayBench bench;
    FakeUpstream provider;
    const QList<QByteArray> events{": keep-alive\n\n",
                                   "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"},\"finish_reason\":null}]}\r\n\r\n",
                                   "event: x\ndata: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\xe4\xbd\xa0 [DONE] data:\"},\"finish_reason\":null}]}\n\n",
                                   "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n", "data: [DONE]\n\n"};
    Answer answer = Answer::stream();
    for (const QByteArray &event : events)
        answer.chunk(event);
    provider.setDefault(answer.last());
    bench.addChannel(u"a"_s, provider.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.chain({{u"a"_s, u"m1"_s}});
    QVERIFY(bench.start());
    const RawAnswer got = bench.ask(GatewayBench::post(chatBody("m1", true)));
    QCOMPARE(got.status, 200);
    QVERIFY(got.complete);
    QCOMPARE(got.body, events.join());
}

void TestGateway::killedUpstreamInMidStream()
{
    GatewayBench bench;
    FakeUpstream provider;
    provider.setDefault(Answer::stream().delta("begun").reset());
    bench.addChannel(u"a"_s, provider.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.chain({{u"a"_s, u"m1"_s}});
    QVERIFY(bench.start());
    RawHttpClient client;
    QVERIFY(client.connectTo(bench.gateway->port()));
    client.send(GatewayBench::post(chatBody("m1", true)));
    QVERIFY(client.waitClosed());
    const QByteArray seen = client.received();
    QVERIFY(seen.contains("begun"));
    QVERIFY(seen.contains("\"code\":\"upstream_interrupted\""));
    QVERIFY(!seen.contains("[DONE]"));
    QVERIFY2(!seen.endsWith("0\r\n\r\n"), "a broken answer must not be delivered as a whole one");
}

void TestGateway::clientLeavesAndUpstreamIsClosed()
{
    GatewayBench bench;
    FakeUpstream provider;
    provider.setDefault(Answer::stream().delta("begun").hang());
    bench.addChannel(u"a"_s, provider.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.chain({{u"a"_s, u"m1"_s}});
    QVERIFY(bench.start());
    RawHttpClient client;
    QVERIFY(client.connectTo(bench.gateway->port()));
    client.send(GatewayBench::post(chatBody("m1", true)));
    QVERIFY(client.waitFor("begun"));
    QElapsedTimer timer;
    timer.start();
    client.socket().abort();
    QVERIFY(provider.waitForOpenConnections(0));
    qInfo("upstream closed %lld ms after the client left", timer.elapsed());
    QVERIFY(timer.elapsed() < 500); // 50 ms on an idle machine; the bound leaves room for a busy one
    QVERIFY(bench.waitForRecords(1));
    QCOMPARE(bench.ledger.records().first().status, ExchangeStatus::Cancelled);
}

void TestGateway::reloadKeepsStreams()
{
    GatewayBench bench;
    FakeUpstream provider;
    provider.setDefault(Answer::stream().delta("one").gate().delta("two").finish().done());
    bench.addChannel(u"a"_s, provider.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.chain({{u"a"_s, u"m1"_s}});
    QVERIFY(bench.start());
    RawHttpClient client;
    QVERIFY(client.connectTo(bench.gateway->port()));
    client.send(GatewayBench::post(chatBody("m1", true)));
    QVERIFY(client.waitFor("one"));
    bench.configuration.keys.first().enabled = false;
    bench.gateway->reload(bench.configuration, false);
    QVERIFY(QTest::qWaitFor([&] { return bench.ask(GatewayBench::post(chatBody("m1"))).status == 403; }, 2000));
    QCOMPARE(bench.ask("GET /health HTTP/1.1\r\nHost: gateway.lan\r\n\r\n").status, 421);
    bench.configuration.settings.allowedHosts = QStringList{u"gateway.lan"_s};
    bench.gateway->reload(bench.configuration, false);
    QVERIFY(QTest::qWaitFor([&] { return bench.ask("GET /health HTTP/1.1\r\nHost: gateway.lan\r\n\r\n").status == 200; }, 2000));
    provider.release();
    const RawAnswer answer = client.receive();
    QVERIFY(answer.complete);
    QVERIFY(answer.body.contains("two"));
}

/// Bug: a paused key was answered when the request reached a busy shard before the news did.
void TestGateway::reloadHoldsAtOnce()
{
    FakeUpstream provider;
    GatewayBench bench;
    bench.addChannel(u"a"_s, provider.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.chain({{u"a"_s, u"m1"_s}});
    QVERIFY(bench.start(1));
    RawHttpClient client;
    QVERIFY(client.connectTo(bench.gateway->port()));
    for (int i = 0; i < 200; ++i) {
        bench.configuration.keys[0].enabled = i % 2;
        // The request is on its way to the shard when the new configuration comes, the key in it is looked up afterwards.
        client.send("GET /v1/models HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        bench.gateway->reload(bench.configuration, false);
        client.send("Authorization: Bearer " + GatewayBench::secret + "\r\n\r\n");
        QCOMPARE(client.receive().status, i % 2 ? 200 : 403);
    }
}

void TestGateway::breakersAreSharedByKeysAndShards()
{
    GatewayBench bench;
    FakeUpstream down, up;
    down.setDefault(Answer::error(500, "down"));
    bench.addChannel(u"a"_s, down.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.addChannel(u"b"_s, up.baseUrl(), {GatewayBench::model(u"m2"_s)});
    bench.chain({{u"a"_s, u"m1"_s}, {u"b"_s, u"m2"_s}});
    bench.key.policy.retries = 0;
    QVERIFY(bench.start(2));
    for (int i = 0; i < 8; ++i)
        QCOMPARE(bench.ask(GatewayBench::post(chatBody("m1"))).status, 200);
    QCOMPARE(down.requestCount(), 3); // the threshold, whichever shard served
    const QList<CandidateHealth> health = bench.gateway->health();
    QCOMPARE(health.first().phase, u"suspended"_s);
    bench.gateway->resetChannel(u"a"_s);
    bench.ask(GatewayBench::post(chatBody("m1")));
    QCOMPARE(down.requestCount(), 4);
}

void TestGateway::drainLetsStreamsFinish()
{
    GatewayBench bench;
    FakeUpstream provider;
    provider.setDefault(Answer::stream().delta("one").gate().delta("two").finish().done());
    bench.addChannel(u"a"_s, provider.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.chain({{u"a"_s, u"m1"_s}});
    QVERIFY(bench.start());
    RawHttpClient client;
    QVERIFY(client.connectTo(bench.gateway->port()));
    client.send(GatewayBench::post(chatBody("m1", true)));
    QVERIFY(client.waitFor("one"));
    bool drained = false;
    QObject::connect(bench.gateway.get(), &Gateway::drained, bench.gateway.get(), [&] { drained = true; });
    bench.gateway->drain();
    RawHttpClient late;
    late.connectTo(bench.gateway->port(), 200);
    late.send(GatewayBench::get("/health", ""));
    QCOMPARE(late.receive(200).status, 0); // nobody accepts any more
    QVERIFY(!drained);
    provider.release();
    const RawAnswer answer = client.receive();
    QVERIFY(answer.complete && answer.body.contains("two"));
    QVERIFY(QTest::qWaitFor([&] { return drained; }, 3000));
    QCOMPARE(bench.ledger.records().first().status, ExchangeStatus::Answered);
}

void TestGateway::drainEndsWhatDoesNotFinish()
{
    GatewayBench bench;
    FakeUpstream provider;
    provider.setDefault(Answer::stream().delta("one").hang());
    bench.addChannel(u"a"_s, provider.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.chain({{u"a"_s, u"m1"_s}});
    bench.configuration.settings.limits.drain = Milliseconds{50};
    QVERIFY(bench.start());
    RawHttpClient client;
    QVERIFY(client.connectTo(bench.gateway->port()));
    client.send(GatewayBench::post(chatBody("m1", true)));
    QVERIFY(client.waitFor("one"));
    bool drained = false;
    QObject::connect(bench.gateway.get(), &Gateway::drained, bench.gateway.get(), [&] { drained = true; });
    bench.gateway->drain();
    QVERIFY(client.waitClosed());
    QVERIFY(client.received().contains("\"code\":\"gateway_stopping\""));
    QVERIFY(QTest::qWaitFor([&] { return drained; }, 5000));
    QCOMPARE(bench.ledger.records().first().status, ExchangeStatus::Interrupted);
}

/// Bug: the number of connections and the memory for bodies stayed as they were at the start, without a word.
void TestGateway::limitsApplyAtReload()
{
    GatewayBench bench;
    bench.configuration.settings.limits.maxConnections = 1;
    bench.configuration.settings.limits.maxBufferedBytes = 3 * 100'000;
    QVERIFY(bench.start(1));
    const QByteArray large = GatewayBench::post(QByteArray(200'000, ' '));
    QCOMPARE(bench.ask(large).status, 413);
    RawHttpClient first;
    QVERIFY(QTest::qWaitFor([&] { return bench.gateway->stats().connections == 0; }, 3000));
    QVERIFY(first.connectTo(bench.gateway->port()));
    first.send(GatewayBench::get("/health", ""));
    QCOMPARE(first.receive().status, 200);
    QCOMPARE(bench.ask(GatewayBench::get("/health", "")).status, 503);
    bench.configuration.settings.limits.maxConnections = 3;
    bench.configuration.settings.limits.maxBufferedBytes = 3 * 1'000'000;
    bench.gateway->reload(bench.configuration, false);
    QVERIFY(QTest::qWaitFor([&] { return bench.ask(GatewayBench::get("/health", "")).status == 200; }, 3000));
    QCOMPARE(bench.ask(large).status, 400); // taken, and then found to be no JSON
}

void TestGateway::keyIsCheckedBeforeTheBody_data()
{
    QTest::addColumn<QByteArray>("credential");
    QTest::addColumn<QString>("code");
    QTest::newRow("none") << QByteArray() << u"invalid_api_key"_s;
    QTest::newRow("unknown") << QByteArray("Authorization: Bearer sk-us_unknown-000000000000000000\r\n") << u"invalid_api_key"_s;
    QTest::newRow("another scheme") << QByteArray("Authorization: Basic c2stdXM6eA==\r\n") << u"invalid_api_key"_s;
    QTest::newRow("a provider's") << QByteArray("x-api-key: sk-provider-a-0000\r\n") << u"invalid_api_key"_s;
}

/// 60 MiB are announced and not one byte of them is sent: the answer does not wait for them, and there is no "100 Continue".
void TestGateway::keyIsCheckedBeforeTheBody()
{
    QFETCH(QByteArray, credential);
    QFETCH(QString, code);
    GatewayBench bench;
    FakeUpstream provider;
    bench.addChannel(u"a"_s, provider.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.chain({{u"a"_s, u"m1"_s}});
    QVERIFY(bench.start(1));
    for (const QByteArray &length : {QByteArray("Content-Length: 62914560\r\n"), QByteArray("Content-Length: 62914560\r\nExpect: 100-continue\r\n"), QByteArray("Transfer-Encoding: chunked\r\n")}) {
        const RawAnswer answer = bench.ask("POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + credential + length + "\r\n");
        QCOMPARE(answer.status, 401);
        QCOMPARE(errorCode(answer), code);
    }
    QCOMPARE(provider.requestCount(), 0);
}

void TestGateway::headersTellWhatHappened_data()
{
    QTest::addColumn<QList<Answer>>("first");
    QTest::addColumn<bool>("cache");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<int>("asked"); ///< so many times; the last answer is looked at
    QTest::addColumn<QByteArray>("served");
    QTest::addColumn<QByteArray>("attempts");
    QTest::addColumn<QByteArray>("failover");
    QTest::addColumn<QByteArray>("cached");
    const QByteArray primary = "a/m%C3%A9%201", backup = "b/m2";
    const auto down = Answer::error(503, "down");
    QTest::newRow("first try") << QList<Answer>{} << false << false << 1 << primary << QByteArray("1") << QByteArray("false") << QByteArray("BYPASS");
    QTest::newRow("first try, stream") << QList<Answer>{Answer::chatStream()} << false << true << 1 << primary << QByteArray("1") << QByteArray("false") << QByteArray("BYPASS");
    QTest::newRow("after a retry") << QList<Answer>{down} << false << false << 1 << primary << QByteArray("2") << QByteArray("false") << QByteArray("BYPASS");
    QTest::newRow("by the backup") << QList<Answer>{down, down} << false << false << 1 << backup << QByteArray("3") << QByteArray("true") << QByteArray("BYPASS");
    QTest::newRow("by the backup, stream") << QList<Answer>{down, down} << false << true << 1 << backup << QByteArray("3") << QByteArray("true") << QByteArray("BYPASS");
    QTest::newRow("not in the cache yet") << QList<Answer>{} << true << false << 1 << primary << QByteArray("1") << QByteArray("false") << QByteArray("MISS");
    QTest::newRow("from the cache") << QList<Answer>{} << true << false << 2 << primary << QByteArray("0") << QByteArray("false") << QByteArray("HIT");
}

/// SEMANTICS §8: served-by is ASCII, the rest percent-encoded.
void TestGateway::headersTellWhatHappened()
{
    QFETCH(QList<Answer>, first);
    QFETCH(bool, cache);
    QFETCH(bool, stream);
    QFETCH(int, asked);
    GatewayBench bench;
    FakeUpstream primary, backup;
    for (const Answer &answer : std::as_const(first))
        primary.enqueue(answer);
    backup.setDefault(stream ? Answer::chatStream() : Answer::chat());
    bench.addChannel(u"a"_s, primary.baseUrl(), {GatewayBench::model(u"m\u00e9 1"_s)});
    bench.addChannel(u"b"_s, backup.baseUrl(), {GatewayBench::model(u"m2"_s)});
    bench.chain({{u"a"_s, u"m\u00e9 1"_s}, {u"b"_s, u"m2"_s}});
    bench.key.policy.cache.enabled = cache;
    QVERIFY(bench.start(1));
    RawAnswer answer;
    for (int i = 0; i < asked; ++i)
        answer = bench.ask(GatewayBench::post(chatBody("auto", stream)));
    QCOMPARE(answer.status, 200);
    QVERIFY(header(answer, "x-request-id").startsWith("req_"));
    QTEST(header(answer, "x-understudy-served-by"), "served");
    QTEST(header(answer, "x-understudy-attempts"), "attempts");
    QTEST(header(answer, "x-understudy-failover"), "failover");
    QTEST(header(answer, "x-understudy-cache"), "cached");
}

void TestGateway::announcesWhatAnswers_data()
{
    QTest::addColumn<QString>("listen");
    for (const char *listen : {"127.0.0.1:0", "0.0.0.0:0", "[::1]:0", "[::]:0", "localhost:0"})
        QTest::newRow(listen) << QString::fromLatin1(listen);
}

/// Bug: the address that stood in the announcement of [::] was one where nothing listened.
void TestGateway::announcesWhatAnswers()
{
    QFETCH(QString, listen);
    QTcpServer probe;
    if (listen.startsWith(u'[') && !probe.listen(QHostAddress::LocalHostIPv6))
        QSKIP("no IPv6 here");
    GatewayBench bench;
    bench.configuration.settings.listen = listen;
    QVERIFY(bench.start(1));
    const QUrl url = bench.gateway->baseUrl();
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(url.host()), quint16(url.port()));
    QVERIFY2(socket.waitForConnected(3000), qPrintable(url.toString() + u": "_s + socket.errorString()));
    socket.write("GET /health HTTP/1.1\r\nHost: " + url.authority().toLatin1() + "\r\n\r\n");
    QByteArray answer;
    while (!answer.contains("\r\n\r\n") && socket.waitForReadyRead(3000))
        answer += socket.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer);
}

void TestGateway::vaultLocked()
{
    GatewayBench bench;
    QVERIFY(bench.start(1));
    bench.gateway->reload(bench.configuration, true);
    QVERIFY(QTest::qWaitFor([&] { return bench.ask(GatewayBench::get("/v1/models")).status == 503; }, 2000));
    const RawAnswer answer = bench.ask(GatewayBench::get("/v1/models"));
    QCOMPARE(errorCode(answer), u"vault_locked"_s);
    QCOMPARE(bench.ask(GatewayBench::get("/health/ready", "")).status, 503);
    QCOMPARE(bench.ask(GatewayBench::get("/health", "")).status, 200);
}

/// 10,000 requests over providers that fail in every way: what the providers saw is what the ledger says, request for request.
/// The one exception has a name: a request that was written to a kept connection while its provider closed it
/// (`stale_connection`) may not have been seen.
void TestGateway::nothingIsLostOrDoubled()
{
    constexpr int total = 10000;
    constexpr int clients = 32;
    FakeUpstream flaky, steady;
    std::atomic<int> serial{0};
    flaky.setHandler([&](const Received &) {
        switch (serial++ % 10) {
        case 0: return Answer::error(500, "down");
        case 1: return Answer::raw("").close();
        case 2: return Answer().reset();
        case 3: return Answer::json(200, R"({"error":{"message":"overloaded"}})");
        case 4: return Answer::json(200, "{\"choices\":[");
        case 5: return Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"cho").close();
        case 6: return Answer::raw("garbage\r\n\r\n").close();
        default: return Answer::chat("fine");
        }
    });
    GatewayBench bench;
    bench.addChannel(u"a"_s, flaky.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.addChannel(u"b"_s, steady.baseUrl(), {GatewayBench::model(u"m2"_s)});
    bench.chain({{u"a"_s, u"m1"_s}, {u"b"_s, u"m2"_s}});
    bench.key.policy.breaker.enabled = false; // every request meets the flaky one
    QVERIFY(bench.start(2));

    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    int sent = 0, answered = 0, good = 0;
    const auto send = [&](QTcpSocket *socket) {
        // Each body is another one, so that the providers' side can be counted request by request.
        socket->write(GatewayBench::post("{\"model\":\"m1\",\"n\":" + QByteArray::number(sent) + "}"));
        ++sent;
    };
    for (int i = 0; i < clients; ++i) {
        auto socket = std::make_unique<QTcpSocket>();
        QTcpSocket *raw = socket.get();
        auto buffer = std::make_shared<QByteArray>();
        QObject::connect(raw, &QTcpSocket::readyRead, raw, [&, raw, buffer] {
            *buffer += raw->readAll();
            const RawAnswer answer = parseAnswer(*buffer, false);
            if (!answer.complete)
                return;
            buffer->clear();
            ++answered;
            good += answer.status == 200;
            if (sent < total)
                send(raw);
        });
        raw->connectToHost(QHostAddress::LocalHost, bench.gateway->port());
        send(raw);
        sockets.push_back(std::move(socket));
    }
    QVERIFY2(QTest::qWaitFor([&] { return answered == total; }, 60000), qPrintable(u"%1 of %2"_s.arg(answered).arg(total)));
    QCOMPARE(good, total);
    QVERIFY(bench.waitForRecords(total));
    const QList<ExchangeRecord> records = bench.ledger.records();
    QCOMPARE(records.size(), total);

    QSet<QString> ids;
    qint64 toFlaky = 0, toSteady = 0, stale = 0;
    for (const ExchangeRecord &record : records) {
        ids.insert(record.id);
        int steadyCalls = 0;
        for (const AttemptRecord &attempt : record.attempts) {
            stale += attempt.detail == "stale_connection"_L1;
            (attempt.channel == "a"_L1 ? toFlaky : toSteady) += 1;
            steadyCalls += attempt.channel == "b"_L1;
        }
        QVERIFY(record.attempts.size() <= 2 + 1 + 1); // 1 + retries, a stale repeat, the backup
        QVERIFY(steadyCalls <= 1);
        QCOMPARE(record.status, ExchangeStatus::Answered);
    }
    QCOMPARE(ids.size(), total);
    QCOMPARE(toSteady, qint64(steady.requestCount()));
    QVERIFY(flaky.requestCount() <= toFlaky);
    QVERIFY2(flaky.requestCount() >= toFlaky - stale, qPrintable(u"%1 seen, %2 in the ledger, %3 stale"_s.arg(flaky.requestCount()).arg(toFlaky).arg(stale)));
    QHash<QByteArray, int> perRequest;
    for (const Received &received : flaky.requests())
        ++perRequest[received.body];
    for (const int calls : std::as_const(perRequest))
        QVERIFY(calls <= 3);
    // Each was seen, but for those whose every try met a connection that the provider was just closing.
    QVERIFY2(perRequest.size() + stale >= total, qPrintable(u"%1 seen, %2 stale"_s.arg(perRequest.size()).arg(stale)));
}

/// The same with faults that keep the connection: exact to the last call.
void TestGateway::everyCallIsInTheLedger()
{
    constexpr int total = 500;
    FakeUpstream flaky, steady;
    std::atomic<int> serial{0};
    flaky.setHandler([&](const Received &) {
        switch (serial++ % 5) {
        case 0: return Answer::error(500, "down");
        case 1: return Answer::json(200, R"({"error":{"message":"overloaded"}})");
        case 2: return Answer::json(200, "{\"choices\":[");
        case 3: return Answer::error(429, "slow down");
        default: return Answer::chat("fine");
        }
    });
    GatewayBench bench;
    bench.addChannel(u"a"_s, flaky.baseUrl(), {GatewayBench::model(u"m1"_s)});
    bench.addChannel(u"b"_s, steady.baseUrl(), {GatewayBench::model(u"m2"_s)});
    bench.chain({{u"a"_s, u"m1"_s}, {u"b"_s, u"m2"_s}});
    bench.key.policy.breaker.enabled = false;
    QVERIFY(bench.start(2));
    RawHttpClient client;
    QVERIFY(client.connectTo(bench.gateway->port()));
    for (int i = 0; i < total; ++i) {
        client.send(GatewayBench::post(chatBody("m1")));
        QCOMPARE(client.receive().status, 200);
    }
    QVERIFY(bench.waitForRecords(total));
    qint64 toFlaky = 0, toSteady = 0;
    for (const ExchangeRecord &record : bench.ledger.records()) {
        for (const AttemptRecord &attempt : record.attempts)
            (attempt.channel == "a"_L1 ? toFlaky : toSteady) += 1;
    }
    QCOMPARE(toFlaky, qint64(flaky.requestCount()));
    QCOMPARE(toSteady, qint64(steady.requestCount()));
}

QTEST_GUILESS_MAIN(TestGateway)
#include "tst_gateway.moc"
