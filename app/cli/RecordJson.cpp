// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/RecordJson.h"

#include "exports/RecordJson.h"

#include <QJsonArray>

namespace understudy::cli {

using namespace Qt::StringLiterals;

QJsonObject toJson(const ExchangeRecord &record) { return recordJson(record); }

QJsonObject toJson(const UsageSummary &summary)
{
    QJsonArray byKey;
    for (const KeyUsage &key : summary.byKey) {
        byKey.append(QJsonObject{{u"key"_s, key.keyName},
                                 {u"requests"_s, key.requests},
                                 {u"promptTokens"_s, key.tokens.prompt},
                                 {u"completionTokens"_s, key.tokens.completion},
                                 {u"totalTokens"_s, key.tokens.total},
                                 {u"freeTokensUsed"_s, key.freeTokensUsed}});
    }
    QJsonArray byProvider;
    for (const ProviderUsage &provider : summary.byProvider) {
        byProvider.append(QJsonObject{{u"provider"_s, provider.provider},
                                      {u"attempts"_s, provider.attempts},
                                      {u"failedAttempts"_s, provider.failedAttempts},
                                      {u"unknownAttempts"_s, provider.unknownAttempts},
                                      {u"promptTokens"_s, provider.tokens.prompt},
                                      {u"completionTokens"_s, provider.tokens.completion},
                                      {u"totalTokens"_s, provider.tokens.total}});
    }
    return {{u"requests"_s, summary.requests},
            {u"promptTokens"_s, summary.tokens.prompt},
            {u"completionTokens"_s, summary.tokens.completion},
            {u"totalTokens"_s, summary.tokens.total},
            {u"freeTokensUsed"_s, summary.freeTokensUsed},
            {u"failedAttempts"_s, summary.failedAttempts},
            {u"unknownAttempts"_s, summary.unknownAttempts},
            {u"byKey"_s, byKey},
            {u"byProvider"_s, byProvider}};
}

} // namespace understudy::cli
