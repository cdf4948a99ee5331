// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "storage/Database.h"

namespace understudy {

/// A whole, consistent copy of an SQLite database that others may be writing, with mode 0600. The file appears when it is complete.
/// Conflict: the file is there already; nothing is ever overwritten. Invalid: the database is no SQLite file. Secrets stay
/// encrypted in it: the master key belongs to the backup, too.
Result<void> writeBackup(const Connection &connection, const QString &file);

/// Moves an SQLite database out of the way, whatever state it is in, and puts a copy of `backup` in its place, or with an empty
/// name nothing, so that the next one who opens it begins anew. The old file and its side files are kept as
/// `FILE.aside-YYYYMMDD-HHMMSSmmm` (UTC), so that they can be rescued together; the result is that name, empty when there was no file.
/// Nothing has changed after an error, also when the backup turns out not to be a database of ours. No process may have it open.
Result<QString> restoreDatabase(const DatabaseLocation &location, const QString &backup, WallTime now);

} // namespace understudy
