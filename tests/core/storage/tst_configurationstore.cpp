// SPDX-License-Identifier: GPL-3.0-or-later
#include "DatabaseFixture.h"
#include "RandomValues.h"

#include "storage/ChangeWatcher.h"
#include "storage/ConfigurationStore.h"
#include "storage/VaultSetup.h"

#include <QDirIterator>
#include <QSignalSpy>

using namespace understudy;
using namespace Qt::StringLiterals;

class ConfigurationStoreTest final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { fixture = std::make_unique<DatabaseFixture>(); }
    void cleanupTestCase() { fixture.reset(); }
    void startsEmpty_data() { DatabaseFixture::addEngines(); }
    void startsEmpty();
    void randomConfigurationsComeBack_data() { DatabaseFixture::addEngines(); }
    void randomConfigurationsComeBack();
    void makesIdsAndSecrets_data() { DatabaseFixture::addEngines(); }
    void makesIdsAndSecrets();
    void keysExchangeNamesAndSecrets_data() { DatabaseFixture::addEngines(); }
    void keysExchangeNamesAndSecrets();
    void aFailedChangeWritesNothing_data() { DatabaseFixture::addEngines(); }
    void aFailedChangeWritesNothing();
    void usedTwiceIsAConflict_data() { DatabaseFixture::addEngines(); }
    void usedTwiceIsAConflict();
    void revisionGrowsWithDifferencesOnly_data() { DatabaseFixture::addEngines(); }
    void revisionGrowsWithDifferencesOnly();
    void concurrentUpdatesAllCount_data() { DatabaseFixture::addEngines(); }
    void concurrentUpdatesAllCount();
    void lockedLoadsAllButSecrets_data() { DatabaseFixture::addEngines(); }
    void lockedLoadsAllButSecrets();
    void swappedCiphertextsDoNotOpen_data() { DatabaseFixture::addEngines(); }
    void swappedCiphertextsDoNotOpen();
    void aNewChannelInheritsNoCredential_data() { DatabaseFixture::addEngines(); }
    void aNewChannelInheritsNoCredential();
    void deletedIsKeptForAWhile_data() { DatabaseFixture::addEngines(); }
    void deletedIsKeptForAWhile();
    void deletedComesBack_data() { DatabaseFixture::addEngines(); }
    void deletedComesBack();
    void restoredStandsWhereItStood_data() { DatabaseFixture::addEngines(); }
    void restoredStandsWhereItStood();
    void restoreRefuses_data();
    void restoreRefuses();
    void masterKeyMoves_data();
    void masterKeyMoves();
    void aFailingRowKeepsTheOldMasterKey_data() { DatabaseFixture::addEngines(); }
    void aFailingRowKeepsTheOldMasterKey();
    void masterKeyMovesAreRefused();
    void secretsAreInNoFile();
    void othersAreTold();
    void aRestartedServerIsFoundAgain();

private:
    std::unique_ptr<ConfigurationStore> openStore(const Database &database)
    {
        auto store = ConfigurationStore::open(database, m_vault);
        return store ? std::move(*store) : nullptr;
    }
    std::unique_ptr<DatabaseFixture> fixture;
    Vault m_vault {newMasterKey()};
};

static ConfigurationStore::Change replaceBy(const Configuration &configuration)
{
    return [configuration](const Configuration &) -> Result<Configuration> { return configuration; };
}

static Channel someChannel(const QString &id)
{
    Channel channel;
    channel.id = id;
    channel.provider = u"sf"_s;
    channel.name = u"name of "_s + id;
    channel.credential.literal = Secret("invented-credential-of-" + id.toUtf8());
    channel.models = QStringList {u"model"_s};
    return channel;
}

static GatewayKey someKey(const QString &name, const QByteArray &secret = {})
{
    GatewayKey key;
    key.name = name;
    key.secret = Secret(secret);
    key.chain = {{u"sf-1"_s, u"model"_s}};
    return key;
}

void ConfigurationStoreTest::startsEmpty()
{
    OPEN_DATABASE(database);
    const auto stored = openStore(database)->load();
    VERIFY_OK(stored);
    QCOMPARE(stored->configuration, Configuration());
    QCOMPARE(stored->revision, 0);
    QVERIFY(!stored->locked);
}

void ConfigurationStoreTest::randomConfigurationsComeBack()
{
    OPEN_DATABASE(database);
    const auto store = openStore(database);
    Configuration configuration;
    RandomValues random(7);
    for (int round = 1; round <= 40; ++round) {
        configuration = random.changed(configuration);
        const auto updated = store->update(replaceBy(configuration));
        VERIFY_OK(updated);
        QVERIFY2(updated->configuration == configuration, qPrintable(u"round %1"_s.arg(round)));
        const auto loaded = openStore(database)->load();
        VERIFY_OK(loaded);
        QVERIFY2(loaded->configuration == configuration, qPrintable(u"round %1"_s.arg(round)));
        QVERIFY(loaded->problems.isEmpty());
        QCOMPARE(loaded->revision, updated->revision);
    }
}

