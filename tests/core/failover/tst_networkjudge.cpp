// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/NetworkJudge.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

Milliseconds ms(qint64 count) { return Milliseconds(count); }

HostSign signFrom(QChar letter)
{
    switch (letter.unicode()) {
    case 'n': return HostSign::NameNotFound;
    case 'u': return HostSign::Unreachable;
    case 't': return HostSign::ConnectTimeout;
    case 'p': return HostSign::ProxyFailed;
    case 'w': return HostSign::WebPage;
    case 'r': return HostSign::Redirect;
    default: return HostSign::Lost;
    }
}

/// "a:n@100 b:u@200 reached@5 woke@90 down up proxy was:offline@10": signs of hosts, and what else is known.
struct Scene {
    NetworkEvidence evidence;
    NetworkVerdict before;

    explicit Scene(const QString &text)
    {
        const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words) {
            const QString name = word.section(u'@', 0, 0);
            const Milliseconds at = ms(word.section(u'@', 1).toLongLong());
            if (name == "reached"_L1)
                evidence.reachedAt = at;
            else if (name == "woke"_L1)
                evidence.wokeAt = at, evidence.slept = ms(7000);
            else if (name == "down"_L1 || name == "up"_L1)
                evidence.interfaceUp = name == "up"_L1;
            else if (name == "proxy"_L1)
                evidence.proxyDiffers = true;
            else if (name.startsWith("was:"_L1))
                before = {*networkBlameFromWord(QStringView(name).mid(4)), at, {}};
            else
                evidence.hosts.append({name.section(u':', 0, 0), signFrom(name.section(u':', 1)[0]), at});
        }
    }
};

/// "offline@0 hosts_unreachable(a,b)"
QString said(const NetworkVerdict &verdict)
{
    QString text = QString(word(verdict.blame));
    if (verdict.blame != NetworkBlame::Fine)
        text += u'@' + QString::number(verdict.since.count());
    for (const NetworkSign &sign : verdict.signs) {
        text += u' ' + QString(word(sign.kind));
        if (!sign.hosts.isEmpty())
            text += u'(' + sign.hosts.join(u',') + u')';
        if (sign.duration.count() > 0)
            text += u'=' + QString::number(sign.duration.count());
    }
    return text;
}

} // namespace

class TestNetworkJudge : public QObject {
    Q_OBJECT

private slots:
    void table_data();
    void table();
    void words();
};

