// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ModelChoicesModel.h"

#include "catalog/ModelNames.h"
#include "configuration/Rules.h"
#include "words/TypeWords.h"

#include <QLocale>

#include <cmath>

namespace understudy {

using namespace Qt::StringLiterals;

void ModelChoicesModel::setModels(const QList<Model> &listed, const QStringList &chosen, const QHash<QString, ModelType> &types)
{
    beginResetModel();
    m_rows.clear();
    m_index.clear();
    for (const Model &model : listed)
        append(model, chosen.contains(model.id));
    for (const QString &id : chosen) {
        if (!m_index.contains(id))
            append(guessModel(id), true);
    }
    for (auto it = types.cbegin(); it != types.cend(); ++it) {
        if (const auto place = m_index.constFind(it.key()); place != m_index.cend())
            m_rows[*place].type = it.value();
    }
    endResetModel();
}

int ModelChoicesModel::add(const QStringList &ids, bool tick)
{
    int added = 0;
    for (const QString &id : ids) {
        if (m_index.contains(id) || !checkModelId(id) || m_rows.size() >= Most)
            continue;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
        append(guessModel(id), tick);
        endInsertRows();
        ++added;
    }
    if (added > 0)
        emit edited();
    return added;
}

void ModelChoicesModel::append(const Model &model, bool chosen)
{
    m_index.insert(model.id, int(m_rows.size()));
    m_rows.append({model, model.type, chosen});
}

void ModelChoicesModel::tick(const QList<int> &rows, bool tick)
{
    for (const int row : rows)
        m_rows[row].chosen = tick;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, Name), index(int(m_rows.size()) - 1, Name), {Qt::CheckStateRole});
    emit edited();
}

QStringList ModelChoicesModel::chosen() const
{
    QStringList ids;
    for (const Row &row : m_rows) {
        if (row.chosen)
            ids.append(row.model.id);
    }
    return ids;
}

QHash<QString, ModelType> ModelChoicesModel::ownTypes() const
{
    QHash<QString, ModelType> types;
    for (const Row &row : m_rows) {
        if (row.chosen && row.type != row.model.type)
            types.insert(row.model.id, row.type);
    }
    return types;
}

QList<Model> ModelChoicesModel::models() const
{
    QList<Model> all;
    for (const Row &row : m_rows)
        all.append(row.model);
    return all;
}

void ModelChoicesModel::setCurrency(const QString &currency)
{
    if (currency == m_currency)
        return;
    m_currency = currency;
    for (Row &row : m_rows) {
        if (row.model.priceIn || row.model.priceOut)
            row.model.currency = currency;
    }
    emit edited();
}

int ModelChoicesModel::row(const QString &id) const { return m_index.value(id, -1); }

QVariant ModelChoicesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    const auto price = [role](const std::optional<double> &value) -> QVariant {
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        if (role == Qt::EditRole)
            return value ? QLocale().toString(*value, 'g', 10) : QString();
        return role == Qt::DisplayRole ? QVariant(value ? QLocale().toString(*value, 'g', 10) : u"–"_s) : QVariant();
    };
    switch (index.column()) {
    case Name:
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return row.model.id;
        if (role == Qt::CheckStateRole)
            return int(row.chosen ? Qt::Checked : Qt::Unchecked);
        if (role == Qt::AccessibleTextRole)
            return row.chosen ? tr("%1, %2, ticked").arg(row.model.id, words::typeName(row.type)) : tr("%1, %2, not ticked").arg(row.model.id, words::typeName(row.type));
        return {};
    case Type:
        if (role == Qt::DisplayRole)
            return QString(words::typeName(row.type) + u" ▾"_s);
        if (role == Qt::AccessibleTextRole)
            return words::typeName(row.type);
        return role == Qt::EditRole ? QVariant(int(row.type)) : QVariant();
    case PriceIn: return price(row.model.priceIn);
    case PriceOut: return price(row.model.priceOut);
    default: return {};
    }
}

bool ModelChoicesModel::setPrice(std::optional<double> &price, Model &model, const QString &text)
{
    if (text.trimmed().isEmpty()) {
        price.reset();
    } else {
        bool good = false;
        double value = QLocale().toDouble(text.trimmed(), &good);
        if (!good)
            value = QLocale::c().toDouble(text.trimmed(), &good);
        if (!good || !std::isfinite(value) || value < 0 || value > ranges::LargestPrice)
            return false;
        price = value;
    }
    model.currency = model.priceIn || model.priceOut ? m_currency : QString();
    return true;
}

bool ModelChoicesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    Row &row = m_rows[index.row()];
    bool good = false;
    if (index.column() == Name && role == Qt::CheckStateRole) {
        row.chosen = value.toInt() == Qt::Checked;
        good = true;
    } else if (index.column() == Type && role == Qt::EditRole) {
        const int type = value.toInt();
        good = type >= 0 && type < ModelTypeCount;
        if (good)
            row.type = ModelType(type);
    } else if (index.column() == PriceIn && role == Qt::EditRole) {
        good = setPrice(row.model.priceIn, row.model, value.toString());
    } else if (index.column() == PriceOut && role == Qt::EditRole) {
        good = setPrice(row.model.priceOut, row.model, value.toString());
    }
    if (good) {
        emit dataChanged(index, index);
        emit edited();
    }
    return good;
}

QVariant ModelChoicesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= PriceIn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section >= PriceIn)
        return section == PriceIn ? tr("Price of a million prompt tokens; optional") : tr("Price of a million answer tokens; optional");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Model");
    case Type: return tr("Type");
    case PriceIn: return tr("In /M");
    case PriceOut: return tr("Out /M");
    default: return {};
    }
}

Qt::ItemFlags ModelChoicesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Name ? flags | Qt::ItemIsUserCheckable : flags | Qt::ItemIsEditable;
}

void ModelChoicesModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

} // namespace understudy
