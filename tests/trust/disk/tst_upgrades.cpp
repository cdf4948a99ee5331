// SPDX-License-Identifier: GPL-3.0-or-later
// Data of each released schema under the newest program, and configuration files of version 1 with every member. When a schema is
// released, its database goes into tests/core/storage/data, and a row below.
#include "DiskBench.h"

#include <QDir>
#include <QJsonValue>

using namespace understudy::test;

namespace {

constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Every member of `before` that `after` has not, or has another value for, by its path.
void differences(const QJsonValue &before, const QJsonValue &after, const QString &path, QStringList &found)
{
    if (before.isObject() && after.isObject()) {
        const QJsonObject object = before.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            differences(it.value(), after.toObject().value(it.key()), path + u'.' + it.key(), found);
    } else if (before.isArray() && after.isArray() && before.toArray().size() == after.toArray().size()) {
        for (qsizetype i = 0; i < before.toArray().size(); ++i)
            differences(before.toArray()[i], after.toArray()[i], u"%1[%2]"_s.arg(path).arg(i), found);
    } else if (before != after) {
        found.append(path);
    }
}

} // namespace

class TestUpgrades : public QObject {
    Q_OBJECT

private slots:
    void releasedSchemas_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("tokens");
        QTest::newRow("0001") << QByteArray("sk-us_invented-secret-of-0001") << 1 << 603;
        QTest::newRow("0002") << KeySecret << 4 << 40;
        QTest::newRow("0003") << KeySecret << 6 << 60; // two of them wait in the journal
    }
    void releasedSchemas()
    {
        const QString schema = QString::fromLatin1(QTest::currentDataTag()), source = u"" STORAGE_DATA "/schema-%1"_s.arg(schema);
        QFETCH(const QByteArray, secret);
        Installation installation;
        QVERIFY(QDir().mkpath(installation.path()));
        QFile::setPermissions(installation.path(), OwnerOnly | QFileDevice::ExeOwner);
        for (const auto &[from, to] : {std::pair(u".db"_s, u"/understudy.db"_s), std::pair(u".key"_s, u"/master.key"_s)}) {
            QVERIFY2(QFile::copy(source + from, installation.path() + to), qPrintable(source + from));
            QFile::setPermissions(installation.path() + to, OwnerOnly);
        }
        Serving serving(installation);
        QVERIFY2(serving.port, serving.process.readAllStandardError());
        // The old secret is known: the provider of the fixture is gone, so the answer is that of a failed chain, not 401.
        const int status = ask(serving.port, question(secret)).status;
        QVERIFY2(status >= 500, qPrintable(QString::number(status)));
        QCOMPARE(serving.stop(), 0);
        const QJsonObject usage = installation.run({u"usage"_s, u"--json"_s}).object();
        QTEST(usage.value("requests"_L1).toInt() - 1, "requests");
        QTEST(usage.value("totalTokens"_L1).toInt(), "tokens");
        QTEST(int(installation.run({u"log"_s, u"--json"_s}).lines().size()) - 1, "requests");
        // A copy of what was there before lies beside it, unless nothing had to be changed.
        const QStringList backups = QDir(installation.path()).entryList({u"understudy.db.before-*"_s});
        QCOMPARE(backups.size(), schema == "0003"_L1 ? 0 : 1);
    }

    void newerDataIsLeftAlone()
    {
        Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, labConfig(u"http://127.0.0.1:9/v1"_s)).code, 0);
        const QString file = installation.path() + u"/understudy.db"_s;
        QProcess sqlite;
        sqlite.start(u"sqlite3"_s, {file, u"INSERT INTO schema_migrations VALUES (9999, 'of_the_future', 1); PRAGMA wal_checkpoint(TRUNCATE);"_s});
        if (!sqlite.waitForStarted())
            QSKIP("sqlite3 is not installed");
        QVERIFY(sqlite.waitForFinished());
        QCOMPARE(sqlite.exitCode(), 0);
        QFile stored(file);
        QVERIFY(stored.open(QIODevice::ReadOnly));
        const QByteArray before = stored.readAll();
        const Ran refused = installation.run({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("newer Understudy"), refused.err);
        stored.seek(0);
        QCOMPARE(stored.readAll(), before);
    }

    void configurationOfVersion1()
    {
        Installation installation;
        QFile file(u"" TEST_DATA "/upgrades/config-v1.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        const Ran imported = installation.run({u"import"_s, u"-"_s}, text);
        QVERIFY2(imported.code == 0, imported.err);
        const Ran exported = installation.run({u"export"_s});
        QVERIFY2(exported.code == 0, exported.err);
        // Secrets stay out of an export without a passphrase.
        QJsonObject before = QJsonDocument::fromJson(text).object();
        QVERIFY(!exported.out.contains("invented"));
        QStringList lost;
        differences(before, exported.object(), {}, lost);
        lost.removeIf([](const QString &path) { return path.endsWith(".credential"_L1) || path.endsWith(".secret"_L1) || path.contains(".headers."_L1); });
        QCOMPARE(lost.join(u'\n'), QString());
        // And once more: an export of today is read as the same.
        Installation second;
        const Ran again = second.run({u"import"_s, u"-"_s}, exported.out);
        QVERIFY2(again.code == 0, again.err);
        lost.clear();
        differences(exported.object(), second.run({u"export"_s}).object(), {}, lost);
        lost.removeIf([](const QString &path) { return path.endsWith(".headers"_L1) || path.contains(".headers."_L1); }); // their values were left out
        QCOMPARE(lost.join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(TestUpgrades)
#include "tst_upgrades.moc"
