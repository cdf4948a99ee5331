// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/DeletedRows.h"

#include "storage/ConfigurationJson.h"

#include <QTimeZone>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

using Kind = DeletedObject::Kind;

QString tableOf(Kind kind)
{
    switch (kind) {
    case Kind::Provider:
        return u"providers"_s;
    case Kind::Channel:
        return u"channels"_s;
    case Kind::Key:
        break;
    }
    return u"gateway_keys"_s;
}

QString wordOf(Kind kind)
{
    switch (kind) {
    case Kind::Provider:
        return u"provider"_s;
    case Kind::Channel:
        return u"channel"_s;
    case Kind::Key:
        break;
    }
    return u"key"_s;
}

QString detailColumn(Kind kind)
{
    switch (kind) {
    case Kind::Provider:
        return u"base_url"_s;
    case Kind::Channel:
        return u"provider_id"_s;
    case Kind::Key:
        break;
    }
    return u"chain"_s;
}

QString chainText(const QString &stored)
{
    QStringList texts;
    for (const Candidate &candidate : stored::toChain(stored::array(stored)))
        texts.append(candidate.channel + u'/' + candidate.model);
    return texts.join(u", "_s);
}

Error conflict(const QString &text, const QString &where) { return {ErrorKind::Conflict, text, where}; }

struct DeletedRow {
    QString name;
    QString detail; ///< as stored
    qint64 position = 0;
};

Result<DeletedRow> readRow(const Connection &connection, Kind kind, const QString &id)
{
    Result<QSqlQuery> rows = connection.query(
        u"SELECT name, %1, position, deleted_ms FROM %2 WHERE id = ?"_s.arg(detailColumn(kind), tableOf(kind)), {id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error {ErrorKind::NotFound, u"There is no deleted %1 \"%2\" any more."_s.arg(wordOf(kind), id), id};
    if (rows->value(3).isNull())
        return conflict(u"A %1 \"%2\" is there already."_s.arg(wordOf(kind), id), id);
    return DeletedRow {rows->value(0).toString(), rows->value(1).toString(), rows->value(2).toLongLong()};
}

/// True only for what was deleted and is still kept: a row that was never there may be something that the catalogue knows.
Result<bool> wasDeleted(const Connection &connection, Kind kind, const QString &id, const QString &condition = {})
{
    const Result<QVariant> count = connection.single(
        u"SELECT count(*) FROM %1 WHERE id = ? AND deleted_ms IS NOT NULL%2"_s.arg(tableOf(kind), condition), {id});
    if (!count)
        return count.error();
    return count->toLongLong() > 0;
}

Result<void> checkChannel(const Connection &connection, const Configuration &live, const QString &id, const DeletedRow &row)
{
    for (const Channel &channel : live.channels) {
        if (channel.provider == row.detail && channel.name == row.name)
            return conflict(u"The channel \"%1\" has the name \"%2\" now; rename it first."_s.arg(channel.id, row.name), id);
    }
    if (live.provider(row.detail))
        return {};
    const Result<bool> gone =
        wasDeleted(connection, Kind::Provider, row.detail, u" AND origin = '%1'"_s.arg(stored::word(ProviderOrigin::Custom)));
    if (!gone)
        return gone.error();
    if (*gone)
        return conflict(u"Its provider \"%1\" is deleted too; restore that first."_s.arg(row.detail), id);
    return {};
}

Result<void> checkSecret(const Connection &connection, const QString &id)
{
    const Result<QVariant> same = connection.single(
        u"SELECT count(*) FROM gateway_keys a JOIN gateway_keys b ON a.secret_hash = b.secret_hash "
        "WHERE a.id = ? AND b.deleted_ms IS NULL"_s,
        {id});
    if (!same)
        return same.error();
    if (same->toLongLong() > 0)
        return conflict(u"Another key has its secret now."_s, id);
    return {};
}

Result<void> checkKey(const Connection &connection, const Configuration &live, const QString &id, const DeletedRow &row)
{
    if (live.keyNamed(row.name))
        return conflict(u"Another key has the name \"%1\" now; rename it first."_s.arg(row.name), id);
    QStringList gone;
    QStringList closed;
    for (const Candidate &candidate : stored::toChain(stored::array(row.detail))) {
        const Channel *channel = live.channel(candidate.channel);
        if (channel) {
            if (!channel->models.contains(candidate.model))
                closed.append(candidate.channel + u'/' + candidate.model);
            continue;
        }
        const Result<bool> deleted = wasDeleted(connection, Kind::Channel, candidate.channel);
        if (!deleted)
            return deleted.error();
        if (*deleted && !gone.contains(candidate.channel))
            gone.append(candidate.channel);
    }
    if (!gone.isEmpty())
        return conflict(u"Its chain uses channels that are deleted: %1. Restore them first."_s.arg(gone.join(u", "_s)), id);
    if (!closed.isEmpty())
        return conflict(u"Its chain uses models that their channels do not open any more: %1."_s.arg(closed.join(u", "_s)), id);
    return checkSecret(connection, id);
}

qsizetype countOf(const Configuration &live, Kind kind)
{
    switch (kind) {
    case Kind::Provider:
        return live.providers.size();
    case Kind::Channel:
        return live.channels.size();
    case Kind::Key:
        break;
    }
    return live.keys.size();
}

} // namespace

Result<QList<DeletedObject>> readDeleted(const Connection &connection, qint64 sinceMs)
{
    QList<DeletedObject> all;
    for (const Kind kind : {Kind::Provider, Kind::Channel, Kind::Key}) {
        Result<QSqlQuery> rows = connection.query(
            u"SELECT id, name, deleted_ms, %1 FROM %2 WHERE deleted_ms >= ?"_s.arg(detailColumn(kind), tableOf(kind)), {sinceMs});
        if (!rows)
            return rows.error();
        while (rows->next()) {
            const QString detail = rows->value(3).toString();
            all.append({kind, rows->value(0).toString(), rows->value(1).toString(),
                        QDateTime::fromMSecsSinceEpoch(rows->value(2).toLongLong(), QTimeZone::utc()),
                        kind == Kind::Key ? chainText(detail) : detail});
        }
        if (rows->lastError().isValid())
            return toError(rows->lastError(), connection.location());
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const DeletedObject &a, const DeletedObject &b) { return a.deletedAt > b.deletedAt; });
    return all;
}

Result<void> restoreRow(const Connection &connection, const Configuration &live, Kind kind, const QString &id)
{
    const Result<DeletedRow> row = readRow(connection, kind, id);
    if (!row)
        return row.error();
    const Result<void> fits = kind == Kind::Channel ? checkChannel(connection, live, id, *row)
        : kind == Kind::Key                         ? checkKey(connection, live, id, *row)
                                                    : Result<void>();
    if (!fits)
        return fits;
    const qint64 place = std::min<qint64>(row->position, countOf(live, kind));
    if (Result<void> moved = connection.run(
            u"UPDATE %1 SET position = position + 1 WHERE deleted_ms IS NULL AND position >= ?"_s.arg(tableOf(kind)), {place});
        !moved)
        return moved;
    return connection.run(u"UPDATE %1 SET deleted_ms = NULL, position = ? WHERE id = ?"_s.arg(tableOf(kind)), {place, id});
}

} // namespace understudy
