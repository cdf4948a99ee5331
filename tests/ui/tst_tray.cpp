// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/Preferences.h"
#include "shell/Notifier.h"
#include "shell/Tray.h"
#include "shell/TrayWatch.h"
#include "support/ManualClock.h"
#include "theme/Icons.h"
#include "translations/Translations.h"
#include "ui/FakeConsole.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef UNDERSTUDY_DBUS
#include <QDBusConnection>
#endif

#include <csignal>
#include <cstdio>

using namespace understudy;
using namespace Qt::StringLiterals;
using Phase = GatewayState::Phase;

namespace {

GatewayState in(Phase phase)
{
    GatewayState state;
    state.phase = phase;
    state.baseUrl = QUrl(u"http://127.0.0.1:17177/v1"_s);
    return state;
}

CandidateHealth candidate(const QString &channel, const QString &model, const QString &phase) { return {channel, model, phase, 0, {}, false}; }

ExchangeRecord request(const QString &id, QList<int> positions, ExchangeStatus status = ExchangeStatus::Answered)
{
    ExchangeRecord made;
    made.id = id;
    made.status = status;
    made.keyName = u"shop"_s;
    made.cache = CacheResult::Miss;
    for (const int position : positions) {
        AttemptRecord attempt;
        attempt.position = position;
        made.attempts.append(attempt);
    }
    made.servedModel = u"demo/DeepSeek-R1-Distill-Qwen-7B"_s;
    return made;
}

struct Bench {
    QTemporaryDir folder;
    test::FakeConsole console{test::FakeConsole::Start::Sample};
    Preferences preferences{folder.filePath(u"console.ini"_s)};
    test::ManualClock clock;
    SecretClipboard clipboard;
    Notifier notifier{console, preferences, clock};
    Tray tray{console, clipboard, notifier, [] { return false; }};

    QAction *action(const QString &name) const
    {
        QAction *found = tray.menu()->findChild<QAction *>(name);
        for (QMenu *menu : tray.menu()->findChildren<QMenu *>())
            found = found ? found : menu->findChild<QAction *>(name);
        return found;
    }
};

} // namespace

