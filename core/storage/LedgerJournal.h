// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "storage/Database.h"
#include "storage/LedgerPace.h"

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
        qint64 count = 0; ///< exchanges that were written
        Result<std::vector<ExchangeRecord>> exchanges; ///< Invalid: it is damaged
    };
    /// The oldest one that is neither set aside nor in the form of another version of the program, which will take it up.
    Result<std::optional<Entry>> oldest();
    Result<void> remove(qint64 entry) const;
    Result<void> setAside(qint64 entry) const; ///< a damaged one stays, out of the way, until the log is cleared

    /// Whether append was called with exchanges that begin with this one and they are still here.
    Result<bool> begins(const QString &firstId) const;

    Result<LedgerBacklog> waiting() const; ///< what oldest() will give, one after the other

private:
    Result<void> write(const QString &firstId, int count, const QByteArray &records);

    const Connection &m_connection;
    qint64 m_passed = 0; ///< entries up to this one that are waited for in vain
};

} // namespace understudy
