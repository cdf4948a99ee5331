// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/JsonSpan.h"
#include "domain/ExchangeRecord.h"
#include "domain/ModelType.h"
#include "upstream/SseReader.h"

namespace understudy {

/// What one event of a stream means (SEMANTICS §3). Views point into the event's bytes.
struct StreamEvent {
    bool meaningful = false; ///< content, reasoning, tool call, refusal or audio, or a finish reason: commit
    bool finished = false; ///< a finish reason was in it: the answer is complete even without an end mark
    bool endMark = false; ///< [DONE], or the last event of the Responses API
    bool bad = false; ///< data that is not JSON: the attempt is broken
    bool usageOnly = false; ///< empty `choices` and a usage: the extra chunk of include_usage
    QByteArrayView suspect; ///< when not empty: JSON that may be an error; classifyErrorDocument() has the last word
    bool surelyError = false; ///< the protocol says it is an error (an `error` event, response.failed), whatever its shape
    std::optional<Usage> usage;
    qint64 estimatedTokens = 0; ///< guess at the output tokens in it (estimateOutputTokens)

    bool operator==(const StreamEvent &other) const
    {
        return meaningful == other.meaningful && finished == other.finished && endMark == other.endMark && bad == other.bad
            && usageOnly == other.usageOnly && suspect == other.suspect && surelyError == other.surelyError
            && usage == other.usage && estimatedTokens == other.estimatedTokens;
    }
};

/// Reads one event of a stream of that path. Comments, pings, blank lines, unknown events and role-only chunks are nothing at
/// all. No state: what a stream has come to is for the caller to keep.
StreamEvent readStreamEvent(Api api, const SseEvent &event);

} // namespace understudy
