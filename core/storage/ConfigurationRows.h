// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Configuration.h"
#include "storage/SecretRows.h"

namespace understudy {

/// Rows ↔ Configuration; the caller holds the transaction.
Result<Configuration> readConfiguration(const Connection &connection, const OpenedSecrets &secrets);

/// Fills in what the program makes: ids and secrets of keys. A key with a known id and no secret keeps its secret.
/// Denied when a new key needs a secret and the vault is locked.
Result<void> completeKeys(Configuration &after, const Configuration &before, const OpenedSecrets &secrets, const Vault &vault);

/// Uniqueness that the rest of the program relies on: ids, names and secrets. `where` names the member.
Result<void> checkUnique(const Configuration &configuration);

struct ConfigurationWrite {
    const Connection &connection;
    const Vault &vault;
    const OpenedSecrets &secrets; ///< what stood there before
    qint64 nowMs;
};

/// Writes only the differences. What is gone is marked as deleted, with its secrets kept (undo).
Result<void> writeDifferences(const ConfigurationWrite &write, const Configuration &before, const Configuration &after);

/// Removes for good what was marked as deleted before `limitMs`.
Result<void> purgeDeleted(const Connection &connection, qint64 limitMs);

} // namespace understudy
