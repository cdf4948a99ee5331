// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "storage/Database.h"

#include <span>

namespace understudy {

/// Exchanges that are stored but are not rows of the log yet (table ledger_journal). A row costs several times what an entry costs for
/// each of its exchanges: five trees and fifty values against one run of bytes. So while requests come fast they are written here, and
/// whoever has the time makes rows of them, in the order in which they came. In the same database, so that an exchange is always in one of
/// the two places. Always inside the caller's transaction.
class LedgerJournal final {
public:
    explicit LedgerJournal(const Connection &connection);

    Result<void> append(std::span<const ExchangeRecord> exchanges); ///< as one entry or several

    struct Entry {
        qint64 number = 0;
        std::vector<ExchangeRecord> exchanges;
    };
    /// The oldest one. An entry that cannot be read (a damaged file) is left where it is, out of the way, and said on the way.
    Result<std::optional<Entry>> oldest() const;
    Result<void> remove(qint64 entry) const;

    /// Whether append was called with exchanges that begin with this one and they are still here.
    Result<bool> begins(const QString &firstId) const;
    Result<qint64> exchanges() const; ///< how many wait

private:
    Result<void> write(const QString &firstId, int count, const QByteArray &records);

    const Connection &m_connection;
};

} // namespace understudy
