// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ProvidersModel.h"
#include "pages/ModelsPage.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

/// Layouts inside scroll areas take a few rounds.
void settle()
{
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

} // namespace

class TestModelsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(u"light"_s); }
    void cleanupTestCase() { m_theme.reset(); }
    void init() { make(test::FakeConsole::Start::Sample); }
    void cleanup()
    {
        m_page.reset();
        m_console.reset();
    }

    void theSixOfTheSeriesComeFirst()
    {
        const QStringList first{u"ark"_s, u"deepseek"_s, u"bailian"_s, u"siliconflow"_s, u"tencent-lkeap"_s, u"qianfan"_s};
        for (int row = 0; row < first.size(); ++row)
            QCOMPARE(idAt(row), first[row]);
        QCOMPARE(idAt(rows() - 1), u"office"_s); // the user's own last
        for (int row = 0; row < rows(); ++row)
            QVERIFY(idAt(row) != BuiltInChannelId);
    }

    void theModelIsWellBehaved()
    {
        ProvidersModel model(*m_console, *m_tests);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Configuration configuration = m_console->stored;
        configuration.channels.removeLast();
        m_console->setConfiguration(configuration);
        model.update();
        configuration.providers.clear();
        m_console->setConfiguration(configuration);
        model.update();
        QCOMPARE(model.row(u"office"_s), -1);
    }

    void aRowTellsWhatMatters()
    {
        const int row = rowOf(u"siliconflow"_s);
        QCOMPARE(text(row, ProvidersModel::Channels), u"2"_s);
        QVERIFY2(text(row, ProvidersModel::LastDay).contains(u" · "_s), qPrintable(text(row, ProvidersModel::LastDay)));
        const QString sentence = index(row, ProvidersModel::HealthColumn).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(sentence.contains(u"2 channel"_s) && sentence.contains(u"SiliconFlow"_s), qPrintable(sentence));
        QVERIFY(text(rowOf(u"deepseek"_s), ProvidersModel::HealthColumn).contains(u"attention"_s));
        QCOMPARE(text(rowOf(u"ark"_s), ProvidersModel::HealthColumn), u"Not connected"_s);
    }

    void itFollowsTheGateway()
    {
        m_console->setHealth({});
        m_console->exchangesNewestFirst.clear();
        m_console->setGateway(m_console->gateway);
        QTRY_COMPARE(text(rowOf(u"deepseek"_s), ProvidersModel::HealthColumn), u"Not tested"_s);
    }

    void startHereOnlyWhenNothingIs()
    {
        QVERIFY(!index(0, 0).data(ProvidersModel::DetailRole).toString().contains(u"Start here"_s));
        make(test::FakeConsole::Start::Empty);
        QVERIFY(rows() > 20);
        QVERIFY(index(0, 0).data(ProvidersModel::DetailRole).toString().contains(u"Start here"_s));
    }

    void wishesOfARow_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("wish");
        QTest::newRow("C") << int(Qt::Key_C) << QString() << int(Wish::What::CreateChannel);
        QTest::newRow("K") << int(Qt::Key_K) << QString() << int(Wish::What::CreateKey);
        QTest::newRow("create channel") << 0 << u"models.createChannel"_s << int(Wish::What::CreateChannel);
        QTest::newRow("create key") << 0 << u"models.createKey"_s << int(Wish::What::CreateKey);
    }
    void wishesOfARow()
    {
        QFETCH(int, key);
        QFETCH(QString, button);
        QFETCH(int, wish);
        QSignalSpy wished(m_page.get(), &Page::wished);
        const int row = rowOf(u"siliconflow"_s);
        if (key != 0) {
            table()->setCurrentIndex(index(row, 0));
            QTest::keyClick(table(), Qt::Key(key));
        } else {
            QTest::mouseClick(table()->indexWidget(index(row, ProvidersModel::Actions))->findChild<QPushButton *>(button), Qt::LeftButton);
        }
        QCOMPARE(wished.count(), 1);
        QCOMPARE(wished.first().first().value<Wish>(), Wish::make(Wish::What(wish), u"siliconflow"_s));
    }

    void theNumberOpensTheChannelsAndEscapeLeavesThem()
    {
        QTest::mouseClick(table()->indexWidget(index(rowOf(u"siliconflow"_s), ProvidersModel::Channels))->findChild<QPushButton *>(), Qt::LeftButton);
        auto *channels = m_page->findChild<QTableView *>(u"channels.table"_s);
        QVERIFY(channels->isVisible());
        QCOMPARE(channels->model()->rowCount(), 2);
        QTest::keyClick(channels, Qt::Key_Escape);
        QVERIFY(!channels->isVisible());
        QVERIFY(table()->hasFocus());
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(channels->isVisible());
    }

    void filters()
    {
        auto *filter = qobject_cast<QLineEdit *>(m_page->filterField());
        QTest::keyClicks(filter, u"silicon"_s);
        QCOMPARE(rows(), 2);
        QVERIFY(table()->indexWidget(index(0, ProvidersModel::Actions))); // buttons come with the rows
        QTest::keyClicks(filter, u"zzz"_s);
        QVERIFY(!table()->isVisible());
        auto *clear = m_page->findChild<QPushButton *>(u"models.noMatch.primary"_s);
        QVERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QVERIFY(table()->isVisible());
        auto *configured = m_page->findChild<QCheckBox *>(u"models.configured"_s);
        configured->click();
        QCOMPARE(rows(), 3);
        QVERIFY(table()->indexWidget(index(2, ProvidersModel::Actions)));
    }

    void sortsAndKeepsTheButtonsWithTheirRows()
    {
        table()->sortByColumn(ProvidersModel::HealthColumn, Qt::DescendingOrder);
        QCOMPARE(idAt(0), u"deepseek"_s);
        QSignalSpy wished(m_page.get(), &Page::wished);
        QTest::mouseClick(table()->indexWidget(index(0, ProvidersModel::Actions))->findChild<QPushButton *>(u"models.createChannel"_s), Qt::LeftButton);
        QCOMPARE(wished.first().first().value<Wish>().id, u"deepseek"_s);
    }

    void tabReachesOnlyTheButtonsOfTheCurrentRow()
    {
        table()->setCurrentIndex(index(3, 0));
        const auto policy = [this](int row) { return table()->indexWidget(index(row, ProvidersModel::Actions))->findChild<QPushButton *>()->focusPolicy(); };
        QVERIFY(policy(3) & Qt::TabFocus);
        QVERIFY(!(policy(4) & Qt::TabFocus));
        table()->setCurrentIndex(index(4, 0));
        QVERIFY(!(policy(3) & Qt::TabFocus));
        QVERIFY(policy(4) & Qt::TabFocus);
    }

    void testAllAsksOnceAndSkipsWhatMustNotBeTested()
    {
        Configuration configuration = m_console->stored;
        configuration.channels[2].autoTest = false; // deepseek-1; siliconflow-2 is paused
        m_console->setConfiguration(configuration);
        QSignalSpy said(m_page.get(), &Page::said);
        m_console->testStages.last().state = StageState::Passed;
        QTest::mouseClick(button("models.testAll"), Qt::LeftButton);
        auto *box = m_page->findChild<QMessageBox *>(u"ask"_s);
        QVERIFY(box);
        QVERIFY(box->text().contains(u"2"_s));
        QVERIFY(box->informativeText().contains(u"20"_s)); // the cost
        QVERIFY(!m_console->calls.contains(u"test siliconflow-1"_s));
        QTest::mouseClick(box->findChild<QPushButton *>(u"ask.choice1"_s), Qt::LeftButton);
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(m_console->calls.contains(u"test siliconflow-1"_s) && m_console->calls.contains(u"test office-1"_s));
        QVERIFY(!m_console->calls.contains(u"test deepseek-1"_s) && !m_console->calls.contains(u"test siliconflow-2"_s));
        QVERIFY(m_tests->last(u"siliconflow-1"_s)->passed);
        QCOMPARE(said.first().first().value<Message>().level, Message::Level::Success);
        QCOMPARE(button("models.testAll")->text(), u"Test All"_s);
    }

    void testAllTellsWhatFailedAndCanBeCancelled()
    {
        QSignalSpy said(m_page.get(), &Page::said);
        QTest::mouseClick(button("models.testAll"), Qt::LeftButton);
        QTest::mouseClick(m_page->findChild<QPushButton *>(u"ask.choice1"_s), Qt::LeftButton);
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(said.first().first().value<Message>().text.contains(u"deepseek-1"_s));
        QVERIFY(!m_tests->last(u"deepseek-1"_s)->passed);
        m_console->holdReplies = true;
        QTest::mouseClick(button("models.testAll"), Qt::LeftButton);
        QTest::mouseClick(m_page->findChildren<QPushButton *>(u"ask.choice1"_s).last(), Qt::LeftButton);
        QTRY_VERIFY(button("models.testAll")->text().startsWith("Cancel"_L1));
        QTest::mouseClick(button("models.testAll"), Qt::LeftButton);
        QCOMPARE(button("models.testAll")->text(), u"Test All"_s);
    }

    void aProviderOfOnesOwnCanBeDeletedAndComesBack()
    {
        Configuration configuration = m_console->stored;
        configuration.channels.removeLast();
        m_console->setConfiguration(configuration);
        QSignalSpy said(m_page.get(), &Page::said);
        table()->setCurrentIndex(index(rowOf(u"office"_s), 0));
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(!m_console->stored.provider(u"office"));
        said.first().first().value<Message>().action();
        QTRY_VERIFY(m_console->stored.provider(u"office"));
    }

    void aProviderWithChannelsIsNotDeleted()
    {
        QSignalSpy said(m_page.get(), &Page::said);
        table()->setCurrentIndex(index(rowOf(u"office"_s), 0));
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(said.count(), 1);
        QVERIFY(m_console->stored.provider(u"office"));
        QVERIFY(m_page->findChild<QTableView *>(u"channels.table"_s)->isVisible());
    }

    void builtInModelsAndTheirFreeTokens()
    {
        Provider ollama = *m_console->catalogue().provider(u"ollama");
        ollama.models = {Model{u"llama3:8b"_s, {}, ModelType::Chat, 8, 0, {}, {}, {}}};
        m_console->runtimes = {ollama};
        m_page->findChild<QTabWidget *>(u"models.tabs"_s)->setCurrentIndex(1);
        auto *list = m_page->findChild<QTableView *>(u"models.builtIn"_s);
        QTRY_COMPARE(list->model()->rowCount(), int(m_console->catalogue().builtIn().models.size()) + 1);
        auto *bar = m_page->findChild<QProgressBar *>(u"models.freeTokens"_s);
        QTRY_VERIFY(bar->accessibleDescription().contains(u"603"_s));
        QVERIFY(m_page->findChild<QProgressBar *>(u"models.freeTokensHighest"_s)->accessibleName().contains(u"tutorial"_s));
        QSignalSpy wished(m_page.get(), &Page::wished);
        QTest::mouseClick(button("models.createBuiltInKey"), Qt::LeftButton);
        QCOMPARE(wished.first().first().value<Wish>(), Wish::make(Wish::What::CreateKey, BuiltInChannelId));
    }

    void looksRight_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    void looksRight()
    {
        QFETCH(QString, language);
        Translations translations;
        for (int tab = 0; tab < 2; ++tab) {
            make(test::FakeConsole::Start::Sample);
            translations.choose(u"en"_s);
            translations.choose(language); // while it is there
            m_page->findChild<QTabWidget *>(u"models.tabs"_s)->setCurrentIndex(tab);
            settle();
            QVERIFY2(test::accessibilityProblems(m_page.get()).isEmpty(), qPrintable(test::accessibilityProblems(m_page.get()).join(u'\n')));
            QVERIFY2(test::clippedTexts(m_page.get()).isEmpty(), qPrintable(test::clippedTexts(m_page.get()).join(u'\n')));
        }
        translations.choose(u"en"_s);
    }

