// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/StreamReader.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

/// "meaningful finished end bad usage-only suspect error usage", those that are true.
QByteArray words(const StreamEvent &event)
{
    QByteArrayList list;
    const auto add = [&list](bool is, const char *word) {
        if (is)
            list.append(word);
    };
    add(event.meaningful, "meaningful");
    add(event.finished, "finished");
    add(event.endMark, "end");
    add(event.bad, "bad");
    add(event.usageOnly, "usage-only");
    add(!event.suspect.isEmpty(), "suspect");
    add(event.surelyError, "error");
    add(event.usage.has_value(), "usage");
    return list.join(' ');
}

StreamEvent read(Api api, const QByteArray &block)
{
    static SseReader reader; // keeps the bytes that the views point to
    reader = SseReader();
    reader.feed(block);
    SseEvent event;
    if (!reader.next(event))
        qFatal("no event");
    return readStreamEvent(api, event);
}

} // namespace

class TestStreamReader : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void suspectIsTheInnerDocument();
    void estimates();
};

void TestStreamReader::reads_data()
{
    QTest::addColumn<Api>("api");
    QTest::addColumn<QByteArray>("block");
    QTest::addColumn<QByteArray>("expected");
    Api api = Api::ChatCompletions;
    const auto row = [&api](const char *name, const QByteArray &data, const QByteArray &expected) {
        QTest::addRow("%s: %s", traits(api).path, name) << api << "data: " + data + "\n\n" << expected;
    };
    const auto block = [&api](const char *name, const QByteArray &bytes, const QByteArray &expected) {
        QTest::addRow("%s: %s", traits(api).path, name) << api << bytes << expected;
    };
    const auto delta = [](const QByteArray &parts) {
        return R"({"choices":[{"index":0,"delta":)" + parts + R"(,"finish_reason":null}]})";
    };
    row("content", delta(R"({"content":"a"})"), "meaningful");
    row("a blank is content", delta(R"({"content":" "})"), "meaningful");
    row("reasoning_content", delta(R"({"content":null,"reasoning_content":"a"})"), "meaningful");
    row("reasoning", delta(R"({"content":"","reasoning":"a"})"), "meaningful");
    row("tool call", delta(R"({"tool_calls":[{"index":0,"function":{"name":"f","arguments":""}}]})"), "meaningful");
    row("empty tool calls", delta(R"({"tool_calls":[]})"), "");
    row("refusal", delta(R"({"refusal":"no"})"), "meaningful");
    row("audio", delta(R"({"audio":{"data":"AA=="}})"), "meaningful");
    row("role only", delta(R"({"role":"assistant","content":""})"), "");
    row("role and nulls", delta(R"({"role":"assistant","content":null,"refusal":null,"tool_calls":null})"), "");
    row("second choice", R"({"choices":[{"index":0,"delta":{}},{"index":1,"delta":{"content":"b"}}]})", "meaningful");
    row("finish reason", R"({"choices":[{"delta":{},"finish_reason":"stop"}]})", "meaningful finished");
    row("finish reason with usage",
        R"({"choices":[{"delta":{},"finish_reason":"length"}],"usage":{"prompt_tokens":1,"completion_tokens":2}})",
        "meaningful finished usage");
    row("empty finish reason", R"({"choices":[{"delta":{},"finish_reason":""}]})", "");
    row("usage only", R"({"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}})", "usage-only usage");
    row("empty choices without usage (Azure)", R"({"choices":[],"prompt_filter_results":[]})", "");
    row("usage null", R"({"choices":[],"usage":null})", "");
    row("Groq",
        R"({"choices":[{"delta":{},"finish_reason":"stop"}],"x_groq":{"usage":{"prompt_tokens":1,"completion_tokens":2}}})",
        "meaningful finished usage");
    row("Moonshot", R"({"choices":[{"delta":{},"finish_reason":"stop","usage":{"prompt_tokens":1,"completion_tokens":2}}]})",
        "meaningful finished usage");
    row("end mark", "[DONE]", "end");
    row("end mark with blanks", "  [DONE] ", "end");
    block("end mark without a blank", "data:[DONE]\n\n", "end");
    block("comment", ": keep-alive\n\n", "");
    block("blank line", "\n", "");
    block("ping", "event: ping\ndata: {}\n\n", "");
    block("ping without data", "event: ping\n\n", "");
    block("ping with text", "event: ping\ndata: now\n\n", "");
    block("empty data", "data:\n\n", "");
    block("several lines", "data: {\"choices\":[{\"delta\":\ndata: {\"content\":\"a\"}}]}\n\n", "meaningful");
    row("no JSON", "oops", "bad");
    row("cut JSON", R"({"choices":[{"delta":{"content":"a)", "bad");
    row("invalid UTF-8", "{\"a\":\"\xff\"}", "bad");
    row("a number", "1", "bad");
    row("error object", R"({"error":{"message":"m","code":"rate_limit_exceeded"}})", "suspect");
    row("error text", R"({"error":"m"})", "suspect");
    row("error null beside an answer", R"({"error":null,"choices":[{"delta":{"content":"a"}}]})", "meaningful");
    row("error beside choices", R"({"error":{"message":"m"},"choices":[{"delta":{"content":""},"finish_reason":"error"}]})",
        "meaningful finished suspect");
    row("code and message", R"({"code":20012,"message":"m","data":null})", "suspect");
    row("base_resp", R"({"choices":[],"base_resp":{"status_code":1002}})", "suspect");
    row("array", R"([{"error":{"code":400}}])", "suspect");
    block("error event", "event: error\ndata: {\"message\":\"m\"}\n\n", "suspect error");
    api = Api::Completions;
    row("text", R"({"choices":[{"text":"a","finish_reason":null}]})", "meaningful");
    row("empty text", R"({"choices":[{"text":"","finish_reason":null}]})", "");
    row("finish reason", R"({"choices":[{"text":"","finish_reason":"stop"}]})", "meaningful finished");
    row("end mark", "[DONE]", "end");
    api = Api::Responses;
    row("created", R"({"type":"response.created","response":{"status":"in_progress","error":null,"usage":null}})", "");
    row("item added", R"({"type":"response.output_item.added","item":{"type":"message","content":[]}})", "");
    row("text delta", R"({"type":"response.output_text.delta","delta":"a"})", "meaningful");
    row("empty delta", R"({"type":"response.output_text.delta","delta":""})", "");
    row("refusal delta", R"({"type":"response.refusal.delta","delta":"a"})", "meaningful");
    row("arguments delta", R"({"type":"response.function_call_arguments.delta","delta":"{"})", "meaningful");
    row("reasoning delta", R"({"type":"response.reasoning_summary_text.delta","delta":"a"})", "meaningful");
    row("text done", R"({"type":"response.output_text.done","text":"a"})", "");
    row("completed", R"({"type":"response.completed","response":{"usage":{"input_tokens":1,"output_tokens":2}}})",
        "meaningful finished end usage");
    row("incomplete", R"({"type":"response.incomplete","response":{"incomplete_details":{"reason":"max_output_tokens"}}})",
        "meaningful finished end");
    row("failed", R"({"type":"response.failed","response":{"error":{"code":"server_error","message":"m"}}})", "suspect error");
    row("error", R"({"type":"error","code":"x","message":"m"})", "suspect error");
    row("error without a type", R"({"error":{"message":"m"}})", "suspect");
    block("named event", "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"a\"}\n\n",
          "meaningful");
}