void TestNetworkJudge::table_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &scene, qint64 now, const QString &expected) { QTest::newRow(name) << scene << now << expected; };

    row("nothing", u""_s, 0, u"fine"_s);
    row("all well", u"reached@5 up"_s, 10, u"fine"_s);
    // Theirs
    row("one host", u"a:u@0"_s, 20, u"provider@0 hosts_unreachable(a)"_s);
    row("one host, others answer", u"a:n@50 reached@10"_s, 60, u"provider@50 names_not_found(a) others_answer(a)"_s);
    row("others answered long ago", u"a:n@70000 reached@10"_s, 70060, u"provider@70000 names_not_found(a)"_s);
    row("one host with the interface up", u"a:t@0 up"_s, 20, u"provider@0 hosts_unreachable(a)"_s);
    row("two hosts too far apart", u"a:u@0 b:u@5001"_s, 5001, u"provider@0 hosts_unreachable(a,b)"_s);
    row("one wrong address", u"a:w@0"_s, 10, u"provider@0 web_pages(a)"_s);
    row("one page and one redirect are not alike", u"a:w@0 b:r@10"_s, 10, u"provider@0 web_pages(a) redirects(b)"_s);
    row("two pages too far apart", u"a:w@0 b:w@30001"_s, 30001, u"provider@0 web_pages(a,b)"_s);
    row("a proxy of one channel fails", u"a:p@0"_s, 10, u"provider@0 hosts_unreachable(a)"_s);
    row("proxies of two channels fail", u"a:p@0 b:p@10"_s, 10, u"provider@0 hosts_unreachable(a,b)"_s);
    row("no interface, but pages come", u"a:w@0 down"_s, 10, u"provider@0 web_pages(a)"_s);
    // Offline
    row("two hosts", u"a:u@0 b:t@100"_s, 100, u"offline@0 hosts_unreachable(a,b)"_s);
    row("two hosts at the end of the window", u"a:u@0 b:u@5000"_s, 5000, u"offline@0 hosts_unreachable(a,b)"_s);
    row("no name is found", u"b:n@0 a:n@100"_s, 100, u"offline@0 names_not_found(a,b)"_s);
    row("the latest two count", u"a:u@0 b:u@9000 c:u@9100"_s, 9100, u"offline@0 hosts_unreachable(a,b,c)"_s);
    row("one host, no interface", u"a:u@40 down"_s, 50, u"offline@40 no_interface hosts_unreachable(a)"_s);
    row("a proxy that is not reached, no interface", u"a:p@40 down"_s, 50, u"offline@40 no_interface"_s);
    row("no interface alone is nobody's failure", u"down"_s, 50, u"fine"_s);
    row("stays while one host still fails", u"a:u@0 b:u@20000 was:offline@0"_s, 20000, u"offline@0 hosts_unreachable(a,b)"_s);
    row("since when it began", u"a:u@900 b:u@1000 was:offline@0"_s, 1000, u"offline@0 hosts_unreachable(a,b)"_s);
    row("stays until signs fade", u"a:u@0 b:u@100 was:offline@0"_s, 60100, u"offline@0 hosts_unreachable(a,b)"_s);
    row("fades", u"a:u@0 b:u@100 was:offline@0"_s, 60101, u"fine"_s);
    row("ends when refuted", u"was:offline@0 reached@200"_s, 200, u"fine"_s);
    // Captive portal
    row("pages from two providers", u"a:w@0 b:w@100"_s, 100, u"captive_portal@0 web_pages(a,b)"_s);
    row("redirects from two providers", u"a:r@0 b:r@30000"_s, 30000, u"captive_portal@0 redirects(a,b)"_s);
    row("stays while one still does", u"a:w@0 was:captive_portal@0"_s, 40000, u"captive_portal@0 web_pages(a)"_s);
    // Proxy
    row("another proxy, and a failure", u"a:p@10 proxy"_s, 20, u"proxy_changed@10 proxy_differs hosts_unreachable(a)"_s);
    row("another proxy that shows its page", u"a:w@10 proxy"_s, 20, u"proxy_changed@10 proxy_differs"_s);
    row("another proxy that works", u"proxy"_s, 20, u"fine"_s);
    row("another proxy without an interface", u"a:p@10 proxy down"_s, 20, u"offline@10 no_interface"_s);
    // Sleep
    row("a failure after waking", u"a:u@1100 woke@1000"_s, 1100, u"just_woke@1000 slept=7000 hosts_unreachable(a)"_s);
    row("a dead connection after waking", u"a:l@1100 woke@1000"_s, 1100, u"just_woke@1000 slept=7000"_s);
    row("a failure before the sleep", u"a:u@900 woke@1000"_s, 1100, u"provider@900 hosts_unreachable(a)"_s);
    row("at the end of the grace", u"a:u@15000 woke@0"_s, 15000, u"just_woke@0 slept=7000 hosts_unreachable(a)"_s);
    row("after the grace it is theirs", u"a:u@15001 woke@0 was:just_woke@0"_s, 15001, u"provider@15001 hosts_unreachable(a)"_s);
    row("after the grace two hosts are offline", u"a:u@14000 b:u@15001 woke@0 was:just_woke@0"_s, 15001, u"offline@14000 hosts_unreachable(a,b)"_s);
    row("waking explains a missing interface", u"a:u@10 woke@0 down"_s, 10, u"just_woke@0 slept=7000 hosts_unreachable(a)"_s);
    row("dead connections after the grace say nothing", u"a:l@14000 woke@0"_s, 15001, u"fine"_s);
    row("woke, and all is well", u"woke@0 reached@5"_s, 10, u"fine"_s);
}

void TestNetworkJudge::table()
{
    QFETCH(QString, scene);
    QFETCH(qint64, now);
    QFETCH(QString, expected);
    const Scene set(scene);
    QCOMPARE(said(judgeNetwork(set.evidence, set.before, ms(now))), expected);
}

void TestNetworkJudge::words()
{
    for (int i = 0; i < NetworkBlameCount; ++i) {
        QCOMPARE(networkBlameFromWord(QString(word(NetworkBlame(i)))), std::optional(NetworkBlame(i)));
        QCOMPARE(englishText(NetworkBlame(i)).isEmpty(), i == 0);
        QCOMPARE(englishAttemptText(NetworkBlame(i)).isEmpty(), !isOurSide(NetworkBlame(i)));
    }
    for (int i = 0; i < NetworkSignCount; ++i) {
        QCOMPARE(networkSignFromWord(QString(word(NetworkSign::Kind(i)))), std::optional(NetworkSign::Kind(i)));
        QVERIFY(!englishText(NetworkSign{NetworkSign::Kind(i), {u"a"_s}, {}}).isEmpty());
    }
    QVERIFY(!networkBlameFromWord(u"nobody"));
    QVERIFY(!isOurSide(NetworkBlame::Provider));
    QVERIFY(isOurSide(NetworkBlame::JustWoke));
}

QTEST_APPLESS_MAIN(TestNetworkJudge)
#include "tst_networkjudge.moc"
