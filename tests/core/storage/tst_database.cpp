// SPDX-License-Identifier: GPL-3.0-or-later
#include "DatabaseFixture.h"

#include "storage/ConfigurationStore.h"
#include "storage/DataDirectory.h"
#include "storage/LedgerReader.h"
#include "storage/Migrations.h"
#include "storage/VaultSetup.h"

#include <QDir>
#include <QThread>

using namespace understudy;
using namespace Qt::StringLiterals;

class DatabaseTest final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { fixture = std::make_unique<DatabaseFixture>(); }
    void cleanupTestCase() { fixture.reset(); }
    void urls_data();
    void urls();
    void passwordSources();
    void migratesFromNothing_data() { DatabaseFixture::addEngines(); }
    void migratesFromNothing();
    void severalMigrateAtOnce_data() { DatabaseFixture::addEngines(); }
    void severalMigrateAtOnce();
    void bothEnginesHaveTheSameSteps();
    void newerSchemaIsRefused_data() { DatabaseFixture::addEngines(); }
    void newerSchemaIsRefused();
    void aFailingStepIsUndone_data() { DatabaseFixture::addEngines(); }
    void aFailingStepIsUndone();
    void backsUpBeforeMigrating();
    void opensASavedOldFile();
    void damagedFileIsLeftAlone_data();
    void damagedFileIsLeftAlone();
    void unreachableServerIsAnError();
    void filesAreClosedToOthers();
    void directoryHasOneOwner();
    void directoryOfOthersIsRefused();
    void keyFileVault_data() { DatabaseFixture::addEngines(); }
    void keyFileVault();
    void twoFirstRunsAgree_data() { DatabaseFixture::addEngines(); }
    void twoFirstRunsAgree();
    void passphraseVault_data() { DatabaseFixture::addEngines(); }
    void passphraseVault();
    void keychainVault();
    void passphraseFiles();

private:
    std::unique_ptr<DatabaseFixture> fixture;
};

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void DatabaseTest::urls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("valid");
    QTest::newRow("plain") << u"postgresql://ann@db.example:5433/under"_s << true;
    QTest::newRow("socket") << u"postgresql://ann@/under?host=/run/postgresql"_s << true;
    QTest::newRow("password source") << u"postgresql://ann@db/under?passwordSource=env:PW&sslmode=require"_s << true;
    QTest::newRow("password") << u"postgresql://ann:hidden@db/under"_s << false;
    QTest::newRow("password option") << u"postgresql://ann@db/under?password=hidden"_s << false;
    QTest::newRow("unknown option") << u"postgresql://ann@db/under?options=-c"_s << false;
    QTest::newRow("semicolon") << u"postgresql://ann@db/under?sslmode=a;b"_s << false;
    QTest::newRow("no name") << u"postgresql://ann@db/"_s << false;
    QTest::newRow("other scheme") << u"mysql://ann@db/under"_s << false;
    QTest::newRow("bad source") << u"postgresql://ann@db/under?passwordSource=hidden"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void DatabaseTest::urls()
{
    QFETCH(QString, url);
    QFETCH(bool, valid);
    const auto location = DatabaseLocation::parse(url);
    QCOMPARE(location.ok(), valid);
    if (!valid) {
        QCOMPARE(location.error().kind, ErrorKind::Invalid);
        QVERIFY(!location.error().toString().contains(u"hidden"_s));
        return;
    }
    const auto whole = DatabaseLocation::parse(location->url());
    VERIFY_OK(whole);
    QVERIFY(*whole == *location);
    const auto again = DatabaseLocation::parse(location->display());
    QVERIFY(again);
    QCOMPARE(again->host, location->host);
    QCOMPARE(again->port, location->port);
    QCOMPARE(again->name, location->name);
}

void DatabaseTest::passwordSources()
{
    DatabaseLocation location;
    location.passwordSource = u"env:UNDERSTUDY_TEST_PASSWORD"_s;
    QVERIFY(!location.password());
    qputenv("UNDERSTUDY_TEST_PASSWORD", "invented");
    QCOMPARE(location.password()->reveal(), QByteArray("invented"));
    const QString file = fixture->folder() + "/password"_L1;
    location.passwordSource = u"file:"_s + file;
    QVERIFY(!location.password());
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write("invented too\n");
    written.close();
    QCOMPARE(location.password()->reveal(), QByteArray("invented too"));
}

