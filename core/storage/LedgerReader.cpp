// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerReader.h"

#include "storage/LedgerRows.h"
#include "storage/LogFilterSql.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Condition {
    QStringList parts {u"e.kind <> 'drill'"_s};
    QVariantList values;
    void add(const QString &part, const QVariant &value)
    {
        parts.append(part);
        values.append(value);
    }
    QString text() const { return parts.join(u" AND "_s); }
};

Condition conditionOf(const UsageQuery &query)
{
    Condition condition;
    if (query.since)
        condition.add(u"e.time_ms >= ?"_s, qint64(query.since->time_since_epoch().count()));
    if (query.until)
        condition.add(u"e.time_ms < ?"_s, qint64(query.until->time_since_epoch().count()));
    if (!query.keyId.isEmpty())
        condition.add(u"e.key_id = ?"_s, query.keyId);
    return condition;
}

/// As Usage::total(): NULL when nothing is known.
QString totalOf(const QString &alias)
{
    return u"coalesce(%1.total_tokens, CASE WHEN %1.prompt_tokens IS NULL AND %1.completion_tokens IS NULL THEN NULL "
           "ELSE coalesce(%1.prompt_tokens, 0) + coalesce(%1.completion_tokens, 0) END)"_s.arg(alias);
}

/// PostgreSQL's sum of bigint is numeric, which Qt gives as a double; the cast keeps it exact.
QString sum(const QString &expression) { return u"CAST(coalesce(sum(%1), 0) AS BIGINT)"_s.arg(expression); }

Result<QList<KeyUsage>> usageByKey(const Connection &connection, const Condition &condition)
{
    const auto answered = [](const QString &value) {
        return sum(u"CASE WHEN e.kind = 'live' AND e.status = 'answered' THEN %1 END"_s.arg(value));
    };
    const QString sql =
        u"SELECT e.key_id, coalesce(max(k.name), max(e.key_name)), count(*), %1, %2, %3, %4 FROM exchanges e "
        "LEFT JOIN gateway_keys k ON k.id = e.key_id WHERE %5 GROUP BY e.key_id ORDER BY 2, 1"_s.arg(
            answered(u"e.prompt_tokens"_s), answered(u"e.completion_tokens"_s), answered(totalOf(u"e"_s)),
            sum(u"CASE WHEN e.kind = 'live' AND e.status = 'answered' AND e.served_built_in = 1 THEN %1 END"_s.arg(
                totalOf(u"e"_s))),
            condition.text());
    Result<QSqlQuery> rows = connection.query(sql, condition.values);
    if (!rows)
        return rows.error();
    QList<KeyUsage> list;
    while (rows->next())
        list.append({rows->value(0).toString(),
                     rows->value(1).toString(),
                     rows->value(2).toLongLong(),
                     {rows->value(3).toLongLong(), rows->value(4).toLongLong(), rows->value(5).toLongLong()},
                     rows->value(6).toLongLong()});
    if (rows->lastError().isValid())
        return toError(rows->lastError(), connection.location());
    return list;
}

Result<QList<ProviderUsage>> usageByProvider(const Connection &connection, const Condition &condition)
{
    const QString sql =
        u"SELECT a.provider, count(*), %1, %2, %3, %4, %5 FROM attempts a JOIN exchanges e ON e.seq = a.exchange_seq "
        "WHERE %6 GROUP BY a.provider ORDER BY a.provider"_s.arg(
            sum(u"CASE WHEN a.outcome NOT IN ('answered', 'client_gone') THEN 1 END"_s),
            sum(u"CASE WHEN a.provenance = 'unknown' THEN 1 END"_s), sum(u"a.prompt_tokens"_s), sum(u"a.completion_tokens"_s),
            sum(totalOf(u"a"_s)), condition.text());
    Result<QSqlQuery> rows = connection.query(sql, condition.values);
    if (!rows)
        return rows.error();
    QList<ProviderUsage> list;
    while (rows->next())
        list.append({rows->value(0).toString(),
                     rows->value(1).toLongLong(),
                     rows->value(2).toLongLong(),
                     rows->value(3).toLongLong(),
                     {rows->value(4).toLongLong(), rows->value(5).toLongLong(), rows->value(6).toLongLong()}});
    if (rows->lastError().isValid())
        return toError(rows->lastError(), connection.location());
    return list;
}

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
    // One state of the database for both tables, so that the sums agree.
    const Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(*m_connection, Transaction::Mode::Read);
    if (!transaction)
        return transaction.error();
    const Condition condition = conditionOf(query);
    Result<QList<KeyUsage>> byKey = usageByKey(*m_connection, condition);
    if (!byKey)
        return byKey.error();
    Result<QList<ProviderUsage>> byProvider = usageByProvider(*m_connection, condition);
    if (!byProvider)
        return byProvider.error();
    UsageSummary summary;
    summary.byKey = std::move(*byKey);
    summary.byProvider = std::move(*byProvider);
    for (const KeyUsage &key : summary.byKey) {
        summary.requests += key.requests;
        summary.tokens.prompt += key.tokens.prompt;
        summary.tokens.completion += key.tokens.completion;
        summary.tokens.total += key.tokens.total;
        summary.freeTokensUsed += key.freeTokensUsed;
    }
    for (const ProviderUsage &provider : summary.byProvider) {
        summary.failedAttempts += provider.failedAttempts;
        summary.unknownAttempts += provider.unknownAttempts;
    }
    return summary;
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

Result<UsageTotals> LedgerReader::totals(WallTime now) const { return readTotals(*m_connection, now); }

} // namespace understudy
