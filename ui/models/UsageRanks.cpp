// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/UsageParts.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace understudy::usage {

using namespace Qt::StringLiterals;

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::UsageFigures)
};

constexpr std::array Tones{Tone::ChartPrompt, Tone::ChartCompletion, Tone::ChartReasoning, Tone::ChartCached, Tone::ChartLost};
static_assert(Tones.size() == size_t(MostChannels));

/// The channels `ids` as one, by slot: percentiles cannot be added up.
QList<LatencyFigures> together(const UsageReport &report, const QStringList &ids)
{
    UsageReport one;
    one.query = report.query;
    for (LatencyCell cell : report.latencies) {
        if (!ids.contains(cell.channel))
            continue;
        cell.channel.clear();
        one.latencies.append(cell);
    }
    return latencyByChannelAndSlot(one).value(QString());
}

void appendLines(ChartFigures &figures, const QString &name, Tone tone, const QList<LatencyFigures> &bySlot, Latency what)
{
    const auto line = [&](auto figure, const QString &said, bool thin) {
        ChartSeries series{said, tone, false, {}, thin};
        for (const LatencyFigures &slot : bySlot) {
            const std::optional<qint64> ms = slot.*figure;
            series.values.append(ms ? double(*ms) / 1000 : std::numeric_limits<double>::quiet_NaN()); // no answers: no point
        }
        figures.series.append(series);
    };
    const bool total = what == Latency::Total;
    line(total ? &LatencyFigures::medianMs : &LatencyFigures::medianFirstMs, name, false);
    line(total ? &LatencyFigures::p95Ms : &LatencyFigures::p95FirstMs, Say::tr("%1, 95 %").arg(name), true);
}

/// One line of a ranking: what was counted, in its parts.
struct Ranked {
    UsageRow all, answered, failed, left;
    void add(const Ranked &other)
    {
        all += other.all;
        answered += other.answered;
        failed += other.failed;
        left += other.left;
    }
};

QString measureName(Measure measure)
{
    switch (measure) {
    case Measure::Tokens: return Say::tr("In answers");
    case Measure::Requests: return Say::tr("Requests");
    case Measure::Attempts: return Say::tr("Attempts");
    case Measure::LostTokens: return Say::tr("Lost tokens");
    }
    return {};
}

} // namespace

ChartFigures latencies(const UsageReport &report, const UsageNames &names, Latency what)
{
    ChartFigures figures;
    figures.categories = names.slotNames;
    figures.axis = {u"%.1f s"_s, 0.1};
    const QHash<QString, LatencyFigures> all = latencyByChannel(report);
    const QHash<QString, QList<LatencyFigures>> bySlot = latencyByChannelAndSlot(report);
    QStringList ids = all.keys();
    std::sort(ids.begin(), ids.end(), [&](const QString &a, const QString &b) { return all[a].answers != all[b].answers ? all[a].answers > all[b].answers : a < b; });
    figures.table.headers = {Say::tr("Channel"), Say::tr("Answers"), Say::tr("Median"), Say::tr("95th percentile"), Say::tr("First output, median"), Say::tr("First output, 95th")};
    const UsageLink link = UsageLink(report.query).withOutcomes({QString(word(Outcome::Answered))});
    QStringList parts;
    std::pair<QString, qint64> slowest;
    for (const QString &id : std::as_const(ids)) {
        const LatencyFigures &one = all[id];
        const QString name = names.name(report, UsageBy::Channel, id);
        const UsageLink its = link.of(UsageBy::Channel, id);
        figures.table.rows.append({{textCell(name), countCell(one.answers, its), timeCell(one.medianMs, its), timeCell(one.p95Ms, its), timeCell(one.medianFirstMs, its),
                                    timeCell(one.p95FirstMs, its)},
                                   its.text()});
        const std::optional<qint64> median = what == Latency::Total ? one.medianMs : one.medianFirstMs;
        const std::optional<qint64> p95 = what == Latency::Total ? one.p95Ms : one.p95FirstMs;
        if (!median)
            continue;
        if (*median > slowest.second)
            slowest = {name, *median};
        parts.append((what == Latency::Total ? Say::tr("%1: half of the answers within %2, 95 % within %3") : Say::tr("%1: half of the first outputs within %2, 95 % within %3"))
                         .arg(name, words::duration(*median), words::duration(p95.value_or(*median))));
    }
    const QStringList busiest = ids.mid(0, MostChannels), others = ids.mid(MostChannels);
    for (qsizetype i = 0; i < busiest.size(); ++i)
        appendLines(figures, names.name(report, UsageBy::Channel, busiest[i]), Tones[size_t(i)], bySlot[busiest[i]], what);
    if (!others.isEmpty())
        appendLines(figures, Say::tr("%n other(s)", nullptr, int(others.size())), Tone::Muted, together(report, others), what);
    QList<bool> answered(report.slotCount());
    for (const LatencyCell &cell : report.latencies)
        answered[cell.slot] = true;
    for (int slot = 0; slot < report.slotCount(); ++slot)
        figures.links.append(answered[slot] ? link.during(slot).text() : QString());
    figures.sentence = parts.join(Say::tr("; "));
    if (!slowest.first.isEmpty()) {
        figures.headline = what == Latency::Total ? Say::tr("Slowest: %1, half of its answers within %2. Thin lines: 95 % of the answers.")
                                                  : Say::tr("Slowest: %1, half of its first outputs within %2. Thin lines: 95 % of the answers.");
        figures.headline = figures.headline.arg(slowest.first, words::duration(slowest.second));
    }
    return figures;
}

