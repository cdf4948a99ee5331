// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/HelpTopics.h"
#include "dialogs/HelpWindow.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"

#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

const QStringList Languages{u"en"_s, u"zh_CN"_s};

QStringList matches(const QString &text, const QString &pattern)
{
    QStringList all;
    for (auto it = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text); it.hasNext();)
        all.append(it.next().captured(1));
    return all;
}

} // namespace

class TestHelp : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(u"light"_s);
        m_translations.choose(u"en"_s);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void topics_data()
    {
        QTest::addColumn<QString>("topic");
        for (const QString &topic : help::topics())
            QTest::newRow(qPrintable(topic)) << topic;
    }
    /// Both languages have it, with the same parts and the same facts in code.
    void topics()
    {
        QFETCH(QString, topic);
        QStringList titles;
        for (const QString &language : Languages) {
            const QString text = help::text(topic, language);
            QVERIFY2(text.size() > 300, qPrintable(language));
            QVERIFY2(!help::title(topic, language).isEmpty(), qPrintable(language));
            titles.append(help::title(topic, language));
            for (const QString &link : matches(text, u"\\]\\(([^)]+)\\)"_s)) {
                QVERIFY2(link.endsWith(".md"_L1), qPrintable(u"%1/%2: the help is offline, but links to %3"_s.arg(language, topic, link)));
                QVERIFY2(help::topics().contains(link.chopped(3)), qPrintable(u"%1/%2: dead link %3"_s.arg(language, topic, link)));
            }
            QVERIFY2(!text.contains(u'!') && !text.contains(u'！'), qPrintable(language));
        }
        QVERIFY2(titles[0] != titles[1], "not translated");
        const QString en = help::text(topic, Languages[0]), zh = help::text(topic, Languages[1]);
        QCOMPARE(matches(zh, u"^(#+ )"_s), matches(en, u"^(#+ )"_s));
        QCOMPARE(matches(zh, u"^(\\|)"_s).size(), matches(en, u"^(\\|)"_s).size());
        QCOMPARE(matches(zh, u"\\]\\(([^)]+)\\)"_s), matches(en, u"\\]\\(([^)]+)\\)"_s));
        // Placeholders may be translated; headers, codes and addresses may not.
        const auto facts = [](const QString &text) {
            QStringList all = matches(text, u"`([^`\\n]*(?:[_-]|://|\\d{3}|\\+)[^`\\n]*)`"_s);
            all.sort();
            return all;
        };
        QCOMPARE(facts(zh), facts(en));
    }

    void nothingInTheFolderIsForgotten()
    {
        for (const QString &language : Languages) {
            QStringList files;
            const QStringList entries = QDir(QStringLiteral(SOURCE_ROOT) + u"/resources/help/"_s + language).entryList({u"*.md"_s});
            for (const QString &file : entries)
                files.append(file.chopped(3));
            QStringList topics = help::topics();
            topics.sort();
            QCOMPARE(files, topics);
        }
    }

    /// What a page or dialog names as its topic is one, or is known as another name of one.
    void everyTopicThatAPageNamesExists()
    {
        static const QRegularExpression said(u"helpTopic\\(\\) const override\\s*\\{\\s*return (?:QStringLiteral\\(|u)\"([^\"]+)\""_s);
        static const QRegularExpression wish(u"What::ShowHelp,\\s*u\"([^\"]+)\""_s);
        QDirIterator files(QStringLiteral(SOURCE_ROOT) + u"/ui"_s, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (const QRegularExpression &pattern : {said, wish}) {
                for (auto it = pattern.globalMatch(text); it.hasNext();) {
                    const QString id = it.next().captured(1);
                    QVERIFY2(id == "start"_L1 || help::topicFor(id) != "start"_L1 || id == "welcome"_L1 || id == "overview"_L1,
                             qPrintable(file.fileName() + u": no help topic "_s + id));
                }
            }
        }
    }

    void topicFor_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("topic");
        QTest::newRow("a topic") << u"billing"_s << u"billing"_s;
        QTest::newRow("a page") << u"models"_s << u"channels"_s;
        QTest::newRow("nothing") << QString() << u"start"_s;
        QTest::newRow("unknown") << u"no-such-thing"_s << u"start"_s;
    }
    void topicFor()
    {
        QFETCH(QString, id);
        QTEST(help::topicFor(id), "topic");
    }

    void searching()
    {
        QCOMPARE(help::search({}, u"en"_s), help::topics());
        QVERIFY(help::search(u"vault_locked"_s, u"en"_s).contains(u"troubleshooting"_s));
        QVERIFY(help::search(u"LIBSECRET debian"_s, u"en"_s).contains(u"troubleshooting"_s));
        QVERIFY(help::search(u"熔断"_s, u"zh_CN"_s).contains(u"channels"_s));
        QCOMPARE(help::search(u"xyzzy"_s, u"en"_s), QStringList());
    }

    void theWindowSearches()
    {
        HelpWindow window;
        window.openTopic(u"keys"_s);
        auto *needle = window.findChild<QLineEdit *>(u"help.search"_s);
        auto *list = window.findChild<QListWidget *>(u"help.topics"_s);
        auto *text = window.findChild<QTextBrowser *>(u"help.text"_s);
        QCOMPARE(list->count(), help::topics().size());
        QCOMPARE(list->currentItem()->text(), u"Keys and their order"_s);
        QTest::keyClicks(needle, u"libsecret"_s);
        QCOMPARE(list->count(), 1);
        QCOMPARE(window.topic(), u"troubleshooting"_s);
        QVERIFY(!text->extraSelections().isEmpty());
        needle->clear();
        QCOMPARE(list->count(), help::topics().size());
        QVERIFY(text->extraSelections().isEmpty());
        QTest::keyClicks(needle, u"xyzzy"_s);
        QVERIFY(window.findChild<QLabel *>(u"help.none"_s)->isVisible());
        QCOMPARE(window.topic(), u"troubleshooting"_s);
        needle->clear();
        QTest::keyClick(needle, Qt::Key_Down);
        QCOMPARE(window.topic(), u"glossary"_s);
    }

    void linksGoOnInside()
    {
        HelpWindow window;
        window.openTopic(u"start"_s);
        auto *text = window.findChild<QTextBrowser *>(u"help.text"_s);
        emit text->anchorClicked(QUrl(u"billing.md"_s));
        QCOMPARE(window.topic(), u"billing"_s);
        QVERIFY(text->toPlainText().startsWith("What is billed"_L1));
    }

    void itFollowsTheLanguage()
    {
        HelpWindow window;
        window.openTopic(u"billing"_s);
        m_translations.choose(u"zh_CN"_s);
        auto *text = window.findChild<QTextBrowser *>(u"help.text"_s);
        QTRY_VERIFY(text->toPlainText().startsWith(u"哪些会计费"_s));
        QCOMPARE(window.findChild<QListWidget *>(u"help.topics"_s)->currentItem()->text(), u"哪些会计费"_s);
        QCOMPARE(test::accessibilityProblems(&window), QStringList());
        m_translations.choose(u"en"_s);
        QTRY_VERIFY(text->toPlainText().startsWith("What is billed"_L1));
        QCOMPARE(test::accessibilityProblems(&window), QStringList());
        QCOMPARE(test::clippedTexts(&window), QStringList());
    }

    /// Nothing needs to be scrolled sideways, at the smallest size either.
    void nothingIsWiderThanTheWindow_data() { topics_data(); }
    void nothingIsWiderThanTheWindow()
    {
        QFETCH(QString, topic);
        HelpWindow window;
        window.resize(720, 520);
        window.openTopic(topic);
        auto *text = window.findChild<QTextBrowser *>(u"help.text"_s);
        for (const QString &language : Languages) {
            m_translations.choose(language);
            QCoreApplication::processEvents();
            QVERIFY2(text->document()->size().width() <= text->viewport()->width() + 1, qPrintable(language));
        }
        m_translations.choose(u"en"_s);
    }

private:
    std::unique_ptr<Theme> m_theme;
    Translations m_translations;
};

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
