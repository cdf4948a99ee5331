// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/DemoKey.h"
#include "models/KeysModel.h"
#include "pages/KeysPage.h"
#include "preferences/TestMemory.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"
#include "words/KeyWords.h"

#include <QTimeZone>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class TestKeysPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(u"light"_s); }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        m_translations.choose(u"en"_s);
        m_console = std::make_unique<test::FakeConsole>(test::FakeConsole::Start::Sample);
    }
    void cleanup() { m_page.reset(); }

    void rowsSayWhatTheyAre()
    {
        GatewayKey demo = makeDemoKey();
        demo.id = u"key_demo"_s;
        m_console->stored.keys[2] = demo;
        open();
        QTRY_COMPARE(cell(u"key_tutorial"_s, KeysModel::Week).data(KeysModel::TrafficRole).value<KeyTraffic>().weekRequests, 26);
        QCOMPARE(status(u"key_tutorial"_s).word, u"On"_s);
        QCOMPARE(status(u"key_old"_s).word, u"Paused"_s);
        QVERIFY(cell(u"key_demo"_s, 0).data(KeysModel::DemoRole).toBool());
        QVERIFY(!cell(u"key_tutorial"_s, 0).data(KeysModel::DemoRole).toBool());
        QVERIFY(cell(u"key_tutorial"_s, 0).data(KeysModel::TailRole).toString().endsWith(u"rial"_s));
        QVERIFY2(cell(u"key_shop"_s, KeysModel::Chain).data(Qt::AccessibleTextRole).toString().contains(u"Only one model: no failover possible"_s), "");
        QVERIFY2(cell(u"key_tutorial"_s, KeysModel::Week).data(Qt::AccessibleTextRole).toString().contains(u"last used"_s), "");
        const QString texts = test::everyText(m_page.get()).join(u'\n');
        for (const GatewayKey &key : m_console->stored.keys)
            QVERIFY(!texts.contains(QString::fromLatin1(key.secret.reveal())));
    }

    /// How much of its limits a key has used is in its row, and follows.
    void limitsAreSeen()
    {
        open();
        const auto use = [](LimitKind kind, qint64 used) { return LimitUse{LimitUse::Of::Key, u"key_tutorial"_s, kind, used, 100}; };
        QVERIFY(!cell(u"key_tutorial"_s, KeysModel::State).data(KeysModel::LimitRole).isValid());
        m_console->setLimits({use(LimitKind::TokensPerDay, 42), use(LimitKind::TokensPerMonth, 7)});
        QCOMPARE(cell(u"key_tutorial"_s, KeysModel::State).data(KeysModel::LimitRole).value<LimitUse>().used, 42);
        QCOMPARE(status(u"key_tutorial"_s).word, u"On"_s);
        QVERIFY2(status(u"key_tutorial"_s).sentence.contains(u"tokens today: 42 of 100 (42 %) · tokens this month: 7 of 100 (7 %)"_s),
                 qPrintable(status(u"key_tutorial"_s).sentence));
        m_console->setLimits({use(LimitKind::TokensPerDay, 42), use(LimitKind::TokensPerMonth, 80)});
        QCOMPARE(status(u"key_tutorial"_s).tone, Tone::Caution);
        m_console->setLimits({use(LimitKind::TokensPerDay, 100), use(LimitKind::TokensPerMonth, 80)});
        QCOMPARE(status(u"key_tutorial"_s).word, u"Over limit"_s);
        QCOMPARE(status(u"key_tutorial"_s).tone, Tone::Bad);
        m_console->setLimits({use(LimitKind::FreeTokens, 100)}); // other models of the chain still answer
        QCOMPARE(status(u"key_tutorial"_s).tone, Tone::Caution);
        m_console->setLimits({});
        QCOMPARE(status(u"key_tutorial"_s).word, u"On"_s);
        QCOMPARE(status(u"key_old"_s).word, u"Paused"_s);
    }

    void states_data()
    {
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<int>("expiresIn"); // seconds; 0: never
        QTest::addColumn<int>("perDay");
        QTest::addColumn<int>("usedToday");
        QTest::addColumn<QString>("word");
        QTest::newRow("on") << true << 0 << 0 << 100 << u"On"_s;
        QTest::newRow("paused") << false << 0 << 0 << 0 << u"Paused"_s;
        QTest::newRow("expired wins over paused") << false << -5 << 0 << 0 << u"Expired"_s;
        QTest::newRow("expires later") << true << 60 << 0 << 0 << u"On"_s;
        QTest::newRow("below its limit") << true << 0 << 100 << 99 << u"On"_s;
        QTest::newRow("at its limit") << true << 0 << 100 << 100 << u"Over limit"_s;
    }
    void states()
    {
        QFETCH(bool, enabled);
        QFETCH(int, expiresIn);
        QFETCH(int, perDay);
        QFETCH(int, usedToday);
        QFETCH(QString, word);
        const QDateTime now(QDate(2030, 1, 2), QTime(3, 4), QTimeZone::utc());
        GatewayKey key;
        key.enabled = enabled;
        if (expiresIn)
            key.expiresAt = now.addSecs(expiresIn);
        key.limits.tokensPerDay = perDay;
        QCOMPARE(words::keyStatus(key, usedToday, 0, now).word, word);
    }

    void warnings_data()
    {
        using Member = words::ChainMember;
        QTest::addColumn<QList<Member>>("chain");
        QTest::addColumn<int>("count");
        const Member a{u"a"_s, ModelType::Chat, false}, b{u"b"_s, ModelType::Chat, false}, r{u"b"_s, ModelType::Reasoning, false};
        const Member demo{BuiltInChannelId, ModelType::Chat, true};
        QTest::newRow("two channels") << QList<Member>{a, b} << 0;
        QTest::newRow("one model") << QList<Member>{a} << 1;
        QTest::newRow("one channel") << QList<Member>{a, a} << 1;
        QTest::newRow("built-in only: no outage of others") << QList<Member>{demo, demo} << 0;
        QTest::newRow("a type alone") << QList<Member>{a, b, r} << 1;
        QTest::newRow("one channel, two types alone") << QList<Member>{b, r} << 3;
    }
    void warnings()
    {
        QFETCH(QList<words::ChainMember>, chain);
        QFETCH(int, count);
        QCOMPARE(words::chainWarnings(chain).size(), count);
    }

    void keysAndButtonsWish_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("button");
        QTest::addColumn<Wish>("wish");
        const QString id = u"key_shop"_s;
        QTest::newRow("V") << int(Qt::Key_V) << u"keys.view."_s << Wish::make(Wish::What::ViewKey, id);
        QTest::newRow("Enter") << int(Qt::Key_Return) << QString() << Wish::make(Wish::What::ViewKey, id);
        QTest::newRow("C") << int(Qt::Key_C) << u"keys.code."_s << Wish::make(Wish::What::ViewCode, id);
        QTest::newRow("U") << int(Qt::Key_U) << u"keys.usage."_s << Wish::show(PageId::Usage, id);
        QTest::newRow("D") << int(Qt::Key_D) << QString() << Wish::show(PageId::Drill, id);
        QTest::newRow("E") << int(Qt::Key_E) << QString() << Wish::make(Wish::What::EditKey, id);
    }
    void keysAndButtonsWish()
    {
        QFETCH(int, key);
        QFETCH(QString, button);
        QFETCH(Wish, wish);
        open();
        m_page->focusOn(u"key_shop"_s);
        QSignalSpy wished(m_page.get(), &Page::wished);
        QTest::keyClick(table(), Qt::Key(key));
        QCOMPARE(wished.count(), 1);
        QCOMPARE(wished.last().first().value<Wish>(), wish);
        if (button.isEmpty())
            return;
        m_page->focusOn(u"key_demo"_s); // a row's button means its own row
        QTest::mouseClick(m_page->findChild<QPushButton *>(button + u"key_shop"_s), Qt::LeftButton);
        QCOMPARE(wished.count(), 2);
        QCOMPARE(wished.last().first().value<Wish>(), wish);
    }

    void aLetterInTheFilterIsALetter()
    {
        open();
        QSignalSpy wished(m_page.get(), &Page::wished);
        m_page->filterField()->setFocus();
        QTest::keyClicks(m_page->filterField(), u"vcue"_s);
        QCOMPARE(wished.count(), 0);
        QCOMPARE(m_page->findChild<QLineEdit *>(u"keys.filter"_s)->text(), u"vcue"_s);
        auto *clear = m_page->findChild<QPushButton *>(u"keys.noMatch.primary"_s);
        QVERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QVERIFY(table()->isVisible());
        QCOMPARE(table()->model()->rowCount(), 4);
    }

    void pausing()
    {
        open();
        m_page->focusOn(u"key_shop"_s);
        QTest::keyClick(table(), Qt::Key_P);
        QTRY_COMPARE(status(u"key_shop"_s).word, u"Paused"_s);
        QVERIFY(!m_console->stored.keyNamed(u"shop-assistant")->enabled);
        QCOMPARE(m_page->findChild<QAction *>(u"keys.pause"_s)->text(), u"Resume"_s);
        QTest::keyClick(table(), Qt::Key_P);
        QTRY_VERIFY(m_console->stored.keyNamed(u"shop-assistant")->enabled);
    }

    void deletingCanBeUndone()
    {
        open();
        const QList<GatewayKey> before = m_console->stored.keys;
        m_page->focusOn(u"key_shop"_s);
        Message message;
        connect(m_page.get(), &Page::said, this, [&message](const Message &said) { message = said; });
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_VERIFY(message.action);
        QVERIFY(!m_console->stored.keyNamed(u"shop-assistant"));
        QCOMPARE(m_page->model()->rowOf(u"key_shop"_s), -1);
        QVERIFY(message.text.contains(u"shop-assistant"_s));
        message.action();
        QTRY_COMPARE(m_console->stored.keys.size(), before.size());
        QVERIFY2(m_console->stored.keys == before, "its secret, its place and everything else are back");
    }

    /// Nobody here knows the secret then; the store does.
    void deletingWhileLockedIsUndoneByTheStore()
    {
        for (GatewayKey &key : m_console->stored.keys)
            key.secret = Secret();
        m_console->gateway.vault.locked = true;
        open();
        m_page->focusOn(u"key_shop"_s);
        Message message;
        connect(m_page.get(), &Page::said, this, [&message](const Message &said) { message = said; });
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_VERIFY(message.action);
        m_console->deletedObjects.append({DeletedObject::Kind::Key, u"key_shop"_s, u"shop-assistant"_s, QDateTime::currentDateTimeUtc(), {}});
        message.action();
        QTRY_VERIFY(m_console->calls.contains(u"restore key_shop"_s));
    }

    void failuresAreSaid()
    {
        open();
        m_page->focusOn(u"key_shop"_s);
        Message message;
        connect(m_page.get(), &Page::said, this, [&message](const Message &said) { message = said; });
        m_console->nextError = Error{ErrorKind::Unavailable, u"The disk is full."_s, {}};
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(message.level, Message::Level::Error);
        QVERIFY(message.text.contains(u"The disk is full."_s));
        QVERIFY(m_console->stored.keyNamed(u"shop-assistant"));
    }

    void theUsageThatCannotBeReadIsSaidInPlace()
    {
        open();
        m_console->nextError = Error{ErrorKind::Unavailable, u"The database is busy."_s, {}};
        m_page->refresh();
        QTRY_VERIFY(test::everyText(m_page.get()).join(u'\n').contains(u"The database is busy."_s));
        QVERIFY(table()->isVisible());
    }

    void trafficCountsOn()
    {
        open();
        QTRY_COMPARE(traffic(u"key_tutorial"_s).weekRequests, 26);
        ExchangeRecord exchange = m_console->exchangesNewestFirst.first();
        exchange.keyId = u"key_tutorial"_s;
        exchange.time = WallTime(Milliseconds(QDateTime::currentMSecsSinceEpoch()));
        ExchangeRecord drill = exchange;
        drill.kind = ExchangeKind::Drill;
        m_console->record({exchange, drill});
        QCOMPARE(traffic(u"key_tutorial"_s).weekRequests, 27);
        QVERIFY(traffic(u"key_tutorial"_s).lastUsed.secsTo(QDateTime::currentDateTime()) < 60);
    }

    void withoutKeysThereIsOneThingToDo()
    {
        m_console = std::make_unique<test::FakeConsole>();
        open();
        QSignalSpy wished(m_page.get(), &Page::wished);
        QTest::mouseClick(m_page->findChild<QPushButton *>(u"keys.empty.primary"_s), Qt::LeftButton);
        QTest::mouseClick(m_page->findChild<QPushButton *>(u"keys.empty.secondary"_s), Qt::LeftButton);
        QCOMPARE(wished.at(0).first().value<Wish>(), Wish::make(Wish::What::CreateKey));
        QCOMPARE(wished.at(1).first().value<Wish>(), Wish::make(Wish::What::SeeDemo));
        QVERIFY(!m_page->findChild<QPushButton *>(u"keys.create"_s)->isVisible());
    }

    void dataThatCannotBeOpenedIsNoEmptyList()
    {
        m_console = std::make_unique<test::FakeConsole>();
        m_console->gateway.phase = GatewayState::Phase::Broken;
        m_console->gateway.problem = Error{ErrorKind::Unavailable, u"The disk has gone."_s, {}};
        open();
        QVERIFY(test::everyText(m_page.get()).join(u'\n').contains(u"The disk has gone."_s));
        QVERIFY(!m_page->findChild<QPushButton *>(u"keys.empty.primary"_s)->isVisible());
    }

    void theModelChangesInPlace()
    {
        KeysModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load(*m_console, m_tests);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        m_console->stored.keys.removeAt(1);
        GatewayKey added = m_console->stored.keys[0];
        added.id = u"key_new"_s;
        m_console->stored.keys.insert(1, added);
        m_console->stored.keys.move(0, 3);
        model.load(*m_console, m_tests);
        QCOMPARE(resets.count(), 0);
        QVERIFY(inserts.count() > 0);
        QCOMPARE(model.rowCount(), 4);
        for (int row = 0; row < 4; ++row)
            QCOMPARE(model.idAt(row), m_console->stored.keys[row].id);
    }

    void manyKeysHaveButtonsOnlyWhereOneIs()
    {
        const GatewayKey first = m_console->stored.keys[0];
        for (int i = 0; i < 60; ++i) {
            GatewayKey key = first;
            key.id = u"key_%1"_s.arg(i);
            key.name = u"many-%1"_s.arg(i);
            key.secret = Secret("sk-us_InventedInventedInventedInvented" + QByteArray::number(1000 + i));
            m_console->stored.keys.append(key);
        }
        open();
        const auto withButtons = [this] {
            int rows = 0;
            for (int row = 0; row < table()->model()->rowCount(); ++row)
                rows += table()->indexWidget(table()->model()->index(row, KeysModel::Actions)) != nullptr;
            return rows;
        };
        m_page->focusOn(u"key_30"_s);
        QCOMPARE(withButtons(), 1);
        QTest::keyClick(table(), Qt::Key_Down);
        QCOMPARE(withButtons(), 1);
        QVERIFY(m_page->findChild<QPushButton *>(u"keys.view.key_31"_s));
    }

    void everybodyCanUseIt_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh_CN") << u"zh_CN"_s;
    }
    void everybodyCanUseIt()
    {
        QFETCH(QString, language);
        open();
        m_translations.choose(language);
        QCoreApplication::processEvents();
        QCOMPARE(m_page->size(), QSize(804, 590));
        QCOMPARE(test::accessibilityProblems(m_page.get()), QStringList());
        QCOMPARE(test::clippedTexts(m_page.get()), QStringList());
        QVERIFY2(table()->horizontalHeader()->length() <= table()->viewport()->width(), "no horizontal scrolling");
        QVERIFY2(table()->columnWidth(KeysModel::Chain) >= 150, qPrintable(QString::number(table()->columnWidth(KeysModel::Chain))));
    }

private:
    void open()
    {
        m_page = std::make_unique<KeysPage>(*m_console, m_tests);
        m_page->resize(804, 590);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    QTableView *table() const { return m_page->findChild<QTableView *>(u"keys.table"_s); }
    QModelIndex cell(const QString &id, int column) const { return m_page->model()->index(m_page->model()->rowOf(id), column); }
    Status status(const QString &id) const { return cell(id, KeysModel::State).data(KeysModel::StatusRole).value<Status>(); }
    KeyTraffic traffic(const QString &id) const { return cell(id, KeysModel::Week).data(KeysModel::TrafficRole).value<KeyTraffic>(); }

    QTemporaryDir m_folder;
    TestMemory m_tests{m_folder.filePath(u"tests.ini"_s)};
    Translations m_translations;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::FakeConsole> m_console;
    std::unique_ptr<KeysPage> m_page;
};

QTEST_MAIN(TestKeysPage)
#include "tst_keyspage.moc"
