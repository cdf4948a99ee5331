// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/LogFilter.h"

#include "models/LogModel.h"

namespace understudy {

void LogFilter::setLog(LogModel *log)
{
    m_log = log;
    setSourceModel(log);
}

void LogFilter::setExpression(const FilterExpression &expression)
{
    if (expression == m_expression)
        return;
    refilter([&] { m_expression = expression; });
}

void LogFilter::setKey(const QString &keyId)
{
    if (keyId == m_key)
        return;
    refilter([&] { m_key = keyId; });
}

bool LogFilter::accepts(const ExchangeRecord &record) const { return (m_key.isEmpty() || record.keyId == m_key) && matches(m_expression, record); }

bool LogFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const ExchangeRecord *record = m_log->record(row);
    return record && (m_log->isPinned(record->id) || accepts(*record));
}

} // namespace understudy
