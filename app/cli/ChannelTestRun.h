// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/ChannelTest.h"

#include <functional>

namespace understudy::cli {

/// Runs a test to its end on the application's event loop, which must not run yet; `each` is told of every step.
bool runChannelTest(const Channel &channel, const Provider &provider, const ChannelTest::Options &options,
                    const std::function<void(const StageResult &)> &each);

} // namespace understudy::cli
