// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as JSON, HTML and sentences; expectations.
#include "drill/DrillExpectation.h"
#include "exports/DrillReportHtml.h"
#include "exports/DrillReportJson.h"
#include "exports/DrillWords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

QString text(QRandomGenerator &random)
{
    static const QStringList samples {
        QString(),      u"plain"_s,      u"<script>alert('x')</script>"_s, u"a \"quoted\" & b"_s, u"人民币 ¥"_s,
        u"%1 %2 %L3"_s, u"line\nbreak"_s};
    return samples[random.bounded(int(samples.size()))];
}
std::optional<qint64> maybe(QRandomGenerator &random)
{
    return random.bounded(3) == 0
        ? std::nullopt
        : std::optional<qint64>(random.bounded(3) == 0 ? qint64(9007199254740993) : random.bounded(100000));
}
Usage usage(QRandomGenerator &random) { return {maybe(random), maybe(random), maybe(random), maybe(random), maybe(random)}; }
WallTime moment(QRandomGenerator &random) { return WallTime(std::chrono::milliseconds(1795500000000 + random.bounded(1000000))); }

AttemptRecord attempt(QRandomGenerator &random)
{
    AttemptRecord made;
    made.index = random.bounded(9);
    made.position = random.bounded(9);
    made.channel = text(random);
    made.model = text(random);
    made.outcome = Outcome(random.bounded(OutcomeCount));
    made.detail = text(random);
    made.message = text(random);
    made.httpStatus = random.bounded(600);
    made.startedMs = random.bounded(1000);
    made.connectedMs = maybe(random);
    made.firstOutputMs = maybe(random);
    made.endedMs = random.bounded(1000);
    made.usage = usage(random);
    made.provenance = Provenance(random.bounded(3));
    made.bytesSent = random.bounded(1000);
    made.bytesReceived = random.bounded(1000);
    made.decision = DecisionKind(random.bounded(4));
    made.reason = text(random);
    return made;
}

ExchangeRecord record(QRandomGenerator &random)
{
    ExchangeRecord made;
    made.id = text(random);
    made.time = moment(random);
    made.kind = ExchangeKind::Drill;
    made.keyId = text(random);
    made.keyName = text(random);
    made.api = Api(random.bounded(ApiCount));
    made.askedModel = text(random);
    made.stream = random.bounded(2) == 0;
    made.status = ExchangeStatus(random.bounded(4));
    made.servedChannel = text(random);
    made.servedModel = text(random);
    made.servedBuiltIn = random.bounded(2) == 0;
    made.httpStatus = random.bounded(600);
    made.errorCode = text(random);
    made.durationMs = random.bounded(10000);
    made.firstOutputMs = maybe(random);
    made.usage = usage(random);
    made.provenance = Provenance(random.bounded(3));
    made.cache = CacheResult(random.bounded(3));
    made.clientRequestId = text(random);
    made.userAgent = text(random);
    made.bytesIn = random.bounded(1000);
    made.bytesOut = random.bounded(1000);
    for (int i = random.bounded(4); i > 0; --i)
        made.attempts.append(attempt(random));
    for (int i = random.bounded(3); i > 0; --i)
        made.skipped.append({random.bounded(5), text(random), text(random), SkipReason(random.bounded(SkipReasonCount))});
    return made;
}

DrillReport report(QRandomGenerator &random)
{
    DrillReport made;
    made.plan.keyId = text(random);
    for (int i = random.bounded(5); i > 0; --i)
        made.plan.faults.append(DrillFault(random.bounded(DrillFaultCount)));
    made.plan.requests = random.bounded(1, 1000);
    made.plan.parallel = random.bounded(1, 50);
    made.plan.stream = random.bounded(2) == 0;
    made.plan.timeout = random.bounded(2) == 0 ? std::nullopt : std::optional(Milliseconds(random.bounded(1, 5000)));
    made.plan.prompt = text(random);
    made.keyName = text(random);
    made.began = moment(random);
    made.tookMs = random.bounded(100000);
    for (const DrillFault fault : std::as_const(made.plan.faults))
        made.chain.append({text(random), text(random), fault});
    for (int i = 0, count = random.bounded(6); i < count; ++i)
        made.exchanges.append(
            {i, random.bounded(600), random.bounded(2) == 0, text(random), random.bounded(5000), maybe(random), record(random)});
    for (int i = random.bounded(3); i > 0; --i)
        made.health.append({text(random), text(random), u"suspended"_s, random.bounded(9),
                            random.bounded(2) == 0 ? std::nullopt : std::optional(Milliseconds(random.bounded(9000))),
                            random.bounded(2) == 0});
    return made;
}

