// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"

namespace understudy {

/// Whether the demonstration's primary model fails. One a program: the gateway plays the faults, nobody can ask it for them.
class DemoSwitch final : public QObject {
    Q_OBJECT

public:
    /// `console` outlives it.
    explicit DemoSwitch(Console &console, QObject *parent = nullptr) : QObject(parent), m_console(console) {}

    bool isBroken() const { return m_broken; }
    /// The first call afterwards gets the first fault of the ring.
    void setBroken(bool broken);

signals:
    void changed();

private:
    Console &m_console;
    bool m_broken = false;
};

} // namespace understudy
