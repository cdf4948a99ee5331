// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Configuration.h"
#include "domain/UsageReport.h"
#include "models/FigureTable.h"
#include "theme/Theme.h"

namespace understudy {

class Catalogue;

/// One row of a stacked chart.
struct ChartSeries {
    QString name;
    Tone tone = Tone::Muted;
    bool hatched = false; ///< apart from others without colours, too
    QList<double> values; ///< one for each category
    bool thin = false;    ///< belongs to the series before it, as its 95th percentile: drawn finer, without a name of its own
    bool operator==(const ChartSeries &) const = default;
};

/// How a chart writes its values, and how far its axis reaches at least.
struct ValueAxis {
    QString format = QStringLiteral("%.0f"); ///< printf's
    double leastTop = 4;
    bool operator==(const ValueAxis &) const = default;
};

/// A chart and its twin, made of the same figures, with the sentence that says them.
struct ChartFigures {
    QStringList categories;
    QList<ChartSeries> series; ///< from the axis outwards
    QStringList links; ///< what shows the requests behind a category in 请求日志; empty: nothing does
    FigureTable table;
    QString sentence;  ///< the figures in words, for who does not see them
    QString headline;  ///< what the figures say, in one line; empty: the sentence does
    ValueAxis axis;
    bool isEmpty() const;
    bool operator==(const ChartFigures &) const = default;
};

/// What people call the things of a report, and what they cost.
struct UsageNames {
    QHash<QString, QString> keys;      ///< of the configuration; those of the report come after
    QHash<QString, QString> channels;
    QHash<QString, QString> providers;
    QHash<QString, QString> providerOf; ///< Channel::id → Provider::id
    QHash<QPair<QString, QString>, Model> models; ///< by channel and model, for their prices
    QStringList slotNames; ///< one for each slot

    static UsageNames of(const Configuration &configuration, const Catalogue &catalogue);
    QString name(const UsageReport &report, UsageBy what, const QString &id) const; ///< "nobody" for the empty channel or model
};

namespace usage {

ChartFigures tokensOverTime(const UsageReport &report, const UsageNames &names);   ///< prompt, cached, completion, reasoning, lost, left
ChartFigures endingsOverTime(const UsageReport &report, const UsageNames &names);  ///< first try, after retry, after backup, cache, failed
ChartFigures failuresByChannel(const UsageReport &report, const UsageNames &names); ///< by reason

enum class Latency { Total, FirstOutput };
/// Medians and 95th percentiles of the busiest channels over time, those of the others together; the table has every channel, over all.
ChartFigures latencies(const UsageReport &report, const UsageNames &names, Latency what = Latency::Total);
inline constexpr int MostChannels = 5;

enum class Measure { Tokens, Requests, Attempts, LostTokens };
inline constexpr int MostRanked = 8;
/// Who uses most, sorted; the smallest are put together when there are more than `most`.
ChartFigures ranking(const UsageReport &report, const UsageNames &names, UsageBy what, Measure measure, int most = MostRanked);
FigureTable pivot(const UsageReport &report, const UsageNames &names, UsageBy rows, UsageBy columns, Measure measure);
/// Why a provider bills more than clients were told: tokens in answers, of failed attempts, of calls that their client left, attempts that
/// nobody reported, total.
FigureTable reconciliation(const UsageReport &report, const UsageNames &names);
/// For files: a row for each slot, key, channel and model; its sums are those of the page. What is unknown is left blank.
FigureTable everything(const UsageReport &report, const UsageNames &names);

} // namespace usage

} // namespace understudy
