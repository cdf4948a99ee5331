// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Arguments.h"
#include "domain/GatewayKey.h"

namespace understudy::cli {

/// A wrong value, and the option it belongs to.
struct OptionError {
    QString option;
    Error error;
};

/// Lays what the options of `key create` say over a key (all but its chain and secret). Nothing: all values could be read; whether
/// they are in range is decided by the configuration's own rules.
std::optional<OptionError> applyKeyOptions(const Arguments &arguments, GatewayKey &key);

/// "--parallel" and the like; nothing when absent or good.
std::optional<OptionError> takeCount(const Arguments &arguments, const QString &option, qint64 &into);
std::optional<OptionError> takeDuration(const Arguments &arguments, const QString &option, Milliseconds &into);

} // namespace understudy::cli
