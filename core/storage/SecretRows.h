// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Database.h"
#include "storage/Vault.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace understudy {

/// What stood in the secrets table. `unreadable` are places whose ciphertext is there but could not be opened (locked, another
/// key, changed bytes): an empty secret there means "not known", never "none".
struct OpenedSecrets {
    QHash<QString, Secret> opened; ///< by secretIndex(place)
    QSet<QString> unreadable;
    QList<Error> problems; ///< one for each unreadable place, except while locked

    Secret value(const SecretPlace &place) const;
};

QString secretIndex(const SecretPlace &place);

Result<OpenedSecrets> readSecrets(const Connection &connection, const Vault &vault);

/// Seals and stores, or removes the row when the secret is empty. Denied while locked.
Result<void> writeSecret(const Connection &connection, const Vault &vault, const SecretPlace &place, const Secret &secret);

/// Removes all secrets of one row.
Result<void> removeSecrets(const Connection &connection, const QString &owner, const QString &row);

} // namespace understudy
