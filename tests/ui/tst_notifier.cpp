// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/Preferences.h"
#include "shell/Notifier.h"
#include "support/ManualClock.h"
#include "translations/Translations.h"
#include "ui/FakeConsole.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace understudy;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Kind = Notice::Kind;
using Which = NotificationRules::Which;

QList<CandidateHealth> health(const QString &channel, bool tripped, bool attention = false)
{
    return {{channel, u"m"_s, tripped ? u"suspended"_s : u"available"_s, tripped ? 3 : 0, {}, attention}};
}

GatewayState running()
{
    GatewayState state;
    state.phase = GatewayState::Phase::Running;
    return state;
}

ExchangeRecord failed(const QString &key, const QString &code = u"all_candidates_failed"_s)
{
    ExchangeRecord made;
    made.id = u"req_"_s + key;
    made.keyId = key;
    made.keyName = key;
    made.status = ExchangeStatus::Failed;
    made.errorCode = code;
    return made;
}

/// What was told, as text: "tripped a", "recovered a +2".
QString words(const QList<Notice> &notices)
{
    static const QHash<Kind, QString> names{{Kind::ChannelTripped, u"tripped"_s}, {Kind::ChannelRecovered, u"recovered"_s}, {Kind::ChainFailed, u"chain"_s},
                                            {Kind::GatewayFailed, u"gateway"_s},  {Kind::LedgerFailing, u"ledger"_s},      {Kind::LedgerRecovered, u"ledger well"_s},
                                            {Kind::LimitNear, u"near"_s},         {Kind::LimitReached, u"reached"_s}};
    QStringList out;
    for (const Notice &notice : notices)
        out.append((names[notice.kind] + u' ' + notice.id + (notice.more ? u" +%1"_s.arg(notice.more) : QString())).simplified());
    return out.join(u", "_s);
}

struct Step {
    Milliseconds after; ///< since the step before
    QString what;       ///< "trip a", "well a", "chain k", "due", "ledger", "ledger ok", "fail", "run", "pause", "wrong k", "drill k"
    QString told;
};

} // namespace

