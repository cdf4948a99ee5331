// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/AboutDialog.h"
#include "dialogs/CommandPalette.h"
#include "dialogs/FuzzyMatch.h"
#include "dialogs/PaletteList.h"
#include "dialogs/ShortcutsDialog.h"
#include "preferences/Preferences.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

QString found(const QString &needle, const QString &title)
{
    const std::optional<FuzzyMatch> match = fuzzyMatch(needle, title);
    if (!match)
        return u"-"_s;
    QString marked = title;
    for (qsizetype i = match->positions.size(); i-- > 0;)
        marked.replace(match->positions[i], 1, u"["_s + title[match->positions[i]] + u"]"_s);
    return marked.replace(u"]["_s, QString());
}

QAction *action(QObject *parent, const QString &text, const QString &name, const QKeySequence &keys = {})
{
    auto *made = new QAction(text, parent);
    made->setObjectName(name);
    made->setShortcut(keys);
    return made;
}

struct Bench {
    QTemporaryDir folder;
    Preferences preferences{folder.filePath(u"console.ini"_s)};
    QWidget window;
    QLineEdit *field = new QLineEdit(&window);
    CommandPalette *palette = nullptr;
    QStringList ran;

    Bench()
    {
        window.resize(1024, 640);
        field->setAccessibleName(u"Field"_s);
        palette = new CommandPalette(preferences, &window);
        window.show();
        window.activateWindow(); // only an active window has a focus
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
        field->setFocus();
    }
    QList<PaletteEntry> entries()
    {
        QList<PaletteEntry> all;
        for (const QString &title : {u"Start Gateway"_s, u"View key demo"_s, u"Edit key demo"_s, u"Keyboard Shortcuts"_s, u"Settings"_s})
            all.append({title, title.contains(u"key "_s) ? u"Gateway access key"_s : QString(), {}, [this, title] { ran.append(title); }, title});
        return all;
    }
    QLineEdit *needle() const { return palette->findChild<QLineEdit *>(u"palette.search"_s); }
    QListView *list() const { return palette->findChild<QListView *>(u"palette.list"_s); }
    QString current() const { return list()->currentIndex().data().toString(); }
    QStringList shown() const
    {
        QStringList titles;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            titles.append(list()->model()->index(row, 0).data().toString());
        return titles;
    }
};

} // namespace

