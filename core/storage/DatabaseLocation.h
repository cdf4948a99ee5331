// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/Secret.h"

#include <QList>
#include <QPair>
#include <QString>

namespace understudy {

enum class Engine { SQLite, PostgreSQL };

/// Where the database is. Holds no password: it is read when a connection opens.
struct DatabaseLocation {
    Engine engine = Engine::SQLite;
    QString file; ///< SQLite only, absolute

    QString host; ///< PostgreSQL only; empty or a folder = a Unix socket
    int port = 5432;
    QString user;
    QString name;
    QString passwordSource; ///< "env:NAME", "file:PATH" or empty (then PGPASSFILE, ~/.pgpass or no password)
    QList<QPair<QString, QString>> options; ///< other libpq options of the URL, such as sslmode

    bool operator==(const DatabaseLocation &) const = default;

    static DatabaseLocation sqlite(const QString &file);

    /// postgresql://USER@HOST[:PORT]/NAME[?passwordSource=env:NAME&host=/run/postgresql&sslmode=…]. Invalid when it holds a
    /// password: arguments can be read by every user of the machine.
    static Result<DatabaseLocation> parse(const QString &url);

    /// The password from `passwordSource`; empty when there is none.
    Result<Secret> password() const;

    /// For people and logs: the file, or the URL without options.
    QString display() const;
    /// What `parse` takes, options included; for SQLite the file. Never holds a password.
    QString url() const;
    /// Whether both lead to one database, whoever signs in.
    bool isSameDatabase(const DatabaseLocation &other) const;
};

} // namespace understudy
