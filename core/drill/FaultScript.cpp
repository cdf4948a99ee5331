// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/FaultScript.h"

#include "base/JsonSpan.h"

namespace understudy {

namespace {

using Kind = FaultStep::Kind;

constexpr Milliseconds DripEvery {150};
/// Between the first output and what happens to it: the gateway shall have passed it on.
constexpr Milliseconds AfterOutput {100};

const QByteArray Text = QByteArrayLiteral("This answer comes from a drill.");
constexpr int SlowPieces = 6;

QByteArray chunk(const QByteArray &bytes) { return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n"; }
QByteArray event(const QByteArray &data) { return "data: " + data + "\n\n"; }

QByteArray reason(int status)
{
    switch (status) {
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 503:
        return "Service Unavailable";
    default:
        return "OK";
    }
}

QByteArray head(int status, const QByteArray &type, const QByteArray &more)
{
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) + "\r\nContent-Type: " + type + "\r\n" + more + "\r\n";
}

QByteArray wholeAnswer(int status, const QByteArray &body, const QByteArray &type = "application/json",
                       const QByteArray &more = {})
{
    return head(status, type, more + "Content-Length: " + QByteArray::number(body.size()) + "\r\n") + body;
}

QByteArray errorBody(const QByteArray &message, const QByteArray &type, const QByteArray &code)
{
    return R"({"error":{"message":")" + message + R"(","type":")" + type + R"(","param":null,"code":")" + code + R"("}})";
}

/// A valid answer of that path, or one of the same shape with nothing in it.
QByteArray answerBody(const FaultRequest &request, bool empty)
{
    const QByteArray model = json::quoted(QString::fromUtf8(request.model));
    const QByteArray text = empty ? QByteArray("\"\"") : '"' + Text + '"';
    const QByteArray usage = R"("usage":{"prompt_tokens":5,"completion_tokens":7,"total_tokens":12})";
    const auto list = [&](const QByteArray &member, const QByteArray &entry) {
        return R"({"object":"list","model":)" + model + ",\"" + member + "\":[" + (empty ? QByteArray() : entry) + "]," + usage
            + '}';
    };
    switch (request.api) {
    case Api::ChatCompletions:
        return R"({"id":"drill","object":"chat.completion","created":0,"model":)" + model
            + R"(,"choices":[{"index":0,"message":{"role":"assistant","content":)" + text + R"(},"finish_reason":"stop"}],)"
            + usage + '}';
    case Api::Completions:
        return R"({"id":"drill","object":"text_completion","created":0,"model":)" + model + R"(,"choices":[{"index":0,"text":)"
            + text + R"(,"finish_reason":"stop"}],)" + usage + '}';
    case Api::Responses:
        return R"({"id":"resp_drill","object":"response","status":"completed","model":)" + model + R"(,"output":[)"
            + (empty ? QByteArray()
                     : R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":)" + text + "}]}")
            + R"(],"usage":{"input_tokens":5,"output_tokens":7,"total_tokens":12}})";
    case Api::Embeddings:
        return list("data", R"({"object":"embedding","index":0,"embedding":[0.5,0.25,0.125]})");
    case Api::ImageGenerations:
        return list("data", R"({"url":"http://127.0.0.1/drill.png"})");
    case Api::Rerank:
        return list("results", R"({"index":0,"relevance_score":0.5})");
    case Api::Moderations:
        return list("results", R"({"flagged":false})");
    case Api::AudioTranscriptions:
    case Api::AudioTranslations:
        return "{\"text\":" + text + '}';
    case Api::AudioSpeech:
        return empty ? QByteArray() : QByteArray("ID3 a drill, and no sound");
    }
    return {};
}

QList<QByteArray> wordsOfText()
{
    QList<QByteArray> words = Text.split(' ');
    for (qsizetype i = 1; i < words.size(); ++i)
        words[i].prepend(' ');
    return words;
}

/// Each piece sent by itself, the waits together as long as `time`.
QList<FaultStep> littleByLittle(const QList<QByteArray> &pieces, Milliseconds time)
{
    QList<FaultStep> steps;
    for (const QByteArray &piece : pieces) {
        steps.append({Kind::Wait, {}, time / pieces.size()});
        steps.append({Kind::Send, piece, {}});
    }
    return steps;
}

QByteArray answerType(const FaultRequest &request) { return request.api == Api::AudioSpeech ? "audio/mpeg" : "application/json"; }

/// The parts of a stream, as events.
struct StreamParts {
    QByteArray opening; ///< nothing of meaning
    QByteArray output;
    QList<QByteArray> words; ///< the output a word at a time
    QByteArray closing; ///< finish reason, usage, end mark
    QByteArray error;
    QByteArray malformed;
};

StreamParts responsesParts()
{
    StreamParts parts;
    parts.opening = event(R"({"type":"response.created","response":{"id":"resp_drill","status":"in_progress"}})");
    const auto delta = [](const QByteArray &text) { return event(R"({"type":"response.output_text.delta","delta":")" + text + "\"}"); };
    parts.output = delta(Text);
    for (const QByteArray &word : wordsOfText())
        parts.words.append(delta(word));
    parts.closing = event(R"({"type":"response.completed","response":{"id":"resp_drill","status":"completed","output":[],)"
                          R"("usage":{"input_tokens":5,"output_tokens":7,"total_tokens":12}}})");
    parts.error = event(R"({"type":"error","code":"server_error","message":"A drill: the model failed."})");
    parts.malformed = event(R"({"type":"response.output_text.delta","delta":"Th)");
    return parts;
}

StreamParts streamParts(const FaultRequest &request)
{
    if (request.api == Api::Responses)
        return responsesParts();
    const bool chat = request.api == Api::ChatCompletions;
    const QByteArray begin = R"({"id":"drill","object":")" + QByteArray(chat ? "chat.completion.chunk" : "text_completion")
        + R"(","created":0,"model":)" + json::quoted(QString::fromUtf8(request.model)) + R"(,"choices":)";
    const auto choice = [&](const QByteArray &delta, const QByteArray &finish) {
        return event(begin + R"([{"index":0,)" + delta + R"(,"finish_reason":)" + finish + "}]}");
    };
    StreamParts parts;
    if (chat)
        parts.opening = choice(R"("delta":{"role":"assistant","content":""})", "null");
    const auto says = [&](const QByteArray &text) { return choice(chat ? R"("delta":{"content":")" + text + "\"}" : R"("text":")" + text + '"', "null"); };
    parts.output = says(Text);
    for (const QByteArray &word : wordsOfText())
        parts.words.append(says(word));
    parts.closing = choice(chat ? R"("delta":{})" : R"("text":"")", "\"stop\"");
    if (request.usageAsked)
        parts.closing += event(begin + R"([],"usage":{"prompt_tokens":5,"completion_tokens":7,"total_tokens":12}})");
    parts.closing += event("[DONE]");
    parts.error = event(errorBody("A drill: the model failed.", "server_error", "server_error"));
    parts.malformed = event(begin + R"([{"index":0,"delta":{"content":"Th)");
    return parts;
}

