// SPDX-License-Identifier: GPL-3.0-or-later
// What a gateway tells other processes of network and limits, and how it hears of sleep.
#include "host/SignsJson.h"
#include "host/SleepWatch.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSigns : public QObject {
    Q_OBJECT

private slots:
    void networkGoesRound()
    {
        for (int blame = 0; blame < NetworkBlameCount; ++blame) {
            NetworkTrouble trouble{NetworkBlame(blame), WallTime(1767225600123ms), {}};
            for (int kind = 0; kind < NetworkSignCount; ++kind)
                trouble.signs.append({NetworkSign::Kind(kind), {u"a.example"_s, u"b.example"_s}, 1234ms});
            const QByteArray sent = QJsonDocument(networkJson(trouble)).toJson();
            QCOMPARE(networkFromJson(QJsonDocument::fromJson(sent).object()), trouble);
        }
        QCOMPARE(networkFromJson(networkJson({})), NetworkTrouble());
    }

    void limitsGoRound()
    {
        QList<LimitUse> limits;
        for (int kind = 0; kind < LimitKindCount; ++kind) {
            limits.append({LimitUse::Of::Key, u"key_1"_s, LimitKind(kind), 5, 1'000'000'000'000});
            limits.append({LimitUse::Of::Channel, u"sf-1"_s, LimitKind(kind), 0, 1});
        }
        const QByteArray sent = QJsonDocument(limitsJson(limits)).toJson();
        QCOMPARE(limitsFromJson(QJsonDocument::fromJson(sent).array()), limits);
    }

    void anotherVersionsWordsAreLeftOut()
    {
        QCOMPARE(networkFromJson({}), NetworkTrouble());
        QCOMPARE(networkFromJson({{u"verdict"_s, u"sunspots"_s}, {u"evidence"_s, QJsonArray{QJsonObject{{u"kind"_s, u"flare"_s}}}}}), NetworkTrouble());
        QVERIFY(limitsFromJson({QJsonObject{{u"limit"_s, u"smiles"_s}}, QJsonValue(5)}).isEmpty());
    }

    void levels_data()
    {
        QTest::addColumn<qint64>("used");
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("percent");
        const auto row = [](const char *name, qint64 used, qint64 limit, LimitLevel level, int percent) { QTest::newRow(name) << used << limit << int(level) << percent; };
        row("no limit", 5, 0, LimitLevel::Fine, 0);
        row("nothing used", 0, 100, LimitLevel::Fine, 0);
        row("a trace", 1, 100000, LimitLevel::Fine, 1);
        row("just below", 79, 100, LimitLevel::Fine, 79);
        row("at 80 %", 80, 100, LimitLevel::Near, 80);
        row("not a whole number", 4, 5, LimitLevel::Near, 80);
        row("the last one", 99'999, 100'000, LimitLevel::Near, 99);
        row("reached", 100, 100, LimitLevel::Reached, 100);
        row("passed", 250, 100, LimitLevel::Reached, 100);
        row("large", 9'000'000'000'000'000'000, 9'200'000'000'000'000'000, LimitLevel::Near, 97);
        row("of one", 1, 1, LimitLevel::Reached, 100);
    }
    void levels()
    {
        QFETCH(qint64, used);
        QFETCH(qint64, limit);
        QFETCH(int, level);
        QFETCH(int, percent);
        QCOMPARE(int(limitLevel(used, limit)), level);
        QCOMPARE(usedPercent({LimitUse::Of::Key, {}, LimitKind::FreeTokens, used, limit}), percent);
    }

    void tightestOne()
    {
        using Of = LimitUse::Of;
        const QList<LimitUse> all{{Of::Key, u"k"_s, LimitKind::TokensPerDay, 50, 100},
                                  {Of::Key, u"k"_s, LimitKind::TokensPerMonth, 600, 1000},
                                  {Of::Key, u"k"_s, LimitKind::FreeTokens, 60, 100},
                                  {Of::Channel, u"k"_s, LimitKind::TokensPerMonth, 10, 10},
                                  {Of::Key, u"other"_s, LimitKind::TokensPerDay, 99, 100}};
        QCOMPARE(tightest(all, Of::Key, u"k"_s), &all[1]);
        QCOMPARE(tightest(all, Of::Channel, u"k"_s), &all[3]);
        QCOMPARE(tightest(all, Of::Channel, u"other"_s), nullptr);
    }

    void wakesOnlyAfterSleep()
    {
        Milliseconds slept = 5h;
        SleepWatch watch([&slept] { return slept; });
        QSignalSpy woke(&watch, &SleepWatch::woke);
        watch.look(); // somebody set the clock
        slept += 900ms;
        watch.look(); // rounding
        QCOMPARE(woke.count(), 0);
        slept += 8h;
        watch.look();
        QCOMPARE(woke.count(), 1);
        QCOMPARE(woke.first().first().value<Milliseconds>(), Milliseconds(8h));
        watch.look();
        QCOMPARE(woke.count(), 1);
#ifdef Q_OS_LINUX
        QVERIFY(watch.isArmed());
#endif
    }
};

QTEST_GUILESS_MAIN(TestSigns)
#include "tst_signs.moc"
