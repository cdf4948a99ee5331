// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/HarWriter.h"

#include "exports/RecordJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QJsonObject header(const QString &name, const QString &value) { return {{u"name"_s, name}, {u"value"_s, value}}; }

QJsonObject requestOf(const ExchangeRecord &record, const ExportOptions &options)
{
    const QString type = traits(record.api).multipart ? u"multipart/form-data"_s : u"application/json"_s;
    QJsonArray headers{header(u"Content-Type"_s, type), header(u"Authorization"_s, u"[redacted]"_s)};
    if (!record.userAgent.isEmpty())
        headers.append(header(u"User-Agent"_s, record.userAgent));
    if (!record.clientRequestId.isEmpty())
        headers.append(header(u"X-Request-Id"_s, record.clientRequestId));
    QUrl url = options.baseUrl;
    url.setPath(url.path() + QString::fromLatin1(traits(record.api).path));
    QJsonObject request{{u"method"_s, u"POST"_s}, {u"url"_s, url.toString()}, {u"httpVersion"_s, u"HTTP/1.1"_s}, {u"cookies"_s, QJsonArray()}, {u"headers"_s, headers},
                        {u"queryString"_s, QJsonArray()}, {u"headersSize"_s, -1}, {u"bodySize"_s, record.bytesIn}};
    if (options.contents && !record.requestContent.isEmpty()) {
        if (const std::optional<QString> text = asText(record.requestContent))
            request.insert(u"postData"_s, QJsonObject{{u"mimeType"_s, type}, {u"text"_s, *text}});
        else // HAR has no place for bytes in a request
            request.insert(u"postData"_s, QJsonObject{{u"mimeType"_s, type}, {u"text"_s, QString()}, {u"comment"_s, u"not text; left out"_s}});
    }
    return request;
}

QString statusText(int status)
{
    switch (status) {
    case 0: return u"no answer"_s;
    case 200: return u"OK"_s;
    case 400: return u"Bad Request"_s;
    case 401: return u"Unauthorized"_s;
    case 403: return u"Forbidden"_s;
    case 404: return u"Not Found"_s;
    case 429: return u"Too Many Requests"_s;
    case 502: return u"Bad Gateway"_s;
    case 503: return u"Service Unavailable"_s;
    case 504: return u"Gateway Timeout"_s;
    default: return {};
    }
}

QJsonObject responseOf(const ExchangeRecord &record, const ExportOptions &options)
{
    const QString type = record.stream && record.httpStatus == 200 ? u"text/event-stream"_s
        : record.api == Api::AudioSpeech && record.httpStatus == 200 ? u"application/octet-stream"_s : u"application/json"_s;
    QJsonObject content{{u"size"_s, record.bytesOut}, {u"mimeType"_s, type}};
    if (options.contents && !record.answerContent.isEmpty()) {
        if (const std::optional<QString> text = asText(record.answerContent)) {
            content.insert(u"text"_s, *text);
        } else {
            content.insert(u"text"_s, QString::fromLatin1(record.answerContent.toBase64()));
            content.insert(u"encoding"_s, u"base64"_s);
        }
    }
    return {{u"status"_s, record.httpStatus}, {u"statusText"_s, statusText(record.httpStatus)}, {u"httpVersion"_s, u"HTTP/1.1"_s}, {u"cookies"_s, QJsonArray()},
            {u"headers"_s, QJsonArray{header(u"Content-Type"_s, type), header(u"X-Request-Id"_s, record.id)}}, {u"content"_s, content}, {u"redirectURL"_s, QString()},
            {u"headersSize"_s, -1}, {u"bodySize"_s, record.bytesOut}};
}

} // namespace

QByteArray HarWriter::begin() const
{
    return "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"Understudy\",\"version\":\"" UNDERSTUDY_VERSION "\"},\"pages\":[],\"entries\":[";
}

QByteArray HarWriter::record(const ExchangeRecord &record)
{
    // Their sum is `time`, as the format wants it; what is unknown and may be left out is −1.
    const qint64 wait = std::clamp<qint64>(record.firstOutputMs.value_or(record.durationMs), 0, std::max<qint64>(record.durationMs, 0));
    const QJsonObject timings{{u"blocked"_s, -1}, {u"dns"_s, -1}, {u"connect"_s, -1}, {u"ssl"_s, -1}, {u"send"_s, 0}, {u"wait"_s, wait}, {u"receive"_s, std::max<qint64>(record.durationMs, 0) - wait}};
    const QJsonObject entry{{u"startedDateTime"_s, isoTime(record.time)}, {u"time"_s, std::max<qint64>(record.durationMs, 0)}, {u"request"_s, requestOf(record, m_options)},
                            {u"response"_s, responseOf(record, m_options)}, {u"cache"_s, QJsonObject()}, {u"timings"_s, timings}, {u"_understudy"_s, recordJson(record)}};
    return (std::exchange(m_first, false) ? "\n" : ",\n") + QJsonDocument(entry).toJson(QJsonDocument::Compact);
}

std::optional<QString> asText(QByteArrayView bytes)
{
    if (bytes.contains('\0'))
        return std::nullopt;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Default);
    const QString text = decoder(bytes);
    // A beginning without its end is kept back by the decoder: what is left is whole characters.
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

} // namespace understudy
