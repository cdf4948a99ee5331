// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/UsageRollup.h"

#include "domain/LatencyScale.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// Adds rows to a table of sums: `rows` are keys and then sums, in the order of the columns.
Result<void> addRows(const Connection &connection, const QString &table, const QStringList &keys, const QStringList &sums, const QList<QVariantList> &rows)
{
    if (rows.isEmpty())
        return {};
    const QStringList columns = keys + sums;
    QStringList additions;
    for (const QString &sum : sums)
        additions.append(u"%1 = %2.%1 + excluded.%1"_s.arg(sum, table));
    Result<QSqlQuery> query = connection.prepare(
        u"INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT (%4) DO UPDATE SET %5"_s.arg(table, columns.join(u", "_s),
            QStringList(columns.size(), u"?"_s).join(u", "_s), keys.join(u", "_s), additions.join(u", "_s)));
    if (!query)
        return query.error();
    for (const QVariantList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            query->bindValue(int(i), row[i]);
        if (Result<void> done = connection.execute(*query); !done)
            return done;
    }
    return {};
}

/// A null string would be NULL.
QString text(const QString &value) { return value.isNull() ? u""_s : value; }

QVariantList place(qint64 hour, const QString &key, const QString &channel, const QString &model) { return {hour, text(key), text(channel), text(model)}; }

void addTokens(std::array<qint64, 9> &sums, size_t at, const Usage &usage)
{
    const TokenKinds tokens = TokenKinds::of(usage);
    for (const qint64 part : {tokens.prompt, tokens.completion, tokens.total, tokens.reasoning, tokens.cached})
        sums[at++] += part;
}

} // namespace

qint64 hourNumber(WallTime time) { return std::chrono::floor<std::chrono::hours>(time).time_since_epoch().count(); }

void UsageRollup::add(const ExchangeRecord &exchange, const QHash<QString, QString> &providers)
{
    if (exchange.kind == ExchangeKind::Drill)
        return;
    const qint64 hour = hourNumber(exchange.time);
    const Ending ending = endingOf(exchange);
    Sums &request = m_requests[{hour, exchange.keyId, exchange.servedChannel, exchange.servedModel, int(ending)}];
    request[0] += 1;
    addTokens(request, 1, exchange.usage);
    request[6] += exchange.servedBuiltIn && isAnswer(ending) ? exchange.usage.total().value_or(0) : 0;
    request[7] += exchange.durationMs;
    request[8] += addedDelay(exchange);
    for (const AttemptRecord &attempt : exchange.attempts) {
        Sums &sums = m_attempts[{hour, exchange.keyId, attempt.channel, attempt.model, providers.value(attempt.channel, attempt.channel), int(attempt.outcome)}];
        sums[0] += 1;
        sums[1] += attempt.provenance == Provenance::Unknown;
        // That a refused connection used nothing is known, whatever the row calls it: it makes no sum an estimate.
        sums[2] += attempt.provenance == Provenance::Estimated && attempt.usage.total().value_or(0) > 0;
        addTokens(sums, 3, attempt.usage);
        if (attempt.outcome != Outcome::Answered)
            continue;
        ++m_latency[{hour, exchange.keyId, attempt.channel, attempt.model, latency::bucketOf(attempt.endedMs - attempt.startedMs)}][0];
        if (attempt.firstOutputMs)
            ++m_latency[{hour, exchange.keyId, attempt.channel, attempt.model, latency::bucketOf(*attempt.firstOutputMs - attempt.startedMs)}][1];
    }
}

Result<void> UsageRollup::settle(const Connection &connection) const
{
    static const QStringList tokens = u"prompt_tokens completion_tokens total_tokens reasoning_tokens cached_tokens"_s.split(u' ');
    static const QStringList places = u"hour key_id channel model"_s.split(u' ');
    const auto append = [](QVariantList &row, const Sums &sums, size_t count) {
        for (size_t i = 0; i < count; ++i)
            row.append(sums[i]);
    };

    QList<QVariantList> rows;
    for (const auto &[key, sums] : m_attempts) {
        const auto &[hour, keyId, channel, model, provider, outcome] = key;
        QVariantList row = place(hour, keyId, channel, model);
        row << text(provider) << QString(word(Outcome(outcome)));
        append(row, sums, 8);
        rows.append(row);
    }
    if (Result<void> done = addRows(connection, u"usage_attempts"_s, places + QStringList{u"provider"_s, u"outcome"_s},
                                    QStringList{u"attempts"_s, u"unknown_attempts"_s, u"estimated_attempts"_s} + tokens, rows);
        !done)
        return done;

    rows.clear();
    for (const auto &[key, sums] : m_requests) {
        const auto &[hour, keyId, channel, model, ending] = key;
        QVariantList row = place(hour, keyId, channel, model);
        row << QString(word(Ending(ending)));
        append(row, sums, 9);
        rows.append(row);
    }
    if (Result<void> done = addRows(connection, u"usage_requests"_s, places + QStringList{u"ending"_s},
                                    QStringList{u"requests"_s} + tokens + QStringList{u"free_tokens"_s, u"duration_ms"_s, u"added_ms"_s}, rows);
        !done)
        return done;

    rows.clear();
    for (const auto &[key, sums] : m_latency) {
        const auto &[hour, keyId, channel, model, bucket] = key;
        QVariantList row = place(hour, keyId, channel, model);
        row << bucket;
        append(row, sums, 2);
        rows.append(row);
    }
    return addRows(connection, u"usage_latency"_s, places + QStringList{u"bucket"_s}, {u"answers"_s, u"first_outputs"_s}, rows);
}

} // namespace understudy
