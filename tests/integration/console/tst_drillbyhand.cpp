// SPDX-License-Identifier: GPL-3.0-or-later
// The drill's page over the real engine: what the page calls expected is what the gateway does, for every behaviour and both ways to ask.
#include "ConsoleBench.h"
#include "pages/DrillPage.h"
#include "pages/DrillVerdictView.h"
#include "widgets/DrillChain.h"
#include "words/DrillWords.h"

#include <QPushButton>
#include <QSpinBox>

using namespace understudy;
using namespace understudy::test;

class TestDrillByHand : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_bench.start()); }

    void everyBehaviour_data()
    {
        QTest::addColumn<DrillFault>("fault");
        QTest::addColumn<bool>("stream");
        for (int fault = 0; fault < DrillFaultCount; ++fault) {
            for (const bool stream : {true, false})
                QTest::addRow("%s, %s", qPrintable(QString(word(DrillFault(fault)))), stream ? "streamed" : "whole") << DrillFault(fault) << stream;
        }
    }
    void everyBehaviour()
    {
        QFETCH(const DrillFault, fault);
        QFETCH(const bool, stream);
        DrillPlan plan;
        plan.keyId = m_bench.key(DemoKeyName)->id;
        plan.faults = {fault, DrillFault::Healthy};
        plan.stream = stream;
        plan.timeout = Milliseconds{400};
        const std::unique_ptr<DrillRun> run = m_bench.console->drill(plan);
        std::optional<DrillReport> report;
        connect(run.get(), &DrillRun::finished, this, [&report](const DrillReport &what) { report = what; });
        QVERIFY(QTest::qWaitFor([&report] { return report.has_value(); }, 20000));
        const words::DrillVerdict verdict = words::drillVerdict(*report);
        QVERIFY2(verdict.status.tone != Tone::Bad, qPrintable(verdict.status.word));
        for (const Status &place : verdict.places)
            QVERIFY2(place.tone != Tone::Bad, qPrintable(place.word));
        QVERIFY2(words::keptPromise(*report, report->exchanges.first()), qPrintable(verdict.seen));
    }

    void byTwoClicks()
    {
        DrillPage page(*m_bench.console);
        page.resize(900, 640);
        page.show();
        page.focusOn(m_bench.key(DemoKeyName)->id); // what "Run a Drill" of the overview does
        auto *verdict = page.findChild<DrillVerdictView *>(u"drill.verdict"_s);
        page.findChild<QSpinBox *>(u"drill.requests"_s)->setValue(5);
        page.findChild<QPushButton *>(u"drill.run"_s)->click();
        QVERIFY(page.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!page.isRunning(), 20000);
        QVERIFY2(verdict->headline().contains(u"Passed"_s), qPrintable(verdict->headline()));
        QVERIFY(verdict->isVisible());
    }

private:
    ConsoleBench m_bench;
};

QTEST_MAIN(TestDrillByHand)
#include "tst_drillbyhand.moc"