void TestStreamReader::reads()
{
    QFETCH(Api, api);
    QFETCH(QByteArray, block);
    QFETCH(QByteArray, expected);
    QCOMPARE(words(read(api, block)), expected);
}

void TestStreamReader::suspectIsTheInnerDocument()
{
    const StreamEvent failed =
        read(Api::Responses, "data: {\"type\":\"response.failed\",\"response\":{\"error\":{\"code\":\"c\"}}}\n\n");
    QCOMPARE(failed.suspect, R"({"error":{"code":"c"}})");
    const StreamEvent chat = read(Api::ChatCompletions, "data: {\"error\":{\"code\":\"c\"}}\n\n");
    QCOMPARE(chat.suspect, R"({"error":{"code":"c"}})");
}

void TestStreamReader::estimates()
{
    QCOMPARE(read(Api::ChatCompletions, "data: {\"choices\":[{\"delta\":{\"content\":\"你好abcd\"}}]}\n\n").estimatedTokens, 3);
    QCOMPARE(read(Api::ChatCompletions, "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\n\n").estimatedTokens, 0);
    QCOMPARE(read(Api::Completions, "data: {\"choices\":[{\"text\":\"abcdefgh\"}]}\n\n").estimatedTokens, 2);
    QCOMPARE(read(Api::Responses, "data: {\"type\":\"response.output_text.delta\",\"delta\":\"abcdefgh\"}\n\n").estimatedTokens,
             2);
}

QTEST_APPLESS_MAIN(TestStreamReader)
#include "tst_streamreader.moc"