void ConfigurationStoreTest::makesIdsAndSecrets()
{
    OPEN_DATABASE(database);
    const auto store = openStore(database);
    Configuration configuration;
    configuration.keys = {someKey(u"demo"_s)};
    const auto made = store->update(replaceBy(configuration));
    VERIFY_OK(made);
    const GatewayKey key = made->configuration.keys[0];
    QVERIFY(key.id.startsWith(u"key_"_s));
    QVERIFY(key.secret.reveal().startsWith("sk-us_"));
    // An edit that does not know the secret keeps it.
    const auto edited = store->update([](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        after.keys[0].secret = Secret();
        after.keys[0].description = u"edited"_s;
        return after;
    });
    VERIFY_OK(edited);
    QCOMPARE(edited->configuration.keys[0].description, u"edited"_s);
    QVERIFY(edited->configuration.keys[0].secret == key.secret);
    // A file that knows only names says the same again.
    const auto imported = store->update(replaceBy(configuration));
    VERIFY_OK(imported);
    QCOMPARE(imported->configuration.keys[0].id, key.id);
    QVERIFY(imported->configuration.keys[0].secret == key.secret);
    // But a name that moved to another id leaves the new one alone.
    Configuration renamed = imported->configuration;
    renamed.keys[0].name = u"other"_s;
    renamed.keys.append(someKey(u"demo"_s));
    const auto both = store->update(replaceBy(renamed));
    VERIFY_OK(both);
    QVERIFY(both->configuration.keys[0].id == key.id && both->configuration.keys[1].id != key.id);
    QVERIFY(!(both->configuration.keys[1].secret == key.secret));
}

void ConfigurationStoreTest::keysExchangeNamesAndSecrets()
{
    OPEN_DATABASE(database);
    const auto store = openStore(database);
    Configuration configuration;
    configuration.keys = {someKey(u"one"_s), someKey(u"two"_s)};
    const auto before = store->update(replaceBy(configuration));
    VERIFY_OK(before);
    Configuration swapped = before->configuration;
    std::swap(swapped.keys[0].name, swapped.keys[1].name);
    std::swap(swapped.keys[0].secret, swapped.keys[1].secret);
    const auto after = store->update(replaceBy(swapped));
    VERIFY_OK(after);
    QVERIFY(after->configuration == swapped);
}

void ConfigurationStoreTest::aFailedChangeWritesNothing()
{
    OPEN_DATABASE(database);
    const auto store = openStore(database);
    Configuration configuration;
    configuration.channels = {someChannel(u"sf-1"_s)};
    const auto before = store->update(replaceBy(configuration));
    VERIFY_OK(before);
    const auto failed = store->update([](const Configuration &) -> Result<Configuration> {
        return Error {ErrorKind::Invalid, u"no"_s, u"keys[0]"_s};
    });
    QVERIFY(!failed);
    QCOMPARE(failed.error().where, u"keys[0]"_s);
    // Fails in the middle of writing, after the channels: any rule of the database that a key breaks will do.
    const auto connection = database.connect();
    VERIFY_OK((*connection)->run(u"CREATE UNIQUE INDEX one_description ON gateway_keys (description)"_s));
    Configuration clash = configuration;
    clash.channels.append(someChannel(u"sf-2"_s));
    clash.keys = {someKey(u"one"_s), someKey(u"two"_s)};
    const auto undone = store->update(replaceBy(clash));
    QVERIFY(!undone);
    QCOMPARE(undone.error().kind, ErrorKind::Conflict);
    const auto now = store->load();
    VERIFY_OK(now);
    QCOMPARE(now->configuration.channels.size(), 1);
    QCOMPARE(now->revision, before->revision);
}

void ConfigurationStoreTest::usedTwiceIsAConflict()
{
    OPEN_DATABASE(database);
    const auto store = openStore(database);
    Configuration names;
    names.keys = {someKey(u"demo"_s), someKey(u"demo"_s)};
    Configuration secrets;
    secrets.keys = {someKey(u"one"_s, "sk-us_the-same-secret"), someKey(u"two"_s, "sk-us_the-same-secret")};
    Configuration channels;
    channels.channels = {someChannel(u"sf-1"_s), someChannel(u"sf-1"_s)};
    for (const auto &[configuration, where] :
         {std::pair(names, u"keys[1].name"_s), {secrets, u"keys[1].secret"_s}, {channels, u"channels[1].id"_s}}) {
        const auto refused = store->update(replaceBy(configuration));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(refused.error().where, where);
        QVERIFY(!refused.error().text.contains(u"the-same"_s));
    }
    QCOMPARE(*store->revision(), 0);
}

