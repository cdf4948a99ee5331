// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"
#include "console/ExchangeFeed.h"
#include "console/LedgerDesk.h"
#include "host/GatewayHost.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>

namespace understudy {

class DrillEngine;
class QnamTransport;
class TrialSession;

/// The half of GatewayConsole that works: it owns the data directory with its gateway, or stands beside the process that does.
/// Lives in a thread of its own with an event loop; its functions are called there, its signals carry values.
///
/// It sleeps while nothing happens: the first exchange after a rest wakes it (ExchangeFeed), a timer runs while exchanges run, and
/// another one only while somebody looks at something that changes by itself (a suspension that ends, another process's gateway).
class ConsoleCore final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(Result<void>)>;

    /// `desk` lives in another thread and outlives this.
    ConsoleCore(const WorkspaceOptions &options, LedgerDesk &desk);
    ~ConsoleCore() override;

    void open(); ///< tells opened() and stateChanged(), or the phase Broken
    void setVisible(bool visible);

    void startGateway();
    void stopGateway();
    void shutDown(); ///< as stopGateway(); then shutDownEnded(), also when there was nothing to stop
    void resetBreakers(const QString &channel);
    void forgetSoon(); ///< the retention policy has changed; another owner sees it within the hour
    void setSimulatedFaults(const QString &model, const QList<SimulatedFault> &ring);
    Result<quint16> freePort() const;

    Result<void> change(const Console::Change &change);
    Result<QList<DeletedObject>> deleted();
    Result<void> restore(const DeletedObject &object);
    void unlock(const Secret &passphrase, const Done &done);
    void moveMasterKey(MasterKeyPlace to, const Secret &passphrase, const Done &done);
    void probeKeyring(const Done &done);
    QList<Fact> facts();

    /// A job that `make` starts and that lives until drop(), or this object's end. The transport is its, and nobody's after it.
    using MakeJob = std::function<std::unique_ptr<QObject>(QnamTransport &transport, const Clock &clock)>;
    void begin(quint64 number, const MakeJob &make);
    void drop(quint64 number);
    /// A trial that is ready to be connected and started; told of what the gateway says about it. For MakeJob.
    std::unique_ptr<TrialSession> makeTrial(const TrialRequest &request, QnamTransport &transport);
    /// A drill of a stored key that is ready to be connected and started; it stands beside the gateway, whoever runs that, and needs none. For
    /// MakeJob. Errors: as notOpen().
    Result<std::unique_ptr<DrillEngine>> makeDrill(const DrillPlan &plan, QnamTransport &transport) const;
    /// A request of a drill: into the log, where it is marked and counts for nothing, whoever runs the gateway.
    void recordDrilled(const ExchangeRecord &exchange);
    /// Keeps it to compare the next one with, and returns the last one of the same plan, if there was one.
    std::optional<DrillReport> keepDrill(const DrillReport &report) const;
    void noteTested(const Channel &channel); ///< its connection test has passed

signals:
    void opened(const understudy::Configuration &configuration, const QList<understudy::ExchangeRecord> &recent);
    void stateChanged(const understudy::GatewayState &state);
    void configurationChanged(const understudy::Configuration &configuration);
    void healthChanged(const QList<understudy::CandidateHealth> &health);
    void limitsChanged(const QList<understudy::LimitUse> &limits);
    void localRuntimesChanged(const QList<understudy::Provider> &runtimes);
    void recorded(const QList<understudy::ExchangeRecord> &exchanges);
    void warning(const QString &text);
    void shutDownEnded();

private:
    struct Job {
        std::shared_ptr<QnamTransport> transport; // before its user
        std::unique_ptr<QObject> worker;
    };
    /// What the owner of the data directory told last.
    struct Owner {
        qint64 process = 0;
        QString address;
        QJsonObject snapshot;
    };

    struct KeyMove;

    ExchangeFeed::Listener feedListener();
    Result<void> tryOpen();
    QString ownersDatabase(const QString &address) const;
    void own(std::unique_ptr<GatewayHost> host);
    void close();
    Workspace *workspace() const { return m_host ? &m_host->workspace() : m_workspace.get(); }
    Error notOpen() const;
    Result<void> takeUp(); ///< the stored configuration, here and in the gateway
    void takeUpReloaded();
    void fetchKey(const std::shared_ptr<KeyMove> &move);
    void fillNewPlace(const std::shared_ptr<KeyMove> &move);
    void changePlace(const std::shared_ptr<KeyMove> &move);
    void onEnded();
    void warn(const QString &text);

    void tick();
    void look();
    void publish();
    void tellLimits();
    GatewayState currentState() const;
    void tellOf(GatewayState &state) const;
    void tellOfOwner(GatewayState &state) const;
    bool wasCalled(const CandidateHealth &health) const;
    void noteCalled(const QList<ExchangeRecord> &exchanges);
    void noteOwn(const QList<ExchangeRecord> &exchanges);

    void pollOwner();
    void pollLedger();
    void takeStored(const Result<QList<ExchangeRecord>> &exchanges);
    void takeRuntimes(const QJsonObject &runtimes);
    QList<CandidateHealth> ownersHealth() const;

    const WorkspaceOptions m_options;
    LedgerDesk &m_desk;
    const SystemClock m_clock;
    ExchangeFeed m_feed;
    Keychain m_keychain;
    std::unique_ptr<GatewayHost> m_host;    ///< when the data directory is ours
    std::unique_ptr<Workspace> m_workspace; ///< when it is another process's
    std::unique_ptr<LedgerWriter> m_drilled; ///< then: for the requests of drills, from the first one on
    std::optional<Owner> m_owner;
    Configuration m_configuration;
    qint64 m_revision = 0;
    bool m_readOnly = false;

    GatewayState::Phase m_phase = GatewayState::Phase::Opening;
    std::optional<Error> m_problem;
    QString m_listen; ///< what the gateway was started with
    bool m_startAgain = false;
    bool m_shuttingDown = false;
    bool m_visible = false;

    GatewayState m_published;
    QList<CandidateHealth> m_health;
    QList<LimitUse> m_limits;
    QSet<QPair<QString, QString>> m_called;
    QList<Provider> m_runtimes;
    QString m_lastStored; ///< id of the newest row that is known
    QSet<QString> m_own;  ///< exchanges of ours that the ledger has not shown yet; only where others write into it, too
    bool m_asking = false; ///< the ledger is being asked for newer rows
    QStringList m_warnings; ///< the last ones

    QTimer m_tick;     ///< runs while exchanges run
    QElapsedTimer m_looked;
    QTimer m_watch;    ///< runs while visible and something changes without exchanges of ours
    std::weak_ptr<QnamTransport> m_transport;
    QHash<QString, TrialSession *> m_trials; ///< by x-request-id
    std::map<quint64, Job> m_jobs; // last: jobs know all of the above
};

} // namespace understudy
