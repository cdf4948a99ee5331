// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/DatabaseBackup.h"

#include <QDateTime>
#include <QFile>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
// What SQLite keeps beside a database; without its log the file alone may miss the last transactions.
const QStringList SideFiles{{}, u"-wal"_s, u"-shm"_s};

Error notSqlite(const DatabaseLocation &location)
{
    return {ErrorKind::Invalid, u"This is for SQLite files. PostgreSQL has pg_dump and pg_restore."_s, location.display()};
}

/// All of them or none.
Result<void> moveAll(const QString &from, const QString &to)
{
    QStringList moved;
    for (const QString &side : SideFiles) {
        if (!QFile::exists(from + side))
            continue;
        QFile file(from + side);
        if (!file.rename(to + side)) {
            const Error error{ErrorKind::Unavailable, u"The file cannot be renamed: %1. Nothing was changed."_s.arg(file.errorString()), from + side};
            for (const QString &done : moved)
                QFile::rename(to + done, from + done);
            return error;
        }
        moved.append(side);
    }
    return {};
}

void removeAll(const QString &file)
{
    for (const QString &side : SideFiles)
        QFile::remove(file + side);
}

Result<void> place(const QString &backup, const DatabaseLocation &location)
{
    QFile copy(backup);
    if (!copy.copy(location.file))
        return Error{ErrorKind::Unavailable, u"The backup cannot be copied: %1."_s.arg(copy.errorString()), backup};
    QFile::setPermissions(location.file, OwnerOnly);
    const Result<Database> opened = Database::open(location);
    if (!opened)
        return Error{ErrorKind::Invalid, u"The backup cannot be used: %1"_s.arg(opened.error().text), backup};
    return {};
}

} // namespace

Result<void> writeBackup(const Connection &connection, const QString &file)
{
    if (connection.isPostgres())
        return notSqlite(connection.location());
    if (QFile::exists(file))
        return Error{ErrorKind::Conflict, u"The file is there already and was left as it is. Choose another name."_s, file};
    // Into an own name first: a half-written copy must never pass for a backup.
    const QString part = file + ".part"_L1;
    QFile::remove(part);
    QFile empty(part);
    if (!empty.open(QIODevice::WriteOnly | QIODevice::NewOnly, OwnerOnly))
        return Error{ErrorKind::Unavailable, u"The backup cannot be written: %1."_s.arg(empty.errorString()), part};
    empty.close();
    if (Result<void> copied = connection.run(u"VACUUM INTO ?"_s, {part}); !copied) {
        QFile::remove(part);
        return copied;
    }
    if (!QFile::rename(part, file)) {
        QFile::remove(part);
        return Error{ErrorKind::Unavailable, u"The backup cannot be renamed."_s, file};
    }
    return {};
}

Result<QString> restoreDatabase(const DatabaseLocation &location, const QString &backup, WallTime now)
{
    if (location.engine != Engine::SQLite)
        return notSqlite(location);
    if (!backup.isEmpty() && !QFile::exists(backup))
        return Error{ErrorKind::NotFound, u"There is no such backup."_s, backup};
    QString aside;
    if (QFile::exists(location.file)) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).toUTC();
        aside = location.file + u".aside-"_s + time.toString(u"yyyyMMdd-HHmmsszzz"_s);
        if (QFile::exists(aside))
            return Error{ErrorKind::Conflict, u"There is such a file already. Try again in a second."_s, aside};
        if (Result<void> moved = moveAll(location.file, aside); !moved)
            return moved.error();
    }
    if (backup.isEmpty())
        return aside;
    if (Result<void> placed = place(backup, location); !placed) {
        removeAll(location.file);
        if (!aside.isEmpty()) {
            if (Result<void> back = moveAll(aside, location.file); !back)
                return back.error();
        }
        return placed.error();
    }
    return aside;
}

} // namespace understudy
