// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/RecordJson.h"

#include <QDateTime>
#include <QJsonArray>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QJsonValue number(const std::optional<qint64> &value) { return value ? QJsonValue(*value) : QJsonValue(); }
QJsonValue status(int code) { return code ? QJsonValue(code) : QJsonValue(); }
QJsonValue text(const QString &value) { return value.isEmpty() ? QJsonValue() : QJsonValue(value); }

QJsonObject toJson(const AttemptRecord &attempt)
{
    return {{u"channel"_s, attempt.channel},
            {u"model"_s, attempt.model},
            {u"position"_s, attempt.position},
            {u"outcome"_s, word(attempt.outcome)},
            {u"detail"_s, text(attempt.detail)},
            {u"message"_s, text(attempt.message)},
            {u"httpStatus"_s, status(attempt.httpStatus)},
            {u"startedMs"_s, attempt.startedMs},
            {u"connectedMs"_s, number(attempt.connectedMs)},
            {u"firstOutputMs"_s, number(attempt.firstOutputMs)},
            {u"endedMs"_s, attempt.endedMs},
            {u"promptTokens"_s, number(attempt.usage.promptTokens)},
            {u"completionTokens"_s, number(attempt.usage.completionTokens)},
            {u"totalTokens"_s, number(attempt.usage.total())},
            {u"reasoningTokens"_s, number(attempt.usage.reasoningTokens)},
            {u"cachedTokens"_s, number(attempt.usage.cachedTokens)},
            {u"provenance"_s, word(attempt.provenance)},
            {u"bytesSent"_s, attempt.bytesSent},
            {u"bytesReceived"_s, attempt.bytesReceived},
            {u"decision"_s, word(attempt.decision)},
            {u"reason"_s, text(attempt.reason)}};
}

} // namespace

QString isoTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject recordJson(const ExchangeRecord &record)
{
    QJsonArray attempts;
    for (const AttemptRecord &attempt : record.attempts)
        attempts.append(toJson(attempt));
    QJsonArray skipped;
    for (const SkippedCandidate &candidate : record.skipped) {
        skipped.append(QJsonObject{{u"channel"_s, candidate.channel},
                                   {u"model"_s, candidate.model},
                                   {u"position"_s, candidate.position},
                                   {u"reason"_s, word(candidate.reason)}});
    }
    const QJsonValue servedBy
        = record.servedChannel.isEmpty() ? QJsonValue() : QJsonValue(record.servedChannel + u'/' + record.servedModel);
    return {{u"id"_s, record.id},
            {u"time"_s, isoTime(record.time)},
            {u"kind"_s, word(record.kind)},
            {u"key"_s, record.keyName},
            {u"path"_s, u"/v1"_s + QString::fromLatin1(traits(record.api).path)},
            {u"model"_s, text(record.askedModel)},
            {u"stream"_s, record.stream},
            {u"status"_s, word(record.status)},
            {u"servedBy"_s, servedBy},
            {u"httpStatus"_s, status(record.httpStatus)},
            {u"errorCode"_s, text(record.errorCode)},
            {u"durationMs"_s, record.durationMs},
            {u"firstOutputMs"_s, number(record.firstOutputMs)},
            {u"promptTokens"_s, number(record.usage.promptTokens)},
            {u"completionTokens"_s, number(record.usage.completionTokens)},
            {u"totalTokens"_s, number(record.usage.total())},
            {u"reasoningTokens"_s, number(record.usage.reasoningTokens)},
            {u"cachedTokens"_s, number(record.usage.cachedTokens)},
            {u"provenance"_s, word(record.provenance)},
            {u"cache"_s, word(record.cache)},
            {u"clientRequestId"_s, text(record.clientRequestId)},
            {u"attempts"_s, attempts},
            {u"skipped"_s, skipped}};
}

} // namespace understudy
