// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ChannelHealthModel.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

void ChannelHealthModel::setRows(const QList<ChannelHealthRow> &rows)
{
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const ChannelHealthRow &a, const ChannelHealthRow &b) { return a.channel == b.channel; });
    if (!same) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int row = 0; row < int(rows.size()); ++row) {
        if (rows[row] == m_rows[row])
            continue;
        m_rows[row] = rows[row];
        emit dataChanged(index(row), index(row));
    }
}

void ChannelHealthModel::retranslate()
{
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

QVariant ChannelHealthModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ChannelHealthRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.name;
    case SubtitleRole: return row.providerName;
    case StatusRole: return QVariant::fromValue(words::healthStatus(row.health));
    case Qt::ToolTipRole: return words::healthStatus(row.health).sentence;
    case Qt::AccessibleTextRole: {
        const QString what = row.providerName.isEmpty() ? row.name : row.providerName + u", "_s + row.name;
        return what + u": "_s + words::healthStatus(row.health).sentence;
    }
    case ProviderIdRole: return row.provider;
    default: return {};
    }
}

} // namespace understudy
