// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>
#include <QStringList>

namespace understudy {

// Starting with the session, after the Desktop Application Autostart Specification: a desktop entry in `configHome`/autostart, where
// configHome is XDG_CONFIG_HOME or ~/.config (QStandardPaths::GenericConfigLocation).

/// Whether the entry is there and not switched off by the desktop (Hidden=true).
bool startsAtLogin(const QString &configHome);

/// Writes the entry, or removes it. `command`: the program's path and its arguments. Unavailable: the file cannot be written or removed.
Result<void> setStartsAtLogin(bool on, const QString &configHome, const QStringList &command);

/// A command line as the value of the key Exec, quoted after the Desktop Entry Specification.
QString desktopExec(const QStringList &command);

} // namespace understudy
