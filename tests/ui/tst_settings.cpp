// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DiagnosticsReport.h"
#include "pages/SettingsPage.h"
#include "pages/settings/LinesEdit.h"
#include "pages/settings/NetworkSection.h"
#include "preferences/PolicyDefaults.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QApplication>
#include <QTest>
#include <QTimeEdit>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Invented = "sk-us_Invented0Invented0Invented0Invented";

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(u"light"_s); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_preferences = std::make_unique<Preferences>(m_folder->filePath(u"console.ini"_s));
        m_console = std::make_unique<test::FakeConsole>(test::FakeConsole::Start::Sample);
        m_atLogin = false;
        m_loginError.reset();
        const SettingsPlatform platform{[this] { return m_atLogin; },
                                        [this](bool on) -> Result<void> {
                                            if (m_loginError)
                                                return *m_loginError;
                                            m_atLogin = on;
                                            return {};
                                        },
                                        [] { return QList<Fact>{{u"tray"_s, u"yes"_s}}; }};
        m_page = std::make_unique<SettingsPage>(*m_console, *m_preferences, platform);
        m_page->resize(804, 590);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get())); // the focus is nobody's before
    }
    void cleanup()
    {
        m_page.reset();
        m_console.reset();
        m_preferences.reset();
        m_translations.choose(u"en"_s);
    }
    void cleanupTestCase() { m_theme.reset(); }

    // The log: what is chosen reaches the console at once, what is stored shows, and clearing asks first.
    void theLogIsKeptAsLongAsChosen()
    {
        m_console->retentionPolicy = {30, 500, 2};
        m_page->focusOn(u"privacy"_s);
        auto *days = m_page->findChild<QSpinBox *>(u"settings.privacy.days"_s);
        QTRY_COMPARE(days->value(), 30);
        QTRY_VERIFY(days->isEnabled());
        QCOMPARE(m_page->findChild<QSpinBox *>(u"settings.privacy.megabytes"_s)->value(), 500);
        QCOMPARE(m_page->findChild<QSpinBox *>(u"settings.privacy.contentDays"_s)->value(), 2);
        days->setValue(7);
        QTRY_COMPARE(m_console->retentionPolicy, (RetentionPolicy{7, 500, 2}));
        const auto had = m_console->exchangesNewestFirst.size();
        QVERIFY(had > 0);
        m_page->findChild<QPushButton *>(u"settings.privacy.clear"_s)->click();
        QTRY_VERIFY(QApplication::activeModalWidget());
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QCOMPARE(m_console->exchangesNewestFirst.size(), had);
        m_page->findChild<QPushButton *>(u"settings.privacy.clear"_s)->click();
        QTRY_VERIFY(QApplication::activeModalWidget());
        const QList<QPushButton *> buttons = QApplication::activeModalWidget()->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == u"Clear the Log"_s)
                button->click();
        }
        QTRY_VERIFY(m_console->exchangesNewestFirst.isEmpty());
    }

    // Preferences: what a person chooses is kept at once, and what is kept shows.

    void aChoiceIsKept_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("language") << u"general/language"_s << QStringList{u"system"_s, u"zh_CN"_s, u"en"_s};
        QTest::newRow("theme") << u"general/theme"_s << QStringList{u"system"_s, u"light"_s, u"dark"_s};
        QTest::newRow("start page") << u"general/startPage"_s << QStringList{u"last"_s, u"overview"_s, u"models"_s, u"keys"_s, u"usage"_s, u"log"_s};
        QTest::newRow("when closed") << u"general/whenClosed"_s << QStringList{u"ask"_s, u"serve"_s, u"quit"_s};
        QTest::newRow("notifications") << u"notifications/which"_s << QStringList{u"off"_s, u"errors"_s, u"all"_s};
    }
    void aChoiceIsKept()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, words);
        auto *box = find<QComboBox>(u"settings."_s + name);
        QVERIFY(box);
        QCOMPARE(box->count(), words.size());
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (const QString &word : words) {
            QCOMPARE(kept(name).toString(), word);
            QVERIFY(!box->currentText().isEmpty());
            QTest::keyClick(box, Qt::Key_Down);
        }
    }

    void aSwitchIsKept_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("atFirst");
        QTest::newRow("quiet hours") << u"general"_s << u"notifications/quiet"_s << false;
        QTest::newRow("start the gateway") << u"gateway"_s << u"gateway/startWithProgram"_s << true;
        QTest::newRow("cache") << u"defaults"_s << u"defaults/cache"_s << false;
        QTest::newRow("breaker") << u"defaults"_s << u"defaults/breaker"_s << true;
        QTest::newRow("empty answers") << u"defaults"_s << u"defaults/emptyAnswerIsFailure"_s << false;
        QTest::newRow("content filter") << u"defaults"_s << u"defaults/failOverOnContentFilter"_s << false;
        QTest::newRow("caller's fault") << u"defaults"_s << u"defaults/failOverOnCallerFault"_s << false;
    }
    void aSwitchIsKept()
    {
        QFETCH(QString, section);
        QFETCH(QString, name);
        QFETCH(bool, atFirst);
        m_page->focusOn(section);
        auto *box = find<QCheckBox>(u"settings."_s + name);
        QVERIFY(box);
        QCOMPARE(box->isChecked(), atFirst);
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(kept(name).toBool(), !atFirst);
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(kept(name).toBool(), atFirst);
    }

    void quietHoursAreKept()
    {
        m_preferences->set(preferences::QuietHours, true);
        auto *from = find<QTimeEdit>(u"settings.notifications/quietFrom"_s);
        QVERIFY(from->isEnabled());
        from->setTime(QTime(21, 30));
        QCOMPARE(m_preferences->get(preferences::QuietFrom), u"21:30"_s);
        find<QTimeEdit>(u"settings.notifications/quietTo"_s)->setTime(QTime(7, 0));
        QCOMPARE(m_preferences->get(preferences::QuietTo), u"07:00"_s);
        m_preferences->set(preferences::Notify, u"off"_s);
        QVERIFY2(!from->isEnabled(), "nothing to be quiet about");
    }

    void defaultsReachTheNextKey_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("value");
        QTest::addColumn<Policy>("expected");
        const auto row = [](const char *name, const QString &preference, int value, const std::function<void(Policy &)> &edit) {
            Policy policy;
            edit(policy);
            QTest::newRow(name) << preference << value << policy;
        };
        using Seconds = std::chrono::seconds;
        row("retries", u"retries"_s, 3, [](Policy &p) { p.retries = 3; });
        row("timeout", u"timeoutSeconds"_s, 90, [](Policy &p) { p.timeout = Seconds(90); });
        row("automatic timeout", u"timeoutSeconds"_s, 0, [](Policy &) {});
        row("first output", u"firstOutputSeconds"_s, 20, [](Policy &p) { p.firstOutputTimeout = Seconds(20); });
        row("silence", u"idleSeconds"_s, 30, [](Policy &p) { p.idleTimeout = Seconds(30); });
        row("deadline", u"deadlineSeconds"_s, 300, [](Policy &p) { p.deadline = Seconds(300); });
        row("connection", u"connectSeconds"_s, 5, [](Policy &p) { p.connectTimeout = Seconds(5); });
        row("pause", u"backoffMilliseconds"_s, 250, [](Policy &p) { p.backoff = Milliseconds(250); });
        row("failures", u"breakerFailures"_s, 5, [](Policy &p) { p.breaker.failures = 5; });
        row("suspension", u"breakerSuspendSeconds"_s, 60, [](Policy &p) { p.breaker.suspend = Seconds(60); });
    }
    void defaultsReachTheNextKey()
    {
        QFETCH(QString, name);
        QFETCH(int, value);
        QFETCH(Policy, expected);
        m_page->focusOn(u"defaults"_s);
        find<QSpinBox>(u"settings.defaults/"_s + name)->setValue(value);
        QCOMPARE(defaultPolicy(*m_preferences), expected);
    }

    void theCacheDurationReachesTheNextKey()
    {
        m_page->focusOn(u"defaults"_s);
        auto *box = find<QComboBox>(u"settings.defaults/cacheSeconds"_s);
        QVERIFY2(!box->isEnabled(), "no duration without a cache");
        m_preferences->set(preferences::DefaultCache, true);
        QVERIFY(box->isEnabled());
        box->setFocus();
        QTest::keyClick(box, Qt::Key_End);
        QCOMPARE(defaultPolicy(*m_preferences).cache.ttl, std::chrono::hours(7 * 24));
        m_preferences->set(preferences::DefaultCacheTtl, 77);
        QCOMPARE(box->currentData().toInt(), 77);
    }

    void aSectionIsResetAndTheResetTakenBack()
    {
        m_page->focusOn(u"defaults"_s);
        m_preferences->set(preferences::DefaultRetries, 3);
        m_preferences->set(preferences::DefaultBreaker, false);
        m_preferences->set(preferences::Language, u"en"_s);
        QSignalSpy said(m_page.get(), &Page::said);
        click(u"settings.reset"_s);
        QCOMPARE(defaultPolicy(*m_preferences), Policy());
        QCOMPARE(find<QSpinBox>(u"settings.defaults/retries"_s)->value(), 1);
        QCOMPARE(m_preferences->get(preferences::Language), u"en"_s); // of another section
        said.first().first().value<Message>().action();
        QCOMPARE(m_preferences->get(preferences::DefaultRetries), 3);
        QVERIFY(!m_preferences->get(preferences::DefaultBreaker));
    }

    void onlyWhatCanBeResetOffersIt()
    {
        for (const QString &section : m_page->sections()) {
            m_page->focusOn(section);
            const bool offered = find<QPushButton>(u"settings.reset"_s);
            QCOMPARE(offered, (section == u"general"_s || section == u"gateway"_s || section == u"defaults"_s));
        }
    }

    // The gateway

    void thePortIsCheckedWhileTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("listen");
        QTest::newRow("good") << u"8080"_s << u"127.0.0.1:8080"_s;
        QTest::newRow("zero") << u"0"_s << u"127.0.0.1:17177"_s;
        QTest::newRow("too large") << u"70000"_s << u"127.0.0.1:17177"_s;
        QTest::newRow("letters") << u"http"_s << u"127.0.0.1:17177"_s;
        QTest::newRow("nothing") << QString() << u"127.0.0.1:17177"_s;
    }
    void thePortIsCheckedWhileTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, listen);
        m_page->focusOn(u"gateway"_s);
        auto *port = find<QLineEdit>(u"settings.gateway.port"_s);
        port->setFocus();
        port->selectAll();
        QTest::keyClick(port, Qt::Key_Delete);
        QTest::keyClicks(port, typed);
        QCOMPARE(texts().contains(u"from 1 to 65535"_s), listen == u"127.0.0.1:17177"_s);
        QTest::keyClick(port, Qt::Key_Return);
        QCOMPARE(m_console->stored.settings.listen, listen);
    }

    void theNextFreePortIsTaken()
    {
        m_page->focusOn(u"gateway"_s);
        click(u"settings.gateway.nextPort"_s);
        QTRY_COMPARE(m_console->stored.settings.listen, u"127.0.0.1:17178"_s);
        QTRY_COMPARE(find<QLineEdit>(u"settings.gateway.port"_s)->text(), u"17178"_s);
    }

    void theNetworkIsAskedForFirst_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("listen");
        QTest::newRow("no") << u"ask.choice0"_s << u"127.0.0.1:17177"_s;
        QTest::newRow("yes") << u"ask.choice1"_s << u"0.0.0.0:17177"_s;
    }
    void theNetworkIsAskedForFirst()
    {
        QFETCH(QString, button);
        QFETCH(QString, listen);
        m_page->focusOn(u"gateway"_s);
        auto *reach = find<QComboBox>(u"settings.gateway.reach"_s);
        reach->setFocus();
        QTest::keyClick(reach, Qt::Key_Down);
        QCOMPARE(m_console->stored.settings.listen, u"127.0.0.1:17177"_s);
        auto *box = m_page->findChild<QMessageBox *>(u"ask"_s);
        QVERIFY(box);
        QTest::mouseClick(box->findChild<QPushButton *>(button), Qt::LeftButton);
        QTRY_COMPARE(m_console->stored.settings.listen, listen);
        QTRY_COMPARE(reach->currentIndex(), listen.startsWith(u'0') ? 1 : 0);
        if (reach->currentIndex() == 1) {
            QTest::keyClick(reach, Qt::Key_Up); // back needs no question
            QTRY_COMPARE(m_console->stored.settings.listen, u"127.0.0.1:17177"_s);
        }
    }

    void anotherAddressIsShownAsItIs()
    {
        m_page->focusOn(u"gateway"_s);
        Configuration configuration = m_console->stored;
        configuration.settings.listen = u"192.168.1.5:9000"_s;
        m_console->setConfiguration(configuration);
        QVERIFY(find<QComboBox>(u"settings.gateway.reach"_s)->currentText().contains(u"192.168.1.5"_s));
        configuration.settings.listen = u"[::1]:9000"_s;
        m_console->setConfiguration(configuration);
        QCOMPARE(find<QComboBox>(u"settings.gateway.reach"_s)->currentIndex(), 0);
        QCOMPARE(find<QComboBox>(u"settings.gateway.reach"_s)->count(), 2);
    }

    void listsAreCheckedAndKept_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("good");
        QTest::newRow("host") << u"hosts"_s << u"gateway.example.com\n\n 10.0.0.7 \n"_s << true;
        QTest::newRow("host with a scheme") << u"hosts"_s << u"https://gateway.example.com"_s << false;
        QTest::newRow("origin") << u"origins"_s << u"https://app.example.com"_s << true;
        QTest::newRow("origin with a path") << u"origins"_s << u"https://app.example.com/chat"_s << false;
    }
    void listsAreCheckedAndKept()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(bool, good);
        m_page->focusOn(u"gateway"_s);
        auto *edit = find<LinesEdit>(u"settings.gateway."_s + field);
        edit->setFocus();
        edit->setPlainText(typed);
        find<QLineEdit>(u"settings.gateway.port"_s)->setFocus();
        const Settings &settings = m_console->stored.settings;
        const QStringList &kept = field == u"hosts"_s ? settings.allowedHosts : settings.allowedOrigins;
        QTRY_COMPARE(kept, good ? edit->lines() : QStringList());
        QCOMPARE(texts().contains(u"is no "_s), !good);
    }

    void limitsReachTheGateway_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("value");
        QTest::addColumn<EndpointLimits>("expected");
        const auto row = [](const char *name, const QString &field, int value, const std::function<void(EndpointLimits &)> &edit) {
            EndpointLimits limits;
            edit(limits);
            QTest::newRow(name) << field << value << limits;
        };
        row("body", u"maxBody"_s, 10, [](EndpointLimits &l) { l.maxBodyBytes = 10 * 1024 * 1024; });
        row("memory", u"maxBuffered"_s, 100, [](EndpointLimits &l) { l.maxBufferedBytes = 100 * 1024 * 1024; });
        row("header", u"maxHeader"_s, 32, [](EndpointLimits &l) { l.maxHeaderBytes = 32 * 1024; });
        row("target", u"maxTarget"_s, 4, [](EndpointLimits &l) { l.maxTargetBytes = 4096; });
        row("connections", u"maxConnections"_s, 7, [](EndpointLimits &l) { l.maxConnections = 7; });
        row("header time", u"headerTimeout"_s, 5, [](EndpointLimits &l) { l.headerTimeout = Milliseconds(5000); });
        row("body time", u"bodyTimeout"_s, 5, [](EndpointLimits &l) { l.bodyTimeout = Milliseconds(5000); });
        row("keep alive", u"keepAlive"_s, 5, [](EndpointLimits &l) { l.keepAlive = Milliseconds(5000); });
        row("drain", u"drain"_s, 0, [](EndpointLimits &l) { l.drain = Milliseconds(0); });
    }
    void limitsReachTheGateway()
    {
        QFETCH(QString, name);
        QFETCH(int, value);
        QFETCH(EndpointLimits, expected);
        m_page->focusOn(u"gateway"_s);
        find<QSpinBox>(u"settings.gateway."_s + name)->setValue(value);
        QTRY_COMPARE(m_console->stored.settings.limits, expected);
    }

    void aRefusedValueComesBackWithItsReason()
    {
        m_page->focusOn(u"gateway"_s);
        m_console->nextError = Error{ErrorKind::Unavailable, u"The disk is full."_s, {}};
        auto *box = find<QSpinBox>(u"settings.gateway.maxConnections"_s);
        box->setValue(9);
        QTRY_VERIFY(texts().contains(u"Not saved: The disk is full."_s));
        QCOMPARE(box->value(), 4096);
    }

    void startingAtLoginIsTheDesktops()
    {
        m_page->focusOn(u"gateway"_s);
        auto *box = find<QCheckBox>(u"settings.gateway.atLogin"_s);
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(m_atLogin);
        m_loginError = Error{ErrorKind::Unavailable, u"The folder autostart cannot be written."_s, {}};
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY2(box->isChecked(), "it shows what is so, not what was wished");
        QVERIFY(texts().contains(u"autostart cannot be written"_s));
    }

    void withoutAutostartThereIsNoSwitch()
    {
        SettingsPage page(*m_console, *m_preferences, {});
        QVERIFY(!page.findChild<QCheckBox *>(u"settings.gateway.atLogin"_s));
    }

    void theGatewaySectionIsResetAndTakenBack()
    {
        m_page->focusOn(u"gateway"_s);
        Configuration configuration = m_console->stored;
        configuration.settings.listen = u"127.0.0.1:9"_s;
        configuration.settings.limits.maxConnections = 5;
        m_console->setConfiguration(configuration);
        QSignalSpy said(m_page.get(), &Page::said);
        click(u"settings.reset"_s);
        QTRY_COMPARE(m_console->stored.settings, Settings());
        said.first().first().value<Message>().action();
        QTRY_COMPARE(m_console->stored.settings, configuration.settings);
    }

    // Secrets

    void theMasterKeyMoves_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("passphrase");
        QTest::newRow("keyring") << u"keyring"_s << false;
        QTest::newRow("passphrase") << u"passphrase"_s << true;
    }
    void theMasterKeyMoves()
    {
        QFETCH(QString, place);
        QFETCH(bool, passphrase);
        m_page->focusOn(u"secrets"_s);
        auto *move = find<QPushButton>(u"settings.secrets.move"_s);
        QVERIFY2(!move->isEnabled(), "it is there already");
        QTest::mouseClick(find<QRadioButton>(u"settings.secrets.place."_s + place), Qt::LeftButton, {}, QPoint(8, 8));
        if (passphrase) {
            QVERIFY(!move->isEnabled());
            QTest::keyClicks(find<QLineEdit>(u"settings.secrets.new.passphrase"_s), u"invented horse"_s);
            QTest::keyClicks(find<QLineEdit>(u"settings.secrets.new.repeat"_s), u"invented horse"_s);
            QVERIFY(!texts().contains(u"invented horse"_s));
        }
        QTest::mouseClick(move, Qt::LeftButton);
        QTRY_COMPARE(m_console->gateway.vault.place, passphrase ? MasterKeyPlace::Passphrase : MasterKeyPlace::Keyring);
        QTRY_VERIFY(texts().contains(u"Done."_s));
        if (passphrase)
            QVERIFY(find<QLineEdit>(u"settings.secrets.new.passphrase"_s)->text().isEmpty());
    }

    void aMissingKeyringNamesItsPackage()
    {
        m_page->focusOn(u"secrets"_s);
        const QString core = u"The system keyring cannot be used (Unknown error). On Debian it needs the package libsecret-1-0 and a keyring such as gnome-keyring."_s;
        m_console->nextError = Error{ErrorKind::Unavailable, core, u"keyring"_s};
        click(u"settings.secrets.probe"_s);
        QTRY_VERIFY(texts().contains(u"Install the package libsecret-1-0"_s));
        m_console->nextError = Error{ErrorKind::Denied, u"The system keyring refused access."_s, {}};
        QTest::mouseClick(find<QRadioButton>(u"settings.secrets.place.keyring"_s), Qt::LeftButton, {}, QPoint(8, 8));
        click(u"settings.secrets.move"_s);
        QTRY_VERIFY(texts().contains(u"Nothing was changed."_s));
        QCOMPARE(m_console->gateway.vault.place, MasterKeyPlace::File);
        click(u"settings.secrets.probe"_s);
        QTRY_VERIFY(texts().contains(u"The keyring works"_s));
    }

    void theVaultIsUnlocked()
    {
        m_page->focusOn(u"secrets"_s);
        GatewayState state = m_console->gateway;
        state.vault = {MasterKeyPlace::Passphrase, true, {}};
        m_console->setGateway(state);
        auto *field = find<QLineEdit>(u"settings.secrets.passphrase"_s);
        QVERIFY(field);
        QVERIFY2(find<QRadioButton>(u"settings.secrets.place.passphrase"_s)->isChecked(), "where it is known to be now");
        QVERIFY2(!find<QPushButton>(u"settings.secrets.move"_s)->isEnabled(), "a locked key cannot move");
        m_console->nextError = Error{ErrorKind::Denied, u"The passphrase is wrong."_s, {}};
        QTest::keyClicks(field, u"wrong horse"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(texts().contains(u"not the passphrase"_s));
        QTest::keyClicks(field, u"right horse"_s);
        click(u"settings.secrets.unlock"_s);
        QTRY_VERIFY(!find<QLineEdit>(u"settings.secrets.passphrase"_s));
    }

    // Privacy, network, transfer

    void recordingIsStopped()
    {
        m_page->focusOn(u"privacy"_s);
        Configuration configuration = m_console->stored;
        for (GatewayKey &key : configuration.keys)
            key.policy.recordContent = false;
        m_console->setConfiguration(configuration);
        QVERIFY(texts().contains(u"No key records contents"_s));
        configuration.keys.first().policy.recordContent = true;
        m_console->setConfiguration(configuration);
        QTRY_VERIFY(texts().contains(configuration.keys.first().name + u" records contents"_s));
        click(u"settings.privacy.stop."_s + configuration.keys.first().id);
        QTRY_VERIFY(!m_console->stored.keys.first().policy.recordContent);
        QTRY_VERIFY(texts().contains(u"No key records contents"_s));
    }

    void proxiesAreShownWithoutTheirUsers_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("user") << u"http://ada:hush@proxy.example:3128/"_s << u"http://proxy.example:3128"_s;
        QTest::newRow("bare") << u"proxy.example:3128"_s << u"http://proxy.example:3128"_s;
    }
    void proxiesAreShownWithoutTheirUsers()
    {
        QFETCH(QString, value);
        QTEST(proxyForPeople(value), "shown");
    }

    void importAndExportAreWished()
    {
        m_page->focusOn(u"transfer"_s);
        QSignalSpy wished(m_page.get(), &Page::wished);
        click(u"settings.transfer.import"_s);
        click(u"settings.transfer.export"_s);
        QCOMPARE(wished.at(0).first().value<Wish>().what, Wish::What::Import);
        QCOMPARE(wished.at(1).first().value<Wish>().what, Wish::What::Export);
    }

    void whatWasDeletedComesBack()
    {
        m_console->deletedObjects = {{DeletedObject::Kind::Key, u"key_9"_s, u"webshop-old"_s, QDateTime::currentDateTimeUtc().addDays(-2), u"32B, 7B"_s}};
        m_page->focusOn(u"deleted"_s);
        QTRY_VERIFY(texts().contains(u"webshop-old"_s));
        QVERIFY(texts().contains(u"28 day"_s));
        QSignalSpy said(m_page.get(), &Page::said);
        click(u"settings.deleted.restore.key_9"_s);
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(m_console->calls.contains(u"restore key_9"_s));
        QTRY_VERIFY(texts().contains(u"Nothing deleted"_s));
    }

    void aListThatCannotBeReadIsTriedAgain()
    {
        m_console->deletedObjects.clear();
        m_console->nextError = Error{ErrorKind::Unavailable, u"The database is away."_s, {}};
        m_page->focusOn(u"deleted"_s);
        QTRY_VERIFY(texts().contains(u"database is away"_s));
        click(u"settings.deleted.failed.primary"_s);
        QTRY_VERIFY(texts().contains(u"Nothing deleted"_s));
    }

    // Diagnostics

    void theSelfTestTells()
    {
        m_page->focusOn(u"diagnostics"_s);
        QTRY_VERIFY(texts().contains(u"tray"_s));
        m_console->nextError = Error{ErrorKind::Unavailable, u"There is no system keyring in this session."_s, {}};
        click(u"settings.diagnostics.run"_s);
        QTRY_VERIFY(texts().contains(u"no keyring in this session"_s));
        QVERIFY(texts().contains(u"The gateway listens on 127.0.0.1:17177"_s));
        GatewayState state = m_console->gateway;
        state.readOnly = true;
        state.phase = GatewayState::Phase::Failed;
        state.problem = Error{ErrorKind::Conflict, u"in use"_s, {}};
        m_console->setGateway(state);
        click(u"settings.diagnostics.run"_s);
        QTRY_VERIFY(texts().contains(u"The database is read-only"_s));
        QVERIFY(texts().contains(u"Port 17177 is in use"_s));
        QTRY_VERIFY(find<QPushButton>(u"settings.diagnostics.run"_s)->isEnabled());
        click(u"settings.diagnostics.copy"_s);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(u"tray: yes"_s) && copied.contains(u"read-only"_s));
    }

    void aReportHoldsNoSecret()
    {
        Configuration configuration;
        Channel channel;
        channel.credential.literal = Secret("plain-word-credential");
        channel.headers = {{"X-Team", "team-value"}};
        configuration.channels.append(channel);
        const QString report = diagnosticsReport({{u"path"_s, u"/home/ada/.local/share/understudy"_s},
                                                  {u"error"_s, u"401 for plain-word-credential, team-value and "_s + QString::fromLatin1(Invented)},
                                                  {u"proxy"_s, u"http://ada:hush@proxy.example:3128"_s}},
                                                 {{u"Port"_s, SelfCheck::State::Bad, u"in use"_s}}, configuration, u"/home/ada"_s);
        for (const QString &secret : {u"plain-word-credential"_s, u"team-value"_s, QString::fromLatin1(Invented), u"hush"_s, u"/home/ada"_s})
            QVERIFY2(!report.contains(secret), qPrintable(report));
        QVERIFY(report.contains(u"path: ~/.local/share/understudy"_s));
        QVERIFY(report.contains(u"bad  Port: in use"_s));
    }

    void theLicenceIsInTheProgram()
    {
        m_page->focusOn(u"about"_s);
        click(u"settings.about.licence"_s);
        auto *text = find<QPlainTextEdit>(u"settings.about.text"_s);
        QVERIFY(text->toPlainText().contains(u"GNU GENERAL PUBLIC LICENSE"_s));
        QVERIFY(text->toPlainText().size() > 30'000);
        click(u"settings.about.licence"_s);
        QVERIFY(!find<QPlainTextEdit>(u"settings.about.text"_s));
    }

    // The page

    void searchFindsSettingsInEverySection_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("section"); // the first that is left; empty: none
        QTest::newRow("language") << u"language"_s << u"general"_s;
        QTest::newRow("two words") << u"port address"_s << u"gateway"_s;
        QTest::newRow("in any case") << u"CORS"_s << u"gateway"_s;
        QTest::newRow("retries") << u"retries"_s << u"defaults"_s;
        QTest::newRow("keyring") << u"keyring"_s << u"secrets"_s;
        QTest::newRow("proxy") << u"no_proxy"_s << u"network"_s;
        QTest::newRow("restore") << u"restore"_s << u"deleted"_s;
        QTest::newRow("nothing") << u"zebra"_s << QString();
    }
    void searchFindsSettingsInEverySection()
    {
        QFETCH(QString, words);
        auto *field = qobject_cast<QLineEdit *>(m_page->filterField());
        QTest::keyClicks(field, words);
        QTEST(m_page->currentSection(), "section");
        if (m_page->currentSection().isEmpty()) {
            QVERIFY(texts().contains(u"No setting matches"_s));
            click(u"settings.noMatch.primary"_s);
            QVERIFY(field->text().isEmpty());
            QCOMPARE(m_page->currentSection(), u"general"_s);
        }
    }

    void searchHidesOtherRows()
    {
        QTest::keyClicks(m_page->filterField(), u"theme"_s);
        QVERIFY(find<QComboBox>(u"settings.general/theme"_s));
        QVERIFY(!find<QComboBox>(u"settings.general/language"_s));
        qobject_cast<QLineEdit *>(m_page->filterField())->clear();
        QVERIFY(find<QComboBox>(u"settings.general/language"_s));
    }

    void scrollingPastAFieldChangesNothing()
    {
        m_page->focusOn(u"defaults"_s);
        auto *box = find<QSpinBox>(u"settings.defaults/idleSeconds"_s);
        m_page->filterField()->setFocus();
        const QPointF middle(box->rect().center());
        QWheelEvent away(middle, box->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(box, &away);
        QCOMPARE(box->value(), 60);
        box->setFocus();
        QWheelEvent here(middle, box->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(box, &here);
        QCOMPARE(box->value(), 61);
    }

    void everybodyCanUseIt_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh") << u"zh_CN"_s;
    }
    void everybodyCanUseIt()
    {
        QFETCH(QString, language);
        m_translations.choose(language); // live
        for (const QString &section : m_page->sections()) {
            m_page->focusOn(section);
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents();
            const QStringList problems = test::accessibilityProblems(m_page.get()) + test::clippedTexts(m_page.get());
            QVERIFY2(problems.isEmpty(), qPrintable(section + u": "_s + problems.join(u"; "_s)));
        }
    }

    void noSecretIsOnAnySection()
    {
        for (const QString &section : m_page->sections()) {
            m_page->focusOn(section);
            QCoreApplication::processEvents();
            const QString all = test::everyText(m_page.get()).join(u'\n');
            for (const GatewayKey &key : m_console->stored.keys)
                QVERIFY(!all.contains(QString::fromUtf8(key.secret.reveal())));
            for (const Channel &channel : m_console->stored.channels)
                QVERIFY(channel.credential.literal.isEmpty() || !all.contains(QString::fromUtf8(channel.credential.literal.reveal())));
        }
    }

private:
    template<typename T>
    T *find(const QString &name) const
    {
        const QList<T *> all = m_page->findChildren<T *>(name);
        for (T *found : all) {
            if (found->isVisibleTo(m_page.get()))
                return found;
        }
        return nullptr;
    }
    void click(const QString &name)
    {
        auto *button = find<QPushButton>(name);
        QVERIFY2(button && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// What is on the page now.
    QString texts() const
    {
        QStringList all;
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisibleTo(m_page.get()))
                all << label->text() << label->toolTip();
        }
        return all.join(u'\n');
    }
    QVariant kept(const QString &name)
    {
        m_preferences->sync();
        const QSettings file(m_folder->filePath(u"console.ini"_s), QSettings::IniFormat);
        static const QHash<QString, QVariant> otherwise{
            {u"general/language"_s, u"system"_s}, {u"general/theme"_s, u"system"_s}, {u"general/startPage"_s, u"last"_s}, {u"general/whenClosed"_s, u"ask"_s}};
        return file.value(name, otherwise.value(name));
    }

    std::unique_ptr<Theme> m_theme;
    Translations m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<test::FakeConsole> m_console;
    std::unique_ptr<SettingsPage> m_page;
    bool m_atLogin = false;
    std::optional<Error> m_loginError;
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
