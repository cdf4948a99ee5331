// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/LogFilterCompletion.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

const FilterMoment at{WallTime(Milliseconds(1'795'521'600'000)), QTimeZone("Asia/Shanghai")}; // 2026-11-24 20:00 there

ExchangeRecord sample()
{
    ExchangeRecord record;
    record.id = u"req_01ABC"_s;
    record.time = WallTime(at.now - std::chrono::minutes(30));
    record.keyId = u"key_7Abc"_s;
    record.keyName = u"Demo"_s;
    record.askedModel = u"auto"_s;
    record.status = ExchangeStatus::Answered;
    record.servedChannel = u"built-in"_s;
    record.servedModel = u"demo/DeepSeek-R1-Distill-Qwen-7B"_s;
    record.httpStatus = 200;
    record.durationMs = 31'900;
    record.usage.promptTokens = 12;
    record.usage.completionTokens = 591;
    record.clientRequestId = u"mine-7"_s;
    record.userAgent = u"OpenAI/Python 2.1"_s;
    record.cache = CacheResult::Miss;
    AttemptRecord first;
    first.channel = u"siliconflow-1"_s;
    first.model = u"deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"_s;
    first.outcome = Outcome::Overloaded;
    first.httpStatus = 503;
    first.message = u"Model service overloaded: try later"_s;
    AttemptRecord second = first;
    second.index = 1;
    second.outcome = Outcome::Timeout;
    second.httpStatus = 0;
    second.message.clear();
    AttemptRecord third;
    third.index = 2;
    third.position = 1;
    third.channel = record.servedChannel;
    third.model = record.servedModel;
    third.httpStatus = 200;
    record.attempts = {first, second, third};
    record.skipped = {{2, u"deepseek-1"_s, u"deepseek-chat"_s, SkipReason::Suspended}};
    return record;
}

FilterExpression parsed(const QString &text)
{
    const auto result = parseFilter(text, at);
    if (const auto *problem = std::get_if<FilterProblem>(&result))
        qFatal("%s: %s", qPrintable(text), qPrintable(problem->text()));
    return std::get<FilterExpression>(result);
}

} // namespace

