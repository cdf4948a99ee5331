// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/JsonSpan.h"
#include "domain/ExchangeRecord.h"

namespace understudy {

/// Larger counts are nonsense and ignored, as are negative ones.
inline constexpr qint64 MaxTokens = 1'000'000'000;

/// The usage that a provider reports in a whole answer or in one event of a stream. Understood: `usage` at the top, in
/// `response` (Responses API), in `x_groq`, in the first choice (Moonshot's streams); `meta` of rerank answers. Inside:
/// prompt_tokens / input_tokens, completion_tokens / output_tokens, total_tokens, reasoning tokens in
/// completion_tokens_details / output_tokens_details, cached tokens in prompt_tokens_details / input_tokens_details,
/// `prompt_cache_hit_tokens` (DeepSeek) or `cached_tokens` (Moonshot). A missing completion count is total − prompt when
/// that is positive (Gemini). Nothing when no count is there.
std::optional<Usage> readUsage(json::Value document);

/// One usage object, without looking for it.
std::optional<Usage> readUsageObject(json::Value usage);

/// A guess at the number of tokens of a text (UTF-8, or the inside of a JSON string): four ASCII bytes or one other
/// character a token, an escape sequence as one character. Off by up to a factor of two: always show it as ≈
/// (Provenance::Estimated).
qint64 estimateTokens(QByteArrayView text);

/// The guess for a request: every text of `messages`, `prompt`, `input`, `instructions`, `tools`, `query` and `documents`;
/// no addresses and no file data. 4 more for each message's frame.
qint64 estimatePromptTokens(json::Value request);

/// The guess for an answer or one event of a stream: texts, reasoning, refusals and tool calls of all choices, or of the
/// Responses API's output.
qint64 estimateOutputTokens(Api api, json::Value document);

} // namespace understudy
