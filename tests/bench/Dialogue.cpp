// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dialogue.h"

#include <array>
#include <charconv>
#include <functional>

namespace understudy::bench {

namespace {

// Takes the number in front.
template <typename Number> bool takeNumber(std::string_view &text, Number &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc())
        return false;
    text.remove_prefix(std::size_t(end - text.data()));
    return true;
}

bool take(std::string_view &text, std::string_view front)
{
    if (!text.starts_with(front))
        return false;
    text.remove_prefix(front.size());
    return true;
}

} // namespace

std::optional<Script> scriptOf(std::string_view model)
{
    Script script;
    Nanoseconds milliseconds = 0;
    if (take(model, "answer-") && takeNumber(model, script.bytes) && model.empty())
        return script;
    if (take(model, "stream-") && takeNumber(model, script.chunks) && script.chunks > 0 && take(model, "-")
        && takeNumber(model, milliseconds) && model == "ms") {
        script.every = milliseconds * kMillisecond;
        return script;
    }
    return {};
}

std::string hexadecimal(std::uint64_t number)
{
    std::string text(kNonceLength, '0');
    for (std::size_t i = kNonceLength; i-- > 0; number >>= 4)
        text[i] = "0123456789abcdef"[number & 15];
    return text;
}

std::string promptDigest(std::string_view prompt)
{
    // Both programs are built together, so the library's own hash is the same in both, and fast.
    return hexadecimal(std::hash<std::string_view> {}(prompt));
}

std::string answerContent(std::string_view nonce, std::string_view digest, std::size_t bytes)
{
    static constexpr std::string_view filler = "The understudy knows the part by heart, word for word; äöü 你好. ";
    std::string text;
    text.reserve(bytes + filler.size());
    text.append(nonce).append(":").append(digest).append(":");
    while (text.size() + filler.size() <= bytes)
        text.append(filler);
    if (text.size() < bytes)
        text.append(bytes - text.size(), '.');
    return text;
}

std::string chunkContent(std::string_view nonce, ChunkContent chunk)
{
    std::string text(nonce);
    return text.append(":").append(std::to_string(chunk.index)).append(":").append(std::to_string(chunk.written)).append(" ");
}

std::optional<ChunkContent> readChunk(std::string_view content, std::string_view nonce)
{
    ChunkContent chunk;
    if (take(content, nonce) && take(content, ":") && takeNumber(content, chunk.index) && take(content, ":")
        && takeNumber(content, chunk.written) && content == " ")
        return chunk;
    return {};
}

std::optional<std::string_view> stringMember(std::string_view json, std::string_view quotedName, std::size_t from)
{
    std::size_t at = json.find(quotedName, from);
    if (at == json.npos)
        return {};
    at = json.find_first_not_of(" \t\r\n", at + quotedName.size());
    if (at == json.npos || json[at] != ':')
        return {};
    at = json.find_first_not_of(" \t\r\n", at + 1);
    if (at == json.npos || json[at] != '"')
        return {};
    const std::size_t end = json.find('"', at + 1);
    if (end == json.npos)
        return {};
    return json.substr(at + 1, end - at - 1);
}

} // namespace understudy::bench
