// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Loop.h"

#include <optional>
#include <string>
#include <string_view>

// What provider and load agree on: how a model's name says what to answer, and what a right answer looks like.
namespace understudy::bench {

// "answer-1024": one JSON answer with so many bytes of content. "stream-100-20ms": so many chunks, one each 20 ms.
struct Script {
    std::size_t bytes = 0;
    int chunks = 0; // 0: not a stream
    Nanoseconds every = 0;

    bool isStream() const { return chunks > 0; }
};
std::optional<Script> scriptOf(std::string_view model);

// A prompt ends in a nonce of this many characters; every answer, and every chunk of a stream, begins with it.
constexpr std::size_t kNonceLength = 16;
std::string hexadecimal(std::uint64_t number); // kNonceLength digits
// Of the prompt in front of the nonce: shows that the provider got all of it.
std::string promptDigest(std::string_view prompt);

// "nonce:digest:filler…", exactly `bytes` long (but never shorter than nonce and digest).
std::string answerContent(std::string_view nonce, std::string_view digest, std::size_t bytes);

struct ChunkContent {
    int index = 0;
    Nanoseconds written = 0;
};
// "nonce:index:time "
std::string chunkContent(std::string_view nonce, ChunkContent chunk);
std::optional<ChunkContent> readChunk(std::string_view content, std::string_view nonce);

// The string value of the first member with this name at or after `from`; it must have no escapes. Nothing when there is none.
std::optional<std::string_view> stringMember(std::string_view json, std::string_view quotedName, std::size_t from = 0);

} // namespace understudy::bench
