// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/DeletedObject.h"
#include "widgets/Message.h"

#include <QObject>

namespace understudy {

class Console;
class DemoSwitch;
class Preferences;

/// Fulfils Wish::SeeDemo and Wish::RemoveDemo. See the demonstration: its key (made when there is none), the gateway running (on the
/// next free port when its own is taken), the primary broken, then ready(). One wish at a time; further ones meanwhile are ignored.
class FirstRun final : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    FirstRun(Console &console, Preferences &preferences, DemoSwitch &demo, QObject *parent = nullptr);

    void seeDemo();
    void removeDemo();
    bool hasDemo() const; ///< whether there is anything to remove

signals:
    void ready(const QString &keyId); ///< open View Code with Run focused
    void said(const understudy::Message &message);

private:
    enum class Step {
        Idle,
        Opening, ///< the data are being opened
        Waiting, ///< for a reply; the state does not matter until then
        Gateway,
    };

    void makeKey();
    void takeState();
    void start();
    void moveToFreePort();
    void finish();
    void fail(const QString &text);
    void restore(const QStringList &ids);

    Console &m_console;
    Preferences &m_preferences;
    DemoSwitch &m_demo;
    Step m_step = Step::Idle;
    bool m_moved = false; ///< to another port, in this wish
    bool m_asked = false; ///< the gateway was asked to start and has not said yet that it does
    QString m_keyId;
};

} // namespace understudy
