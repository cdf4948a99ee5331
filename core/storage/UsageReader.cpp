// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/UsageReader.h"

#include "domain/LatencyScale.h"
#include "storage/UsageRollup.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Hour = 3'600'000; ///< ms

/// A span of time that one table answers: [from, to) in hours or milliseconds.
struct Span {
    qint64 from = 0;
    qint64 to = 0;
    bool isEmpty() const { return from >= to; }
};

struct Spans {
    Span hours;
    QList<Span> milliseconds;
};

Spans split(WallTime from, WallTime to)
{
    const qint64 begin = from.time_since_epoch().count();
    const qint64 end = to.time_since_epoch().count();
    const auto floor = [](qint64 ms) { return ms >= 0 ? ms / Hour : -((-ms + Hour - 1) / Hour); };
    Spans spans;
    spans.hours = {floor(begin + Hour - 1), floor(end)};
    if (spans.hours.isEmpty()) {
        spans.hours = {};
        spans.milliseconds = {{begin, end}};
        return spans;
    }
    spans.milliseconds = {{begin, spans.hours.from * Hour}, {spans.hours.to * Hour, end}};
    spans.milliseconds.removeIf([](const Span &span) { return span.isEmpty(); });
    return spans;
}

/// PostgreSQL's sum of bigint is numeric, which Qt gives as a double; the cast keeps it exact.
QString sum(const QString &expression) { return u"CAST(coalesce(sum(%1), 0) AS BIGINT)"_s.arg(expression); }

QString sums(const QStringList &columns)
{
    QStringList parts;
    for (const QString &column : columns)
        parts.append(sum(column));
    return parts.join(u", "_s);
}

const QStringList Tokens = u"prompt_tokens completion_tokens total_tokens reasoning_tokens cached_tokens"_s.split(u' ');

QString totalOf(const QString &alias)
{
    return u"coalesce(%1.total_tokens, coalesce(%1.prompt_tokens, 0) + coalesce(%1.completion_tokens, 0))"_s.arg(alias);
}

QStringList tokensOf(const QString &alias)
{
    QStringList columns;
    for (const QString &token : Tokens)
        columns.append(token == "total_tokens"_L1 ? totalOf(alias) : alias + u'.' + token);
    return columns;
}

/// One of the questions, prepared once and asked for each slot.
class Question final {
public:
    Question(const Connection &connection, const UsageReportQuery &query) : m_connection(connection), m_query(query) {}

    /// `sql` has %1 for the conditions; `columns`: key, channel, model as they are called there.
    Result<QSqlQuery *> ask(const QString &sql, const QString &time, const QStringList &columns, const Span &span)
    {
        if (!m_prepared) {
            QStringList conditions{time + u" >= ?"_s, time + u" < ?"_s};
            const QStringList wanted{m_query.keyId, m_query.channel, m_query.model};
            for (qsizetype i = 0; i < wanted.size(); ++i) {
                if (wanted[i].isEmpty())
                    continue;
                conditions.append(columns[i] + u" = ?"_s);
                m_values.append(wanted[i]);
            }
            Result<QSqlQuery> prepared = m_connection.prepare(sql.arg(conditions.join(u" AND "_s)));
            if (!prepared)
                return prepared.error();
            m_prepared = std::move(*prepared);
            m_prepared->setForwardOnly(true);
        }
        m_prepared->bindValue(0, span.from);
        m_prepared->bindValue(1, span.to);
        for (qsizetype i = 0; i < m_values.size(); ++i)
            m_prepared->bindValue(int(i) + 2, m_values[i]);
        if (Result<void> done = m_connection.execute(*m_prepared); !done)
            return done.error();
        return &*m_prepared;
    }

private:
    const Connection &m_connection;
    const UsageReportQuery &m_query;
    std::optional<QSqlQuery> m_prepared;
    QStringList m_values;
};

TokenKinds tokensFrom(const QSqlQuery &row, int at)
{
    return {row.value(at).toLongLong(), row.value(at + 1).toLongLong(), row.value(at + 2).toLongLong(), row.value(at + 3).toLongLong(), row.value(at + 4).toLongLong()};
}

class Reading final {
public:
    Reading(const Connection &connection, UsageReport &report)
        : m_report(report), m_attempts(connection, report.query), m_requests(connection, report.query), m_latencies(connection, report.query),
          m_rawAttempts(connection, report.query), m_rawRequests(connection, report.query), m_rawLatencies(connection, report.query)
    {
    }

