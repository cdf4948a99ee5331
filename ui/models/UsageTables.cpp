// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/UsageCosts.h"
#include "models/UsageParts.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace understudy::usage {

using namespace Qt::StringLiterals;

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::UsageFigures)
};

/// The attempts of a report that were made at one provider.
UsageReport ofProvider(const UsageReport &report, const QString &id)
{
    UsageReport part;
    part.query = report.query;
    for (const AttemptCell &cell : report.attempts) {
        if (cell.provider == id)
            part.attempts.append(cell);
    }
    return part;
}

QStringList channelsOf(const UsageReport &report)
{
    QStringList channels;
    for (const AttemptCell &cell : report.attempts)
        channels.append(cell.channel);
    channels.sort();
    channels.removeDuplicates();
    return channels;
}

/// A row of a file: everything in one place, in its parts.
struct Place {
    UsageRow all, answered, failed, left;
    Costs costs;
};

FigureCell plain(qint64 value) { return {QString::number(value), value}; }
/// Blank when nothing of it is known: a spreadsheet would add 0 up and divide by it.
FigureCell tokensOrBlank(const UsageRow &row, qint64 tokens) { return sumOf(row).known ? plain(tokens) : FigureCell(); }

} // namespace

FigureTable pivot(const UsageReport &report, const UsageNames &names, UsageBy rows, UsageBy columns, Measure measure)
{
    const QHash<QPair<QString, QString>, UsageRow> cells = usagePivot(counted(report, measure), rows, columns);
    const auto idsOf = [&](UsageBy what, bool first) {
        QStringList ids;
        for (auto it = cells.cbegin(); it != cells.cend(); ++it) {
            const QString &id = first ? it.key().first : it.key().second;
            if (isThere(*it, measure) && !ids.contains(id))
                ids.append(id);
        }
        std::sort(ids.begin(), ids.end(), [&](const QString &a, const QString &b) {
            return what == UsageBy::Slot ? a.toInt() < b.toInt() : names.name(report, what, a).localeAwareCompare(names.name(report, what, b)) < 0;
        });
        return ids;
    };
    const QStringList down = idsOf(rows, true), across = idsOf(columns, false);
    FigureTable table;
    table.headers.append(QString());
    for (const QString &id : across)
        table.headers.append(names.name(report, columns, id));
    table.headers.append(Say::tr("Total"));
    const UsageLink link(report.query);
    QList<UsageRow> sums(across.size());
    UsageRow all;
    for (const QString &id : down) {
        const UsageLink its = link.of(rows, id);
        FigureRow row{{textCell(names.name(report, rows, id))}, {}};
        UsageRow sum;
        for (qsizetype i = 0; i < across.size(); ++i) {
            const UsageRow cell = cells.value({id, across[i]});
            row.cells.append(measureCell(cell, measure, its.of(columns, across[i])));
            sum += cell;
            sums[i] += cell;
        }
        row.cells.append(measureCell(sum, measure, its));
        row.filter = row.cells.last().filter;
        all += sum;
        table.rows.append(row);
    }
    FigureRow total{{textCell(Say::tr("Total"))}, {}};
    for (qsizetype i = 0; i < across.size(); ++i)
        total.cells.append(measureCell(sums[i], measure, link.of(columns, across[i])));
    total.cells.append(measureCell(all, measure, link));
    total.filter = total.cells.last().filter;
    table.rows.append(total);
    return table;
}

