// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/KeyUsageModel.h"
#include "models/RescueReport.h"
#include "models/UsageCosts.h"
#include "models/UsageFigures.h"
#include "models/UsageLink.h"
#include "translations/Translations.h"
#include "words/Quantities.h"

#include <QScopeGuard>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Hour = 3'600'000;
const qint64 Begin = QDateTime(QDate(2026, 3, 1), QTime(9, 0)).toMSecsSinceEpoch();

WallTime wall(qint64 ms) { return WallTime(Milliseconds(ms)); }

UsageReportQuery fourHours()
{
    UsageReportQuery query;
    for (int i = 0; i <= 4; ++i)
        query.edges.append(wall(Begin + i * Hour));
    return query;
}

QString providerOf(const QString &channel) { return channel.section(u'-', 0, 0); }

/// What the ledger adds up.
UsageReport reportOf(const QList<ExchangeRecord> &log, const UsageReportQuery &query)
{
    UsageReport report;
    report.query = query;
    for (const ExchangeRecord &record : log) {
        if (record.kind == ExchangeKind::Drill || record.time < query.edges.first() || record.time >= query.edges.last())
            continue;
        const auto slot = int(std::upper_bound(query.edges.begin(), query.edges.end(), record.time) - query.edges.begin()) - 1;
        report.keyNames[record.keyId] = record.keyName;
        report.requests.append({slot, record.keyId, record.servedChannel, record.servedModel, endingOf(record), 1, TokenKinds::of(record.usage), 0, record.durationMs, 0});
        for (const AttemptRecord &attempt : record.attempts) {
            report.attempts.append({slot, record.keyId, attempt.channel, attempt.model, providerOf(attempt.channel), attempt.outcome, 1, attempt.provenance == Provenance::Unknown,
                                    attempt.provenance == Provenance::Estimated, TokenKinds::of(attempt.usage)});
        }
    }
    return report;
}

AttemptRecord attempt(const QString &channel, const QString &model, Outcome outcome, qint64 tokens, int position = 0)
{
    AttemptRecord made;
    made.channel = channel;
    made.model = model;
    made.outcome = outcome;
    made.position = position;
    made.provenance = tokens < 0 ? Provenance::Unknown : tokens % 2 ? Provenance::Estimated : Provenance::Reported;
    if (tokens >= 0)
        made.usage = {tokens / 2, tokens - tokens / 2, tokens, {}, {}};
    return made;
}

