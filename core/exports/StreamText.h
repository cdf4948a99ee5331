// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace understudy {

/// What a recorded event stream says, put together: the text of each choice, its reasoning before it between <think> and </think>, calls of
/// tools as name(arguments), and the message of an error event. Reads the deltas of chat/completions, completions and responses; a stream
/// that was cut gives what came. Nothing when the bytes are no event stream or no event of it says anything.
std::optional<QString> textOfStream(QByteArrayView events);

} // namespace understudy
