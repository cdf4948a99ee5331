// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "console/GatewayState.h"

#include <QList>

#include <functional>

namespace understudy {

/// What the settings need of the program around them. A function that is not given hides what would use it.
struct SettingsPlatform {
    std::function<bool()> startsAtLogin;                  ///< the state now
    std::function<Result<void>(bool)> setStartsAtLogin;   ///< writes or removes the autostart entry
    std::function<QList<Fact>()> facts;                   ///< tray, session, platform: for diagnostics
};

} // namespace understudy
