// SPDX-License-Identifier: GPL-3.0-or-later
#include "DatabaseFixture.h"

#include <QDir>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <csignal>
#include <pwd.h>
#include <unistd.h>
#endif

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int ServerPatienceMs = 30000;

QString serverPrograms()
{
    QDir versions(u"/usr/lib/postgresql"_s);
    const QStringList entries = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &version : entries) {
        const QString folder = versions.filePath(version) + "/bin"_L1;
        if (QFile::exists(folder + "/postgres"_L1))
            return folder;
    }
    const QString found = QStandardPaths::findExecutable(u"postgres"_s);
    return found.isEmpty() ? QString() : QFileInfo(found).absolutePath();
}

} // namespace

DatabaseFixture::DatabaseFixture() = default;
DatabaseFixture::~DatabaseFixture() { stopPostgres(); }

void DatabaseFixture::addEngines()
{
    QTest::addColumn<int>("engine");
    QTest::newRow("sqlite") << int(Engine::SQLite);
    QTest::newRow("postgresql") << int(Engine::PostgreSQL);
}

QString DatabaseFixture::folder()
{
    const QString path = m_folder.filePath(u"folder%1"_s.arg(++m_counter));
    QDir().mkdir(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return path;
}

// The server refuses to run as root, which is who runs tests in a container.
QStringList DatabaseFixture::asServerUser(const QString &program) const
{
    const QString file = serverPrograms() + u'/' + program;
#ifdef Q_OS_UNIX
    if (::geteuid() == 0)
        return {u"setpriv"_s, u"--reuid=postgres"_s, u"--regid=postgres"_s, u"--clear-groups"_s, u"--pdeathsig=INT"_s, file};
#endif
    return {file};
}

bool DatabaseFixture::runTool(const QString &program, const QStringList &arguments)
{
    QStringList command = asServerUser(program) + arguments;
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.takeFirst(), command);
    if (process.waitForFinished(ServerPatienceMs) && process.exitCode() == 0)
        return true;
    m_problem = program + ": "_L1 + QString::fromLocal8Bit(process.readAll());
    return false;
}

bool DatabaseFixture::startPostgres()
{
    if (m_server.state() == QProcess::Running)
        return true;
    if (serverPrograms().isEmpty()) {
        m_problem = u"The PostgreSQL server is not installed (Debian: postgresql)."_s;
        return false;
    }
    const QString data = m_folder.filePath(u"pg"_s);
    if (!QFile::exists(data)) {
        QDir().mkdir(data, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
#ifdef Q_OS_UNIX
        if (::geteuid() == 0) {
            const passwd *user = ::getpwnam("postgres");
            if (!user || ::chown(QFile::encodeName(data).constData(), user->pw_uid, user->pw_gid) != 0) {
                m_problem = u"There is no user postgres to run the server as."_s;
                return false;
            }
            // The server's user must get through to its own folder; the folders of the tests are closed themselves.
            QFile::setPermissions(m_folder.path(),
                                  QFile::permissions(m_folder.path()) | QFileDevice::ExeOther | QFileDevice::ExeGroup);
        }
#endif
        if (!runTool(u"initdb"_s,
                     {u"-D"_s, data, u"-U"_s, u"understudy"_s, u"-A"_s, u"trust"_s, u"-E"_s, u"UTF8"_s, u"--locale=C"_s,
                      u"--no-sync"_s}))
            return false;
    }
    QStringList command = asServerUser(u"postgres"_s) + QStringList {u"-D"_s, data,
                                                                     u"-k"_s, data,
                                                                     u"-c"_s, u"listen_addresses="_s,
                                                                     u"-c"_s, u"fsync=off"_s,
                                                                     u"-c"_s, u"log_min_messages=log"_s};
    m_server.setWorkingDirectory(data);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(command.takeFirst(), command);
    QByteArray log;
    while (m_server.waitForReadyRead(ServerPatienceMs)) {
        log += m_server.readAll();
        if (log.contains("database system is ready to accept connections"))
            return true;
    }
    m_problem = QString::fromLocal8Bit(log);
    return false;
}

void DatabaseFixture::stopPostgres()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
#ifdef Q_OS_UNIX
    ::kill(pid_t(m_server.processId()), SIGQUIT); // immediate; the data is thrown away or recovered
#endif
    if (!m_server.waitForFinished(ServerPatienceMs))
        m_server.kill();
}

Result<DatabaseLocation> DatabaseFixture::location(Engine engine)
{
    if (engine == Engine::SQLite)
        return DatabaseLocation::sqlite(folder() + "/understudy.db"_L1);
    if (!startPostgres())
        return Error {ErrorKind::Unavailable, m_problem, {}};
    const QString name = u"test%1"_s.arg(++m_counter);
    const QString socket = m_folder.filePath(u"pg"_s);
    if (!runTool(u"createdb"_s, {u"-h"_s, socket, u"-U"_s, u"understudy"_s, name}))
        return Error {ErrorKind::Unavailable, m_problem, {}};
    return DatabaseLocation::parse(u"postgresql://understudy@/%1?host=%2"_s.arg(name, socket));
}

} // namespace understudy
