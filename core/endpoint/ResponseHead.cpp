// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/ResponseHead.h"

#include "base/FieldGrammar.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QByteArrayView reason(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 402: return "Payment Required";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    default: return "Status";
    }
}

bool is(QByteArrayView name, QByteArrayView lower) { return name.compare(lower, Qt::CaseInsensitive) == 0; }

bool isOurs(QByteArrayView name)
{
    switch (name.size()) {
    case 4: return is(name, "date");
    case 10: return is(name, "connection") || is(name, "keep-alive");
    case 12: return is(name, "x-request-id");
    case 14: return is(name, "content-length");
    case 17: return is(name, "transfer-encoding");
    case 19: return is(name, "x-client-request-id");
    default: return false;
    }
}

void field(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out.append(name);
    out.append(": ");
    out.append(value);
    out.append("\r\n");
}

} // namespace

BodyFraming wholeFraming(int status)
{
    return status < 200 || status == 204 || status == 304 ? BodyFraming::None : BodyFraming::Length;
}

void appendResponseHead(QByteArray &out, int status, const HttpHeaders &headers, const ResponseContext &context,
                        BodyFraming framing, qint64 length, bool close, QByteArrayView date)
{
    out.append("HTTP/1.1 ");
    out.append(QByteArray::number(status));
    out.append(' ');
    out.append(reason(status));
    out.append("\r\n");
    field(out, "Date", date);
    field(out, "x-request-id", context.requestId);
    if (!context.clientRequestId.isEmpty())
        field(out, "x-client-request-id", context.clientRequestId);
    for (const HttpHeader &header : headers) {
        if (isOurs(header.name))
            continue;
        if (!isToken(header.name) || !isFieldValue(header.value)) {
            qWarning("endpoint: a response header field was left out, because it would break the head");
            continue;
        }
        field(out, header.name, header.value);
    }
    if (!context.allowOrigin.isEmpty()) {
        field(out, "Access-Control-Allow-Origin", context.allowOrigin);
        field(out, "Access-Control-Expose-Headers",
              "x-request-id, x-client-request-id, x-understudy-served-by, x-understudy-attempts, x-understudy-failover, "
              "x-understudy-cache, x-should-retry, retry-after");
        field(out, "Vary", "Origin");
    }
    if (framing == BodyFraming::Length)
        field(out, "Content-Length", QByteArray::number(length));
    else if (framing == BodyFraming::Chunked)
        out.append("Transfer-Encoding: chunked\r\n");
    if (close)
        out.append("Connection: close\r\n");
    else if (context.http10)
        out.append("Connection: keep-alive\r\n");
    out.append("\r\n");
}

QByteArray sanitisedRequestId(QByteArrayView fromClient)
{
    constexpr qsizetype Longest = 128;
    QByteArray out;
    for (const char c : fromClient.first(std::min(fromClient.size(), Longest))) {
        if (c > 0x20 && c < 0x7f)
            out += c;
    }
    return out;
}

const QByteArray &DateCache::at(WallTime now)
{
    const qint64 second = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    if (second != m_second) {
        m_second = second;
        m_text = QLocale::c().toString(QDateTime::fromSecsSinceEpoch(second, QTimeZone::utc()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
                     .toLatin1();
    }
    return m_text;
}

} // namespace understudy
