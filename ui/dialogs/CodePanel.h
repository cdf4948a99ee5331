// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/ShareLinks.h"
#include "snippets/Snippets.h"
#include "widgets/Message.h"

#include <QBasicTimer>
#include <QWidget>

#include <optional>

class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace understudy {

class CodeHighlighter;
class ElidedLabel;
class SecretClipboard;
class UsePanel;

/// The snippets of View Code: one tab a language and one for other programs, the text, and what to do with it. The key is in no
/// text; it goes into the clipboard only when asked for.
class CodePanel final : public QWidget {
    Q_OBJECT

public:
    /// `clipboard` outlives it.
    explicit CodePanel(SecretClipboard &clipboard, QWidget *parent = nullptr);

    /// `key` empty: the secrets are locked.
    void setInput(const SnippetInput &input, const Secret &key);
    void showLanguage(SnippetLanguage language);
    std::optional<SnippetLanguage> language() const; ///< nothing: the tab of other programs
    QString text() const;
    void copy();
    void copyWithKey();

    /// What stands right of the buttons: whether a request has arrived. `exchangeId`: what "Show" shows; empty: no link.
    void setArrival(const QString &text, const QString &exchangeId);

signals:
    void said(const understudy::Message &message);
    void showWished(const QString &exchangeId);

private:
    void timerEvent(QTimerEvent *event) override;
    void retranslate();
    void showText();
    void showArrival();
    void flash(const QString &text); ///< in place of the arrival, for a moment: a bar would move everything
    void saveAs();
    void save(const QString &path, const QByteArray &text);

    SecretClipboard &m_clipboard;
    SnippetInput m_input;
    Secret m_key;
    QString m_arrivalText;
    QString m_exchangeId;
    QBasicTimer m_flash;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QPlainTextEdit *m_text;
    CodeHighlighter *m_highlighter;
    UsePanel *m_use;
    QPushButton *m_copy;
    QPushButton *m_copyWithKey;
    QPushButton *m_save;
    ElidedLabel *m_arrival;
    QPushButton *m_show;
};

} // namespace understudy