private:
    void make(test::FakeConsole::Start start)
    {
        m_page.reset();
        m_console = std::make_unique<test::FakeConsole>(start);
        m_folder = std::make_unique<QTemporaryDir>();
        m_tests = std::make_unique<TestMemory>(m_folder->filePath(u"tests.ini"_s));
        m_page = std::make_unique<ModelsPage>(*m_console, *m_tests);
        m_page->resize(804, 590);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        table()->setFocus();
    }
    QTableView *table() const { return m_page->findChild<QTableView *>(u"models.table"_s); }
    QPushButton *button(const char *name) const { return m_page->findChild<QPushButton *>(QString::fromLatin1(name)); }
    int rows() const { return table()->model()->rowCount(); }
    QModelIndex index(int row, int column) const { return table()->model()->index(row, column); }
    QString text(int row, int column) const { return index(row, column).data().toString(); }
    QString idAt(int row) const { return index(row, 0).data(ProvidersModel::IdRole).toString(); }
    int rowOf(const QString &provider) const
    {
        for (int row = 0; row < rows(); ++row) {
            if (idAt(row) == provider)
                return row;
        }
        return -1;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::FakeConsole> m_console;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestMemory> m_tests;
    std::unique_ptr<ModelsPage> m_page;
};

QTEST_MAIN(TestModelsPage)
#include "tst_modelspage.moc"
