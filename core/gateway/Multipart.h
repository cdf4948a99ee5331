// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/RequestBody.h"

namespace understudy {

/// Finds the `model` part of multipart/form-data (RFC 7578, RFC 2046 §5.1). Boundary, other parts and their order stay as
/// they are. Refused with 400: no or a bad boundary, a body that does not follow it, two `model` parts, and whatever lets another
/// reader find other parts or names than we do: a model that is not the key's must not reach a provider beside the one we saw.
BodyResult readMultipart(QByteArrayView contentType, RequestBody body);

/// The body with the `model` part's content replaced, or with such a part put first when there was none.
QByteArray multipartForCandidate(const RequestBody &body, const QString &modelId);

} // namespace understudy
