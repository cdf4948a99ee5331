// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ProvidersModel.h"

#include "catalog/Catalogue.h"
#include "console/Console.h"
#include "words/Quantities.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// The worst first: what a person should see of several channels.
int urgency(words::HealthLevel level)
{
    switch (level) {
    case words::HealthLevel::Tripped: return 7;
    case words::HealthLevel::TestFailed: return 6;
    case words::HealthLevel::Probing: return 5;
    case words::HealthLevel::Degraded: return 4;
    case words::HealthLevel::Healthy: return 3;
    case words::HealthLevel::Ready: return 2;
    case words::HealthLevel::Untested: return 1;
    case words::HealthLevel::Paused: return 0;
    }
    return 0;
}

} // namespace

ProvidersModel::ProvidersModel(Console &console, const TestMemory &tests, QObject *parent) : QAbstractTableModel(parent), m_console(console), m_tests(tests)
{
    m_rows = rows();
}

QList<ProvidersModel::Row> ProvidersModel::rows() const
{
    const Configuration &configuration = m_console.configuration();
    QList<Row> rows;
    const auto add = [&](const Provider &provider) {
        if (provider.origin == ProviderOrigin::BuiltIn)
            return;
        Row row{provider.id, provider.name, provider.baseUrl.host(), provider.origin, int(provider.models.size()), 0, {}, 0, 0};
        if (provider.baseUrl.port() > 0)
            row.host += u":%1"_s.arg(provider.baseUrl.port());
        rows.append(row);
    };
    for (const Provider &provider : m_console.catalogue().providers())
        add(*m_console.catalogue().resolve(configuration, provider.id));
    for (const Provider &provider : configuration.providers) {
        if (!m_console.catalogue().provider(provider.id))
            add(provider);
    }
    for (const Provider &runtime : m_console.localRuntimes()) {
        for (Row &row : rows) {
            if (row.id == runtime.id && row.models == 0)
                row.models = int(runtime.models.size());
        }
    }
    const QList<CandidateHealth> breakers = m_console.health();
    const QList<ExchangeRecord> recent = m_console.recent();
    for (Row &row : rows) {
        for (const Channel &channel : configuration.channels) {
            if (channel.provider != row.id)
                continue;
            words::HealthFacts facts{!channel.enabled, &breakers, &recent, m_tests.last(channel.id), false};
            const words::Health health = words::healthOf(channel.id, {}, facts);
            if (row.channels == 0 || urgency(health.level) > urgency(row.health.level))
                row.health = health;
            ++row.channels;
        }
    }
    countDay(rows);
    return rows;
}

void ProvidersModel::countDay(QList<Row> &rows) const
{
    QHash<QString, Row *> byChannel;
    for (const Channel &channel : m_console.configuration().channels) {
        for (Row &row : rows) {
            if (row.id == channel.provider)
                byChannel.insert(channel.id, &row);
        }
    }
    const WallTime since(Milliseconds(QDateTime::currentMSecsSinceEpoch() - 24LL * 3600 * 1000));
    const QList<ExchangeRecord> recent = m_console.recent();
    for (const ExchangeRecord &exchange : recent) {
        if (exchange.kind != ExchangeKind::Live || exchange.time < since)
            continue;
        for (const AttemptRecord &attempt : exchange.attempts) {
            Row *row = byChannel.value(attempt.channel);
            if (!row || attempt.outcome == Outcome::ClientGone)
                continue;
            ++row->calls;
            row->answered += attempt.outcome == Outcome::Answered ? 1 : 0;
        }
    }
}

void ProvidersModel::update()
{
    QList<Row> now = rows();
    const bool same = now.size() == m_rows.size() && std::equal(now.cbegin(), now.cend(), m_rows.cbegin(), [](const Row &a, const Row &b) { return a.id == b.id; });
    if (!same) {
        beginResetModel();
        m_rows = std::move(now);
        endResetModel();
        return;
    }
    const bool hinted = nothingConfigured();
    for (int i = 0; i < int(now.size()); ++i) {
        if (now[i] == m_rows[i])
            continue;
        m_rows[i] = now[i];
        emit dataChanged(index(i, 0), index(i, ColumnCount - 1));
    }
    if (hinted != nothingConfigured())
        emit dataChanged(index(0, 0), index(0, 0));
}

int ProvidersModel::row(const QString &provider) const
{
    for (int i = 0; i < int(m_rows.size()); ++i) {
        if (m_rows[i].id == provider)
            return i;
    }
    return -1;
}

int ProvidersModel::channelsOf(const QString &provider) const
{
    const int at = row(provider);
    return at < 0 ? 0 : m_rows[at].channels;
}

bool ProvidersModel::nothingConfigured() const
{
    return std::none_of(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return row.channels > 0; });
}

QString ProvidersModel::detail(const Row &row) const
{
    if (nothingConfigured() && &row == &m_rows.first())
        return tr("Start here: create a call channel");
    return row.host.isEmpty() ? tr("needs your own address") : row.host;
}

QString ProvidersModel::lastDay(const Row &row) const
{
    if (row.calls == 0)
        return row.channels > 0 ? tr("no calls") : QString();
    return u"%1 · %2"_s.arg(words::count(row.calls), words::percent(double(row.answered) / row.calls));
}

Status ProvidersModel::status(const Row &row) const
{
    if (row.channels == 0)
        return {u"○"_s, tr("Not connected"), Tone::Muted, {}};
    return words::healthStatus(row.health);
}

/// The row as a sentence, for screen readers.
QString ProvidersModel::sentence(const Row &row) const
{
    const Status health = status(row);
    return tr("%1, %n channel(s), %2", nullptr, row.channels).arg(row.name, health.sentence.isEmpty() ? health.word : health.sentence);
}

QVariant ProvidersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case IdRole: return row.id;
    case DetailRole: return detail(row);
    case StatusRole: return QVariant::fromValue(status(row));
    case ConfiguredRole: return row.channels > 0;
    case OriginRole: return int(row.origin);
    case Qt::AccessibleTextRole: return index.column() == Name || index.column() == HealthColumn ? sentence(row) : data(index, Qt::DisplayRole);
    case SortRole:
        switch (index.column()) {
        case Name: return row.name;
        case Channels: return row.channels;
        case HealthColumn: return row.channels == 0 ? -1 : urgency(row.health.level);
        case LastDay: return row.calls;
        default: return index.row();
        }
    case Qt::ToolTipRole:
        if (index.column() == Name)
            return row.models > 0 ? tr("%1, %n model(s) listed", nullptr, row.models).arg(row.name) : row.name;
        if (index.column() == HealthColumn)
            return status(row).sentence;
        return index.column() == LastDay && row.calls > 0 ? tr("%n call(s) in the last 24 hours, %1 answered", nullptr, row.calls).arg(words::percent(double(row.answered) / row.calls)) : QVariant();
    case Qt::DisplayRole:
        switch (index.column()) {
        case Name: return row.name;
        case Channels: return row.channels;
        case HealthColumn: return status(row).word;
        case LastDay: return lastDay(row);
        default: return {};
        }
    default: return {};
    }
}

QVariant ProvidersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Provider");
    case Channels: return tr("Channels");
    case HealthColumn: return tr("Health");
    case LastDay: return tr("Last 24 hours");
    case Actions: return tr("Actions");
    default: return {};
    }
}

} // namespace understudy