void ConfigurationStoreTest::revisionGrowsWithDifferencesOnly()
{
    OPEN_DATABASE(database);
    const auto store = openStore(database);
    const Configuration configuration = RandomValues(3).configuration();
    VERIFY_OK(store->update(replaceBy(configuration)));
    QCOMPARE(*store->revision(), 1);
    VERIFY_OK(store->update(replaceBy(configuration)));
    QCOMPARE(*store->revision(), 1);
    Configuration edited = configuration;
    edited.settings.listen = u"127.0.0.1:1"_s;
    VERIFY_OK(store->update(replaceBy(edited)));
    QCOMPARE(*store->revision(), 2);
}

void ConfigurationStoreTest::concurrentUpdatesAllCount()
{
    OPEN_DATABASE(database);
    std::atomic<int> failures {0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 3; ++t)
        threads.emplace_back([&] {
            auto store = ConfigurationStore::open(database, m_vault);
            for (int i = 0; i < 10; ++i) {
                const auto done = (*store)->update([](const Configuration &before) -> Result<Configuration> {
                    Configuration after = before;
                    ++after.settings.limits.maxConnections;
                    return after;
                });
                failures += done ? 0 : 1;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    const auto stored = openStore(database)->load();
    QCOMPARE(stored->configuration.settings.limits.maxConnections, EndpointLimits().maxConnections + 30);
    QCOMPARE(stored->revision, 30);
}

void ConfigurationStoreTest::lockedLoadsAllButSecrets()
{
    OPEN_DATABASE(database);
    Configuration configuration;
    configuration.channels = {someChannel(u"sf-1"_s)};
    configuration.channels[0].headers = {{"x-team", "invented-team"}};
    configuration.keys = {someKey(u"demo"_s)};
    const auto made = openStore(database)->update(replaceBy(configuration));
    VERIFY_OK(made);

    auto store = std::move(*ConfigurationStore::open(database, Vault()));
    const auto locked = store->load();
    VERIFY_OK(locked);
    QVERIFY(locked->locked);
    QVERIFY(locked->problems.isEmpty());
    QCOMPARE(locked->configuration.channels[0].name, configuration.channels[0].name);
    QVERIFY(locked->configuration.channels[0].credential.isEmpty());
    QVERIFY(locked->configuration.keys[0].secret.isEmpty());
    // What needs no secret can be edited, and the secrets survive it.
    const auto edited = store->update([](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        after.channels[0].enabled = false;
        after.keys[0].enabled = false;
        return after;
    });
    VERIFY_OK(edited);
    const auto refused = store->update([](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        after.keys.append(someKey(u"second"_s));
        return after;
    });
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Denied);
    store->setVault(m_vault);
    const auto unlocked = store->load();
    VERIFY_OK(unlocked);
    Configuration expected = made->configuration;
    expected.channels[0].enabled = false;
    expected.keys[0].enabled = false;
    QVERIFY(unlocked->configuration == expected);
}

void ConfigurationStoreTest::swappedCiphertextsDoNotOpen()
{
    OPEN_DATABASE(database);
    Configuration configuration;
    configuration.channels = {someChannel(u"one"_s), someChannel(u"two"_s), someChannel(u"three"_s)};
    const auto store = openStore(database);
    VERIFY_OK(store->update(replaceBy(configuration)));
    const auto connection = database.connect();
    VERIFY_OK(
        (*connection)
            ->run(u"UPDATE secrets SET row_id = CASE row_id WHEN 'one' THEN 'swap' ELSE row_id END WHERE row_id = 'one'"_s));
    VERIFY_OK((*connection)->run(u"UPDATE secrets SET row_id = 'one' WHERE row_id = 'two'"_s));
    VERIFY_OK((*connection)->run(u"UPDATE secrets SET row_id = 'two' WHERE row_id = 'swap'"_s));
    const auto loaded = store->load();
    VERIFY_OK(loaded);
    QCOMPARE(loaded->problems.size(), 2);
    QVERIFY(loaded->configuration.channels[0].credential.isEmpty());
    QVERIFY(loaded->configuration.channels[1].credential.isEmpty());
    QCOMPARE(loaded->configuration.channels[2].credential.literal.reveal(), QByteArray("invented-credential-of-three"));
    const auto entered = store->update([](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        after.channels[0].credential.literal = Secret("entered anew");
        return after;
    });
    VERIFY_OK(entered);
    QCOMPARE(entered->problems.size(), 1);
    QCOMPARE(entered->configuration.channels[0].credential.literal.reveal(), QByteArray("entered anew"));
}

void ConfigurationStoreTest::aNewChannelInheritsNoCredential()
{
    OPEN_DATABASE(database);
    const auto store = openStore(database);
    Configuration configuration;
    configuration.channels = {someChannel(u"sf-1"_s)};
    VERIFY_OK(store->update(replaceBy(configuration)));
    VERIFY_OK(store->update(replaceBy(Configuration())));
    configuration.channels[0].credential = {};
    const auto again = store->update(replaceBy(configuration));
    VERIFY_OK(again);
    QVERIFY(again->configuration.channels[0].credential.isEmpty());
    // The environment's variable replaces a stored literal.
    configuration.channels = {someChannel(u"sf-1"_s)};
    VERIFY_OK(store->update(replaceBy(configuration)));
    configuration.channels[0].credential = {Secret(), u"SOME_VARIABLE"_s};
    VERIFY_OK(store->update(replaceBy(configuration)));
    QCOMPARE((*database.connect())->single(u"SELECT count(*) FROM secrets"_s)->toInt(), 0);
}

void ConfigurationStoreTest::deletedIsKeptForAWhile()
{
    OPEN_DATABASE(database);
    const auto store = openStore(database);
    Configuration configuration;
    configuration.channels = {someChannel(u"sf-1"_s)};
    configuration.keys = {someKey(u"demo"_s)};
    VERIFY_OK(store->update(replaceBy(configuration)));
    VERIFY_OK(store->update(replaceBy(Configuration())));
    const auto connection = database.connect();
    QCOMPARE((*connection)->single(u"SELECT name FROM gateway_keys"_s)->toString(), u"demo"_s);
    QCOMPARE((*connection)->single(u"SELECT count(*) FROM secrets"_s)->toInt(), 2);
    VERIFY_OK((*connection)->run(u"UPDATE gateway_keys SET deleted_ms = 1"_s));
    configuration.channels.clear();
    configuration.keys = {someKey(u"another"_s)};
    VERIFY_OK(store->update(replaceBy(configuration)));
    QCOMPARE((*connection)->single(u"SELECT count(*) FROM gateway_keys"_s)->toInt(), 1);
    QCOMPARE((*connection)->single(u"SELECT count(*) FROM channels"_s)->toInt(), 1);
    QCOMPARE((*connection)->single(u"SELECT count(*) FROM secrets"_s)->toInt(), 2);
}

static Provider someProvider(const QString &id)
{
    Provider provider;
    provider.id = id;
    provider.name = u"provider "_s + id;
    provider.baseUrl = QUrl(u"https://"_s + id + u".example/v1"_s);
    provider.models.append(Model());
    provider.models[0].id = u"model"_s;
    return provider;
}

void ConfigurationStoreTest::deletedComesBack()
{
    OPEN_DATABASE(database);
    const auto store = openStore(database);
    Configuration configuration;
    configuration.providers = {someProvider(u"sf"_s)};
    configuration.channels = {someChannel(u"sf-1"_s)};
    configuration.channels[0].headers = {{"x-team", "invented-team"}};
    configuration.keys = {someKey(u"demo"_s)};
    const auto made = store->update(replaceBy(configuration));
    VERIFY_OK(made);
    QVERIFY(store->deleted()->isEmpty());
    const QDateTime before = QDateTime::currentDateTimeUtc();
    VERIFY_OK(store->update(replaceBy(Configuration())));

    const auto deleted = store->deleted();
    VERIFY_OK(deleted);
    QCOMPARE(deleted->size(), 3);
    const QString keyId = made->configuration.keys[0].id;
    for (const auto &[kind, id, name, detail] :
         {std::tuple(DeletedObject::Kind::Provider, u"sf"_s, u"provider sf"_s, u"https://sf.example/v1"_s),
          {DeletedObject::Kind::Channel, u"sf-1"_s, u"name of sf-1"_s, u"sf"_s},
          {DeletedObject::Kind::Key, keyId, u"demo"_s, u"sf-1/model"_s}}) {
        const auto at = std::find_if(deleted->begin(), deleted->end(), [kind = kind](const auto &entry) { return entry.kind == kind; });
        QVERIFY(at != deleted->end());
        QCOMPARE(at->id, id);
        QCOMPARE(at->name, name);
        QCOMPARE(at->detail, detail);
        QVERIFY(at->deletedAt.msecsTo(before) <= 0 && at->deletedAt.offsetFromUtc() == 0);
    }
    // A check that refuses leaves all as it was; the vault need not be open.
    const auto refused = store->restore(DeletedObject::Kind::Provider, u"sf"_s, [](const Configuration &with) -> Result<void> {
        return Error {ErrorKind::Invalid, u"no"_s, with.providers.value(0).id};
    });
    QVERIFY(!refused);
    QCOMPARE(refused.error().where, u"sf"_s);
    QCOMPARE(store->deleted()->size(), 3);
    QCOMPARE(*store->revision(), 2);
    store->setVault(Vault());
    VERIFY_OK(store->restore(DeletedObject::Kind::Provider, u"sf"_s));
    store->setVault(m_vault);
    VERIFY_OK(store->restore(DeletedObject::Kind::Channel, u"sf-1"_s));
    const auto restored = store->restore(DeletedObject::Kind::Key, keyId);
    VERIFY_OK(restored);
    QVERIFY(restored->configuration == made->configuration);
    QCOMPARE(restored->revision, 5);
    QVERIFY(store->deleted()->isEmpty());
    const auto loaded = openStore(database)->load();
    VERIFY_OK(loaded);
    QVERIFY(loaded->configuration == made->configuration);
}

void ConfigurationStoreTest::restoredStandsWhereItStood()
{
    OPEN_DATABASE(database);
    const auto store = openStore(database);
    Configuration configuration;
    configuration.keys = {someKey(u"d"_s), someKey(u"c"_s), someKey(u"b"_s), someKey(u"a"_s)};
    const auto made = store->update(replaceBy(configuration));
    VERIFY_OK(made);
    Configuration fewer = made->configuration;
    fewer.keys.remove(1, 2);
    VERIFY_OK(store->update(replaceBy(fewer)));
    VERIFY_OK(store->restore(DeletedObject::Kind::Key, made->configuration.keys[2].id));
    VERIFY_OK(store->restore(DeletedObject::Kind::Key, made->configuration.keys[1].id));
    const auto names = [&store] {
        QStringList names;
        const auto loaded = store->load();
        for (const GatewayKey &key : loaded->configuration.keys)
            names.append(key.name);
        return names.join(u' ');
    };
    QCOMPARE(names(), u"d c a b"_s); // b was the third, then c the second
    // The rows are numbered without a gap or a double, so that the next move writes what it means.
    Configuration moved = store->load()->configuration;
    moved.keys.swapItemsAt(0, 1);
    VERIFY_OK(store->update(replaceBy(moved)));
    QVERIFY(store->load()->configuration == moved);
    QCOMPARE((*database.connect())->single(u"SELECT count(DISTINCT position) FROM gateway_keys"_s)->toInt(), 4);
}

void ConfigurationStoreTest::restoreRefuses_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<QString>("words");
    const std::pair<const char *, const char *> rows[] = {
        {"unknown id", "no deleted key"},        {"not deleted", "is there already"},
        {"key's name is taken", "has the name"}, {"key's secret is taken", "has its secret"},
        {"channel is gone", "sf-1"},             {"model is closed", "sf-1/model"},
        {"channel's name is taken", "sf-2"},     {"provider is gone", "provider \"sf\" is deleted"},
    };
    for (const auto &[trouble, words] : rows)
        QTest::addRow("%s", trouble) << int(Engine::SQLite) << QString::fromLatin1(trouble) << QString::fromLatin1(words);
}

void ConfigurationStoreTest::restoreRefuses()
{
    QFETCH(QString, trouble);
    QFETCH(QString, words);
    OPEN_DATABASE(database);
    const auto store = openStore(database);
    Configuration all;
    all.providers = {someProvider(u"sf"_s)};
    all.channels = {someChannel(u"sf-1"_s)};
    all.keys = {someKey(u"demo"_s, "sk-us_the-same-secret")};
    const auto made = store->update(replaceBy(all));
    VERIFY_OK(made);
    all = made->configuration;

    auto kind = DeletedObject::Kind::Key;
    QString id = all.keys[0].id;
    Configuration now = all;
    now.keys.clear();
    if (trouble.startsWith("channel's"_L1) || trouble.startsWith("provider"_L1)) {
        kind = DeletedObject::Kind::Channel;
        id = u"sf-1"_s;
        now.channels.clear();
    }
    if (trouble == "unknown id"_L1)
        id = u"key_none"_s;
    if (trouble == "not deleted"_L1)
        now = all;
    VERIFY_OK(store->update(replaceBy(now)));
    if (trouble == "key's name is taken"_L1)
        now.keys = {someKey(u"demo"_s)};
    if (trouble == "key's secret is taken"_L1)
        now.keys = {someKey(u"other"_s, "sk-us_the-same-secret")};
    if (trouble == "channel is gone"_L1)
        now.channels.clear();
    if (trouble == "model is closed"_L1)
        now.channels[0].models = QStringList {u"another"_s};
    if (trouble == "provider is gone"_L1)
        now.providers.clear();
    if (trouble == "channel's name is taken"_L1) {
        now.channels = {someChannel(u"sf-2"_s)};
        now.channels[0].name = all.channels[0].name;
    }
    VERIFY_OK(store->update(replaceBy(now)));

    const auto before = store->load();
    const auto refused = store->restore(kind, id);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, trouble == "unknown id"_L1 ? ErrorKind::NotFound : ErrorKind::Conflict);
    QVERIFY2(refused.error().text.contains(words), qPrintable(refused.error().text));
    const auto after = store->load();
    QVERIFY(after->configuration == before->configuration);
    QCOMPARE(after->revision, before->revision);
}

