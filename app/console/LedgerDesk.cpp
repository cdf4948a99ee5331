// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/LedgerDesk.h"

#include "storage/LedgerBatch.h"

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

Result<LogSlice> LedgerDesk::logPage(const LogQuery &query)
{
    return ask<LogSlice>([&](const LedgerReader &reader) { return reader.logPage(query); });
}

Result<ExchangeRecord> LedgerDesk::exchange(const QString &id)
{
    return ask<ExchangeRecord>([&](const LedgerReader &reader) { return reader.exchange(id); });
}

Result<UsageSummary> LedgerDesk::usage(const UsageQuery &query)
{
    return ask<UsageSummary>([&](const LedgerReader &reader) { return reader.usage(query); });
}

Result<UsageReport> LedgerDesk::report(const UsageReportQuery &query)
{
    return ask<UsageReport>([&](const LedgerReader &reader) { return reader.report(query); });
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

/// To write with, for one job: the reader's own connection is read-only.
Result<std::unique_ptr<Connection>> LedgerDesk::connect() const
{
    if (!m_database)
        return Error{ErrorKind::Unavailable, u"The data is not open, so there is no log to change."_s, {}};
    return m_database->connect();
}

Result<RetentionPolicy> LedgerDesk::retention()
{
    const Result<std::unique_ptr<Connection>> connection = connect();
    return connection ? readRetention(**connection) : Result<RetentionPolicy>(connection.error());
}

Result<void> LedgerDesk::setRetention(const RetentionPolicy &policy)
{
    const Result<std::unique_ptr<Connection>> connection = connect();
    return connection ? writeRetention(**connection, policy) : Result<void>(connection.error());
}

void LedgerDesk::clearLog(std::function<void(Result<qint64>)> done)
{
    Result<std::unique_ptr<Connection>> connection = connect();
    if (!connection)
        return done(connection.error());
    // What waits in the journal belongs to the log that a person wants to be rid of, and to the statistics that stay.
    if (const Result<qint64> folded = foldJournal(*m_database); !folded)
        return done(folded.error());
    clearStep(*std::move(connection), std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()), 0, std::move(done));
}

void LedgerDesk::clearStep(std::shared_ptr<Connection> connection, WallTime until, qint64 before, std::function<void(Result<qint64>)> done)
{
    const Result<Forgotten> step = understudy::clearLog(*connection, until);
    if (!step)
        return done(step.error());
    if (!step->more)
        return done(before + step->exchanges);
    QMetaObject::invokeMethod(
        this, [this, connection, until, before = before + step->exchanges, done = std::move(done)]() mutable { clearStep(connection, until, before, std::move(done)); },
        Qt::QueuedConnection);
}

} // namespace understudy
