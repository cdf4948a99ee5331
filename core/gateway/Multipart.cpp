// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/Multipart.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

BodyRefusal refuse(const QString &message)
{
    return {400, "invalid_request_body", message, {}};
}

/// The value of a parameter (`name=token` or `name="quoted"`), or an empty array. Names without case.
QByteArray parameter(QByteArrayView header, QByteArrayView name)
{
    qsizetype at = header.indexOf(';');
    while (at >= 0 && at < header.size()) {
        QByteArrayView rest = header.sliced(at + 1).trimmed();
        const qsizetype equals = rest.indexOf('=');
        if (equals < 0)
            return {};
        const QByteArrayView key = rest.first(equals).trimmed();
        QByteArrayView value = rest.sliced(equals + 1);
        QByteArray text;
        qsizetype used = 0;
        if (value.startsWith('"')) {
            for (used = 1; used < value.size() && value[used] != '"'; ++used) {
                if (value[used] == '\\' && used + 1 < value.size())
                    ++used;
                text += value[used];
            }
        } else {
            while (used < value.size() && value[used] != ';')
                ++used;
            text = value.first(used).trimmed().toByteArray();
        }
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return text;
        const qsizetype next = value.sliced(std::min(used, value.size())).indexOf(';');
        at = next < 0 ? -1 : (value.data() - header.data()) + used + next;
    }
    return {};
}

/// The name of the part whose header block this is, or an empty array.
QByteArray partName(QByteArrayView headers)
{
    while (!headers.isEmpty()) {
        const qsizetype end = headers.indexOf("\r\n");
        const QByteArrayView line = end < 0 ? headers : headers.first(end);
        constexpr QByteArrayView wanted("content-disposition:");
        if (line.size() > wanted.size() && line.first(wanted.size()).compare(wanted, Qt::CaseInsensitive) == 0)
            return parameter(line, "name");
        headers = end < 0 ? QByteArrayView() : headers.sliced(end + 2);
    }
    return {};
}

} // namespace

BodyResult readMultipart(QByteArrayView contentType, RequestBody body)
{
    body.multipart = true;
    body.boundary = parameter(contentType, "boundary");
    if (body.boundary.isEmpty() || body.boundary.size() > 70)
        return refuse(u"The Content-Type has no usable boundary (1 to 70 characters)."_s);
    const QByteArrayView bytes(body.bytes);
    const QByteArray mark = "--" + body.boundary;
    const QByteArray nextMark = "\r\n" + mark;
    qsizetype at = bytes.startsWith(mark) ? 0 : bytes.indexOf(nextMark);
    if (at < 0)
        return refuse(u"The body does not contain the boundary that its Content-Type names."_s);
    at += bytes.startsWith(mark) ? mark.size() : nextMark.size();
    int models = 0;
    while (!bytes.sliced(at).startsWith("--")) {
        const qsizetype line = bytes.indexOf("\r\n", at);
        const qsizetype blank = line < 0 ? -1 : bytes.indexOf("\r\n\r\n", line);
        const qsizetype content = blank + 4;
        const qsizetype end = blank < 0 ? -1 : bytes.indexOf(nextMark, content);
        if (end < 0)
            return refuse(u"A part of the multipart body is not finished by its boundary."_s);
        if (partName(bytes.sliced(line + 2, blank - line)) == "model") {
            ++models;
            body.modelMissing = false;
            body.modelValue = {content, end};
            body.model = QString::fromUtf8(bytes.sliced(content, body.modelValue.size())).trimmed();
        }
        at = end + nextMark.size();
    }
    if (models > 1)
        return BodyRefusal{400, "invalid_request_body", u"The part “model” is given twice; which one counts would be a guess."_s, "model"};
    return body;
}

QByteArray multipartForCandidate(const RequestBody &body, const QString &modelId)
{
    if (!body.modelMissing) {
        if (body.model == modelId)
            return body.bytes;
        return json::splice(body.bytes, {{body.modelValue, modelId.toUtf8()}});
    }
    const QByteArray part = "--" + body.boundary + "\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n" + modelId.toUtf8() + "\r\n";
    const qsizetype first = body.bytes.indexOf("--" + body.boundary);
    return json::splice(body.bytes, {{{first, first}, part}});
}

} // namespace understudy