/// A configuration with every kind of secret; one channel and one key are deleted and must stay restorable.
static Configuration withSecrets()
{
    Configuration configuration;
    configuration.channels = {someChannel(u"one"_s), someChannel(u"two"_s), someChannel(u"gone"_s)};
    configuration.channels[0].headers = {{"x-team", "invented-team"}};
    configuration.channels[1].proxy = {ProxyChoice::Kind::Url, QUrl(u"http://user:invented@proxy.example:8080"_s)};
    configuration.keys = {someKey(u"demo"_s), someKey(u"gone"_s)};
    for (GatewayKey &key : configuration.keys)
        key.chain = {{u"one"_s, u"model"_s}};
    return configuration;
}

void ConfigurationStoreTest::masterKeyMoves_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    const std::pair<MasterKeySource, const char *> sources[] = {
        {MasterKeySource::File, "file"}, {MasterKeySource::Passphrase, "passphrase"}, {MasterKeySource::Keychain, "keychain"}};
    for (const auto &[from, fromName] : sources) {
        for (const auto &[to, toName] : sources) {
            if (from != to || from == MasterKeySource::Passphrase)
                QTest::addRow("%s to %s", fromName, toName) << int(Engine::SQLite) << int(from) << int(to);
        }
    }
    QTest::addRow("postgresql") << int(Engine::PostgreSQL) << int(MasterKeySource::File) << int(MasterKeySource::Passphrase);
}

