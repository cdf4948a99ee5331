// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/DatabaseLocation.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>

namespace understudy {

/// What the engine's refusal means for a person and for a retry. Unavailable: locked, read-only, full, damaged, not reachable;
/// trying later may help. Conflict: a uniqueness rule. Invalid: a value the engine refuses. Internal: our SQL is wrong.
Error toError(const QSqlError &error, const DatabaseLocation &location);

/// One connection of one thread: made, used and destroyed in that thread (Qt does not check copied handles).
/// Every QSqlQuery made from it must be gone before it.
class Connection final {
public:
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    Engine engine() const { return m_location.engine; }
    bool isPostgres() const { return m_location.engine == Engine::PostgreSQL; }
    const DatabaseLocation &location() const { return m_location; }
    QSqlDatabase handle() const;

    /// One statement with positional values (`?`); strings that are null are written as empty ones, only QVariant() is NULL.
    Result<QSqlQuery> query(const QString &sql, const QVariantList &values = {}) const;
    Result<void> run(const QString &sql, const QVariantList &values = {}) const;
    /// Prepared for repeated use with `execute`.
    Result<QSqlQuery> prepare(const QString &sql) const;
    Result<void> execute(QSqlQuery &query) const;
    Result<void> executeBatch(QSqlQuery &query) const; ///< bound to lists, one a column; stops at the first row that fails
    /// First column of the first row; NotFound without a row.
    Result<QVariant> single(const QString &sql, const QVariantList &values = {}) const;

private:
    friend class Database;
    Connection(DatabaseLocation location, QString name)
        : m_location(std::move(location))
        , m_name(std::move(name))
    {
    }
    DatabaseLocation m_location;
    QString m_name;
};

/// Rolls back unless committed. Write takes the engine's write lock at once, so that a decision read inside it stays true;
/// Read sees one state of the database from its first read to its end.
class Transaction final {
public:
    enum class Mode { Read, Write };
    static Result<std::unique_ptr<Transaction>> begin(const Connection &connection, Mode mode);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)
    Result<void> commit();

private:
    explicit Transaction(const Connection &connection)
        : m_connection(connection)
    {
    }
    const Connection &m_connection;
    bool m_open = true;
};

/// A database whose schema is the program's. A value: copies are cheap, thread-safe, and make connections for any thread.
class Database final {
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Makes a missing SQLite file (mode 0600), runs the missing migrations, each in its own transaction, after a backup of an
    /// existing file. Unavailable: not reachable, locked or damaged (the file is left alone and the text says what to do).
    /// Conflict: written by a newer program, or not our database.
    static Result<Database> open(const DatabaseLocation &location);

    /// A connection for the calling thread. `busyTimeout`: how long a statement waits for another process's lock.
    Result<std::unique_ptr<Connection>> connect(Access access = Access::ReadWrite,
                                                std::chrono::milliseconds busyTimeout = std::chrono::seconds(5)) const;

    const DatabaseLocation &location() const { return m_location; }

private:
    explicit Database(DatabaseLocation location)
        : m_location(std::move(location))
    {
    }
    DatabaseLocation m_location;
};

} // namespace understudy
