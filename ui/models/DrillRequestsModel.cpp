// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DrillRequestsModel.h"

#include "theme/Marks.h"
#include "words/Quantities.h"
#include "words/RecordWords.h"
#include "words/TypeWords.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

void DrillRequestsModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_places.clear();
    endResetModel();
}

DrillRequestsModel::Row &DrillRequestsModel::rowFor(int request)
{
    const auto known = m_places.constFind(request);
    if (known != m_places.cend())
        return m_rows[*known];
    const int row = int(m_rows.size());
    beginInsertRows({}, row, row);
    m_places.insert(request, row);
    Row fresh;
    fresh.request = request;
    fresh.heard.start();
    m_rows.append(fresh);
    endInsertRows();
    return m_rows.last();
}

void DrillRequestsModel::changed(int request)
{
    const int row = m_places.value(request);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void DrillRequestsModel::begin(int request, const AttemptRecord &attempt)
{
    Row &row = rowFor(request);
    row.running = attempt;
    row.heardMs = attempt.startedMs;
    row.heard.start();
    changed(request);
}

void DrillRequestsModel::end(int request, const AttemptRecord &attempt)
{
    Row &row = rowFor(request);
    if (row.running && row.running->index == attempt.index)
        row.running.reset();
    row.ended.append(attempt);
    row.heardMs = attempt.endedMs;
    row.heard.start();
    changed(request);
}

void DrillRequestsModel::finish(const DrillExchange &exchange)
{
    Row &row = rowFor(exchange.number);
    row.exchange = exchange;
    row.running.reset();
    changed(exchange.number);
}

void DrillRequestsModel::stop()
{
    for (Row &row : m_rows) {
        if (row.exchange)
            continue;
        row.stopped = true;
        row.running.reset();
    }
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

ExchangeRecord DrillRequestsModel::record(int row) const
{
    const Row &one = m_rows[row];
    if (one.exchange)
        return one.exchange->record;
    ExchangeRecord record;
    record.kind = ExchangeKind::Drill;
    record.attempts = one.ended;
    return record;
}

std::optional<AttemptRecord> DrillRequestsModel::runningAttempt(int row) const { return m_rows[row].running; }

qint64 DrillRequestsModel::presentMs(int row) const
{
    const Row &one = m_rows[row];
    return one.heardMs + (one.running ? one.heard.elapsed() : 0);
}

int DrillRequestsModel::finished() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.exchange.has_value(); }));
}

namespace {

QList<Chip> chipsOf(const ExchangeRecord &record, const std::optional<AttemptRecord> &running, const QString &sentence)
{
    QList<Chip> chips = words::chips(record);
    if (!running)
        return chips;
    if (!record.attempts.isEmpty() && record.attempts.last().position != running->position)
        chips.append({u"⇢"_s, {}, Tone::Muted, {}});
    chips.append({u"…"_s, words::shortModelName(running->model), Tone::Accent, sentence});
    return chips;
}

} // namespace

QString DrillRequestsModel::text(const Row &row, int column) const
{
    const auto ms = [](const std::optional<qint64> &time) { return time ? words::duration(*time) : u"–"_s; };
    switch (column) {
    case Number: return words::count(row.request + 1);
    case Chain: return words::chipsText(chipsOf(record(m_places.value(row.request)), row.running, {}));
    case Result: {
        const Status status = data(index(m_places.value(row.request), Result), StatusRole).value<Status>();
        return status.mark + u' ' + status.word;
    }
    case Duration: return row.exchange ? words::duration(row.exchange->durationMs) : u"…"_s;
    case FirstOutput: return row.exchange ? ms(row.exchange->firstOutputMs) : u"…"_s;
    case Tokens:
        if (!row.exchange)
            return u"…"_s;
        return row.exchange->complete ? words::tokens(row.exchange->record.usage.total(), row.exchange->record.provenance) : u"–"_s;
    default: return {};
    }
}

QString DrillRequestsModel::sentence(const Row &row) const
{
    if (row.exchange && !row.exchange->complete && !row.exchange->error.isEmpty())
        return tr("Request %1: %2. Its client was told: %3").arg(row.request + 1).arg(words::rowSentence(row.exchange->record), row.exchange->error);
    if (row.exchange)
        return tr("Request %1: %2").arg(row.request + 1).arg(words::rowSentence(row.exchange->record));
    return row.stopped ? tr("Request %1 was stopped").arg(row.request + 1) : tr("Request %1 is running").arg(row.request + 1);
}

QVariant DrillRequestsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return index.column() == Chain || index.column() == Result ? sentence(row) : QString();
    case Qt::AccessibleTextRole: return index.column() == Chain || index.column() == Result ? sentence(row) : text(row, index.column());
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (index.column() == Chain || index.column() == Result ? Qt::AlignLeft : Qt::AlignRight));
    case ChipsRole: return QVariant::fromValue(chipsOf(record(index.row()), row.running, sentence(row)));
    case StatusRole: {
        if (!row.exchange)
            return QVariant::fromValue(row.stopped ? Status{u"○"_s, tr("Stopped"), Tone::Muted, sentence(row)} : Status{u"…"_s, tr("running"), Tone::Accent, sentence(row)});
        Status status = words::statusOf(row.exchange->record);
        status.word = row.exchange->complete || row.exchange->httpStatus != 200 ? QString::number(row.exchange->httpStatus) : tr("broken off");
        if (!row.exchange->httpStatus)
            status.word = tr("no answer");
        status.sentence = sentence(row);
        return QVariant::fromValue(status);
    }
    default: return {};
    }
}

QVariant DrillRequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Chain || section == Result ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number: return tr("No.");
    case Chain: return tr("Chain");
    case Result: return tr("Result");
    case Duration: return tr("Duration");
    case FirstOutput: return tr("First");
    case Tokens: return tr("Tokens");
    default: return {};
    }
}

void DrillRequestsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace understudy