void ConfigurationStoreTest::masterKeyMoves()
{
    OPEN_DATABASE(database);
    QFETCH(int, from);
    QFETCH(int, to);
    const bool sameKey = from != int(MasterKeySource::Passphrase) && to != int(MasterKeySource::Passphrase);
    const QString file = fixture->folder() + "/master.key"_L1;
    const Secret passphrase("an invented passphrase"), ringKey = newMasterKey();
    const auto connection = *database.connect();
    // First the vault as it was made.
    const auto before = MasterKeySource(from) == MasterKeySource::Keychain ? openVault(*connection, ringKey, MasterKeySource::Keychain, newVaultId())
        : MasterKeySource(from) == MasterKeySource::Passphrase             ? openVault(*connection, {file, passphrase})
                                                                           : openVault(*connection, {file, {}});
    VERIFY_OK(before);
    auto store = std::move(*ConfigurationStore::open(database, *before));
    const auto made = store->update(replaceBy(withSecrets()));
    VERIFY_OK(made);
    Configuration fewer = made->configuration;
    fewer.channels.removeLast();
    fewer.keys.removeLast();
    VERIFY_OK(store->update(replaceBy(fewer)));
    const QByteArray oldSealed = connection->single(u"SELECT sealed FROM secrets WHERE row_id = 'one' AND field = 'credential'"_s)->toByteArray();
    const QString vaultId = (*describeVault(*connection))->vaultId;

    MasterKeyChange change {MasterKeySource(to), file, Secret("another invented passphrase"), ringKey};
    if (sameKey && MasterKeySource(from) == MasterKeySource::File)
        change.masterKey = *readMasterKeyFile(file);
    const auto after = changeMasterKeySource(*connection, *before, change);
    VERIFY_OK(after);
    const VaultDescription description = describeVault(*connection).value().value();
    QCOMPARE(description.source, MasterKeySource(to));
    QCOMPARE(description.vaultId, vaultId);
    QCOMPARE(description.keyId, before->keyId() + (sameKey ? 0 : 1));
    QCOMPARE(*store->revision(), 3); // others are told

    // Opened as at the next start, everything is there, what was deleted too.
    const auto reopened = MasterKeySource(to) == MasterKeySource::Keychain ? openVault(*connection, change.masterKey, MasterKeySource::Keychain, vaultId)
        : MasterKeySource(to) == MasterKeySource::Passphrase             ? openVault(*connection, {file, change.passphrase})
                                                                         : openVault(*connection, {file, {}});
    VERIFY_OK(reopened);
    QCOMPARE(reopened->checkValue(), after->checkValue());
    store->setVault(*reopened);
    const auto loaded = store->load();
    VERIFY_OK(loaded);
    QVERIFY(loaded->problems.isEmpty());
    QVERIFY(loaded->configuration == fewer);
    VERIFY_OK(store->restore(DeletedObject::Kind::Channel, u"gone"_s));
    const auto whole = store->restore(DeletedObject::Kind::Key, made->configuration.keys[1].id);
    VERIFY_OK(whole);
    QVERIFY(whole->configuration == made->configuration);
    const QByteArray hash = connection->single(u"SELECT secret_hash FROM gateway_keys WHERE name = 'demo'"_s)->toByteArray();
    QCOMPARE(hash, reopened->lookupHash(made->configuration.keys[0].secret));
    if (sameKey)
        return;
    // The old key opens nothing that is stored now, and the new one nothing that was stored then.
    store->setVault(*before);
    const auto old = store->load();
    VERIFY_OK(old);
    QCOMPARE(old->problems.size(), 7);
    QVERIFY(!reopened->open(oldSealed, {u"channels"_s, u"one"_s, u"credential"_s}, reopened->keyId()));
    QVERIFY(before->lookupHash(made->configuration.keys[0].secret) != hash);
}

