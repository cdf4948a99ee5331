// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/Endpoint.h"

namespace understudy {

namespace {

/// A JSON string with its quotes. By hand because error bodies must not cost a QJsonDocument, and the input may be anything.
QByteArray jsonString(QByteArrayView utf8)
{
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out += '"';
    for (const char c : utf8) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (quint8(c) < 0x20 || c == 0x7f)
                out += "\\u00" + QByteArray::number(quint8(c) | 0x100, 16).last(2);
            else
                out += c;
        }
    }
    out += '"';
    return out;
}

QByteArrayView errorType(int status)
{
    switch (status) {
    case 401: return "authentication_error";
    case 403: return "permission_error";
    case 404: return "not_found_error";
    case 429: return "rate_limit_error";
    default: return status >= 500 ? "server_error" : "invalid_request_error";
    }
}

} // namespace

WholeResponse openAiError(int status, QByteArrayView code, QStringView message, QByteArrayView param)
{
    WholeResponse response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = "{\"error\":{\"message\":" + jsonString(message.toUtf8()) + ",\"type\":\"" + errorType(status).toByteArray()
        + "\",\"param\":" + (param.isEmpty() ? QByteArray("null") : jsonString(param))
        + ",\"code\":" + (code.isEmpty() ? QByteArray("null") : jsonString(code)) + "}}";
    return response;
}

} // namespace understudy
