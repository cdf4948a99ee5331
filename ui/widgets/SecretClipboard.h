// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Secret.h"

#include <QBasicTimer>
#include <QObject>
#include <QString>

namespace understudy {

/// Puts secrets into the clipboard and takes them out again: after Lifetime, when it is destroyed, or before when asked, and only
/// while what is there is still ours. Clipboard managers are asked not to keep it. One a program; lives in the GUI thread.
class SecretClipboard final : public QObject {
    Q_OBJECT

public:
    static constexpr int LifetimeMs = 30'000;

    explicit SecretClipboard(QObject *parent = nullptr);
    ~SecretClipboard() override; ///< clears

    /// `text`: the secret, or a text that holds it (a snippet with the key filled in).
    void copy(const Secret &text);
    void clear();
    bool holds() const { return m_remainingMs > 0; }
    int remainingMs() const { return m_remainingMs; }

    /// For tests.
    void setLifetime(int ms) { m_lifetimeMs = ms; }

signals:
    /// Once a second while something is there, and with 0 when it is gone.
    void remaining(int ms);

private:
    void timerEvent(QTimerEvent *event) override;
    bool stillOurs() const;

    QByteArray m_hash; ///< of what we put there: the secret itself is not kept
    int m_lifetimeMs = LifetimeMs;
    int m_remainingMs = 0;
    QBasicTimer m_tick;
};

} // namespace understudy
