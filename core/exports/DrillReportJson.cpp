// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/DrillReportJson.h"

#include "exports/DrillWords.h"

#include <QDateTime>
#include <QJsonArray>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QJsonValue number(const std::optional<qint64> &value) { return value ? QJsonValue(*value) : QJsonValue(); }

QString timeText(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).toUTC().toString(Qt::ISODateWithMs);
}

template <typename T> QJsonArray list(const QList<T> &values, QJsonObject (*write)(const T &))
{
    QJsonArray array;
    for (const T &value : values)
        array.append(write(value));
    return array;
}

QJsonObject usageJson(const Usage &usage)
{
    return {{u"promptTokens"_s, number(usage.promptTokens)},
            {u"completionTokens"_s, number(usage.completionTokens)},
            {u"totalTokens"_s, number(usage.totalTokens)},
            {u"reasoningTokens"_s, number(usage.reasoningTokens)},
            {u"cachedTokens"_s, number(usage.cachedTokens)}};
}

QJsonObject attemptJson(const AttemptRecord &attempt)
{
    return {{u"index"_s, attempt.index},
            {u"position"_s, attempt.position},
            {u"channel"_s, attempt.channel},
            {u"model"_s, attempt.model},
            {u"outcome"_s, word(attempt.outcome)},
            {u"detail"_s, attempt.detail},
            {u"message"_s, attempt.message},
            {u"httpStatus"_s, attempt.httpStatus},
            {u"startedMs"_s, attempt.startedMs},
            {u"connectedMs"_s, number(attempt.connectedMs)},
            {u"firstOutputMs"_s, number(attempt.firstOutputMs)},
            {u"endedMs"_s, attempt.endedMs},
            {u"usage"_s, usageJson(attempt.usage)},
            {u"provenance"_s, word(attempt.provenance)},
            {u"bytesSent"_s, attempt.bytesSent},
            {u"bytesReceived"_s, attempt.bytesReceived},
            {u"decision"_s, word(attempt.decision)},
            {u"reason"_s, attempt.reason}};
}

QJsonObject skippedJson(const SkippedCandidate &skipped)
{
    return {{u"position"_s, skipped.position},
            {u"channel"_s, skipped.channel},
            {u"model"_s, skipped.model},
            {u"reason"_s, word(skipped.reason)}};
}

QJsonObject recordJson(const ExchangeRecord &record)
{
    return {{u"id"_s, record.id},
            {u"time"_s, timeText(record.time)},
            {u"kind"_s, word(record.kind)},
            {u"keyId"_s, record.keyId},
            {u"key"_s, record.keyName},
            {u"path"_s, QString::fromLatin1(traits(record.api).path)},
            {u"model"_s, record.askedModel},
            {u"stream"_s, record.stream},
            {u"status"_s, word(record.status)},
            {u"servedChannel"_s, record.servedChannel},
            {u"servedModel"_s, record.servedModel},
            {u"servedBuiltIn"_s, record.servedBuiltIn},
            {u"httpStatus"_s, record.httpStatus},
            {u"errorCode"_s, record.errorCode},
            {u"durationMs"_s, record.durationMs},
            {u"firstOutputMs"_s, number(record.firstOutputMs)},
            {u"usage"_s, usageJson(record.usage)},
            {u"provenance"_s, word(record.provenance)},
            {u"cache"_s, word(record.cache)},
            {u"clientRequestId"_s, record.clientRequestId},
            {u"userAgent"_s, record.userAgent},
            {u"bytesIn"_s, record.bytesIn},
            {u"bytesOut"_s, record.bytesOut},
            {u"attempts"_s, list(record.attempts, attemptJson)},
            {u"skipped"_s, list(record.skipped, skippedJson)}};
}

QJsonObject exchangeJson(const DrillExchange &exchange)
{
    return {{u"number"_s, exchange.number},
            {u"httpStatus"_s, exchange.httpStatus},
            {u"complete"_s, exchange.complete},
            {u"error"_s, exchange.error},
            {u"durationMs"_s, exchange.durationMs},
            {u"firstOutputMs"_s, number(exchange.firstOutputMs)},
            {u"record"_s, recordJson(exchange.record)}};
}

QJsonObject boxJson(const DrillBox &box)
{
    return {{u"channel"_s, box.channel}, {u"model"_s, box.model}, {u"fault"_s, word(box.fault)}};
}

QJsonObject healthJson(const CandidateHealth &health)
{
    return {{u"channel"_s, health.channel},
            {u"model"_s, health.model},
            {u"phase"_s, health.phase},
            {u"failures"_s, health.failures},
            {u"suspendedMs"_s, health.suspendedFor ? QJsonValue(qint64(health.suspendedFor->count())) : QJsonValue()},
            {u"needsAttention"_s, health.needsAttention}};
}

QJsonObject figuresJson(const DrillFigures &figures)
{
    QJsonObject byStatus;
    for (auto entry = figures.byStatus.cbegin(); entry != figures.byStatus.cend(); ++entry)
        byStatus.insert(QString::number(entry.key()), entry.value());
    return {{u"requests"_s, figures.requests},
            {u"complete"_s, figures.complete},
            {u"attempts"_s, figures.attempts},
            {u"rescued"_s, figures.rescued},
            {u"byStatus"_s, byStatus},
            {u"medianMs"_s, number(figures.medianMs)},
            {u"slowestMs"_s, number(figures.slowestMs)},
            {u"tokens"_s, figures.tokens},
            {u"lostTokens"_s, figures.lostTokens},
            {u"unknownAttempts"_s, figures.unknownAttempts}};
}

} // namespace

QJsonObject drillPlanToJson(const DrillPlan &plan)
{
    QJsonArray faults;
    for (const DrillFault fault : plan.faults)
        faults.append(word(fault));
    return {{u"faults"_s, faults},
            {u"requests"_s, plan.requests},
            {u"parallel"_s, plan.parallel},
            {u"stream"_s, plan.stream},
            {u"timeoutMs"_s, plan.timeout ? QJsonValue(qint64(plan.timeout->count())) : QJsonValue()},
            {u"prompt"_s, plan.prompt}};
}

QJsonObject drillReportToJson(const DrillReport &report)
{
    return {{u"format"_s, DrillReportFormat},
            {u"version"_s, DrillReportVersion},
            {u"key"_s, report.keyName},
            {u"keyId"_s, report.plan.keyId},
            {u"began"_s, timeText(report.began)},
            {u"tookMs"_s, report.tookMs},
            {u"plan"_s, drillPlanToJson(report.plan)},
            {u"chain"_s, list(report.chain, boxJson)},
            {u"exchanges"_s, list(report.exchanges, exchangeJson)},
            {u"health"_s, list(report.health, healthJson)},
            {u"figures"_s, figuresJson(figuresOf(report))},
            {u"verdict"_s, QJsonArray::fromStringList(drillVerdict(report))}};
}

} // namespace understudy
