// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/UsageReader.h"

namespace understudy {

using json::Value;

namespace {

using Count = std::optional<qint64>;

Count count(Value value)
{
    const Count number = value.isNumber() ? value.toInteger() : std::nullopt;
    return number && *number >= 0 && *number <= MaxTokens ? number : std::nullopt;
}

Count firstOf(Count one, Count other) { return one ? one : other; }

Value object(Value value) { return value.isObject() ? value : Value(); }

/// Cohere's and Jina's rerank answers.
std::optional<Usage> readMeta(Value meta)
{
    for (const Value &tokens : {meta["tokens"], meta["billed_units"]}) {
        if (const auto usage = readUsageObject(tokens))
            return usage;
    }
    return std::nullopt;
}

/// Texts anywhere below; not what only points to or encodes a file.
qint64 textsBelow(Value value, int depth = 0)
{
    qint64 tokens = 0;
    if (depth > json::MaxDepth)
        return 0;
    if (value.isString()) {
        const QByteArrayView raw = value.raw();
        return raw.size() > 2 ? estimateTokens(raw.sliced(1, raw.size() - 2)) : 0;
    }
    if (value.isArray()) {
        value.elements([&](Value element) {
            tokens += textsBelow(element, depth + 1);
            return true;
        });
    } else if (value.isObject()) {
        value.members([&](Value name, Value member) {
            const QByteArrayView word = name.raw();
            const bool skipped = word == "\"type\"" || word == "\"role\"" || word == "\"id\"" || word == "\"url\""
                || word == "\"image_url\"" || word == "\"data\"" || word == "\"file_data\"" || word == "\"detail\"";
            if (!skipped)
                tokens += textsBelow(member, depth + 1);
            return true;
        });
    }
    return tokens;
}

} // namespace

std::optional<Usage> readUsageObject(Value usage)
{
    if (!usage.isObject())
        return std::nullopt;
    Usage read;
    read.promptTokens = firstOf(count(usage["prompt_tokens"]), count(usage["input_tokens"]));
    read.completionTokens = firstOf(count(usage["completion_tokens"]), count(usage["output_tokens"]));
    read.totalTokens = count(usage["total_tokens"]);
    const auto detail = [&usage](QByteArrayView chat, QByteArrayView responses, QByteArrayView name) {
        return firstOf(count(object(usage[chat])[name]), count(object(usage[responses])[name]));
    };
    read.reasoningTokens = detail("completion_tokens_details", "output_tokens_details", "reasoning_tokens");
    read.cachedTokens = firstOf(detail("prompt_tokens_details", "input_tokens_details", "cached_tokens"),
                                firstOf(count(usage["prompt_cache_hit_tokens"]), count(usage["cached_tokens"])));
    if (!read.completionTokens && read.promptTokens && read.totalTokens && *read.totalTokens > *read.promptTokens)
        read.completionTokens = *read.totalTokens - *read.promptTokens;
    return read.isEmpty() ? std::nullopt : std::optional(read);
}

std::optional<Usage> readUsage(Value document)
{
    if (!document.isObject())
        return std::nullopt;
    if (const auto usage = readUsageObject(document["usage"]))
        return usage;
    if (const Value response = document["response"]; response.isObject()) {
        if (const auto usage = readUsageObject(response["usage"]))
            return usage;
    }
    if (const Value groq = document["x_groq"]; groq.isObject()) {
        if (const auto usage = readUsageObject(groq["usage"]))
            return usage;
    }
    if (const Value choice = document["choices"].first(); choice.isObject()) {
        if (const auto usage = readUsageObject(choice["usage"]))
            return usage;
    }
    return readMeta(object(document["meta"]));
}

qint64 estimateTokens(QByteArrayView text)
{
    qint64 ascii = 0;
    qint64 wide = 0;
    const char *const data = text.data();
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(data[i]);
        if (byte == '\\' && i + 1 < text.size()) {
            const bool unicode = data[i + 1] == 'u';
            unicode ? ++wide : ++ascii;
            i += unicode ? 5 : 1;
        } else if (byte < 0x80) {
            ++ascii;
        } else if (byte >= 0xC0) { // first byte of a character; the others do not count
            ++wide;
        }
    }
    return (ascii + 3) / 4 + wide;
}

qint64 estimatePromptTokens(Value request)
{
    qint64 tokens = 0;
    for (const QByteArrayView name : {"messages", "prompt", "input", "instructions", "tools", "query", "documents"})
        tokens += textsBelow(request[name]);
    for (const QByteArrayView name : {"messages", "input"}) {
        request[name].elements([&tokens](Value element) {
            tokens += element.isObject() ? 4 : 0;
            return true;
        });
    }
    return tokens;
}

qint64 estimateOutputTokens(Api api, Value document)
{
    if (api == Api::Responses) {
        const QByteArray type = document["type"].toUtf8();
        if (type.endsWith(".delta"))
            return textsBelow(document["delta"]);
        return type.isEmpty() ? textsBelow(document["output"]) : 0;
    }
    qint64 tokens = 0;
    document["choices"].elements([&tokens](Value choice) {
        for (const QByteArrayView part : {"delta", "message"}) {
            const Value message = choice[part];
            for (const QByteArrayView name : {"content", "refusal", "tool_calls"})
                tokens += textsBelow(message[name]);
            const Value reasoning = message["reasoning_content"];
            tokens += textsBelow(reasoning.isString() ? reasoning : message["reasoning"]); // some send both, the same
        }
        tokens += textsBelow(choice["text"]);
        return true;
    });
    return tokens;
}

} // namespace understudy
