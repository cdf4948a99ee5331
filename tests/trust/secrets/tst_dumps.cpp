// SPDX-License-Identifier: GPL-3.0-or-later
// What is in memory stays there: no core file, no debugger of the same user, the vault's keys in locked pages.
#include "integration/cli/CliProcess.h"
#include "storage/Vault.h"

#include <QDir>
#include <QFile>
#include <QTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

#ifdef Q_OS_LINUX
namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Areas of this process that have the flag of /proc/self/smaps ("lo": locked, "dd": left out of core files).
int areasWith(const QByteArray &flag)
{
    int count = 0;
    for (const QByteArray &line : content(u"/proc/self/smaps"_s).split('\n'))
        count += line.startsWith("VmFlags:") && line.split(' ').contains(flag);
    return count;
}

void allowCores()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_CORE, &limit);
}

bool crash(QProcess &process)
{
    ::kill(pid_t(process.processId()), SIGABRT);
    return process.waitForFinished(Installation::PatienceMs) && process.exitStatus() == QProcess::CrashExit;
}

QStringList coresIn(const QTemporaryDir &folder) { return QDir(folder.path()).entryList({u"core*"_s, u"*.core"_s}, QDir::Files); }

void startServe(QProcess &process, const Installation &installation)
{
    installation.prepare(process, {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--json"_s});
    process.start();
    while (!process.canReadLine() && process.waitForReadyRead(Installation::PatienceMs)) { }
}

} // namespace
#endif

class TestDumps final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("The switches of this system are not read back.");
#endif
    }

#ifdef Q_OS_LINUX
    void theLimitIsNothing()
    {
        const Installation installation;
        QProcess serve;
        serve.setChildProcessModifier(allowCores);
        startServe(serve, installation);
        const QByteArray limits = content(u"/proc/%1/limits"_s.arg(serve.processId()));
        QList<QByteArray> words;
        for (const QByteArray &line : limits.split('\n')) {
            if (line.startsWith("Max core file size"))
                words = line.simplified().split(' ');
        }
        QCOMPARE(words.mid(4, 2), (QList<QByteArray>{"0", "0"}));
        serve.kill();
        serve.waitForFinished();
    }

    /// The kernel gives the files of an undumpable process to root; so it can be read from outside, also without crashing.
    void noDebuggerOfTheSameUser()
    {
        const Installation installation;
        uid_t user = ::geteuid();
        QProcess serve;
        if (user == 0) { // root's files are root's either way
            constexpr uid_t nobody = 65534;
            user = nobody;
            const QByteArray folder = QFile::encodeName(installation.file(u"."_s));
            QCOMPARE(::chown(folder.constData(), nobody, nobody), 0);
            serve.setChildProcessModifier([] { static_cast<void>(::setgid(nobody) == 0 && ::setuid(nobody) == 0); });
        }
        startServe(serve, installation);
        if (serve.state() != QProcess::Running)
            QSKIP("Another user cannot run the program from this folder.");
        struct stat status{};
        QCOMPARE(::stat(qPrintable(u"/proc/%1/status"_s.arg(serve.processId())), &status), 0);
        QVERIFY2(content(u"/proc/%1/status"_s.arg(serve.processId())).contains("\nUid:\t" + QByteArray::number(user)), "it runs as that user");
        QCOMPARE(::stat(qPrintable(u"/proc/%1/environ"_s.arg(serve.processId())), &status), 0);
        QCOMPARE(status.st_uid, uid_t(0));
        serve.kill();
        serve.waitForFinished();
    }

    /// Where a crash of any program leaves a core file, one of ours leaves none.
    void aCrashLeavesNothing()
    {
        const QTemporaryDir others, ours;
        QProcess control;
        control.setWorkingDirectory(others.path());
        control.setChildProcessModifier(allowCores);
        control.start(u"cat"_s, {});
        QVERIFY(control.waitForStarted());
        QVERIFY(crash(control));
        if (coresIn(others).isEmpty())
            QSKIP("This machine writes no core files into the working directory.");
        const Installation installation;
        QProcess serve;
        serve.setWorkingDirectory(ours.path());
        serve.setChildProcessModifier(allowCores);
        startServe(serve, installation);
        QVERIFY(crash(serve));
        QCOMPARE(coresIn(ours), QStringList());
        QVERIFY(QDir(installation.path()).entryList({u"core*"_s}).isEmpty());
    }

    void theVaultsKeysAreLocked()
    {
        const int excludedBefore = areasWith("dd");
        const int lockedBefore = areasWith("lo");
        const Vault vault(newMasterKey());
        const Vault copy = vault; // shares them
        QVERIFY(!copy.isLocked());
        QCOMPARE(areasWith("dd") - excludedBefore, 3);
        const long page = ::sysconf(_SC_PAGESIZE);
        void *const probe = ::mmap(nullptr, size_t(page), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        const int without = areasWith("lo");
        const bool allowed = ::mlock(probe, size_t(page)) == 0 && areasWith("lo") > without;
        ::munmap(probe, size_t(page));
        if (!allowed)
            QSKIP("This process may not lock memory.");
        QCOMPARE(without - lockedBefore, 3);
    }
#endif
};

QTEST_GUILESS_MAIN(TestDumps)
#include "tst_dumps.moc"
