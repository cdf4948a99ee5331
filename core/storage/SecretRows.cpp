// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SecretRows.h"

namespace understudy {

using namespace Qt::StringLiterals;

QString secretIndex(const SecretPlace &place) { return place.owner + u'\n' + place.row + u'\n' + place.field; }

Secret OpenedSecrets::value(const SecretPlace &place) const { return opened.value(secretIndex(place)); }

Result<OpenedSecrets> readSecrets(const Connection &connection, const Vault &vault)
{
    Result<QSqlQuery> rows = connection.query(u"SELECT owner, row_id, field, key_id, sealed FROM secrets"_s);
    if (!rows)
        return rows.error();
    OpenedSecrets result;
    while (rows->next()) {
        const SecretPlace place {rows->value(0).toString(), rows->value(1).toString(), rows->value(2).toString()};
        Result<Secret> secret = vault.open(rows->value(4).toByteArray(), place, rows->value(3).toInt());
        if (secret) {
            result.opened.insert(secretIndex(place), *secret);
            continue;
        }
        result.unreadable.insert(secretIndex(place));
        if (!vault.isLocked())
            result.problems.append(secret.error());
    }
    if (rows->lastError().isValid())
        return toError(rows->lastError(), connection.location());
    return result;
}

Result<void> writeSecret(const Connection &connection, const Vault &vault, const SecretPlace &place, const Secret &secret)
{
    if (Result<void> removed = connection.run(u"DELETE FROM secrets WHERE owner = ? AND row_id = ? AND field = ?"_s,
                                              {place.owner, place.row, place.field});
        !removed || secret.isEmpty())
        return removed;
    const Result<QByteArray> sealed = vault.seal(secret, place);
    if (!sealed)
        return sealed.error();
    return connection.run(u"INSERT INTO secrets (owner, row_id, field, key_id, sealed) VALUES (?, ?, ?, ?, ?)"_s,
                          {place.owner, place.row, place.field, vault.keyId(), *sealed});
}

Result<void> removeSecrets(const Connection &connection, const QString &owner, const QString &row)
{
    return connection.run(u"DELETE FROM secrets WHERE owner = ? AND row_id = ?"_s, {owner, row});
}

} // namespace understudy
