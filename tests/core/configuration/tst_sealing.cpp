// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/Sealing.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {
constexpr SealingCost cheap{1, 8192}; // quick: the strength of Argon2id is not what is tested here
}

class TestSealing : public QObject {
    Q_OBJECT
private slots:
    void opensWhatItSealed();
    void theSameSecretLooksDifferentEachTime();
    void refuses_data();
    void refuses();
    void rangeOfWork_data();
    void rangeOfWork();
};

void TestSealing::opensWhatItSealed()
{
    const Result<Sealing> writer = Sealing::create(Secret("words"), cheap);
    QVERIFY(writer.ok());
    const QByteArray sealed = writer->seal(Secret("an invented secret"), "channels/a/credential");
    const Result<Sealing> reader = Sealing::restore(Secret("words"), writer->salt(), writer->cost());
    QVERIFY(reader.ok());
    const Result<Secret> opened = reader->open(sealed, "channels/a/credential");
    QVERIFY(opened.ok());
    QCOMPARE(opened->reveal(), QByteArray("an invented secret"));
}

void TestSealing::theSameSecretLooksDifferentEachTime()
{
    const Result<Sealing> one = Sealing::create(Secret("words"), cheap);
    const Result<Sealing> two = Sealing::create(Secret("words"), cheap);
    QVERIFY(one->salt() != two->salt());
    QVERIFY(one->seal(Secret("x"), "p") != one->seal(Secret("x"), "p"));
}

void TestSealing::refuses_data()
{
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<int>("changedByte"); // of the decoded value; -1: none
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("wrong passphrase") << QByteArray("word") << QByteArray("p") << -1 << ErrorKind::Denied;
    QTest::newRow("moved to another place") << QByteArray("words") << QByteArray("q") << -1 << ErrorKind::Denied;
    QTest::newRow("changed nonce") << QByteArray("words") << QByteArray("p") << 0 << ErrorKind::Denied;
    QTest::newRow("changed secret") << QByteArray("words") << QByteArray("p") << 24 << ErrorKind::Denied;
}

void TestSealing::refuses()
{
    QFETCH(QByteArray, passphrase);
    QFETCH(QByteArray, place);
    QFETCH(int, changedByte);
    const Result<Sealing> writer = Sealing::create(Secret("words"), cheap);
    QByteArray box = QByteArray::fromBase64(writer->seal(Secret("an invented secret"), "p"));
    if (changedByte >= 0)
        box[changedByte] = char(box[changedByte] ^ 1);
    const Result<Sealing> reader = Sealing::restore(Secret(passphrase), writer->salt(), cheap);
    QVERIFY(reader.ok());
    const Result<Secret> opened = reader->open(box.toBase64(), place);
    QVERIFY(!opened);
    QTEST(opened.error().kind, "kind");
    QCOMPARE(reader->open("short", place).error().kind, ErrorKind::Invalid);
    QCOMPARE(reader->open("not base64!", place).error().kind, ErrorKind::Invalid);
}

void TestSealing::rangeOfWork_data()
{
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<quint64>("operations");
    QTest::addColumn<quint64>("memory");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray salt(16, 's');
    QTest::newRow("no passphrase") << QByteArray() << salt << quint64(1) << quint64(8192) << ErrorKind::Denied;
    QTest::newRow("short salt") << QByteArray("w") << QByteArray("s") << quint64(1) << quint64(8192) << ErrorKind::Invalid;
    QTest::newRow("no work") << QByteArray("w") << salt << quint64(0) << quint64(8192) << ErrorKind::Invalid;
    QTest::newRow("too little memory") << QByteArray("w") << salt << quint64(1) << quint64(1) << ErrorKind::Invalid;
    QTest::newRow("work without end") << QByteArray("w") << salt << quint64(1000000) << quint64(8192) << ErrorKind::Invalid;
    QTest::newRow("all of the memory") << QByteArray("w") << salt << quint64(1) << (quint64(1) << 40) << ErrorKind::Invalid;
}

void TestSealing::rangeOfWork()
{
    QFETCH(QByteArray, passphrase);
    QFETCH(QByteArray, salt);
    QFETCH(quint64, operations);
    QFETCH(quint64, memory);
    const Result<Sealing> sealing = Sealing::restore(Secret(passphrase), salt, {operations, memory});
    QVERIFY(!sealing);
    QTEST(sealing.error().kind, "kind");
}

QTEST_APPLESS_MAIN(TestSealing)
#include "tst_sealing.moc"