class TestTray : public QObject {
    Q_OBJECT

private slots:
    void picture_data()
    {
        QTest::addColumn<GatewayState>("state");
        QTest::addColumn<QList<CandidateHealth>>("health");
        QTest::addColumn<int>("face");
        QTest::addColumn<QString>("tooltip");
        QTest::addColumn<QString>("toggle");
        QTest::addColumn<bool>("canToggle");
        const auto row = [](const char *name, const GatewayState &state, const QList<CandidateHealth> &health, TrayFace face, const QString &tooltip,
                            const QString &toggle, bool canToggle) {
            QTest::newRow(name) << state << health << int(face) << tooltip << toggle << canToggle;
        };
        const QString start = u"Start Gateway"_s, stop = u"Stop Gateway"_s;
        const QList<CandidateHealth> well{candidate(u"a"_s, u"m"_s, u"available"_s), candidate(u"b"_s, u"m"_s, u"available"_s)};
        QList<CandidateHealth> ill = well;
        ill.append(candidate(u"b"_s, u"n"_s, u"suspended"_s));
        QList<CandidateHealth> probing{candidate(u"a"_s, u"m"_s, u"probing"_s)};
        row("opening", in(Phase::Opening), {}, TrayFace::Stopped, u"Opening the data"_s, start, false);
        row("broken", in(Phase::Broken), {}, TrayFace::Failed, u"The data cannot be opened"_s, start, false);
        row("stopped", in(Phase::Stopped), {}, TrayFace::Stopped, u"Gateway stopped"_s, start, true);
        row("stopped: a tripped channel is no news", in(Phase::Stopped), ill, TrayFace::Stopped, u"Gateway stopped"_s, start, true);
        row("starting", in(Phase::Starting), {}, TrayFace::Stopped, u"Gateway starting"_s, stop, false);
        row("running, never called", in(Phase::Running), {}, TrayFace::Running, u"Gateway running"_s, stop, true);
        row("running, all well", in(Phase::Running), well, TrayFace::Running, u"Gateway running · 2 of 2 channels healthy"_s, stop, true);
        row("one model of a channel tripped", in(Phase::Running), ill, TrayFace::Tripped, u"Gateway running · 1 of 2 channels healthy"_s, stop, true);
        row("probing is not well yet", in(Phase::Running), probing, TrayFace::Tripped, u"Gateway running · 0 of 1 channels healthy"_s, stop, true);
        GatewayState locked = in(Phase::Running);
        locked.vault.locked = true;
        row("locked", locked, well, TrayFace::Failed, u"Gateway locked · unlock it to answer requests"_s, stop, true);
        GatewayState full = in(Phase::Running);
        full.ledgerProblem = u"disk full"_s;
        row("ledger fails", full, well, TrayFace::Tripped, u"Gateway running · the request log cannot be written"_s, stop, true);
        GatewayState attached = in(Phase::Running);
        attached.attached = true;
        row("attached", attached, well, TrayFace::Running, u"Gateway running in another process · 2 of 2 channels healthy"_s, stop, false);
        GatewayState stopping = in(Phase::Stopping);
        row("stopping", stopping, well, TrayFace::Running, u"Gateway stopping"_s, stop, false);
        stopping.inFlight = 3;
        row("stopping with requests", stopping, well, TrayFace::Running, u"Gateway stopping · 3 requests still running"_s, stop, false);
        GatewayState taken = in(Phase::Failed);
        taken.problem = Error{ErrorKind::Conflict, u"taken"_s, {}};
        row("port taken", taken, well, TrayFace::Failed, u"Port 17177 is in use"_s, start, true);
        row("failed", in(Phase::Failed), {}, TrayFace::Failed, u"Gateway could not start"_s, start, true);
    }
    void picture()
    {
        QFETCH(GatewayState, state);
        QFETCH(QList<CandidateHealth>, health);
        const TrayPicture picture = trayPicture(state, health);
        QTEST(int(picture.face), "face");
        QTEST(picture.tooltip, "tooltip");
        QTEST(picture.toggle, "toggle");
        QTEST(picture.canToggle, "canToggle");
        QVERIFY(picture.stateLine.endsWith(picture.tooltip));
        QVERIFY(!icons::icon(iconName(picture.face)).pixmap(22, 22).toImage().isNull());
    }

    void failover_data()
    {
        QTest::addColumn<ExchangeRecord>("exchange");
        QTest::addColumn<bool>("was");
        const ExchangeRecord rescued = request(u"1"_s, {0, 0, 1});
        ExchangeRecord drill = rescued, cached = rescued, skipped = request(u"1"_s, {1}), typed = skipped;
        drill.kind = ExchangeKind::Drill;
        cached.cache = CacheResult::Hit;
        skipped.skipped = {{0, {}, {}, SkipReason::Suspended}};
        typed.skipped = {{0, {}, {}, SkipReason::TypeMismatch}};
        QTest::newRow("a backup answered") << rescued << true;
        QTest::newRow("first try") << request(u"1"_s, {0}) << false;
        QTest::newRow("retried only") << request(u"1"_s, {0, 0}) << false;
        QTest::newRow("all failed") << request(u"1"_s, {0, 1}, ExchangeStatus::Failed) << false;
        QTest::newRow("the client chose the backup") << request(u"1"_s, {1}) << false;
        QTest::newRow("the primary was suspended") << skipped << true;
        QTest::newRow("the first was of another type") << typed << false;
        QTest::newRow("a drill") << drill << false;
        QTest::newRow("from the cache") << cached << false;
        QTest::newRow("nobody was called") << request(u"1"_s, {}) << false;
    }
    void failover()
    {
        QFETCH(ExchangeRecord, exchange);
        QTEST(wasFailover(exchange), "was");
    }

    void onlyTheLastFailoversAreShown()
    {
        QList<ExchangeRecord> all;
        for (int i = 0; i < 9; ++i)
            all.append(request(QString::number(i), i % 2 ? QList<int>{0} : QList<int>{0, 1}));
        const QList<ExchangeRecord> recent = recentFailovers(all, 3);
        QCOMPARE(recent.size(), 3);
        QCOMPARE(recent.first().id, u"0"_s);
        QCOMPARE(recent.last().id, u"4"_s);
    }

