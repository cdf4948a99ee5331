// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CandidateHealth.h"
#include "domain/Channel.h"
#include "domain/ExchangeRecord.h"
#include "preferences/TestMemory.h"
#include "theme/Marks.h"

#include <optional>

/// How a candidate or a channel is doing, from its breaker, from what happened lately and from the last connection test.
namespace understudy::words {

/// What is known about one (channel, model), or about a whole channel when `model` is empty.
struct HealthFacts {
    bool paused = false;
    const QList<CandidateHealth> *breakers = nullptr;   ///< Console::health
    const QList<ExchangeRecord> *recent = nullptr;      ///< Console::recent, newest first
    std::optional<TestMemo> lastTest;
    bool builtIn = false; ///< needs no test: without traffic it is "ready"
};

enum class HealthLevel { Healthy, Degraded, Tripped, Probing, TestFailed, Untested, Ready, Paused };

struct Health {
    HealthLevel level = HealthLevel::Untested;
    int attempts = 0;             ///< of the last LookBack ones
    int failures = 0;
    std::optional<qint64> medianMs; ///< of the answered ones
    std::optional<Milliseconds> suspendedFor;
    bool needsAttention = false;  ///< credential or balance: only a person can mend it
    bool operator==(const Health &) const = default;
};

inline constexpr int LookBack = 20; ///< attempts

/// The worst breaker of the channel's candidates wins over traffic, traffic over an older test.
Health healthOf(const QString &channel, const QString &model, const HealthFacts &facts);

/// "● Healthy 812 ms", "▲ Tripped, probe in 42 s" …
Status healthStatus(const Health &health);

} // namespace understudy::words
