// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalogue.h"
#include "domain/Configuration.h"

namespace understudy {

// A provider of the catalogue is listed in Configuration::providers only once the user has changed it. These make that change, and
// keep everything else of the shipped one (its origin and dialect above all).

/// Takes `provider` as the user's version: in the place of the entry with its id, appended when there is none, and not listed at all
/// when it is the catalogue's, unchanged.
void setProvider(Configuration &configuration, const Catalogue &catalogue, const Provider &provider);

/// The provider with the models that it does not list yet appended, guessed by their names. A local runtime serves whatever was loaded
/// into it and needs no list.
Provider withModels(Provider provider, const QStringList &models);

/// "siliconflow-2": the first free channel id of that provider. At most 32 characters, as checkId wants.
QString freeChannelId(const Configuration &configuration, QStringView provider);
/// The name a new channel gets: the first free "<provider>-<n>" within the provider, at most 32 characters.
QString freeChannelName(const Configuration &configuration, QStringView provider);
/// An id for a provider of the user's own, from its name: "Office server" gives "office-server"; "own-2" when nothing of the name is
/// usable. Free in the configuration and the catalogue.
QString freeProviderId(const Configuration &configuration, const Catalogue &catalogue, QStringView name);

} // namespace understudy
