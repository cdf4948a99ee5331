// SPDX-License-Identifier: GPL-3.0-or-later
// View Code: the texts, the secret that is in none of them, the run inside the program, and the line that tells of a request.
#include "configuration/DemoKey.h"
#include "dialogs/DemoSwitch.h"
#include "dialogs/ShareLinks.h"
#include "dialogs/ViewCodeDialog.h"
#include "models/AttemptModel.h"
#include "preferences/Preferences.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"
#include "widgets/ChipRow.h"
#include "widgets/ElidedLabel.h"
#include "widgets/MessageBar.h"
#include "widgets/SecretClipboard.h"
#include "widgets/SecretField.h"
#include "widgets/Waterfall.h"
#include "words/RecordWords.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

/// A dialog over a console of its own.
struct Bench {
    explicit Bench(const QString &keyId = u"key_tutorial"_s) : demo(console)
    {
        dialog = std::make_unique<ViewCodeDialog>(console, preferences, clipboard, &demo, keyId);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        QObject::connect(dialog.get(), &ViewCodeDialog::wished, dialog.get(), [this](const Wish &wish) { wishes.append(wish); });
        dialog->resize(860, 620);
        dialog->show();
        dialog->activateWindow();
    }
    template<typename T>
    T *find(const char *name) const
    {
        return dialog->findChild<T *>(u"viewCode."_s + QLatin1StringView(name));
    }
    QString code() const { return find<QPlainTextEdit>("text")->toPlainText(); }
    QString arrival() const { return find<ElidedLabel>("arrival")->fullText(); }
    QString verdict() const { return find<QLabel>("verdict")->text(); }
    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void tab(int index) const { find<QTabBar>("tabs")->setCurrentIndex(index); }
    ExchangeRecord received(const QString &id, const QString &userAgent) const
    {
        ExchangeRecord exchange = console.exchangesNewestFirst.first();
        exchange.id = id;
        exchange.keyId = dialog->keyId();
        exchange.userAgent = userAgent;
        return exchange;
    }
    QString secret() const { return QString::fromUtf8(console.stored.keyNamed(u"tutorial")->secret.reveal()); }

    QTemporaryDir folder;
    test::FakeConsole console{test::FakeConsole::Start::Sample};
    Preferences preferences{folder.filePath(u"console.ini"_s)};
    SecretClipboard clipboard;
    DemoSwitch demo;
    QList<Wish> wishes;
    std::unique_ptr<ViewCodeDialog> dialog;
};

} // namespace

