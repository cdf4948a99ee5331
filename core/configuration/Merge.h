// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalogue.h"
#include "domain/Configuration.h"

namespace understudy {

/// The imported configuration laid over the existing one. Settings are the imported ones. Providers and channels are the same
/// when their ids are, keys when their names are: then the imported one takes the place of the existing one, but a secret that
/// the import leaves out (credential, key secret, value of a header, user of the same proxy) and a key's id stay. A credential stays only
/// while the channel's provider is the same and still at the same host: what goes to another host, or in clear where it was not, the import
/// must bring itself (the same holds for the values of the channel's headers). What is new is appended in order; nothing is removed. Headers whose value neither side
/// has are dropped.
/// `catalogue`: where a provider is looked up that a configuration does not name.
Configuration merge(const Configuration &existing, const Configuration &imported, const Catalogue *catalogue = nullptr);

/// Makes ids and secrets for the keys that have none.
void completeKeys(Configuration &configuration);

} // namespace understudy
