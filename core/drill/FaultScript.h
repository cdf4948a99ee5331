// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "domain/Drill.h"
#include "domain/ModelType.h"

#include <QByteArray>
#include <QList>

namespace understudy {

/// One thing that a connection does. A script without steps holds the request for ever; after the last step the connection waits
/// for the next request.
struct FaultStep {
    enum class Kind {
        Send, ///< `bytes`
        Wait, ///< `time`
        Drip, ///< `bytes` every `time`, until the other side leaves
        Hold, ///< nothing more, until the other side leaves
        Close, ///< an orderly end, once everything has left
        Reset, ///< RST
    };
    Kind kind = Kind::Send;
    QByteArray bytes;
    Milliseconds time {0};
    bool operator==(const FaultStep &) const = default;
};

/// The request that is answered, as far as the answer depends on it.
struct FaultRequest {
    Api api = Api::ChatCompletions;
    QByteArray model;
    bool stream = false;
    bool usageAsked = false; ///< stream_options.include_usage
};

/// What a Retry-After of a drill says: longer than the second for which a candidate is tried again.
inline constexpr int DrillRetryAfterSeconds = 5;

/// How a fault looks on the wire, head and framing included. Not for Healthy, Refused and NameNotFound, which need a place in the
/// network and no bytes. `slow`: how late the first output of DrillFault::Slow comes, and how long
/// the output of DrillFault::SlowStream takes.
QList<FaultStep> faultScript(DrillFault fault, const FaultRequest &request, Milliseconds slow);

} // namespace understudy
