// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ChannelsPanel.h"
#include "models/ChannelsModel.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"
#include "widgets/MessageBar.h"
#include "words/ChannelWords.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
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

class TestChannelsPanel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(u"light"_s); }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        m_console = std::make_unique<test::FakeConsole>(test::FakeConsole::Start::Sample);
        m_folder = std::make_unique<QTemporaryDir>();
        m_tests = std::make_unique<TestMemory>(m_folder->filePath(u"tests.ini"_s));
        m_panel = std::make_unique<ChannelsPanel>(*m_console, *m_tests);
        m_panel->resize(764, 500);
        m_panel->showProvider(u"siliconflow"_s);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        table()->setFocus();
    }
    void cleanup()
    {
        m_panel.reset();
        m_console.reset();
    }

    void showsChannelsWithoutTheirSecrets()
    {
        QCOMPARE(table()->model()->rowCount(), 2);
        const QString all = test::everyText(m_panel.get()).join(u'\n');
        QVERIFY(all.contains(u"my account"_s));
        QVERIFY(!all.contains(u"invented-credential-of"_s));
        QVERIFY(all.contains(u"tutorial"_s)); // who uses it
        QVERIFY2(all.contains(u"Last error: "_s), qPrintable(all));
        QCOMPARE(table()->model()->index(1, ChannelsModel::State).data().toString(), u"Paused"_s);
    }

    void saysHowMuchOfItsLimitsIsUsed()
    {
        const auto *limits = m_panel->findChild<QLabel *>(u"channels.limits"_s);
        QVERIFY(limits && !limits->isVisible());
        m_console->setLimits({{LimitUse::Of::Channel, u"siliconflow-1"_s, LimitKind::TokensPerMonth, 820, 1000},
                              {LimitUse::Of::Channel, u"deepseek-1"_s, LimitKind::TokensPerMonth, 5, 10}});
        QVERIFY(limits->isVisible());
        QVERIFY2(limits->text().contains(u"tokens this month: 820 of 1,000 (82 %)"_s), qPrintable(limits->text()));
        QVERIFY(!limits->text().contains(u"5 of 10"_s));
        m_console->setLimits({});
        QVERIFY(!limits->isVisible());
    }

    void theModelIsWellBehaved()
    {
        ChannelsModel model(*m_console, *m_tests);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProvider(u"siliconflow"_s);
        m_console->setConfiguration({});
        model.update();
        QCOMPARE(model.rowCount(), 0);
    }

    void deletingSaysFirstWhatItHits()
    {
        const Configuration before = m_console->stored;
        QSignalSpy said(m_panel.get(), &ChannelsPanel::said);
        QTest::keyClick(table(), Qt::Key_Delete);
        QVERIFY(bar()->isShowing());
        const QString text = bar()->message().text;
        QVERIFY2(text.contains(u"tutorial"_s) && text.contains(u"nightly-batch"_s) && text.contains(u"becomes"_s), qPrintable(text));
        QVERIFY(m_console->stored == before); // nothing yet
        bar()->act();
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(!m_console->stored.channel(u"siliconflow-1"));
        QCOMPARE(m_console->stored.keys.first().chain.size(), 1);
        // Undo puts the channel and the chains back.
        const Message message = said.first().first().value<Message>();
        QCOMPARE(message.lastsMs, Message::UndoMs);
        message.action();
        QTRY_VERIFY(m_console->stored.channel(u"siliconflow-1"));
        QCOMPARE(m_console->stored.keys, before.keys);
        QVERIFY(*m_console->stored.channel(u"siliconflow-1") == *before.channel(u"siliconflow-1"));
    }

    void aChannelOfNoKeyIsDeletedAtOnce()
    {
        m_panel->showProvider(u"office"_s);
        QSignalSpy said(m_panel.get(), &ChannelsPanel::said);
        m_panel->remove();
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(!m_console->stored.channel(u"office-1"));
        QVERIFY(m_panel->findChild<QPushButton *>(u"channels.empty.primary"_s)->isVisible());
    }

    void theLastModelOfAKeyForbids()
    {
        m_panel->showProvider(u"deepseek"_s);
        QSignalSpy wished(m_panel.get(), &ChannelsPanel::wished);
        m_panel->remove();
        QVERIFY(bar()->isShowing());
        QVERIFY(bar()->message().text.contains(u"shop-assistant"_s));
        bar()->act();
        QCOMPARE(wished.first().first().value<Wish>(), Wish::make(Wish::What::EditKey, u"key_shop"_s));
        QVERIFY(m_console->stored.channel(u"deepseek-1"));
    }

    void aKeyThatChangedMeanwhileIsNotCut()
    {
        m_panel->remove();
        Configuration configuration = m_console->stored;
        configuration.keys.first().chain.removeLast(); // now the channel is all that is left
        m_console->setConfiguration(configuration);
        bar()->act();
        QTRY_VERIFY(bar()->isShowing());
        QCOMPARE(bar()->message().level, Message::Level::Error);
        QVERIFY(m_console->stored.channel(u"siliconflow-1"));
    }

    void pausesAndResumes()
    {
        m_panel->togglePause();
        QTRY_VERIFY(!m_console->stored.channel(u"siliconflow-1")->enabled);
        QCOMPARE(table()->model()->index(0, ChannelsModel::State).data().toString(), u"Paused"_s);
        m_panel->togglePause();
        QTRY_VERIFY(m_console->stored.channel(u"siliconflow-1")->enabled);
    }

    void duplicatesWithTheKeyAndAnotherName()
    {
        m_panel->duplicate();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        const Channel *copy = m_console->stored.channel(u"siliconflow-3");
        QVERIFY(copy);
        QVERIFY(copy->credential == m_console->stored.channel(u"siliconflow-1")->credential);
        QTRY_COMPARE(table()->currentIndex().row(), 2);
    }

    void testsAndRemembers()
    {
        QTest::mouseClick(table()->indexWidget(table()->model()->index(0, ChannelsModel::Actions))->findChild<QPushButton *>(u"channels.rowTest"_s), Qt::LeftButton);
        QTRY_VERIFY(m_tests->last(u"siliconflow-1"_s));
        QVERIFY(!m_tests->last(u"siliconflow-1"_s)->passed);
        QVERIFY(table()->model()->index(0, ChannelsModel::LastTest).data().toString().contains(u"Sign-in"_s));
        QVERIFY(!m_console->calls.contains(u"reset siliconflow-1"_s));
        m_console->testStages.last() = {TestStage::Completion, StageState::Passed, Milliseconds(300), {}, {}, {}, 0, {}};
        m_panel->test();
        QTRY_VERIFY(m_tests->last(u"siliconflow-1"_s)->passed);
        QVERIFY(m_console->calls.contains(u"reset siliconflow-1"_s)); // it works again: nothing to wait for
    }

    void theMenuHasEverything()
    {
        QTest::mouseClick(table()->indexWidget(table()->model()->index(0, ChannelsModel::Actions))->findChild<QToolButton *>(u"channels.rowMore"_s), Qt::LeftButton);
        auto *menu = m_panel->findChild<QMenu *>(u"channels.menu"_s);
        QVERIFY(menu);
        for (const char *name : {"edit", "test", "pause", "resetBreaker", "duplicate", "delete"})
            QVERIFY2(menu->findChild<QAction *>(u"channels."_s + QString::fromLatin1(name)), name);
        menu->findChild<QAction *>(u"channels.resetBreaker"_s)->trigger();
        QVERIFY(m_console->calls.contains(u"reset siliconflow-1"_s));
        menu->close();
    }

    void keys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("id");
        QTest::newRow("Enter edits") << int(Qt::Key_Return) << int(Wish::What::EditChannel) << u"siliconflow-1"_s;
        QTest::newRow("C creates") << int(Qt::Key_C) << int(Wish::What::CreateChannel) << u"siliconflow"_s;
    }
    void keys()
    {
        QFETCH(int, key);
        QFETCH(int, what);
        QFETCH(QString, id);
        QSignalSpy wished(m_panel.get(), &ChannelsPanel::wished);
        QTest::keyClick(table(), Qt::Key(key));
        QCOMPARE(wished.count(), 1);
        QCOMPARE(wished.first().first().value<Wish>(), Wish::make(Wish::What(what), id));
    }

    /// Every failure of a test says what to do, and never in the core's English.
    void everyStageHasWords_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    void everyStageHasWords()
    {
        QFETCH(QString, language);
        Translations translations;
        translations.choose(language);
        for (int stage = 0; stage < TestStageCount; ++stage) {
            for (const StageState state : {StageState::Passed, StageState::Warned, StageState::Failed, StageState::Skipped}) {
                for (int outcome = -1; outcome < OutcomeCount; ++outcome) {
                    StageResult result{TestStage(stage), state, Milliseconds(1), u"CORE TEXT"_s, u"CORE FIX"_s, {}, 0, {}};
                    if (outcome >= 0)
                        result.outcome = Outcome(outcome);
                    const words::StageWords said = words::stageWords(result, u"Acme"_s);
                    QVERIFY(!said.text.isEmpty() && !said.status.mark.isEmpty());
                    QVERIFY(!said.text.contains(u"CORE"_s) && !said.fix.contains(u"CORE"_s));
                    if (state == StageState::Failed)
                        QVERIFY(!said.fix.isEmpty());
                }
            }
        }
        translations.choose(u"en"_s);
    }

    void looksRight_data() { everyStageHasWords_data(); }
    void looksRight()
    {
        QFETCH(QString, language);
        Translations translations;
        translations.choose(language);
        m_panel->remove(); // with its warning
        m_panel->test();
        settle();
        QVERIFY2(test::accessibilityProblems(m_panel.get()).isEmpty(), qPrintable(test::accessibilityProblems(m_panel.get()).join(u'\n')));
        QVERIFY2(test::clippedTexts(m_panel.get()).isEmpty(), qPrintable(test::clippedTexts(m_panel.get()).join(u'\n')));
        m_panel->showProvider(u"ark"_s);
        settle();
        QVERIFY2(test::clippedTexts(m_panel.get()).isEmpty(), qPrintable(test::clippedTexts(m_panel.get()).join(u'\n')));
        translations.choose(u"en"_s);
    }

private:
    QTableView *table() const { return m_panel->findChild<QTableView *>(u"channels.table"_s); }
    MessageBar *bar() const { return m_panel->findChild<MessageBar *>(u"channels.bar"_s); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::FakeConsole> m_console;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestMemory> m_tests;
    std::unique_ptr<ChannelsPanel> m_panel;
};

QTEST_MAIN(TestChannelsPanel)
#include "tst_channelspanel.moc"
