// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Vault.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class VaultTest final : public QObject {
    Q_OBJECT
private slots:
    void whatIsSealedOpens();
    void opensOnlyInItsPlace_data();
    void opensOnlyInItsPlace();
    void eachChangedByteIsNoticed();
    void anotherMasterKeyIsNoticed();
    void lockedGivesNothing();
    void hashesDependOnSecretAndKey();
    void newSecretsHaveTheirShape();
};

static const SecretPlace place {u"channels"_s, u"sf-1"_s, u"credential"_s};

void VaultTest::whatIsSealedOpens()
{
    const Vault vault(newMasterKey());
    for (const QByteArray &bytes : {QByteArray("sk-invented-1234567890"), QByteArray("\0\xff", 2), QByteArray(100000, 'x')}) {
        const auto first = vault.seal(Secret(bytes), place);
        const auto second = vault.seal(Secret(bytes), place);
        QVERIFY(first && second);
        QVERIFY(*first != *second);
        QVERIFY(!first->contains(bytes));
        const auto opened = vault.open(*first, place, vault.keyId());
        QVERIFY(opened);
        QCOMPARE(opened->reveal(), bytes);
    }
}

void VaultTest::opensOnlyInItsPlace_data()
{
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("keyId");
    QTest::newRow("other table") << u"gateway_keys"_s << u"sf-1"_s << u"credential"_s << 1;
    QTest::newRow("other row") << u"channels"_s << u"sf-2"_s << u"credential"_s << 1;
    QTest::newRow("other column") << u"channels"_s << u"sf-1"_s << u"headers"_s << 1;
    QTest::newRow("other key number") << u"channels"_s << u"sf-1"_s << u"credential"_s << 2;
    QTest::newRow("same letters, other borders") << u"channelss"_s << u"f-1"_s << u"credential"_s << 1;
}

void VaultTest::opensOnlyInItsPlace()
{
    QFETCH(QString, owner);
    QFETCH(QString, row);
    QFETCH(QString, field);
    QFETCH(int, keyId);
    const Vault vault(newMasterKey());
    const auto sealed = vault.seal(Secret("invented"), place);
    QVERIFY(sealed);
    const auto opened = vault.open(*sealed, {owner, row, field}, keyId);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Denied);
}

void VaultTest::eachChangedByteIsNoticed()
{
    const Vault vault(newMasterKey());
    const QByteArray sealed = *vault.seal(Secret("invented"), place);
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray changed = sealed;
        changed[i] = char(changed[i] ^ 1);
        QVERIFY(!vault.open(changed, place, 1));
        QVERIFY(!vault.open(sealed.first(i), place, 1));
    }
}

void VaultTest::anotherMasterKeyIsNoticed()
{
    const Vault vault(newMasterKey());
    const Vault other(newMasterKey());
    QVERIFY(!other.open(*vault.seal(Secret("invented"), place), place, 1));
    QVERIFY(vault.checkValue() != other.checkValue());
    QVERIFY(vault.lookupHash(Secret("invented")) != other.lookupHash(Secret("invented")));
}

void VaultTest::lockedGivesNothing()
{
    for (const Vault &vault : {Vault(), Vault(Secret("short"))}) {
        QVERIFY(vault.isLocked());
        QVERIFY(!vault.seal(Secret("invented"), place));
        QVERIFY(!vault.open(QByteArray(80, 'x'), place, 1));
        QVERIFY(vault.lookupHash(Secret("invented")).isEmpty());
        QVERIFY(vault.checkValue().isEmpty());
    }
}

void VaultTest::hashesDependOnSecretAndKey()
{
    const Secret key = newMasterKey();
    QCOMPARE(Vault(key).lookupHash(Secret("one")), Vault(key).lookupHash(Secret("one")));
    QVERIFY(Vault(key).lookupHash(Secret("one")) != Vault(key).lookupHash(Secret("two")));
    QCOMPARE(Vault(key).lookupHash(Secret("one")).size(), 32);
}

void VaultTest::newSecretsHaveTheirShape()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray secret = newGatewaySecret().reveal();
        QVERIFY(QRegularExpression(u"^sk-us_[0-9A-Za-z]{43}$"_s).match(QString::fromLatin1(secret)).hasMatch());
        QVERIFY(QRegularExpression(u"^key_[0-9A-Za-z]{16}$"_s).match(newKeyId()).hasMatch());
        QVERIFY(!seen.contains(secret));
        seen.insert(secret);
    }
    QCOMPARE(newMasterKey().reveal().size(), 32);
}

QTEST_GUILESS_MAIN(VaultTest)
#include "tst_vault.moc"
