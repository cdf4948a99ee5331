// SPDX-License-Identifier: GPL-3.0-or-later
// The tutorial from end to end by clicks alone, in the real windows over the real gateway: channel, key, view key, view code, the shown
// command in a real shell, usage 160 and 603 (PRODUCT 7).
#include "ConsoleBench.h"
#include "preferences/Preferences.h"
#include "preferences/TestMemory.h"
#include "shell/MainWindow.h"
#include "shell/Shell.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace understudy;
using namespace understudy::test;

namespace {

const QString PrimaryModel = u"DeepSeek-R1-Distill-Qwen-32B"_s;

Answer answerOf160()
{
    return Answer::json(200, R"({"id":"c1","object":"chat.completion","model":"x","choices":[{"index":0,"message":{"role":"assistant","content":"I am the primary."},)"
                             R"("finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":151,"total_tokens":160}})");
}

} // namespace

class TestTutorial : public QObject {
    Q_OBJECT

private:
    /// The one visible widget of that name in the program.
    template<typename W>
    static W *find(const char *name)
    {
        const QWidgetList all = QApplication::allWidgets();
        for (QWidget *widget : all) {
            if (widget->objectName() == QLatin1StringView(name) && widget->isVisible()) {
                if (W *found = qobject_cast<W *>(widget))
                    return found;
            }
        }
        return nullptr;
    }
    static bool click(const char *name)
    {
        auto *button = find<QAbstractButton>(name);
        if (!button || !button->isEnabled())
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    static void type(const char *name, const QString &text)
    {
        auto *field = find<QLineEdit>(name);
        QVERIFY2(field, name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    /// The shown text in a real shell with the copied key, as a person pastes it.
    static QByteArray runInShell(const QString &text, const QString &key)
    {
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"OPENAI_API_KEY"_s, key);
        shell.setProcessEnvironment(environment);
        QSignalSpy ended(&shell, &QProcess::finished);
        shell.start(u"bash"_s, {u"-c"_s, text});
        if (ended.isEmpty() && !ended.wait(20'000))
            return "the shell did not end";
        return shell.readAllStandardOutput();
    }
    static bool usageShows(MainWindow &window, const QString &figure)
    {
        // Asked again until it is there: the ledger writes a moment after the answer.
        const QRegularExpression whole(u"(^|[^\\d,])%1([^\\d,]|$)"_s.arg(figure));
        return QTest::qWaitFor([&] {
            window.page(PageId::Usage)->refresh();
            return QTest::qWaitFor([&] { return !everyText(window.page(PageId::Usage)).filter(whole).isEmpty(); }, 400);
        }, 8000);
    }

private slots:
    void byClicksAlone();
};

void TestTutorial::byClicksAlone()
{
    Theme theme(u"light"_s);
    Translations translations;
    translations.choose(u"en"_s);
    const QTemporaryDir folder;
    FakeUpstream upstream;
    upstream.setDefault(answerOf160());
    ConsoleBench bench;
    QVERIFY(bench.waitForPhase(Phase::Stopped));
    QVERIFY(bench.change([](Configuration &configuration) { configuration.settings.listen = u"127.0.0.1:0"_s; }).ok());
    bench.console->startGateway();
    QVERIFY(bench.waitForPhase(Phase::Running));
    Preferences preferences(folder.filePath(u"console.ini"_s));
    TestMemory tests(folder.filePath(u"tests.ini"_s));
    Shell shell(*bench.console, preferences, tests, theme, translations, {});
    shell.open(std::nullopt, false);
    MainWindow &window = shell.window();
    bench.console->setVisible(true);
    QTRY_COMPARE(window.currentPage(), PageId::Welcome);

    // 1 · A provider of one's own with a channel, from what was copied out of its console.
    window.showPage(PageId::Models);
    shell.fulfil(Wish::make(Wish::What::CreateChannel));
    QTRY_VERIFY(find<QDialog>("channel"));
    QGuiApplication::clipboard()->setText(u"curl %1/chat/completions -H 'Authorization: Bearer sk-invented-provider-key-0001' -d '{\"model\": \"%2\"}'"_s.arg(upstream.baseUrl(), PrimaryModel));
    QVERIFY(click("channel.paste"));
    QTRY_VERIFY(find<QLineEdit>("channel.baseUrl"));
    QTRY_COMPARE(find<QLineEdit>("channel.baseUrl")->text(), upstream.baseUrl());
    QVERIFY(click("channel.save"));
    QTRY_COMPARE(bench.console->configuration().channels.size(), 1);
    QCOMPARE(bench.console->configuration().channels.first().models, QStringList{PrimaryModel});

    // 2 · The message offers the next step; the wizard proposes the tutorial's chain.
    QTRY_VERIFY(find<QAbstractButton>("message.action"));
    QVERIFY(click("message.action"));
    QTRY_VERIFY(find<QDialog>("wizard"));
    type("wizard.name", u"tutorial"_s);
    QVERIFY(click("wizard.next"));
    QTRY_VERIFY(find<QAbstractButton>("wizard.next"));
    QVERIFY(click("wizard.next")); // now "Create"
    QTRY_COMPARE(bench.console->configuration().keys.size(), 1);
    const GatewayKey key = bench.console->configuration().keys.first();
    QCOMPARE(key.name, u"tutorial"_s);
    QCOMPARE(key.chain.size(), 2);
    QCOMPARE(key.chain.first().model, PrimaryModel);
    QCOMPARE(key.chain.last().channel, BuiltInChannelId);

    // 3 · View key: masked, copied. 4 · View code: the command.
    QTRY_VERIFY(find<QDialog>("viewKey"));
    QVERIFY2(!everyText(find<QDialog>("viewKey")).join(u'\n').contains(QString::fromUtf8(key.secret.reveal())), "the key must be masked");
    QVERIFY(click("viewKey.copy"));
    const QString secret = QGuiApplication::clipboard()->text();
    QCOMPARE(secret.toUtf8(), key.secret.reveal());
    QVERIFY(click("viewKey.viewCode"));
    QTRY_VERIFY(find<QPlainTextEdit>("viewCode.text"));
    if (auto *stream = find<QCheckBox>("viewCode.stream"); stream && stream->isChecked())
        QTest::mouseClick(stream, Qt::LeftButton, {}, QPoint(8, stream->height() / 2));
    const QString command = find<QPlainTextEdit>("viewCode.text")->toPlainText();
    QVERIFY(command.contains(u"curl"_s) && !command.contains(secret));

    // 5 · Example 1: the primary answers.
    QVERIFY2(runInShell(command, secret).contains("\"total_tokens\":160"), "the primary's answer");
    window.showPage(PageId::Usage);
    QVERIFY2(usageShows(window, u"160"_s), qPrintable(everyText(window.page(PageId::Usage)).join(u" | "_s)));

    // 6 · Example 2: it fails, the built-in 7B answers, and its free tokens count.
    upstream.setDefault(Answer::error(503, "overloaded"));
    const QByteArray second = runInShell(command, secret);
    QVERIFY2(second.contains("603"), second);
    QVERIFY(usageShows(window, u"603 of 500,000"_s) || usageShows(window, u"603"_s));
    QTRY_VERIFY2(everyText(find<QDialog>("viewCode")).join(u'\n').contains(u"curl/"_s), "the received request is told");
    const QStringList everything = everyText(&window);
    QVERIFY(!everything.join(u'\n').contains(secret) && !everything.join(u'\n').contains(u"sk-invented-provider-key-0001"_s));
}

QTEST_MAIN(TestTutorial)
#include "tst_tutorial.moc"
