// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Session.h"

namespace understudy::cli {

/// What an import changed, by name.
struct ImportReport {
    struct Part {
        QString what; ///< "providers", "channels", "keys"
        QStringList added;
        QStringList changed;
    };
    QList<Part> parts;
    bool settingsChanged = false;
    qint64 revision = 0;
    bool nothing() const;
};

/// Reads a configuration file ("-": standard input) and takes it over: all of it, or nothing. `passphraseSource` as
/// takePassphrase.
Result<ImportReport> importFile(Session &session, const QString &file, const QString &passphraseSource);

QStringList toLines(const ImportReport &report);

} // namespace understudy::cli
