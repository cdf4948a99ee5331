// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/UsageParts.h"

#include "models/UsageCosts.h"

#include <QCoreApplication>

#include <algorithm>

namespace understudy::usage {

using namespace Qt::StringLiterals;

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::UsageFigures)
};

bool isIn(Part part, Outcome outcome)
{
    switch (part) {
    case Part::Answered: return outcome == Outcome::Answered;
    case Part::Left: return outcome == Outcome::ClientGone;
    case Part::Failed: break;
    }
    return outcome != Outcome::Answered && outcome != Outcome::ClientGone;
}

} // namespace

FigureCell textCell(const QString &text) { return {text, {}}; }
FigureCell countCell(qint64 value, const UsageLink &link) { return {words::count(value), value, value ? link.text() : QString()}; }
FigureCell timeCell(const std::optional<qint64> &ms, const UsageLink &link) { return ms ? FigureCell{words::duration(*ms), *ms, link.text()} : textCell(u"–"_s); }

FigureCell moneyCell(double value, const QString &currency, const UsageLink &link)
{
    return value > 0 ? FigureCell{u"≈ "_s + costText(value, currency), value, link.text()} : FigureCell{costText(value, currency), value};
}

UsageReport partOf(const UsageReport &report, Part part)
{
    UsageReport some;
    some.query = report.query;
    some.keyNames = report.keyNames;
    for (const AttemptCell &cell : report.attempts) {
        if (isIn(part, cell.outcome))
            some.attempts.append(cell);
    }
    return some;
}

words::TokenSum sumOf(const UsageRow &row) { return {row.all.total, row.attempts == 0 || row.attempts > row.unknownAttempts, row.unknownAttempts, row.estimatedAttempts}; }

words::TokenSum kindOf(const UsageRow &row, qint64 tokens)
{
    words::TokenSum sum = sumOf(row);
    sum.tokens = tokens;
    if (sum.known)
        sum.unknown = 0;
    return sum;
}

FigureCell tokenCell(const words::TokenSum &sum, const UsageLink &link)
{
    return {words::tokenSum(sum), sum.known || sum.unknown == 0 ? QVariant(sum.tokens) : QVariant(), link.text()};
}

FigureCell tokenCell(const UsageRow &row, const UsageLink &link) { return tokenCell(sumOf(row), row.attempts ? link : UsageLink()); }

UsageReport counted(const UsageReport &report, Measure measure) { return measure == Measure::LostTokens ? partOf(report, Part::Failed) : report; }

qint64 measured(const UsageRow &row, Measure measure)
{
    switch (measure) {
    case Measure::Tokens:
    case Measure::LostTokens: return row.all.total;
    case Measure::Requests: return row.requests;
    case Measure::Attempts: return row.attempts;
    }
    return 0;
}

bool isThere(const UsageRow &row, Measure measure)
{
    const bool tokens = measure == Measure::Tokens || measure == Measure::LostTokens;
    return measured(row, measure) > 0 || (tokens && row.unknownAttempts > 0);
}

UsageLink measureLink(const UsageLink &link, const UsageRow &row, Measure measure)
{
    switch (measure) {
    case Measure::Requests: return row.requests ? link : UsageLink();
    case Measure::Tokens:
    case Measure::Attempts: return row.attempts ? link.called() : UsageLink();
    case Measure::LostTokens: return row.attempts ? link.withFailures(row) : UsageLink();
    }
    return {};
}

FigureCell measureCell(const UsageRow &row, Measure measure, const UsageLink &link)
{
    const UsageLink narrower = measureLink(link, row, measure);
    if (measure == Measure::Tokens || measure == Measure::LostTokens)
        return tokenCell(row, narrower);
    return countCell(measured(row, measure), narrower);
}

QStringList idsByWeight(const QHash<QString, UsageRow> &rows, Measure measure)
{
    QStringList ids = rows.keys();
    std::sort(ids.begin(), ids.end(), [&](const QString &a, const QString &b) {
        const qint64 x = measured(rows[a], measure), y = measured(rows[b], measure);
        return x != y ? x > y : a < b;
    });
    return ids;
}

QString barsSentence(const ChartFigures &figures, const QString &what, const QString &all)
{
    if (figures.categories.isEmpty())
        return {};
    qsizetype highest = 0;
    double most = 0, total = 0;
    for (qsizetype i = 0; i < figures.categories.size(); ++i) {
        double sum = 0;
        for (const ChartSeries &series : figures.series)
            sum += series.values.value(i);
        total += sum;
        if (sum > most) {
            most = sum;
            highest = i;
        }
    }
    return Say::tr("%1: %2 in all, %n bar(s), highest %3 with %4.", nullptr, int(figures.categories.size()))
        .arg(what, all.isEmpty() ? words::count(qint64(total)) : all, figures.categories[highest], words::count(qint64(most)));
}

void sayRanks(ChartFigures &figures, double all)
{
    QStringList parts;
    for (const FigureRow &row : std::as_const(figures.table.rows))
        parts.append(u"%1: %2"_s.arg(row.cells.first().text, row.cells.last().text));
    figures.sentence = parts.join(Say::tr("; "));
    figures.headline.clear();
    if (figures.table.rows.isEmpty() || all <= 0)
        return;
    const FigureRow &first = figures.table.rows.first();
    figures.headline = Say::tr("Most: %1 with %2 (%3 of all).").arg(first.cells.first().text, first.cells.last().text, words::percent(first.cells.last().value.toDouble() / all));
}

} // namespace understudy::usage
