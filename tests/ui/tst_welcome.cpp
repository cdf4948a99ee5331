// SPDX-License-Identifier: GPL-3.0-or-later
// From the first start to a failover seen: Enter, Enter, verdict. And what stands in the way: a taken port, a key of that name.
#include "configuration/DemoKey.h"
#include "dialogs/DemoSwitch.h"
#include "dialogs/ViewCodeDialog.h"
#include "pages/WelcomePage.h"
#include "preferences/Preferences.h"
#include "shell/FirstRun.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"
#include "widgets/SecretClipboard.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

struct Bench {
    QTemporaryDir folder;
    test::FakeConsole console;
    Preferences preferences{folder.filePath(u"console.ini"_s)};
    SecretClipboard clipboard;
    DemoSwitch demo{console};
    FirstRun first{console, preferences, demo};
    QSignalSpy ready{&first, &FirstRun::ready};
    QSignalSpy said{&first, &FirstRun::said};

    void setPhase(GatewayState::Phase phase, std::optional<Error> problem = std::nullopt)
    {
        GatewayState state = console.gateway;
        state.phase = phase;
        state.problem = std::move(problem);
        console.setGateway(state);
    }
    Message message() const { return said.isEmpty() ? Message() : said.last().first().value<Message>(); }
};

} // namespace

