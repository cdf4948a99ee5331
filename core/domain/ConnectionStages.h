// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "domain/Outcome.h"

#include <QString>

#include <optional>

namespace understudy {

/// The steps of a connection test, in the order in which they are made.
enum class TestStage { Name, Connect, Tls, SignIn, Models, Completion };
inline constexpr int TestStageCount = int(TestStage::Completion) + 1;
QLatin1StringView word(TestStage stage); ///< "name", "connect", "tls", "sign-in", "models", "completion"

enum class StageState {
    Passed,
    Warned, ///< passed, with something to know
    Failed, ///< the test ends here
    Skipped, ///< not needed or not possible; says why
};
QLatin1StringView word(StageState state);

struct StageResult {
    TestStage stage = TestStage::Name;
    StageState state = StageState::Skipped;
    Milliseconds took{0};
    QString text; ///< what was seen, for a person; never holds the credential
    QString fix;  ///< what to do; empty when passed
    std::optional<Outcome> outcome; ///< what a failure meant, where the table of outcomes knows it; for texts in other languages
    int httpStatus = 0;             ///< 0 = no answer came, or the stage asks none
    QString detail;                 ///< the finer word or the provider's scrubbed error text; may be empty
    bool operator==(const StageResult &) const = default;
};

} // namespace understudy
