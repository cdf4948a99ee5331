// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerReader.h"

#include "storage/LedgerJournal.h"
#include "storage/LedgerRows.h"
#include "storage/LogFilterSql.h"
#include "storage/UsageReader.h"

#include <limits>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr WallTime Ever = WallTime(Milliseconds(0)); ///< before the first row
constexpr WallTime Never = WallTime(Milliseconds(std::numeric_limits<qint64>::max() / 3'600'000 * 3'600'000));

} // namespace

LedgerReader::LedgerReader(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{
}

Result<std::unique_ptr<LedgerReader>> LedgerReader::open(const Database &database)
{
    Result<std::unique_ptr<Connection>> connection = database.connect(Database::Access::ReadOnly);
    if (!connection)
        return connection.error();
    return std::unique_ptr<LedgerReader>(new LedgerReader(std::move(*connection)));
}

Result<UsageSummary> LedgerReader::usage(const UsageQuery &query) const
{
    UsageReportQuery span;
    span.edges = {query.since.value_or(Ever), query.until.value_or(Never)};
    span.keyId = query.keyId;
    if (span.edges.first() >= span.edges.last())
        return UsageSummary();
    const Result<UsageReport> cells = report(span);
    if (!cells)
        return cells.error();
    return summaryOf(*cells);
}

Result<UsageReport> LedgerReader::report(const UsageReportQuery &query) const
{
    // One state of the database for all tables, so that the sums agree.
    const Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(*m_connection, Transaction::Mode::Read);
    if (!transaction)
        return transaction.error();
    return readUsageReport(*m_connection, query);
}

Result<QList<ExchangeRecord>> LedgerReader::rows(const QString &condition, const QVariantList &values, bool contents) const
{
    const Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(*m_connection, Transaction::Mode::Read);
    if (!transaction)
        return transaction.error();
    QList<ExchangeRecord> exchanges;
    QList<qint64> numbers;
    {
        Result<QSqlQuery> found =
            m_connection->query(u"SELECT %1 FROM exchanges e %2"_s.arg(ledger::ExchangeColumns.join(u", "_s), condition), values);
        if (!found)
            return found.error();
        while (found->next()) {
            numbers.append(found->value(0).toLongLong());
            exchanges.append(ledger::exchangeFrom(*found));
        }
        if (found->lastError().isValid())
            return toError(found->lastError(), m_connection->location());
    }
    QHash<qint64, ExchangeRecord *> bySeq;
    for (qsizetype i = 0; i < exchanges.size(); ++i)
        bySeq.insert(numbers[i], &exchanges[i]);
    if (Result<void> filled = ledger::readAttempts(*m_connection, bySeq, contents); !filled)
        return filled.error();
    return exchanges;
}

Result<QList<ExchangeRecord>> LedgerReader::exchanges(const PageQuery &query) const
{
    QStringList parts;
    QVariantList values;
    const bool byTime = query.order == PageQuery::Order::Time;
    if (query.since) {
        parts.append(u"time_ms >= ?"_s);
        values.append(qint64(query.since->time_since_epoch().count()));
    }
    if (!query.keyId.isEmpty()) {
        parts.append(u"key_id = ?"_s);
        values.append(query.keyId);
    }
    if (!query.after.isEmpty()) {
        Result<QSqlQuery> last = m_connection->query(u"SELECT seq, time_ms FROM exchanges WHERE id = ?"_s, {query.after});
        if (!last)
            return last.error();
        if (!last->next())
            return Error {ErrorKind::NotFound, u"There is no request with this id in the ledger."_s, query.after};
        if (byTime) {
            parts.append(u"time_ms >= ? AND (time_ms > ? OR id > ?)"_s); // the first lets the index begin there
            values << last->value(1) << last->value(1) << query.after;
        } else {
            parts.append(u"seq > ?"_s);
            values << last->value(0);
        }
    }
    if (const SqlCondition filter = toSql(query.filter, m_connection->engine()); !filter.text.isEmpty()) {
        parts.append(filter.text);
        values += filter.values;
    }
    const QString where = parts.isEmpty() ? QString() : u"WHERE "_s + parts.join(u" AND "_s);
    return rows(
        u"%1 ORDER BY %2 LIMIT %3"_s.arg(where, byTime ? u"time_ms, id"_s : u"seq"_s).arg(std::clamp(query.limit, 1, MaxPage)),
        values);
}

Result<ExchangeRecord> LedgerReader::exchange(const QString &id) const
{
    Result<QList<ExchangeRecord>> found = rows(u"WHERE id = ?"_s, {id});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return Error {ErrorKind::NotFound, u"There is no request with this id in the ledger."_s, id};
    return found->first();
}

Result<QList<ExchangeRecord>> LedgerReader::newest(int limit) const
{
    Result<QList<ExchangeRecord>> found = rows(u"ORDER BY seq DESC LIMIT %1"_s.arg(std::clamp(limit, 1, MaxPage)), {});
    if (found)
        std::reverse(found->begin(), found->end());
    return found;
}

Result<QString> LedgerReader::keyIdOf(const QString &keyName) const
{
    const Result<QVariant> id =
        m_connection->single(u"SELECT key_id FROM exchanges WHERE key_name = ? ORDER BY seq DESC LIMIT 1"_s, {keyName});
    if (!id)
        return id.error();
    return id->toString();
}

Result<qint64> LedgerReader::journaled() const
{
    const Result<LedgerBacklog> waiting = LedgerJournal(*m_connection).waiting();
    if (!waiting)
        return waiting.error();
    return waiting->exchanges;
}

Result<UsageTotals> LedgerReader::totals(WallTime now) const { return readTotals(*m_connection, now); }

} // namespace understudy
