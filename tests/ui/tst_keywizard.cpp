// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/KeyWizard.h"
#include "preferences/TestMemory.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"
#include "widgets/Fold.h"
#include "widgets/MessageBar.h"
#include "widgets/SecondsField.h"
#include "widgets/ToneLabel.h"
#include "widgets/WorstCaseBar.h"

#include <QTimeZone>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;
using Purpose = KeyWizard::Purpose;

namespace {

const Candidate Own32{u"siliconflow-1"_s, u"deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"_s};
const Candidate Demo7{BuiltInChannelId, u"demo/DeepSeek-R1-Distill-Qwen-7B"_s};
const Candidate Demo32{BuiltInChannelId, u"demo/DeepSeek-R1-Distill-Qwen-32B"_s};

} // namespace

class TestKeyWizard : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(u"light"_s); }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        m_translations.choose(u"en"_s);
        m_console = std::make_unique<test::FakeConsole>(test::FakeConsole::Start::Sample);
    }
    void cleanup() { m_wizard.reset(); }

    void enterAloneFinishesIt()
    {
        open(Purpose::Create);
        QSignalSpy wished(m_wizard.get(), &KeyWizard::wished);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(button(u"wizard.back"_s)->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(wished.count(), 1);
        const GatewayKey *made = m_console->stored.keyNamed(u"key-1");
        QVERIFY(made);
        QCOMPARE(wished.first().first().value<Wish>(), Wish::make(Wish::What::ViewKey, made->id));
        QVERIFY(!made->id.isEmpty() && !made->secret.isEmpty());
        QVERIFY(made->chain.size() >= 2);
        QCOMPARE(made->policy, Policy()); // defaults stay absent, so that they can follow
        QVERIFY(!m_wizard->isVisible());
    }

    void withAProviderItsModelsAreTicked()
    {
        open(Purpose::Create, u"siliconflow"_s);
        QCOMPARE(m_wizard->draft().chain, (QList<Candidate>{Own32, Demo7}));
        QCOMPARE(field<QComboBox>(u"wizard.type"_s)->currentText(), u"Reasoning"_s);
    }

    void withoutAChannelItLeadsThere()
    {
        open(Purpose::Create, u"openai"_s);
        QSignalSpy wished(m_wizard.get(), &KeyWizard::wished);
        auto *bar = m_wizard->findChild<MessageBar *>();
        QVERIFY(bar->isShowing());
        bar->act();
        QCOMPARE(wished.count(), 1);
        QCOMPARE(wished.first().first().value<Wish>(), Wish::make(Wish::What::CreateChannel, u"openai"_s));
        QVERIFY(!m_wizard->isVisible());
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("problem");
        QTest::newRow("good") << u"my_key-1"_s << QString();
        QTest::newRow("Chinese") << u"测试密钥"_s << QString();
        QTest::newRow("32 characters") << QString(32, u'a') << QString();
        QTest::newRow("33 characters") << QString(33, u'a') << u"At most 32 characters"_s;
        QTest::newRow("empty") << QString() << u"A name is needed"_s;
        QTest::newRow("blank inside") << u"my key"_s << u"Only letters, digits, Chinese characters, _ and -"_s;
        QTest::newRow("accent") << u"clé"_s << u"Only letters, digits, Chinese characters, _ and -"_s;
        QTest::newRow("of another key") << u"tutorial"_s << u"Another key has this name"_s;
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(QString, problem);
        open(Purpose::Create);
        field<QLineEdit>(u"wizard.name"_s)->setText(name);
        QCOMPARE(field<ToneLabel>(u"wizard.nameProblem"_s)->said(), problem);
        QCOMPARE(button(u"wizard.next"_s)->isEnabled(), problem.isEmpty());
        m_translations.choose(u"zh_CN"_s);
        QCoreApplication::processEvents();
        QCOMPARE(field<ToneLabel>(u"wizard.nameProblem"_s)->said().isEmpty(), problem.isEmpty());
    }

    void descriptionAndAddressesAreChecked()
    {
        open(Purpose::Create);
        field<QLineEdit>(u"wizard.description"_s)->setText(QString(129, u'x'));
        QVERIFY(!button(u"wizard.next"_s)->isEnabled());
        field<QLineEdit>(u"wizard.description"_s)->setText(QString(128, u'x'));
        QVERIFY(button(u"wizard.next"_s)->isEnabled());
        field<QLineEdit>(u"wizard.addresses"_s)->setText(u"192.168.1.0/24, ::1, 10.0.0.300"_s);
        QVERIFY(!button(u"wizard.next"_s)->isEnabled());
        field<QLineEdit>(u"wizard.addresses"_s)->setText(u"192.168.1.0/24，::1"_s);
        QVERIFY(button(u"wizard.next"_s)->isEnabled());
        QCOMPARE(m_wizard->draft().limits.addresses, (QStringList{u"192.168.1.0/24"_s, u"::1"_s}));
    }

    void theFirstTickSetsTheType()
    {
        m_console->stored.keys.clear();
        open(Purpose::Create, u"openai"_s); // without channels: nothing is ticked
        QVERIFY(!button(u"wizard.next"_s)->isEnabled());
        auto *type = field<QComboBox>(u"wizard.type"_s);
        auto *list = field<QListView>(u"wizard.models"_s);
        QCOMPARE(type->currentIndex(), 0);
        const int everything = list->model()->rowCount();
        list->setFocus();
        list->setCurrentIndex(list->model()->index(2, 0)); // deepseek-chat
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(type->currentText(), u"Chat"_s);
        QVERIFY(list->model()->rowCount() < everything);
        QCOMPARE(field<ToneLabel>(u"wizard.selectionWarning"_s)->said(), u"No backup: failover is impossible. Add one?"_s);
        QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_wizard->draft().chain.size(), list->model()->rowCount());
        type->setCurrentIndex(0); // the filter can be cleared, and other types bound
        QCOMPARE(list->model()->rowCount(), everything);
        QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_wizard->draft().chain.size(), everything);
        QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
        QVERIFY(m_wizard->draft().chain.isEmpty());
        QVERIFY(!button(u"wizard.next"_s)->isEnabled());
    }

    void aClickAnywhereOnARowTicks()
    {
        open(Purpose::Create, u"openai"_s);
        auto *list = field<QListView>(u"wizard.models"_s);
        const QRect row = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(m_wizard->draft().chain, QList<Candidate>{Own32});
    }

    void enterInTheSearchGoesToTheList()
    {
        open(Purpose::Create, u"openai"_s);
        auto *search = field<QLineEdit>(u"wizard.filter"_s);
        search->setFocus();
        QTest::keyClicks(search, u"v3"_s);
        QTest::keyClick(search, Qt::Key_Return);
        auto *list = field<QListView>(u"wizard.models"_s);
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(m_wizard->draft().chain.size(), 1);
        QVERIFY(!button(u"wizard.back"_s)->isVisible());
    }

    void noMatchOffersToClear()
    {
        open(Purpose::Create);
        field<QLineEdit>(u"wizard.filter"_s)->setText(u"no such model"_s);
        auto *clear = button(u"wizard.noMatch.primary"_s);
        QVERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QVERIFY(field<QListView>(u"wizard.models"_s)->isVisible());
        QVERIFY(field<QLineEdit>(u"wizard.filter"_s)->text().isEmpty());
    }

    /// What is done to the order is what is stored.
    void theOrderIsStored_data()
    {
        QTest::addColumn<QString>("by");
        for (const char *by : {"keys", "buttons", "model"})
            QTest::newRow(by) << QString::fromLatin1(by);
    }
    void theOrderIsStored()
    {
        QFETCH(QString, by);
        open(Purpose::Edit, u"key_tutorial"_s);
        QTest::mouseClick(button(u"wizard.next"_s), Qt::LeftButton);
        auto *order = field<QListView>(u"wizard.order"_s);
        order->setCurrentIndex(order->model()->index(1, 0));
        if (by == "keys"_L1) {
            QTest::keyClick(order, Qt::Key_Up, Qt::AltModifier);
        } else if (by == "buttons"_L1) {
            QTest::mouseClick(button(u"wizard.up"_s), Qt::LeftButton);
        } else {
            const std::unique_ptr<QMimeData> data(order->model()->mimeData({order->model()->index(1, 0)}));
            QVERIFY(order->model()->dropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
        }
        QTest::mouseClick(button(u"wizard.next"_s), Qt::LeftButton);
        QTRY_COMPARE(m_console->stored.keyNamed(u"tutorial")->chain, (QList<Candidate>{Demo7, Own32}));
    }

    void removingUnticks()
    {
        open(Purpose::Edit, u"key_tutorial"_s);
        next();
        auto *order = field<QListView>(u"wizard.order"_s);
        order->setCurrentIndex(order->model()->index(1, 0));
        QTest::mouseClick(button(u"wizard.remove"_s), Qt::LeftButton);
        QCOMPARE(field<ToneLabel>(u"wizard.warnings"_s)->said(), u"Only one model: no failover possible"_s);
        QTest::mouseClick(button(u"wizard.remove"_s), Qt::LeftButton);
        QVERIFY(!button(u"wizard.next"_s)->isEnabled());
        QTest::mouseClick(button(u"wizard.back"_s), Qt::LeftButton);
        QVERIFY(m_wizard->draft().chain.isEmpty());
        QCOMPARE(field<ToneLabel>(u"wizard.selectionWarning"_s)->said(), u"Choose at least one model"_s);
    }

    void theTimeoutFollowsTheChain()
    {
        open(Purpose::Create, u"siliconflow"_s);
        next();
        auto *timeout = field<SecondsField>(u"wizard.timeout"_s);
        QCOMPARE(timeout->time(), Milliseconds(180'000));
        QVERIFY(!m_wizard->draft().policy.timeout);
        timeout->setValue(90);
        QCOMPARE(m_wizard->draft().policy.timeout, std::optional(Milliseconds(90'000)));
        QVERIFY(button(u"wizard.usePreset"_s)->isVisible());
        QTest::mouseClick(button(u"wizard.usePreset"_s), Qt::LeftButton);
        QVERIFY(!m_wizard->draft().policy.timeout);
        QCOMPARE(timeout->time(), Milliseconds(180'000));
        m_wizard.reset();
        open(Purpose::Edit, u"key_shop"_s); // a chat model
        QCOMPARE(field<SecondsField>(u"wizard.timeout"_s)->time(), Milliseconds(60'000));
    }

    void theWorstCaseIsLive()
    {
        open(Purpose::Create, u"siliconflow"_s);
        next();
        auto *worst = m_wizard->findChild<WorstCaseBar *>(u"wizard.worstCase"_s);
        QVERIFY2(worst->text().contains(u"× (1 + 1) × 180 s = 720 s, cut at 590 s"_s), qPrintable(worst->text()));
        QVERIFY(worst->text().contains(u"60 s"_s) && worst->text().contains(u"300 s"_s) && !worst->text().contains(u"600 s"_s));
        field<QSpinBox>(u"wizard.retries"_s)->setValue(0);
        field<SecondsField>(u"wizard.timeout"_s)->setValue(10);
        QVERIFY2(worst->text().contains(u"× (1 + 0) × 10 s = 20 s"_s), qPrintable(worst->text()));
        QVERIFY(!worst->text().contains(u"give up"_s));
    }

    /// Each field of the forms, there and back.
    void everyFieldIsStored()
    {
        GatewayKey full = m_console->stored.keys[0];
        full.description = u"everything"_s;
        full.expiresAt = QDateTime(QDate(2031, 5, 6), QTime(7, 8, 9), QTimeZone::utc());
        full.freeTokens = 1234;
        full.limits = {7, 800'000'000'000, 9'007'199'254'740'991, {u"10.0.0.0/8"_s}};
        full.policy.retries = 3;
        full.policy.timeout = Milliseconds(1500);
        full.policy.firstOutputTimeout = Milliseconds(2001);
        full.policy.idleTimeout = Milliseconds(3000);
        full.policy.deadline = Milliseconds(700'000);
        full.policy.connectTimeout = Milliseconds(1);
        full.policy.backoff = Milliseconds(250);
        full.policy.retryAfterCap = Milliseconds(5000);
        full.policy.emptyAnswerIsFailure = true;
        full.policy.failOverOn = {Outcome::CallerFault, Outcome::ContentFiltered};
        full.policy.recordContent = true;
        full.policy.cache = {true, std::chrono::seconds(77)};
        full.policy.breaker = {false, 9, Milliseconds(1234)};
        m_console->stored.keys[0] = full;
        open(Purpose::Edit, full.id);
        QVERIFY(m_wizard->draft() == full); // looking changes nothing
        field<QSpinBox>(u"wizard.retries"_s)->setValue(2);
        field<QLineEdit>(u"wizard.name"_s)->setText(u"renamed"_s);
        field<QDoubleSpinBox>(u"wizard.requestsPerMinute"_s)->setValue(8);
        field<QCheckBox>(u"wizard.breaker"_s)->setChecked(true);
        field<QCheckBox>(u"wizard.callerFault"_s)->setChecked(false);
        field<QComboBox>(u"wizard.ttl"_s)->setCurrentIndex(2);
        field<QCheckBox>(u"wizard.ownFirstOutput"_s)->setChecked(false);
        field<QCheckBox>(u"wizard.expires"_s)->setChecked(false);
        // Somebody else pauses and resets the key meanwhile: what is not on the form stays.
        m_console->stored.keys[0].enabled = false;
        m_console->stored.keys[0].secret = Secret("sk-us_AnotherInventedSecretOfTheSameKey00");
        next();
        next();
        GatewayKey expected = full;
        expected.name = u"renamed"_s;
        expected.enabled = false;
        expected.secret = Secret("sk-us_AnotherInventedSecretOfTheSameKey00");
        expected.expiresAt.reset();
        expected.limits.requestsPerMinute = 8;
        expected.policy.retries = 2;
        expected.policy.breaker.enabled = true;
        expected.policy.failOverOn = {Outcome::ContentFiltered};
        expected.policy.cache.ttl = std::chrono::seconds(3600);
        expected.policy.firstOutputTimeout.reset();
        QTRY_VERIFY(m_console->stored.keyNamed(u"renamed"));
        QVERIFY(*m_console->stored.keyNamed(u"renamed") == expected);
    }

    void duplicatingMakesAnotherKey()
    {
        open(Purpose::Duplicate, u"key_tutorial"_s);
        QCOMPARE(field<QLineEdit>(u"wizard.name"_s)->text(), u"tutorial-copy"_s);
        next();
        QSignalSpy wished(m_wizard.get(), &KeyWizard::wished);
        QTest::mouseClick(button(u"wizard.createAndTry"_s), Qt::LeftButton);
        QTRY_COMPARE(wished.count(), 1);
        const GatewayKey *copy = m_console->stored.keyNamed(u"tutorial-copy");
        QVERIFY(copy);
        QCOMPARE(wished.first().first().value<Wish>(), Wish::make(Wish::What::TryKey, copy->id));
        const GatewayKey *original = m_console->stored.keyNamed(u"tutorial");
        QVERIFY(copy->id != original->id && !(copy->secret == original->secret));
        QCOMPARE(copy->chain, original->chain);
    }

    void whatCannotBeSavedStaysOpen()
    {
        open(Purpose::Create);
        next();
        m_console->nextError = Error{ErrorKind::Unavailable, u"The database is read-only."_s, {}};
        QSignalSpy wished(m_wizard.get(), &KeyWizard::wished);
        next();
        QTRY_VERIFY(test::everyText(m_wizard.get()).join(u'\n').contains(u"The database is read-only."_s));
        QVERIFY(m_wizard->isVisible());
        QCOMPARE(wished.count(), 0);
        QVERIFY(button(u"wizard.next"_s)->isEnabled());
    }

    void escapeAsksOnlyWhenSomethingWasChanged()
    {
        open(Purpose::Create);
        QTest::keyClick(m_wizard.get(), Qt::Key_Escape);
        QVERIFY(!m_wizard->isVisible());
        m_wizard.reset();
        open(Purpose::Create);
        field<QLineEdit>(u"wizard.description"_s)->setText(u"something"_s);
        QTest::keyClick(m_wizard.get(), Qt::Key_Escape);
        QVERIFY(m_wizard->isVisible());
        QTRY_VERIFY(m_wizard->findChild<QPushButton *>(u"ask.choice1"_s));
        QTest::mouseClick(m_wizard->findChild<QPushButton *>(u"ask.choice1"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_wizard->isVisible());
    }

    void everybodyCanUseIt_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("step");
        for (const char *language : {"en", "zh_CN"}) {
            for (int step = 1; step <= 2; ++step)
                QTest::addRow("%s, step %d", language, step) << QString::fromLatin1(language) << step;
        }
    }
    void everybodyCanUseIt()
    {
        QFETCH(QString, language);
        QFETCH(int, step);
        m_translations.choose(language);
        open(Purpose::Create);
        m_wizard->resize(800, 600);
        if (step == 2)
            next();
        QCoreApplication::processEvents();
        QCOMPARE(m_wizard->size(), QSize(800, 600));
        QCOMPARE(test::accessibilityProblems(m_wizard.get()), QStringList());
        QCOMPARE(test::clippedTexts(m_wizard.get()), QStringList());
        for (Fold *fold : m_wizard->findChildren<Fold *>())
            fold->setOpen(true);
        QCoreApplication::processEvents();
        QCOMPARE(test::accessibilityProblems(m_wizard.get()), QStringList());
        QCOMPARE(test::clippedTexts(m_wizard.get()), QStringList());
    }

private:
    void open(Purpose purpose, const QString &id = {})
    {
        m_wizard = std::make_unique<KeyWizard>(*m_console, m_tests, purpose, id);
        m_wizard->show();
        QVERIFY(QTest::qWaitForWindowActive(m_wizard.get()));
    }
    template<typename T>
    T *field(const QString &name) const
    {
        return m_wizard->findChild<T *>(name);
    }
    QPushButton *button(const QString &name) const { return field<QPushButton>(name); }
    void next() { QTest::mouseClick(button(u"wizard.next"_s), Qt::LeftButton); }

    QTemporaryDir m_folder;
    TestMemory m_tests{m_folder.filePath(u"tests.ini"_s)};
    Translations m_translations;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::FakeConsole> m_console;
    std::unique_ptr<KeyWizard> m_wizard;
};

QTEST_MAIN(TestKeyWizard)
#include "tst_keywizard.moc"