class TestWelcome : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(u"light"_s); }
    void cleanupTestCase() { m_theme.reset(); }
    void init() { m_translations.choose(u"en"_s); }

    void keys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Wish>("wish");
        const Wish see = Wish::make(Wish::What::SeeDemo);
        QTest::newRow("Return") << int(Qt::Key_Return) << see;
        QTest::newRow("Enter") << int(Qt::Key_Enter) << see;
        QTest::newRow("Space") << int(Qt::Key_Space) << see;
        QTest::newRow("1") << int(Qt::Key_1) << see;
        QTest::newRow("2") << int(Qt::Key_2) << Wish::show(PageId::Models);
        QTest::newRow("3") << int(Qt::Key_3) << Wish::make(Wish::What::Import);
    }
    void keys()
    {
        QFETCH(int, key);
        Bench bench;
        WelcomePage page(bench.preferences);
        QSignalSpy wished(&page, &WelcomePage::wished);
        page.resize(804, 590);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QCOMPARE(page.focusWidget()->objectName(), u"welcome.demo"_s);
        QTest::keyClick(page.focusWidget(), Qt::Key(key));
        QCOMPARE(wished.size(), 1);
        QTEST(wished.first().first().value<Wish>(), "wish");
        QVERIFY(bench.preferences.get(preferences::WelcomeSeen));
    }

    void theLanguageIsAPreference()
    {
        Bench bench;
        WelcomePage page(bench.preferences);
        page.show();
        page.findChild<QPushButton *>(u"welcome.chinese"_s)->click();
        QCOMPARE(bench.preferences.get(preferences::Language), u"zh_CN"_s);
        QVERIFY(page.findChild<QPushButton *>(u"welcome.chinese"_s)->isChecked());
        QVERIFY(!page.findChild<QPushButton *>(u"welcome.english"_s)->isChecked());
        page.findChild<QPushButton *>(u"welcome.english"_s)->click();
        QCOMPARE(bench.preferences.get(preferences::Language), u"en"_s);
    }

    void enterEnterVerdict()
    {
        QElapsedTimer took;
        took.start();
        Bench bench;
        {
            const test::FakeConsole sample(test::FakeConsole::Start::Sample);
            bench.console.trialRecord = sample.trialRecord;
            bench.console.trialAttempts = sample.trialAttempts;
            bench.console.trialResult = sample.trialResult;
        }
        bench.setPhase(GatewayState::Phase::Stopped);
        WelcomePage page(bench.preferences);
        connect(&page, &WelcomePage::wished, &bench.first, &FirstRun::seeDemo);
        std::unique_ptr<ViewCodeDialog> dialog;
        connect(&bench.first, &FirstRun::ready, this, [&](const QString &keyId) {
            dialog = std::make_unique<ViewCodeDialog>(bench.console, bench.preferences, bench.clipboard, &bench.demo, keyId);
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            dialog->show();
            dialog->activateWindow();
        });
        page.show();
        page.activateWindow();
        QTest::keyClick(page.focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(dialog);
        QCOMPARE(bench.console.calls.filter(u"start"_s).size(), 1);
        QVERIFY(bench.console.stored.keyNamed(DemoKeyName));
        QVERIFY(bench.demo.isBroken());
        QCOMPARE(dialog->focusWidget()->objectName(), u"viewCode.run"_s);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        auto *verdict = dialog->findChild<QLabel *>(u"viewCode.verdict"_s);
        QTRY_VERIFY(verdict->text().contains(u"Your application got an answer. It needed 3 attempts"_s));
        QVERIFY(bench.preferences.get(preferences::FailoverSeen));
        QVERIFY2(took.elapsed() < 10'000, "ten seconds from nothing to a failover seen");
    }

    void aPresentKeyIsUsed()
    {
        Bench bench;
        Configuration with;
        with.keys = {makeDemoKey()};
        bench.console.setConfiguration(with);
        bench.first.seeDemo();
        QCOMPARE(bench.ready.size(), 1);
        QCOMPARE(bench.ready.first().first().toString(), with.keys.first().id);
        QVERIFY(!bench.console.calls.contains(u"change"_s));
    }

    void aPausedKeyIsResumed()
    {
        Bench bench;
        Configuration with;
        with.keys = {makeDemoKey()};
        with.keys.first().enabled = false;
        bench.console.setConfiguration(with);
        bench.first.seeDemo();
        QTRY_COMPARE(bench.ready.size(), 1);
        QVERIFY(bench.console.stored.keys.first().enabled);
        QCOMPARE(bench.console.stored.keys.size(), 1);
    }

    void aKeyOfThatNameIsNotTouched()
    {
        Bench bench;
        Configuration with;
        with.keys = {makeDemoKey()};
        with.keys.first().chain.removeLast();
        bench.console.setConfiguration(with);
        bench.first.seeDemo();
        QTRY_COMPARE(bench.said.size(), 1);
        QCOMPARE(bench.message().level, Message::Level::Error);
        QVERIFY(bench.message().text.contains(u"Rename that key"_s));
        QVERIFY(bench.ready.isEmpty());
        QCOMPARE(bench.console.stored.keys.first(), with.keys.first());
    }

    void aTakenPortIsLeftAndSaidSo()
    {
        Bench bench;
        bench.setPhase(GatewayState::Phase::Failed, Error{ErrorKind::Conflict, u"The port is in use."_s, {}});
        bench.first.seeDemo();
        QTRY_COMPARE(bench.ready.size(), 1);
        QCOMPARE(bench.console.stored.settings.listen, u"127.0.0.1:17178"_s);
        QVERIFY2(bench.message().text.contains(u"17178"_s), qPrintable(bench.message().text));
        QCOMPARE(bench.message().level, Message::Level::Info);
    }

    void anotherProcessIsNotBrokenFromHere()
    {
        Bench bench;
        bench.console.gateway.attached = true;
        bench.first.seeDemo();
        QTRY_COMPARE(bench.ready.size(), 1);
        QVERIFY(!bench.demo.isBroken());
        QVERIFY(bench.message().text.contains(u"Another program"_s));
    }

    void anotherFailureIsSaid()
    {
        Bench bench;
        bench.setPhase(GatewayState::Phase::Failed, Error{ErrorKind::Unavailable, u"No such address."_s, {}});
        bench.first.seeDemo();
        QTRY_COMPARE(bench.said.size(), 1);
        QVERIFY(bench.message().text.contains(u"No such address."_s));
        QVERIFY(bench.ready.isEmpty());
    }

    void itWaitsForTheData()
    {
        Bench bench;
        bench.setPhase(GatewayState::Phase::Opening);
        bench.first.seeDemo();
        QCoreApplication::processEvents();
        QVERIFY(!bench.console.calls.contains(u"change"_s));
        bench.setPhase(GatewayState::Phase::Running);
        QTRY_COMPARE(bench.ready.size(), 1);
    }

    void theDemonstrationIsRemovedAndBroughtBack()
    {
        Bench bench;
        Configuration with;
        with.keys = {makeDemoKey()};
        bench.console.setConfiguration(with);
        QVERIFY(bench.first.hasDemo());
        bench.first.removeDemo();
        QTRY_COMPARE(bench.said.size(), 1);
        QVERIFY(bench.console.stored.keys.isEmpty());
        QVERIFY(!bench.first.hasDemo());
        QCOMPARE(bench.message().actionText, u"Undo"_s);
        QCOMPARE(bench.message().lastsMs, Message::UndoMs);
        const QString id = with.keys.first().id;
        bench.console.deletedObjects = {{DeletedObject::Kind::Key, id, DemoKeyName, {}, {}}, {DeletedObject::Kind::Key, u"key_other"_s, u"other"_s, {}, {}}};
        bench.message().action();
        QTRY_VERIFY(bench.console.calls.contains(u"restore "_s + id));
        QVERIFY(!bench.console.calls.contains(u"restore key_other"_s));
    }

    void looks_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    void looks()
    {
        QFETCH(QString, language);
        m_translations.choose(language);
        Bench bench;
        WelcomePage page(bench.preferences);
        page.resize(804, 590);
        page.show();
        QCOMPARE(test::accessibilityProblems(&page), QStringList());
        QCOMPARE(test::clippedTexts(&page), QStringList());
    }

private:
    Translations m_translations;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestWelcome)
#include "tst_welcome.moc"
