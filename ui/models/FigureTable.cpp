// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/FigureTable.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QString field(QString text, bool mayBeFormula)
{
    if (mayBeFormula && !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

} // namespace

QByteArray toCsv(const FigureTable &table, bool byteOrderMark)
{
    QByteArray out = byteOrderMark ? "\xEF\xBB\xBF" : "";
    QStringList headers;
    for (const QString &header : table.headers)
        headers.append(field(header, true));
    out += headers.join(u',').toUtf8() + "\r\n";
    for (const FigureRow &row : table.rows) {
        QStringList fields;
        for (const FigureCell &cell : row.cells)
            fields.append(cell.value.isValid() ? field(cell.value.toString(), false) : field(cell.text, true));
        out += fields.join(u',').toUtf8() + "\r\n";
    }
    return out;
}

void FigureModel::setTable(const FigureTable &table)
{
    if (table == m_table)
        return;
    beginResetModel();
    m_table = table;
    endResetModel();
}

QVariant FigureModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FigureRow &row = m_table.rows[index.row()];
    const QString filter = index.column() == 0 ? row.filter : row.cells.value(index.column()).filter;
    switch (role) {
    case Qt::DisplayRole: return row.cells.value(index.column()).text;
    case Qt::AccessibleTextRole: return index.column() == 0 ? row.cells.value(0).text : m_table.headers[index.column()] + u": "_s + row.cells.value(index.column()).text;
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: return filter.isEmpty() ? QVariant() : QVariant(tr("Show these requests"));
    case FilterRole: return filter;
    default: return {};
    }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    return role == Qt::DisplayRole ? QVariant(m_table.headers.value(section)) : QVariant();
}

} // namespace understudy