/// `answers` of `requests` answered by a backup, the rest with that status.
DrillReport simple(int requests, int answers, int status = 502, bool streamBroken = false)
{
    DrillReport made;
    made.keyName = u"app"_s;
    made.plan.requests = requests;
    made.chain = {{u"a"_s, u"m"_s, DrillFault::Unavailable}, {u"b"_s, u"m"_s, DrillFault::Healthy}};
    for (int i = 0; i < requests; ++i) {
        DrillExchange exchange;
        exchange.number = i;
        exchange.complete = i < answers;
        exchange.httpStatus = exchange.complete || streamBroken ? 200 : status;
        exchange.durationMs = 100 + i;
        AttemptRecord failed;
        failed.outcome = Outcome::Overloaded;
        failed.provenance = Provenance::Reported;
        AttemptRecord good = failed;
        good.outcome = Outcome::Answered;
        exchange.record.attempts = exchange.complete ? QList {failed, good} : QList {failed};
        exchange.record.usage.totalTokens = 10;
        made.exchanges.append(exchange);
    }
    return made;
}

} // namespace

class TestDrillReport : public QObject {
    Q_OBJECT

private slots:
    void jsonRoundTrip()
    {
        QRandomGenerator random(4711);
        for (int i = 0; i < 200; ++i) {
            const DrillReport before = report(random);
            const Result<DrillReport> after = drillReportFromJson(QJsonDocument(drillReportToJson(before)).toJson());
            QVERIFY2(after.ok(), after.ok() ? "" : qPrintable(after.error().toString()));
            QVERIFY(*after == before);
        }
    }

