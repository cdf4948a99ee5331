// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"

#include "storage/Migrations.h"

#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <thread>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

// Primary result codes of SQLite (sqlite.org/rescode.html).
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    TooBig = 18,
    Constraint = 19,
    Mismatch = 20,
    NotADatabase = 26
};

Error sqliteError(const QSqlError &error, const DatabaseLocation &location)
{
    const int code = error.nativeErrorCode().toInt() & 0xff; // the rest of an extended code is finer than we need
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    switch (code) {
    case Busy:
    case Locked:
        return {ErrorKind::Unavailable, u"The database is locked by another process (%1)."_s.arg(text), location.file};
    case ReadOnly:
        return {ErrorKind::Unavailable,
                u"The database cannot be written: the file, its folder or the disk is read-only (%1)."_s.arg(text),
                location.file};
    case Full:
        return {ErrorKind::Unavailable, u"The disk is full (%1)."_s.arg(text), location.file};
    case IoError:
    case CannotOpen:
        return {ErrorKind::Unavailable, u"The database file cannot be used (%1)."_s.arg(text), location.file};
    case Corrupt:
    case NotADatabase:
        return {ErrorKind::Unavailable,
                u"The database file is damaged or not a database (%1). It was left as it is. Stop every Understudy, then either put a "
                u"backup (understudy.db.before-…) in its place with “understudy-cli restore BACKUP”, or begin anew with "
                u"“understudy-cli restore --empty”: both keep this file beside it. Rows can be rescued from it with: "
                u"sqlite3 FILE .recover | sqlite3 rescued.db"_s.arg(text),
                location.file};
    case Constraint:
        return {ErrorKind::Conflict, text, location.file};
    case Mismatch:
    case TooBig:
        return {ErrorKind::Invalid, text, location.file};
    default:
        return {ErrorKind::Internal, u"SQLite: %1 (%2)."_s.arg(text, error.nativeErrorCode()), location.file};
    }
}

Error postgresError(const QSqlError &error, const DatabaseLocation &location)
{
    const QString state = error.nativeErrorCode();
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText().section(u'\n', 0, 0);
    // The first line only: the next one, DETAIL, repeats stored values.
    const QStringView group = QStringView(state).left(2);
    if (state.isEmpty() || error.type() == QSqlError::ConnectionError || group == "08"_L1 || group == "53"_L1 || group == "57"_L1
        || group == "58"_L1 || group == "40"_L1 || group == "55"_L1 || group == "25"_L1)
        return {ErrorKind::Unavailable, u"PostgreSQL cannot be used now: %1"_s.arg(text), location.display()};
    if (group == "23"_L1)
        return {ErrorKind::Conflict, text, location.display()};
    if (group == "22"_L1 || group == "54"_L1)
        return {ErrorKind::Invalid, text, location.display()};
    if (state == "42501"_L1 || group == "28"_L1)
        return {ErrorKind::Denied, u"PostgreSQL refuses: %1"_s.arg(text), location.display()};
    return {ErrorKind::Internal, u"PostgreSQL: %1 (%2)."_s.arg(text, state), location.display()};
}

QString nextConnectionName()
{
    static std::atomic<quint64> counter {0};
    return u"understudy-%1"_s.arg(counter.fetch_add(1));
}

/// A value inside libpq's connection string, where Qt passes our options through unquoted.
QString quoted(QString value)
{
    value.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1);
    return u'\'' + value + u'\'';
}

QString postgresOptions(const DatabaseLocation &location)
{
    QStringList options {u"application_name=understudy"_s, u"client_encoding=UTF8"_s};
    bool ownTimeout = false;
    for (const auto &[name, value] : location.options) {
        options.append(name + u'=' + quoted(value));
        ownTimeout = ownTimeout || name == "connect_timeout"_L1;
    }
    if (!ownTimeout)
        options.append(u"connect_timeout=5"_s);
    // A replica behind a cut cable must notice within half a minute, not after the system's two hours.
    options.append({u"keepalives_idle=10"_s, u"keepalives_interval=5"_s, u"keepalives_count=3"_s, u"tcp_user_timeout=20000"_s});
    return options.join(u';');
}

Result<void> makeSqliteFile(const DatabaseLocation &location)
{
    QFile file(location.file);
    // NewOnly: an existing file keeps its bytes. SQLite gives its side files the mode of the main one.
    if (!file.exists() && !file.open(QIODevice::ReadWrite | QIODevice::NewOnly, OwnerOnly) && !file.exists())
        return Error {ErrorKind::Unavailable, u"The database file cannot be made: %1."_s.arg(file.errorString()), location.file};
    return {};
}

Result<void> openHandle(QSqlDatabase &database, const DatabaseLocation &location, Database::Access access,
                        std::chrono::milliseconds busy)
{
    if (location.engine == Engine::SQLite) {
        QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busy.count());
        if (access == Database::Access::ReadOnly)
            options += ";QSQLITE_OPEN_READONLY"_L1;
        database.setConnectOptions(options);
        database.setDatabaseName(location.file);
        if (!database.open())
            return toError(database.lastError(), location);
        return {};
    }
    Result<Secret> password = location.password();
    if (!password)
        return password.error();
    database.setConnectOptions(postgresOptions(location));
    database.setHostName(location.host);
    database.setPort(location.port);
    database.setDatabaseName(location.name);
    // Given here and not by setPassword, which keeps it.
    if (!database.open(location.user, QString::fromUtf8(password->reveal())))
        return toError(database.lastError(), location);
    return {};
}