QList<FaultStep> streamScript(DrillFault fault, const FaultRequest &request, Milliseconds slow)
{
    const StreamParts parts = streamParts(request);
    const FaultStep begin {
        Kind::Send, head(200, "text/event-stream", "Cache-Control: no-cache\r\nTransfer-Encoding: chunked\r\n"), {}};
    const auto send = [](const QByteArray &events) {
        return FaultStep {Kind::Send, events.isEmpty() ? QByteArray() : chunk(events), {}};
    };
    const FaultStep last {Kind::Send, "0\r\n\r\n", {}};
    const FaultStep pause {Kind::Wait, {}, AfterOutput};
    switch (fault) {
    case DrillFault::SilentBeforeOutput:
        return {begin, send(parts.opening), {Kind::Drip, chunk(": keep-alive\n\n"), DripEvery}};
    case DrillFault::Reset:
        return {begin, send(parts.opening), send(parts.output), pause, {Kind::Reset, {}, {}}};
    case DrillFault::Stalled:
        return {begin, send(parts.opening), send(parts.output), {Kind::Hold, {}, {}}};
    case DrillFault::CutOff:
        return {begin, send(parts.opening), send(parts.output), pause, last};
    case DrillFault::MalformedJson:
        return {begin, send(parts.malformed), last};
    case DrillFault::EmptyAnswer:
        return {begin, send(parts.opening), send(parts.closing), last};
    case DrillFault::ErrorInside200:
        return {begin, send(parts.error), last};
    case DrillFault::SlowStream: {
        QList<QByteArray> chunks;
        for (const QByteArray &word : std::as_const(parts.words))
            chunks.append(chunk(word));
        return QList<FaultStep> {begin, send(parts.opening)} + littleByLittle(chunks, slow) + QList<FaultStep> {send(parts.closing), last};
    }
    default:
        return {begin, send(parts.opening), {Kind::Wait, {}, slow}, send(parts.output), send(parts.closing), last};
    }
}

