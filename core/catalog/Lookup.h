// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalogue.h"

namespace understudy {

/// A candidate with everything that stands behind its two names.
struct ResolvedCandidate {
    const Channel *channel = nullptr;   ///< nullptr: built-in, or a local runtime without a channel of its own
    const Provider *provider = nullptr; ///< never nullptr
    Model model;                        ///< with the user's own word on its type applied
    bool builtIn = false;               ///< simulated or local: needs no credential, draws on the key's free tokens
};

/// What a candidate of a chain is. The channel is looked up in this order: the user's channels; BuiltInChannelId (the simulated
/// models); the id of a local runtime of the catalogue ("ollama"), whose models are whatever it serves and are guessed by name.
/// Errors (NotFound): the channel does not exist, it does not open the model, or its provider is unknown. The pointers are valid as
/// long as both arguments.
Result<ResolvedCandidate> resolveCandidate(const Configuration &configuration, const Catalogue &catalogue, const Candidate &candidate);

/// The types of the chain's models, in order; what cannot be resolved is left out.
QList<ModelType> chainTypes(const Configuration &configuration, const Catalogue &catalogue, const GatewayKey &key);
/// Decides the default timeout (SEMANTICS §4).
bool reasoningInChain(const Configuration &configuration, const Catalogue &catalogue, const GatewayKey &key);

} // namespace understudy
