// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ProviderUsageModel.h"

#include "domain/Provider.h"
#include "words/Quantities.h"
#include "words/TypeWords.h"

namespace understudy {

using namespace Qt::StringLiterals;

void ProviderUsageModel::setRows(const QList<ProviderUsage> &rows, const QHash<QString, QString> &names)
{
    if (rows == m_rows && names == m_names)
        return;
    beginResetModel();
    m_rows = rows;
    m_names = names;
    endResetModel();
}

void ProviderUsageModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString ProviderUsageModel::nameOf(const ProviderUsage &row) const
{
    return row.provider == BuiltInChannelId ? words::builtInName() : m_names.value(row.provider, row.provider);
}

QString ProviderUsageModel::text(const ProviderUsage &row, int column) const
{
    const bool nothingKnown = row.attempts > 0 && row.unknownAttempts == row.attempts;
    const auto tokens = [&](qint64 known) { return nothingKnown ? tr("unknown") : words::count(known); };
    switch (column) {
    case Provider: return nameOf(row);
    case Attempts: return words::count(row.attempts);
    case Failed: return words::count(row.failedAttempts);
    case Unknown: return words::count(row.unknownAttempts);
    case Prompt: return tokens(row.tokens.prompt);
    case Completion: return tokens(row.tokens.completion);
    case Total: return tokens(row.tokens.total);
    default: return {};
    }
}

QString ProviderUsageModel::sentence(const ProviderUsage &row) const
{
    QString said = tr("%1: %n attempt(s), %2 failed, %3 tokens known", nullptr, int(row.attempts))
                       .arg(nameOf(row), words::count(row.failedAttempts), words::count(row.tokens.total));
    if (row.unknownAttempts > 0)
        said += u". "_s + tr("The tokens of %n attempt(s) are unknown: the provider reported none and may still bill them", nullptr, int(row.unknownAttempts));
    return said;
}

QVariant ProviderUsageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ProviderUsage &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return sentence(row);
    case Qt::AccessibleTextRole: return index.column() == Provider ? sentence(row) : text(row, index.column());
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (index.column() == Provider ? Qt::AlignLeft : Qt::AlignRight));
    default: return {};
    }
}

QVariant ProviderUsageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Provider ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Attempts: return tr("Calls to this provider, also those whose answer no client got");
        case Failed: return tr("Calls that ended otherwise than with an answer; calls that their client left are not among them");
        case Unknown: return tr("Calls whose tokens nobody reported. They are unknown, not 0, and are missing in the sums");
        case Prompt:
        case Completion:
        case Total: return tr("Tokens of all calls, as far as they were reported or could be estimated");
        default: return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Provider: return tr("Provider");
    case Attempts: return tr("Attempts");
    case Failed: return tr("Failed");
    case Unknown: return tr("Unknown");
    case Prompt: return tr("Prompt");
    case Completion: return tr("Completion");
    case Total: return tr("Total tokens");
    default: return {};
    }
}

} // namespace understudy