QList<FaultStep> wholeScript(DrillFault fault, const FaultRequest &request, Milliseconds slow)
{
    const QByteArray answer = wholeAnswer(200, answerBody(request, false), answerType(request));
    const QByteArray half = answer.first(answer.size() - 10);
    switch (fault) {
    case DrillFault::SilentBeforeOutput: // blanks are allowed before JSON, and say nothing
        return {{Kind::Send, head(200, answerType(request), "Transfer-Encoding: chunked\r\n"), {}},
                {Kind::Drip, chunk(" "), DripEvery}};
    case DrillFault::Reset:
        return {{Kind::Send, half, {}}, {Kind::Wait, {}, AfterOutput}, {Kind::Reset, {}, {}}};
    case DrillFault::Stalled:
        return {{Kind::Send, half, {}}, {Kind::Hold, {}, {}}};
    case DrillFault::CutOff:
        return {{Kind::Send, half, {}}, {Kind::Close, {}, {}}};
    case DrillFault::MalformedJson:
        return {{Kind::Send, wholeAnswer(200, R"({"choices":[{"message":{"content":"Th)"), {}}};
    case DrillFault::EmptyAnswer:
        return {{Kind::Send, wholeAnswer(200, answerBody(request, true), answerType(request)), {}}};
    case DrillFault::ErrorInside200:
        return {{Kind::Send, wholeAnswer(200, errorBody("A drill: the model failed.", "server_error", "server_error")), {}}};
    case DrillFault::SlowStream: {
        QList<QByteArray> pieces;
        for (int i = 0; i < SlowPieces; ++i)
            pieces.append(answer.mid(answer.size() * i / SlowPieces, answer.size() * (i + 1) / SlowPieces - answer.size() * i / SlowPieces));
        return littleByLittle(pieces, slow);
    }
    default:
        return {{Kind::Wait, {}, slow}, {Kind::Send, answer, {}}};
    }
}

} // namespace

QList<FaultStep> faultScript(DrillFault fault, const FaultRequest &request, Milliseconds slow)
{
    const auto refuse = [](int status, const QByteArray &message, const QByteArray &type, const QByteArray &code,
                           const QByteArray &more = {}) {
        return QList<FaultStep> {{Kind::Send, wholeAnswer(status, errorBody(message, type, code), "application/json", more), {}}};
    };
    switch (fault) {
    case DrillFault::Unauthorized:
        return refuse(401, "A drill: the API key is not valid.", "authentication_error", "invalid_api_key");
    case DrillFault::PaymentRequired:
        return refuse(402, "A drill: insufficient balance.", "billing_error", "insufficient_balance");
    case DrillFault::RateLimited:
        return refuse(429, "A drill: too many requests.", "rate_limit_error", "rate_limit_exceeded",
                      "Retry-After: " + QByteArray::number(DrillRetryAfterSeconds) + "\r\n");
    case DrillFault::ServerError:
        return refuse(500, "A drill: the server failed.", "server_error", "server_error");
    case DrillFault::Unavailable:
        return refuse(503, "A drill: the model is overloaded.", "server_error", "overloaded");
    case DrillFault::SilentBeforeHead:
        return {{Kind::Hold, {}, {}}};
    default:
        return request.stream ? streamScript(fault, request, slow) : wholeScript(fault, request, slow);
    }
}

} // namespace understudy
