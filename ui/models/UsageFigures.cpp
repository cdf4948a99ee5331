// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/UsageFigures.h"

#include "catalog/Catalogue.h"
#include "models/UsageCosts.h"
#include "words/Quantities.h"
#include "words/RecordWords.h"
#include "words/TypeWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::UsageFigures)
};

FigureCell text(const QString &text) { return {text, {}}; }
FigureCell number(qint64 value) { return {words::count(value), value}; }
FigureCell time(const std::optional<qint64> &ms) { return ms ? FigureCell{words::duration(*ms), *ms} : text(u"–"_s); }

QString quoted(const QString &value)
{
    return value.contains(u' ') || value.contains(u'"') || value.contains(u':') ? u'"' + QString(value).replace(u'"', u"\\\""_s) + u'"' : value;
}

/// The filter of the whole report and one more condition. "=": the whole name, for one channel's id may begin like another's.
QString filterOf(const UsageNames &names, const QString &field, const QString &value)
{
    if (value.isEmpty())
        return {};
    return (names.filter.isEmpty() ? QString() : names.filter + u' ') + field + u'=' + quoted(value);
}

QString filterFor(const UsageReport &report, const UsageNames &names, UsageBy what, const QString &id)
{
    switch (what) {
    case UsageBy::Key: return filterOf(names, u"key"_s, names.name(report, what, id));
    case UsageBy::Channel: return filterOf(names, u"channel"_s, id);
    case UsageBy::Model: return filterOf(names, u"model"_s, id);
    case UsageBy::Slot:
    case UsageBy::Provider: break;
    }
    return {};
}

qint64 measured(const UsageRow &row, usage::Measure measure)
{
    switch (measure) {
    case usage::Measure::Tokens: return row.all.total;
    case usage::Measure::Requests: return row.requests;
    case usage::Measure::Attempts: return row.attempts;
    case usage::Measure::LostTokens: return row.lostTokens;
    }
    return 0;
}

/// "Tokens, 24 bars, highest 14:00 with 12,400."
QString sentenceOf(const ChartFigures &figures, const QString &what)
{
    if (figures.categories.isEmpty())
        return {};
    qsizetype highest = 0;
    double most = 0, all = 0;
    for (qsizetype i = 0; i < figures.categories.size(); ++i) {
        double sum = 0;
        for (const ChartSeries &series : figures.series)
            sum += series.values.value(i);
        all += sum;
        if (sum > most) {
            most = sum;
            highest = i;
        }
    }
    return Say::tr("%1: %2 in all, %n bar(s), highest %3 with %4.", nullptr, int(figures.categories.size()))
        .arg(what, words::count(qint64(all)), figures.categories[highest], words::count(qint64(most)));
}

/// Rows of a table from the series of a chart.
void fillTable(ChartFigures &figures, const QString &first, const QStringList &filters = {})
{
    figures.table.headers = {first};
    for (const ChartSeries &series : figures.series)
        figures.table.headers.append(series.name);
    figures.table.headers.append(Say::tr("Total"));
    for (qsizetype i = 0; i < figures.categories.size(); ++i) {
        FigureRow row{{text(figures.categories[i])}, filters.value(i)};
        qint64 sum = 0;
        for (const ChartSeries &series : figures.series) {
            row.cells.append(number(qint64(series.values.value(i))));
            sum += qint64(series.values.value(i));
        }
        row.cells.append(number(sum));
        figures.table.rows.append(row);
    }
}

QStringList idsByWeight(const QHash<QString, UsageRow> &rows, usage::Measure measure)
{
    QStringList ids = rows.keys();
    std::sort(ids.begin(), ids.end(), [&](const QString &a, const QString &b) {
        const qint64 x = measured(rows[a], measure), y = measured(rows[b], measure);
        return x != y ? x > y : a < b;
    });
    return ids;
}

} // namespace

