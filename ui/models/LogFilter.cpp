// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/LogFilter.h"

#include "models/LogModel.h"

#include <algorithm>

namespace understudy {

void LogFilter::setText(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    const FilterMoment moment{std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()), QTimeZone::systemTimeZone()};
    const auto parsed = parseFilter(text, moment);
    const auto *expression = std::get_if<FilterExpression>(&parsed);
    const bool hasFields = expression && std::any_of(expression->terms.begin(), expression->terms.end(), [](const FilterTerm &term) { return term.field != FilterField::Text; });
    refilter([&] {
        m_words = words;
        m_expression = hasFields ? *expression : FilterExpression();
    });
}

void LogFilter::setKey(const QString &keyId)
{
    if (keyId == m_key)
        return;
    refilter([&] { m_key = keyId; });
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_key.isEmpty() && index.data(LogModel::KeyIdRole).toString() != m_key)
        return false;
    if (m_words.isEmpty())
        return true;
    if (!m_expression.isEmpty()) {
        const ExchangeRecord *record = static_cast<const LogModel *>(sourceModel())->record(row);
        return record && matches(m_expression, *record);
    }
    const QString text = index.data(LogModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace understudy
