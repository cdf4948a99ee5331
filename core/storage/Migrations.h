// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Database.h"

#include <QList>

namespace understudy {

/// One numbered step of the schema. Once released it is never edited.
struct Migration {
    int version = 0;
    QString name;
    QString sql; ///< statements, each ending with a semicolon at the end of a line; `--` comments on lines of their own
};

/// The steps inside the program, 1, 2, … without gaps.
QList<Migration> shippedMigrations(Engine engine);

/// Brings the schema to the last step of `steps`; several processes may do it at once. Each step is one transaction with its
/// entry in schema_migrations. An SQLite file that holds a schema already is copied to `FILE.before-NNNN` first (NNNN = the
/// first new step). Conflict: the schema is newer than the last step, or the tables are not ours.
Result<void> migrate(const Connection &connection, const QList<Migration> &steps);

/// 0 for an empty database.
Result<int> schemaVersion(const Connection &connection);

} // namespace understudy
