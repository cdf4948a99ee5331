// SPDX-License-Identifier: GPL-3.0-or-later
#include "snippets/CurlCommand.h"

#include "base/JsonSpan.h"
#include "snippets/Quoting.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// A body of that interface with “…” where the text would be.
QString example(const ExchangeRecord &record)
{
    const QString model = QString::fromUtf8(json::quoted(record.askedModel.isEmpty() ? u"auto"_s : record.askedModel));
    const QString stream = record.stream ? u",\"stream\":true"_s : QString();
    switch (record.api) {
    case Api::ChatCompletions: return u"{\"model\":%1,\"messages\":[{\"role\":\"user\",\"content\":\"…\"}]%2}"_s.arg(model, stream);
    case Api::Completions:
    case Api::ImageGenerations: return u"{\"model\":%1,\"prompt\":\"…\"%2}"_s.arg(model, stream);
    case Api::Rerank: return u"{\"model\":%1,\"query\":\"…\",\"documents\":[\"…\"]}"_s.arg(model);
    case Api::AudioSpeech: return u"{\"model\":%1,\"input\":\"…\",\"voice\":\"alloy\"}"_s.arg(model);
    default: return u"{\"model\":%1,\"input\":\"…\"%2}"_s.arg(model, stream);
    }
}

} // namespace

QString curlCommand(const QString &baseUrl, const ExchangeRecord &record, const Secret &key)
{
    const QString authorization = key.isEmpty() ? u"\"Authorization: Bearer $OPENAI_API_KEY\""_s : quoting::bash(u"Authorization: Bearer "_s + QString::fromUtf8(key.reveal()));
    QStringList lines{u"curl %1%2"_s.arg(record.stream ? u"-N "_s : QString(), quoting::bash(baseUrl + QString::fromLatin1(traits(record.api).path))),
                      u"-H "_s + authorization};
    if (traits(record.api).multipart) {
        lines.append(u"-F %1"_s.arg(quoting::bash(u"model="_s + (record.askedModel.isEmpty() ? u"auto"_s : record.askedModel))));
        lines.append(u"-F file=@audio.mp3"_s);
    } else {
        lines.append(u"-H 'Content-Type: application/json'"_s);
        // Not -d, which would read a file when the body begins with @.
        lines.append(u"--data-raw "_s + quoting::bash(record.requestContent.isEmpty() ? example(record) : QString::fromUtf8(record.requestContent)));
    }
    return lines.join(u" \\\n  "_s);
}

} // namespace understudy
