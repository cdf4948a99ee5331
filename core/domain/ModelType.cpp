// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ModelType.h"

#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array types{"chat"_L1,  "reasoning"_L1, "multimodal"_L1,    "embedding"_L1,
                           "image"_L1, "speech"_L1,    "transcription"_L1, "rerank"_L1};
static_assert(types.size() == ModelTypeCount);

constexpr std::array<ApiTraits, ApiCount> apis{{
    // api, path, answer member, multipart, streams, stream_options
    {Api::ChatCompletions, "/chat/completions", "choices", false, true, true},
    {Api::Completions, "/completions", "choices", false, true, true},
    {Api::Responses, "/responses", "output", false, true, false},
    {Api::Embeddings, "/embeddings", "data", false, false, false},
    {Api::ImageGenerations, "/images/generations", "data", false, false, false},
    {Api::AudioSpeech, "/audio/speech", nullptr, false, false, false},
    {Api::AudioTranscriptions, "/audio/transcriptions", nullptr, true, false, false},
    {Api::AudioTranslations, "/audio/translations", nullptr, true, false, false},
    {Api::Rerank, "/rerank", "results", false, false, false},
    {Api::Moderations, "/moderations", "results", false, false, false},
}};

} // namespace

QLatin1StringView word(ModelType type) { return types[size_t(type)]; }

std::optional<ModelType> modelTypeFromWord(QStringView text)
{
    for (size_t i = 0; i < types.size(); ++i) {
        if (text == types[i])
            return ModelType(i);
    }
    return std::nullopt;
}

const ApiTraits &traits(Api api) { return apis[size_t(api)]; }

std::optional<Api> apiFromPath(QByteArrayView path)
{
    for (const ApiTraits &row : apis) {
        if (path == QByteArrayView(row.path))
            return row.api;
    }
    return std::nullopt;
}

bool serves(ModelType type, Api api)
{
    switch (api) {
    case Api::ChatCompletions:
    case Api::Completions:
    case Api::Responses:
    case Api::Moderations:
        return type == ModelType::Chat || type == ModelType::Reasoning || type == ModelType::Multimodal;
    case Api::Embeddings:
        return type == ModelType::Embedding;
    case Api::ImageGenerations:
        return type == ModelType::Image;
    case Api::AudioSpeech:
        return type == ModelType::Speech;
    case Api::AudioTranscriptions:
    case Api::AudioTranslations:
        return type == ModelType::Transcription;
    case Api::Rerank:
        return type == ModelType::Rerank;
    }
    return false;
}

} // namespace understudy