    /// The same actions for the whole life: replacing them closes the menu under the user's hand.
    void theMenuIsChangedInPlace()
    {
        Bench b;
        const QList<QAction *> before = b.tray.menu()->actions();
        QCOMPARE(b.action(u"tray.toggle"_s)->text(), u"Stop Gateway"_s);
        QVERIFY(!b.action(u"tray.state"_s)->isEnabled());
        b.console.setGateway(in(Phase::Stopped));
        QCOMPARE(b.action(u"tray.toggle"_s)->text(), u"Start Gateway"_s);
        QCOMPARE(b.action(u"tray.state"_s)->text(), u"○ Gateway stopped"_s);
        b.console.setGateway(in(Phase::Running));
        b.console.setHealth({candidate(u"a"_s, u"m"_s, u"suspended"_s)});
        QCOMPARE(b.action(u"tray.state"_s)->text(), u"▲ Gateway running · 0 of 1 channels healthy"_s);
        QCOMPARE(b.tray.picture().face, TrayFace::Tripped);
        QCOMPARE(b.tray.menu()->actions(), before);
    }

    void wishes_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("id");
        QTest::newRow("toggle") << u"tray.toggle"_s << int(Wish::What::ToggleGateway) << QString();
        QTest::newRow("copy URL") << u"tray.copyUrl"_s << int(Wish::What::CopyBaseUrl) << QString();
        QTest::newRow("failover") << u"tray.failover0"_s << int(Wish::What::ShowExchange) << u"req_0001"_s;
        QTest::newRow("demo") << u"tray.demo"_s << int(Wish::What::SeeDemo) << QString();
        QTest::newRow("troubleshoot") << u"tray.diagnose"_s << int(Wish::What::ShowPage) << u"diagnostics"_s;
        QTest::newRow("quit") << u"tray.quit"_s << int(Wish::What::Quit) << QString();
    }
    void wishes()
    {
        QFETCH(QString, action);
        Bench b;
        QList<Wish> wishes;
        connect(&b.tray, &Tray::wished, this, [&](const Wish &wish) { wishes.append(wish); });
        QVERIFY(b.action(action));
        b.action(action)->trigger();
        QCOMPARE(wishes.size(), 1);
        QTEST(int(wishes.first().what), "what");
        QTEST(wishes.first().id, "id");
    }

    void openIsNoWish()
    {
        Bench b;
        QSignalSpy open(&b.tray, &Tray::openWanted), wished(&b.tray, &Tray::wished);
        b.action(u"tray.open"_s)->trigger();
        QCOMPARE(open.count(), 1);
        QCOMPARE(wished.count(), 0);
    }

    void aKeyIsCopiedAsASecret()
    {
        Bench b;
        QCOMPARE(b.action(u"tray.key0"_s)->text(), u"tutorial"_s);
        QCOMPARE(b.action(u"tray.key3"_s)->text(), u"nightly-batch (paused)"_s);
        b.action(u"tray.key1"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().toLatin1(), b.console.stored.keys[1].secret.reveal());
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        for (const QAction *action : b.tray.menu()->findChildren<QAction *>())
            QVERIFY(!action->text().contains("sk-us_"_L1) && !action->toolTip().contains("sk-us_"_L1));
    }

    void keysComeAndGo()
    {
        Bench b;
        Configuration c = b.console.stored;
        const QAction *first = b.action(u"tray.key0"_s);
        c.keys.clear();
        b.console.setConfiguration(c);
        QVERIFY(!first->isVisible());
        QVERIFY(b.action(u"tray.noKey"_s)->isVisible());
        GatewayKey locked;
        locked.id = u"key_new"_s;
        locked.name = u"new"_s;
        c.keys = {locked};
        b.console.setConfiguration(c);
        QCOMPARE(b.action(u"tray.key0"_s), first);
        QVERIFY(first->isVisible());
        QVERIFY2(!first->isEnabled(), "without its secret there is nothing to copy");
        QVERIFY(!b.action(u"tray.noKey"_s)->isVisible());
    }

    void failoversAppearAsTheyHappen()
    {
        Bench b;
        QVERIFY(b.action(u"tray.failover0"_s)->text().contains(u"tutorial ⇢ DeepSeek-R1-Distill-Qwen-7B"_s));
        QVERIFY(!b.action(u"tray.failover1"_s)->isVisible());
        ExchangeRecord next = request(u"req_new"_s, {0, 1});
        b.console.record({next});
        QVERIFY(b.action(u"tray.failover0"_s)->text().contains(u"shop ⇢"_s));
        QVERIFY(b.action(u"tray.failover1"_s)->isVisible());
        QVERIFY(!b.action(u"tray.noFailover"_s)->isVisible());
    }

    void pausing()
    {
        Bench b;
        QAction *pause = b.action(u"tray.pause"_s);
        QCOMPARE(pause->text(), u"Pause Notifications for 1 h"_s);
        pause->trigger();
        QVERIFY(b.notifier.isPaused());
        QVERIFY(pause->isChecked());
        QVERIFY(pause->text().startsWith("Notifications Paused until "_L1));
        pause->trigger();
        QVERIFY(!b.notifier.isPaused());
        QVERIFY(!pause->isChecked());
        QCOMPARE(pause->text(), u"Pause Notifications for 1 h"_s);
    }

    void everyEntryHasAText()
    {
        Bench b;
        for (const QAction *action : b.tray.menu()->actions())
            QVERIFY(action->isSeparator() || !action->text().isEmpty());
    }

    void theWatchLooksForAMinuteAndThenRests()
    {
        int looks = 0;
        bool there = false;
        TrayWatch watch([&] {
            ++looks;
            return there;
        });
        QSignalSpy changed(&watch, &TrayWatch::changed);
        watch.setInterval(1);
        QTRY_VERIFY(looks > 10);
        there = true;
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(watch.isAvailable());
        QTRY_VERIFY(!watch.isLooking());
        QCOMPARE(looks, 1 + TrayWatch::LooksAtStart);
    }

