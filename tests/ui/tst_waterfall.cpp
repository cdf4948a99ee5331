// SPDX-License-Identifier: GPL-3.0-or-later
// Attempts on an axis of time: round scales from 2 ms to 10 min, growth while a run is on and seen, a sentence for every row.
#include "console/TrialRun.h"
#include "models/AttemptModel.h"
#include "theme/Theme.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"
#include "widgets/ChipRow.h"
#include "widgets/TimeScale.h"
#include "widgets/Waterfall.h"
#include "words/RecordWords.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class TestWaterfall : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(u"light"_s); }
    void cleanupTestCase() { m_theme.reset(); }

    void scalesAreRound_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<int>("most");
        QTest::addColumn<qint64>("end");
        QTest::addColumn<qint64>("step");
        QTest::newRow("nothing") << qint64(0) << 5 << qint64(1) << qint64(1);
        QTest::newRow("2 ms") << qint64(2) << 5 << qint64(2) << qint64(1);
        QTest::newRow("640 ms") << qint64(640) << 5 << qint64(800) << qint64(200);
        QTest::newRow("4.1 s") << qint64(4100) << 5 << qint64(5000) << qint64(1000);
        QTest::newRow("31.9 s") << qint64(31'900) << 5 << qint64(40'000) << qint64(10'000);
        QTest::newRow("10 min") << qint64(600'000) << 5 << qint64(600'000) << qint64(120'000);
        QTest::newRow("narrow") << qint64(600'000) << 1 << qint64(600'000) << qint64(300'000);
        QTest::newRow("a week") << qint64(7) * 86'400'000 << 4 << qint64(720'000'000) << qint64(180'000'000);
    }
    void scalesAreRound()
    {
        QFETCH(qint64, ms);
        QFETCH(int, most);
        const TimeScale scale = TimeScale::covering(ms, most);
        QVERIFY(scale.endMs >= ms);
        QVERIFY(scale.ticks().size() <= std::max(2, most) + 1);
        QCOMPARE(scale.ticks().last(), scale.endMs);
        QTEST(scale.endMs, "end");
        QTEST(scale.stepMs, "step");
    }

    void aFinishedExchangeHasARowASentence()
    {
        test::FakeConsole console(test::FakeConsole::Start::Sample);
        Waterfall waterfall;
        const QAbstractItemModelTester tester(waterfall.model());
        waterfall.resize(700, 200);
        waterfall.showExchange(console.exchangesNewestFirst.first());
        waterfall.show();
        QCOMPARE(waterfall.model()->rowCount(), 3);
        const QString sentence = waterfall.model()->index(1).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(sentence.startsWith(u"Attempt 2: siliconflow-1/DeepSeek-R1-Distill-Qwen-32B (primary) gave no output in time"_s), qPrintable(sentence));
        QCOMPARE(test::accessibilityProblems(&waterfall), QStringList());
        waterfall.view()->setFocus();
        QTest::keyClick(waterfall.view(), Qt::Key_Down);
        QTest::keyClick(waterfall.view(), Qt::Key_Down);
        QVERIFY(waterfall.view()->currentIndex().row() >= 1);
        QVERIFY(waterfall.sizeHint().height() > waterfall.minimumSizeHint().height() - 1);
    }

    void itGrowsWhileARunIsOnAndSeen()
    {
        Waterfall waterfall;
        waterfall.resize(700, 200);
        TrialRun run;
        waterfall.watch(&run);
        AttemptRecord first;
        first.channel = u"sf-1"_s;
        first.model = u"x/R1-32B"_s;
        emit run.attemptBegan(first);
        QCOMPARE(waterfall.model()->rowCount(), 1);
        QVERIFY(waterfall.model()->anyRunning());
        QVERIFY2(!waterfall.isTicking(), "not while nobody sees it");
        waterfall.show();
        QVERIFY(waterfall.isTicking());
        QVERIFY(waterfall.model()->index(0).data(Qt::AccessibleTextRole).toString().contains(u"is being called"_s));
        waterfall.hide();
        QVERIFY(!waterfall.isTicking());
        waterfall.show();
        first.outcome = Outcome::Timeout;
        first.endedMs = 2000;
        emit run.attemptEnded(first);
        QVERIFY(!waterfall.isTicking());
        QCOMPARE(waterfall.model()->endMs(), 2000);

        AttemptRecord second = first;
        second.index = 1;
        second.position = 1;
        second.startedMs = 2000;
        emit run.attemptBegan(second);
        QCOMPARE(waterfall.model()->rowCount(), 2);
        emit run.text(u"I am"_s, false);
        QVERIFY(waterfall.model()->attempt(1).firstOutputMs.has_value());
        emit run.finished({});
        QVERIFY2(!waterfall.model()->anyRunning(), "nothing runs after the end");
        QVERIFY(!waterfall.isTicking());
    }

    void anEndWithoutABeginningIsARowToo()
    {
        AttemptModel model;
        const QAbstractItemModelTester tester(&model);
        AttemptRecord late;
        late.index = 4;
        model.end(late);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.isRunning(0));
    }

    void aRunThatDiesStops()
    {
        Waterfall waterfall;
        waterfall.show();
        {
            TrialRun run;
            waterfall.watch(&run);
            emit run.attemptBegan({});
            QVERIFY(waterfall.isTicking());
        }
        QVERIFY(!waterfall.isTicking());
    }

    void chipsKeepTheirEnd()
    {
        test::FakeConsole console(test::FakeConsole::Start::Sample);
        const QList<Chip> chips = words::chips(console.exchangesNewestFirst.first());
        const QFont font = QApplication::font();
        const QSize whole = ChipRow::sizeOf(chips, font);
        const QRect wide(QPoint(), whole), narrow(0, 0, whole.width() / 2, whole.height());
        QCOMPARE(ChipRow::sentenceAt(QPoint(2, whole.height() / 2), wide, chips, font), chips.first().sentence);
        QCOMPARE(ChipRow::sentenceAt(QPoint(whole.width() - 2, whole.height() / 2), wide, chips, font), chips.last().sentence);
        bool last = false;
        for (int x = 0; x < narrow.width(); ++x)
            last = last || ChipRow::sentenceAt(QPoint(x, whole.height() / 2), narrow, chips, font) == chips.last().sentence;
        QVERIFY2(last, "how it ended stays visible");
        ChipRow row;
        row.setChips(chips);
        QVERIFY(row.accessibleName().contains(chips.first().sentence));
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestWaterfall)
#include "tst_waterfall.moc"
