// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/DrillReportJson.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// One object that is read; the first mistake of the whole text is kept and ends the reading.
class Reader {
public:
    Reader(const QJsonValue &value, const QString &path, std::optional<Error> &problem)
        : m_object(value.toObject())
        , m_path(path)
        , m_problem(problem)
    {
        if (!value.isObject())
            fail(m_path, u"Here stands an object."_s);
    }

    QString text(const QString &name) const
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isString())
            fail(at(name), u"Here stands a text."_s);
        return value.toString();
    }
    bool boolean(const QString &name) const
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isBool())
            fail(at(name), u"Here stands true or false."_s);
        return value.toBool();
    }
    qint64 whole(const QString &name) const
    {
        const QJsonValue value = m_object.value(name);
        const qint64 number = value.toInteger(-1);
        if (!value.isDouble() || number < 0)
            fail(at(name), u"Here stands a whole number, 0 or more."_s);
        return std::max<qint64>(number, 0);
    }
    int small(const QString &name) const
    {
        const qint64 number = whole(name);
        if (number > std::numeric_limits<int>::max())
            fail(at(name), u"This number is too large."_s);
        return int(number);
    }
    std::optional<qint64> maybe(const QString &name) const
    {
        return m_object.value(name).isNull() ? std::nullopt : std::optional(whole(name));
    }
    template <typename T> T chosen(const QString &name, std::optional<T> (*fromWord)(QStringView)) const
    {
        const std::optional<T> value = fromWord(text(name));
        if (!value)
            fail(at(name), u"This word is not known here."_s);
        return value.value_or(T());
    }
    WallTime time(const QString &name) const
    {
        const QDateTime time = QDateTime::fromString(text(name), Qt::ISODateWithMs);
        if (!time.isValid())
            fail(at(name), u"Here stands a time as 2026-11-24T08:30:05.123Z."_s);
        return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
    }
    Reader object(const QString &name) const { return {m_object.value(name), at(name), m_problem}; }
    QJsonValue value(const QString &name) const { return m_object.value(name); }
    template <typename T> QList<T> list(const QString &name, T (*read)(const Reader &), qsizetype most) const
    {
        QList<T> values;
        const QJsonArray array = elements(name, most);
        for (qsizetype i = 0; i < array.size() && !m_problem; ++i)
            values.append(read(Reader(array[i], u"%1[%2]"_s.arg(at(name)).arg(i), m_problem)));
        return values;
    }
    QJsonArray elements(const QString &name, qsizetype most) const
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isArray())
            fail(at(name), u"Here stands a list."_s);
        const QJsonArray array = value.toArray();
        if (array.size() > most)
            fail(at(name), u"There are at most %1 of these."_s.arg(most));
        return array;
    }
    void fail(const QString &where, const QString &text) const
    {
        if (!m_problem)
            m_problem = Error {ErrorKind::Invalid, text, where};
    }
    QString at(const QString &name) const { return m_path.isEmpty() ? name : m_path + u'.' + name; }

private:
    const QJsonObject m_object;
    const QString m_path;
    std::optional<Error> &m_problem;
};

constexpr qsizetype MostPlaces = 1000;
constexpr qsizetype MostAttempts = 10000;

Usage readUsage(const Reader &reader)
{
    return {reader.maybe(u"promptTokens"_s), reader.maybe(u"completionTokens"_s), reader.maybe(u"totalTokens"_s),
            reader.maybe(u"reasoningTokens"_s), reader.maybe(u"cachedTokens"_s)};
}

AttemptRecord readAttempt(const Reader &reader)
{
    AttemptRecord attempt;
    attempt.index = reader.small(u"index"_s);
    attempt.position = reader.small(u"position"_s);
    attempt.channel = reader.text(u"channel"_s);
    attempt.model = reader.text(u"model"_s);
    attempt.outcome = reader.chosen(u"outcome"_s, outcomeFromWord);
    attempt.detail = reader.text(u"detail"_s);
    attempt.message = reader.text(u"message"_s);
    attempt.httpStatus = reader.small(u"httpStatus"_s);
    attempt.startedMs = reader.whole(u"startedMs"_s);
    attempt.connectedMs = reader.maybe(u"connectedMs"_s);
    attempt.firstOutputMs = reader.maybe(u"firstOutputMs"_s);
    attempt.endedMs = reader.whole(u"endedMs"_s);
    attempt.usage = readUsage(reader.object(u"usage"_s));
    attempt.provenance = reader.chosen(u"provenance"_s, provenanceFromWord);
    attempt.bytesSent = reader.whole(u"bytesSent"_s);
    attempt.bytesReceived = reader.whole(u"bytesReceived"_s);
    attempt.decision = reader.chosen(u"decision"_s, decisionFromWord);
    attempt.reason = reader.text(u"reason"_s);
    return attempt;
}

SkippedCandidate readSkipped(const Reader &reader)
{
    return {reader.small(u"position"_s), reader.text(u"channel"_s), reader.text(u"model"_s),
            reader.chosen(u"reason"_s, skipReasonFromWord)};
}

std::optional<Api> apiOfPath(QStringView text) { return apiFromPath(text.toLatin1()); }

