// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/JsonSpan.h"
#include "domain/ModelType.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace understudy {

/// What the gateway must know of a request's body, and where in its bytes it stands, so that a candidate's own model id can
/// be spliced in and everything else stays as the client wrote it (SEMANTICS §1).
struct RequestBody {
    QByteArray bytes;
    QString model; ///< empty: none was named
    bool stream = false;
    int choices = 1;     ///< `n`: how many finish reasons make a stream complete
    bool clientWantsUsage = false; ///< stream_options.include_usage is true
    QByteArray pinId; ///< /responses: previous_response_id, or the conversation; only its maker can answer it
    bool multipart = false;

    json::ObjectIndex index;  ///< JSON: top-level members
    json::Span modelValue;    ///< what is replaced; empty with `modelMissing`
    bool modelMissing = true; ///< nothing to replace: the model is inserted
    json::Span streamOptions; ///< JSON: the value, empty when absent
    QByteArray boundary;      ///< multipart
};

/// Why a body is refused; becomes an error in OpenAI's shape.
struct BodyRefusal {
    int status = 400;
    QByteArray code;
    QString message;
    QByteArray param;
};

using BodyResult = std::variant<RequestBody, BodyRefusal>;

/// Reads a body by its content type: JSON or, where the path says so, multipart/form-data. Refused: invalid JSON, depth over
/// 128, invalid UTF-8 (400), no object, a member that we rely on given twice or with the wrong type (nothing ambiguous
/// reaches a provider), another content type or charset (415).
BodyResult readRequestBody(Api api, QByteArrayView contentType, QByteArray bytes);

/// The bytes for one candidate. Equal to the client's when its model is the candidate's and nothing is added.
/// `modelId`: the candidate's own id. `addUsageOption`: ask for usage in the stream (stream_options.include_usage).
QByteArray bodyForCandidate(const RequestBody &body, const QString &modelId, bool addUsageOption);

/// What identical requests have in common (SEMANTICS §6): top-level members sorted by name, blanks outside strings removed,
/// without `model`, `stream`, `stream_options` and `user`. Only for JSON bodies.
QByteArray canonicalBody(const RequestBody &body);

} // namespace understudy
