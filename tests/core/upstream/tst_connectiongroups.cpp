// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/ConnectionGroups.h"

#include <QSet>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class TestConnectionGroups : public QObject {
    Q_OBJECT

private slots:
    void fillsOneAfterTheOther();
    void firstFreeAgain();
    void addressUnderTlsNeedsManagers();
    void namesAreVariants();
    void retiredIsLeftAlone();
    void restedComesBack();
    void retiredAreBounded();
    void originsAreApart();
};

void TestConnectionGroups::fillsOneAfterTheOther()
{
    ConnectionGroups groups;
    auto &origin = groups.origin(QUrl(u"http://127.0.0.1:1234/v1"_s));
    for (int i = 0; i < 100; ++i) {
        const auto place = groups.take(origin).value();
        QCOMPARE(place.manager, i / 48);
        QCOMPARE(place.group, i % 48 / 6);
    }
    QCOMPARE(groups.managers(), 3);
    QCOMPARE(groups.inFlight(), 100);
}

void TestConnectionGroups::firstFreeAgain()
{
    ConnectionGroups groups;
    auto &origin = groups.origin(QUrl(u"http://h/"_s));
    QList<ConnectionGroups::Place> places;
    for (int i = 0; i < 20; ++i)
        places.append(groups.take(origin).value());
    groups.release(places[3]);
    groups.release(places[8]);
    QCOMPARE(groups.take(origin)->group, 0);
    QCOMPARE(groups.take(origin)->group, 1);
    QCOMPARE(groups.take(origin)->group, 3);
}

void TestConnectionGroups::addressUnderTlsNeedsManagers()
{
    ConnectionGroups groups;
    auto &origin = groups.origin(QUrl(u"https://127.0.0.1:1234/v1"_s));
    for (int i = 0; i < 20; ++i) {
        const auto place = groups.take(origin).value();
        QCOMPARE(place.manager, i / 6);
        QCOMPARE(place.group, 0);
    }
}

void TestConnectionGroups::namesAreVariants()
{
    ConnectionGroups groups;
    const auto &secure = groups.origin(QUrl(u"https://Ab.de/"_s));
    QCOMPARE(secure.names, 16);
    QSet<QString> names;
    for (int i = 1; i < secure.names; ++i) {
        const QString name = ConnectionGroups::groupName(secure, i);
        QCOMPARE(name.toLower(), u"ab.de"_s); // else verification fails
        QVERIFY(name != u"ab.de"_s);
        names.insert(name);
    }
    QCOMPARE(names.size(), 15);
    QCOMPARE(ConnectionGroups::groupName(secure, 0), QString());
    const auto &plain = groups.origin(QUrl(u"http://127.0.0.1/"_s));
    QVERIFY(ConnectionGroups::groupName(plain, 1) != ConnectionGroups::groupName(plain, 2));
}

void TestConnectionGroups::retiredIsLeftAlone()
{
    ConnectionGroups groups;
    auto &origin = groups.origin(QUrl(u"https://127.0.0.1/"_s));
    const auto place = groups.take(origin).value();
    groups.retire(place);
    groups.release(place);
    const auto next = groups.take(origin);
    QCOMPARE(next->manager, 1);
    QCOMPARE(groups.inFlight(), 1);
}

void TestConnectionGroups::restedComesBack()
{
    ConnectionGroups groups(ConnectionGroups::PerPollingManager, Milliseconds{0});
    auto &origin = groups.origin(QUrl(u"http://h/"_s));
    const auto bad = groups.take(origin).value(), other = groups.take(origin).value();
    groups.retire(bad);
    groups.release(bad);
    QCOMPARE(groups.take(origin)->group, 1); // the other is still running there
    groups.release(other);
    QCOMPARE(groups.take(origin)->group, 0);
}

/// Bug: each answer that spoilt its connection cost an open connection, a group, and under TLS by address a thread, without end.
void TestConnectionGroups::retiredAreBounded()
{
    ConnectionGroups groups;
    auto &origin = groups.origin(QUrl(u"https://127.0.0.1/"_s));
    for (int i = 0; i < ConnectionGroups::MostRetired; ++i) {
        const auto place = groups.take(origin).value();
        groups.retire(place);
        groups.retire(place);
        groups.release(place);
    }
    QVERIFY(!groups.take(origin));
    QVERIFY(groups.take(groups.origin(QUrl(u"https://h.example/"_s))));
    QCOMPARE(groups.managers(), ConnectionGroups::MostRetired);
    QCOMPARE(groups.inFlight(), 1);
}

void TestConnectionGroups::originsAreApart()
{
    ConnectionGroups groups;
    auto &one = groups.origin(QUrl(u"https://h.example/v1"_s));
    QCOMPARE(&one, &groups.origin(QUrl(u"https://H.EXAMPLE:443/v2"_s)));
    QVERIFY(&one != &groups.origin(QUrl(u"http://h.example/v1"_s)));
    QVERIFY(&one != &groups.origin(QUrl(u"https://h.example:444/v1"_s)));
}

QTEST_APPLESS_MAIN(TestConnectionGroups)
#include "tst_connectiongroups.moc"