bool ChartFigures::isEmpty() const
{
    return std::all_of(series.begin(), series.end(), [](const ChartSeries &one) { return std::all_of(one.values.begin(), one.values.end(), [](double value) { return value == 0; }); });
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
    ChartFigures figures;
    figures.categories = names.slotNames;
    figures.series = {{Say::tr("Prompt"), Tone::ChartPrompt, false, {}},
                      {Say::tr("Cached prompt"), Tone::ChartCached, false, {}},
                      {Say::tr("Completion"), Tone::ChartCompletion, false, {}},
                      {Say::tr("Reasoning"), Tone::ChartReasoning, false, {}},
                      {Say::tr("Lost in failed attempts"), Tone::ChartLost, true, {}}};
    QList<TokenKinds> answered(report.slotCount());
    QList<qint64> lost(report.slotCount());
    for (const AttemptCell &cell : report.attempts) {
        if (cell.outcome == Outcome::Answered)
            answered[cell.slot] += cell.tokens;
        else
            lost[cell.slot] += cell.tokens.total;
    }
    for (int slot = 0; slot < report.slotCount(); ++slot) {
        // Parts that add up to the total, whatever providers report: some count cached or reasoning tokens apart.
        const TokenKinds &sum = answered[slot];
        const qint64 cached = std::min(sum.cached, sum.prompt);
        const qint64 reasoning = std::min(sum.reasoning, sum.completion);
        const qint64 prompt = sum.prompt - cached;
        figures.series[0].values.append(double(prompt));
        figures.series[1].values.append(double(cached));
        figures.series[2].values.append(double(sum.total - prompt - cached - reasoning));
        figures.series[3].values.append(double(reasoning));
        figures.series[4].values.append(double(lost[slot]));
    }
    figures.series.removeIf([](const ChartSeries &series) {
        return (series.tone == Tone::ChartCached || series.tone == Tone::ChartReasoning)
            && std::all_of(series.values.begin(), series.values.end(), [](double value) { return value == 0; });
    });
    fillTable(figures, Say::tr("Time"));
    figures.sentence = sentenceOf(figures, Say::tr("Tokens of all attempts"));
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
    for (const auto &[ending, series] : kinds) {
        const bool always = ending == Ending::FirstTry || ending == Ending::AfterBackup || ending == Ending::Failed;
        if (!always && total.ending(ending) == 0)
            continue;
        figures.series.append(series);
        for (const UsageRow &row : rows)
            figures.series.last().values.append(double(row.ending(ending)));
    }
    fillTable(figures, Say::tr("Time"));
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
    QStringList filters;
    for (const QString &id : std::as_const(ids)) {
        figures.categories.append(names.name(report, UsageBy::Channel, id));
        filters.append(filterOf(names, u"channel"_s, id));
    }
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
        figures.series.append(series);
    }
    fillTable(figures, Say::tr("Channel"), filters);
    figures.sentence = sentenceOf(figures, Say::tr("Failed attempts"));
    return figures;
}

