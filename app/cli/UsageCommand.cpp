// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/RecordJson.h"
#include "cli/Session.h"
#include "cli/Values.h"

namespace understudy::cli {

using namespace Qt::StringLiterals;

int runUsage(Session &session)
{
    UsageQuery query;
    if (const std::optional<int> wrong = session.select(query))
        return *wrong;
    const Result<std::unique_ptr<LedgerReader>> reader = session.ledger();
    if (!reader)
        return session.fail(reader.error());
    const Result<UsageSummary> usage = (*reader)->usage(query);
    if (!usage)
        return session.fail(usage.error());
    if (session.out.isJson()) {
        session.out.json(toJson(*usage));
        return Done;
    }
    const auto text = [](qint64 number) { return QString::number(number); };
    session.out.line(u"%1 requests, %2 tokens (%3 prompt + %4 completion), %5 of them free"_s.arg(usage->requests).arg(usage->tokens.total)
                         .arg(usage->tokens.prompt).arg(usage->tokens.completion).arg(usage->freeTokensUsed));
    session.out.line(u"%1 failed attempts; %2 attempts whose tokens nobody told (not counted as 0)"_s.arg(usage->failedAttempts).arg(usage->unknownAttempts));
    QList<QStringList> keys;
    for (const KeyUsage &key : usage->byKey)
        keys.append({key.keyName, text(key.requests), text(key.tokens.prompt), text(key.tokens.completion), text(key.tokens.total), text(key.freeTokensUsed)});
    QList<QStringList> providers;
    for (const ProviderUsage &provider : usage->byProvider)
        providers.append({provider.provider, text(provider.attempts), text(provider.failedAttempts), text(provider.unknownAttempts), text(provider.tokens.total)});
    if (!keys.isEmpty()) {
        session.out.line({});
        session.out.table({u"KEY"_s, u"REQUESTS"_s, u"PROMPT"_s, u"COMPLETION"_s, u"TOTAL"_s, u"FREE"_s}, keys, {});
    }
    if (!providers.isEmpty()) {
        session.out.line({});
        session.out.table({u"PROVIDER"_s, u"ATTEMPTS"_s, u"FAILED"_s, u"UNKNOWN"_s, u"TOTAL"_s}, providers, {});
    }
    return Done;
}

} // namespace understudy::cli
