// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Secret.h"
#include "domain/Outcome.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace understudy {

/// One place of a chain: which model through which channel.
struct Candidate {
    QString channel; ///< Channel::id, or BuiltInChannelId
    QString model;   ///< Model::id
    bool operator==(const Candidate &) const = default;
};

struct CachePolicy {
    bool enabled = false;
    std::chrono::seconds ttl{300}; ///< 1 s to 30 days
    bool operator==(const CachePolicy &) const = default;
};

struct BreakerPolicy {
    bool enabled = true; ///< off: this key never skips a candidate because it is suspended
    int failures = 3;    ///< consecutive failures until it is suspended, 1–100
    Milliseconds suspend{15000}; ///< first suspension; doubles up to 5 min
    bool operator==(const BreakerPolicy &) const = default;
};

/// Numbers of SEMANTICS §2–§6. Every duration is at least 1 ms.
struct Policy {
    int retries = 1;                                  ///< more tries of the same candidate, 0–3
    std::optional<Milliseconds> timeout;              ///< one attempt; absent: 60 s, 180 s with a reasoning model in the chain
    std::optional<Milliseconds> firstOutputTimeout;   ///< streaming; absent: `timeout`
    Milliseconds idleTimeout{60000};
    Milliseconds deadline{590000};
    Milliseconds connectTimeout{10000};
    Milliseconds backoff{100};                        ///< first pause before a retry; doubles, ±20 %, at most 2 s
    Milliseconds retryAfterCap{600000};
    bool emptyAnswerIsFailure = false;
    QList<Outcome> failOverOn; ///< ContentFiltered and CallerFault only
    bool recordContent = false;
    CachePolicy cache;
    BreakerPolicy breaker;

    bool operator==(const Policy &) const = default;

    /// The timeout of one attempt, with the default resolved (SEMANTICS §4).
    Milliseconds attemptTimeout(bool reasoningInChain) const
    {
        return timeout.value_or(reasoningInChain ? Milliseconds{180000} : Milliseconds{60000});
    }
};

struct KeyLimits {
    int requestsPerMinute = 0;   ///< 0 = no limit
    qint64 tokensPerDay = 0;     ///< 0 = no limit; days are UTC
    qint64 tokensPerMonth = 0;   ///< 0 = no limit; months are UTC
    QStringList addresses;       ///< clients allowed, literals or CIDR; empty = any
    bool operator==(const KeyLimits &) const = default;
};

/// The secret that clients use, with its chain and policy.
struct GatewayKey {
    QString id;   ///< made by the program ("key_…"), never changes, not shown in configuration files
    QString name; ///< 1–32 letters, digits, Chinese characters, `_`, `-`; unique
    QString description; ///< at most 128 characters
    Secret secret;       ///< sk-us_… or the user's own of at least 20 characters; empty while the vault is locked
    bool enabled = true;
    std::optional<QDateTime> expiresAt; ///< UTC
    qint64 freeTokens = 500000;         ///< allowance of built-in models
    QList<Candidate> chain;             ///< first = primary; at least one
    Policy policy;
    KeyLimits limits;

    bool operator==(const GatewayKey &) const = default;
};

} // namespace understudy
