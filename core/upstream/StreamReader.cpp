// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/StreamReader.h"

#include "upstream/UsageReader.h"

namespace understudy {

using json::Value;

namespace {

bool hasSomething(Value value)
{
    switch (value.type()) {
    case Value::Type::Missing:
    case Value::Type::Null:
        return false;
    case Value::Type::String:
        return !value.isEmptyString();
    case Value::Type::Array:
        return !value.first().isMissing();
    case Value::Type::Object: {
        bool any = false;
        value.members([&any](Value, Value) {
            any = true;
            return false;
        });
        return any;
    }
    default:
        return true;
    }
}

bool isOutput(QByteArrayView name)
{
    return name == "\"content\"" || name == "\"reasoning_content\"" || name == "\"reasoning\"" || name == "\"tool_calls\""
        || name == "\"refusal\"" || name == "\"audio\"" || name == "\"function_call\"" || name == "\"reasoning_details\"";
}

void readChoice(Value choice, StreamEvent &read)
{
    choice.members([&read](Value name, Value value) {
        const QByteArrayView word = name.raw();
        if (word == "\"delta\"" || word == "\"message\"") {
            value.members([&read](Value part, Value content) {
                read.meaningful = read.meaningful || (isOutput(part.raw()) && hasSomething(content));
                return true;
            });
        } else if (word == "\"text\"") {
            read.meaningful = read.meaningful || hasSomething(value);
        } else if (word == "\"finish_reason\"") {
            read.finished = read.finished || (value.isString() && !value.isEmptyString());
        }
        return true;
    });
}

void readChunk(Api api, Value document, StreamEvent &read)
{
    bool hasChoices = false;
    bool anyChoice = false;
    bool namesError = false;
    document.members([&](Value name, Value value) {
        const QByteArrayView word = name.raw();
        if (word == "\"choices\"") {
            hasChoices = value.isArray();
            value.elements([&](Value choice) {
                anyChoice = true;
                readChoice(choice, read);
                return true;
            });
        } else if (word == "\"error\"" || word == "\"fault\"" || word == "\"base_resp\"") {
            namesError = namesError || !value.isNull();
        }
        return true;
    });
    read.meaningful = read.meaningful || read.finished;
    read.usage = readUsage(document);
    read.usageOnly = hasChoices && !anyChoice && read.usage.has_value();
    if (namesError || !hasChoices)
        read.suspect = document.raw();
    if (read.meaningful)
        read.estimatedTokens = estimateOutputTokens(api, document);
}

/// The Responses API: what an event is stands in its `type` (and again in the event field).
void readResponsesEvent(Value document, StreamEvent &read)
{
    const QByteArray type = document["type"].toUtf8();
    if (type == "response.completed" || type == "response.incomplete") {
        read.finished = read.endMark = read.meaningful = true;
        read.usage = readUsage(document);
    } else if (type == "response.failed" || type == "response.cancelled") {
        const Value response = document["response"];
        read.suspect = response.isObject() ? response.raw() : document.raw();
        read.surelyError = true;
        read.usage = readUsage(document);
    } else if (type == "error" || type == "response.error") {
        read.suspect = document.raw();
        read.surelyError = true;
    } else if (type.endsWith(".delta")) {
        read.meaningful = hasSomething(document["delta"]);
        read.estimatedTokens = estimateOutputTokens(Api::Responses, document);
    } else if (!type.startsWith("response.")) {
        read.suspect = document.raw();
    }
}

QByteArrayView trimmed(QByteArrayView text) { return text.trimmed(); }

} // namespace

StreamEvent readStreamEvent(Api api, const SseEvent &event)
{
    StreamEvent read;
    const QByteArrayView data = trimmed(event.data);
    if (!event.hasData || data.isEmpty())
        return read;
    if (data == "[DONE]") {
        read.endMark = true;
        return read;
    }
    if (const json::Problem problem = json::validate(data)) {
        read.bad = event.type != "ping" && event.type != "keepalive";
        return read;
    }
    const Value document(data);
    if (event.type == "error") {
        read.suspect = document.raw();
        read.surelyError = true;
    } else if (!document.isObject()) {
        read.suspect = document.isArray() ? document.raw() : QByteArrayView(); // Gemini: [{error:…}]
        read.bad = !document.isArray();
    } else if (event.type == "ping" || event.type == "keepalive") {
        return read;
    } else if (api == Api::Responses) {
        readResponsesEvent(document, read);
    } else {
        readChunk(api, document, read);
    }
    return read;
}

} // namespace understudy