ExchangeRecord exchange(int hour, const QString &key, const QList<AttemptRecord> &attempts, ExchangeKind kind = ExchangeKind::Live)
{
    static int number = 0;
    ExchangeRecord made;
    made.id = u"req_%1"_s.arg(++number);
    made.time = wall(Begin + hour * Hour + number % 60 * 60'000);
    made.kind = kind;
    made.keyId = u"key_"_s + key;
    made.keyName = key;
    made.attempts = attempts;
    made.status = kind == ExchangeKind::Cache ? ExchangeStatus::Answered : ExchangeStatus::Failed;
    if (!attempts.isEmpty() && attempts.last().outcome == Outcome::ClientGone)
        made.status = ExchangeStatus::Cancelled;
    if (!attempts.isEmpty() && attempts.last().outcome == Outcome::Answered) {
        made.status = ExchangeStatus::Answered;
        made.servedChannel = attempts.last().channel;
        made.servedModel = attempts.last().model;
        made.usage = attempts.last().usage;
        made.provenance = attempts.last().provenance;
    }
    return made;
}

/// Names that a filter must quote, names that begin alike, answers, failures, rescues, drills, the cache, and hours before and after.
QList<ExchangeRecord> log()
{
    const QString a1 = u"acme-1"_s, a10 = u"acme-10"_s, b = u"beta-1"_s, big = u"big, \"model\" 7:b"_s, small = u"deepseek-ai/small"_s;
    return {exchange(0, u"shop"_s, {attempt(a1, big, Outcome::Answered, 10)}),
            exchange(0, u"shop"_s, {attempt(a1, big, Outcome::Timeout, -1), attempt(a1, big, Outcome::Answered, 21)}),
            exchange(1, u"shop"_s, {attempt(a10, small, Outcome::Overloaded, 30), attempt(b, small, Outcome::Answered, 31, 1)}),
            exchange(1, u"web shop"_s, {attempt(a10, small, Outcome::Timeout, 40), attempt(b, big, Outcome::RateLimited, -1, 1)}),
            exchange(2, u"web shop"_s, {attempt(b, big, Outcome::ClientGone, 51)}),
            exchange(2, u"web shop"_s, {}, ExchangeKind::Cache),
            exchange(2, u"shop"_s, {attempt(a1, small, Outcome::Answered, 60)}, ExchangeKind::Drill),
            exchange(3, u"shop"_s, {attempt(a10, big, Outcome::Answered, -1)}),
            exchange(3, u"shop"_s, {attempt(b, big, Outcome::Answered, 70)}),
            exchange(-2, u"shop"_s, {attempt(a1, big, Outcome::Answered, 80)}),
            exchange(4, u"shop"_s, {attempt(a1, big, Outcome::Timeout, 90)})};
}

/// What a filter finds in the log, and what it says of an attempt.
struct Found {
    Found(const QString &filter, const QList<ExchangeRecord> &log)
    {
        const auto parsed = parseFilter(filter, {});
        ok = std::holds_alternative<FilterExpression>(parsed);
        if (!ok)
            return;
        expression = std::get<FilterExpression>(parsed);
        for (const ExchangeRecord &record : log) {
            if (!matches(expression, record))
                continue;
            ++requests;
            for (const AttemptRecord &attempt : record.attempts) {
                if (!isMeant(attempt))
                    continue;
                ++attempts;
                tokens += attempt.usage.total().value_or(0);
            }
        }
    }
    bool isMeant(const AttemptRecord &attempt) const
    {
        return std::all_of(expression.terms.begin(), expression.terms.end(), [&attempt](const FilterTerm &term) {
            switch (term.field) {
            case FilterField::Channel: return term.values.contains(attempt.channel);
            case FilterField::Model: return term.values.contains(attempt.model);
            case FilterField::Outcome: return term.values.contains(QString(word(attempt.outcome)));
            default: return true;
            }
        });
    }
    bool ok = false;
    FilterExpression expression;
    qint64 requests = 0, attempts = 0, tokens = 0;
};

UsageNames names()
{
    UsageNames made;
    made.slotNames = {u"09:00"_s, u"10:00"_s, u"11:00"_s, u"12:00"_s};
    made.providerOf = {{u"acme-1"_s, u"acme"_s}, {u"acme-10"_s, u"acme"_s}, {u"beta-1"_s, u"beta"_s}};
    return made;
}

QString row(const FigureTable &table, const QString &name)
{
    QStringList texts;
    for (const FigureRow &line : table.rows) {
        if (line.cells.first().text != name)
            continue;
        for (const FigureCell &cell : line.cells.mid(1))
            texts.append(cell.text);
    }
    return texts.join(u'|');
}

enum class Counts { Requests, Attempts, Tokens };

} // namespace

