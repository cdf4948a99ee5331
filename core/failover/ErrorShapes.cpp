// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/ErrorShapes.h"

#include "failover/RetryAfter.h"

namespace understudy {

using namespace Qt::StringLiterals;
using json::Value;

namespace {

/// A code or type as text, whether it came as a string or as a number; null, true and objects are nothing.
QByteArray scalarText(const Value &value)
{
    if (value.isString())
        return value.toUtf8();
    return value.isNumber() ? value.raw().toByteArray() : QByteArray();
}

bool isSaid(const Value &value)
{
    return !value.isMissing() && !value.isNull() && value.raw() != "false" && !value.isEmptyString();
}

/// Words of an answer that went well, for the flat shapes that always carry a code.
bool meansSuccess(const QByteArray &code)
{
    static constexpr const char *words[] = {"", "0", "200", "success", "Success", "SUCCESS", "ok", "OK", "Ok"};
    return std::any_of(std::begin(words), std::end(words), [&](const char *word) { return code == word; });
}

/// Text for a person: a string as it is, FastAPI's list of complaints by its first `msg`, anything else as its JSON.
QString messageText(const Value &value)
{
    if (!isSaid(value))
        return {};
    if (value.isString())
        return value.toString();
    const Value complaint = value.isArray() ? value.first() : value;
    for (const char *name : {"msg", "message", "detail"}) {
        if (const Value text = complaint[name]; text.isString())
            return text.toString();
    }
    return QString::fromUtf8(value.raw().first(std::min<qsizetype>(value.raw().size(), 2048)));
}

QString firstText(std::initializer_list<Value> values)
{
    for (const Value &value : values) {
        if (const QString text = messageText(value); !text.isEmpty())
            return text;
    }
    return {};
}

int httpCodeOf(const QByteArray &code)
{
    bool ok = false;
    const int number = code.toInt(&ok);
    return ok && number >= 400 && number <= 599 ? number : 0;
}

/// What Google puts into `details`: RetryInfo with a delay, ErrorInfo with a reason.
void readDetails(const Value &details, ProviderError &error)
{
    details.elements([&](const Value &detail) {
        if (const Value delay = detail["retryDelay"]; delay.isString())
            error.retryAfter = durationFromText(delay.toUtf8());
        if (const Value reason = detail["reason"]; reason.isString())
            error.status = reason.toUtf8();
        return true;
    });
}

/// The inside of `error: {…}`: OpenAI and its relatives.
ProviderError fromErrorObject(const Value &object)
{
    ProviderError error;
    error.numbers = ProviderError::Numbers::OpenAiShape;
    Value nested, msg, detail, reason;
    object.members([&](const Value &name, const Value &value) {
        const QByteArrayView key = name.raw();
        if (key == "\"code\"" || (key == "\"Code\"" && error.code.isEmpty()))
            error.code = scalarText(value);
        else if (key == "\"type\"")
            error.type = scalarText(value);
        else if (key == "\"status\"")
            error.status = scalarText(value);
        else if (key == "\"param\"")
            error.param = scalarText(value);
        else if (key == "\"message\"" || key == "\"Message\"")
            error.message = messageText(value);
        else if (key == "\"msg\"")
            msg = value;
        else if (key == "\"detail\"" || key == "\"error\"")
            detail = value;
        else if (key == "\"http_code\"" || key == "\"status_code\"")
            error.httpCode = httpCodeOf(scalarText(value));
        else if (key == "\"reason\"")
            reason = value;
        else if (key == "\"details\"")
            nested = value;
        return true;
    });
    readDetails(nested, error);
    if (error.message.isEmpty())
        error.message = firstText({msg, detail, reason});
    if (error.code.isEmpty())
        error.code = scalarText(reason);
    return error;
}

ProviderError fromFlat(const TopLevel &top, ProviderError::Numbers numbers)
{
    ProviderError error;
    error.code = scalarText(top.code);
    error.type = scalarText(top.type);
    error.status = scalarText(top.status);
    error.param = scalarText(top.param);
    error.message = firstText({top.message, top.msg, top.errorMsg, top.detail, top.title});
    error.numbers = numbers;
    return error;
}

/// Apigee's envelope, used by gateways in front of providers.
ProviderError fromFault(const Value &fault)
{
    ProviderError error;
    error.message = fault.isString() ? fault.toString() : fault["faultstring"].toString();
    const Value detail = fault["detail"];
    error.code = scalarText(detail["errorcode"]);
    if (error.code.isEmpty())
        error.code = scalarText(fault["code"]);
    return error;
}

ProviderError finished(ProviderError error)
{
    if (const int number = httpCodeOf(error.code))
        error.httpCode = number;
    return error;
}

} // namespace

void TopLevel::take(QByteArrayView name, QByteArrayView value)
{
    struct Row {
        QByteArrayView name;
        Value TopLevel::*member;
    };
    static constexpr Row rows[] = {
        {"\"choices\"", &TopLevel::choices}, {"\"error\"", &TopLevel::error}, {"\"code\"", &TopLevel::code},
        {"\"type\"", &TopLevel::type}, {"\"status\"", &TopLevel::status}, {"\"message\"", &TopLevel::message},
        {"\"msg\"", &TopLevel::msg}, {"\"object\"", &TopLevel::object}, {"\"param\"", &TopLevel::param},
        {"\"data\"", &TopLevel::data}, {"\"detail\"", &TopLevel::detail}, {"\"title\"", &TopLevel::title},
        {"\"output\"", &TopLevel::output}, {"\"results\"", &TopLevel::results}, {"\"base_resp\"", &TopLevel::baseResp},
        {"\"fault\"", &TopLevel::fault}, {"\"error_code\"", &TopLevel::errorCode}, {"\"error_msg\"", &TopLevel::errorMsg},
        {"\"response\"", &TopLevel::response}, {"\"Response\"", &TopLevel::tencentResponse}, {"\"http_code\"", &TopLevel::httpCode},
    };
    for (const Row &row : rows) {
        if (name == row.name) {
            this->*row.member = Value::exactly(value);
            return;
        }
    }
}

TopLevel TopLevel::of(const Value &object)
{
    TopLevel top;
    object.members([&top](const Value &name, const Value &value) {
        top.take(name.raw(), value.raw());
        return true;
    });
    return top;
}

TopLevel TopLevel::of(const json::ObjectIndex &index, QByteArrayView text)
{
    TopLevel top;
    for (const json::Member &member : index.members)
        top.take(text.sliced(member.name.begin, member.name.size()), text.sliced(member.value.begin, member.value.size()));
    return top;
}

std::optional<ProviderError> findError(const TopLevel &top)
{
    using Numbers = ProviderError::Numbers;
    if (top.error.isObject()) {
        ProviderError error = fromErrorObject(top.error);
        if (error.httpCode == 0)
            error.httpCode = httpCodeOf(scalarText(top.httpCode));
        return finished(error);
    }
    if (top.error.isArray() && !top.error.first().isMissing()) {
        const Value first = top.error.first();
        if (first.isObject())
            return finished(fromErrorObject(first));
    }
    if (isSaid(top.error)) { // a text; xAI puts a code beside it, Fireworks a message
        ProviderError error = fromFlat(top, Numbers::FlatCode);
        const QString text = messageText(top.error);
        error.message = error.message.isEmpty() ? text : text + u": "_s + error.message;
        return finished(error);
    }
    if (top.baseResp.isObject()) { // MiniMax; status 0 beside an answer is success
        const QByteArray code = scalarText(top.baseResp["status_code"]);
        if (!code.isEmpty() && code != "0") {
            ProviderError error;
            error.code = code;
            error.message = top.baseResp["status_msg"].toString();
            error.numbers = Numbers::BaseResp;
            return error;
        }
    }
    if (isSaid(top.fault))
        return finished(fromFault(top.fault));
    if (top.object.raw() == "\"error\"")
        return finished(fromFlat(top, Numbers::None));
    if (top.response.isObject()) { // an event of the Responses API that reports the end of the whole
        if (const Value inner = top.response["error"]; inner.isObject())
            return finished(fromErrorObject(inner));
    }
    if (top.tencentResponse.isObject()) {
        if (const Value inner = top.tencentResponse["Error"]; inner.isObject())
            return finished(fromErrorObject(inner));
    }
    const bool answers = isSaid(top.choices) || isSaid(top.data) || isSaid(top.results) || isSaid(top.output);
    if (answers)
        return std::nullopt;
    if (const QByteArray code = scalarText(top.errorCode); !meansSuccess(code)) { // Qianfan V1
        ProviderError error = fromFlat(top, Numbers::FlatCode);
        error.code = code;
        return finished(error);
    }
    if (const QByteArray code = scalarText(top.code); !meansSuccess(code) && (isSaid(top.message) || isSaid(top.msg)))
        return finished(fromFlat(top, Numbers::FlatCode));
    if (top.type.raw() == "\"error\"")
        return finished(fromFlat(top, Numbers::FlatCode));
    return std::nullopt;
}

std::optional<ProviderError> findError(const Value &document)
{
    const Value first = document.isArray() ? document.first() : document;
    return first.isObject() ? findError(TopLevel::of(first)) : std::nullopt;
}

ProviderError readFailure(const Value &document)
{
    if (const auto error = findError(document))
        return *error;
    const Value first = document.isArray() ? document.first() : document;
    ProviderError error;
    if (first.isString())
        error.message = first.toString();
    else if (first.isObject())
        error = finished(fromFlat(TopLevel::of(first), ProviderError::Numbers::FlatCode));
    return error;
}

} // namespace understudy
