// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/HttpHeaders.h"
#include "base/Result.h"
#include "base/Secret.h"
#include "domain/ModelType.h"
#include "domain/Provider.h"

#include <QList>
#include <QStringList>
#include <QUrl>

namespace understudy {

/// Where a call of that path goes. The base keeps its own version segment (`/v1`, `/api/v3`, `/v1beta/openai` …); none is ever
/// added (PROVIDERS §4.3). A slash at its end does not matter; a query of the base is kept.
QUrl endpointUrl(const QUrl &baseUrl, Api api);

/// Where the provider's models may be listed, in the order of trying: `{base}/models` alone when the base ends in
/// `/v<digits>`, else `{base}/v1/models`, then `{base}/models`.
QList<QUrl> modelListUrls(const QUrl &baseUrl);

/// The credential as the provider wants it; nothing for an empty one.
HttpHeaders authHeaders(const Dialect &dialect, const Secret &credential);

/// The complete headers of a call, built and not copied (SEMANTICS §1): of the client's only Content-Type, Accept and
/// OpenAI-Beta; the credential; then the channel's own, which win. Headers that belong to framing or to a hop (Host,
/// Content-Length, Connection, Cookie, Proxy-…, X-Forwarded-… and so on) and fields that are no valid HTTP are left out,
/// also when the channel names them.
HttpHeaders buildHeaders(const HttpHeaders &client, const Dialect &dialect, const Secret &credential, const HttpHeaders &channel);

/// The ids in a model list: `{data:[{id}]}`, a bare array of those (Together), or `{models:[{name}]}` (Ollama, Gemini; a
/// leading "models/" is taken off). In the provider's order, without repetitions.
Result<QStringList> parseModelList(QByteArrayView json);

} // namespace understudy
