// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Retention.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Day = 86'400'000; ///< ms
constexpr qint64 Megabyte = 1024 * 1024;

qint64 milliseconds(WallTime time) { return time.time_since_epoch().count(); }

Result<QStringList> numbers(const Connection &connection, const QString &sql, const QVariantList &values)
{
    Result<QSqlQuery> rows = connection.query(sql, values);
    if (!rows)
        return rows.error();
    QStringList list; // our own integers, so they may stand in the text
    while (rows->next())
        list.append(rows->value(0).toString());
    if (rows->lastError().isValid())
        return toError(rows->lastError(), connection.location());
    return list;
}

Result<int> remove(const Connection &connection, const QStringList &exchanges)
{
    if (exchanges.isEmpty())
        return 0;
    const QString list = exchanges.join(u',');
    for (const QString &statement : {u"DELETE FROM contents WHERE exchange_seq IN (%1)"_s, u"DELETE FROM attempts WHERE exchange_seq IN (%1)"_s,
                                     u"DELETE FROM exchanges WHERE seq IN (%1)"_s}) {
        if (Result<void> done = connection.run(statement.arg(list)); !done)
            return done.error();
    }
    return int(exchanges.size());
}

/// Bytes of the file that hold something. 0: not known.
Result<qint64> bytesInUse(const Connection &connection)
{
    if (connection.isPostgres())
        return 0;
    qint64 figures[3] = {};
    const QString pragmas[] = {u"PRAGMA page_count"_s, u"PRAGMA freelist_count"_s, u"PRAGMA page_size"_s};
    for (int i = 0; i < 3; ++i) {
        const Result<QVariant> figure = connection.single(pragmas[i]);
        if (!figure)
            return figure.error();
        figures[i] = figure->toLongLong();
    }
    return (figures[0] - figures[1]) * figures[2];
}

Result<Forgotten> removeOldest(const Connection &connection, const QString &condition, const QVariantList &values)
{
    Result<QStringList> oldest = numbers(connection, u"SELECT seq FROM exchanges %1 ORDER BY time_ms LIMIT %2"_s.arg(condition).arg(StepRows), values);
    if (!oldest)
        return oldest.error();
    Result<int> removed = remove(connection, *oldest);
    if (!removed)
        return removed.error();
    return Forgotten{*removed, 0, *removed == StepRows};
}

} // namespace

Result<RetentionPolicy> readRetention(const Connection &connection)
{
    const Result<QVariant> text = connection.single(u"SELECT value FROM settings WHERE name = 'retention'"_s);
    if (!text && text.error().kind == ErrorKind::NotFound)
        return RetentionPolicy();
    if (!text)
        return text.error();
    const QJsonObject stored = QJsonDocument::fromJson(text->toString().toUtf8()).object();
    const RetentionPolicy otherwise;
    return RetentionPolicy{stored.value("days"_L1).toInt(otherwise.days), stored.value("megabytes"_L1).toInt(otherwise.megabytes),
                           stored.value("contentDays"_L1).toInt(otherwise.contentDays)};
}

Result<void> writeRetention(const Connection &connection, const RetentionPolicy &policy)
{
    const auto within = [](int value, int most) { return value >= 0 && value <= most; };
    if (!within(policy.days, RetentionPolicy::MostDays) || !within(policy.contentDays, RetentionPolicy::MostDays) || !within(policy.megabytes, RetentionPolicy::MostMegabytes))
        return Error{ErrorKind::Invalid, u"The log can be kept for 0 (without limit) to %1 days and %2 megabytes."_s.arg(RetentionPolicy::MostDays).arg(RetentionPolicy::MostMegabytes),
                     u"retention"_s};
    const QJsonObject object{{u"days"_s, policy.days}, {u"megabytes"_s, policy.megabytes}, {u"contentDays"_s, policy.contentDays}};
    return connection.run(u"INSERT INTO settings (name, value) VALUES ('retention', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                          {QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))});
}

Result<Forgotten> forget(const Connection &connection, const RetentionPolicy &policy, WallTime now)
{
    const Result<qint64> used = policy.megabytes > 0 ? bytesInUse(connection) : Result<qint64>(0);
    if (!used)
        return used.error();
    Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(connection, Transaction::Mode::Write);
    if (!transaction)
        return transaction.error();
    Forgotten done;
    if (policy.contentDays > 0) {
        const Result<QStringList> old = numbers(connection, u"SELECT c.exchange_seq FROM contents c JOIN exchanges e ON e.seq = c.exchange_seq WHERE e.time_ms < ? LIMIT %1"_s.arg(StepRows),
                                                {milliseconds(now) - policy.contentDays * Day});
        if (!old)
            return old.error();
        if (!old->isEmpty()) {
            if (Result<void> removed = connection.run(u"DELETE FROM contents WHERE exchange_seq IN (%1)"_s.arg(old->join(u','))); !removed)
                return removed.error();
        }
        done.contents = int(old->size());
        done.more = done.contents == StepRows;
    }
    const auto add = [&done](const Result<Forgotten> &step) -> Result<void> {
        if (!step)
            return step.error();
        done.exchanges += step->exchanges;
        done.more = done.more || step->more;
        return {};
    };
    if (policy.days > 0) {
        if (Result<void> aged = add(removeOldest(connection, u"WHERE time_ms < ?"_s, {milliseconds(now) - policy.days * Day})); !aged)
            return aged.error();
    }
    if (policy.megabytes > 0 && *used > policy.megabytes * Megabyte && done.exchanges == 0) {
        if (Result<void> shrunk = add(removeOldest(connection, {}, {})); !shrunk)
            return shrunk.error();
        done.more = done.more && done.exchanges > 0;
    }
    if (Result<void> committed = (*transaction)->commit(); !committed)
        return committed.error();
    return done;
}

Result<Forgotten> clearLog(const Connection &connection, WallTime until)
{
    Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(connection, Transaction::Mode::Write);
    if (!transaction)
        return transaction.error();
    Result<Forgotten> done = removeOldest(connection, u"WHERE time_ms <= ?"_s, {milliseconds(until)});
    if (!done)
        return done;
    if (Result<void> damaged = connection.run(u"DELETE FROM ledger_journal WHERE unreadable = 1"_s); !damaged)
        return damaged.error();
    if (Result<void> committed = (*transaction)->commit(); !committed)
        return committed.error();
    return done;
}

} // namespace understudy