void DatabaseTest::migratesFromNothing()
{
    OPEN_DATABASE(database);
    const auto connection = database.connect();
    VERIFY_OK(connection);
    const auto version = schemaVersion(**connection);
    VERIFY_OK(version);
    QCOMPARE(*version, shippedMigrations(Engine(engine)).last().version);
    VERIFY_OK(Database::open(*location)); // again: nothing to do
    if (!(*connection)->isPostgres()) {
        QCOMPARE((*connection)->single(u"PRAGMA journal_mode"_s)->toString(), u"wal"_s);
        QCOMPARE((*connection)->single(u"PRAGMA synchronous"_s)->toInt(), 1);
        QCOMPARE((*connection)->single(u"PRAGMA foreign_keys"_s)->toInt(), 1);
    }
}

void DatabaseTest::severalMigrateAtOnce()
{
    QFETCH(int, engine);
    const auto location = fixture->location(Engine(engine));
    if (!location)
        QSKIP(qPrintable(location.error().text));
    std::atomic<int> good {0};
    QStringList errors;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            const auto opened = Database::open(*location);
            if (opened)
                ++good;
            const std::lock_guard lock(mutex);
            if (!opened)
                errors.append(opened.error().toString());
        });
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY2(good == 4, qPrintable(errors.join(u'\n')));
}

void DatabaseTest::bothEnginesHaveTheSameSteps()
{
    const auto sqlite = shippedMigrations(Engine::SQLite);
    const auto postgres = shippedMigrations(Engine::PostgreSQL);
    QVERIFY(!sqlite.isEmpty());
    QCOMPARE(sqlite.size(), postgres.size());
    for (qsizetype i = 0; i < sqlite.size(); ++i) {
        QCOMPARE(sqlite[i].version, int(i) + 1);
        QCOMPARE(sqlite[i].name, postgres[i].name);
    }
}

void DatabaseTest::newerSchemaIsRefused()
{
    OPEN_DATABASE(database);
    const auto connection = database.connect();
    VERIFY_OK(connection);
    VERIFY_OK((*connection)->run(u"INSERT INTO schema_migrations (version, name, applied_ms) VALUES (999, '0999_future', 0)"_s));
    const auto again = Database::open(*location);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QVERIFY(again.error().text.contains(u"999"_s));
}

void DatabaseTest::aFailingStepIsUndone()
{
    OPEN_DATABASE(database);
    const auto connection = database.connect();
    VERIFY_OK(connection);
    const int next = shippedMigrations(Engine(engine)).last().version + 1;
    const QList<Migration> bad {{next, u"bad"_s, u"CREATE TABLE fresh (id INTEGER);\nCREATE TABLE settings (id INTEGER);\n"_s}};
    const auto failed = migrate(**connection, shippedMigrations(Engine(engine)) + bad);
    QVERIFY(!failed);
    QVERIFY(failed.error().text.contains(u"Migration bad"_s));
    QCOMPARE(*schemaVersion(**connection), next - 1);
    QVERIFY(!(*connection)->run(u"SELECT * FROM fresh"_s));
    const QList<Migration> good {
        {next, u"good"_s, u"-- a comment;\nCREATE TABLE fresh (\n  id INTEGER);\n\nINSERT INTO fresh (id) VALUES (1);\n"_s}};
    VERIFY_OK(migrate(**connection, shippedMigrations(Engine(engine)) + good));
    QCOMPARE(*schemaVersion(**connection), next);
    QCOMPARE((*connection)->single(u"SELECT id FROM fresh"_s)->toInt(), 1);
}