class TestNotifier : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_translations.choose(u"en"_s); }

    /// Once at 80 %, once when it is used up, and again only after it was free.
    void limitsAreToldOnce()
    {
        test::ManualClock clock;
        NotificationPlan plan(clock);
        plan.begin(running(), {});
        const auto use = [&plan](qint64 used, LimitKind kind = LimitKind::TokensPerDay, LimitUse::Of of = LimitUse::Of::Key) {
            return words(plan.limits({{of, u"k"_s, kind, used, 100}}));
        };
        QCOMPARE(use(10), QString());
        QCOMPARE(use(79), QString());
        QCOMPARE(use(80), u"near k"_s);
        QCOMPARE(use(81), QString());
        QCOMPARE(use(100), u"reached k"_s); // does not wait for the window of the first
        QCOMPARE(use(130), QString());
        clock.advance(24h);
        QCOMPARE(use(0), QString());
        QCOMPARE(use(85), u"near k"_s);
        QCOMPARE(use(50, LimitKind::FreeTokens), QString());
        QCOMPARE(use(100, LimitKind::FreeTokens), u"reached k"_s);
        QCOMPARE(use(1, LimitKind::TokensPerMonth, LimitUse::Of::Channel), QString());
        QCOMPARE(use(90, LimitKind::TokensPerMonth, LimitUse::Of::Channel), u"near k"_s);
        QCOMPARE(use(1, LimitKind::RequestsPerMinute), QString());
        QCOMPARE(use(100, LimitKind::RequestsPerMinute), QString());

        NotificationPlan later(clock);
        later.begin(running(), {});
        QCOMPARE(words(later.limits({{LimitUse::Of::Key, u"k"_s, LimitKind::TokensPerDay, 95, 100}})), QString()); // so it was at the start
    }
    void limitsHaveWords()
    {
        Configuration configuration;
        configuration.keys.resize(1);
        configuration.keys[0].id = u"key_1"_s;
        configuration.keys[0].name = u"nightly"_s;
        for (const LimitUse::Of of : {LimitUse::Of::Key, LimitUse::Of::Channel}) {
            for (const LimitKind kind : {LimitKind::TokensPerDay, LimitKind::TokensPerMonth, LimitKind::FreeTokens}) {
                for (const qint64 used : {8200, 10000}) {
                    Notice notice{used == 10000 ? Kind::LimitReached : Kind::LimitNear, u"key_1"_s, {}, {}, {}};
                    notice.limit.emplace(LimitUse{of, u"key_1"_s, kind, used, 10000});
                    const NoticeText text = noticeText(notice, configuration);
                    QVERIFY2(text.title.contains(of == LimitUse::Of::Key ? u"nightly"_s : u"key_1"_s), qPrintable(text.title));
                    QVERIFY2(text.text.contains(used == 10000 ? u"(100 %)"_s : u"8,200 of 10,000 (82 %)"_s), qPrintable(text.text));
                    QVERIFY(!(text.title + text.text).contains(u"%1"_s) && !(text.title + text.text).contains(u"%2"_s));
                }
            }
        }
    }

    void plan_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QList<Step>>("steps");
        const auto row = [](const char *name, Which which, const QList<Step> &steps) { QTest::newRow(name) << int(which) << steps; };
        row("a trip is told once", Which::Errors, {{0s, u"trip a"_s, u"tripped a"_s}, {1s, u"trip a"_s, {}}, {6min, u"trip a"_s, {}}});
        row("good news only when asked for", Which::Errors, {{0s, u"trip a"_s, u"tripped a"_s}, {6min, u"well a"_s, {}}});
        row("good news", Which::All, {{0s, u"trip a"_s, u"tripped a"_s}, {6min, u"well a"_s, u"recovered a"_s}});
        row("off", Which::Off, {{0s, u"trip a"_s, {}}, {0s, u"chain k"_s, {}}, {0s, u"fail"_s, {}}, {0s, u"ledger"_s, {}}, {6min, u"due"_s, {}}});
        row("flapping is summed up", Which::All,
            {{0s, u"trip a"_s, u"tripped a"_s}, {10s, u"well a"_s, {}}, {10s, u"trip a"_s, {}}, {10s, u"well a"_s, {}}, {1min, u"due"_s, {}},
             {4min, u"due"_s, u"recovered a +3"_s}, {6min, u"due"_s, {}}});
        row("summed up as it ends, also when the end is good", Which::Errors,
            {{0s, u"trip a"_s, u"tripped a"_s}, {10s, u"well a"_s, {}}, {10s, u"trip a"_s, {}}, {10s, u"well a"_s, {}}, {5min, u"due"_s, u"recovered a +1"_s}});
        row("recovered within the window: nothing to add", Which::Errors,
            {{0s, u"trip a"_s, u"tripped a"_s}, {10s, u"well a"_s, {}}, {5min, u"due"_s, {}}, {0s, u"trip a"_s, u"tripped a"_s}});
        row("the sum begins a window", Which::Errors,
            {{0s, u"trip a"_s, u"tripped a"_s}, {10s, u"well a"_s, {}}, {10s, u"trip a"_s, {}}, {5min, u"due"_s, u"tripped a +1"_s}, {10s, u"well a"_s, {}},
             {10s, u"trip a"_s, {}}, {5min, u"due"_s, u"tripped a +1"_s}});
        row("channels are told apart", Which::Errors, {{0s, u"trip a"_s, u"tripped a"_s}, {1s, u"also b"_s, u"tripped b"_s}});
        row("a chain, at most once in the window", Which::Errors,
            {{0s, u"chain k"_s, u"chain k"_s}, {1s, u"chain k"_s, {}}, {1s, u"chain k"_s, {}}, {1s, u"chain other"_s, u"chain other"_s},
             {5min, u"due"_s, u"chain k +2"_s}});
        row("a mistake of the client is nobody's news", Which::All, {{0s, u"wrong k"_s, {}}, {0s, u"drill k"_s, {}}});
        row("the gateway", Which::Errors, {{0s, u"fail"_s, u"gateway"_s}, {1s, u"fail"_s, {}}, {1s, u"run"_s, {}}, {5min, u"due"_s, {}}, {0s, u"fail"_s, u"gateway"_s}});
        row("the ledger", Which::All, {{0s, u"ledger"_s, u"ledger"_s}, {6min, u"ledger ok"_s, u"ledger well"_s}});
        row("a pause swallows", Which::Errors, {{0s, u"pause"_s, {}}, {1s, u"trip a"_s, {}}, {59min, u"due"_s, {}}, {1min, u"trip a"_s, {}}, {0s, u"also b"_s, u"tripped b"_s}});
        row("a pause swallows sums", Which::Errors,
            {{0s, u"trip a"_s, u"tripped a"_s}, {1s, u"well a"_s, {}}, {1s, u"trip a"_s, {}}, {0s, u"pause"_s, {}}, {10min, u"due"_s, {}}});
    }
    void plan()
    {
        QFETCH(int, which);
        QFETCH(QList<Step>, steps);
        test::ManualClock clock;
        NotificationPlan plan(clock);
        NotificationRules rules;
        rules.which = Which(which);
        plan.setRules(rules);
        plan.begin(running(), {});
        int number = 0;
        for (const Step &step : std::as_const(steps)) {
            clock.advance(step.after);
            const QString word = step.what.section(u' ', 0, 0), id = step.what.section(u' ', 1);
            QList<Notice> told;
            GatewayState state = running();
            ExchangeRecord drill = failed(id);
            drill.kind = ExchangeKind::Drill;
            if (word == "trip"_L1)
                told = plan.health(health(id, true));
            else if (word == "well"_L1)
                told = plan.health(health(id, false));
            else if (word == "also"_L1)
                told = plan.health(health(u"a"_s, true) + health(id, true));
            else if (word == "chain"_L1)
                told = plan.recorded({failed(id)});
            else if (word == "wrong"_L1)
                told = plan.recorded({failed(id, u"invalid_request"_s)});
            else if (word == "drill"_L1)
                told = plan.recorded({drill});
            else if (word == "due"_L1)
                told = plan.overdue();
            else if (word == "pause"_L1)
                plan.pauseUntil(clock.now() + 1h);
            else {
                if (word == "fail"_L1)
                    state.phase = GatewayState::Phase::Failed;
                if (step.what == "ledger"_L1)
                    state.ledgerProblem = u"disk full"_s;
                told = plan.state(state);
            }
            QVERIFY2(words(told) == step.told, qPrintable(u"step %1 (%2): told “%3”, expected “%4”"_s.arg(++number).arg(step.what, words(told), step.told)));
        }
    }

    void whatIsThereAtTheStartIsNoNews()
    {
        test::ManualClock clock;
        NotificationPlan plan(clock);
        GatewayState state = running();
        state.ledgerProblem = u"disk full"_s;
        plan.begin(state, health(u"a"_s, true));
        QCOMPARE(words(plan.state(state)), QString());
        QCOMPARE(words(plan.health(health(u"a"_s, true))), QString());
        QCOMPARE(words(plan.health(health(u"a"_s, true) + health(u"b"_s, true))), u"tripped b"_s);
    }

    void aDeletedChannelHasNotRecovered()
    {
        test::ManualClock clock;
        NotificationPlan plan(clock);
        plan.setRules({Which::All, false, {}, {}});
        plan.begin(running(), health(u"a"_s, true));
        QCOMPARE(words(plan.health({})), QString());
    }

    void nextDueTellsWhenToLook()
    {
        test::ManualClock clock;
        NotificationPlan plan(clock);
        plan.begin(running(), {});
        const MonotonicTime first = clock.now();
        QCOMPARE(plan.recorded({failed(u"k"_s)}).size(), 1);
        QVERIFY(!plan.nextDue()); // nothing to sum up
        clock.advance(1min);
        QCOMPARE(plan.recorded({failed(u"k"_s)}).size(), 0);
        QVERIFY(plan.nextDue() == first + 5min);
    }

    void quiet_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("at");
        QTest::addColumn<bool>("quiet");
        const auto row = [](const char *name, const QString &from, const QString &to, const QString &at, bool quiet) {
            QTest::newRow(name) << from << to << at << quiet;
        };
        row("over midnight, before", u"22:00"_s, u"08:00"_s, u"21:59"_s, false);
        row("over midnight, begins", u"22:00"_s, u"08:00"_s, u"22:00"_s, true);
        row("over midnight, after it", u"22:00"_s, u"08:00"_s, u"03:00"_s, true);
        row("over midnight, ends", u"22:00"_s, u"08:00"_s, u"08:00"_s, false);
        row("within a day", u"12:00"_s, u"13:00"_s, u"12:30"_s, true);
        row("within a day, after", u"12:00"_s, u"13:00"_s, u"13:00"_s, false);
        row("the whole day", u"09:00"_s, u"09:00"_s, u"17:00"_s, true);
    }
    void quiet()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, at);
        NotificationRules rules{Which::Errors, true, QTime::fromString(from, u"HH:mm"_s), QTime::fromString(to, u"HH:mm"_s)};
        QTEST(isQuiet(rules, QTime::fromString(at, u"HH:mm"_s)), "quiet");
        rules.quietHours = false;
        QVERIFY(!isQuiet(rules, QTime::fromString(at, u"HH:mm"_s)));
    }

    void quietHoursAreLocalTime()
    {
        test::ManualClock clock;
        NotificationPlan plan(clock);
        plan.setRules({Which::Errors, true, QTime(22, 0), QTime(8, 0)});
        plan.begin(running(), {});
        const auto at = [&](QTime time) { clock.setWall(WallTime(Milliseconds(QDateTime(QDate(2026, 3, 3), time).toMSecsSinceEpoch()))); };
        at(QTime(23, 0));
        QCOMPARE(words(plan.recorded({failed(u"k"_s)})), QString());
        at(QTime(9, 0));
        QCOMPARE(words(plan.recorded({failed(u"k"_s)})), u"chain k"_s);
    }

    void rulesFromPreferences()
    {
        Bench b;
        QCOMPARE(notificationRules(b.preferences), NotificationRules());
        b.preferences.set(preferences::Notify, u"all"_s);
        b.preferences.set(preferences::QuietHours, true);
        b.preferences.set(preferences::QuietFrom, u"20:30"_s);
        QCOMPARE(notificationRules(b.preferences), (NotificationRules{Which::All, true, QTime(20, 30), QTime(8, 0)}));
        b.preferences.set(preferences::QuietTo, u"late"_s);
        QVERIFY2(!notificationRules(b.preferences).quietHours, "a time that cannot be read must not silence for ever");
    }

    void theNotifierTellsWhatTheConsoleSays()
    {
        Bench b;
        b.console.setHealth(health(u"deepseek-1"_s, true, true) + health(u"siliconflow-1"_s, true));
        QCOMPARE(b.titles, (QStringList{u"Channel “my account” is tripped"_s}));
        QCOMPARE(b.wishes.last(), Wish::make(Wish::What::ShowChannels, u"siliconflow"_s));
        b.console.record({failed(u"shop"_s)});
        QCOMPARE(b.titles.last(), u"Key “shop”: no model answered"_s);
        QCOMPARE(b.wishes.last(), Wish::make(Wish::What::ShowExchange, u"req_shop"_s));
        GatewayState state = b.console.gateway;
        state.phase = GatewayState::Phase::Failed;
        state.problem = Error{ErrorKind::Conflict, u"Port 17177 is in use."_s, {}};
        b.console.setGateway(state);
        QCOMPARE(b.titles.last(), u"The gateway does not run"_s);
        QCOMPARE(b.texts.last(), u"Port 17177 is in use."_s);
        state = running();
        state.ledgerProblem = u"disk full"_s;
        b.console.setGateway(state);
        QCOMPARE(b.titles.last(), u"The request log cannot be written"_s);
        QCOMPARE(b.wishes.last(), Wish::show(PageId::Settings, u"diagnostics"_s));
        QCOMPARE(b.titles.size(), 4);
    }

    void aPreferenceTakesEffectAtOnce()
    {
        Bench b;
        b.preferences.set(preferences::Notify, u"off"_s);
        b.console.record({failed(u"shop"_s)});
        QCOMPARE(b.titles, QStringList());
        b.preferences.set(preferences::Notify, u"errors"_s);
        b.console.record({failed(u"shop"_s)});
        QCOMPARE(b.titles.size(), 1);
    }

    void pausing()
    {
        Bench b;
        QSignalSpy changed(&b.notifier, &Notifier::pauseChanged);
        b.notifier.pause();
        QVERIFY(b.notifier.isPaused());
        QCOMPARE(b.notifier.pausedUntil().toMSecsSinceEpoch(), (b.clock.wall() + 1h).time_since_epoch().count());
        b.console.record({failed(u"shop"_s)});
        QCOMPARE(b.titles, QStringList());
        b.notifier.resume();
        QCOMPARE(changed.count(), 2);
        b.console.record({failed(u"shop"_s)});
        QCOMPARE(b.titles.size(), 1);
        b.notifier.resume();
        QCOMPARE(changed.count(), 2);
    }

    void sumsHaveWords()
    {
        const Configuration none;
        Notice notice{Kind::ChainFailed, u"key_1"_s, u"shop"_s, u"req_1"_s, {}};
        notice.more = 7;
        QCOMPARE(noticeText(notice, none).title, u"Key “shop”: 7 more requests failed"_s);
        QCOMPARE(noticeText(notice, none).wish, Wish::make(Wish::What::ShowLog, u"key_1"_s));
        notice.more = 1;
        QCOMPARE(noticeText(notice, none).wish, Wish::make(Wish::What::ShowExchange, u"req_1"_s));
        Notice channel{Kind::ChannelTripped, u"built-in"_s, {}, {}, {}};
        channel.more = 4;
        QVERIFY(noticeText(channel, none).text.startsWith("It changed its state 4 times"_L1));
        QCOMPARE(noticeText(channel, none).wish, Wish::show(PageId::Models));
    }

private:
    struct Bench {
        QTemporaryDir folder;
        test::FakeConsole console{test::FakeConsole::Start::Sample};
        Preferences preferences{folder.filePath(u"console.ini"_s)};
        test::ManualClock clock;
        Notifier notifier{console, preferences, clock};
        QStringList titles, texts;
        QList<Wish> wishes;

        Bench()
        {
            notifier.setOutput([this](const NoticeText &words, bool) {
                titles.append(words.title);
                texts.append(words.text);
                wishes.append(words.wish);
            });
        }
    };
    Translations m_translations;
};

QTEST_MAIN(TestNotifier)
#include "tst_notifier.moc"
