// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Secret.h"

#include <QBasicTimer>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace understudy {

class SecretClipboard;

/// Shows a secret that exists: masked ("sk-us_••••W3f9"), revealed on demand for RevealMs, hidden again when the window loses
/// the focus. The text itself is in a widget only while it is revealed. Screen readers hear "hidden" until then.
class SecretField final : public QWidget {
    Q_OBJECT

public:
    static constexpr int RevealMs = 30'000;

    /// `clipboard` outlives it; without one there is no copy button.
    explicit SecretField(SecretClipboard *clipboard, QWidget *parent = nullptr);

    void setSecret(const Secret &secret); ///< hides
    void setAccessibleLabel(const QString &label); ///< "Gateway key": what it is a secret of
    bool isRevealed() const { return m_revealed; }

    QToolButton *revealButton() const { return m_reveal; }
    QToolButton *copyButton() const { return m_copy; } ///< never null; hidden without a clipboard

public slots:
    void reveal();
    void hideSecret();
    void copy();

private:
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void retranslate();
    void say();

    Secret m_secret;
    QString m_label;
    SecretClipboard *m_clipboard;
    QLineEdit *m_text;
    QToolButton *m_reveal;
    QToolButton *m_copy;
    bool m_revealed = false;
    QBasicTimer m_timer;
};

} // namespace understudy
