// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/RecordJson.h"
#include "cli/Session.h"
#include "cli/UsageText.h"

namespace understudy::cli {

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
    const QStringList lines = usageText(*usage);
    for (const QString &line : lines)
        session.out.line(line);
    return Done;
}

} // namespace understudy::cli