ChartFigures latencies(const UsageReport &report, const UsageNames &names)
{
    static constexpr std::array tones{Tone::ChartPrompt, Tone::ChartCompletion, Tone::ChartReasoning, Tone::ChartCached, Tone::ChartLost};
    static_assert(tones.size() == size_t(MostChannels));
    ChartFigures figures;
    figures.categories = names.slotNames;
    figures.axis = {u"%.1f s"_s, 0.1};
    const QHash<QString, LatencyFigures> all = latencyByChannel(report);
    const QHash<QString, QList<LatencyFigures>> bySlot = latencyByChannelAndSlot(report);
    QStringList ids = all.keys();
    std::sort(ids.begin(), ids.end(), [&](const QString &a, const QString &b) { return all[a].answers != all[b].answers ? all[a].answers > all[b].answers : a < b; });
    figures.table.headers = {Say::tr("Channel"), Say::tr("Answers"), Say::tr("Median"), Say::tr("95th percentile"), Say::tr("First output, median"), Say::tr("First output, 95th")};
    QStringList parts;
    for (const QString &id : std::as_const(ids)) {
        const LatencyFigures &one = all[id];
        const QString name = names.name(report, UsageBy::Channel, id);
        figures.table.rows.append({{text(name), number(one.answers), time(one.medianMs), time(one.p95Ms), time(one.medianFirstMs), time(one.p95FirstMs)},
                                   filterOf(names, u"channel"_s, id)});
        if (figures.series.size() >= MostChannels)
            continue;
        parts.append(Say::tr("%1: half of the answers within %2, 95 % within %3").arg(name, words::duration(one.medianMs.value_or(0)), words::duration(one.p95Ms.value_or(0))));
        ChartSeries series{name, tones[size_t(figures.series.size())], false, {}};
        for (const LatencyFigures &slot : bySlot[id])
            series.values.append(slot.medianMs ? double(*slot.medianMs) / 1000 : std::numeric_limits<double>::quiet_NaN()); // no answers: no point
        figures.series.append(series);
    }
    figures.sentence = parts.join(Say::tr("; "));
    return figures;
}

ChartFigures ranking(const UsageReport &report, const UsageNames &names, UsageBy what, Measure measure, int most)
{
    ChartFigures figures;
    const QHash<QString, UsageRow> rows = usageBy(report, what);
    QStringList ids = idsByWeight(rows, measure);
    ids.removeIf([&](const QString &id) { return measured(rows[id], measure) == 0; });
    UsageRow rest;
    const auto others = int(ids.size()) > most ? int(ids.size()) - most + 1 : 0;
    for (int i = 0; i < others; ++i)
        rest += rows[ids.takeLast()];
    const bool tokens = measure == Measure::Tokens;
    const QString first = tokens ? Say::tr("In answers") : measure == Measure::Requests ? Say::tr("Requests") : measure == Measure::Attempts ? Say::tr("Attempts") : Say::tr("Lost tokens");
    figures.series.append({first, Tone::ChartPrompt, false, {}});
    if (tokens)
        figures.series.append({Say::tr("Lost in failed attempts"), Tone::ChartLost, true, {}});
    QStringList filters;
    const auto append = [&](const QString &name, const UsageRow &row, const QString &filter) {
        figures.categories.append(name);
        filters.append(filter);
        figures.series[0].values.append(double(tokens ? row.answeredTokens : measured(row, measure)));
        if (tokens)
            figures.series[1].values.append(double(row.lostTokens));
    };
    for (const QString &id : std::as_const(ids))
        append(names.name(report, what, id), rows[id], filterFor(report, names, what, id));
    if (others)
        append(Say::tr("%n other(s)", nullptr, others), rest, {});
    fillTable(figures, {}, filters);
    QStringList parts;
    for (const FigureRow &row : std::as_const(figures.table.rows))
        parts.append(u"%1: %2"_s.arg(row.cells.first().text, row.cells.last().text));
    figures.sentence = parts.join(Say::tr("; "));
    return figures;
}

