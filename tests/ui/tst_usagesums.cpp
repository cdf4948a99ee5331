// SPDX-License-Identifier: GPL-3.0-or-later
// Charts, tables, CSV and the command line add up to the same sums, whatever happened: random reports through all of them.
#include "cli/RecordJson.h"
#include "cli/UsageText.h"
#include "models/UsageFigures.h"
#include "words/RecordWords.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <tuple>

using namespace understudy;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using usage::Measure;

namespace {

constexpr int Rounds = 60;
constexpr WallTime Start{Milliseconds(1'790'000'000'000)};

struct Place {
    QString channel, model, provider;
};
const QList<Place> places{{u"sf-1"_s, u"r1-32b"_s, u"sf"_s}, {u"sf-1"_s, u"v3, \"fast\""_s, u"sf"_s}, {u"sf-2"_s, u"r1-32b"_s, u"sf"_s},
                          {u"ds-1"_s, u"r1"_s, u"ds"_s},     {u"ark-1"_s, u"v3"_s, u"ark"_s},        {u"built-in"_s, u"demo/7b"_s, u"built-in"_s}};
const QStringList keys{u"key_a"_s, u"key_b"_s, u"key_c"_s, u"key_d"_s};

/// A report as a ledger gives it: requests and the attempts that were made for them, as cells that say no place twice.
class RandomReport {
public:
    explicit RandomReport(quint32 seed) : m_random(seed) {}

    UsageReport make()
    {
        UsageReport report;
        for (int i = 0, count = 1 + below(6); i <= count; ++i)
            report.query.edges.append(Start + i * 1h);
        for (const QString &key : keys)
            report.keyNames.insert(key, u"name of "_s + key);
        m_attempts.clear();
        m_requests.clear();
        for (int i = below(120); i > 0; --i)
            request(below(report.slotCount()), keys[below(int(keys.size()))]);
        for (const auto &[key, cell] : m_attempts)
            report.attempts.append(cell);
        for (const auto &[key, cell] : m_requests)
            report.requests.append(cell);
        return report;
    }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }

    TokenKinds tokens()
    {
        if (below(6) == 0)
            return {0, 0, below(900), 0, 0}; // a total alone
        TokenKinds kinds{below(900), below(900), 0, 0, 0};
        kinds.total = kinds.prompt + kinds.completion + (below(8) == 0 ? below(50) : 0);
        kinds.reasoning = below(2) ? 0 : below(1000); // may be more than what it is said to be a part of
        kinds.cached = below(2) ? 0 : below(1000);
        return kinds;
    }

    /// What was told of it: nothing for some.
    TokenKinds attempt(int slot, const QString &key, const Place &place, Outcome outcome)
    {
        AttemptCell &cell = m_attempts[{slot, key, place.channel, place.model, int(outcome)}];
        cell.slot = slot;
        cell.keyId = key;
        cell.channel = place.channel;
        cell.model = place.model;
        cell.provider = place.provider;
        cell.outcome = outcome;
        ++cell.attempts;
        const int told = below(4);
        if (told == 0) {
            ++cell.unknown;
            return {};
        }
        cell.estimated += told == 1;
        const TokenKinds kinds = tokens();
        cell.tokens += kinds;
        return kinds;
    }

    int failures(int slot, const QString &key)
    {
        const int count = below(3);
        for (int i = 0; i < count; ++i)
            attempt(slot, key, places[below(int(places.size()))], Outcome(below(int(Outcome::ClientGone))));
        return count;
    }

    void request(int slot, const QString &key)
    {
        const Place place = places[below(int(places.size()))];
        switch (below(9)) {
        case 0: return end(slot, key, place, Ending::FromCache, {0, 0, 0, 0, below(900)});
        case 1: failures(slot, key); return end(slot, key, {}, Ending::Failed, {});
        case 2:
            failures(slot, key);
            attempt(slot, key, place, Outcome::ClientGone);
            return end(slot, key, {}, Ending::Cancelled, {});
        case 3:
            failures(slot, key);
            attempt(slot, key, place, Outcome::Broken);
            return end(slot, key, place, Ending::Interrupted, {});
        default: break;
        }
        const bool saved = failures(slot, key) > 0;
        const TokenKinds told = attempt(slot, key, place, Outcome::Answered);
        end(slot, key, place, !saved ? Ending::FirstTry : below(2) ? Ending::AfterRetry : Ending::AfterBackup, told);
    }

