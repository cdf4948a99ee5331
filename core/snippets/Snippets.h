// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Secret.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace understudy {

enum class SnippetLanguage { Curl, PowerShell, Python, Node, DotEnv };

/// "curl", "powershell", "python", "node", "env": the words of `understudy-cli snippet --language`.
QLatin1StringView word(SnippetLanguage language);
std::optional<SnippetLanguage> snippetLanguageFromWord(QStringView text);
QStringList snippetLanguageWords();

struct SnippetInput {
    QString baseUrl; ///< "http://127.0.0.1:17177/v1"
    QString model;   ///< "auto" = the whole chain
    bool stream = false;
    QString keyName; ///< for comments
    Milliseconds timeout{190000}; ///< how long the client waits; see clientTimeout
    QString prompt = QStringLiteral("你是谁？");
    std::optional<Secret> keyToFillIn; ///< absent: the snippet reads OPENAI_API_KEY from the environment
};

/// The gateway must be the first to lose patience, or its failover is cut off: the chain's worst case and 10 s.
Milliseconds clientTimeout(Milliseconds worstCase);

/// A program that makes one chat call, ready to run, with a newline at the end. Every text of the input is quoted for its language,
/// whatever it contains. The SDKs' own retries are switched off (max_retries=0), with a comment that says why.
QString snippet(SnippetLanguage language, const SnippetInput &input);

} // namespace understudy
