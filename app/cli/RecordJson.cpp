// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/RecordJson.h"

#include "exports/RecordJson.h"

#include <QJsonArray>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

/// How many attempts there were, how much of their tokens is not known for certain, and where they went.
void addAttempts(QJsonObject &json, const AttemptParts &parts)
{
    const AttemptSum all = parts.total();
    json.insert(u"attempts"_s, all.attempts);
    json.insert(u"failedAttempts"_s, parts.failed.attempts);
    json.insert(u"unknownAttempts"_s, all.unknown);
    json.insert(u"estimatedAttempts"_s, all.estimated);
    json.insert(u"unknownAnswers"_s, parts.answered.unknown);
    json.insert(u"estimatedAnswers"_s, parts.answered.estimated);
    json.insert(u"answeredTokens"_s, parts.answered.tokens);
    json.insert(u"lostTokens"_s, parts.failed.tokens);
    json.insert(u"leftTokens"_s, parts.left.tokens);
}

void addTokens(QJsonObject &json, const TokenSums &tokens)
{
    json.insert(u"promptTokens"_s, tokens.prompt);
    json.insert(u"completionTokens"_s, tokens.completion);
    json.insert(u"totalTokens"_s, tokens.total);
}

} // namespace

QJsonObject toJson(const ExchangeRecord &record) { return recordJson(record); }

QJsonObject toJson(const UsageSummary &summary)
{
    QJsonArray byKey;
    for (const KeyUsage &key : summary.byKey) {
        QJsonObject json{{u"key"_s, key.keyName},
                         {u"keyId"_s, key.keyId},
                         {u"requests"_s, key.requests},
                         {u"freeTokensUsed"_s, key.freeTokensUsed},
                         {u"unknownAnswers"_s, key.unknownAnswers},
                         {u"estimatedAnswers"_s, key.estimatedAnswers}};
        addTokens(json, key.tokens);
        byKey.append(json);
    }
    QJsonArray byProvider;
    for (const ProviderUsage &provider : summary.byProvider) {
        QJsonObject json{{u"provider"_s, provider.provider}};
        addAttempts(json, provider.parts);
        addTokens(json, provider.tokens);
        byProvider.append(json);
    }
    QJsonObject json{{u"requests"_s, summary.requests},
                     {u"freeTokensUsed"_s, summary.freeTokensUsed},
                     {u"cacheHits"_s, summary.cacheHits},
                     {u"cacheSavedTokens"_s, summary.cacheSavedTokens},
                     {u"byKey"_s, byKey},
                     {u"byProvider"_s, byProvider}};
    addAttempts(json, summary.parts);
    addTokens(json, summary.tokens);
    return json;
}

} // namespace understudy::cli