    void end(int slot, const QString &key, const Place &place, Ending ending, const TokenKinds &told)
    {
        RequestCell &cell = m_requests[{slot, key, place.channel, place.model, int(ending)}];
        cell.slot = slot;
        cell.keyId = key;
        cell.channel = place.channel;
        cell.model = place.model;
        cell.ending = ending;
        ++cell.requests;
        cell.tokens += told;
        cell.freeTokens += place.channel == "built-in"_L1 && isAnswer(ending) ? told.total : 0;
    }

    using Key = std::tuple<int, QString, QString, QString, int>;
    QRandomGenerator m_random;
    std::map<Key, AttemptCell> m_attempts;
    std::map<Key, RequestCell> m_requests;
};

UsageNames namesOf(const UsageReport &report)
{
    UsageNames names;
    for (int slot = 0; slot < report.slotCount(); ++slot)
        names.slotNames.append(u"slot %1"_s.arg(slot));
    return names;
}

qint64 sum(const ChartSeries &series)
{
    double all = 0;
    for (const double value : series.values)
        all += value;
    return qint64(all);
}

qint64 sum(const ChartFigures &figures)
{
    qint64 all = 0;
    for (const ChartSeries &series : figures.series)
        all += sum(series);
    return all;
}

qint64 sumAt(const ChartFigures &figures, int category)
{
    double all = 0;
    for (const ChartSeries &series : figures.series)
        all += series.values.value(category);
    return qint64(all);
}

/// Of the series whose name holds `part`; 0 without one: what there is none of is not drawn.
qint64 sumNamed(const ChartFigures &figures, const QString &part)
{
    qint64 all = 0;
    for (const ChartSeries &series : figures.series)
        all += series.name.contains(part, Qt::CaseInsensitive) ? sum(series) : 0;
    return all;
}

/// A blank or a word stands for what nobody told, which adds nothing.
qint64 sumOfColumn(const FigureTable &table, qsizetype column, qsizetype rows)
{
    qint64 all = 0;
    for (qsizetype i = 0; i < rows; ++i)
        all += table.rows[i].cells.value(column).value.toLongLong();
    return all;
}

/// By its whole name, else by a part of it; nothing: there is none.
std::optional<qsizetype> columnNamed(const FigureTable &table, const QString &name)
{
    for (const bool whole : {true, false}) {
        for (qsizetype i = 1; i < table.headers.size(); ++i) {
            if (whole ? table.headers[i] == name : table.headers[i].contains(name, Qt::CaseInsensitive))
                return i;
        }
    }
    return std::nullopt;
}

/// RFC 4180.
QList<QStringList> readCsv(const QByteArray &bytes)
{
    QList<QStringList> rows{{QString()}};
    bool quoted = false;
    const QString text = QString::fromUtf8(bytes);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' && quoted && i + 1 < text.size() && text[i + 1] == u'"') {
            rows.last().last() += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (c == u',' && !quoted) {
            rows.last().append(QString());
        } else if (c == u'\n' && !quoted) {
            rows.append(QStringList{QString()});
        } else if (c != u'\r' || quoted) {
            rows.last().last() += c;
        }
    }
    rows.removeLast(); // after the last end of a line
    return rows;
}

/// "≈603 + unknown", "unknown", "603".
qint64 told(const QString &text)
{
    static const QRegularExpression number(u"\\d+"_s);
    return number.match(text).captured().toLongLong();
}

/// The figures of a table of the command line below `headline`'s column, added up.
qint64 sumOfText(const QStringList &lines, const QString &table, const QString &column)
{
    static const QRegularExpression gap(u" {2,}"_s);
    qint64 all = 0;
    qsizetype at = -1;
    for (const QString &line : lines) {
        const QStringList fields = line.split(gap);
        if (fields.first() == table)
            at = fields.indexOf(column);
        else if (line.isEmpty())
            at = -1;
        else if (at >= 0)
            all += told(fields.value(at));
    }
    return all;
}

qint64 sumOfJson(const QJsonArray &rows, const QString &member)
{
    qint64 all = 0;
    for (const QJsonValue &row : rows)
        all += row.toObject().value(member).toInteger();
    return all;
}

} // namespace

