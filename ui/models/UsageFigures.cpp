// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/UsageFigures.h"

#include "catalog/Catalogue.h"
#include "models/UsageParts.h"
#include "words/Quantities.h"
#include "words/RecordWords.h"
#include "words/TypeWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::UsageFigures)
};

/// Rows of a table from the bars of a chart that count requests or attempts. `link`: of a category, and of a part of its bar.
template<typename LinkOf, typename Narrowed>
void fillCounts(ChartFigures &figures, const QString &first, LinkOf &&link, Narrowed &&narrowed)
{
    figures.table.headers = {first};
    for (const ChartSeries &series : figures.series)
        figures.table.headers.append(series.name);
    figures.table.headers.append(Say::tr("Total"));
    for (qsizetype i = 0; i < figures.categories.size(); ++i) {
        const UsageLink all = link(i);
        FigureRow row{{usage::textCell(figures.categories[i])}, {}};
        qint64 sum = 0;
        for (qsizetype part = 0; part < figures.series.size(); ++part) {
            const auto value = qint64(figures.series[part].values.value(i));
            row.cells.append(usage::countCell(value, narrowed(all, part)));
            sum += value;
        }
        row.cells.append(usage::countCell(sum, all));
        row.filter = row.cells.last().filter;
        figures.links.append(row.filter);
        figures.table.rows.append(row);
    }
}

bool isZero(const ChartSeries &series)
{
    return std::all_of(series.values.begin(), series.values.end(), [](double value) { return value == 0; });
}

} // namespace

bool ChartFigures::isEmpty() const
{
    return std::all_of(series.begin(), series.end(), isZero);
}

UsageNames UsageNames::of(const Configuration &configuration, const Catalogue &catalogue)
{
    UsageNames names;
    for (const GatewayKey &key : configuration.keys)
        names.keys.insert(key.id, key.name);
    for (const Channel &channel : configuration.channels) {
        names.channels.insert(channel.id, channel.name);
        names.providerOf.insert(channel.id, channel.provider);
        const Provider *provider = catalogue.resolve(configuration, channel.provider);
        if (!provider)
            continue;
        names.providers.insert(provider->id, provider->name);
        for (const Model &model : provider->models)
            names.models.insert({channel.id, model.id}, model);
    }
    names.channels.insert(BuiltInChannelId, words::builtInName());
    names.providers.insert(BuiltInChannelId, words::builtInName());
    return names;
}

QString UsageNames::name(const UsageReport &report, UsageBy what, const QString &id) const
{
    switch (what) {
    case UsageBy::Slot: return slotNames.value(id.toInt(), id);
    case UsageBy::Key: return keys.value(id, report.keyNames.value(id, id));
    case UsageBy::Channel: return id.isEmpty() ? Say::tr("nobody") : channels.value(id, id);
    case UsageBy::Model: return id.isEmpty() ? Say::tr("nobody") : id;
    case UsageBy::Provider: return providers.value(id, id);
    }
    return id;
}

