// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/RequestBody.h"

#include "gateway/MediaType.h"
#include "gateway/Multipart.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

BodyRefusal invalid(const QString &message, QByteArray param = {})
{
    return {400, "invalid_request_body", message, std::move(param)};
}

BodyRefusal refuseProblem(const json::Problem &problem)
{
    const QString at = u" (at byte %1)"_s.arg(problem.offset);
    switch (problem.flaw) {
    case json::Flaw::Empty: return invalid(u"The request body is empty. Send a JSON object such as {\"model\": …, \"messages\": […]}."_s);
    case json::Flaw::TooDeep: return invalid(u"The request body is nested deeper than %1 levels%2."_s.arg(json::MaxDepth).arg(at));
    case json::Flaw::TooMany: return invalid(u"The request body has more than %1 members."_s.arg(json::MaxMembers));
    case json::Flaw::InvalidUtf8: return invalid(u"The request body is not valid UTF-8%1."_s.arg(at));
    case json::Flaw::TrailingBytes: return invalid(u"Something follows the JSON object in the request body%1."_s.arg(at));
    default: return invalid(u"The request body is not valid JSON%1."_s.arg(at));
    }
}

bool isJsonType(QByteArrayView type)
{
    return type.isEmpty() || type.compare("application/json", Qt::CaseInsensitive) == 0 || type.compare("text/json", Qt::CaseInsensitive) == 0
        || (type.size() > 5 && type.last(5).compare("+json", Qt::CaseInsensitive) == 0);
}

/// JSON is UTF-8 (RFC 8259 §8.1). We read it so, and the type goes on to the provider, who must not read it otherwise.
bool isUtf8(QByteArrayView contentType)
{
    const std::optional<QByteArray> charset = parameterValue(contentType, "charset");
    const auto is = [&](QByteArrayView name) { return charset->compare(name, Qt::CaseInsensitive) == 0; };
    return charset && (charset->isEmpty() || is("utf-8") || is("utf8") || is("us-ascii"));
}

/// Reads the members that matter, each at most once in the body.
class JsonReader {
public:
    explicit JsonReader(RequestBody &body) : m_body(body) {}

    std::optional<BodyRefusal> read(Api api)
    {
        m_body.index = json::indexObject(m_body.bytes);
        if (m_body.index.problem)
            return refuseProblem(m_body.index.problem);
        if (!m_body.index.isObject)
            return invalid(u"The request body must be a JSON object."_s);
        readModel();
        readStream(api);
        if (api == Api::Responses)
            readPin();
        return m_refusal;
    }

private:
    json::Value take(QByteArrayView name, json::Span *span = nullptr)
    {
        const json::Found found = json::find(m_body.index, m_body.bytes, name);
        if (found.count > 1 && !m_refusal)
            m_refusal = invalid(u"The member “%1” is given twice; which one counts would be a guess."_s.arg(QString::fromUtf8(name)),
                                name.toByteArray());
        if (found.count == 0)
            return {};
        if (span)
            *span = found.member.value;
        return json::Value(QByteArrayView(m_body.bytes).sliced(found.member.value.begin, found.member.value.size()));
    }
    void readPin()
    {
        m_body.pinId = take("previous_response_id").toUtf8();
        const json::Value conversation = take("conversation"); // an id, or an object with one
        if (m_body.pinId.isEmpty())
            m_body.pinId = conversation.isObject() ? conversation["id"].toUtf8() : conversation.toUtf8();
    }
    void wrongType(QByteArrayView name, QStringView wanted)
    {
        if (!m_refusal)
            m_refusal = invalid(u"The member “%1” must be %2."_s.arg(QString::fromUtf8(name), wanted), name.toByteArray());
    }
    /// “Model” is another member for us and the same one for readers that ignore case (Go's): it could name a model that is not the key's.
    bool modelInOtherCase() const
    {
        return std::any_of(m_body.index.members.cbegin(), m_body.index.members.cend(), [this](const json::Member &member) {
            const QByteArray name = json::Value::exactly(QByteArrayView(m_body.bytes).sliced(member.name.begin, member.name.size())).toUtf8();
            return name != "model" && name.compare("model", Qt::CaseInsensitive) == 0;
        });
    }
    void readModel()
    {
        if (modelInOtherCase() && !m_refusal)
            m_refusal = invalid(u"A member differs from “model” in case only; whether it counts would be a guess."_s, "model");
        const json::Value model = take("model", &m_body.modelValue);
        m_body.modelMissing = model.isMissing();
        if (model.isString())
            m_body.model = model.toString();
        else if (!model.isMissing() && !model.isNull())
            wrongType("model", u"a string");
    }
    void readStream(Api api)
    {
        const json::Value stream = take("stream");
        if (stream.type() == json::Value::Type::Bool)
            m_body.stream = stream.toBool() && traits(api).streams;
        else if (!stream.isMissing() && !stream.isNull())
            wrongType("stream", u"true or false");
        m_body.choices = int(std::clamp<qint64>(json::Value(take("n")).toInteger().value_or(1), 1, 1024));
        const json::Value options = take("stream_options", &m_body.streamOptions);
        m_body.clientWantsUsage = options["include_usage"].toBool();
    }

