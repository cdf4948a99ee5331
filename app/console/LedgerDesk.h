// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/LedgerReader.h"
#include "storage/Retention.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace understudy {

/// Answers questions about the ledger, in the thread it lives in, over a connection of its own. It opens when first asked and again
/// after a failure, so a database that was away is found again.
class LedgerDesk final : public QObject {
public:
    /// Which database to ask; nothing: there is none now.
    void setDatabase(const std::optional<Database> &database);

    Result<QList<ExchangeRecord>> exchanges(const PageQuery &query);
    Result<LogSlice> logPage(const LogQuery &query);
    Result<ExchangeRecord> exchange(const QString &id);
    Result<UsageSummary> usage(const UsageQuery &query);
    Result<UsageReport> report(const UsageReportQuery &query);
    Result<RetentionPolicy> retention();
    Result<void> setRetention(const RetentionPolicy &policy);
    /// Step by step, with its other questions answered in between; `done` gets the number of rows once.
    void clearLog(std::function<void(Result<qint64>)> done);
    /// What was stored after that exchange, oldest first, at most `limit`; the last ones when it is empty or not there any more.
    Result<QList<ExchangeRecord>> storedAfter(const QString &id, int limit);

private:
    Result<std::unique_ptr<Connection>> connect() const;
    struct Clearing;
    void clearStep(const std::shared_ptr<Clearing> &clearing);

    template<typename T>
    Result<T> ask(const std::function<Result<T>(const LedgerReader &)> &question);

    std::optional<Database> m_database;
    std::unique_ptr<LedgerReader> m_reader;
};

} // namespace understudy
