// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/ReplayShapes.h"

#include "base/JsonSpan.h"
#include "upstream/SseReader.h"

#include <map>

namespace understudy {

namespace {

using json::Value;

/// Members of a message that are text and may be joined from deltas.
constexpr std::array<const char *, 4> textMembers{"content", "reasoning_content", "reasoning", "refusal"};

struct JoinedChoice {
    std::map<QByteArray, QByteArray> texts; ///< member → unescaped UTF-8
    QByteArray text;                        ///< completions
    QByteArray finishReason = "null";       ///< raw JSON
};

struct JoinedAnswer {
    QByteArray head; ///< id, created, model, … of the first chunk, raw members
    std::map<qint64, JoinedChoice> choices;
    bool fits = true;
};

QByteArray quotedUtf8(const QByteArray &text)
{
    return json::quoted(json::textOf(text));
}

void takeHead(JoinedAnswer &answer, const Value &chunk)
{
    for (const char *name : {"id", "created", "model", "system_fingerprint", "service_tier"}) {
        const Value value = chunk[name];
        if (!value.isMissing())
            answer.head += '"' + QByteArray(name) + "\":" + value.raw().toByteArray() + ',';
    }
}

void joinDelta(JoinedAnswer &answer, JoinedChoice &choice, const Value &delta)
{
    delta.members([&](const Value &name, const Value &value) {
        const QByteArray key = name.toUtf8();
        if (value.isNull() || key == "role")
            return true;
        const bool known = std::any_of(textMembers.begin(), textMembers.end(), [&](const char *text) { return key == text; });
        if (known && value.isString())
            choice.texts[key] += value.toUtf8();
        else if (!(value.isArray() && value.first().isMissing()))
            answer.fits = false; // tool calls, audio, thinking parts: no faithful way to join them
        return answer.fits;
    });
}

void joinChunk(JoinedAnswer &answer, Api api, const Value &chunk)
{
    chunk["choices"].elements([&](const Value &part) {
        JoinedChoice &choice = answer.choices[part["index"].toInteger().value_or(0)];
        if (api == Api::ChatCompletions)
            joinDelta(answer, choice, part["delta"]);
        else
            choice.text += part["text"].toUtf8();
        const Value reason = part["finish_reason"];
        if (reason.isString())
            choice.finishReason = reason.raw().toByteArray();
        const Value logprobs = part["logprobs"];
        if (!logprobs.isMissing() && !logprobs.isNull())
            answer.fits = false;
        return answer.fits;
    });
}

QByteArray usageJson(const Usage &usage)
{
    QByteArray out = "{\"prompt_tokens\":" + QByteArray::number(usage.promptTokens.value_or(0))
        + ",\"completion_tokens\":" + QByteArray::number(usage.completionTokens.value_or(0))
        + ",\"total_tokens\":" + QByteArray::number(usage.total().value_or(0));
    if (usage.cachedTokens)
        out += ",\"prompt_tokens_details\":{\"cached_tokens\":" + QByteArray::number(*usage.cachedTokens) + '}';
    if (usage.reasoningTokens)
        out += ",\"completion_tokens_details\":{\"reasoning_tokens\":" + QByteArray::number(*usage.reasoningTokens) + '}';
    return out + '}';
}

QByteArray choiceJson(Api api, qint64 index, const JoinedChoice &choice)
{
    QByteArray out = "{\"index\":" + QByteArray::number(index);
    if (api == Api::ChatCompletions) {
        out += ",\"message\":{\"role\":\"assistant\"";
        if (!choice.texts.contains("content"))
            out += ",\"content\":\"\"";
        for (const auto &[name, text] : choice.texts)
            out += ",\"" + name + "\":" + quotedUtf8(text);
        out += '}';
    } else {
        out += ",\"text\":" + quotedUtf8(choice.text);
    }
    return out + ",\"finish_reason\":" + choice.finishReason + '}';
}

/// The chunk's members that every chunk of a stream repeats.
QByteArray chunkHead(Api api, const Value &answer)
{
    QByteArray head = "{";
    for (const char *name : {"id", "created", "model", "system_fingerprint"}) {
        const Value value = answer[name];
        if (!value.isMissing())
            head += '"' + QByteArray(name) + "\":" + value.raw().toByteArray() + ',';
    }
    return head + "\"object\":\"" + (api == Api::ChatCompletions ? "chat.completion.chunk" : "text_completion") + "\",";
}

QByteArray event(const QByteArray &head, const QByteArray &rest)
{
    return "data: " + head + rest + "}\n\n";
}

} // namespace

std::optional<QByteArray> answerFromStream(Api api, QByteArrayView events, const Usage &usage)
{
    if (api != Api::ChatCompletions && api != Api::Completions)
        return std::nullopt;
    SseReader reader;
    reader.feed(events);
    JoinedAnswer answer;
    SseEvent sse;
    while (reader.next(sse)) {
        if (!sse.hasData || sse.data.trimmed() == "[DONE]")
            continue;
        const Value chunk(sse.data);
        if (answer.head.isEmpty())
            takeHead(answer, chunk);
        joinChunk(answer, api, chunk);
        if (!answer.fits)
            return std::nullopt;
    }
    if (answer.choices.empty())
        return std::nullopt;
    QByteArray out = '{' + answer.head + "\"object\":\"" + (api == Api::ChatCompletions ? "chat.completion" : "text_completion") + "\",\"choices\":[";
    for (const auto &[index, choice] : answer.choices) {
        if (!out.endsWith('['))
            out += ',';
        out += choiceJson(api, index, choice);
    }
    out += ']';
    if (!usage.isEmpty())
        out += ",\"usage\":" + usageJson(usage);
    return out + '}';
}

std::optional<QByteArray> streamFromAnswer(Api api, QByteArrayView text, bool withUsage)
{
    if (api != Api::ChatCompletions && api != Api::Completions)
        return std::nullopt;
    const Value answer(text);
    const QByteArray head = chunkHead(api, answer);
    QByteArray out;
    bool fits = true;
    answer["choices"].elements([&](const Value &choice) {
        const QByteArray index = "{\"index\":" + QByteArray::number(choice["index"].toInteger().value_or(0));
        const Value message = choice["message"];
        if (message["tool_calls"].isArray())
            fits = false;
        const QByteArray content = api == Api::ChatCompletions ? ",\"delta\":" + message.raw().toByteArray()
                                                               : ",\"text\":" + choice["text"].raw().toByteArray();
        out += event(head, "\"choices\":[" + index + content + ",\"finish_reason\":null}]");
        const QByteArray nothing = api == Api::ChatCompletions ? ",\"delta\":{}" : ",\"text\":\"\"";
        const Value reason = choice["finish_reason"];
        out += event(head, "\"choices\":[" + index + nothing + ",\"finish_reason\":"
                               + (reason.isMissing() ? QByteArray("null") : reason.raw().toByteArray()) + "}]");
        return fits;
    });
    if (!fits || out.isEmpty())
        return std::nullopt;
    const Value usage = answer["usage"];
    if (withUsage && usage.isObject())
        out += event(head, "\"choices\":[],\"usage\":" + usage.raw().toByteArray());
    return out + "data: [DONE]\n\n";
}

} // namespace understudy
