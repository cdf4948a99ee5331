// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

#include <QByteArray>

#include <optional>

namespace understudy {

/// Turns a cached answer into the shape that the client asks for now (SEMANTICS §6). Only chat/completions and completions
/// have two shapes; answers with tool calls are never cached and are refused here.

/// The JSON that the provider would have sent without streaming, put together from the events of a complete stream. `usage`
/// is added when known. Nothing when the events hold something that has no place there.
std::optional<QByteArray> answerFromStream(Api api, QByteArrayView events, const Usage &usage);

/// A stream of the same content: a chunk with the whole text of each choice, one with its finish reason, the usage chunk
/// if the client asks for it, and the end mark.
std::optional<QByteArray> streamFromAnswer(Api api, QByteArrayView answer, bool withUsage);

} // namespace understudy
