// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LedgerQueries.h"
#include "domain/UsageReport.h"
#include "storage/Database.h"
#include "storage/UsageCounters.h"

#include <memory>

namespace understudy {

/// Read-only queries on a connection of the thread that made it.
class LedgerReader final {
public:
    static constexpr int MaxPage = 1000;

    static Result<std::unique_ptr<LedgerReader>> open(const Database &database);

    Result<UsageSummary> usage(const UsageQuery &query) const;
    Result<UsageReport> report(const UsageReportQuery &query) const; ///< Invalid: see readUsageReport
    Result<QList<ExchangeRecord>> exchanges(const PageQuery &query) const; ///< oldest first, complete with attempts
    Result<LogSlice> logPage(const LogQuery &query) const;
    Result<ExchangeRecord> exchange(const QString &id) const; ///< NotFound
    /// The `limit` last stored, oldest first: where following starts.
    Result<QList<ExchangeRecord>> newest(int limit) const;
    /// The key that last called under this name, also when it is removed by now. NotFound.
    Result<QString> keyIdOf(const QString &keyName) const;
    Result<qint64> journaled() const; ///< exchanges that are recorded and not in any of the above yet, but in totals()
    Result<UsageTotals> totals(WallTime now) const; ///< of everything that was ever used: the gateway's start

private:
    explicit LedgerReader(std::unique_ptr<Connection> connection);
    Result<QList<ExchangeRecord>> rows(const QString &condition, const QVariantList &values, bool contents = true) const;

    std::unique_ptr<Connection> m_connection;
};

} // namespace understudy
