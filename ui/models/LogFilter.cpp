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
    refilter([&] { m_words = words; });
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
    const QString text = index.data(LogModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace understudy
