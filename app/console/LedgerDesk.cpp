// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/LedgerDesk.h"

#include "storage/LedgerBatch.h"

#include <QTimer>

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

struct LedgerDesk::Clearing {
    LedgerBatch batch;
    WallTime until;
    std::function<void(Result<qint64>)> done;
    qint64 toFold = 0; ///< what waits in the journal belongs to the log, which a person wants to be rid of, and to the statistics, which stay
    qint64 removed = 0;
};

void LedgerDesk::clearLog(std::function<void(Result<qint64>)> done)
{
    const WallTime until = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    Result<std::unique_ptr<Connection>> connection = connect();
    if (!connection)
        return done(connection.error());
    const std::shared_ptr<Clearing> clearing(new Clearing{LedgerBatch(*std::move(connection)), until, std::move(done)});
    const Result<LedgerBacklog> waiting = clearing->batch.waiting();
    if (!waiting)
        return clearing->done(waiting.error());
    clearing->toFold = waiting->exchanges;
    clearStep(clearing);
}

void LedgerDesk::clearStep(const std::shared_ptr<Clearing> &clearing)
{
    std::chrono::nanoseconds rest{0};
    if (clearing->toFold > 0) {
        const Result<LedgerBatch::Folded> step = clearing->batch.fold();
        if (!step)
            return clearing->done(step.error());
        clearing->toFold = step->exchanges > 0 ? clearing->toFold - step->exchanges : 0;
        rest = step->took;
    } else {
        const Result<Forgotten> step = understudy::clearLog(clearing->batch.connection(), clearing->until);
        if (!step)
            return clearing->done(step.error());
        clearing->removed += step->exchanges;
        if (!step->more)
            return clearing->done(clearing->removed);
    }
    QTimer::singleShot(std::chrono::ceil<Milliseconds>(rest), this, [this, clearing] { clearStep(clearing); });
}

} // namespace understudy
