// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/LogModel.h"

#include "words/Quantities.h"
#include "words/RecordWords.h"
#include "words/TypeWords.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// The mark of the result beside what the client got; the word where it got no status at all.
Status resultOf(const ExchangeRecord &record)
{
    Status status = words::statusOf(record);
    if (status.sentence.isEmpty())
        status.sentence = status.word;
    if (record.httpStatus)
        status.word = QString::number(record.httpStatus);
    return status;
}

bool isNumber(int column) { return column == LogModel::Duration || column == LogModel::FirstOutput || column == LogModel::Tokens; }

} // namespace

LogModel::LogModel(int capacity, QObject *parent) : QAbstractTableModel(parent), m_capacity(capacity) {}

int LogModel::follow(const QList<ExchangeRecord> &newestFirst)
{
    qsizetype fresh = 0;
    while (fresh < newestFirst.size() && fresh < m_capacity && !m_ids.contains(newestFirst[fresh].id))
        ++fresh;
    if (fresh == 0 && !newestFirst.isEmpty())
        return 0;
    if (m_records.empty() || fresh == std::min<qsizetype>(m_capacity, newestFirst.size())) {
        // A gap between what is shown and what is known would be a lie.
        if (m_records.empty() && newestFirst.isEmpty())
            return 0;
        const QList<ExchangeRecord> kept = pinnedOnes();
        beginResetModel();
        m_records.assign(newestFirst.begin(), newestFirst.begin() + std::min<qsizetype>(newestFirst.size(), m_capacity));
        m_ids.clear();
        for (const ExchangeRecord &record : m_records)
            m_ids.insert(record.id);
        addBack(kept);
        endResetModel();
        return int(fresh);
    }
    beginInsertRows({}, 0, int(fresh) - 1);
    for (qsizetype i = fresh - 1; i >= 0; --i) {
        m_records.push_front(newestFirst[i]);
        m_ids.insert(newestFirst[i].id);
    }
    endInsertRows();
    trim();
    return int(fresh);
}

void LogModel::trim()
{
    const int rows = int(m_records.size());
    if (rows <= m_capacity)
        return;
    for (int row = rows - 1; row >= 0 && int(m_records.size()) > m_capacity; --row) {
        const QString id = m_records[size_t(row)].id;
        if (m_pinned.contains(id))
            continue;
        beginRemoveRows({}, row, row);
        m_ids.remove(id);
        m_records.erase(m_records.begin() + row);
        endRemoveRows();
    }
}

QList<ExchangeRecord> LogModel::pinnedOnes() const
{
    QList<ExchangeRecord> kept;
    if (m_pinned.isEmpty())
        return kept;
    for (const ExchangeRecord &record : m_records) {
        if (m_pinned.contains(record.id))
            kept.append(record);
    }
    return kept;
}

void LogModel::addBack(const QList<ExchangeRecord> &pinned)
{
    for (const ExchangeRecord &record : pinned) {
        if (m_ids.contains(record.id))
            continue;
        m_records.push_back(record);
        m_ids.insert(record.id);
    }
}

