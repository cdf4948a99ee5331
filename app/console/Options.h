// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/Workspace.h"

#include <QJsonObject>

#include <optional>

namespace understudy {

/// What `understudy` was told on its command line.
struct ConsoleOptions {
    WorkspaceOptions workspace;
    bool minimized = false;
    QString page; ///< the word of a page to show; empty: as the preferences say

    /// What a first instance does when this is a second one.
    QJsonObject wish() const;
};

/// Reads the command line, before there are windows. Nothing: `text` goes to standard output with code 0 (--help, --version), or to
/// standard error with code 2.
struct ParsedOptions {
    std::optional<ConsoleOptions> options;
    QString text;
    int code = 0;
};
ParsedOptions parseConsoleOptions(const QStringList &arguments);

} // namespace understudy