FigureTable reconciliation(const UsageReport &report, const UsageNames &names)
{
    const bool somebodyLeft = totalOf(partOf(report, Part::Left)).attempts > 0;
    FigureTable table;
    table.headers = {Say::tr("Provider"), Say::tr("Attempts"), Say::tr("Failed"), Say::tr("Tokens in answers"), Say::tr("Of failed attempts")};
    if (somebodyLeft)
        table.headers.append(Say::tr("Client left"));
    const bool priced = !costsText(costsOf(report, names), hasUnknownCosts(report, names)).isEmpty();
    table.headers += {Say::tr("Without report"), Say::tr("Total")};
    if (priced)
        table.headers.append(Say::tr("Cost"));
    const auto append = [&](const QString &name, const UsageReport &part, const UsageLink &all) {
        const UsageRow row = totalOf(part), answered = totalOf(partOf(part, Part::Answered)), failed = totalOf(partOf(part, Part::Failed)), left = totalOf(partOf(part, Part::Left));
        const UsageLink link = all.called();
        FigureRow line{{textCell(name), countCell(row.attempts, link), countCell(failed.attempts, link.withFailures(failed)),
                        tokenCell(answered, link.withOutcomes({QString(word(Outcome::Answered))})), tokenCell(failed, link.withFailures(failed))},
                       link.text()};
        if (somebodyLeft)
            line.cells.append(tokenCell(left, link.withOutcomes({QString(word(Outcome::ClientGone))})));
        line.cells += {countCell(row.unknownAttempts), tokenCell(row, link)}; // the log cannot be asked for what nobody reported
        const QString cost = costsText(costsOf(part, names), hasUnknownCosts(part, names));
        if (priced)
            line.cells.append(cost.isEmpty() ? textCell(u"–"_s) : FigureCell{cost, {}, link.text()});
        table.rows.append(line);
    };
    const QStringList ids = idsByWeight(usageBy(report, UsageBy::Provider), Measure::Tokens);
    const UsageLink link(report.query);
    for (const QString &id : ids) {
        const UsageReport part = ofProvider(report, id);
        append(names.name(report, UsageBy::Provider, id), part, link.channels(channelsOf(part)));
    }
    if (ids.size() > 1) {
        UsageReport attempts = report;
        attempts.requests.clear();
        append(Say::tr("Total"), attempts, link);
    }
    return table;
}

FigureTable everything(const UsageReport &report, const UsageNames &names)
{
    std::map<std::tuple<int, QString, QString, QString>, Place> places;
    for (const AttemptCell &cell : report.attempts) {
        Place &place = places[{cell.slot, cell.keyId, cell.channel, cell.model}];
        place.all.add(cell);
        (cell.outcome == Outcome::Answered ? place.answered : cell.outcome == Outcome::ClientGone ? place.left : place.failed).add(cell);
        addCost(place.costs, cell, names);
    }
    for (const RequestCell &cell : report.requests)
        places[{cell.slot, cell.keyId, cell.channel, cell.model}].all.add(cell);
    FigureTable table;
    table.headers = {Say::tr("Time"), Say::tr("Key"), Say::tr("Channel"), Say::tr("Model"), Say::tr("Requests"), Say::tr("Saved"), Say::tr("Failed"), Say::tr("Attempts"),
                     Say::tr("Failed attempts"), Say::tr("Attempts without report"), Say::tr("Attempts with an estimate"), Say::tr("Prompt"), Say::tr("Completion"),
                     Say::tr("Reasoning"), Say::tr("Cached prompt"), Say::tr("Tokens in answers"), Say::tr("Lost in failed attempts"), Say::tr("Client left"), Say::tr("Total")};
    const QStringList currencies = costsOf(report, names).keys();
    for (const QString &currency : currencies)
        table.headers.append(currency.isEmpty() ? Say::tr("Cost, estimated") : Say::tr("Cost in %1, estimated").arg(currency));
    for (const auto &[at, place] : places) {
        const auto &[slot, key, channel, model] = at;
        const UsageRow &row = place.all;
        const QString time = words::toDateTime(report.query.edges[slot]).toString(Qt::ISODate);
        FigureRow line{{textCell(time), textCell(names.name(report, UsageBy::Key, key)), textCell(channel), textCell(model)}, {}};
        for (const qint64 value : {row.requests, row.rescued(), row.failures(), row.attempts, row.failedAttempts, row.unknownAttempts, row.estimatedAttempts})
            line.cells.append(plain(value));
        for (const qint64 kind : {row.all.prompt, row.all.completion, row.all.reasoning, row.all.cached})
            line.cells.append(tokensOrBlank(row, kind));
        for (const UsageRow *part : {&place.answered, &place.failed, &place.left, &place.all})
            line.cells.append(tokensOrBlank(*part, part->all.total));
        for (const QString &currency : currencies) // in the notation of programs, as all numbers of a file
            line.cells.append(place.costs.contains(currency) ? FigureCell{QString::number(place.costs[currency], 'f', 6), QString::number(place.costs[currency], 'f', 6)} : FigureCell());
        table.rows.append(line);
    }
    return table;
}

} // namespace understudy::usage
