// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"

#include <functional>

class QWidget;

namespace understudy {

/// Asks whether the request log shall be cleared, and does it: the rows that are there now go, the usage statistics stay. `begun` is called
/// when the person agrees, `done` with the number of rows after that, each once, unless `parent` dies or the person thinks better of it.
void clearLog(QWidget *parent, Console &console, std::function<void()> begun, std::function<void(const Result<qint64> &)> done);

} // namespace understudy