    RequestBody &m_body;
    std::optional<BodyRefusal> m_refusal;
};

/// The edit that makes stream_options ask for usage; nothing when its value is of a kind that we do not touch.
std::optional<json::Edit> usageOptionEdit(const RequestBody &body)
{
    if (body.streamOptions.size() == 0)
        return json::insertMember(body.index, "stream_options", "{\"include_usage\":true}");
    const QByteArrayView value = QByteArrayView(body.bytes).sliced(body.streamOptions.begin, body.streamOptions.size());
    if (value == "null")
        return json::Edit{body.streamOptions, "{\"include_usage\":true}"};
    const json::ObjectIndex inner = json::indexObject(value);
    if (!inner.isObject)
        return std::nullopt;
    const json::Found found = json::find(inner, value, "include_usage");
    json::Edit edit = found.count > 0 ? json::Edit{found.member.value, "true"} : json::insertMember(inner, "include_usage", "true");
    edit.span.begin += body.streamOptions.begin;
    edit.span.end += body.streamOptions.begin;
    return edit;
}

void appendWithoutBlanks(QByteArray &out, QByteArrayView json)
{
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            out += c;
            if (c == '\\' && i + 1 < json.size())
                out += json[++i];
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
            out += c;
        } else if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
            out += c;
        }
    }
}

} // namespace

BodyResult readRequestBody(Api api, QByteArrayView contentType, QByteArray bytes)
{
    const QByteArrayView type = mediaType(contentType);
    RequestBody body;
    body.bytes = std::move(bytes);
    if (traits(api).multipart) {
        if (type.compare("multipart/form-data", Qt::CaseInsensitive) != 0)
            return BodyRefusal{415, "unsupported_media_type", u"This path takes multipart/form-data."_s, {}};
        return readMultipart(contentType, std::move(body));
    }
    if (!isJsonType(type))
        return BodyRefusal{415, "unsupported_media_type",
                           u"This path takes JSON. Send the header “Content-Type: application/json”; it was “%1”."_s.arg(
                               QString::fromLatin1(type.first(std::min<qsizetype>(type.size(), 80)))),
                           {}};
    if (!isUtf8(contentType))
        return BodyRefusal{415, "unsupported_media_type", u"JSON bodies are UTF-8. Send “Content-Type: application/json” without another charset."_s, {}};
    if (auto refusal = JsonReader(body).read(api))
        return *refusal;
    return body;
}

QByteArray bodyForCandidate(const RequestBody &body, const QString &modelId, bool addUsageOption)
{
    if (body.multipart)
        return multipartForCandidate(body, modelId);
    std::vector<json::Edit> edits;
    if (body.modelMissing)
        edits.push_back(json::insertMember(body.index, "model", json::quoted(modelId)));
    else if (body.model != modelId)
        edits.push_back({body.modelValue, json::quoted(modelId)});
    if (addUsageOption && !body.clientWantsUsage) {
        if (auto edit = usageOptionEdit(body))
            edits.push_back(*edit);
    }
    return edits.empty() ? body.bytes : json::splice(body.bytes, std::move(edits));
}

QByteArray canonicalBody(const RequestBody &body)
{
    struct Part {
        QByteArray name;
        json::Span value;
    };
    std::vector<Part> parts;
    for (const json::Member &member : body.index.members) {
        const QByteArray name = json::Value(QByteArrayView(body.bytes).sliced(member.name.begin, member.name.size())).toUtf8();
        if (name != "model" && name != "stream" && name != "stream_options" && name != "user")
            parts.push_back({name, member.value});
    }
    std::stable_sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) { return a.name < b.name; });
    QByteArray out;
    out.reserve(body.bytes.size());
    for (const Part &part : parts) {
        out += QByteArray::number(part.name.size()) + ':' + part.name + '=';
        appendWithoutBlanks(out, QByteArrayView(body.bytes).sliced(part.value.begin, part.value.size()));
        out += '\n';
    }
    return out;
}

} // namespace understudy
