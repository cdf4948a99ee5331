// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Database.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace understudy {

/// Tells that another process changed the shared database. PostgreSQL: LISTEN/NOTIFY (and one tiny query each 30 s that tells
/// whether the connection lives); SQLite: silent and without timers, because there the command line tells the gateway over
/// its local socket. Needs the event loop of the thread that made it.
class ChangeWatcher final : public QObject {
    Q_OBJECT
public:
    explicit ChangeWatcher(const Database &database, QObject *parent = nullptr);
    ~ChangeWatcher() override;

    /// Starts listening; fails when the server cannot be reached now. Later losses are mended by themselves, every 2 s, with
    /// both signals after each mending, since changes may have been missed.
    Result<void> start();

signals:
    /// The configuration may be another one; sent for this process's own updates too (compare revisions).
    void configurationChanged();
    /// Another process settled usage of these keys and channels (empty list: unknown which); see LedgerWriter::refresh.
    void usageChanged(const QStringList &keyIds, const QStringList &channels);

private:
    Result<void> listen();
    void onNotification(const QString &name, const QVariant &payload);
    void mend();
    void check();

    Database m_database;
    std::unique_ptr<Connection> m_connection;
    QTimer m_retry;
    QTimer m_check;
};

/// Inside the transaction of the change. Does nothing on SQLite.
Result<void> announceConfiguration(const Connection &connection, qint64 revision);
Result<void> announceUsage(const Connection &connection, const QStringList &keyIds, const QStringList &channels);

} // namespace understudy