void ConfigurationStoreTest::aFailingRowKeepsTheOldMasterKey()
{
    OPEN_DATABASE(database);
    const auto connection = *database.connect();
    const QString file = fixture->folder() + "/master.key"_L1;
    const auto before = openVault(*connection, {file, Secret("an invented passphrase")});
    VERIFY_OK(before);
    auto store = std::move(*ConfigurationStore::open(database, *before));
    const auto made = store->update(replaceBy(withSecrets()));
    VERIFY_OK(made);
    if (connection->isPostgres())
        VERIFY_OK(connection->run(u"ALTER TABLE secrets ADD CONSTRAINT stop CHECK (row_id <> 'two' OR key_id = 1)"_s));
    else
        VERIFY_OK(connection->run(u"CREATE TRIGGER stop BEFORE INSERT ON secrets WHEN NEW.row_id = 'two' BEGIN SELECT RAISE(ABORT, 'stop'); END"_s));
    const auto failed = changeMasterKeySource(*connection, *before, {MasterKeySource::File, file, {}, {}});
    QVERIFY(!failed);
    QVERIFY2(!QFile::exists(file), "a key that opens nothing must not lie around");
    const VaultDescription description = describeVault(*connection).value().value();
    QCOMPARE(description.source, MasterKeySource::Passphrase);
    QCOMPARE(description.keyId, 1);
    const auto loaded = store->load();
    VERIFY_OK(loaded);
    QVERIFY(loaded->problems.isEmpty() && loaded->configuration == made->configuration);
    QCOMPARE(loaded->revision, made->revision);
}

