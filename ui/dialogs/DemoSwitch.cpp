// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/DemoSwitch.h"

#include "configuration/DemoKey.h"
#include "gateway/DemoFaults.h"

namespace understudy {

void DemoSwitch::setBroken(bool broken)
{
    m_console.setSimulatedFaults(DemoPrimaryModel, broken ? demoFaults() : QList<SimulatedFault>());
    m_broken = broken;
    emit changed();
}

} // namespace understudy
