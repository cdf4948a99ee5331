// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/Addressing.h"

#include "base/FieldGrammar.h"
#include "base/JsonSpan.h"

#include <algorithm>
#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QUrl below(const QUrl &base, QStringView path)
{
    QUrl url = base;
    QString whole = base.path(QUrl::FullyEncoded);
    while (whole.endsWith(u'/'))
        whole.chop(1);
    url.setPath(whole.append(path), QUrl::TolerantMode);
    return url;
}

bool endsInVersion(const QUrl &base)
{
    QString path = base.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    const QStringView last = QStringView(path).sliced(path.lastIndexOf(u'/') + 1);
    return last.size() > 1 && last.front() == u'v'
        && std::all_of(last.begin() + 1, last.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Fields that are not a channel's to set: they belong to framing, to one hop, or carry somebody else's identity.
bool isReserved(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 12> names {
        "host",   "content-length", "transfer-encoding", "connection",     "keep-alive", "te", "trailer", "upgrade",
        "expect", "cookie",         "forwarded",         "accept-encoding"};
    const auto is = [name](QByteArrayView other) { return name.compare(other, Qt::CaseInsensitive) == 0; };
    const auto starts = [name](QByteArrayView prefix) {
        return name.size() >= prefix.size() && name.first(prefix.size()).compare(prefix, Qt::CaseInsensitive) == 0;
    };
    return std::any_of(names.begin(), names.end(), is) || starts("proxy-") || starts("x-forwarded-");
}

void setIfValid(HttpHeaders &headers, const QByteArray &name, const QByteArray &value)
{
    if (isToken(name) && !isReserved(name) && isFieldValue(value))
        setHeader(headers, name, value);
}

} // namespace

QUrl endpointUrl(const QUrl &baseUrl, Api api) { return below(baseUrl, QString::fromLatin1(traits(api).path)); }

QList<QUrl> modelListUrls(const QUrl &baseUrl)
{
    if (endsInVersion(baseUrl))
        return {below(baseUrl, u"/models")};
    return {below(baseUrl, u"/v1/models"), below(baseUrl, u"/models")};
}

HttpHeaders authHeaders(const Dialect &dialect, const Secret &credential)
{
    if (credential.isEmpty())
        return {};
    if (dialect.auth == AuthStyle::ApiKeyHeader)
        return {{QByteArrayLiteral("api-key"), credential.reveal()}};
    return {{QByteArrayLiteral("Authorization"), "Bearer " + credential.reveal()}};
}

HttpHeaders buildHeaders(const HttpHeaders &client, const Dialect &dialect, const Secret &credential, const HttpHeaders &channel)
{
    HttpHeaders headers;
    setIfValid(headers, QByteArrayLiteral("Content-Type"),
               headerValue(client, "Content-Type").value_or(QByteArrayLiteral("application/json")));
    for (const char *name : {"Accept", "OpenAI-Beta"}) {
        if (const auto value = headerValue(client, name))
            setIfValid(headers, name, *value);
    }
    for (const HttpHeader &header : authHeaders(dialect, credential))
        setIfValid(headers, header.name, header.value);
    for (const HttpHeader &header : channel)
        setIfValid(headers, header.name, header.value);
    return headers;
}

Result<QStringList> parseModelList(QByteArrayView text)
{
    if (json::validate(text))
        return Error {ErrorKind::Invalid, u"The list of models is not valid JSON."_s, {}};
    const json::Value document(text);
    json::Value list = document;
    if (document.isObject())
        list = document["data"].isArray() ? document["data"] : document["models"];
    if (!list.isArray())
        return Error {ErrorKind::Invalid, u"The answer holds no list of models."_s, {}};
    QStringList ids;
    list.elements([&ids](json::Value entry) {
        QString id = entry.isString() ? entry.toString() : entry["id"].toString();
        if (id.isEmpty() && entry.isObject())
            id = entry["name"].toString();
        if (id.startsWith("models/"_L1))
            id.remove(0, 7);
        if (!id.isEmpty() && !ids.contains(id))
            ids.append(id);
        return true;
    });
    return ids;
}

} // namespace understudy