void ConfigurationStoreTest::masterKeyMovesAreRefused()
{
    const auto database = Database::open(DatabaseLocation::sqlite(fixture->folder() + "/understudy.db"_L1));
    VERIFY_OK(database);
    const auto connection = *database->connect();
    const QString file = fixture->folder() + "/master.key"_L1;
    const auto vault = openVault(*connection, {file, {}});
    VERIFY_OK(vault);
    const auto refusal = [&](const Vault &current, const MasterKeyChange &change) {
        const auto result = changeMasterKeySource(*connection, current, change);
        return result ? QString() : result.error().text;
    };
    QVERIFY(refusal(Vault(), {MasterKeySource::Passphrase, {}, Secret("words"), {}}).contains(u"locked"_s));
    QVERIFY(refusal(Vault(newMasterKey()), {MasterKeySource::Passphrase, {}, Secret("words"), {}}).contains(u"meanwhile"_s));
    QVERIFY(refusal(*vault, {MasterKeySource::Passphrase, {}, {}, {}}).contains(u"empty"_s));
    QVERIFY(refusal(*vault, {MasterKeySource::Keychain, {}, {}, newMasterKey()}).contains(u"not the master key"_s));
    // A secret that nobody can read would be lost.
    auto store = std::move(*ConfigurationStore::open(*database, *vault));
    VERIFY_OK(store->update(replaceBy(withSecrets())));
    VERIFY_OK(connection->run(u"UPDATE secrets SET row_id = 'three' WHERE row_id = 'two' AND field = 'credential'"_s));
    QVERIFY(refusal(*vault, {MasterKeySource::Passphrase, {}, Secret("words"), {}}).contains(u"would be lost"_s));
    QCOMPARE((*describeVault(*connection))->source, MasterKeySource::File);
    // Another key lies where this one should go.
    VERIFY_OK(changeMasterKeySource(*connection, *vault, {MasterKeySource::Keychain, {}, {}, *readMasterKeyFile(file)}));
    QFile other(fixture->folder() + "/master.key"_L1);
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write(newMasterKey().reveal().toHex()) == 64);
    other.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    other.close();
    QVERIFY(refusal(*vault, {MasterKeySource::File, other.fileName(), {}, *readMasterKeyFile(file)}).contains(u"Another master key"_s));
}