void DatabaseTest::backsUpBeforeMigrating()
{
    const auto location = fixture->location(Engine::SQLite);
    const auto database = Database::open(*location);
    VERIFY_OK(database);
    const int next = shippedMigrations(Engine::SQLite).last().version + 1;
    const QString backup = location->file + u".before-%1"_s.arg(next, 4, 10, QChar(u'0'));
    QVERIFY(!QFile::exists(backup));
    {
        const auto connection = database->connect();
        VERIFY_OK((*connection)->run(u"INSERT INTO free_tokens (key_id, used) VALUES ('key_a', 7)"_s));
        const QList<Migration> step {{next, u"step"_s, u"DELETE FROM free_tokens;\n"_s}};
        VERIFY_OK(migrate(**connection, shippedMigrations(Engine::SQLite) + step));
        QCOMPARE((*connection)->single(u"SELECT count(*) FROM free_tokens"_s)->toInt(), 0);
    }
    QVERIFY(QFile::exists(backup));
    QCOMPARE(QFile::permissions(backup) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    const auto old = Database::open(DatabaseLocation::sqlite(backup));
    VERIFY_OK(old);
    const auto connection = old->connect();
    QCOMPARE((*connection)->single(u"SELECT used FROM free_tokens"_s)->toInt(), 7);
}

// data/schema-0001.db was written by the first schema; data/schema-0001.key is its (invented) master key.
void DatabaseTest::opensASavedOldFile()
{
    const QString folder = fixture->folder();
    const QString file = folder + "/understudy.db"_L1;
    QVERIFY(QFile::copy(u"" STORAGE_DATA "/schema-0001.db"_s, file));
    QVERIFY(QFile::copy(u"" STORAGE_DATA "/schema-0001.key"_s, folder + "/master.key"_L1));
    QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QFile::setPermissions(folder + "/master.key"_L1, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const auto database = Database::open(DatabaseLocation::sqlite(file));
    VERIFY_OK(database);
    const auto connection = database->connect();
    const auto vault = openVault(**connection, {folder + "/master.key"_L1, {}});
    VERIFY_OK(vault);
    const auto store = ConfigurationStore::open(*database, *vault);
    VERIFY_OK(store);
    const auto stored = (*store)->load();
    VERIFY_OK(stored);
    QCOMPARE(stored->configuration.channels.size(), 1);
    QCOMPARE(stored->configuration.channels[0].credential.literal.reveal(), QByteArray("invented-credential-of-0001"));
    QCOMPARE(stored->configuration.keys.size(), 1);
    QCOMPARE(stored->configuration.keys[0].secret.reveal(), QByteArray("sk-us_invented-secret-of-0001"));
    const auto reader = LedgerReader::open(*database);
    VERIFY_OK(reader);
    const auto exchange = (*reader)->exchange(u"req_0001"_s);
    VERIFY_OK(exchange);
    QCOMPARE(exchange->attempts.size(), 2);
    QCOMPARE((*reader)->usage({})->freeTokensUsed, 603);
}

void DatabaseTest::damagedFileIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::newRow("not a database") << QByteArray("these are not the bytes of a database, but of a letter ").repeated(100)
                                    << u"damaged"_s;
    QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, '\x7f') << u"damaged"_s;
}

void DatabaseTest::damagedFileIsLeftAlone()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    const QString path = fixture->folder() + "/understudy.db"_L1;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto opened = Database::open(DatabaseLocation::sqlite(path));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Unavailable);
    QVERIFY2(opened.error().text.contains(word), qPrintable(opened.error().text));
    QCOMPARE(contents(path), bytes);
}

void DatabaseTest::unreachableServerIsAnError()
{
    const auto opened = Database::open(*DatabaseLocation::parse(u"postgresql://ann@/under?host=%1"_s.arg(fixture->folder())));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Unavailable);
}

void DatabaseTest::filesAreClosedToOthers()
{
#ifdef Q_OS_UNIX
    const QString path = fixture->folder() + "/new/data"_L1;
    const auto directory = DataDirectory::open(path);
    VERIFY_OK(directory);
    const auto database = Database::open(DatabaseLocation::sqlite(directory->databaseFile()));
    VERIFY_OK(database);
    const auto connection = database->connect();
    VERIFY_OK(openVault(**connection, {directory->masterKeyFile(), {}}));
    const auto lock = directory->own();
    VERIFY_OK(lock);
    constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFile::permissions(path) & others));
    const QFileInfoList files = QDir(path).entryInfoList(QDir::Files | QDir::Hidden);
    QVERIFY(files.size() >= 4); // database, -wal, -shm, key, lock
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
#endif
}

void DatabaseTest::directoryHasOneOwner()
{
    const auto directory = DataDirectory::open(fixture->folder());
    VERIFY_OK(directory);
    QCOMPARE(directory->owner(), 0);
    {
        const auto lock = directory->own();
        VERIFY_OK(lock);
        QCOMPARE(directory->owner(), QCoreApplication::applicationPid());
        const auto second = directory->own();
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
        QVERIFY(second.error().text.contains(QString::number(QCoreApplication::applicationPid())));
    }
    QCOMPARE(directory->owner(), 0);
    VERIFY_OK(directory->own());
}

void DatabaseTest::directoryOfOthersIsRefused()
{
#ifdef Q_OS_UNIX
    const QString path = fixture->folder();
    const auto open = QFile::permissions(path) | QFileDevice::ReadOther | QFileDevice::ExeOther;
    QFile::setPermissions(path, open);
    VERIFY_OK(DataDirectory::open(path)); // empty: becomes ours
    QVERIFY(!(QFile::permissions(path) & QFileDevice::ReadOther));
    QFile::setPermissions(path, open);
    QFile file(path + "/letter.txt"_L1);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto refused = DataDirectory::open(path);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Denied);
    QVERIFY(QFile::permissions(path) & QFileDevice::ReadOther);
#endif
    QVERIFY(!DataDirectory::open(u"" SOURCE_ROOT "/CMakeLists.txt"_s));
}

