// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/AttemptTable.h"

#include "words/Quantities.h"
#include "words/RecordWords.h"
#include "words/TypeWords.h"

namespace understudy {

using namespace Qt::StringLiterals;

void AttemptTable::show(const ExchangeRecord &record)
{
    beginResetModel();
    m_attempts = record.attempts;
    m_skipped = record.skipped;
    endResetModel();
}

void AttemptTable::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString AttemptTable::channel(int row) const
{
    return row < m_attempts.size() ? m_attempts[row].channel : m_skipped[row - m_attempts.size()].channel;
}

int AttemptTable::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_attempts.size() + m_skipped.size()); }

QString AttemptTable::text(const AttemptRecord &attempt, int column) const
{
    switch (column) {
    case Number: return words::count(attempt.index + 1);
    case Model: return u"%1/%2"_s.arg(attempt.channel, words::shortModelName(attempt.model));
    case Outcome: return words::outcomeName(attempt.outcome);
    case Code: return attempt.httpStatus ? QString::number(attempt.httpStatus) : u"–"_s;
    case Started: return words::duration(attempt.startedMs);
    case FirstOutput: return attempt.firstOutputMs ? words::duration(*attempt.firstOutputMs - attempt.startedMs) : u"–"_s;
    case Took: return words::duration(attempt.endedMs - attempt.startedMs);
    case Tokens: return attempt.outcome != understudy::Outcome::Answered && !attempt.usage.total() ? u"–"_s : words::tokens(attempt.usage.total(), attempt.provenance);
    case Then: return words::decisionText(attempt);
    default: return {};
    }
}

QString AttemptTable::text(const SkippedCandidate &skipped, int column) const
{
    switch (column) {
    case Number: return u"○"_s;
    case Model: return u"%1/%2"_s.arg(skipped.channel, words::shortModelName(skipped.model));
    case Outcome: return tr("Not called");
    case Then: return words::skipText(skipped.reason);
    default: return u"–"_s;
    }
}

QVariant AttemptTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool called = index.row() < m_attempts.size();
    const auto cell = [&] { return called ? text(m_attempts[index.row()], index.column()) : text(m_skipped[index.row() - m_attempts.size()], index.column()); };
    switch (role) {
    case Qt::DisplayRole: return cell();
    case Qt::ToolTipRole:
        if (index.column() == Model)
            return called ? m_attempts[index.row()].model : m_skipped[index.row() - m_attempts.size()].model;
        return called && index.column() == Outcome ? words::attemptText(m_attempts[index.row()]) : cell();
    case Qt::TextAlignmentRole: {
        const bool number = index.column() >= Code && index.column() <= Tokens;
        return int(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    }
    default: return {};
    }
}

QVariant AttemptTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section >= Code && section <= Tokens ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number: return u"#"_s;
    case Model: return tr("Model");
    case Outcome: return tr("Outcome");
    case Code: return tr("Code");
    case Started: return tr("Began at");
    case FirstOutput: return tr("First");
    case Took: return tr("Took");
    case Tokens: return tr("Tokens");
    case Then: return tr("Then");
    default: return {};
    }
}

} // namespace understudy