void ConfigurationStoreTest::secretsAreInNoFile()
{
    const QString folder = fixture->folder();
    const auto database = Database::open(DatabaseLocation::sqlite(folder + "/understudy.db"_L1));
    VERIFY_OK(database);
    Configuration configuration;
    Channel channel = someChannel(u"sf-1"_s);
    channel.credential.literal = Secret("needle-credential-0123456789");
    channel.headers = {{"x-api-token", "needle-header-0123456789"}};
    channel.proxy = {ProxyChoice::Kind::Url, QUrl(u"http://needle-user:needle-proxy-0123456789@proxy.example:8080"_s)};
    configuration.channels = {channel};
    configuration.keys = {someKey(u"demo"_s, "needle-gateway-0123456789")};
    const auto connection = database->connect();
    const auto vault = openVault(**connection, {{}, Secret("needle-passphrase-0123456789")});
    VERIFY_OK(vault);
    auto store = std::move(*ConfigurationStore::open(*database, *vault));
    VERIFY_OK(store->update(replaceBy(configuration)));
    configuration.channels[0].description = u"edited"_s;
    VERIFY_OK(store->update(replaceBy(configuration)));

    int files = 0;
    QDirIterator iterator(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        QFile file(iterator.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        ++files;
        for (const QByteArray &needle :
             {"needle-credential-0123456789"_ba, "needle-header-0123456789"_ba, "needle-user"_ba, "needle-proxy-0123456789"_ba,
              "needle-gateway-0123456789"_ba, "needle-passphrase-0123456789"_ba}) {
            // Base64 depends on what stands before: cut two bytes of each of the three shifts.
            QList<QByteArray> forms {needle, needle.toHex(), needle.toHex().toUpper()};
            for (int shift = 0; shift < 3; ++shift)
                forms.append(needle.sliced(shift).first((needle.size() - shift) / 3 * 3).toBase64());
            for (const QByteArray &form : forms)
                QVERIFY2(!bytes.contains(form), qPrintable(file.fileName()));
        }
        const QString wide = u"needle"_s;
        QVERIFY(!bytes.contains(QByteArrayView(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2)));
    }
    QVERIFY(files >= 2);
    // The same scan finds what is not secret, so it can find at all.
    QFile main(folder + "/understudy.db-wal"_L1);
    QVERIFY(main.open(QIODevice::ReadOnly));
    QVERIFY(main.readAll().contains("name of sf-1"));
}

void ConfigurationStoreTest::othersAreTold()
{
    const auto location = fixture->location(Engine::PostgreSQL);
    if (!location)
        QSKIP(qPrintable(location.error().text));
    const auto database = Database::open(*location);
    VERIFY_OK(database);
    ChangeWatcher watcher(*database);
    VERIFY_OK(watcher.start());
    QSignalSpy changes(&watcher, &ChangeWatcher::configurationChanged);
    QSignalSpy usage(&watcher, &ChangeWatcher::usageChanged);
    const auto store = openStore(*database);
    VERIFY_OK(store->update(replaceBy(RandomValues(5).configuration())));
    QTRY_COMPARE_WITH_TIMEOUT(changes.size(), 1, 1000);
    // Another process settled usage (its token is not ours).
    VERIFY_OK((*database->connect())->run(u"SELECT pg_notify('understudy_usage', 'other k:key_a k:key_b c:sf-1')"_s));
    QTRY_COMPARE_WITH_TIMEOUT(usage.size(), 1, 1000);
    QCOMPARE(usage[0][0].toStringList(), (QStringList {u"key_a"_s, u"key_b"_s}));
    QCOMPARE(usage[0][1].toStringList(), QStringList {u"sf-1"_s});
    QCOMPARE(changes.size(), 1);
}

/// Bug: the store kept a dead connection for ever, so a key that was revoked after a restart of the server went on working.
void ConfigurationStoreTest::aRestartedServerIsFoundAgain()
{
    DatabaseFixture own;
    const auto location = own.location(Engine::PostgreSQL);
    if (!location)
        QSKIP(qPrintable(location.error().text));
    const auto database = Database::open(*location);
    VERIFY_OK(database);
    const auto store = openStore(*database);
    VERIFY_OK(store->update(replaceBy(RandomValues(5).configuration())));
    own.stopPostgres();
    QVERIFY(!store->load());
    QVERIFY2(own.startPostgres(), qPrintable(own.problem()));
    const auto revision = store->revision();
    VERIFY_OK(revision);
    QCOMPARE(*revision, 1);
    own.stopPostgres();
    QVERIFY2(own.startPostgres(), qPrintable(own.problem()));
    int changes = 0;
    VERIFY_OK(store->update([&](const Configuration &before) -> Result<Configuration> {
        ++changes;
        Configuration after = before;
        after.keys.clear();
        return after;
    }));
    QCOMPARE(changes, 1);
    VERIFY_OK(store->load());
    QVERIFY(store->load()->configuration.keys.isEmpty());
}

QTEST_GUILESS_MAIN(ConfigurationStoreTest)
#include "tst_configurationstore.moc"