    Result<void> slot(int number, WallTime from, WallTime to)
    {
        m_slot = number;
        const Spans spans = split(from, to);
        if (!spans.hours.isEmpty()) {
            if (Result<void> done = readHours(spans.hours); !done)
                return done;
        }
        for (const Span &span : spans.milliseconds) {
            if (Result<void> done = readRows(span); !done)
                return done;
        }
        return {};
    }

private:
    Result<void> readHours(const Span &span)
    {
        static const QStringList places{u"key_id"_s, u"channel"_s, u"model"_s};
        if (Result<void> done = takeAttempts(m_attempts.ask(u"SELECT key_id, channel, model, provider, outcome, %2 FROM usage_attempts WHERE %1 "
                                                            "GROUP BY key_id, channel, model, provider, outcome"_s.arg(u"%1"_s,
                                                                sums(QStringList{u"attempts"_s, u"unknown_attempts"_s, u"estimated_attempts"_s} + Tokens)),
                                                            u"hour"_s, places, span));
            !done)
            return done;
        if (Result<void> done = takeRequests(m_requests.ask(u"SELECT key_id, channel, model, ending, %2 FROM usage_requests WHERE %1 "
                                                            "GROUP BY key_id, channel, model, ending"_s.arg(u"%1"_s,
                                                                sums(QStringList{u"requests"_s} + Tokens + QStringList{u"free_tokens"_s, u"duration_ms"_s, u"added_ms"_s})),
                                                            u"hour"_s, places, span));
            !done)
            return done;
        Result<QSqlQuery *> rows = m_latencies.ask(u"SELECT channel, bucket, %2 FROM usage_latency WHERE %1 GROUP BY channel, bucket"_s.arg(
                                                       u"%1"_s, sums({u"answers"_s, u"first_outputs"_s})),
                                                   u"hour"_s, places, span);
        if (!rows)
            return rows.error();
        while ((*rows)->next())
            m_report.latencies.append({m_slot, (*rows)->value(0).toString(), (*rows)->value(1).toInt(), (*rows)->value(2).toLongLong(), (*rows)->value(3).toLongLong()});
        return {};
    }

    Result<void> readRows(const Span &span)
    {
        static const QStringList attempt{u"e.key_id"_s, u"a.channel"_s, u"a.model"_s};
        static const QStringList request{u"e.key_id"_s, u"e.served_channel"_s, u"e.served_model"_s};
        const QString counts = sums(QStringList{u"1"_s, u"CASE WHEN a.provenance = 'unknown' THEN 1 END"_s, u"CASE WHEN a.provenance = 'estimated' AND %1 > 0 THEN 1 END"_s.arg(totalOf(u"a"_s))}
                                    + tokensOf(u"a"_s));
        if (Result<void> done = takeAttempts(m_rawAttempts.ask(u"SELECT e.key_id, a.channel, a.model, a.provider, a.outcome, %2 FROM exchanges e "
                                                               "JOIN attempts a ON a.exchange_seq = e.seq WHERE %1 AND e.kind <> 'drill' "
                                                               "GROUP BY e.key_id, a.channel, a.model, a.provider, a.outcome"_s.arg(u"%1"_s, counts),
                                                               u"e.time_ms"_s, attempt, span));
            !done)
            return done;
        // What the attempts before the last one took is what they added.
        const QString started = u"(SELECT a.started_ms FROM attempts a WHERE a.exchange_seq = e.seq ORDER BY a.idx %1 LIMIT 1)"_s;
        const QString added = u"coalesce(%1 - %2, 0)"_s.arg(started.arg(u"DESC"_s), started.arg(u"ASC"_s));
        const QString free = u"CASE WHEN e.served_built_in = 1 AND e.ending IN ('first_try', 'after_retry', 'after_backup') THEN %1 END"_s.arg(totalOf(u"e"_s));
        if (Result<void> done = takeRequests(m_rawRequests.ask(
                u"SELECT e.key_id, e.served_channel, e.served_model, e.ending, %2 FROM exchanges e WHERE %1 AND e.kind <> 'drill' "
                "GROUP BY e.key_id, e.served_channel, e.served_model, e.ending"_s.arg(
                    u"%1"_s, sums(QStringList{u"1"_s} + tokensOf(u"e"_s) + QStringList{free, u"e.duration_ms"_s, added})),
                u"e.time_ms"_s, request, span));
            !done)
            return done;
        Result<QSqlQuery *> rows = m_rawLatencies.ask(u"SELECT a.channel, a.ended_ms - a.started_ms, a.first_output_ms - a.started_ms FROM exchanges e "
                                                      "JOIN attempts a ON a.exchange_seq = e.seq WHERE %1 AND e.kind <> 'drill' AND a.outcome = 'answered'"_s,
                                                      u"e.time_ms"_s, attempt, span);
        if (!rows)
            return rows.error();
        QHash<QPair<QString, int>, QPair<qint64, qint64>> counted;
        while ((*rows)->next()) {
            const QString channel = (*rows)->value(0).toString();
            ++counted[{channel, latency::bucketOf((*rows)->value(1).toLongLong())}].first;
            if (const QVariant first = (*rows)->value(2); !first.isNull())
                ++counted[{channel, latency::bucketOf(first.toLongLong())}].second;
        }
        for (auto it = counted.cbegin(); it != counted.cend(); ++it)
            m_report.latencies.append({m_slot, it.key().first, it.key().second, it->first, it->second});
        return {};
    }

