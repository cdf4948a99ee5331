// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "storage/Database.h"

#include <QHash>

namespace understudy {

/// The columns of the ledger, in one order for writing and reading. Enumerations are stored as their words.
namespace ledger {

extern const QStringList ExchangeColumns; ///< begins with seq
extern const QStringList AttemptColumns; ///< begins with exchange_seq, idx

/// Append the values of one row, in the order of the columns. Text loses NUL characters (PostgreSQL refuses them).
void append(QVariantList &row, qint64 seq, const ExchangeRecord &exchange);
void append(QVariantList &row, qint64 seq, const AttemptRecord &attempt, const QString &provider);

/// The current row of a query that selects ExchangeColumns (or AttemptColumns) first.
ExchangeRecord exchangeFrom(const QSqlQuery &row);
AttemptRecord attemptFrom(const QSqlQuery &row);

/// Adds attempts (and contents) to the exchanges, which are keyed by their sequence number.
Result<void> readAttempts(const Connection &connection, QHash<qint64, ExchangeRecord *> &exchanges, bool contents);

} // namespace ledger

} // namespace understudy
