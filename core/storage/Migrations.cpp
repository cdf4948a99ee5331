// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Migrations.h"

#include "storage/DatabaseBackup.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

// In the global namespace: the macro declares the resource's function there, and the linker drops the resources of a static
// library that nobody names.
static void initMigrationResources() { Q_INIT_RESOURCE(migrations); }

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MigrationLock = 0x554e4453'4d494752; // "UNDSMIGR": advisory locks share one number space per database

QStringList statements(const QString &sql)
{
    QStringList result;
    QString current;
    for (const QString &line : sql.split(u'\n')) {
        if (line.trimmed().startsWith("--"_L1) || line.trimmed().isEmpty())
            continue;
        current += line + u'\n';
        if (line.trimmed().endsWith(u';')) {
            result.append(current.trimmed().chopped(1));
            current.clear();
        }
    }
    return result;
}

Result<bool> tableExists(const Connection &connection, const QString &table)
{
    const QString sql = connection.isPostgres()
        ? u"SELECT count(*) FROM pg_catalog.pg_class WHERE relname = ? AND relkind = 'r' AND pg_table_is_visible(oid)"_s
        : u"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"_s;
    const Result<QVariant> count = connection.single(sql, {table});
    if (!count)
        return count.error();
    return count->toInt() > 0;
}

/// Somebody's other database must not get our tables between its own.
Result<void> refuseForeign(const Connection &connection)
{
    if (connection.isPostgres())
        return {}; // a schema may be shared on purpose there; a clash of names fails in the first step
    const Result<QVariant> tables = connection.single(u"SELECT count(*) FROM sqlite_master"_s);
    if (!tables)
        return tables.error();
    if (tables->toInt() > 0)
        return Error {ErrorKind::Conflict, u"This file is another program's database; it was left as it is."_s,
                      connection.location().file};
    return {};
}

Result<void> backUp(const Connection &connection, int firstNew)
{
    const QString file = connection.location().file + u".before-%1"_s.arg(firstNew, 4, 10, QChar(u'0'));
    if (QFile::exists(file))
        return {}; // an earlier try was broken off after its backup, which is the older and so the better one
    if (Result<void> written = writeBackup(connection, file); !written)
        return Error {written.error().kind,
                      u"The backup before the migration failed: %1 Nothing was changed."_s.arg(written.error().text), written.error().where};
    return {};
}

Result<void> apply(const Connection &connection, const Migration &step)
{
    Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(connection, Transaction::Mode::Write);
    if (!transaction)
        return transaction.error();
    if (connection.isPostgres()) {
        if (Result<void> locked = connection.run(u"SELECT pg_advisory_xact_lock(%1)"_s.arg(MigrationLock)); !locked)
            return locked;
    }
    // Only now is it sure that nobody else is doing the same step.
    const Result<int> version = schemaVersion(connection);
    if (!version)
        return version.error();
    if (*version >= step.version)
        return {};
    if (*version == 0) {
        if (Result<void> ours = refuseForeign(connection); !ours)
            return ours;
        if (Result<void> made = connection.run(
                u"CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_ms BIGINT NOT NULL)"_s);
            !made)
            return made;
    }
    for (const QString &statement : statements(step.sql)) {
        if (Result<void> done = connection.run(statement); !done)
            return Error {done.error().kind, u"Migration %1 failed and was undone: %2"_s.arg(step.name, done.error().text),
                          done.error().where};
    }
    if (Result<void> noted = connection.run(u"INSERT INTO schema_migrations (version, name, applied_ms) VALUES (?, ?, ?)"_s,
                                            {step.version, step.name, QDateTime::currentMSecsSinceEpoch()});
        !noted)
        return noted;
    return (*transaction)->commit();
}

} // namespace

QList<Migration> shippedMigrations(Engine engine)
{
    initMigrationResources();
    const QDir folder(engine == Engine::SQLite ? u":/understudy/migrations/sqlite"_s : u":/understudy/migrations/postgresql"_s);
    QList<Migration> steps;
    for (const QString &entry : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(entry));
        if (file.open(QIODevice::ReadOnly))
            steps.append({entry.left(4).toInt(), entry.chopped(4), QString::fromUtf8(file.readAll())});
    }
    return steps;
}

Result<int> schemaVersion(const Connection &connection)
{
    const Result<bool> known = tableExists(connection, u"schema_migrations"_s);
    if (!known)
        return known.error();
    if (!*known)
        return 0;
    const Result<QVariant> version = connection.single(u"SELECT coalesce(max(version), 0) FROM schema_migrations"_s);
    if (!version)
        return version.error();
    return version->toInt();
}

Result<void> migrate(const Connection &connection, const QList<Migration> &steps)
{
    const Result<int> version = schemaVersion(connection);
    if (!version)
        return version.error();
    const int newest = steps.isEmpty() ? 0 : steps.last().version;
    if (newest == 0)
        return Error {ErrorKind::Internal, u"The program was built without its migrations."_s, {}};
    if (*version > newest)
        return Error {
            ErrorKind::Conflict,
            u"The database was written by a newer Understudy (schema %1, this program knows %2). Update this program, or use "
            "another data directory."_s.arg(*version)
                .arg(newest),
            connection.location().display()};
    if (*version == newest)
        return {};
    if (*version > 0 && !connection.isPostgres()) {
        if (Result<void> saved = backUp(connection, *version + 1); !saved)
            return saved;
    }
    for (const Migration &step : steps) {
        if (step.version <= *version)
            continue;
        if (Result<void> done = apply(connection, step); !done)
            return done;
    }
    return {};
}

} // namespace understudy
