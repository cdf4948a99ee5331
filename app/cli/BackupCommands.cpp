// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Session.h"
#include "storage/DatabaseBackup.h"

#include <QFileInfo>
#include <QJsonObject>

namespace understudy::cli {

using namespace Qt::StringLiterals;

int runBackup(Session &session)
{
    const Result<Workspace *> workspace = session.workspace(Session::Keyring::Later);
    if (!workspace)
        return session.fail(workspace.error());
    const Result<std::unique_ptr<Connection>> connection = (*workspace)->database().connect(Database::Access::ReadOnly);
    if (!connection)
        return session.fail(connection.error());
    const QString file = QFileInfo(session.args.positional(0)).absoluteFilePath();
    if (Result<void> written = writeBackup(**connection, file); !written)
        return session.fail(written.error());
    if (session.out.isJson())
        session.out.json(QJsonObject{{u"file"_s, file}, {u"bytes"_s, QFileInfo(file).size()}});
    else
        session.out.line(u"Written: %1. Its secrets open only with this installation's master key (understudy-cli vault show)."_s.arg(file));
    return Done;
}

int runRestore(Session &session)
{
    const bool empty = session.args.has(u"empty"_s);
    const QString backup = session.args.positional(0);
    if (empty == !backup.isEmpty())
        return session.refuse({ErrorKind::Invalid, u"stands in place of a BACKUP: one of the two is needed"_s, {}}, u"empty"_s);
    const QString given = session.args.value(u"data-dir"_s);
    const Result<DataDirectory> directory = DataDirectory::open(given.isEmpty() ? DataDirectory::defaultPath() : given);
    if (!directory)
        return session.fail(directory.error());
    const Result<std::unique_ptr<DirectoryLock>> lock = directory->own();
    if (!lock)
        return session.fail(lock.error());
    const Result<DatabaseLocation> location = databaseLocation({directory->path(), session.args.value(u"database"_s)}, *directory);
    if (!location)
        return session.fail(location.error());
    const Result<QString> aside = restoreDatabase(*location, backup, SystemClock().wall());
    if (!aside)
        return session.fail(aside.error());
    if (session.out.isJson()) {
        session.out.json(QJsonObject{{u"database"_s, location->file}, {u"aside"_s, *aside}});
        return Done;
    }
    if (!aside->isEmpty())
        session.out.line(u"The old file is kept as %1."_s.arg(*aside));
    session.out.line(empty ? u"The next start begins with an empty database."_s : u"The backup is in its place: %1."_s.arg(location->file));
    return Done;
}

} // namespace understudy::cli
