// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/DataDirectory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
constexpr QFileDevice::Permissions Others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
    | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

QString lockFile(const QString &directory) { return directory + "/understudy.lock"_L1; }

Error ownedBy(const QString &directory, qint64 pid)
{
    return {
        ErrorKind::Conflict,
        u"Another process (pid %1) owns this data directory. Use it through that process, stop it, or choose another directory "
        "with --data-dir."_s.arg(pid),
        directory};
}

#ifdef Q_OS_UNIX

// Not QLockFile: it believes a lock of another host name for ever, and a restarted container has a new host name.
class FlockLock final : public DirectoryLock {
public:
    explicit FlockLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~FlockLock() override
    {
        // The file stays: removing it would let two processes lock two files of one name.
        [[maybe_unused]] const int ignored = ::ftruncate(m_descriptor, 0);
        ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(FlockLock)

private:
    int m_descriptor;
};

qint64 pidIn(int descriptor)
{
    char text[32] = {};
    const ssize_t size = ::pread(descriptor, text, sizeof text - 1, 0);
    return size > 0 ? QByteArray(text, qsizetype(size)).trimmed().toLongLong() : 0;
}

#else

class FileLock final : public DirectoryLock {
public:
    explicit FileLock(const QString &file)
        : lock(file)
    {
        lock.setStaleLockTime(0);
    }
    QLockFile lock;
};

#endif

} // namespace

QString DataDirectory::defaultPath()
{
    const QString chosen = qEnvironmentVariable("UNDERSTUDY_DATA_DIR");
    if (!chosen.isEmpty())
        return chosen;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/understudy"_L1;
}

Result<DataDirectory> DataDirectory::open(const QString &path)
{
    const QString absolute = QDir::cleanPath(QDir(path).absolutePath());
    const QFileInfo info(absolute);
    if (!info.exists()) {
        const QString parent = info.absolutePath();
        if (!QDir().mkpath(parent) || (!QDir().mkdir(absolute, OwnerOnly) && !QFileInfo(absolute).isDir()))
            return Error {ErrorKind::Unavailable,
                          u"The data directory cannot be made. Check the rights of the folder above it."_s, absolute};
        return DataDirectory(absolute);
    }
    if (!info.isDir())
        return Error {ErrorKind::Invalid, u"This is a file; the data directory must be a folder."_s, absolute};
#ifdef Q_OS_UNIX
    if (info.permissions() & Others) {
        const QDir folder(absolute);
        const bool ours = folder.exists(u"understudy.db"_s) || folder.exists(u"understudy.lock"_s)
            || folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        if (!ours || !QFile::setPermissions(absolute, OwnerOnly))
            return Error {ErrorKind::Denied,
                          u"Other users can enter this folder, and it holds other files. Choose a folder of its own, "
                          "or run: chmod 700 on it."_s,
                          absolute};
    }
#endif
    return DataDirectory(absolute);
}

QString DataDirectory::databaseFile() const { return m_path + "/understudy.db"_L1; }
QString DataDirectory::masterKeyFile() const { return m_path + "/master.key"_L1; }
QString DataDirectory::socketFile() const { return m_path + "/understudy.sock"_L1; }

#ifdef Q_OS_UNIX

Result<std::unique_ptr<DirectoryLock>> DataDirectory::own() const
{
    const int descriptor = ::open(QFile::encodeName(lockFile(m_path)).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return Error {ErrorKind::Unavailable, u"The lock file cannot be opened: %1."_s.arg(qt_error_string(errno)),
                      lockFile(m_path)};
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const qint64 pid = pidIn(descriptor);
        ::close(descriptor);
        return ownedBy(m_path, pid);
    }
    const QByteArray pid = QByteArray::number(qint64(::getpid())) + '\n';
    if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, pid.constData(), size_t(pid.size()), 0) != pid.size()) {
        // A full disk must not stop the gateway; only the words of the refusal that another process gets are poorer.
    }
    return std::unique_ptr<DirectoryLock>(std::make_unique<FlockLock>(descriptor));
}

qint64 DataDirectory::owner() const
{
    const int descriptor = ::open(QFile::encodeName(lockFile(m_path)).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return 0;
    const bool free = ::flock(descriptor, LOCK_SH | LOCK_NB) == 0;
    const qint64 pid = free ? 0 : pidIn(descriptor);
    ::close(descriptor);
    return pid;
}

#else

Result<std::unique_ptr<DirectoryLock>> DataDirectory::own() const
{
    auto lock = std::make_unique<FileLock>(lockFile(m_path));
    if (!lock->lock.tryLock(0))
        return ownedBy(m_path, owner());
    return std::unique_ptr<DirectoryLock>(std::move(lock));
}

qint64 DataDirectory::owner() const
{
    qint64 pid = 0;
    QString host;
    QString program;
    QLockFile lock(lockFile(m_path));
    return lock.getLockInfo(&pid, &host, &program) ? pid : 0;
}

#endif

} // namespace understudy
