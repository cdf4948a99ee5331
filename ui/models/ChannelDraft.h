// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "catalog/Catalogue.h"
#include "domain/Configuration.h"

namespace understudy {

/// A channel while a person edits it, with what the form may change of its provider.
struct ChannelDraft {
    Channel channel;            ///< an empty id: it does not exist yet
    bool keepCredential = false; ///< the stored one stays, whatever `channel` holds (it is empty while the vault is locked)
    Provider provider;          ///< with the form's base URL and prices; its list of models need not hold those of the channel
    bool newProvider = false;   ///< the provider does not exist yet either

    /// For a connection test or a listing before anything is stored.
    Provider testProvider() const;
    bool operator==(const ChannelDraft &) const = default;
};

/// What the stored configuration becomes when the draft is saved. The channel's id is in `*id` afterwards. `opened` is the provider as
/// the form found it: only what the form changed of it is written, so that what somebody else changed stays.
/// Errors: NotFound when the channel or its provider is gone.
Result<Configuration> withDraft(const Configuration &stored, const Catalogue &catalogue, const ChannelDraft &draft, const Provider &opened, QString *id);

} // namespace understudy
