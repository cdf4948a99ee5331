// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snippets/Snippets.h"

#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace understudy {

/// Colours for the snippets, by the theme: strings, comments, words of the language, variables. Knows what the snippets use, no more.
class CodeHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit CodeHighlighter(QTextDocument *document);
    void setLanguage(SnippetLanguage language);

private:
    void highlightBlock(const QString &text) override;

    SnippetLanguage m_language = SnippetLanguage::Curl;
    QRegularExpression m_tokens; ///< named groups: comment, string, word, variable
};

} // namespace understudy
