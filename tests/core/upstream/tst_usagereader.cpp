// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/UsageReader.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

QByteArray text(const std::optional<qint64> &count) { return count ? QByteArray::number(*count) : "-"_ba; }

/// "prompt completion total reasoning cached", - for unknown; "none".
QByteArray text(const std::optional<Usage> &usage)
{
    if (!usage)
        return "none";
    return QByteArrayList {text(usage->promptTokens), text(usage->completionTokens), text(usage->totalTokens),
                           text(usage->reasoningTokens), text(usage->cachedTokens)}
        .join(' ');
}

} // namespace

class TestUsageReader : public QObject {
    Q_OBJECT

private slots:
    void usage_data();
    void usage();
    void estimate_data();
    void estimate();
    void estimatePrompt();
    void estimateOutput();
};

void TestUsageReader::usage_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &expected) {
        QTest::addRow("%s", name) << json << expected;
    };
    row("OpenAI",
        R"({"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10,"prompt_tokens_details":{"cached_tokens":4},
        "completion_tokens_details":{"reasoning_tokens":2}}})",
        "7 3 10 2 4");
    row("without details", R"({"usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10}})", "7 3 10 - -");
    row("without total", R"({"usage":{"prompt_tokens":7,"completion_tokens":3}})", "7 3 - - -");
    row("null details",
        R"({"usage":{"prompt_tokens":7,"completion_tokens":3,"prompt_tokens_details":null,"completion_tokens_details":null}})",
        "7 3 - - -");
    row("DeepSeek",
        R"({"usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10,"prompt_cache_hit_tokens":5,"prompt_cache_miss_tokens":2}})",
        "7 3 10 - 5");
    row("Moonshot", R"({"usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10,"cached_tokens":6}})", "7 3 10 - 6");
    row("Moonshot stream", R"({"choices":[{"delta":{},"usage":{"prompt_tokens":7,"completion_tokens":3}}]})", "7 3 - - -");
    row("Groq stream",
        R"({"choices":[{"delta":{}}],"x_groq":{"id":"r","usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10}}})",
        "7 3 10 - -");
    row("Responses", R"({"output":[],"usage":{"input_tokens":7,"input_tokens_details":{"cached_tokens":1},"output_tokens":3,
        "output_tokens_details":{"reasoning_tokens":2},"total_tokens":10}})",
        "7 3 10 2 1");
    row("Responses stream", R"({"type":"response.completed","response":{"usage":{"input_tokens":7,"output_tokens":3}}})",
        "7 3 - - -");
    row("Gemini without completion_tokens", R"({"usage":{"prompt_tokens":7,"total_tokens":10}})", "7 3 10 - -");
    row("embeddings", R"({"data":[],"usage":{"prompt_tokens":7,"total_tokens":7}})", "7 - 7 - -");
    row("rerank, total alone", R"({"results":[],"usage":{"total_tokens":9}})", "- - 9 - -");
    row("rerank, meta.tokens",
        R"({"results":[],"meta":{"billed_units":{"search_units":1},"tokens":{"input_tokens":7,"output_tokens":0}}})",
        "7 0 - - -");
    row("rerank, billed units", R"({"results":[],"meta":{"billed_units":{"input_tokens":7}}})", "7 - - - -");
    row("zero is known", R"({"usage":{"prompt_tokens":0,"completion_tokens":0,"total_tokens":0}})", "0 0 0 - -");
    row("negative", R"({"usage":{"prompt_tokens":-1,"completion_tokens":3}})", "- 3 - - -");
    row("absurd", R"({"usage":{"prompt_tokens":99999999999999999999,"completion_tokens":3000000000}})", "none");
    row("fraction", R"({"usage":{"prompt_tokens":1.5,"completion_tokens":3.0}})", "- 3 - - -");
    row("text", R"({"usage":{"prompt_tokens":"7"}})", "none");
    row("null", R"({"usage":null})", "none");
    row("empty", R"({"usage":{}})", "none");
    row("array", R"({"usage":[1]})", "none");
    row("missing", R"({"choices":[]})", "none");
    row("no object", R"([{"usage":{"prompt_tokens":7}}])", "none");
    row("empty usage beside Groq's", R"({"usage":null,"x_groq":{"usage":{"prompt_tokens":7}}})", "7 - - - -");
}

void TestUsageReader::usage()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    QVERIFY(!json::validate(json));
    QCOMPARE(text(readUsage(json::Value(json))), expected);
}

void TestUsageReader::estimate_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<qint64>("tokens");
    QTest::addRow("empty") << ""_ba << qint64(0);
    QTest::addRow("one letter") << "a"_ba << qint64(1);
    QTest::addRow("four letters") << "abcd"_ba << qint64(1);
    QTest::addRow("five letters") << "abcde"_ba << qint64(2);
    QTest::addRow("Chinese") << "你好世界"_ba << qint64(4);
    QTest::addRow("mixed") << "你好abcd"_ba << qint64(3);
    QTest::addRow("emoji") << "\xF0\x9F\x98\x80"_ba << qint64(1);
    QTest::addRow("escapes") << R"(a\nb\"c)"_ba << qint64(2);
    QTest::addRow("escaped Chinese") << R"(\u4f60\u597d)"_ba << qint64(2);
    QTest::addRow("cut escape") << R"(\u4f)"_ba << qint64(1);
    QTest::addRow("lone backslash") << "\\"_ba << qint64(1);
}

void TestUsageReader::estimate()
{
    QFETCH(QByteArray, input);
    QFETCH(qint64, tokens);
    QCOMPARE(estimateTokens(input), tokens);
}

void TestUsageReader::estimatePrompt()
{
    const auto prompt = [](QByteArrayView json) { return estimatePromptTokens(json::Value(json)); };
    QCOMPARE(prompt(R"({"model":"long-name","messages":[{"role":"user","content":"abcdefgh"}]})"), 2 + 4);
    QCOMPARE(
        prompt(
            R"({"messages":[{"role":"user","content":[{"type":"text","text":"abcd"},{"type":"image_url","image_url":{"url":"data:AAAAAAAAAAAAAAAA"}}]}]})"),
        1 + 4);
    QCOMPARE(prompt(R"({"prompt":"abcdefgh"})"), 2);
    QCOMPARE(prompt(R"({"input":["abcd","abcd"]})"), 2);
    QCOMPARE(prompt(R"({"query":"abcd","documents":["abcd","abcd"]})"), 3);
    QCOMPARE(prompt("[]"), 0);
}

void TestUsageReader::estimateOutput()
{
    const auto output = [](Api api, QByteArrayView json) { return estimateOutputTokens(api, json::Value(json)); };
    QCOMPARE(output(Api::ChatCompletions,
                    R"({"choices":[{"message":{"role":"assistant","content":"abcdefgh","reasoning_content":"abcd"}}]})"),
             3);
    QCOMPARE(output(Api::ChatCompletions, R"({"choices":[{"message":{"reasoning":"abcd","reasoning_content":"abcd"}}]})"), 1);
    QCOMPARE(output(Api::Completions, R"({"choices":[{"text":"abcd"},{"text":"abcd"}]})"), 2);
    QCOMPARE(output(Api::Responses, R"({"output":[{"type":"message","content":[{"type":"output_text","text":"abcd"}]}]})"), 1);
    QCOMPARE(output(Api::Embeddings, R"({"data":[{"embedding":[1,2]}]})"), 0);
}

QTEST_APPLESS_MAIN(TestUsageReader)
#include "tst_usagereader.moc"
