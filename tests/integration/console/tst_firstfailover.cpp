// SPDX-License-Identifier: GPL-3.0-or-later
// From nothing to a failover seen, with the real gateway behind the real windows (SCREENS §9): Enter, Enter, verdict, within 10 s.
#include "ConsoleBench.h"
#include "dialogs/DemoSwitch.h"
#include "dialogs/ViewCodeDialog.h"
#include "models/AttemptModel.h"
#include "pages/WelcomePage.h"
#include "preferences/Preferences.h"
#include "shell/FirstRun.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "widgets/ElidedLabel.h"
#include "widgets/SecretClipboard.h"
#include "widgets/Waterfall.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTcpServer>

using namespace understudy;
using namespace understudy::test;

class TestFirstFailover : public QObject {
    Q_OBJECT

private slots:
    void enterEnterVerdict();
};

void TestFirstFailover::enterEnterVerdict()
{
    QTcpServer occupant; // whoever has the port, the gateway finds another one
    occupant.listen(QHostAddress::LocalHost, 17177);
    const Theme theme(u"light"_s);
    Translations translations;
    translations.choose(u"en"_s);
    const QTemporaryDir folder;
    QElapsedTimer took;
    took.start();

    GatewayConsole console(WorkspaceOptions{folder.filePath(u"data"_s), {}});
    Preferences preferences(folder.filePath(u"console.ini"_s));
    SecretClipboard clipboard;
    DemoSwitch demo(console);
    FirstRun first(console, preferences, demo);
    QStringList said;
    std::unique_ptr<ViewCodeDialog> dialog;
    connect(&first, &FirstRun::said, this, [&said](const Message &message) { said.append(message.text); });
    connect(&first, &FirstRun::ready, this, [&](const QString &keyId) {
        dialog = std::make_unique<ViewCodeDialog>(console, preferences, clipboard, &demo, keyId);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
    });
    WelcomePage page(preferences);
    connect(&page, &WelcomePage::wished, this, [&first] { first.seeDemo(); });
    page.show();

    QTest::keyClick(page.focusWidget(), Qt::Key_Return); // the first input
    QTRY_VERIFY2_WITH_TIMEOUT(dialog, qPrintable(said.join(u'\n')), 10'000);
    QVERIFY2(said.size() == 1 && said.first().contains(u"port"_s), qPrintable(said.join(u'\n')));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return); // the second
    auto *verdict = dialog->findChild<QLabel *>(u"viewCode.verdict"_s);
    QTRY_VERIFY_WITH_TIMEOUT(verdict->text().contains(u"It needed 3 attempts"_s), 10'000);
    QVERIFY2(took.elapsed() < 10'000, qPrintable(QString::number(took.elapsed())));
    QVERIFY(verdict->text().contains(u"7B stepped in"_s));
    QCOMPARE(dialog->findChild<Waterfall *>(u"viewCode.waterfall"_s)->model()->rowCount(), 3);
    const QString answer = dialog->findChild<QPlainTextEdit *>(u"viewCode.answer"_s)->toPlainText();
    QVERIFY2(answer.contains(u"a backup in the call order"_s), qPrintable(answer));
    QVERIFY(preferences.get(preferences::FailoverSeen));

    // Repaired: one attempt, by the primary.
    dialog->findChild<QPushButton *>(u"viewCode.repair"_s)->click();
    dialog->findChild<QPushButton *>(u"viewCode.run"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(verdict->text().contains(u"at the first attempt"_s), 10'000);
    QVERIFY2(dialog->findChild<ElidedLabel *>(u"viewCode.arrival"_s)->fullText().startsWith(u"Waiting"_s), "our own runs are not requests of others");

    // Everything goes and comes back.
    first.removeDemo();
    QTRY_VERIFY(!first.hasDemo());
    QVERIFY(!dialog->isVisible());
}

QTEST_MAIN(TestFirstFailover)
#include "tst_firstfailover.moc"
