// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace understudy {

/// One header field. Names are compared without case (RFC 9110 §5.1); order and repetition are kept.
/// Our own type because QHttpHeaders exists only from Qt 6.7 on.
struct HttpHeader {
    QByteArray name;
    QByteArray value;
    bool operator==(const HttpHeader &) const = default;
};

using HttpHeaders = QList<HttpHeader>;

/// The first field of that name, or nothing.
inline std::optional<QByteArray> headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return std::nullopt;
}

inline void setHeader(HttpHeaders &headers, const QByteArray &name, const QByteArray &value)
{
    for (HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0) {
            header.value = value;
            return;
        }
    }
    headers.append({name, value});
}

} // namespace understudy
