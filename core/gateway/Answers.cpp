// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/Answers.h"

#include "base/JsonSpan.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShortestSecret = 8; ///< a shorter one is no secret, and would riddle the text
constexpr qsizetype ShortestBeginning = 4; ///< "sk-" alone tells nothing
constexpr QByteArrayView Removed = "[removed]";

bool passesBack(QByteArrayView name)
{
    const auto is = [&](QByteArrayView wanted) { return name.compare(wanted, Qt::CaseInsensitive) == 0; };
    const auto begins = [&](QByteArrayView wanted) {
        return name.size() >= wanted.size() && name.first(wanted.size()).compare(wanted, Qt::CaseInsensitive) == 0;
    };
    return is("content-type") || is("retry-after") || is("retry-after-ms") || begins("x-ratelimit-") || begins("ratelimit-");
}

/// Valid JSON whose strings hold no secret, however their letters are escaped there.
QByteArray scrubbedJson(const QByteArray &text, const QList<QByteArray> &secrets)
{
    const QByteArray plain = scrubbed(text, secrets);
    if (!plain.contains('\\') || json::validate(plain))
        return plain;
    std::vector<json::Edit> edits;
    for (qsizetype begin = plain.indexOf('"'); begin >= 0;) {
        qsizetype end = begin + 1;
        while (plain[end] != '"') // it is valid: there is one
            end += plain[end] == '\\' ? 2 : 1;
        ++end;
        const QByteArrayView literal = QByteArrayView(plain).sliced(begin, end - begin);
        if (literal.contains('\\')) {
            const QByteArray value = json::Value::exactly(literal).toUtf8();
            if (const QByteArray clean = scrubbed(value, secrets); clean != value)
                edits.push_back({{begin, end}, json::quoted(json::textOf(clean))});
        }
        begin = plain.indexOf('"', end);
    }
    return edits.empty() ? plain : json::splice(plain, std::move(edits));
}

QByteArray attemptsJson(const QList<FailedAttempt> &attempts)
{
    QByteArray out = "[";
    for (const FailedAttempt &attempt : attempts) {
        if (out.size() > 1)
            out += ',';
        out += "{\"channel\":" + json::quoted(attempt.channel) + ",\"model\":" + json::quoted(attempt.model) + ",\"outcome\":\""
            + QByteArray(word(attempt.outcome).data(), word(attempt.outcome).size()) + "\",\"status\":"
            + (attempt.httpStatus > 0 ? QByteArray::number(attempt.httpStatus) : QByteArray("null")) + ",\"ms\":" + QByteArray::number(attempt.ms)
            + '}';
    }
    return out + ']';
}

QString failureText(const QList<FailedAttempt> &attempts, const QList<SkippedCandidate> &skipped, const QString &advice)
{
    QString text;
    if (attempts.isEmpty()) {
        text = u"No candidate of this key can be called for this request."_s;
    } else {
        QStringList tried;
        for (const FailedAttempt &attempt : attempts)
            tried += attempt.channel + u'/' + attempt.model + u": "_s + word(attempt.outcome);
        text = u"Every candidate failed ("_s + tried.join(u", "_s) + u")."_s;
    }
    QStringList left;
    for (const SkippedCandidate &candidate : skipped)
        left += candidate.channel + u'/' + candidate.model + u": "_s + word(candidate.reason);
    if (!left.isEmpty())
        text += u" Not called: "_s + left.join(u", "_s) + u'.';
    if (!advice.isEmpty())
        text += u' ' + advice;
    return text;
}

} // namespace

HttpHeaders answerHeaders(const HttpHeaders &upstream, const AnswerStory &story, const QList<QByteArray> &secrets)
{
    HttpHeaders headers;
    headers.reserve(8);
    for (const HttpHeader &header : upstream) {
        if (passesBack(header.name))
            headers.append(HttpHeader{header.name, scrubbed(header.value, secrets)});
    }
    if (!story.servedBy.isEmpty())
        headers.append(HttpHeader{"x-understudy-served-by", story.servedBy});
    headers.append(HttpHeader{"x-understudy-attempts", QByteArray::number(story.attempts)});
    headers.append(HttpHeader{"x-understudy-failover", story.failover ? "true" : "false"});
    headers.append(HttpHeader{"x-understudy-cache", QByteArray(word(story.cache).data(), word(story.cache).size())});
    return headers;
}

