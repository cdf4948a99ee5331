// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace understudy {

/// One cell: what people read, and the number itself for files (invalid: the text).
struct FigureCell {
    QString text;
    QVariant value;
    QString filter = {}; ///< what shows the requests behind it in 请求日志; empty: nothing does
    bool operator==(const FigureCell &) const = default;
};

struct FigureRow {
    QList<FigureCell> cells;
    QString filter; ///< of its name, the first cell
    bool operator==(const FigureRow &) const = default;
};

/// Figures as a table: the twin of a chart, a pivot, a file.
struct FigureTable {
    QStringList headers; ///< the first column names the row
    QList<FigureRow> rows;
    bool operator==(const FigureTable &) const = default;
};

/// RFC 4180, CRLF, UTF-8. Texts that a spreadsheet would take for a formula get an apostrophe before them.
QByteArray toCsv(const FigureTable &table, bool byteOrderMark);

/// Replaced as a whole. Read only.
class FigureModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { FilterRole = Qt::UserRole }; ///< QString: what shows the requests behind a cell; empty: nothing does
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const FigureTable &table);
    const FigureTable &table() const { return m_table; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_table.rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_table.headers.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    FigureTable m_table;
};

} // namespace understudy