class TestUsageSums final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        RandomReport random(7);
        UsageRow all;
        for (int i = 0; i < Rounds; ++i) {
            m_reports.append(random.make());
            all += totalOf(m_reports.last());
        }
        // Else the comparisons say little.
        for (const qint64 some : {all.answeredTokens, all.lostTokens, all.leftTokens, all.unknownAnswers, all.estimatedAnswers, all.freeTokens, all.cacheSavedTokens,
                                  all.rescued(), all.unknownAttempts - all.unknownAnswers})
            QVERIFY(some > 0);
    }

    void chartsOverTime()
    {
        for (const UsageReport &report : std::as_const(m_reports)) {
            const UsageRow total = totalOf(report);
            const QList<UsageRow> bySlot = usageBySlot(report);
            const ChartFigures tokens = usage::tokensOverTime(report, namesOf(report));
            const ChartFigures endings = usage::endingsOverTime(report, namesOf(report));
            QCOMPARE(sum(tokens), total.all.total);
            QCOMPARE(sum(endings), total.requests);
            for (int slot = 0; slot < report.slotCount(); ++slot) {
                QCOMPARE(sumAt(tokens, slot), bySlot[slot].all.total);
                QCOMPARE(sumAt(endings, slot), bySlot[slot].requests);
            }
            QCOMPARE(sumNamed(tokens, u"failed attempts"_s), total.lostTokens);
            QCOMPARE(sumNamed(tokens, u"left"_s), total.leftTokens);
            QCOMPARE(sum(tokens) - sumNamed(tokens, u"failed attempts"_s) - sumNamed(tokens, u"left"_s), total.answeredTokens);
            twinsAgree(tokens);
            twinsAgree(endings);
        }
    }

    void failures()
    {
        for (const UsageReport &report : std::as_const(m_reports)) {
            const UsageRow total = totalOf(report);
            const ChartFigures figures = usage::failuresByChannel(report, namesOf(report));
            QCOMPARE(sum(figures), total.failedAttempts);
            for (int i = 0; i < int(Outcome::ClientGone); ++i) {
                qint64 shown = 0;
                for (const ChartSeries &series : figures.series)
                    shown += series.name == words::outcomeName(Outcome(i)) ? sum(series) : 0;
                QCOMPARE(shown, total.outcomes[size_t(i)]);
            }
            twinsAgree(figures);
        }
    }

    void rankings_data()
    {
        QTest::addColumn<int>("by");
        QTest::addColumn<int>("most");
        QTest::newRow("keys") << int(UsageBy::Key) << 8;
        QTest::newRow("channels, the smallest together") << int(UsageBy::Channel) << 2;
        QTest::newRow("models") << int(UsageBy::Model) << 3;
        QTest::newRow("providers") << int(UsageBy::Provider) << 8;
    }
    void rankings()
    {
        QFETCH(int, by);
        QFETCH(int, most);
        for (const UsageReport &report : std::as_const(m_reports)) {
            const UsageRow total = totalOf(report);
            const auto ranked = [&](Measure measure) { return usage::ranking(report, namesOf(report), UsageBy(by), measure, most); };
            const ChartFigures tokens = ranked(Measure::Tokens);
            QCOMPARE(sum(tokens), total.all.total);
            QCOMPARE(sumNamed(tokens, u"failed attempts"_s), total.lostTokens);
            QCOMPARE(sumNamed(tokens, u"left"_s), total.leftTokens);
            QCOMPARE(sum(ranked(Measure::Attempts)), total.attempts);
            QCOMPARE(sum(ranked(Measure::LostTokens)), total.lostTokens);
            if (UsageBy(by) != UsageBy::Provider) // no provider answers for a request
                QCOMPARE(sum(ranked(Measure::Requests)), total.requests);
            for (const Measure measure : {Measure::Tokens, Measure::Attempts, Measure::LostTokens, Measure::Requests})
                twinsAgree(ranked(measure));
        }
    }

    void pivots()
    {
        const std::pair<UsageBy, UsageBy> pairs[] = {{UsageBy::Key, UsageBy::Model}, {UsageBy::Slot, UsageBy::Channel}, {UsageBy::Provider, UsageBy::Key}};
        for (const UsageReport &report : std::as_const(m_reports)) {
            const UsageRow total = totalOf(report);
            for (const auto &[rows, columns] : pairs) {
                const std::pair<Measure, qint64> measures[] = {{Measure::Tokens, total.all.total},
                                                               {Measure::Attempts, total.attempts},
                                                               {Measure::LostTokens, total.lostTokens},
                                                               {Measure::Requests, rows == UsageBy::Provider ? 0 : total.requests}};
                for (const auto &[measure, wanted] : measures) {
                    const FigureTable table = usage::pivot(report, namesOf(report), rows, columns, measure);
                    const qsizetype lines = table.rows.size() - 1, last = table.headers.size() - 1;
                    QCOMPARE(table.rows.last().cells.last().value.toLongLong(), wanted);
                    QCOMPARE(sumOfColumn(table, last, lines), wanted);
                    qint64 all = 0;
                    for (qsizetype i = 1; i < last; ++i) {
                        QCOMPARE(sumOfColumn(table, i, lines), table.rows.last().cells[i].value.toLongLong());
                        all += sumOfColumn(table, i, lines);
                    }
                    QCOMPARE(all, wanted);
                }
            }
        }
    }

    void reconciliation()
    {
        for (const UsageReport &report : std::as_const(m_reports)) {
            const UsageRow total = totalOf(report);
            const FigureTable table = usage::reconciliation(report, namesOf(report));
            const qsizetype providers = usageBy(report, UsageBy::Provider).size();
            QCOMPARE(table.rows.size(), providers > 1 ? providers + 1 : providers);
            const std::pair<QString, qint64> columns[] = {{u"Attempts"_s, total.attempts},        {u"Failed"_s, total.failedAttempts},
                                                          {u"Tokens in answers"_s, total.answeredTokens}, {u"failed attempts"_s, total.lostTokens},
                                                          {u"left"_s, total.leftTokens},          {u"Without report"_s, total.unknownAttempts},
                                                          {u"Total"_s, total.all.total}};
            for (const auto &[name, wanted] : columns) {
                const std::optional<qsizetype> column = columnNamed(table, name);
                QVERIFY2(column || wanted == 0, qPrintable(name));
                if (!column)
                    continue;
                QVERIFY2(sumOfColumn(table, *column, providers) == wanted, qPrintable(name));
                if (providers > 1)
                    QVERIFY2(table.rows.last().cells[*column].value.toLongLong() == wanted, qPrintable(name));
            }
        }
    }

    void files()
    {
        for (const UsageReport &report : std::as_const(m_reports)) {
            const UsageRow total = totalOf(report);
            const QList<QStringList> csv = readCsv(toCsv(usage::everything(report, namesOf(report)), false));
            const QStringList headers = csv.first();
            const std::pair<QString, qint64> columns[] = {{u"Requests"_s, total.requests},
                                                          {u"Saved"_s, total.rescued()},
                                                          {u"Failed"_s, total.failures()},
                                                          {u"Attempts"_s, total.attempts},
                                                          {u"Failed attempts"_s, total.failedAttempts},
                                                          {u"Attempts without report"_s, total.unknownAttempts},
                                                          {u"Prompt"_s, total.all.prompt},
                                                          {u"Completion"_s, total.all.completion},
                                                          {u"Reasoning"_s, total.all.reasoning},
                                                          {u"Cached prompt"_s, total.all.cached},
                                                          {u"Tokens in answers"_s, total.answeredTokens},
                                                          {u"Lost in failed attempts"_s, total.lostTokens},
                                                          {u"Client left"_s, total.leftTokens},
                                                          {u"Total"_s, total.all.total}};
            for (const auto &[name, wanted] : columns) {
                const qsizetype at = headers.indexOf(name);
                QVERIFY2(at >= 0, qPrintable(name));
                qint64 all = 0;
                for (qsizetype i = 1; i < csv.size(); ++i) {
                    QCOMPARE(csv[i].size(), headers.size());
                    all += csv[i][at].toLongLong();
                }
                QVERIFY2(all == wanted, qPrintable(u"%1: %2, not %3"_s.arg(name).arg(all).arg(wanted)));
            }
        }
    }

    void commandLine()
    {
        for (const UsageReport &report : std::as_const(m_reports)) {
            const UsageRow total = totalOf(report);
            const UsageSummary summary = summaryOf(report);
            const QJsonObject json = cli::toJson(summary);
            const QJsonArray byKey = json.value("byKey"_L1).toArray(), byProvider = json.value("byProvider"_L1).toArray();
            const auto is = [&](const char *member, qint64 wanted) { return json.value(QLatin1StringView(member)).toInteger(-1) == wanted; };
            QVERIFY(is("requests", total.requests) && sumOfJson(byKey, u"requests"_s) == total.requests);
            QVERIFY(is("freeTokensUsed", total.freeTokens) && sumOfJson(byKey, u"freeTokensUsed"_s) == total.freeTokens);
            QVERIFY(is("promptTokens", total.answers.prompt) && sumOfJson(byKey, u"promptTokens"_s) == total.answers.prompt);
            QVERIFY(is("completionTokens", total.answers.completion) && sumOfJson(byKey, u"completionTokens"_s) == total.answers.completion);
            QVERIFY(is("totalTokens", total.answers.total) && sumOfJson(byKey, u"totalTokens"_s) == total.answers.total);
            QVERIFY(is("unknownAnswers", total.unknownAnswers) && sumOfJson(byKey, u"unknownAnswers"_s) == total.unknownAnswers);
            QVERIFY(is("estimatedAnswers", total.estimatedAnswers) && sumOfJson(byKey, u"estimatedAnswers"_s) == total.estimatedAnswers);
            QVERIFY(is("cacheHits", total.ending(Ending::FromCache)) && is("cacheSavedTokens", total.cacheSavedTokens));
            for (const auto &[member, wanted] : {std::pair("attempts", total.attempts), {"failedAttempts", total.failedAttempts}, {"unknownAttempts", total.unknownAttempts},
                                                 {"estimatedAttempts", total.estimatedAttempts}, {"answeredTokens", total.answeredTokens}, {"lostTokens", total.lostTokens},
                                                 {"leftTokens", total.leftTokens}})
                QVERIFY2(is(member, wanted) && sumOfJson(byProvider, QString::fromLatin1(member)) == wanted, member);
            QCOMPARE(sumOfJson(byProvider, u"totalTokens"_s), total.all.total);
            QCOMPARE(total.answers.total, total.answeredTokens); // what clients were told is what answers took

            const QStringList text = cli::usageText(summary);
            const std::tuple<QString, QString, qint64> columns[] = {{u"KEY"_s, u"REQUESTS"_s, total.requests},
                                                                    {u"KEY"_s, u"PROMPT"_s, total.answers.prompt},
                                                                    {u"KEY"_s, u"COMPLETION"_s, total.answers.completion},
                                                                    {u"KEY"_s, u"TOTAL"_s, total.answers.total},
                                                                    {u"KEY"_s, u"FREE"_s, total.freeTokens},
                                                                    {u"PROVIDER"_s, u"ATTEMPTS"_s, total.attempts},
                                                                    {u"PROVIDER"_s, u"FAILED"_s, total.failedAttempts},
                                                                    {u"PROVIDER"_s, u"UNKNOWN"_s, total.unknownAttempts},
                                                                    {u"PROVIDER"_s, u"ANSWERS"_s, total.answeredTokens},
                                                                    {u"PROVIDER"_s, u"LOST"_s, total.lostTokens},
                                                                    {u"PROVIDER"_s, u"LEFT"_s, total.leftTokens},
                                                                    {u"PROVIDER"_s, u"TOTAL"_s, total.all.total}};
            for (const auto &[table, column, wanted] : columns)
                QVERIFY2(sumOfText(text, table, column) == wanted, qPrintable(table + u' ' + column + u'\n' + text.join(u'\n')));
        }
    }

private:
    /// A chart and the table beside it.
    static void twinsAgree(const ChartFigures &figures)
    {
        const FigureTable &table = figures.table;
        QCOMPARE(table.rows.size(), figures.categories.size());
        QCOMPARE(table.headers.size(), figures.series.size() + 2); // the name, and the sum
        for (qsizetype i = 0; i < figures.series.size(); ++i) {
            QCOMPARE(figures.series[i].values.size(), figures.categories.size());
            QCOMPARE(sumOfColumn(table, i + 1, table.rows.size()), sum(figures.series[i]));
        }
        QCOMPARE(sumOfColumn(table, table.headers.size() - 1, table.rows.size()), sum(figures));
    }

    QList<UsageReport> m_reports;
};

QTEST_GUILESS_MAIN(TestUsageSums)
#include "tst_usagesums.moc"
