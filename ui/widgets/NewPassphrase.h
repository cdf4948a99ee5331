// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Secret.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace understudy {

enum class PassphraseStrength { TooShort, Weak, Fair, Strong };
inline constexpr int ShortestPassphrase = 8; ///< characters

/// A rough guess for a hint: length counts, repetition does not.
PassphraseStrength passphraseStrength(QStringView passphrase);

/// A passphrase that a person makes up: typed twice, with a hint how strong it is. Nobody can read it back.
class NewPassphrase final : public QWidget {
    Q_OBJECT

public:
    /// The fields are called `<name>.passphrase` and `<name>.repeat`.
    explicit NewPassphrase(const QString &name, QWidget *parent = nullptr);

    bool isGood() const; ///< long enough and typed twice alike
    Secret passphrase() const;
    void clear();
    QLineEdit *firstField() const { return m_first; }

signals:
    void changed();
    void entered(); ///< Return in a field

private:
    void say();

    QLabel *m_firstLabel;
    QLabel *m_secondLabel;
    QLineEdit *m_first;
    QLineEdit *m_second;
    QLabel *m_hint;
};

} // namespace understudy
