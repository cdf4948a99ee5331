// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/Preferences.h"
#include "shell/ClosePolicy.h"
#include "translations/Translations.h"
#include "ui/FakeConsole.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;
using Phase = GatewayState::Phase;

namespace {

struct Bench {
    QTemporaryDir folder;
    test::FakeConsole console;
    Preferences preferences{folder.filePath(u"console.ini"_s)};
    QWidget window;
    ClosePolicy policy{console, preferences, &window};
    QSignalSpy hide{&policy, &ClosePolicy::hideWanted};
    QSignalSpy quit{&policy, &ClosePolicy::quitWanted};

    Bench() { window.show(); }
    QMessageBox *question() const { return window.findChild<QMessageBox *>(u"ask"_s); }
    void answer(int choice)
    {
        QPointer<QMessageBox> box = question();
        QVERIFY(box);
        auto *button = box->findChild<QPushButton *>(u"ask.choice%1"_s.arg(choice));
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!box);
    }
    void set(Phase phase, int inFlight = 0)
    {
        GatewayState state = console.gateway;
        state.phase = phase;
        state.inFlight = inFlight;
        console.setGateway(state);
    }
};

} // namespace

class TestClosePolicy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_translations.choose(u"en"_s); }

    void decision_data()
    {
        QTest::addColumn<QString>("whenClosed");
        QTest::addColumn<bool>("tray");
        QTest::addColumn<bool>("serves");
        QTest::addColumn<bool>("ending");
        QTest::addColumn<int>("decision");
        const auto row = [](const char *name, const QString &when, bool tray, bool serves, bool ending, CloseDecision decision) {
            QTest::newRow(name) << when << tray << serves << ending << int(decision);
        };
        const QString ask = u"ask"_s, serve = u"serve"_s, quit = u"quit"_s;
        row("never asked, tray", ask, true, true, false, CloseDecision::Ask);
        row("never asked, no tray", ask, false, true, false, CloseDecision::Ask);
        row("never asked, nothing runs", ask, true, false, false, CloseDecision::Quit);
        row("serve, tray", serve, true, true, false, CloseDecision::Hide);
        row("serve, no tray", serve, false, true, false, CloseDecision::Hide);
        row("serve, nothing runs, tray", serve, true, false, false, CloseDecision::Hide);
        row("serve, nothing runs, no way back", serve, false, false, false, CloseDecision::Quit);
        row("quit", quit, true, true, false, CloseDecision::Quit);
        row("a word that nobody knows", u"minimise"_s, true, true, false, CloseDecision::Ask);
        row("logging out, never asked", ask, true, true, true, CloseDecision::Quit);
        row("logging out, serve", serve, true, true, true, CloseDecision::Quit);
    }
    void decision()
    {
        QFETCH(QString, whenClosed);
        QFETCH(bool, tray);
        QFETCH(bool, serves);
        QFETCH(bool, ending);
        QTEST(int(decideClose({whenClosed, tray, serves, ending})), "decision");
    }

    void quitting_data()
    {
        QTest::addColumn<int>("phase");
        QTest::addColumn<bool>("attached");
        QTest::addColumn<int>("inFlight");
        QTest::addColumn<bool>("asks");
        QTest::newRow("at rest") << int(Phase::Running) << false << 0 << false;
        QTest::newRow("requests run") << int(Phase::Running) << false << 3 << true;
        QTest::newRow("they are being finished") << int(Phase::Stopping) << false << 1 << true;
        QTest::newRow("they run in another process") << int(Phase::Running) << true << 3 << false;
        QTest::newRow("stopped") << int(Phase::Stopped) << false << 0 << false;
    }
    void quitting()
    {
        QFETCH(int, phase);
        QFETCH(bool, attached);
        QFETCH(int, inFlight);
        GatewayState state;
        state.phase = Phase(phase);
        state.attached = attached;
        state.inFlight = inFlight;
        QTEST(quitNeedsAsking(state), "asks");
    }

    void theFirstClosingAsksOnce()
    {
        Bench b;
        b.policy.setTrayAvailable(true);
        b.policy.closeWindow();
        QVERIFY(b.question()->informativeText().contains("stays in the tray"_L1));
        b.policy.closeWindow();
        QCOMPARE(b.window.findChildren<QMessageBox *>().size(), 1);
        b.answer(2);
        QCOMPARE(b.hide.count(), 1);
        QCOMPARE(b.preferences.get(preferences::WhenClosed), u"serve"_s);
        b.policy.closeWindow();
        QVERIFY(!b.question());
        QCOMPARE(b.hide.count(), 2);
        QCOMPARE(b.quit.count(), 0);
    }

    void withoutATrayItSaysSo()
    {
        Bench b;
        b.policy.closeWindow();
        QVERIFY(b.question()->informativeText().contains("start it again to see it"_L1));
        b.answer(1);
        QCOMPARE(b.preferences.get(preferences::WhenClosed), u"quit"_s);
        QCOMPARE(b.quit.count(), 1);
    }

    void cancelKeepsTheWindowAndTheQuestion()
    {
        Bench b;
        b.policy.closeWindow();
        b.answer(0);
        QVERIFY(!b.preferences.isSet(preferences::WhenClosed));
        QCOMPARE(b.hide.count() + b.quit.count(), 0);
        b.policy.closeWindow();
        QVERIFY(b.question());
    }

    void aLostTrayDoesNotChangeThePreference()
    {
        Bench b;
        b.preferences.set(preferences::WhenClosed, u"serve"_s);
        b.policy.setTrayAvailable(false);
        b.set(Phase::Stopped);
        b.policy.closeWindow();
        QCOMPARE(b.quit.count(), 1);
        QCOMPARE(b.preferences.get(preferences::WhenClosed), u"serve"_s);
    }

    void waitAndQuit()
    {
        Bench b;
        b.console.stored.settings.limits.drain = Milliseconds(10'000);
        b.set(Phase::Running, 3);
        QSignalSpy needsWindow(&b.policy, &ClosePolicy::askingNeedsWindow);
        b.policy.quit();
        QCOMPARE(needsWindow.count(), 1);
        QCOMPARE(b.question()->text(), u"3 requests still running"_s);
        QVERIFY(b.question()->informativeText().contains("at most 10 seconds"_L1));
        b.answer(1);
        QVERIFY(b.console.calls.contains(u"stop"_s));
        QCOMPARE(b.quit.count(), 1); // the fake one stops at once
    }

    void itWaitsUntilTheGatewayHasStopped()
    {
        Bench b;
        b.set(Phase::Stopping, 1);
        b.policy.quit();
        b.answer(1);
        QVERIFY2(!b.console.calls.contains(u"stop"_s), "it is stopping already");
        QCOMPARE(b.quit.count(), 0);
        b.set(Phase::Stopped);
        QCOMPARE(b.quit.count(), 1);
        b.set(Phase::Stopped);
        QCOMPARE(b.quit.count(), 1);
    }

    void waitingCanBeCalledOff()
    {
        Bench b;
        b.set(Phase::Stopping, 1);
        b.policy.quit();
        b.answer(1);
        b.policy.quit();
        b.answer(0);
        b.set(Phase::Stopped);
        QCOMPARE(b.quit.count(), 0);
        b.policy.quit();
        QCOMPARE(b.quit.count(), 1);
    }

    void quitNow()
    {
        Bench b;
        b.set(Phase::Running, 1);
        b.policy.quit();
        QCOMPARE(b.question()->text(), u"1 request still running"_s);
        b.answer(2);
        QCOMPARE(b.quit.count(), 1);
        QVERIFY(!b.console.calls.contains(u"stop"_s));
    }

    void cancelQuitting()
    {
        Bench b;
        b.set(Phase::Running, 1);
        b.policy.quit();
        b.answer(0);
        QCOMPARE(b.quit.count(), 0);
    }

    void nothingRunsNothingIsAsked()
    {
        Bench b;
        b.policy.quit();
        QVERIFY(!b.question());
        QCOMPARE(b.quit.count(), 1);
    }

    void loggingOutAsksNothing()
    {
        Bench b;
        b.set(Phase::Running, 5);
        b.policy.setSessionEnding(true);
        b.policy.closeWindow();
        QVERIFY(!b.question());
        QCOMPARE(b.quit.count(), 1);
    }

private:
    Translations m_translations;
};

QTEST_MAIN(TestClosePolicy)
#include "tst_closepolicy.moc"
