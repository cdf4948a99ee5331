// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "storage/Database.h"

#include <QHash>

#include <memory>
#include <vector>

namespace understudy {

/// The tables that the log and the usage statistics are read from: exchanges, attempts, contents and the sums by hours. One connection,
/// one thread; always inside the caller's transaction, beside which nobody else adds rows.
class LedgerTables final {
public:
    using Exchanges = std::vector<const ExchangeRecord *>;

    explicit LedgerTables(const Connection &connection);
    ~LedgerTables();
    Q_DISABLE_COPY_MOVE(LedgerTables)

    struct Inserted {
        Exchanges rows;         ///< what has become rows now
        qsizetype refused = 0;  ///< rows that the database will never take, left out
        Error refusal;          ///< why the last of them was refused
    };
    /// Adds rows and sums. What the ledger has already, by its id, is passed over: a commit may have happened although its answer was lost.
    /// Rows that break a rule of the database are left out and the others stored.
    Result<Inserted> insert(const Exchanges &exchanges);
    Result<Exchanges> unknown(const Exchanges &exchanges) const; ///< those whose ids are not in the ledger, each once

private:
    struct Insert;
    Result<void> loadProviders();
    Result<void> insertRows(const Exchanges &exchanges);
    Result<void> insertWhatFits(const Exchanges &exchanges, Inserted &done);

    const Connection &m_connection;
    std::unique_ptr<Insert> m_exchanges;
    std::unique_ptr<Insert> m_attempts;
    QHash<QString, QString> m_providers; ///< channel → provider, as the configuration says now
    qint64 m_providersRevision = -1;
};

} // namespace understudy
