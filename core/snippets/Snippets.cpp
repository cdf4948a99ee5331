// SPDX-License-Identifier: GPL-3.0-or-later
#include "snippets/Snippets.h"

#include "base/JsonSpan.h"
#include "snippets/Quoting.h"

#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Word {
    SnippetLanguage language;
    const char *text;
};
constexpr std::array words{Word{SnippetLanguage::Curl, "curl"}, Word{SnippetLanguage::PowerShell, "powershell"},
                           Word{SnippetLanguage::Python, "python"}, Word{SnippetLanguage::Node, "node"},
                           Word{SnippetLanguage::DotEnv, "env"}};

QString body(const SnippetInput &input)
{
    const auto text = [](const QString &value) { return QString::fromUtf8(json::quoted(value)); };
    return u"{\"model\": %1, \"messages\": [{\"role\": \"user\", \"content\": "_s.arg(text(input.model)) + text(input.prompt) + u"}]"_s
        + (input.stream ? u", \"stream\": true}"_s : u"}"_s);
}

qint64 seconds(const SnippetInput &input) { return (input.timeout.count() + 999) / 1000; }

/// For a comment after the key or at the top.
QString keyRemark(const SnippetInput &input) { return u"the gateway key \""_s + quoting::comment(input.keyName) + u'"'; }

QString filledIn(const SnippetInput &input) { return QString::fromUtf8(input.keyToFillIn->reveal()); }

QString curl(const SnippetInput &input)
{
    const QString key = input.keyToFillIn ? quoting::bash(u"Authorization: Bearer "_s + filledIn(input))
                                          : u"\"Authorization: Bearer $OPENAI_API_KEY\""_s;
    QStringList lines;
    if (!input.keyToFillIn)
        lines << u"# OPENAI_API_KEY = "_s + keyRemark(input);
    lines << u"curl "_s + (input.stream ? u"--no-buffer "_s : QString()) + quoting::bash(input.baseUrl + u"/chat/completions"_s) + u" \\"_s;
    lines << u"  --max-time %1 \\"_s.arg(seconds(input));
    lines << u"  -H 'Content-Type: application/json' \\"_s;
    lines << u"  -H "_s + key + u" \\"_s;
    lines << u"  -d "_s + quoting::bash(body(input));
    return lines.join(u'\n') + u'\n';
}

QString powerShell(const SnippetInput &input)
{
    const QString url = quoting::powerShell(input.baseUrl + u"/chat/completions"_s);
    const QString json = quoting::powerShell(quoting::asciiJson(body(input)));
    const QString authorization = input.keyToFillIn ? quoting::powerShell(u"Bearer "_s + filledIn(input)) : u"\"Bearer $env:OPENAI_API_KEY\""_s;
    QStringList lines;
    if (!input.keyToFillIn)
        lines << u"# $env:OPENAI_API_KEY = "_s + keyRemark(input);
    lines << u"$body = "_s + json;
    if (input.stream) {
        // The body goes through standard input: Windows PowerShell drops quotation marks from arguments of programs.
        const QString header = input.keyToFillIn ? quoting::powerShell(u"Authorization: Bearer "_s + filledIn(input))
                                                 : u"\"Authorization: Bearer $env:OPENAI_API_KEY\""_s;
        lines << u"# curl.exe comes with Windows; elsewhere it is called curl"_s;
        lines << u"$body | curl.exe --no-buffer %1 --max-time %2 -H 'Content-Type: application/json' -H "_s.arg(url, QString::number(seconds(input))) + header
                + u" --data-binary '@-'"_s;
    } else {
        lines << u"$response = Invoke-RestMethod -Method Post -Uri "_s + url + u" `"_s;
        lines << u"  -TimeoutSec %1 `"_s.arg(seconds(input));
        lines << u"  -ContentType 'application/json' `"_s;
        lines << u"  -Headers @{ Authorization = "_s + authorization + u" } `"_s;
        lines << u"  -Body $body"_s;
        lines << u"$response.choices[0].message.content"_s;
    }
    return lines.join(u'\n') + u'\n';
}

