// SPDX-License-Identifier: GPL-3.0-or-later
// "channel test" against providers on loopback that behave as told.
#include "CliProcess.h"
#include "support/FakeUpstream.h"

#include <QTest>

using namespace understudy::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Credential = "sk-invented-credential-W3f9";

class Channel {
public:
    explicit Channel(const QString &baseUrl)
    {
        const QByteArray config = R"({ "format": "understudy-config", "version": 1,
            "providers": [ { "id": "lab", "name": "Lab", "baseUrl": ")" + baseUrl.toUtf8() + R"(", "models": [ { "id": "m1", "type": "chat" }, { "id": "m2", "type": "chat" } ] } ],
            "channels": [ { "id": "c1", "provider": "lab", "name": "c1", "proxy": "none", "credential": ")" + Credential + R"(", "models": ["m1", "m2"] } ] })";
        imported = m_installation.run({u"import"_s, u"-"_s}, config);
    }
    Ran test(const QStringList &more = {}) const { return m_installation.run(QStringList{u"channel"_s, u"test"_s, u"c1"_s, u"--json"_s} + more); }
    Ran imported;

private:
    Installation m_installation;
};

/// "name:ok connect:ok tls:skipped …"
QString stages(const Ran &ran)
{
    QStringList list;
    for (const QJsonValue &value : ran.object().value("stages"_L1).toArray())
        list.append(value.toObject().value("stage"_L1).toString() + u':' + value.toObject().value("state"_L1).toString());
    return list.join(u' ');
}

Answer models() { return Answer::json(200, R"({"object":"list","data":[{"id":"m1"},{"id":"m2"},{"id":"m3"}]})"); }

} // namespace

class TestChannelTest : public QObject {
    Q_OBJECT

private slots:
    void stagesInOrder_data()
    {
        QTest::addColumn<QList<Answer>>("answers");
        QTest::addColumn<QString>("expected");
        const QString start = u"name:ok connect:ok tls:skipped "_s;
        QTest::newRow("healthy") << QList<Answer>{models(), Answer::chat()} << start + u"sign-in:ok models:ok completion:ok"_s;
        QTest::newRow("credential refused") << QList<Answer>{Answer::error(401, "no such key " + Credential)} << start + u"sign-in:fail"_s;
        QTest::newRow("credential refused in a 400") << QList<Answer>{Answer::error(400, "Incorrect API key", "\"invalid_api_key\"")} << start + u"sign-in:fail"_s;
        QTest::newRow("error in a 200") << QList<Answer>{Answer::json(200, R"({"error":{"message":"bad key","code":"invalid_api_key"}})")} << start + u"sign-in:fail"_s;
        QTest::newRow("no list of models") << QList<Answer>{Answer::error(404, "nothing here"), Answer::chat()} << start + u"sign-in:warn models:skipped completion:ok"_s;
        QTest::newRow("a model is not listed") << QList<Answer>{Answer::json(200, R"({"data":[{"id":"m1"}]})"), Answer::chat()} << start + u"sign-in:ok models:warn completion:ok"_s;
        QTest::newRow("no balance") << QList<Answer>{models(), Answer::error(402, "insufficient balance")} << start + u"sign-in:ok models:ok completion:fail"_s;
        QTest::newRow("model closed") << QList<Answer>{models(), Answer::error(404, "no such model")} << start + u"sign-in:ok models:ok completion:fail"_s;
        QTest::newRow("odd parameters") << QList<Answer>{models(), Answer::error(400, "max_tokens must be larger")} << start + u"sign-in:ok models:ok completion:warn"_s;
        QTest::newRow("closes") << QList<Answer>{Answer().close()} << start + u"sign-in:fail"_s;
    }
    void stagesInOrder()
    {
        QFETCH(QList<Answer>, answers);
        QFETCH(QString, expected);
        FakeUpstream upstream;
        for (const Answer &answer : std::as_const(answers))
            upstream.enqueue(answer);
        const Channel channel(upstream.baseUrl());
        QVERIFY2(channel.imported.code == 0, channel.imported.err);
        const Ran ran = channel.test();
        QCOMPARE(stages(ran), expected);
        QCOMPARE(ran.code, expected.contains(u"fail"_s) ? 1 : 0);
        QVERIFY2(!ran.out.contains(Credential) && !ran.err.contains(Credential), "the credential must not be shown");
        const QJsonObject last = ran.object().value("stages"_L1).toArray().last().toObject();
        QCOMPARE(last.value("fix"_L1).toString().isEmpty(), last.value("state"_L1).toString() == u"ok"_s);
        QCOMPARE(upstream.requests().first().method, QByteArray("GET"));
    }

    void withoutCompletion()
    {
        FakeUpstream upstream;
        upstream.enqueue(models());
        const Ran ran = Channel(upstream.baseUrl()).test({u"--no-completion"_s});
        QCOMPARE(ran.code, 0);
        QCOMPARE(upstream.requestCount(), 1);
        QVERIFY(stages(ran).endsWith(u"completion:skipped"_s));
    }

    void refused()
    {
        FakeUpstream upstream;
        const Channel channel(upstream.baseUrl());
        upstream.refuse();
        const Ran ran = channel.test();
        QCOMPARE(ran.code, 1);
        QCOMPARE(stages(ran), u"name:ok connect:fail"_s);
    }

    void silent()
    {
        FakeUpstream upstream;
        upstream.setDefault(Answer());
        const Ran ran = Channel(upstream.baseUrl()).test({u"--timeout"_s, u"200ms"_s});
        QCOMPARE(ran.code, 1);
        QVERIFY(stages(ran).endsWith(u"sign-in:fail"_s));
    }

    void untrustedCertificate()
    {
        FakeUpstream upstream(FakeUpstream::Security::Tls);
        const Ran ran = Channel(upstream.baseUrl().replace(u"http:"_s, u"https:"_s)).test();
        QCOMPARE(ran.code, 1);
        QCOMPARE(stages(ran), u"name:ok connect:ok tls:fail"_s);
        QCOMPARE(upstream.requestCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestChannelTest)
#include "tst_channeltest.moc"
