// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "ui/Audit.h"
#include "widgets/MessageBar.h"
#include "widgets/SecretClipboard.h"
#include "widgets/SecretField.h"

#include <QClipboard>
#include <QDirIterator>
#include <QLineEdit>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Invented = "sk-us_InventedInventedInventedInvented1234";

} // namespace

class TestWidgets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(u"light"_s); }
    void cleanupTestCase() { m_theme.reset(); }

    void aSecretIsInNoTextUntilRevealed()
    {
        SecretClipboard clipboard;
        SecretField field(&clipboard);
        field.setAccessibleLabel(u"Gateway key"_s);
        field.setSecret(Secret(Invented));
        field.show();
        QVERIFY(!test::everyText(&field).join(u'\n').contains(QString::fromLatin1(Invented)));
        QTest::mouseClick(field.revealButton(), Qt::LeftButton);
        QVERIFY(test::everyText(&field).join(u'\n').contains(QString::fromLatin1(Invented)));
        field.setSecret(Secret(Invented));
        QVERIFY2(!field.isRevealed(), "another secret must not be shown by itself");
    }

    void theClipboardForgets()
    {
        SecretClipboard clipboard;
        clipboard.setLifetime(20);
        QSignalSpy spy(&clipboard, &SecretClipboard::remaining);
        clipboard.copy(Secret(Invented));
        QCOMPARE(QGuiApplication::clipboard()->text().toLatin1(), Invented);
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        QTRY_VERIFY(!clipboard.holds());
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QCOMPARE(spy.last().first().toInt(), 0);
    }

    void theClipboardLeavesOthersAlone()
    {
        SecretClipboard clipboard;
        clipboard.copy(Secret(Invented));
        QGuiApplication::clipboard()->setText(u"something of the user's"_s);
        clipboard.clear();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"something of the user's"_s);
    }

    void theClipboardForgetsAtTheEnd()
    {
        {
            SecretClipboard clipboard;
            clipboard.copy(Secret(Invented));
        }
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    }

    void aMessageActsOnceAndGoes()
    {
        MessageBar bar;
        int acted = 0;
        bar.show({Message::Level::Success, u"Key deleted"_s, u"Undo"_s, [&acted] { ++acted; }});
        QVERIFY(bar.isShowing());
        QCOMPARE(test::accessibilityProblems(&bar), QStringList());
        bar.act();
        bar.act();
        QCOMPARE(acted, 1);
        QVERIFY(!bar.isShowing());
    }

    void aMessageWithATimeGoesByItself()
    {
        QCursor::setPos(700, 500); // a message under the pointer stays
        QWidget window; // … and so does one that has the focus
        QLineEdit elsewhere(&window);
        MessageBar bar(&window);
        window.show();
        elsewhere.setFocus();
        QSignalSpy spy(&bar, &MessageBar::closed);
        bar.show({Message::Level::Info, u"for a moment"_s, {}, {}, 10});
        QTRY_COMPARE(spy.count(), 1);
        QVERIFY(!bar.isShowing());
    }

    /// WCAG 2.1: 4.5 for texts, 3 for what is not text.
    void contrastHolds_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void contrastHolds()
    {
        QFETCH(bool, dark);
        m_theme->choose(dark ? u"dark"_s : u"light"_s);
        const QPalette p = Theme::palette(dark);
        for (const QPalette::ColorRole background : {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button}) {
            for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::PlaceholderText, QPalette::Link})
                QVERIFY2(test::contrast(p.color(role), p.color(background)) >= 4.5, qPrintable(u"role %1 on %2"_s.arg(int(role)).arg(int(background))));
            for (const Tone tone : {Tone::Good, Tone::Caution, Tone::Bad, Tone::Muted})
                QVERIFY2(test::contrast(Theme::color(tone), p.color(background)) >= 4.5, qPrintable(u"tone %1 on %2"_s.arg(int(tone)).arg(int(background))));
            QVERIFY(test::contrast(Theme::color(Tone::Accent), p.color(background)) >= 3);
        }
        QVERIFY(test::contrast(Theme::color(Tone::AccentText), Theme::color(Tone::Accent)) >= 4.5);
        QVERIFY(test::contrast(p.color(QPalette::ToolTipText), p.color(QPalette::ToolTipBase)) >= 4.5);
        m_theme->choose(u"light"_s);
    }

    /// Colours have one home.
    void noColourOutsideTheTheme()
    {
        static const QRegularExpression hex(u"\"#[0-9a-fA-F]{3,8}\\b|QColor\\(\\s*(0x|\\d)|Qt::(red|green|blue|yellow|gray|darkGray|lightGray|white|black)\\b"_s);
        QDirIterator files(QStringLiteral(SOURCE_ROOT) + u"/ui"_s, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith("theme/Theme.cpp"_L1))
                continue;
            ++seen;
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QRegularExpressionMatch match = hex.match(QString::fromUtf8(file.readAll()));
            QVERIFY2(!match.hasMatch(), qPrintable(file.fileName() + u": "_s + match.captured()));
        }
        QVERIFY(seen > 5);
    }

    /// Every icon that a source names exists.
    void everyIconExists()
    {
        static const QRegularExpression name(u"(?:icons::icon\\(|EmptyState\\()u\"([a-z-]+)\"_s"_s);
        QDirIterator files(QStringLiteral(SOURCE_ROOT) + u"/ui"_s, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        int names = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto it = name.globalMatch(text); it.hasNext();) {
                const QString icon = it.next().captured(1);
                ++names;
                QVERIFY2(!icons::icon(icon).isNull(), qPrintable(file.fileName() + u": no icon "_s + icon));
            }
        }
        QVERIFY(names > 0);
        QVERIFY(icons::icon(u"no-such-icon"_s).isNull());
        QVERIFY(!icons::icon(u"copy"_s).pixmap(16, 16).toImage().isNull());
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
