// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window at its smallest size: every page in both languages and themes, changed live.
#include "preferences/Preferences.h"
#include "preferences/TestMemory.h"
#include "shell/Actions.h"
#include "shell/HeaderStrip.h"
#include "shell/MainWindow.h"
#include "shell/Navigation.h"
#include "shell/Shell.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"
#include "widgets/MessageBar.h"

#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

class TestWindow : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_console = std::make_unique<FakeConsole>(FakeConsole::Start::Sample);
        m_preferences = std::make_unique<Preferences>(m_folder->filePath(u"console.ini"_s));
        m_preferences->set(preferences::Language, u"en"_s);
        m_preferences->set(preferences::Theme, u"light"_s);
        m_tests = std::make_unique<TestMemory>(m_folder->filePath(u"tests.ini"_s));
        m_translations.choose(u"en"_s);
        m_shell = std::make_unique<Shell>(*m_console, *m_preferences, *m_tests, m_theme, m_translations, SystemHooks{[] { return false; }, [](bool) { return Result<void>(); }});
        m_shell->open(PageId::Overview, false);
        window().resize(MainWindow::Smallest);
        window().activateWindow(); // else shortcuts are nobody's
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    void cleanup() { m_shell.reset(); }

    void everyPage_data()
    {
        QTest::addColumn<PageId>("page");
        QTest::addColumn<QString>("language");
        for (const PageId page : {PageId::Welcome, PageId::Overview, PageId::Models, PageId::Keys, PageId::Usage, PageId::Log, PageId::Drill, PageId::Settings}) {
            for (const QString &language : {u"en"_s, u"zh_CN"_s})
                QTest::addRow("%s %s", qPrintable(pageWord(page)), qPrintable(language)) << page << language;
        }
    }
    void everyPage()
    {
        QFETCH(PageId, page);
        QFETCH(QString, language);
        window().showPage(page);
        settle();
        m_preferences->set(preferences::Language, language); // live, on the page
        settle();
        QCOMPARE(window().size(), MainWindow::Smallest);
        QCOMPARE(clippedTexts(&window()), QStringList());
        QCOMPARE(accessibilityProblems(&window()), QStringList());
        const QString everything = everyText(&window()).join(u'\n');
        for (const GatewayKey &key : m_console->stored.keys)
            QVERIFY(!everything.contains(QString::fromUtf8(key.secret.reveal())));
        for (const Channel &channel : m_console->stored.channels)
            QVERIFY(!everything.contains(QString::fromUtf8(channel.credential.literal.reveal())));
        QCOMPARE(everything.contains(QRegularExpression(u"\\p{Han}{2}"_s)) || language == "en"_L1, true);
    }

    void theThemeChangesLive()
    {
        const auto lightness = [this] { return window().grab().toImage().scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixelColor(0, 0).lightness(); };
        const int before = lightness();
        m_preferences->set(preferences::Theme, u"dark"_s);
        settle();
        QVERIFY2(lightness() < before / 2, qPrintable(u"%1 then %2"_s.arg(before).arg(lightness())));
        m_preferences->set(preferences::Theme, u"light"_s);
    }

    void shortcutsLeadToPages()
    {
        for (qsizetype i = 0; i < Navigation::order().size(); ++i) {
            QTest::keyClick(&window(), Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
            QCOMPARE(window().currentPage(), Navigation::order()[i]);
        }
    }

    void theHeaderCopiesAndStops()
    {
        QTest::mouseClick(window().findChild<QPushButton *>(u"header.copy"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"http://127.0.0.1:17177/v1"_s);
        QTest::mouseClick(window().findChild<QPushButton *>(u"header.toggle"_s), Qt::LeftButton);
        QCOMPARE(m_console->calls.last(), u"stop"_s);
        QTest::keyClick(&window(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_console->calls.last(), u"start"_s);
    }

    void takenPortIsSaidWithAWayOut()
    {
        GatewayState state = m_console->gateway;
        state.phase = GatewayState::Phase::Failed;
        state.problem = Error{ErrorKind::Conflict, u"Address in use"_s, {}};
        m_console->setGateway(state);
        settle();
        QVERIFY(everyText(&window()).join(u'\n').contains(u"Port 17177 is in use"_s));
        QCOMPARE(clippedTexts(&window()), QStringList());
    }

    void undoIsTakenBackByTheKeyboard()
    {
        int undone = 0;
        window().say({Message::Level::Success, u"Key deleted"_s, u"Undo"_s, [&undone] { ++undone; }, Message::UndoMs});
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
        window().say({Message::Level::Success, u"Channel created"_s, u"Create Key"_s, [&undone] { ++undone; }, 0});
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1); // no undo is offered
    }

    void theLastPageIsKept()
    {
        window().showPage(PageId::Keys);
        window().hide();
        Shell again(*m_console, *m_preferences, *m_tests, m_theme, m_translations, {});
        again.open(std::nullopt, false);
        QCOMPARE(again.window().currentPage(), PageId::Keys);
    }

    void nothingConfiguredIsWelcomed()
    {
        FakeConsole console(FakeConsole::Start::Empty);
        Shell first(console, *m_preferences, *m_tests, m_theme, m_translations, {});
        first.open(std::nullopt, false);
        QCOMPARE(first.window().currentPage(), PageId::Welcome);
    }

private:
    MainWindow &window() { return m_shell->window(); }
    static void settle()
    {
        for (int i = 0; i < 4; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }

    Theme m_theme{u"light"_s};
    Translations m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeConsole> m_console;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<TestMemory> m_tests;
    std::unique_ptr<Shell> m_shell;
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
