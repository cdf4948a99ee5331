// SPDX-License-Identifier: GPL-3.0-or-later
// Disks and databases that fail under the shipped program: answers go on, the program says so, rows are written afterwards (SEMANTICS 7).
#include "DiskBench.h"
#include "core/storage/DatabaseFixture.h"

#include <QDir>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

using namespace understudy;
using namespace understudy::test;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDisks : public QObject {
    Q_OBJECT

    std::unique_ptr<DatabaseFixture> m_fixture;

private slots:
    void initTestCase() { m_fixture = std::make_unique<DatabaseFixture>(); }
    void cleanupTestCase() { m_fixture.reset(); }

    void fullDisk()
    {
#ifndef Q_OS_LINUX
        QSKIP("mounts a small disk, which only Linux can do so");
#else
        if (::geteuid() != 0)
            QSKIP("only root can mount a small disk");
        Installation installation;
        FakeUpstream upstream;
        QDir().mkpath(installation.path());
        QFile config(installation.file(u"config.json"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(labConfig(upstream.baseUrl()));
        config.close();
        QProcess process;
        QProcess plain;
        installation.prepare(plain, {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--json"_s, u"--config"_s, config.fileName()});
        process.setProcessEnvironment(installation.environment);
        process.start(u"unshare"_s, QStringList{u"--mount"_s, u"sh"_s, u"-c"_s, u"mount -t tmpfs -o size=6m,mode=700 none \"$1\" || exit 42; shift; exec \"$@\""_s, u"sh"_s,
                                                installation.path(), plain.program()} + plain.arguments());
        while (!process.canReadLine() && process.waitForReadyRead(Installation::PatienceMs)) { }
        if (process.state() == QProcess::NotRunning)
            QSKIP("this machine does not let us mount a small disk");
        const auto port = quint16(QUrl(QJsonDocument::fromJson(process.readLine()).object().value("baseUrl"_L1).toString()).port(0));
        QVERIFY2(port, process.readAllStandardError());
        const QString inside = u"/proc/%1/root%2"_s.arg(process.processId()).arg(installation.path());
        const auto run = [&](const QStringList &arguments) {
            QProcess command;
            QProcess form;
            installation.prepare(form, arguments);
            command.setProcessEnvironment(installation.environment);
            command.start(u"nsenter"_s, QStringList{u"--mount=/proc/%1/ns/mnt"_s.arg(process.processId()), form.program()} + form.arguments());
            command.waitForFinished(Installation::PatienceMs);
            return Ran{command.exitCode(), command.readAllStandardOutput(), command.readAllStandardError()};
        };
        QCOMPARE(answered(port, 3), 3);
        QTRY_COMPARE_WITH_TIMEOUT(figure(port, u"ledger_written_total"_s), 3.0, 10000);

        QFile ballast(inside + u"/ballast"_s);
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray block(4096, 'x');
        while (ballast.write(block) == block.size()) { }
        // The write-ahead log has pages to write again; it needs new ones before the disk's state shows.
        int asked = 3;
        for (; asked < 4000 && figure(port, u"ledger_ok"_s) == 1.0; asked += 50)
            QCOMPARE(answered(port, 50), 50);
        QCOMPARE(figure(port, u"ledger_ok"_s), 0.0);
        QCOMPARE(answered(port, 100), 100);
        asked += 100;
        QVERIFY(figure(port, u"ledger_queued"_s) >= 100.0);
        const Ran doctor = run({u"doctor"_s});
        QVERIFY2(doctor.out.contains("rows wait") && doctor.out.contains("full"), doctor.out + doctor.err);

        ballast.remove();
        QTRY_COMPARE_WITH_TIMEOUT(figure(port, u"ledger_ok"_s), 1.0, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(figure(port, u"ledger_written_total"_s), double(asked), 20000);
        QCOMPARE(figure(port, u"ledger_dropped_total"_s), 0.0);
        QCOMPARE(run({u"usage"_s, u"--json"_s}).object().value("requests"_L1).toInt(), asked);
        process.terminate();
        QVERIFY(process.waitForFinished(Installation::PatienceMs));
        QCOMPARE(process.exitCode(), 0);
#endif
    }

    void readOnlyFolder()
    {
#ifdef Q_OS_LINUX
        if (::geteuid() != 0)
            QSKIP("only root can make a folder read-only for everybody");
        Installation installation;
        FakeUpstream upstream;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, labConfig(upstream.baseUrl())).code, 0);
        QProcess process;
        QProcess plain;
        installation.prepare(plain, {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
        process.setProcessEnvironment(installation.environment);
        process.start(u"unshare"_s, QStringList{u"--mount"_s, u"sh"_s, u"-c"_s, u"mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" || exit 42; shift; exec \"$@\""_s, u"sh"_s,
                                                installation.path(), plain.program()} + plain.arguments());
        QVERIFY(process.waitForFinished(Installation::PatienceMs));
        if (process.exitCode() == 42)
            QSKIP("this machine does not let us mount");
        QCOMPARE(process.exitCode(), 1);
        const QByteArray said = process.readAllStandardError().toLower();
        QVERIFY2(said.contains("read-only") && said.contains(installation.path().toUtf8().toLower()), said);
#else
        QSKIP("mounts a folder, which only Linux can do so");
#endif
    }

    /// Its pages are overwritten under it: answers go on; the next start refuses, keeps the file, and says what to do.
    void damagedWhileServing()
    {
        Installation installation;
        FakeUpstream upstream;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, labConfig(upstream.baseUrl())).code, 0);
        const QString backup = installation.file(u"good.db"_s), file = installation.path() + u"/understudy.db"_s;
        Serving serving(installation);
        QVERIFY(serving.port);
        QCOMPARE(answered(serving.port, 5), 5);
        QTRY_COMPARE_WITH_TIMEOUT(figure(serving.port, u"ledger_written_total"_s), 5.0, 10000);
        const Ran backedUp = installation.run({u"backup"_s, backup});
        QVERIFY2(backedUp.code == 0, backedUp.err);
        const Ran again = installation.run({u"backup"_s, backup});
        QCOMPARE(again.code, 1); // never overwritten

        QFile pages(file);
        QVERIFY(pages.open(QIODevice::ReadWrite));
        const QByteArray garbage(int(pages.size()), '\x5a');
        QCOMPARE(pages.write(garbage), garbage.size());
        pages.close();
        QCOMPARE(answered(serving.port, 30), 30);
        serving.process.kill();
        serving.process.waitForFinished();
        // With its log SQLite would heal the pages by itself.
        for (const QString &side : {u"-wal"_s, u"-shm"_s})
            QFile::remove(file + side);
        const QByteArray damaged = contents(file);

        const Ran refused = installation.run({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("damaged") && refused.err.contains("restore"), refused.err);
        QCOMPARE(contents(file), damaged);

        const Ran bad = installation.run({u"restore"_s, file});
        QCOMPARE(bad.code, 1); // the damaged file itself is no backup; everything is as before
        QCOMPARE(contents(file), damaged);
        const Ran restored = installation.run({u"restore"_s, backup, u"--json"_s});
        QVERIFY2(restored.code == 0, restored.err);
        QCOMPARE(contents(restored.object().value("aside"_L1).toString()), damaged);
        {
            Serving back(installation);
            QVERIFY2(back.port, back.process.readAllStandardError());
            QCOMPARE(answered(back.port, 1), 1); // the secrets open, too
            const Ran busy = installation.run({u"restore"_s, u"--empty"_s});
            QCOMPARE(busy.code, 1);
            QCOMPARE(back.stop(), 0);
        }
        QCOMPARE(installation.run({u"usage"_s, u"--json"_s}).object().value("requests"_L1).toInt(), 6);
        QCOMPARE(installation.run({u"restore"_s}).code, 2);
        QCOMPARE(installation.run({u"restore"_s, backup, u"--empty"_s}).code, 2);
        const Ran emptied = installation.run({u"restore"_s, u"--empty"_s});
        QVERIFY2(emptied.code == 0, emptied.err);
        QCOMPARE(installation.run({u"key"_s, u"list"_s, u"--json"_s}).array().size(), 0);
    }

    void postgresGoesAndReturns()
    {
        const Result<DatabaseLocation> location = m_fixture->location(Engine::PostgreSQL);
        if (!location)
            QSKIP(qPrintable(location.error().text));
        const QString url = u"postgresql://%1@/%2?host=%3"_s.arg(location->user, location->name, location->host);
        Installation installation;
        QFile passphrase(installation.file(u"passphrase"_s));
        QVERIFY(passphrase.open(QIODevice::WriteOnly));
        passphrase.write("an invented passphrase\n");
        passphrase.close();
        QVERIFY(passphrase.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        installation.environment.insert(u"UNDERSTUDY_PASSPHRASE_FILE"_s, passphrase.fileName());
        FakeUpstream upstream;
        QCOMPARE(installation.run({u"import"_s, u"-"_s, u"--database"_s, url}, labConfig(upstream.baseUrl())).code, 0);
        {
            Serving serving(installation, {u"--database"_s, url});
            QVERIFY2(serving.port, serving.process.readAllStandardError());
            QCOMPARE(answered(serving.port, 5), 5);
            QTRY_COMPARE_WITH_TIMEOUT(figure(serving.port, u"ledger_written_total"_s), 5.0, 10000);
            m_fixture->stopPostgres();
            QCOMPARE(answered(serving.port, 20), 20);
            QTRY_COMPARE_WITH_TIMEOUT(figure(serving.port, u"ledger_ok"_s), 0.0, 10000);
            QCOMPARE(figure(serving.port, u"ledger_queued"_s), 20.0);
            QVERIFY(m_fixture->startPostgres());
            QTRY_COMPARE_WITH_TIMEOUT(figure(serving.port, u"ledger_written_total"_s), 25.0, 20000);
            QCOMPARE(figure(serving.port, u"ledger_dropped_total"_s), 0.0);
            QCOMPARE(answered(serving.port, 1), 1);
            QCOMPARE(serving.stop(), 0);
        }
        QCOMPARE(installation.run({u"usage"_s, u"--json"_s, u"--database"_s, url}).object().value("requests"_L1).toInt(), 26);

        m_fixture->stopPostgres();
        const Ran missing = installation.run({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, url});
        QCOMPARE(missing.code, 1);
        QVERIFY2(missing.err.contains("PostgreSQL"), missing.err);
        QVERIFY(!missing.err.contains("an invented passphrase"));
        QVERIFY(m_fixture->startPostgres());
    }
};

QTEST_GUILESS_MAIN(TestDisks)
#include "tst_disks.moc"
