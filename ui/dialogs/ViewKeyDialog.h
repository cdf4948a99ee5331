// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"
#include "widgets/Message.h"
#include "widgets/Wish.h"

#include <QDialog>

class QFileDialog;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace understudy {

class ElidedLabel;
class MessageBar;
class Preferences;
class SecretClipboard;
class SecretField;
class ToneLabel;

/// Shows one key: its secret (masked), the base URL and a .env block, each to copy; saves a .env file; resets the key. While the
/// vault is locked, or a passphrase is wanted before every look (preference AskBeforeSecrets), it asks for that instead of showing
/// an empty field. Opens with the focus on Copy. Closes by itself when the key is deleted.
class ViewKeyDialog final : public QDialog {
    Q_OBJECT

public:
    /// All three outlive it.
    ViewKeyDialog(Console &console, Preferences &preferences, SecretClipboard &clipboard, const QString &keyId, QWidget *parent = nullptr);

    /// Writes OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL, readable by the user alone. What the button's file dialog does.
    void saveEnvTo(const QString &file);

signals:
    void wished(const understudy::Wish &wish);

private:
    void build();
    void retranslate();
    void load();
    void showCopied(int remainingMs);
    void unlock();
    void chooseEnvFile();
    bool mustUnlock() const;
    QString baseUrl() const;
    QString envText(const Secret &secret) const;
    const GatewayKey *key() const;

    Console &m_console;
    Preferences &m_preferences;
    SecretClipboard &m_clipboard;
    QString m_keyId;
    bool m_allowed = false; ///< the passphrase was given to this dialog
    enum class Copied { Nothing, Key, Env } m_copied = Copied::Nothing;

    ElidedLabel *m_title;
    QLabel *m_description;
    MessageBar *m_bar;
    QStackedWidget *m_stack;
    QLabel *m_secretLabel;
    SecretField *m_secret;
    QPushButton *m_copy;
    QLabel *m_urlLabel;
    QLineEdit *m_url;
    QPushButton *m_copyUrl;
    QLabel *m_envLabel;
    QPlainTextEdit *m_env;
    QPushButton *m_copyEnv;
    QPushButton *m_saveEnv;
    ToneLabel *m_advice;
    QLabel *m_lockedText;
    QLabel *m_passphraseLabel;
    QLineEdit *m_passphrase;
    QPushButton *m_unlock;
    QPushButton *m_viewCode;
    QPushButton *m_reset;
    QPushButton *m_close;
};

} // namespace understudy
