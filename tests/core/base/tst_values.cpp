// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/HttpHeaders.h"
#include "base/Result.h"
#include "base/Secret.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class tst_Values : public QObject {
    Q_OBJECT

private slots:
    void headersWithoutCase();
    void results();
    void masks_data();
    void masks();
    void secretsCopyAndMove();
};

void tst_Values::headersWithoutCase()
{
    HttpHeaders headers{{"Content-Type", "a"}, {"X", "1"}, {"x", "2"}};
    QCOMPARE(headerValue(headers, "content-TYPE"), std::optional<QByteArray>("a"));
    QCOMPARE(headerValue(headers, "X"), std::optional<QByteArray>("1"));
    QCOMPARE(headerValue(headers, "y"), std::nullopt);
    setHeader(headers, "content-type", "b");
    setHeader(headers, "y", "c");
    QCOMPARE(headers, (HttpHeaders{{"Content-Type", "b"}, {"X", "1"}, {"x", "2"}, {"y", "c"}}));
}

void tst_Values::results()
{
    const Result<int> good(7);
    QVERIFY(good.ok() && *good == 7);
    const Result<int> bad(Error{ErrorKind::Invalid, u"too small"_s, u"keys[0].name"_s});
    QVERIFY(!bad);
    QCOMPARE(bad.error().toString(), u"keys[0].name: too small"_s);
    QCOMPARE((Error{ErrorKind::NotFound, u"gone"_s, {}}.toString()), u"gone"_s);
    QVERIFY(Result<void>().ok());
    QVERIFY(!Result<void>(Error{}).ok());
}

void tst_Values::masks_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("masked");
    QTest::newRow("ours") << QByteArray("sk-us_abcdefghW3f9") << u"sk-us_••••••••W3f9"_s;
    QTest::newRow("provider's") << QByteArray("sk-abcdefghijklm") << u"sk-••••••••jklm"_s;
    QTest::newRow("no prefix") << QByteArray("abcdefghijklmnop") << u"••••••••mnop"_s;
    QTest::newRow("too short to show anything") << QByteArray("sk-abcdefgh") << u"••••••••"_s;
    QTest::newRow("empty") << QByteArray() << u"••••••••"_s;
}

void tst_Values::masks()
{
    QFETCH(QByteArray, secret);
    QFETCH(QString, masked);
    QCOMPARE(Secret(secret).masked(), masked);
}

void tst_Values::secretsCopyAndMove()
{
    Secret first(QByteArray("invented-secret-1"));
    Secret copy(first);
    Secret moved(std::move(first));
    QCOMPARE(copy.reveal(), QByteArray("invented-secret-1"));
    QVERIFY(copy == moved);
    QVERIFY(first.isEmpty()); // NOLINT: what a moved-from secret holds is part of its contract
    copy = Secret(QByteArray("other"));
    QVERIFY(!(copy == moved));
    moved = copy;
    QCOMPARE(moved.reveal(), QByteArray("other"));
    QCOMPARE(copy.reveal(), QByteArray("other"));
}

QTEST_APPLESS_MAIN(tst_Values)
#include "tst_values.moc"
