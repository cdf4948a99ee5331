// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/LedgerDesk.h"

namespace understudy {

using namespace Qt::StringLiterals;

void LedgerDesk::setDatabase(const std::optional<Database> &database)
{
    m_reader.reset();
    m_database = database;
}

template<typename T>
Result<T> LedgerDesk::ask(const std::function<Result<T>(const LedgerReader &)> &question)
{
    if (!m_database)
        return Error{ErrorKind::Unavailable, u"The data is not open, so there is no log to read."_s, {}};
    if (!m_reader) {
        Result<std::unique_ptr<LedgerReader>> opened = LedgerReader::open(*m_database);
        if (!opened)
            return opened.error();
        m_reader = *std::move(opened);
    }
    Result<T> answer = question(*m_reader);
    if (!answer && answer.error().kind == ErrorKind::Unavailable)
        m_reader.reset();
    return answer;
}

Result<QList<ExchangeRecord>> LedgerDesk::exchanges(const PageQuery &query)
{
    return ask<QList<ExchangeRecord>>([&](const LedgerReader &reader) { return reader.exchanges(query); });
}

Result<LedgerPage> LedgerDesk::logPage(const LogQuery &query)
{
    return ask<LedgerPage>([&](const LedgerReader &reader) { return reader.logPage(query); });
}

Result<ExchangeRecord> LedgerDesk::exchange(const QString &id)
{
    return ask<ExchangeRecord>([&](const LedgerReader &reader) { return reader.exchange(id); });
}

Result<UsageSummary> LedgerDesk::usage(const UsageQuery &query)
{
    return ask<UsageSummary>([&](const LedgerReader &reader) { return reader.usage(query); });
}

Result<QList<ExchangeRecord>> LedgerDesk::storedAfter(const QString &id, int limit)
{
    return ask<QList<ExchangeRecord>>([&](const LedgerReader &reader) -> Result<QList<ExchangeRecord>> {
        if (id.isEmpty())
            return reader.newest(limit);
        PageQuery query;
        query.after = id;
        query.limit = limit;
        query.order = PageQuery::Order::Stored;
        Result<QList<ExchangeRecord>> rows = reader.exchanges(query);
        if (!rows && rows.error().kind == ErrorKind::NotFound)
            return reader.newest(limit);
        return rows;
    });
}

} // namespace understudy
