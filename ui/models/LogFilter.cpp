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

void LogFilter::followPins()
{
    // Without pins the model's own order costs nothing.
    const int column = m_log->pinned() > 0 ? 0 : -1;
    if (column == 0 && sortColumn() == 0)
        invalidate();
    else
        sort(column);
    refilter([] {});
}

bool LogFilter::accepts(const ExchangeRecord &record) const { return (m_key.isEmpty() || record.keyId == m_key) && matches(m_expression, record); }

bool LogFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const ExchangeRecord *record = m_log->record(row);
    return record && (m_log->isPinned(record->id) || accepts(*record));
}

bool LogFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool pinnedLeft = m_log->isPinned(m_log->record(left.row())->id), pinnedRight = m_log->isPinned(m_log->record(right.row())->id);
    return pinnedLeft != pinnedRight ? pinnedLeft : left.row() < right.row();
}

} // namespace understudy
