// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of streams at once through the program that ships: every chunk of every one arrives, in its order, memory stays
// bounded, and other requests are answered meanwhile.
#include "trust/load/LoadBench.h"

using namespace understudy::test;

class TestManyStreams : public QObject {
    Q_OBJECT

private slots:
    void streams_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<int>("rampMs"); // shorter than a stream, so that all are open at once
        QTest::newRow("300") << 300 << QByteArray("stream-12-250ms") << 1000;
        if (!isLong())
            return;
        QTest::newRow("2000") << 2000 << QByteArray("stream-40-500ms") << 4000;
        QTest::newRow("5000") << 5000 << QByteArray("stream-40-1000ms") << 15000;
    }
    void streams()
    {
        QFETCH(int, count);
        QFETCH(QByteArray, model);
        QFETCH(int, rampMs);
        if (!allowDescriptors(rlim_t(2 * count + 500)))
            QSKIP("this process may not open enough files for so many streams");
        BenchProvider provider;
        const Installation installation;
        Setup setup{{provider.baseUrl}, {model, "answer-64", "stream-2-10ms"}};
        setup.limits = R"({"maxConnections":6000})";
        const Ran imported = installation.run({u"import"_s, u"-"_s}, setup.json());
        QVERIFY2(imported.code == 0, imported.err);
        Serving serving(installation);
        QVERIFY(serving.port != 0);
        const qint64 pid = serving.process.processId();

        const auto load = [&](const QByteArray &name, int connections, int ramp) {
            return QStringList{u"--port"_s, QString::number(serving.port), u"--model"_s, QString::fromUtf8(name), u"--connections"_s,
                               QString::number(connections), u"--ramp"_s, QString::number(ramp), u"--once"_s, u"--duration"_s, u"180000"_s,
                               u"--timeout"_s, u"170000"_s, u"--header"_s, u"Authorization: Bearer "_s + QString::fromUtf8(KeySecret)};
        };
        // So that the memory of a stream is not mixed with what a first request costs.
        Program warmUp(BENCH_LOAD, load("stream-2-10ms", 16, 0));
        QVERIFY(warmUp.process.waitForFinished(Installation::PatienceMs));
        const qint64 before = residentKb(pid);

        Program streams(BENCH_LOAD, load(model, count, rampMs));
        RawHttpClient other;
        QVERIFY(other.connectTo(serving.port));
        qint64 slowest = 0;
        int asked = 0;
        while (streams.process.state() != QProcess::NotRunning) {
            QElapsedTimer timer;
            timer.start();
            other.send(asked % 2 ? Health : ask("answer-64", false));
            const RawAnswer answer = other.receive(20000);
            QCOMPARE(answer.status, 200);
            slowest = std::max(slowest, timer.elapsed());
            ++asked;
            static_cast<void>(QTest::qWaitFor([&] { return streams.process.state() == QProcess::NotRunning; }, 50));
        }
        const QJsonObject result = QJsonDocument::fromJson(streams.process.readAllStandardOutput()).object();
        const QByteArray told = QJsonDocument(result).toJson(QJsonDocument::Compact);
        const qint64 perStream = (mostResidentKb(pid) - before) / count;
        qInfo("%d streams: %lld KB each at the most, %d other requests, the slowest took %lld ms, chunk delay %s", count, perStream, asked, slowest,
              QJsonDocument(result.value("chunkDelayUs"_L1).toObject()).toJson(QJsonDocument::Compact).constData());
        QVERIFY2(result.value("good"_L1).toInt() == count && result.value("failed"_L1).toInt() == 0, told);
        QVERIFY2(result.value("mostOpen"_L1).toInt() == count, told);
        QVERIFY(asked > 10);
        QVERIFY2(slowest < 5000, qPrintable(QString::number(slowest)));
        if (!Sanitized)
            QVERIFY2(perStream < 160, qPrintable(QString::number(perStream)));

        QCOMPARE(serving.stop(), 0);
        const QJsonObject usage = installation.run({u"usage"_s, u"--json"_s}).object();
        QCOMPARE(usage.value("requests"_L1).toInt(), 16 + count + (asked + 1) / 2);
        QCOMPARE(usage.value("failedAttempts"_L1).toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestManyStreams)
#include "tst_manystreams.moc"