    Result<void> takeAttempts(const Result<QSqlQuery *> &rows)
    {
        if (!rows)
            return rows.error();
        QSqlQuery &row = **rows;
        while (row.next())
            m_report.attempts.append({m_slot, row.value(0).toString(), row.value(1).toString(), row.value(2).toString(), row.value(3).toString(),
                                      outcomeFromWord(row.value(4).toString()).value_or(Outcome::Broken), row.value(5).toLongLong(), row.value(6).toLongLong(),
                                      row.value(7).toLongLong(), tokensFrom(row, 8)});
        return {};
    }

    Result<void> takeRequests(const Result<QSqlQuery *> &rows)
    {
        if (!rows)
            return rows.error();
        QSqlQuery &row = **rows;
        while (row.next())
            m_report.requests.append({m_slot, row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                                      endingFromWord(row.value(3).toString()).value_or(Ending::Failed), row.value(4).toLongLong(), tokensFrom(row, 5),
                                      row.value(10).toLongLong(), row.value(11).toLongLong(), row.value(12).toLongLong()});
        return {};
    }

    UsageReport &m_report;
    int m_slot = 0;
    Question m_attempts, m_requests, m_latencies, m_rawAttempts, m_rawRequests, m_rawLatencies;
};

Result<void> readNames(const Connection &connection, UsageReport &report)
{
    QSet<QString> wanted;
    for (const RequestCell &cell : std::as_const(report.requests))
        wanted.insert(cell.keyId);
    for (const AttemptCell &cell : std::as_const(report.attempts))
        wanted.insert(cell.keyId);
    Result<QSqlQuery> names = connection.query(u"SELECT id, name FROM gateway_keys"_s);
    if (!names)
        return names.error();
    while (names->next()) {
        if (wanted.remove(names->value(0).toString()))
            report.keyNames.insert(names->value(0).toString(), names->value(1).toString());
    }
    for (const QString &id : std::as_const(wanted)) {
        Result<QSqlQuery> last = connection.query(u"SELECT key_name FROM exchanges WHERE key_id = ? ORDER BY time_ms DESC LIMIT 1"_s, {id.isNull() ? u""_s : id});
        if (!last)
            return last.error();
        if (last->next())
            report.keyNames.insert(id, last->value(0).toString());
    }
    return {};
}

} // namespace

Result<UsageReport> readUsageReport(const Connection &connection, const UsageReportQuery &query)
{
    if (query.edges.size() < 2 || !std::is_sorted(query.edges.begin(), query.edges.end(), std::less_equal<>()))
        return Error{ErrorKind::Invalid, u"A report needs a begin and an end, in this order."_s, u"edges"_s};
    UsageReport report;
    report.query = query;
    {
        Reading reading(connection, report);
        for (int slot = 0; slot < report.slotCount(); ++slot) {
            if (Result<void> done = reading.slot(slot, query.edges[slot], query.edges[slot + 1]); !done)
                return done.error();
        }
    }
    if (Result<void> named = readNames(connection, report); !named)
        return named.error();
    return report;
}

} // namespace understudy
