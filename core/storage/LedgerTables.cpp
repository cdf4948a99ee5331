// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerTables.h"

#include "storage/LedgerRows.h"
#include "storage/UsageRollup.h"

#include <QSet>

#include <span>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int PostgresRows = 32; ///< in one INSERT: each statement is a round trip
constexpr size_t IdsAtOnce = 400;

QString insertSql(const QString &table, const QStringList &columns, int rows)
{
    const QString one = u'(' + QStringList(columns.size(), u"?"_s).join(u',') + u')';
    return u"INSERT INTO %1 (%2) VALUES %3"_s.arg(table, columns.join(u','), QStringList(rows, one).join(u','));
}

} // namespace

/// One table. PostgreSQL takes many rows in one statement. SQLite takes one row a statement but whole columns at once
/// (execBatch): binding place by place makes Qt build a name (":17") for each value.
struct LedgerTables::Insert {
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

LedgerTables::LedgerTables(const Connection &connection)
    : m_connection(connection)
    , m_exchanges(new Insert {connection, u"exchanges"_s, ledger::ExchangeColumns, {}, {}})
    , m_attempts(new Insert {connection, u"attempts"_s, ledger::AttemptColumns, {}, {}})
{
}

LedgerTables::~LedgerTables() = default;

Result<void> LedgerTables::loadProviders()
{
    const Result<QVariant> revision = m_connection.single(u"SELECT revision FROM configuration_state WHERE id = 1"_s);
    if (!revision)
        return revision.error();
    if (revision->toLongLong() == m_providersRevision)
        return {};
    Result<QSqlQuery> rows = m_connection.query(u"SELECT id, provider_id FROM channels"_s);
    if (!rows)
        return rows.error();
    m_providers.clear();
    while (rows->next())
        m_providers.insert(rows->value(0).toString(), rows->value(1).toString());
    m_providersRevision = revision->toLongLong();
    return {};
}

Result<LedgerTables::Exchanges> LedgerTables::unknown(const Exchanges &exchanges) const
{
    QSet<QString> ids;
    for (size_t begin = 0; begin < exchanges.size(); begin += IdsAtOnce) {
        const auto part = std::span(exchanges).subspan(begin, std::min(IdsAtOnce, exchanges.size() - begin));
        QVariantList values;
        for (const ExchangeRecord *exchange : part)
            values.append(exchange->id);
        Result<QSqlQuery> rows = m_connection.query(
            u"SELECT id FROM exchanges WHERE id IN (%1)"_s.arg(QStringList(values.size(), u"?"_s).join(u',')), values);
        if (!rows)
            return rows.error();
        while (rows->next())
            ids.insert(rows->value(0).toString());
    }
    Exchanges fresh;
    for (const ExchangeRecord *exchange : exchanges) {
        if (ids.contains(exchange->id))
            continue;
        ids.insert(exchange->id);
        fresh.push_back(exchange);
    }
    return fresh;
}

Result<void> LedgerTables::insertRows(const Exchanges &exchanges)
{
    const Result<QVariant> last = m_connection.single(u"SELECT coalesce(max(seq), 0) FROM exchanges"_s);
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
                m_connection.run(u"INSERT INTO contents (exchange_seq, request, answer) VALUES (?, ?, ?)"_s,
                                  {first + qint64(i), bytes(exchange.requestContent), bytes(exchange.answerContent)});
            !done)
            return done;
    }
    return {};
}

/// Halves what the database refuses until the rows that it will never take stand alone.
Result<void> LedgerTables::insertWhatFits(const Exchanges &exchanges, Inserted &done)
{
    if (exchanges.empty())
        return {};
    if (Result<void> marked = m_connection.run(u"SAVEPOINT fitting"_s); !marked)
        return marked;
    Result<void> inserted = insertRows(exchanges);
    if (inserted) {
        done.rows.insert(done.rows.end(), exchanges.begin(), exchanges.end());
        return m_connection.run(u"RELEASE SAVEPOINT fitting"_s);
    }
    const bool impossible = inserted.error().kind == ErrorKind::Conflict || inserted.error().kind == ErrorKind::Invalid;
    if (!impossible)
        return inserted;
    for (const QString &undo : {u"ROLLBACK TO SAVEPOINT fitting"_s, u"RELEASE SAVEPOINT fitting"_s}) {
        if (Result<void> undone = m_connection.run(undo); !undone)
            return undone;
    }
    const Result<Exchanges> fresh = unknown(exchanges);
    if (!fresh)
        return fresh.error();
    if (fresh->size() < exchanges.size())
        return insertWhatFits(*fresh, done);
    if (exchanges.size() == 1) {
        ++done.refused;
        done.refusal = inserted.error();
        return {};
    }
    const auto half = exchanges.begin() + ptrdiff_t(exchanges.size() / 2);
    if (Result<void> first = insertWhatFits(Exchanges(exchanges.begin(), half), done); !first)
        return first;
    return insertWhatFits(Exchanges(half, exchanges.end()), done);
}

Result<LedgerTables::Inserted> LedgerTables::insert(const Exchanges &exchanges)
{
    if (Result<void> loaded = loadProviders(); !loaded)
        return loaded.error();
    Inserted done;
    if (Result<void> inserted = insertWhatFits(exchanges, done); !inserted)
        return inserted.error();
    UsageRollup rollup;
    for (const ExchangeRecord *exchange : done.rows)
        rollup.add(*exchange, m_providers);
    if (Result<void> settled = rollup.settle(m_connection); !settled)
        return settled.error();
    return done;
}

} // namespace understudy
