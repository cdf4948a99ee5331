// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/CodeHighlighter.h"

#include "theme/Theme.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

const QString DoubleQuoted = uR"("(?:[^"\\]|\\.)*")"_s;

/// One expression a language, so that a "#" inside a string does not begin a comment.
QString tokensOf(SnippetLanguage language)
{
    const QString hash = uR"((?<comment>(?:^|(?<=\s))#.*$))"_s;
    switch (language) {
    case SnippetLanguage::Curl:
        return hash + uR"(|(?<string>'[^']*'|)"_s + DoubleQuoted + uR"()|(?<variable>\$\w+)|(?<word>\bcurl\b|(?<=\s)--?[A-Za-z][A-Za-z-]*))"_s;
    case SnippetLanguage::PowerShell:
        return hash + uR"(|(?<string>'(?:[^']|'')*'|"[^"]*")|(?<variable>\$[\w:]+)|(?<word>\bcurl\.exe\b|\bInvoke-RestMethod\b|(?<=\s)--?[A-Za-z][A-Za-z-]*))"_s;
    case SnippetLanguage::Python:
        return hash + uR"(|(?<string>)"_s + DoubleQuoted + uR"()|(?<word>\b(?:import|from|for|in|if|and|True|False|print)\b)|(?<variable>\b\d+\b))"_s;
    case SnippetLanguage::Node:
        return uR"((?<comment>(?:^|(?<=\s))//.*$)|(?<string>)"_s + DoubleQuoted
            + uR"()|(?<word>\b(?:import|from|const|new|await|for|of|true|false)\b)|(?<variable>\b\d+\b))"_s;
    case SnippetLanguage::DotEnv: return hash + uR"(|(?<word>^[A-Z_]+(?==))|(?<variable>\$\w+))"_s;
    }
    return {};
}

} // namespace

CodeHighlighter::CodeHighlighter(QTextDocument *document) : QSyntaxHighlighter(document), m_tokens(tokensOf(m_language)) {}

void CodeHighlighter::setLanguage(SnippetLanguage language)
{
    m_language = language;
    m_tokens.setPattern(tokensOf(language));
    rehighlight();
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    const auto ink = [this](qsizetype from, qsizetype length, Tone tone) { setFormat(int(from), int(length), Theme::color(tone)); };
    for (auto it = m_tokens.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const auto is = [&match](const QString &group) { return match.hasCaptured(group); };
        const Tone tone = is(u"comment"_s) ? Tone::Muted : is(u"string"_s) ? Tone::Good : is(u"word"_s) ? Tone::Accent : Tone::ChartReasoning;
        ink(match.capturedStart(), match.capturedLength(), tone);
        const bool shell = m_language == SnippetLanguage::Curl || m_language == SnippetLanguage::PowerShell;
        if (tone != Tone::Good || !shell || !match.captured().startsWith(u'"'))
            continue;
        static const QRegularExpression inside(uR"(\$[\w:]+)"_s); // what the shell puts into a string in double quotes
        for (auto variable = inside.globalMatch(match.captured()); variable.hasNext();) {
            const QRegularExpressionMatch found = variable.next();
            ink(match.capturedStart() + found.capturedStart(), found.capturedLength(), Tone::ChartReasoning);
        }
    }
}

} // namespace understudy