    void jsonRefuses_data()
    {
        QTest::addColumn<QString>("member"); // taken away, or set to something wrong
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("where");
        QTest::newRow("another format") << u"format"_s << QJsonValue(u"else"_s) << u"format"_s;
        QTest::newRow("another version") << u"version"_s << QJsonValue(2) << u"version"_s;
        QTest::newRow("no plan") << u"plan"_s << QJsonValue(3) << u"plan"_s;
        QTest::newRow("exchanges") << u"exchanges"_s << QJsonValue(u"many"_s) << u"exchanges"_s;
        QTest::newRow("a negative time") << u"tookMs"_s << QJsonValue(-1) << u"tookMs"_s;
        QTest::newRow("no time") << u"began"_s << QJsonValue(u"yesterday"_s) << u"began"_s;
        QTest::newRow("an unknown fault") << u"chain"_s
                                          << QJsonValue(QJsonArray {QJsonObject {
                                                 {u"channel"_s, u"a"_s}, {u"model"_s, u"m"_s}, {u"fault"_s, u"404"_s}}})
                                          << u"chain[0].fault"_s;
        QTest::newRow("a hole in an exchange")
            << u"exchanges"_s << QJsonValue(QJsonArray {QJsonObject {{u"number"_s, 0}}}) << u"exchanges[0].httpStatus"_s;
    }
    void jsonRefuses()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(QString, where);
        QJsonObject json = drillReportToJson(simple(2, 2));
        json.insert(member, value);
        const Result<DrillReport> read = drillReportFromJson(QJsonDocument(json).toJson());
        QVERIFY(!read.ok());
        QCOMPARE(read.error().kind, ErrorKind::Invalid);
        QCOMPARE(read.error().where, where);
        QVERIFY(!drillReportFromJson("[").ok());
        QVERIFY(!drillReportFromJson("[]").ok());
    }

    void htmlEscapes()
    {
        DrillReport evil = simple(1, 0);
        const QString script = u"<script>alert(\"x\")</script>&"_s;
        evil.keyName = evil.chain[0].channel = evil.chain[0].model = evil.exchanges[0].error = script;
        evil.exchanges[0].record.attempts[0].channel = evil.exchanges[0].record.attempts[0].model =
            evil.exchanges[0].record.attempts[0].message = script;
        evil.exchanges[0].record.skipped = {{0, script, script, SkipReason::Paused}};
        evil.health = {{script, script, u"suspended"_s, 3, Milliseconds(15000), false}};
        const QByteArray page = drillReportToHtml(evil);
        QVERIFY(!page.contains("<script"));
        QVERIFY(page.count("&lt;script&gt;") >= 8);
        QVERIFY(!page.contains("\"x\""));
    }

    /// In another language, and escaped in that one, too.
    void htmlInOtherWords()
    {
        const DrillReport report = simple(2, 1);
        DrillHtmlTexts texts = englishDrillTexts(report);
        texts.language = u"zh-CN"_s;
        texts.title = u"“app”的容灾演练 <b>"_s;
        texts.verdict = {u"2 个请求中有 1 个得到完整回答。"_s};
        texts.fault = [](DrillFault) { return u"<故障>"_s; };
        const QString page = QString::fromUtf8(drillReportToHtml(report, texts));
        QVERIFY(page.contains(u"lang=\"zh-CN\""_s) && page.contains(u"容灾演练 &lt;b&gt;"_s) && page.contains(u"&lt;故障&gt;"_s)
                && page.contains(texts.verdict.first()));
        QVERIFY(!page.contains(u"requests got"_s));
    }

    void htmlNeedsNothingElse()
    {
        const QByteArray page = drillReportToHtml(simple(20, 19));
        for (const char *outside : {"http:", "https:", "src=", "url(", "<link", "@import"})
            QVERIFY2(!page.contains(outside), outside);
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        QVERIFY(page.contains("prefers-color-scheme: dark"));
        QCOMPARE(page.count("<tr><td"), 20);
        QVERIFY(page.contains("19 of 20 requests got a whole answer."));
    }

    void verdicts_data()
    {
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("answers");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("broken");
        QTest::addColumn<QStringList>("says");
        QTest::newRow("one, rescued") << 1 << 1 << 502 << false
                                      << QStringList {u"The request got a whole answer."_s, u"It was rescued"_s,
                                                      u"2 attempts, 100 ms."_s};
        QTest::newRow("all rescued") << 20 << 20 << 502 << false
                                     << QStringList {u"All 20 requests got a whole answer."_s, u"20 were rescued"_s,
                                                     u"200 tokens in answers"_s};
        QTest::newRow("none") << 4 << 0 << 503 << false << QStringList {u"None of 4 requests"_s, u"4 clients saw status 503."_s};
        QTest::newRow("some broken streams")
            << 4 << 3 << 502 << true
            << QStringList {u"3 of 4 requests"_s, u"1 client saw an answer that began with status 200 and broke off"_s};
        QTest::newRow("nothing") << 1 << 0 << 0 << false
                                 << QStringList {u"The request got no whole answer."_s, u"1 client saw no answer at all."_s};
    }
    void verdicts()
    {
        QFETCH(int, requests);
        QFETCH(int, answers);
        QFETCH(int, status);
        QFETCH(bool, broken);
        QFETCH(QStringList, says);
        const QString verdict = drillVerdict(simple(requests, answers, status, broken)).join(u'\n');
        for (const QString &part : says)
            QVERIFY2(verdict.contains(part), qPrintable(verdict));
    }

    void restingPrimary()
    {
        DrillReport report = simple(2, 2);
        for (DrillExchange &exchange : report.exchanges) {
            exchange.record.attempts.removeFirst();
            exchange.record.attempts.first().position = 1;
        }
        const QString verdict = drillVerdict(report).join(u'\n');
        QVERIFY2(verdict.contains("2 were answered by a backup at once"_L1) && !verdict.contains("rescued"_L1),
                 qPrintable(verdict));
        report.exchanges[0].record.attempts.first().position = 0;
        QVERIFY(drillVerdict(report).join(u'\n').contains("1 was answered by a backup at once"_L1));
    }

    void changes()
    {
        QVERIFY(drillChanges(simple(20, 20), simple(20, 20)).isEmpty());
        const QString worse = drillChanges(simple(20, 20), simple(20, 18)).join(u'\n');
        QVERIFY2(worse.contains("Whole answers: 18, before 20."_L1), qPrintable(worse));
        QVERIFY2(worse.contains(u"Clients saw 18 × 200, 2 × 502, before 20 × 200."_s), qPrintable(worse));
        DrillReport slower = simple(20, 20);
        for (DrillExchange &exchange : slower.exchanges)
            exchange.durationMs += 50;
        QVERIFY2(drillChanges(simple(20, 20), slower).isEmpty(), "50 ms are chance");
        for (DrillExchange &exchange : slower.exchanges)
            exchange.durationMs += 2000;
        QCOMPARE(drillChanges(simple(20, 20), slower).size(), 2);
    }

    void expectations_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QList<int>>("met"); // of: 0 whole 200, 1 broken stream, 2 502, 3 nothing
        QTest::newRow("200 is a whole answer") << u"200"_s << QList<int> {0};
        QTest::newRow("complete") << u"complete"_s << QList<int> {0};
        QTest::newRow("502") << u"502"_s << QList<int> {2};
        QTest::newRow("interrupted") << u"interrupted"_s << QList<int> {1};
        QTest::newRow("failed") << u"failed"_s << QList<int> {2, 3};
    }
    void expectations()
    {
        QFETCH(QString, word);
        QFETCH(QList<int>, met);
        const Result<DrillExpectation> expectation = parseDrillExpectation(word);
        QVERIFY(expectation.ok());
        DrillReport four = simple(4, 1);
        four.exchanges[1].httpStatus = 200;
        four.exchanges[3].httpStatus = 0;
        const QList<int> missing = missed(four, *expectation);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(missing.contains(i), !met.contains(i));
        for (const char *bad : {"", "ok", "99", "600", "2oo"})
            QVERIFY(!parseDrillExpectation(QString::fromLatin1(bad)).ok());
    }
};

QTEST_GUILESS_MAIN(TestDrillReport)
#include "tst_drillreport.moc"
