// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/SimulatedAnswer.h"

#include "base/JsonSpan.h"

#include <cmath>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

using json::Value;

constexpr qsizetype PieceLength = 16; ///< characters of a streamed piece

struct Asked {
    QString model;
    QString prompt;
    bool stream = false;
    bool usage = false;
};

/// The text of a message's content: a string, or the text parts of a list.
QString textOf(const Value &content)
{
    if (content.isString())
        return content.toString();
    QString text;
    content.elements([&](const Value &part) {
        text += part["text"].toString();
        return true;
    });
    return text;
}

Asked readAsked(Api api, QByteArrayView body)
{
    const Value request(body);
    Asked asked;
    asked.model = request["model"].toString();
    asked.stream = request["stream"].toBool();
    asked.usage = request["stream_options"]["include_usage"].toBool();
    if (api == Api::ChatCompletions) {
        request["messages"].elements([&](const Value &message) {
            if (message["role"].toString() == "user"_L1)
                asked.prompt = textOf(message["content"]);
            return true;
        });
    } else {
        asked.prompt = textOf(request[api == Api::Completions ? "prompt" : "input"]);
    }
    return asked;
}

QByteArray usageJson(const Usage &usage)
{
    QByteArray out = "{\"prompt_tokens\":" + QByteArray::number(usage.promptTokens.value_or(0))
        + ",\"completion_tokens\":" + QByteArray::number(usage.completionTokens.value_or(0))
        + ",\"total_tokens\":" + QByteArray::number(usage.total().value_or(0));
    if (usage.reasoningTokens)
        out += ",\"completion_tokens_details\":{\"reasoning_tokens\":" + QByteArray::number(*usage.reasoningTokens) + '}';
    return out + '}';
}

QByteArray head(const Asked &asked, const char *object, qint64 unixSeconds)
{
    return "{\"id\":\"simulated-" + QByteArray::number(unixSeconds) + "\",\"object\":\"" + object + "\",\"created\":"
        + QByteArray::number(unixSeconds) + ",\"model\":" + json::quoted(asked.model);
}

QStringList piecesOf(const QString &text)
{
    QStringList pieces;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype length = std::min(PieceLength, text.size() - at);
        if (at + length < text.size() && text[at + length - 1].isHighSurrogate())
            ++length;
        pieces += text.sliced(at, length);
        at += length;
    }
    return pieces;
}

SimulatedAnswer chat(const Asked &asked, const DemoAnswer &answer, qint64 now)
{
    if (!asked.stream) {
        QByteArray message = "{\"role\":\"assistant\",\"content\":" + json::quoted(answer.content);
        if (!answer.reasoning.isEmpty())
            message += ",\"reasoning_content\":" + json::quoted(answer.reasoning);
        return {200, "application/json",
                {head(asked, "chat.completion", now) + ",\"choices\":[{\"index\":0,\"message\":" + message
                 + "},\"finish_reason\":\"stop\"}],\"usage\":" + usageJson(answer.usage) + '}'}};
    }
    SimulatedAnswer stream{200, "text/event-stream", {}};
    const QByteArray start = "data: " + head(asked, "chat.completion.chunk", now);
    const auto chunk = [&](const QByteArray &delta, const char *reason) {
        stream.pieces += start + ",\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + reason + "}]}\n\n";
    };
    chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null");
    for (const QString &piece : piecesOf(answer.reasoning))
        chunk("{\"reasoning_content\":" + json::quoted(piece) + '}', "null");
    for (const QString &piece : piecesOf(answer.content))
        chunk("{\"content\":" + json::quoted(piece) + '}', "null");
    chunk("{}", "\"stop\"");
    if (asked.usage)
        stream.pieces += start + ",\"choices\":[],\"usage\":" + usageJson(answer.usage) + "}\n\n";
    stream.pieces += "data: [DONE]\n\n";
    return stream;
}

