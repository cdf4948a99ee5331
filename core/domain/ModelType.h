// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace understudy {

/// Types never stand in for each other (SEMANTICS §1). Hybrid models whose thinking can be switched are Chat.
enum class ModelType { Chat, Reasoning, Multimodal, Embedding, Image, Speech, Transcription, Rerank };
inline constexpr int ModelTypeCount = int(ModelType::Rerank) + 1;

/// The word in configuration files and the database: "chat", "reasoning", …
QLatin1StringView word(ModelType type);
std::optional<ModelType> modelTypeFromWord(QStringView text);

/// The calls that the endpoint passes on (SEMANTICS §8).
enum class Api {
    ChatCompletions,
    Completions,
    Responses,
    Embeddings,
    ImageGenerations,
    AudioSpeech,
    AudioTranscriptions,
    AudioTranslations,
    Rerank,
    Moderations,
};
inline constexpr int ApiCount = int(Api::Moderations) + 1;

/// What one path promises; the only table of its kind.
struct ApiTraits {
    Api api;
    const char *path;         ///< below the version segment: "/chat/completions"
    const char *answerMember; ///< the member a valid JSON answer must have ("choices"), or nullptr: any bytes are an answer
    bool multipart;           ///< the request is multipart/form-data and `model` is one of its parts
    bool streams;             ///< understands `"stream": true` and answers with server-sent events
    bool streamOptions;       ///< usage in a stream is asked for with `stream_options.include_usage`
};

const ApiTraits &traits(Api api);

/// By the path after "/v1" ("/chat/completions"); nothing for an unknown path.
std::optional<Api> apiFromPath(QByteArrayView path);

/// Whether a model of that type can serve that path at all: a chat path never reaches an embedding model. Moderation has
/// no type of its own; such models are bound as Chat.
bool serves(ModelType type, Api api);

} // namespace understudy
