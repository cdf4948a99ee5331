// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "storage/Database.h"
#include "storage/UsageCounters.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <span>

namespace understudy {

/// Writes exchanges with their attempts and settles the counters, a batch in one transaction. One connection, one thread.
class LedgerBatch final {
public:
    explicit LedgerBatch(std::unique_ptr<Connection> connection);
    ~LedgerBatch();
    Q_DISABLE_COPY_MOVE(LedgerBatch)

    /// All or nothing; gives the totals of what was touched. An exchange whose id is in the ledger already is skipped when
    /// `repeated` says that an earlier try may have been committed without our hearing of it.
    Result<UsageTotals> write(std::span<const ExchangeRecord> exchanges, WallTime now, bool repeated);

    const Connection &connection() const { return *m_connection; }

private:
    struct Insert;
    Result<void> loadProviders();
    Result<QSet<QString>> known(std::span<const ExchangeRecord> exchanges) const;
    Result<void> insert(const std::vector<const ExchangeRecord *> &exchanges);

    std::unique_ptr<Connection> m_connection; // first, so that the statements go before it
    std::unique_ptr<Insert> m_exchanges;
    std::unique_ptr<Insert> m_attempts;
    QHash<QString, QString> m_providers; ///< channel → provider, as the configuration says now
    qint64 m_providersRevision = -1;
    qint64 m_purgedMinute = 0;
};

} // namespace understudy