SimulatedAnswer completion(const Asked &asked, const DemoAnswer &answer, qint64 now)
{
    const QByteArray start = head(asked, "text_completion", now);
    if (!asked.stream) {
        return {200, "application/json",
                {start + ",\"choices\":[{\"index\":0,\"text\":" + json::quoted(answer.content) + ",\"finish_reason\":\"stop\"}],\"usage\":"
                 + usageJson(answer.usage) + '}'}};
    }
    SimulatedAnswer stream{200, "text/event-stream", {}};
    for (const QString &piece : piecesOf(answer.content))
        stream.pieces += "data: " + start + ",\"choices\":[{\"index\":0,\"text\":" + json::quoted(piece) + ",\"finish_reason\":null}]}\n\n";
    stream.pieces += "data: " + start + ",\"choices\":[{\"index\":0,\"text\":\"\",\"finish_reason\":\"stop\"}]}\n\n";
    if (asked.usage)
        stream.pieces += "data: " + start + ",\"choices\":[],\"usage\":" + usageJson(answer.usage) + "}\n\n";
    stream.pieces += "data: [DONE]\n\n";
    return stream;
}

/// A vector of length 1 that depends on the text alone.
QByteArray vectorOf(const QString &text, int dimensions)
{
    QList<double> vector;
    double square = 0;
    size_t seed = qHash(text, 17);
    for (int i = 0; i < dimensions; ++i) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        vector += double(seed >> 33) / double(1u << 30) - 1;
        square += vector.last() * vector.last();
    }
    QByteArray out = "[";
    for (const double value : std::as_const(vector))
        out += (out.size() > 1 ? "," : "") + QByteArray::number(value / std::sqrt(square), 'f', 6);
    return out + ']';
}

SimulatedAnswer embedding(const Asked &asked, const DemoModel &model, QByteArrayView body)
{
    QStringList inputs;
    const Value input = Value(body)["input"];
    if (input.isArray()) {
        input.elements([&](const Value &element) {
            inputs += element.toString();
            return true;
        });
    } else {
        inputs += input.toString();
    }
    QByteArray data;
    qint64 tokens = 0;
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        data += (i > 0 ? "," : "") + QByteArray("{\"object\":\"embedding\",\"index\":") + QByteArray::number(i) + ",\"embedding\":"
            + vectorOf(inputs[i], model.embeddingDimensions) + '}';
        tokens += inputs[i].size() / 4 + 1;
    }
    const QByteArray count = QByteArray::number(tokens);
    return {200, "application/json",
            {"{\"object\":\"list\",\"model\":" + json::quoted(asked.model) + ",\"data\":[" + data + "],\"usage\":{\"prompt_tokens\":" + count
             + ",\"total_tokens\":" + count + "}}"}};
}

} // namespace

SimulatedAnswer simulatedError(int status, QByteArrayView code, const QString &message)
{
    return {status, "application/json",
            {"{\"error\":{\"message\":" + json::quoted(message) + ",\"type\":\"" + code.toByteArray() + "\",\"param\":null,\"code\":\""
             + code.toByteArray() + "\"}}"}};
}

SimulatedAnswer simulate(const DemoAnswers &demo, Api api, QByteArrayView body, qint64 unixSeconds)
{
    const Asked asked = readAsked(api, body);
    const DemoModel *model = demo.model(asked.model);
    if (!model)
        return simulatedError(404, "model_not_found", u"There is no simulated model “%1”."_s.arg(asked.model));
    if (model->fault)
        return simulatedError(model->fault->status, model->fault->code.toUtf8(), model->fault->message);
    switch (api) {
    case Api::ChatCompletions: return chat(asked, model->answerFor(asked.prompt), unixSeconds);
    case Api::Completions: return completion(asked, model->answerFor(asked.prompt), unixSeconds);
    case Api::Embeddings: return embedding(asked, *model, body);
    default: return simulatedError(404, "not_found", u"The simulated models do not serve this path."_s);
    }
}

} // namespace understudy