ExchangeRecord readRecord(const Reader &reader)
{
    ExchangeRecord record;
    record.id = reader.text(u"id"_s);
    record.time = reader.time(u"time"_s);
    record.kind = reader.chosen(u"kind"_s, exchangeKindFromWord);
    record.keyId = reader.text(u"keyId"_s);
    record.keyName = reader.text(u"key"_s);
    record.api = reader.chosen(u"path"_s, apiOfPath);
    record.askedModel = reader.text(u"model"_s);
    record.stream = reader.boolean(u"stream"_s);
    record.status = reader.chosen(u"status"_s, exchangeStatusFromWord);
    record.servedChannel = reader.text(u"servedChannel"_s);
    record.servedModel = reader.text(u"servedModel"_s);
    record.servedBuiltIn = reader.boolean(u"servedBuiltIn"_s);
    record.httpStatus = reader.small(u"httpStatus"_s);
    record.errorCode = reader.text(u"errorCode"_s);
    record.durationMs = reader.whole(u"durationMs"_s);
    record.firstOutputMs = reader.maybe(u"firstOutputMs"_s);
    record.usage = readUsage(reader.object(u"usage"_s));
    record.provenance = reader.chosen(u"provenance"_s, provenanceFromWord);
    record.cache = reader.chosen(u"cache"_s, cacheResultFromWord);
    record.clientRequestId = reader.text(u"clientRequestId"_s);
    record.userAgent = reader.text(u"userAgent"_s);
    record.bytesIn = reader.whole(u"bytesIn"_s);
    record.bytesOut = reader.whole(u"bytesOut"_s);
    record.attempts = reader.list(u"attempts"_s, readAttempt, MostAttempts);
    record.skipped = reader.list(u"skipped"_s, readSkipped, MostAttempts);
    return record;
}

DrillExchange readExchange(const Reader &reader)
{
    DrillExchange exchange;
    exchange.number = reader.small(u"number"_s);
    exchange.httpStatus = reader.small(u"httpStatus"_s);
    exchange.complete = reader.boolean(u"complete"_s);
    exchange.error = reader.text(u"error"_s);
    exchange.durationMs = reader.whole(u"durationMs"_s);
    exchange.firstOutputMs = reader.maybe(u"firstOutputMs"_s);
    exchange.record = readRecord(reader.object(u"record"_s));
    return exchange;
}

DrillBox readBox(const Reader &reader)
{
    return {reader.text(u"channel"_s), reader.text(u"model"_s), reader.chosen(u"fault"_s, drillFaultFromWord)};
}

CandidateHealth readHealth(const Reader &reader)
{
    CandidateHealth health;
    health.channel = reader.text(u"channel"_s);
    health.model = reader.text(u"model"_s);
    health.phase = reader.text(u"phase"_s);
    health.failures = reader.small(u"failures"_s);
    if (const std::optional<qint64> suspended = reader.maybe(u"suspendedMs"_s))
        health.suspendedFor = Milliseconds(*suspended);
    health.needsAttention = reader.boolean(u"needsAttention"_s);
    return health;
}

DrillPlan readPlan(const Reader &reader)
{
    DrillPlan plan;
    const QJsonArray faults = reader.elements(u"faults"_s, MostPlaces);
    for (const QJsonValue &value : faults) {
        const std::optional<DrillFault> fault = drillFaultFromWord(value.toString());
        if (!fault)
            reader.fail(reader.at(u"faults"_s), u"“%1” is no fault of a drill."_s.arg(value.toString()));
        plan.faults.append(fault.value_or(DrillFault::Healthy));
    }
    plan.requests = reader.small(u"requests"_s);
    plan.parallel = reader.small(u"parallel"_s);
    plan.stream = reader.boolean(u"stream"_s);
    const std::optional<qint64> timeout = reader.maybe(u"timeoutMs"_s);
    plan.timeout = timeout ? std::optional(Milliseconds(*timeout)) : std::nullopt;
    plan.prompt = reader.text(u"prompt"_s);
    return plan;
}

} // namespace

Result<DrillReport> drillReportFromJson(const QByteArray &text)
{
    QJsonParseError flaw;
    const QJsonDocument document = QJsonDocument::fromJson(text, &flaw);
    if (flaw.error != QJsonParseError::NoError)
        return Error {ErrorKind::Invalid, u"This is no JSON: %1 (byte %2)."_s.arg(flaw.errorString()).arg(flaw.offset), {}};
    std::optional<Error> problem;
    const Reader reader(document.isObject() ? QJsonValue(document.object()) : QJsonValue(), {}, problem);
    if (reader.value(u"format"_s).toString() != DrillReportFormat)
        return Error {ErrorKind::Invalid, u"This is not the report of a drill."_s, u"format"_s};
    if (reader.value(u"version"_s).toInt() != DrillReportVersion)
        return Error {ErrorKind::Invalid,
                      u"This report is of another version of the program. Its version is %1, and %2 can be read."_s
                          .arg(reader.value(u"version"_s).toInt())
                          .arg(DrillReportVersion),
                      u"version"_s};
    DrillReport report;
    report.plan = readPlan(reader.object(u"plan"_s));
    report.plan.keyId = reader.text(u"keyId"_s);
    report.keyName = reader.text(u"key"_s);
    report.began = reader.time(u"began"_s);
    report.tookMs = reader.whole(u"tookMs"_s);
    report.chain = reader.list(u"chain"_s, readBox, MostPlaces);
    report.exchanges = reader.list(u"exchanges"_s, readExchange, DrillPlan::MostRequests);
    report.health = reader.list(u"health"_s, readHealth, MostPlaces);
    if (problem)
        return *problem;
    return report;
}

} // namespace understudy
