// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GatewayKey.h"

#include <QList>

namespace understudy {

/// A limit of somebody else that the worst case runs into (SEMANTICS §4).
enum class PatienceLimit { ReverseProxy, NodeFetch, OpenAiSdk }; // 60 s, 300 s, 600 s

struct WorstCase {
    int attempts = 0;
    Milliseconds uncut{0}; ///< Σ (1 + retries) × timeout + pauses
    Milliseconds total{0}; ///< cut at the deadline
    bool cutAtDeadline = false;
    QList<PatienceLimit> exceeds; ///< reached or passed by `total`

    bool operator==(const WorstCase &) const = default;
};

/// `candidates`: how many of one type can stand in for each other. Pauses are taken with their largest jitter.
WorstCase worstCase(int candidates, const Policy &policy, bool reasoningInChain);

} // namespace understudy
