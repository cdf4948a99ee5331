// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Configuration.h"
#include "domain/DeletedObject.h"
#include "storage/Database.h"

namespace understudy {

/// Rows marked as deleted since `sinceMs`, the newest first.
Result<QList<DeletedObject>> readDeleted(const Connection &connection, qint64 sinceMs);

/// Takes the mark off one row and puts it where it stood; its secrets were never taken away. `live` is what stands in the
/// database; the caller holds the write transaction. NotFound: no such deleted row. Conflict, with words: its id, name or
/// secret is in use, or what it refers to is gone.
Result<void> restoreRow(const Connection &connection, const Configuration &live, DeletedObject::Kind kind, const QString &id);

} // namespace understudy
