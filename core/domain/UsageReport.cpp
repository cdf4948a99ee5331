// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/UsageReport.h"

#include "domain/LatencyScale.h"

#include <map>

namespace understudy {

namespace {

bool failed(Outcome outcome) { return outcome != Outcome::Answered && outcome != Outcome::ClientGone; }

template<typename Cell>
QString placeOf(const Cell &cell, UsageBy what)
{
    switch (what) {
    case UsageBy::Slot: return QString::number(cell.slot);
    case UsageBy::Key: return cell.keyId;
    case UsageBy::Channel: return cell.channel;
    case UsageBy::Model: return cell.model;
    case UsageBy::Provider: break;
    }
    if constexpr (requires { cell.provider; })
        return cell.provider;
    else
        return {};
}

struct Counts {
    std::map<int, qint64> total, first;
};

std::optional<qint64> percentile(const std::map<int, qint64> &counts, double part)
{
    qint64 all = 0;
    for (const auto &[bucket, count] : counts)
        all += count;
    if (all == 0)
        return std::nullopt;
    const auto wanted = std::max<qint64>(1, qint64(std::ceil(part * double(all))));
    qint64 seen = 0;
    for (const auto &[bucket, count] : counts) {
        seen += count;
        if (seen >= wanted)
            return latency::middle(bucket);
    }
    return std::nullopt;
}

LatencyFigures figures(const Counts &counts)
{
    LatencyFigures result;
    for (const auto &[bucket, count] : counts.total)
        result.answers += count;
    result.medianMs = percentile(counts.total, 0.5);
    result.p95Ms = percentile(counts.total, 0.95);
    result.medianFirstMs = percentile(counts.first, 0.5);
    result.p95FirstMs = percentile(counts.first, 0.95);
    return result;
}

void count(Counts &counts, const LatencyCell &cell)
{
    if (cell.total > 0)
        counts.total[cell.bucket] += cell.total;
    if (cell.first > 0)
        counts.first[cell.bucket] += cell.first;
}

} // namespace

TokenKinds TokenKinds::of(const Usage &usage)
{
    return {usage.promptTokens.value_or(0), usage.completionTokens.value_or(0), usage.total().value_or(0), usage.reasoningTokens.value_or(0),
            usage.cachedTokens.value_or(0)};
}

TokenKinds &TokenKinds::operator+=(const TokenKinds &other)
{
    prompt += other.prompt;
    completion += other.completion;
    total += other.total;
    reasoning += other.reasoning;
    cached += other.cached;
    return *this;
}

void UsageRow::add(const AttemptCell &cell)
{
    attempts += cell.attempts;
    outcomes[size_t(cell.outcome)] += cell.attempts;
    failedAttempts += failed(cell.outcome) ? cell.attempts : 0;
    unknownAttempts += cell.unknown;
    estimatedAttempts += cell.estimated;
    all += cell.tokens;
    if (cell.outcome == Outcome::Answered) {
        answeredTokens += cell.tokens.total;
        unknownAnswers += cell.unknown;
        estimatedAnswers += cell.estimated;
    } else {
        (failed(cell.outcome) ? lostTokens : leftTokens) += cell.tokens.total;
    }
}

void UsageRow::add(const RequestCell &cell)
{
    requests += cell.requests;
    endings[size_t(cell.ending)] += cell.requests;
    if (isAnswer(cell.ending)) {
        answers += cell.tokens;
        freeTokens += cell.freeTokens;
    } else if (cell.ending == Ending::FromCache) {
        cacheSavedTokens += cell.tokens.cached; // a hit uses none; this is what a call would have used
    }
    if (isRescue(cell.ending))
        addedMs += cell.addedMs;
}

UsageRow &UsageRow::operator+=(const UsageRow &other)
{
    requests += other.requests;
    for (size_t i = 0; i < endings.size(); ++i)
        endings[i] += other.endings[i];
    answers += other.answers;
    freeTokens += other.freeTokens;
    cacheSavedTokens += other.cacheSavedTokens;
    addedMs += other.addedMs;
    attempts += other.attempts;
    failedAttempts += other.failedAttempts;
    for (size_t i = 0; i < outcomes.size(); ++i)
        outcomes[i] += other.outcomes[i];
    unknownAttempts += other.unknownAttempts;
    estimatedAttempts += other.estimatedAttempts;
    unknownAnswers += other.unknownAnswers;
    estimatedAnswers += other.estimatedAnswers;
    all += other.all;
    answeredTokens += other.answeredTokens;
    lostTokens += other.lostTokens;
    leftTokens += other.leftTokens;
    return *this;
}

UsageRow totalOf(const UsageReport &report)
{
    UsageRow total;
    for (const AttemptCell &cell : report.attempts)
        total.add(cell);
    for (const RequestCell &cell : report.requests)
        total.add(cell);
    return total;
}

QHash<QString, UsageRow> usageBy(const UsageReport &report, UsageBy what)
{
    QHash<QString, UsageRow> rows;
    for (const AttemptCell &cell : report.attempts)
        rows[placeOf(cell, what)].add(cell);
    if (what != UsageBy::Provider) {
        for (const RequestCell &cell : report.requests)
            rows[placeOf(cell, what)].add(cell);
    }
    return rows;
}

QList<UsageRow> usageBySlot(const UsageReport &report)
{
    QList<UsageRow> rows(report.slotCount());
    for (const AttemptCell &cell : report.attempts)
        rows[cell.slot].add(cell);
    for (const RequestCell &cell : report.requests)
        rows[cell.slot].add(cell);
    return rows;
}

QHash<QPair<QString, QString>, UsageRow> usagePivot(const UsageReport &report, UsageBy rows, UsageBy columns)
{
    QHash<QPair<QString, QString>, UsageRow> cells;
    for (const AttemptCell &cell : report.attempts)
        cells[{placeOf(cell, rows), placeOf(cell, columns)}].add(cell);
    if (rows != UsageBy::Provider && columns != UsageBy::Provider) {
        for (const RequestCell &cell : report.requests)
            cells[{placeOf(cell, rows), placeOf(cell, columns)}].add(cell);
    }
    return cells;
}

QHash<QString, LatencyFigures> latencyByChannel(const UsageReport &report)
{
    QHash<QString, Counts> counts;
    for (const LatencyCell &cell : report.latencies)
        count(counts[cell.channel], cell);
    QHash<QString, LatencyFigures> result;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        result.insert(it.key(), figures(it.value()));
    return result;
}

QHash<QString, QList<LatencyFigures>> latencyByChannelAndSlot(const UsageReport &report)
{
    QHash<QString, QList<Counts>> counts;
    for (const LatencyCell &cell : report.latencies) {
        QList<Counts> &bySlot = counts[cell.channel];
        bySlot.resize(report.slotCount());
        count(bySlot[cell.slot], cell);
    }
    QHash<QString, QList<LatencyFigures>> result;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        QList<LatencyFigures> &bySlot = result[it.key()];
        for (const Counts &one : it.value())
            bySlot.append(figures(one));
    }
    return result;
}

