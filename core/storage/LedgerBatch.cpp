// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerBatch.h"

#include "storage/ChangeWatcher.h"
#include "storage/LedgerRows.h"
#include "storage/UsageRollup.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LedgerLock = 0x554e4453'4c454447; // "UNDSLEDG"
constexpr int PostgresRows = 32; ///< in one INSERT: each statement is a round trip
constexpr qsizetype IdsAtOnce = 400;

QString insertSql(const QString &table, const QStringList &columns, int rows)
{
    const QString one = u'(' + QStringList(columns.size(), u"?"_s).join(u',') + u')';
    return u"INSERT INTO %1 (%2) VALUES %3"_s.arg(table, columns.join(u','), QStringList(rows, one).join(u','));
}

} // namespace

/// One table. PostgreSQL takes many rows in one statement. SQLite takes one row a statement but whole columns at once
/// (execBatch): binding place by place makes Qt build a name (":17") for each value.
struct LedgerBatch::Insert {
    const Connection &connection;
    QString table;
    QStringList columns;
    std::optional<QSqlQuery> many;
    std::optional<QSqlQuery> one;

    Result<QSqlQuery *> statement(std::optional<QSqlQuery> &query, int rows)
    {
        if (!query) {
            Result<QSqlQuery> prepared = connection.prepare(insertSql(table, columns, rows));
            if (!prepared)
                return prepared.error();
            query = std::move(*prepared);
        }
        return &*query;
    }

    /// `appendRow(values, index)` appends the values of one row.
    template <typename AppendRow> Result<void> write(size_t count, AppendRow appendRow)
    {
        if (count == 0)
            return {};
        QVariantList values;
        values.reserve(qsizetype(count) * columns.size());
        for (size_t i = 0; i < count; ++i)
            appendRow(values, i);
        return connection.isPostgres() ? writeRows(values, count) : writeColumns(values, count);
    }

    Result<void> writeColumns(QVariantList &values, size_t count)
    {
        Result<QSqlQuery *> query = statement(one, 1);
        if (!query)
            return query.error();
        const qsizetype width = columns.size();
        for (qsizetype column = 0; column < width; ++column) {
            QVariantList list;
            list.reserve(qsizetype(count));
            for (size_t row = 0; row < count; ++row)
                list.append(std::move(values[qsizetype(row) * width + column]));
            (*query)->bindValue(int(column), list);
        }
        return connection.executeBatch(**query);
    }

    Result<void> writeRows(const QVariantList &values, size_t count)
    {
        qsizetype next = 0;
        for (size_t done = 0; done < count;) {
            const size_t step = count - done >= size_t(PostgresRows) ? size_t(PostgresRows) : 1;
            Result<QSqlQuery *> query = step > 1 ? statement(many, PostgresRows) : statement(one, 1);
            if (!query)
                return query.error();
            for (int at = 0; at < int(step) * columns.size(); ++at)
                (*query)->bindValue(at, values[next++]);
            if (Result<void> executed = connection.execute(**query); !executed)
                return executed;
            done += step;
        }
        return {};
    }
};

