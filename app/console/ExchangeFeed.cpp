// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ExchangeFeed.h"

namespace understudy {

void ExchangeFeed::record(ExchangeRecord &&exchange)
{
    // Hundreds of rows are kept for the display; contents may have half a megabyte each.
    exchange.requestContent.clear();
    exchange.answerContent.clear();
    if (watches() && isExpected(exchange.clientRequestId))
        m_listener.recorded(exchange);
    {
        const std::lock_guard lock(m_mutex);
        m_records.append(std::move(exchange));
        if (m_records.size() > 2 * MostWaiting) // now and then, not for each one
            m_records.remove(0, m_records.size() - MostWaiting);
    }
    wake();
}

void ExchangeFeed::progress(ExchangeProgress &&step)
{
    if (isExpected(step.clientRequestId))
        m_listener.progress(step);
}

QList<ExchangeRecord> ExchangeFeed::take()
{
    const std::lock_guard lock(m_mutex);
    QList<ExchangeRecord> records = std::exchange(m_records, {});
    if (records.size() > MostWaiting)
        records.remove(0, records.size() - MostWaiting);
    return records;
}

void ExchangeFeed::expect(const QString &clientRequestId)
{
    const std::lock_guard lock(m_mutex);
    m_expected.insert(clientRequestId);
    m_watching.store(true);
}

void ExchangeFeed::forget(const QString &clientRequestId)
{
    const std::lock_guard lock(m_mutex);
    m_expected.remove(clientRequestId);
    m_watching.store(!m_expected.isEmpty());
}

bool ExchangeFeed::isExpected(const QString &clientRequestId)
{
    const std::lock_guard lock(m_mutex);
    return !clientRequestId.isEmpty() && m_expected.contains(clientRequestId);
}

} // namespace understudy
