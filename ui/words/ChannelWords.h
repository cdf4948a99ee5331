// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Channel.h"
#include "domain/ConnectionStages.h"
#include "domain/Provider.h"
#include "preferences/TestMemory.h"
#include "theme/Marks.h"

#include <QStringList>
#include <QUrl>

#include <functional>
#include <optional>

/// What the forms for channels and providers say about what is typed, and what a connection test found: the rules of
/// configuration/Rules.h as sentences in the language of the program. Never repeats a secret.
namespace understudy::words {

/// What stands below a field. An error forbids saving, a warning and a hint do not.
struct FieldNote {
    enum class Level { None, Hint, Warning, Error };
    Level level = Level::None;
    QString text;
    bool blocks() const { return level == Level::Error; }
    bool operator==(const FieldNote &) const = default;
};

/// The credential that a person means by what was typed or pasted into its field: without blanks around it and "Bearer " before
/// it; "env:NAME" is a variable.
Credential typedCredential(QStringView text);

FieldNote channelNameNote(QStringView name, const QStringList &taken); ///< `taken`: the names of the provider's other channels
FieldNote providerNameNote(QStringView name);
FieldNote descriptionNote(QStringView text);
/// Empty is a hint, unless the provider wants none. `providerName` gives names for ids of providers ("groq" → "Groq").
FieldNote credentialNote(const Credential &credential, const Provider &provider, const std::function<QString(const QString &)> &providerName);
FieldNote baseUrlNote(const QUrl &url);
FieldNote proxyNote(const ProxyChoice &proxy);
FieldNote headerNote(const HttpHeaders &headers, qsizetype index);
FieldNote modelIdNote(QStringView id);
FieldNote modelsNote(qsizetype chosen);

/// Trims what was typed or pasted: blanks, slashes at the end, and the path of a single call ("/chat/completions").
QUrl typedBaseUrl(QStringView text);

QString stageName(TestStage stage);  ///< "Sign-in"

struct StageWords {
    Status status;  ///< the mark, with the sentence of the step
    QString text;   ///< what was seen
    QString fix;    ///< what to do; empty when there is nothing to do
    bool operator==(const StageWords &) const = default;
};
StageWords stageWords(const StageResult &result, const QString &provider);

/// "✓ Works 412 ms", "✕ Failed at sign-in".
Status testStatus(const std::optional<TestMemo> &memo);

/// What an error of Console::change means to a person who pressed Save.
QString notSaved(const Error &error);

} // namespace understudy::words