FigureTable pivot(const UsageReport &report, const UsageNames &names, UsageBy rows, UsageBy columns, Measure measure)
{
    const QHash<QPair<QString, QString>, UsageRow> cells = usagePivot(report, rows, columns);
    const auto idsOf = [&](UsageBy what, bool first) {
        QStringList ids;
        for (auto it = cells.cbegin(); it != cells.cend(); ++it) {
            const QString &id = first ? it.key().first : it.key().second;
            if (measured(*it, measure) > 0 && !ids.contains(id))
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
    QList<qint64> sums(across.size() + 1);
    for (const QString &id : down) {
        FigureRow row{{text(names.name(report, rows, id))}, filterFor(report, names, rows, id)};
        qint64 sum = 0;
        for (qsizetype i = 0; i < across.size(); ++i) {
            const qint64 value = measured(cells.value({id, across[i]}), measure);
            row.cells.append(number(value));
            sum += value;
            sums[i] += value;
        }
        row.cells.append(number(sum));
        sums.last() += sum;
        table.rows.append(row);
    }
    FigureRow total{{text(Say::tr("Total"))}, {}};
    for (const qint64 sum : std::as_const(sums))
        total.cells.append(number(sum));
    table.rows.append(total);
    return table;
}

FigureTable reconciliation(const UsageReport &report, const UsageNames &names)
{
    FigureTable table;
    table.headers = {Say::tr("Provider"), Say::tr("Attempts"), Say::tr("Failed"), Say::tr("Tokens in answers"), Say::tr("Of failed attempts"), Say::tr("Without report"), Say::tr("Total"), Say::tr("Cost")};
    const QHash<QString, UsageRow> rows = usageBy(report, UsageBy::Provider);
    const QStringList ids = idsByWeight(rows, Measure::Tokens);
    const auto append = [&table](const QString &name, const UsageRow &row, const Costs &costs) {
        const bool nothing = row.attempts > 0 && row.unknownAttempts == row.attempts;
        const auto tokens = [nothing](qint64 value) { return nothing ? text(Say::tr("unknown")) : number(value); };
        FigureCell total = tokens(row.all.total);
        if (!nothing && row.unknownAttempts > 0)
            total.text = Say::tr("%1 + unknown").arg(total.text);
        const QString cost = costsText(costs);
        table.rows.append({{text(name), number(row.attempts), number(row.failedAttempts), tokens(row.answeredTokens), tokens(row.lostTokens), number(row.unknownAttempts), total, text(cost.isEmpty() ? u"–"_s : cost)}, {}});
    };
    UsageRow sum;
    for (const QString &id : ids) {
        UsageReport part;
        for (const AttemptCell &cell : report.attempts) {
            if (cell.provider == id)
                part.attempts.append(cell);
        }
        append(names.name(report, UsageBy::Provider, id), rows[id], costsOf(part, names));
        sum += rows[id];
    }
    if (ids.size() > 1)
        append(Say::tr("Total"), sum, costsOf(report, names));
    return table;
}

FigureTable everything(const UsageReport &report, const UsageNames &names)
{
    using Place = std::tuple<int, QString, QString, QString>;
    std::map<Place, UsageRow> rows;
    for (const AttemptCell &cell : report.attempts)
        rows[{cell.slot, cell.keyId, cell.channel, cell.model}].add(cell);
    for (const RequestCell &cell : report.requests)
        rows[{cell.slot, cell.keyId, cell.channel, cell.model}].add(cell);
    FigureTable table;
    table.headers = {Say::tr("Time"), Say::tr("Key"), Say::tr("Channel"), Say::tr("Model"), Say::tr("Requests"), Say::tr("Saved"), Say::tr("Failed"), Say::tr("Attempts"),
                     Say::tr("Failed attempts"), Say::tr("Attempts without report"), Say::tr("Prompt"), Say::tr("Completion"), Say::tr("Reasoning"), Say::tr("Cached prompt"),
                     Say::tr("Tokens in answers"), Say::tr("Lost in failed attempts"), Say::tr("Total")};
    for (const auto &[place, row] : rows) {
        const auto &[slot, key, channel, model] = place;
        const QString time = words::toDateTime(report.query.edges[slot]).toString(Qt::ISODate);
        FigureRow line{{text(time), text(names.name(report, UsageBy::Key, key)), text(channel), text(model)}, {}};
        for (const qint64 value : {row.requests, row.rescued(), row.failures(), row.attempts, row.failedAttempts, row.unknownAttempts, row.all.prompt, row.all.completion,
                                   row.all.reasoning, row.all.cached, row.answeredTokens, row.lostTokens, row.all.total})
            line.cells.append(number(value));
        table.rows.append(line);
    }
    return table;
}

} // namespace usage

} // namespace understudy
