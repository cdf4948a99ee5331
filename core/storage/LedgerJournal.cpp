// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerJournal.h"

#include "storage/ExchangeCodec.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

// An entry is taken up in one transaction, which other writers wait for: 500 rows take about 10 ms.
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

Result<std::optional<LedgerJournal::Entry>> LedgerJournal::oldest()
{
    for (;;) {
        Result<QSqlQuery> rows = m_connection.query(
            u"SELECT entry, exchanges, records FROM ledger_journal WHERE unreadable = 0 AND entry > ? ORDER BY entry LIMIT 1"_s, {m_passed});
        if (!rows)
            return rows.error();
        if (!rows->next()) {
            if (rows->lastError().isValid())
                return toError(rows->lastError(), m_connection.location());
            return std::optional<Entry>();
        }
        Entry entry {rows->value(0).toLongLong(), rows->value(1).toLongLong(), decodeExchanges(rows->value(2).toByteArray())};
        if (!entry.exchanges && entry.exchanges.error().kind == ErrorKind::Conflict) {
            qWarning("ledger: entry %lld of the journal is not in the log: %s", qlonglong(entry.number), qUtf8Printable(entry.exchanges.error().text));
            m_passed = entry.number;
            continue;
        }
        if (entry.exchanges && qint64(entry.exchanges->size()) != entry.count)
            entry.exchanges = Error {ErrorKind::Invalid, u"The ledger's journal has a cut entry."_s, {}};
        return std::optional(std::move(entry));
    }
}

Result<void> LedgerJournal::remove(qint64 entry) const
{
    return m_connection.run(u"DELETE FROM ledger_journal WHERE entry = ?"_s, {entry});
}

Result<void> LedgerJournal::setAside(qint64 entry) const
{
    return m_connection.run(u"UPDATE ledger_journal SET unreadable = 1 WHERE entry = ?"_s, {entry});
}

Result<bool> LedgerJournal::begins(const QString &firstId) const
{
    const Result<QVariant> count = m_connection.single(u"SELECT count(*) FROM ledger_journal WHERE first_id = ?"_s, {firstId});
    if (!count)
        return count.error();
    return count->toInt() > 0;
}

Result<LedgerBacklog> LedgerJournal::waiting() const
{
    Result<QSqlQuery> sums = m_connection.query(
        u"SELECT coalesce(sum(exchanges), 0), coalesce(sum(length(records)), 0) FROM ledger_journal WHERE unreadable = 0 AND entry > ?"_s,
        {m_passed});
    if (!sums)
        return sums.error();
    if (!sums->next())
        return toError(sums->lastError(), m_connection.location());
    return LedgerBacklog {sums->value(0).toLongLong(), sums->value(1).toLongLong()};
}

} // namespace understudy
