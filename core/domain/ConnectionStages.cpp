// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ConnectionStages.h"

#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array stageWords{"name"_L1, "connect"_L1, "tls"_L1, "sign-in"_L1, "models"_L1, "completion"_L1};
constexpr std::array stateWords{"ok"_L1, "warn"_L1, "fail"_L1, "skipped"_L1};

} // namespace

QLatin1StringView word(TestStage stage) { return stageWords[size_t(stage)]; }
QLatin1StringView word(StageState state) { return stateWords[size_t(state)]; }

} // namespace understudy
