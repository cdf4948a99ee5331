// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/Classify.h"

#include "base/JsonSpan.h"
#include "failover/ErrorShapes.h"
#include "failover/ErrorTable.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;
using json::Value;

namespace {

constexpr qsizetype LongestMessage = 512;
constexpr qsizetype LongestDetail = 64;

Verdict verdictOf(Outcome outcome, const QString &detail, const QString &message = {})
{
    Verdict verdict;
    verdict.outcome = outcome;
    verdict.detail = detail;
    verdict.message = message.left(LongestMessage);
    return verdict;
}

bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Providers that queue a request send blank lines before the answer (DeepSeek).
QByteArrayView withoutLeadingBlanks(QByteArrayView body)
{
    qsizetype at = 0;
    while (at < body.size() && isBlank(body[at]))
        ++at;
    return body.sliced(at);
}

bool startsWithoutCase(QByteArrayView text, QByteArrayView prefix)
{
    return text.size() >= prefix.size() && text.first(prefix.size()).compare(prefix, Qt::CaseInsensitive) == 0;
}

bool looksLikeHtml(QByteArrayView body)
{
    return startsWithoutCase(body, "<!doctype html") || startsWithoutCase(body, "<html") || startsWithoutCase(body, "<head");
}

bool saysHtml(const HttpHeaders &headers)
{
    const auto type = headerValue(headers, "content-type");
    return type && startsWithoutCase(QByteArrayView(*type).trimmed(), "text/html");
}

bool isEncoded(const HttpHeaders &headers)
{
    const auto encoding = headerValue(headers, "content-encoding");
    return encoding && !encoding->trimmed().isEmpty() && encoding->trimmed().compare("identity", Qt::CaseInsensitive) != 0;
}

QString statusWord(int status) { return u"http_"_s + QString::number(status); }

/// Whether a person would see anything of it: blanks, control characters and U+FEFF explain nothing in the log.
bool isVisible(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return (c.isPrint() && !c.isSpace()) || c.isSurrogate(); });
}

/// The finer word for the log: the provider's own, unless it only repeats the status.
QString detailOf(const ProviderError &error, int status)
{
    for (const QByteArray *word : {&error.code, &error.status, &error.type}) {
        const QString text = json::textOf(QByteArrayView(*word).first(std::min(word->size(), LongestDetail)));
        if (isVisible(text) && *word != QByteArray::number(error.httpCode))
            return text;
    }
    const int said = error.httpCode != 0 ? error.httpCode : status;
    return said >= 200 && said <= 299 ? u"error_in_answer"_s : statusWord(said);
}

Verdict verdictOf(const ProviderError &error, int status)
{
    Verdict verdict = verdictOf(outcomeOfError(error, status), detailOf(error, status), error.message);
    if (verdict.outcome == Outcome::RateLimited)
        verdict.retryAfter = error.retryAfter;
    const auto names = [&error](QLatin1StringView word) {
        return error.message.contains(word, Qt::CaseInsensitive) || QLatin1StringView(error.param).contains(word);
    };
    const int said = error.httpCode != 0 ? error.httpCode : status;
    verdict.namesStreamOptions = (said == 400 || said == 422) && (names("stream_options"_L1) || names("include_usage"_L1));
    return verdict;
}

/// The answer to a failed call, whose body may be JSON in any shape, a web page, plain text or nothing.
Verdict failureVerdict(int status, QByteArrayView body)
{
    if (looksLikeHtml(body))
        return verdictOf(outcomeOfStatus(status), u"html_page"_s);
    if (!body.isEmpty() && (body[0] == '{' || body[0] == '[' || body[0] == '"') && !json::validate(body))
        return verdictOf(readFailure(Value(body)), status);
    ProviderError error;
    error.message = QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), 4 * LongestMessage))).trimmed();
    return verdictOf(error, status);
}

bool isEmptyText(const Value &value)
{
    return value.isMissing() || value.isNull() || value.isEmptyString() || (value.isArray() && value.first().isMissing());
}

/// The parts of the first choice that matter here, gathered in one walk.
struct FirstChoice {
    Value finishReason, error, message, text;

    explicit FirstChoice(const Value &choice)
    {
        choice.members([this](const Value &name, const Value &value) {
            const QByteArrayView key = name.raw();
            if (key == "\"finish_reason\"")
                finishReason = value;
            else if (key == "\"message\"")
                message = value;
            else if (key == "\"error\"")
                error = value;
            else if (key == "\"text\"")
                text = value;
            return true;
        });
    }

    /// Nothing at all came out: no content, reasoning, tool call, refusal or audio.
    bool isEmpty() const
    {
        const QByteArrayView reason = finishReason.raw();
        if (reason != "\"stop\"" && !finishReason.isMissing() && !finishReason.isNull())
            return false;
        bool empty = isEmptyText(text);
        message.members([&empty](const Value &name, const Value &value) {
            if (name.raw() != "\"role\"" && name.raw() != "\"name\"" && !isEmptyText(value))
                empty = false;
            return empty;
        });
        return empty;
    }
};

/// Errors that only the first choice tells: OpenRouter's `error`, and the finish reasons by which a provider says that it
/// did not finish (DeepSeek, Zhipu).
std::optional<Verdict> errorInChoice(const FirstChoice &choice)
{
    if (choice.error.isObject()) {
        const QByteArray document = "{\"error\":" + choice.error.raw().toByteArray() + '}';
        if (const auto error = findError(Value(document)))
            return verdictOf(*error, 200);
    }
    const QByteArrayView reason = choice.finishReason.raw();
    for (const QByteArrayView word : {QByteArrayView("\"insufficient_system_resource\""), QByteArrayView("\"network_error\""),
                                      QByteArrayView("\"error\"")}) {
        if (reason == word)
            return verdictOf(Outcome::Overloaded, choice.finishReason.toString());
    }
    return std::nullopt;
}

