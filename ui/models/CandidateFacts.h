// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"
#include "domain/GatewayKey.h"
#include "domain/Provider.h"
#include "words/Health.h"

#include <QList>

namespace understudy {

/// One (channel, model) with everything that a person wants to know before binding it to a key.
struct CandidateFacts {
    Candidate candidate;
    Model model;           ///< with the user's own word on its type applied; guessed when `missing`
    QString provider;      ///< id
    QString providerName;
    QString channelName;   ///< empty: built-in models and local runtimes need no channel
    ProviderOrigin origin = ProviderOrigin::Catalogue;
    bool paused = false;   ///< its channel is paused
    bool missing = false;  ///< a chain names it, but its channel or model is gone
    bool fails = false;    ///< a simulated model that is there to fail
    words::Health health;

    bool operator==(const CandidateFacts &) const = default;

    QString name() const;  ///< the model's name for people
    Status status() const; ///< its health in words
    /// Whether a chain should offer it by itself: neither paused nor gone nor known to fail.
    bool usable() const;
};

/// What is known about that candidate, also when it cannot be resolved.
CandidateFacts candidateFacts(const Console &console, const TestMemory &tests, const Candidate &candidate);

/// Everything that a key could be given: the models of all channels, then of the runtimes on this machine, then the built-in ones;
/// each list in its own order.
QList<CandidateFacts> everyCandidate(const Console &console, const TestMemory &tests);

/// What a new key begins with: the models of `provider`'s channels. Without a provider the first own model that works, with others of
/// its type behind it; without own models the pair of the demonstration. A single model gets a built-in one of its type behind it.
QList<Candidate> suggestedSelection(const QList<CandidateFacts> &all, const QString &provider);

} // namespace understudy