WholeResponse wholeAnswer(const AttemptResult &result, const RuntimeCandidate &candidate, const AnswerStory &story)
{
    return {result.httpStatus, answerHeaders(result.head.headers, story, candidate.secrets), result.body};
}

WholeResponse passedThrough(const AttemptResult &result, const RuntimeCandidate &candidate, const AnswerStory &story)
{
    WholeResponse response;
    // Said inside a 200 or by a status that is no error: the client must see an error all the same.
    const int status = result.httpStatus >= 400 ? result.httpStatus : 400;
    const QByteArray body = scrubbedJson(result.body, candidate.secrets);
    if (!body.isEmpty() && !json::validate(body)) {
        response.body = body;
        response.headers = answerHeaders(result.head.headers, story, candidate.secrets);
        setHeader(response.headers, "Content-Type", "application/json");
    } else {
        const QString message = result.verdict.message.isEmpty() ? u"The provider refused the request with status %1."_s.arg(result.httpStatus)
                                                                 : QString::fromUtf8(scrubbed(result.verdict.message.toUtf8(), candidate.secrets));
        const QLatin1StringView code = word(result.verdict.outcome);
        response = openAiError(status, QByteArrayView(code.data(), code.size()), message);
        response.headers += answerHeaders({}, story);
    }
    response.status = status;
    setHeader(response.headers, "x-should-retry", "false");
    return response;
}

WholeResponse allFailed(const FinalError &error, const QList<FailedAttempt> &attempts, const QList<SkippedCandidate> &skipped, const QString &advice,
                        const AnswerStory &story)
{
    WholeResponse response;
    response.status = error.status;
    response.headers.append(HttpHeader{"Content-Type", "application/json"});
    response.headers += answerHeaders({}, story);
    response.headers.append(HttpHeader{"x-should-retry", error.shouldRetry ? "true" : "false"});
    if (error.retryAfter) {
        const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(*error.retryAfter).count();
        response.headers.append(HttpHeader{"Retry-After", QByteArray::number(std::max<qint64>(seconds, 1))});
    }
    const QByteArrayView type = error.status == 429 ? "rate_limit_error" : "api_error";
    response.body = "{\"error\":{\"message\":" + json::quoted(failureText(attempts, skipped, advice)) + ",\"type\":\"" + type.toByteArray()
        + "\",\"param\":null,\"code\":\"" + error.code + "\",\"attempts\":" + attemptsJson(attempts) + "}}";
    return response;
}

WholeResponse ownError(int status, QByteArrayView code, QStringView message, QByteArrayView param)
{
    WholeResponse response = openAiError(status, code, message, param);
    setHeader(response.headers, "x-should-retry", status == 429 || status == 503 ? "true" : "false");
    return response;
}

QByteArray streamErrorEvent(Api api, QByteArrayView code, QStringView message)
{
    if (api == Api::Responses) {
        return "\n\nevent: error\ndata: {\"type\":\"error\",\"code\":\"" + code.toByteArray() + "\",\"message\":" + json::quoted(message)
            + ",\"param\":null}\n\n";
    }
    return "\n\ndata: {\"error\":{\"message\":" + json::quoted(message) + ",\"type\":\"api_error\",\"param\":null,\"code\":\"" + code.toByteArray()
        + "\"}}\n\n";
}

QByteArray scrubbed(QByteArray text, const QList<QByteArray> &secrets)
{
    for (const QByteArray &secret : secrets) {
        if (secret.size() < ShortestSecret)
            continue;
        text.replace(secret, Removed);
        const QByteArray escaped = QByteArray(secret).replace('/', "\\/"); // as some JSON writers do
        if (escaped != secret)
            text.replace(escaped, Removed);
        for (qsizetype left = std::min(secret.size() - 1, text.size()); left >= ShortestBeginning; --left) {
            if (text.endsWith(QByteArrayView(secret).first(left))) {
                text.replace(text.size() - left, left, Removed);
                break;
            }
        }
    }
    return text;
}

} // namespace understudy
