// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/PolicyDefaults.h"
#include "configuration/Rules.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"
#include "widgets/StateNotice.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;
using Kind = Condition::Kind;
using Action = Condition::Action;
using Phase = GatewayState::Phase;

Q_DECLARE_METATYPE(understudy::Condition::Kind)
Q_DECLARE_METATYPE(QList<understudy::Condition::Kind>)
Q_DECLARE_METATYPE(QList<understudy::Condition::Action>)

namespace {

GatewayState running()
{
    GatewayState state;
    state.phase = Phase::Running;
    state.baseUrl = QUrl(u"http://127.0.0.1:17177/v1"_s);
    state.dataDirectory = u"/home/ada/.local/share/understudy"_s;
    state.database = state.dataDirectory + u"/understudy.db"_s;
    return state;
}

GatewayState failed(ErrorKind kind)
{
    GatewayState state = running();
    state.phase = Phase::Failed;
    state.problem = Error{kind, u"The bind address is already in use"_s, {}};
    return state;
}

GatewayState locked(MasterKeyPlace place, const QString &problem = {})
{
    GatewayState state = running();
    state.vault = {place, true, problem};
    return state;
}

template<typename T>
T *find(QWidget &window, const char *name)
{
    T *found = window.findChild<T *>(QString::fromLatin1(name));
    return found && found->isVisibleTo(&window) ? found : nullptr;
}

} // namespace

