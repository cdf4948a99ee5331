// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/RecordWriter.h"

#include "exports/HarWriter.h"
#include "exports/RecordJson.h"

#include <QJsonDocument>
#include <QStringList>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

class CsvWriter final : public RecordWriter {
public:
    explicit CsvWriter(bool mark) : m_mark(mark) {}

    QByteArray begin() const override
    {
        return (m_mark ? QByteArray("\xEF\xBB\xBF") : QByteArray())
            + "id,time,kind,key,path,model,stream,status,servedChannel,servedModel,httpStatus,errorCode,durationMs,firstOutputMs,promptTokens,completionTokens,"
              "totalTokens,reasoningTokens,cachedTokens,provenance,cache,attempts,way,skipped,clientRequestId,userAgent,bytesIn,bytesOut\r\n";
    }

    QByteArray record(const ExchangeRecord &one) override
    {
        const auto number = [](const std::optional<qint64> &value) { return value ? QByteArray::number(*value) : QByteArray(); };
        const auto text = [](QLatin1StringView value) { return QByteArray(value.data(), value.size()); };
        QStringList way, skipped;
        for (const AttemptRecord &attempt : one.attempts)
            way.append(u"%1/%2 %3"_s.arg(attempt.channel, attempt.model, word(attempt.outcome)));
        for (const SkippedCandidate &candidate : one.skipped)
            skipped.append(u"%1/%2 %3"_s.arg(candidate.channel, candidate.model, word(candidate.reason)));
        const QByteArrayList fields{csvField(one.id), isoTime(one.time).toLatin1(), text(word(one.kind)), csvField(one.keyName), "/v1" + QByteArray(traits(one.api).path),
                                    csvField(one.askedModel), one.stream ? "yes" : "no", text(word(one.status)), csvField(one.servedChannel), csvField(one.servedModel),
                                    one.httpStatus ? QByteArray::number(one.httpStatus) : QByteArray(), csvField(one.errorCode), QByteArray::number(one.durationMs),
                                    number(one.firstOutputMs), number(one.usage.promptTokens), number(one.usage.completionTokens), number(one.usage.total()),
                                    number(one.usage.reasoningTokens), number(one.usage.cachedTokens), text(word(one.provenance)), text(word(one.cache)),
                                    QByteArray::number(one.attempts.size()), csvField(way.join(u"; "_s)), csvField(skipped.join(u"; "_s)), csvField(one.clientRequestId),
                                    csvField(one.userAgent), QByteArray::number(one.bytesIn), QByteArray::number(one.bytesOut)};
        return fields.join(',') + "\r\n";
    }

private:
    const bool m_mark;
};

class LinesWriter final : public RecordWriter {
public:
    explicit LinesWriter(bool contents) : m_contents(contents) {}

    QByteArray record(const ExchangeRecord &one) override
    {
        QJsonObject json = recordJson(one);
        if (m_contents) {
            const auto add = [&json](const QString &name, const QByteArray &bytes) {
                if (bytes.isEmpty())
                    return;
                if (const std::optional<QString> text = asText(bytes))
                    json.insert(name, *text);
                else
                    json.insert(name + u"Base64"_s, QString::fromLatin1(bytes.toBase64()));
            };
            add(u"request"_s, one.requestContent);
            add(u"answer"_s, one.answerContent);
        }
        return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
    }

private:
    const bool m_contents;
};

/// What begins a formula, in a spreadsheet's eyes: also as a wide character, and after blanks.
bool looksLikeFormula(QStringView text)
{
    if (text.startsWith(u'\t') || text.startsWith(u'\r') || text.startsWith(u'\n'))
        return true;
    const QStringView rest = text.trimmed();
    static constexpr QStringView beginnings = u"=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    return !rest.isEmpty() && beginnings.contains(rest.front());
}

} // namespace

QLatin1StringView suffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv: return "csv"_L1;
    case ExportFormat::JsonLines: return "jsonl"_L1;
    case ExportFormat::Har: return "har"_L1;
    }
    return {};
}

QByteArray csvField(const QString &text)
{
    QByteArray field = ((looksLikeFormula(text) ? u"'"_s : QString()) + text).toUtf8();
    const bool quotes = std::any_of(field.begin(), field.end(), [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';'; });
    return quotes ? '"' + field.replace("\"", "\"\"") + '"' : field;
}

std::unique_ptr<RecordWriter> recordWriter(ExportFormat format, const ExportOptions &options)
{
    switch (format) {
    case ExportFormat::Csv: return std::make_unique<CsvWriter>(options.byteOrderMark);
    case ExportFormat::JsonLines: return std::make_unique<LinesWriter>(options.contents);
    case ExportFormat::Har: return std::make_unique<HarWriter>(options);
    }
    return nullptr;
}

} // namespace understudy