class TestPalette : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(u"light"_s);
        m_translations.choose(u"en"_s);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void match_data()
    {
        QTest::addColumn<QString>("needle");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &needle, const QString &title, const QString &expected) {
            QTest::newRow(name) << needle << title << expected;
        };
        row("nothing typed", u""_s, u"Quit"_s, u"Quit"_s);
        row("start", u"sto"_s, u"Stop Gateway"_s, u"[Sto]p Gateway"_s);
        row("case", u"GATE"_s, u"Stop Gateway"_s, u"Stop [Gate]way"_s);
        row("start of a word before inside", u"way"_s, u"Gateway wayside"_s, u"Gateway [way]side"_s);
        row("inside", u"way"_s, u"Stop Gateway"_s, u"Stop Gate[way]"_s);
        row("initials", u"sg"_s, u"Stop Gateway"_s, u"[S]top [G]ateway"_s);
        row("beginnings", u"stga"_s, u"Stop Gateway"_s, u"[St]op [Ga]teway"_s);
        row("beginnings, going back", u"vcd"_s, u"View code of code demo"_s, u"[V]iew [c]ode of code [d]emo"_s);
        row("gaps", u"gtwy"_s, u"Stop Gateway"_s, u"Stop [G]a[t]e[w]a[y]"_s);
        row("gaps, too few letters", u"op"_s, u"Overview page"_s, u"[O]verview [p]age"_s);
        row("two letters with gaps are nothing", u"vp"_s, u"Overview page"_s, u"-"_s);
        row("too far apart", u"sty"_s, u"Several things that nobody would call that way"_s, u"-"_s);
        row("words in any order", u"demo key"_s, u"View key demo"_s, u"View [key] [demo]"_s);
        row("one word missing", u"demo quit"_s, u"View key demo"_s, u"-"_s);
        row("wrong order", u"pots"_s, u"Stop"_s, u"-"_s);
        row("longer than the title", u"quitting"_s, u"Quit"_s, u"-"_s);
        row("blanks only", u"   "_s, u"Quit"_s, u"Quit"_s);
        row("Chinese", u"密钥"_s, u"查看密钥 demo"_s, u"查看[密钥] demo"_s);
        row("Chinese, one character", u"启"_s, u"启动网关"_s, u"[启]动网关"_s);
        row("Chinese, with gaps", u"查密"_s, u"查看密钥"_s, u"[查]看[密]钥"_s);
        row("Chinese and Latin", u"查看 dem"_s, u"查看密钥 demo"_s, u"[查看]密钥 [dem]o"_s);
        row("Chinese, not there", u"渠道"_s, u"查看密钥"_s, u"-"_s);
    }
    void match()
    {
        QFETCH(QString, needle);
        QFETCH(QString, title);
        QTEST(found(needle, title), "expected");
    }

    void betterMatchesScoreHigher()
    {
        const auto score = [](const QString &title) { return fuzzyMatch(u"key"_s, title, u"a key"_s)->score; };
        QVERIFY(score(u"Keys"_s) > score(u"View key"_s));
        QVERIFY(score(u"View key"_s) > score(u"Monkey"_s));
        QVERIFY(score(u"Monkey"_s) > score(u"Kill every yak"_s));
        QVERIFY(score(u"Monkey"_s) > score(u"Quit"_s));
        QVERIFY(score(u"Quit"_s) > 0); // by its hint
    }

    void ofTheConfiguration()
    {
        test::FakeConsole console(test::FakeConsole::Start::Sample);
        QList<Wish> wishes;
        QString tested;
        PaletteTargets targets{[&](const Wish &wish) { wishes.append(wish); }, [&](const QString &channel) { tested = channel; }, {{u"gateway"_s, u"Gateway"_s}}};
        const QList<PaletteEntry> entries = paletteEntries(console.configuration(), console.catalogue(), targets);
        QSet<QString> ids;
        const auto run = [&](const QString &title) {
            for (const PaletteEntry &entry : entries) {
                if (entry.title == title)
                    return entry.run();
            }
            QFAIL(qPrintable(u"no entry "_s + title));
        };
        for (const PaletteEntry &entry : entries) {
            QVERIFY2(!ids.contains(entry.id), qPrintable(entry.id));
            ids.insert(entry.id);
            QVERIFY(!entry.title.contains("sk-us_"_L1) && !entry.hint.contains("invented-credential"_L1));
        }
        run(u"View key tutorial"_s);
        run(u"View code of shop-assistant"_s);
        run(u"Edit channel team"_s);
        run(u"Drill key demo"_s);
        run(u"Gateway"_s);
        run(u"Test channel office-1"_s);
        QCOMPARE(wishes, (QList<Wish>{Wish::make(Wish::What::ViewKey, u"key_tutorial"_s), Wish::make(Wish::What::ViewCode, u"key_shop"_s),
                                      Wish::make(Wish::What::EditChannel, u"siliconflow-2"_s), Wish::show(PageId::Drill, u"key_demo"_s), Wish::show(PageId::Settings, u"gateway"_s)}));
        QCOMPARE(tested, u"office-1"_s);
    }

    void ofActions()
    {
        QObject owner;
        QAction *off = action(&owner, u"Off"_s, u"action.off"_s);
        off->setEnabled(false);
        QAction *gone = action(&owner, u"Gone"_s, u"action.gone"_s);
        gone->setVisible(false);
        QAction *quit = action(&owner, u"退出(&Q)"_s, u"action.quit"_s, QKeySequence(u"Ctrl+Q"_s));
        QAction *copy = action(&owner, u"&Copy && Run…"_s, u"action.copy"_s);
        int quits = 0;
        connect(quit, &QAction::triggered, this, [&] { ++quits; });
        const QList<PaletteEntry> entries = paletteEntries({off, gone, quit, copy, action(&owner, u"Palette"_s, u"action.palette"_s)});
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries[0].title, u"退出"_s);
        QCOMPARE(entries[0].shortcut, QKeySequence(u"Ctrl+Q"_s));
        QCOMPARE(entries[1].title, u"Copy & Run…"_s);
        entries[0].run();
        QCOMPARE(quits, 1);
        delete quit;
        entries[0].run(); // must not crash
        QCOMPARE(quits, 1);
    }

    void theListIsAModel()
    {
        Bench b;
        PaletteList list;
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setEntries(b.entries(), {});
        list.setNeedle(u"key"_s);
        QCOMPARE(list.rowCount(), 3);
        QCOMPARE(list.index(0).data(Qt::AccessibleTextRole).toString(), u"Keyboard Shortcuts"_s);
        QCOMPARE(list.index(1).data(Qt::AccessibleTextRole).toString(), u"View key demo, Gateway access key"_s);
        list.setNeedle(u"nothing like it"_s);
        QCOMPARE(list.rowCount(), 0);
    }

    void anIdIsFoundInAnyLanguage()
    {
        PaletteList list;
        list.setEntries({{u"请求日志"_s, {}, {}, [] {}, u"action.page.log"_s}, {u"退出"_s, {}, {}, [] {}, u"action.quit"_s}}, {});
        list.setNeedle(u"log"_s);
        QCOMPARE(list.rowCount(), 1);
        QCOMPARE(list.index(0).data().toString(), u"请求日志"_s);
    }

    void byKeyboardAlone()
    {
        Bench b;
        b.palette->open(b.entries());
        QVERIFY(b.palette->isVisible());
        QVERIFY(b.needle()->hasFocus());
        QCOMPARE(b.current(), u"Start Gateway"_s);
        QTest::keyClick(b.needle(), Qt::Key_Down);
        QCOMPARE(b.current(), u"View key demo"_s);
        QTest::keyClick(b.needle(), Qt::Key_Up);
        QTest::keyClick(b.needle(), Qt::Key_Up);
        QCOMPARE(b.current(), u"Settings"_s); // round
        QTest::keyClick(b.needle(), Qt::Key_Tab);
        QCOMPARE(b.current(), u"Start Gateway"_s);
        QTest::keyClick(b.needle(), Qt::Key_PageDown);
        QCOMPARE(b.current(), u"Settings"_s);
        QTest::keyClicks(b.needle(), u"edk"_s);
        QCOMPARE(b.shown(), QStringList{u"Edit key demo"_s});
        QVERIFY(b.needle()->accessibleDescription().startsWith("Edit key demo"_L1));
        QTest::keyClick(b.needle(), Qt::Key_Return);
        QCOMPARE(b.ran, QStringList{u"Edit key demo"_s});
        QVERIFY(!b.palette->isVisible());
        QVERIFY2(b.field->hasFocus(), "the focus goes back");
    }

    void itClosesBeforeItRuns()
    {
        Bench b;
        bool visible = true;
        QList<PaletteEntry> entries{{u"Look"_s, {}, {}, [&] { visible = b.palette->isVisible(); }, u"look"_s}};
        b.palette->open(entries);
        QTest::keyClick(b.needle(), Qt::Key_Return);
        QVERIFY(!visible);
    }

    void recentFirst()
    {
        Bench b;
        b.palette->open(b.entries());
        QTest::keyClicks(b.needle(), u"settings"_s);
        QTest::keyClick(b.needle(), Qt::Key_Return);
        b.palette->open(b.entries());
        QCOMPARE(b.shown().first(), u"Settings"_s);
        QVERIFY2(b.needle()->text().isEmpty(), "each opening begins anew");
        QTest::keyClicks(b.needle(), u"view"_s);
        QTest::keyClick(b.needle(), Qt::Key_Return);
        QCOMPARE(b.preferences.get(preferences::PaletteRecent), (QStringList{u"View key demo"_s, u"Settings"_s}));
        for (int i = 0; i < 12; ++i) {
            b.palette->open({{QString::number(i), {}, {}, [] {}, QString::number(i)}});
            QTest::keyClick(b.needle(), Qt::Key_Return);
        }
        QCOMPARE(b.preferences.get(preferences::PaletteRecent).size(), CommandPalette::Remembered);
    }

    void escapeAndAClickBesideClose()
    {
        Bench b;
        b.palette->toggle(b.entries());
        QTest::keyClick(b.needle(), Qt::Key_Escape);
        QVERIFY(!b.palette->isVisible());
        b.palette->toggle(b.entries());
        QVERIFY(b.palette->isVisible());
        QTest::mouseClick(b.palette, Qt::LeftButton, {}, QPoint(5, 600));
        QVERIFY(!b.palette->isVisible());
        b.palette->toggle(b.entries());
        b.palette->toggle(b.entries());
        QVERIFY(!b.palette->isVisible());
        QCOMPARE(b.ran, QStringList());
    }

    void aClickRuns()
    {
        Bench b;
        b.palette->open(b.entries());
        QTest::mouseClick(b.list()->viewport(), Qt::LeftButton, {}, b.list()->visualRect(b.list()->model()->index(1, 0)).center());
        QCOMPARE(b.ran, QStringList{u"View key demo"_s});
    }

    void nothingFoundSaysSo()
    {
        Bench b;
        b.palette->open(b.entries());
        QTest::keyClicks(b.needle(), u"xyzzy"_s);
        auto *none = b.palette->findChild<QLabel *>(u"palette.none"_s);
        QVERIFY(none->isVisible());
        QCOMPARE(none->text(), u"Nothing is called “xyzzy”."_s);
        QTest::keyClick(b.needle(), Qt::Key_Return);
        QVERIFY(b.palette->isVisible());
    }

    void dialogsAreSound_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh") << u"zh_CN"_s;
    }
    void dialogsAreSound()
    {
        QFETCH(QString, language);
        m_translations.choose(language);
        Bench b;
        b.palette->open(b.entries());
        QCOMPARE(test::accessibilityProblems(&b.window), QStringList());
        QCOMPARE(test::clippedTexts(&b.window), QStringList());
        QPointer<QDialog> about = new AboutDialog(&b.window);
        about->show();
        QCOMPARE(test::accessibilityProblems(about), QStringList());
        QCOMPARE(test::clippedTexts(about), QStringList());
        QTest::mouseClick(about->findChild<QPushButton *>(u"about.copy"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QString::fromLatin1(qVersion())));
        QTest::keyClick(about, Qt::Key_Escape);
        QTRY_VERIFY(!about);
        QPointer<QDialog> shortcuts = new ShortcutsDialog({action(&b.window, u"Log"_s, u"action.page.log"_s, QKeySequence(u"Ctrl+5"_s))}, {}, &b.window);
        shortcuts->show();
        QCOMPARE(test::accessibilityProblems(shortcuts), QStringList());
        QCOMPARE(test::clippedTexts(shortcuts), QStringList());
        shortcuts->close();
        m_translations.choose(u"en"_s);
    }

    void shortcutsAreGrouped()
    {
        QObject owner;
        QAction *log = action(&owner, u"Request &log"_s, u"action.page.log"_s, QKeySequence(u"Ctrl+5"_s));
        QAction *settings = action(&owner, u"Settings"_s, u"action.page.settings"_s);
        settings->setShortcuts({QKeySequence(u"Ctrl+6"_s), QKeySequence(u"Ctrl+,"_s)});
        QAction *undo = action(&owner, u"Undo"_s, u"action.undo"_s, QKeySequence(u"Ctrl+Z"_s));
        QAction *about = action(&owner, u"About"_s, u"action.about"_s);
        QAction *view = action(&owner, u"View Key"_s, u"keys.view"_s, QKeySequence(u"V"_s));
        QCOMPARE(shortcutGroups({log, settings, undo, about}, {view}),
                 (QList<ShortcutGroup>{{u"Pages"_s, {{u"Request log"_s, u"Ctrl+5"_s}, {u"Settings"_s, u"Ctrl+6 / Ctrl+,"_s}}},
                                       {u"On this page"_s, {{u"Undo"_s, u"Ctrl+Z"_s}, {u"View Key"_s, u"V"_s}}}}));
    }

    void shortcutsFollowTheLanguage()
    {
        QWidget window;
        QAction *log = action(&window, u"Request log"_s, u"action.page.log"_s, QKeySequence(u"Ctrl+5"_s));
        QPointer<ShortcutsDialog> dialog = new ShortcutsDialog({log}, {}, &window);
        dialog->show();
        QVERIFY(test::everyText(dialog).contains(u"Request log"_s));
        log->setText(u"请求日志"_s);
        m_translations.choose(u"zh_CN"_s);
        QTRY_VERIFY(test::everyText(dialog).contains(u"请求日志"_s));
        m_translations.choose(u"en"_s);
    }

private:
    std::unique_ptr<Theme> m_theme;
    Translations m_translations;
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
