// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ViewKeyDialog.h"
#include "models/KeyDrafts.h"
#include "preferences/Preferences.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"
#include "widgets/SecretClipboard.h"
#include "widgets/SecretField.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace understudy;
using namespace Qt::StringLiterals;

class TestViewKey : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(u"light"_s); }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        m_translations.choose(u"en"_s);
        m_console = std::make_unique<test::FakeConsole>(test::FakeConsole::Start::Sample);
        m_preferences = std::make_unique<Preferences>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".ini"_s));
        m_clipboard = std::make_unique<SecretClipboard>();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_clipboard.reset();
    }

    void theSecretIsInNoTextUntilRevealed()
    {
        open();
        QVERIFY(!texts().contains(secret()));
        QVERIFY(button(u"viewKey.copy"_s)->hasFocus());
        QTest::mouseClick(m_dialog->findChild<QToolButton *>(u"viewKey.reveal"_s), Qt::LeftButton);
        QVERIFY(texts().contains(secret()));
        QVERIFY2(!m_dialog->findChild<QPlainTextEdit *>(u"viewKey.env"_s)->toPlainText().contains(secret()), "only the field shows it");
        QTest::mouseClick(m_dialog->findChild<QToolButton *>(u"viewKey.reveal"_s), Qt::LeftButton);
        QVERIFY(!texts().contains(secret()));
    }

    void copying()
    {
        open();
        QTest::keyClick(button(u"viewKey.copy"_s), Qt::Key_Return);
        QCOMPARE(clipboard(), secret());
        QVERIFY(m_clipboard->holds());
        QVERIFY(button(u"viewKey.copy"_s)->text().startsWith(u"Copied"_s));
        QTest::mouseClick(button(u"viewKey.copyEnv"_s), Qt::LeftButton);
        QVERIFY(clipboard().contains(u"OPENAI_API_KEY="_s) && clipboard().contains(secret()) && clipboard().contains(u"OPENAI_BASE_URL=http"_s));
        QVERIFY(m_clipboard->holds());
        m_clipboard->clear();
        QVERIFY(!clipboard().contains(secret()));
        QCOMPARE(button(u"viewKey.copy"_s)->text(), u"Copy Key"_s);
        QTest::mouseClick(button(u"viewKey.copyUrl"_s), Qt::LeftButton);
        QCOMPARE(clipboard(), u"http://127.0.0.1:17177/v1"_s);
    }

    void theEnvFileIsForItsOwnerOnly()
    {
        open();
        const QString file = m_folder.filePath(u".env"_s);
        QFile old(file); // … also when there was one that everybody could read
        QVERIFY(old.open(QIODevice::WriteOnly));
        QVERIFY(old.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther));
        old.close();
        m_dialog->saveEnvTo(file);
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(saved.readAll()).contains(secret()));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOwner;
        QCOMPARE(saved.permissions() & others, QFileDevice::Permissions());
        QVERIFY(texts().contains(u"readable by you alone"_s));
        m_dialog->saveEnvTo(m_folder.filePath(u"no/such/folder/.env"_s));
        QVERIFY(texts().contains(u"could not be written"_s));
    }

    void aLockedVaultIsUnlocked()
    {
        const Configuration whole = m_console->stored;
        for (GatewayKey &key : m_console->stored.keys)
            key.secret = Secret();
        m_console->gateway.vault = {MasterKeyPlace::Passphrase, true, u"The passphrase is needed."_s};
        open();
        QVERIFY(!m_dialog->findChild<SecretField *>(u"viewKey.secret"_s)->isVisible());
        QVERIFY(!button(u"viewKey.reset"_s)->isEnabled());
        auto *passphrase = m_dialog->findChild<QLineEdit *>(u"viewKey.passphrase"_s);
        QCOMPARE(passphrase->echoMode(), QLineEdit::Password);
        m_console->nextError = Error{ErrorKind::Denied, u"That is not the passphrase."_s, {}};
        QTest::keyClicks(passphrase, u"wrong"_s);
        QTest::keyClick(passphrase, Qt::Key_Return);
        QTRY_VERIFY(texts().contains(u"That is not the passphrase."_s));
        QVERIFY(passphrase->text().isEmpty());
        m_console->stored = whole;
        QTest::keyClicks(passphrase, u"right"_s);
        QTest::mouseClick(button(u"viewKey.unlock"_s), Qt::LeftButton);
        QTRY_VERIFY(m_dialog->findChild<SecretField *>(u"viewKey.secret"_s)->isVisible());
        QVERIFY(button(u"viewKey.reset"_s)->isEnabled());
        QVERIFY(!texts().contains(secret()));
    }

    void thePassphraseIsAskedForWhenWished()
    {
        m_console->gateway.vault = {MasterKeyPlace::Passphrase, false, {}};
        m_preferences->set(preferences::AskBeforeSecrets, true);
        open();
        QVERIFY(!m_dialog->findChild<SecretField *>(u"viewKey.secret"_s)->isVisible());
        QVERIFY(!texts().contains(secret().right(4)));
        const QString file = m_folder.filePath(u"not.env"_s);
        m_dialog->saveEnvTo(file);
        QVERIFY(!QFile::exists(file));
        QTest::keyClicks(m_dialog->findChild<QLineEdit *>(u"viewKey.passphrase"_s), u"right"_s);
        QTest::mouseClick(button(u"viewKey.unlock"_s), Qt::LeftButton);
        QTRY_VERIFY(m_dialog->findChild<SecretField *>(u"viewKey.secret"_s)->isVisible());
    }

    void resetting_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<int>("hours"); // -1: nothing happens
        QTest::newRow("cancel") << 0 << -1;
        QTest::newRow("24 h") << 1 << 24;
        QTest::newRow("1 h") << 2 << 1;
        QTest::newRow("now") << 3 << 0;
    }
    void resetting()
    {
        QFETCH(int, choice);
        QFETCH(int, hours);
        open();
        const GatewayKey before = *m_console->stored.keyNamed(u"tutorial");
        QTest::mouseClick(button(u"viewKey.reset"_s), Qt::LeftButton);
        auto *answer = button(u"ask.choice%1"_s.arg(choice));
        QVERIFY(answer);
        QVERIFY2(texts().contains(u"Reset the key “tutorial”?"_s), "a question names its object");
        QTest::mouseClick(answer, Qt::LeftButton);
        if (hours < 0) {
            QCoreApplication::processEvents();
            QVERIFY(*m_console->stored.keyNamed(u"tutorial") == before);
            return;
        }
        QTRY_VERIFY(!(m_console->stored.keyNamed(u"tutorial")->secret == before.secret));
        GatewayKey after = *m_console->stored.keyNamed(u"tutorial");
        after.secret = before.secret;
        QVERIFY2(after == before, "only the secret is another");
        const GatewayKey *old = m_console->stored.keyNamed(u"tutorial-old");
        QCOMPARE(old != nullptr, hours > 0);
        if (old) {
            QVERIFY(old->secret == before.secret && old->id != before.id);
            QCOMPARE(old->chain, before.chain);
            QVERIFY(old->policy == before.policy);
            const qint64 left = QDateTime::currentDateTimeUtc().secsTo(*old->expiresAt);
            QVERIFY(left > hours * 3600 - 60 && left <= hours * 3600);
        }
        QTRY_VERIFY(texts().contains(u"has a new secret"_s));
        QVERIFY(!texts().contains(secret()));
    }

    void namesOfOldKeys_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("others");
        QTest::addColumn<QString>("derived");
        QTest::newRow("plain") << u"a"_s << QStringList{} << u"a-old"_s;
        QTest::newRow("taken") << u"a"_s << QStringList{u"a-old"_s} << u"a-old2"_s;
        QTest::newRow("long") << QString(32, u'a') << QStringList{} << QString(28, u'a') + u"-old"_s;
        QTest::newRow("long and taken") << QString(32, u'a') << QStringList{QString(28, u'a') + u"-old"_s} << QString(27, u'a') + u"-old2"_s;
        QTest::newRow("beyond the basic plane") << u"𠀀𠀁"_s << QStringList{} << u"𠀀𠀁-old"_s;
    }
    void namesOfOldKeys()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, others);
        QFETCH(QString, derived);
        Configuration c;
        for (const QString &other : others) {
            GatewayKey key;
            key.name = other;
            c.keys.append(key);
        }
        QCOMPARE(derivedKeyName(c, name, u"-old"_s), derived);
    }

    void aGraceNeedsTheOldSecret()
    {
        m_console->stored.keys[0].secret = Secret();
        const KeyGrace grace{QDateTime::currentDateTimeUtc().addSecs(3600), u"old"_s};
        const Result<Configuration> refused = withSecretReset(m_console->stored, u"key_tutorial"_s, grace);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Denied);
        QVERIFY(!withSecretReset(m_console->stored, u"key_nobody"_s, {}));
    }

    void aDeletedKeyClosesIt()
    {
        open();
        Configuration less = m_console->stored;
        less.keys.removeFirst();
        m_console->setConfiguration(less);
        QVERIFY(!m_dialog->isVisible());
    }

    void everybodyCanUseIt_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("locked");
        for (const char *language : {"en", "zh_CN"}) {
            QTest::addRow("%s", language) << QString::fromLatin1(language) << false;
            QTest::addRow("%s, locked", language) << QString::fromLatin1(language) << true;
        }
    }
    void everybodyCanUseIt()
    {
        QFETCH(QString, language);
        QFETCH(bool, locked);
        m_translations.choose(language);
        m_console->gateway.vault = {MasterKeyPlace::Passphrase, locked, {}};
        open();
        QVERIFY2(m_dialog->width() <= 800 && m_dialog->height() <= 600, qPrintable(u"%1×%2"_s.arg(m_dialog->width()).arg(m_dialog->height())));
        QCOMPARE(test::accessibilityProblems(m_dialog.get()), QStringList());
        QCOMPARE(test::clippedTexts(m_dialog.get()), QStringList());
    }

private:
    void open()
    {
        m_dialog = std::make_unique<ViewKeyDialog>(*m_console, *m_preferences, *m_clipboard, u"key_tutorial"_s);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    QString secret() const { return QString::fromLatin1(m_console->stored.keyNamed(u"tutorial")->secret.reveal()); }
    QString texts() const { return test::everyText(m_dialog.get()).join(u'\n'); }
    QString clipboard() const { return QGuiApplication::clipboard()->text(); }
    QPushButton *button(const QString &name) const { return m_dialog->findChild<QPushButton *>(name); }

    QTemporaryDir m_folder;
    Translations m_translations;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::FakeConsole> m_console;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<SecretClipboard> m_clipboard;
    std::unique_ptr<ViewKeyDialog> m_dialog;
};

QTEST_MAIN(TestViewKey)
#include "tst_viewkey.moc"
