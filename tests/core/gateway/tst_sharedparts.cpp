// SPDX-License-Identifier: GPL-3.0-or-later
// What exchanges share: the response cache and its shapes, request windows, running totals, pins.
#include "base/JsonSpan.h"
#include "gateway/RateWindow.h"
#include "gateway/ReplayShapes.h"
#include "gateway/ResponseCache.h"
#include "gateway/ResponsePins.h"
#include "gateway/RuntimeState.h"
#include "gateway/SimulatedAnswer.h"
#include "upstream/SseReader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <thread>

using namespace understudy;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const CachedAnswer> answerOf(const QByteArray &body)
{
    auto answer = std::make_shared<CachedAnswer>();
    answer->body = body;
    return answer;
}

QJsonObject object(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

} // namespace

class TestSharedParts : public QObject {
    Q_OBJECT

private slots:
    void cacheExpiresAndForgets()
    {
        ResponseCache cache(16 * 1024);
        const MonotonicTime start{};
        cache.insert("k", answerOf("one"), 10s, start);
        QCOMPARE(cache.find("k", start + 9s)->body, "one");
        QVERIFY(!cache.find("k", start + 10s));
        cache.insert("big", answerOf(QByteArray(2000, 'x')), 10s, start);
        QVERIFY(!cache.find("big", start)); // larger than a stripe
        for (int i = 0; i < 1000; ++i)
            cache.insert(QByteArray::number(i), answerOf(QByteArray(100, 'x')), 10s, start);
        QVERIFY(cache.bytes() <= 16 * 1024);
        QVERIFY(cache.find("999", start));
    }

    void cacheKeepsWhatIsUsed()
    {
        ResponseCache cache(16 * 1000);
        const MonotonicTime start{};
        cache.insert("keep", answerOf("x"), 10s, start);
        for (int i = 0; i < 500; ++i) {
            cache.insert(QByteArray::number(i), answerOf("y"), 10s, start);
            QVERIFY(cache.find("keep", start));
        }
    }

    void shapesThereAndBack_data()
    {
        QTest::addColumn<Api>("api");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("chat") << Api::ChatCompletions
                              << QByteArray(R"({"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"a b\n\u00e9"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}})");
        QTest::newRow("reasoning, two choices")
            << Api::ChatCompletions
            << QByteArray(R"({"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"x","reasoning_content":"why"},"finish_reason":"stop"},{"index":1,"message":{"role":"assistant","content":"你"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}})");
        QTest::newRow("completion") << Api::Completions
                                    << QByteArray(R"({"id":"c","object":"text_completion","created":1,"model":"m","choices":[{"index":0,"text":"abc","finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}})");
    }
    void shapesThereAndBack()
    {
        QFETCH(Api, api);
        QFETCH(QByteArray, answer);
        const std::optional<QByteArray> events = streamFromAnswer(api, answer, true);
        QVERIFY(events);
        QVERIFY(events->endsWith("data: [DONE]\n\n"));
        const std::optional<QByteArray> back = answerFromStream(api, *events, Usage{1, 2, 3, {}, {}});
        QVERIFY(back);
        QCOMPARE(object(*back), object(answer));
        QVERIFY(!streamFromAnswer(api, answer, false)->contains("usage"));
    }

    /// Read without QJsonDocument, which drops the mark itself.
    void aByteOrderMarkIsACharacter()
    {
        const auto events = streamFromAnswer(Api::ChatCompletions, R"({"choices":[{"index":0,"message":{"role":"assistant","content":"\ufeffa"},"finish_reason":"stop"}]})", false);
        QVERIFY(events);
        const auto back = answerFromStream(Api::ChatCompletions, *events, {});
        QVERIFY(back);
        QCOMPARE(json::Value(*back)["choices"].first()["message"]["content"].toString(), u"\ufeffa"_s);
    }

    void toolCallsHaveNoSecondShape()
    {
        QVERIFY(!streamFromAnswer(Api::ChatCompletions, R"({"choices":[{"message":{"tool_calls":[]},"finish_reason":"tool_calls"}]})", false));
        QVERIFY(!answerFromStream(Api::ChatCompletions, "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0}]}}]}\n\n", {}));
        QVERIFY(!answerFromStream(Api::Embeddings, "data: {}\n\n", {}));
        QVERIFY(!answerFromStream(Api::ChatCompletions, "", {}));
    }

    void rateWindow()
    {
        RateWindow window;
        QVERIFY(!window.take(2, 1000ms));
        QVERIFY(!window.full(2, 1000ms));
        QVERIFY(!window.take(2, 59000ms));
        QVERIFY(window.full(2, 59500ms));
        QCOMPARE(window.take(2, 59000ms), std::optional<Milliseconds>(1000ms));
        QVERIFY(!window.take(2, 60000ms));
        QVERIFY(!window.take(0, 60000ms)); // no limit
    }

    void rateWindowUnderThreads()
    {
        RateWindow window;
        std::atomic<int> taken{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 10000; ++i)
                    taken += !window.take(5000, 1ms);
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(taken.load(), 5000);
    }

    void oneProbeInTheWholeProcess()
    {
        CandidateState candidate;
        BreakerPolicy policy;
        policy.failures = 1;
        policy.suspend = 10ms;
        candidate.noteFailure(policy, 1ms, false);
        std::atomic<int> claims{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t)
            threads.emplace_back([&] { claims += candidate.claimProbe(policy, 20ms); });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(claims.load(), 1);
    }

    void runningTotal()
    {
        RunningTotal total;
        total.add(100);
        total.add(50);
        QCOMPARE(total.value(), 150);
        total.settle(1100, 100); // the ledger knew 1000 before
        QCOMPARE(total.value(), 1150);
    }

    void pinsAreBounded()
    {
        ResponsePins pins;
        for (int i = 0; i < ResponsePins::Capacity + 10; ++i)
            pins.remember(QByteArray::number(i), {u"c"_s, QString::number(i)});
        QVERIFY(!pins.find("0"));
        QCOMPARE(pins.find("100")->model, u"100"_s);
    }

    void simulatedAnswersAreWhatAProviderSends()
    {
        const DemoAnswers demo = DemoAnswers::load().value();
        const SimulatedAnswer plain = simulate(demo, Api::ChatCompletions, R"({"model":"demo/DeepSeek-R1-Distill-Qwen-7B","messages":[{"role":"user","content":"hello"}]})", 1);
        QCOMPARE(plain.status, 200);
        const QJsonObject whole = object(plain.pieces.first());
        const SimulatedAnswer streamed = simulate(demo, Api::ChatCompletions,
            R"({"model":"demo/DeepSeek-R1-Distill-Qwen-7B","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"hello"}]})", 1);
        QVERIFY(streamed.pieces.size() > 3);
        const auto joined = answerFromStream(Api::ChatCompletions, streamed.pieces.join(), {});
        QVERIFY(joined);
        QCOMPARE(object(*joined)[u"choices"_s], whole[u"choices"_s]);
        QCOMPARE(simulate(demo, Api::ChatCompletions, R"({"model":"demo/always-fails"})", 1).status, 503);
        QCOMPARE(simulate(demo, Api::ChatCompletions, R"({"model":"nope"})", 1).status, 404);
        QCOMPARE(simulate(demo, Api::AudioSpeech, R"({"model":"demo/DeepSeek-R1-Distill-Qwen-7B"})", 1).status, 404);
    }
};

QTEST_APPLESS_MAIN(TestSharedParts)
#include "tst_sharedparts.moc"
