// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ChannelDialog.h"
#include "dialogs/FieldNoteLabel.h"
#include "dialogs/ProviderDialog.h"
#include "models/ModelChoicesModel.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"
#include "widgets/SecretClipboard.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

const QString Key = u"sk-invented0123456789abcdefghij"_s;
const QString GatewayKeyText = u"sk-us_Invented0Invented0Invented0Invented0000"_s;

template<typename W = QWidget>
W *find(QWidget *window, const char *name)
{
    W *found = window->findChild<W *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no widget %s", name);
    return found;
}

void click(QWidget *window, const char *name) { QTest::mouseClick(find<QAbstractButton>(window, name), Qt::LeftButton); }

void type(QWidget *window, const char *name, const QString &text)
{
    auto *edit = find<QLineEdit>(window, name);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Backspace);
    QTest::keyClicks(edit, text);
}

bool shows(QWidget *window, const QString &part)
{
    const QList<QLabel *> labels = window->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
}

/// Layouts inside scroll areas take a few rounds.
void settle()
{
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

} // namespace

class TestChannelDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(u"light"_s); }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        m_console = std::make_unique<test::FakeConsole>(test::FakeConsole::Start::Sample);
        m_console->nextError.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_tests = std::make_unique<TestMemory>(m_folder->filePath(u"tests.ini"_s));
        m_wishes.clear();
    }
    void cleanup()
    {
        delete m_dialog;
        m_console.reset();
    }

    void createsWithTheDefaults()
    {
        open(u"deepseek"_s);
        QCOMPARE(find<QLineEdit>(m_dialog, "channel.name")->text(), u"deepseek-2"_s); // one exists
        QCOMPARE(find<QLineEdit>(m_dialog, "channel.baseUrl")->text(), u"https://api.deepseek.com/v1"_s);
        QSignalSpy said(m_dialog, &ChannelDialog::said);
        QSignalSpy saved(m_dialog, &ChannelDialog::saved);
        type(m_dialog, "channel.apiKey", u"  Bearer "_s + Key);
        QTest::keyClick(m_dialog, Qt::Key_Return);
        QTRY_COMPARE(saved.count(), 1);
        const Channel *channel = m_console->stored.channel(saved.first().first().toString());
        QVERIFY(channel);
        QCOMPARE(channel->id, u"deepseek-2"_s);
        QCOMPARE(channel->provider, u"deepseek"_s);
        QCOMPARE(channel->credential.literal.reveal(), Key.toLatin1());
        QCOMPARE(channel->models.size(), m_console->catalogue().provider(u"deepseek")->models.size());
        QVERIFY(m_console->stored.provider(u"deepseek") == nullptr); // nothing of it was changed
        const Message message = said.first().first().value<Message>();
        QCOMPARE(message.level, Message::Level::Success);
        QTRY_VERIFY(!m_dialog); // the message outlives it
        message.action();
        QCOMPARE(m_wishes, QList<Wish>{Wish::make(Wish::What::CreateKey, u"deepseek"_s)});
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a gateway key") << u"channel.apiKey"_s << GatewayKeyText << u"This is a gateway key of this program"_s;
        QTest::newRow("a gateway key with Bearer") << u"channel.apiKey"_s << u"Bearer "_s + GatewayKeyText << u"This is a gateway key of this program"_s;
        QTest::newRow("a blank inside") << u"channel.apiKey"_s << u"sk-abc def"_s << u"There is a blank inside"_s;
        QTest::newRow("no variable") << u"channel.apiKey"_s << u"env:1X"_s << u"After env: stands"_s;
        QTest::newRow("env: alone") << u"channel.apiKey"_s << u"env:"_s << u"After env: stands"_s;
        QTest::newRow("no name") << u"channel.name"_s << u""_s << u"This is needed"_s;
        QTest::newRow("long name") << u"channel.name"_s << QString(33, u'n') << u"Too long"_s;
        QTest::newRow("taken name") << u"channel.name"_s << u"deepseek-1"_s << u"Another channel of this provider"_s;
        QTest::newRow("no address") << u"channel.baseUrl"_s << u""_s << u"This is needed"_s;
        QTest::newRow("not http") << u"channel.baseUrl"_s << u"ftp://x.example.com"_s << u"Must be an address"_s;
        QTest::newRow("query") << u"channel.baseUrl"_s << u"https://x.example.com/v1?a=b"_s << u"after ? or #"_s;
        QTest::newRow("password in the address") << u"channel.baseUrl"_s << u"https://u:p@x.example.com/v1"_s << u"user or password"_s;
    }
    void refuses()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        open(u"deepseek"_s);
        type(m_dialog, field.toLatin1().constData(), text);
        click(m_dialog, "channel.save");
        QVERIFY2(shows(m_dialog, sentence), qPrintable(sentence));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!m_console->calls.contains(u"change"_s));
        QVERIFY(find<QLineEdit>(m_dialog, field.toLatin1().constData())->hasFocus());
        QVERIFY(find<QLineEdit>(m_dialog, field.toLatin1().constData())->accessibleDescription().contains(sentence));
    }

    void warnsButSaves_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("another provider's key") << u"channel.apiKey"_s << u"gsk_Invented0123456789"_s << u"This looks like a key of Groq"_s;
        QTest::newRow("an unusual key") << u"channel.apiKey"_s << u"abcdefghijklmnop"_s << u"usually begin with sk-"_s;
        QTest::newRow("a variable that is not set") << u"channel.apiKey"_s << u"env:UNDERSTUDY_NOT_SET"_s << u"UNDERSTUDY_NOT_SET is not set here"_s;
        QTest::newRow("no key") << u"channel.apiKey"_s << u""_s << u"From the provider's console"_s;
        QTest::newRow("plain http") << u"channel.baseUrl"_s << u"http://10.0.0.9/v1"_s << u"Plain http"_s;
        QTest::newRow("no version") << u"channel.baseUrl"_s << u"https://llm.example.com"_s << u"Most providers have a version"_s;
        QTest::newRow("another address") << u"channel.baseUrl"_s << u"https://llm.example.com/v1"_s << u"holds for all channels"_s;
    }
    void warnsButSaves()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        open(u"deepseek"_s);
        QSignalSpy saved(m_dialog, &ChannelDialog::saved);
        type(m_dialog, field.toLatin1().constData(), text);
        if (sentence.startsWith("Most"_L1)) // said of the user's own address only once it is kept
            QCOMPARE(words::baseUrlNote(QUrl(text)).level, words::FieldNote::Level::Hint);
        else
            QVERIFY2(shows(m_dialog, sentence), qPrintable(sentence));
        click(m_dialog, "channel.save");
        QTRY_COMPARE(saved.count(), 1);
    }

    void theAddressKeepsItsVersionSegment_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        QTest::newRow("as it is") << u"https://a.example.com/api/v3"_s << u"https://a.example.com/api/v3"_s;
        QTest::newRow("slashes") << u" https://a.example.com/v1// "_s << u"https://a.example.com/v1"_s;
        QTest::newRow("a call") << u"https://a.example.com/v1/chat/completions"_s << u"https://a.example.com/v1"_s;
        QTest::newRow("none is added") << u"https://a.example.com"_s << u"https://a.example.com"_s;
    }
    void theAddressKeepsItsVersionSegment()
    {
        QFETCH(QString, typed);
        open(u"deepseek"_s);
        QSignalSpy saved(m_dialog, &ChannelDialog::saved);
        type(m_dialog, "channel.baseUrl", typed);
        click(m_dialog, "channel.save");
        QTRY_COMPARE(saved.count(), 1);
        QTEST(m_console->stored.provider(u"deepseek")->baseUrl.toString(), "kept");
        QCOMPARE(m_console->stored.provider(u"deepseek")->origin, ProviderOrigin::Catalogue);
    }

    void fetchedModelsBecomePartOfTheProvider()
    {
        open(u"siliconflow"_s);
        m_console->modelsOfProvider = {u"new/chat-9b"_s, u"new/embedding-large"_s};
        click(m_dialog, "channel.fetch");
        QTRY_VERIFY(m_console->calls.contains(u"list new-channel"_s));
        auto *list = find<QTreeView>(m_dialog, "channel.models");
        QTRY_VERIFY(rowOf(list, u"new/chat-9b"_s) >= 0);
        click(m_dialog, "channel.noModels");
        tick(list, u"new/chat-9b"_s);
        QVERIFY(list->model()->setData(list->model()->index(rowOf(list, u"new/chat-9b"_s), ModelChoicesModel::Type), int(ModelType::Reasoning), Qt::EditRole));
        QSignalSpy saved(m_dialog, &ChannelDialog::saved);
        click(m_dialog, "channel.save");
        QTRY_COMPARE(saved.count(), 1);
        const Channel *channel = m_console->stored.channel(saved.first().first().toString());
        QCOMPARE(channel->models, QStringList{u"new/chat-9b"_s});
        QCOMPARE(channel->modelTypes.value(u"new/chat-9b"_s), ModelType::Reasoning);
        const Provider *own = m_console->stored.provider(u"siliconflow");
        QVERIFY(own && own->model(u"new/chat-9b"));
        QVERIFY(!own->model(u"new/embedding-large")); // was not ticked
        QCOMPARE(own->baseUrl, m_console->catalogue().provider(u"siliconflow")->baseUrl);
    }

    void aListingCanFailAndBeCancelled()
    {
        open(u"siliconflow"_s);
        m_console->nextError = Error{ErrorKind::Denied, u"HTTP 401"_s, {}};
        click(m_dialog, "channel.fetch");
        QTRY_VERIFY(shows(m_dialog, u"The list did not come: HTTP 401"_s));
        m_console->holdReplies = true;
        click(m_dialog, "channel.fetch");
        QVERIFY(shows(m_dialog, u"Asking the provider"_s));
        click(m_dialog, "channel.fetch");
        QVERIFY(!shows(m_dialog, u"Asking the provider"_s));
    }

    void enterInTheSearchAddsAModelAndDoesNotSave()
    {
        open(u"siliconflow"_s);
        type(m_dialog, "channel.modelSearch", u"my/own-model"_s);
        QTest::keyClick(find<QLineEdit>(m_dialog, "channel.modelSearch"), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        auto *list = find<QTreeView>(m_dialog, "channel.models");
        const int row = rowOf(list, u"my/own-model"_s);
        QVERIFY(row >= 0);
        QCOMPARE(list->model()->index(row, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void noModelIsRefused()
    {
        open(u"siliconflow"_s);
        click(m_dialog, "channel.noModels");
        click(m_dialog, "channel.save");
        QVERIFY(shows(m_dialog, u"Tick at least one model"_s));
        QVERIFY(!m_console->calls.contains(u"change"_s));
    }

    void editingKeepsWhatIsNotTouched()
    {
        const Channel before = *m_console->stored.channel(u"siliconflow-1");
        open({}, u"siliconflow-1"_s);
        QVERIFY(!find<QComboBox>(m_dialog, "channel.provider")->isEnabled());
        QVERIFY(!test::everyText(m_dialog).join(u'\n').contains(QString::fromLatin1(before.credential.literal.reveal())));
        QSignalSpy saved(m_dialog, &ChannelDialog::saved);
        type(m_dialog, "channel.name", u"renamed"_s);
        QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(saved.count(), 1);
        Channel expected = before;
        expected.name = u"renamed"_s;
        QVERIFY(*m_console->stored.channel(u"siliconflow-1") == expected);
        QCOMPARE(m_console->stored.provider(u"siliconflow"), nullptr);
    }

    void replacingTheKey()
    {
        open({}, u"siliconflow-1"_s);
        click(m_dialog, "channel.replaceApiKey");
        QVERIFY(find<QLineEdit>(m_dialog, "channel.apiKey")->hasFocus());
        QVERIFY(!m_dialog->isDirty()); // empty keeps
        type(m_dialog, "channel.apiKey", Key);
        QVERIFY(m_dialog->isDirty());
        QVERIFY(!test::everyText(m_dialog).join(u'\n').contains(Key));
        QSignalSpy saved(m_dialog, &ChannelDialog::saved);
        click(m_dialog, "channel.save");
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(m_console->stored.channel(u"siliconflow-1")->credential.literal.reveal(), Key.toLatin1());
    }

    void aVariableIsNoSecret()
    {
        open(u"deepseek"_s);
        type(m_dialog, "channel.apiKey", u"env:DEEPSEEK_KEY"_s);
        QCOMPARE(find<QLineEdit>(m_dialog, "channel.apiKey")->echoMode(), QLineEdit::Normal);
        type(m_dialog, "channel.apiKey", Key);
        QCOMPARE(find<QLineEdit>(m_dialog, "channel.apiKey")->echoMode(), QLineEdit::Password);
    }

    void pastingFillsTheFields()
    {
        open(u"ark"_s);
        QGuiApplication::clipboard()->setText(u"curl https://api.siliconflow.cn/v1/chat/completions -H 'Authorization: Bearer %1' -d '{\"model\":\"Qwen/QwQ-32B\"}'"_s.arg(Key));
        click(m_dialog, "channel.paste");
        QCOMPARE(find<QComboBox>(m_dialog, "channel.provider")->currentData().toString(), u"siliconflow"_s);
        QCOMPARE(find<QLineEdit>(m_dialog, "channel.apiKey")->text(), Key);
        QCOMPARE(find<QLineEdit>(m_dialog, "channel.name")->text(), u"siliconflow-1"_s);
        QVERIFY(shows(m_dialog, u"Recognised"_s));
        QVERIFY(!test::everyText(m_dialog).join(u'\n').contains(Key));
        QSignalSpy saved(m_dialog, &ChannelDialog::saved);
        click(m_dialog, "channel.save");
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(m_console->stored.channel(saved.first().first().toString())->models, QStringList{u"Qwen/QwQ-32B"_s});
    }

    void pastingAnUnknownAddressMakesAProvider()
    {
        open(u"ark"_s);
        m_dialog->paste(u"LLM_API_KEY=%1\nLLM_BASE_URL=https://api.llm.example.com/v1\nLLM_MODEL=big-70b"_s.arg(Key));
        QVERIFY(find<QLineEdit>(m_dialog, "channel.providerName")->isVisible());
        QSignalSpy saved(m_dialog, &ChannelDialog::saved);
        click(m_dialog, "channel.save");
        QTRY_COMPARE(saved.count(), 1);
        const Channel *channel = m_console->stored.channel(saved.first().first().toString());
        const Provider *made = m_console->stored.provider(channel->provider);
        QVERIFY(made);
        QCOMPARE(made->name, u"llm.example.com"_s);
        QCOMPARE(made->origin, ProviderOrigin::Custom);
        QVERIFY(made->model(u"big-70b"));
    }

    void pastingNonsenseSaysSo()
    {
        open(u"ark"_s);
        m_dialog->paste(u"hello"_s);
        QVERIFY(shows(m_dialog, u"Nothing recognised"_s));
        m_dialog->paste(GatewayKeyText);
        QVERIFY(shows(m_dialog, u"not a provider key"_s));
        QVERIFY(!m_dialog->isDirty());
    }

    void testsWhatTheFormHolds()
    {
        open(u"deepseek"_s);
        type(m_dialog, "channel.apiKey", Key);
        QTest::keyClick(m_dialog, Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(shows(m_dialog, u"The provider rejected the key"_s));
        QVERIFY(m_console->calls.contains(u"test new-channel"_s));
        QVERIFY(!m_console->calls.contains(u"change"_s));
        QVERIFY(shows(m_dialog, u"Check that it is a key of DeepSeek"_s));
        QVERIFY(shows(m_dialog, u"Failed at: Sign-in"_s));
        // Saving is allowed all the same, and the result is remembered.
        QSignalSpy saved(m_dialog, &ChannelDialog::saved);
        click(m_dialog, "channel.save");
        QTRY_COMPARE(saved.count(), 1);
        const auto memo = m_tests->last(saved.first().first().toString());
        QVERIFY(memo && !memo->passed);
        QCOMPARE(memo->failedAt, TestStage::SignIn);
    }

    void aTestOfOtherValuesIsNotRemembered()
    {
        open(u"deepseek"_s);
        type(m_dialog, "channel.apiKey", Key);
        click(m_dialog, "channel.test");
        QTRY_VERIFY(shows(m_dialog, u"Failed at: Sign-in"_s));
        type(m_dialog, "channel.apiKey", Key + u"x"_s);
        QVERIFY(shows(m_dialog, u"The form has changed since"_s));
        QSignalSpy saved(m_dialog, &ChannelDialog::saved);
        click(m_dialog, "channel.save");
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(!m_tests->last(saved.first().first().toString()));
    }

    void aTestCanBeCancelled()
    {
        open(u"deepseek"_s);
        m_console->holdReplies = true;
        click(m_dialog, "channel.test");
        QCOMPARE(find<QPushButton>(m_dialog, "channel.test")->text(), u"Cancel Test"_s);
        click(m_dialog, "channel.test");
        QCOMPARE(find<QPushButton>(m_dialog, "channel.test")->text(), u"Test Connection"_s);
    }

    void escapeAsksOnlyWhenSomethingWasTyped()
    {
        open(u"deepseek"_s);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        open(u"deepseek"_s);
        type(m_dialog, "channel.apiKey", Key);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        auto *box = m_dialog->findChild<QMessageBox *>(u"ask"_s);
        QVERIFY(box);
        QTest::mouseClick(box->findChild<QPushButton *>(u"ask.choice0"_s), Qt::LeftButton);
        QVERIFY(m_dialog && m_dialog->isVisible());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(m_dialog->findChild<QMessageBox *>(u"ask"_s));
        const QList<QMessageBox *> boxes = m_dialog->findChildren<QMessageBox *>(u"ask"_s);
        QTest::mouseClick(boxes.last()->findChild<QPushButton *>(u"ask.choice1"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
    }

    void aFailedSaveStaysOpenAndSaysWhy()
    {
        open(u"deepseek"_s);
        m_console->nextError = Error{ErrorKind::Denied, u"locked"_s, {}};
        click(m_dialog, "channel.save");
        QTRY_VERIFY(shows(m_dialog, u"the stored secrets are locked"_s));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(find<QPushButton>(m_dialog, "channel.save")->isEnabled());
    }

    void theAdvancedPartIsStored()
    {
        open(u"deepseek"_s);
        click(m_dialog, "channel.advanced");
        type(m_dialog, "channel.description", u"for the team"_s);
        find<QComboBox>(m_dialog, "channel.proxy")->setCurrentIndex(2);
        type(m_dialog, "channel.proxyUrl", u"nonsense"_s);
        click(m_dialog, "channel.addHeader");
        type(m_dialog, "channel.headerName", u"Authorization"_s);
        type(m_dialog, "channel.headerValue", u"secret-value"_s);
        click(m_dialog, "channel.save");
        QVERIFY(shows(m_dialog, u"socks5://"_s));
        QVERIFY(shows(m_dialog, u"Authorization cannot be an extra header"_s));
        type(m_dialog, "channel.proxyUrl", u"socks5://127.0.0.1:1080"_s);
        type(m_dialog, "channel.headerName", u"X-Team"_s);
        find<QAbstractButton>(m_dialog, "channel.noAutoTest")->click();
        QVERIFY(!test::everyText(m_dialog).join(u'\n').contains(u"secret-value"_s));
        QSignalSpy saved(m_dialog, &ChannelDialog::saved);
        click(m_dialog, "channel.save");
        QTRY_COMPARE(saved.count(), 1);
        const Channel *channel = m_console->stored.channel(saved.first().first().toString());
        QCOMPARE(channel->description, u"for the team"_s);
        QCOMPARE(channel->proxy.url.toString(), u"socks5://127.0.0.1:1080"_s);
        QCOMPARE(channel->headers, (HttpHeaders{{"X-Team", "secret-value"}}));
        QVERIFY(!channel->autoTest);
        QTRY_VERIFY(!m_dialog);
        open({}, channel->id);
        QVERIFY(find(m_dialog, "channel.description")->isVisible()); // unfolded: something in it counts
        QVERIFY(!test::everyText(m_dialog).join(u'\n').contains(u"secret-value"_s));
        QVERIFY(!m_dialog->isDirty());
    }

    void pricesMakeTheUsersVersion()
    {
        open(u"siliconflow"_s);
        auto *list = find<QTreeView>(m_dialog, "channel.models");
        QVERIFY(list->model()->setData(list->model()->index(0, ModelChoicesModel::PriceIn), u"1.5"_s, Qt::EditRole));
        QVERIFY(!list->model()->setData(list->model()->index(0, ModelChoicesModel::PriceOut), u"cheap"_s, Qt::EditRole));
        QSignalSpy saved(m_dialog, &ChannelDialog::saved);
        click(m_dialog, "channel.save");
        QTRY_COMPARE(saved.count(), 1);
        const Provider *own = m_console->stored.provider(u"siliconflow");
        QVERIFY(own);
        QCOMPARE(own->models.first().priceIn, std::optional<double>(1.5));
        QCOMPARE(own->models.first().currency, u"CNY"_s);
    }

    void providersOfOnesOwn()
    {
        auto *dialog = new ProviderDialog(*m_console, [this](const Wish &wish) { m_wishes.append(wish); }, {});
        dialog->show();
        QSignalSpy saved(dialog, &ProviderDialog::saved);
        QSignalSpy said(dialog, &ProviderDialog::said);
        click(dialog, "provider.save");
        QVERIFY(shows(dialog, u"This is needed"_s));
        find<QLineEdit>(dialog, "provider.name")->setText(u"内网推理"_s); // as an input method does
        type(dialog, "provider.baseUrl", u"http://127.0.0.1:8000/v1/"_s);
        click(dialog, "provider.save");
        QTRY_COMPARE(saved.count(), 1);
        const Provider *made = m_console->stored.provider(u"own-1");
        QVERIFY(made);
        QCOMPARE(made->name, u"内网推理"_s);
        QCOMPARE(made->baseUrl.toString(), u"http://127.0.0.1:8000/v1"_s);
        said.first().first().value<Message>().action();
        QCOMPARE(m_wishes.last(), Wish::make(Wish::What::CreateChannel, u"own-1"_s));
    }

    void aModelInUseStaysListed()
    {
        auto *dialog = new ProviderDialog(*m_console, nullptr, u"office"_s);
        dialog->show();
        click(dialog, "channel.noModels");
        click(dialog, "provider.save");
        QVERIFY(shows(dialog, u"is opened by a channel"_s));
        delete dialog;
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
        translations.choose(language);
        for (const QString &channel : {QString(), u"siliconflow-1"_s}) {
            open(u"deepseek"_s, channel);
            click(m_dialog, "channel.advanced");
            click(m_dialog, "channel.addHeader");
            click(m_dialog, "channel.test");
            settle();
            QVERIFY2(test::accessibilityProblems(m_dialog).isEmpty(), qPrintable(test::accessibilityProblems(m_dialog).join(u'\n')));
            QVERIFY2(test::clippedTexts(m_dialog).isEmpty(), qPrintable(test::clippedTexts(m_dialog).join(u'\n')));
            delete m_dialog;
        }
        ProviderDialog provider(*m_console, nullptr, u"siliconflow"_s);
        provider.setAttribute(Qt::WA_DeleteOnClose, false);
        provider.show();
        settle();
        QVERIFY2(test::accessibilityProblems(&provider).isEmpty(), qPrintable(test::accessibilityProblems(&provider).join(u'\n')));
        QVERIFY2(test::clippedTexts(&provider).isEmpty(), qPrintable(test::clippedTexts(&provider).join(u'\n')));
        translations.choose(u"en"_s);
    }

private:
    void open(const QString &provider, const QString &channel = {})
    {
        m_dialog = new ChannelDialog(*m_console, *m_tests, &m_clipboard, [this](const Wish &wish) { m_wishes.append(wish); }, {provider, channel});
        m_dialog->show();
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }
    static int rowOf(QTreeView *list, const QString &id)
    {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data().toString() == id)
                return row;
        }
        return -1;
    }
    static void tick(QTreeView *list, const QString &id) { QVERIFY(list->model()->setData(list->model()->index(rowOf(list, id), 0), int(Qt::Checked), Qt::CheckStateRole)); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::FakeConsole> m_console;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestMemory> m_tests;
    SecretClipboard m_clipboard;
    QList<Wish> m_wishes;
    QPointer<ChannelDialog> m_dialog;
};

QTEST_MAIN(TestChannelDialog)
#include "tst_channeldialog.moc"
