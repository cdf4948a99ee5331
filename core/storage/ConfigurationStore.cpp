// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ConfigurationStore.h"

#include "storage/ChangeWatcher.h"
#include "storage/ConfigurationRows.h"
#include "storage/DeletedRows.h"

#include <QDateTime>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

const auto RevisionSql = u"SELECT revision FROM configuration_state WHERE id = 1"_s;
constexpr qint64 KeepDeletedMs = ConfigurationStore::KeepDeletedDays * 86'400'000LL;

Result<qint64> number(const Result<QVariant> &value)
{
    if (!value)
        return value.error();
    return value->toLongLong();
}

} // namespace

ConfigurationStore::ConfigurationStore(const Database &database, std::unique_ptr<Connection> connection, Vault vault)
    : m_database(database)
    , m_connection(std::move(connection))
    , m_vault(std::move(vault))
{
}

Result<std::unique_ptr<ConfigurationStore>> ConfigurationStore::open(const Database &database, Vault vault)
{
    Result<std::unique_ptr<Connection>> connection = database.connect();
    if (!connection)
        return connection.error();
    return std::unique_ptr<ConfigurationStore>(new ConfigurationStore(database, std::move(*connection), std::move(vault)));
}

/// Asked before each use: the driver does not tell that a server went away, and a key that was revoked meanwhile must not go
/// on working because one connection is dead.
Result<void> ConfigurationStore::ensureConnected() const
{
    if (!m_connection->isPostgres() || m_connection->run(u"SELECT 1"_s))
        return {};
    Result<std::unique_ptr<Connection>> fresh = m_database.connect();
    if (!fresh)
        return fresh.error();
    m_connection = std::move(*fresh);
    return {};
}

Result<StoredConfiguration> ConfigurationStore::read(OpenedSecrets &secrets) const
{
    const Result<qint64> revision = number(m_connection->single(RevisionSql));
    if (!revision)
        return revision.error();
    Result<OpenedSecrets> opened = readSecrets(*m_connection, m_vault);
    if (!opened)
        return opened.error();
    secrets = std::move(*opened);
    Result<Configuration> configuration = readConfiguration(*m_connection, secrets);
    if (!configuration)
        return configuration.error();
    return StoredConfiguration {std::move(*configuration), *revision, m_vault.isLocked(), secrets.problems};
}

Result<StoredConfiguration> ConfigurationStore::load() const
{
    if (const Result<void> connected = ensureConnected(); !connected)
        return connected.error();
    const Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(*m_connection, Transaction::Mode::Read);
    if (!transaction)
        return transaction.error();
    OpenedSecrets secrets;
    return read(secrets);
}

/// In a write transaction and before anything is read.
Result<void> ConfigurationStore::keepOthersOut() const
{
    if (!m_connection->isPostgres())
        return {}; // BEGIN IMMEDIATE did; here the one row does
    const Result<QVariant> locked = m_connection->single(RevisionSql + " FOR UPDATE"_L1);
    return locked ? Result<void>() : locked.error();
}

Result<StoredConfiguration> ConfigurationStore::update(const Change &change)
{
    if (const Result<void> connected = ensureConnected(); !connected)
        return connected.error();
    const Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(*m_connection, Transaction::Mode::Write);
    if (!transaction)
        return transaction.error();
    if (const Result<void> alone = keepOthersOut(); !alone)
        return alone.error();
    OpenedSecrets secrets;
    Result<StoredConfiguration> before = read(secrets);
    if (!before)
        return before;
    Result<Configuration> after = change(before->configuration);
    if (!after)
        return after.error();
    if (Result<void> complete = completeKeys(*after, before->configuration, secrets, m_vault); !complete)
        return complete.error();
    if (Result<void> unique = checkUnique(*after); !unique)
        return unique.error();
    if (*after == before->configuration)
        return before;

    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (Result<void> written = writeDifferences({*m_connection, m_vault, secrets, now}, before->configuration, *after); !written)
        return written.error();
    if (Result<void> purged = purgeDeleted(*m_connection, now - KeepDeletedMs); !purged)
        return purged.error();
    return finish(**transaction, before->revision + 1, {});
}

/// Counts the change, tells the others, and reads back, so that the caller has what the next load gives, kept secrets included.
Result<StoredConfiguration> ConfigurationStore::finish(Transaction &transaction, qint64 revision, const Check &check) const
{
    if (Result<void> counted = m_connection->run(u"UPDATE configuration_state SET revision = ? WHERE id = 1"_s, {revision});
        !counted)
        return counted.error();
    if (Result<void> told = announceConfiguration(*m_connection, revision); !told)
        return told.error();
    OpenedSecrets secrets;
    Result<StoredConfiguration> result = read(secrets);
    if (!result)
        return result;
    if (const Result<void> good = check ? check(result->configuration) : Result<void>(); !good)
        return good.error();
    if (Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    return result;
}

Result<QList<DeletedObject>> ConfigurationStore::deleted() const
{
    if (const Result<void> connected = ensureConnected(); !connected)
        return connected.error();
    const Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(*m_connection, Transaction::Mode::Read);
    if (!transaction)
        return transaction.error();
    return readDeleted(*m_connection, QDateTime::currentMSecsSinceEpoch() - KeepDeletedMs);
}

Result<StoredConfiguration> ConfigurationStore::restore(DeletedObject::Kind kind, const QString &id, const Check &check)
{
    if (const Result<void> connected = ensureConnected(); !connected)
        return connected.error();
    const Result<std::unique_ptr<Transaction>> transaction = Transaction::begin(*m_connection, Transaction::Mode::Write);
    if (!transaction)
        return transaction.error();
    if (const Result<void> alone = keepOthersOut(); !alone)
        return alone.error();
    OpenedSecrets secrets;
    const Result<StoredConfiguration> before = read(secrets);
    if (!before)
        return before;
    if (const Result<void> restored = restoreRow(*m_connection, before->configuration, kind, id); !restored)
        return restored.error();
    return finish(**transaction, before->revision + 1, check);
}

Result<qint64> ConfigurationStore::revision() const
{
    if (const Result<void> connected = ensureConnected(); !connected)
        return connected.error();
    return number(m_connection->single(RevisionSql));
}

} // namespace understudy
