// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/ShareLinks.h"
#include "widgets/Message.h"

#include <QScrollArea>

class QLabel;
class QLineEdit;
class QPushButton;

namespace understudy {

class SecretClipboard;
class SecretField;

/// "Use in…" of View Code: programs that take an account by a link, and the three values for all others. A link is made when its
/// button is pressed and shown nowhere: it holds the key.
class UsePanel final : public QScrollArea {
    Q_OBJECT

public:
    explicit UsePanel(SecretClipboard &clipboard, QWidget *parent = nullptr);
    void setAccount(const share::Account &account); ///< key empty: the secrets are locked

signals:
    void said(const understudy::Message &message);

private:
    void open(const QUrl &link, const QString &program);
    void retranslate();
    QLineEdit *valueField(const char *name, QPushButton *copy);

    share::Account m_account;
    QPushButton *m_cherry;
    QPushButton *m_ccSwitch;
    QLabel *m_note;
    QLabel *m_otherTitle;
    QLabel *m_urlLabel;
    QLineEdit *m_url;
    QPushButton *m_copyUrl;
    QLabel *m_keyLabel;
    SecretField *m_key;
    QLabel *m_modelLabel;
    QLineEdit *m_model;
    QPushButton *m_copyModel;
};

} // namespace understudy
