// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/UsageReader.h"

#include <cstdint>
#include <cstdlib>

using namespace understudy;

/// Counts are absent or in range, for valid JSON and for anything else.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArrayView input(bytes, qsizetype(size));
    const json::Value document(input);
    if (const auto usage = readUsage(document)) {
        for (const auto &count :
             {usage->promptTokens, usage->completionTokens, usage->totalTokens, usage->reasoningTokens, usage->cachedTokens}) {
            if (count && (*count < 0 || *count > MaxTokens))
                std::abort();
        }
        if (usage->isEmpty())
            std::abort();
    }
    const auto plausible = [size](qint64 tokens) { return tokens >= 0 && tokens <= qint64(size) * 5; };
    if (!plausible(estimateTokens(input)) || !plausible(estimatePromptTokens(document)))
        std::abort();
    for (const Api api : {Api::ChatCompletions, Api::Responses}) {
        if (!plausible(estimateOutputTokens(api, document)))
            std::abort();
    }
    return 0;
}
