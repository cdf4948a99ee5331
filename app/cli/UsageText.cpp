// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/UsageText.h"

#include "cli/Output.h"

#include <algorithm>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Unknown = " + unknown"_L1;

QString text(qint64 number) { return QString::number(number); }

/// Sums of answers, of which some may be unknown or estimated.
struct AnswerSums {
    QString prompt, completion, total;
};

AnswerSums sumsOf(const TokenSums &tokens, const AttemptSum &answers)
{
    // Where a provider told a total alone, its parts are among what nobody told.
    const bool totalAlone = tokens.total > tokens.prompt + tokens.completion;
    const auto part = [&](qint64 known) {
        AttemptSum sum = answers;
        sum.tokens = known;
        if (totalAlone) {
            sum.unknown = std::max<qint64>(sum.unknown, 1);
            sum.attempts = known > 0 ? sum.unknown + 1 : sum.unknown;
        }
        return tokenSum(sum);
    };
    return {part(tokens.prompt), part(tokens.completion), tokenSum({answers.attempts, tokens.total, answers.unknown, answers.estimated})};
}

/// Only answers of built-in models are estimated, and those draw on the free tokens.
QString freeTokens(qint64 tokens, qint64 estimatedAnswers) { return tokenSum({1, tokens, 0, tokens > 0 ? estimatedAnswers : 0}); }

QString headline(const UsageSummary &usage)
{
    const AttemptSum &answers = usage.parts.answered;
    const AnswerSums sums = sumsOf(usage.tokens, answers);
    const bool nothingKnown = answers.unknown > 0 && answers.unknown == answers.attempts;
    const QString parts = nothingKnown ? QString() : u" (%1 prompt, %2 completion)"_s.arg(sums.prompt, sums.completion);
    return u"%1 requests, %2 tokens%3, %4 of them free"_s.arg(text(usage.requests), sums.total, parts, freeTokens(usage.freeTokensUsed, answers.estimated));
}

} // namespace

QString tokenSum(const AttemptSum &sum)
{
    if (sum.unknown > 0 && sum.unknown == sum.attempts)
        return u"unknown"_s;
    return (sum.estimated > 0 ? u"≈"_s : QString()) + text(sum.tokens) + (sum.unknown > 0 ? QString(Unknown) : QString());
}

QStringList usageText(const UsageSummary &usage)
{
    QStringList lines{headline(usage)};
    lines.append(u"%1 failed attempts; %2 attempts whose tokens nobody told (not counted as 0)"_s.arg(usage.failedAttempts).arg(usage.unknownAttempts));
    if (const AttemptSum all = usage.parts.total(); all.attempts > 0) {
        lines.append(u"tokens of all %1 attempts: %2, of which in answers %3, of failed attempts %4, of calls that clients left %5"_s.arg(all.attempts)
                         .arg(tokenSum(all), tokenSum(usage.parts.answered), tokenSum(usage.parts.failed), tokenSum(usage.parts.left)));
    }
    if (usage.cacheHits > 0)
        lines.append(u"%1 requests answered from the cache, which saved %2 tokens"_s.arg(usage.cacheHits).arg(usage.cacheSavedTokens));

    QList<QStringList> keys;
    for (const KeyUsage &key : usage.byKey) {
        const AnswerSums sums = sumsOf(key.tokens, {key.answers, key.tokens.total, key.unknownAnswers, key.estimatedAnswers});
        keys.append({key.keyName, text(key.requests), sums.prompt, sums.completion, sums.total, freeTokens(key.freeTokensUsed, key.estimatedAnswers)});
    }
    QList<QStringList> providers;
    for (const ProviderUsage &provider : usage.byProvider) {
        const AttemptParts &parts = provider.parts;
        providers.append({provider.provider, text(provider.attempts), text(provider.failedAttempts), text(provider.unknownAttempts), tokenSum(parts.answered), tokenSum(parts.failed),
                          tokenSum(parts.left), tokenSum(parts.total())});
    }
    if (!keys.isEmpty())
        lines << QString() << tableLines({u"KEY"_s, u"REQUESTS"_s, u"PROMPT"_s, u"COMPLETION"_s, u"TOTAL"_s, u"FREE"_s}, keys);
    if (!providers.isEmpty())
        lines << QString() << tableLines({u"PROVIDER"_s, u"ATTEMPTS"_s, u"FAILED"_s, u"UNKNOWN"_s, u"ANSWERS"_s, u"LOST"_s, u"LEFT"_s, u"TOTAL"_s}, providers);
    return lines;
}

} // namespace understudy::cli
