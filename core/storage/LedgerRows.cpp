// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerRows.h"

#include "base/JsonSpan.h"
#include "domain/Ending.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace understudy::ledger {

using namespace Qt::StringLiterals;

namespace {

/// The words of one enumeration as QStrings made once: a row has a dozen of them.
template <typename Enum, int Count> const QVariant &text(Enum value)
{
    static const std::array<QVariant, size_t(Count)> words = [] {
        std::array<QVariant, size_t(Count)> made;
        for (int i = 0; i < Count; ++i)
            made[size_t(i)] = QString(word(Enum(i)));
        return made;
    }();
    return words[size_t(value)];
}

const QVariant &text(Api api)
{
    static const std::array<QVariant, ApiCount> paths = [] {
        std::array<QVariant, ApiCount> made;
        for (int i = 0; i < ApiCount; ++i)
            made[size_t(i)] = QString::fromLatin1(traits(Api(i)).path);
        return made;
    }();
    return paths[size_t(api)];
}

constexpr int KindCount = int(ExchangeKind::Cache) + 1;
constexpr int StatusCount = int(ExchangeStatus::Cancelled) + 1;
constexpr int ProvenanceCount = int(Provenance::Reported) + 1;
constexpr int CacheCount = int(CacheResult::Hit) + 1;
constexpr int DecisionCount = int(DecisionKind::Deliver) + 1;

QVariant text(const QString &value)
{
    static const QVariant empty = u""_s; // a null string would be NULL
    if (value.isEmpty())
        return empty;
    if (!value.contains(QChar::Null))
        return value;
    QString clean = value;
    return clean.replace(QChar::Null, QChar::ReplacementCharacter);
}

QVariant number(const std::optional<qint64> &value) { return value ? QVariant(*value) : QVariant(); }

std::optional<qint64> number(const QSqlQuery &row, int at)
{
    const QVariant value = row.value(at);
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

void appendUsage(QVariantList &row, const Usage &usage)
{
    row.append(number(usage.promptTokens));
    row.append(number(usage.completionTokens));
    row.append(number(usage.totalTokens));
    row.append(number(usage.reasoningTokens));
    row.append(number(usage.cachedTokens));
}

Usage usageFrom(const QSqlQuery &row, int at)
{
    return {number(row, at), number(row, at + 1), number(row, at + 2), number(row, at + 3), number(row, at + 4)};
}

QVariant skippedText(const QList<SkippedCandidate> &skipped)
{
    if (skipped.isEmpty())
        return {};
    QByteArray text = "["; // by hand: while a breaker is open every row has one
    for (const SkippedCandidate &candidate : skipped) {
        const QLatin1StringView reason = word(candidate.reason);
        text += (text.size() > 1 ? ",{\"position\":" : "{\"position\":") + QByteArray::number(candidate.position) + ",\"channel\":"
            + json::quoted(candidate.channel) + ",\"model\":" + json::quoted(candidate.model) + ",\"reason\":\""
            + QByteArray(reason.data(), reason.size()) + "\"}";
    }
    return QString::fromUtf8(text + ']');
}

QList<SkippedCandidate> skippedFrom(const QString &text)
{
    QList<SkippedCandidate> skipped;
    if (text.isEmpty())
        return skipped;
    for (const QJsonValue value : QJsonDocument::fromJson(text.toUtf8()).array()) {
        const QJsonObject object = value.toObject();
        skipped.append({object.value("position"_L1).toInt(), object.value("channel"_L1).toString(),
                        object.value("model"_L1).toString(),
                        skipReasonFromWord(object.value("reason"_L1).toString()).value_or(SkipReason::TypeMismatch)});
    }
    return skipped;
}

} // namespace

const QStringList ExchangeColumns =
    u"seq id time_ms kind key_id key_name api asked_model stream status served_channel served_model "
    "served_built_in http_status error_code duration_ms first_output_ms prompt_tokens completion_tokens "
    "total_tokens reasoning_tokens cached_tokens provenance cache client_request_id user_agent bytes_in "
    "bytes_out skipped ending"_s.split(u' ');

const QStringList AttemptColumns =
    u"exchange_seq idx position channel model provider outcome detail message http_status started_ms "
    "connected_ms first_output_ms ended_ms prompt_tokens completion_tokens total_tokens reasoning_tokens "
    "cached_tokens provenance bytes_sent bytes_received decision reason"_s.split(u' ');

void append(QVariantList &row, qint64 seq, const ExchangeRecord &exchange)
{
    row.append(seq);
    row.append(text(exchange.id));
    row.append(qint64(exchange.time.time_since_epoch().count()));
    row.append(text<ExchangeKind, KindCount>(exchange.kind));
    row.append(text(exchange.keyId));
    row.append(text(exchange.keyName));
    row.append(text(exchange.api));
    row.append(text(exchange.askedModel));
    row.append(int(exchange.stream));
    row.append(text<ExchangeStatus, StatusCount>(exchange.status));
    row.append(text(exchange.servedChannel));
    row.append(text(exchange.servedModel));
    row.append(int(exchange.servedBuiltIn));
    row.append(exchange.httpStatus);
    row.append(text(exchange.errorCode));
    row.append(exchange.durationMs);
    row.append(number(exchange.firstOutputMs));
    appendUsage(row, exchange.usage);
    row.append(text<Provenance, ProvenanceCount>(exchange.provenance));
    row.append(text<CacheResult, CacheCount>(exchange.cache));
    row.append(text(exchange.clientRequestId));
    row.append(text(exchange.userAgent));
    row.append(exchange.bytesIn);
    row.append(exchange.bytesOut);
    row.append(skippedText(exchange.skipped));
    row.append(text<Ending, EndingCount>(endingOf(exchange)));
}

void append(QVariantList &row, qint64 seq, const AttemptRecord &attempt, const QString &provider)
{
    row.append(seq);
    row.append(attempt.index);
    row.append(attempt.position);
    row.append(text(attempt.channel));
    row.append(text(attempt.model));
    row.append(text(provider));
    row.append(text<Outcome, OutcomeCount>(attempt.outcome));
    row.append(text(attempt.detail));
    row.append(text(attempt.message));
    row.append(attempt.httpStatus);
    row.append(attempt.startedMs);
    row.append(number(attempt.connectedMs));
    row.append(number(attempt.firstOutputMs));
    row.append(attempt.endedMs);
    appendUsage(row, attempt.usage);
    row.append(text<Provenance, ProvenanceCount>(attempt.provenance));
    row.append(attempt.bytesSent);
    row.append(attempt.bytesReceived);
    row.append(text<DecisionKind, DecisionCount>(attempt.decision));
    row.append(text(attempt.reason));
}

ExchangeRecord exchangeFrom(const QSqlQuery &row)
{
    ExchangeRecord exchange;
    int at = 1;
    exchange.id = row.value(at++).toString();
    exchange.time = WallTime(Milliseconds(row.value(at++).toLongLong()));
    exchange.kind = exchangeKindFromWord(row.value(at++).toString()).value_or(ExchangeKind::Live);
    exchange.keyId = row.value(at++).toString();
    exchange.keyName = row.value(at++).toString();
    exchange.api = apiFromPath(row.value(at++).toString().toUtf8()).value_or(Api::ChatCompletions);
    exchange.askedModel = row.value(at++).toString();
    exchange.stream = row.value(at++).toInt() != 0;
    exchange.status = exchangeStatusFromWord(row.value(at++).toString()).value_or(ExchangeStatus::Failed);
    exchange.servedChannel = row.value(at++).toString();
    exchange.servedModel = row.value(at++).toString();
    exchange.servedBuiltIn = row.value(at++).toInt() != 0;
    exchange.httpStatus = row.value(at++).toInt();
    exchange.errorCode = row.value(at++).toString();
    exchange.durationMs = row.value(at++).toLongLong();
    exchange.firstOutputMs = number(row, at++);
    exchange.usage = usageFrom(row, at);
    at += 5;
    exchange.provenance = provenanceFromWord(row.value(at++).toString()).value_or(Provenance::Unknown);
    exchange.cache = cacheResultFromWord(row.value(at++).toString()).value_or(CacheResult::Bypass);
    exchange.clientRequestId = row.value(at++).toString();
    exchange.userAgent = row.value(at++).toString();
    exchange.bytesIn = row.value(at++).toLongLong();
    exchange.bytesOut = row.value(at++).toLongLong();
    exchange.skipped = skippedFrom(row.value(at++).toString());
    return exchange;
}

AttemptRecord attemptFrom(const QSqlQuery &row)
{
    AttemptRecord attempt;
    int at = 1;
    attempt.index = row.value(at++).toInt();
    attempt.position = row.value(at++).toInt();
    attempt.channel = row.value(at++).toString();
    attempt.model = row.value(at++).toString();
    ++at; // provider: only for sums
    attempt.outcome = outcomeFromWord(row.value(at++).toString()).value_or(Outcome::Broken);
    attempt.detail = row.value(at++).toString();
    attempt.message = row.value(at++).toString();
    attempt.httpStatus = row.value(at++).toInt();
    attempt.startedMs = row.value(at++).toLongLong();
    attempt.connectedMs = number(row, at++);
    attempt.firstOutputMs = number(row, at++);
    attempt.endedMs = row.value(at++).toLongLong();
    attempt.usage = usageFrom(row, at);
    at += 5;
    attempt.provenance = provenanceFromWord(row.value(at++).toString()).value_or(Provenance::Unknown);
    attempt.bytesSent = row.value(at++).toLongLong();
    attempt.bytesReceived = row.value(at++).toLongLong();
    attempt.decision = decisionFromWord(row.value(at++).toString()).value_or(DecisionKind::GiveUp);
    attempt.reason = row.value(at++).toString();
    return attempt;
}

Result<void> readAttempts(const Connection &connection, QHash<qint64, ExchangeRecord *> &exchanges, bool withContents)
{
    if (exchanges.isEmpty())
        return {};
    QStringList numbers; // our own integers, so they may stand in the text
    for (auto it = exchanges.cbegin(); it != exchanges.cend(); ++it)
        numbers.append(QString::number(it.key()));
    const QString list = numbers.join(u',');
    Result<QSqlQuery> rows =
        connection.query(u"SELECT %1 FROM attempts WHERE exchange_seq IN (%2) ORDER BY exchange_seq, idx"_s.arg(
            AttemptColumns.join(u", "_s), list));
    if (!rows)
        return rows.error();
    while (rows->next())
        exchanges.value(rows->value(0).toLongLong())->attempts.append(attemptFrom(*rows));
    if (rows->lastError().isValid())
        return toError(rows->lastError(), connection.location());
    if (!withContents)
        return {};
    Result<QSqlQuery> contents =
        connection.query(u"SELECT exchange_seq, request, answer FROM contents WHERE exchange_seq IN (%1)"_s.arg(list));
    if (!contents)
        return contents.error();
    while (contents->next()) {
        ExchangeRecord *exchange = exchanges.value(contents->value(0).toLongLong());
        exchange->requestContent = contents->value(1).toByteArray();
        exchange->answerContent = contents->value(2).toByteArray();
    }
    if (contents->lastError().isValid())
        return toError(contents->lastError(), connection.location());
    return {};
}

} // namespace understudy::ledger
