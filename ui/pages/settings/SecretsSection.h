// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/GatewayState.h"
#include "pages/settings/SettingsSection.h"

#include <array>

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace understudy {

class Console;
class NewPassphrase;
class StatusMark;

/// Where the master key lives, whether it is at hand, and how to move it.
class SecretsSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit SecretsSection(Console &console, QWidget *parent = nullptr);

    QString title() const override { return tr("Secrets"); }
    QString searchWords() const override { return title() + u' ' + tr("master key, passphrase, keyring, lock, unlock, encryption"); }

private:
    struct Choice {
        QRadioButton *button;
        QLabel *hint;
    };

    QWidget *buildState();
    QWidget *buildChoices();
    void retranslate();
    void follow();
    void choose();
    MasterKeyPlace chosen() const;
    void move();
    void unlock();
    void probe();
    void setBusy(bool busy);
    void tell(QLabel *label, const QString &text, bool good);

    Console &m_console;
    bool m_busy = false;
    MasterKeyPlace m_place = MasterKeyPlace::File; ///< that the choice began with
    StatusMark *m_mark;
    QLabel *m_where;
    QLineEdit *m_unlockField;
    QPushButton *m_unlock;
    QLabel *m_unlockResult;
    QPushButton *m_probe;
    QLabel *m_probeResult;
    std::array<Choice, 3> m_choices; ///< in the order of MasterKeyPlace
    NewPassphrase *m_passphrase;
    QPushButton *m_move;
    QLabel *m_moveResult;
    SettingsGroup *m_placeGroup;
};

} // namespace understudy