QString python(const SnippetInput &input)
{
    QStringList lines{u"# pip install openai"_s};
    if (!input.keyToFillIn)
        lines << u"import os"_s << QString();
    lines << u"from openai import OpenAI"_s << QString() << u"client = OpenAI("_s;
    lines << u"    base_url="_s + quoting::python(input.baseUrl) + u","_s;
    lines << (input.keyToFillIn ? u"    api_key="_s + quoting::python(filledIn(input)) + u",  # "_s + keyRemark(input)
                                : u"    api_key=os.environ[\"OPENAI_API_KEY\"],  # "_s + keyRemark(input));
    lines << u"    timeout=%1,  # seconds: the gateway's worst case and 10 s, so that it can finish its failover"_s.arg(seconds(input));
    lines << u"    max_retries=0,  # the gateway retries and fails over; a second layer would only multiply the calls"_s;
    lines << u")"_s << QString();
    lines << (input.stream ? u"stream = client.chat.completions.create("_s : u"response = client.chat.completions.create("_s);
    lines << u"    model="_s + quoting::python(input.model) + u","_s;
    lines << u"    messages=[{\"role\": \"user\", \"content\": "_s + quoting::python(input.prompt) + u"}],"_s;
    if (input.stream)
        lines << u"    stream=True,"_s;
    lines << u")"_s;
    if (input.stream) {
        lines << u"for chunk in stream:"_s << u"    if chunk.choices and chunk.choices[0].delta.content:"_s
              << u"        print(chunk.choices[0].delta.content, end=\"\", flush=True)"_s << u"print()"_s;
    } else {
        lines << u"print(response.choices[0].message.content)"_s;
    }
    return lines.join(u'\n') + u'\n';
}

QString node(const SnippetInput &input)
{
    QStringList lines{u"// npm install openai; save as example.mjs"_s, u"import OpenAI from \"openai\";"_s, QString(),
                      u"const client = new OpenAI({"_s};
    lines << u"  baseURL: "_s + quoting::javaScript(input.baseUrl) + u","_s;
    lines << (input.keyToFillIn ? u"  apiKey: "_s + quoting::javaScript(filledIn(input)) + u", // "_s + keyRemark(input)
                                : u"  apiKey: process.env.OPENAI_API_KEY, // "_s + keyRemark(input));
    lines << u"  timeout: %1, // milliseconds: the gateway's worst case and 10 s, so that it can finish its failover"_s.arg(seconds(input) * 1000);
    lines << u"  maxRetries: 0, // the gateway retries and fails over; a second layer would only multiply the calls"_s;
    lines << u"});"_s << QString();
    lines << (input.stream ? u"const stream = await client.chat.completions.create({"_s : u"const response = await client.chat.completions.create({"_s);
    lines << u"  model: "_s + quoting::javaScript(input.model) + u","_s;
    lines << u"  messages: [{ role: \"user\", content: "_s + quoting::javaScript(input.prompt) + u" }],"_s;
    if (input.stream)
        lines << u"  stream: true,"_s;
    lines << u"});"_s;
    if (input.stream) {
        lines << u"for await (const chunk of stream) {"_s << u"  process.stdout.write(chunk.choices[0]?.delta?.content ?? \"\");"_s << u"}"_s
              << u"console.log();"_s;
    } else {
        lines << u"console.log(response.choices[0].message.content);"_s;
    }
    return lines.join(u'\n') + u'\n';
}

QString dotEnv(const SnippetInput &input)
{
    QStringList lines;
    lines << u"OPENAI_BASE_URL="_s + quoting::dotEnv(input.baseUrl);
    lines << u"# "_s + keyRemark(input);
    lines << u"OPENAI_API_KEY="_s + (input.keyToFillIn ? quoting::dotEnv(filledIn(input)) : u"$OPENAI_API_KEY"_s);
    lines << u"OPENAI_MODEL="_s + quoting::dotEnv(input.model);
    return lines.join(u'\n') + u'\n';
}

} // namespace

QLatin1StringView word(SnippetLanguage language)
{
    for (const Word &entry : words) {
        if (entry.language == language)
            return QLatin1StringView(entry.text);
    }
    return {};
}

std::optional<SnippetLanguage> snippetLanguageFromWord(QStringView text)
{
    for (const Word &entry : words) {
        if (text == QLatin1StringView(entry.text))
            return entry.language;
    }
    return std::nullopt;
}

QStringList snippetLanguageWords()
{
    QStringList list;
    for (const Word &entry : words)
        list.append(QLatin1StringView(entry.text));
    return list;
}

Milliseconds clientTimeout(Milliseconds worstCase) { return worstCase + std::chrono::seconds(10); }

QString snippet(SnippetLanguage language, const SnippetInput &input)
{
    switch (language) {
    case SnippetLanguage::Curl: return curl(input);
    case SnippetLanguage::PowerShell: return powerShell(input);
    case SnippetLanguage::Python: return python(input);
    case SnippetLanguage::Node: return node(input);
    case SnippetLanguage::DotEnv: return dotEnv(input);
    }
    return {};
}

} // namespace understudy