LedgerBatch::LedgerBatch(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{
    m_exchanges.reset(new Insert {*m_connection, u"exchanges"_s, ledger::ExchangeColumns, {}, {}});
    m_attempts.reset(new Insert {*m_connection, u"attempts"_s, ledger::AttemptColumns, {}, {}});
}

LedgerBatch::~LedgerBatch() = default;

Result<void> LedgerBatch::loadProviders()
{
    const Result<QVariant> revision = m_connection->single(u"SELECT revision FROM configuration_state WHERE id = 1"_s);
    if (!revision)
        return revision.error();
    if (revision->toLongLong() == m_providersRevision)
        return {};
    Result<QSqlQuery> rows = m_connection->query(u"SELECT id, provider_id FROM channels"_s);
    if (!rows)
        return rows.error();
    m_providers.clear();
    while (rows->next())
        m_providers.insert(rows->value(0).toString(), rows->value(1).toString());
    m_providersRevision = revision->toLongLong();
    return {};
}

Result<QSet<QString>> LedgerBatch::known(std::span<const ExchangeRecord> exchanges) const
{
    QSet<QString> ids;
    for (size_t begin = 0; begin < exchanges.size(); begin += IdsAtOnce) {
        const auto part = exchanges.subspan(begin, std::min(size_t(IdsAtOnce), exchanges.size() - begin));
        QVariantList values;
        for (const ExchangeRecord &exchange : part)
            values.append(exchange.id);
        Result<QSqlQuery> rows = m_connection->query(
            u"SELECT id FROM exchanges WHERE id IN (%1)"_s.arg(QStringList(values.size(), u"?"_s).join(u',')), values);
        if (!rows)
            return rows.error();
        while (rows->next())
            ids.insert(rows->value(0).toString());
    }
    return ids;
}

Result<void> LedgerBatch::insert(const std::vector<const ExchangeRecord *> &exchanges)
{
    const Result<QVariant> last = m_connection->single(u"SELECT coalesce(max(seq), 0) FROM exchanges"_s);
    if (!last)
        return last.error();
    const qint64 first = last->toLongLong() + 1;
    if (Result<void> done = m_exchanges->write(
            exchanges.size(),
            [&](QVariantList &row, size_t i) { ledger::append(row, first + qint64(i), *exchanges[i]); });
        !done)
        return done;

    struct Line {
        qint64 seq;
        const AttemptRecord *attempt;
    };
    std::vector<Line> attempts;
    attempts.reserve(exchanges.size());
    for (size_t i = 0; i < exchanges.size(); ++i) {
        for (const AttemptRecord &attempt : exchanges[i]->attempts)
            attempts.push_back({first + qint64(i), &attempt});
    }
    if (Result<void> done =
            m_attempts->write(attempts.size(),
                              [&](QVariantList &row, size_t i) {
                                  const AttemptRecord &attempt = *attempts[i].attempt;
                                  // Built-in models have no row in channels: their channel names them.
                                  const auto provider = m_providers.constFind(attempt.channel);
                                  ledger::append(row, attempts[i].seq, attempt,
                                                 provider == m_providers.cend() ? attempt.channel : *provider);
                              });
        !done)
        return done;
    for (size_t i = 0; i < exchanges.size(); ++i) {
        const ExchangeRecord &exchange = *exchanges[i];
        if (exchange.requestContent.isEmpty() && exchange.answerContent.isEmpty())
            continue;
        const auto bytes = [](const QByteArray &content) { return content.isNull() ? QByteArray("") : content; };
        if (Result<void> done =
                m_connection->run(u"INSERT INTO contents (exchange_seq, request, answer) VALUES (?, ?, ?)"_s,
                                  {first + qint64(i), bytes(exchange.requestContent), bytes(exchange.answerContent)});
            !done)
            return done;
    }
    return {};
}

Result<UsageTotals> LedgerBatch::write(std::span<const ExchangeRecord> exchanges, WallTime now, bool repeated)
{
    Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(*m_connection, Transaction::Mode::Write);
    if (!transaction)
        return transaction.error();
    if (m_connection->isPostgres()) {
        // Replicas write one after the other, so that sequence numbers grow in the order in which rows become visible:
        // who follows the log by number misses nothing. It also rules out deadlocks between counters.
        if (Result<void> alone = m_connection->run(u"SELECT pg_advisory_xact_lock(%1)"_s.arg(LedgerLock)); !alone)
            return alone.error();
    }
    if (Result<void> loaded = loadProviders(); !loaded)
        return loaded.error();
    QSet<QString> seen;
    if (repeated) {
        Result<QSet<QString>> ids = known(exchanges);
        if (!ids)
            return ids.error();
        seen = std::move(*ids);
    }
    std::vector<const ExchangeRecord *> fresh;
    fresh.reserve(exchanges.size());
    UsageDelta delta;
    UsageRollup rollup;
    for (const ExchangeRecord &exchange : exchanges) {
        if (repeated) {
            if (seen.contains(exchange.id))
                continue;
            seen.insert(exchange.id);
        }
        fresh.push_back(&exchange);
        delta.add(exchange);
        rollup.add(exchange, m_providers);
    }
    if (Result<void> inserted = insert(fresh); !inserted)
        return inserted.error();
    if (Result<void> settled = delta.settle(*m_connection); !settled)
        return settled.error();
    if (Result<void> settled = rollup.settle(*m_connection); !settled)
        return settled.error();
    const QStringList keys = delta.keyIds();
    const QStringList channels = delta.channels();
    Result<UsageTotals> totals = readTotals(*m_connection, keys, channels, now);
    if (!totals)
        return totals.error();
    delta.note(*totals);
    if (minuteNumber(now) != m_purgedMinute) {
        if (Result<void> purged = purgeMinutes(*m_connection, now); !purged)
            return purged.error();
    }
    if (!keys.isEmpty() || !channels.isEmpty()) {
        if (Result<void> told = announceUsage(*m_connection, keys, channels); !told)
            return told.error();
    }
    if (Result<void> committed = (*transaction)->commit(); !committed)
        return committed.error();
    m_purgedMinute = minuteNumber(now);
    return totals;
}

} // namespace understudy