class TestViewCode : public QObject {
    Q_OBJECT

public slots:
    void takeLink(const QUrl &url) { m_opened.append(url); }

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(u"light"_s); }
    void cleanupTestCase() { m_theme.reset(); }
    void init() { m_translations.choose(u"en"_s); }

    void texts_data()
    {
        QTest::addColumn<int>("tab");
        QTest::addColumn<bool>("stream");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QStringList>("contains");
        const QString small = u"demo/DeepSeek-R1-Distill-Qwen-7B"_s;
        QTest::newRow("curl") << 0 << true << u"auto"_s
                              << QStringList{u"curl --no-buffer 'http://127.0.0.1:17177/v1/chat/completions'"_s, u"$OPENAI_API_KEY"_s, u"\"model\": \"auto\""_s, u"\"stream\": true"_s,
                                             u"--max-time 600"_s};
        QTest::newRow("curl from the backup, whole") << 0 << false << small << QStringList{u"\"model\": \"demo/DeepSeek-R1-Distill-Qwen-7B\""_s, u"--max-time 371"_s};
        QTest::newRow("PowerShell") << 1 << false << u"auto"_s << QStringList{u"Invoke-RestMethod"_s, u"$env:OPENAI_API_KEY"_s};
        QTest::newRow("Python") << 2 << true << small << QStringList{u"from openai import OpenAI"_s, u"max_retries=0"_s, u"stream=True"_s, small};
        QTest::newRow("Node") << 3 << false << u"auto"_s << QStringList{u"maxRetries: 0"_s, u"process.env.OPENAI_API_KEY"_s};
        QTest::newRow(".env") << 4 << false << u"auto"_s << QStringList{u"OPENAI_BASE_URL=http://127.0.0.1:17177/v1"_s, u"OPENAI_MODEL=auto"_s};
    }
    void texts()
    {
        QFETCH(int, tab);
        QFETCH(bool, stream);
        QFETCH(QString, model);
        QFETCH(QStringList, contains);
        const Bench bench;
        bench.tab(tab);
        bench.find<QCheckBox>("stream")->setChecked(stream);
        auto *picker = bench.find<QComboBox>("model");
        picker->setCurrentIndex(picker->findData(model));
        QVERIFY(picker->currentIndex() >= 0);
        for (const QString &part : contains)
            QVERIFY2(bench.code().contains(part), qPrintable(part + u"\n"_s + bench.code()));
        QCOMPARE(bench.code().contains(u"stream"_s, Qt::CaseInsensitive), stream);
    }

    void theSecretIsInNoText()
    {
        const Bench bench;
        for (int tab = 0; tab < bench.find<QTabBar>("tabs")->count(); ++tab) {
            bench.tab(tab);
            QVERIFY2(!test::everyText(bench.dialog.get()).join(u'\n').contains(bench.secret()), qPrintable(QString::number(tab)));
        }
    }

    void copyIsWithoutAndCopyWithKeyIsWith()
    {
        const Bench bench;
        bench.click("copy");
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"$OPENAI_API_KEY"_s));
        QVERIFY(!QGuiApplication::clipboard()->text().contains(bench.secret()));
        QVERIFY(!bench.clipboard.holds());
        QVERIFY(bench.arrival().startsWith(u"✓ Copied"_s));
        bench.click("copyWithKey");
        QVERIFY(QGuiApplication::clipboard()->text().contains(bench.secret()));
        QVERIFY2(bench.clipboard.holds(), "it must go again");
    }

    void aLockedVaultHasNothingToFillIn()
    {
        Bench bench;
        Configuration without = bench.console.stored;
        for (GatewayKey &key : without.keys)
            key.secret = {};
        GatewayState locked = bench.console.gateway;
        locked.vault.locked = true;
        bench.console.setGateway(locked);
        bench.console.setConfiguration(without);
        QVERIFY(!bench.find<QPushButton>("copyWithKey")->isEnabled());
        QVERIFY(!bench.find<QPushButton>("run")->isEnabled());
        QVERIFY(test::everyText(bench.dialog.get()).join(u'\n').contains(u"The secrets are locked"_s));
    }

    void itIsSavedWithoutTheKey()
    {
        const Bench bench;
        const QString path = bench.folder.filePath(u"example.py"_s);
        bench.tab(2);
        bench.click("saveAs");
        auto *chooser = bench.dialog->findChild<QFileDialog *>();
        QVERIFY(chooser);
        emit chooser->fileSelected(path);
        chooser->close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), bench.code());
    }

    void theOrderIsInView()
    {
        Bench bench;
        Configuration more = bench.console.stored;
        for (GatewayKey &key : more.keys) {
            if (key.id == "key_tutorial"_L1)
                key.chain.append({u"deepseek-1"_s, u"deepseek-chat"_s});
        }
        bench.console.setConfiguration(more);
        QCOMPARE(words::chipsText(bench.find<ChipRow>("order")->chips()), u"32B ⇢ 7B ○deepseek-chat"_s);
        QVERIFY(bench.find<ElidedLabel>("leftOut")->fullText().contains(u"another type (Chat)"_s));
        auto *picker = bench.find<QComboBox>("model");
        picker->setCurrentIndex(2);
        QCOMPARE(words::chipsText(bench.find<ChipRow>("order")->chips()), u"7B ○deepseek-chat"_s);
    }

    void aRunShowsItsAttemptsAndAVerdict()
    {
        Bench bench;
        QSignalSpy said(&bench.console, &Console::recorded);
        bench.find<QLineEdit>("prompt")->setText(u"What is a gateway?"_s);
        QVERIFY(bench.code().contains(u"What is a gateway?"_s));
        bench.dialog->focusRun();
        QTest::keyClick(bench.dialog->focusWidget(), Qt::Key_Return);
        QVERIFY(bench.console.calls.contains(u"try key_tutorial auto"_s));
        QCOMPARE(bench.find<QPushButton>("run")->text(), u"Stop"_s);
        QTRY_VERIFY(bench.verdict().contains(u"It needed 3 attempts"_s));
        QCOMPARE(bench.find<QPushButton>("run")->text(), u"Run"_s);
        QCOMPARE(bench.find<Waterfall>("waterfall")->model()->rowCount(), 3);
        QCOMPARE(bench.find<QPlainTextEdit>("answer")->toPlainText(), bench.console.trialText);
        QVERIFY(bench.find<QPlainTextEdit>("why")->toPlainText().contains(u"its retries were used up"_s));
        QVERIFY(bench.preferences.get(preferences::FailoverSeen));
        QVERIFY2(!bench.find<QPushButton>("terminal")->isVisible(), "the next steps are the demonstration's");
        m_translations.choose(u"zh_CN"_s);
        QVERIFY2(bench.verdict().contains(u"共尝试 3 次"_s), "what was said is said again in the other language");
    }

    void aFailedRunSaysWhy()
    {
        Bench bench;
        bench.console.trialRecord.reset();
        bench.console.trialAttempts.clear();
        bench.console.trialText.clear();
        bench.console.trialResult = {{}, 0, false, u"connection refused"_s, 3};
        bench.click("run");
        QTRY_VERIFY(bench.verdict().contains(u"connection refused"_s));
    }

    void aRunCanBeStopped()
    {
        Bench bench;
        bench.console.holdReplies = true;
        bench.click("run");
        bench.click("run");
        QVERIFY(bench.verdict().contains(u"Stopped"_s));
        QCOMPARE(bench.find<QPushButton>("run")->text(), u"Run"_s);
    }

    void theLineTellsOfARequestOfOthers()
    {
        Bench bench;
        QVERIFY(bench.arrival().startsWith(u"Waiting"_s));
        ExchangeRecord other = bench.received(u"req_other"_s, u"curl/8.1"_s);
        other.keyId = u"key_shop"_s;
        bench.console.record({other});
        QVERIFY(bench.arrival().startsWith(u"Waiting"_s));
        bench.console.record({bench.received(u"req_77"_s, u"curl/7.88.1"_s)});
        QCOMPARE(bench.arrival(), u"✓ Received from curl/7.88.1, 3 attempts, answered by 7B"_s);
        bench.click("showExchange");
        QCOMPARE(bench.wishes, QList<Wish>{Wish::make(Wish::What::ShowExchange, u"req_77"_s)});
    }

    void ourOwnRunIsNotARequestOfOthers()
    {
        Bench bench;
        bench.click("run");
        bench.console.record({bench.received(bench.console.trialResult.exchangeId, u"a name of its own"_s)}); // the ledger is faster than the answer
        QTRY_VERIFY(bench.verdict().contains(u"attempts"_s));
        QVERIFY(bench.arrival().startsWith(u"Waiting"_s));
        bench.click("run");
        bench.console.record({bench.received(u"req_78"_s, u"OpenAI/Python 2.1"_s)});
        QTRY_VERIFY(bench.arrival().contains(u"OpenAI/Python"_s));
    }

    void theDemonstrationGoesOn()
    {
        Bench bench(u"key_demo"_s);
        QCOMPARE(bench.find<QPushButton>("repair")->text(), u"Break It Again"_s);
        bench.demo.setBroken(true);
        QCOMPARE(bench.find<QPushButton>("repair")->text(), u"Repair the Primary"_s);
        bench.click("repair");
        QCOMPARE(bench.console.calls.last(), u"faults %1 0"_s.arg(DemoPrimaryModel));
        bench.click("repair");
        QCOMPARE(bench.console.calls.last(), u"faults %1 2"_s.arg(DemoPrimaryModel));
        bench.tab(3);
        bench.click("run");
        QTRY_VERIFY(bench.find<QPushButton>("terminal")->isVisible());
        bench.click("terminal");
        QCOMPARE(bench.find<QTabBar>("tabs")->currentIndex(), 0);
        QVERIFY(bench.clipboard.holds());
        bench.click("ownProvider");
        QCOMPARE(bench.wishes, QList<Wish>{Wish::show(PageId::Models)});
    }

    void linksHoldTheKeyAndAreReadBack()
    {
        const share::Account account{u"demo"_s, u"http://127.0.0.1:17177/v1"_s, u"auto"_s, Secret("sk-us_Invented~~~?Invented0001")};
        QByteArray data = QUrlQuery(share::cherryStudio(account)).queryItemValue(u"data"_s, QUrl::FullyDecoded).toLatin1();
        QVERIFY(!data.contains('+') && !data.contains('/'));
        data.replace('_', '+').replace('-', '/'); // as that program does
        const QJsonObject provider = QJsonDocument::fromJson(QByteArray::fromBase64(data)).object();
        QCOMPARE(provider.value("apiKey"_L1).toString().toUtf8(), account.key.reveal());
        QCOMPARE(provider.value("baseUrl"_L1).toString(), account.baseUrl);
        const QUrlQuery query(share::ccSwitch(account));
        QCOMPARE(query.queryItemValue(u"apiKey"_s, QUrl::FullyDecoded).toUtf8(), account.key.reveal());
        QCOMPARE(query.queryItemValue(u"endpoint"_s, QUrl::FullyDecoded), account.baseUrl);
        QCOMPARE(query.queryItemValue(u"homepage"_s, QUrl::FullyDecoded), u"http://127.0.0.1:17177"_s);
    }

    void aLinkIsMadeOnlyWhenPressed()
    {
        QDesktopServices::setUrlHandler(u"cherrystudio"_s, this, "takeLink");
        const Bench bench;
        bench.tab(5);
        QVERIFY(m_opened.isEmpty());
        bench.click("cherryStudio");
        QCOMPARE(m_opened.size(), 1);
        QVERIFY(!test::everyText(bench.dialog.get()).join(u'\n').contains(m_opened.first().toString()));
        QDesktopServices::unsetUrlHandler(u"cherrystudio"_s);
    }

    void aRevealedKeyStaysWhileRequestsCome()
    {
        Bench bench;
        bench.tab(5);
        auto *key = bench.dialog->findChild<SecretField *>();
        key->reveal();
        GatewayState busy = bench.console.gateway;
        busy.inFlight += 1;
        bench.console.setGateway(busy);
        QVERIFY(key->isRevealed());
    }

    void aStoppedGatewayIsStartedFromHere()
    {
        Bench bench;
        GatewayState stopped = bench.console.gateway;
        stopped.phase = GatewayState::Phase::Stopped;
        bench.console.setGateway(stopped);
        QVERIFY(!bench.find<QPushButton>("run")->isEnabled());
        auto *bar = bench.dialog->findChild<MessageBar *>();
        QVERIFY(bar->isShowing());
        bar->act();
        QVERIFY(bench.console.calls.contains(u"start"_s));
        QVERIFY(!bar->isShowing());
        QVERIFY(bench.find<QPushButton>("run")->isEnabled());
    }

    void itGoesWithItsKey()
    {
        Bench bench;
        Configuration without = bench.console.stored;
        without.keys.removeIf([](const GatewayKey &key) { return key.id == "key_tutorial"_L1; });
        bench.console.setConfiguration(without);
        QVERIFY(!bench.dialog->isVisible());
    }

    void looks_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("tab");
        QTest::addColumn<bool>("ran");
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            for (const int tab : {0, 5}) {
                QTest::addRow("%s, tab %d", qPrintable(language), tab) << language << tab << false;
                QTest::addRow("%s, tab %d, ran", qPrintable(language), tab) << language << tab << true;
            }
        }
    }
    void looks()
    {
        QFETCH(QString, language);
        QFETCH(int, tab);
        QFETCH(bool, ran);
        m_translations.choose(language);
        Bench bench(u"key_demo"_s);
        bench.tab(tab);
        if (ran) {
            bench.click("run");
            QTRY_VERIFY(bench.find<QPushButton>("terminal")->isVisible());
        }
        bench.console.record({bench.received(u"req_77"_s, u"curl/7.88.1"_s)});
        QCoreApplication::processEvents();
        QCOMPARE(test::accessibilityProblems(bench.dialog.get()), QStringList());
        QCOMPARE(test::clippedTexts(bench.dialog.get()), QStringList());
        QVERIFY(bench.dialog->width() <= 860 && bench.dialog->height() <= 620);
    }

private:
    Translations m_translations;
    std::unique_ptr<Theme> m_theme;
    QList<QUrl> m_opened;
};

QTEST_MAIN(TestViewCode)
#include "tst_viewcode.moc"
