// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <QByteArrayView>

#include <optional>

namespace understudy {

/// "20ms", "6m0s", "1h2m3.5s", "34s", "0.25s", or a plain number of seconds; nothing for anything else, for negative values
/// and for more than a year.
std::optional<Milliseconds> durationFromText(QByteArrayView text);

/// An HTTP date in the one form that may be sent (RFC 9110 §5.6.7): "Sun, 06 Nov 1994 08:49:37 GMT".
std::optional<WallTime> httpDate(QByteArrayView text);

} // namespace understudy