class TestUsageFigures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_translations.choose(u"en"_s); }

    /// Bug: "until:" and a date means the end of that day, so yesterday's requests came with those of today.
    void aLinkHasTheBoundsOfItsReport_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        const auto day = [](int day) { return QDate(2026, 3, day).startOfDay().toMSecsSinceEpoch(); };
        QTest::newRow("a day") << day(1) << day(2);
        QTest::newRow("a week") << day(1) << day(8);
        QTest::newRow("to the minute") << day(1) + 37 * 60'000 << day(1) + 38 * 60'000;
        QTest::newRow("to the second") << day(1) + 37'000 << day(2) - 1'000;
        QTest::newRow("to the millisecond") << day(1) + 1 << day(2) - 1;
    }
    void aLinkHasTheBoundsOfItsReport()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        UsageReportQuery query;
        query.edges = {wall(from), wall(to)};
        const Found found(UsageLink(query).text(), {});
        QVERIFY(found.ok);
        QCOMPARE(found.expression.terms[0].numbers, QList<qint64>{from});
        QCOMPARE(found.expression.terms[1].numbers, QList<qint64>{to});
    }

    void theHourThatClocksRepeatIsTwo()
    {
        const QByteArray before = qgetenv("TZ");
        const auto restore = qScopeGuard([&before] { before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before); });
        qputenv("TZ", "Europe/Berlin");
        const qint64 summer = QDateTime(QDate(2026, 10, 25), QTime(0, 30), Qt::UTC).toMSecsSinceEpoch(); // 02:30, and an hour later again
        UsageReportQuery query;
        query.edges = {wall(summer), wall(summer + Hour), wall(summer + 2 * Hour)};
        const FilterMoment moment{wall(summer), QTimeZone::systemTimeZone()};
        for (int slot = 0; slot < 2; ++slot) {
            const auto parsed = parseFilter(UsageLink(query).during(slot).text(), moment);
            QVERIFY(std::holds_alternative<FilterExpression>(parsed));
            QCOMPARE(std::get<FilterExpression>(parsed).terms[0].numbers, QList<qint64>{summer + slot * Hour});
        }
    }

    void linksNarrow()
    {
        UsageReportQuery query = fourHours();
        const QString span = u"since:2026-03-01T09:00 until:2026-03-01T13:00"_s;
        QCOMPARE(UsageLink(query).text(), span + u" -kind:drill"_s);
        query.keyId = u"key_shop"_s;
        query.channel = u"acme-1"_s;
        const UsageLink link(query);
        QCOMPARE(link.text(), span + u" key=key_shop channel=acme-1 -kind:drill"_s);
        QCOMPARE(link.of(UsageBy::Channel, u"acme-1"_s), link);
        QCOMPARE(link.of(UsageBy::Channel, u"acme-2"_s).text(), QString()); // no request is both
        QCOMPARE(link.of(UsageBy::Model, QString()).text(), QString());     // nobody answered
        QCOMPARE(link.of(UsageBy::Model, QString()).of(UsageBy::Key, u"key_shop"_s).text(), QString());
        QCOMPARE(link.during(1).text(), u"since:2026-03-01T10:00 until:2026-03-01T11:00 key=key_shop channel=acme-1 -kind:drill"_s);
        QCOMPARE(link.upTo(1).text(), u"since:2026-03-01T09:00 until:2026-03-01T11:00 key=key_shop channel=acme-1 -kind:drill"_s);
        QCOMPARE(link.during(4).text(), QString());
        QCOMPARE(link.during(1).during(2).text(), QString());
        QCOMPARE(link.called().withOutcomes({u"timeout"_s}).text(), span + u" key=key_shop channel=acme-1 kind:live outcome:timeout"_s);
        QCOMPARE(UsageLink().text(), QString());
        QStringList many;
        for (int i = 0; i < 200; ++i)
            many.append(u"channel-%1"_s.arg(i));
        QCOMPARE(UsageLink(fourHours()).channels(many).text(), QString()); // no filter is that long
    }

    /// Each number and what its link finds in a log are the same.
    void everyNumberLeadsToItsRequests_data()
    {
        QTest::addColumn<FigureTable>("table");
        QTest::addColumn<Counts>("counts");
        QTest::addColumn<QList<int>>("columns"); // those that count so; empty: all but the first
        const UsageReport report = reportOf(log(), fourHours());
        const UsageNames all = names();
        QTest::newRow("endings") << usage::endingsOverTime(report, all).table << Counts::Requests << QList<int>();
        QTest::newRow("failures") << usage::failuresByChannel(report, all).table << Counts::Attempts << QList<int>();
        QTest::newRow("tokens over time") << usage::tokensOverTime(report, all).table << Counts::Tokens << QList<int>{3, 4, 5};
        QTest::newRow("ranking, tokens") << usage::ranking(report, all, UsageBy::Channel, usage::Measure::Tokens).table << Counts::Tokens << QList<int>();
        QTest::newRow("ranking, requests") << usage::ranking(report, all, UsageBy::Key, usage::Measure::Requests).table << Counts::Requests << QList<int>();
        QTest::newRow("ranking, attempts") << usage::ranking(report, all, UsageBy::Model, usage::Measure::Attempts).table << Counts::Attempts << QList<int>();
        QTest::newRow("ranking, lost") << usage::ranking(report, all, UsageBy::Key, usage::Measure::LostTokens).table << Counts::Tokens << QList<int>();
        QTest::newRow("reconciliation, attempts") << usage::reconciliation(report, all) << Counts::Attempts << QList<int>{1, 2};
        QTest::newRow("reconciliation, tokens") << usage::reconciliation(report, all) << Counts::Tokens << QList<int>{3, 4, 5, 7};
        const std::pair<const char *, UsageBy> sides[] = {{"key", UsageBy::Key}, {"channel", UsageBy::Channel}, {"model", UsageBy::Model}, {"time", UsageBy::Slot}};
        for (const auto &[down, rows] : sides) {
            for (const auto &[across, columns] : sides) {
                QTest::addRow("pivot %s × %s, tokens", down, across) << usage::pivot(report, all, rows, columns, usage::Measure::Tokens) << Counts::Tokens << QList<int>();
                QTest::addRow("pivot %s × %s, attempts", down, across) << usage::pivot(report, all, rows, columns, usage::Measure::Attempts) << Counts::Attempts << QList<int>();
                QTest::addRow("pivot %s × %s, lost", down, across) << usage::pivot(report, all, rows, columns, usage::Measure::LostTokens) << Counts::Tokens << QList<int>();
            }
        }
        QTest::newRow("pivot key × time, requests") << usage::pivot(report, all, UsageBy::Key, UsageBy::Slot, usage::Measure::Requests) << Counts::Requests << QList<int>();
    }
    void everyNumberLeadsToItsRequests()
    {
        QFETCH(FigureTable, table);
        QFETCH(Counts, counts);
        QFETCH(QList<int>, columns);
        const QList<ExchangeRecord> all = log();
        if (columns.isEmpty()) {
            for (int i = 1; i < table.headers.size(); ++i)
                columns.append(i);
        }
        int checked = 0;
        for (const FigureRow &row : std::as_const(table.rows)) {
            for (const int column : std::as_const(columns)) {
                const FigureCell &cell = row.cells[column];
                const QByteArray where = (row.cells.first().text + u" / "_s + table.headers[column] + u" = "_s + cell.text + u": "_s + cell.filter).toUtf8();
                if (cell.text == u"0"_s) {
                    if (counts != Counts::Tokens)
                        QVERIFY2(cell.filter.isEmpty(), where.constData());
                    continue;
                }
                QVERIFY2(!cell.filter.isEmpty(), where.constData());
                const Found found(cell.filter, all);
                QVERIFY2(found.ok && found.requests > 0, where.constData());
                const qint64 value = counts == Counts::Requests ? found.requests : counts == Counts::Attempts ? found.attempts : found.tokens;
                if (value != cell.value.toLongLong())
                    QVERIFY2(false, where + " finds " + QByteArray::number(value));
                ++checked;
            }
        }
        QVERIFY(checked > 2);
    }

    void barsLeadToTheirRequestsToo()
    {
        const UsageReport report = reportOf(log(), fourHours());
        for (const ChartFigures &figures : {usage::tokensOverTime(report, names()), usage::endingsOverTime(report, names()), usage::failuresByChannel(report, names()),
                                            usage::ranking(report, names(), UsageBy::Channel, usage::Measure::Tokens)}) {
            QCOMPARE(figures.links.size(), figures.categories.size());
            for (qsizetype i = 0; i < figures.links.size(); ++i)
                QCOMPARE(figures.links[i], figures.table.rows[i].filter);
            QVERIFY(!figures.links.first().isEmpty());
        }
    }

    void keysLeadToTheirRequests()
    {
        const UsageReport report = reportOf(log(), fourHours());
        KeyUsageModel model;
        model.setRows(keyUsageRows(summaryOf(report), {}, {}), UsageLink(report.query));
        QCOMPARE(model.rowCount(), 2);
        for (int row = 0; row < 2; ++row) {
            const auto filter = [&](int column) { return model.index(row, column).data(KeyUsageModel::FilterRole).toString(); };
            QCOMPARE(Found(filter(KeyUsageModel::Requests), log()).requests, model.rows()[row].period.requests);
            QVERIFY2(filter(KeyUsageModel::Requests).contains(u" key=key_"_s) || filter(KeyUsageModel::Requests).contains(u" key=\"key_"_s), qPrintable(filter(KeyUsageModel::Requests)));
            QVERIFY(filter(KeyUsageModel::FreeTokens).isEmpty()); // those of all times
        }
    }

    void sumsOfTokens_data()
    {
        QTest::addColumn<words::TokenSum>("sum");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << words::TokenSum{0, true, 0, 0} << u"0"_s;
        QTest::newRow("reported") << words::TokenSum{1'603, true, 0, 0} << u"1,603"_s;
        QTest::newRow("some estimated") << words::TokenSum{603, true, 0, 1} << u"≈603"_s;
        QTest::newRow("some unknown") << words::TokenSum{603, true, 2, 0} << u"603 + unknown"_s;
        QTest::newRow("some of both") << words::TokenSum{603, true, 2, 1} << u"≈603 + unknown"_s;
        QTest::newRow("all unknown") << words::TokenSum{0, false, 2, 0} << u"unknown"_s;
        QTest::newRow("one said 0, one nothing") << words::TokenSum{0, true, 1, 0} << u"0 + unknown"_s;
    }
    void sumsOfTokens()
    {
        QFETCH(words::TokenSum, sum);
        QTEST(words::tokenSum(sum), "text");
    }

    /// A key of which nothing is known, one of which something is, one that was estimated.
    void whatIsUnknownIsNotZeroAnywhere()
    {
        UsageReport report;
        report.query = fourHours();
        const auto add = [&report](const QString &id, Outcome outcome, qint64 attempts, qint64 unknown, qint64 estimated, qint64 tokens) {
            report.keyNames[id] = id;
            report.attempts.append({0, id, id + u"-1"_s, u"m"_s, id, outcome, attempts, unknown, estimated, {tokens / 3, tokens - tokens / 3, tokens, 0, 0}});
            if (outcome == Outcome::Answered)
                report.requests.append({0, id, id + u"-1"_s, u"m"_s, Ending::FirstTry, attempts, {tokens / 3, tokens - tokens / 3, tokens, 0, 0}, 0, 0, 0});
        };
        add(u"dark"_s, Outcome::Answered, 2, 2, 0, 0);
        add(u"dark"_s, Outcome::Timeout, 1, 1, 0, 0);
        add(u"half"_s, Outcome::Answered, 3, 1, 0, 603);
        add(u"half"_s, Outcome::Timeout, 1, 1, 0, 0);
        add(u"guess"_s, Outcome::Answered, 1, 0, 1, 90);
        add(u"guess"_s, Outcome::Timeout, 1, 0, 1, 30);
        add(u"guess"_s, Outcome::ClientGone, 1, 0, 1, 7);
        const UsageNames all = names();
        const FigureTable ranking = usage::ranking(report, all, UsageBy::Key, usage::Measure::Tokens).table;
        QCOMPARE(row(ranking, u"dark"_s), u"unknown|unknown|0|unknown"_s);
        QCOMPARE(row(ranking, u"half"_s), u"603 + unknown|unknown|0|603 + unknown"_s);
        QCOMPARE(row(ranking, u"guess"_s), u"≈90|≈30|≈7|≈127"_s);
        const FigureTable pivot = usage::pivot(report, all, UsageBy::Key, UsageBy::Model, usage::Measure::Tokens);
        QCOMPARE(row(pivot, u"dark"_s), u"unknown|unknown"_s);
        QCOMPARE(row(pivot, u"guess"_s), u"≈127|≈127"_s);
        QCOMPARE(row(pivot, u"Total"_s), u"≈730 + unknown|≈730 + unknown"_s);
        QCOMPARE(row(usage::pivot(report, all, UsageBy::Key, UsageBy::Model, usage::Measure::LostTokens), u"half"_s), u"unknown|unknown"_s);
        QCOMPARE(row(usage::tokensOverTime(report, all).table, u"09:00"_s), u"≈231|≈462|≈30 + unknown|≈7|≈730 + unknown"_s);
        const FigureTable bill = usage::reconciliation(report, all);
        QCOMPARE(bill.headers.join(u'|'), u"Provider|Attempts|Failed|Tokens in answers|Of failed attempts|Client left|Without report|Total"_s);
        QCOMPARE(row(bill, u"dark"_s), u"3|1|unknown|unknown|0|3|unknown"_s);
        QCOMPARE(row(bill, u"half"_s), u"4|1|603 + unknown|unknown|0|2|603 + unknown"_s);
        QCOMPARE(row(bill, u"guess"_s), u"3|1|≈90|≈30|≈7|0|≈127"_s);
        KeyUsageModel keys;
        keys.setRows(keyUsageRows(summaryOf(report), {}, {}));
        const auto total = [&keys](int row) { return keys.index(row, KeyUsageModel::Total).data().toString(); };
        QCOMPARE((QStringList{total(0), total(1), total(2)}), (QStringList{u"unknown"_s, u"≈90"_s, u"603 + unknown"_s}));
        const QList<QByteArray> file = toCsv(usage::everything(report, all), false).split('\n');
        const auto column = [&file](const QByteArray &name) { return file.first().trimmed().split(',').indexOf(name); };
        const auto field = [&](const QByteArray &key, const QByteArray &name) {
            for (const QByteArray &line : file) {
                if (const QList<QByteArray> fields = line.trimmed().split(','); fields.value(1) == key)
                    return fields.value(column(name));
            }
            return QByteArray("no such row");
        };
        QCOMPARE(field("dark", "Total"), QByteArray());
        QCOMPARE(field("dark", "Lost in failed attempts"), QByteArray());
        QCOMPARE(field("dark", "Client left"), QByteArray("0"));
        QCOMPARE(field("dark", "Attempts without report"), QByteArray("3"));
        QCOMPARE(field("half", "Total"), QByteArray("603"));
        QCOMPARE(field("half", "Attempts without report"), QByteArray("2"));
        QCOMPARE(field("guess", "Attempts with an estimate"), QByteArray("3"));
        QCOMPARE(field("guess", "Client left"), QByteArray("7"));
    }

    /// What a client left was no failure of a provider: it is in neither the tokens nor the costs of failed attempts.
    void whatClientsLeftIsCountedApart()
    {
        UsageReport report;
        report.query = fourHours();
        report.attempts = {{0, {}, u"a"_s, u"m"_s, u"p"_s, Outcome::Answered, 1, 0, 0, {100'000, 0, 100'000, 0, 0}},
                           {0, {}, u"a"_s, u"m"_s, u"p"_s, Outcome::Broken, 1, 0, 1, {20'000, 0, 20'000, 0, 0}},
                           {0, {}, u"a"_s, u"m"_s, u"p"_s, Outcome::ClientGone, 2, 1, 0, {3'000, 0, 3'000, 0, 0}}};
        report.requests = {{0, {}, u"a"_s, u"m"_s, Ending::AfterRetry, 1, {}, 0, 0, 0}};
        UsageNames all = names();
        Model priced;
        priced.priceIn = 10;
        priced.currency = u"CNY"_s;
        all.models = {{{u"a"_s, u"m"_s}, priced}};
        QCOMPARE(row(usage::reconciliation(report, all), u"p"_s), u"4|1|100,000|≈20,000|3,000 + unknown|1|≈123,000 + unknown|≈ CNY 1.23 + unknown"_s);
        QCOMPARE(costsText(costsOf(report, all, true)), u"≈ CNY 0.20"_s);
        const ChartFigures tokens = usage::tokensOverTime(report, all);
        QCOMPARE(tokens.series.last().values.first(), 3'000.0);
        QVERIFY(!tokens.series.last().hatched);
        QCOMPARE(tokens.series[tokens.series.size() - 2].values.first(), 20'000.0);
        const RescueFigures rescue = RescueFigures::of(report, all);
        QCOMPARE(rescue.failedTokens, 20'000);
        QCOMPARE(rescue.unknownAttempts, 0); // the one that is unknown was left
        QVERIFY2(rescueSentences(rescue).contains(u"Failed attempts used ≈20,000 tokens (≈ CNY 0.20)."_s), qPrintable(rescueSentences(rescue).join(u'\n')));
    }

    void latenciesOfManyChannels()
    {
        UsageReport report;
        report.query = fourHours();
        for (int channel = 0; channel < 8; ++channel) {
            for (int i = 0; i < 20 - channel; ++i)
                report.latencies.append({1, u"c-%1"_s.arg(channel), 30 + i, 1, i < 5});
        }
        const ChartFigures total = usage::latencies(report, names());
        QCOMPARE(total.table.rows.size(), 8);
        QCOMPARE(total.series.size(), 2 * (usage::MostChannels + 1));
        QCOMPARE(total.series[0].name, u"c-0"_s);
        QVERIFY(!total.series[0].thin && total.series[1].thin);
        QCOMPARE(total.series[1].tone, total.series[0].tone);
        QVERIFY(total.series[1].values[1] > total.series[0].values[1]); // 95 % take longer than half
        QVERIFY(std::isnan(total.series[0].values[0]));
        QVERIFY2(total.series[10].name.startsWith(u'3'), qPrintable(total.series[10].name)); // the three others, together
        QVERIFY(!std::isnan(total.series[10].values[1]));
        const ChartFigures first = usage::latencies(report, names(), usage::Latency::FirstOutput);
        QVERIFY(first.series[0].values[1] != total.series[0].values[1]);
        QVERIFY2(total.headline.startsWith(u"Slowest: c-0"_s), qPrintable(total.headline));
        QVERIFY(first.headline != total.headline);
        QVERIFY(!total.links[1].isEmpty() && total.links[0].isEmpty());
    }

    void costsAreRankedInOneCurrency()
    {
        UsageReport report;
        report.query = fourHours();
        report.attempts = {{0, u"k1"_s, u"a"_s, u"m"_s, u"p"_s, Outcome::Answered, 1, 0, 0, {100'000, 0, 100'000, 0, 0}},
                           {1, u"k2"_s, u"a"_s, u"m"_s, u"p"_s, Outcome::Answered, 1, 0, 0, {300'000, 0, 300'000, 0, 0}},
                           {1, u"k3"_s, u"a"_s, u"m"_s, u"p"_s, Outcome::Timeout, 1, 1, 0, {}},
                           {1, u"k1"_s, u"b"_s, u"n"_s, u"q"_s, Outcome::Answered, 1, 0, 0, {900'000, 0, 900'000, 0, 0}},
                           {1, u"k1"_s, u"c"_s, u"free"_s, u"q"_s, Outcome::Answered, 1, 0, 0, {9, 0, 9, 0, 0}}};
        UsageNames all = names();
        all.providerOf = {{u"a"_s, u"p"_s}, {u"b"_s, u"q"_s}, {u"c"_s, u"q"_s}};
        Model yuan, dollar;
        yuan.priceIn = 10;
        yuan.currency = u"CNY"_s;
        dollar.priceIn = 1;
        dollar.currency = u"USD"_s;
        all.models = {{{u"a"_s, u"m"_s}, yuan}, {{u"b"_s, u"n"_s}, dollar}};
        const ChartFigures ranking = usage::costRanking(report, all, UsageBy::Key, u"CNY"_s);
        QCOMPARE(ranking.categories, (QStringList{u"k2"_s, u"k1"_s, u"k3"_s}));
        QCOMPARE(row(ranking.table, u"k2"_s), u"≈ CNY 3.00"_s);
        QCOMPARE(row(ranking.table, u"k3"_s), u"unknown"_s);
        QCOMPARE(ranking.headline, u"Most: k2 with ≈ CNY 3.00 (75 % of all)."_s);
        QVERIFY(!ranking.links.first().isEmpty());
        QCOMPARE(withoutPrice(report, all), (QList<QPair<QString, QString>>{{u"c"_s, u"free"_s}}));
        const ChartFigures over = usage::costOverTime(report, all, {});
        QCOMPARE(row(over.table, u"10:00"_s), u"≈ CNY 3.00 + unknown|≈ CNY 4.00 + unknown|≈ USD 0.90|≈ USD 0.90"_s);
        QCOMPARE(row(over.table, u"11:00"_s), u"CNY 0.00|≈ CNY 4.00 + unknown|USD 0.00|≈ USD 0.90"_s);
        QVERIFY2(over.sentence.startsWith(u"≈ CNY 4.00 + USD 0.90 + unknown in all"_s) && over.sentence.contains(u"without a price"_s), qPrintable(over.sentence));
        const FigureTable file = usage::everything(report, all);
        QCOMPARE(file.headers.mid(file.headers.size() - 2), (QStringList{u"Cost in CNY, estimated"_s, u"Cost in USD, estimated"_s}));
        const QByteArray text = toCsv(file, false);
        QVERIFY2(text.contains(",3.000000,\r\n") && text.contains(",,0.900000\r\n"), text.constData());
    }

private:
    Translations m_translations;
};

QTEST_MAIN(TestUsageFigures)
#include "tst_usagefigures.moc"
