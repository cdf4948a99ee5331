// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/DemoAnswers.h"

#include "catalog/Catalogue.h"
#include "catalog/StrictJson.h"

#include <QFile>

namespace understudy {

using namespace Qt::StringLiterals;
using strict::ObjectReader;

namespace {

constexpr int MaxDepth = 8;
constexpr qint64 MostTokens = 1'000'000'000;
constexpr qsizetype LongestEchoOfPrompt = 200;

Usage readUsage(ObjectReader &answer, strict::Failure &failure)
{
    Usage usage;
    ObjectReader reader(answer.take("usage"_L1), answer.pathOf("usage"_L1), failure);
    usage.promptTokens = reader.integer("prompt"_L1, 0, 0, MostTokens);
    usage.completionTokens = reader.integer("completion"_L1, 0, 0, MostTokens);
    usage.reasoningTokens = reader.integer("reasoning"_L1, 0, 0, *usage.completionTokens);
    usage.totalTokens = *usage.promptTokens + *usage.completionTokens;
    reader.finish();
    return usage;
}

DemoAnswer readAnswer(const json::Value &value, const QString &path, strict::Failure &failure)
{
    DemoAnswer answer;
    ObjectReader reader(value, path, failure);
    answer.when = reader.texts("when"_L1);
    answer.reasoning = reader.text("reasoning"_L1);
    answer.content = reader.text("content"_L1);
    answer.usage = readUsage(reader, failure);
    reader.finish();
    return answer;
}

DemoFault readFault(const json::Value &value, const QString &path, strict::Failure &failure)
{
    DemoFault fault;
    ObjectReader reader(value, path, failure);
    fault.status = int(reader.integer("status"_L1, 503, 400, 599));
    fault.code = reader.text("code"_L1);
    fault.message = reader.text("message"_L1);
    reader.finish();
    return fault;
}

DemoModel readModel(const json::Value &value, const QString &path, strict::Failure &failure)
{
    DemoModel demo;
    ObjectReader reader(value, path, failure);
    demo.model = readCatalogueModel(reader);
    reader.each("answers"_L1, [&](const json::Value &answer, const QString &at) { demo.answers.append(readAnswer(answer, at, failure)); });
    demo.embeddingDimensions = int(reader.integer("embeddingDimensions"_L1, 0, 1, 4096));
    if (reader.has("fault"_L1))
        demo.fault = readFault(reader.take("fault"_L1), reader.pathOf("fault"_L1), failure);
    reader.finish();
    if (!demo.answers.isEmpty() && !demo.answers.last().when.isEmpty())
        reader.fail("answers"_L1, u"the last answer must be the default, without `when`"_s);
    if (demo.answers.isEmpty() && !demo.fault && demo.embeddingDimensions == 0)
        reader.fail("answers"_L1, u"a model needs answers, embeddingDimensions or a fault"_s);
    return demo;
}

} // namespace

DemoAnswer DemoModel::answerFor(QStringView prompt) const
{
    for (DemoAnswer answer : answers) {
        const bool fits = answer.when.isEmpty() || std::any_of(answer.when.cbegin(), answer.when.cend(), [prompt](const QString &part) {
            return prompt.contains(part, Qt::CaseInsensitive);
        });
        if (!fits)
            continue;
        answer.content.replace("{prompt}"_L1, prompt.left(LongestEchoOfPrompt).toString());
        return answer;
    }
    return {};
}

const DemoModel *DemoAnswers::model(QStringView id) const
{
    for (const DemoModel &demo : models) {
        if (demo.model.id == id)
            return &demo;
    }
    return nullptr;
}

Result<DemoAnswers> DemoAnswers::fromJson(QByteArrayView text)
{
    const Result<json::Value> document = strict::document(text, MaxDepth);
    if (!document)
        return document.error();
    strict::Failure failure;
    DemoAnswers demo;
    ObjectReader reader(*document, {}, failure);
    reader.take("about"_L1); // a note to the reader of the file
    reader.each("models"_L1, [&](const json::Value &value, const QString &path) {
        const DemoModel model = readModel(value, path, failure);
        if (demo.model(model.model.id))
            failure.add(path + u".id"_s, u"stands twice"_s);
        demo.models.append(model);
    });
    reader.finish();
    if (failure.happened())
        return failure.error();
    return demo;
}

Result<DemoAnswers> DemoAnswers::load()
{
    const Result<QByteArray> text = readCatalogueResource(u"demo/answers.json"_s);
    return text ? fromJson(*text) : Result<DemoAnswers>(text.error());
}

} // namespace understudy
