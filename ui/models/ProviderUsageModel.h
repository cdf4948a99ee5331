// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LedgerQueries.h"

#include <QAbstractTableModel>
#include <QHash>

namespace understudy {

/// Usage as the providers count it: every attempt, also those that failed. What is unknown is told, not added as 0. The seed of the
/// reconciliation table. Read only; replaced as a whole.
class ProviderUsageModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Provider, Attempts, Failed, Unknown, Prompt, Completion, Total, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    /// `names`: Provider::id → what people call it; an id without one is shown itself.
    void setRows(const QList<ProviderUsage> &rows, const QHash<QString, QString> &names);
    const QList<ProviderUsage> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    QString text(const ProviderUsage &row, int column) const;
    QString sentence(const ProviderUsage &row) const;
    QString nameOf(const ProviderUsage &row) const;
    QList<ProviderUsage> m_rows;
    QHash<QString, QString> m_names;
};

} // namespace understudy
