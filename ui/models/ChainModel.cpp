// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ChainModel.h"

#include "models/CandidatesModel.h"
#include "words/TypeWords.h"

#include <QMimeData>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

const QString RowMime = u"application/x-understudy-chain-row"_s;

QList<Candidate> candidatesOf(const QList<CandidateFacts> &rows)
{
    QList<Candidate> candidates;
    for (const CandidateFacts &facts : rows)
        candidates.append(facts.candidate);
    return candidates;
}

} // namespace

QList<CandidateFacts> ChainModel::grouped(const QList<CandidateFacts> &chain)
{
    QList<CandidateFacts> rows;
    QList<ModelType> types;
    for (const CandidateFacts &facts : chain) {
        if (!types.contains(facts.model.type))
            types.append(facts.model.type);
    }
    for (const ModelType type : std::as_const(types))
        std::copy_if(chain.cbegin(), chain.cend(), std::back_inserter(rows), [type](const CandidateFacts &facts) { return facts.model.type == type; });
    return rows;
}

void ChainModel::setChain(const QList<CandidateFacts> &chain)
{
    beginResetModel();
    m_rows = grouped(chain);
    m_given = candidatesOf(chain);
    m_untouched = candidatesOf(m_rows);
    endResetModel();
    emit chainChanged();
}

void ChainModel::choose(const QList<CandidateFacts> &chosen)
{
    const auto same = [](const CandidateFacts &facts) { return [&facts](const CandidateFacts &other) { return other.candidate == facts.candidate; }; };
    QList<CandidateFacts> rows;
    for (const CandidateFacts &facts : std::as_const(m_rows)) {
        if (const auto found = std::find_if(chosen.cbegin(), chosen.cend(), same(facts)); found != chosen.cend())
            rows.append(*found); // its health may be news
    }
    for (const CandidateFacts &facts : chosen) {
        if (std::none_of(rows.cbegin(), rows.cend(), same(facts)))
            rows.append(facts);
    }
    replace(grouped(rows));
}

void ChainModel::replace(const QList<CandidateFacts> &rows)
{
    if (rows == m_rows)
        return;
    if (candidatesOf(rows) == candidatesOf(m_rows)) { // news of health only: what is selected stays so
        m_rows = rows;
        return retranslate();
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
    emit chainChanged();
}

QList<Candidate> ChainModel::chain() const
{
    const QList<Candidate> now = candidatesOf(m_rows);
    return now == m_untouched ? m_given : now;
}

QList<ChainModel::Group> ChainModel::groups() const
{
    QList<Group> all;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (all.isEmpty() || all.last().type != m_rows[row].model.type)
            all.append({m_rows[row].model.type, row, 0});
        ++all.last().size;
    }
    return all;
}

ChainModel::Group ChainModel::groupOf(int row) const
{
    for (const Group &group : groups()) {
        if (row >= group.first && row < group.first + group.size)
            return group;
    }
    return {};
}

bool ChainModel::hasReasoning() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [](const CandidateFacts &facts) { return facts.model.type == ModelType::Reasoning; });
}

bool ChainModel::canMoveUp(int row) const { return row > 0 && row < m_rows.size(); }
bool ChainModel::canMoveDown(int row) const { return row >= 0 && row + 1 < m_rows.size(); }

int ChainModel::moveUp(int row)
{
    if (!canMoveUp(row))
        return row;
    const Group group = groupOf(row);
    int to = row - 1;
    if (row > group.first) {
        moveRows({}, row, 1, {}, row - 1);
    } else {
        to = groupOf(row - 1).first;
        moveRows({}, group.first, group.size, {}, to);
    }
    emit moved(to);
    return to;
}

int ChainModel::moveDown(int row)
{
    if (!canMoveDown(row))
        return row;
    const Group group = groupOf(row);
    int to = row + 1;
    if (row + 1 < group.first + group.size) {
        moveRows({}, row, 1, {}, row + 2);
    } else {
        const Group next = groupOf(row + 1);
        moveRows({}, group.first, group.size, {}, next.first + next.size);
        to = row + next.size;
    }
    emit moved(to);
    return to;
}

