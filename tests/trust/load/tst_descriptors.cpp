// SPDX-License-Identifier: GPL-3.0-or-later
// Too few descriptors and too many connections: refused with words, nobody else disturbed, no spinning, and all is well afterwards.
#include "trust/load/LoadBench.h"

#include "support/FakeUpstream.h"

using namespace understudy::test;

namespace {

bool isRefusal(const Crowd::One &one)
{
    const RawAnswer answer = parseAnswer(one.in, one.closed);
    return answer.complete && answer.status == 503 && answer.body.contains("too_many_connections") && headerValue(answer.headers, "retry-after")
        && headerValue(answer.headers, "connection") == QByteArray("close") && headerValue(answer.headers, "x-request-id");
}

bool hasBegun(const Crowd::One &one) { return one.in.contains("hel"); }

/// Asks on new connections until one is answered with 200.
bool recovers(quint16 port, const QByteArray &request, int withinMs)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < withinMs) {
        RawHttpClient client;
        if (!client.connectTo(port))
            continue;
        client.send(request);
        if (client.receive(withinMs).status == 200)
            return true;
    }
    return false;
}

} // namespace

class TestDescriptors : public QObject {
    Q_OBJECT

private slots:
    /// With 256 descriptors the gateway serves as many as it can serve well, and says no to the rest.
    void fewDescriptors()
    {
        FakeUpstream upstream;
        upstream.setHandler([](const Received &request) {
            return request.body.contains("\"stream\":true") ? Answer::stream().delta("hel").gate().delta("lo").finish().done() : Answer::chat();
        });
        const Installation installation;
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, Setup{{upstream.baseUrl().toUtf8()}}.json()).code, 0);
        LimitedServing serving(installation, 256);
        QVERIFY(serving.port != 0);
        const qint64 pid = serving.process.processId();

        Crowd streams;
        QCOMPARE(streams.join(serving.port, 30, ask("m1", true)), 30);
        QCOMPARE(streams.waitFor(hasBegun, 10000), 0);
        Crowd crowd;
        QCOMPARE(crowd.join(serving.port, 500, Health), 500);
        QCOMPARE(crowd.waitFor([](const Crowd::One &one) { return isRefusal(one) || (isWhole(one) && one.in.startsWith("HTTP/1.1 200")); }, 15000), 0);
        const int served = crowd.answeredWith(200);
        QVERIFY2(served >= 10 && served < 130, qPrintable(QString::number(served)));

        // The served ones stay. Each of them may call a provider, and the place is enough for that.
        crowd.all.erase(std::remove_if(crowd.all.begin(), crowd.all.end(),
                                       [](const Crowd::One &one) {
                                           const bool goes = !one.in.startsWith("HTTP/1.1 200");
                                           if (goes)
                                               ::close(one.fd);
                                           return goes;
                                       }),
                        crowd.all.end());
        crowd.ask(ask("m1", false));
        QCOMPARE(crowd.waitFor(isWhole, 15000), 0);
        QCOMPARE(crowd.answeredWith(200), served);
        QVERIFY(descriptors(pid) < 256);

        const qint64 cpu = cpuMs(pid);
        span(1500);
        const qint64 burnt = cpuMs(pid) - cpu;
        QVERIFY2(burnt < 400, QByteArray::number(burnt) + " ms: " + cpuByThread(pid));

        upstream.release(30);
        QCOMPARE(streams.waitFor([](const Crowd::One &one) { return one.in.contains("[DONE]"); }, 10000), 0);
        crowd.leave();
        streams.leave();
        QVERIFY(recovers(serving.port, ask("m1", false), 10000));
        QCOMPARE(serving.stop(), 0);
        const QByteArray said = serving.process.readAllStandardError();
        QVERIFY2(said.contains("ulimit -n"), said);
        for (const QJsonObject &row : installation.run({u"log"_s, u"--json"_s}).lines())
            QCOMPARE(row.value("status"_L1).toString(), u"answered"_s);
    }

    /// The last descriptor is taken while it runs, as other parts of a machine may do: nothing crashes or spins.
    void noDescriptorLeft()
    {
        if (Sanitized)
            QSKIP("UBSan itself needs a descriptor to look at an object, and takes the lack of one for a bad object");
        FakeUpstream upstream;
        upstream.enqueue(Answer::stream().delta("hel").gate().delta("lo").finish().done());
        const Installation installation;
        Setup setup{{upstream.baseUrl().toUtf8()}};
        setup.policy = R"({"retries":0})";
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, setup.json()).code, 0);
        Serving serving(installation);
        QVERIFY(serving.port != 0);
        const pid_t pid = pid_t(serving.process.processId());
        Crowd stream;
        QCOMPARE(stream.join(serving.port, 1, ask("m1", true)), 1);
        QCOMPARE(stream.waitFor(hasBegun, 10000), 0);
        RawHttpClient existing;
        QVERIFY(existing.connectTo(serving.port));
        existing.send(Health);
        QCOMPARE(existing.receive().status, 200);

        rlimit before{};
        QVERIFY(::prlimit(pid, RLIMIT_NOFILE, nullptr, &before) == 0);
        const rlimit none{rlim_t(highestDescriptor(pid)) + 1, before.rlim_max};
        if (::prlimit(pid, RLIMIT_NOFILE, &none, nullptr) != 0)
            QSKIP("this system does not let a process limit another one");
        Crowd crowd;
        QCOMPARE(crowd.join(serving.port, 500, Health), 500); // the first take what is left, the others wait in the system's queue
        QTRY_COMPARE_WITH_TIMEOUT(descriptors(pid), qint64(none.rlim_cur), 5000);
        existing.send(ask("m1", false)); // a call needs a descriptor that is not there
        const RawAnswer failed = existing.receive(15000);
        QVERIFY2(failed.status >= 500 && failed.body.contains("\"error\""), failed.body + serving.process.readAllStandardError());
        const qint64 cpu = cpuMs(pid);
        span(2000);
        const qint64 burnt = cpuMs(pid) - cpu;
        QVERIFY2(burnt < 500, QByteArray::number(burnt) + " ms: " + cpuByThread(pid));
        QVERIFY(::prlimit(pid, RLIMIT_NOFILE, &before, nullptr) == 0);

        QCOMPARE(crowd.waitFor(isWhole, 15000), 0);
        QCOMPARE(crowd.answeredWith(200), 500);
        // Bug: after that every new connection waited for a pause of the accepting thread.
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 10; ++i)
            QVERIFY(recovers(serving.port, Health, 5000));
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        upstream.release();
        QCOMPARE(stream.waitFor([](const Crowd::One &one) { return one.in.contains("[DONE]"); }, 10000), 0);
        QVERIFY(recovers(serving.port, ask("m1", false), 10000));
        QCOMPARE(serving.stop(), 0);
        QCOMPARE(installation.run({u"usage"_s, u"--json"_s}).object().value("requests"_L1).toInt(), 3);
    }

    void tooManyConnections_data()
    {
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("streams");
        QTest::addColumn<int>("more");
        QTest::newRow("600") << 100 << 40 << 600;
        if (isLong())
            QTest::newRow("10000") << 4096 << 1000 << 10000;
    }
    void tooManyConnections()
    {
        QFETCH(int, most);
        QFETCH(int, streams);
        QFETCH(int, more);
        if (!allowDescriptors(rlim_t(most + streams + more + 500)))
            QSKIP("this process may not open enough files for so many connections");
        FakeUpstream upstream;
        upstream.setHandler([](const Received &request) {
            return request.body.contains("\"stream\":true") ? Answer::stream().delta("hel").gate().delta("lo").finish().done() : Answer::chat();
        });
        const Installation installation;
        Setup setup{{upstream.baseUrl().toUtf8()}};
        setup.limits = R"({"maxConnections":)" + QByteArray::number(most) + "}";
        QCOMPARE(installation.run({u"import"_s, u"-"_s}, setup.json()).code, 0);
        Serving serving(installation);
        const qint64 pid = serving.process.processId();

        Crowd running;
        QCOMPARE(running.join(serving.port, streams, ask("m1", true)), streams);
        QCOMPARE(running.waitFor(hasBegun, 20000), 0);
        Crowd idle;
        QCOMPARE(idle.join(serving.port, most - streams, Health), most - streams);
        QCOMPARE(idle.waitFor(isWhole, 20000), 0);
        QCOMPARE(idle.answeredWith(200), most - streams);

        const qint64 before = residentKb(pid);
        QElapsedTimer timer;
        timer.start();
        Crowd refused;
        QCOMPARE(refused.join(serving.port, more, Health), more);
        QCOMPARE(refused.waitFor(isRefusal, 30000), 0);
        const qint64 took = timer.elapsed();
        const qint64 grown = mostResidentKb(pid) - before;
        qInfo("%d connections were refused in %lld ms, which took %lld KB", more, took, grown);
        if (!Sanitized)
            QVERIFY2(grown < 32 * 1024, qPrintable(QString::number(grown)));

        idle.ask(Health);
        QCOMPARE(idle.waitFor(isWhole, 20000), 0);
        QCOMPARE(idle.answeredWith(200), most - streams);
        upstream.release(streams);
        QCOMPARE(running.waitFor([](const Crowd::One &one) { return one.in.contains("[DONE]"); }, 20000), 0);
        idle.leave();
        refused.leave();
        QVERIFY(recovers(serving.port, Health, 10000));
        QCOMPARE(serving.stop(), 0);
        QCOMPARE(installation.run({u"usage"_s, u"--json"_s}).object().value("requests"_L1).toInt(), streams);
    }
};

QTEST_GUILESS_MAIN(TestDescriptors)
#include "tst_descriptors.moc"
