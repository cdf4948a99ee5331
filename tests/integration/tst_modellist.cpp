// SPDX-License-Identifier: GPL-3.0-or-later
// The question for a provider's models, against providers on loopback that behave as told.
#include "gateway/ModelList.h"
#include "support/FakeUpstream.h"
#include "upstream/QnamTransport.h"

#include <QSignalSpy>
#include <QTest>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray credential = "sk-invented-credential-W3f9";

struct Asked {
    explicit Asked(const QString &baseUrl)
    {
        provider.id = provider.name = channel.id = channel.provider = channel.name = u"lab"_s;
        provider.baseUrl = QUrl(baseUrl);
        channel.credential.literal = Secret(credential);
        channel.proxy.kind = ProxyChoice::Kind::None;
    }
    Provider provider;
    Channel channel;
};

} // namespace

class TestModelList : public QObject {
    Q_OBJECT

private slots:
    void answers_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QList<Answer>>("answers");
        QTest::addColumn<QString>("expected");
        const Answer list = Answer::json(200, R"({"data":[{"id":"m2"},{"id":"m1"}]})");
        QTest::newRow("listed") << u"/v1"_s << QList<Answer>{list} << u"m2 m1"_s;
        QTest::newRow("none") << u"/v1"_s << QList<Answer>{Answer::json(200, R"({"data":[]})")} << QString();
        QTest::newRow("the second address has it") << u"/openai"_s << QList<Answer>{Answer::error(404, "nothing"), list} << u"m2 m1"_s;
        QTest::newRow("no list") << u"/v1"_s << QList<Answer>{Answer::error(404, "nothing")} << u"!%1"_s.arg(int(ErrorKind::NotFound));
        QTest::newRow("refused") << u"/v1"_s << QList<Answer>{Answer::error(401, "no such key " + credential)} << u"!%1"_s.arg(int(ErrorKind::Denied));
        QTest::newRow("trouble") << u"/v1"_s << QList<Answer>{Answer::error(500, "oops")} << u"!%1"_s.arg(int(ErrorKind::Unavailable));
        QTest::newRow("silence") << u"/v1"_s << QList<Answer>{Answer()} << u"!%1"_s.arg(int(ErrorKind::Unavailable));
    }
    void answers()
    {
        QFETCH(QString, base);
        QFETCH(QList<Answer>, answers);
        QFETCH(QString, expected);
        FakeUpstream upstream;
        for (const Answer &answer : std::as_const(answers))
            upstream.enqueue(answer);
        QString root = upstream.baseUrl();
        root.replace(u"/v1"_s, base);
        const Asked asked(root);
        QnamTransport transport;
        const SystemClock clock;
        ModelList question(asked.channel, asked.provider, transport, clock, Milliseconds{500});
        std::optional<Result<QStringList>> said;
        int times = 0;
        connect(&question, &ModelList::finished, this, [&](const Result<QStringList> &models) {
            said = models;
            ++times;
        });
        question.start();
        QCOMPARE(times, 0);
        QTRY_COMPARE(times, 1);
        const QString got = said->ok() ? said->value().join(u' ') : u"!%1"_s.arg(int(said->error().kind));
        QCOMPARE(got, expected);
        if (!said->ok())
            QVERIFY2(!said->error().toString().contains(QString::fromLatin1(credential)), "the credential is in an error");
    }
    void destroyingItIsSilent()
    {
        FakeUpstream upstream;
        upstream.enqueue(Answer());
        const Asked asked(upstream.baseUrl());
        QnamTransport transport;
        const SystemClock clock;
        auto question = std::make_unique<ModelList>(asked.channel, asked.provider, transport, clock);
        bool told = false;
        connect(question.get(), &ModelList::finished, this, [&] { told = true; });
        question->start();
        QTRY_COMPARE(transport.inFlight(), 1);
        question.reset();
        QTRY_COMPARE(transport.inFlight(), 0);
        QVERIFY(!told);
    }
};

QTEST_GUILESS_MAIN(TestModelList)
#include "tst_modellist.moc"
