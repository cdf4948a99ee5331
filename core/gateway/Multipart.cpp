// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/Multipart.h"

#include "base/FieldGrammar.h"
#include "gateway/MediaType.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

BodyRefusal refuse(const QString &message)
{
    return {400, "invalid_request_body", message, {}};
}

/// RFC 2046 §5.1.1, without the blank that some readers cut off.
bool isBoundary(QByteArrayView text)
{
    constexpr QByteArrayView marks("'()+_,-./:=?");
    return !text.isEmpty() && text.size() <= 70 && std::all_of(text.begin(), text.end(), [marks](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
    });
}

/// The name of the part with this head. Nothing unless every reader must find the same one: readers differ about folded lines, bare
/// line ends, a blank before the colon, and which of two they take.
std::optional<QByteArray> partName(QByteArrayView head)
{
    std::optional<QByteArray> name;
    while (!head.isEmpty()) {
        const qsizetype end = head.indexOf("\r\n");
        const QByteArrayView line = end < 0 ? head : head.first(end);
        head = end < 0 ? QByteArrayView() : head.sliced(end + 2);
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || !isToken(line.first(colon)) || !isFieldValue(line.sliced(colon + 1)))
            return std::nullopt;
        if (line.first(colon).compare("content-disposition", Qt::CaseInsensitive) != 0)
            continue;
        const QByteArrayView value = line.sliced(colon + 1);
        const bool again = name.has_value();
        name = parameterValue(value, "name");
        if (again || !name || name->isEmpty() || mediaType(value).compare("form-data", Qt::CaseInsensitive) != 0)
            return std::nullopt;
    }
    return name;
}

/// How often it stands in the text, also where one reaches into the next.
qsizetype occurrences(QByteArrayView text, QByteArrayView wanted)
{
    qsizetype count = 0;
    for (qsizetype at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
        ++count;
    return count;
}

} // namespace

BodyResult readMultipart(QByteArrayView contentType, RequestBody body)
{
    body.multipart = true;
    const std::optional<QByteArray> boundary = parameterValue(contentType, "boundary");
    if (!boundary || !isBoundary(*boundary))
        return refuse(u"The Content-Type has no usable boundary (one, of 1 to 70 characters)."_s);
    body.boundary = *boundary;
    const QByteArrayView bytes(body.bytes);
    const QByteArray mark = "--" + body.boundary;
    const QByteArray nextMark = "\r\n" + mark;
    qsizetype at = bytes.startsWith(mark) ? 0 : bytes.indexOf(nextMark);
    if (at < 0)
        return refuse(u"The body does not contain the boundary that its Content-Type names."_s);
    at += bytes.startsWith(mark) ? mark.size() : nextMark.size();
    int models = 0;
    qsizetype delimiters = 1;
    while (!bytes.sliced(at).startsWith("--")) {
        const qsizetype line = bytes.indexOf("\r\n", at);
        const qsizetype blank = line < 0 ? -1 : bytes.indexOf("\r\n\r\n", line);
        const qsizetype content = blank + 4;
        const qsizetype end = blank < 0 ? -1 : bytes.indexOf(nextMark, content);
        if (end < 0)
            return refuse(u"A part of the multipart body is not finished by its boundary."_s);
        const std::optional<QByteArray> name = blank > line ? partName(bytes.sliced(line + 2, blank - line - 2)) : std::nullopt;
        if (!name || !bytes.sliced(at, line - at).trimmed().isEmpty())
            return refuse(u"A part of the multipart body has no clear head: it needs one Content-Disposition: form-data with one name."_s);
        if (name->compare("model", Qt::CaseInsensitive) == 0) {
            if (*name != "model")
                return refuse(u"A part's name differs from “model” in case only; whether it counts would be a guess."_s);
            ++models;
            body.modelMissing = false;
            body.modelValue = {content, end};
            body.model = QString::fromUtf8(bytes.sliced(content, body.modelValue.size())).trimmed();
        }
        at = end + nextMark.size();
        ++delimiters;
    }
    if (models > 1)
        return BodyRefusal{400, "invalid_request_body", u"The part “model” is given twice; which one counts would be a guess."_s, "model"};
    // One that we did not take for a delimiter is one for readers that also know other line ends: it would hide parts from us.
    if (occurrences(bytes, mark) != delimiters)
        return refuse(u"The boundary of the multipart body also stands where it delimits nothing."_s);
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