#ifdef UNDERSTUDY_DBUS
    void theWatchHearsOfAPanel()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            QSKIP("no dbus-daemon here");
        bool there = false;
        TrayWatch watch([&] { return there; });
        watch.setInterval(1);
        QTRY_VERIFY(!watch.isLooking());
        QSignalSpy changed(&watch, &TrayWatch::changed);
        there = true;
        // Another connection plays the panel.
        QDBusConnection panel = QDBusConnection::connectToBus(QString::fromLocal8Bit(qgetenv("DBUS_SESSION_BUS_ADDRESS")), u"panel"_s);
        QVERIFY(panel.registerService(u"org.kde.StatusNotifierWatcher"_s));
        QTRY_COMPARE(changed.count(), 1);
        QTRY_VERIFY(!watch.isLooking());
        there = false;
        QVERIFY(panel.unregisterService(u"org.kde.StatusNotifierWatcher"_s));
        QTRY_COMPARE(changed.count(), 2);
        QVERIFY(!watch.isAvailable());
        QTRY_VERIFY2(!watch.isLooking(), "no timer at rest");
        QDBusConnection::disconnectFromBus(u"panel"_s);
    }
#endif
};

/// A bus of our own, so that the desktop's panel has no say.
int main(int argc, char **argv)
{
    long bus = 0;
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    if (FILE *out = popen("dbus-daemon --session --fork --nopidfile --print-address=1 --print-pid=1 2>/dev/null", "r")) {
        char line[512];
        if (fgets(line, sizeof line, out))
            qputenv("DBUS_SESSION_BUS_ADDRESS", QByteArray(line).trimmed());
        if (fgets(line, sizeof line, out))
            bus = QByteArray(line).trimmed().toLong();
        pclose(out);
    }
    int result = 0;
    {
        QApplication app(argc, argv);
        Translations translations;
        translations.choose(u"en"_s);
        TestTray test;
        result = QTest::qExec(&test, argc, argv);
    }
    if (bus > 0)
        ::kill(pid_t(bus), SIGTERM);
    return result;
}

#include "tst_tray.moc"