int ChainModel::makePrimary(int row)
{
    if (row < 0 || row >= m_rows.size())
        return row;
    const int first = groupOf(row).first;
    if (first == row || !moveRows({}, row, 1, {}, first))
        return row;
    emit moved(first);
    return first;
}

void ChainModel::remove(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    // Without its last member the group between two others is gone; those two have other types, so nothing else moves.
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    afterChange();
}

QList<CandidateFacts> ChainModel::suggestedOrder() const
{
    QList<CandidateFacts> rows = m_rows;
    for (const Group &group : groups()) {
        std::stable_sort(rows.begin() + group.first, rows.begin() + group.first + group.size,
                         [](const CandidateFacts &a, const CandidateFacts &b) { return a.model.size > b.model.size; });
    }
    return rows;
}

void ChainModel::suggest() { replace(suggestedOrder()); }

void ChainModel::afterChange()
{
    // Badges and headings of other rows follow from where a row stands.
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
    emit chainChanged();
}

bool ChainModel::moveRows(const QModelIndex &sourceParent, int source, int count, const QModelIndex &destinationParent, int destination)
{
    if (sourceParent.isValid() || destinationParent.isValid() || source < 0 || count < 1 || source + count > m_rows.size() || destination < 0
        || destination > m_rows.size() || (destination >= source && destination <= source + count))
        return false;
    const Group group = groupOf(source);
    const bool inside = count == 1 && destination >= group.first && destination <= group.first + group.size;
    const bool whole = source == group.first && count == group.size
        && (destination == m_rows.size() || groupOf(destination).first == destination);
    if (!inside && !whole)
        return false;
    if (!beginMoveRows({}, source, source + count - 1, {}, destination))
        return false;
    if (destination < source)
        std::rotate(m_rows.begin() + destination, m_rows.begin() + source, m_rows.begin() + source + count);
    else
        std::rotate(m_rows.begin() + source, m_rows.begin() + source + count, m_rows.begin() + destination);
    endMoveRows();
    afterChange();
    return true;
}

QVariant ChainModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CandidateFacts &facts = m_rows[index.row()];
    const Group group = groupOf(index.row());
    const int position = index.row() - group.first;
    switch (role) {
    case Qt::DisplayRole: return facts.name();
    case Qt::ToolTipRole: return tr("%1 through %2").arg(facts.candidate.model, facts.candidate.channel);
    case Qt::AccessibleTextRole: {
        const QString health = facts.status().word;
        return tr("%1: %2, %3, %4, %5; position %6 of %7")
            .arg(words::position(position), facts.name(), candidateSource(facts), words::typeName(facts.model.type), health)
            .arg(position + 1)
            .arg(group.size);
    }
    case FactsRole: return QVariant::fromValue(facts);
    case PositionRole: return position;
    case GroupSizeRole: return group.size;
    case HeadingRole: return position == 0 && group.size < m_rows.size() ? words::typeName(facts.model.type) : QString();
    default: return {};
    }
}

Qt::ItemFlags ChainModel::flags(const QModelIndex &index) const
{
    // Drops go between rows, never onto one.
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : Qt::ItemIsDropEnabled;
}

QStringList ChainModel::mimeTypes() const { return {RowMime}; }

QMimeData *ChainModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(RowMime, QByteArray::number(indexes.first().row()));
    return data;
}

bool ChainModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int, const QModelIndex &) const
{
    return data && data->hasFormat(RowMime) && action == Qt::MoveAction;
}

bool ChainModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const int source = data->data(RowMime).toInt();
    if (source < 0 || source >= m_rows.size())
        return false;
    const int wanted = row >= 0 ? row : parent.isValid() ? parent.row() : int(m_rows.size());
    const Group group = groupOf(source);
    // Dropped outside its group, a row goes as far as its group does.
    const int destination = std::clamp(wanted, group.first, group.first + group.size);
    if (!moveRows({}, source, 1, {}, destination))
        return false;
    emit moved(destination > source ? destination - 1 : destination);
    return true;
}

void ChainModel::retranslate()
{
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
}

} // namespace understudy
