// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ChannelsModel.h"

#include "console/Console.h"
#include "words/ChannelWords.h"
#include "words/Health.h"
#include "words/Quantities.h"
#include "words/TypeWords.h"

namespace understudy {

using namespace Qt::StringLiterals;

ChannelsModel::ChannelsModel(Console &console, const TestMemory &tests, QObject *parent) : QAbstractTableModel(parent), m_console(console), m_tests(tests) {}

void ChannelsModel::setProvider(const QString &provider)
{
    beginResetModel();
    m_provider = provider;
    m_rows = rows();
    endResetModel();
}

QString ChannelsModel::detail(const Channel &channel) const
{
    QString key = channel.credential.environment.isEmpty() ? channel.credential.literal.masked() : u"env:"_s + channel.credential.environment;
    if (channel.credential.isEmpty())
        key = m_console.state().vault.locked ? tr("key locked") : tr("no key");
    const QString models = channel.models.size() == 1 ? words::modelName(channel.models.first()) : tr("%n model(s)", nullptr, int(channel.models.size()));
    return u"%1 · %2"_s.arg(key, models);
}

QList<ChannelsModel::Row> ChannelsModel::rows() const
{
    const QList<CandidateHealth> breakers = m_console.health();
    const QList<ExchangeRecord> recent = m_console.recent();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const WallTime midnight(Milliseconds(QDateTime::currentDateTime().date().startOfDay().toMSecsSinceEpoch()));
    QList<Row> rows;
    for (const Channel &channel : m_console.configuration().channels) {
        if (channel.provider != m_provider)
            continue;
        const std::optional<TestMemo> memo = m_tests.last(channel.id);
        Row row{channel.id, channel.name, detail(channel), words::healthStatus(words::healthOf(channel.id, {}, {!channel.enabled, &breakers, &recent, memo, false})),
                words::testStatus(memo), {}, 0, 0};
        if (memo) {
            row.testTip = words::absolute(memo->when);
            row.test.sentence = u"%1, %2"_s.arg(row.test.word, words::ago(memo->when, now));
        }
        for (const ExchangeRecord &exchange : recent) {
            if (exchange.kind != ExchangeKind::Live || exchange.time < midnight)
                continue;
            for (const AttemptRecord &attempt : exchange.attempts) {
                if (attempt.channel != channel.id || attempt.outcome == Outcome::ClientGone)
                    continue;
                ++row.calls;
                row.failed += attempt.outcome == Outcome::Answered ? 0 : 1;
            }
        }
        rows.append(row);
    }
    return rows;
}

void ChannelsModel::update()
{
    QList<Row> now = rows();
    const bool same = now.size() == m_rows.size() && std::equal(now.cbegin(), now.cend(), m_rows.cbegin(), [](const Row &a, const Row &b) { return a.id == b.id; });
    if (!same) {
        beginResetModel();
        m_rows = std::move(now);
        endResetModel();
        return;
    }
    for (int i = 0; i < int(now.size()); ++i) {
        if (now[i] == m_rows[i])
            continue;
        m_rows[i] = now[i];
        emit dataChanged(index(i, 0), index(i, ColumnCount - 1));
    }
}

int ChannelsModel::row(const QString &channel) const
{
    for (int i = 0; i < int(m_rows.size()); ++i) {
        if (m_rows[i].id == channel)
            return i;
    }
    return -1;
}

QString ChannelsModel::lastError(const QString &channel) const
{
    const QList<ExchangeRecord> recent = m_console.recent();
    for (const ExchangeRecord &exchange : recent) {
        if (exchange.kind != ExchangeKind::Live)
            continue;
        for (auto attempt = exchange.attempts.crbegin(); attempt != exchange.attempts.crend(); ++attempt) {
            if (attempt->channel != channel || attempt->outcome == Outcome::Answered || attempt->outcome == Outcome::ClientGone)
                continue;
            const QString when = words::ago(words::toDateTime(exchange.time), QDateTime::currentDateTime());
            const QString what = attempt->httpStatus > 0 ? QString::number(attempt->httpStatus) : attempt->outcome == Outcome::Timeout ? tr("no answer in time") : tr("no connection");
            return attempt->message.isEmpty() ? tr("Last error: %1, %2").arg(what, when) : tr("Last error: %1, %2 (“%3”)").arg(what, when, attempt->message.left(160));
        }
    }
    return {};
}

QString ChannelsModel::usedBy(const QString &channel) const
{
    QStringList keys;
    for (const GatewayKey &key : m_console.configuration().keys) {
        for (int place = 0; place < int(key.chain.size()); ++place) {
            if (key.chain[place].channel == channel) {
                keys.append(tr("%1 (%2)").arg(key.name, words::position(place)));
                break;
            }
        }
    }
    return keys.isEmpty() ? tr("No gateway access key uses this channel yet.") : tr("Used by: %1").arg(keys.join(u", "_s));
}

QString ChannelsModel::today(const Row &row) const
{
    if (row.calls == 0)
        return tr("no calls");
    const QString calls = tr("%n call(s)", nullptr, row.calls);
    return row.failed > 0 ? tr("%1, %2 failed").arg(calls).arg(row.failed) : calls;
}

QVariant ChannelsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    const auto spoken = [](const Status &status) { return status.sentence.isEmpty() ? status.word : status.sentence; };
    switch (role) {
    case IdRole: return row.id;
    case DetailRole: return index.column() == Name ? QVariant(row.detail) : QVariant();
    case StatusRole: return index.column() == State ? QVariant::fromValue(row.state) : index.column() == LastTest ? QVariant::fromValue(row.test) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == Name)
            return tr("%1, %2, last test: %3, today: %4").arg(row.name, spoken(row.state), spoken(row.test), today(row));
        if (index.column() == State)
            return spoken(row.state);
        return index.column() == LastTest ? spoken(row.test) : data(index, Qt::DisplayRole).toString();
    case Qt::ToolTipRole:
        if (index.column() == Name)
            return row.name;
        return index.column() == State ? QVariant(row.state.sentence) : index.column() == LastTest ? QVariant(row.testTip) : QVariant();
    case Qt::DisplayRole:
        switch (index.column()) {
        case Name: return row.name;
        case State: return row.state.word;
        case LastTest: return row.test.word;
        case Today: return today(row);
        default: return {};
        }
    default: return {};
    }
}

QVariant ChannelsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Channel");
    case State: return tr("State");
    case LastTest: return tr("Last test");
    case Today: return tr("Today");
    case Actions: return tr("Actions");
    default: return {};
    }
}

} // namespace understudy
