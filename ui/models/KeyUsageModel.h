// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LedgerQueries.h"
#include "models/UsageLink.h"

#include <QAbstractTableModel>

#include <optional>

namespace understudy {

/// One gateway key in a period, with its free tokens, which are counted since the key was made.
struct KeyUsageRow {
    KeyUsage period;
    std::optional<qint64> freeTokensEver; ///< unknown while it is being asked for
    std::optional<qint64> allowance;      ///< absent: the key is gone
    bool operator==(const KeyUsageRow &) const = default;
};

/// Rows for the keys of a period: those that were used in it, and those of `configured` that have ever drawn free tokens.
/// `ever`: usage without limits of time, or nothing while it is unknown. By name.
struct KeyAllowance {
    QString id;
    QString name;
    qint64 freeTokens = 0;
};
QList<KeyUsageRow> keyUsageRows(const UsageSummary &period, const std::optional<UsageSummary> &ever, const QList<KeyAllowance> &configured);

/// 用量统计 by key. Read only; replaced as a whole, since a period is answered as a whole.
class KeyUsageModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Key, Requests, Prompt, Completion, Total, FreeTokens, ColumnCount };
    enum Role {
        KeyIdRole = Qt::UserRole,
        PartRole, ///< of FreeTokens: used / allowance, 0 to 1; invalid when unknown
        FilterRole, ///< QString: what shows the requests behind a cell in 请求日志; empty: nothing does
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<KeyUsageRow> &rows, const UsageLink &link = {}); ///< `link`: to the requests of all of them
    const QList<KeyUsageRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate(); ///< after a change of the language

private:
    QString freeTokens(const KeyUsageRow &row, bool sentence) const;
    UsageLink linkOf(const QModelIndex &index) const;
    QList<KeyUsageRow> m_rows;
    UsageLink m_link;
};

} // namespace understudy