/// The change to WAL is for ever, and SQLite does not wait for others while it makes it: two processes that open a new file at
/// once would see "locked".
Result<void> useWal(const Connection &connection, std::chrono::milliseconds busy)
{
    constexpr std::chrono::milliseconds pause{5};
    const auto until = std::chrono::steady_clock::now() + busy;
    for (;;) {
        const Result<QVariant> mode = connection.single(u"PRAGMA journal_mode = WAL"_s);
        if (mode)
            return {};
        if (mode.error().kind != ErrorKind::Unavailable || !mode.error().text.contains("locked"_L1)
            || std::chrono::steady_clock::now() >= until)
            return mode.error();
        std::this_thread::sleep_for(pause);
    }
}

Result<void> configure(const Connection &connection, Database::Access access, std::chrono::milliseconds busy)
{
    QStringList statements;
    if (connection.isPostgres()) {
        statements = {u"SET timezone = 'UTC'"_s, u"SET client_min_messages = warning"_s,
                      u"SET idle_in_transaction_session_timeout = '15s'"_s, u"SET lock_timeout = '%1ms'"_s.arg(busy.count())};
        if (access == Database::Access::ReadOnly)
            statements.append(u"SET default_transaction_read_only = on"_s);
    } else {
        statements = {u"PRAGMA foreign_keys = ON"_s, u"PRAGMA synchronous = NORMAL"_s, u"PRAGMA temp_store = MEMORY"_s};
    }
    for (const QString &statement : statements) {
        if (Result<void> done = connection.run(statement); !done)
            return done;
    }
    return connection.isPostgres() || access == Database::Access::ReadOnly ? Result<void>() : useWal(connection, busy);
}

} // namespace

Error toError(const QSqlError &error, const DatabaseLocation &location)
{
    if (error.type() == QSqlError::ConnectionError && error.driverText().contains("Driver not loaded"_L1))
        return {ErrorKind::Unavailable,
                location.engine == Engine::SQLite ? u"Qt's SQLite driver is missing (Debian: libqt6sql6-sqlite)."_s
                                                  : u"Qt's PostgreSQL driver is missing (Debian: libqt6sql6-psql)."_s,
                location.display()};
    return location.engine == Engine::SQLite ? sqliteError(error, location) : postgresError(error, location);
}

Connection::~Connection()
{
    if (QSqlDatabase database = QSqlDatabase::database(m_name, false); database.isValid())
        database.close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase Connection::handle() const { return QSqlDatabase::database(m_name, false); }

Result<QSqlQuery> Connection::prepare(const QString &sql) const
{
    QSqlQuery query(handle());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return toError(query.lastError(), m_location);
    return query;
}

Result<void> Connection::execute(QSqlQuery &query) const
{
    if (!query.exec())
        return toError(query.lastError(), m_location);
    return {};
}

Result<void> Connection::executeBatch(QSqlQuery &query) const
{
    if (!query.execBatch())
        return toError(query.lastError(), m_location);
    return {};
}

Result<QSqlQuery> Connection::query(const QString &sql, const QVariantList &values) const
{
    if (values.isEmpty()) {
        QSqlQuery query(handle());
        query.setForwardOnly(true);
        if (!query.exec(sql))
            return toError(query.lastError(), m_location);
        return query;
    }
    Result<QSqlQuery> prepared = prepare(sql);
    if (!prepared)
        return prepared;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const bool nullText = values[i].typeId() == QMetaType::QString && values[i].toString().isNull();
        prepared->bindValue(int(i), nullText ? QVariant(u""_s) : values[i]);
    }
    if (Result<void> done = execute(*prepared); !done)
        return done.error();
    return prepared;
}

Result<void> Connection::run(const QString &sql, const QVariantList &values) const
{
    const Result<QSqlQuery> done = query(sql, values);
    if (!done)
        return done.error();
    return {};
}

Result<QVariant> Connection::single(const QString &sql, const QVariantList &values) const
{
    Result<QSqlQuery> rows = query(sql, values);
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        if (rows->lastError().isValid())
            return toError(rows->lastError(), m_location);
        return Error {ErrorKind::NotFound, u"No such row."_s, {}};
    }
    return rows->value(0);
}

Result<std::unique_ptr<Transaction>> Transaction::begin(const Connection &connection, Mode mode)
{
    QString sql = mode == Mode::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s;
    if (connection.isPostgres())
        sql = mode == Mode::Write ? u"BEGIN"_s : u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s;
    if (Result<void> done = connection.run(sql); !done)
        return done.error();
    return std::unique_ptr<Transaction>(new Transaction(connection));
}

Transaction::~Transaction()
{
    if (m_open)
        (void)m_connection.run(u"ROLLBACK"_s).ok();
}

Result<void> Transaction::commit()
{
    Result<void> done = m_connection.run(u"COMMIT"_s);
    // A failed COMMIT leaves SQLite's transaction open; the destructor rolls it back.
    m_open = !done.ok();
    return done;
}

Result<std::unique_ptr<Connection>> Database::connect(Access access, std::chrono::milliseconds busyTimeout) const
{
    const QString name = nextConnectionName();
    std::unique_ptr<Connection> connection(new Connection(m_location, name));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(m_location.engine == Engine::SQLite ? u"QSQLITE"_s : u"QPSQL"_s, name);
        if (Result<void> opened = openHandle(database, m_location, access, busyTimeout); !opened)
            return opened.error();
    }
    if (Result<void> configured = configure(*connection, access, busyTimeout); !configured)
        return configured.error();
    return connection;
}

Result<Database> Database::open(const DatabaseLocation &location)
{
    if (location.engine == Engine::SQLite) {
        if (Result<void> made = makeSqliteFile(location); !made)
            return made.error();
    }
    Database database(location);
    Result<std::unique_ptr<Connection>> connection = database.connect();
    if (!connection)
        return connection.error();
    if (Result<void> migrated = migrate(**connection, shippedMigrations(location.engine)); !migrated)
        return migrated.error();
    return database;
}

} // namespace understudy