namespace usage {

ChartFigures tokensOverTime(const UsageReport &report, const UsageNames &names)
{
    enum Series { Prompt, Cached, Completion, Reasoning, Lost, Left, SeriesCount };
    ChartFigures figures;
    figures.categories = names.slotNames;
    QList<ChartSeries> series{{Say::tr("Prompt"), Tone::ChartPrompt, false, {}},
                              {Say::tr("Cached prompt"), Tone::ChartCached, false, {}},
                              {Say::tr("Completion"), Tone::ChartCompletion, false, {}},
                              {Say::tr("Reasoning"), Tone::ChartReasoning, false, {}},
                              {Say::tr("Lost in failed attempts"), Tone::ChartLost, true, {}},
                              {Say::tr("Client left"), Tone::Muted, false, {}}};
    const QList<UsageRow> all = usageBySlot(report), answered = usageBySlot(partOf(report, Part::Answered)), lost = usageBySlot(partOf(report, Part::Failed)),
                          left = usageBySlot(partOf(report, Part::Left));
    const UsageLink link(report.query);
    for (int slot = 0; slot < report.slotCount(); ++slot) {
        // Parts that add up to the total, whatever providers report: some count cached or reasoning tokens apart.
        const TokenKinds &sum = answered[slot].all;
        const qint64 cached = std::min(sum.cached, sum.prompt), reasoning = std::min(sum.reasoning, sum.completion), prompt = sum.prompt - cached;
        const UsageLink here = link.during(slot);
        const UsageLink answers = answered[slot].attempts ? here.withOutcomes({QString(word(Outcome::Answered))}) : UsageLink();
        FigureRow row{{textCell(names.slotNames.value(slot))}, {}};
        for (const qint64 kind : {prompt, cached, sum.total - prompt - cached - reasoning, reasoning}) {
            series[row.cells.size() - 1].values.append(double(kind));
            row.cells.append(tokenCell(kindOf(answered[slot], kind), kind || answered[slot].unknownAttempts ? answers : UsageLink()));
        }
        series[Lost].values.append(double(lost[slot].all.total));
        series[Left].values.append(double(left[slot].all.total));
        row.cells.append(tokenCell(lost[slot], here.withFailures(lost[slot])));
        row.cells.append(tokenCell(left[slot], here.withOutcomes({QString(word(Outcome::ClientGone))})));
        row.cells.append(tokenCell(all[slot], here.called()));
        row.filter = row.cells.last().filter;
        figures.links.append(row.filter);
        figures.table.rows.append(row);
    }
    const bool nobodyLeft = std::all_of(left.begin(), left.end(), [](const UsageRow &row) { return row.attempts == 0; });
    figures.table.headers = {Say::tr("Time"), Say::tr("Total")};
    for (int i = SeriesCount - 1; i >= 0; --i) {
        const bool optional = i == Cached || i == Reasoning || i == Left;
        if (!optional || (i == Left ? !nobodyLeft : !isZero(series[i]))) {
            figures.series.prepend(series[i]);
            figures.table.headers.insert(1, series[i].name);
            continue;
        }
        for (FigureRow &row : figures.table.rows)
            row.cells.removeAt(i + 1);
    }
    figures.sentence = barsSentence(figures, Say::tr("Tokens of all attempts"), words::tokenSum(sumOf(totalOf(report))));
    return figures;
}

ChartFigures endingsOverTime(const UsageReport &report, const UsageNames &names)
{
    ChartFigures figures;
    figures.categories = names.slotNames;
    const std::pair<Ending, ChartSeries> kinds[] = {{Ending::FirstTry, {Say::tr("First try"), Tone::ChartPrompt, false, {}}},
                                                    {Ending::AfterRetry, {Say::tr("After a retry"), Tone::ChartCached, false, {}}},
                                                    {Ending::AfterBackup, {Say::tr("By a backup"), Tone::ChartCompletion, false, {}}},
                                                    {Ending::FromCache, {Say::tr("From the cache"), Tone::ChartReasoning, false, {}}},
                                                    {Ending::Failed, {Say::tr("Failed"), Tone::ChartLost, true, {}}},
                                                    {Ending::Interrupted, {Say::tr("Broke off"), Tone::Bad, true, {}}},
                                                    {Ending::Cancelled, {Say::tr("Client left"), Tone::Muted, false, {}}}};
    const QList<UsageRow> rows = usageBySlot(report);
    const UsageRow total = totalOf(report);
    QList<Ending> shown;
    for (const auto &[ending, series] : kinds) {
        const bool always = ending == Ending::FirstTry || ending == Ending::AfterBackup || ending == Ending::Failed;
        if (!always && total.ending(ending) == 0)
            continue;
        shown.append(ending);
        figures.series.append(series);
        for (const UsageRow &row : rows)
            figures.series.last().values.append(double(row.ending(ending)));
    }
    const UsageLink link(report.query);
    fillCounts(figures, Say::tr("Time"), [&](qsizetype slot) { return link.during(int(slot)); },
               [&](const UsageLink &all, qsizetype part) { return all.thatEnded(shown[part]); });
    // Two whole sentences: halves that are joined read well in one language only.
    figures.sentence = total.rescued() ? Say::tr("%n request(s) saved by a retry or a backup.", nullptr, int(total.rescued())) : Say::tr("No request needed a retry or a backup.");
    figures.sentence += u' ' + (total.failures() ? Say::tr("%n request(s) got no whole answer.", nullptr, int(total.failures())) : Say::tr("None was lost."));
    return figures;
}

ChartFigures failuresByChannel(const UsageReport &report, const UsageNames &names)
{
    static constexpr std::array tones{Tone::ChartLost, Tone::ChartPrompt, Tone::ChartCompletion, Tone::ChartReasoning, Tone::ChartCached, Tone::Caution, Tone::Bad, Tone::Muted};
    ChartFigures figures;
    const QHash<QString, UsageRow> rows = usageBy(report, UsageBy::Channel);
    QStringList ids;
    for (const QString &id : idsByWeight(rows, Measure::Attempts)) {
        if (rows[id].failedAttempts > 0)
            ids.append(id);
    }
    std::stable_sort(ids.begin(), ids.end(), [&](const QString &a, const QString &b) { return rows[a].failedAttempts > rows[b].failedAttempts; });
    for (const QString &id : std::as_const(ids))
        figures.categories.append(names.name(report, UsageBy::Channel, id));
    QStringList reasons;
    size_t tone = 0;
    for (int outcome = 0; outcome < OutcomeCount; ++outcome) {
        if (Outcome(outcome) == Outcome::Answered || Outcome(outcome) == Outcome::ClientGone)
            continue;
        ChartSeries series{words::outcomeName(Outcome(outcome)), tones[tone % tones.size()], tone >= tones.size(), {}};
        bool any = false;
        for (const QString &id : std::as_const(ids)) {
            series.values.append(double(rows[id].outcomes[size_t(outcome)]));
            any = any || rows[id].outcomes[size_t(outcome)] > 0;
        }
        if (!any)
            continue;
        ++tone;
        reasons.append(QString(word(Outcome(outcome))));
        figures.series.append(series);
    }
    const UsageLink link(report.query);
    fillCounts(figures, Say::tr("Channel"), [&](qsizetype i) { return link.of(UsageBy::Channel, ids[i]).withFailures(rows[ids[i]]); },
               [&](const UsageLink &all, qsizetype part) { return all.withOutcomes({reasons[part]}); });
    figures.sentence = barsSentence(figures, Say::tr("Failed attempts"));
    return figures;
}

} // namespace usage

} // namespace understudy
