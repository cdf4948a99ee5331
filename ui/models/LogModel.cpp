// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/LogModel.h"

#include "words/Quantities.h"
#include "words/RecordWords.h"
#include "words/TypeWords.h"

#include <QThreadPool>

#include <algorithm>
#include <memory>

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

LogModel::LogModel(int capacity, QObject *parent) : QAbstractTableModel(parent), m_atFirst(capacity), m_capacity(capacity) {}

/// The ledger gives each row texts of its own; a hundred thousand of them would be most of the memory.
QString LogModel::shared(const QString &text)
{
    constexpr qsizetype most = 20'000; // error texts may all be different
    if (text.isEmpty())
        return text;
    if (const auto known = m_texts.constFind(text); known != m_texts.cend())
        return *known;
    if (m_texts.size() < most)
        m_texts.insert(text);
    return text;
}

void LogModel::take(const ExchangeRecord &exchange, int row)
{
    ExchangeRecord &made = *m_records.insert(m_records.begin() + row, exchange);
    for (QString *text : {&made.keyId, &made.keyName, &made.askedModel, &made.servedChannel, &made.servedModel, &made.errorCode, &made.userAgent})
        *text = shared(*text);
    for (AttemptRecord &attempt : made.attempts) {
        for (QString *text : {&attempt.channel, &attempt.model, &attempt.detail, &attempt.message, &attempt.reason})
            *text = shared(*text);
    }
    m_ids.insert(made.id);
}

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
        beginResetModel();
        replaceBy(newestFirst.mid(0, m_capacity));
        endResetModel();
        return int(fresh);
    }
    beginInsertRows({}, m_onTop, m_onTop + int(fresh) - 1);
    for (qsizetype i = fresh - 1; i >= 0; --i)
        take(newestFirst[i], m_onTop);
    endInsertRows();
    trim();
    return int(fresh);
}

void LogModel::trim()
{
    const int rows = int(m_records.size()), kept = std::max(m_onTop, m_capacity);
    if (rows <= kept)
        return;
    beginRemoveRows({}, kept, rows - 1);
    for (int row = rows - 1; row >= kept; --row) {
        m_ids.remove(m_records.back().id);
        m_records.pop_back();
    }
    endRemoveRows();
}

QList<ExchangeRecord> LogModel::pinnedOnes() const { return QList<ExchangeRecord>(m_records.begin(), m_records.begin() + m_onTop); }

int LogModel::placeByTime(WallTime time) const
{
    const auto place = std::find_if(m_records.begin() + m_onTop, m_records.end(), [time](const ExchangeRecord &other) { return other.time <= time; });
    return int(place - m_records.begin());
}

/// Moved here and not sorted by the filter above, which would compare a hundred thousand rows. `id` is a copy: it may be that of the row.
void LogModel::setPinned(QString id, bool pinned)
{
    const int row = rowOf(id);
    if (row < 0 || pinned == m_pinned.contains(id))
        return;
    const int before = pinned ? 0 : placeByTime(m_records[size_t(row)].time); // the row will be moved to before that one
    const bool moves = beginMoveRows({}, row, row, {}, before);
    ExchangeRecord record = std::move(m_records[size_t(row)]);
    m_records.erase(m_records.begin() + row);
    const int to = pinned ? 0 : before - 1;
    m_records.insert(m_records.begin() + to, std::move(record));
    m_onTop += pinned ? 1 : -1;
    if (pinned)
        m_pinned.insert(id);
    else
        m_pinned.remove(id);
    if (moves)
        endMoveRows();
    emit dataChanged(index(to, 0), index(to, ColumnCount - 1));
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
        if (!m_ids.contains(record.id) && int(m_records.size() + fresh.size()) < m_most)
            fresh.append(record);
    }
    if (fresh.isEmpty())
        return 0;
    beginInsertRows({}, int(m_records.size()), int(m_records.size() + fresh.size()) - 1);
    if (m_capacity < m_most)
        m_ids.reserve(m_most); // growing takes long when there are many
    m_capacity = m_most; // else each new one would push out one of them, and the list would end before its end
    for (const ExchangeRecord &record : std::as_const(fresh))
        take(record, int(m_records.size()));
    endInsertRows();
    return int(fresh.size());
}

void LogModel::insertByTime(const ExchangeRecord &exchange)
{
    if (m_ids.contains(exchange.id))
        return;
    const int row = placeByTime(exchange.time);
    beginInsertRows({}, row, row);
    take(exchange, row);
    m_capacity = std::max(m_capacity, int(m_records.size()));
    endInsertRows();
}

void LogModel::restart(const QList<ExchangeRecord> &newestFirst)
{
    beginResetModel();
    replaceBy(newestFirst);
    endResetModel();
}

void LogModel::forgetAll()
{
    beginResetModel();
    m_pinned.clear();
    m_onTop = 0;
    replaceBy({});
    endResetModel();
}

/// By these and the pinned ones. Within a reset.
void LogModel::replaceBy(const QList<ExchangeRecord> &newestFirst)
{
    const QList<ExchangeRecord> kept = pinnedOnes();
    dropRows();
    for (const ExchangeRecord &record : kept)
        take(record, int(m_records.size()));
    for (const ExchangeRecord &record : newestFirst) {
        if (!m_ids.contains(record.id))
            take(record, int(m_records.size()));
    }
    m_capacity = std::max(m_atFirst, int(m_records.size()));
}

/// To free many takes longer than a person should wait for a click.
void LogModel::dropRows()
{
    constexpr size_t many = 10'000;
    if (m_records.size() > many)
        QThreadPool::globalInstance()->start([rows = std::make_shared<std::pair<std::deque<ExchangeRecord>, QSet<QString>>>(std::move(m_records), std::move(m_ids))] {});
    m_records.clear();
    m_ids.clear();
    m_texts.clear();
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
    case Key: return record.kind == ExchangeKind::Drill ? tr("Drill: %1").arg(record.keyName) : record.keyName;
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
    case Key: return record.kind == ExchangeKind::Drill ? tr("A drill with the key %1: it counts for nothing").arg(record.keyName) : record.keyName;
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