class TestLogFilter : public QObject {
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const auto row = [](const char *text, bool found) { QTest::newRow(text) << QString::fromUtf8(text) << found; };
        row("", true);
        row("   ", true);
        row("overloaded", true);
        row("OVERLOADED siliconflow", true);
        row("overloaded gemini", false);
        row("\"service overloaded: try\"", true);
        row("200", true);
        row("503", false); // the client's code; attempts have `code`
        row("python", true);
        row("key:demo", true);
        row("key:dem", true);
        row("key=dem", false);
        row("key=DEMO", true);
        row("key：demo", true);
        row("-key:demo", false);
        row("not key:demo", false);
        row("NOT key:other", true);
        row("key:other,demo", true);
        row("key：other，demo", true);
        row("model:7b", true);
        row("key=key_7abc", true); // also after a key was renamed
        row("key:KEY_7ABC", true);
        row("key:other,key_7Abc", true);
        row("key:key_7", false); // of an id only the whole
        row("-key=key_7Abc", false);
        row("model:32b", true); // it was called
        row("model=deepseek-ai/deepseek-r1-distill-qwen-32b", true);
        row("model:chat", false); // it was skipped
        row("model:70b", false);
        row("model=auto", true);
        row("channel:siliconflow", true);
        row("channel=built-in", true);
        row("id:01abc", true);
        row("id=mine-7", true);
        row("status:answered", true);
        row("status:failed,answered", true);
        row("status:2xx", true);
        row("status:5XX", false);
        row("status:200", true);
        row("status>=400", false);
        row("code:503", true);
        row("code:5xx", true);
        row("code:429", false);
        row("code>503", false);
        row("code:>500", true);
        row("outcome:timeout", true);
        row("reason:Timeout", true);
        row("outcome:rate_limited", false);
        row("skipped:suspended", true);
        row("skipped:paused", false);
        row("kind:live", true);
        row("-kind:drill", true);
        row("api:chat", true);
        row("api:completions", true);
        row("api:embeddings", false);
        row("stream:no", true);
        row("stream:yes", false);
        row("saved:backup", true);
        row("saved:retry", false);
        row("saved:yes", true);
        row("saved:no", false);
        row("cache:miss", true);
        row("cache:hit,bypass", false);
        row("attempts>2", true);
        row("attempts:>3", false);
        row("attempts:1,3", true);
        row("attempts<=3", true);
        row("tokens>600", true);
        row("tokens>1k", false);
        row("tokens:603", true);
        row("duration>30s", true);
        row("duration<0.5min", false);
        row("duration>=31900ms", true);
        row("first<2s", false); // unknown
        row("-first<2s", true);
        row("since:1h", true);
        row("since:20m", false);
        row("since:today", true);
        row("until:today", true);
        row("until:yesterday", false);
        row("until:20m", true);
        row("since:2026-11-24", true);
        row("since:2026-11-25", false);
        row("until:2026-11-24", true); // the whole day
        row("until:2026-11-23", false);
        row("since:2026-11-24T19:29", true);
        row("since:2026-11-24T11:31Z", false);
        row("status:5xx key:demo attempts>1 since:1h", false);
        row("status:2xx key:demo attempts>1 since:1h", true);
    }
    void finds()
    {
        QFETCH(QString, text);
        QTEST(matches(parsed(text), sample()), "found");
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("length");
        using What = FilterProblem::What;
        const auto row = [](const char *text, What what, int from, int length) { QTest::newRow(text) << QString::fromUtf8(text) << int(what) << from << length; };
        row("foo:bar", What::UnknownField, 0, 3);
        row("key:demo colour:red", What::UnknownField, 9, 6);
        row("key:", What::MissingValue, 4, 0);
        row("key: demo", What::MissingValue, 4, 0);
        row("key:a,", What::MissingValue, 6, 0);
        row("-", What::MissingValue, 0, 1);
        row("demo not ", What::MissingValue, 5, 4);
        row("status:broken", What::UnknownValue, 7, 6);
        row("-kind:real", What::UnknownValue, 6, 4);
        row("api:nothing", What::UnknownValue, 4, 7);
        row("key>3", What::NotComparable, 0, 4);
        row("attempts>few", What::NotANumber, 9, 3);
        row("status>5xx", What::NotANumber, 7, 3);
        row("code>answered", What::NotANumber, 5, 8);
        row("duration>2", What::NeedsUnit, 9, 1);
        row("duration>long", What::NotANumber, 9, 4);
        row("since:soon", What::NotATime, 6, 4);
        row("since:2026-13-01", What::NotATime, 6, 10);
        row("key:\"demo", What::OpenQuote, 4, 5);
        row("attempts>2,3", What::UnknownValue, 9, 2);
    }
    void tellsWhatIsWrong()
    {
        QFETCH(QString, text);
        const auto result = parseFilter(text, at);
        const auto *problem = std::get_if<FilterProblem>(&result);
        QVERIFY(problem);
        QTEST(int(problem->what), "what");
        QTEST(int(problem->at), "from");
        QTEST(int(problem->length), "length");
        QVERIFY(!problem->text().isEmpty());
    }

    void isBounded()
    {
        QCOMPARE(std::get<FilterProblem>(parseFilter(QString(MaxFilterLength + 1, u'a'), at)).what, FilterProblem::What::TooLong);
        QCOMPARE(std::get<FilterProblem>(parseFilter(u"a "_s.repeated(MaxFilterTerms + 1), at)).what, FilterProblem::What::TooLong);
    }

    void isWrittenAsItIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *text, const char *written) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(written); };
        row("  KEY:demo   attempts:>1 ", "key:demo attempts>1");
        row("not status:5XX", "-status:5xx");
        row("key:\"my key\",other", "key:\"my key\",other");
        row("\"-x\" \"not\" a:b\"", ""); // see below
        row("since:2026-11-01T10:00+08:00", "since:2026-11-01T10:00+08:00");
        row("\"quo\\\"te \\\\\"", "\"quo\\\"te \\\\\"");
        row("\"-x\" \"not\" \"a:b\"", "\"-x\" \"not\" \"a:b\"");
        row("密钥", "密钥");
    }
    void isWrittenAsItIsRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        const auto result = parseFilter(text, at);
        if (written.isEmpty()) {
            QVERIFY(std::holds_alternative<FilterProblem>(result));
            return;
        }
        QCOMPARE(toText(parsed(text)), written);
        QCOMPARE(parsed(written), parsed(text));
    }

    void completes_data()
    {
        QTest::addColumn<QString>("text"); // | is the cursor
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *text, const char *first, const char *after) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(first) << QString::fromUtf8(after);
        };
        row("|", "key:", "key:");
        row("mo|", "model:", "model:");
        row("model|", "model:", "model:");
        row("key:x att|", "attempts>", "key:x attempts>");
        row("-ki|", "kind:", "-kind:");
        row("key:|", "demo", "key:demo");
        row("key:m|", "\"my key\"", "key:\"my key\"");
        row("key:demo,m|", "\"my key\"", "key:demo,\"my key\"");
        row("key:\"my k|", "\"my key\"", "key:\"my key\"");
        row("model:7|", "deepseek-ai/R1-7B", "model:deepseek-ai/R1-7B");
        row("status:f| key:demo", "failed", "status:failed key:demo");
        row("since:to|", "today", "since:today");
        row("foo:b|", "", "foo:b");
        row("zzz|", "", "zzz");
    }
    void completes()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QFETCH(QString, after);
        const qsizetype cursor = text.indexOf(u'|');
        text.remove(cursor, 1);
        const FilterProposals found = completeFilter(text, cursor, {{u"demo"_s, u"my key"_s}, {u"deepseek-ai/R1-7B"_s}, {u"sf-1"_s}});
        QCOMPARE(found.proposals.isEmpty() ? QString() : found.proposals.first().text, first);
        if (!found.proposals.isEmpty())
            text.replace(found.at, found.length, found.proposals.first().text);
        QCOMPARE(text, after);
    }

    void everyWordIsUnderstood()
    {
        for (int i = 1; i < FilterFieldCount; ++i) {
            const auto field = FilterField(i);
            QCOMPARE(filterFieldFromWord(QString(word(field))), field);
            for (const QString &value : filterWords(field))
                QVERIFY2(std::holds_alternative<FilterExpression>(parseFilter(QString(word(field)) + u':' + value, at)), qPrintable(value));
        }
    }
};

QTEST_GUILESS_MAIN(TestLogFilter)
#include "tst_logfilter.moc"