class TestStateNotice : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(u"light"_s); }
    void cleanup() { m_translations.choose(u"en"_s); }
    void cleanupTestCase() { m_theme.reset(); }

    void everyConditionHasItsWords_data()
    {
        QTest::addColumn<GatewayState>("state");
        QTest::addColumn<QList<Kind>>("kinds");
        QTest::addColumn<QList<Action>>("actions"); // of the first
        QTest::addColumn<QString>("says");          // somewhere in the first

        const auto row = [](const char *name, const GatewayState &state, const QList<Kind> &kinds, const QList<Action> &actions, const QString &says) {
            QTest::newRow(name) << state << kinds << actions << says;
        };
        GatewayState state;
        row("opening", state, {}, {}, {});
        row("all is well", running(), {}, {}, {});
        state = running();
        state.phase = Phase::Stopped;
        row("stopped by a person", state, {}, {}, {});
        row("port taken", failed(ErrorKind::Conflict), {Kind::PortTaken}, {Action::UseNextFreePort, Action::Retry}, u"17177"_s);
        row("address not ours", failed(ErrorKind::Unavailable), {Kind::CannotListen}, {Action::Retry, Action::GatewaySettings}, u"already in use"_s);
        row("passphrase", locked(MasterKeyPlace::Passphrase), {Kind::Locked}, {Action::Unlock, Action::SecretsSettings}, u"Enter the passphrase"_s);
        row("keyring locked", locked(MasterKeyPlace::Keyring, u"The system keyring has no master key for this database, or it is locked."_s),
            {Kind::Locked}, {Action::Unlock, Action::SecretsSettings}, u"keyring is locked"_s);
        row("keyring missing", locked(MasterKeyPlace::Keyring, u"The system keyring cannot be used (Unknown error). On Debian it needs the package libsecret-1-0"_s),
            {Kind::Locked}, {Action::Unlock, Action::SecretsSettings}, u"libsecret-1-0"_s);
        row("no keyring in this session", locked(MasterKeyPlace::Keyring, u"There is no system keyring in this session."_s), {Kind::Locked},
            {Action::Unlock, Action::SecretsSettings}, u"no keyring in this session"_s);
        row("key file gone", locked(MasterKeyPlace::File, u"The master key file cannot be read (No such file)."_s), {Kind::Locked},
            {Action::Unlock, Action::OpenDataFolder}, u"No such file"_s);
        state = running();
        state.readOnly = true;
        state.ledgerProblem = u"attempt to write a readonly database"_s; // follows from it and is not said twice
        row("read-only", state, {Kind::ReadOnly}, {Action::OpenDataFolder}, u"understudy.db"_s);
        state = running();
        state.ledgerProblem = u"The disk is full (database or disk is full)."_s;
        state.ledgerQueued = 42;
        state.ledgerDropped = 7;
        row("disk full", state, {Kind::DiskFull}, {Action::OpenDataFolder}, u"42 request"_s);
        row("disk full, rows lost", state, {Kind::DiskFull}, {Action::OpenDataFolder}, u"7 record"_s);
        state.ledgerProblem = u"server closed the connection unexpectedly"_s;
        row("ledger failing", state, {Kind::LedgerFailing}, {Action::OpenDataFolder}, u"server closed"_s);
        const auto ours = [](NetworkBlame blame) {
            GatewayState state = running();
            state.network = {blame, WallTime(Milliseconds(1767225600000)), {{NetworkSign::Kind::NamesNotFound, {u"a.example"_s, u"b.example"_s}, {}}}};
            return state;
        };
        row("offline", ours(NetworkBlame::Offline), {Kind::OurNetwork}, {}, u"seems to be offline since"_s);
        row("offline, and why", ours(NetworkBlame::Offline), {Kind::OurNetwork}, {}, u"No name is found: a.example, b.example."_s);
        row("a login is wanted", ours(NetworkBlame::CaptivePortal), {Kind::OurNetwork}, {}, u"log in"_s);
        row("another proxy", ours(NetworkBlame::ProxyChanged), {Kind::OurNetwork}, {}, u"Check the proxy"_s);
        row("just awake", ours(NetworkBlame::JustWoke), {Kind::OurNetwork}, {}, u"woke up at"_s);
        row("a provider's fault is no condition of ours", ours(NetworkBlame::Provider), {}, {}, {});
        state = ours(NetworkBlame::Offline);
        state.phase = Phase::Stopped;
        row("offline, but nothing runs", state, {}, {}, {});
        state = running();
        state.attached = true;
        state.owner = 4711;
        row("attached", state, {Kind::Attached}, {}, u"4711"_s);
        state = running();
        state.reachableFromNetwork = true;
        row("exposed", state, {Kind::Exposed}, {Action::GatewaySettings}, u"network"_s);
        state.phase = Phase::Stopped;
        row("would be exposed", state, {}, {}, {});
        state = {};
        state.phase = Phase::Broken;
        state.problem = Error{ErrorKind::Unavailable, u"The database is damaged (file is not a database)."_s, u"/d/understudy.db"_s};
        state.dataDirectory = u"/d"_s;
        row("broken", state, {Kind::Broken}, {Action::Retry, Action::OpenDataFolder}, u"understudy.db.before-"_s);
        row("broken, in the core's words", state, {Kind::Broken}, {Action::Retry, Action::OpenDataFolder}, u"not a database"_s);
        state.problem->kind = ErrorKind::Denied;
        row("no right to the folder", state, {Kind::Broken}, {Action::Retry, Action::OpenDataFolder}, u"right to read and write /d"_s);
        state.vault.locked = true;
        row("broken hides the rest", state, {Kind::Broken}, {Action::Retry, Action::OpenDataFolder}, {});
        state = failed(ErrorKind::Conflict);
        state.vault = {MasterKeyPlace::Passphrase, true, {}};
        state.readOnly = true;
        row("several", state, {Kind::PortTaken, Kind::Locked, Kind::ReadOnly}, {Action::UseNextFreePort, Action::Retry}, u"17177"_s);
    }
    void everyConditionHasItsWords()
    {
        QFETCH(GatewayState, state);
        QFETCH(QList<Kind>, kinds);
        QFETCH(QList<Action>, actions);
        QFETCH(QString, says);
        const QList<Condition> notices = conditionsOf(state);
        QList<Kind> got;
        for (const Condition &notice : notices)
            got.append(notice.kind);
        QCOMPARE(got, kinds);
        QCOMPARE(conditionOf(state).has_value(), !kinds.isEmpty());
        if (kinds.isEmpty())
            return;
        const Condition first = *conditionOf(state);
        QCOMPARE(first, notices.first());
        QCOMPARE(first.actions, actions);
        QVERIFY2((first.what + first.why + first.fix + first.detail).contains(says), qPrintable(first.why + first.fix));
        for (const Condition &notice : notices) {
            QVERIFY(!notice.what.isEmpty() && !notice.why.isEmpty());
            QVERIFY(notice.kind == Kind::Exposed || !notice.fix.isEmpty());
            QVERIFY2(!(notice.why + notice.fix).contains(u"%1"_s), qPrintable(notice.why));
            QVERIFY(!(notice.what + notice.why + notice.fix).contains(u'!'));
        }
    }

    /// keyringFault() reads the core's texts; when they change, this must.
    void theCoreStillSaysSo_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("library") << QByteArray("libsecret-1-0");
        QTest::newRow("session") << QByteArray("no system keyring");
        QTest::newRow("silence") << QByteArray("did not answer");
    }
    void theCoreStillSaysSo()
    {
        QFETCH(QByteArray, words);
        QFile file(QStringLiteral(SOURCE_ROOT) + u"/core/storage/Keychain.cpp"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains(words));
    }

    void aTakenPortIsLeftByOneClick()
    {
        test::FakeConsole console(test::FakeConsole::Start::Sample);
        console.setGateway(failed(ErrorKind::Conflict));
        StateNotice notice(console);
        notice.resize(784, 200);
        notice.show();
        QSignalSpy said(&notice, &StateNotice::said);
        QTest::mouseClick(find<QPushButton>(notice, "notice.nextPort"), Qt::LeftButton);
        QTRY_COMPARE(said.count(), 1);
        QCOMPARE(console.stored.settings.listen, u"127.0.0.1:17178"_s);
        QVERIFY(console.calls.contains(u"start"_s));
        QVERIFY(!notice.isVisible());
    }

    void retryStarts()
    {
        test::FakeConsole console;
        console.setGateway(failed(ErrorKind::Conflict));
        StateNotice notice(console);
        notice.show();
        QTest::mouseClick(find<QPushButton>(notice, "notice.retry"), Qt::LeftButton);
        QCOMPARE(console.calls, QStringList{u"start"_s});
        QVERIFY(!notice.isVisible());
    }

    void thePassphraseUnlocks()
    {
        test::FakeConsole console;
        console.setGateway(locked(MasterKeyPlace::Passphrase));
        StateNotice notice(console);
        notice.show();
        auto *field = find<QLineEdit>(notice, "notice.passphrase");
        QVERIFY(field);
        QTest::mouseClick(find<QPushButton>(notice, "notice.unlock"), Qt::LeftButton);
        QVERIFY2(console.calls.isEmpty(), "an empty passphrase is not tried");
        console.nextError = Error{ErrorKind::Denied, u"The passphrase is wrong."_s, {}};
        QTest::keyClicks(field, u"wrong horse"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(test::everyText(&notice).join(u'\n').contains(u"not the passphrase"_s));
        QVERIFY(field->isEnabled());
        QVERIFY2(field->text().isEmpty(), "a passphrase stays in no field after its use");
        QTest::keyClicks(field, u"right horse"_s);
        QVERIFY(!test::everyText(&notice).join(u'\n').contains(u"right horse"_s));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!notice.isVisible());
    }

    void whatWasTypedSurvivesNews()
    {
        test::FakeConsole console;
        GatewayState state = locked(MasterKeyPlace::Passphrase);
        console.setGateway(state);
        StateNotice notice(console);
        notice.show();
        auto *field = find<QLineEdit>(notice, "notice.passphrase");
        QTest::keyClicks(field, u"half"_s);
        state.inFlight = 3;
        console.setGateway(state);
        QCOMPARE(find<QLineEdit>(notice, "notice.passphrase"), field);
        QCOMPARE(field->text(), u"half"_s);
    }

    void linesLeadToTheSettings()
    {
        test::FakeConsole console;
        GatewayState state = running();
        state.reachableFromNetwork = true;
        console.setGateway(state);
        StateNotice notice(console);
        notice.show();
        QSignalSpy wished(&notice, &StateNotice::wished);
        QTest::mouseClick(find<QPushButton>(notice, "notice.gatewaySettings"), Qt::LeftButton);
        QCOMPARE(wished.first().first().value<Wish>(), Wish::show(PageId::Settings, u"gateway"_s));
    }

    void itIsReadableForEverybody_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh") << u"zh_CN"_s;
    }
    void itIsReadableForEverybody()
    {
        QFETCH(QString, language);
        m_translations.choose(language);
        test::FakeConsole console;
        GatewayState state = failed(ErrorKind::Conflict);
        state.vault = {MasterKeyPlace::Passphrase, true, {}};
        state.ledgerProblem = u"disk is full"_s;
        state.attached = true;
        for (const Phase phase : {Phase::Failed, Phase::Running}) {
            state.phase = phase;
            console.setGateway(state);
            StateNotice notice(console);
            notice.resize(804, notice.heightForWidth(804));
            notice.show();
            notice.resize(804, notice.layout()->heightForWidth(804));
            QCoreApplication::processEvents();
            QCOMPARE(test::accessibilityProblems(&notice), QStringList());
            QCOMPARE(test::clippedTexts(&notice), QStringList());
        }
    }

    // The defaults of new keys (preferences/PolicyDefaults.h)
    void defaultsOfAnEmptyFileAreThoseOfThePolicy()
    {
        const QTemporaryDir folder;
        const Preferences empty(folder.filePath(u"console.ini"_s));
        QCOMPARE(defaultPolicy(empty), Policy());
    }

    void aFileWrittenByHandStaysValid()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"console.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[defaults]\nretries=99\ntimeoutSeconds=-4\nidleSeconds=none\ndeadlineSeconds=999999999\nbreakerFailures=0\ncacheSeconds=0\n"
                   "breakerSuspendSeconds=-1\nbackoffMilliseconds=0\n");
        file.close();
        const Preferences preferences(file.fileName());
        const Policy policy = defaultPolicy(preferences);
        QVERIFY(checkPolicy(policy, {}).ok());
        QCOMPARE(policy.retries, 3);
        QVERIFY(!policy.timeout);
    }

private:
    std::unique_ptr<Theme> m_theme;
    Translations m_translations;
};

QTEST_MAIN(TestStateNotice)
#include "tst_statenotice.moc"