static void add(AttemptParts &parts, const AttemptCell &cell)
{
    AttemptSum &part = cell.outcome == Outcome::Answered ? parts.answered : failed(cell.outcome) ? parts.failed : parts.left;
    part += {cell.attempts, cell.tokens.total, cell.unknown, cell.estimated};
}

UsageSummary summaryOf(const UsageReport &report)
{
    UsageSummary summary;
    const UsageRow total = totalOf(report);
    summary.requests = total.requests;
    summary.tokens = {total.answers.prompt, total.answers.completion, total.answers.total};
    summary.freeTokensUsed = total.freeTokens;
    summary.failedAttempts = total.failedAttempts;
    summary.unknownAttempts = total.unknownAttempts;
    summary.unknownAnswers = total.unknownAnswers;
    summary.estimatedAnswers = total.estimatedAnswers;
    QHash<QString, AttemptParts> parts; // by provider
    for (const AttemptCell &cell : report.attempts) {
        add(summary.parts, cell);
        add(parts[cell.provider], cell);
    }
    summary.cacheHits = total.ending(Ending::FromCache);
    summary.cacheSavedTokens = total.cacheSavedTokens;
    const QHash<QString, UsageRow> keys = usageBy(report, UsageBy::Key);
    for (auto it = keys.cbegin(); it != keys.cend(); ++it) {
        if (it->requests == 0)
            continue;
        summary.byKey.append({it.key(), report.keyNames.value(it.key(), it.key()), it->requests, {it->answers.prompt, it->answers.completion, it->answers.total}, it->freeTokens,
                              it->unknownAnswers, it->estimatedAnswers, it->outcomes[size_t(Outcome::Answered)]});
    }
    std::sort(summary.byKey.begin(), summary.byKey.end(),
              [](const KeyUsage &a, const KeyUsage &b) { return std::tie(a.keyName, a.keyId) < std::tie(b.keyName, b.keyId); });
    const QHash<QString, UsageRow> providers = usageBy(report, UsageBy::Provider);
    for (auto it = providers.cbegin(); it != providers.cend(); ++it)
        summary.byProvider.append({it.key(), it->attempts, it->failedAttempts, it->unknownAttempts, {it->all.prompt, it->all.completion, it->all.total},
                                   it->estimatedAttempts, parts.value(it.key())});
    std::sort(summary.byProvider.begin(), summary.byProvider.end(), [](const ProviderUsage &a, const ProviderUsage &b) { return a.provider < b.provider; });
    return summary;
}

} // namespace understudy
