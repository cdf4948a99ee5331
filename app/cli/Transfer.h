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
    // What a person must do by hand now, by name.
    QStringList withoutCredential; ///< channels of the file that have none, though their provider wants one
    QStringList droppedCredential; ///< channels whose stored one was dropped: their provider has moved to another host
    QStringList newSecrets;        ///< keys whose secret was made, because the file has none
    QStringList lostHeaders;       ///< "channel: name", values that neither the file nor the store has
    qint64 revision = 0;
    bool nothing() const;
};

/// Reads a configuration file ("-": standard input) and takes it over: all of it, or nothing. `passphraseSource` as
/// takePassphrase.
Result<ImportReport> importFile(Session &session, const QString &file, const QString &passphraseSource);

QStringList toLines(const ImportReport &report);
/// What must be done by hand; for standard error.
QStringList warnings(const ImportReport &report);

} // namespace understudy::cli
