// SPDX-License-Identifier: GPL-3.0-or-later
// The end of the program with work in flight: what may finish finishes, the rest is told, and the ledger has all of it.
#include "trust/load/LoadBench.h"

#include "support/FakeUpstream.h"

#include <csignal>

using namespace understudy::test;

namespace {

bool hasBegun(const Crowd::One &one) { return one.in.contains("hel"); }

Answer byWish(const Received &request)
{
    if (request.body.contains("\"stream\":true"))
        return Answer::stream().delta("hel").gate().delta("lo").finish().done();
    if (!request.body.contains("later"))
        return Answer::chat();
    Answer answer;
    answer.gate();
    answer.steps += Answer::chat().steps;
    return answer;
}

/// How many rows of the ledger have that status.
QMap<QString, int> statuses(const Installation &installation)
{
    QMap<QString, int> counts;
    const QList<QJsonObject> rows = installation.run({u"log"_s, u"--json"_s}).lines();
    for (const QJsonObject &row : rows)
        ++counts[row.value("status"_L1).toString()];
    return counts;
}

} // namespace

class TestShutdown : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        upstream = std::make_unique<FakeUpstream>();
        upstream->setHandler(byWish);
    }

    /// 60 streams and 10 whole answers are under way; 20 streams and the answers end in time.
    void drainTimeIsKept_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void drainTimeIsKept()
    {
        QFETCH(int, number);
        constexpr int drainMs = 2500;
        const Installation installation;
        start(installation, R"({"drainMs":)" + QByteArray::number(drainMs) + "}");
        Crowd streams, answers;
        QCOMPARE(answers.join(serving->port, 10, ask("m1", false, "later")), 10);
        QVERIFY(upstream->waitForRequests(10, 10000)); // so that the first gates are theirs
        QCOMPARE(streams.join(serving->port, 60, ask("m1", true)), 60);
        QCOMPARE(streams.waitFor(hasBegun, 10000), 0);

        QElapsedTimer timer;
        timer.start();
        QCOMPARE(::kill(pid_t(serving->process.processId()), number), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!RawHttpClient().connectTo(serving->port, 200), 2000); // nothing new
        upstream->release(30);
        const auto ended = [](const Crowd::One &one) { return one.closed; };
        QCOMPARE(streams.waitFor(ended, 15000), 0);
        const qint64 took = timer.elapsed();
        QCOMPARE(answers.waitFor(isWhole, 5000), 0);
        QCOMPARE(serving->waitForExit(), 0);
        int finished = 0, told = 0, whole = answers.answeredWith(200);
        for (const Crowd::One &one : streams.all) {
            const bool done = one.in.contains("[DONE]"), error = one.in.contains("gateway_stopping");
            QVERIFY(done != error);
            finished += done;
            told += error;
        }
        QCOMPARE(finished + whole, 30);
        QCOMPARE(told + answers.answeredWith(503), 40);
        QVERIFY2(took >= drainMs - 50 && took < drainMs + 6000, qPrintable(QString::number(took)));
        const QMap<QString, int> rows = statuses(installation);
        QCOMPARE(rows.value(u"answered"_s), 30);
        QCOMPARE(rows.value(u"interrupted"_s), told);
        int all = 0;
        for (const int count : rows)
            all += count;
        QCOMPARE(all, 70);
    }

    /// What is not answered at the end of the time is an error with words, not a broken connection.
    void undeliveredAnswersBecomeErrors()
    {
        const Installation installation;
        start(installation, R"({"drainMs":300})");
        Crowd answers;
        QCOMPARE(answers.join(serving->port, 10, ask("m1", false, "later")), 10);
        QVERIFY(upstream->waitForRequests(10, 10000));
        serving->process.terminate();
        QCOMPARE(answers.waitFor(isWhole, 10000), 0);
        QCOMPARE(answers.answeredWith(503), 10);
        for (const Crowd::One &one : answers.all)
            QVERIFY2(one.in.contains("gateway_stopping"), one.in);
        QCOMPARE(serving->waitForExit(), 0);
        int all = 0;
        for (const int count : statuses(installation))
            all += count;
        QCOMPARE(all, 10);
    }

    /// Connections on which nothing happens, and requests that are only begun, hold nobody up.
    void idleConnectionsAreClosed()
    {
        const Installation installation;
        start(installation, R"({"drainMs":10000})");
        Crowd idle, mute, half, body;
        QCOMPARE(idle.join(serving->port, 40, ask("m1", false)), 40);
        QCOMPARE(idle.waitFor(isWhole, 10000), 0);
        QCOMPARE(mute.join(serving->port, 20, QByteArray()), 20);
        QCOMPARE(half.join(serving->port, 20, "POST /v1/chat/comple"), 20);
        QCOMPARE(body.join(serving->port, 20, ask("m1", false).chopped(10)), 20);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(serving->stop(), 0);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        const auto ended = [](const Crowd::One &one) { return one.closed; };
        for (Crowd *crowd : {&idle, &mute, &half, &body})
            QCOMPARE(crowd->waitFor(ended, 5000), 0);
        QCOMPARE(statuses(installation).value(u"answered"_s), 40);
    }

    /// The second signal ends many streams at once, each with its words and its row.
    void secondSignalEndsAll()
    {
        const Installation installation;
        start(installation, R"({"drainMs":60000})");
        Crowd streams;
        QCOMPARE(streams.join(serving->port, 100, ask("m1", true)), 100);
        QCOMPARE(streams.waitFor(hasBegun, 10000), 0);
        QElapsedTimer timer;
        timer.start();
        serving->process.terminate();
        QTRY_VERIFY_WITH_TIMEOUT(!RawHttpClient().connectTo(serving->port, 200), 5000);
        QCOMPARE(::kill(pid_t(serving->process.processId()), SIGINT), 0);
        QCOMPARE(serving->waitForExit(), 0);
        QVERIFY2(timer.elapsed() < 10000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(streams.waitFor([](const Crowd::One &one) { return one.in.contains("gateway_stopping") && !one.in.contains("[DONE]"); }, 1000), 0);
        QCOMPARE(statuses(installation).value(u"interrupted"_s), 100);
    }

    /// At whatever moment of the start the signal comes: the process ends soon, and the next one starts as if nothing had been.
    void termDuringStart()
    {
        const Installation installation;
        QFile config(installation.file(u"config.json"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(Setup{{upstream->baseUrl().toUtf8()}}.json());
        config.close();
        int exited = 0, signalled = 0;
        for (int moment = 0; moment < 16; ++moment) {
            QProcess process;
            installation.prepare(process, {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--json"_s, u"--config"_s, config.fileName()});
            process.start();
            QVERIFY(process.waitForStarted(Installation::PatienceMs));
            process.waitForFinished(1 + moment * moment); // 1 ms to 226 ms
            process.terminate();
            QVERIFY(process.waitForFinished(10000));
            if (process.exitStatus() == QProcess::NormalExit) {
                QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
                ++exited;
            } else {
                QCOMPARE(process.exitCode(), SIGTERM); // the default meaning, while there is nothing to finish
                ++signalled;
            }
        }
        qInfo("%d ended by the signal, %d by themselves", signalled, exited);
        Serving after(installation, {u"--config"_s, config.fileName()});
        QVERIFY2(after.port != 0, after.process.readAllStandardError());
        Crowd client;
        QCOMPARE(client.join(after.port, 1, ask("m1", false)), 1);
        QCOMPARE(client.waitFor(isWhole, 10000), 0);
        QCOMPARE(client.answeredWith(200), 1);
        QCOMPARE(after.stop(), 0);
        QCOMPARE(statuses(installation).value(u"answered"_s), 1);
    }

private:
    void start(const Installation &installation, const QByteArray &limits)
    {
        Setup setup{{upstream->baseUrl().toUtf8()}};
        setup.limits = limits;
        const Ran imported = installation.run({u"import"_s, u"-"_s}, setup.json());
        QVERIFY2(imported.code == 0, imported.err);
        serving = std::make_unique<Serving>(installation);
        QVERIFY(serving->port != 0);
    }
    std::unique_ptr<FakeUpstream> upstream;
    std::unique_ptr<Serving> serving;
};

QTEST_GUILESS_MAIN(TestShutdown)
#include "tst_shutdown.moc"
