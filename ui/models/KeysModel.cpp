// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/KeysModel.h"

#include "configuration/DemoKey.h"
#include "words/KeyWords.h"
#include "words/LimitWords.h"
#include "words/Quantities.h"
#include "words/TypeWords.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QList<words::ChainMember> membersOf(const QList<CandidateFacts> &chain)
{
    QList<words::ChainMember> members;
    for (const CandidateFacts &facts : chain)
        members.append({facts.candidate.channel, facts.model.type, facts.origin == ProviderOrigin::BuiltIn});
    return members;
}

} // namespace

void KeysModel::load(const Console &console, const TestMemory &tests)
{
    const QList<LimitUse> limits = console.limits();
    QList<Row> now;
    for (const GatewayKey &key : console.configuration().keys) {
        Row row;
        row.key = key;
        row.key.secret = Secret();
        row.tail = key.secret.isEmpty() ? QString() : key.secret.masked();
        for (const Candidate &candidate : key.chain)
            row.chain.append(candidateFacts(console, tests, candidate));
        for (const LimitUse &use : limits) {
            if (use.of == LimitUse::Of::Key && use.id == key.id)
                row.limits.append(use);
        }
        now.append(row);
    }
    const auto has = [](const QList<Row> &rows, const QString &id) {
        return std::any_of(rows.cbegin(), rows.cend(), [&id](const Row &row) { return row.key.id == id; });
    };
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (has(now, m_rows[row].key.id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < now.size(); ++row) {
        if (row < m_rows.size() && m_rows[row].key.id == now[row].key.id) {
            if (!(m_rows[row] == now[row])) {
                m_rows[row] = now[row];
                changed(row);
            }
            continue;
        }
        if (const int old = rowOf(now[row].key.id); old >= 0) { // moved up by somebody: rare, two steps will do
            beginRemoveRows({}, old, old);
            m_rows.removeAt(old);
            endRemoveRows();
        }
        beginInsertRows({}, row, row);
        m_rows.insert(row, now[row]);
        endInsertRows();
    }
}

void KeysModel::setTraffic(const QHash<QString, KeyTraffic> &byKey)
{
    if (byKey == m_traffic)
        return;
    m_traffic = byKey;
    retranslate();
}

void KeysModel::setNow(const QDateTime &now)
{
    m_now = now;
    retranslate();
}

int KeysModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].key.id == id)
            return row;
    }
    return -1;
}

QString KeysModel::idAt(int row) const { return row >= 0 && row < m_rows.size() ? m_rows[row].key.id : QString(); }

void KeysModel::changed(int row) { emit dataChanged(index(row, 0), index(row, ColumnCount - 1)); }

void KeysModel::retranslate()
{
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const KeyTraffic traffic = m_traffic.value(row.key.id);
    switch (role) {
    case Qt::DisplayRole: return index.column() == Name ? row.key.name : QString();
    case Qt::ToolTipRole: {
        if (index.column() == Name)
            return row.key.description.isEmpty() ? row.key.name : row.key.name + u'\n' + row.key.description;
        if (index.column() == Week)
            return traffic.lastUsed.isValid() ? words::absolute(traffic.lastUsed) : QString();
        return index.column() == Actions ? QString() : sentence(row, index.column());
    }
    case Qt::AccessibleTextRole: return sentence(row, index.column());
    case IdRole: return row.key.id;
    case KeyRole: return QVariant::fromValue(row.key);
    case TailRole: return row.tail;
    case ChainRole: return QVariant::fromValue(row.chain);
    case WarningsRole: return words::chainWarnings(membersOf(row.chain));
    case StatusRole: return QVariant::fromValue(status(row));
    case LimitRole: {
        const LimitUse *nearest = tightest(row.limits, LimitUse::Of::Key, row.key.id);
        return nearest && nearest->used > 0 ? QVariant::fromValue(*nearest) : QVariant();
    }
    case TrafficRole: return QVariant::fromValue(traffic);
    case MostRequestsRole: {
        qint64 most = 0;
        for (const KeyTraffic &other : m_traffic)
            most = std::max(most, other.weekRequests);
        return most;
    }
    case DemoRole: return isDemoKey(row.key);
    default: return {};
    }
}

/// What the gateway counts is ahead of the ledger, and knows of requests and free tokens too.
Status KeysModel::status(const Row &row) const
{
    const KeyTraffic traffic = m_traffic.value(row.key.id);
    Status status = words::keyStatus(row.key, traffic.dayTokens, traffic.monthTokens, m_now);
    const LimitUse *nearest = tightest(row.limits, LimitUse::Of::Key, row.key.id);
    if (status.tone != Tone::Good || !nearest)
        return status;
    const QString all = words::limitsText(row.limits, LimitUse::Of::Key, row.key.id);
    switch (limitLevel(*nearest)) {
    case LimitLevel::Fine: status.sentence += u"\n"_s + all; break;
    case LimitLevel::Near: return {u"▲"_s, tr("Near limit"), Tone::Caution, tr("Near a limit: %1").arg(all)};
    case LimitLevel::Reached: // used up free tokens stop the built-in models alone
        if (nearest->kind == LimitKind::FreeTokens)
            return {u"▲"_s, tr("Near limit"), Tone::Caution, tr("Near a limit: %1").arg(all)};
        return {u"▲"_s, words::overLimit(), Tone::Bad, tr("Over its limit: %1").arg(all)};
    }
    return status;
}

QString KeysModel::sentence(const Row &row, int column) const
{
    const KeyTraffic traffic = m_traffic.value(row.key.id);
    switch (column) {
    case Name: return row.tail.isEmpty() ? row.key.name : tr("%1, key %2").arg(row.key.name, row.tail);
    case Chain: {
        QStringList models;
        for (int i = 0; i < row.chain.size(); ++i)
            models.append(row.chain[i].name());
        return QStringList{tr("Call order: %1").arg(models.join(tr(", then ")))}.join(QString()) + [&] {
            const QStringList warnings = words::chainWarnings(membersOf(row.chain));
            return warnings.isEmpty() ? QString() : u". "_s + warnings.join(u". "_s);
        }();
    }
    case State: return status(row).sentence;
    case Week: {
        const QString requests = tr("%n request(s) in the last 7 days", nullptr, int(traffic.weekRequests));
        return traffic.lastUsed.isValid() ? tr("%1, last used %2").arg(requests, words::ago(traffic.lastUsed, m_now)) : requests;
    }
    case Actions: return tr("Actions for %1").arg(row.key.name);
    default: return {};
    }
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Chain: return tr("Call order");
    case State: return tr("State");
    case Week: return tr("Last 7 days");
    case Actions: return tr("Actions");
    default: return {};
    }
}

} // namespace understudy
