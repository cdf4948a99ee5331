// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Channel.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace understudy {

class SecretClipboard;
class SecretField;

/// Where a provider's credential is typed, hidden, or shown masked when one is stored. A stored secret never gets into the line in
/// which a person types; the line left empty keeps it. "env:NAME" is no secret and is shown as it is.
class CredentialEdit final : public QWidget {
    Q_OBJECT

public:
    /// `clipboard` may be null and outlives this.
    explicit CredentialEdit(SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// `unreadable`: there is one, but the vault is locked.
    void setStored(const Credential &credential, bool unreadable = false);
    void setTyped(const Credential &credential); ///< as if a person had typed it
    bool keeps() const;                          ///< the stored one stays
    Credential credential() const;               ///< what is typed; the stored one while it is kept
    QLineEdit *line() const { return m_line; }   ///< "channel.apiKey"
    void setLabel(const QString &label);

signals:
    void edited();

private:
    void replace();
    void showEcho();
    void retranslate();

    Credential m_stored;
    bool m_hasStored = false;
    bool m_visible = false;
    QStackedLayout *m_pages;
    SecretField *m_field;
    QPushButton *m_replace;
    QLineEdit *m_line;
    QToolButton *m_eye;
};

} // namespace understudy
