// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerJournal.h"

#include "storage/ExchangeCodec.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

// An entry is taken up in one transaction, so its size is how long another writer waits for its turn: 500 rows take about 10 ms.
constexpr int MostExchanges = 500;
constexpr qsizetype MostBytes = 1024 * 1024; ///< where another entry begins, for those with content

} // namespace

LedgerJournal::LedgerJournal(const Connection &connection)
    : m_connection(connection)
{
}

Result<void> LedgerJournal::write(const QString &firstId, int count, const QByteArray &records)
{
    return m_connection.run(u"INSERT INTO ledger_journal (entry, first_id, exchanges, records) "
                            "VALUES ((SELECT coalesce(max(entry), 0) + 1 FROM ledger_journal), ?, ?, ?)"_s,
                            {firstId, count, records});
}

Result<void> LedgerJournal::append(std::span<const ExchangeRecord> exchanges)
{
    ExchangeEncoder encoder;
    QString first;
    for (const ExchangeRecord &exchange : exchanges) {
        if (encoder.count() == 0)
            first = exchange.id;
        encoder.add(exchange);
        if (encoder.count() < MostExchanges && encoder.size() < MostBytes)
            continue;
        const int count = encoder.count();
        if (Result<void> written = write(first, count, encoder.take()); !written)
            return written;
    }
    if (const int count = encoder.count(); count > 0)
        return write(first, count, encoder.take());
    return {};
}

Result<std::optional<LedgerJournal::Entry>> LedgerJournal::oldest() const
{
    for (;;) {
        Result<QSqlQuery> rows =
            m_connection.query(u"SELECT entry, records FROM ledger_journal WHERE unreadable = 0 ORDER BY entry LIMIT 1"_s);
        if (!rows)
            return rows.error();
        if (!rows->next()) {
            if (rows->lastError().isValid())
                return toError(rows->lastError(), m_connection.location());
            return std::optional<Entry>();
        }
        const qint64 number = rows->value(0).toLongLong();
        Result<std::vector<ExchangeRecord>> records = decodeExchanges(rows->value(1).toByteArray());
        rows->finish();
        if (records)
            return std::optional(Entry {number, *std::move(records)});
        qWarning("ledger: entry %lld of the journal is left out of the log: %s", qlonglong(number), qUtf8Printable(records.error().text));
        if (Result<void> passed = m_connection.run(u"UPDATE ledger_journal SET unreadable = 1 WHERE entry = ?"_s, {number}); !passed)
            return passed.error();
    }
}

Result<void> LedgerJournal::remove(qint64 entry) const
{
    return m_connection.run(u"DELETE FROM ledger_journal WHERE entry = ?"_s, {entry});
}

Result<bool> LedgerJournal::begins(const QString &firstId) const
{
    const Result<QVariant> count = m_connection.single(u"SELECT count(*) FROM ledger_journal WHERE first_id = ?"_s, {firstId});
    if (!count)
        return count.error();
    return count->toInt() > 0;
}

Result<qint64> LedgerJournal::exchanges() const
{
    const Result<QVariant> sum = m_connection.single(u"SELECT coalesce(sum(exchanges), 0) FROM ledger_journal WHERE unreadable = 0"_s);
    if (!sum)
        return sum.error();
    return sum->toLongLong();
}

} // namespace understudy
