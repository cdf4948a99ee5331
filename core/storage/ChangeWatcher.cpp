// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ChangeWatcher.h"

#include "storage/Vault.h"

#include <QSqlDriver>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

const auto ConfigurationChannel = u"understudy_configuration"_s;
const auto UsageChannel = u"understudy_usage"_s;
constexpr qsizetype MaxPayload = 7000; // the server's limit is 8000 bytes
constexpr int RetryMs = 2000;
constexpr int CheckMs = 30000;

/// Tells our own usage notices from those of others: the writer's connection is not the watcher's, so the driver cannot.
const QString &processToken()
{
    static const QString token = newKeyId();
    return token;
}

} // namespace

ChangeWatcher::ChangeWatcher(const Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryMs);
    connect(&m_retry, &QTimer::timeout, this, &ChangeWatcher::mend);
    m_check.setTimerType(Qt::VeryCoarseTimer);
    m_check.setInterval(CheckMs);
    connect(&m_check, &QTimer::timeout, this, &ChangeWatcher::check);
}

ChangeWatcher::~ChangeWatcher() = default;

Result<void> ChangeWatcher::start() { return m_database.location().engine == Engine::SQLite ? Result<void>() : listen(); }

Result<void> ChangeWatcher::listen()
{
    Result<std::unique_ptr<Connection>> connection = m_database.connect(Database::Access::ReadWrite);
    if (!connection)
        return connection.error();
    QSqlDriver *driver = (*connection)->handle().driver();
    for (const QString &channel : {ConfigurationChannel, UsageChannel}) {
        if (!driver->subscribeToNotification(channel))
            return Error {ErrorKind::Unavailable, u"PostgreSQL refuses LISTEN: changes by other processes are not seen."_s,
                          m_database.location().display()};
    }
    connect(
        driver, &QSqlDriver::notification, this,
        [this](const QString &name, QSqlDriver::NotificationSource, const QVariant &payload) { onNotification(name, payload); });
    m_connection = std::move(*connection);
    m_check.start();
    return {};
}

// The driver does not tell that the server is gone, it only falls silent.
void ChangeWatcher::check()
{
    if (m_connection->run(u"SELECT 1"_s))
        return;
    m_check.stop();
    mend();
}

void ChangeWatcher::onNotification(const QString &name, const QVariant &payload)
{
    if (name == ConfigurationChannel) {
        emit configurationChanged();
        return;
    }
    const QStringList words = payload.toString().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || words.first() == processToken())
        return;
    QStringList keys;
    QStringList channels;
    for (const QString &word : words.sliced(1))
        (word.startsWith("k:"_L1) ? keys : channels).append(word.mid(2));
    emit usageChanged(keys, channels);
}

void ChangeWatcher::mend()
{
    m_connection.reset();
    if (!listen()) {
        m_retry.start();
        return;
    }
    emit configurationChanged();
    emit usageChanged({}, {});
}

Result<void> announceConfiguration(const Connection &connection, qint64 revision)
{
    if (!connection.isPostgres())
        return {};
    return connection.run(u"SELECT pg_notify('%1', '%2')"_s.arg(ConfigurationChannel).arg(revision));
}

Result<void> announceUsage(const Connection &connection, const QStringList &keyIds, const QStringList &channels)
{
    if (!connection.isPostgres())
        return {};
    QString payload = processToken();
    for (const QString &key : keyIds)
        payload += " k:"_L1 + key;
    for (const QString &channel : channels)
        payload += " c:"_L1 + channel;
    if (payload.toUtf8().size() > MaxPayload)
        payload = processToken(); // "unknown which": the other side reads all
    return connection.run(u"SELECT pg_notify('%1', ?)"_s.arg(UsageChannel), {payload});
}

} // namespace understudy