ChartFigures ranking(const UsageReport &report, const UsageNames &names, UsageBy what, Measure measure, int most)
{
    const UsageReport base = counted(report, measure);
    const QHash<QString, UsageRow> rows = usageBy(base, what), answered = usageBy(partOf(base, Part::Answered), what), failed = usageBy(partOf(base, Part::Failed), what),
                                   left = usageBy(partOf(base, Part::Left), what);
    QStringList ids = idsByWeight(rows, measure);
    ids.removeIf([&](const QString &id) { return !isThere(rows[id], measure); });
    const auto of = [&](const QString &id) { return Ranked{rows.value(id), answered.value(id), failed.value(id), left.value(id)}; };
    Ranked rest, whole;
    const int others = int(ids.size()) > most ? int(ids.size()) - most + 1 : 0;
    for (int i = 0; i < others; ++i)
        rest.add(of(ids.takeLast()));
    const bool tokens = measure == Measure::Tokens;
    const bool somebodyLeft = totalOf(partOf(base, Part::Left)).attempts > 0;
    ChartFigures figures;
    figures.series.append({measureName(measure), Tone::ChartPrompt, false, {}});
    if (tokens)
        figures.series.append({Say::tr("Lost in failed attempts"), Tone::ChartLost, true, {}});
    if (tokens && somebodyLeft)
        figures.series.append({Say::tr("Client left"), Tone::Muted, false, {}});
    figures.table.headers = {QString()};
    for (const ChartSeries &series : std::as_const(figures.series))
        figures.table.headers.append(series.name);
    figures.table.headers.append(Say::tr("Total"));
    const auto append = [&](const QString &name, const Ranked &one, const UsageLink &link) {
        figures.categories.append(name);
        figures.series[0].values.append(double(tokens ? one.answered.all.total : measured(one.all, measure)));
        FigureRow row{{textCell(name)}, measureLink(link, one.all, measure).text()};
        row.cells.append(tokens ? tokenCell(one.answered, link.withOutcomes({QString(word(Outcome::Answered))})) : measureCell(one.all, measure, link));
        if (tokens) {
            figures.series[1].values.append(double(one.failed.all.total));
            row.cells.append(tokenCell(one.failed, link.withFailures(one.failed)));
        }
        if (tokens && somebodyLeft) {
            figures.series[2].values.append(double(one.left.all.total));
            row.cells.append(tokenCell(one.left, link.withOutcomes({QString(word(Outcome::ClientGone))})));
        }
        row.cells.append(measureCell(one.all, measure, link));
        figures.links.append(row.filter);
        figures.table.rows.append(row);
        whole.add(one);
    };
    const UsageLink link(report.query);
    for (const QString &id : std::as_const(ids))
        append(names.name(report, what, id), of(id), link.of(what, id));
    if (others)
        append(Say::tr("%n other(s)", nullptr, others), rest, {});
    sayRanks(figures, double(measured(whole.all, measure)));
    return figures;
}

} // namespace understudy::usage
