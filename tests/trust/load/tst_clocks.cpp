// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks that jump and a process that stands still: no timeout fires for it, no window opens or closes, no row is lost.
#include "trust/load/LoadBench.h"

#include "host/SleepWatch.h"
#include "host/TrustedDate.h"
#include "support/FakeUpstream.h"

#include <QSignalSpy>

#include <csignal>
#include <sys/mman.h>

using namespace understudy;
using namespace understudy::test;
using namespace std::chrono_literals;

namespace {

bool hasBegun(const Crowd::One &one) { return one.in.contains("hel"); }
bool isDone(const Crowd::One &one) { return one.in.contains("[DONE]"); }

/// The wall clock of one process: seconds that it is off.
class WallClock {
public:
    explicit WallClock(const QString &path) : m_file(path)
    {
        if (m_file.open(QIODevice::ReadWrite) && m_file.resize(sizeof(qint64)))
            m_seconds = reinterpret_cast<volatile qint64 *>(m_file.map(0, sizeof(qint64)));
    }
    void set(std::chrono::seconds off) { *m_seconds = off.count(); }
    bool works() const { return m_seconds; }

private:
    QFile m_file;
    volatile qint64 *m_seconds = nullptr;
};

} // namespace

class TestClocks : public QObject {
    Q_OBJECT

private slots:
    void wallClockJumps()
    {
        FakeUpstream upstream;
        upstream.setHandler([](const Received &request) {
            return request.body.contains("\"stream\":true") ? Answer::stream().delta("hel").gate().delta("lo").finish().done() : Answer::chat();
        });
        Installation installation;
        Setup setup{{upstream.baseUrl().toUtf8()}};
        setup.policy = R"({"timeoutMs":8000,"idleTimeoutMs":8000,"deadlineMs":20000,"cache":{"enabled":true,"ttlSeconds":600}})";
        setup.keyLimits = R"({"requestsPerMinute":7})";
        setup.limits = R"({"headerTimeoutMs":8000,"bodyTimeoutMs":8000,"keepAliveMs":20000})";
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, setup.json()).code, 0);

        const QString path = installation.file(u"clock"_s);
        WallClock clock(path);
        QVERIFY(clock.works());
        installation.environment.insert(u"UNDERSTUDY_TEST_CLOCK"_s, path);
        installation.environment.insert(u"LD_PRELOAD"_s, QStringLiteral(JUMPING_CLOCK));
        installation.environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0:"_s + installation.environment.value(u"ASAN_OPTIONS"_s));
        Serving serving(installation);
        QVERIFY2(serving.port != 0, serving.process.readAllStandardError());
        const auto whole = [&](const QByteArray &request) {
            RawHttpClient client;
            if (!client.connectTo(serving.port))
                return RawAnswer();
            client.send(request);
            return client.receive(10000);
        };
        const auto year = [](const RawAnswer &answer) { return headerValue(answer.headers, "date").value_or(QByteArray()).mid(12, 4).toInt(); };
        const auto cache = [](const RawAnswer &answer) { return headerValue(answer.headers, "x-understudy-cache").value_or(QByteArray()); };

        const RawAnswer first = whole(ask("m1", false, "kept"));
        QCOMPARE(first.status, 200);
        QCOMPARE(cache(first), "MISS");
        Crowd stream, waiting, head;
        QCOMPARE(stream.join(serving.port, 1, ask("m1", true, "long")), 1);
        QCOMPARE(stream.waitFor(hasBegun, 10000), 0);
        QCOMPARE(waiting.join(serving.port, 1, Health), 1);
        QCOMPARE(waiting.waitFor(isWhole, 10000), 0);
        const QByteArray started = ask("m1", false, "halved");
        QCOMPARE(head.join(serving.port, 1, started.first(60)), 1);

        clock.set(800 * 24h);
        const RawAnswer ahead = whole(ask("m1", false, "kept"));
        QVERIFY2(year(ahead) >= year(first) + 2, "the clock did not jump");
        QCOMPARE(ahead.status, 200);
        QCOMPARE(cache(ahead), "HIT"); // ten minutes have not gone by
        clock.set(-800 * 24h);
        const RawAnswer back = whole(ask("m1", false, "kept"));
        QVERIFY(year(back) <= year(first) - 2);
        QCOMPARE(cache(back), "HIT");
        QCOMPARE(whole(ask("m1", false, "other")).status, 200);

        // Nobody who waits has noticed.
        waiting.ask(Health);
        QCOMPARE(waiting.waitFor(isWhole, 10000), 0);
        QCOMPARE(waiting.answeredWith(200), 1);
        const QByteArray rest = started.sliced(60);
        QCOMPARE(::send(head.all.front().fd, rest.constData(), size_t(rest.size()), MSG_NOSIGNAL), rest.size());
        QCOMPARE(head.waitFor(isWhole, 10000), 0);
        QCOMPARE(head.answeredWith(200), 1);
        clock.set(30 * 24h);
        upstream.release();
        QCOMPARE(stream.waitFor(isDone, 10000), 0);

        // Six are used: the minute is counted by what has gone by, not by the date.
        QCOMPARE(whole(ask("m1", false, "seventh")).status, 200);
        clock.set(31 * 24h);
        const RawAnswer limited = whole(ask("m1", false, "eighth"));
        QCOMPARE(limited.status, 429);
        QVERIFY2(limited.body.contains("rate_limit_exceeded"), limited.body);
        const int wait = headerValue(limited.headers, "retry-after").value_or(QByteArray()).toInt();
        QVERIFY2(wait >= 1 && wait <= 60, qPrintable(QString::number(wait)));
        clock.set(0s);
        QCOMPARE(serving.stop(), 0);

        QSet<QString> ids;
        int answered = 0;
        const QList<QJsonObject> rows = installation.run({u"log"_s, u"--json"_s}).lines();
        for (const QJsonObject &row : rows) {
            ids.insert(row.value("id"_L1).toString());
            answered += row.value("status"_L1).toString() == u"answered"_s;
            const qint64 took = row.value("durationMs"_L1).toInteger();
            QVERIFY2(took >= 0 && took < 60000, qPrintable(QString::number(took)));
        }
        QCOMPARE(ids.size(), rows.size());
        QCOMPARE(answered, 7);
        const auto usage = installation.run({u"usage"_s, u"--json"_s}).object();
        QVERIFY(usage.value("requests"_L1).toInt() >= 7);
        // The newest is what was stored last, whatever its date.
        Serving again(installation);
        QVERIFY(again.port != 0);
        QCOMPARE(again.stop(), 0);
    }

    /// A stopped process (a debugger, a moved virtual machine) first reads what came meanwhile, and only then looks at its timers.
    void standingStill_data()
    {
        QTest::addColumn<bool>("stream");
        QTest::newRow("stream") << true;
        QTest::newRow("whole answer") << false;
    }
    void standingStill()
    {
        QFETCH(bool, stream);
        constexpr int count = 60;
        FakeUpstream upstream;
        Answer later;
        if (stream) {
            later = Answer::stream().delta("hel").gate().delta("lo").finish().done();
        } else {
            later.gate();
            later.steps += Answer::chat("hello").steps;
        }
        upstream.setDefault(later);
        const Installation installation;
        Setup setup{{upstream.baseUrl().toUtf8()}};
        setup.policy = R"({"retries":0,"timeoutMs":2500,"idleTimeoutMs":2500,"deadlineMs":60000})";
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, setup.json()).code, 0);
        Serving serving(installation);
        const pid_t pid = pid_t(serving.process.processId());
        Crowd clients;
        QCOMPARE(clients.join(serving.port, count, ask("m1", stream)), count);
        QVERIFY(upstream.waitForRequests(count, 10000));
        if (stream)
            QCOMPARE(clients.waitFor(hasBegun, 10000), 0);

        QCOMPARE(::kill(pid, SIGSTOP), 0);
        upstream.release(count);
        QVERIFY(upstream.waitFor([&] { return upstream.streaming() == 0; }, 10000));
        span(4000); // longer than every timeout
        QCOMPARE(::kill(pid, SIGCONT), 0);
        if (stream)
            QCOMPARE(clients.waitFor(isDone, 10000), 0);
        else
            QCOMPARE(clients.waitFor(isWhole, 10000), 0);
        QCOMPARE(clients.answeredWith(200), count);
        QCOMPARE(serving.stop(), 0);
        const QList<QJsonObject> rows = installation.run({u"log"_s, u"--json"_s}).lines();
        QCOMPARE(rows.size(), count);
        for (const QJsonObject &row : rows)
            QCOMPARE(row.value("status"_L1).toString(), u"answered"_s);
    }

    /// A silent provider is still found out after the process stood still.
    void silenceAfterStandingStill()
    {
        FakeUpstream upstream;
        upstream.setDefault(Answer::stream().delta("hel").hang());
        const Installation installation;
        Setup setup{{upstream.baseUrl().toUtf8()}};
        setup.policy = R"({"retries":0,"idleTimeoutMs":1000})";
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, setup.json()).code, 0);
        Serving serving(installation);
        Crowd client;
        QCOMPARE(client.join(serving.port, 1, ask("m1", true)), 1);
        QCOMPARE(client.waitFor(hasBegun, 10000), 0);
        QCOMPARE(::kill(pid_t(serving.process.processId()), SIGSTOP), 0);
        span(2000);
        QCOMPARE(::kill(pid_t(serving.process.processId()), SIGCONT), 0);
        QCOMPARE(client.waitFor([](const Crowd::One &one) { return one.closed; }, 5000), 0);
        QVERIFY2(client.all.front().in.contains("\"error\"") && !client.all.front().in.contains("[DONE]"), client.all.front().in);
        QCOMPARE(serving.stop(), 0);
    }

    /// What is old is thrown away by a date that no mistake moves.
    void trustedDate()
    {
        const WallTime begin(1767225600s);
        TrustedDate date(begin, 5h);
        QVERIFY(date.at(begin + 10h, 15h) == begin + 10h);
        QVERIFY(date.at(begin + 11h + 30min, 16h) == begin + 11h + 30min); // less than a jump
        const WallTime wrong = begin + 5000h;
        QVERIFY(date.at(wrong, 17h) == begin + 12h + 30min); // goes on from where it was
        QVERIFY(date.at(wrong + 5h, 22h) == begin + 17h + 30min);
        QVERIFY(date.at(begin + 18h, 23h) == begin + 18h); // put right
        QVERIFY(date.at(wrong, 24h) == begin + 19h); // the doubt begins anew
        QVERIFY(date.at(wrong + 23h, 47h) == begin + 42h);
        QVERIFY(date.at(wrong + 24h, 48h) == wrong + 24h); // a day later it must be meant
        QVERIFY(date.at(wrong + 25h, 49h) == wrong + 25h);
        QVERIFY(date.at(begin, 50h) == begin); // back deletes nothing
    }

    void everyJumpIsTold()
    {
        Milliseconds slept = 5h;
        SleepWatch watch([&slept] { return slept; });
        QSignalSpy jumped(&watch, &SleepWatch::clockJumped);
        watch.look(); // somebody set the clock
        slept += 8h;
        watch.look(); // sleep
        QCOMPARE(jumped.count(), 2);
    }
};

QTEST_GUILESS_MAIN(TestClocks)
#include "tst_clocks.moc"
