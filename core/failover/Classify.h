// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/HttpHeaders.h"
#include "domain/ModelType.h"
#include "domain/Outcome.h"
#include "domain/TransportEnd.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace understudy {

/// What an attempt meant, with what is needed to decide and to explain. SEMANTICS §2 is the table behind it.
struct Verdict {
    Outcome outcome = Outcome::Answered;
    /// Finer word for the log: the provider's own code or type (at most 64 bytes), or one of ours: "refused", "name_not_found",
    /// "unreachable", "tls_failed", "proxy_failed", "connect_timeout", "stale_connection", "closed", "malformed_http",
    /// "early_end", "no_content", "empty_body", "html_page", "content_encoding", "malformed_json", "truncated_json",
    /// "no_choices" ("no_" and the answer's member), "empty_answer", "error_in_answer", "http_503". Empty for an answer.
    QString detail;
    QString message; ///< the provider's own error text, at most 512 characters; not yet scrubbed of secrets
    std::optional<Milliseconds> retryAfter; ///< what the provider asked for, uncapped
    bool namesStreamOptions = false; ///< a 400 that complains about stream_options: repeat without it

    bool operator==(const Verdict &) const = default;
};

/// The call ended below HTTP before its answer was complete. What fails before anything was sent is ConnectFailed, a
/// connect timeout too; the rest is Broken. An answer that ends well below HTTP but too early (fault None): "early_end".
Verdict classifyFault(const TransportEnd &end);

/// Only the status and headers are known, and that suffices: 3xx, 1xx, 204, an HTML page where JSON is due. Nothing: the
/// body must be seen.
std::optional<Verdict> classifyHead(Api api, int status, const HttpHeaders &headers);

/// A whole answer of a call that did not stream (or an answer to a streaming call that is not an event stream, such as an
/// error with its status). `body` is everything that came. The code and type in the error body win over the status.
/// HTTP 200 is not success. `retryAfter` is filled for RateLimited only, from the headers before the body. Where the answer
/// may be any bytes (audio, transcripts), all but a web page and a JSON error is an answer.
Verdict classifyAnswer(Api api, int status, const HttpHeaders &headers, QByteArrayView body, bool emptyAnswerIsFailure, WallTime now);

/// A JSON document that may be an error in any provider's shape: `{error:{…}}`, `{error:"…"}`, `[{error}]`,
/// `{object:"error"}`, `{code,message|msg}` without choices, `base_resp`, `fault`. Used for bodies and for events of a
/// stream (`event: error` and `response.failed` of the Responses API too). Nothing: it is not an error. `status` is 200 inside
/// a stream. The text need not be valid; text that is not gives some result, safely.
std::optional<Verdict> classifyErrorDocument(QByteArrayView json, int status);

/// A finished chunk of a stream whose first choice says that it did not finish: an `error` in the choice, or a finish reason
/// such as "insufficient_system_resource". Nothing: it finished.
std::optional<Verdict> classifyFinish(QByteArrayView json);

/// Retry-After in seconds or as a date, `retry-after-ms`, and OpenAI's x-ratelimit-reset-* are understood; the first that
/// is valid wins in that order. Never negative; nonsense is nothing; a Retry-After beyond a year is a year.
std::optional<Milliseconds> retryAfter(const HttpHeaders &headers, WallTime now);

} // namespace understudy
