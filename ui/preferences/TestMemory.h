// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ConnectionStages.h"

#include <QDateTime>
#include <QSettings>

#include <optional>

namespace understudy {

/// How the last connection test of a channel ended.
struct TestMemo {
    QDateTime when; ///< UTC
    bool passed = false;
    TestStage failedAt = TestStage::Name; ///< when not passed
    Milliseconds took{0};
    bool operator==(const TestMemo &) const = default;
};

/// Remembers it across starts, in an INI file of the data directory. A channel that was edited should be forgotten.
class TestMemory final {
public:
    explicit TestMemory(const QString &file) : m_settings(file, QSettings::IniFormat) {}

    std::optional<TestMemo> last(const QString &channel) const;
    void remember(const QString &channel, const TestMemo &memo);
    void forget(const QString &channel);

private:
    QSettings m_settings;
};

} // namespace understudy
