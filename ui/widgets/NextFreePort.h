// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QObject>

#include <functional>

namespace understudy {

class Console;

/// Moves the gateway's configured address to the next free port, on the same interface. Nothing is started: a gateway that could
/// not listen is started by the caller. `done` gets the new port, once, unless `context` dies.
void useNextFreePort(Console &console, QObject *context, std::function<void(Result<quint16>)> done);

} // namespace understudy
