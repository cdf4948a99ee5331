// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "gateway/Gateway.h"
#include "host/LedgerKeeper.h"
#include "host/Workspace.h"
#include "storage/ChangeWatcher.h"
#include "storage/Keychain.h"
#include "storage/LedgerWriter.h"

#include <QJsonObject>
#include <QTimer>

namespace understudy {

class ControlServer;
class SleepWatch;

/// The running gateway of one data directory, wired: the only place that joins gateway and storage. Command line and console
/// use it alike; it needs an event loop and no window. Lives in the thread that made it.
///
///   GatewayHost host(std::move(lock), std::move(workspace));
///   host.start(listen);  … host.reload();  … host.drain();  → ended(complete)
class GatewayHost final : public QObject {
    Q_OBJECT

public:
    /// `lock`: proof that this process owns the workspace's directory.
    GatewayHost(std::unique_ptr<DirectoryLock> lock, std::unique_ptr<Workspace> workspace, QObject *parent = nullptr);
    ~GatewayHost() override; ///< stops at once and writes what the ledger still has
    Q_DISABLE_COPY_MOVE(GatewayHost)

    /// Takes up the stored configuration and lets other processes reach it, without listening. start() does it when needed.
    Result<void> open();

    /// Sees every exchange before the ledger does, from the shards' threads; outlives this. Set it before start().
    void setObserver(ExchangeListener *observer);

    /// Listens with the stored configuration, on `listen` instead of its own address when that is not empty (not stored). Then
    /// other processes can reach it. Errors: those of Gateway::start.
    Result<void> start(const QString &listen = {});

    /// Takes up the stored configuration now; running exchanges are not disturbed. The control socket, the database's notices
    /// and unlocking call it by themselves.
    Result<void> reload();

    /// Lets running exchanges finish, writes the ledger, then ended() once. Called again: ends now what still runs.
    void drain();

    /// What comes after a drain: the end of the host (the ledger is closed), or a new gateway that start() may start.
    enum class AfterDrain { End, Stay };
    void setAfterDrain(AfterDrain after) { m_afterDrain = after; }

    /// The simulated models' faults, for this gateway and those that follow it; see SimulatedFaults::set.
    void simulate(const QString &model, const QList<SimulatedFault> &ring);

    /// How long the end may wait for a database that takes no rows. Before drain().
    void setLedgerPatience(Milliseconds patience) { m_ledgerPatience = patience; }

    Gateway &gateway() { return *m_gateway; }
    const Configuration &configuration() const { return m_configuration; } ///< what the gateway runs with
    bool isLocked() const { return m_locked; }
    bool isDraining() const { return m_draining; }
    Workspace &workspace() { return *m_workspace; }
    LedgerWriter &ledger() { return *m_ledger; }
    /// A request of a drill, as one of the gateway's own: to the observer and into the log, where it counts for nothing.
    void recordDrilled(ExchangeRecord &&exchange);
    LedgerKeeper &keeper() { return *m_keeper; }
    qint64 revision() const { return m_revision; }

signals:
    void warning(const QString &text); ///< for a person: the ledger cannot be written, the control socket cannot be opened …
    void reloaded(qint64 revision);
    void draining(); ///< it stops accepting: drain() was called here or through the control socket
    void othersRecorded(); ///< another process on this database has written exchanges
    /// Once after start, and only if there are any: runtimes of this machine with the models that they named.
    void localRuntimesFound(const QList<Provider> &runtimes);
    void ended(bool ledgerComplete);

private:
    struct TotalsRelay;
    class Tee;

    Result<void> load(QList<Error> &problems);
    void attend();
    void makeGateway();
    void openControl();
    void watchDatabase();
    void takeUpChange();
    void unlockFromKeychain();
    void askLocalRuntimes();
    void awaitMidnight();
    void awaitKeyFile();
    void takeUpVault();
    void warnOfVariables();
    QJsonObject handle(const QJsonObject &request);
    QJsonObject snapshot() const;
    QJsonObject health() const;
    void onDrained();

    std::unique_ptr<DirectoryLock> m_lock;
    std::unique_ptr<Workspace> m_workspace;
    SystemClock m_clock;
    std::shared_ptr<TotalsRelay> m_relay;
    std::unique_ptr<LedgerWriter> m_ledger;
    std::unique_ptr<LedgerKeeper> m_keeper;
    std::unique_ptr<Tee> m_tee;
    std::unique_ptr<Gateway> m_gateway; // after the ledger: it goes first and still records
    std::unique_ptr<ControlServer> m_control;
    std::unique_ptr<ChangeWatcher> m_watcher;
    int m_mostConnections = 0; ///< that descriptors suffice for; 0: not known
    std::unique_ptr<SleepWatch> m_sleep;
    Keychain m_keychain;
    QTimer m_again; ///< runs only while a change could not be read
    QTimer m_keyFile; ///< runs only while the key file is missing or wrong
    QTimer m_release; ///< memory is given back a moment after the last large body
    QStringList m_missing; ///< channels whose variable is not set, as warned of
    bool m_draining = false;
    Milliseconds m_ledgerPatience{10000};
    QTimer m_midnight; ///< UTC: days and months of the limits begin anew
    QList<Provider> m_localRuntimes;
    QHash<QString, QList<SimulatedFault>> m_rings;
    Configuration m_configuration; ///< what the gateway runs with
    QString m_listen;
    qint64 m_revision = 0;
    bool m_locked = false;
    AfterDrain m_afterDrain = AfterDrain::End;
    MonotonicTime m_started;
};

} // namespace understudy
