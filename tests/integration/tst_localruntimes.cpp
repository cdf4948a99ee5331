// SPDX-License-Identifier: GPL-3.0-or-later
// Finding models of runtimes on this machine, within 300 ms and without blocking.
#include "gateway/LocalRuntimes.h"
#include "support/FakeUpstream.h"
#include "upstream/QnamTransport.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

namespace {

Provider runtime(const QString &id, const QString &baseUrl, ProviderOrigin origin = ProviderOrigin::Local)
{
    Provider provider;
    provider.id = id;
    provider.baseUrl = QUrl(baseUrl);
    provider.origin = origin;
    return provider;
}

} // namespace

class TestLocalRuntimes : public QObject {
    Q_OBJECT

private slots:
    void findsWhatAnswers()
    {
        FakeUpstream ollama, silent, elsewhere, gone;
        ollama.setDefault(Answer::json(200, R"({"object":"list","data":[{"id":"deepseek-r1:7b"},{"id":"bge-m3"}]})"));
        silent.setDefault(Answer().hang());
        const QString goneUrl = gone.baseUrl();
        gone.refuse();
        QnamTransport transport;
        LocalRuntimes runtimes({runtime(u"ollama"_s, ollama.baseUrl()), runtime(u"silent"_s, silent.baseUrl()), runtime(u"gone"_s, goneUrl),
                                runtime(u"custom"_s, elsewhere.baseUrl(), ProviderOrigin::Custom),
                                runtime(u"remote"_s, u"http://192.0.2.1/v1"_s)},
                               transport);
        QSignalSpy spy(&runtimes, &LocalRuntimes::found);
        QElapsedTimer timer;
        timer.start();
        runtimes.ask();
        QVERIFY2(timer.elapsed() < 50, "asking must not block");
        runtimes.ask(); // ignored
        QVERIFY(spy.wait(3000));
        QVERIFY(timer.elapsed() >= 250 && timer.elapsed() < 1500); // the silent one was waited for; the timer is a coarse one
        const auto found = spy.takeFirst().first().value<QList<Provider>>();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().id, u"ollama"_s);
        QCOMPARE(found.first().models.size(), 2);
        QCOMPARE(found.first().models[0].type, ModelType::Reasoning);
        QCOMPARE(found.first().models[1].type, ModelType::Embedding);
        QCOMPARE(elsewhere.requestCount(), 0);
        QCOMPARE(spy.size(), 0);
        QCOMPARE(ollama.requests().first().target, "/v1/models");
    }

    void nothingThereIsQuick()
    {
        FakeUpstream gone;
        const QString goneUrl = gone.baseUrl();
        gone.refuse();
        QnamTransport transport;
        LocalRuntimes runtimes({runtime(u"gone"_s, goneUrl)}, transport);
        QSignalSpy spy(&runtimes, &LocalRuntimes::found);
        QElapsedTimer timer;
        timer.start();
        runtimes.ask();
        QVERIFY(spy.wait(3000));
        QVERIFY(timer.elapsed() < 250);
        QVERIFY(spy.first().first().value<QList<Provider>>().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLocalRuntimes)
#include "tst_localruntimes.moc"