void LogModel::setPinned(const QString &id, bool pinned)
{
    const int row = rowOf(id);
    if (row < 0 || pinned == m_pinned.contains(id))
        return;
    if (pinned)
        m_pinned.insert(id);
    else
        m_pinned.remove(id);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

std::optional<FilterTerm> LogModel::filterTerm(int row, int column) const
{
    const ExchangeRecord *one = record(row);
    if (!one)
        return std::nullopt;
    const auto exactly = [](FilterField field, const QString &value) -> std::optional<FilterTerm> {
        if (value.isEmpty())
            return std::nullopt;
        return FilterTerm{field, FilterOperator::Exactly, false, {value}, {}};
    };
    switch (column) {
    case Key: return exactly(FilterField::Key, one->keyName);
    case Asked: return exactly(FilterField::Model, one->askedModel);
    case Chain: return exactly(FilterField::Channel, one->servedChannel.isEmpty() && !one->attempts.isEmpty() ? one->attempts.last().channel : one->servedChannel);
    case Result: return FilterTerm{FilterField::Status, FilterOperator::Is, false, {one->httpStatus ? QString::number(one->httpStatus) : QString(word(one->status))}, {}};
    case Duration: return FilterTerm{FilterField::Duration, FilterOperator::GreaterOrEqual, false, {u"%1ms"_s.arg(one->durationMs)}, {one->durationMs}};
    case FirstOutput:
        if (one->firstOutputMs)
            return FilterTerm{FilterField::First, FilterOperator::GreaterOrEqual, false, {u"%1ms"_s.arg(*one->firstOutputMs)}, {*one->firstOutputMs}};
        return std::nullopt;
    case Tokens:
        if (const std::optional<qint64> total = one->usage.total())
            return FilterTerm{FilterField::Tokens, FilterOperator::GreaterOrEqual, false, {QString::number(*total)}, {*total}};
        return std::nullopt;
    default: return std::nullopt;
    }
}

int LogModel::appendOlder(const QList<ExchangeRecord> &newestFirst)
{
    QList<ExchangeRecord> fresh;
    for (const ExchangeRecord &record : newestFirst) {
        if (!m_ids.contains(record.id) && int(m_records.size() + fresh.size()) < MostRows)
            fresh.append(record);
    }
    if (fresh.isEmpty())
        return 0;
    beginInsertRows({}, int(m_records.size()), int(m_records.size() + fresh.size()) - 1);
    for (const ExchangeRecord &record : std::as_const(fresh)) {
        m_records.push_back(record);
        m_ids.insert(record.id);
    }
    m_capacity = std::max(m_capacity, int(m_records.size()));
    endInsertRows();
    return int(fresh.size());
}

void LogModel::insertByTime(const ExchangeRecord &exchange)
{
    if (m_ids.contains(exchange.id))
        return;
    const auto place = std::find_if(m_records.begin(), m_records.end(), [&exchange](const ExchangeRecord &other) { return other.time <= exchange.time; });
    const int row = int(place - m_records.begin());
    beginInsertRows({}, row, row);
    m_records.insert(place, exchange);
    m_ids.insert(exchange.id);
    m_capacity = std::max(m_capacity, int(m_records.size()));
    endInsertRows();
}

void LogModel::restart(const QList<ExchangeRecord> &newestFirst)
{
    const QList<ExchangeRecord> kept = pinnedOnes();
    beginResetModel();
    m_records.assign(newestFirst.begin(), newestFirst.end());
    m_ids.clear();
    for (const ExchangeRecord &record : m_records)
        m_ids.insert(record.id);
    addBack(kept);
    endResetModel();
}

const ExchangeRecord *LogModel::record(int row) const
{
    return row >= 0 && row < int(m_records.size()) ? &m_records[size_t(row)] : nullptr;
}

int LogModel::rowOf(const QString &id) const
{
    if (!m_ids.contains(id))
        return -1;
    const auto found = std::find_if(m_records.begin(), m_records.end(), [&id](const ExchangeRecord &record) { return record.id == id; });
    return int(found - m_records.begin());
}

const ExchangeRecord *LogModel::find(const QString &id) const { return record(rowOf(id)); }

void LogModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_records.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString LogModel::text(const ExchangeRecord &record, int column) const
{
    switch (column) {
    case Time: {
        const QDateTime time = words::toDateTime(record.time);
        if (m_pinned.contains(record.id))
            return u"▸ "_s + words::clockTime(time);
        return time.date() == QDate::currentDate() ? words::clockTime(time) : QLocale().toString(time, tr("d MMM HH:mm", "time of an earlier day in a narrow column"));
    }
    case Key: return record.keyName;
    case Asked: return record.askedModel.isEmpty() ? tr("none") : words::modelName(record.askedModel);
    case Chain: return words::chipsText(words::chips(record));
    case Result: {
        const Status status = resultOf(record);
        return status.mark + u' ' + status.word;
    }
    case Duration: return words::duration(record.durationMs);
    case FirstOutput: return record.firstOutputMs ? words::duration(*record.firstOutputMs) : u"–"_s;
    case Tokens:
        // Of an answer from the cache and of none at all there is no count; of one without a report it is unknown.
        if (record.kind == ExchangeKind::Cache || record.status == ExchangeStatus::Failed)
            return u"–"_s;
        return words::tokens(record.usage.total(), record.provenance);
    default: return {};
    }
}

QString LogModel::toolTip(const ExchangeRecord &record, int column) const
{
    switch (column) {
    case Time: return words::absolute(words::toDateTime(record.time)) + (m_pinned.contains(record.id) ? u'\n' + tr("Pinned: stays on top until the program ends") : QString());
    case Key: return record.keyName;
    case Asked: return record.askedModel;
    case Result: return resultOf(record).sentence;
    case Chain: return words::rowSentence(record);
    default: return {};
    }
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ExchangeRecord &record = m_records[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(record, index.column());
    case Qt::ToolTipRole: return toolTip(record, index.column());
    case Qt::AccessibleTextRole:
        switch (index.column()) {
        case Chain: return words::rowSentence(record);
        case Result: return resultOf(record).sentence;
        default: return text(record, index.column());
        }
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case IdRole: return record.id;
    case KeyIdRole: return record.keyId;
    case ChipsRole: return QVariant::fromValue(words::chips(record));
    case StatusRole: return QVariant::fromValue(resultOf(record));
    default: return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Chain: return tr("Every attempt in order: ✕ failed, ⟳ tried again, ⇢ on to the next model, ✓ answered");
        case FirstOutput: return tr("Time to the first meaningful output of the answer");
        case Tokens: return tr("Tokens of the answer as the client was told; ≈ estimated");
        default: return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Key: return tr("Key");
    case Asked: return tr("Asked for");
    case Chain: return tr("Chain");
    case Result: return tr("Result");
    case Duration: return tr("Duration");
    case FirstOutput: return tr("First");
    case Tokens: return tr("Tokens");
    default: return {};
    }
}

QString LogModel::rowText(int row) const
{
    const ExchangeRecord *one = record(row);
    if (!one)
        return {};
    QStringList cells{words::absolute(words::toDateTime(one->time))};
    for (int column = Key; column < ColumnCount; ++column)
        cells.append(text(*one, column));
    cells.append(one->id);
    return cells.join(u'\t');
}

} // namespace understudy
