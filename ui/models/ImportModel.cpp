// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ImportModel.h"

#include "words/MemberWords.h"

#include <QSize>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;
using diff::Change;
using diff::Entry;
using diff::Member;
using diff::Part;

namespace {

constexpr quintptr TopLevel = 0; ///< internal id of a part; a line has the number of its part + 1
constexpr int PartHeight = 32;
constexpr int LineHeight = 24;

} // namespace

void ImportModel::setEntries(const QList<Entry> &entries)
{
    beginResetModel();
    m_entries = entries;
    m_rows.clear();
    select();
    endResetModel();
    emit takenChanged();
}

void ImportModel::showSame(bool show)
{
    if (show == m_same)
        return;
    beginResetModel();
    m_same = show;
    select();
    endResetModel();
}

void ImportModel::select()
{
    const QList<Row> before = std::exchange(m_rows, {});
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.change == Change::Same && !m_same)
            continue;
        const auto known = std::find_if(before.cbegin(), before.cend(), [&](const Row &row) { return row.entry.reference == entry.reference; });
        m_rows.append({entry, known == before.cend() || known->take});
    }
    // What concerns the whole gateway is read last, after the things that people came for.
    std::stable_partition(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.entry.reference.part != Part::Settings; });
}

void ImportModel::takeAll(bool take)
{
    for (int i = 0; i < m_rows.size(); ++i)
        setData(index(i, What), take ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

int ImportModel::count(Change change) const
{
    return int(std::count_if(m_entries.cbegin(), m_entries.cend(), [&](const Entry &entry) { return entry.change == change; }));
}

QList<diff::Reference> ImportModel::taken() const
{
    QList<diff::Reference> parts;
    for (const Row &row : m_rows) {
        if (row.take && row.entry.change != Change::Same)
            parts.append(row.entry.reference);
    }
    return parts;
}

void ImportModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    for (int i = 0; i < m_rows.size(); ++i) {
        emit dataChanged(index(i, 0), index(i, ColumnCount - 1));
        const QModelIndex part = index(i, 0);
        if (lines(m_rows[i]) > 0)
            emit dataChanged(index(0, 0, part), index(lines(m_rows[i]) - 1, ColumnCount - 1, part));
    }
}

QModelIndex ImportModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : TopLevel);
}

QModelIndex ImportModel::parent(const QModelIndex &child) const
{
    return !child.isValid() || child.internalId() == TopLevel ? QModelIndex() : createIndex(int(child.internalId()) - 1, 0, TopLevel);
}

int ImportModel::lines(const Row &row) const { return int(row.entry.members.size()) + (row.entry.receiver.isEmpty() ? 0 : 1); }

int ImportModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    return parent.internalId() == TopLevel && parent.column() == 0 ? lines(m_rows.value(parent.row())) : 0;
}

int ImportModel::columnCount(const QModelIndex &) const { return ColumnCount; }

QString ImportModel::title(const Row &row) const
{
    switch (row.entry.reference.part) {
    case Part::Settings: return tr("Settings of the gateway");
    case Part::Provider: return tr("Provider %1").arg(row.entry.name);
    case Part::Channel: return tr("Call channel %1").arg(row.entry.name);
    case Part::Key: return tr("Gateway access key %1").arg(row.entry.name);
    }
    return {};
}

QString ImportModel::state(const Row &row) const
{
    if (row.entry.change == Change::Same)
        return tr("= same");
    if (!row.take)
        return row.entry.change == Change::New ? tr("left out") : tr("keep mine");
    return row.entry.change == Change::New ? tr("+ new") : tr("⟳ changed");
}

QString ImportModel::detail(const Row &row, int line, int column) const
{
    if (!row.entry.receiver.isEmpty() && line == 0) {
        if (column == What)
            return tr("▲ Credential goes to");
        const QString channels = row.entry.exposed.isEmpty() ? QString() : u" ("_s + row.entry.exposed.join(u", "_s) + u')';
        return column == After ? row.entry.receiver + channels : QString();
    }
    const Member member = row.entry.members.value(line - (row.entry.receiver.isEmpty() ? 0 : 1));
    const QString &path = member.path;
    if (column == What)
        return words::memberName(path);
    if (member.kind == Member::Kind::Value) {
        if (member.mine.isEmpty() && member.theirs.isEmpty())
            return column == After ? tr("changed") : QString();
        if (column == Before && row.entry.change == Change::New)
            return {};
        return words::memberValue(path, column == Before ? member.mine : member.theirs);
    }
    if (column == Before)
        return member.kind == Member::Kind::SecretAdded ? tr("none") : u"••••"_s;
    return member.kind == Member::Kind::SecretRemoved ? tr("removed") : member.kind == Member::Kind::SecretAdded ? tr("added") : tr("replaced");
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool top = index.internalId() == TopLevel;
    const Row &row = m_rows[top ? index.row() : int(index.internalId()) - 1];
    if (role == Qt::CheckStateRole && top && index.column() == What && row.entry.change != Change::Same)
        return row.take ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole) {
        if (top && index.column() == What)
            return title(row) + u", "_s + state(row);
        if (!top && index.column() == What)
            return detail(row, index.row(), What) + u": "_s + detail(row, index.row(), Before) + u" → "_s + detail(row, index.row(), After);
    }
    if (role == Qt::SizeHintRole)
        return QSize(0, top ? PartHeight : LineHeight);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    if (!top)
        return detail(row, index.row(), index.column());
    return index.column() == What ? title(row) : index.column() == After ? state(row) : QString();
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const bool take = value.toInt() == Qt::Checked;
    if (m_rows[index.row()].take == take)
        return true;
    m_rows[index.row()].take = take;
    emit dataChanged(index, index.siblingAtColumn(ColumnCount - 1));
    emit takenChanged();
    return true;
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("Take from the file");
    case Before: return tr("Now");
    case After: return tr("Then");
    }
    return {};
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.internalId() != TopLevel)
        flags |= Qt::ItemNeverHasChildren;
    else if (index.column() == What && m_rows[index.row()].entry.change != Change::Same)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace understudy
