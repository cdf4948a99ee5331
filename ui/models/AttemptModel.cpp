// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/AttemptModel.h"

#include "words/Quantities.h"
#include "words/RecordWords.h"
#include "words/TypeWords.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

void AttemptModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void AttemptModel::setAttempts(const QList<AttemptRecord> &attempts)
{
    beginResetModel();
    m_rows.clear();
    for (const AttemptRecord &attempt : attempts)
        m_rows.append({attempt, false});
    endResetModel();
}

void AttemptModel::begin(const AttemptRecord &attempt)
{
    const int row = int(m_rows.size());
    beginInsertRows({}, row, row);
    m_rows.append({attempt, true});
    m_rows.last().attempt.endedMs = attempt.startedMs;
    m_rows.last().attempt.outcome = Outcome::Answered; // not known yet; nothing shows it while it runs
    endInsertRows();
}

void AttemptModel::end(const AttemptRecord &attempt)
{
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (m_rows[row].attempt.index != attempt.index)
            continue;
        m_rows[row] = {attempt, false};
        emit dataChanged(index(row), index(row));
        return;
    }
    begin(attempt);
    m_rows.last() = {attempt, false};
    emit dataChanged(index(int(m_rows.size()) - 1), index(int(m_rows.size()) - 1));
}

void AttemptModel::noteOutput(qint64 ms)
{
    const std::optional<int> row = running();
    if (!row || m_rows[*row].attempt.firstOutputMs)
        return;
    m_rows[*row].attempt.firstOutputMs = ms;
    noteTime(ms);
}

void AttemptModel::noteTime(qint64 ms)
{
    if (const std::optional<int> row = running()) {
        m_rows[*row].attempt.endedMs = std::max(m_rows[*row].attempt.endedMs, ms);
        emit dataChanged(index(*row), index(*row));
    }
}

void AttemptModel::stop()
{
    if (const std::optional<int> row = running()) {
        m_rows[*row].running = false;
        m_rows[*row].attempt.outcome = Outcome::ClientGone;
        emit dataChanged(index(*row), index(*row));
    }
}

bool AttemptModel::anyRunning() const { return running().has_value(); }

std::optional<int> AttemptModel::running() const
{
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (m_rows[row].running)
            return row;
    }
    return std::nullopt;
}

qint64 AttemptModel::endMs() const
{
    qint64 end = 0;
    for (const Row &row : m_rows)
        end = std::max(end, row.attempt.endedMs);
    return end;
}

int AttemptModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant AttemptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return words::modelName(row.attempt.model);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return sentence(row);
    case RunningRole: return row.running;
    default: return {};
    }
}

void AttemptModel::retranslate()
{
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
}

QString AttemptModel::sentence(const Row &row) const
{
    const AttemptRecord &attempt = row.attempt;
    if (!row.running)
        return tr("Attempt %1: %2").arg(attempt.index + 1).arg(words::attemptText(attempt));
    return tr("Attempt %1: %2 (%3) is being called.").arg(attempt.index + 1).arg(attempt.channel + u'/' + words::modelName(attempt.model), words::position(attempt.position));
}

} // namespace understudy
