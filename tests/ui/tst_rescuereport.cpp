// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/RescueReportDialog.h"
#include "models/UsagePeriod.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class TestRescueReport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(u"light"_s);
        m_translations.choose(u"en"_s);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void figuresAddUp()
    {
        UsageReport report;
        report.query.edges = {WallTime(Milliseconds(0)), WallTime(Milliseconds(1))};
        const auto cell = [&report](Ending ending, qint64 requests, qint64 addedMs = 0) { report.requests.append({0, {}, {}, {}, ending, requests, {}, 0, 0, addedMs}); };
        cell(Ending::FirstTry, 90);
        cell(Ending::FromCache, 5);
        cell(Ending::AfterRetry, 4, 2'000);
        cell(Ending::AfterBackup, 6, 8'000);
        cell(Ending::Failed, 2);
        cell(Ending::Interrupted, 1);
        cell(Ending::Cancelled, 7);
        report.attempts = {{0, {}, u"a"_s, u"m"_s, u"p"_s, Outcome::Timeout, 12, 3, 0, {100, 0, 100, 0, 0}}};
        const RescueFigures figures = RescueFigures::of(report, {});
        QCOMPARE(figures.requests, 108);
        QCOMPARE(figures.saved(), 10);
        QCOMPARE(figures.lost, 3);
        QCOMPARE(figures.wouldHaveFailed, 13);
        QCOMPARE(figures.addedMs, 1'000);
        QCOMPARE(figures.failedTokens, 100);
        QCOMPARE(figures.unknownAttempts, 3);
        QVERIFY(!RescueFigures::of({}, {}).addedMs);
    }

    void theDialogTellsAndSaves()
    {
        test::FakeConsole console(test::FakeConsole::Start::Sample);
        RescueReportDialog dialog(console);
        dialog.show();
        QTRY_VERIFY(!dialog.html().isEmpty());
        QVERIFY(dialog.findChild<QLabel *>(u"rescue.sentences"_s)->text().contains(u"31 s"_s) || dialog.findChild<QLabel *>(u"rescue.sentences"_s)->text().contains(u"30.7 s"_s));
        QCOMPARE(console.reportQueries.last().edges.size(), 31);
        dialog.findChild<QComboBox *>(u"rescue.period"_s)->setCurrentIndex(int(UsagePeriod::Today));
        QTRY_COMPARE(console.reportQueries.last().edges.size(), 25);
        QTRY_VERIFY(dialog.findChild<QPushButton *>(u"rescue.save"_s)->isEnabled());
        QVERIFY(dialog.html().contains("<td>15:00</td>"));
        QVERIFY(!dialog.picture().isNull());
    }

    void whatIsNotCountedYetIsSaid()
    {
        test::FakeConsole console(test::FakeConsole::Start::Sample);
        console.gateway.ledgerJournaled = 12'000;
        RescueReportDialog dialog(console);
        dialog.show();
        QTRY_VERIFY(!dialog.html().isEmpty());
        auto *sentences = dialog.findChild<QLabel *>(u"rescue.sentences"_s);
        QVERIFY2(sentences->text().contains(u"12,000 "_s) && dialog.html().contains("12,000 "), qPrintable(sentences->text()));
        const auto asked = console.reportQueries.size();
        console.gateway.ledgerJournaled = 7;
        emit console.stateChanged();
        QVERIFY(!sentences->text().contains(u"12,000 "_s));
        QCOMPARE(console.reportQueries.size(), asked);
        console.gateway.ledgerJournaled = 0;
        emit console.stateChanged();
        QCOMPARE(console.reportQueries.size(), asked + 1); // all is counted now
    }

    void namesCannotBecomeMarkup()
    {
        ChartFigures endings;
        endings.table = {{u"<b>"_s, u"Total"_s}, {{{{u"<script>alert(1)</script>"_s, {}}, {u"3"_s, 3}}, {}}}};
        const QByteArray html = rescueHtml({}, u"<i>today</i>"_s, endings);
        QVERIFY(!html.contains("<script>") && !html.contains("<b>") && !html.contains("<i>"));
        QVERIFY(html.contains("&lt;script&gt;"));
    }

    void everybodyCanUseIt()
    {
        test::FakeConsole console(test::FakeConsole::Start::Sample);
        RescueReportDialog dialog(console);
        dialog.show();
        for (const QString &language : {u"zh_CN"_s, u"en"_s}) {
            m_translations.choose(language);
            QTRY_VERIFY(!dialog.html().isEmpty());
            QCOMPARE(test::accessibilityProblems(&dialog).join(u'\n'), QString());
            QCOMPARE(test::clippedTexts(&dialog).join(u'\n'), QString());
        }
    }

private:
    std::unique_ptr<Theme> m_theme;
    Translations m_translations;
};

QTEST_MAIN(TestRescueReport)
#include "tst_rescuereport.moc"
