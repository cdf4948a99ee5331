// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/KeyUsageModel.h"

#include "words/Quantities.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

QList<KeyUsageRow> keyUsageRows(const UsageSummary &period, const std::optional<UsageSummary> &ever, const QList<KeyAllowance> &configured)
{
    const auto freeEver = [&ever](const QString &id) -> std::optional<qint64> {
        if (!ever)
            return std::nullopt;
        for (const KeyUsage &key : ever->byKey) {
            if (key.keyId == id)
                return key.freeTokensUsed;
        }
        return 0;
    };
    QList<KeyUsageRow> rows;
    for (const KeyUsage &key : period.byKey) {
        const auto known = std::find_if(configured.begin(), configured.end(), [&key](const KeyAllowance &one) { return one.id == key.keyId; });
        const bool exists = known != configured.end();
        if (key.requests > 0 || (exists && freeEver(key.keyId).value_or(0) > 0))
            rows.append({key, freeEver(key.keyId), exists ? std::optional<qint64>(known->freeTokens) : std::nullopt});
    }
    for (const KeyAllowance &key : configured) {
        const bool there = std::any_of(period.byKey.begin(), period.byKey.end(), [&key](const KeyUsage &one) { return one.keyId == key.id; });
        if (!there && freeEver(key.id).value_or(0) > 0)
            rows.append({{key.id, key.name, 0, {}, 0}, freeEver(key.id), key.freeTokens});
    }
    std::sort(rows.begin(), rows.end(), [](const KeyUsageRow &a, const KeyUsageRow &b) { return a.period.keyName.localeAwareCompare(b.period.keyName) < 0; });
    return rows;
}

void KeyUsageModel::setRows(const QList<KeyUsageRow> &rows, const UsageLink &link)
{
    if (rows == m_rows && link == m_link)
        return;
    beginResetModel();
    m_rows = rows;
    m_link = link;
    endResetModel();
}

void KeyUsageModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString KeyUsageModel::freeTokens(const KeyUsageRow &row, bool sentence) const
{
    if (!row.freeTokensEver)
        return sentence ? tr("Free tokens used by this key: not known yet") : tr("…");
    const QString used = words::count(*row.freeTokensEver);
    if (!row.allowance)
        return sentence ? tr("%1 free tokens used; the key has been deleted").arg(used) : used;
    const QString of = words::count(*row.allowance);
    if (!sentence)
        return tr("%1 of %2").arg(used, of);
    return tr("%1 of %2 free tokens used since the key was made; %3 of them in this period").arg(used, of, words::count(row.period.freeTokensUsed));
}

/// Free tokens are counted since the key was made: no period of the log holds them.
UsageLink KeyUsageModel::linkOf(const QModelIndex &index) const
{
    const KeyUsage &key = m_rows[index.row()].period;
    if (key.requests == 0 || index.column() == FreeTokens)
        return {};
    const UsageLink all = m_link.of(UsageBy::Key, key.keyId);
    if (index.column() == Key || index.column() == Requests)
        return all;
    return key.tokens.total > 0 || key.unknownAnswers > 0 ? all.called().thatEnded({QString(word(ExchangeStatus::Answered))}) : UsageLink();
}

QVariant KeyUsageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const KeyUsageRow &row = m_rows[index.row()];
    // That some are unknown stands at the sum.
    const auto tokens = [&key = row.period](qint64 count, bool sum) {
        const bool known = key.tokens.total > 0 || key.answers > key.unknownAnswers;
        return words::tokenSum({count, known, sum || !known ? key.unknownAnswers : 0, key.estimatedAnswers});
    };
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Key: return row.period.keyName.isEmpty() ? row.period.keyId : row.period.keyName;
        case Requests: return words::count(row.period.requests);
        case Prompt: return tokens(row.period.tokens.prompt, false);
        case Completion: return tokens(row.period.tokens.completion, false);
        case Total: return tokens(row.period.tokens.total, true);
        case FreeTokens: return freeTokens(row, false);
        }
        return {};
    case Qt::ToolTipRole:
        if (index.column() == FreeTokens)
            return freeTokens(row, true);
        return linkOf(index).text().isEmpty() ? QVariant() : QVariant(tr("Show these requests"));
    case Qt::AccessibleDescriptionRole: return index.column() == FreeTokens ? QVariant() : data(index, Qt::ToolTipRole);
    case FilterRole: return linkOf(index).text();
    case Qt::AccessibleTextRole: return index.column() == FreeTokens ? freeTokens(row, true) : data(index, Qt::DisplayRole).toString();
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (index.column() == Key || index.column() == FreeTokens ? Qt::AlignLeft : Qt::AlignRight));
    case KeyIdRole: return row.period.keyId;
    case PartRole:
        if (index.column() == FreeTokens && row.freeTokensEver && row.allowance && *row.allowance > 0)
            return std::clamp(double(*row.freeTokensEver) / double(*row.allowance), 0.0, 1.0);
        return {};
    default: return {};
    }
}

QVariant KeyUsageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Key || section == FreeTokens ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Requests: return tr("Requests that ended in this period, answers from the cache included, drills not");
        case Prompt:
        case Completion:
        case Total: return tr("Tokens of the answers that clients got; failed attempts are counted by provider");
        case FreeTokens: return tr("Tokens drawn from the allowance for built-in models since the key was made");
        default: return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Key: return tr("Gateway access key");
    case Requests: return tr("Requests");
    case Prompt: return tr("Prompt");
    case Completion: return tr("Completion");
    case Total: return tr("Total tokens");
    case FreeTokens: return tr("Free tokens used");
    default: return {};
    }
}

} // namespace understudy