/// A body that came with success and should be the JSON answer of that path.
Verdict answerVerdict(const ApiTraits &api, QByteArrayView body, bool emptyAnswerIsFailure)
{
    const json::ObjectIndex index = json::indexObject(body);
    if (index.problem) {
        if (looksLikeHtml(body))
            return verdictOf(Outcome::Broken, u"html_page"_s);
        return verdictOf(Outcome::Broken, index.problem.offset >= body.size() ? u"truncated_json"_s : u"malformed_json"_s);
    }
    const auto missing = [&api] { return verdictOf(Outcome::Broken, u"no_"_s + QLatin1StringView(api.answerMember)); };
    if (!index.isObject) {
        const auto error = findError(Value(body));
        return error ? verdictOf(*error, 200) : missing();
    }
    const TopLevel top = TopLevel::of(index, body);
    if (const auto error = findError(top))
        return verdictOf(*error, 200);

    const json::Found found = json::find(index, body, api.answerMember);
    const Value answer = found.count == 0 ? Value()
                                          : Value::exactly(body.sliced(found.member.value.begin, found.member.value.size()));
    if (!answer.isArray())
        return missing();
    const Value first = answer.first();
    const bool mayBeEmpty = api.api == Api::Responses && !emptyAnswerIsFailure; // stopped before the first item
    if (first.isMissing() && !mayBeEmpty)
        return missing();
    if (api.api == Api::ChatCompletions || api.api == Api::Completions) {
        const FirstChoice choice(first);
        if (const auto error = errorInChoice(choice))
            return *error;
        if (emptyAnswerIsFailure && choice.isEmpty())
            return verdictOf(Outcome::Broken, u"empty_answer"_s);
    }
    return verdictOf(Outcome::Answered, {});
}

} // namespace

Verdict classifyFault(const TransportEnd &end)
{
    const auto notSent = [&end](const QString &detail) {
        // What the provider may have seen may also have been billed.
        return verdictOf(end.requestSent ? Outcome::Broken : Outcome::ConnectFailed, detail, end.detail);
    };
    switch (end.fault) {
    case TransportFault::Refused: return notSent(u"refused"_s);
    case TransportFault::NameNotFound: return notSent(u"name_not_found"_s);
    case TransportFault::Unreachable: return notSent(u"unreachable"_s);
    case TransportFault::TlsFailed: return notSent(u"tls_failed"_s);
    case TransportFault::ProxyFailed: return notSent(u"proxy_failed"_s);
    case TransportFault::ConnectTimeout: return notSent(u"connect_timeout"_s);
    case TransportFault::StaleConnection: return verdictOf(Outcome::Broken, u"stale_connection"_s, end.detail);
    case TransportFault::Closed: return verdictOf(Outcome::Broken, u"closed"_s, end.detail);
    case TransportFault::Malformed: return verdictOf(Outcome::Broken, u"malformed_http"_s, end.detail);
    case TransportFault::None: break;
    }
    return verdictOf(Outcome::Broken, u"early_end"_s, end.detail);
}

std::optional<Verdict> classifyHead(Api, int status, const HttpHeaders &headers)
{
    if (status >= 300 && status <= 399)
        return verdictOf(Outcome::Redirected, statusWord(status));
    if (status < 200 || status > 599)
        return verdictOf(Outcome::Broken, statusWord(status));
    if (status == 204 || status == 205)
        return verdictOf(Outcome::Broken, u"no_content"_s);
    if (status <= 299 && saysHtml(headers))
        return verdictOf(Outcome::Broken, u"html_page"_s);
    if (status <= 299 && isEncoded(headers)) // nobody asked for it, and nobody here can read it
        return verdictOf(Outcome::Broken, u"content_encoding"_s);
    return std::nullopt;
}

Verdict classifyAnswer(Api api, int status, const HttpHeaders &headers, QByteArrayView body, bool emptyAnswerIsFailure, WallTime now)
{
    if (const auto verdict = classifyHead(api, status, headers))
        return *verdict;
    body = withoutLeadingBlanks(body);

    Verdict verdict;
    if (status >= 400) {
        verdict = failureVerdict(status, body);
    } else if (body.isEmpty()) {
        return verdictOf(Outcome::Broken, u"empty_body"_s);
    } else if (traits(api).answerMember) {
        verdict = answerVerdict(traits(api), body, emptyAnswerIsFailure);
    } else if (looksLikeHtml(body)) {
        return verdictOf(Outcome::Broken, u"html_page"_s);
    } else if ((body[0] == '{' || body[0] == '[') && !json::validate(body)) {
        verdict = classifyErrorDocument(body, status).value_or(verdictOf(Outcome::Answered, {}));
    }
    if (verdict.outcome == Outcome::RateLimited) {
        if (const auto wait = retryAfter(headers, now))
            verdict.retryAfter = wait;
    }
    return verdict;
}

std::optional<Verdict> classifyFinish(QByteArrayView json)
{
    const Value first = Value(json)["choices"].first();
    return first.isObject() ? errorInChoice(FirstChoice(first)) : std::nullopt;
}

std::optional<Verdict> classifyErrorDocument(QByteArrayView json, int status)
{
    if (const auto error = findError(Value(json)))
        return verdictOf(*error, status);
    return std::nullopt;
}

} // namespace understudy
