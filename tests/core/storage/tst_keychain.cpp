// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Keychain.h"
#include "storage/Vault.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

// Without a session bus the keyring must say so at once. With UNDERSTUDY_TEST_KEYRING set, a real one is expected, as in
//   dbus-run-session -- sh -c 'printf pw | gnome-keyring-daemon --unlock --components=secrets; UNDERSTUDY_TEST_KEYRING=1
//   tst_keychain'
class KeychainTest final : public QObject {
    Q_OBJECT
private slots:
    void answersOnce();
    void storesTheKey();
    void isSilentAfterItsContext();
};

void KeychainTest::answersOnce()
{
    if (qEnvironmentVariableIsSet("UNDERSTUDY_TEST_KEYRING"))
        QSKIP("a keyring is there");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    Keychain keychain;
    int answers = 0;
    Result<void> last;
    keychain.probe(this, [&](Result<void> result) {
        ++answers;
        last = std::move(result);
    });
    QTRY_COMPARE_WITH_TIMEOUT(answers, 1, 6000);
    QVERIFY(!last);
    QCOMPARE(last.error().kind, ErrorKind::Unavailable);
    QVERIFY(last.error().text.contains(u"keyring"_s));
}

void KeychainTest::storesTheKey()
{
    if (!qEnvironmentVariableIsSet("UNDERSTUDY_TEST_KEYRING"))
        QSKIP("no keyring: set UNDERSTUDY_TEST_KEYRING in a session that has one");
    Keychain keychain;
    const Secret key = newMasterKey();
    QStringList log;
    keychain.probe(this, [&](Result<void> result) { log.append(result ? u"probe"_s : result.error().text); });
    QTRY_COMPARE(log.size(), 1);
    keychain.read(u"vault_test"_s, this,
                  [&](Result<Secret> result) { log.append(result ? u"found"_s : u"denied %1"_s.arg(int(result.error().kind))); });
    QTRY_COMPARE(log.size(), 2);
    keychain.write(u"vault_test"_s, key, this,
                   [&](Result<void> result) { log.append(result ? u"written"_s : result.error().text); });
    QTRY_COMPARE(log.size(), 3);
    keychain.read(u"vault_test"_s, this,
                  [&](Result<Secret> result) { log.append(result && *result == key ? u"same"_s : u"other"_s); });
    QTRY_COMPARE(log.size(), 4);
    keychain.remove(u"vault_test"_s, this, [&](Result<void> result) { log.append(result ? u"removed"_s : result.error().text); });
    QTRY_COMPARE(log.size(), 5);
    QCOMPARE(log, (QStringList {u"probe"_s, u"denied %1"_s.arg(int(ErrorKind::Denied)), u"written"_s, u"same"_s, u"removed"_s}));
}

void KeychainTest::isSilentAfterItsContext()
{
    Keychain keychain;
    bool called = false;
    auto context = std::make_unique<QObject>();
    keychain.read(u"vault_test"_s, context.get(), [&](Result<Secret>) { called = true; });
    context.reset();
    bool second = false;
    keychain.read(u"vault_test"_s, this, [&](Result<Secret>) { second = true; }); // jobs run one after the other
    QTRY_VERIFY_WITH_TIMEOUT(second, 6000);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"
