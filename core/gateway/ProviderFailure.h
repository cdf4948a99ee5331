// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "gateway/ProviderCall.h"

#include <optional>

namespace understudy {

/// Why a question to a provider did not succeed, for people and for programs.
struct ProviderFailure {
    std::optional<Outcome> outcome; ///< where the table of outcomes knows it
    int httpStatus = 0;             ///< 0 = no answer came
    QString detail;                 ///< a word of ours, the system's or the provider's words; no secret
    QString text;                   ///< what was seen
    QString fix;                    ///< what to do
    bool operator==(const ProviderFailure &) const = default;
};

/// What to do about it.
QString fixFor(Outcome outcome);

/// What a reply that is no success meant.
ProviderFailure failureOf(const WholeReply &reply, Api api, const ChannelCaller &caller, WallTime now);

} // namespace understudy