void DatabaseTest::keyFileVault()
{
    OPEN_DATABASE(database);
    const auto connection = database.connect();
    VERIFY_OK(connection);
    QVERIFY(!describeVault(**connection)->has_value());
    const QString file = fixture->folder() + "/master.key"_L1;
    const auto made = openVault(**connection, {file, {}});
    VERIFY_OK(made);
    QCOMPARE((*describeVault(**connection))->source, MasterKeySource::File);
    const auto again = openVault(**connection, {file, {}});
    VERIFY_OK(again);
    QCOMPARE(again->checkValue(), made->checkValue());
    // Another key, no key, a key that others can read.
    const QString other = fixture->folder() + "/master.key"_L1;
    QVERIFY(!openVault(**connection, {other, {}}));
    QVERIFY2(!QFile::exists(other), "a missing key was taken for a first run");
    QFile wrong(other);
    QVERIFY(wrong.open(QIODevice::WriteOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    wrong.write(newMasterKey().reveal().toHex());
    wrong.close();
    const auto refused = openVault(**connection, {other, {}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Denied);
#ifdef Q_OS_UNIX
    QFile::setPermissions(file, QFile::permissions(file) | QFileDevice::ReadOther);
    QVERIFY(!openVault(**connection, {file, {}}));
#endif
}

void DatabaseTest::twoFirstRunsAgree()
{
    OPEN_DATABASE(database);
    const QString file = fixture->folder() + "/master.key"_L1;
    std::array<QByteArray, 4> values;
    std::vector<std::thread> threads;
    for (QByteArray &value : values)
        threads.emplace_back([&] {
            const auto connection = database.connect();
            if (const auto vault = openVault(**connection, {file, {}}))
                value = vault->checkValue();
        });
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(!values[0].isEmpty());
    for (const QByteArray &value : values)
        QCOMPARE(value, values[0]);
}

void DatabaseTest::passphraseVault()
{
    OPEN_DATABASE(database);
    const auto connection = database.connect();
    VERIFY_OK(connection);
    const auto made = openVault(**connection, {{}, Secret("correct horse")});
    VERIFY_OK(made);
    QCOMPARE((*describeVault(**connection))->source, MasterKeySource::Passphrase);
    QCOMPARE(openVault(**connection, {{}, Secret("correct horse")})->checkValue(), made->checkValue());
    QVERIFY(!openVault(**connection, {{}, Secret("wrong horse")}));
    QVERIFY(!openVault(**connection, {fixture->folder() + "/master.key"_L1, {}}));
    VERIFY_OK((*connection)->run(u"UPDATE vault SET memory_limit = 9000000000000"_s));
    QVERIFY(!openVault(**connection, {{}, Secret("correct horse")}));
}

void DatabaseTest::keychainVault()
{
    const auto database = Database::open(*fixture->location(Engine::SQLite));
    VERIFY_OK(database);
    const auto connection = database->connect();
    const Secret key = newMasterKey();
    const QString id = newVaultId();
    VERIFY_OK(openVault(**connection, key, MasterKeySource::Keychain, id));
    QCOMPARE((*describeVault(**connection))->vaultId, id);
    VERIFY_OK(openVault(**connection, key, MasterKeySource::Keychain, id));
    QVERIFY(!openVault(**connection, newMasterKey(), MasterKeySource::Keychain, id));
    const auto headless = openVault(**connection, {fixture->folder() + "/master.key"_L1, {}});
    QVERIFY(!headless);
    QVERIFY(headless.error().text.contains(u"keyring"_s));
    // Secrets without the vault's row: damaged, not new.
    VERIFY_OK(
        (*connection)
            ->run(
                u"INSERT INTO secrets (owner, row_id, field, key_id, sealed) VALUES ('channels', 'a', 'credential', 1, x'00')"_s));
    VERIFY_OK((*connection)->run(u"DELETE FROM vault"_s));
    QVERIFY(!openVault(**connection, {fixture->folder() + "/master.key"_L1, {}}));
    QVERIFY(!openVault(**connection, key, MasterKeySource::Keychain, id));
}

void DatabaseTest::passphraseFiles()
{
    const QString folder = fixture->folder();
    QVERIFY(!passphraseFromEnvironment()->has_value());
    qputenv("CREDENTIALS_DIRECTORY", folder.toLocal8Bit());
    QVERIFY(!passphraseFromEnvironment()->has_value());
    QFile file(folder + "/understudy-master"_L1);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(" spaces stay \r\nsecond line\n");
    file.close();
    QCOMPARE((*passphraseFromEnvironment())->reveal(), QByteArray(" spaces stay "));
    qputenv("UNDERSTUDY_PASSPHRASE_FILE", (folder + "/missing"_L1).toLocal8Bit());
    QVERIFY(!passphraseFromEnvironment());
    qunsetenv("UNDERSTUDY_PASSPHRASE_FILE");
    qunsetenv("CREDENTIALS_DIRECTORY");
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
