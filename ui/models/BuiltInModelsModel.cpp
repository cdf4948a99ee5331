// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/BuiltInModelsModel.h"

#include "catalog/Catalogue.h"
#include "console/Console.h"
#include "models/ProvidersModel.h"
#include "words/Health.h"
#include "words/TypeWords.h"

namespace understudy {

using namespace Qt::StringLiterals;

BuiltInModelsModel::BuiltInModelsModel(Console &console, QObject *parent) : QAbstractTableModel(parent), m_console(console) { m_rows = rows(); }

QList<BuiltInModelsModel::Row> BuiltInModelsModel::rows() const
{
    const QList<CandidateHealth> breakers = m_console.health();
    const QList<ExchangeRecord> recent = m_console.recent();
    QList<Row> rows;
    const auto add = [&](const QString &channel, const QString &source, const Model &model) {
        Row row{channel, source, model, false, {}};
        const DemoModel *demo = channel == BuiltInChannelId ? m_console.catalogue().demo().model(model.id) : nullptr;
        row.fails = demo && demo->fault;
        row.status = row.fails ? Status{u"✕"_s, tr("Fails on purpose"), Tone::Muted, tr("Answers every request with an error, to watch a failover")}
                               : words::healthStatus(words::healthOf(channel, model.id, {false, &breakers, &recent, {}, true}));
        rows.append(row);
    };
    for (const Model &model : m_console.catalogue().builtIn().models)
        add(BuiltInChannelId, {}, model);
    for (const Provider &runtime : m_console.localRuntimes()) {
        for (const Model &model : runtime.models)
            add(runtime.id, runtime.name, model);
    }
    return rows;
}

void BuiltInModelsModel::update()
{
    QList<Row> now = rows();
    if (now == m_rows)
        return;
    if (now.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(now);
        endResetModel();
        return;
    }
    m_rows = std::move(now);
    emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

QVariant BuiltInModelsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    const QString source = row.source.isEmpty() ? tr("Inside this program") : row.source;
    switch (role) {
    case ChannelRole: return row.channel;
    case ModelRole: return row.model.id;
    case DetailRole: return row.model.id;
    case StatusRole: return QVariant::fromValue(row.status);
    case FailsRole: return row.fails;
    case Qt::ToolTipRole: return index.column() == Name ? QVariant(row.model.id) : index.column() == HealthColumn ? QVariant(row.status.sentence) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == Name)
            return tr("%1, %2, %3, %4").arg(words::modelName(row.model.id), source, words::typeName(row.model.type), row.status.sentence.isEmpty() ? row.status.word : row.status.sentence);
        return data(index, Qt::DisplayRole);
    case Qt::DisplayRole:
        switch (index.column()) {
        case Name: return words::modelName(row.model.id);
        case Source: return source;
        case Type: return words::typeName(row.model.type);
        case HealthColumn: return row.status.word;
        default: return {};
        }
    default: return {};
    }
}

QVariant BuiltInModelsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Model");
    case Source: return tr("Runs");
    case Type: return tr("Type");
    case HealthColumn: return tr("Health");
    default: return {};
    }
}

FreeTokens freeTokensOf(const QList<GatewayKey> &keys, const UsageSummary &usage, const QStringList &builtInChannels)
{
    FreeTokens all;
    for (const GatewayKey &key : keys) {
        FreeTokens::Key entry{key.id, key.name, 0, key.freeTokens};
        for (const KeyUsage &used : usage.byKey) {
            if (used.keyId == key.id)
                entry.used = used.freeTokensUsed;
        }
        const bool draws = std::any_of(key.chain.cbegin(), key.chain.cend(), [&](const Candidate &candidate) { return builtInChannels.contains(candidate.channel); });
        if (!draws && entry.used == 0)
            continue;
        all.keys.append(entry);
        all.used += entry.used;
        all.allowance += entry.allowance;
    }
    std::stable_sort(all.keys.begin(), all.keys.end(), [](const FreeTokens::Key &a, const FreeTokens::Key &b) { return a.part() > b.part(); });
    return all;
}

} // namespace understudy
