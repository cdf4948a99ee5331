// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ProvidersFilter.h"

#include "models/ProvidersModel.h"

namespace understudy {

ProvidersFilter::ProvidersFilter(QObject *parent) : FilterModel(parent)
{
    setSortRole(ProvidersModel::SortRole);
    setSortLocaleAware(true);
}

void ProvidersFilter::setText(const QString &text)
{
    refilter([&] { m_text = text.trimmed(); });
}

void ProvidersFilter::setOnlyConfigured(bool only)
{
    refilter([&] { m_onlyConfigured = only; });
}

bool ProvidersFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, ProvidersModel::Name, parent);
    if (m_onlyConfigured && !index.data(ProvidersModel::ConfiguredRole).toBool())
        return false;
    return m_text.isEmpty() || index.data().toString().contains(m_text, Qt::CaseInsensitive) || index.data(ProvidersModel::IdRole).toString().contains(m_text, Qt::CaseInsensitive)
        || index.data(ProvidersModel::DetailRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace understudy
